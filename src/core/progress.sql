-- name: progress_of_leaf
SELECT p.id, p.rev, p.state, p.percent, p.note, p.as_of, p.document, COALESCE(h.name, ''),
  p.entered_at, p.removed_at IS NOT NULL
FROM progress p LEFT JOIN person h ON h.id = p.person_id
WHERE p.leaf_id = ?1
ORDER BY p.as_of DESC, p.id DESC;

-- name: progress_owner
SELECT p.leaf_id, p.rev, p.person_id, COALESCE(h.name, ''), p.removed_at IS NOT NULL
FROM progress p LEFT JOIN person h ON h.id = p.person_id
WHERE p.id = ?1;
