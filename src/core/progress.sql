-- name: progress_of_leaf
SELECT p.id, p.rev, p.state, p.percent, p.note, p.as_of, p.document, COALESCE(h.name, ''),
  p.entered_at, p.removed_at IS NOT NULL
FROM progress p LEFT JOIN person h ON h.id = p.person_id
WHERE p.leaf_id = ?1
ORDER BY p.as_of DESC, p.id DESC;

-- name: progress_counting
SELECT id FROM progress WHERE leaf_id = ?1 AND removed_at IS NULL ORDER BY as_of DESC, id DESC LIMIT 1;

-- name: progress_owner
SELECT p.leaf_id, p.rev, p.person_id, COALESCE(h.name, ''), p.removed_at IS NOT NULL
FROM progress p LEFT JOIN person h ON h.id = p.person_id
WHERE p.id = ?1;

-- name: progress_of_task
SELECT p.id, p.rev, p.state, p.percent, p.note, p.as_of, p.document, COALESCE(h.name, ''),
  p.entered_at, p.removed_at IS NOT NULL, l.id, COALESCE(l.region_id, 0),
  COALESCE(l.district_id, 0), l.removed_at IS NOT NULL
FROM leaf l JOIN progress p ON p.leaf_id = l.id LEFT JOIN person h ON h.id = p.person_id
WHERE l.task_id = ?1
ORDER BY p.as_of DESC, p.id DESC;
