// SPDX-License-Identifier: MIT
// Files of regions: each wanted row is compared, column by column, with the stored one; what differs
// becomes a step. Names and regions that differ count from a day on, other columns are set.
#include "core/structure_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// How an empty text is stored: notes as they are, open dates as null.
typedef enum { COLUMN_EMPTY, COLUMN_NULL } ColumnBlank;

// A column as it is wanted, for comparing and for binding.
typedef struct {
	const char *label; // NULL: bound but not compared
	const char *text;  // NULL: the number counts
	int64_t number;
	ColumnBlank blank;
} Column;

enum { COLUMNS_MAX = 8 };

typedef struct {
	NounKind noun;
	const char *what;
	QueryId find;
	const char *key;
	Column columns[COLUMNS_MAX]; // as the row binds them
	int columns_n;
	int compared_from; // columns before are keys
} Wanted;

void walk_step(Walk *walk, StructureStepKind kind, const char *what, const char *details)
{
	StructureStep *step = vec_push(walk->steps);
	*step = (StructureStep){ .kind = kind, .what = what,
		.details = arena_strdup(walk->arena, details) };
}

bool walk_well(Walk *walk)
{
	if (!change_failed(walk->change))
		return true;
	*walk->err = *change_err(walk->change);
	return false;
}

static void describe(Buf *out, const Column *column, Stmt *stored, int index)
{
	char now[24];
	snprintf(now, sizeof(now), "%lld", (long long)column->number);
	const char *is = column->text ? column->text : now;
	if (stored && strcmp(stmt_get_text(stored, index), is) != 0)
		buf_addf(out, "%s%s: %s → %s", out->len ? "; " : "", tr(column->label),
			*stmt_get_text(stored, index) ? stmt_get_text(stored, index) : "∅", *is ? is : "∅");
	else if (!stored && *is)
		buf_addf(out, "%s%s: %s", out->len ? "; " : "", tr(column->label), is);
}

static void bind(Stmt *stmt, const Wanted *wanted)
{
	for (int i = 0; i < wanted->columns_n; i++) {
		const Column *column = &wanted->columns[i];
		if (!column->text)
			stmt_int(stmt, column->number);
		else if (column->blank == COLUMN_NULL)
			stmt_text_or_null(stmt, column->text);
		else
			stmt_text(stmt, column->text);
	}
	stmt_text(stmt, NULL); // removed_at
}

static Stmt *find(Walk *walk, const Wanted *wanted)
{
	Stmt *stmt = db_query(core_db(walk->core), wanted->find);
	stmt_text(stmt, wanted->key);
	return stmt;
}

// *id is the row's, stored or new.
static bool bring_in_line(Walk *walk, const Wanted *wanted, int64_t *id)
{
	Buf details = BUF_INIT;
	int64_t rev = 0;
	*id = 0;
	Stmt *stored = find(walk, wanted);
	bool exists = stmt_row(stored);
	if (exists) {
		*id = stmt_get_int(stored, 0);
		rev = stmt_get_int(stored, 1);
	}
	for (int i = wanted->compared_from; i < wanted->columns_n; i++)
		describe(&details, &wanted->columns[i], exists ? stored : NULL,
			2 + i - wanted->compared_from);
	bool ok = stmt_done(stored, walk->err);
	if (ok && (!exists || details.len)) {
		walk_step(walk, exists ? STRUCTURE_STEP_CHANGE : STRUCTURE_STEP_ADD, wanted->what,
			details.bytes);
		Stmt *stmt = exists ? change_update(walk->change, wanted->noun, *id, rev) :
				      change_insert(walk->change, wanted->noun, id);
		bind(stmt, wanted);
		change_run(walk->change, stmt);
		if (!exists)
			*(int64_t *)vec_push(&walk->fresh) = *id;
	}
	buf_release(&details);
	return ok && walk_well(walk);
}

