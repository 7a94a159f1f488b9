-- name: structure_region
SELECT id, rev, name, position, note, COALESCE(from_date, ''), COALESCE(to_date, '')
FROM region WHERE code = ?1;

-- name: structure_district
SELECT id, rev, kind, name, position, COALESCE(from_date, ''), COALESCE(to_date, '')
FROM district WHERE code = ?1;

-- name: structure_membership
SELECT m.id, m.rev, m.main, m.partial, m.position, m.note, COALESCE(m.from_date, ''),
  COALESCE(m.to_date, '')
FROM membership m
JOIN region r ON r.id = m.region_id
JOIN district d ON d.id = m.district_id
WHERE r.code = ?1 AND d.code = ?2 AND m.removed_at IS NULL
ORDER BY m.id DESC LIMIT 1;
