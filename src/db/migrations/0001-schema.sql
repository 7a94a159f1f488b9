-- The whole domain's tables. Rules for all of them: ids are office·2^40 + n from the counter;
-- instants are epoch milliseconds UTC; civil dates are YYYY-MM-DD, from and to inclusive, NULL open;
-- rev grows with each change; nothing is deleted, removed_at says that it is gone.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  office INTEGER PRIMARY KEY CHECK (office BETWEEN 1 AND 4095),
  last INTEGER NOT NULL
) STRICT;

-- Structure ------------------------------------------------------------------------------------

CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;

CREATE TABLE region (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;

CREATE TABLE district (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  region_id INTEGER NOT NULL REFERENCES region (id),
  district_id INTEGER NOT NULL REFERENCES district (id),
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
  position INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX membership_region ON membership (region_id, position);
CREATE INDEX membership_district ON membership (district_id);

-- People ---------------------------------------------------------------------------------------

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  login TEXT UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL DEFAULT '',
  sort_key BLOB NOT NULL,
  post TEXT NOT NULL DEFAULT '',
  rank INTEGER NOT NULL DEFAULT 999,
  body_id INTEGER REFERENCES body (id),
  district_id INTEGER REFERENCES district (id),
  phone TEXT NOT NULL DEFAULT '',
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX person_order ON person (rank, sort_key);

CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('leader', 'secretary', 'office', 'admin', 'viewer')),
  from_date TEXT,
  to_date TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX role_grant_person ON role_grant (person_id);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  member_id INTEGER REFERENCES person (id),
  stand_in INTEGER NOT NULL DEFAULT 0 CHECK (stand_in IN (0, 1)),
  document TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL,
  to_date TEXT,
  removed_at INTEGER,
  CHECK ((region_id IS NOT NULL) + (district_id IS NOT NULL) + (member_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX assignment_person ON assignment (person_id);
CREATE INDEX assignment_region ON assignment (region_id) WHERE region_id IS NOT NULL;
CREATE INDEX assignment_district ON assignment (district_id) WHERE district_id IS NOT NULL;

-- Directives and tasks -------------------------------------------------------------------------

CREATE TABLE directive (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  signer_post TEXT NOT NULL DEFAULT '',
  signer_name TEXT NOT NULL DEFAULT '',
  recipients TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  removed_at INTEGER,
  UNIQUE (number, issued_on)
) STRICT;

-- A byte range of the directive's text, so that its words are never retyped. The operative text is
-- the union of the top clauses.
CREATE TABLE clause (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  directive_id INTEGER NOT NULL REFERENCES directive (id),
  parent_id INTEGER REFERENCES clause (id),
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte > start_byte),
  removed_at INTEGER,
  UNIQUE (directive_id, code)
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  origin TEXT NOT NULL CHECK (origin IN ('directive', 'meeting', 'review', 'remark')),
  directive_id INTEGER REFERENCES directive (id),
  clause_id INTEGER REFERENCES clause (id),
  meeting_id INTEGER REFERENCES meeting (id),
  review_id INTEGER REFERENCES review (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  lead_words TEXT NOT NULL DEFAULT '',
  deadline_kind TEXT NOT NULL
    CHECK (deadline_kind IN ('date', 'period', 'recurring', 'continuous', 'none')),
  deadline_words TEXT NOT NULL DEFAULT '',
  due_on TEXT,
  target_words TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  CHECK (due_on IS NULL OR deadline_kind IN ('date', 'period'))
) STRICT;
CREATE UNIQUE INDEX task_code ON task (COALESCE(directive_id, 0), code);
CREATE INDEX task_clause ON task (clause_id);
CREATE INDEX task_meeting ON task (meeting_id) WHERE meeting_id IS NOT NULL;

-- The words of the directive that a task stands on: its quote, and those that tell its target,
-- deadline and places where they stand apart.
CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  task_id INTEGER NOT NULL REFERENCES task (id),
  part TEXT NOT NULL CHECK (part IN ('quote', 'target', 'deadline', 'place')),
  start_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte > start_byte),
  removed_at INTEGER
) STRICT;
CREATE INDEX citation_task ON citation (task_id);

CREATE TABLE task_body (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  task_id INTEGER NOT NULL REFERENCES task (id),
  body_id INTEGER NOT NULL REFERENCES body (id),
  part TEXT NOT NULL CHECK (part IN ('lead', 'cooperating')),
  position INTEGER NOT NULL DEFAULT 0,
  removed_at INTEGER
) STRICT;
CREATE INDEX task_body_task ON task_body (task_id);

-- Task × place; without region and district, the place is the province.
CREATE TABLE leaf (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  task_id INTEGER NOT NULL REFERENCES task (id),
  region_id INTEGER REFERENCES region (id),
  district_id INTEGER REFERENCES district (id),
  body_id INTEGER REFERENCES body (id),
  due_on TEXT,
  removed_at INTEGER,
  CHECK (region_id IS NULL OR district_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX leaf_place ON leaf (task_id, COALESCE(region_id, 0), COALESCE(district_id, 0));
CREATE INDEX leaf_district ON leaf (district_id) WHERE district_id IS NOT NULL;
CREATE INDEX leaf_region ON leaf (region_id) WHERE region_id IS NOT NULL;

CREATE TABLE extension (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  leaf_id INTEGER NOT NULL REFERENCES leaf (id),
  old_due TEXT NOT NULL,
  new_due TEXT NOT NULL CHECK (new_due > old_due),
  reason TEXT NOT NULL CHECK (reason <> ''),
  agreed_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX extension_leaf ON extension (leaf_id);

-- One row per update, never edited. Removed means withdrawn: the one before counts again.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  leaf_id INTEGER NOT NULL REFERENCES leaf (id),
  state TEXT NOT NULL CHECK (state IN ('not-started', 'doing', 'done', 'blocked')),
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
  note TEXT NOT NULL DEFAULT '',
  as_of TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  person_id INTEGER NOT NULL REFERENCES person (id),
  entered_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((state = 'done') = (percent = 100)),
  CHECK (state <> 'not-started' OR percent = 0)
) STRICT;
CREATE INDEX progress_leaf ON progress (leaf_id, as_of DESC, id DESC);

-- Meetings -------------------------------------------------------------------------------------

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  region_id INTEGER NOT NULL REFERENCES region (id),
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'conference', 'survey')),
  subject TEXT NOT NULL DEFAULT '',
  held_on TEXT NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  ends TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  chair_id INTEGER REFERENCES person (id),
  recorder_id INTEGER REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'in-progress', 'draft', 'final')),
  number INTEGER,
  number_text TEXT NOT NULL DEFAULT '',
  finalized_by INTEGER REFERENCES person (id),
  finalized_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX meeting_region ON meeting (region_id, held_on DESC);

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  proceedings TEXT NOT NULL DEFAULT '',
  carried_over INTEGER NOT NULL DEFAULT 0 CHECK (carried_over IN (0, 1)),
  removed_at INTEGER
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  person_id INTEGER REFERENCES person (id),
  guest TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('present', 'absent', 'guest')),
  reason TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  removed_at INTEGER,
  CHECK ((person_id IS NULL) = (guest <> ''))
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting_id, position);

