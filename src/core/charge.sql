-- Every place of a day. Regions have 0 for a district.
-- name: charge_places
SELECT region_id, district_id FROM (
  SELECT r.id AS region_id, 0 AS district_id, r.position AS region_at, r.code AS region_code,
    0 AS level, 0 AS at, '' AS code
  FROM region r
  WHERE r.removed_at IS NULL
    AND (r.from_date IS NULL OR r.from_date <= ?1) AND (r.to_date IS NULL OR r.to_date >= ?1)
  UNION ALL
  SELECT 0, d.id, COALESCE(r.position, 1000000), COALESCE(r.code, ''), 1,
    COALESCE(m.position, d.position), d.code
  FROM district d
  LEFT JOIN membership m ON m.district_id = d.id AND m.main = 1 AND m.removed_at IS NULL
    AND (m.from_date IS NULL OR m.from_date <= ?1) AND (m.to_date IS NULL OR m.to_date >= ?1)
  LEFT JOIN region r ON r.id = m.region_id
  WHERE d.removed_at IS NULL
    AND (d.from_date IS NULL OR d.from_date <= ?1) AND (d.to_date IS NULL OR d.to_date >= ?1)
) AS place
ORDER BY region_at, region_code, level, at, code;
