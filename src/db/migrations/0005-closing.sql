-- Closing of periods: what became of each open leaf, and the figures as they were.

-- A leaf that has ended (kết thúc) without being done: no longer open, never late.
ALTER TABLE leaf ADD COLUMN ended_on TEXT;
ALTER TABLE leaf ADD COLUMN ended_reason TEXT NOT NULL DEFAULT '';

-- period: a half-year, 2021H2. Taken back, it is removed, and the period can be closed again.
CREATE TABLE closing (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  period TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  closed_on TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  entered_at INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX closing_period ON closing (period) WHERE removed_at IS NULL;

-- state, percent and old_due are the leaf's own when it was decided.
CREATE TABLE closing_leaf (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  closing_id INTEGER NOT NULL REFERENCES closing (id),
  leaf_id INTEGER NOT NULL REFERENCES leaf (id),
  decision TEXT NOT NULL CHECK (decision IN ('done', 'carried', 'ended')),
  state TEXT NOT NULL,
  percent INTEGER NOT NULL,
  old_due TEXT NOT NULL,
  new_due TEXT,
  reason TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK ((decision = 'carried') = (new_due IS NOT NULL)),
  CHECK (decision = 'done' OR reason <> '')
) STRICT;
CREATE INDEX closing_leaf_closing ON closing_leaf (closing_id);
CREATE INDEX closing_leaf_leaf ON closing_leaf (leaf_id);

-- A place's figures as they stood, with the place's name of that day. Without region and district:
-- the province. A district's row tells its own leaves.
CREATE TABLE closing_figure (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  closing_id INTEGER NOT NULL REFERENCES closing (id),
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  done_in_time INTEGER NOT NULL,
  done_late INTEGER NOT NULL,
  open_in_time INTEGER NOT NULL,
  open_late INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  percent_sum INTEGER NOT NULL,
  silent INTEGER NOT NULL,
  good INTEGER NOT NULL,
  blocked INTEGER NOT NULL,
  mute INTEGER NOT NULL,
  unstarted INTEGER NOT NULL,
  stopped INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX closing_figure_closing ON closing_figure (closing_id, position);

-- The leaf as it stands, now with whether it has ended.
DROP VIEW leaf_now;
CREATE VIEW leaf_now AS
SELECT
  l.id AS leaf_id, l.task_id, l.region_id, l.district_id,
  COALESCE(
    (SELECT e.new_due FROM extension e WHERE e.leaf_id = l.id AND e.removed_at IS NULL
      ORDER BY e.id DESC LIMIT 1),
    l.due_on, t.due_on) AS due_on,
  p.id AS progress_id, COALESCE(p.state, '') AS state, COALESCE(p.percent, 0) AS percent,
  p.as_of AS as_of, l.ended_on AS ended_on
FROM leaf l
JOIN task t ON t.id = l.task_id AND t.removed_at IS NULL
LEFT JOIN progress p ON p.id = (
  SELECT q.id FROM progress q WHERE q.leaf_id = l.id AND q.removed_at IS NULL
  ORDER BY q.as_of DESC, q.id DESC LIMIT 1)
WHERE l.removed_at IS NULL;
