-- Document order is depth first: a clause starts before, or ends after, what it contains.
-- name: clause_of_directive
SELECT c.id, COALESCE(c.parent_id, 0), c.code, c.start_byte, c.end_byte,
  (SELECT COUNT(*) FROM task t WHERE t.clause_id = c.id AND t.removed_at IS NULL)
FROM clause c
WHERE c.directive_id = ?1 AND c.removed_at IS NULL
ORDER BY c.start_byte, c.end_byte DESC, c.position;

-- name: citation_of_directive
SELECT q.start_byte, q.end_byte
FROM task t JOIN citation q ON q.task_id = t.id AND q.removed_at IS NULL
WHERE COALESCE(t.directive_id, 0) = ?1 AND t.removed_at IS NULL
ORDER BY q.start_byte;
