// SPDX-License-Identifier: MIT
// The text of minutes, and what of it is kept each time they become final:
//
//	BIÊN BẢN: Hội nghị, Hải đảo         the title
//	Số: 01-BB/TU                        one field to a line
//	…
//
//	THÀNH PHẦN DỰ                       headings; what they are about is indented
//	  Có mặt (5):
//	    đ/c Trần Thị Hà, Bí thư …
//	…
//
// It is a paper of the Party: its words are Vietnamese whatever the screen speaks, and never change.
#include "base/buf.h"
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/patch.h"
#include "core/right.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	Core *core;
	Arena *arena;
	Meeting meeting;
	Vec items, people, conclusions;
} Paper;

static void paper_init(Paper *paper, Core *core, Arena *arena)
{
	*paper = (Paper){ .core = core, .arena = arena };
	vec_init(&paper->items, sizeof(AgendaItem));
	vec_init(&paper->people, sizeof(Attendance));
	vec_init(&paper->conclusions, sizeof(Conclusion));
}

static void paper_release(Paper *paper)
{
	vec_release(&paper->items);
	vec_release(&paper->people);
	vec_release(&paper->conclusions);
}

static bool read_places(Paper *paper, Conclusion *conclusion, Err *err)
{
	Buf places = BUF_INIT;
	Stmt *stmt = db_query(core_db(paper->core), Q_MINUTES_PLACES);
	stmt_int(stmt, conclusion->task_id);
	while (stmt_row(stmt))
		buf_addf(&places, "%s%s", places.len ? ", " : "", stmt_get_text(stmt, 0));
	conclusion->places = arena_strdup(paper->arena, places.bytes);
	buf_release(&places);
	return stmt_done(stmt, err);
}

static bool read_conclusions(Paper *paper, int64_t id, Err *err)
{
	bool ok = conclusion_list(paper->core, id, paper->arena, &paper->conclusions, err);
	for (size_t i = 0; ok && i < paper->conclusions.len; i++)
		ok = read_places(paper, vec_at(&paper->conclusions, i), err);
	return ok;
}

static bool paper_read(Paper *paper, int64_t id, Err *err)
{
	return meeting_get(paper->core, id, paper->arena, &paper->meeting, err) &&
	       agenda_list(paper->core, id, paper->arena, &paper->items, err) &&
	       attendance_list(paper->core, id, paper->arena, &paper->people, err) &&
	       read_conclusions(paper, id, err);
}

// Writing ---------------------------------------------------------------------------------------

static const char *day_of(Arena *arena, const char *iso)
{
	Date day;
	char shown[11];
	if (!date_parse(iso, &day))
		return iso;
	date_show(day, shown);
	return arena_strdup(arena, shown);
}

static const char *person_of(Arena *arena, const char *name, const char *post)
{
	if (!*name)
		return "";
	return arena_printf(arena, VN_("đ/c %s%s%s"), name, *post ? ", " : "", post);
}

static void add_field(Buf *out, const char *label, const char *value)
{
	if (*value)
		buf_addf(out, "%s: %s\n", label, value);
}

static void add_indented(Buf *out, const char *indent, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		if (n) {
			buf_adds(out, indent);
			buf_add(out, text, n);
			buf_addch(out, '\n');
		}
		text += n + (text[n] == '\n');
	}
}

static void add_head(const Paper *paper, Buf *out)
{
	static const char *const kinds[] = {
		[MEETING_WORK] = VN_("Buổi làm việc"),
		[MEETING_CONFERENCE] = VN_("Hội nghị"),
		[MEETING_SURVEY] = VN_("Khảo sát"),
	};
	const Meeting *meeting = &paper->meeting;
	Arena *arena = paper->arena;
	const char *times = *meeting->ends
				    ? arena_printf(arena, "%s–%s", meeting->starts, meeting->ends)
				    : meeting->starts;
	buf_addf(out, VN_("BIÊN BẢN: %s, %s\n"), kinds[meeting->kind], meeting->region);
	add_field(out, VN_("Số"), *meeting->number ? meeting->number : VN_("(chưa có số)"));
	add_field(out, VN_("Nội dung"), meeting->subject);
	add_field(out, VN_("Thời gian"),
		arena_printf(arena, "%s%s%s", day_of(arena, meeting->held_on), *times ? ", " : "",
			times));
	add_field(out, VN_("Địa điểm"), meeting->place);
	add_field(out, VN_("Chủ trì"), person_of(arena, meeting->chair, meeting->chair_post));
	add_field(out, VN_("Ghi biên bản"), person_of(arena, meeting->recorder, meeting->recorder_post));
}

