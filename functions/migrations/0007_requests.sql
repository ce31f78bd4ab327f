-- Who asked, by a letter, to see what they sent and to take it out. Gone after a day, when their link is no longer good.
CREATE TABLE requests (
  id TEXT PRIMARY KEY NOT NULL,
  -- As it was typed, in its normal form; and as it goes on the wire, with the domain in ASCII.
  address TEXT NOT NULL,
  wire TEXT NOT NULL,
  lang TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  -- Where letters to the address probably end, however it is written: by this they are bounded.
  mailbox TEXT NOT NULL
) STRICT;

CREATE INDEX requests_by_mailbox ON requests (mailbox, asked_at);
CREATE INDEX requests_by_time ON requests (asked_at);

-- The outbox tells of these too. SQLite changes no constraint of a table that is there: it is made anew.
CREATE TABLE outbox_of_all (
  id TEXT PRIMARY KEY NOT NULL,
  submission TEXT REFERENCES submissions (id) ON DELETE CASCADE,
  signup TEXT REFERENCES signups (id) ON DELETE CASCADE,
  request TEXT REFERENCES requests (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook', 'hubspot', 'opt-in', 'personal-data')),
  target TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'given-up')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  trouble TEXT NOT NULL DEFAULT '',
  CHECK ((submission IS NOT NULL) + (signup IS NOT NULL) + (request IS NOT NULL) = 1)
) STRICT;

INSERT INTO outbox_of_all (id, submission, signup, kind, target, state, attempts, next_at, trouble)
SELECT id, submission, signup, kind, target, state, attempts, next_at, trouble FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_of_all RENAME TO outbox;

CREATE INDEX outbox_by_time ON outbox (state, next_at);
CREATE INDEX outbox_by_submission ON outbox (submission);
CREATE INDEX outbox_by_signup ON outbox (signup);
CREATE INDEX outbox_by_request ON outbox (request);