CREATE TABLE conclusion (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id),
  item_id INTEGER REFERENCES agenda_item (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  task_id INTEGER REFERENCES task (id),
  removed_at INTEGER
) STRICT;
CREATE INDEX conclusion_meeting ON conclusion (meeting_id, position);

-- Reviews --------------------------------------------------------------------------------------

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  region_id INTEGER NOT NULL REFERENCES region (id),
  period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]H[12]'),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('drafting', 'submitted', 'returned', 'approved')),
  section1 TEXT NOT NULL DEFAULT '',
  section2 TEXT NOT NULL DEFAULT '',
  section3 TEXT NOT NULL DEFAULT '',
  section4 TEXT NOT NULL DEFAULT '',
  section5 TEXT NOT NULL DEFAULT '',
  section6 TEXT NOT NULL DEFAULT '',
  submitted_by INTEGER REFERENCES person (id),
  submitted_at INTEGER,
  return_reason TEXT NOT NULL DEFAULT '',
  decided_by INTEGER REFERENCES person (id),
  decided_at INTEGER,
  paper_number TEXT NOT NULL DEFAULT '',
  frozen TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  UNIQUE (region_id, period),
  CHECK ((state = 'approved') = (frozen <> ''))
) STRICT;

CREATE TABLE review_mark (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  review_id INTEGER NOT NULL REFERENCES review (id),
  district_id INTEGER NOT NULL REFERENCES district (id),
  position INTEGER NOT NULL DEFAULT 0,
  proposed TEXT NOT NULL DEFAULT 'none' CHECK (proposed IN ('none', 'good', 'met', 'unmet')),
  proposed_reason TEXT NOT NULL DEFAULT '',
  proposed_by INTEGER REFERENCES person (id),
  mark TEXT NOT NULL DEFAULT 'none' CHECK (mark IN ('none', 'good', 'met', 'unmet')),
  mark_reason TEXT NOT NULL DEFAULT '',
  marked_by INTEGER REFERENCES person (id),
  removed_at INTEGER,
  UNIQUE (review_id, district_id)
) STRICT;

