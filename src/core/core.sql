-- name: setting_get
SELECT value FROM setting WHERE key = ?1;

-- name: setting_set
INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: counter_start
INSERT INTO counter (office, last) VALUES (?1, 0);

-- name: counter_next
UPDATE counter SET last = last + 1 WHERE office = ?1 RETURNING last;

-- name: actor_get
SELECT id, login, name, post FROM person
WHERE login = ?1 AND removed_at IS NULL
  AND (from_date IS NULL OR from_date <= ?2) AND (to_date IS NULL OR to_date >= ?2);

-- name: actor_roles
SELECT role FROM role_grant
WHERE person_id = ?1 AND removed_at IS NULL
  AND (from_date IS NULL OR from_date <= ?2) AND (to_date IS NULL OR to_date >= ?2);

-- name: actor_anybody
SELECT EXISTS (SELECT 1 FROM person);
