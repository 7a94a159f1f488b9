// SPDX-License-Identifier: MIT
// Final minutes: what is still missing, the number, and reopening.
#include "base/tr.h"
#include "core/journal.h"
#include "core/meeting_parts.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/right.h"
#include "text/clean.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Congresses meet every five years (Điều lệ Đảng, 2011, điều 9); the province's met in October
// 2020.
enum { TERM_YEARS = 5, TERM_FIRST_MONTH = 10 };

int meeting_term(const char *day)
{
	Date date;
	if (!date_parse(day, &date))
		return 0;
	int year = date.month >= TERM_FIRST_MONTH ? date.year : date.year - 1;
	return year - year % TERM_YEARS;
}

static void gap(Vec *out, MeetingGapPart part, const char *text)
{
	*(MeetingGap *)vec_push(out) = (MeetingGap){ .part = part, .text = text };
}

static void gaps_of_meeting(const Meeting *meeting, Vec *out)
{
	if (meeting->state == MEETING_PLANNED || meeting->state == MEETING_IN_PROGRESS)
		gap(out, GAP_WHEN, tr("buổi làm việc chưa kết thúc"));
	if (!meeting->chair_id)
		gap(out, GAP_WHO, tr("chưa có người chủ trì"));
	if (!meeting->recorder_id)
		gap(out, GAP_WHO, tr("chưa có người ghi biên bản"));
	if (!*meeting->place)
		gap(out, GAP_WHEN, tr("chưa ghi địa điểm"));
	if (!*meeting->starts)
		gap(out, GAP_WHEN, tr("chưa ghi giờ bắt đầu"));
	if (!*meeting->ends)
		gap(out, GAP_WHEN, tr("chưa ghi giờ kết thúc"));
	if (!meeting->present)
		gap(out, GAP_ATTENDANCE, tr("chưa có ai có mặt trong thành phần dự"));
}

static void gaps_of_item(const AgendaItem *item, bool concluded, Arena *arena, Vec *out)
{
	MeetingGap *found;
	if (item->carried_over)
		return;
	if (!*item->proceedings) {
		found = vec_push(out);
		*found = (MeetingGap){ .part = GAP_AGENDA, .item_id = item->id };
		found->text =
			arena_printf(arena, tr("nội dung “%s” chưa ghi diễn biến"), item->title);
	}
	if (!concluded) {
		found = vec_push(out);
		*found = (MeetingGap){ .part = GAP_AGENDA, .item_id = item->id };
		found->text = arena_printf(arena,
			tr("nội dung “%s” chưa có kết luận và cũng chưa chuyển kỳ sau"),
			item->title);
	}
}

static bool gaps_of_agenda(Core *core, const Meeting *meeting, Arena *arena, Vec *out, Err *err)
{
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(core, meeting->id, arena, &items, err);
	if (ok && items.len == 0)
		gap(out, GAP_AGENDA, tr("chưa có nội dung nào"));
	for (size_t i = 0; ok && i < items.len; i++) {
		const AgendaItem *item = vec_at(&items, i);
		// Where there is one item only, a conclusion of the whole meeting is its own.
		int conclusions = items.len == 1 ? meeting->conclusions : item->conclusions;
		gaps_of_item(item, conclusions > 0, arena, out);
	}
	vec_release(&items);
	return ok;
}

static bool gaps_of_attendance(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	Vec people;
	vec_init(&people, sizeof(Attendance));
	bool ok = attendance_list(core, meeting_id, arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Attendance *person = vec_at(&people, i);
		if (person->status != ATTENDANCE_ABSENT || *person->reason)
			continue;
		MeetingGap *found = vec_push(out);
		*found = (MeetingGap){ .part = GAP_ATTENDANCE, .attendance_id = person->id };
		found->text = arena_printf(
			arena, tr("chưa ghi lý do vắng của đ/c %s"), person->name);
	}
	vec_release(&people);
	return ok;
}

bool meeting_gaps(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	Meeting meeting;
	if (!meeting_get(core, meeting_id, arena, &meeting, err))
		return false;
	gaps_of_meeting(&meeting, out);
	return gaps_of_attendance(core, meeting_id, arena, out, err) &&
	       gaps_of_agenda(core, &meeting, arena, out, err);
}

