-- Remarks (ý kiến chỉ đạo): a leader's word on anything, to somebody, until a day.

-- thing_kind and thing_id name what it is about; region_id and district_id are that thing's place.
-- It is given to exactly one: a body, a district's party committee or a person. An answer stays where
-- the remark becomes a task afterwards; seen_at is when its author took note of the answer.
CREATE TABLE remark (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  thing_kind TEXT NOT NULL CHECK (thing_kind IN (
    'region', 'district', 'directive', 'task', 'leaf', 'meeting', 'review', 'indicator')),
  thing_id INTEGER NOT NULL,
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  author_id INTEGER NOT NULL REFERENCES person (id),
  said_on TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  to_body_id INTEGER REFERENCES body (id),
  to_district_id INTEGER REFERENCES district (id),
  to_person_id INTEGER REFERENCES person (id),
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'task', 'withdrawn')),
  answer TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  answered_by INTEGER REFERENCES person (id),
  answered_at INTEGER,
  seen_at INTEGER,
  task_id INTEGER REFERENCES task (id),
  removed_at INTEGER,
  CHECK (region_id IS NULL OR district_id IS NULL),
  CHECK ((to_body_id IS NOT NULL) + (to_district_id IS NOT NULL) + (to_person_id IS NOT NULL) = 1),
  CHECK (state <> 'answered' OR (answer <> '' AND answered_at IS NOT NULL)),
  CHECK ((state = 'task') = (task_id IS NOT NULL))
) STRICT;
CREATE INDEX remark_thing ON remark (thing_kind, thing_id);
CREATE INDEX remark_state ON remark (state, due_on);

ALTER TABLE task ADD COLUMN remark_id INTEGER REFERENCES remark (id);
CREATE INDEX task_remark ON task (remark_id) WHERE remark_id IS NOT NULL;
