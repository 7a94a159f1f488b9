-- closed: about what is not yet open to everybody.
-- fragment: remark_select
SELECT x.id, x.rev, x.thing_kind, x.thing_id, COALESCE(x.region_id, 0), COALESCE(x.district_id, 0),
  x.author_id, a.name, x.said_on, x.text, COALESCE(x.to_body_id, 0), COALESCE(x.to_district_id, 0),
  COALESCE(x.to_person_id, 0), COALESCE(b.short_name, p.name, ''), COALESCE(x.due_on, ''), x.state,
  x.answer, x.document, COALESCE(w.name, ''), COALESCE(x.answered_at, 0), COALESCE(x.seen_at, 0),
  COALESCE(x.task_id, 0), COALESCE(t.code, ''),
  CASE x.thing_kind
    WHEN 'meeting' THEN
      EXISTS (SELECT 1 FROM meeting m WHERE m.id = x.thing_id AND m.state <> 'final')
    WHEN 'review' THEN
      EXISTS (SELECT 1 FROM review r WHERE r.id = x.thing_id AND r.state <> 'approved')
    ELSE 0 END,
  x.to_person_id IS NOT NULL AND (x.to_person_id = ?1 OR EXISTS (
    SELECT 1 FROM assignment s
    WHERE s.person_id = ?1 AND s.member_id = x.to_person_id AND s.removed_at IS NULL
      AND s.from_date <= ?2 AND (s.to_date IS NULL OR s.to_date >= ?2))),
  EXISTS (
    SELECT 1 FROM assignment s
    JOIN assignment f ON f.person_id = x.author_id AND f.removed_at IS NULL AND f.to_date < ?2
      AND (f.region_id = s.region_id OR f.district_id = s.district_id)
    WHERE s.person_id = ?1 AND s.removed_at IS NULL AND s.from_date <= ?2
      AND (s.to_date IS NULL OR s.to_date >= ?2)
      AND (s.region_id = x.region_id OR s.district_id = x.district_id OR s.region_id IN (
        SELECT m.region_id FROM membership m
        WHERE m.district_id = x.district_id AND m.removed_at IS NULL
          AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2)))
      AND NOT EXISTS (
        SELECT 1 FROM assignment h
        WHERE h.person_id = x.author_id AND h.removed_at IS NULL AND h.from_date <= ?2
          AND (h.to_date IS NULL OR h.to_date >= ?2)
          AND (h.region_id = s.region_id OR h.district_id = s.district_id)))
FROM remark x
JOIN person a ON a.id = x.author_id
LEFT JOIN body b ON b.id = x.to_body_id
LEFT JOIN person p ON p.id = x.to_person_id
LEFT JOIN person w ON w.id = x.answered_by
LEFT JOIN task t ON t.id = x.task_id

-- fragment: remark_where_id
WHERE x.id = ?3 AND x.removed_at IS NULL

-- fragment: remark_where_thing
WHERE x.thing_kind = ?3 AND x.thing_id = ?4 AND x.removed_at IS NULL

-- fragment: remark_where_any
WHERE x.removed_at IS NULL

-- fragment: remark_order
ORDER BY CASE x.state WHEN 'open' THEN 0 ELSE 1 END,
  CASE x.state WHEN 'open' THEN COALESCE(x.due_on, '9999-12-31') ELSE '' END,
  x.said_on DESC, x.id DESC

-- name: remark_serves
SELECT EXISTS (
  SELECT 1 FROM assignment s
  WHERE s.person_id = ?1 AND s.member_id = ?2 AND s.removed_at IS NULL
    AND s.from_date <= ?3 AND (s.to_date IS NULL OR s.to_date >= ?3));

-- name: remark_lead_body
SELECT k.body_id FROM task_body k
WHERE k.part = 'lead' AND k.removed_at IS NULL
  AND k.task_id = COALESCE((SELECT l.task_id FROM leaf l WHERE l.id = ?1), ?1)
ORDER BY k.position, k.id LIMIT 1;

-- name: remark_person_body
SELECT COALESCE(body_id, 0) FROM person WHERE id = ?1;

-- name: remark_code_taken
SELECT EXISTS (SELECT 1 FROM task WHERE directive_id IS NULL AND code = ?1);
