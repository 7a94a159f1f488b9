// SPDX-License-Identifier: MIT
// Every operation of the screens as every role, on views of an own place and of another's: what the
// manual's table denies cannot be begun, and what it allows is not denied.
#include "unit/roles.h"

#include "tui/op.h"
#include "tui/views.h"
#include "unit/roles_app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROLES = 5 };
static const char *const logins[ROLES] = { "leader", "secretary", "office", "admin", "viewer" };

// In the order of logins, at an own place and at another's; typed from the manual.
typedef struct {
	const char *own, *others;
} Cells;
static const Cells all = { "yyyyy", "yyyyy" };
static const Cells ours = { "yyynn", "nnynn" };
static const Cells office = { "nnynn", "nnynn" };
static const Cells admin = { "nnnyn", "nnnyn" };
static const Cells leaders = { "ynnnn", "ynnnn" };
static const Cells lead = { "ynnnn", "nnnnn" };
static const Cells lead_or_office = { "ynynn", "nnynn" };
static const Cells author_or_office = { "yyynn", "yyynn" };

static const struct {
	const char *names; // separated by blanks
	const Cells *cells;
} expected[] = {
	// The grid of readings offers the rows that one may write, and none to others.
	{ "assignments-day attendance clause-open conclusion-meeting coverage directive-text "
	  "district-round gap-open meeting-open minutes minutes-versions month-earlier "
	  "month-later news open period-earlier period-later reading-grid readings remark-open "
	  "remark-thing reporter-open review-before round-next round-place round-previous search search-complete "
	  "succession task-open tasks-all tasks-filter tasks-group", &all },
	{ "progress-record progress-grid progress-withdraw reading-withdraw agenda-add agenda-carry agenda-remove meeting-cancel "
	  "agenda-offer agenda-take "
	  "agenda-rename attendance-add attendance-edit attendance-remove attendance-toggle "
	  "conclusion-add conclusion-task meeting-add meeting-edit meeting-end meeting-start review-add "
	  "review-edit review-submit remark-answer review-read review:open", &ours },
	{ "assign assignment-end body-add body-spread closing-carry closing-done closing-end closing-pick-undecided closing-run "
	  "closing-undecide handover indicator-add indicator-edit leaf-end leaf-extend leaf-resume "
	  "leaf-set meeting-finalise meeting-number meeting-reopen reminder-add report-extend report-withdraw "
	  "round-grid round-unchanged series-add series-edit succession-spread target-remove "
	  "target-set task-add task-edit task-gather task-spread", &office },
	{ "person-edit", &admin },
	{ "remark-seen remark-withdraw", &leaders },
	{ "review-approve", &lead },
	{ "review-return review-paper", &lead_or_office },
	{ "remark-task", &author_or_office },
};

