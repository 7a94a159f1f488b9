// SPDX-License-Identifier: MIT
// Gia hạn: the old deadline and the number of extensions stay visible.
#include "core/task.h"

#include "base/tr.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

bool extension_list(Core *core, int64_t leaf_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_EXTENSION_OF_LEAF);
	stmt_int(stmt, leaf_id);
	while (stmt_row(stmt))
		*(Extension *)vec_push(out) = (Extension){
			.old_due = stmt_get_string(stmt, 0, arena),
			.new_due = stmt_get_string(stmt, 1, arena),
			.reason = stmt_get_string(stmt, 2, arena),
			.agreed_by = stmt_get_string(stmt, 3, arena),
			.decided_on = stmt_get_string(stmt, 4, arena),
		};
	return stmt_done(stmt, err);
}

static bool check_due(const Leaf *leaf, const char *new_due, Err *err)
{
	Date old, new;
	char shown[11];
	if (leaf->ended || leaf->state == STATE_DONE)
		return err_set(err, ERR_CONFLICT, "%s", tr("Nhiệm vụ đã xong hoặc đã kết thúc thì không gia hạn."));
	if (!date_parse(leaf->due, &old)) {
		err_set(err, ERR_INVALID, "%s", tr("Nhiệm vụ này không có ngày hết hạn để gia hạn."));
		return err_field(err, "new_due");
	}
	if (!date_parse(new_due, &new)) {
		err_set(err, ERR_INVALID, tr("Hạn mới “%.40s” không phải là một ngày."), new_due);
		return err_field(err, "new_due");
	}
	if (date_compare(new, old) > 0)
		return true;
	date_show(old, shown);
	err_set(err, ERR_INVALID, tr("Hạn mới phải sau hạn đang có (%s)."), shown);
	return err_field(err, "new_due");
}

static bool check(Core *core, const Leaf *leaf, const Extension *extension, Err *err)
{
	if (!check_due(leaf, extension->new_due, err))
		return false;
	if (!*extension->reason) {
		err_set(err, ERR_INVALID, "%s", tr("Gia hạn cần ghi lý do."));
		return err_field(err, "reason");
	}
	return day_check(core, extension->decided_on, "decided_on", tr("Ngày quyết định gia hạn"), err);
}

void extension_insert(Change *change, int64_t leaf_id, const Extension *extension)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_EXTENSION, &id);
	stmt_int(stmt, leaf_id);
	stmt_text(stmt, extension->old_due);
	stmt_text(stmt, extension->new_due);
	stmt_text(stmt, extension->reason);
	stmt_text(stmt, extension->agreed_by);
	stmt_text(stmt, extension->decided_on);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static Extension cleaned(Core *core, const Extension *extension, Arena *arena)
{
	char today[11];
	core_today_iso(core, today);
	const char *decided = or_empty(extension->decided_on);
	return (Extension){
		.new_due = or_empty(extension->new_due),
		.reason = text_clean_arena(arena, or_empty(extension->reason), CLEAN_LINE),
		.agreed_by = text_clean_arena(arena, or_empty(extension->agreed_by), CLEAN_LINE),
		.decided_on = *decided ? decided : arena_strdup(arena, today),
	};
}

// Reads and checks every leaf; dues is where their deadlines in force go.
static bool check_all(Core *core, const int64_t *leaf_ids, size_t n, const Extension *extension,
	const char **dues, Arena *arena, Err *err)
{
	for (size_t i = 0; i < n; i++) {
		Leaf leaf;
		if (!leaf_get(core, leaf_ids[i], arena, &leaf, err))
			return false;
		dues[i] = leaf.due;
		if (check(core, &leaf, extension, err))
			continue;
		return n > 1 && err_prefix(err, "%s, %s: ", leaf.code, leaf.place_title);
	}
	return true;
}

bool leaf_extend_many(
	Core *core, const int64_t *leaf_ids, size_t n, const Extension *extension, Err *err)
{
	Arena arena = ARENA_INIT;
	const char **dues = arena_array(&arena, n, sizeof(*dues));
	Extension new = cleaned(core, extension, &arena);
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  check_all(core, leaf_ids, n, &new, dues, &arena, err);
	if (ok) {
		Change *change = change_begin(core, "leaf-extend");
		for (size_t i = 0; i < n; i++) {
			new.old_due = dues[i];
			extension_insert(change, leaf_ids[i], &new);
		}
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool leaf_extend_check(
	Core *core, const int64_t *leaf_ids, size_t n, const Extension *extension, Err *err)
{
	Arena arena = ARENA_INIT;
	const char **dues = arena_array(&arena, n, sizeof(*dues));
	Extension new = cleaned(core, extension, &arena);
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  check_all(core, leaf_ids, n, &new, dues, &arena, err);
	arena_release(&arena);
	return ok;
}

bool leaf_extend(Core *core, int64_t leaf_id, const Extension *extension, Err *err)
{
	return leaf_extend_many(core, &leaf_id, 1, extension, err);
}
