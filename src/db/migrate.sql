-- name: migration_last
SELECT COALESCE(MAX(version), 0) FROM migration;

-- name: migration_all
SELECT version, name, checksum FROM migration ORDER BY version;

-- name: migration_record
INSERT INTO migration (version, name, checksum, applied_at) VALUES (?1, ?2, ?3, ?4);
