-- name: place_by_code
SELECT id, 0 FROM region WHERE code = ?1 AND removed_at IS NULL
UNION ALL
SELECT 0, id FROM district WHERE code = ?1 AND removed_at IS NULL;

-- name: place_codes
SELECT code FROM region WHERE removed_at IS NULL
UNION ALL
SELECT code FROM district WHERE removed_at IS NULL
ORDER BY 1;
