-- Names and posts of final minutes are those of the day on which they became final.
-- fragment: meeting_select
SELECT m.id, m.rev, m.region_id, m.kind, m.subject, m.held_on, m.starts, m.ends, m.place,
  COALESCE(m.chair_id, 0), COALESCE(m.recorder_id, 0),
  COALESCE(v.people ->> ('$."' || c.id || '".name'), c.name, ''),
  COALESCE(v.people ->> ('$."' || c.id || '".post'), c.post, ''),
  COALESCE(v.people ->> ('$."' || w.id || '".name'), w.name, ''), m.state, m.number_text,
  (SELECT COUNT(*) FROM conclusion x WHERE x.meeting_id = m.id AND x.removed_at IS NULL),
  (SELECT COUNT(*) FROM conclusion x
    WHERE x.meeting_id = m.id AND x.task_id IS NOT NULL AND x.removed_at IS NULL),
  (SELECT COUNT(*) FROM attendance x
    WHERE x.meeting_id = m.id AND x.status = 'present' AND x.removed_at IS NULL),
  (SELECT COUNT(*) FROM attendance x
    WHERE x.meeting_id = m.id AND x.status = 'absent' AND x.removed_at IS NULL),
  COALESCE(v.people ->> ('$."' || w.id || '".post'), w.post, ''),
  COALESCE(v.region, '')
FROM meeting m
LEFT JOIN person c ON c.id = m.chair_id
LEFT JOIN person w ON w.id = m.recorder_id
LEFT JOIN minutes v ON v.meeting_id = m.id AND m.state = 'final' AND v.reopened_at IS NULL
  AND v.removed_at IS NULL

-- fragment: meeting_where_id
WHERE m.id = ?1 AND m.removed_at IS NULL

-- fragment: meeting_where_region
WHERE m.region_id = ?1 AND m.removed_at IS NULL

-- fragment: meeting_where_any
WHERE m.removed_at IS NULL

-- fragment: meeting_order
ORDER BY m.held_on DESC, m.starts DESC, m.id DESC

-- name: meeting_key
SELECT region_id, state, held_on, number_text FROM meeting WHERE id = ?1 AND removed_at IS NULL;

-- The region's meeting before a day, newest first: what it carried over is taken up again.
-- name: meeting_carried_over
SELECT a.title, COALESCE(a.task_id, 0) FROM agenda_item a
WHERE a.carried_over = 1 AND a.removed_at IS NULL AND a.meeting_id = (
  SELECT m.id FROM meeting m
  WHERE m.region_id = ?1 AND m.held_on <= ?2 AND m.id <> ?3 AND m.removed_at IS NULL
  ORDER BY m.held_on DESC, m.starts DESC, m.id DESC LIMIT 1)
ORDER BY a.position, a.id;

-- Removed minutes count too: a number is never given twice.
-- name: meeting_number_last
SELECT COALESCE(MAX(number), 0) FROM meeting WHERE held_on >= ?1 AND held_on <= ?2;

-- name: meeting_latest_final
SELECT id FROM meeting
WHERE region_id = ?1 AND state = 'final' AND removed_at IS NULL
ORDER BY held_on DESC, starts DESC, id DESC LIMIT 1;

-- name: meeting_number_taken
SELECT region_id, held_on FROM meeting
WHERE number = ?1 AND held_on >= ?2 AND held_on <= ?3 AND id <> ?4 LIMIT 1;

-- name: minutes_last
SELECT COALESCE(MAX(version), 0) FROM minutes WHERE meeting_id = ?1;

-- name: minutes_standing
SELECT id FROM minutes WHERE meeting_id = ?1 AND reopened_at IS NULL AND removed_at IS NULL;

-- name: minutes_text
SELECT text FROM minutes WHERE meeting_id = ?1 AND reopened_at IS NULL AND removed_at IS NULL;

-- name: minutes_versions
SELECT v.id, v.version, v.number_text, v.text, v.finalized_name, v.finalized_at, v.reopened_name,
  COALESCE(v.reopened_at, 0), v.reason
FROM minutes v
WHERE v.meeting_id = ?1 AND v.removed_at IS NULL
ORDER BY v.version;

-- name: minutes_places
SELECT COALESCE(d.name, r.name, '') FROM leaf l
LEFT JOIN region r ON r.id = l.region_id
LEFT JOIN district d ON d.id = l.district_id
WHERE l.task_id = ?1 AND l.removed_at IS NULL ORDER BY d.position, l.id;
