-- name: spread_leaves_of_task
SELECT l.id, l.rev, COALESCE(l.region_id, 0), COALESCE(l.district_id, 0), l.removed_at IS NOT NULL,
  (SELECT COUNT(*) FROM progress p WHERE p.leaf_id = l.id AND p.removed_at IS NULL),
  COALESCE(l.due_on, ''),
  COALESCE((SELECT p.as_of FROM progress p WHERE p.leaf_id = l.id AND p.removed_at IS NULL
    ORDER BY p.as_of DESC, p.id DESC LIMIT 1), '')
FROM leaf l WHERE l.task_id = ?1
ORDER BY l.id;
