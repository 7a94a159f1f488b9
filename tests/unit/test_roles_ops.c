// SPDX-License-Identifier: MIT
// Every operation of every screen as every role, on an own place and on another's, gone through with to
// its end: forms are filled in and written, questions agreed to. What the manual's table denies cannot
// be begun, and begun all the same writes nothing; what it allows is nowhere denied, and writes.
#include "unit/roles_screens.h"

#include "core/journal.h"
#include "tui/op.h"
#include "tui/views.h"
#include "unit/roles_app.h"
#include "unit/roles_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROLES = 5, OPS_MAX = 200 };
static const char *const logins[ROLES] = { "leader", "secretary", "office", "admin", "viewer" };

// In the order of logins, at an own place and at another's; typed from the manual. y yes, n no.
typedef struct {
	const char *own, *others;
} Cells;
static const Cells all = { "yyyyy", "yyyyy" };
// Who has added users last; what was granted is not undone.
static const Cells all_but_admin = { "yyyny", "yyyny" };
static const Cells none = { "nnnnn", "nnnnn" };
static const Cells ours = { "yyynn", "nnynn" };
static const Cells everywhere_ours = { "yyynn", "yyynn" };
static const Cells office = { "nnynn", "nnynn" };
static const Cells admin = { "nnnyn", "nnnyn" };
static const Cells leaders = { "ynnnn", "ynnnn" };
static const Cells lead = { "ynnnn", "nnnnn" };
static const Cells lead_or_office = { "ynynn", "nnynn" };
static const Cells author_or_office = { "yyynn", "yyynn" };

typedef struct {
	const char *names; // separated by blanks
	const Cells *begin, *write;
} Expected;

// The grid of readings offers the rows that one may write, and none to others.
static const Expected expected[] = {
	{ "assignments-day attendance clause-open conclusion-meeting coverage directive-text "
	  "district-round gap-open minutes minutes-versions month-earlier "
	  "month-later news open period-earlier period-later readings remark-open review-signature "
	  "remark-thing reporter-open review-before round-next round-place round-previous search search-complete "
	  "succession task-open tasks-all tasks-filter tasks-group", &all, &none },
	// Every screen's: the way there, and what is one's own.
	{ "pick pick-all pick-none pick-group filter remarks-here history up down page-up page-down first last "
	  "next-pane previous-pane tasks directives calendar reviews rounds indicators remarks conclusions "
	  "assignments bodies periods drafts search as-of redo back help menu command redraw composer "
	  "vietnamese quit", &all, &none },
	{ "remark-add", &leaders, &leaders },
	{ "closing", &office, &none },
	{ "reading-grid meeting-open", &all, &ours },
	{ "indicator:reading-grid", &all, &everywhere_ours }, // of all places, each the own rows
	// The same key opens a review and the grid of readings, in other parts of that screen.
	{ "region:meeting-add", &all, &ours },
	{ "undo", &all_but_admin, &office },
	{ "review-read", &ours, &none },
	{ "review:open", &ours, &ours },
	{ "approved:open approved:review-read", &all, &none },
	{ "periods:open", &office, &none },
	{ "progress-record progress-grid agenda-add agenda-carry agenda-down agenda-take agenda-remove meeting-cancel "
	  "agenda-rename agenda-up attendance-add attendance-edit attendance-remove attendance-toggle "
	  "conclusion-add conclusion-task agenda-offer home:meeting-add meeting-edit meeting-end meeting-start review-add "
	  "review-edit review-submit remark-answer", &ours, &ours },
	{ "progress-withdraw", &lead_or_office, &lead_or_office },
	{ "reading-withdraw", &office, &office },
	{ "assign assignment-end body-add body-spread handover indicator-add indicator-edit leaf-end leaf-extend leaf-resume "
	  "leaf-set meeting-finalise meeting-number meeting-reopen reminder-add report-extend report-withdraw "
	  "round-grid round-unchanged series-add series-edit succession-spread target-remove "
	  "target-set task-add task-edit task-gather task-spread", &office, &office },
	{ "closing-carry closing-done closing-end closing-pick-undecided closing-undecide closing-run",
	  &office, &none },
	{ "person-edit user-add user-roles user-close key-add key-replace key-remove", &admin, &admin },
	{ "users users:open user:open", &admin, &none },
	{ "remark-seen remark-withdraw", &leaders, &leaders },
	{ "review-approve", &lead, &lead },
	{ "review-return review-paper", &lead_or_office, &lead_or_office },
	{ "remark-task", &author_or_office, &author_or_office },
};

