// SPDX-License-Identifier: MIT
#include "fault/walk.h"

#include "core/noun.h"
#include "fault/common.h"
#include "tui/app.h"
#include "tui/op.h"
#include "tui/views.h"
#include "tui/views/forms.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// How many things of a kind are tried, on how many of them a view is opened, how many rows of a list
// are tried for an operation.
enum { THINGS_EACH = 8, THINGS_MAX = NOUN_COUNT * THINGS_EACH, OPENED_MAX = 6, ROWS_FIRST = 3, OPS_MAX = 200,
	INNER_MAX = 64 };

// By what it is called and does: a long text has a table of its own, which goes with it.
typedef struct {
	const char *name;
	bool (*run)(View *view, Err *err);
	bool opens; // something else than the screen it belongs to: what, may differ from row to row
} Done;

typedef struct {
	Core *core;
	App app;
	const ViewOps *ops;
	ViewArgs opened[OPENED_MAX]; // what it opens on
	int opened_n;
	Done done[OPS_MAX];
	int done_n;
	const char *used[OPS_MAX]; // forms and views that keys have been pressed in
	int used_n;
} Walk;

// A row of a pane of what a view is opened on.
typedef struct {
	int which, pane, row;
	bool all; // every row is picked
} Spot;

static _Noreturn void give_up(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	_exit(1);
}

// Showing ----------------------------------------------------------------------------------------

static void tell(const char *fmt, ...)
{
	char label[160];
	va_list args;
	va_start(args, fmt);
	int n = snprintf(label, sizeof(label), "\033]777;");
	n += vsnprintf(label + n, sizeof(label) - (size_t)n - 2, fmt, args);
	va_end(args);
	label[n++] = '\a';
	if (write(STDOUT_FILENO, label, (size_t)n) != n)
		give_up("no terminal\n");
}

static const char *form_of(const View *view)
{
	const char *form = view->ops->typing ? view->ops->typing->form(view) : NULL;
	return form ? form : view->ops->name;
}

// All of it, so that what a column holds comes in one piece.
static void show(Walk *walk)
{
	walk->app.quit = walk->app.leaving = false;
	screen_forget(walk->app.screen);
	app_settle(&walk->app);
	tell("form %s", form_of(walk->app.top));
}

static void press(Walk *walk, const char *name)
{
	Key key;
	if (!key_parse(name, &key))
		give_up("no key %s\n", name);
	app_key(&walk->app, key);
	show(walk);
}

// Standing ---------------------------------------------------------------------------------------

static void leave_all(Walk *walk)
{
	while (walk->app.top->below)
		app_back(&walk->app);
	walk->app.stale = false;
}

// On that screen, and nothing over it. It may be gone after what was done before.
static bool stand(Walk *walk, int which)
{
	Err err = ERR_INIT;
	leave_all(walk);
	return walk->ops == &home_view || app_open(&walk->app, walk->ops, &walk->opened[which], &err);
}

// A place that has to be found in the list of them, and what a clause, a remark or a series' round is
// opened with.
static const char *statement_for(sqlite3 *db, const char *table, char out[400])
{
	char has[160];
	sqlite3_stmt *stmt = NULL;
	snprintf(has, sizeof(has), "SELECT 1 FROM pragma_table_info('%s') WHERE name = 'state'", table);
	bool state = sqlite3_prepare_v2(db, has, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step(stmt) == SQLITE_ROW;
	sqlite3_finalize(stmt);
	// Of each state; else the first and the last.
	snprintf(out, 400, "SELECT id FROM (SELECT id, row_number() OVER (%s ORDER BY id) AS i,"
			   " row_number() OVER (%s ORDER BY id DESC) AS j FROM \"%s\")"
			   " WHERE i <= %d OR j <= %d LIMIT %d",
		state ? "PARTITION BY state" : "", state ? "PARTITION BY state" : "", table,
		state ? 1 : THINGS_EACH / 2, state ? 1 : THINGS_EACH / 2, THINGS_EACH);
	return out;
}

static int list_things(const char *db_path, int64_t ids[THINGS_MAX + 1], NounKind kinds[THINGS_MAX + 1])
{
	sqlite3 *db = NULL;
	int n = 1;
	ids[0] = 0;
	kinds[0] = NOUN_COUNT;
	if (sqlite3_open(db_path, &db) != SQLITE_OK)
		give_up("%s\n", db_path);
	for (int kind = 0; kind < NOUN_COUNT; kind++) {
		char sql[400];
		sqlite3_stmt *stmt = NULL;
		statement_for(db, nouns[kind].table, sql);
		if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
			give_up("%s: %s\n", sql, sqlite3_errmsg(db));
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			kinds[n] = (NounKind)kind;
			ids[n++] = sqlite3_column_int64(stmt, 0);
		}
		sqlite3_finalize(stmt);
	}
	sqlite3_close(db);
	return n;
}

