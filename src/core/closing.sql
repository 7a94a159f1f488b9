-- name: closing_is_closed
SELECT COUNT(*) FROM closing WHERE period = ?1 AND removed_at IS NULL;

-- name: closing_all
SELECT c.id, c.period, c.from_date, c.to_date, c.closed_on, COALESCE(p.name, ''),
  (SELECT COUNT(*) FROM closing_leaf l WHERE l.closing_id = c.id AND l.decision = 'done'
    AND l.removed_at IS NULL),
  (SELECT COUNT(*) FROM closing_leaf l WHERE l.closing_id = c.id AND l.decision = 'carried'
    AND l.removed_at IS NULL),
  (SELECT COUNT(*) FROM closing_leaf l WHERE l.closing_id = c.id AND l.decision = 'ended'
    AND l.removed_at IS NULL)
FROM closing c LEFT JOIN person p ON p.id = c.person_id
WHERE c.removed_at IS NULL
ORDER BY c.to_date DESC, c.from_date;

-- name: closing_figures_of
SELECT COALESCE(region_id, 0), COALESCE(district_id, 0), title, done_in_time, done_late,
  open_in_time, open_late, ended, percent_sum, silent, good, blocked, mute, unstarted, stopped
FROM closing_figure WHERE closing_id = ?1 AND removed_at IS NULL ORDER BY position;

-- name: closing_leaves_of
SELECT c.leaf_id, t.code, t.title, COALESCE(l.region_id, 0), COALESCE(l.district_id, 0),
  c.decision, c.state, c.percent, c.old_due, COALESCE(c.new_due, ''), c.reason
FROM closing_leaf c JOIN leaf l ON l.id = c.leaf_id JOIN task t ON t.id = l.task_id
WHERE c.closing_id = ?1 AND c.removed_at IS NULL ORDER BY c.id;
