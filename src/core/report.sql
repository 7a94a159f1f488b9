-- fragment: report_series_columns
SELECT s.id, s.rev, s.code, s.name, s.rhythm, s.first_due, COALESCE(s.last_due, ''),
  COALESCE(s.directive_id, 0), COALESCE(d.number, '')
FROM report_series s LEFT JOIN directive d ON d.id = s.directive_id
WHERE s.removed_at IS NULL

-- fragment: report_series_where_id
AND s.id = ?1

-- fragment: report_series_where_code
AND s.code = ?1

-- fragment: report_series_order
ORDER BY s.first_due, s.id

-- name: report_code_taken
SELECT EXISTS (SELECT 1 FROM report_series WHERE code = ?1);

-- name: report_begun
SELECT EXISTS (SELECT 1 FROM report_entry WHERE series_id = ?1)
  OR EXISTS (SELECT 1 FROM report_extension WHERE series_id = ?1)
  OR EXISTS (SELECT 1 FROM reminder WHERE series_id = ?1);

-- name: report_last_begun
SELECT COALESCE(MAX(round), 0) FROM report_entry WHERE series_id = ?1 AND removed_at IS NULL;

-- name: report_asked_of
SELECT id, rev, COALESCE(district_id, 0), COALESCE(body_id, 0), COALESCE(from_date, ''),
  COALESCE(to_date, '')
FROM report_asked WHERE series_id = ?1 AND removed_at IS NULL
ORDER BY id;

-- Whoever was ever asked: districts in official order, then bodies. A day counts where both the
-- asking and the reporter itself hold on it.
-- name: report_reporters
SELECT d.id, 0, d.code, '', COALESCE(a.from_date, ''), COALESCE(a.to_date, ''),
  COALESCE(d.from_date, ''), COALESCE(d.to_date, ''), 0, d.position
FROM report_asked a
JOIN district d ON d.id = a.district_id OR (a.district_id IS NULL AND a.body_id IS NULL)
WHERE a.series_id = ?1 AND a.removed_at IS NULL AND d.removed_at IS NULL
UNION ALL
SELECT 0, b.id, b.code, b.short_name, COALESCE(a.from_date, ''), COALESCE(a.to_date, ''),
  COALESCE(b.from_date, ''), COALESCE(b.to_date, ''), 1, b.position
FROM report_asked a JOIN body b ON b.id = a.body_id
WHERE a.series_id = ?1 AND a.removed_at IS NULL AND b.removed_at IS NULL
ORDER BY 9, 10, 3;

-- name: report_entries
SELECT round, COALESCE(district_id, 0), COALESCE(body_id, 0), id, rev, state, received_on, document,
  COALESCE(dated_on, ''), note, COALESCE(removed_at, 0)
FROM report_entry WHERE series_id = ?1
ORDER BY round, id;

-- name: report_extensions
SELECT round, COALESCE(district_id, 0), COALESCE(body_id, 0), old_due, new_due, reason, agreed_by,
  decided_on
FROM report_extension WHERE series_id = ?1 AND removed_at IS NULL
ORDER BY round, id;

-- name: report_reminders
SELECT m.round, COALESCE(m.district_id, 0), COALESCE(m.body_id, 0), m.id, m.nth, m.reminded_on,
  m.channel, m.note, COALESCE(p.name, '')
FROM reminder m LEFT JOIN person p ON p.id = m.person_id
WHERE m.series_id = ?1 AND m.removed_at IS NULL
ORDER BY m.round, m.id;

-- Whom to call at each place: people in post on ?1 with a telephone, the one nearest to the papers
-- (the last in protocol) first.
-- name: report_contacts
SELECT COALESCE(district_id, 0), COALESCE(body_id, 0), id, name, post, phone
FROM person
WHERE removed_at IS NULL AND phone <> '' AND (district_id IS NOT NULL OR body_id IS NOT NULL)
  AND (from_date IS NULL OR from_date <= ?1) AND (to_date IS NULL OR to_date >= ?1)
ORDER BY rank DESC, sort_key, id;
