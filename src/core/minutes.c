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

static bool paper_read(Paper *paper, int64_t id, Err *err)
{
	return meeting_get(paper->core, id, paper->arena, &paper->meeting, err) &&
	       agenda_list(paper->core, id, paper->arena, &paper->items, err) &&
	       attendance_list(paper->core, id, paper->arena, &paper->people, err) &&
	       conclusion_list(paper->core, id, paper->arena, &paper->conclusions, err);
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

// A task's line, which is read again once it is frozen.
static const char conclusions_head[] = VN_("\nKẾT LUẬN\n");
static const char task_label[] = VN_("      Nhiệm vụ ");
static const char lead_label[] = VN_("; chủ trì: ");
static const char due_label[] = VN_("; hạn: ");
static const char places_label[] = VN_("; tại: ");

static bool add_places(const Paper *paper, int64_t task_id, Buf *out, Err *err)
{
	const char *before = places_label;
	Stmt *stmt = db_query(core_db(paper->core), Q_MINUTES_PLACES);
	stmt_int(stmt, task_id);
	while (stmt_row(stmt)) {
		buf_addf(out, "%s%s", before, stmt_get_text(stmt, 0));
		before = ", ";
	}
	return stmt_done(stmt, err);
}

static bool add_task(const Paper *paper, const Conclusion *conclusion, Buf *out, Err *err)
{
	buf_addf(out, "%s%s", task_label, conclusion->task_code);
	if (*conclusion->body)
		buf_addf(out, "%s%s", lead_label, conclusion->body);
	if (*conclusion->due)
		buf_addf(out, "%s%s", due_label, day_of(paper->arena, conclusion->due));
	bool ok = add_places(paper, conclusion->task_id, out, err);
	buf_addch(out, '\n');
	return ok;
}

static bool add_conclusions(const Paper *paper, Buf *out, Err *err)
{
	bool ok = true;
	buf_adds(out, conclusions_head);
	if (!paper->conclusions.len)
		buf_adds(out, VN_("  (chưa có kết luận)\n"));
	for (size_t i = 0; ok && i < paper->conclusions.len; i++) {
		const Conclusion *conclusion = vec_at(&paper->conclusions, i);
		buf_addf(out, "  %d. %s\n", conclusion->position, conclusion->text);
		ok = !conclusion->task_id || add_task(paper, conclusion, out, err);
	}
	return ok;
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

static bool write_paper(const Paper *paper, Buf *out, Err *err)
{
	add_head(paper, out);
	buf_adds(out, VN_("\nTHÀNH PHẦN DỰ\n"));
	add_group(paper, ATTENDANCE_PRESENT, VN_("Có mặt"), out);
	add_group(paper, ATTENDANCE_ABSENT, VN_("Vắng"), out);
	add_group(paper, ATTENDANCE_GUEST, VN_("Khách mời"), out);
	add_items(paper, out);
	if (!add_conclusions(paper, out, err))
		return false;
	add_signers(paper, out);
	return true;
}

static bool compose(Core *core, int64_t id, Arena *arena, const char **out, Err *err)
{
	Paper paper;
	Buf text = BUF_INIT;
	paper_init(&paper, core, arena);
	bool ok = paper_read(&paper, id, err) && write_paper(&paper, &text, err);
	if (ok)
		*out = arena_strdup(arena, text.bytes);
	buf_release(&text);
	paper_release(&paper);
	return ok;
}

bool minutes_frozen(Core *core, int64_t id, Arena *arena, const char **out, Err *err)
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
	return meeting_check_read(core, id, err) && minutes_frozen(core, id, arena, out, err) &&
	       (**out || compose(core, id, arena, out, err));
}

// What was frozen, read again ---------------------------------------------------------------------

const char *minutes_thaw_region(const char *title)
{
	const char *comma = strstr(title, ", ");
	return comma ? comma + 2 : "";
}

// After the label, until one of those that may follow; "" where the line does not have it.
static const char *part_of(const char *line, const char *label, Arena *arena)
{
	static const char *const labels[] = { lead_label, due_label, places_label };
	const char *from = strstr(line, label);
	if (!from)
		return "";
	from += strlen(label);
	size_t n = strlen(from);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++) {
		const char *next = strstr(from, labels[i]);
		if (next && (size_t)(next - from) < n)
			n = (size_t)(next - from);
	}
	return arena_strndup(arena, from, n);
}

static const char *iso_of(const char *shown, Arena *arena)
{
	int day, month, year;
	char iso[11];
	if (sscanf(shown, "%2d/%2d/%4d", &day, &month, &year) != 3)
		return "";
	date_iso((Date){ .year = year, .month = month, .day = day }, iso);
	return arena_strdup(arena, iso);
}

void minutes_thaw_conclusion(const char *frozen, Conclusion *conclusion, Arena *arena)
{
	const char *at = strstr(frozen, conclusions_head);
	const char *head = arena_printf(arena, "\n%s%s", task_label, conclusion->task_code);
	size_t n = strlen(head);
	while (at && (at = strstr(at, head)) && at[n] != ';' && at[n] != '\n')
		at += n; // another code that begins alike
	if (!at)
		return;
	const char *line = arena_strndup(arena, at + n, strcspn(at + n, "\n"));
	conclusion->frozen = true;
	conclusion->body = part_of(line, lead_label, arena);
	conclusion->due = iso_of(part_of(line, due_label, arena), arena);
	conclusion->places = part_of(line, places_label, arena);
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

static void insert(Change *change, const Paper *paper, const char *text, int64_t last)
{
	int64_t id;
	char *people = people_of(paper);
	Stmt *stmt = change_insert(change, NOUN_MINUTES, &id);
	stmt_int(stmt, paper->meeting.id);
	stmt_int(stmt, last + 1);
	stmt_text(stmt, paper->meeting.number);
	stmt_text(stmt, text);
	stmt_text(stmt, people);
	stmt_int(stmt, core_actor(paper->core)->id);
	stmt_int(stmt, core_now(paper->core));
	stmt_int_or_null(stmt, 0); // reopened by
	stmt_int_or_null(stmt, 0); // reopened at
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	free(people);
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
	if (paper_read(&paper, meeting_id, &err) && write_paper(&paper, &text, &err) &&
		scalar_of(core, Q_MINUTES_LAST, meeting_id, &last, &err))
		insert(change, &paper, text.bytes, last);
	else
		change_fail(change, &err);
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
			json_pack("{s:o, s:o, s:s}", "reopened_by", json_id(core_actor(core)->id),
				"reopened_at", json_integer(core_now(core)), "reason", reason));
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
