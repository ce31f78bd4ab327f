-- Letters that came back: which address, by its hash, by which report. The same report counts once.
CREATE TABLE bounces (
  digest TEXT NOT NULL,
  event TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hard', 'soft')),
  status TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (digest, event)
) STRICT;

CREATE INDEX bounces_by_time ON bounces (at);

-- An address that does not exist is not written to either. SQLite changes no constraint of a table that is there: it is made anew.
CREATE TABLE suppressions_of_all (
  digest TEXT NOT NULL,
  topic TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('refused', 'left', 'erased', 'bounced')),
  at TEXT NOT NULL,
  PRIMARY KEY (digest, topic)
) STRICT;

INSERT INTO suppressions_of_all (digest, topic, why, at) SELECT digest, topic, why, at FROM suppressions;

DROP TABLE suppressions;
ALTER TABLE suppressions_of_all RENAME TO suppressions;