static bool try_on(Walk *walk, int64_t id, int64_t other, const char *code)
{
	Err err = ERR_INIT;
	ViewArgs args = { .id = id, .other_id = other };
	snprintf(args.code, sizeof(args.code), "%s", code);
	if (walk->opened_n == OPENED_MAX || !app_open(&walk->app, walk->ops, &args, &err))
		return false;
	walk->opened[walk->opened_n++] = args;
	leave_all(walk);
	return true;
}

static void find_things(Walk *walk, const char *db_path)
{
	int64_t ids[THINGS_MAX + 1];
	NounKind kinds[THINGS_MAX + 1];
	int n = list_things(db_path, ids, kinds);
	int64_t directive = 0;
	for (int i = 0; i < n; i++)
		directive = kinds[i] == NOUN_DIRECTIVE ? ids[i] : directive;
	if (walk->ops == &home_view) {
		walk->opened_n = 1;
		return;
	}
	for (int i = 0; i < n; i++) {
		const char *table = i ? nouns[kinds[i]].table : "";
		bool on = try_on(walk, ids[i], 0, "2021H2") || try_on(walk, ids[i], 0, table) ||
			  try_on(walk, ids[i], 0, "") || try_on(walk, ids[i], directive, "");
		(void)on;
	}
	if (!walk->opened_n)
		give_up("the screen “%s” opens on nothing that this test knows: see find_things()\n",
			walk->ops->name);
}

// Operations -------------------------------------------------------------------------------------

static Done *done_of(Walk *walk, const Op *op)
{
	for (int i = 0; i < walk->done_n; i++)
		if (walk->done[i].run == op->run && strcmp(walk->done[i].name, op->name) == 0)
			return &walk->done[i];
	return NULL;
}

static bool was_used(Walk *walk, const char *name)
{
	for (int i = 0; i < walk->used_n; i++)
		if (strcmp(walk->used[i], name) == 0)
			return true;
	walk->used[walk->used_n++] = name;
	return false;
}

static List *list_of(View *view)
{
	return view->ops->list ? view->ops->list(view) : NULL;
}

// Those that every screen has. What they open is walked through where one begins; elsewhere they are
// but run.
static bool is_everywhere(const Op *table)
{
	return table == go_ops || table == global_ops || table == move_ops || table == filter_ops;
}

// Looked at, moved in, answered with what stands there, written into, saved.
static void use(Walk *walk)
{
	static const char *const keys[] = { "Down", "Enter", "Tab", "a", "Ctrl+S", "Esc" };
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		press(walk, keys[i]);
}

// It is shown the first time, and whenever it opens what has not been seen.
static void run_op(Walk *walk, const Op *op)
{
	Err err = ERR_INIT;
	Done *done = done_of(walk, op);
	const ViewOps *from = walk->app.top->ops;
	bool ok = op_run(walk->app.top, op, &err);
	if (!ok)
		app_fail(&walk->app, &err);
	bool opened = walk->app.top->ops != from, fresh = opened && !was_used(walk, form_of(walk->app.top));
	if (!done) {
		done = &walk->done[walk->done_n++];
		*done = (Done){ .name = op->name, .run = op->run };
	} else if (!fresh) {
		return;
	}
	done->opens = opened || !ok;
	tell("%s %s %s", walk->ops->name, op->name, ok ? "run" : "refused");
	show(walk);
	if (fresh && !view_by_name(walk->app.top->ops->name))
		use(walk);
}

static bool put_cursor(Walk *walk, Spot spot)
{
	View *view = walk->app.top;
	view->pane = view->ops->panes > 1 ? spot.pane : 0;
	List *list = list_of(view);
	if (spot.row && (!list || spot.row >= list->count))
		return false;
	if (list)
		list_select(list, spot.row);
	const Op *pick = spot.all ? op_by_name(view, "pick-all") : NULL;
	Err err = ERR_INIT;
	return !spot.all || (pick && op_run(view, pick, &err));
}

static bool stand_on(Walk *walk, Spot spot)
{
	return stand(walk, spot.which) && put_cursor(walk, spot);
}