static bool names_it(const char *names, const char *name)
{
	size_t n = strlen(name);
	for (const char *at = names; (at = strstr(at, name)); at += n)
		if ((at == names || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

static const Expected *expected_named(const char *name)
{
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++)
		if (names_it(expected[i].names, name))
			return &expected[i];
	return NULL;
}

// "view:operation" where one view's is another thing than the others'.
static const Expected *expected_of(const RoleScreen *screen, const Op *op)
{
	char name[96];
	snprintf(name, sizeof(name), "%s:%s", screen->as ? screen->as : screen->ops->name, op->name);
	const Expected *own = expected_named(name);
	return own ? own : expected_named(op->name);
}

static bool cell(const Cells *cells, int where, int role)
{
	return (where == OWN ? cells->own : cells->others)[role] == 'y';
}

// What has been written -----------------------------------------------------------------------------

static struct {
	const char *op;
	bool wrote[WHERE][ROLES];
	char last[700]; // the first that came of it where nothing was written
} written[OPS_MAX];
static int written_n, wrong;

static int written_of(const char *op)
{
	int i = 0;
	while (i < written_n && strcmp(written[i].op, op) != 0)
		i++;
	if (i == written_n)
		written[written_n++].op = op;
	return i;
}

// Cells ------------------------------------------------------------------------------------------

typedef struct {
	World *w;
	const RoleScreen *screen;
	const Buf *base;
	ViewArgs args;
	int64_t only;
	int where, role;
} Seat;

static void tell(const Seat *seat, const Op *op, const char *what)
{
	print_error("%s: %s as %s at %s: %s\n", seat->screen->ops->name, op->name, logins[seat->role],
		seat->where == OWN ? "an own place" : "another's", what);
	wrong++;
}

static int64_t head_of(World *w)
{
	JournalHead head;
	Err err = ERR_INIT;
	assert_done(journal_head(w->f->core, &head, &err), &err);
	return head.seq;
}

static void check_open(const Seat *seat, const App *app, const Err *err)
{
	const Op opening = { .name = "opening it" };
	const Cells *const whom[] = { [OPEN_TO_ALL] = &all, [OPEN_TO_OURS] = &ours, [OPEN_TO_ADMIN] = &admin };
	const Cells *want = whom[seat->screen->to];
	bool may = cell(want, seat->where, seat->role);
	if (app && !may)
		tell(seat, &opening, "may be");
	if (!app && (may || err->kind != ERR_DENIED))
		tell(seat, &opening, err->message);
}

static void check_begin(const Seat *seat, const Op *op, const Expected *want, bool can, const Err *err)
{
	bool may = cell(want->begin, seat->where, seat->role);
	if (can && !may)
		tell(seat, op, "may be begun");
	if (!can && may && err->kind == ERR_DENIED && seat->screen->closed == ALL_THERE_IS)
		tell(seat, op, err->message);
	if (!can && err->kind == ERR_DENIED && !*err->hint)
		tell(seat, op, "denied without a word of who may");
}

// The database is brought back where something was written, or the session sees another day.
static void check_drive(const Seat *seat, const Op *op, const Expected *want, App *app, bool can)
{
	Err err = ERR_INIT;
	World *w = seat->w;
	int at = written_of(op->name);
	bool may = cell(want->write, seat->where, seat->role);
	int64_t before = head_of(w);
	roles_app_drive(app, op, &err);
	bool wrote = head_of(w) != before;
	roles_app_free(app);
	if (wrote && !may)
		tell(seat, op, can ? "writes" : "writes, begun past the screen");
	if (can && err.kind == ERR_DENIED && cell(want->begin, seat->where, seat->role))
		tell(seat, op, err.message);
	written[at].wrote[seat->where][seat->role] |= wrote;
	if (!wrote && may && can && !*written[at].last)
		snprintf(written[at].last, sizeof(written[at].last), "%s: %s", seat->screen->ops->name,
			err.message);
	if (wrote || strcmp(op->name, "as-of") == 0) {
		store_bring_back(w->f, seat->base);
		w->core = w->f->core;
	}
}

// What only draws, and needs a terminal to.
static bool is_of_terminal(const Op *op)
{
	return strcmp(op->name, "redraw") == 0 || strcmp(op->name, "composer") == 0;
}

static void check_op(const Seat *seat, const Op *op)
{
	Err err = ERR_INIT;
	const Expected *want = expected_of(seat->screen, op);
	if (!want) {
		tell(seat, op, "has no expectation");
		return;
	}
	fixture_as(seat->w->f, logins[seat->role]);
	App *app = roles_app_new(seat->w->core, seat->screen->ops, &seat->args, &err);
	check_open(seat, app, &err);
	if (!app)
		return;
	bool can = roles_app_find(app, op, seat->only, &err);
	check_begin(seat, op, want, can, &err);
	// What is closed does not say whether one stands on the right row.
	bool denied = err.kind == ERR_DENIED && seat->screen->closed == ALL_THERE_IS;
	if (!is_of_terminal(op) && (can || denied))
		check_drive(seat, op, want, app, can);
	else
		roles_app_free(app);
}

static bool is_of_every_screen(const Op *table)
{
	return table == filter_ops || table == thing_ops || table == go_ops || table == move_ops ||
	       table == global_ops;
}

static void check_tables(const Seat *seat)
{
	const Op *tables[OP_TABLES];
	View view = { .ops = seat->screen->ops };
	op_tables(&view, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name; op++)
			if (seat->screen->asked == ASK_EVERY_OP || !is_of_every_screen(tables[t]))
				check_op(seat, op);
}

static void check_screen(World *w, const RoleScreen *screen, int where, const Buf *base)
{
	Buf prepared = BUF_INIT;
	store_bring_back(w->f, base);
	w->core = w->f->core;
	if (screen->prepare)
		screen->prepare(w);
	Seat seat = { .w = w, .screen = screen, .where = where, .base = &prepared };
	if (screen->args)
		screen->args(w, &seat.args);
	seat.only = screen->only ? screen->only(w) : 0;
	store_save(w->f, &prepared);
	w->core = w->f->core;
	for (seat.role = 0; seat.role < ROLES; seat.role++)
		check_tables(&seat);
	buf_release(&prepared);
}

static void check_place(Fixture *fixture, const char *region, const char *district, const char *of,
	int where)
{
	Buf base = BUF_INIT;
	wrong = 0;
	world_add_lead(fixture);
	store_save(fixture, &base);
	store_move_to_memory(fixture, &base);
	World w = { .f = fixture, .core = fixture->core, .err = &fixture->err, .arena = &fixture->arena,
		.region_code = region, .district_code = district, .lead = of };
	w.region = fixture_place(fixture, region);
	w.district = fixture_place(fixture, district);
	for (const RoleScreen *screen = role_screens; screen->ops; screen++)
		check_screen(&w, screen, where, &base);
	buf_release(&base);
	assert_int_equal(wrong, 0);
}

static void check_own(void **state)
{
	check_place(*state, "hd", "kien-hai", "leader", OWN);
}

static void check_others(void **state)
{
	check_place(*state, "tsh", "tan-hiep", "other", OTHERS);
}

// Each was gone through with by everybody who may: a driver that gave up would prove nothing.
static void check_all_written(void **state)
{
	(void)state;
	wrong = 0;
	for (int i = 0; i < written_n; i++) {
		const Expected *want = expected_named(written[i].op);
		for (int where = 0; want && where < WHERE; where++)
			for (int role = 0; role < ROLES; role++)
				if (cell(want->write, where, role) && !written[i].wrote[where][role]) {
					print_error("%s as %s at %s: nothing was written: %s\n", written[i].op,
						logins[role], where == OWN ? "an own place" : "another's",
						written[i].last);
					wrong++;
				}
	}
	assert_int_equal(wrong, 0);
}

static bool has_screen(const ViewOps *ops)
{
	const RoleScreen *screen = role_screens;
	while (screen->ops && screen->ops != ops)
		screen++;
	return screen->ops;
}

static void check_every_screen_is_asked(void **state)
{
	(void)state;
	wrong = 0;
	for (const ViewOps *const *view = view_list; *view; view++)
		if (!has_screen(*view)) {
			print_error("%s: who may what there?\n", (*view)->name);
			wrong++;
		}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(check_own, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(check_others, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test(check_all_written),
		cmocka_unit_test(check_every_screen_is_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
