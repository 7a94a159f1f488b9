-- What a leaf's latest progress said, entered after ?1, in one of the two states.
-- name: news_progress
SELECT p.as_of, n.leaf_id, t.code, t.title, t.origin, COALESCE(n.region_id, 0),
  COALESCE(n.district_id, 0), n.state, n.percent
FROM progress p
JOIN leaf_now n ON n.progress_id = p.id
JOIN task t ON t.id = n.task_id
WHERE p.entered_at > ?1 AND n.state IN ('done', 'blocked')
ORDER BY p.entered_at DESC, p.id DESC;

-- Due from ?1 on and before ?2, and still open.
-- name: news_late
SELECT n.due_on, n.leaf_id, t.code, t.title, t.origin, COALESCE(n.region_id, 0),
  COALESCE(n.district_id, 0), n.state, n.percent
FROM leaf_now n JOIN task t ON t.id = n.task_id
WHERE n.due_on >= ?1 AND n.due_on < ?2 AND n.state <> 'done' AND n.ended_on IS NULL
ORDER BY n.due_on DESC, t.position, n.leaf_id;

-- name: news_meetings
SELECT m.id, m.region_id, m.held_on, m.subject, m.state, m.number_text
FROM meeting m
WHERE m.held_on >= ?1 AND m.held_on <= ?2 AND m.state IN ('draft', 'final') AND m.removed_at IS NULL
ORDER BY m.held_on DESC, m.id DESC;

-- name: news_reviews
SELECT id, region_id, period, state,
  CASE WHEN state = 'submitted' THEN submitted_at ELSE decided_at END AS moved_at
FROM review
WHERE state IN ('submitted', 'returned', 'approved') AND removed_at IS NULL
  AND CASE WHEN state = 'submitted' THEN submitted_at ELSE decided_at END > ?1
ORDER BY moved_at DESC, id DESC;
