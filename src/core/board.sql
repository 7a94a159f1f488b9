-- name: board_reviews
SELECT id, region_id, period, state, COALESCE(submitted_at, 0) FROM review
WHERE removed_at IS NULL;

-- name: board_assigned
SELECT COALESCE(region_id, 0), COALESCE(district_id, 0) FROM assignment
WHERE removed_at IS NULL AND member_id IS NULL
  AND from_date <= ?1 AND (to_date IS NULL OR to_date >= ?1);

-- Planned ones do not count: they have not been held.
-- name: board_last_meeting
SELECT COALESCE(MAX(held_on), '') FROM meeting
WHERE region_id = ?1 AND held_on <= ?2 AND state <> 'planned' AND removed_at IS NULL;

-- name: board_first_directive
SELECT COALESCE(MIN(issued_on), '') FROM directive WHERE removed_at IS NULL;
