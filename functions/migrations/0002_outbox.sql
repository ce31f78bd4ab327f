-- What is to be told to others about a submission, written with it in one transaction; and what those who look after the site did.

-- Why a submission looks like advertising; empty when it does not. It is kept all the same, and waits for a person.
ALTER TABLE submissions ADD COLUMN suspect TEXT NOT NULL DEFAULT '';

CREATE INDEX submissions_by_time ON submissions (form, received_at);

CREATE TABLE outbox (
  -- The same at every attempt: whoever receives it twice knows it by this.
  id TEXT PRIMARY KEY NOT NULL,
  submission TEXT NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook', 'hubspot')),
  -- An address of mail, the URL of a webhook, a portal and a form of HubSpot. Secrets are not here.
  target TEXT NOT NULL,
  -- `held` waits for a person, `waiting` for its time; `given-up` may be tried again by command.
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'given-up')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  -- Why the last attempt failed; empty when none has.
  trouble TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX outbox_by_time ON outbox (state, next_at);
CREATE INDEX outbox_by_submission ON outbox (submission);

CREATE TABLE audit (
  number INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  -- SHA-256 of the line before and of this one: a line changed or taken out breaks the chain from there on.
  chain TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is only added to');
END;
