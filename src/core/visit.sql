-- name: visit_get
SELECT place, last_at, dropped FROM visit WHERE person_id = ?1;

-- name: visit_set
INSERT INTO visit (person_id, last_at, place, dropped) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (person_id) DO UPDATE SET last_at = excluded.last_at, place = excluded.place,
  dropped = excluded.dropped;
