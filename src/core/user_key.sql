-- ?1 today
-- fragment: user_key_columns
SELECT k.id, k.rev, k.person_id, k.type, k.blob, k.fingerprint, k.comment, k.from_date,
  COALESCE(k.to_date, ''), COALESCE(k.removed_at, 0), COALESCE(p.login, ''), p.name,
  k.removed_at IS NULL AND k.from_date <= ?1 AND (k.to_date IS NULL OR k.to_date >= ?1)
    AND p.login IS NOT NULL AND p.removed_at IS NULL
    AND (p.from_date IS NULL OR p.from_date <= ?1) AND (p.to_date IS NULL OR p.to_date >= ?1)
    AS lets_in
FROM user_key k JOIN person p ON p.id = k.person_id

-- ?2 a person or 0, ?3 whether all
-- fragment: user_key_some
WHERE (?2 = 0 OR k.person_id = ?2) AND (?3 OR lets_in)
ORDER BY p.rank, p.sort_key, p.id, k.from_date, k.id

-- fragment: user_key_one
WHERE k.id = ?2 OR k.fingerprint = ?3

-- name: user_key_owner
SELECT p.name, COALESCE(p.login, '') FROM user_key k JOIN person p ON p.id = k.person_id
WHERE k.blob = ?1;
