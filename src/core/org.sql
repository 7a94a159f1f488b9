-- ?1 is the day everywhere: what a place is called, and where it lies, on that day. What has ended is
-- found by its id and code, and lies where it lay on its last day: its memberships do not end with it.

-- fragment: region_columns
SELECT r.id, r.rev, r.code,
  COALESCE((SELECT n.name FROM place_name n
    WHERE n.region_id = r.id AND n.removed_at IS NULL AND n.from_date <= ?1
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), r.name),
  r.note, EXISTS (SELECT 1 FROM district d WHERE d.name = r.name AND d.removed_at IS NULL)
FROM region r

-- fragment: region_in_force
WHERE r.removed_at IS NULL
  AND (r.from_date IS NULL OR r.from_date <= ?1) AND (r.to_date IS NULL OR r.to_date >= ?1)
ORDER BY r.position, r.code

-- fragment: region_where_id
WHERE r.id = ?2

-- fragment: region_where_code
WHERE r.code = ?2 AND r.removed_at IS NULL

-- fragment: district_columns
SELECT d.id, d.rev, d.code,
  COALESCE((SELECT n.kind FROM place_name n
    WHERE n.district_id = d.id AND n.removed_at IS NULL AND n.from_date <= ?1
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), d.kind),
  COALESCE((SELECT n.name FROM place_name n
    WHERE n.district_id = d.id AND n.removed_at IS NULL AND n.from_date <= ?1
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), d.name),
  EXISTS (SELECT 1 FROM region r WHERE r.name = d.name AND r.removed_at IS NULL),
  COALESCE((SELECT x.region_id FROM membership x
    WHERE x.district_id = d.id AND x.main = 1 AND x.removed_at IS NULL
      AND (x.from_date IS NULL OR x.from_date <= ?1)
      AND (x.to_date IS NULL OR x.to_date >= ?1)), 0),
  COALESCE(d.from_date, ''), COALESCE(d.to_date, ''), COALESCE(m.main, 0), COALESCE(m.partial, 0),
  COALESCE(m.note, '')

-- fragment: district_anywhere
FROM district d
LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)

-- fragment: district_in_region
FROM membership m JOIN district d ON d.id = m.district_id
WHERE m.region_id = ?2 AND m.removed_at IS NULL AND d.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)

-- fragment: district_all
WHERE d.removed_at IS NULL

-- fragment: district_in_force
AND (d.from_date IS NULL OR d.from_date <= ?1) AND (d.to_date IS NULL OR d.to_date >= ?1)

-- fragment: district_ended
AND d.to_date < ?1

-- fragment: district_order
ORDER BY d.position, d.code

-- fragment: district_region_order
ORDER BY m.position, d.position, d.code

-- fragment: district_where_id
WHERE d.id = ?2

-- fragment: district_where_code
WHERE d.code = ?2 AND d.removed_at IS NULL

-- fragment: district_after
WHERE d.id IN (SELECT s.new_district_id FROM succession s
    WHERE s.old_district_id = ?2 AND s.removed_at IS NULL)
  AND d.removed_at IS NULL

-- fragment: district_before
WHERE d.id IN (SELECT s.old_district_id FROM succession s
    WHERE s.new_district_id = ?2 AND s.removed_at IS NULL)
  AND d.removed_at IS NULL

-- name: level_name_on
SELECT name FROM level_name WHERE from_date <= ?1 AND removed_at IS NULL
ORDER BY from_date DESC, id DESC LIMIT 1;