// A name that differs from the file counts from a day on; the row keeps the one that it was made with,
// and so is an end that changes of a day on have set.
static bool settle_name(Walk *walk, const char *code, const char *kind, const char *name, Known *known)
{
	bool found;
	if (!known_find(walk, code, walk->from, known, &found))
		return false;
	if (!found) {
		known->first_kind = kind;
		known->first_name = name;
		known->to = "";
		return true;
	}
	bool as_first = strcmp(kind, known->first_kind) == 0 && strcmp(name, known->first_name) == 0;
	bool as_now = strcmp(kind, known->kind) == 0 && strcmp(name, known->name) == 0;
	return as_first || as_now || place_rename(walk, known, kind, name, walk->from, "");
}

static bool walk_region(Walk *walk, const WantedRegion *region, int64_t *id)
{
	Known known;
	if (!settle_name(walk, region->code, "", region->name, &known))
		return false;
	Wanted wanted = {
		.noun = NOUN_REGION,
		.what = arena_printf(walk->arena, tr("vùng %s"), region->code),
		.find = Q_STRUCTURE_REGION,
		.key = region->code,
		.columns = {
			{ .text = region->code },
			{ .label = N_("tên"), .text = known.first_name },
			{ .label = N_("thứ tự"), .number = region->order },
			{ .label = N_("ghi chú"), .text = region->note },
			{ .label = N_("từ ngày"), .text = region->from, .blank = COLUMN_NULL },
			{ .label = N_("đến ngày"), .text = *region->to ? region->to : known.to,
				.blank = COLUMN_NULL },
		},
		.columns_n = 6,
		.compared_from = 1,
	};
	return bring_in_line(walk, &wanted, id);
}

static bool walk_district(Walk *walk, const WantedDistrict *district, int64_t *id)
{
	Known known;
	if (!settle_name(walk, district->code, district->kind, district->name, &known))
		return false;
	Wanted wanted = {
		.noun = NOUN_DISTRICT,
		.what = arena_printf(walk->arena, tr("địa phương %s"), district->code),
		.find = Q_STRUCTURE_DISTRICT,
		.key = district->code,
		.columns = {
			{ .text = district->code },
			{ .label = N_("loại"), .text = known.first_kind },
			{ .label = N_("tên"), .text = known.first_name },
			{ .label = N_("thứ tự"), .number = district->order },
			{ .label = N_("từ ngày"), .text = district->from, .blank = COLUMN_NULL },
			{ .label = N_("đến ngày"), .text = *district->to ? district->to : known.to,
				.blank = COLUMN_NULL },
		},
		.columns_n = 6,
		.compared_from = 1,
	};
	return bring_in_line(walk, &wanted, id);
}

// Memberships -----------------------------------------------------------------------------------

// A stored membership, id 0 for none.
typedef struct {
	int64_t id;
	bool main, partial;
	int order;
	const char *note, *from;
} Stored;

static bool read_membership(Walk *walk, int64_t region_id, int64_t district_id, Stored *out)
{
	*out = (Stored){ .id = 0 };
	Stmt *stmt = db_query(core_db(walk->core), Q_STRUCTURE_MEMBERSHIP);
	stmt_int(stmt, region_id);
	stmt_int(stmt, district_id);
	if (stmt_row(stmt))
		*out = (Stored){
			.id = stmt_get_int(stmt, 0),
			.main = stmt_get_int(stmt, 1),
			.partial = stmt_get_int(stmt, 2),
			.order = (int)stmt_get_int(stmt, 3),
			.note = stmt_get_string(stmt, 4, walk->arena),
			.from = stmt_get_string(stmt, 5, walk->arena),
		};
	return stmt_done(stmt, walk->err);
}

static const char *share_words(bool main, bool partial)
{
	if (main)
		return partial ? tr("vùng chính, một phần") : tr("vùng chính");
	return tr("một phần");
}

// What began on that very day is set, what began before ends and goes on otherwise.
static bool change_share(
	Walk *walk, const Stored *stored, const NewMembership *wanted, const char *what)
{
	walk_step(walk, STRUCTURE_STEP_CHANGE, what,
		arena_printf(walk->arena, tr("%s → %s, từ %s"),
			share_words(stored->main, stored->partial),
			share_words(wanted->main, wanted->partial), day_words(walk, walk->from)));
	if (strcmp(stored->from, walk->from) < 0)
		return membership_end(walk, stored->id, day_before(walk, walk->from)) &&
		       membership_begin(walk, wanted);
	change_patch(walk->change, NOUN_MEMBERSHIP, stored->id, REV_ANY,
		json_pack("{s:i, s:i, s:i, s:s}", "main", wanted->main, "partial", wanted->partial,
			"position", wanted->order, "note", wanted->note));
	return walk_well(walk);
}

