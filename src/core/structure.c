// SPDX-License-Identifier: MIT
// Each wanted row is compared, column by column, with the stored one; what differs becomes a step.
// Plan and apply are the same walk, with and without a change to write to.
#include "core/structure.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/change.h"
#include "core/right.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	Core *core;
	Change *change; // NULL: only plan
	Arena *arena;
	Vec *steps;
	Err *err;
} Walk;

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
	const char *keys[2];
	Column columns[COLUMNS_MAX]; // as the row binds them
	int columns_n;
	int compared_from; // columns before are keys
} Wanted;

static void add_step(Walk *walk, StructureStepKind kind, const char *what, const char *details)
{
	StructureStep *step = vec_push(walk->steps);
	*step = (StructureStep){ .kind = kind, .what = what,
		.details = arena_strdup(walk->arena, details) };
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
	stmt_text(stmt, wanted->keys[0]);
	if (wanted->keys[1])
		stmt_text(stmt, wanted->keys[1]);
	return stmt;
}

// *id is the row's, stored or new (0 when only planning a new one).
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
	bool differs = ok && (!exists || details.len);
	if (differs)
		add_step(walk, exists ? STRUCTURE_CHANGE : STRUCTURE_ADD, wanted->what, details.bytes);
	if (differs && walk->change) {
		Stmt *stmt = exists ? change_update(walk->change, wanted->noun, *id, rev) :
				      change_insert(walk->change, wanted->noun, id);
		bind(stmt, wanted);
		change_run(walk->change, stmt);
	}
	buf_release(&details);
	return ok;
}

static bool walk_region(Walk *walk, const WantedRegion *region, int64_t *id)
{
	Wanted wanted = {
		.noun = NOUN_REGION,
		.what = arena_printf(walk->arena, tr("vùng %s"), region->code),
		.find = Q_STRUCTURE_REGION,
		.keys = { region->code },
		.columns = {
			{ .text = region->code },
			{ .label = N_("tên"), .text = region->name },
			{ .label = N_("thứ tự"), .number = region->order },
			{ .label = N_("ghi chú"), .text = region->note },
			{ .label = N_("từ ngày"), .text = region->from, .blank = COLUMN_NULL },
			{ .label = N_("đến ngày"), .text = region->to, .blank = COLUMN_NULL },
		},
		.columns_n = 6,
		.compared_from = 1,
	};
	return bring_in_line(walk, &wanted, id);
}

static bool walk_district(Walk *walk, const WantedDistrict *district, int64_t *id)
{
	Wanted wanted = {
		.noun = NOUN_DISTRICT,
		.what = arena_printf(walk->arena, tr("địa phương %s"), district->code),
		.find = Q_STRUCTURE_DISTRICT,
		.keys = { district->code },
		.columns = {
			{ .text = district->code },
			{ .label = N_("loại"), .text = district->kind },
			{ .label = N_("tên"), .text = district->name },
			{ .label = N_("thứ tự"), .number = district->order },
			{ .label = N_("từ ngày"), .text = district->from, .blank = COLUMN_NULL },
			{ .label = N_("đến ngày"), .text = district->to, .blank = COLUMN_NULL },
		},
		.columns_n = 6,
		.compared_from = 1,
	};
	return bring_in_line(walk, &wanted, id);
}

static bool walk_membership(Walk *walk, const WantedRegion *region, const WantedDistrict *district,
	int64_t region_id, int64_t district_id)
{
	int64_t id;
	Wanted wanted = {
		.noun = NOUN_MEMBERSHIP,
		.what = arena_printf(walk->arena, tr("%s trong vùng %s"), district->code, region->code),
		.find = Q_STRUCTURE_MEMBERSHIP,
		.keys = { region->code, district->code },
		.columns = {
			{ .number = region_id },
			{ .number = district_id },
			{ .label = N_("chính"), .number = district->main },
			{ .label = N_("một phần"), .number = district->partial },
			{ .label = N_("thứ tự"), .number = district->order },
			{ .label = N_("ghi chú"), .text = district->note },
			{ .label = N_("từ ngày"), .text = "", .blank = COLUMN_NULL },
			{ .label = N_("đến ngày"), .text = "", .blank = COLUMN_NULL },
		},
		.columns_n = 8,
		.compared_from = 2,
	};
	return bring_in_line(walk, &wanted, &id);
}

static bool walk_all(Walk *walk, const WantedStructure *want)
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

bool structure_plan(Core *core, const WantedStructure *want, Arena *arena, Vec *out, Err *err)
{
	Walk walk = { .core = core, .arena = arena, .steps = out, .err = err };
	return walk_all(&walk, want);
}

bool structure_apply(Core *core, const WantedStructure *want, Arena *arena, Vec *out, Err *err)
{
	if (!right_check(core, RIGHT_ADMINISTER, (Place){ 0 }, err))
		return false;
	Change *change = change_begin(core, "structure-apply");
	Walk walk = { .core = core, .change = change, .arena = arena, .steps = out, .err = err };
	if (!change_failed(change) && !walk_all(&walk, want))
		change_fail(change, err);
	return change_commit(change, err);
}
