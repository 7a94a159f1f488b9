-- What each kind of thing is called: its words, its day or '', its region and district or 0.

-- name: thing_region
SELECT '', '', id, 0 FROM region WHERE id = ?1;

-- name: thing_district
SELECT '', '', 0, id FROM district WHERE id = ?1;

-- name: thing_body
SELECT name, '', 0, 0 FROM body WHERE id = ?1;

-- name: thing_person
SELECT name, '', 0, 0 FROM person WHERE id = ?1;

-- name: thing_directive
SELECT number, '', 0, 0 FROM directive WHERE id = ?1;

-- name: thing_task
SELECT code || ' ' || title, '', 0, 0 FROM task WHERE id = ?1;

-- name: thing_leaf
SELECT t.code || ' ' || t.title, '', COALESCE(l.region_id, 0), COALESCE(l.district_id, 0)
FROM leaf l JOIN task t ON t.id = l.task_id WHERE l.id = ?1;

-- name: thing_meeting
SELECT '', held_on, region_id, 0 FROM meeting WHERE id = ?1;

-- name: thing_review
SELECT period, '', region_id, 0 FROM review WHERE id = ?1;

-- name: thing_remark
SELECT '', said_on, COALESCE(region_id, 0), COALESCE(district_id, 0) FROM remark WHERE id = ?1;

-- name: thing_report_series
SELECT name, '', 0, 0 FROM report_series WHERE id = ?1;
-- name: thing_indicator
SELECT name, '', 0, 0 FROM indicator WHERE id = ?1;