static bool names_it(const char *names, const char *name)
{
	size_t n = strlen(name);
	for (const char *at = names; (at = strstr(at, name)); at += n)
		if ((at == names || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

static const Cells *cells_named(const char *name)
{
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++)
		if (names_it(expected[i].names, name))
			return expected[i].cells;
	return NULL;
}

// "view:operation" where one view's is another thing than the others'.
static const Cells *cells_of(const ViewOps *view, const Op *op)
{
	char name[96];
	snprintf(name, sizeof(name), "%s:%s", view->name, op->name);
	const Cells *own = cells_named(name);
	return own ? own : cells_named(op->name);
}

// Views ------------------------------------------------------------------------------------------

static int wrong;

static void check_op(World *w, View *view, const Op *op, bool loaded, int where, int role)
{
	Err err = ERR_INIT;
	const Cells *cells = cells_of(view->ops, op);
	if (!cells) {
		print_error("%s: %s has no expectation\n", view->ops->name, op->name);
		wrong++;
		return;
	}
	bool may = (where == OWN ? cells->own : cells->others)[role] == 'y';
	bool ok = loaded && op_check(view, op, &err);
	if (ok ? may : !may || !loaded || err.kind != ERR_DENIED)
		return;
	print_error("%s: %s as %s at %s: %s\n", view->ops->name, op->name, logins[role], w->region_code,
		ok ? "may be begun" : err.message);
	wrong++;
}

static void check_view(World *w, const ViewOps *ops, ViewArgs args, int where, int role)
{
	View view = { .ops = ops, .core = w->core, .args = args, .arena = ARENA_INIT };
	view.state = calloc(1, ops->state_size ? ops->state_size : 1);
	vec_init(&view.shown, sizeof(int));
	vec_init(&view.picked, sizeof(int64_t));
	view.app = roles_app_new(w->core, &view);
	fixture_as(w->f, logins[role]);
	bool loaded = (!ops->open || ops->open(&view, w->err)) && (!ops->load || ops->load(&view, w->err));
	if (!loaded && w->err->kind != ERR_DENIED)
		fail_msg("%s as %s: %s", ops->name, logins[role], w->err->message);
	err_clear(w->err);
	const Op *const tables[] = { ops->ops, ops->row_ops };
	for (int t = 0; t < 2; t++)
		for (const Op *op = tables[t]; op && op->name; op++)
			check_op(w, &view, op, loaded, where, role);
	if (ops->close)
		ops->close(&view);
	vec_release(&view.shown);
	vec_release(&view.picked);
	arena_release(&view.arena);
	roles_app_free(view.app);
	free(view.state);
}

static int64_t add_series(World *w)
{
	ReportAsked asked;
	ReportSeries series = { .code = "thang", .name = "Báo cáo tháng", .rhythm = RHYTHM_MONTH,
		.first_due = "2021-08-31" };
	world_as(w, "office");
	assert_done(report_asked_read(w->core, "all", "", w->arena, &asked, w->err), w->err);
	assert_done(report_series_add(w->core, &series, &asked, w->err), w->err);
	return series.id;
}

static int64_t add_indicator(World *w)
{
	Indicator indicator = { .code = "khach", .name = "Khách", .unit = "người" };
	assert_done(indicator_add(w->core, &indicator, w->err), w->err);
	return indicator.id;
}

static void check_place(Fixture *fixture, int where, const char *region, const char *district,
	const char *of)
{
	World w = { .f = fixture, .core = fixture->core, .err = &fixture->err, .arena = &fixture->arena,
		.region_code = region, .district_code = district, .lead = of };
	w.region = fixture_place(fixture, region);
	w.district = fixture_place(fixture, district);
	world_meeting(&w);
	world_review(&w);
	world_remark(&w);
	int64_t series = add_series(&w), indicator = add_indicator(&w);
	int64_t leaf = fixture_leaf(fixture, "2.1b", district);
	const struct {
		const ViewOps *ops;
		ViewArgs args;
	} views[] = {
		{ &region_view, { .id = w.region.region_id } },
		{ &district_view, { .id = w.district.district_id, .other_id = w.region.region_id } },
		{ &leaf_view, { .id = leaf } },
		{ &meeting_view, { .id = w.meeting.id } },
		{ &review_view, { .id = w.region.region_id, .code = "2021H2" } },
		{ &remark_view, { .id = w.remark.id } },
		{ &assignments_view, { 0 } },
		{ &person_view, { .id = world_person(&w, of) } },
		{ &rounds_view, { 0 } },
		{ &round_view, { .id = series, .code = "1" } },
		{ &indicators_view, { .id = w.region.region_id } },
		{ &indicator_view, { .id = indicator, .other_id = w.region.region_id } },
		{ &periods_view, { 0 } },
		{ &conclusions_view, { 0 } },
	};
	for (size_t i = 0; i < sizeof(views) / sizeof(*views); i++)
		for (int role = 0; role < ROLES; role++)
			check_view(&w, views[i].ops, views[i].args, where, role);
}

static void check_own(void **state)
{
	wrong = 0;
	world_add_lead(*state);
	check_place(*state, OWN, "hd", "kien-hai", "leader");
	assert_int_equal(wrong, 0);
}

static void check_others(void **state)
{
	wrong = 0;
	world_add_lead(*state);
	check_place(*state, OTHERS, "tsh", "tan-hiep", "other");
	assert_int_equal(wrong, 0);
}

static void check_every_operation_is_expected(void **state)
{
	(void)state;
	wrong = 0;
	for (const ViewOps *const *view = view_list; *view; view++) {
		const Op *const tables[] = { (*view)->ops, (*view)->row_ops };
		for (int t = 0; t < 2; t++)
			for (const Op *op = tables[t]; op && op->name; op++)
				if (!cells_of(*view, op)) {
					print_error("%s: who may %s?\n", (*view)->name, op->name);
					wrong++;
				}
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(check_own, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(check_others, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test(check_every_operation_is_expected),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
