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

-- The same of a body, whose kind is its short name.
-- name: structure_known_body
SELECT 2, b.id, b.short_name, b.name,
  COALESCE((SELECT n.short_name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.short_name),
  COALESCE((SELECT n.name FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL AND n.from_date <= ?2
    ORDER BY n.from_date DESC, n.id DESC LIMIT 1), b.name),
  COALESCE(b.from_date, ''), COALESCE(b.to_date, ''), b.position
FROM body b WHERE b.code = ?1;

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

-- name: structure_next_day_of_body
SELECT COALESCE(MIN(day), '') FROM (
  SELECT from_date AS day FROM body_name
  WHERE body_id = ?1 AND from_date >= ?2 AND removed_at IS NULL
  UNION ALL SELECT on_date FROM succession
  WHERE old_body_id = ?1 AND on_date >= ?2 AND removed_at IS NULL) later;

-- What ?1 is called from that very day; ?2 whether it is a region.
-- name: structure_name_on
SELECT kind, name FROM place_name
WHERE CASE ?2 WHEN 1 THEN region_id ELSE district_id END = ?1 AND from_date = ?3
  AND removed_at IS NULL
ORDER BY id DESC LIMIT 1;

-- ?2 is asked of places only.
-- name: structure_name_of_body_on
SELECT short_name, name FROM body_name
WHERE body_id = ?1 AND ?2 = 0 AND from_date = ?3 AND removed_at IS NULL
ORDER BY id DESC LIMIT 1;

-- name: structure_succeeded
SELECT EXISTS (SELECT 1 FROM succession
  WHERE old_district_id = ?1 AND new_district_id = ?2 AND on_date = ?3 AND removed_at IS NULL);

-- name: structure_succeeded_by_body
SELECT EXISTS (SELECT 1 FROM succession
  WHERE old_body_id = ?1 AND new_body_id = ?2 AND on_date = ?3 AND removed_at IS NULL);

-- What a body leaves open: the leaves not done that it leads, and its people who stay after the day.
-- name: structure_left_of_body
SELECT (SELECT COUNT(*) FROM leaf_now n JOIN leaf l ON l.id = n.leaf_id
    WHERE n.state <> 'done' AND n.ended_on IS NULL
      AND (l.body_id = ?1 OR (l.body_id IS NULL AND EXISTS (SELECT 1 FROM task_body k
        WHERE k.task_id = n.task_id AND k.body_id = ?1 AND k.part = 'lead'
          AND k.removed_at IS NULL)))),
  (SELECT COUNT(*) FROM person p WHERE p.body_id = ?1 AND p.removed_at IS NULL
    AND (p.to_date IS NULL OR p.to_date >= ?2));

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
SELECT d.code, p.code, q.code, MAX(COALESCE(a.from_date, ''), COALESCE(b.from_date, '')), a.id, b.id
FROM membership a
JOIN membership b ON b.district_id = a.district_id AND b.id > a.id
JOIN district d ON d.id = a.district_id
JOIN region p ON p.id = a.region_id
JOIN region q ON q.id = b.region_id
WHERE a.main = 1 AND b.main = 1 AND a.removed_at IS NULL AND b.removed_at IS NULL
  AND (a.to_date IS NULL OR b.from_date IS NULL OR a.to_date >= b.from_date)
  AND (b.to_date IS NULL OR a.from_date IS NULL OR b.to_date >= a.from_date)
LIMIT 1;
