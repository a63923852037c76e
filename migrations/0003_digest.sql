-- Issues of the digest as they were sent. One a cadence and day; each covers the half-open range of revisions
-- (from_rev, to_rev], so that every entry is in exactly one issue of its cadence.
CREATE TABLE digest (
  id TEXT PRIMARY KEY,
  cadence TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  date TEXT NOT NULL,
  from_rev INTEGER NOT NULL,
  to_rev INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  text TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  -- JSON: every entry the issue tells of, with its keys, so that each reader can be sent what they asked for
  entries TEXT NOT NULL
);
CREATE UNIQUE INDEX digest_order ON digest (cadence, date);
CREATE UNIQUE INDEX digest_watermark ON digest (cadence, to_rev);
