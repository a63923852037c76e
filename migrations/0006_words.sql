-- What verifying looks quotes up by. Words alone are too common to find one quote among a million: an index that has to
-- step through every quote with "NATO" and every quote with "Ukraine" costs more with every document. Two words side by
-- side are rare, so this index has pairs: "ukraine_must", "must_prevail", and with them who said it. It keeps no text and
-- no positions; what answers is judged word by word. The tokenizer `ascii` takes every other letter as it is: what comes
-- in is folded already.
CREATE VIRTUAL TABLE quote_pairs USING fts5 (
  pairs,
  content = '', contentless_delete = 1, detail = none,
  tokenize = "ascii tokenchars ':-_'"
);

-- Words are folded: letters, digits and blanks only, so that they can be made an array by their blanks.
CREATE TRIGGER quote_pairs_insert AFTER INSERT ON quote WHEN new.words <> '' BEGIN INSERT INTO quote_pairs (rowid, pairs) SELECT new.ord, group_concat(term, ' ') FROM ( SELECT value || '_' || lead(value) OVER (ORDER BY key) AS term FROM json_each('["' || replace(new.words, ' ', '","') || '"]') UNION ALL SELECT value FROM json_each('["' || replace(new.keys, ' ', '","') || '"]') WHERE value LIKE 'speaker:%'); END;
CREATE TRIGGER quote_pairs_delete AFTER DELETE ON quote WHEN old.words <> '' BEGIN DELETE FROM quote_pairs WHERE rowid = old.ord; END;
CREATE TRIGGER quote_pairs_update AFTER UPDATE OF ord, keys, words ON quote WHEN old.ord <> new.ord OR old.words <> new.words OR old.keys <> new.keys BEGIN DELETE FROM quote_pairs WHERE rowid = old.ord AND old.words <> ''; INSERT INTO quote_pairs (rowid, pairs) SELECT new.ord, group_concat(term, ' ') FROM ( SELECT value || '_' || lead(value) OVER (ORDER BY key) AS term FROM json_each('["' || replace(new.words, ' ', '","') || '"]') UNION ALL SELECT value FROM json_each('["' || replace(new.keys, ' ', '","') || '"]') WHERE value LIKE 'speaker:%') WHERE new.words <> '' GROUP BY new.ord; END;

-- How common words are, so that the telling ones are known before any index is asked: counted in a sample, the listed
-- quotes whose place is divisible by 16 (places end in bits of a hash, so the sample is the same on every machine);
-- n stands for about 16 n quotes.
CREATE TABLE word (
  term TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER word_insert AFTER INSERT ON quote WHEN (new.ord & 15) = 0 AND new.words <> '' BEGIN INSERT INTO word (term, n) SELECT DISTINCT value, 1 FROM json_each('["' || replace(new.words, ' ', '","') || '"]') WHERE true ON CONFLICT (term) DO UPDATE SET n = n + 1; END;
CREATE TRIGGER word_delete AFTER DELETE ON quote WHEN (old.ord & 15) = 0 AND old.words <> '' BEGIN UPDATE word SET n = n - 1 WHERE term IN (SELECT value FROM json_each('["' || replace(old.words, ' ', '","') || '"]')); DELETE FROM word WHERE n = 0 AND term IN (SELECT value FROM json_each('["' || replace(old.words, ' ', '","') || '"]')); END;
CREATE TRIGGER word_update AFTER UPDATE OF ord, words ON quote WHEN old.ord <> new.ord OR old.words <> new.words BEGIN INSERT INTO word (term, n) SELECT DISTINCT value, 1 FROM json_each('["' || replace(new.words, ' ', '","') || '"]') WHERE (new.ord & 15) = 0 AND new.words <> '' ON CONFLICT (term) DO UPDATE SET n = n + 1; UPDATE word SET n = n - 1 WHERE (old.ord & 15) = 0 AND old.words <> '' AND term IN (SELECT value FROM json_each('["' || replace(old.words, ' ', '","') || '"]')); DELETE FROM word WHERE n = 0 AND (old.ord & 15) = 0 AND term IN (SELECT value FROM json_each('["' || replace(old.words, ' ', '","') || '"]')); END;

-- Quotes that are on record already.
INSERT INTO quote_pairs (rowid, pairs)
  SELECT q.ord, (
    SELECT group_concat(term, ' ') FROM (
      SELECT value || '_' || lead(value) OVER (ORDER BY key) AS term
        FROM json_each('["' || replace(q.words, ' ', '","') || '"]')
      UNION ALL
      SELECT value FROM json_each('["' || replace(q.keys, ' ', '","') || '"]') WHERE value LIKE 'speaker:%'))
  FROM quote AS q WHERE q.words <> '';
INSERT INTO word (term, n)
  SELECT w.value, count(DISTINCT q.ord)
  FROM quote AS q, json_each('["' || replace(q.words, ' ', '","') || '"]') AS w
  WHERE (q.ord & 15) = 0 AND q.words <> ''
  GROUP BY w.value;

-- The pieces of one utterance in one document.
CREATE INDEX quote_source_utterance ON quote_source (document_id, (found ->> '$.group'));
