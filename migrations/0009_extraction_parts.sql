-- A row may hold 2 MB, and what is found in a text of a megabyte may be larger: it is kept in parts. What lists of
-- documents need of it stands beside the extractor's version.
CREATE TABLE extraction_part (
  document_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  part INTEGER NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (document_id, revision, part)
) WITHOUT ROWID;
INSERT INTO extraction_part (document_id, revision, part, found)
  SELECT document_id, revision, 0, found FROM extraction;

ALTER TABLE extraction ADD COLUMN title TEXT;
ALTER TABLE extraction ADD COLUMN publisher TEXT;
ALTER TABLE extraction ADD COLUMN published_on TEXT;
UPDATE extraction SET
  title = found ->> 'title',
  publisher = found ->> 'publisher',
  published_on = found ->> 'published_on';
ALTER TABLE extraction DROP COLUMN found;
