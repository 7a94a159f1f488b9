-- What is searched, one query for each kind, all with the same columns: part, day, whether it is
-- not yet open to everybody, region, district, what its screen opens on, the code that names its
-- place there, the label, three texts, and a text of which only the bytes from … to count (or null).

-- name: search_region
SELECT 0, '', 0, g.id, 0, g.id, '', '', g.name, g.code,
  g.note || COALESCE((SELECT group_concat(' ' || n.name, '') FROM place_name n
    WHERE n.region_id = g.id AND n.removed_at IS NULL), ''), NULL, 0, 0
FROM region g WHERE g.id = ?1 AND g.removed_at IS NULL;

-- name: search_district
SELECT 0, '', 0, 0, d.id, d.id, '', '', d.kind || ' ' || d.name, d.code,
  COALESCE((SELECT group_concat(n.kind || ' ' || n.name, '; ') FROM place_name n
    WHERE n.district_id = d.id AND n.removed_at IS NULL), ''), NULL, 0, 0
FROM district d WHERE d.id = ?1 AND d.removed_at IS NULL;

-- name: search_body
SELECT 0, '', 0, 0, 0, b.id, '', '', b.name, b.short_name,
  b.code || COALESCE((SELECT group_concat(' ' || n.name || ' ' || n.short_name, '') FROM body_name n
    WHERE n.body_id = b.id AND n.removed_at IS NULL), ''), NULL, 0, 0
FROM body b WHERE b.id = ?1 AND b.removed_at IS NULL;

-- name: search_person
SELECT 0, '', 0, 0, COALESCE(p.district_id, 0), p.id, '', p.name, p.post, p.phone,
  COALESCE(p.login, ''), NULL, 0, 0
FROM person p WHERE p.id = ?1 AND p.removed_at IS NULL;

-- name: search_task
SELECT 0, COALESCE(d.issued_on, m.held_on, r.to_date, ''), 0, 0, 0, t.id, '', t.code, t.title,
  t.lead_words, t.target_words, d.text, COALESCE(q.start_byte, 0), COALESCE(q.end_byte, 0)
FROM task t
LEFT JOIN directive d ON d.id = t.directive_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN review r ON r.id = t.review_id
LEFT JOIN citation q ON q.task_id = t.id AND q.part = 'quote' AND q.removed_at IS NULL
WHERE t.id = ?1 AND t.removed_at IS NULL;

-- name: search_directive
SELECT 0, d.issued_on, 0, 0, 0, d.id, '', d.number, d.subject, d.issuer,
  d.signer_post || ' ' || d.signer_name, NULL, 0, 0
FROM directive d WHERE d.id = ?1 AND d.removed_at IS NULL;

-- The whole text; where its clauses begin and end, core looks up and makes a part of each piece.
-- name: search_clause
SELECT 0, d.issued_on, 0, 0, 0, d.id, '', d.number, '', '', '', d.text, 0, 0
FROM directive d WHERE d.id = ?1 AND d.removed_at IS NULL;

-- name: search_meeting
SELECT 0, m.held_on, m.state <> 'final', m.region_id, 0, m.id, '', m.number_text, m.subject,
  m.place, '', NULL, 0, 0
FROM meeting m WHERE m.id = ?1 AND m.removed_at IS NULL;

-- name: search_minutes
SELECT 0, m.held_on, m.state <> 'final', m.region_id, 0, m.id, '', '', a.title, a.proceedings, '',
  NULL, 0, 0
FROM agenda_item a JOIN meeting m ON m.id = a.meeting_id
WHERE a.id = ?1 AND a.removed_at IS NULL AND m.removed_at IS NULL;

-- name: search_conclusion
SELECT 0, m.held_on, m.state <> 'final', m.region_id, 0, m.id, '', '', c.text, '', '', NULL, 0, 0
FROM conclusion c JOIN meeting m ON m.id = c.meeting_id
WHERE c.id = ?1 AND c.removed_at IS NULL AND m.removed_at IS NULL;

