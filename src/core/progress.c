// SPDX-License-Identifier: MIT
#include "core/task.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <stdio.h>
#include <string.h>

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

bool day_check(Core *core, const char *day, const char *field, const char *what, Err *err)
{
	Date date;
	char shown[11];
	if (!date_parse(day, &date)) {
		err_set(err, ERR_INVALID, tr("%s “%.40s” không phải là một ngày."), what, day);
		err_hint(err, "%s", tr("Ghi ngày có thật, ví dụ 23/11/2021."));
		return err_field(err, field);
	}
	if (date_compare(date, core_today(core)) <= 0)
		return true;
	date_show(date, shown);
	err_set(err, ERR_INVALID, tr("%s %s sau hôm nay."), what, shown);
	err_hint(err, "%s", tr("Chỉ ghi việc đã có; ngày muộn nhất là hôm nay."));
	return err_field(err, field);
}

static bool percent_wrong(Err *err, const char *message)
{
	err_set(err, ERR_INVALID, "%s", message);
	return err_field(err, "percent");
}

bool progress_check(Core *core, const ProgressInput *input, Err *err)
{
	const char *as_of = or_empty(input->as_of);
	if (input->state <= STATE_SILENT || input->state >= STATE_COUNT) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa chọn tình trạng."));
		err_hint(err, "%s",
			tr("Chọn chưa triển khai, đang triển khai, hoàn thành hoặc có vướng mắc."));
		return err_field(err, "state");
	}
	if (input->percent < 0 || input->percent > 100)
		return percent_wrong(err, tr("Tỷ lệ phải từ 0 đến 100 %."));
	if (input->state == STATE_DONE && input->percent != 100)
		return percent_wrong(err, tr("Hoàn thành thì tỷ lệ là 100 %."));
	if (input->state != STATE_DONE && input->percent == 100)
		return percent_wrong(err, tr("Tỷ lệ 100 % thì tình trạng là hoàn thành."));
	if (input->state == STATE_NOT_STARTED && input->percent != 0)
		return percent_wrong(err, tr("Chưa triển khai thì tỷ lệ là 0 %."));
	return !*as_of || day_check(core, as_of, "as_of", tr("Ngày số liệu"), err);
}

bool progress_counting(Core *core, int64_t leaf_id, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_PROGRESS_COUNTING);
	stmt_int(stmt, leaf_id);
	return db_scalar(stmt, PROGRESS_NONE, out, err);
}

// A row that others have written meanwhile would count no longer, unseen by whoever writes this one.
static void check_seen(Change *change, int64_t leaf_id, const ProgressInput *input)
{
	int64_t counting;
	Err err = ERR_INIT;
	if (!input->seen || change_failed(change))
		return;
	if (!progress_counting(change_core(change), leaf_id, &counting, &err)) {
		change_fail(change, &err);
	} else if (counting != input->seen) {
		err_set(&err, ERR_CONFLICT, "%s",
			tr("Nhiệm vụ này vừa có người khác cập nhật tiến độ; chưa ghi gì."));
		err_hint(&err, "%s", tr("Xem số liệu mới rồi ghi lại."));
		change_fail(change, &err);
	}
}

void progress_insert(Change *change, int64_t leaf_id, const ProgressInput *input, Arena *arena)
{
	int64_t id;
	char today[11];
	Core *core = change_core(change);
	check_seen(change, leaf_id, input);
	core_today_iso(core, today);
	const char *as_of = or_empty(input->as_of);
	Stmt *stmt = change_insert(change, NOUN_PROGRESS, &id);
	stmt_int(stmt, leaf_id);
	stmt_text(stmt, state_code(input->state));
	stmt_int(stmt, input->percent);
	stmt_text(stmt, text_clean_arena(arena, or_empty(input->note), CLEAN_TEXT));
	stmt_text(stmt, *as_of ? as_of : today);
	stmt_text(stmt, text_clean_arena(arena, or_empty(input->document), CLEAN_LINE));
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, core_now(core));
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static bool fail_ended(const char *ended_on, Err *err)
{
	Date day;
	char shown[11] = "";
	if (date_parse(ended_on, &day))
		date_show(day, shown);
	err_set(err, ERR_CONFLICT, tr("Nhiệm vụ này đã kết thúc ở đây từ %s."), shown);
	return err_hint(err, "%s", tr("Văn phòng mở lại nhiệm vụ thì mới ghi tiếp được."));
}

