-- How far a newer extractor has come with reading again what older ones read, the oldest first.
CREATE TABLE rereading (
  extractor TEXT PRIMARY KEY,
  after_at TEXT NOT NULL,
  after_id TEXT NOT NULL,
  remaining INTEGER NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX document_revision_age ON document_revision (received_at, document_id) WHERE live = 1;
