-- Which documents an act of a person touched when it was made: those that are derived anew when it is taken back.
CREATE TABLE act_document (
  act TEXT NOT NULL,
  document_id TEXT NOT NULL,
  PRIMARY KEY (act, document_id)
) WITHOUT ROWID;
CREATE INDEX hide_by_entry ON hide (entry) WHERE ended_at IS NULL;
