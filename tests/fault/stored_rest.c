// SPDX-License-Identifier: MIT
// What the demo's story does not come to; and whoever looks may see and do everything.
#include "fault/stored.h"

#include "fault/common.h"

#include <sqlite3.h>

static const char *const rest[] = {
	"INSERT INTO closing (id, period, from_date, to_date, closed_on, person_id, entered_at, note)"
	" SELECT 900002, '2021H2', '2021-07-01', '2021-12-31', '2022-01-04', MIN(id), 1, 'x' FROM person"
	" WHERE NOT EXISTS (SELECT 1 FROM closing WHERE period = '2021H2');",
	"INSERT INTO closing (id, period, from_date, to_date, closed_on, person_id, entered_at, note)"
	" SELECT 900000 + value, '20' || value || 'H2', '2020-07-01', '2020-12-31', '2021-01-04', MIN(person.id), 1, 'x'"
	" FROM person, json_each('[12, 15, 18]') GROUP BY value;",
	"INSERT INTO closing_leaf (id, closing_id, leaf_id, decision, state, percent, old_due, new_due, reason)"
	" SELECT 900020 + row_number() OVER (), (SELECT MIN(id) FROM closing), id, 'carried', 'doing', 50,"
	" '2021-12-31', '2022-03-31', 'x' FROM leaf LIMIT 12;",
	"INSERT INTO closing_figure (id, closing_id, region_id, position, title, done_in_time, done_late,"
	" open_in_time, open_late, ended, percent_sum, silent, good, blocked, mute, unstarted, stopped)"
	" SELECT 900040 + position, (SELECT MIN(id) FROM closing), id, position, name, 1, 1, 1, 1, 1, 90, 1, 1,"
	" 1, 1, 1, 1 FROM region;",
	"INSERT INTO user_key (id, person_id, type, blob, fingerprint, comment, from_date, to_date)"
	" SELECT 900080 + value, person.id, 'ssh-ed25519', 'AAAA' || value, 'SHA256:x' || value, 'may',"
	" '2021-10-08', '2030-12-31' FROM person, json_each('[1, 2, 3, 4, 5, 6, 7]') WHERE login = 'vanphong';",
	"INSERT INTO signature (id, review_id, person_id, key_line, armour, text_digest, signed_at)"
	" SELECT 900100 + row_number() OVER (), r.id, p.id, 'ssh-ed25519 AAAA', 'x', 'x', 1 FROM review r,"
	" (SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM signature) LIMIT 4) p WHERE r.state = 'approved';",
	"INSERT INTO place_name (id, district_id, kind, name, from_date, document)"
	" SELECT 900200 + position, id, kind, name, '2021-11-01', 'x' FROM district;",
	"INSERT INTO body_name (id, body_id, name, short_name, from_date, document)"
	" SELECT 900700 + row_number() OVER (), id, name, short_name || 'x', '2021-11-01', 'x' FROM body;",
	"INSERT INTO succession (id, old_district_id, new_district_id, on_date, document)"
	" SELECT 900300 + position, id, (SELECT MAX(id) FROM district), '2021-12-01', 'x' FROM district;",
	"INSERT INTO directive (id, number, issued_on, kind, issuer, subject, text)"
	" SELECT 900500 + value, value || '-CV/TU', '2021-11-0' || value, 'CV', 'x', 'x', 'x'"
	" FROM json_each('[1, 4, 7]');",
	// Drafts are those into which no number will be written (into_texts): only they can be given one.
	"UPDATE meeting SET number = NULL, number_text = '', finalized_by = NULL, finalized_at = NULL,"
	" state = CASE WHEN id = (SELECT MAX(id) FROM meeting) THEN 'planned' WHEN id % 3 = 1 THEN 'in-progress'"
	" ELSE 'draft' END"
	" WHERE id IN (SELECT id FROM meeting ORDER BY held_on DESC LIMIT 8);",
	"UPDATE agenda_item SET carried_over = 1 WHERE meeting_id IN (SELECT id FROM meeting WHERE state <> 'final');",
	"INSERT INTO report_series (id, code, name, rhythm, first_due) SELECT 900700 + value, 'x' || value,"
	" 'x', 'month', '2021-10-25' FROM json_each('[1, 2, 3, 4]');",
	"INSERT INTO report_asked (id, series_id, district_id) SELECT 900800 + row_number() OVER (), s.id, d.id"
	" FROM report_series s, district d WHERE s.code GLOB 'x?';",
	"INSERT INTO report_entry (id, series_id, round, district_id, state, received_on, document, dated_on, note)"
	" SELECT 901000 + row_number() OVER (), s.id, 3, d.id, 'sent', '2021-12-25', 'x', '2021-12-24', 'x'"
	" FROM report_series s, district d WHERE s.code GLOB 'x?' AND d.position < 9;",
	"INSERT INTO report_extension (id, series_id, round, district_id, old_due, new_due, reason, decided_on)"
	" SELECT 901200 + row_number() OVER (), s.id, 3, d.id, '2021-12-25', '2022-01-10', 'x', '2021-12-20'"
	" FROM report_series s, district d WHERE s.code GLOB 'x?' AND d.position > 9;",
	"INSERT INTO reminder (id, series_id, round, district_id, nth, reminded_on, channel)"
	" SELECT 901400 + row_number() OVER (), s.id, 3, d.id, 1, '2022-01-02', 'phone'"
	" FROM report_series s, district d WHERE s.code GLOB 'x?' AND d.position > 9;",
	"INSERT INTO remark (id, thing_kind, thing_id, district_id, author_id, said_on, text, to_person_id, state)"
	" SELECT 901600 + d.position, 'district', d.id, d.id, (SELECT MIN(id) FROM person), '2021-12-01', 'x',"
	" p.id, 'open' FROM district d, person p WHERE p.login = 'vanphong' AND d.position < 7;",
	"UPDATE assignment SET to_date = '2031-12-31' WHERE to_date IS NULL AND id % 2;",
	"UPDATE leaf SET ended_on = '2021-12-30', ended_reason = 'x' WHERE id % 7 = 0;",
	"INSERT INTO role_grant (id, person_id, role) SELECT 900400 + value ->> 'n', (SELECT id FROM person"
	" WHERE login = 'vanphong'), value ->> 'role' FROM json_each('[{\"n\":1,\"role\":\"leader\"},"
	"{\"n\":4,\"role\":\"admin\"},{\"n\":7,\"role\":\"secretary\"}]');",
	// Whatever number the story gives the Office's own role, it must not end.
	"UPDATE role_grant SET id = 900410 WHERE role = 'office' AND person_id = (SELECT id FROM person"
	" WHERE login = 'vanphong');",
	"INSERT INTO assignment (id, person_id, region_id, from_date) SELECT 900410 + 3 * position,"
	" (SELECT id FROM person WHERE login = 'vanphong'), id, '2021-10-08' FROM region;",
};

void stored_add_rest(const char *path)
{
	sqlite3 *db = NULL;
	char *error = NULL;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (size_t i = 0; i < sizeof(rest) / sizeof(*rest); i++)
		if (sqlite3_exec(db, rest[i], NULL, NULL, &error) != SQLITE_OK)
			fail_msg("%s: %s", rest[i], error);
	sqlite3_close(db);
}
