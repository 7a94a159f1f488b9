// SPDX-License-Identifier: MIT
// What is not yet everybody's is seen on no screen by those whom the manual's table denies it: open
// minutes, a review being written, marks that are not approved, and what was said of them.
#include "unit/roles.h"

#include "tui/views.h"
#include "unit/roles_app.h"

#include <stdio.h>
#include <string.h>

enum { ROLES = 5 };
static const char *const logins[ROLES] = { "leader", "secretary", "office", "admin", "viewer" };
static const char *const may_see[WHERE] = { "yyynn", "nnynn" }; // typed from the manual

// Each stands in one thing that is hidden.
static const struct {
	const char *word, *of;
} words[] = {
	{ "Zululand", "a meeting's subject" }, { "Zaire", "its agenda" }, { "Zanzibar", "its proceedings" },
	{ "Zambezi", "its conclusion" }, { "Zante", "its guest" }, { "Zagreb", "a remark on it" },
	{ "Zimbabwe", "a section being written" }, { "Zambia", "a mark's reason" },
};
enum { WORDS = sizeof(words) / sizeof(*words) };

static void hide(World *w)
{
	Meeting meeting;
	world_review(w);
	const MarkOf of = { w->district.district_id, REV_ANY };
	assert_done(review_propose(w->core, w->id, of, MARK_UNMET, "vì Zambia", w->err), w->err);
	world_meeting(w);
	meeting = w->meeting;
	meeting.subject = "Chuyện Zululand";
	assert_done(meeting_save(w->core, &meeting, w->arena, &(AttendanceMoved){ 0 }, w->err), w->err);
	assert_done(agenda_add(w->core, &(AgendaItem){ .meeting_id = w->id, .title = "Zaire" }, w->err), w->err);
	assert_done(attendance_add(w->core, &(Attendance){ .meeting_id = w->id, .name = "Zante" }, w->err),
		w->err);
	world_as(w, w->lead);
	w->remark = (Remark){ .thing = { NOUN_MEETING, w->meeting.id },
		.to = { NOUN_PERSON, world_person(w, "office") }, .text = "Xem lại Zagreb", .due = "2021-11-25" };
	assert_done(remark_add(w->core, &w->remark, w->err), w->err);
}

// Screens ------------------------------------------------------------------------------------------

static int wrong;
static bool shown[WORDS][WHERE][ROLES];

static void look(World *w, const ViewOps *ops, ViewArgs args, const char *typed, int where, int role)
{
	Err err = ERR_INIT;
	Buf screen = BUF_INIT;
	App *app = roles_app_new(w->core, ops, &args, &err);
	if (!app && err.kind != ERR_DENIED)
		fail_msg("%s as %s: %s", ops->name, logins[role], err.message);
	if (app && typed)
		roles_app_type(app, typed, &err);
	if (app)
		roles_app_shown(app, &screen);
	for (int i = 0; i < WORDS; i++) {
		// What one has typed oneself tells nothing.
		bool seen = screen.len && (!typed || strcmp(typed, words[i].word) != 0) &&
			    strstr(screen.bytes, words[i].word);
		shown[i][where][role] |= seen;
		if (seen && may_see[where][role] != 'y') {
			print_error("%s as %s at %s: shows %s\n", ops->name, logins[role], w->region_code,
				words[i].of);
			wrong++;
		}
	}
	buf_release(&screen);
	if (app)
		roles_app_free(app);
}

// The word's beginning finds it too, and what is found is shown whole.
static void look_in_search(World *w, int where, int role)
{
	for (int i = 0; i < WORDS; i++) {
		char typed[16];
		snprintf(typed, sizeof(typed), "%.*s", (int)strlen(words[i].word) - 2, words[i].word);
		look(w, &search_view, (ViewArgs){ 0 }, typed, where, role);
	}
}

static void look_in_history(World *w, int where, int role)
{
	const Thing things[] = { { NOUN_MEETING, w->meeting.id }, { NOUN_REVIEW, w->review.id },
		{ NOUN_REMARK, w->remark.id }, { NOUN_REGION, w->region.region_id },
		{ NOUN_DISTRICT, w->district.district_id }, { NOUN_PERSON, world_person(w, w->lead) } };
	for (size_t i = 0; i < sizeof(things) / sizeof(*things); i++) {
		ViewArgs args = { .id = things[i].id };
		snprintf(args.code, sizeof(args.code), "%s", nouns[things[i].noun].table);
		look(w, &history_view, args, NULL, where, role);
	}
}

static void look_everywhere(World *w, int where, int role)
{
	const int64_t since = core_first_instant(w->core, (Date){ 2021, 11, 1 });
	const struct {
		const ViewOps *ops;
		ViewArgs args;
	} screens[] = {
		{ &home_view, { 0 } },
		{ &region_view, { .id = w->region.region_id } },
		{ &district_view, { .id = w->district.district_id, .other_id = w->region.region_id } },
		{ &leaf_view, { .id = fixture_leaf(w->f, "2.1b", w->district_code) } },
		{ &meeting_view, { .id = w->meeting.id } },
		{ &minutes_versions_view, { .id = w->meeting.id } },
		{ &agenda_offer_view, { .id = w->meeting.id } },
		{ &review_view, { .id = w->region.region_id, .code = "2021H2" } },
		{ &review_text_view, { .id = w->region.region_id, .code = "2021H2" } },
		{ &review_overview_view, { .code = "2021H2" } },
		{ &tasks_view, { 0 } },
		{ &closing_view, { 0 } },
		{ &news_view, { .id = since } },
		{ &calendar_view, { .code = "2021-11-20" } },
		{ &conclusions_view, { 0 } },
		{ &remarks_view, { 0 } },
		{ &remark_view, { .id = w->remark.id } },
		{ &assignments_view, { 0 } },
		{ &person_view, { .id = world_person(w, w->lead) } },
	};
	fixture_as(w->f, logins[role]);
	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++)
		look(w, screens[i].ops, screens[i].args, NULL, where, role);
	look_in_history(w, where, role);
	look_in_search(w, where, role);
}

static void check_seen(int where)
{
	for (int i = 0; i < WORDS; i++)
		for (int role = 0; role < ROLES; role++)
			if (may_see[where][role] == 'y' && !shown[i][where][role]) {
				print_error("%s does not see %s\n", logins[role], words[i].of);
				wrong++;
			}
	assert_int_equal(wrong, 0);
}

static void check_place(Fixture *fixture, const char *region, const char *district, const char *of,
	int where)
{
	World w = { .f = fixture, .core = fixture->core, .err = &fixture->err, .arena = &fixture->arena,
		.region_code = region, .district_code = district, .lead = of };
	wrong = 0;
	world_add_lead(fixture);
	w.region = fixture_place(fixture, region);
	w.district = fixture_place(fixture, district);
	hide(&w);
	for (int role = 0; role < ROLES; role++)
		look_everywhere(&w, where, role);
	check_seen(where);
}

static void check_own(void **state)
{
	check_place(*state, "hd", "kien-hai", "leader", OWN);
}

static void check_others(void **state)
{
	check_place(*state, "tsh", "tan-hiep", "other", OTHERS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(check_own, fixture_setup_directive, fixture_teardown),
		cmocka_unit_test_setup_teardown(check_others, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
