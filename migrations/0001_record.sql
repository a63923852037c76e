-- The published record: one table a noun, all of one shape, each row holding the JSON that leaves the house.
--
-- ord         the place in lists: day * 2^33 + 33 bits of a hash of the id, so that one integer sorts by day and
--             breaks ties by content; undated rows have day 0; rows that are not listed have a negative ord.
-- status      published | corrected | withdrawn | redirected (redirected: answered with 308 to replaced_by)
-- keys        what lists can be filtered by, as tokens: "speaker:jens-stoltenberg country:us topic:nuclear"
-- words       what can be searched, already folded to lower-case tokens separated by blanks
-- body        the public JSON object; U+0001 stands for the origin of absolute addresses
-- *_rev       the value of the revision counter when the row first appeared and when it last changed
--
-- <noun>_index is an FTS5 index over keys and words that takes its columns from the table (external content):
-- a page of a list under any combination of filters is one statement that reads the rows of that page only
-- (MATCH, a range of ord, ORDER BY rowid, LIMIT). Bounds on rowid must be bound as CAST(? AS INTEGER).

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counter (name, value) VALUES ('revision', 0);

CREATE TABLE moment (
  name TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- A write begins by stating which revision it was computed from; NULL here fails the whole batch.
CREATE TABLE write_guard (
  expected INTEGER NOT NULL
);

-- How many listed rows of a noun carry a key: tally('quote speaker:jens-stoltenberg') = 37; tally('quote') = all.
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) WITHOUT ROWID;

-- ord by published_on; keys: person: named in it, publisher:, url:
CREATE TABLE document (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX document_changes ON document (updated_at, id);
CREATE INDEX document_arrivals ON document (first_rev);
CREATE INDEX document_replaced ON document (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE document_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'document', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER document_index_insert AFTER INSERT ON document BEGIN INSERT INTO document_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER document_index_delete AFTER DELETE ON document BEGIN INSERT INTO document_index (document_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER document_index_update AFTER UPDATE OF ord, keys, words ON document BEGIN INSERT INTO document_index (document_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO document_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by the last day on record; keys: kind:person or kind:organisation
CREATE TABLE person (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX person_changes ON person (updated_at, id);
CREATE INDEX person_arrivals ON person (first_rev);
CREATE INDEX person_replaced ON person (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE person_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'person', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER person_index_insert AFTER INSERT ON person BEGIN INSERT INTO person_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER person_index_delete AFTER DELETE ON person BEGIN INSERT INTO person_index (person_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER person_index_update AFTER UPDATE OF ord, keys, words ON person BEGIN INSERT INTO person_index (person_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO person_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by the last day on record; keys: kind: country, city or venue; country:
CREATE TABLE place (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX place_changes ON place (updated_at, id);
CREATE INDEX place_arrivals ON place (first_rev);
CREATE INDEX place_replaced ON place (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE place_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'place', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER place_index_insert AFTER INSERT ON place BEGIN INSERT INTO place_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER place_index_delete AFTER DELETE ON place BEGIN INSERT INTO place_index (place_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER place_index_update AFTER UPDATE OF ord, keys, words ON place BEGIN INSERT INTO place_index (place_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO place_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by start; keys: visitor: country: city: status:made or status:announced
CREATE TABLE visit (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX visit_changes ON visit (updated_at, id);
CREATE INDEX visit_arrivals ON visit (first_rev);
CREATE INDEX visit_replaced ON visit (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE visit_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'visit', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER visit_index_insert AFTER INSERT ON visit BEGIN INSERT INTO visit_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER visit_index_delete AFTER DELETE ON visit BEGIN INSERT INTO visit_index (visit_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER visit_index_update AFTER UPDATE OF ord, keys, words ON visit BEGIN INSERT INTO visit_index (visit_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO visit_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by date; keys: person: kind: country: city: visit:
CREATE TABLE engagement (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX engagement_changes ON engagement (updated_at, id);
CREATE INDEX engagement_arrivals ON engagement (first_rev);
CREATE INDEX engagement_replaced ON engagement (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE engagement_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'engagement', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER engagement_index_insert AFTER INSERT ON engagement BEGIN INSERT INTO engagement_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER engagement_index_delete AFTER DELETE ON engagement BEGIN INSERT INTO engagement_index (engagement_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER engagement_index_update AFTER UPDATE OF ord, keys, words ON engagement BEGIN INSERT INTO engagement_index (engagement_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO engagement_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by said_on; keys: speaker: visit: engagement: document: topic: country: sources:2 (and every number below what it has)
CREATE TABLE quote (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX quote_changes ON quote (updated_at, id);
CREATE INDEX quote_arrivals ON quote (first_rev);
CREATE INDEX quote_replaced ON quote (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE quote_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'quote', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER quote_index_insert AFTER INSERT ON quote BEGIN INSERT INTO quote_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER quote_index_delete AFTER DELETE ON quote BEGIN INSERT INTO quote_index (quote_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER quote_index_update AFTER UPDATE OF ord, keys, words ON quote BEGIN INSERT INTO quote_index (quote_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO quote_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;

-- ord by said_on; keys: person: unit: document:
CREATE TABLE figure (
  ord INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('published', 'corrected', 'withdrawn', 'redirected')),
  replaced_by TEXT,
  keys TEXT NOT NULL,
  words TEXT NOT NULL,
  body TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  CHECK (status <> 'redirected' OR replaced_by IS NOT NULL),
  CHECK ((status = 'published') = (ord > 0))
);
CREATE INDEX figure_changes ON figure (updated_at, id);
CREATE INDEX figure_arrivals ON figure (first_rev);
CREATE INDEX figure_replaced ON figure (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE VIRTUAL TABLE figure_index USING fts5 (
  keys, words, body UNINDEXED,
  content = 'figure', content_rowid = 'ord',
  tokenize = "unicode61 remove_diacritics 0 tokenchars ':-_'"
);
CREATE TRIGGER figure_index_insert AFTER INSERT ON figure BEGIN INSERT INTO figure_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
CREATE TRIGGER figure_index_delete AFTER DELETE ON figure BEGIN INSERT INTO figure_index (figure_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); END;
CREATE TRIGGER figure_index_update AFTER UPDATE OF ord, keys, words ON figure BEGIN INSERT INTO figure_index (figure_index, rowid, keys, words) VALUES ('delete', old.ord, old.keys, old.words); INSERT INTO figure_index (rowid, keys, words) VALUES (new.ord, new.keys, new.words); END;
