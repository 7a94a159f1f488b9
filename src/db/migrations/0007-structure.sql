-- Structure over time: what places are called from a day on, who follows whom, and the word for the
-- level below the province. Rows are added and never rewritten, so that each day keeps its own words.

-- From that day on; before the first such row a place is called as its own row says. kind is '' for a
-- region.
CREATE TABLE place_name (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  kind TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),
  from_date TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK ((region_id IS NULL) <> (district_id IS NULL))
) STRICT;
CREATE INDEX place_name_district ON place_name (district_id, from_date) WHERE district_id IS NOT NULL;
CREATE INDEX place_name_region ON place_name (region_id, from_date) WHERE region_id IS NOT NULL;

-- n:m. on_date is the successor's first day in the predecessor's stead; the predecessor may go on.
CREATE TABLE succession (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  old_district_id INTEGER REFERENCES district (id),
  new_district_id INTEGER REFERENCES district (id),
  old_body_id INTEGER REFERENCES body (id),
  new_body_id INTEGER REFERENCES body (id),
  on_date TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK ((old_district_id IS NULL) = (new_district_id IS NULL)),
  CHECK ((old_body_id IS NULL) = (new_body_id IS NULL)),
  CHECK ((old_district_id IS NULL) <> (old_body_id IS NULL))
) STRICT;
CREATE INDEX succession_old_district ON succession (old_district_id);
CREATE INDEX succession_new_district ON succession (new_district_id);
CREATE INDEX succession_old_body ON succession (old_body_id) WHERE old_body_id IS NOT NULL;

CREATE TABLE level_name (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  from_date TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  removed_at INTEGER
) STRICT;