static void add_group(const Paper *paper, AttendanceStatus status, const char *label, Buf *out)
{
	int n = 0;
	Buf names = BUF_INIT;
	for (size_t i = 0; i < paper->people.len; i++) {
		const Attendance *person = vec_at(&paper->people, i);
		if (person->status != status)
			continue;
		n++;
		buf_addf(&names, "    %s%s%s\n",
			person->person_id ? person_of(paper->arena, person->name, person->post)
					  : person->name,
			*person->reason ? ": " : "", person->reason);
	}
	if (n)
		buf_addf(out, "  %s (%d):\n%s", label, n, names.bytes);
	buf_release(&names);
}

static void add_items(const Paper *paper, Buf *out)
{
	buf_adds(out, VN_("\nNỘI DUNG VÀ DIỄN BIẾN\n"));
	for (size_t i = 0; i < paper->items.len; i++) {
		const AgendaItem *item = vec_at(&paper->items, i);
		buf_addf(out, "%s%zu. %s%s\n", i ? "\n" : "", i + 1, item->title,
			item->carried_over ? VN_(" (chuyển kỳ sau)") : "");
		add_indented(out, "    ", *item->proceedings ? item->proceedings : VN_("(chưa ghi diễn biến)"));
	}
}

static void add_task(const Paper *paper, const Conclusion *conclusion, Buf *out)
{
	buf_addf(out, VN_("      Nhiệm vụ %s"), conclusion->task_code);
	if (*conclusion->body)
		buf_addf(out, VN_("; chủ trì: %s"), conclusion->body);
	if (*conclusion->due)
		buf_addf(out, VN_("; hạn: %s"), day_of(paper->arena, conclusion->due));
	if (*conclusion->places)
		buf_addf(out, VN_("; tại: %s"), conclusion->places);
	buf_addch(out, '\n');
}

static void add_conclusions(const Paper *paper, Buf *out)
{
	buf_adds(out, VN_("\nKẾT LUẬN\n"));
	if (!paper->conclusions.len)
		buf_adds(out, VN_("  (chưa có kết luận)\n"));
	for (size_t i = 0; i < paper->conclusions.len; i++) {
		const Conclusion *conclusion = vec_at(&paper->conclusions, i);
		buf_addf(out, "  %d. %s\n", conclusion->position, conclusion->text);
		if (conclusion->task_id)
			add_task(paper, conclusion, out);
	}
}

// Who answers for it, as at the foot of the paper.
static void add_signers(const Paper *paper, Buf *out)
{
	const Meeting *meeting = &paper->meeting;
	if (*meeting->recorder)
		buf_addf(out, VN_("\nNGƯỜI GHI BIÊN BẢN\n  %s\n"), meeting->recorder);
	if (*meeting->chair)
		buf_addf(out, VN_("\nCHỦ TRÌ\n  %s\n"), meeting->chair);
}

static void write_paper(const Paper *paper, Buf *out)
{
	add_head(paper, out);
	buf_adds(out, VN_("\nTHÀNH PHẦN DỰ\n"));
	add_group(paper, ATTENDANCE_PRESENT, VN_("Có mặt"), out);
	add_group(paper, ATTENDANCE_ABSENT, VN_("Vắng"), out);
	add_group(paper, ATTENDANCE_GUEST, VN_("Khách mời"), out);
	add_items(paper, out);
	add_conclusions(paper, out);
	add_signers(paper, out);
}

static bool compose(Core *core, int64_t id, Arena *arena, const char **out, Err *err)
{
	Paper paper;
	Buf text = BUF_INIT;
	paper_init(&paper, core, arena);
	bool ok = paper_read(&paper, id, err);
	if (ok) {
		write_paper(&paper, &text);
		*out = arena_strdup(arena, text.bytes);
	}
	buf_release(&text);
	paper_release(&paper);
	return ok;
}

static bool frozen(Core *core, int64_t id, Arena *arena, const char **out, Err *err)
{
	*out = "";
	Stmt *stmt = db_query(core_db(core), Q_MINUTES_TEXT);
	stmt_int(stmt, id);
	if (stmt_row(stmt))
		*out = stmt_get_string(stmt, 0, arena);
	return stmt_done(stmt, err);
}

bool meeting_text(Core *core, int64_t id, Arena *arena, const char **out, Err *err)
{
	*out = "";
	return meeting_check_read(core, id, err) && frozen(core, id, arena, out, err) &&
	       (**out || compose(core, id, arena, out, err));
}

// Versions --------------------------------------------------------------------------------------

static void add_person(json_t *people, int64_t id, const char *name, const char *post)
{
	char key[24];
	if (!id)
		return;
	snprintf(key, sizeof(key), "%lld", (long long)id);
	json_object_set_new(people, key, json_pack("{s:s, s:s}", "name", name, "post", post));
}

