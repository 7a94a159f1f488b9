// SPDX-License-Identifier: MIT
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/patch.h"
#include "text/clean.h"

#include <string.h>

static AgendaItem agenda_row(Stmt *stmt, Arena *arena)
{
	return (AgendaItem){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.meeting_id = stmt_get_int(stmt, 2),
		.position = (int)stmt_get_int(stmt, 3),
		.title = stmt_get_string(stmt, 4, arena),
		.proceedings = stmt_get_string(stmt, 5, arena),
		.carried_over = stmt_get_int(stmt, 6),
		.conclusions = (int)stmt_get_int(stmt, 7),
		.task_id = stmt_get_int(stmt, 8),
		.task_code = stmt_get_string(stmt, 9, arena),
	};
}

bool agenda_list(Core *core, int64_t meeting_id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = { Q_AGENDA_SELECT, Q_AGENDA_WHERE_MEETING };
	if (!meeting_check_read(core, meeting_id, err))
		return false;
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, meeting_id);
	while (stmt_row(stmt))
		*(AgendaItem *)vec_push(out) = agenda_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool find_item(Core *core, int64_t id, Arena *arena, AgendaItem *out, Err *err)
{
	const QueryId pieces[] = { Q_AGENDA_SELECT, Q_AGENDA_WHERE_ID };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = agenda_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn nội dung này."));
}

static bool find_meeting(Core *core, int64_t id, int64_t *meeting_id, Err *err)
{
	Arena arena = ARENA_INIT;
	AgendaItem item = { .meeting_id = 0 };
	bool ok = find_item(core, id, &arena, &item, err);
	*meeting_id = item.meeting_id;
	arena_release(&arena);
	return ok;
}

static AgendaItem cleaned(Arena *arena, const AgendaItem *item)
{
	AgendaItem copy = *item;
	copy.title = text_clean_arena(arena, item->title ? item->title : "", CLEAN_LINE);
	copy.proceedings =
		text_clean_arena(arena, item->proceedings ? item->proceedings : "", CLEAN_TEXT);
	return copy;
}

