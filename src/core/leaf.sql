-- fragment: leaf_columns
SELECT n.leaf_id, l.rev, n.task_id, t.code, t.title, t.origin,
  COALESCE(d.number, ''), COALESCE(m.number_text, ''), COALESCE(m.held_on, ''),
  COALESCE(r.period, ''), COALESCE(n.region_id, 0), COALESCE(n.district_id, 0),
  COALESCE(b.short_name, (SELECT group_concat(o.short_name, '; ') FROM (
    SELECT j.short_name FROM task_body k JOIN body j ON j.id = k.body_id
    WHERE k.task_id = n.task_id AND k.part = 'lead' AND k.removed_at IS NULL
    ORDER BY k.position, k.id) o), ''), t.deadline_kind, t.deadline_words, COALESCE(n.due_on, ''),
  (SELECT COUNT(*) FROM extension e WHERE e.leaf_id = n.leaf_id AND e.removed_at IS NULL),
  n.state, n.percent, COALESCE(n.as_of, ''), COALESCE(n.ended_on, ''), l.ended_reason,
  COALESCE(c.code, ''), COALESCE(g.position, 0), COALESCE(x.position, 0), COALESCE(l.body_id, 0),
  l.due_on IS NOT NULL, COALESCE(ya.name, ''), COALESCE(y.said_on, '')
FROM leaf_now n
JOIN leaf l ON l.id = n.leaf_id
JOIN task t ON t.id = n.task_id
LEFT JOIN directive d ON d.id = t.directive_id
LEFT JOIN clause c ON c.id = t.clause_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN review r ON r.id = t.review_id
LEFT JOIN remark y ON y.id = t.remark_id
LEFT JOIN person ya ON ya.id = y.author_id
LEFT JOIN body b ON b.id = l.body_id
LEFT JOIN region g ON g.id = n.region_id
LEFT JOIN district x ON x.id = n.district_id

-- fragment: leaf_where_id
WHERE n.leaf_id = ?1

-- fragment: leaf_where_place
WHERE l.task_id = ?1 AND COALESCE(l.region_id, 0) = ?2 AND COALESCE(l.district_id, 0) = ?3

-- A list is driven by the narrowest filter that is set, through that one's index, and all the others
-- are told in leaf_where_all. ?1 today, ?2 region, ?3 district, ?4 task, ?5 directive, ?6 and ?7
-- first and last due day of what is open (each null: not asked), ?8 whether the province's leaves
-- are left out, ?9 whether only conclusions without a report are wanted, ?10 body that leads, ?11
-- clause (with those under it), ?12 origin, ?13 states as ",doing,done,", ?14 kind of deadline, ?15
-- 0 whatever it is, 1 what is open and dated, 2 what has ended, 3 what has not.

-- fragment: leaf_by_task
WHERE l.task_id = ?4

-- fragment: leaf_by_district
WHERE n.leaf_id IN (
  SELECT p.id FROM leaf p WHERE p.district_id = ?3
  UNION ALL SELECT p.id FROM leaf p WHERE ?8 = 0 AND p.region_id IS NULL AND p.district_id IS NULL)

-- fragment: leaf_by_region
WHERE n.leaf_id IN (
  SELECT p.id FROM leaf p WHERE p.region_id = ?2
  UNION ALL SELECT p.id FROM leaf p WHERE p.district_id IN (
    SELECT s.district_id FROM membership s
    WHERE s.region_id = ?2 AND s.removed_at IS NULL
      AND (s.from_date IS NULL OR s.from_date <= ?1) AND (s.to_date IS NULL OR s.to_date >= ?1))
  UNION ALL SELECT p.id FROM leaf p WHERE ?8 = 0 AND p.region_id IS NULL AND p.district_id IS NULL)

-- fragment: leaf_by_directive
WHERE l.task_id IN (SELECT k.id FROM task k WHERE COALESCE(k.directive_id, 0) = ?5)

-- fragment: leaf_by_meetings
WHERE l.task_id IN (SELECT k.id FROM task k WHERE k.meeting_id IS NOT NULL)

-- fragment: leaf_by_nothing
WHERE n.leaf_id IS NOT NULL

-- fragment: leaf_where_all
AND (?2 IS NULL OR (n.region_id IS NULL AND n.district_id IS NULL) OR n.region_id = ?2
  OR n.district_id IN (
    SELECT s.district_id FROM membership s
    WHERE s.region_id = ?2 AND s.removed_at IS NULL
      AND (s.from_date IS NULL OR s.from_date <= ?1) AND (s.to_date IS NULL OR s.to_date >= ?1)))
AND (?3 IS NULL OR (n.region_id IS NULL AND n.district_id IS NULL) OR n.district_id = ?3)
AND (?4 IS NULL OR n.task_id = ?4)
AND (?5 IS NULL OR t.directive_id = ?5)
AND (?6 IS NULL OR n.due_on >= ?6)
AND (?7 IS NULL OR (n.due_on <= ?7 AND n.state <> 'done' AND n.ended_on IS NULL))
AND (?8 = 0 OR n.region_id IS NOT NULL OR n.district_id IS NOT NULL)
AND (?9 = 0 OR (n.state = '' AND t.meeting_id IS NOT NULL AND n.ended_on IS NULL))
AND (?10 IS NULL OR (l.body_id = ?10
    AND EXISTS (SELECT 1 FROM body o WHERE o.id = l.body_id AND COALESCE(o.from_date, '') <= ?1))
  OR ((l.body_id IS NULL OR EXISTS (
      SELECT 1 FROM body o WHERE o.id = l.body_id AND o.from_date > ?1))
    AND EXISTS (SELECT 1 FROM task_body k
      WHERE k.task_id = n.task_id AND k.body_id = ?10 AND k.part = 'lead'
        AND k.removed_at IS NULL)))
AND (?11 IS NULL OR EXISTS (
  SELECT 1 FROM clause k WHERE k.id = ?11 AND k.directive_id = c.directive_id
    AND (c.id = k.id OR c.code LIKE k.code || '.%')))
AND (?12 IS NULL OR t.origin = ?12)
AND (?13 IS NULL OR ?13 LIKE '%,' || n.state || ',%')
AND (?14 IS NULL OR t.deadline_kind = ?14)
AND (?15 = 0 OR (?15 = 1 AND n.ended_on IS NULL AND n.state <> 'done' AND n.due_on IS NOT NULL)
  OR (?15 = 2 AND n.ended_on IS NOT NULL) OR (?15 = 3 AND n.ended_on IS NULL))

-- fragment: leaf_order
, n.district_id IS NOT NULL, n.region_id IS NOT NULL, COALESCE(g.position, 0),
  COALESCE(x.position, 0), n.leaf_id

-- Whether bodies are called otherwise than in their rows, or follow others: then who leads depends on
-- the day.
-- name: leaf_leads_vary
SELECT EXISTS (SELECT 1 FROM body_name WHERE removed_at IS NULL)
  OR EXISTS (SELECT 1 FROM succession WHERE new_body_id IS NOT NULL AND removed_at IS NULL);

-- name: leaf_place_of
SELECT COALESCE(region_id, 0), COALESCE(district_id, 0) FROM leaf
WHERE id = ?1 AND removed_at IS NULL;

-- name: leaf_ended_on
SELECT COALESCE(ended_on, '') FROM leaf WHERE id = ?1;

-- name: extension_of_leaf
SELECT old_due, new_due, reason, agreed_by, decided_on FROM extension
WHERE leaf_id = ?1 AND removed_at IS NULL ORDER BY id;
