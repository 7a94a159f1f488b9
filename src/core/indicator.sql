-- fragment: indicator_select
SELECT i.id, i.rev, i.code, i.name, i.unit, i.scale, i.direction, i.aggregation, i.rhythm,
  COALESCE(i.numerator_id, 0), COALESCE(i.denominator_id, 0), COALESCE(i.task_id, 0),
  COALESCE(t.code, ''), COALESCE(n.name, ''), COALESCE(d.name, '')
FROM indicator i
LEFT JOIN task t ON t.id = i.task_id
LEFT JOIN indicator n ON n.id = i.numerator_id
LEFT JOIN indicator d ON d.id = i.denominator_id

-- What measures a task first, what only helps to reckon it after.
-- fragment: indicator_where_all
WHERE i.removed_at IS NULL ORDER BY i.task_id IS NULL, i.position, i.id;

-- fragment: indicator_where_id
WHERE i.id = ?1;

-- name: indicator_code_taken
SELECT COUNT(*) FROM indicator WHERE code = ?1;

-- name: indicator_id_of_code
SELECT id FROM indicator WHERE code = ?1;

-- name: indicator_last_position
SELECT COALESCE(MAX(position), 0) FROM indicator;

-- What was written in its unit and scale, withdrawn or not: readings, and targets.
-- name: indicator_readings
SELECT COUNT(*) FROM reading WHERE indicator_id = ?1;

-- name: indicator_targets
SELECT COUNT(*) FROM target WHERE indicator_id = ?1;

-- name: target_of_indicator
SELECT id, rev, COALESCE(region_id, 0), COALESCE(district_id, 0), kind, value, from_date,
  COALESCE(to_date, ''), document
FROM target WHERE indicator_id = ?1 AND removed_at IS NULL
ORDER BY from_date, id;

-- name: target_same
SELECT id FROM target
WHERE indicator_id = ?1 AND COALESCE(region_id, 0) = ?2 AND COALESCE(district_id, 0) = ?3
  AND from_date = ?4 AND COALESCE(to_date, '') = ?5 AND removed_at IS NULL;

-- Of one district, day and kind the newest one counts. ?2, ?3: the districts of a region, or one; 0
-- for all. ?4 is the day on which they belong there.
-- name: reading_of_indicator
SELECT r.id, r.rev, r.indicator_id, r.district_id, i.name, r.kind, r.value, i.scale, r.as_of,
  r.document, COALESCE(p.name, ''), r.entered_at, r.removed_at IS NOT NULL,
  EXISTS (SELECT 1 FROM reading x WHERE x.indicator_id = r.indicator_id
    AND x.district_id = r.district_id AND x.as_of = r.as_of AND x.kind = r.kind AND x.id > r.id
    AND x.removed_at IS NULL)
FROM reading r
JOIN indicator i ON i.id = r.indicator_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN district d ON d.id = r.district_id
WHERE r.indicator_id IN (
    SELECT ?1 UNION ALL SELECT numerator_id FROM indicator WHERE id = ?1
    UNION ALL SELECT denominator_id FROM indicator WHERE id = ?1)
  AND (?3 = 0 OR r.district_id = ?3)
  AND (?2 = 0 OR r.district_id IN (SELECT m.district_id FROM membership m
    WHERE m.region_id = ?2 AND m.main = 1 AND m.removed_at IS NULL
      AND (m.from_date IS NULL OR m.from_date <= ?4) AND (m.to_date IS NULL OR m.to_date >= ?4)))
ORDER BY r.as_of DESC, r.kind, d.position, d.code, i.position, r.id DESC;

-- name: reading_newest
SELECT MAX(id) FROM reading;

-- name: reading_since
SELECT r.value, i.scale, i.unit, COALESCE(p.name, '')
FROM reading r JOIN indicator i ON i.id = r.indicator_id LEFT JOIN person p ON p.id = r.person_id
WHERE r.indicator_id = ?1 AND r.district_id = ?2 AND r.as_of = ?3 AND r.kind = ?4 AND r.id > ?5
  AND r.removed_at IS NULL
ORDER BY r.id DESC LIMIT 1;

-- name: reading_owner
SELECT r.district_id, r.rev, r.person_id, COALESCE(p.name, ''), r.removed_at IS NOT NULL
FROM reading r LEFT JOIN person p ON p.id = r.person_id
WHERE r.id = ?1;

-- In the order in which they come to count: of a district the later row takes the earlier one's place.
-- name: reading_data
SELECT district_id, kind, as_of, value FROM reading
WHERE indicator_id = ?1 AND removed_at IS NULL
ORDER BY as_of, id;

-- Where districts were and are, in official order; without a main region, 0.
-- name: reading_places
SELECT d.id, COALESCE(m.region_id, 0), COALESCE(d.from_date, ''), COALESCE(d.to_date, ''),
  COALESCE(m.from_date, ''), COALESCE(m.to_date, '')
FROM district d
LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
WHERE d.removed_at IS NULL
ORDER BY d.position, d.code, m.id;
