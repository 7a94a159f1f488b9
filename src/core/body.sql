-- name: body_all
SELECT id, code, name, short_name FROM body WHERE removed_at IS NULL ORDER BY position, code;

-- name: body_code_taken
SELECT EXISTS (SELECT 1 FROM body WHERE code = ?1);

-- name: body_last_position
SELECT COALESCE(MAX(position), 0) FROM body;
