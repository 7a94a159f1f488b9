-- fragment: attendance_select
SELECT x.id, x.rev, x.meeting_id, COALESCE(x.person_id, 0),
  COALESCE(v.people ->> ('$."' || p.id || '".name'), p.name, x.guest),
  COALESCE(v.people ->> ('$."' || p.id || '".post'), p.post, ''), x.status, x.reason
FROM attendance x
JOIN meeting m ON m.id = x.meeting_id
LEFT JOIN person p ON p.id = x.person_id
LEFT JOIN minutes v ON v.meeting_id = m.id AND m.state = 'final' AND v.reopened_at IS NULL
  AND v.removed_at IS NULL

-- fragment: attendance_where_meeting
WHERE x.meeting_id = ?1 AND x.removed_at IS NULL
ORDER BY x.position, x.id

-- fragment: attendance_where_id
WHERE x.id = ?1 AND x.removed_at IS NULL

-- name: attendance_next_position
SELECT COALESCE(MAX(position), 0) + 1 FROM attendance WHERE meeting_id = ?1;

-- Of everybody who stands or stood there and is known to the program.
-- name: attendance_people
SELECT x.id, x.person_id, x.position, x.prefilled, x.removed_at IS NOT NULL, p.name
FROM attendance x JOIN person p ON p.id = x.person_id
WHERE x.meeting_id = ?1 ORDER BY x.position, x.id;

-- name: attendance_taken
SELECT EXISTS (
  SELECT 1 FROM attendance
  WHERE meeting_id = ?1 AND person_id = ?2 AND id <> ?3 AND removed_at IS NULL);

-- Who is expected at a region's meeting on a day: those who lead it, those in charge of its
-- districts, the districts' own leaders. A person may come up more than once.
-- name: attendance_expected
SELECT person_id FROM (
  SELECT a.person_id AS person_id, 1 AS part, a.stand_in AS place, 0 AS rank, a.id AS id
  FROM assignment a
  WHERE a.region_id = ?1 AND a.removed_at IS NULL AND a.from_date <= ?2
    AND (a.to_date IS NULL OR a.to_date >= ?2)
  UNION ALL
  SELECT a.person_id, 2, m.position, a.stand_in, a.id
  FROM assignment a JOIN membership m ON m.district_id = a.district_id
  WHERE m.region_id = ?1 AND a.removed_at IS NULL AND m.removed_at IS NULL
    AND a.from_date <= ?2 AND (a.to_date IS NULL OR a.to_date >= ?2)
    AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2)
  UNION ALL
  SELECT p.id, 3, m.position, p.rank, p.id
  FROM person p JOIN membership m ON m.district_id = p.district_id
  WHERE m.region_id = ?1 AND m.removed_at IS NULL
    AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2)
) expected
WHERE EXISTS (
  SELECT 1 FROM person q WHERE q.id = expected.person_id AND q.removed_at IS NULL
    AND (q.from_date IS NULL OR q.from_date <= ?2) AND (q.to_date IS NULL OR q.to_date >= ?2))
ORDER BY part, place, rank, id;
