-- name: calendar_meetings
SELECT m.id, m.region_id, m.kind, m.held_on, r.name, m.state
FROM meeting m JOIN region r ON r.id = m.region_id
WHERE m.held_on >= ?1 AND m.held_on <= ?2 AND m.removed_at IS NULL
ORDER BY m.held_on, m.starts, m.id;

-- A task's leaves of one day: how many, how many open, one of them and where it is.
-- name: calendar_deadlines
SELECT n.due_on, n.task_id, COUNT(*), SUM(n.state <> 'done' AND n.ended_on IS NULL), MIN(n.leaf_id),
  t.code, t.title, t.origin, COALESCE(MAX(n.region_id), 0), COALESCE(MAX(n.district_id), 0)
FROM leaf_now n JOIN task t ON t.id = n.task_id
WHERE n.due_on >= ?1 AND n.due_on <= ?2
GROUP BY n.due_on, n.task_id, t.code, t.title, t.origin, t.position
ORDER BY n.due_on, t.position, n.task_id;
