-- What was changed or taken back in the record after it was published. Belongs to the ledger: no document can tell it again.
-- `body` is the public object, as those of entries are (U+0001 for the origin); `overlay`: the person's act it stands for.
CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  rev INTEGER NOT NULL,
  at TEXT NOT NULL,
  noun TEXT NOT NULL,
  entry TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('source', 'editor', 'reading')),
  document_id TEXT,
  overlay TEXT,
  body TEXT NOT NULL
);
CREATE INDEX correction_order ON correction (at, id);
CREATE INDEX correction_entry ON correction (entry, at);
CREATE INDEX correction_overlay ON correction (overlay) WHERE overlay IS NOT NULL;

-- What readers say is wrong.
CREATE TABLE report (
  id TEXT PRIMARY KEY,
  entry TEXT NOT NULL,
  text TEXT NOT NULL,
  email TEXT,
  at TEXT NOT NULL
);
CREATE INDEX report_order ON report (at, id);
