-- name: person_all
SELECT id, rev, COALESCE(login, ''), name, sort_name, post, phone, rank, COALESCE(body_id, 0),
  COALESCE(district_id, 0), COALESCE(from_date, ''), COALESCE(to_date, '')
FROM person
WHERE removed_at IS NULL
  AND (?2 OR ((from_date IS NULL OR from_date <= ?1) AND (to_date IS NULL OR to_date >= ?1)))
ORDER BY rank, sort_key, id;

-- name: person_by_id
SELECT id, rev, COALESCE(login, ''), name, sort_name, post, phone, rank, COALESCE(body_id, 0),
  COALESCE(district_id, 0), COALESCE(from_date, ''), COALESCE(to_date, '')
FROM person WHERE id = ?1;

-- name: person_roles
SELECT person_id, role FROM role_grant
WHERE removed_at IS NULL AND (?2 IS NULL OR person_id = ?2)
  AND (from_date IS NULL OR from_date <= ?1) AND (to_date IS NULL OR to_date >= ?1);

-- name: person_login_taken
SELECT EXISTS (SELECT 1 FROM person WHERE login = ?1);

-- name: assignment_by_id
SELECT a.id, a.rev, a.person_id, COALESCE(a.region_id, 0), COALESCE(a.district_id, 0),
  COALESCE(a.member_id, 0), a.stand_in, a.document, a.from_date, COALESCE(a.to_date, ''),
  p.name, p.post
FROM assignment a JOIN person p ON p.id = a.person_id
WHERE a.id = ?1 AND a.removed_at IS NULL;

-- name: assignment_by_place
SELECT a.id, a.rev, a.person_id, COALESCE(a.region_id, 0), COALESCE(a.district_id, 0),
  COALESCE(a.member_id, 0), a.stand_in, a.document, a.from_date, COALESCE(a.to_date, ''),
  p.name, p.post
FROM assignment a JOIN person p ON p.id = a.person_id
WHERE (a.region_id = ?1 OR a.district_id = ?2) AND a.removed_at IS NULL
  AND a.from_date <= ?4 AND (a.to_date IS NULL OR a.to_date >= ?3)
ORDER BY a.stand_in, a.from_date DESC, a.id DESC;

-- name: assignment_by_person
SELECT a.id, a.rev, a.person_id, COALESCE(a.region_id, 0), COALESCE(a.district_id, 0),
  COALESCE(a.member_id, 0), a.stand_in, a.document, a.from_date, COALESCE(a.to_date, ''),
  p.name, p.post
FROM assignment a JOIN person p ON p.id = a.person_id
WHERE a.person_id = ?1 AND a.removed_at IS NULL
  AND a.from_date <= ?2 AND (a.to_date IS NULL OR a.to_date >= ?2)
ORDER BY a.region_id IS NULL, a.district_id IS NULL, a.id;

-- Past, present and to come, newest first.
-- name: assignment_by_person_ever
SELECT a.id, a.rev, a.person_id, COALESCE(a.region_id, 0), COALESCE(a.district_id, 0),
  COALESCE(a.member_id, 0), a.stand_in, a.document, a.from_date, COALESCE(a.to_date, ''),
  p.name, p.post
FROM assignment a JOIN person p ON p.id = a.person_id
WHERE a.person_id = ?1 AND a.removed_at IS NULL
ORDER BY a.from_date DESC, a.id DESC;

-- name: assignment_of_secretaries
SELECT a.id, a.rev, a.person_id, COALESCE(a.region_id, 0), COALESCE(a.district_id, 0),
  COALESCE(a.member_id, 0), a.stand_in, a.document, a.from_date, COALESCE(a.to_date, ''),
  p.name, p.post
FROM assignment a JOIN person p ON p.id = a.person_id JOIN person m ON m.id = a.member_id
WHERE a.removed_at IS NULL AND a.from_date <= ?1 AND (a.to_date IS NULL OR a.to_date >= ?1)
ORDER BY m.rank, m.sort_key, m.id, a.stand_in, p.rank, p.sort_key, a.id;