static bool set_columns(
	Walk *walk, const Stored *stored, const NewMembership *wanted, const char *what)
{
	Buf details = BUF_INIT;
	if (stored->order != wanted->order)
		buf_addf(&details, tr("thứ tự: %d → %d"), stored->order, wanted->order);
	if (strcmp(stored->note, wanted->note) != 0)
		buf_addf(&details, "%s%s: %s → %s", details.len ? "; " : "", tr("ghi chú"),
			*stored->note ? stored->note : "∅", *wanted->note ? wanted->note : "∅");
	bool differs = details.len > 0;
	if (differs) {
		walk_step(walk, STRUCTURE_STEP_CHANGE, what, details.bytes);
		change_patch(walk->change, NOUN_MEMBERSHIP, stored->id, REV_ANY,
			json_pack("{s:i, s:s}", "position", wanted->order, "note", wanted->note));
	}
	buf_release(&details);
	return walk_well(walk);
}

static bool is_fresh(const Walk *walk, int64_t id)
{
	for (size_t i = 0; i < walk->fresh.len; i++)
		if (*(const int64_t *)vec_at(&walk->fresh, i) == id)
			return true;
	return false;
}

// A district that is new lies there since ever; another one from the day on, and no more where its
// main region was.
static bool add_share(Walk *walk, NewMembership *wanted, const char *what)
{
	Vec lying;
	vec_init(&lying, sizeof(Lying));
	bool ok = lying_on(walk, wanted->district_id, walk->from, &lying);
	bool moves = false, fresh = is_fresh(walk, wanted->district_id);
	for (size_t i = 0; ok && wanted->main && i < lying.len; i++) {
		const Lying *where = vec_at(&lying, i);
		if (!where->main)
			continue;
		moves = true;
		ok = membership_end(walk, where->id, day_before(walk, walk->from));
	}
	const char *share = share_words(wanted->main, wanted->partial);
	wanted->from = fresh ? "" : walk->from;
	walk_step(walk, moves ? STRUCTURE_STEP_MOVE : STRUCTURE_STEP_ADD, what,
		fresh ? share : arena_printf(walk->arena, tr("%s, từ %s"), share,
				day_words(walk, walk->from)));
	vec_release(&lying);
	return ok && membership_begin(walk, wanted);
}

static bool walk_membership(Walk *walk, const WantedRegion *region, const WantedDistrict *district,
	int64_t region_id, int64_t district_id)
{
	Stored stored;
	NewMembership wanted = {
		.region_id = region_id, .district_id = district_id, .main = district->main,
		.partial = district->partial, .order = district->order, .note = district->note,
		.from = walk->from, .at = district->at,
	};
	const char *what =
		arena_printf(walk->arena, tr("%s trong vùng %s"), district->code, region->code);
	if (!read_membership(walk, region_id, district_id, &stored))
		return false;
	if (!stored.id)
		return add_share(walk, &wanted, what);
	if (stored.main != wanted.main || stored.partial != wanted.partial)
		return change_share(walk, &stored, &wanted, what);
	return set_columns(walk, &stored, &wanted, what);
}

// All of it --------------------------------------------------------------------------------------

static bool walk_regions(Walk *walk, const WantedStructure *want)
{
	for (size_t i = 0; i < want->regions_n; i++) {
		int64_t region_id, district_id;
		const WantedRegion *region = &want->regions[i];
		if (!walk_region(walk, region, &region_id))
			return false;
		for (size_t k = 0; k < region->districts_n; k++)
			if (!walk_district(walk, &region->districts[k], &district_id) ||
				!walk_membership(walk, region, &region->districts[k], region_id, district_id))
				return false;
	}
	return true;
}

