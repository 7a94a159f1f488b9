// SPDX-License-Identifier: MIT
// A remark's way: said, answered and seen, made a task, withdrawn.
#include "base/tr.h"
#include "core/body.h"
#include "core/patch.h"
#include "core/remark.h"
#include "core/right.h"
#include "text/clean.h"

#include <string.h>

static const char *clean(Arena *arena, const char *typed, CleanKind kind)
{
	return text_clean_arena(arena, typed ? typed : "", kind);
}

// A text of several lines, without blanks around it.
static const char *clean_text(Arena *arena, const char *typed)
{
	const char *text = clean(arena, typed, CLEAN_TEXT);
	text += strspn(text, " \n");
	size_t n = strlen(text);
	while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\n'))
		n--;
	return arena_strndup(arena, text, n);
}

static bool invalid(const char *field, const char *message, Err *err)
{
	err_set(err, ERR_INVALID, "%s", message);
	return err_field(err, field);
}

// Saying it -------------------------------------------------------------------------------------

static bool check_due(Core *core, const char *due, Err *err)
{
	Date day;
	if (!*due)
		return true;
	if (!date_parse(due, &day)) {
		err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), due);
		return err_field(err, "due");
	}
	return date_compare(day, core_today(core)) >= 0 ||
	       invalid("due", tr("Hạn trả lời sớm hơn hôm nay."), err);
}

static int64_t if_noun(Thing to, NounKind noun)
{
	return to.noun == noun ? to.id : 0;
}

static bool check_new(Core *core, const Remark *remark, Err *err)
{
	if (!*remark->text)
		return invalid("text", tr("Chưa ghi nội dung ý kiến."), err);
	if (!remark->to.id)
		return invalid("to", tr("Chưa ghi ý kiến gửi ai."), err);
	if (!body_check_in_force(core, if_noun(remark->to, NOUN_BODY), err))
		return err_field(err, "to");
	return check_due(core, remark->due, err);
}

static void insert(Change *change, Remark *remark)
{
	char today[11];
	Core *core = change_core(change);
	core_today_iso(core, today);
	Stmt *stmt = change_insert(change, NOUN_REMARK, &remark->id);
	stmt_text(stmt, nouns[remark->thing.noun].table);
	stmt_int(stmt, remark->thing.id);
	stmt_int_or_null(stmt, remark->place.region_id);
	stmt_int_or_null(stmt, remark->place.district_id);
	stmt_int(stmt, core_actor(core)->id);
	stmt_text(stmt, today);
	stmt_text(stmt, remark->text);
	stmt_int_or_null(stmt, if_noun(remark->to, NOUN_BODY));
	stmt_int_or_null(stmt, if_noun(remark->to, NOUN_DISTRICT));
	stmt_int_or_null(stmt, if_noun(remark->to, NOUN_PERSON));
	stmt_text_or_null(stmt, remark->due);
	stmt_text(stmt, remark_state_code(REMARK_OPEN));
	stmt_text(stmt, ""); // answer
	stmt_text(stmt, ""); // document
	for (int i = 0; i < 5; i++) // answered by and at, seen, task, removed
		stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool remark_check_about(Thing thing, Err *err)
{
	static const NounKind about[] = { NOUN_REGION, NOUN_DISTRICT, NOUN_DIRECTIVE, NOUN_TASK, NOUN_LEAF,
		NOUN_MEETING, NOUN_REVIEW, NOUN_INDICATOR };
	for (size_t i = 0; thing.id && i < sizeof(about) / sizeof(*about); i++)
		if (about[i] == thing.noun)
			return true;
	return invalid("about", tr("Ý kiến cần gắn với một vùng, nhiệm vụ, buổi làm việc …"), err);
}

bool remark_add(Core *core, Remark *remark, Err *err)
{
	Arena arena = ARENA_INIT;
	ThingName name;
	Remark new = *remark;
	new.text = clean_text(&arena, remark->text);
	new.due = clean(&arena, remark->due, CLEAN_LINE);
	bool ok = right_check(core, RIGHT_REMARK, (Place){ 0 }, err) &&
		  remark_check_about(new.thing, err) && thing_name(core, new.thing, &arena, &name, err) &&
		  check_new(core, &new, err);
	if (ok) {
		Change *change = change_begin(core, "remark-add");
		new.place = name.place;
		insert(change, &new);
		ok = change_commit(change, err);
	}
	if (ok)
		remark->id = new.id;
	arena_release(&arena);
	return ok;
}

// Who may -----------------------------------------------------------------------------------------

static bool denied(const char *what, const char *who, Err *err)
{
	err_set(err, ERR_DENIED, tr("Đồng chí không có quyền %s."), what);
	return err_hint(err, tr("Việc này thuộc về %s."), who);
}

static bool check_state(const Remark *remark, unsigned allowed, Err *err)
{
	if (allowed & 1u << remark->state)
		return true;
	if (remark->state == REMARK_TASK)
		return err_set(err, ERR_INVALID, tr("Ý kiến này đã thành nhiệm vụ %s."),
			remark->task_code);
	return err_set(err, ERR_INVALID, tr("Ý kiến này %s."), remark_state_name(remark->state));
}

// false with err->kind ERR_NONE: no; another kind: it could not be found out.
static bool has_right(Core *core, Right right, Place place, Err *err)
{
	if (right_check(core, right, place, err))
		return true;
	if (err->kind == ERR_DENIED)
		err_clear(err);
	return false;
}

bool remark_may_answer(Core *core, const Remark *remark, Err *err)
{
	Place there = { .district_id = if_noun(remark->to, NOUN_DISTRICT) };
	if (!check_state(remark, 1u << REMARK_OPEN | 1u << REMARK_ANSWERED, err))
		return false;
	if (remark->seen_at)
		return err_set(err, ERR_INVALID, "%s",
			tr("Người cho ý kiến đã xem trả lời này nên không sửa nữa."));
	if (remark->to_me || has_right(core, RIGHT_PROGRESS, remark->place, err))
		return true;
	if (err->kind == ERR_NONE && there.district_id &&
		has_right(core, RIGHT_PROGRESS, there, err))
		return true;
	return err->kind == ERR_NONE &&
	       denied(tr("trả lời ý kiến này"),
		       tr("người được gửi, người phụ trách nơi này, thư ký giúp việc và Văn phòng"),
		       err);
}

bool remark_may_acknowledge(Core *core, const Remark *remark, Err *err)
{
	if (!check_state(remark, 1u << REMARK_ANSWERED, err) ||
		!right_check(core, RIGHT_REMARK, (Place){ 0 }, err))
		return false;
	if (!remark->follows)
		return denied(tr("xác nhận đã xem"), tr("người cho ý kiến và người nhận bàn giao"), err);
	return !remark->seen_at ||
	       err_set(err, ERR_INVALID, "%s", tr("Đồng chí đã xem trả lời này."));
}

// Whether the acting person serves that one as secretary today.
static bool serves_today(Core *core, int64_t member_id, bool *yes, Err *err)
{
	char today[11];
	int64_t answer = 0;
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_REMARK_SERVES);
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, member_id);
	stmt_text(stmt, today);
	bool ok = db_scalar(stmt, 0, &answer, err);
	*yes = answer != 0;
	return ok;
}

