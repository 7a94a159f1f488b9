-- ?1 a person, ?2 a day: grants that are not over by then
-- name: user_roles
SELECT id, rev, role, COALESCE(from_date, ''), COALESCE(to_date, '')
FROM role_grant
WHERE person_id = ?1 AND removed_at IS NULL AND (to_date IS NULL OR to_date >= ?2);

-- ?1 today: how many keys let one in, and when one was there last
-- name: user_lines
SELECT p.id,
  (SELECT COUNT(*) FROM user_key k
   WHERE k.person_id = p.id AND k.removed_at IS NULL AND k.from_date <= ?1
     AND (k.to_date IS NULL OR k.to_date >= ?1)),
  COALESCE(v.last_at, 0)
FROM person p LEFT JOIN visit v ON v.person_id = p.id
WHERE p.login IS NOT NULL AND p.removed_at IS NULL;

-- Whether somebody else administers on the day after ?2.
-- name: user_other_admin
SELECT EXISTS (
  SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
  WHERE g.role = 'admin' AND g.person_id <> ?1 AND g.removed_at IS NULL AND p.removed_at IS NULL
    AND p.login IS NOT NULL
    AND (g.from_date IS NULL OR g.from_date <= ?2) AND (g.to_date IS NULL OR g.to_date > ?2)
    AND (p.from_date IS NULL OR p.from_date <= ?2) AND (p.to_date IS NULL OR p.to_date > ?2));