static bool walk_changes(Walk *walk, const WantedStructure *want)
{
	size_t n = want->changes_n;
	const WantedChange **order = arena_array(walk->arena, n, sizeof(*order));
	for (size_t i = 0; i < n; i++) {
		size_t at = i;
		for (; at > 0 && strcmp(order[at - 1]->on, want->changes[i].on) > 0; at--)
			order[at] = order[at - 1];
		order[at] = &want->changes[i];
	}
	for (size_t i = 0; i < n; i++)
		if (!structure_walk_change(walk, order[i]))
			return false;
	return true;
}

// Where the region comes from: "hd (hd.cfg:12)"; "hd (đã ghi trước)" of what was stored before.
static const char *region_and_place(const Walk *walk, const char *region, int64_t membership_id)
{
	for (size_t i = 0; i < walk->begun.len; i++) {
		const Begun *begun = vec_at(&walk->begun, i);
		if (begun->id == membership_id && begun->at && *begun->at)
			return arena_printf(walk->arena, "%s (%s)", region, begun->at);
	}
	return arena_printf(walk->arena, tr("%s (đã ghi trước)"), region);
}

// The place of the newer of the two stands first, as in every refusal of a file.
static bool refuse_main_regions(Walk *walk, Stmt *stmt)
{
	Date day;
	char shown[11] = "";
	int64_t older = stmt_get_int(stmt, 4), newer = stmt_get_int(stmt, 5);
	if (date_parse(stmt_get_text(stmt, 3), &day))
		date_show(day, shown);
	err_set(walk->err, ERR_DATA, tr("“%s” có hai vùng chính cùng lúc từ %s: %s và %s"),
		stmt_get_text(stmt, 0), *shown ? shown : tr("đầu"),
		region_and_place(walk, stmt_get_text(stmt, 1), older),
		region_and_place(walk, stmt_get_text(stmt, 2), newer));
	for (size_t i = 0; i < walk->begun.len; i++) {
		const Begun *begun = vec_at(&walk->begun, i);
		if (begun->id == newer && begun->at && *begun->at)
			err_prefix(walk->err, "%s: ", begun->at);
	}
	return err_hint(walk->err, "%s",
		tr("Mỗi ngày một địa phương có nhiều nhất một vùng chính; dùng move để chuyển vùng."));
}

static bool check_main_regions(Walk *walk)
{
	Stmt *stmt = db_query(core_db(walk->core), Q_STRUCTURE_OVERLAP);
	bool found = stmt_row(stmt) && !refuse_main_regions(walk, stmt);
	Err ignored = ERR_INIT;
	return stmt_done(stmt, found ? &ignored : walk->err) && !found;
}

static bool walk_all(Walk *walk, const WantedStructure *want)
{
	return walk_regions(walk, want) && walk_changes(walk, want) && check_main_regions(walk);
}

static Walk walk_begin(Core *core, const WantedStructure *want, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	core_today_iso(core, today);
	Walk walk = {
		.core = core, .change = change_begin(core, "structure-apply"), .arena = arena,
		.steps = out, .err = err,
		.from = want->from && *want->from ? want->from : arena_strdup(arena, today),
	};
	vec_init(&walk.fresh, sizeof(int64_t));
	vec_init(&walk.begun, sizeof(Begun));
	return walk;
}

bool structure_plan(Core *core, const WantedStructure *want, Arena *arena, Vec *out, Err *err)
{
	Walk walk = walk_begin(core, want, arena, out, err);
	bool ok = walk_well(&walk) && walk_all(&walk, want);
	change_cancel(walk.change);
	vec_release(&walk.fresh);
	vec_release(&walk.begun);
	return ok;
}

bool structure_apply(Core *core, const WantedStructure *want, Arena *arena, Vec *out, Err *err)
{
	if (!right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err))
		return false;
	Walk walk = walk_begin(core, want, arena, out, err);
	if (!change_failed(walk.change) && !walk_all(&walk, want))
		change_fail(walk.change, err);
	vec_release(&walk.fresh);
	vec_release(&walk.begun);
	return change_commit(walk.change, err);
}
