-- Answers to requests that carried an Idempotency-Key, so that a repeated request gets the answer of the first.
-- Both are kept as hashes; rows older than a day are dropped by later requests.
CREATE TABLE idempotency (
  key_hash TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL,
  document_id TEXT NOT NULL,
  status INTEGER NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (at);