void agenda_insert(Change *change, AgendaItem *item)
{
	Stmt *stmt = change_insert(change, NOUN_AGENDA_ITEM, &item->id);
	stmt_int(stmt, item->meeting_id);
	stmt_int(stmt, item->position);
	stmt_text(stmt, item->title);
	stmt_text(stmt, item->proceedings);
	stmt_int(stmt, item->carried_over);
	stmt_int_or_null(stmt, item->task_id);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static bool check(const AgendaItem *item, Err *err)
{
	return *item->title || meeting_missing("title", tr("tên nội dung"), err);
}

bool agenda_add(Core *core, AgendaItem *item, Err *err)
{
	Arena arena = ARENA_INIT;
	AgendaItem new = cleaned(&arena, item);
	bool ok = meeting_check_write(core, new.meeting_id, NULL, err) && check(&new, err);
	if (ok) {
		Change *change = change_begin(core, "agenda-add");
		meeting_hold(change, new.meeting_id);
		new.position =
			meeting_next_position(change, Q_AGENDA_NEXT_POSITION, new.meeting_id);
		agenda_insert(change, &new);
		ok = change_commit(change, err);
	}
	if (ok) {
		item->id = new.id;
		item->position = new.position;
	}
	arena_release(&arena);
	return ok;
}

bool agenda_save(Core *core, const AgendaItem *item, Err *err)
{
	Arena arena = ARENA_INIT;
	AgendaItem new = cleaned(&arena, item);
	bool ok = find_meeting(core, new.id, &new.meeting_id, err) &&
		  meeting_check_write(core, new.meeting_id, NULL, err) && check(&new, err);
	if (ok) {
		json_t *patch = json_pack("{s:s, s:s, s:i}", "title", new.title, "proceedings",
			new.proceedings, "carried_over", (int)new.carried_over);
		Change *change = change_begin(core, "agenda-save");
		meeting_hold(change, new.meeting_id);
		change_patch(change, NOUN_AGENDA_ITEM, new.id, new.rev, patch);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static bool check_bare(const AgendaItem *item, Err *err)
{
	if (!*item->proceedings && !item->conclusions)
		return true;
	err_set(err, ERR_CONFLICT, tr("Nội dung “%s” đã có diễn biến hay kết luận, không bỏ được."),
		item->title);
	return err_hint(err, "%s", tr("Nếu chưa xong thì chuyển nội dung sang kỳ sau."));
}

bool agenda_remove(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	AgendaItem old;
	bool ok = find_item(core, id, &arena, &old, err) &&
		  meeting_check_write(core, old.meeting_id, NULL, err) && check_bare(&old, err);
	if (ok) {
		Change *change = change_begin(core, "agenda-remove");
		meeting_hold(change, old.meeting_id);
		change_remove(change, NOUN_AGENDA_ITEM, id, rev);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static int place_of(const Vec *items, int64_t id)
{
	int at = 0;
	while (at < (int)items->len && ((const AgendaItem *)vec_at(items, (size_t)at))->id != id)
		at++;
	return at;
}

static bool check_place(const Vec *items, int to, Err *err)
{
	if (to >= 1 && to <= (int)items->len)
		return true;
	err_set(err, ERR_INVALID, tr("Chương trình không có chỗ thứ %d."), to);
	err_hint(err, tr("Chương trình có %d nội dung; ghi một số từ 1 đến %d."), (int)items->len,
		(int)items->len);
	return err_field(err, "to");
}

// Who stands at the place `at` once `from` has gone to `to`; all from 0.
static int comes_from(int at, int from, int to)
{
	if (at == to)
		return from;
	return from <= at && at < to ? at + 1 : to < at && at <= from ? at - 1 : at;
}

// The positions that are there are dealt out anew: only those that move are changed.
static void deal_out(Change *change, const Vec *items, int from, int to, int64_t rev)
{
	int last = 0;
	for (int at = 0; at < (int)items->len; at++) {
		const AgendaItem *here = vec_at(items, (size_t)at);
		const AgendaItem *comes = vec_at(items, (size_t)comes_from(at, from, to));
		last = here->position > last ? here->position : last + 1;
		if (comes->position != last)
			change_patch(change, NOUN_AGENDA_ITEM, comes->id,
				at == to ? rev : comes->rev, json_pack("{s:i}", "position", last));
	}
}

static bool move(Core *core, const AgendaItem *item, int64_t rev, const Vec *items, int to, Err *err)
{
	int from = place_of(items, item->id);
	if (!check_place(items, to, err) || from == to - 1)
		return err->kind == ERR_NONE;
	Change *change = change_begin(core, "agenda-move");
	meeting_hold(change, item->meeting_id);
	deal_out(change, items, from, to - 1, rev);
	return change_commit(change, err);
}

bool agenda_move(Core *core, int64_t id, int64_t rev, int to, Err *err)
{
	Arena arena = ARENA_INIT;
	AgendaItem item;
	Vec items;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = find_item(core, id, &arena, &item, err) &&
		  meeting_check_write(core, item.meeting_id, NULL, err) &&
		  agenda_list(core, item.meeting_id, &arena, &items, err) &&
		  move(core, &item, rev, &items, to, err);
	vec_release(&items);
	arena_release(&arena);
	return ok;
}

typedef struct {
	const char *title;
	int64_t task_id;
} Carried;

// What the region's meeting before left open; Vec of Carried.
static bool carried_over(Core *core, const Meeting *meeting, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_MEETING_CARRIED_OVER);
	stmt_int(stmt, meeting->region_id);
	stmt_text(stmt, meeting->held_on);
	stmt_int(stmt, meeting->id);
	while (stmt_row(stmt))
		*(Carried *)vec_push(out) = (Carried){
			.title = stmt_get_string(stmt, 0, arena),
			.task_id = stmt_get_int(stmt, 1),
		};
	return stmt_done(stmt, err);
}

static const char *first_title(const Meeting *meeting)
{
	return *meeting->subject ? meeting->subject : VN_("Nội dung làm việc");
}

static const AgendaItem *item_called(const Vec *items, const char *title)
{
	for (size_t i = 0; i < items->len; i++)
		if (strcmp(((const AgendaItem *)vec_at(items, i))->title, title) == 0)
			return vec_at(items, i);
	return NULL;
}

void agenda_follow(Change *change, const Meeting *before, const Meeting *now)
{
	Arena arena = ARENA_INIT;
	Vec items;
	if (change_failed(change) || strcmp(first_title(before), first_title(now)) == 0)
		return;
	vec_init(&items, sizeof(AgendaItem));
	bool ok = agenda_list(change_core(change), now->id, &arena, &items, change_err(change));
	const AgendaItem *first = ok ? item_called(&items, first_title(before)) : NULL;
	if (first)
		change_patch(change, NOUN_AGENDA_ITEM, first->id, REV_ANY,
			json_pack("{s:s}", "title", first_title(now)));
	vec_release(&items);
	arena_release(&arena);
}

void agenda_prefill(Change *change, const Meeting *meeting)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Vec rows;
	if (change_failed(change))
		return;
	vec_init(&rows, sizeof(Carried));
	((Carried *)vec_push(&rows))->title = first_title(meeting);
	if (!carried_over(change_core(change), meeting, &arena, &rows, &err))
		change_fail(change, &err);
	for (size_t i = 0; i < rows.len; i++) {
		const Carried *row = vec_at(&rows, i);
		AgendaItem item = { .meeting_id = meeting->id,
			.position = (int)i + 1,
			.title = row->title,
			.task_id = row->task_id,
			.proceedings = "" };
		agenda_insert(change, &item);
	}
	vec_release(&rows);
	arena_release(&arena);
}
