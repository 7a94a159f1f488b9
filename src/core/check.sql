-- ?1 directive, ?2 bytes of its text. Each range, and the one that it must lie in.
-- name: check_ranges
SELECT c.code, 'clause', c.start_byte, c.end_byte, COALESCE(p.start_byte, 0),
  COALESCE(p.end_byte, ?2)
FROM clause c LEFT JOIN clause p ON p.id = c.parent_id
WHERE c.directive_id = ?1 AND c.removed_at IS NULL
UNION ALL
SELECT t.code, k.part, k.start_byte, k.end_byte,
  CASE WHEN k.part = 'quote' THEN c.start_byte ELSE 0 END,
  CASE WHEN k.part = 'quote' THEN c.end_byte ELSE ?2 END
FROM citation k JOIN task t ON t.id = k.task_id JOIN clause c ON c.id = t.clause_id
WHERE t.directive_id = ?1 AND k.removed_at IS NULL;
