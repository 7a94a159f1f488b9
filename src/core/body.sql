-- name: body_all
SELECT id, code, name, short_name FROM body WHERE removed_at IS NULL ORDER BY position, code;

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