-- A person's own place in the program ----------------------------------------------------------

CREATE TABLE visit (
  person_id INTEGER PRIMARY KEY REFERENCES person (id),
  last_at INTEGER NOT NULL,
  place TEXT NOT NULL DEFAULT ''
) STRICT;

-- Journal --------------------------------------------------------------------------------------

-- change is the seq of the first entry of the operation; undoes is the change that this one takes
-- back. hash covers a version byte and the length-prefixed fields as stored, body_hash and prev.
CREATE TABLE journal (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  op TEXT NOT NULL,
  change INTEGER NOT NULL,
  undoes INTEGER,
  kind TEXT NOT NULL,
  thing_id INTEGER NOT NULL,
  base_rev INTEGER NOT NULL,
  body_hash BLOB NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (office, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_thing ON journal (kind, thing_id, seq);
CREATE INDEX journal_person ON journal (person_id, seq);

CREATE TABLE journal_body (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  salt BLOB NOT NULL,
  bytes BLOB,
  PRIMARY KEY (office, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- Compared with the last row, never with max(): a row slipped in above the end would satisfy that.
CREATE TRIGGER journal_no_gap BEFORE INSERT ON journal
WHEN NEW.seq <> 1 + COALESCE(
    (SELECT seq FROM journal WHERE office = NEW.office ORDER BY seq DESC LIMIT 1), 0)
  OR NEW.prev <> COALESCE(
    (SELECT hash FROM journal WHERE office = NEW.office ORDER BY seq DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'the journal has no gaps'); END;
-- A body may be erased for confidentiality, and only erased: its hash stays in the chain.
CREATE TRIGGER journal_body_no_update BEFORE UPDATE ON journal_body
WHEN NEW.bytes IS NOT NULL OR NEW.salt <> OLD.salt OR NEW.seq <> OLD.seq OR NEW.office <> OLD.office
BEGIN SELECT RAISE(ABORT, 'a journal body can only be erased'); END;
CREATE TRIGGER journal_body_no_delete BEFORE DELETE ON journal_body
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The leaf as it stands: the latest progress that was not withdrawn, and the deadline in force.
CREATE VIEW leaf_now AS
SELECT
  l.id AS leaf_id, l.task_id, l.region_id, l.district_id,
  COALESCE(
    (SELECT e.new_due FROM extension e WHERE e.leaf_id = l.id AND e.removed_at IS NULL
      ORDER BY e.id DESC LIMIT 1),
    l.due_on, t.due_on) AS due_on,
  p.id AS progress_id, COALESCE(p.state, '') AS state, COALESCE(p.percent, 0) AS percent,
  p.as_of AS as_of
FROM leaf l
JOIN task t ON t.id = l.task_id AND t.removed_at IS NULL
LEFT JOIN progress p ON p.id = (
  SELECT q.id FROM progress q WHERE q.leaf_id = l.id AND q.removed_at IS NULL
  ORDER BY q.as_of DESC, q.id DESC LIMIT 1)
WHERE l.removed_at IS NULL;