bool remark_is_tasker(Core *core, const Remark *remark, Err *err)
{
	bool serves = false;
	unsigned roles = core_actor(core)->roles;
	if ((roles & ROLE_LEADER && remark->follows) || has_right(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return true;
	if (err->kind != ERR_NONE ||
		(roles & ROLE_SECRETARY && !serves_today(core, remark->author_id, &serves, err)))
		return false;
	return serves || denied(tr("giao ý kiến này thành nhiệm vụ"),
				 tr("người cho ý kiến, thư ký giúp việc và Văn phòng"), err);
}

bool remark_may_make_task(Core *core, const Remark *remark, Err *err)
{
	return check_state(remark, 1u << REMARK_OPEN | 1u << REMARK_ANSWERED, err) &&
	       remark_is_tasker(core, remark, err);
}

bool remark_may_withdraw(Core *core, const Remark *remark, Err *err)
{
	if (!check_state(remark, 1u << REMARK_OPEN, err) ||
		!right_check(core, RIGHT_REMARK, (Place){ 0 }, err))
		return false;
	return remark->mine || denied(tr("rút ý kiến này"), tr("người cho ý kiến"), err);
}

// Answering -------------------------------------------------------------------------------------

typedef bool May(Core *core, const Remark *remark, Err *err);

// Who is meant by it may have changed too: it is read anew under the lock.
static void hold(Change *change, int64_t id, May *may)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	Core *core = change_core(change);
	if (!change_failed(change))
		change_allow(change, remark_get(core, id, &arena, &remark, change_err(change)) &&
			may(core, &remark, change_err(change)));
	arena_release(&arena);
}

// One step of a remark that has been read and may take it. Takes over the patch.
static bool change_remark(
	Core *core, const char *op, May *may, int64_t id, int64_t rev, json_t *patch, Err *err)
{
	Change *change = change_begin(core, op);
	change_touch(change, NOUN_REMARK, id, rev);
	hold(change, id, may);
	change_patch(change, NOUN_REMARK, id, rev, patch);
	return change_commit(change, err);
}

bool remark_answer(Core *core, int64_t id, int64_t rev, const char *answer, const char *document,
	Err *err)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	const char *text = clean_text(&arena, answer);
	bool ok = remark_get(core, id, &arena, &remark, err) &&
		  remark_may_answer(core, &remark, err) &&
		  (*text || invalid("answer", tr("Chưa ghi nội dung trả lời."), err));
	if (ok)
		ok = change_remark(core, "remark-answer", remark_may_answer, id, rev,
			json_pack("{s:s, s:s, s:s, s:o, s:I}", "state",
				remark_state_code(REMARK_ANSWERED), "answer", text, "document",
				clean(&arena, document, CLEAN_LINE), "answered_by",
				json_id(core_actor(core)->id), "answered_at",
				(json_int_t)core_now(core)),
			err);
	arena_release(&arena);
	return ok;
}

