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
