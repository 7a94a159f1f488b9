// SPDX-License-Identifier: MIT
// The demo's story: how its files are read, and what the shipped ones hold.
#include "unit/config_tools.h"

#include "base/vec.h"
#include "config/demo_file.h"

#include <ctype.h>

// --- files that are refused --------------------------------------------------------------------

#define START "start = { day = \"2021-10-07\"; admin = \"a\"; office = \"a\"; };\n"
#define PEOPLE                                                                                     \
	"people = ( { code = \"a\"; name = \"A\"; post = \"P\"; roles = [ \"office\" ]; } );\n"
#define BASE START PEOPLE
#define BY "on = \"2021-11-01\"; by = \"a\"; "
#define ROWS(row) BASE "reports = ( { " BY "place = \"go-quao\"; rows = ( \"" row "\" ); } );\n"
#define MEETING(keys, items)                                                                       \
	BASE "meetings = ( { region = \"hd\"; kind = \"meeting\"; subject = \"S\";\n"              \
	     "held_on = \"2021-11-02\"; place = \"P\"; chair = \"a\"; recorder = \"a\";\n" keys    \
	     "\nagenda = ( { title = \"T\";\nconclusions = ( " items " ); } ); } );\n"
#define CLOSING(row)                                                                               \
	BASE "closings = ( { " BY "period = \"2021H2\"; decisions = ( \"" row "\" ); } );\n"
#define TASK(key) "{ key = \"" key "\"; text = \"C\"; due = \"2021-11-09\"; }"
#define STEP(keys)                                                                                 \
	BASE "reviews = ( { region = \"hd\"; period = \"2021H2\"; steps = (\n{ " BY keys           \
	     " } ); } );\n"

#define READINGS(keys)                                                                             \
	BASE "readings = ( { " BY "indicator = \"von\"; as_of = \"2021-10-31\";\n" keys " } );\n"

static const struct {
	const char *text;
	int line;
	const char *expected;
} refused[] = {
	{ START "peoples = ();\n", 2, "peoples" },
	{ CLOSING("1.1a go-quao"), 3, "1.1a go-quao" },
	{ CLOSING("1.1a go-quao carry 2022-06-30"), 3, "1.1a go-quao" },
	{ CLOSING("hd-x go-quao done: xong"), 3, "hd-x" },
	{ START START PEOPLE, 2, "hai lần" },
	{ START "people = ( { code = \"a\"; name = \"A\"; post = \"P\"; roles = [ \"king\" ]; } "
		");\n",
		2, "king" },
	{ START "people = ( { code = \"b\"; name = \"B\"; post = \"P\"; } );\n", 2, "“a”" },
	{ START "people = ( { code = \"a\"; name = \"A\"; post = \"P\"; },\n"
		"{ code = \"a\"; name = \"B\"; post = \"P\"; } );\n",
		3, "“a”" },
	{ BASE "assignments = ( { " BY "who = \"b\"; place = \"hd\"; } );\n", 3, "“b”" },
	{ BASE "assignments = ( { " BY "who = \"a\"; } );\n", 3, "serves" },
	{ BASE "assignments = ( { " BY "who = \"a\"; place = \"hd\"; serves = \"a\"; } );\n", 3,
		"serves" },
	{ BASE "assignments = ( { " BY "who = \"a\"; serves = \"c\"; } );\n", 3, "“c”" },
	{ BASE "handovers = ( { " BY "who = \"a\"; place = \"hd\"; } );\n", 3, "last_day" },
	{ BASE "assignments = ( { on = \"2021-10-06\"; by = \"a\"; who = \"a\"; place = \"hd\"; } "
	       ");\n",
		3, "2021-10-06" },
	{ BASE "assignments = ( { on = \"2021-11-31\"; by = \"a\"; who = \"a\"; place = \"hd\"; } "
	       ");\n",
		3, "2021-11-31" },
	{ ROWS("1.1a"), 3, "1.1a" },
	{ ROWS("1.1a doing"), 3, "phần-trăm" },
	{ ROWS("1.1a doing 101"), 3, "phần-trăm" },
	{ ROWS("1.1a doing 40 xong"), 3, "phần-trăm" },
	{ ROWS("1.1a doing 40:"), 3, "phần-trăm" },
	{ ROWS("1.1a, doing 40"), 3, "phần-trăm" },
	{ ROWS("1.1a, 1.1b doing 40: Hai việc."), 3, "phần-trăm" },
	{ ROWS("khong-co doing 40"), 3, "khong-co" },
	{ BASE "withdrawals = ( { " BY "place = \"hd\"; task = \"khong-co\"; } );\n", 3,
		"khong-co" },
	{ MEETING("planned_on = \"2021-11-03\";", TASK("k")), 5, "planned_on" },
	{ MEETING("written_on = \"2021-11-01\";", TASK("k")), 5, "written_on" },
	{ MEETING("final_on = \"2021-11-03\"; final_by = \"a\";", TASK("k")), 5, "final_on" },
	{ MEETING("written_on = \"2021-11-02\"; final_on = \"2021-11-03\";", TASK("k")), 5,
		"final_by" },
	{ MEETING("written_on = \"2021-11-02\"; present = [ \"z\" ];", TASK("k")), 3, "“z”" },
	{ MEETING("written_on = \"2021-11-02\";", TASK("k") ", " TASK("k")), 3, "“k”" },
	{ MEETING("", "{ text = \"C\"; due = \"2021-11-09\"; }"), 7, "key" },
	{ MEETING("", "{ key = \"k\"; text = \"C\"; }"), 7, "body" },
	{ READINGS("kind = \"guess\"; values = ( \"hd 1\" );"), 4, "estimate" },
	{ READINGS("values = ( \"rach-gia 812; ha-tien\" );"), 4, "ha-tien" },
	{ READINGS("values = ( \"rach-gia 812;; \" );"), 4, "mã-địa-phương" },
	{ STEP("do = \"burn\";"), 4, "begin" },
	{ STEP("do = \"write\"; section = 7; text = ( \"X\" );"), 4, "section" },
	{ STEP("do = \"propose\";"), 4, "marks" },
	{ STEP("do = \"return\";"), 4, "reason" },
};

