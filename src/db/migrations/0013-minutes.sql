-- What final minutes fixed of their region, their people and their conclusions' tasks stands beside
-- their text, so that nothing is read back out of it; and of an attendance list, who has only been put
-- there because he was expected on that day.

-- Until somebody says what became of them: they come and go with the meeting's day.
ALTER TABLE attendance ADD COLUMN prefilled INTEGER NOT NULL DEFAULT 0 CHECK (prefilled IN (0, 1));
UPDATE attendance SET prefilled = 1 WHERE rev = 1 AND removed_at IS NULL AND EXISTS (
  SELECT 1 FROM journal j
  WHERE j.kind = 'attendance' AND j.thing_id = attendance.id AND j.op = 'meeting-add');

-- conclusions: {"<conclusion id>": {"lead": …, "due": "YYYY-MM-DD" or "", "places": …}}, of each that
-- is a task.
ALTER TABLE minutes ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE minutes ADD COLUMN conclusions TEXT NOT NULL DEFAULT '{}';
ALTER TABLE minutes ADD COLUMN finalized_name TEXT NOT NULL DEFAULT '';
ALTER TABLE minutes ADD COLUMN reopened_name TEXT NOT NULL DEFAULT '';

-- Of older minutes it is taken from the text, once: "BIÊN BẢN: Hội nghị, Hải đảo" is their first line,
-- and each task's line in the last part is
-- "      Nhiệm vụ BB-3.1; chủ trì: …; hạn: 31/12/2021; tại: …", where what is not known is left out.
UPDATE minutes SET
  region = CASE WHEN instr(text, ', ') BETWEEN 1 AND instr(text, char(10))
    THEN substr(text, instr(text, ', ') + 2, instr(text, char(10)) - instr(text, ', ') - 2)
    ELSE '' END,
  finalized_name = COALESCE((SELECT name FROM person WHERE id = finalized_by), ''),
  reopened_name = COALESCE((SELECT name FROM person WHERE id = reopened_by), '');

WITH part AS (
  SELECT id, meeting_id, substr(text,
    instr(text, char(10) || 'KẾT LUẬN' || char(10)) + length('KẾT LUẬN') + 1) AS lines
  FROM minutes WHERE instr(text, char(10) || 'KẾT LUẬN' || char(10)) > 0
), head AS (
  SELECT p.id, p.lines, x.id AS conclusion, char(10) || '      Nhiệm vụ ' || t.code AS words
  FROM part p JOIN conclusion x ON x.meeting_id = p.meeting_id JOIN task t ON t.id = x.task_id
), found AS (
  SELECT id, conclusion, lines, max(instr(lines, words || ';'), instr(lines, words || char(10))) AS at,
    length(words) AS skip
  FROM head
), line AS (
  SELECT id, conclusion, substr(substr(lines, at + skip), 1,
    instr(substr(lines, at + skip), char(10)) - 1) AS rest
  FROM found WHERE at > 0
), placed AS (
  SELECT id, conclusion, CASE WHEN instr(rest, '; tại: ') > 0
      THEN substr(rest, instr(rest, '; tại: ') + length('; tại: ')) ELSE '' END AS places,
    CASE WHEN instr(rest, '; tại: ') > 0
      THEN substr(rest, 1, instr(rest, '; tại: ') - 1) ELSE rest END AS rest
  FROM line
), dated AS (
  SELECT id, conclusion, places, CASE WHEN instr(rest, '; hạn: ') > 0
      THEN substr(rest, instr(rest, '; hạn: ') + length('; hạn: ')) ELSE '' END AS day,
    CASE WHEN instr(rest, '; hạn: ') > 0
      THEN substr(rest, 1, instr(rest, '; hạn: ') - 1) ELSE rest END AS rest
  FROM placed
), told AS (
  SELECT id, json_group_object(CAST(conclusion AS TEXT), json_object(
    'lead', CASE WHEN instr(rest, '; chủ trì: ') > 0
      THEN substr(rest, instr(rest, '; chủ trì: ') + length('; chủ trì: ')) ELSE '' END,
    'due', CASE WHEN day = '' THEN ''
      ELSE substr(day, 7, 4) || '-' || substr(day, 4, 2) || '-' || substr(day, 1, 2) END,
    'places', places)) AS conclusions
  FROM dated GROUP BY id
)
UPDATE minutes SET conclusions = told.conclusions FROM told WHERE told.id = minutes.id;
