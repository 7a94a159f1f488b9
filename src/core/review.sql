-- fragment: review_select
SELECT r.id, r.rev, r.region_id, r.period, r.from_date, r.to_date, r.state, r.section1, r.section2,
  r.section3, r.section4, r.section5, r.section6, COALESCE(s.name, ''),
  COALESCE(r.submitted_at, 0), r.return_reason, COALESCE(d.name, ''), COALESCE(d.post, ''),
  COALESCE(r.decided_at, 0), r.paper_number, r.frozen, r.digest
FROM review r
LEFT JOIN person s ON s.id = r.submitted_by
LEFT JOIN person d ON d.id = r.decided_by

-- fragment: review_where_id
WHERE r.id = ?1 AND r.removed_at IS NULL

-- fragment: review_where_period
WHERE r.region_id = ?1 AND r.period = ?2 AND r.removed_at IS NULL

-- fragment: review_where_region
WHERE r.region_id = ?1 AND r.removed_at IS NULL
ORDER BY r.period DESC

-- fragment: review_where_any
WHERE r.removed_at IS NULL
ORDER BY r.period DESC

-- name: review_key
SELECT rev, region_id, state, period FROM review WHERE id = ?1 AND removed_at IS NULL;

-- name: review_state
SELECT state FROM review WHERE region_id = ?1 AND period = ?2 AND removed_at IS NULL;

-- A removed one (a begin that was undone) keeps its row and is taken up again.
-- name: review_find
SELECT id, removed_at IS NOT NULL FROM review WHERE region_id = ?1 AND period = ?2;

-- name: review_first_directive
SELECT COALESCE(MIN(issued_on), '') FROM directive WHERE removed_at IS NULL;

-- name: review_regions_open
SELECT COUNT(*) FROM region g
WHERE g.removed_at IS NULL
  AND (g.from_date IS NULL OR g.from_date <= ?1) AND (g.to_date IS NULL OR g.to_date >= ?1)
  AND NOT EXISTS (
    SELECT 1 FROM review r WHERE r.region_id = g.id AND r.period = ?2 AND r.state = 'approved'
      AND r.removed_at IS NULL);

-- name: review_meetings
SELECT COUNT(*),
  (SELECT COUNT(*) FROM conclusion x JOIN meeting y ON y.id = x.meeting_id
    WHERE y.region_id = ?1 AND y.held_on >= ?2 AND y.held_on <= ?3
      AND y.state IN ('draft', 'final') AND y.removed_at IS NULL AND x.removed_at IS NULL),
  (SELECT COUNT(*) FROM conclusion x JOIN meeting y ON y.id = x.meeting_id
    WHERE y.region_id = ?1 AND y.held_on >= ?2 AND y.held_on <= ?3
      AND y.state IN ('draft', 'final') AND y.removed_at IS NULL AND x.removed_at IS NULL
      AND x.task_id IS NOT NULL)
FROM meeting m
WHERE m.region_id = ?1 AND m.held_on >= ?2 AND m.held_on <= ?3
  AND m.state IN ('draft', 'final') AND m.removed_at IS NULL;

-- name: review_marks
SELECT k.id, k.rev, k.district_id, k.proposed, k.mark, k.proposed_reason, k.mark_reason,
  COALESCE(p.name, ''), COALESCE(m.name, ''), d.code
FROM review_mark k
JOIN district d ON d.id = k.district_id
LEFT JOIN person p ON p.id = k.proposed_by
LEFT JOIN person m ON m.id = k.marked_by
WHERE k.review_id = ?1 AND k.removed_at IS NULL
ORDER BY k.position, k.id;

-- name: review_mark_find
SELECT id, removed_at IS NOT NULL FROM review_mark WHERE review_id = ?1 AND district_id = ?2;

-- Removed ones count too: a code is never used again.
-- name: review_next_follow_up
SELECT COALESCE(MAX(position), 0) + 1 FROM task WHERE review_id = ?1;

-- name: review_follow_ups
SELECT id FROM task WHERE review_id = ?1 AND removed_at IS NULL ORDER BY position, id;
