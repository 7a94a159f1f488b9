-- A lock is 1 where the thing is locked, the region's id where only its lead may go on, else 0.

-- name: undo_lock_meeting
SELECT state = 'final' FROM meeting WHERE id = ?1;

-- name: undo_lock_agenda_item
SELECT m.state = 'final' FROM agenda_item x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_lock_attendance
SELECT m.state = 'final' FROM attendance x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_lock_conclusion
SELECT m.state = 'final' FROM conclusion x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_lock_review
SELECT CASE state WHEN 'approved' THEN 1 WHEN 'submitted' THEN region_id ELSE 0 END
FROM review WHERE id = ?1;

-- name: undo_lock_review_mark
SELECT CASE r.state WHEN 'approved' THEN 1 WHEN 'submitted' THEN r.region_id ELSE 0 END
FROM review_mark x JOIN review r ON r.id = x.review_id WHERE x.id = ?1;

-- Where a thing belongs, as rights are asked of it: its region and its district, or 0.

-- name: undo_place_progress
SELECT COALESCE(l.region_id, 0), COALESCE(l.district_id, 0)
FROM progress x JOIN leaf l ON l.id = x.leaf_id WHERE x.id = ?1;

-- name: undo_place_reading
SELECT 0, district_id FROM reading WHERE id = ?1;

-- name: undo_place_meeting
SELECT region_id, 0 FROM meeting WHERE id = ?1;

-- name: undo_place_agenda_item
SELECT m.region_id, 0 FROM agenda_item x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_place_attendance
SELECT m.region_id, 0 FROM attendance x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_place_conclusion
SELECT m.region_id, 0 FROM conclusion x JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;

-- name: undo_place_review
SELECT region_id, 0 FROM review WHERE id = ?1;

-- name: undo_place_review_mark
SELECT r.region_id, x.district_id FROM review_mark x JOIN review r ON r.id = x.review_id
WHERE x.id = ?1;

-- name: undo_place_task
SELECT COALESCE(r.region_id, m.region_id, 0), 0 FROM task x
LEFT JOIN review r ON r.id = x.review_id LEFT JOIN meeting m ON m.id = x.meeting_id WHERE x.id = ?1;
