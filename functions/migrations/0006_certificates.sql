-- The code of a certificate that a passed quiz has given: whoever is shown it can ask whether it is true. Empty without one.
ALTER TABLE submissions ADD COLUMN code TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX submissions_by_code ON submissions (code) WHERE code <> '';