bool progress_may_tell(Core *core, int64_t leaf_id, Err *err)
{
	Place place;
	char ended_on[11] = "";
	if (!leaf_place_get(core, leaf_id, &place, err) ||
		!right_check(core, RIGHT_PROGRESS, place, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_LEAF_ENDED_ON);
	stmt_int(stmt, leaf_id);
	if (stmt_row(stmt))
		snprintf(ended_on, sizeof(ended_on), "%s", stmt_get_text(stmt, 0));
	return stmt_done(stmt, err) && (!*ended_on || fail_ended(ended_on, err));
}

void progress_hold(Change *change, int64_t leaf_id)
{
	if (!change_failed(change))
		change_allow(change,
			progress_may_tell(change_core(change), leaf_id, change_err(change)));
}

bool progress_record(Core *core, int64_t leaf_id, const ProgressInput *input, Err *err)
{
	if (!progress_may_tell(core, leaf_id, err) || !progress_check(core, input, err))
		return false;
	Arena arena = ARENA_INIT;
	Change *change = change_begin(core, "progress-record");
	progress_hold(change, leaf_id);
	progress_insert(change, leaf_id, input, &arena);
	bool ok = change_commit(change, err);
	arena_release(&arena);
	return ok;
}

// What decides who may take a row back.
typedef struct {
	int64_t leaf_id, rev, person_id;
	const char *person;
	bool withdrawn;
} Owner;

static bool read_owner(Core *core, int64_t progress_id, Arena *arena, Owner *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_PROGRESS_OWNER);
	stmt_int(stmt, progress_id);
	bool found = stmt_row(stmt);
	if (found)
		*out = (Owner){
			.leaf_id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.person_id = stmt_get_int(stmt, 2),
			.person = stmt_get_string(stmt, 3, arena),
			.withdrawn = stmt_get_int(stmt, 4),
		};
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có dòng tiến độ này."));
}

static bool check_withdraw(Core *core, const Owner *owner, Err *err)
{
	Place place;
	if (!leaf_place_get(core, owner->leaf_id, &place, err) ||
		!right_check(core, RIGHT_PROGRESS, place, err))
		return false;
	if (owner->withdrawn) {
		err_set(err, ERR_CONFLICT, "%s", tr("Dòng tiến độ này đã rút rồi."));
		return err_hint(err, "%s", tr("Mở lại để xem bản mới."));
	}
	const Actor *actor = core_actor(core);
	if (owner->person_id == actor->id || actor->roles & ROLE_OFFICE)
		return true;
	err_set(err, ERR_DENIED, tr("Dòng tiến độ này do đ/c %s ghi."), owner->person);
	return err_hint(err, "%s", tr("Chỉ người ghi hoặc Văn phòng rút được; có thể ghi dòng mới."));
}

bool progress_may_withdraw(Core *core, int64_t progress_id, Err *err)
{
	Arena arena = ARENA_INIT;
	Owner owner = { .person = "" };
	bool ok = read_owner(core, progress_id, &arena, &owner, err) && check_withdraw(core, &owner, err);
	arena_release(&arena);
	return ok;
}

bool progress_withdraw(Core *core, int64_t progress_id, Err *err)
{
	Arena arena = ARENA_INIT;
	Owner owner = { .person = "" };
	bool ok = read_owner(core, progress_id, &arena, &owner, err) &&
		  check_withdraw(core, &owner, err);
	if (ok) {
		Change *change = change_begin(core, "progress-withdraw");
		progress_hold(change, owner.leaf_id);
		change_remove(change, NOUN_PROGRESS, progress_id, owner.rev);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static Progress progress_row(Stmt *stmt, Arena *arena)
{
	Progress progress = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.percent = (int)stmt_get_int(stmt, 3),
		.note = stmt_get_string(stmt, 4, arena),
		.as_of = stmt_get_string(stmt, 5, arena),
		.document = stmt_get_string(stmt, 6, arena),
		.person = stmt_get_string(stmt, 7, arena),
		.entered_at = stmt_get_int(stmt, 8),
		.withdrawn = stmt_get_int(stmt, 9),
	};
	if (!state_parse(stmt_get_text(stmt, 2), &progress.state))
		progress.state = STATE_SILENT;
	return progress;
}

bool progress_list(Core *core, int64_t leaf_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_PROGRESS_OF_LEAF);
	stmt_int(stmt, leaf_id);
	while (stmt_row(stmt))
		*(Progress *)vec_push(out) = progress_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool progress_list_of_task(Core *core, int64_t task_id, Arena *arena, Vec *out, Err *err)
{
	const char *code;
	size_t first = out->len;
	Stmt *stmt = db_query(core_db(core), Q_PROGRESS_OF_TASK);
	stmt_int(stmt, task_id);
	while (stmt_row(stmt))
		*(TaskUpdate *)vec_push(out) = (TaskUpdate){
			.progress = progress_row(stmt, arena),
			.leaf_id = stmt_get_int(stmt, 10),
			.place = { stmt_get_int(stmt, 11), stmt_get_int(stmt, 12) },
			.aside = stmt_get_int(stmt, 13),
		};
	bool ok = stmt_done(stmt, err);
	for (size_t i = first; ok && i < out->len; i++) {
		TaskUpdate *update = vec_at(out, i);
		ok = place_name(core, update->place, arena, &update->place_title, &code, err);
	}
	return ok;
}
