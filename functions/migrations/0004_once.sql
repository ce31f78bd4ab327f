-- By what a person is known who answers a form that each person answers once; empty where it does not matter.
ALTER TABLE submissions ADD COLUMN person TEXT NOT NULL DEFAULT '';

CREATE INDEX submissions_by_person ON submissions (form, person) WHERE person <> '';