static bool check_complete(Core *core, int64_t id, Err *err)
{
	Arena arena = ARENA_INIT;
	Buf list = BUF_INIT;
	Vec gaps;
	vec_init(&gaps, sizeof(MeetingGap));
	bool ok = meeting_gaps(core, id, &arena, &gaps, err);
	for (size_t i = 0; i < gaps.len; i++)
		buf_addf(
			&list, "%s%s", i ? "; " : "", ((const MeetingGap *)vec_at(&gaps, i))->text);
	if (ok && gaps.len) {
		err_set(err, ERR_INVALID, tr("Biên bản chưa đủ để hoàn tất: %s."), list.bytes);
		ok = err_hint(err, "%s", tr("Ghi thêm các phần còn thiếu rồi hoàn tất lại."));
	}
	buf_release(&list);
	vec_release(&gaps);
	arena_release(&arena);
	return ok;
}

// The days of the term that a day lies in.
static void bind_term(Stmt *stmt, const char *held_on)
{
	char first[11], last[11];
	int term = meeting_term(held_on);
	date_iso((Date){ term, TERM_FIRST_MONTH, 1 }, first);
	date_iso(date_add_days((Date){ term + TERM_YEARS, TERM_FIRST_MONTH, 1 }, -1), last);
	stmt_text(stmt, first);
	stmt_text(stmt, last);
}

bool meeting_next_number(Core *core, const char *held_on, int *out, Err *err)
{
	int64_t last = 0;
	Stmt *stmt = db_query(core_db(core), Q_MEETING_NUMBER_LAST);
	bind_term(stmt, held_on);
	if (!db_scalar(stmt, 0, &last, err))
		return false;
	*out = (int)last + 1;
	return true;
}

// Who has the number, and which is free.
static bool refuse_taken(
	Core *core, int number, int64_t region_id, const char *day, Arena *arena, Err *err)
{
	Region region;
	Date held_on;
	char shown[11] = "";
	int next;
	if (!region_get(core, region_id, arena, &region, err) ||
		!meeting_next_number(core, day, &next, err))
		return false;
	if (date_parse(day, &held_on))
		date_show(held_on, shown);
	err_set(err, ERR_INVALID, tr("Số %02d-BB/TU đã cấp cho biên bản buổi %s, %s."), number, shown,
		region.title);
	err_hint(err, tr("Số tiếp theo chưa dùng là %d; được bỏ cách."), next);
	return err_field(err, "number");
}

static bool check_free(Core *core, int64_t id, const char *held_on, int number, Err *err)
{
	Arena arena = ARENA_INIT;
	int64_t region_id = 0;
	const char *day = "";
	Stmt *stmt = db_query(core_db(core), Q_MEETING_NUMBER_TAKEN);
	stmt_int(stmt, number);
	bind_term(stmt, held_on);
	stmt_int(stmt, id);
	if (stmt_row(stmt)) {
		region_id = stmt_get_int(stmt, 0);
		day = stmt_get_string(stmt, 1, &arena);
	}
	bool ok = stmt_done(stmt, err) &&
		  (!region_id || refuse_taken(core, number, region_id, day, &arena, err));
	arena_release(&arena);
	return ok;
}

// Reopened minutes keep the number that they had.
static bool keep_number(const MeetingKey *key, int number, Err *err)
{
	if (!number || atoi(key->number) == number)
		return true;
	err_set(err, ERR_INVALID, tr("Biên bản này đã mang số %s; mở lại thì số giữ nguyên."),
		key->number);
	return err_field(err, "number");
}

static bool add_number(
	Core *core, int64_t id, const MeetingKey *key, int number, json_t *patch, Err *err)
{
	char text[32];
	if (*key->number)
		return keep_number(key, number, err);
	if (number < 0 || number > MEETING_NUMBER_MAX) {
		err_set(err, ERR_INVALID, tr("Số biên bản phải từ 1 đến %d."), MEETING_NUMBER_MAX);
		return err_field(err, "number");
	}
	if (!number && !meeting_next_number(core, key->held_on, &number, err))
		return false;
	if (!check_free(core, id, key->held_on, number, err))
		return false;
	snprintf(text, sizeof(text), "%02d-BB/TU", number);
	json_object_set_new(patch, "number", json_integer(number));
	json_object_set_new(patch, "number_text", json_string(text));
	return true;
}