static void test_refused(void **state)
{
	(void)state;
	TempFile temp;
	temp_open(&temp, "a.cfg");
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		Err err = ERR_INIT;
		Arena arena = ARENA_INIT;
		DemoStory story;
		temp_write(&temp, refused[i].text, strlen(refused[i].text));
		if (demo_read(temp.dir, &arena, &story, &err))
			fail_msg("accepted: %s", refused[i].text);
		assert_refused(&err, temp.path, refused[i].line, refused[i].expected);
		arena_release(&arena);
	}
	temp_close(&temp);
}

static void test_without_start(void **state)
{
	(void)state;
	TempFile temp;
	Err err = ERR_INIT;
	Arena arena = ARENA_INIT;
	DemoStory story;
	temp_open(&temp, "a.cfg");
	temp_write(&temp, PEOPLE, strlen(PEOPLE));
	assert_false(demo_read(temp.dir, &arena, &story, &err));
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(err.message, "start"));
	arena_release(&arena);
	temp_close(&temp);
}

// --- what is read ------------------------------------------------------------------------------

static const char small[] = BASE
	"reports = ( { on = \"2021-11-09\"; by = \"a\"; place = \"hd\"; as_of = \"2021-11-08\";\n"
	"  document = \"BC số 1\"; rows = ( \"1.1a,1.1b , k doing 40\", \"2.3b done 100: Đã xong: "
	"tốt.\" ); },\n"
	"{ on = \"2021-11-03\"; by = \"a\"; place = \"hd\"; rows = ( \"VPa not-started 0\" ); } "
	");\n"
	"assignments = ( { on = \"2021-11-03\"; by = \"a\"; who = \"a\"; place = \"hd\"; } );\n"
	"meetings = ( { region = \"hd\"; kind = \"meeting\"; subject = \"S\"; held_on = "
	"\"2021-11-02\";\n"
	"  place = \"P\"; chair = \"a\"; recorder = \"a\"; planned_on = \"2021-11-01\";\n"
	"  written_on = \"2021-11-03\"; final_on = \"2021-11-03\"; final_by = \"a\";\n"
	"  agenda = ( { title = \"T\"; proceedings = ( \"Một.\", \"Hai.\" );\n"
	"    conclusions = ( { text = \"N\"; }, { key = \"k\"; text = \"C\"; due = \"2021-11-09\"; "
	"} ); } );\n"
	"} );\n";

