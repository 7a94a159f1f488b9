// SPDX-License-Identifier: MIT
// What the Office decides about leaves: that one ends, goes on, or has a lead and a day of its own.
#include "core/task.h"

#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

static bool about(const Leaf *leaf, Err *err)
{
	return err_prefix(err, "%s, %s: ", leaf->code, leaf->place_title);
}

void leaf_mark_ended(Change *change, int64_t leaf_id, int64_t rev, const char *reason)
{
	char today[11];
	json_t *columns = json_object();
	core_today_iso(change_core(change), today);
	json_object_set_new(columns, "ended_on", *reason ? json_string(today) : json_null());
	json_object_set_new(columns, "ended_reason", json_string(reason));
	change_patch(change, NOUN_LEAF, leaf_id, rev, columns);
}

typedef bool LeafCheck(const Leaf *leaf, Err *err);

static bool can_end(const Leaf *leaf, Err *err)
{
	if (leaf->ended)
		err_set(err, ERR_CONFLICT, "%s", tr("đã kết thúc rồi."));
	else if (leaf->state == STATE_DONE)
		err_set(err, ERR_CONFLICT, "%s", tr("đã hoàn thành, không kết thúc nữa."));
	else
		return true;
	return about(leaf, err);
}

static bool can_resume(const Leaf *leaf, Err *err)
{
	if (leaf->ended)
		return true;
	err_set(err, ERR_CONFLICT, "%s", tr("chưa kết thúc, không có gì để mở lại."));
	return about(leaf, err);
}

static bool read_all(Core *core, const int64_t *leaf_ids, size_t n, LeafCheck *check, Leaf *out,
	Arena *arena, Err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!leaf_get(core, leaf_ids[i], arena, &out[i], err) || !check(&out[i], err))
			return false;
	return true;
}

static bool mark_all(Core *core, const char *op, const int64_t *leaf_ids, size_t n, LeafCheck *check,
	const char *reason, Arena *arena, Err *err)
{
	Leaf *leaves = arena_array(arena, n, sizeof(*leaves));
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) ||
		!read_all(core, leaf_ids, n, check, leaves, arena, err))
		return false;
	Change *change = change_begin(core, op);
	for (size_t i = 0; i < n; i++)
		leaf_mark_ended(change, leaf_ids[i], leaves[i].leaf_rev, reason);
	return change_commit(change, err);
}

bool leaf_end(Core *core, const int64_t *leaf_ids, size_t n, const char *reason, Err *err)
{
	Arena arena = ARENA_INIT;
	reason = text_clean_arena(&arena, reason ? reason : "", CLEAN_LINE);
	bool ok = *reason != '\0';
	if (!ok) {
		err_set(err, ERR_INVALID, "%s", tr("Kết thúc cần ghi lý do."));
		err_field(err, "reason");
	}
	ok = ok && mark_all(core, "leaf-end", leaf_ids, n, can_end, reason, &arena, err);
	arena_release(&arena);
	return ok;
}

bool leaf_resume(Core *core, const int64_t *leaf_ids, size_t n, Err *err)
{
	Arena arena = ARENA_INIT;
	bool ok = mark_all(core, "leaf-resume", leaf_ids, n, can_resume, "", &arena, err);
	arena_release(&arena);
	return ok;
}

// A lead and a day of its own --------------------------------------------------------------------

static bool check_due(const Leaf *leaf, const char *due, Err *err)
{
	Date day;
	if (strcmp(due, leaf->own_due ? leaf->due : "") == 0)
		return true;
	if (leaf->extensions) {
		err_set(err, ERR_CONFLICT, "%s", tr("Hạn này đã gia hạn; chỉ gia hạn tiếp được."));
		return err_field(err, "due");
	}
	if (!*due || date_parse(due, &day))
		return true;
	err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), due);
	return err_field(err, "due");
}

bool leaf_set(Core *core, int64_t leaf_id, int64_t rev, int64_t body_id, const char *due, Err *err)
{
	Arena arena = ARENA_INIT;
	Leaf leaf;
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  leaf_get(core, leaf_id, &arena, &leaf, err) && check_due(&leaf, due, err) &&
		  (body_id == leaf.lead_id || body_check_in_force(core, body_id, err));
	if (ok) {
		Change *change = change_begin(core, "leaf-set");
		json_t *columns = json_object();
		json_object_set_new(columns, "body_id", json_id(body_id));
		if (!leaf.extensions)
			json_object_set_new(columns, "due_on", *due ? json_string(due) : json_null());
		change_patch(change, NOUN_LEAF, leaf_id, rev, columns);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
