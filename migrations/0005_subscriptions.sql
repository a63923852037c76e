-- Who gets the digest by mail, and what is on its way to them. Addresses stand in `subscriber` and, until they are
-- dealt with, in `subscription_request`; nowhere else.

-- Ids are never used twice, so that a link mailed to somebody can never open somebody else's subscription.
CREATE TABLE subscriber (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('pending', 'confirmed', 'unsubscribed')),
  cadence TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  -- canonical JSON {people, countries, topics}, and its hash: subscribers who share it get the same letter
  preferences TEXT NOT NULL,
  preferences_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  confirmed_at TEXT,
  updated_at TEXT NOT NULL
);
CREATE INDEX subscriber_list ON subscriber (cadence, id) WHERE status = 'confirmed';
CREATE INDEX subscriber_age ON subscriber (status, updated_at);

-- Addresses that are not written to, known by a keyed hash only. until NULL: for good.
CREATE TABLE suppression (
  address_hash TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('erased', 'bounced', 'complained')),
  at TEXT NOT NULL,
  until TEXT
) WITHOUT ROWID;
CREATE INDEX suppression_age ON suppression (until) WHERE until IS NOT NULL;

-- Requests as they came in. Everything that depends on the address happens later, in the queue's consumer, so that
-- every request is answered alike. A row is deleted once its letter is sent or is not to be sent.
CREATE TABLE subscription_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  cadence TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  preferences TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'claimed')),
  -- 1: counted against the caps already
  counted INTEGER NOT NULL DEFAULT 0 CHECK (counted IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  claimed_at TEXT,
  queued_at TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX subscription_request_age ON subscription_request (state, queued_at);

-- How many letters were asked for within a window of time, by (hashed) address, domain, network and overall.
CREATE TABLE mail_cap (
  bucket TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX mail_cap_age ON mail_cap (expires_at);

-- An issue on its way: how far the list of its readers has been written down (subscribers up to `cursor`).
CREATE TABLE mailing (
  issue_id TEXT PRIMARY KEY,
  cadence TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  cursor INTEGER NOT NULL DEFAULT 0,
  listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1)),
  opened_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX mailing_open ON mailing (listed, opened_at);

-- The letter of an issue for one set of preferences; html NULL: nothing in the issue matches. U+0002 and U+0003 stand
-- for each reader's own tokens.
CREATE TABLE letter (
  issue_id TEXT NOT NULL,
  preferences_key TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT,
  html TEXT,
  PRIMARY KEY (issue_id, preferences_key)
);

-- due      to be sent from next_at on
-- claimed  a consumer is sending it; if that takes too long, nobody knows whether it was sent: unknown
-- sent, skipped (nobody to send it to any more), failed (refused for good) and unknown are final
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  issue_id TEXT NOT NULL,
  subscriber_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'failed', 'unknown')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  claimed_at TEXT,
  ended_at TEXT,
  message_id TEXT,
  reason TEXT,
  UNIQUE (issue_id, subscriber_id)
);
CREATE INDEX delivery_open ON delivery (state, queued_at) WHERE state IN ('due', 'claimed');

-- While this lies in the future nothing is sent: a daily limit is reached, or the account is not set up.
CREATE TABLE mail_pause (
  name TEXT PRIMARY KEY CHECK (name = 'mail'),
  until TEXT NOT NULL,
  reason TEXT NOT NULL
) WITHOUT ROWID;

-- Bounces and complaints already heard of.
CREATE TABLE mail_event (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX mail_event_age ON mail_event (at);

-- Queue messages that no attempt could deal with.
CREATE TABLE dead_letter (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
