-- Where documents come from (docs/sources.md). What a person decided about a source, and how polling it goes.
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'page', 'post')),
  address TEXT,
  publisher TEXT NOT NULL,
  region TEXT,
  rights TEXT NOT NULL CHECK (rights IN ('open', 'quote_only')),
  licence TEXT,
  terms TEXT,
  -- of the links on a list page; of the article on each page for the other kinds
  selector TEXT,
  body_selector TEXT,
  -- minutes, where a person fixed them
  fixed_interval INTEGER,
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
  -- 1: somebody has seen it work, or it has since been polled with success
  seen_working INTEGER NOT NULL CHECK (seen_working IN (0, 1)),
  -- why it waits for a person; NULL: it does not
  held TEXT,
  -- minutes between two looks, as they adapt
  interval INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  -- until then a message about it is on its way, or somebody is at it
  queued_until TEXT,
  leased_until TEXT,
  etag TEXT,
  last_modified TEXT,
  polls INTEGER NOT NULL DEFAULT 0,
  -- new items of a usual poll, as a moving mean
  usual REAL NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  failing_since TEXT,
  last_error TEXT,
  last_tried_at TEXT,
  last_success_at TEXT,
  last_document TEXT,
  last_document_at TEXT,
  -- minutes from when its last document was published to when it came here, where the source says when
  lag INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- 1: taken out by a person; its documents stay
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);
CREATE INDEX source_due ON source (next_at) WHERE paused = 0 AND held IS NULL AND removed = 0;

-- Every article a source has listed, and what became of it.
CREATE TABLE source_item (
  source_id TEXT NOT NULL,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  published_at TEXT,
  -- new: not fetched yet; kept: a document; gone: vanished since; failed: given up
  state TEXT NOT NULL CHECK (state IN ('new', 'kept', 'gone', 'failed')),
  -- 1: it stood there when the source was first looked at, and is no news
  archive INTEGER NOT NULL CHECK (archive IN (0, 1)),
  document_id TEXT,
  first_seen_at TEXT NOT NULL,
  fetched_at TEXT,
  -- NULL: it is not fetched again
  next_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  looks INTEGER NOT NULL DEFAULT 0,
  missing INTEGER NOT NULL DEFAULT 0,
  missing_since TEXT,
  why TEXT,
  etag TEXT,
  last_modified TEXT,
  page_sha256 TEXT,
  text_sha256 TEXT,
  PRIMARY KEY (source_id, key)
);
CREATE INDEX source_item_due ON source_item (source_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX source_item_url ON source_item (source_id, url);
CREATE INDEX source_item_document ON source_item (document_id) WHERE document_id IS NOT NULL;

-- Words that a source changed after it had published them.
CREATE TABLE source_edit (
  source_id TEXT NOT NULL,
  key TEXT NOT NULL,
  document_id TEXT NOT NULL,
  at TEXT NOT NULL,
  -- since it was first fetched
  minutes INTEGER NOT NULL,
  -- 1: the page says that or when it was changed
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  before_sha256 TEXT NOT NULL,
  after_sha256 TEXT NOT NULL,
  PRIMARY KEY (source_id, key, after_sha256, before_sha256, at)
);
CREATE INDEX source_edit_order ON source_edit (source_id, at);

-- One request at a time a host, and what it asks of robots.
CREATE TABLE source_host (
  host TEXT PRIMARY KEY,
  leased_until TEXT,
  not_before TEXT,
  robots TEXT,
  robots_at TEXT
);

-- Who a text came from, what may be done with it, and which page it was taken out of.
ALTER TABLE document_revision ADD COLUMN source TEXT;
ALTER TABLE document_revision ADD COLUMN rights TEXT NOT NULL DEFAULT 'quote_only';
ALTER TABLE document_revision ADD COLUMN page_sha256 TEXT;