static void test_read(void **state)
{
	(void)state;
	static const DemoEventKind order[] = { DEMO_MEETING_PLAN, DEMO_ASSIGN, DEMO_MEETING_WRITE,
		DEMO_MEETING_FINAL, DEMO_REPORT, DEMO_REPORT };
	TempFile temp;
	Err err = ERR_INIT;
	Arena arena = ARENA_INIT;
	DemoStory story;
	temp_open(&temp, "a.cfg");
	temp_write(&temp, small, strlen(small));
	if (!demo_read(temp.dir, &arena, &story, &err))
		fail_msg("%s", err.message);
	assert_int_equal(story.events_n, sizeof(order) / sizeof(*order));
	for (size_t i = 0; i < story.events_n; i++)
		assert_int_equal(story.events[i].kind, order[i]);
	const DemoReport *report = story.events[5].report;
	assert_string_equal(report->as_of, "2021-11-08");
	assert_string_equal(story.events[4].report->as_of, "2021-11-03");
	assert_int_equal(report->rows_n, 2);
	assert_int_equal(report->rows[0].tasks.n, 3);
	assert_string_equal(report->rows[0].tasks.items[2], "k");
	assert_string_equal(report->rows[0].state, "doing");
	assert_int_equal(report->rows[0].percent, 40);
	assert_string_equal(report->rows[1].note, "Đã xong: tốt.");
	assert_string_equal(story.meetings[0]->agenda[0].proceedings, "Một.\nHai.");
	const DemoMeeting *meeting;
	const DemoConclusion *conclusion;
	assert_true(demo_conclusion(&story, "k", &meeting, &conclusion));
	assert_string_equal(conclusion->text, "C");
	assert_false(demo_conclusion(&story, "n", &meeting, &conclusion));
	assert_true(demo_task_is_key("k"));
	assert_false(demo_task_is_key("2.3b"));
	assert_false(demo_task_is_key("VPa"));
	arena_release(&arena);
	temp_close(&temp);
}

// --- the shipped story -------------------------------------------------------------------------

typedef struct {
	Arena arena;
	DemoStory story;
} Shipped;

static int read_shipped(void **state)
{
	static Shipped shipped;
	Err err = ERR_INIT;
	if (!demo_read("assets/demo", &shipped.arena, &shipped.story, &err)) {
		fprintf(stderr, "%s\n%s\n", err.message, err.hint);
		return -1;
	}
	*state = &shipped;
	return 0;
}

static int free_shipped(void **state)
{
	Shipped *shipped = *state;
	arena_release(&shipped->arena);
	return 0;
}

static const DemoStory *story_of(void **state)
{
	return &((const Shipped *)*state)->story;
}

static size_t words_in(const char *text)
{
	size_t words = 0;
	for (; *text; text++)
		words += *text != ' ' && *text != '\n' &&
			 (text[1] == ' ' || text[1] == '\n' || !text[1]);
	return words;
}

static size_t words_of(const DemoMeeting *meeting)
{
	size_t words = 0;
	for (size_t i = 0; i < meeting->agenda_n; i++) {
		const DemoAgendaItem *item = &meeting->agenda[i];
		words += words_in(item->title) + words_in(item->proceedings);
		for (size_t c = 0; c < item->conclusions_n; c++)
			words += words_in(item->conclusions[c].text);
	}
	return words;
}

static size_t users_with(const DemoStory *story, const char *role)
{
	size_t n = 0;
	for (size_t i = 0; i < story->people_n; i++)
		for (size_t r = 0; r < story->people[i].roles.n; r++)
			n += !*role || strcmp(story->people[i].roles.items[r], role) == 0;
	return n;
}

static void test_people(void **state)
{
	const DemoStory *story = story_of(state);
	static const char *const roles[] = { "leader", "secretary", "office", "admin", "viewer" };
	assert_in_range(users_with(story, ""), 38, 45);
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		assert_true(users_with(story, roles[i]) >= 2);
	assert_non_null(demo_person(story, story->start.office));
}

// Kiên Hải stays without anybody in charge.
static void test_assignments(void **state)
{
	const DemoStory *story = story_of(state);
	size_t places = 0;
	for (size_t i = 0; i < story->events_n; i++) {
		const DemoEvent *event = &story->events[i];
		if (event->kind != DEMO_ASSIGN || !*event->assignment->place)
			continue;
		assert_string_not_equal(event->assignment->place, "kien-hai");
		places++;
	}
	assert_int_equal(places, 4 + 14); // regions and districts; the one that changes hands is handed over
}

static size_t meetings_by(const DemoStory *story, const char *region, const char *day, bool final)
{
	size_t n = 0;
	for (size_t i = 0; i < story->meetings_n; i++) {
		const DemoMeeting *meeting = story->meetings[i];
		const char *on = final ? meeting->final_on : meeting->planned_on;
		bool open = !*meeting->final_on || strcmp(meeting->final_on, day) > 0;
		n += strcmp(meeting->region, region) == 0 && *on && strcmp(on, day) <= 0 &&
		     (final || open);
	}
	return n;
}

