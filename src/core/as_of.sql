-- Looking at another day: temporary views under the tables' own names, which every query then reads
-- instead of the tables, so that none needs to know. A column of the table that is told otherwise
-- stands first: the first of two of one name is the one that is found. What became of a row later
-- (removed, decided) had not happened yet. A table whose rows have a day of their own belongs here.

-- name: as_of_day
CREATE TEMP TABLE looking AS SELECT CAST(?1 AS TEXT) AS day, CAST(?2 AS INTEGER) AS until;

-- name: as_of_no_day
DROP TABLE IF EXISTS temp.looking;

-- name: as_of_directive
CREATE TEMP VIEW directive AS SELECT NULL AS removed_at, x.* FROM main.directive x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.issued_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_directive
DROP VIEW IF EXISTS temp.directive;

-- A task is there from the day of what gave it; a leader's or a review's, from when it was entered.
-- name: as_of_task
CREATE TEMP VIEW task AS SELECT NULL AS removed_at, x.* FROM main.task x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND COALESCE((SELECT d.issued_on FROM main.directive d WHERE d.id = x.directive_id),
    (SELECT m.held_on FROM main.meeting m WHERE m.id = x.meeting_id), '')
    <= (SELECT day FROM temp.looking)
  AND (x.directive_id IS NOT NULL OR x.meeting_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM main.journal j WHERE j.kind = 'task' AND j.thing_id = x.id
      AND j.at < (SELECT until FROM temp.looking)));

-- name: as_of_no_task
DROP VIEW IF EXISTS temp.task;

-- A leaf that came with its task is as old as the task; one that was added is there from then on.
-- name: as_of_leaf
CREATE TEMP VIEW leaf AS SELECT NULL AS removed_at,
  CASE WHEN x.ended_on <= (SELECT day FROM temp.looking) THEN x.ended_on END AS ended_on, x.*
FROM main.leaf x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND (EXISTS (
      SELECT 1 FROM main.journal j WHERE j.kind = 'leaf' AND j.thing_id = x.id
        AND j.at < (SELECT until FROM temp.looking))
    OR COALESCE((SELECT MIN(j.change) FROM main.journal j
        WHERE j.kind = 'leaf' AND j.thing_id = x.id), 0)
      = COALESCE((SELECT MIN(j.change) FROM main.journal j
        WHERE j.kind = 'task' AND j.thing_id = x.task_id), 0));

-- name: as_of_no_leaf
DROP VIEW IF EXISTS temp.leaf;

-- name: as_of_extension
CREATE TEMP VIEW extension AS SELECT NULL AS removed_at, x.* FROM main.extension x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.decided_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_extension
DROP VIEW IF EXISTS temp.extension;

-- What was known: of a day until then, and entered by then. A row withdrawn by then stays withdrawn.
-- name: as_of_progress
CREATE TEMP VIEW progress AS
SELECT CASE WHEN x.removed_at < (SELECT until FROM temp.looking) THEN x.removed_at END AS removed_at,
  x.*
FROM main.progress x
WHERE x.as_of <= (SELECT day FROM temp.looking)
  AND x.entered_at < (SELECT until FROM temp.looking);

-- name: as_of_no_progress
DROP VIEW IF EXISTS temp.progress;

-- A meeting that was still to come had been planned.
-- name: as_of_meeting
CREATE TEMP VIEW meeting AS
SELECT NULL AS removed_at,
  CASE WHEN x.held_on > (SELECT day FROM temp.looking) THEN 'planned'
    WHEN x.state = 'final' AND x.finalized_at >= (SELECT until FROM temp.looking) THEN 'draft'
    ELSE x.state END AS state,
  CASE WHEN x.finalized_at >= (SELECT until FROM temp.looking) THEN '' ELSE x.number_text END
    AS number_text,
  x.*
FROM main.meeting x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND (x.held_on <= (SELECT day FROM temp.looking) OR EXISTS (
    SELECT 1 FROM main.journal j WHERE j.kind = 'meeting' AND j.thing_id = x.id
      AND j.at < (SELECT until FROM temp.looking)));

-- name: as_of_no_meeting
DROP VIEW IF EXISTS temp.meeting;

-- name: as_of_conclusion
CREATE TEMP VIEW conclusion AS SELECT NULL AS removed_at, x.* FROM main.conclusion x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND EXISTS (SELECT 1 FROM main.meeting m
    WHERE m.id = x.meeting_id AND m.held_on <= (SELECT day FROM temp.looking));

-- name: as_of_no_conclusion
DROP VIEW IF EXISTS temp.conclusion;