// What no place leads to has operations of its own: one goes there anew for each.
static void run_inner(Walk *walk, Spot spot, const Op *outer)
{
	Err err = ERR_INIT;
	const ViewOps *inner = walk->app.top->ops;
	if (inner == walk->ops || view_by_name(inner->name) || !inner->ops)
		return;
	const char *name = inner->name;
	Op own[INNER_MAX];
	int n = 0;
	for (; inner->ops[n].name && n < INNER_MAX; n++)
		own[n] = inner->ops[n];
	for (int i = 0; i < n; i++) {
		err_clear(&err);
		if (done_of(walk, &own[i]) || !stand_on(walk, spot) ||
			!op_run(walk->app.top, outer, &err) ||
			strcmp(walk->app.top->ops->name, name) != 0)
			continue;
		if (op_check(walk->app.top, &own[i], &err))
			run_op(walk, &own[i]);
	}
}

// Those of the screen, in a place: the first time they can be run, and again where they open things.
static void run_ops_on(Walk *walk, Spot spot)
{
	const Op *tables[OP_TABLES];
	Err err = ERR_INIT;
	if (!stand_on(walk, spot))
		return;
	op_tables(walk->app.top, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name && !is_everywhere(tables[t]); op++) {
			const Done *done = done_of(walk, op);
			err_clear(&err);
			if ((done && !done->opens) || !stand_on(walk, spot) ||
				!op_check(walk->app.top, op, &err))
				continue;
			run_op(walk, op);
			run_inner(walk, spot, op);
		}
}

static int panes_of(const ViewOps *ops)
{
	return ops->panes > 1 ? ops->panes : 1;
}

// In each pane: the first rows, the last, and all of them at once.
static void run_ops(Walk *walk, int which)
{
	for (int pane = 0; pane < panes_of(walk->ops); pane++) {
		Spot spot = { .which = which, .pane = pane };
		for (; spot.row < ROWS_FIRST; spot.row++)
			run_ops_on(walk, spot);
		if (!stand(walk, which))
			return;
		walk->app.top->pane = pane;
		const List *list = list_of(walk->app.top);
		spot.row = list ? list->count - 1 : 0;
		if (spot.row >= ROWS_FIRST)
			run_ops_on(walk, spot);
		run_ops_on(walk, (Spot){ .which = which, .pane = pane, .all = true });
	}
}

// Where they can be run or not: what could be run nowhere says why.
static void run_rest(Walk *walk)
{
	const Op *tables[OP_TABLES];
	if (!stand(walk, 0))
		return;
	op_tables(walk->app.top, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name; op++)
			if (!done_of(walk, op) && stand(walk, 0))
				run_op(walk, op);
}

// Everything that is there without doing anything: its panes, to their ends.
static void look_at(Walk *walk, int which)
{
	if (!stand(walk, which))
		return;
	tell("%s %d shown", walk->ops->name, which);
	for (int pane = 0; pane < panes_of(walk->ops); pane++) {
		put_cursor(walk, (Spot){ .which = which, .pane = pane });
		show(walk);
		press(walk, "PgDn");
		press(walk, "End");
	}
}

// ------------------------------------------------------------------------------------------------

static void open_all(Walk *walk, const char *db_path)
{
	static const CoreRules rules = { .utc_offset = 420, .first_review = { 2021, 12, 31 },
		.review_cutoff_days = 15, .meeting_gap_days = 45, .due_soon_days = 7 };
	static const TuiOptions options = { .composer = TUI_COMPOSER_OFF, .external_editor = "" };
	Err err = ERR_INIT;
	if (!core_open(db_path, DB_OPEN, &rules, clock_system(), &walk->core, &err) ||
		!core_act_as(walk->core, "vanphong", &err) ||
		!app_start(&walk->app, walk->core, &options, &err) ||
		!app_open(&walk->app, &home_view, NULL, &err))
		give_up("%s: %s\n", db_path, err.message);
	app_show(&walk->app, &options);
}

void walk_view(const char *db, const ViewOps *ops)
{
	Walk walk = { .ops = ops };
	open_all(&walk, db);
	find_things(&walk, db);
	for (int i = 0; i < walk.opened_n; i++)
		look_at(&walk, i);
	for (int i = 0; i < walk.opened_n; i++)
		run_ops(&walk, i);
	run_rest(&walk);
	leave_all(&walk);
	app_end(&walk.app);
	core_close(walk.core);
	_exit(0);
}
