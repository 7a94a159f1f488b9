-- Bodies over time: what they are called from a day on. Who follows whom stands in succession, as for
-- districts. Rows are added and never rewritten.

-- From that day on; before the first such row a body is called as its own row says.
CREATE TABLE body_name (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  body_id INTEGER NOT NULL REFERENCES body (id),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  from_date TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  removed_at INTEGER
) STRICT;
CREATE INDEX body_name_body ON body_name (body_id, from_date);

CREATE INDEX succession_new_body ON succession (new_body_id) WHERE new_body_id IS NOT NULL;
CREATE INDEX leaf_body ON leaf (body_id) WHERE body_id IS NOT NULL;