-- A review stands where it stood: begun, submitted, decided by then.
-- name: as_of_review
CREATE TEMP VIEW review AS
SELECT NULL AS removed_at,
  CASE WHEN x.decided_at < (SELECT until FROM temp.looking) THEN x.state
    WHEN x.submitted_at < (SELECT until FROM temp.looking) THEN 'submitted'
    ELSE 'drafting' END AS state,
  CASE WHEN x.state = 'approved' AND x.decided_at < (SELECT until FROM temp.looking) THEN x.frozen
    ELSE '' END AS frozen,
  CASE WHEN x.state = 'approved' AND x.decided_at < (SELECT until FROM temp.looking) THEN x.digest
    ELSE '' END AS digest,
  CASE WHEN x.decided_at < (SELECT until FROM temp.looking) THEN x.decided_at END AS decided_at,
  CASE WHEN x.decided_at < (SELECT until FROM temp.looking) THEN x.decided_by END AS decided_by,
  CASE WHEN x.decided_at < (SELECT until FROM temp.looking) THEN x.return_reason ELSE '' END
    AS return_reason,
  CASE WHEN x.decided_at < (SELECT until FROM temp.looking) THEN x.paper_number ELSE '' END
    AS paper_number,
  CASE WHEN x.submitted_at < (SELECT until FROM temp.looking) THEN x.submitted_at END
    AS submitted_at,
  CASE WHEN x.submitted_at < (SELECT until FROM temp.looking) THEN x.submitted_by END
    AS submitted_by,
  x.*
FROM main.review x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND EXISTS (
    SELECT 1 FROM main.journal j WHERE j.kind = 'review' AND j.thing_id = x.id
      AND j.at < (SELECT until FROM temp.looking));

-- name: as_of_no_review
DROP VIEW IF EXISTS temp.review;

-- name: as_of_closing
CREATE TEMP VIEW closing AS SELECT NULL AS removed_at, x.* FROM main.closing x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.closed_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_closing
DROP VIEW IF EXISTS temp.closing;

-- A remark as it had been answered or made a task by then.
-- name: as_of_remark
CREATE TEMP VIEW remark AS
SELECT NULL AS removed_at,
  CASE WHEN x.state = 'withdrawn' THEN 'withdrawn' WHEN y.tasked THEN 'task'
    WHEN y.answered THEN 'answered' ELSE 'open' END AS state,
  CASE WHEN y.tasked THEN x.task_id END AS task_id,
  CASE WHEN y.answered THEN x.answer ELSE '' END AS answer,
  CASE WHEN y.answered THEN x.document ELSE '' END AS document,
  CASE WHEN y.answered THEN x.answered_by END AS answered_by,
  CASE WHEN y.answered THEN x.answered_at END AS answered_at,
  CASE WHEN x.seen_at < (SELECT until FROM temp.looking) THEN x.seen_at END AS seen_at, x.*
FROM main.remark x
JOIN (SELECT z.id, COALESCE(z.answered_at < (SELECT until FROM temp.looking), 0) AS answered,
    EXISTS (SELECT 1 FROM main.journal j WHERE j.kind = 'task' AND j.thing_id = z.task_id
      AND j.at < (SELECT until FROM temp.looking)) AS tasked
  FROM main.remark z) y ON y.id = x.id
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.said_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_remark
DROP VIEW IF EXISTS temp.remark;

-- A series of reports is there from when it was entered; what has come, from the day it came.
-- name: as_of_report_series
CREATE TEMP VIEW report_series AS SELECT NULL AS removed_at, x.* FROM main.report_series x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND EXISTS (SELECT 1 FROM main.journal j WHERE j.kind = 'report_series' AND j.thing_id = x.id
    AND j.at < (SELECT until FROM temp.looking));

-- name: as_of_no_report_series
DROP VIEW IF EXISTS temp.report_series;

-- name: as_of_report_entry
CREATE TEMP VIEW report_entry AS
SELECT CASE WHEN x.removed_at < (SELECT until FROM temp.looking) THEN x.removed_at END AS removed_at,
  x.*
FROM main.report_entry x
WHERE x.received_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_report_entry
DROP VIEW IF EXISTS temp.report_entry;

-- name: as_of_report_extension
CREATE TEMP VIEW report_extension AS SELECT NULL AS removed_at, x.* FROM main.report_extension x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.decided_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_report_extension
DROP VIEW IF EXISTS temp.report_extension;

-- name: as_of_reminder
CREATE TEMP VIEW reminder AS SELECT NULL AS removed_at, x.* FROM main.reminder x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND x.reminded_on <= (SELECT day FROM temp.looking);

-- name: as_of_no_reminder
DROP VIEW IF EXISTS temp.reminder;
-- name: as_of_target
CREATE TEMP VIEW target AS SELECT NULL AS removed_at, x.* FROM main.target x
WHERE (x.removed_at IS NULL OR x.removed_at >= (SELECT until FROM temp.looking))
  AND EXISTS (
    SELECT 1 FROM main.journal j WHERE j.kind = 'target' AND j.thing_id = x.id
      AND j.at < (SELECT until FROM temp.looking));

-- name: as_of_no_target
DROP VIEW IF EXISTS temp.target;

-- What was known, an estimate of a day to come too.
-- name: as_of_reading
CREATE TEMP VIEW reading AS
SELECT CASE WHEN x.removed_at < (SELECT until FROM temp.looking) THEN x.removed_at END AS removed_at,
  x.*
FROM main.reading x
WHERE x.entered_at < (SELECT until FROM temp.looking);

-- name: as_of_no_reading
DROP VIEW IF EXISTS temp.reading;
