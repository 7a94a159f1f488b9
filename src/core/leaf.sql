-- fragment: leaf_columns
SELECT n.leaf_id, l.rev, n.task_id, t.code, t.title, t.origin,
  COALESCE(d.number, ''), COALESCE(m.number_text, ''), COALESCE(m.held_on, ''),
  COALESCE(r.period, ''), COALESCE(n.region_id, 0), COALESCE(n.district_id, 0),
  COALESCE(b.short_name, ''), t.deadline_kind, t.deadline_words, COALESCE(n.due_on, ''),
  (SELECT COUNT(*) FROM extension e WHERE e.leaf_id = n.leaf_id AND e.removed_at IS NULL),
  n.state, n.percent, COALESCE(n.as_of, '')
FROM leaf_now n
JOIN leaf l ON l.id = n.leaf_id
JOIN task t ON t.id = n.task_id
LEFT JOIN directive d ON d.id = t.directive_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN review r ON r.id = t.review_id
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
-- are left out, ?9 whether only conclusions without a report are wanted.

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
AND (?7 IS NULL OR (n.due_on <= ?7 AND n.state <> 'done'))
AND (?8 = 0 OR n.region_id IS NOT NULL OR n.district_id IS NOT NULL)
AND (?9 = 0 OR (n.state = '' AND t.meeting_id IS NOT NULL))

-- fragment: leaf_order
, n.district_id IS NOT NULL, n.region_id IS NOT NULL, COALESCE(g.position, 0),
  COALESCE(x.position, 0), n.leaf_id

-- name: leaf_place_of
SELECT COALESCE(region_id, 0), COALESCE(district_id, 0) FROM leaf
WHERE id = ?1 AND removed_at IS NULL;

-- name: extension_of_leaf
SELECT old_due, new_due, reason, agreed_by, decided_on FROM extension
WHERE leaf_id = ?1 AND removed_at IS NULL ORDER BY id;
