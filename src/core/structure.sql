-- name: structure_region
SELECT id, rev, name, position, note, COALESCE(from_date, ''), COALESCE(to_date, '')
FROM region WHERE code = ?1;

-- name: structure_district
SELECT id, rev, kind, name, position, COALESCE(from_date, ''), COALESCE(to_date, '')
FROM district WHERE code = ?1;

-- What a code stands for, and what it is called on day ?2: is it a region, id, its first kind and
-- name, kind and name on that day, first and last day.
-- name: structure_known
SELECT 1, r.id, '', r.name, '',
  COALESCE((SELECT n.name FROM place_name n
    WHERE n.region_id = r.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), r.name),
  COALESCE(r.from_date, ''), COALESCE(r.to_date, ''), r.position
FROM region r WHERE r.code = ?1
UNION ALL
SELECT 0, d.id, d.kind, d.name,
  COALESCE((SELECT n.kind FROM place_name n
    WHERE n.district_id = d.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), d.kind),
  COALESCE((SELECT n.name FROM place_name n
    WHERE n.district_id = d.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), d.name),
  COALESCE(d.from_date, ''), COALESCE(d.to_date, ''), d.position
FROM district d WHERE d.code = ?1;

-- The newest of a district in a region, whatever its days.
-- name: structure_membership
SELECT id, main, partial, position, note, COALESCE(from_date, '') FROM membership
WHERE region_id = ?1 AND district_id = ?2 AND removed_at IS NULL
ORDER BY COALESCE(from_date, '') DESC, id DESC LIMIT 1;

-- name: structure_memberships_on
SELECT m.id, m.region_id, r.code,
  COALESCE((SELECT n.name FROM place_name n
    WHERE n.region_id = r.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), r.name),
  m.main
FROM membership m JOIN region r ON r.id = m.region_id
WHERE m.district_id = ?1 AND m.removed_at IS NULL
  AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2)
ORDER BY m.main DESC, r.position, m.id;

-- name: structure_moved
SELECT EXISTS (SELECT 1 FROM membership
  WHERE district_id = ?1 AND region_id = ?2 AND from_date = ?3 AND main = 1 AND removed_at IS NULL);

-- The first day on which something else begins for a district, on or after ?2.
-- name: structure_next_day
SELECT COALESCE(MIN(day), '') FROM (
  SELECT from_date AS day FROM membership
  WHERE district_id = ?1 AND from_date >= ?2 AND removed_at IS NULL
  UNION ALL SELECT from_date FROM place_name
  WHERE district_id = ?1 AND from_date >= ?2 AND removed_at IS NULL
  UNION ALL SELECT on_date FROM succession
  WHERE old_district_id = ?1 AND on_date >= ?2 AND removed_at IS NULL) later;

-- name: structure_name_on
SELECT kind, name FROM place_name
WHERE COALESCE(region_id, 0) = ?1 AND COALESCE(district_id, 0) = ?2 AND from_date = ?3
  AND removed_at IS NULL
ORDER BY id DESC LIMIT 1;

-- name: structure_succeeded
SELECT EXISTS (SELECT 1 FROM succession
  WHERE old_district_id = ?1 AND new_district_id = ?2 AND on_date = ?3 AND removed_at IS NULL);

-- What a district leaves open: its leaves not done, and the assignments that go on.
-- name: structure_left
SELECT (SELECT COUNT(*) FROM leaf_now n WHERE n.district_id = ?1 AND n.state <> 'done'
    AND n.ended_on IS NULL),
  (SELECT COUNT(*) FROM assignment a WHERE a.district_id = ?1 AND a.removed_at IS NULL
    AND (a.to_date IS NULL OR a.to_date >= ?2));

-- name: structure_level_on
SELECT name FROM level_name WHERE from_date = ?1 AND removed_at IS NULL ORDER BY id DESC LIMIT 1;

-- Two main regions of one district on one day, which must not be.
-- name: structure_overlap
SELECT d.code, p.code, q.code, MAX(COALESCE(a.from_date, ''), COALESCE(b.from_date, ''))
FROM membership a
JOIN membership b ON b.district_id = a.district_id AND b.id > a.id
JOIN district d ON d.id = a.district_id
JOIN region p ON p.id = a.region_id
JOIN region q ON q.id = b.region_id
WHERE a.main = 1 AND b.main = 1 AND a.removed_at IS NULL AND b.removed_at IS NULL
  AND (a.to_date IS NULL OR b.from_date IS NULL OR a.to_date >= b.from_date)
  AND (b.to_date IS NULL OR a.from_date IS NULL OR b.to_date >= a.from_date)
LIMIT 1;
