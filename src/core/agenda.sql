-- fragment: agenda_select
SELECT a.id, a.rev, a.meeting_id, a.position, a.title, a.proceedings, a.carried_over,
  (SELECT COUNT(*) FROM conclusion x WHERE x.item_id = a.id AND x.removed_at IS NULL),
  COALESCE(a.task_id, 0), COALESCE(t.code, '')
FROM agenda_item a LEFT JOIN task t ON t.id = a.task_id

-- fragment: agenda_where_meeting
WHERE a.meeting_id = ?1 AND a.removed_at IS NULL
ORDER BY a.position, a.id

-- fragment: agenda_where_id
WHERE a.id = ?1 AND a.removed_at IS NULL

-- name: agenda_next_position
SELECT COALESCE(MAX(position), 0) + 1 FROM agenda_item WHERE meeting_id = ?1;

-- What is no matter of a meeting ?1, held on ?2: what stands on its agenda, what it gave itself, and
-- what came of a later day.
-- name: agenda_not_offered
SELECT a.task_id FROM agenda_item a
WHERE a.meeting_id = ?1 AND a.task_id IS NOT NULL AND a.removed_at IS NULL
UNION
SELECT t.id FROM task t
LEFT JOIN directive d ON d.id = t.directive_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN review r ON r.id = t.review_id
LEFT JOIN remark y ON y.id = t.remark_id
WHERE t.meeting_id = ?1 OR d.issued_on > ?2 OR m.held_on > ?2 OR r.from_date > ?2 OR y.said_on > ?2;
