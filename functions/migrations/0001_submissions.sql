-- What visitors send by forms. The same script runs on D1 and on SQLite.
-- Times are ISO-8601 text in UTC, because D1 gives integers back as 32 bits.
CREATE TABLE submissions (
  id TEXT PRIMARY KEY NOT NULL,
  form TEXT NOT NULL,
  lang TEXT NOT NULL,
  -- The id that the page carried; empty when the page was built once for everybody.
  sent_id TEXT NOT NULL,
  -- A short hash of the answers, by which a repeat is found.
  digest TEXT NOT NULL,
  -- The answers as a JSON object: field name to answer.
  answers TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;

CREATE INDEX submissions_by_digest ON submissions (form, digest);
