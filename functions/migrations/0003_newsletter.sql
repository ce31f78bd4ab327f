-- Who asked for the newsletter, who receives it, what they agreed to, and who is never to be written to again.
-- Links in letters are signed with a secret that is not in the store: nothing here lets anybody confirm or leave for others.

CREATE TABLE signups (
  id TEXT PRIMARY KEY NOT NULL,
  -- As it was typed, in its normal form; and as it goes on the wire, with the domain in ASCII.
  address TEXT NOT NULL,
  wire TEXT NOT NULL,
  -- `unreachable` was asked for while the server of mail could not carry such an address.
  state TEXT NOT NULL CHECK (state IN ('pending', 'unreachable', 'confirmed')),
  lang TEXT NOT NULL,
  -- Arrays of codes and of ids as JSON; an empty one means all.
  languages TEXT NOT NULL,
  topics TEXT NOT NULL,
  -- The proof of consent: on which page, to which text in which version.
  page TEXT NOT NULL,
  consent TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  -- Where letters to the address probably end, however it is written: by this they are bounded.
  mailbox TEXT NOT NULL
) STRICT;

CREATE INDEX signups_by_wire ON signups (wire);
CREATE INDEX signups_by_mailbox ON signups (mailbox, asked_at);
CREATE INDEX signups_by_time ON signups (expires_at);

-- How many were taken in each hour, so that the bound on all of them costs one row to read.
CREATE TABLE signup_hours (
  hour TEXT PRIMARY KEY NOT NULL,
  taken INTEGER NOT NULL
) STRICT;

CREATE TABLE subscribers (
  id TEXT PRIMARY KEY NOT NULL,
  address TEXT NOT NULL,
  wire TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'left')),
  lang TEXT NOT NULL,
  languages TEXT NOT NULL,
  topics TEXT NOT NULL,
  since TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE consents (
  subscriber TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('asked', 'confirmed', 'imported', 'changed', 'paused', 'resumed', 'left')),
  at TEXT NOT NULL,
  lang TEXT NOT NULL,
  page TEXT NOT NULL,
  consent TEXT NOT NULL,
  version TEXT NOT NULL
) STRICT;

CREATE INDEX consents_by_subscriber ON consents (subscriber, at);

-- Addresses that a list must not bring back: SHA-256 of the address as it goes on the wire, and of which topic; all when empty.
CREATE TABLE suppressions (
  digest TEXT NOT NULL,
  topic TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('refused', 'left', 'erased')),
  at TEXT NOT NULL,
  PRIMARY KEY (digest, topic)
) STRICT;

-- The outbox tells of submissions and of sign-ups alike. SQLite changes no constraint of a table that is there: it is made anew.
CREATE TABLE outbox_of_all (
  id TEXT PRIMARY KEY NOT NULL,
  submission TEXT REFERENCES submissions (id) ON DELETE CASCADE,
  signup TEXT REFERENCES signups (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook', 'hubspot', 'opt-in')),
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'given-up')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  trouble TEXT NOT NULL DEFAULT '',
  CHECK ((submission IS NULL) <> (signup IS NULL))
) STRICT;

INSERT INTO outbox_of_all (id, submission, kind, target, state, attempts, next_at, trouble)
SELECT id, submission, kind, target, state, attempts, next_at, trouble FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_of_all RENAME TO outbox;

CREATE INDEX outbox_by_time ON outbox (state, next_at);
CREATE INDEX outbox_by_submission ON outbox (submission);
CREATE INDEX outbox_by_signup ON outbox (signup);
