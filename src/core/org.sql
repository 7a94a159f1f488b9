-- name: region_all
SELECT r.id, r.rev, r.code, r.name, r.note,
  EXISTS (SELECT 1 FROM district d WHERE d.name = r.name AND d.removed_at IS NULL)
FROM region r
WHERE r.removed_at IS NULL
  AND (r.from_date IS NULL OR r.from_date <= ?1) AND (r.to_date IS NULL OR r.to_date >= ?1)
ORDER BY r.position, r.code;

-- name: region_by_id
SELECT r.id, r.rev, r.code, r.name, r.note,
  EXISTS (SELECT 1 FROM district d WHERE d.name = r.name AND d.removed_at IS NULL)
FROM region r WHERE r.id = ?1;

-- name: region_by_code
SELECT r.id, r.rev, r.code, r.name, r.note,
  EXISTS (SELECT 1 FROM district d WHERE d.name = r.name AND d.removed_at IS NULL)
FROM region r WHERE r.code = ?1 AND r.removed_at IS NULL;

-- name: district_all
SELECT d.id, d.rev, d.code, d.kind, d.name,
  EXISTS (SELECT 1 FROM region r WHERE r.name = d.name AND r.removed_at IS NULL),
  COALESCE(m.region_id, 0), COALESCE(m.main, 0), COALESCE(m.partial, 0), COALESCE(m.note, '')
FROM district d
LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)
WHERE d.removed_at IS NULL
  AND (d.from_date IS NULL OR d.from_date <= ?1) AND (d.to_date IS NULL OR d.to_date >= ?1)
ORDER BY d.position, d.code;

-- name: district_of_region
SELECT d.id, d.rev, d.code, d.kind, d.name,
  EXISTS (SELECT 1 FROM region r WHERE r.name = d.name AND r.removed_at IS NULL),
  COALESCE((SELECT x.region_id FROM membership x
    WHERE x.district_id = d.id AND x.main = 1 AND x.removed_at IS NULL
      AND (x.from_date IS NULL OR x.from_date <= ?1) AND (x.to_date IS NULL OR x.to_date >= ?1)), 0),
  m.main, m.partial, m.note
FROM membership m JOIN district d ON d.id = m.district_id
WHERE m.region_id = ?2 AND m.removed_at IS NULL AND d.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)
  AND (d.from_date IS NULL OR d.from_date <= ?1) AND (d.to_date IS NULL OR d.to_date >= ?1)
ORDER BY m.position, d.position, d.code;

-- name: district_by_id
SELECT d.id, d.rev, d.code, d.kind, d.name,
  EXISTS (SELECT 1 FROM region r WHERE r.name = d.name AND r.removed_at IS NULL),
  COALESCE(m.region_id, 0), COALESCE(m.main, 0), COALESCE(m.partial, 0), COALESCE(m.note, '')
FROM district d
LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)
WHERE d.id = ?2;

-- name: district_by_code
SELECT d.id, d.rev, d.code, d.kind, d.name,
  EXISTS (SELECT 1 FROM region r WHERE r.name = d.name AND r.removed_at IS NULL),
  COALESCE(m.region_id, 0), COALESCE(m.main, 0), COALESCE(m.partial, 0), COALESCE(m.note, '')
FROM district d
LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)
WHERE d.code = ?2 AND d.removed_at IS NULL;
