-- What each document says, as found: the ground the record is derived from. Nothing here is merged.

-- Every text ever received, exactly as received. `live` marks the revision that counts; none is live once withdrawn.
CREATE TABLE document_revision (
  document_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  sha256 TEXT NOT NULL,
  words_id TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  url TEXT,
  published_on TEXT,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (document_id, revision)
);
CREATE UNIQUE INDEX document_revision_live ON document_revision (document_id) WHERE live = 1;
CREATE INDEX document_revision_words ON document_revision (words_id);

-- What the extractor found, with the version of the extractor that found it.
CREATE TABLE extraction (
  document_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  extractor TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, revision)
);

-- A sample of the hashed five-word shingles of each live text: texts that share many are near duplicates.
CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (hash, document_id)
) WITHOUT ROWID;
CREATE INDEX shingle_document ON shingle (document_id);

-- alone_id: the id this document alone would give; the record always answers to it.
CREATE TABLE person_source (
  document_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  surname TEXT NOT NULL,
  -- 1: the register in corpus/ says who it is; 0: the documents have to
  registered INTEGER NOT NULL CHECK (registered IN (0, 1)),
  person_id TEXT NOT NULL,
  alone_id TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, kind, name)
) WITHOUT ROWID;
CREATE INDEX person_source_surname ON person_source (surname, registered);
CREATE INDEX person_source_person ON person_source (person_id);

CREATE TABLE visit_source (
  document_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  visit_id TEXT NOT NULL,
  alone_id TEXT NOT NULL,
  scope TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;
CREATE INDEX visit_source_visit ON visit_source (visit_id);
CREATE INDEX visit_source_scope ON visit_source (scope);

CREATE TABLE engagement_source (
  document_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  engagement_id TEXT NOT NULL,
  alone_id TEXT NOT NULL,
  visit_n INTEGER,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;
CREATE INDEX engagement_source_engagement ON engagement_source (engagement_id);

-- Sources that share a block may tell of the same engagement; those that share none cannot.
CREATE TABLE engagement_block (
  block TEXT NOT NULL,
  document_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (block, document_id, n)
) WITHOUT ROWID;
CREATE INDEX engagement_block_source ON engagement_block (document_id);

CREATE TABLE quote_source (
  document_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  quote_id TEXT NOT NULL,
  alone_id TEXT NOT NULL,
  engagement_n INTEGER,
  -- where the words stand, in UTF-16 code units and in bytes of UTF-8
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,
  byte_end INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) > 0),
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;
CREATE INDEX quote_source_quote ON quote_source (quote_id);

-- The promise of the house, held by the database itself: words that are not the bytes of the live text of their
-- document cannot be stored.
CREATE TRIGGER quote_source_verbatim_insert BEFORE INSERT ON quote_source BEGIN SELECT RAISE(ABORT, 'the words of a quote are not the bytes of its source') WHERE NOT EXISTS ( SELECT 1 FROM document_revision AS d WHERE d.document_id = new.document_id AND d.live = 1 AND substr(CAST(d.text AS BLOB), new.byte_start + 1, new.byte_end - new.byte_start) = CAST(new.text AS BLOB) ); END;
CREATE TRIGGER quote_source_verbatim_update BEFORE UPDATE OF document_id, start, end, byte_start, byte_end, text ON quote_source BEGIN SELECT RAISE(ABORT, 'the words of a quote are not the bytes of its source') WHERE NOT EXISTS ( SELECT 1 FROM document_revision AS d WHERE d.document_id = new.document_id AND d.live = 1 AND substr(CAST(d.text AS BLOB), new.byte_start + 1, new.byte_end - new.byte_start) = CAST(new.text AS BLOB) ); END;
CREATE TRIGGER document_revision_kept BEFORE UPDATE OF text, sha256 ON document_revision BEGIN SELECT RAISE(ABORT, 'a received text is never changed'); END;

CREATE TABLE figure_source (
  document_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  figure_id TEXT NOT NULL,
  alone_id TEXT NOT NULL,
  engagement_n INTEGER,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, n)
) WITHOUT ROWID;
CREATE INDEX figure_source_figure ON figure_source (figure_id);
