-- Minutes as they became final: their whole text, once for each time, with the names and posts of
-- that day. reopened_* say what came after; of a text that stands they are NULL.

-- people: {"<person id>": {"name": …, "post": …}}, of all whom the minutes name.
CREATE TABLE minutes (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  version INTEGER NOT NULL,
  number_text TEXT NOT NULL,
  text TEXT NOT NULL,
  people TEXT NOT NULL,
  finalized_by INTEGER NOT NULL REFERENCES person (id),
  finalized_at INTEGER NOT NULL,
  reopened_by INTEGER REFERENCES person (id),
  reopened_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  UNIQUE (meeting_id, version),
  CHECK ((reopened_at IS NULL) = (reason = ''))
) STRICT;

-- An item of the agenda that takes up a task which is still open.
ALTER TABLE agenda_item ADD COLUMN task_id INTEGER REFERENCES task (id);
