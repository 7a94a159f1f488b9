-- fragment: task_columns
SELECT t.id, t.rev, t.code, t.title, t.origin,
  COALESCE(t.directive_id, 0), COALESCE(t.clause_id, 0),
  COALESCE(t.meeting_id, 0), COALESCE(t.review_id, 0),
  COALESCE(d.number, ''), COALESCE(m.number_text, ''), COALESCE(m.held_on, ''),
  COALESCE(r.period, ''), COALESCE(c.code, ''), t.lead_words, t.deadline_kind, t.deadline_words,
  COALESCE(t.due_on, ''), t.target_words, COALESCE(q.start_byte, 0), COALESCE(q.end_byte, 0),
  COALESCE(t.remark_id, 0), COALESCE(ya.name, ''), COALESCE(y.said_on, '')
FROM task t
LEFT JOIN clause c ON c.id = t.clause_id
LEFT JOIN directive d ON d.id = t.directive_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN review r ON r.id = t.review_id
LEFT JOIN remark y ON y.id = t.remark_id
LEFT JOIN person ya ON ya.id = y.author_id
LEFT JOIN citation q ON q.task_id = t.id AND q.part = 'quote' AND q.removed_at IS NULL

-- fragment: task_where_id
WHERE t.id = ?1 AND t.removed_at IS NULL

-- A bare code is looked for in each directive in turn, so that the index of codes serves. For SQLite
-- the cross join keeps that order, and the plus takes the column's affinity away, which an index of
-- an expression has not.
-- fragment: task_where_code
WHERE t.removed_at IS NULL AND t.id IN (
  SELECT k.id FROM task k WHERE COALESCE(k.directive_id, 0) = 0 AND k.code = ?1
  UNION ALL SELECT k.id FROM directive v CROSS JOIN task k
  WHERE COALESCE(k.directive_id, 0) = +v.id AND k.code = ?1)

-- fragment: task_where_directive_code
WHERE t.code = ?1 AND t.removed_at IS NULL AND COALESCE(t.directive_id, 0) = ?2

-- fragment: task_where_directive
WHERE COALESCE(t.directive_id, 0) = ?1 AND t.removed_at IS NULL

-- fragment: task_where_clause
WHERE t.clause_id = ?1 AND t.removed_at IS NULL

-- A directive's own order; tasks of meetings and reviews by those, then by the number in their code,
-- which is their position.
-- fragment: task_order
ORDER BY
  CASE t.origin WHEN 'directive' THEN 0 WHEN 'meeting' THEN 1 WHEN 'review' THEN 2 ELSE 3 END,
  COALESCE(d.issued_on, ''), COALESCE(d.number, ''), COALESCE(t.meeting_id, 0),
  COALESCE(t.review_id, 0), t.position, t.code, t.id

-- As they are called on day ?2.
-- name: task_bodies
SELECT k.part,
  COALESCE((SELECT n.name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.name),
  COALESCE((SELECT n.short_name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.short_name), b.id
FROM task_body k JOIN body b ON b.id = k.body_id
WHERE k.task_id = ?1 AND k.removed_at IS NULL
ORDER BY k.position, k.id;

-- name: task_body_rows
SELECT id, body_id, position FROM task_body
WHERE task_id = ?1 AND part = ?2 AND removed_at IS NULL ORDER BY position, id;

-- name: task_code_taken
SELECT COUNT(*) FROM task WHERE COALESCE(directive_id, 0) = ?1 AND code = ?2;

-- name: task_last_position
SELECT COALESCE(MAX(position), 0) FROM task WHERE COALESCE(directive_id, 0) = ?1;