-- name: search_review
SELECT s.part, r.to_date, r.state <> 'approved', r.region_id, 0, r.region_id, r.period, r.period,
  CASE s.part WHEN 1 THEN r.section1 WHEN 2 THEN r.section2 WHEN 3 THEN r.section3
    WHEN 4 THEN r.section4 WHEN 5 THEN r.section5 ELSE r.section6 END,
  r.paper_number, '', NULL, 0, 0
FROM review r
CROSS JOIN (SELECT 1 AS part UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
  UNION ALL SELECT 5 UNION ALL SELECT 6) s
WHERE r.id = ?1 AND r.removed_at IS NULL;

-- name: search_progress
SELECT 0, p.as_of, 0, COALESCE(l.region_id, 0), COALESCE(l.district_id, 0), l.id, '', t.code,
  p.note, p.document, '', NULL, 0, 0
FROM progress p
JOIN leaf l ON l.id = p.leaf_id AND l.removed_at IS NULL
JOIN task t ON t.id = l.task_id AND t.removed_at IS NULL
WHERE p.id = ?1 AND p.removed_at IS NULL;

-- name: search_remark
SELECT 0, x.said_on,
  EXISTS (SELECT 1 FROM meeting m
    WHERE x.thing_kind = 'meeting' AND m.id = x.thing_id AND m.state <> 'final') OR
  EXISTS (SELECT 1 FROM review r
    WHERE x.thing_kind = 'review' AND r.id = x.thing_id AND r.state <> 'approved'),
  COALESCE(x.region_id, 0), COALESCE(x.district_id, 0), x.id, '', '', x.text, x.answer, x.document,
  NULL, 0, 0
FROM remark x WHERE x.id = ?1 AND x.state <> 'withdrawn' AND x.removed_at IS NULL;

-- name: search_indicator
SELECT 0, '', 0, 0, 0, i.id, '', i.code, i.name, i.unit, '', NULL, 0, 0
FROM indicator i WHERE i.id = ?1 AND i.removed_at IS NULL;

-- name: search_series
SELECT 0, s.first_due, 0, 0, 0, s.id, '', s.code, s.name, COALESCE(d.number, ''), '', NULL, 0, 0
FROM report_series s LEFT JOIN directive d ON d.id = s.directive_id
WHERE s.id = ?1 AND s.removed_at IS NULL;

-- name: search_task_places
SELECT COALESCE(region_id, 0), COALESCE(district_id, 0) FROM leaf
WHERE task_id = ?1 AND removed_at IS NULL ORDER BY id;

-- All things of a kind.

-- name: search_all_regions
SELECT id FROM region ORDER BY id;

-- name: search_all_districts
SELECT id FROM district ORDER BY id;

-- name: search_all_bodies
SELECT id FROM body ORDER BY id;

-- name: search_all_people
SELECT id FROM person ORDER BY id;

-- name: search_all_tasks
SELECT id FROM task ORDER BY id;

-- name: search_all_directives
SELECT id FROM directive ORDER BY id;

-- name: search_all_series
SELECT id FROM report_series ORDER BY id;

-- name: search_all_meetings
SELECT id FROM meeting ORDER BY id;

-- name: search_all_minutes
SELECT id FROM agenda_item ORDER BY id;

-- name: search_all_conclusions
SELECT id FROM conclusion ORDER BY id;

-- name: search_all_reviews
SELECT id FROM review ORDER BY id;

-- name: search_all_indicators
SELECT id FROM indicator ORDER BY id;

-- name: search_all_progress
SELECT id FROM progress ORDER BY id;

-- name: search_all_remarks
SELECT id FROM remark ORDER BY id;

-- Which things say something else once a row has changed.

-- name: search_minutes_of_meeting
SELECT id FROM agenda_item WHERE meeting_id = ?1;

-- name: search_region_of_name
SELECT region_id FROM place_name WHERE id = ?1 AND region_id IS NOT NULL;

