-- Tokens of whoever may write: known by the SHA-256 of what is shown once, when they are made. `scopes`: a JSON list of
-- ingest, edit and operate.
CREATE TABLE token (
  name TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  made_at TEXT NOT NULL,
  revoked_at TEXT
) WITHOUT ROWID;

-- When somebody last asked for a subscription that was not one: links to confirm that were made before are void.
ALTER TABLE subscriber ADD COLUMN asked_at TEXT;
UPDATE subscriber SET asked_at = updated_at WHERE status = 'pending';

-- 1: among the first requests of its network on that day, which a domain's cap keeps room for.
ALTER TABLE subscription_request ADD COLUMN early INTEGER NOT NULL DEFAULT 0 CHECK (early IN (0, 1));

-- How often which limit turned something away, by day: for whoever runs the site.
CREATE TABLE turned_away (
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, what)
) WITHOUT ROWID;
