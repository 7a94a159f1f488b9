-- Indicators: what is measured, what is aimed at, and what districts told. Values are integers in
-- units of 10^-scale of their indicator; what is for the same period last year is in tenths of a
-- percent of it.

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT NOT NULL,
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 4),
  direction TEXT NOT NULL CHECK (direction IN ('higher', 'lower')),
  aggregation TEXT NOT NULL CHECK (aggregation IN ('sum', 'mean', 'last', 'ratio')),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('month', 'quarter', 'half', 'year')),
  numerator_id INTEGER REFERENCES indicator (id),
  denominator_id INTEGER REFERENCES indicator (id),
  task_id INTEGER REFERENCES task (id),
  position INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((aggregation = 'ratio') = (numerator_id IS NOT NULL)),
  CHECK ((aggregation = 'ratio') = (denominator_id IS NOT NULL)),
  CHECK (numerator_id <> denominator_id)
) STRICT;

-- Without region and district, the province's. to_date null: until further notice.
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  kind TEXT NOT NULL CHECK (kind IN ('value', 'last-year')),
  value INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  document TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK (region_id IS NULL OR district_id IS NULL),
  CHECK (to_date IS NULL OR to_date >= from_date)
) STRICT;
CREATE INDEX target_indicator ON target (indicator_id);

-- Never edited: of one district, day and kind the newest row that was not withdrawn counts.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  district_id INTEGER NOT NULL REFERENCES district (id),
  kind TEXT NOT NULL CHECK (kind IN ('actual', 'estimate')),
  as_of TEXT NOT NULL,
  value INTEGER NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  person_id INTEGER NOT NULL REFERENCES person (id),
  entered_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX reading_indicator ON reading (indicator_id, district_id, as_of, id);