-- name: search_body_of_name
SELECT body_id FROM body_name WHERE id = ?1;

-- name: search_district_of_name
SELECT district_id FROM place_name WHERE id = ?1 AND district_id IS NOT NULL;

-- name: search_conclusions_of_meeting
SELECT id FROM conclusion WHERE meeting_id = ?1;

-- name: search_tasks_of_meeting
SELECT id FROM task WHERE meeting_id = ?1;

-- name: search_series_of_directive
SELECT id FROM report_series WHERE directive_id = ?1;

-- name: search_tasks_of_directive
SELECT id FROM task WHERE COALESCE(directive_id, 0) = ?1;

-- name: search_directive_of_clause
SELECT directive_id FROM clause WHERE id = ?1;

-- name: search_task_of_citation
SELECT task_id FROM citation WHERE id = ?1;

-- name: search_task_of_leaf
SELECT task_id FROM leaf WHERE id = ?1;

-- name: search_remarks_of_meeting
SELECT id FROM remark WHERE thing_kind = 'meeting' AND thing_id = ?1;

-- name: search_remarks_of_review
SELECT id FROM remark WHERE thing_kind = 'review' AND thing_id = ?1;

-- name: search_progress_of_leaf
SELECT id FROM progress WHERE leaf_id = ?1;

-- name: search_progress_of_task
SELECT p.id FROM leaf l JOIN progress p ON p.leaf_id = l.id WHERE l.task_id = ?1;

-- The index itself ------------------------------------------------------------------------------

-- name: search_stored
SELECT id, part, folded, exact, place FROM search_document
WHERE thing_id = ?1 AND id >= ?2 AND id <= ?3 ORDER BY id;

-- name: search_last_id
SELECT COALESCE(MAX(id), 0) FROM search_document WHERE id >= ?1 AND id <= ?2;

-- name: search_document_insert
INSERT INTO search_document (id, thing_id, part, folded, exact, place)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: search_document_delete
DELETE FROM search_document WHERE id = ?1;

-- name: search_index_insert
INSERT INTO search (rowid, folded, exact, place) VALUES (?1, ?2, ?3, ?4);

-- name: search_index_delete
INSERT INTO search (search, rowid, folded, exact, place) VALUES ('delete', ?1, ?2, ?3, ?4);

-- name: search_word_insert
INSERT INTO search_word (exact, word) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- name: search_clear_index
INSERT INTO search (search) VALUES ('delete-all');

-- name: search_clear_documents
DELETE FROM search_document;

-- name: search_clear_words
DELETE FROM search_word;

-- name: search_rebuild_index
INSERT INTO search (search) VALUES ('rebuild');

-- name: search_index_check
INSERT INTO search (search, rank) VALUES ('integrity-check', 1);

-- name: search_count
SELECT COUNT(*) FROM search_document;

-- Asking ----------------------------------------------------------------------------------------

-- name: search_match
SELECT rowid FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid <= ?3 ORDER BY rowid;

-- name: search_range
SELECT id FROM search_document WHERE id >= ?1 AND id <= ?2 ORDER BY id;

-- name: search_words_from
SELECT word FROM search_word WHERE exact = ?1 AND word >= ?2 ORDER BY word;

-- name: search_thing
SELECT thing_id, part, place FROM search_document WHERE id = ?1;

-- name: search_region_names
SELECT g.id, g.code, g.name, '' FROM region g WHERE g.removed_at IS NULL ORDER BY g.position, g.id;

-- name: search_district_names
SELECT d.id, d.code, d.name, d.kind FROM district d WHERE d.removed_at IS NULL
ORDER BY d.position, d.id;

-- name: search_districts_of_region
SELECT district_id FROM membership
WHERE region_id = ?1 AND removed_at IS NULL
  AND (from_date IS NULL OR from_date <= ?2) AND (to_date IS NULL OR to_date >= ?2)
ORDER BY position, id;
