-- Lead, day and places of final minutes are what they fixed, whatever the task has become.
-- fragment: conclusion_select
SELECT x.id, x.rev, x.meeting_id, COALESCE(x.item_id, 0), x.position, x.text,
  COALESCE(x.task_id, 0), COALESCE(t.code, ''),
  COALESCE(v.conclusions ->> ('$."' || x.id || '".due'), t.due_on, ''),
  COALESCE(v.conclusions ->> ('$."' || x.id || '".lead'),
    (SELECT b.name FROM task_body y JOIN body b ON b.id = y.body_id
    WHERE y.task_id = t.id AND y.part = 'lead' AND y.removed_at IS NULL
    ORDER BY y.position, y.id LIMIT 1), ''),
  COALESCE(v.conclusions ->> ('$."' || x.id || '".places'), ''),
  v.conclusions -> ('$."' || x.id || '"') IS NOT NULL
FROM conclusion x LEFT JOIN task t ON t.id = x.task_id
LEFT JOIN minutes v ON v.meeting_id = x.meeting_id AND v.reopened_at IS NULL
  AND v.removed_at IS NULL

-- fragment: conclusion_where_meeting
WHERE x.meeting_id = ?1 AND x.removed_at IS NULL
ORDER BY x.position, x.id

-- fragment: conclusion_where_id
WHERE x.id = ?1 AND x.removed_at IS NULL

-- Removed ones count too: their number is part of a task's code.
-- name: conclusion_next_position
SELECT COALESCE(MAX(position), 0) + 1 FROM conclusion WHERE meeting_id = ?1;

-- name: conclusion_code_taken
SELECT EXISTS (SELECT 1 FROM task WHERE directive_id IS NULL AND code = ?1);

-- ?1 a region or 0 for all; the newest meeting first.
-- name: conclusion_all
SELECT x.id, x.meeting_id, m.region_id, m.state = 'final', m.held_on, m.number_text, g.name, x.text,
  COALESCE(x.task_id, 0), COALESCE(t.code, '')
FROM conclusion x
JOIN meeting m ON m.id = x.meeting_id AND m.removed_at IS NULL
JOIN region g ON g.id = m.region_id
LEFT JOIN task t ON t.id = x.task_id
WHERE x.removed_at IS NULL AND (?1 = 0 OR m.region_id = ?1)
ORDER BY m.held_on DESC, m.id DESC, x.position, x.id;
