-- The plus takes the column's affinity away, which the index of codes, being one of an expression, has
-- not.
-- name: directive_all
SELECT d.id, d.rev, d.number, d.issued_on, d.kind, d.issuer, d.subject, d.signer_post, d.signer_name,
  d.recipients,
  (SELECT COUNT(*) FROM task t
    WHERE COALESCE(t.directive_id, 0) = +d.id AND t.removed_at IS NULL)
FROM directive d WHERE d.removed_at IS NULL
ORDER BY d.issued_on, d.number;

-- name: directive_by_id
SELECT d.id, d.rev, d.number, d.issued_on, d.kind, d.issuer, d.subject, d.signer_post, d.signer_name,
  d.recipients,
  (SELECT COUNT(*) FROM task t
    WHERE COALESCE(t.directive_id, 0) = +d.id AND t.removed_at IS NULL),
  d.text
FROM directive d WHERE d.id = ?1 AND d.removed_at IS NULL;

-- name: directive_taken
SELECT CASE WHEN removed_at IS NULL THEN 1 ELSE 2 END FROM directive
WHERE number = ?1 AND issued_on = ?2;
