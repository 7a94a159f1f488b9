-- Reporting rounds (kỳ báo cáo): who is asked, what has come, reminders (đôn đốc). A round is known
-- by its series and its number: its due day follows from the series' rhythm, so it needs no row.

-- first_due keeps the day of the month, from which every later due day is counted.
CREATE TABLE report_series (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rhythm TEXT NOT NULL
    CHECK (rhythm IN ('week', 'two-weeks', 'month', 'quarter', 'half-year', 'once')),
  first_due TEXT NOT NULL,
  last_due TEXT,
  directive_id INTEGER REFERENCES directive (id),
  removed_at INTEGER
) STRICT;

-- Neither district nor body: every district that is there on a round's due day.
CREATE TABLE report_asked (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  series_id INTEGER NOT NULL REFERENCES report_series (id),
  district_id INTEGER REFERENCES district (id),
  body_id INTEGER REFERENCES body (id),
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER,
  CHECK (district_id IS NULL OR body_id IS NULL)
) STRICT;
CREATE INDEX report_asked_series ON report_asked (series_id);

-- What has come. Removed means withdrawn: it counts as not reported again.
CREATE TABLE report_entry (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  series_id INTEGER NOT NULL REFERENCES report_series (id),
  round INTEGER NOT NULL CHECK (round > 0),
  district_id INTEGER REFERENCES district (id),
  body_id INTEGER REFERENCES body (id),
  state TEXT NOT NULL CHECK (state IN ('sent', 'unchanged')),
  received_on TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  dated_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK ((district_id IS NOT NULL) + (body_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX report_entry_series ON report_entry (series_id, round);

CREATE TABLE report_extension (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  series_id INTEGER NOT NULL REFERENCES report_series (id),
  round INTEGER NOT NULL CHECK (round > 0),
  district_id INTEGER REFERENCES district (id),
  body_id INTEGER REFERENCES body (id),
  old_due TEXT NOT NULL,
  new_due TEXT NOT NULL CHECK (new_due > old_due),
  reason TEXT NOT NULL CHECK (reason <> ''),
  agreed_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT NOT NULL,
  removed_at INTEGER,
  CHECK ((district_id IS NOT NULL) + (body_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX report_extension_series ON report_extension (series_id, round);

CREATE TABLE reminder (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  series_id INTEGER NOT NULL REFERENCES report_series (id),
  round INTEGER NOT NULL CHECK (round > 0),
  district_id INTEGER REFERENCES district (id),
  body_id INTEGER REFERENCES body (id),
  person_id INTEGER REFERENCES person (id),
  nth INTEGER NOT NULL CHECK (nth > 0),
  reminded_on TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'document', 'message')),
  note TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK ((district_id IS NOT NULL) + (body_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX reminder_series ON reminder (series_id, round);
