-- fragment: conclusion_select
SELECT x.id, x.rev, x.meeting_id, COALESCE(x.item_id, 0), x.position, x.text,
  COALESCE(x.task_id, 0), COALESCE(t.code, ''), COALESCE(t.due_on, ''),
  COALESCE((SELECT b.name FROM task_body y JOIN body b ON b.id = y.body_id
    WHERE y.task_id = t.id AND y.part = 'lead' AND y.removed_at IS NULL
    ORDER BY y.position, y.id LIMIT 1), '')
FROM conclusion x LEFT JOIN task t ON t.id = x.task_id

-- fragment: conclusion_where_meeting
WHERE x.meeting_id = ?1 AND x.removed_at IS NULL
ORDER BY x.position, x.id

-- fragment: conclusion_where_id
WHERE x.id = ?1 AND x.removed_at IS NULL

-- Removed ones count too: their number is part of a task's code.
-- name: conclusion_next_position
SELECT COALESCE(MAX(position), 0) + 1 FROM conclusion WHERE meeting_id = ?1;

-- name: conclusion_code_taken
SELECT EXISTS (SELECT 1 FROM task WHERE directive_id IS NULL AND code = ?1);

-- A district's own party committee: the body that is named after it (Thành ủy Phú Quốc), else the
-- one that its first person belongs to.
-- name: conclusion_default_body
SELECT id FROM (
  SELECT p.body_id AS id, 2 AS part, p.rank AS place FROM person p
  WHERE p.district_id = ?1 AND p.body_id IS NOT NULL AND p.removed_at IS NULL
    AND (p.from_date IS NULL OR p.from_date <= ?2) AND (p.to_date IS NULL OR p.to_date >= ?2)
  UNION ALL
  SELECT b.id, 1, b.position FROM body b JOIN district d ON b.name LIKE '%ủy ' || d.name
  WHERE d.id = ?1 AND b.removed_at IS NULL
    AND (b.from_date IS NULL OR b.from_date <= ?2) AND (b.to_date IS NULL OR b.to_date >= ?2)
) known
ORDER BY part, place, id LIMIT 1;
