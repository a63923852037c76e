-- The record as files (src/data): what is being made, what there is, and what had to go.

-- A snapshot of a day. `state`: how far its making has come (JSON), null once it is made.
CREATE TABLE data_snapshot (
  day TEXT PRIMARY KEY,
  begun_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  last_revision INTEGER,
  made_at TEXT,
  state TEXT,
  claimed_until TEXT NOT NULL
) WITHOUT ROWID;

-- Slices of files that are not yet whole. `groups`: what the footer of the Parquet file has to say of one.
CREATE TABLE data_part (
  day TEXT NOT NULL,
  file TEXT NOT NULL,
  n INTEGER NOT NULL,
  groups TEXT NOT NULL,
  PRIMARY KEY (day, file, n)
) WITHOUT ROWID;

-- Files that can be fetched: their address below /data/, and where their bytes are kept.
CREATE TABLE data_file (
  path TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  object TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  made_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX data_file_day ON data_file (day);

-- Acts of taking down that the files were searched for. While one is missing here, no file is handed out.
CREATE TABLE data_purged (
  hide TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- Days whose snapshot is gone because it held what was taken down.
CREATE TABLE data_gone (
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (day, at)
) WITHOUT ROWID;
