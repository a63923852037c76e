-- The words of quotes as the index has them, so that a misspelt word can be answered with one on record. Holds nothing of
-- its own.
CREATE VIRTUAL TABLE quote_terms USING fts5vocab (quote_index, col);
