// SPDX-License-Identifier: MIT
#include "core/succession.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/row.h"

// A leaf to be made at a successor, after one that is open.
typedef struct {
	int64_t leaf_id, district_id;
	const char *due;
	int64_t again; // the successor's own leaf that was taken back; 0: none
} Missing;

static Stmt *query_left(Core *core, int64_t district_id)
{
	char day[11];
	core_day_iso(core, day);
	Stmt *stmt = db_query(core_db(core), Q_SUCCESSION_LEFT);
	stmt_text(stmt, day);
	stmt_int_or_null(stmt, district_id);
	return stmt;
}

bool succession_left(Core *core, Vec *out, Err *err)
{
	Stmt *stmt = query_left(core, 0);
	while (stmt_row(stmt))
		*(LeftBehind *)vec_push(out) =
			(LeftBehind){ stmt_get_int(stmt, 0), (int)stmt_get_int(stmt, 1) };
	return stmt_done(stmt, err);
}

bool succession_left_of(Core *core, int64_t district_id, int *open, Err *err)
{
	Stmt *stmt = query_left(core, district_id);
	*open = stmt_row(stmt) ? (int)stmt_get_int(stmt, 1) : 0;
	return stmt_done(stmt, err);
}

static bool read_missing(Core *core, int64_t district_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_SUCCESSION_MISSING);
	stmt_int(stmt, district_id);
	while (stmt_row(stmt))
		*(Missing *)vec_push(out) = (Missing){
			.leaf_id = stmt_get_int(stmt, 0),
			.district_id = stmt_get_int(stmt, 1),
			.due = stmt_get_string(stmt, 2, arena),
			.again = stmt_get_int(stmt, 3),
		};
	return stmt_done(stmt, err);
}

// "giao tiếp cho đặc khu Phú Quốc, đặc khu Thổ Châu"; "" where nobody follows.
static bool heirs_words(Core *core, int64_t district_id, Arena *arena, const char **out, Err *err)
{
	Vec heirs;
	Buf names = BUF_INIT;
	vec_init(&heirs, sizeof(District));
	bool ok = district_successors(core, district_id, arena, &heirs, err);
	for (size_t i = 0; ok && i < heirs.len; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", ((const District *)vec_at(&heirs, i))->title);
	*out = names.len ? arena_printf(arena, VN_("giao tiếp cho %s"), names.bytes) : "";
	buf_release(&names);
	vec_release(&heirs);
	return ok;
}

// The new leaf is the old one's like in everything but its place and its deadline's own day.
static void make_leaf(Change *change, const Missing *missing)
{
	int64_t id, rev = 0;
	if (change_failed(change))
		return;
	json_t *row = row_read(
		change_core(change), NOUN_LEAF, missing->leaf_id, &rev, change_err(change));
	if (!row)
		return;
	json_t *new = json_pack("{s:o, s:s*, s:n, s:s, s:n}", "district_id",
		json_id(missing->district_id), "due_on", *missing->due ? missing->due : NULL, "ended_on",
		"ended_reason", "", "removed_at");
	json_object_update_existing(row, new);
	Stmt *stmt = missing->again ? change_update(change, NOUN_LEAF, missing->again, REV_ANY) :
				      change_insert(change, NOUN_LEAF, &id);
	row_bind(stmt, row);
	change_run(change, stmt);
	json_decref(new);
	json_decref(row);
}

// Once each; what was reported there stays to be read.
static void end_leaves(Change *change, const Vec *missing, const char *reason)
{
	char today[11];
	int64_t last = 0;
	core_today_iso(change_core(change), today);
	for (size_t i = 0; i < missing->len; i++) {
		const Missing *each = vec_at(missing, i);
		if (each->leaf_id != last)
			change_patch(change, NOUN_LEAF, each->leaf_id, REV_ANY,
				json_pack("{s:s, s:s}", "ended_on", today, "ended_reason", reason));
		last = each->leaf_id;
	}
}

bool succession_spread(Core *core, int64_t district_id, int *made, Err *err)
{
	Vec missing;
	Arena arena = ARENA_INIT;
	const char *reason;
	vec_init(&missing, sizeof(Missing));
	*made = 0;
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ .district_id = district_id }, err) &&
		  heirs_words(core, district_id, &arena, &reason, err);
	if (ok && !*reason) {
		err_set(err, ERR_INVALID, "%s", tr("Địa phương này chưa có nơi kế thừa."));
		ok = err_hint(err, "%s", tr("Ghi nơi kế thừa bằng `dieuphoi regions apply`."));
	}
	if (ok) {
		Change *change = change_begin(core, "succession-spread");
		bool read = !change_failed(change) &&
			    read_missing(core, district_id, &arena, &missing, change_err(change));
		for (size_t i = 0; read && i < missing.len; i++)
			make_leaf(change, vec_at(&missing, i));
		end_leaves(change, &missing, reason);
		*made = (int)missing.len;
		ok = change_commit(change, err);
	}
	vec_release(&missing);
	arena_release(&arena);
	return ok;
}