static void test_meetings(void **state)
{
	const DemoStory *story = story_of(state);
	static const char *const regions[] = { "tglx", "tsh", "umt", "hd" };
	size_t lengthy = 0;
	for (size_t i = 0; i < sizeof(regions) / sizeof(*regions); i++)
		assert_true(meetings_by(story, regions[i], "2021-11-23", true) >= 2);
	assert_true(meetings_by(story, "hd", "2021-11-23", false) >= 1);
	for (size_t i = 0; i < story->meetings_n; i++) {
		const DemoMeeting *meeting = story->meetings[i];
		lengthy += words_of(meeting) >= 600;
		assert_true(!*meeting->written_on || meeting->absent_n >= 1);
	}
	assert_true(lengthy >= 3);
}

// --- no sentence twice -------------------------------------------------------------------------

// Shorter ones are names of bodies and of states rather than sentences.
enum { SENTENCE_WORDS = 4 };

static void add_sentence(Vec *sentences, Arena *arena, const char *start, size_t n)
{
	char *sentence = arena_strndup(arena, start, n);
	for (char *c = sentence; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	if (words_in(sentence) >= SENTENCE_WORDS)
		*(const char **)vec_push(sentences) = sentence;
}

// A full stop within a number ends nothing.
static void add_text(Vec *sentences, Arena *arena, const char *text)
{
	const char *start = text;
	for (const char *c = text; *text; c++) {
		bool end = !*c || *c == '\n' || *c == ';' ||
			   (strchr(".!?", *c) && (c[1] == ' ' || c[1] == '\n' || !c[1]));
		if (!end)
			continue;
		add_sentence(sentences, arena, start, (size_t)(c - start));
		if (!*c)
			return;
		start = c + 1 + strspn(c + 1, " \n");
		c = start - 1;
	}
}

static void add_meeting(Vec *sentences, Arena *arena, const DemoMeeting *meeting)
{
	add_text(sentences, arena, meeting->subject);
	for (size_t i = 0; i < meeting->absent_n; i++)
		add_text(sentences, arena, meeting->absent[i].reason);
	for (size_t i = 0; i < meeting->agenda_n; i++) {
		const DemoAgendaItem *item = &meeting->agenda[i];
		add_text(sentences, arena, item->title);
		add_text(sentences, arena, item->proceedings);
		for (size_t c = 0; c < item->conclusions_n; c++) {
			add_text(sentences, arena, item->conclusions[c].text);
			add_text(sentences, arena, item->conclusions[c].words);
		}
	}
}

static void add_event(Vec *sentences, Arena *arena, const DemoEvent *event)
{
	if (event->kind == DEMO_REPORT)
		for (size_t i = 0; i < event->report->rows_n; i++)
			add_text(sentences, arena, event->report->rows[i].note);
	if (event->kind == DEMO_EXTEND)
		add_text(sentences, arena, event->extension->reason);
	if (event->kind == DEMO_REVIEW) {
		add_text(sentences, arena, event->review->text);
		add_text(sentences, arena, event->review->reason);
		for (size_t i = 0; i < event->review->marks_n; i++)
			add_text(sentences, arena, event->review->marks[i].reason);
	}
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The first that stands twice, or NULL.
static const char *repeated(const Vec *sentences)
{
	qsort(sentences->items, sentences->len, sizeof(const char *), compare_texts);
	for (size_t i = 1; i < sentences->len; i++) {
		const char *sentence = *(const char *const *)vec_at(sentences, i);
		if (strcmp(sentence, *(const char *const *)vec_at(sentences, i - 1)) == 0)
			return sentence;
	}
	return NULL;
}

static void test_no_sentence_twice(void **state)
{
	const DemoStory *story = story_of(state);
	Arena arena = ARENA_INIT;
	Vec sentences;
	vec_init(&sentences, sizeof(const char *));
	for (size_t i = 0; i < story->meetings_n; i++)
		add_meeting(&sentences, &arena, story->meetings[i]);
	for (size_t i = 0; i < story->events_n; i++)
		add_event(&sentences, &arena, &story->events[i]);
	assert_true(sentences.len > 500);
	const char *twice = repeated(&sentences);
	if (twice)
		fail_msg("twice: %s", twice);
	add_text(&sentences, &arena, "Xe 1.5 tấn chạy tốt. xe 1.5 tấn chạy tốt!");
	assert_non_null(repeated(&sentences));
	vec_release(&sentences);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest files[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_without_start),
		cmocka_unit_test(test_read),
	};
	const struct CMUnitTest shipped[] = {
		cmocka_unit_test(test_people),
		cmocka_unit_test(test_assignments),
		cmocka_unit_test(test_meetings),
		cmocka_unit_test(test_no_sentence_twice),
	};
	int failures = cmocka_run_group_tests(files, NULL, NULL);
	return failures + cmocka_run_group_tests(shipped, read_shipped, free_shipped);
}
