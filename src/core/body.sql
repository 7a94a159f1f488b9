-- ?1 is the day everywhere: what a body is called on it, and what it leads by then.

-- fragment: body_columns
SELECT b.id, b.code,
  COALESCE((SELECT n.name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?1
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.name),
  COALESCE((SELECT n.short_name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?1
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.short_name),
  COALESCE(b.from_date, ''), COALESCE(b.to_date, '')
FROM body b

-- fragment: body_in_force
WHERE b.removed_at IS NULL
  AND (b.from_date IS NULL OR b.from_date <= ?1) AND (b.to_date IS NULL OR b.to_date >= ?1)

-- fragment: body_ended
WHERE b.removed_at IS NULL AND b.to_date < ?1

-- fragment: body_where_id
WHERE b.id = ?2

-- fragment: body_after
WHERE b.removed_at IS NULL AND b.id IN (SELECT s.new_body_id FROM succession s
  WHERE s.old_body_id = ?2 AND s.removed_at IS NULL)

-- fragment: body_before
WHERE b.removed_at IS NULL AND b.id IN (SELECT s.old_body_id FROM succession s
  WHERE s.new_body_id = ?2 AND s.removed_at IS NULL)

-- fragment: body_order
ORDER BY b.position, b.code

-- The first name has no day of its own.
-- name: body_names_of
SELECT n.from_date, n.name, n.short_name, n.document, 1, n.id FROM body_name n
WHERE n.body_id = ?1 AND n.removed_at IS NULL
UNION ALL
SELECT COALESCE(b.from_date, ''), b.name, b.short_name, '', 0, 0 FROM body b WHERE b.id = ?1
ORDER BY 5 DESC, 1 DESC, 6 DESC;

-- name: body_code_taken
SELECT EXISTS (SELECT 1 FROM body WHERE code = ?1);

-- name: body_last_position
SELECT COALESCE(MAX(position), 0) FROM body;

-- A district's own party committee: the body that is named after it (Thành ủy Phú Quốc), else the
-- one that its first person belongs to.
-- name: body_default
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

-- Leaves that it leads on day ?2 and that are not done: their own lead's, else the task's; and whether it leads
-- them alone.
-- name: body_open_leaves
SELECT n.leaf_id, COALESCE(n.due_on, ''), l.body_id IS NOT NULL OR (
    SELECT COUNT(*) FROM task_body k
    WHERE k.task_id = n.task_id AND k.part = 'lead' AND k.removed_at IS NULL) = 1
FROM leaf_now n JOIN leaf l ON l.id = n.leaf_id
WHERE n.state <> 'done' AND n.ended_on IS NULL
  AND ((l.body_id = ?1
      AND EXISTS (SELECT 1 FROM body o WHERE o.id = l.body_id AND COALESCE(o.from_date, '') <= ?2))
    OR ((l.body_id IS NULL OR EXISTS (
        SELECT 1 FROM body o WHERE o.id = l.body_id AND o.from_date > ?2))
      AND n.task_id IN (SELECT k.task_id FROM task_body k
        WHERE k.body_id = ?1 AND k.part = 'lead' AND k.removed_at IS NULL)))
ORDER BY n.leaf_id;
