-- name: right_own_region
SELECT EXISTS (
  SELECT 1 FROM assignment a
  WHERE a.region_id = ?2 AND a.removed_at IS NULL AND a.from_date <= ?3
    AND (a.to_date IS NULL OR a.to_date >= ?3)
    AND (a.person_id = ?1 OR a.person_id IN (
      SELECT s.member_id FROM assignment s
      WHERE s.person_id = ?1 AND s.member_id IS NOT NULL AND s.removed_at IS NULL
        AND s.from_date <= ?3 AND (s.to_date IS NULL OR s.to_date >= ?3))));

-- name: right_own_district
SELECT EXISTS (
  SELECT 1 FROM assignment a
  WHERE a.removed_at IS NULL AND a.from_date <= ?3 AND (a.to_date IS NULL OR a.to_date >= ?3)
    AND (a.district_id = ?2 OR a.region_id IN (
      SELECT m.region_id FROM membership m
      WHERE m.district_id = ?2 AND m.removed_at IS NULL
        AND (m.from_date IS NULL OR m.from_date <= ?3) AND (m.to_date IS NULL OR m.to_date >= ?3)))
    AND (a.person_id = ?1 OR a.person_id IN (
      SELECT s.member_id FROM assignment s
      WHERE s.person_id = ?1 AND s.member_id IS NOT NULL AND s.removed_at IS NULL
        AND s.from_date <= ?3 AND (s.to_date IS NULL OR s.to_date >= ?3))));

-- name: right_leads_region
SELECT EXISTS (
  SELECT 1 FROM assignment a
  WHERE a.region_id = ?2 AND a.person_id = ?1 AND a.removed_at IS NULL
    AND a.from_date <= ?3 AND (a.to_date IS NULL OR a.to_date >= ?3));