static char *people_of(const Paper *paper)
{
	const Meeting *meeting = &paper->meeting;
	json_t *people = json_object();
	add_person(people, meeting->chair_id, meeting->chair, meeting->chair_post);
	add_person(people, meeting->recorder_id, meeting->recorder, meeting->recorder_post);
	for (size_t i = 0; i < paper->people.len; i++) {
		const Attendance *person = vec_at(&paper->people, i);
		add_person(people, person->person_id, person->name, person->post);
	}
	char *text = json_dumps(people, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(people);
	return text;
}

// Of each that is a task, what the minutes say of it.
static char *conclusions_of(const Paper *paper)
{
	char key[24];
	json_t *conclusions = json_object();
	for (size_t i = 0; i < paper->conclusions.len; i++) {
		const Conclusion *conclusion = vec_at(&paper->conclusions, i);
		if (!conclusion->task_id)
			continue;
		snprintf(key, sizeof(key), "%lld", (long long)conclusion->id);
		json_object_set_new(conclusions, key, json_pack("{s:s, s:s, s:s}", "lead", conclusion->body,
			"due", conclusion->due, "places", conclusion->places));
	}
	char *text = json_dumps(conclusions, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(conclusions);
	return text;
}

static void insert(Change *change, const Paper *paper, const char *text, int64_t last)
{
	int64_t id;
	char *people = people_of(paper), *conclusions = conclusions_of(paper);
	const Actor *actor = core_actor(paper->core);
	Stmt *stmt = change_insert(change, NOUN_MINUTES, &id);
	stmt_int(stmt, paper->meeting.id);
	stmt_int(stmt, last + 1);
	stmt_text(stmt, paper->meeting.number);
	stmt_text(stmt, paper->meeting.region);
	stmt_text(stmt, text);
	stmt_text(stmt, people);
	stmt_text(stmt, conclusions);
	stmt_int(stmt, actor->id);
	stmt_text(stmt, actor->name);
	stmt_int(stmt, core_now(paper->core));
	stmt_int_or_null(stmt, 0); // reopened by
	stmt_text(stmt, "");
	stmt_int_or_null(stmt, 0); // reopened at
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	free(people);
	free(conclusions);
}

static bool scalar_of(Core *core, QueryId query, int64_t meeting_id, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), query);
	stmt_int(stmt, meeting_id);
	return db_scalar(stmt, 0, out, err);
}

void minutes_freeze(Change *change, int64_t meeting_id)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Paper paper;
	Buf text = BUF_INIT;
	int64_t last = 0;
	if (change_failed(change))
		return;
	Core *core = change_core(change);
	paper_init(&paper, core, &arena);
	if (paper_read(&paper, meeting_id, &err) &&
		scalar_of(core, Q_MINUTES_LAST, meeting_id, &last, &err)) {
		write_paper(&paper, &text);
		insert(change, &paper, text.bytes, last);
	} else {
		change_fail(change, &err);
	}
	buf_release(&text);
	paper_release(&paper);
	arena_release(&arena);
}

void minutes_thaw(Change *change, int64_t meeting_id, const char *reason)
{
	Err err = ERR_INIT;
	int64_t id = 0;
	if (change_failed(change))
		return;
	Core *core = change_core(change);
	if (!scalar_of(core, Q_MINUTES_STANDING, meeting_id, &id, &err))
		change_fail(change, &err);
	else if (id)
		change_patch(change, NOUN_MINUTES, id, REV_ANY,
			json_pack("{s:o, s:s, s:o, s:s}", "reopened_by",
				json_id(core_actor(core)->id), "reopened_name",
				core_actor(core)->name, "reopened_at",
				json_integer(core_now(core)), "reason", reason));
}

bool meeting_versions(Core *core, int64_t id, Arena *arena, Vec *out, Err *err)
{
	if (!meeting_check_read(core, id, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_MINUTES_VERSIONS);
	stmt_int(stmt, id);
	while (stmt_row(stmt))
		*(MinutesVersion *)vec_push(out) = (MinutesVersion){
			.id = stmt_get_int(stmt, 0),
			.version = (int)stmt_get_int(stmt, 1),
			.number = stmt_get_string(stmt, 2, arena),
			.text = stmt_get_string(stmt, 3, arena),
			.finalized_by = stmt_get_string(stmt, 4, arena),
			.finalized_at = stmt_get_int(stmt, 5),
			.reopened_by = stmt_get_string(stmt, 6, arena),
			.reopened_at = stmt_get_int(stmt, 7),
			.reason = stmt_get_string(stmt, 8, arena),
		};
	return stmt_done(stmt, err);
}