bool remark_acknowledge(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	bool ok = remark_get(core, id, &arena, &remark, err) &&
		  remark_may_acknowledge(core, &remark, err) &&
		  change_remark(core, "remark-acknowledge", remark_may_acknowledge, id, rev,
			  json_pack("{s:I}", "seen_at", (json_int_t)core_now(core)), err);
	arena_release(&arena);
	return ok;
}

bool remark_withdraw(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	bool ok = remark_get(core, id, &arena, &remark, err) &&
		  remark_may_withdraw(core, &remark, err) &&
		  change_remark(core, "remark-withdraw", remark_may_withdraw, id, rev,
			  json_pack("{s:s}", "state", remark_state_code(REMARK_WITHDRAWN)), err);
	arena_release(&arena);
	return ok;
}

// A task ------------------------------------------------------------------------------------------

// Whoever the remark was given to leads: a district's committee and a person by their body.
static bool find_body(Core *core, const Remark *remark, int64_t *body_id, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	*body_id = if_noun(remark->to, NOUN_BODY);
	if (remark->to.noun == NOUN_DISTRICT)
		return body_default(core, (Place){ .district_id = remark->to.id }, today, body_id, err);
	if (remark->to.noun != NOUN_PERSON)
		return true;
	Stmt *stmt = db_query(core_db(core), Q_REMARK_PERSON_BODY);
	stmt_int(stmt, remark->to.id);
	return db_scalar(stmt, 0, body_id, err);
}

// YK-<number>; where an undone task holds that code, the next one is YK-<number>.2.
static const char *take_code(Change *change, int64_t remark_id, Arena *arena)
{
	char shown[24];
	Core *core = change_core(change);
	id_show(core, remark_id, shown);
	const char *code = arena_printf(arena, "YK-%s", shown);
	for (int n = 2; !change_failed(change); n++) {
		int64_t taken = 0;
		Err err = ERR_INIT;
		Stmt *stmt = db_query(core_db(core), Q_REMARK_CODE_TAKEN);
		stmt_text(stmt, code);
		if (!db_scalar(stmt, 0, &taken, &err))
			change_fail(change, &err);
		if (!taken)
			break;
		code = arena_printf(arena, "YK-%s.%d", shown, n);
	}
	return code;
}

static bool prepare_task(
	Core *core, const Remark *remark, const RemarkTask *given, TaskDraft *out, Err *err)
{
	*out = (TaskDraft){
		.origin = "remark",
		.title = remark->text,
		.remark_id = remark->id,
		.due = given && given->due && *given->due ? given->due : remark->due,
		.places = given && given->places_n ? given->places : &remark->place,
		.places_n = given && given->places_n ? given->places_n : 1,
	};
	if (given && given->body_id) {
		out->body_id = given->body_id;
		return true;
	}
	return find_body(core, remark, &out->body_id, err);
}

bool remark_make_task(Core *core, int64_t id, int64_t rev, const RemarkTask *task, int64_t *task_id,
	Err *err)
{
	Arena arena = ARENA_INIT;
	Remark remark;
	TaskDraft draft;
	bool ok = remark_get(core, id, &arena, &remark, err) &&
		  remark_may_make_task(core, &remark, err) &&
		  prepare_task(core, &remark, task, &draft, err);
	*task_id = 0;
	if (ok) {
		Change *change = change_begin(core, "remark-make-task");
		change_touch(change, NOUN_REMARK, id, rev);
		hold(change, id, remark_may_make_task);
		draft.code = take_code(change, id, &arena);
		task_draft_add(change, &draft, task_id);
		change_patch(change, NOUN_REMARK, id, rev,
			json_pack("{s:s, s:o}", "state", remark_state_code(REMARK_TASK), "task_id",
				json_id(*task_id)));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