static void finalise(Change *change, int64_t id, int64_t rev, int number)
{
	MeetingKey key;
	Err err = ERR_INIT;
	Core *core = change_core(change);
	json_t *patch = json_pack("{s:s, s:o, s:o}", "state", meeting_state_code(MEETING_FINAL),
		"finalized_by", json_id(core_actor(core)->id), "finalized_at",
		json_integer(core_now(core)));
	// Completeness and number are looked at under the lock: what others add until then counts.
	bool ok = meeting_key(core, id, &key, &err) && check_complete(core, id, &err) &&
		  add_number(core, id, &key, number, patch, &err);
	if (!ok)
		change_fail(change, &err);
	change_patch(change, NOUN_MEETING, id, rev, patch);
	minutes_freeze(change, id);
}

bool meeting_finalise(Core *core, int64_t id, int64_t rev, int number, Err *err)
{
	MeetingKey key;
	if (!meeting_key(core, id, &key, err) ||
		!right_check(core, RIGHT_FINALISE, (Place){ .region_id = key.region_id }, err))
		return false;
	Change *change = change_begin(core, "meeting-finalise");
	meeting_hold(change, id);
	change_touch(change, NOUN_MEETING, id, rev);
	finalise(change, id, rev, number);
	return change_commit(change, err);
}

static bool check_latest(Core *core, int64_t id, const MeetingKey *key, Err *err)
{
	int64_t latest = 0;
	if (key->state != MEETING_FINAL)
		return err_set(err, ERR_INVALID, "%s",
			tr("Biên bản này chưa hoàn tất nên không cần mở lại."));
	Stmt *stmt = db_query(core_db(core), Q_MEETING_LATEST_FINAL);
	stmt_int(stmt, key->region_id);
	if (!db_scalar(stmt, 0, &latest, err))
		return false;
	if (latest == id)
		return true;
	err_set(err, ERR_DENIED, tr("Biên bản số %s không phải là biên bản mới nhất của vùng."),
		key->number);
	return err_hint(err, "%s", tr("Ghi điều cần sửa vào kết luận của một buổi làm việc sau."));
}

// The reason stands in the journal too, beside the change of the meeting that it explains.
static void journal_reason(Change *change, int64_t id, int64_t rev, const char *reason)
{
	Err err = ERR_INIT;
	if (change_failed(change))
		return;
	json_t *json = json_pack("{s:{}, s:{s:s}}", "before", "after", "reason", reason);
	char *body = json_dumps(json, JSON_COMPACT);
	JournalEntry entry = { .op = "meeting-reopen",
		.kind = "meeting",
		.thing_id = id,
		.base_rev = rev,
		.body = body };
	if (!journal_append(change_core(change), &entry, &err))
		change_fail(change, &err);
	free(body);
	json_decref(json);
}

static json_t *reopened(void)
{
	return json_pack("{s:s, s:n, s:n}", "state", meeting_state_code(MEETING_DRAFT),
		"finalized_by", "finalized_at");
}

bool meeting_reopen(Core *core, int64_t id, int64_t rev, const char *reason, Err *err)
{
	Arena arena = ARENA_INIT;
	MeetingKey key;
	const char *clean = text_clean_arena(&arena, reason, CLEAN_LINE);
	bool ok = meeting_key(core, id, &key, err) &&
		  right_check(core, RIGHT_FINALISE, (Place){ .region_id = key.region_id }, err) &&
		  check_latest(core, id, &key, err) &&
		  (*clean || meeting_missing("reason", tr("lý do mở lại"), err));
	if (ok) {
		Change *change = change_begin(core, "meeting-reopen");
		change_patch(change, NOUN_MEETING, id, rev, reopened());
		minutes_thaw(change, id, clean);
		journal_reason(change, id, rev, clean);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
