-- ?1 from when on, ?2 a person or 0. A change is named by its first entry.
-- name: audit_log
SELECT j.seq, j.at, COALESCE(j.undoes, 0), j.thing_id, c.entries, j.op, j.kind,
  COALESCE(p.name, ''), COALESCE(p.login, '')
FROM (SELECT office, change, COUNT(*) AS entries FROM journal WHERE at >= ?1
      GROUP BY office, change) c
JOIN journal j ON j.office = c.office AND j.seq = c.change
LEFT JOIN person p ON p.id = j.person_id
WHERE j.at >= ?1 AND (?2 = 0 OR j.person_id = ?2)
ORDER BY j.office, j.seq;

-- What stands for an id in a sentence.
-- name: audit_name_person
SELECT name FROM person WHERE id = ?1;

-- name: audit_name_region
SELECT name FROM region WHERE id = ?1;

-- name: audit_name_district
SELECT name FROM district WHERE id = ?1;

-- name: audit_name_body
SELECT name FROM body WHERE id = ?1;

-- name: audit_name_directive
SELECT number FROM directive WHERE id = ?1;

-- name: audit_name_clause
SELECT code FROM clause WHERE id = ?1;

-- name: audit_name_task
SELECT code || ' ' || title FROM task WHERE id = ?1;

-- name: audit_name_leaf
SELECT t.code || ', ' || COALESCE(d.name, r.name, '')
FROM leaf l JOIN task t ON t.id = l.task_id
LEFT JOIN region r ON r.id = l.region_id
LEFT JOIN district d ON d.id = l.district_id
WHERE l.id = ?1;

-- name: audit_name_meeting
SELECT substr(m.held_on, 9, 2) || '/' || substr(m.held_on, 6, 2) || '/' || substr(m.held_on, 1, 4)
  || ', ' || r.name
FROM meeting m JOIN region r ON r.id = m.region_id WHERE m.id = ?1;

-- name: audit_name_agenda_item
SELECT title FROM agenda_item WHERE id = ?1;

-- name: audit_name_indicator
SELECT name FROM indicator WHERE id = ?1;

-- name: audit_name_review
SELECT r.name || ', ' || v.period FROM review v JOIN region r ON r.id = v.region_id WHERE v.id = ?1;

-- name: audit_name_closing
SELECT period FROM closing WHERE id = ?1;

-- name: audit_name_remark
SELECT a.name || ', ' || y.said_on FROM remark y JOIN person a ON a.id = y.author_id WHERE y.id = ?1;

-- name: audit_name_report_series
SELECT name FROM report_series WHERE id = ?1;

-- Decimals and unit of a figure: a share of last year's has one decimal (LAST_YEAR_SCALE).
-- name: audit_scale_target
SELECT CASE t.kind WHEN 'last-year' THEN 1 ELSE i.scale END,
  CASE t.kind WHEN 'last-year' THEN '%' ELSE i.unit END
FROM target t JOIN indicator i ON i.id = t.indicator_id WHERE t.id = ?1;

-- name: audit_scale_reading
SELECT i.scale, i.unit FROM reading r JOIN indicator i ON i.id = r.indicator_id WHERE r.id = ?1;
