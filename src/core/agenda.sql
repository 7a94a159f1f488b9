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
