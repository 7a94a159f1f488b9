-- ?1 person, ?2 day, ?3 region, ?4 district, ?5 member. The regions that the person leads on the day,
-- or, as a secretary, the members served; a district stands for the regions that it lies in.
-- fragment: work_regions
WITH own (id) AS (
  SELECT a.region_id FROM assignment a
  WHERE a.region_id IS NOT NULL AND a.removed_at IS NULL AND a.from_date <= ?2
    AND (a.to_date IS NULL OR a.to_date >= ?2)
    AND ((a.person_id = ?1 AND ?4 IS NULL AND ?5 IS NULL AND (?3 IS NULL OR a.region_id = ?3))
      OR (?3 IS NULL AND ?4 IS NULL AND a.person_id IN (
        SELECT s.member_id FROM assignment s
        WHERE s.person_id = ?1 AND s.member_id IS NOT NULL AND s.removed_at IS NULL
          AND (?5 IS NULL OR s.member_id = ?5)
          AND s.from_date <= ?2 AND (s.to_date IS NULL OR s.to_date >= ?2)))))

-- fragment: work_meetings
SELECT m.id, m.state, m.held_on, m.region_id, COALESCE(m.chair_id, 0), COALESCE(m.recorder_id, 0),
  COALESCE(c.name, ''), COALESCE(w.name, ''), m.rev
FROM meeting m
LEFT JOIN person c ON c.id = m.chair_id
LEFT JOIN person w ON w.id = m.recorder_id
WHERE m.state <> 'final' AND m.removed_at IS NULL
  AND (m.region_id IN (SELECT id FROM own)
    OR ((m.chair_id = ?1 OR m.recorder_id = ?1)
      AND (?3 IS NULL OR m.region_id = ?3)
      AND (?4 IS NULL OR (m.region_id IN (
          SELECT x.region_id FROM membership x WHERE x.district_id = ?4 AND x.removed_at IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM assignment l
          WHERE l.region_id = m.region_id AND l.person_id = ?1 AND l.removed_at IS NULL
            AND l.from_date <= ?2 AND (l.to_date IS NULL OR l.to_date >= ?2))))
      AND (?5 IS NULL OR m.region_id IN (SELECT id FROM own))))
ORDER BY m.held_on, m.id

-- fragment: work_reviews
SELECT v.id, v.state FROM review v
WHERE v.state <> 'approved' AND v.removed_at IS NULL AND v.region_id IN (SELECT id FROM own)
ORDER BY v.period, v.region_id

-- fragment: work_remarks
SELECT x.id, x.state, x.rev, x.author_id, a.name, COALESCE(x.to_person_id, 0) = ?1
FROM remark x JOIN person a ON a.id = x.author_id
WHERE x.removed_at IS NULL
  AND (x.state = 'open' OR (x.state = 'answered' AND x.seen_at IS NULL AND x.author_id = ?1))
  AND ((?5 IS NULL AND (x.to_person_id = ?1 OR x.author_id = ?1)
      AND ((?3 IS NULL AND ?4 IS NULL) OR x.region_id = ?3 OR x.district_id = ?4
        OR x.district_id IN (
          SELECT m.district_id FROM membership m WHERE m.region_id = ?3 AND m.removed_at IS NULL
            AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2))))
    OR (x.state = 'open' AND x.author_id <> ?1 AND (x.region_id IN (SELECT id FROM own)
      OR EXISTS (
        SELECT 1 FROM membership m
        WHERE m.district_id IN (x.district_id, x.to_district_id) AND m.removed_at IS NULL
          AND m.region_id IN (SELECT id FROM own)
          AND (m.from_date IS NULL OR m.from_date <= ?2) AND (m.to_date IS NULL OR m.to_date >= ?2))
      OR (?3 IS NULL AND ?5 IS NULL AND EXISTS (
        SELECT 1 FROM assignment c
        WHERE c.person_id = ?1 AND c.district_id IN (x.district_id, x.to_district_id)
          AND (?4 IS NULL OR c.district_id = ?4) AND c.removed_at IS NULL
          AND c.from_date <= ?2 AND (c.to_date IS NULL OR c.to_date >= ?2))))))
ORDER BY COALESCE(x.due_on, '9999-12-31'), x.id

-- name: handover_attendance
SELECT a.id,
  EXISTS (SELECT 1 FROM attendance b
    WHERE b.meeting_id = ?1 AND b.person_id = ?3 AND b.removed_at IS NULL)
FROM attendance a WHERE a.meeting_id = ?1 AND a.person_id = ?2 AND a.removed_at IS NULL;
