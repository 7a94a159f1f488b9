-- ?1 is the day. Only leaves that no successor has yet; a leaf of a successor that was taken back does
-- not count.
-- name: succession_left
SELECT d.id, COUNT(*)
FROM district d
JOIN leaf_now n ON n.district_id = d.id AND n.state <> 'done' AND n.ended_on IS NULL
WHERE d.to_date < ?1 AND d.removed_at IS NULL AND (?2 IS NULL OR d.id = ?2)
  AND NOT EXISTS (
    SELECT 1 FROM succession s
    JOIN leaf x ON x.district_id = s.new_district_id AND x.task_id = n.task_id
      AND x.removed_at IS NULL
    WHERE s.old_district_id = d.id AND s.removed_at IS NULL)
GROUP BY d.id ORDER BY d.position, d.id;

-- Each open leaf and each successor that lacks its task, and the deadline in force; a leaf that was
-- taken back at the successor is taken up again (its id, else 0).
-- name: succession_missing
SELECT n.leaf_id, s.new_district_id, COALESCE(n.due_on, ''),
  COALESCE((SELECT x.id FROM leaf x
    WHERE x.district_id = s.new_district_id AND x.task_id = n.task_id), 0)
FROM leaf_now n
JOIN succession s ON s.old_district_id = n.district_id AND s.removed_at IS NULL
WHERE n.district_id = ?1 AND n.state <> 'done' AND n.ended_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM leaf x
    WHERE x.district_id = s.new_district_id AND x.task_id = n.task_id AND x.removed_at IS NULL)
ORDER BY n.leaf_id, s.id;
