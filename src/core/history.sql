-- The parts of a thing, removed ones too, each with what it is called.

-- name: history_region_membership
SELECT m.id, d.name FROM membership m JOIN district d ON d.id = m.district_id WHERE m.region_id = ?1;

-- name: history_region_assignment
SELECT a.id, p.name FROM assignment a JOIN person p ON p.id = a.person_id WHERE a.region_id = ?1;

-- name: history_district_membership
SELECT m.id, r.name FROM membership m JOIN region r ON r.id = m.region_id WHERE m.district_id = ?1;

-- name: history_district_assignment
SELECT a.id, p.name FROM assignment a JOIN person p ON p.id = a.person_id WHERE a.district_id = ?1;

-- name: history_person_role
SELECT id, '' FROM role_grant WHERE person_id = ?1;

-- name: history_person_assignment
SELECT a.id, COALESCE(r.name, d.name, CASE a.person_id WHEN ?1 THEN m.name ELSE p.name END)
FROM assignment a
JOIN person p ON p.id = a.person_id
LEFT JOIN person m ON m.id = a.member_id
LEFT JOIN region r ON r.id = a.region_id
LEFT JOIN district d ON d.id = a.district_id
WHERE a.person_id = ?1 OR a.member_id = ?1;

-- name: history_task_body
SELECT x.id, b.name FROM task_body x JOIN body b ON b.id = x.body_id WHERE x.task_id = ?1;

-- name: history_task_leaf
SELECT l.id, COALESCE(d.name, r.name, '') FROM leaf l
LEFT JOIN region r ON r.id = l.region_id
LEFT JOIN district d ON d.id = l.district_id
WHERE l.task_id = ?1;

-- name: history_task_extension
SELECT e.id, COALESCE(d.name, r.name, '') FROM leaf l JOIN extension e ON e.leaf_id = l.id
LEFT JOIN region r ON r.id = l.region_id
LEFT JOIN district d ON d.id = l.district_id
WHERE l.task_id = ?1;

-- name: history_task_progress
SELECT p.id, COALESCE(d.name, r.name, '') FROM leaf l JOIN progress p ON p.leaf_id = l.id
LEFT JOIN region r ON r.id = l.region_id
LEFT JOIN district d ON d.id = l.district_id
WHERE l.task_id = ?1;

-- name: history_leaf_extension
SELECT id, '' FROM extension WHERE leaf_id = ?1;

-- name: history_leaf_progress
SELECT id, '' FROM progress WHERE leaf_id = ?1;

-- name: history_meeting_agenda
SELECT id, title FROM agenda_item WHERE meeting_id = ?1;

-- name: history_meeting_attendance
SELECT a.id, COALESCE(p.name, a.guest) FROM attendance a LEFT JOIN person p ON p.id = a.person_id
WHERE a.meeting_id = ?1;

-- name: history_meeting_conclusion
SELECT id, CAST(position AS TEXT) FROM conclusion WHERE meeting_id = ?1;

-- name: history_review_mark
SELECT m.id, d.name FROM review_mark m JOIN district d ON d.id = m.district_id WHERE m.review_id = ?1;

-- name: history_person_key
SELECT id, comment FROM user_key WHERE person_id = ?1;

-- name: history_region_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'region' AND x.thing_id = ?1;

-- name: history_district_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'district' AND x.thing_id = ?1;

-- name: history_task_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'task' AND x.thing_id = ?1;

-- name: history_leaf_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'leaf' AND x.thing_id = ?1;

-- name: history_meeting_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'meeting' AND x.thing_id = ?1;

-- name: history_review_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'review' AND x.thing_id = ?1;

-- name: history_indicator_remark
SELECT x.id, p.name FROM remark x JOIN person p ON p.id = x.author_id
WHERE x.thing_kind = 'indicator' AND x.thing_id = ?1;

-- name: history_indicator_target
SELECT t.id, COALESCE(d.name, r.name, '') FROM target t
LEFT JOIN region r ON r.id = t.region_id
LEFT JOIN district d ON d.id = t.district_id
WHERE t.indicator_id = ?1;

-- name: history_indicator_reading
SELECT x.id, d.name FROM reading x JOIN district d ON d.id = x.district_id
WHERE x.indicator_id = ?1;

-- name: history_series_asked
SELECT x.id, COALESCE(d.name, b.name, '') FROM report_asked x
LEFT JOIN district d ON d.id = x.district_id
LEFT JOIN body b ON b.id = x.body_id
WHERE x.series_id = ?1;

-- name: history_series_entry
SELECT x.id, COALESCE(d.name, b.name, '') FROM report_entry x
LEFT JOIN district d ON d.id = x.district_id
LEFT JOIN body b ON b.id = x.body_id
WHERE x.series_id = ?1;

-- name: history_series_extension
SELECT x.id, COALESCE(d.name, b.name, '') FROM report_extension x
LEFT JOIN district d ON d.id = x.district_id
LEFT JOIN body b ON b.id = x.body_id
WHERE x.series_id = ?1;

-- name: history_series_reminder
SELECT x.id, COALESCE(d.name, b.name, '') FROM reminder x
LEFT JOIN district d ON d.id = x.district_id
LEFT JOIN body b ON b.id = x.body_id
WHERE x.series_id = ?1;

-- Where what stood in it is to be read before it is decided.
-- name: history_region_of_meeting
SELECT region_id FROM meeting WHERE id = ?1;

-- name: history_region_of_review
SELECT region_id FROM review WHERE id = ?1;

-- name: history_region_name
SELECT id, '' FROM place_name WHERE region_id = ?1;

-- name: history_district_name
SELECT id, '' FROM place_name WHERE district_id = ?1;

-- name: history_body_name
SELECT id, '' FROM body_name WHERE body_id = ?1;

-- name: history_body_succession
SELECT id, '' FROM succession WHERE old_body_id = ?1 OR new_body_id = ?1;

-- name: history_district_succession
SELECT id, '' FROM succession WHERE old_district_id = ?1 OR new_district_id = ?1;
