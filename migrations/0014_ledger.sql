-- The ledger: what no document can tell again, so that everything else can be thrown away and derived anew
-- (docs/adr/0022-a-ledger-of-what-is-not-derived.md). Issued digests, received texts and what was found in them are kept
-- in tables of their own (digest, document_revision, extraction, extraction_part) and belong to it.

-- Every id that was ever published, what it answers today, and when it came and changed. `last_body`: the last words of an
-- entry that no document gives any more (corrected, withdrawn).
CREATE TABLE ledger (
  noun TEXT NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  replaced_by TEXT,
  first_seen_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  first_rev INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  last_body TEXT,
  PRIMARY KEY (noun, id)
) WITHOUT ROWID;

-- What made each revision of the record. `cause`: a document that came, changed or went (source), a person (editor), a
-- better reading of the same text (reading), or deriving the record anew (rebuild). Entries name it by their `rev`.
CREATE TABLE revision (
  rev INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('source', 'editor', 'reading', 'rebuild')),
  document_id TEXT
);
CREATE INDEX revision_quiet ON revision (rev) WHERE cause IN ('reading', 'rebuild');

-- What a person laid over what was read (`field`, `value` as JSON), newest last; `ended_at`: taken back.
CREATE TABLE overlay (
  id TEXT PRIMARY KEY,
  noun TEXT NOT NULL,
  entry TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_at TEXT
) WITHOUT ROWID;
CREATE INDEX overlay_entry ON overlay (noun, entry) WHERE ended_at IS NULL;

-- What a person took down: answered 451 until it is taken back.
CREATE TABLE hide (
  id TEXT PRIMARY KEY,
  noun TEXT NOT NULL,
  entry TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_at TEXT
) WITHOUT ROWID;
CREATE INDEX hide_entry ON hide (noun, entry) WHERE ended_at IS NULL;

-- The database itself keeps the ledger, so that no way of writing an entry can forget it. What came first came first.
CREATE TRIGGER document_ledger_insert AFTER INSERT ON document BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('document', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER document_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON document BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('document', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER person_ledger_insert AFTER INSERT ON person BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('person', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER person_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON person BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('person', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER place_ledger_insert AFTER INSERT ON place BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('place', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER place_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON place BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('place', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER visit_ledger_insert AFTER INSERT ON visit BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('visit', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER visit_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON visit BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('visit', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER engagement_ledger_insert AFTER INSERT ON engagement BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('engagement', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER engagement_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON engagement BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('engagement', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER quote_ledger_insert AFTER INSERT ON quote BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('quote', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER quote_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON quote BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('quote', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER figure_ledger_insert AFTER INSERT ON figure BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('figure', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;
CREATE TRIGGER figure_ledger_update AFTER UPDATE OF status, replaced_by, first_seen_at, updated_at, first_rev, rev ON figure BEGIN INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body) VALUES ('figure', new.id, new.status, new.replaced_by, new.first_seen_at, new.updated_at, new.first_rev, new.rev, CASE WHEN new.status IN ('corrected', 'withdrawn') THEN new.body END) ON CONFLICT (noun, id) DO UPDATE SET status = excluded.status, replaced_by = excluded.replaced_by, first_seen_at = min(first_seen_at, excluded.first_seen_at), updated_at = excluded.updated_at, first_rev = min(first_rev, excluded.first_rev), rev = excluded.rev, last_body = excluded.last_body; END;

-- What is on record already.
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'document', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM document;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'person', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM person;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'place', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM place;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'visit', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM visit;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'engagement', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM engagement;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'quote', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM quote;
INSERT INTO ledger (noun, id, status, replaced_by, first_seen_at, updated_at, first_rev, rev, last_body)
  SELECT 'figure', id, status, replaced_by, first_seen_at, updated_at, first_rev, rev,
         CASE WHEN status IN ('corrected', 'withdrawn') THEN body END FROM figure;
