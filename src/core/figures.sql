-- fragment: figures_columns
SELECT COALESCE(n.region_id, 0), COALESCE(n.district_id, 0), n.due_on, n.state, n.percent, n.as_of,
  n.ended_on
FROM leaf_now n

-- As far as was told of days up to ?3, whenever that was entered; of what is due by ?4, or of all.
-- fragment: figures_columns_until
SELECT COALESCE(n.region_id, 0), COALESCE(n.district_id, 0), n.due_on, COALESCE(q.state, ''),
  COALESCE(q.percent, 0), q.as_of, CASE WHEN n.ended_on <= ?3 THEN n.ended_on END
FROM leaf_now n
LEFT JOIN progress q ON q.id = (
  SELECT w.id FROM progress w
  WHERE w.leaf_id = n.leaf_id AND w.removed_at IS NULL AND w.as_of <= ?3
  ORDER BY w.as_of DESC, w.id DESC LIMIT 1)

-- fragment: figures_due_by
AND (?4 IS NULL OR n.due_on <= ?4)

-- fragment: figures_of_region
WHERE n.leaf_id IN (
  SELECT p.id FROM leaf p WHERE p.region_id = ?1
  UNION ALL SELECT p.id FROM leaf p WHERE p.district_id IN (
    SELECT s.district_id FROM membership s
    WHERE s.region_id = ?1 AND s.removed_at IS NULL
      AND (s.from_date IS NULL OR s.from_date <= ?2) AND (s.to_date IS NULL OR s.to_date >= ?2)))

-- fragment: figures_of_district
WHERE n.district_id = ?1

-- name: figures_main_regions
SELECT district_id, region_id FROM membership
WHERE main = 1 AND removed_at IS NULL
  AND (from_date IS NULL OR from_date <= ?1) AND (to_date IS NULL OR to_date >= ?1)
ORDER BY id;
