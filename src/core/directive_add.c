// SPDX-License-Identifier: MIT
// Stores what a directive file says. Everything is looked up and checked before the write begins.
#include "core/directive.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/directive_indicator.h"
#include "core/org.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <stdlib.h>
#include <string.h>

// A code and the id that stands for it.
typedef struct {
	const char *code;
	int64_t id;
} Known;

// The places of one task: a run of Loader.places.
typedef struct {
	size_t first, count;
} Run;

typedef struct {
	Core *core;
	const NewDirective *wanted;
	size_t length;  // of the text
	Arena arena;
	Vec bodies;     // of Known: those that are there, then the file's own
	Vec clauses;    // of Known, in the file's order
	Vec regions;    // of Region
	Vec districts;  // of District
	Vec places;     // of Place, task by task
	Vec runs;       // of Run, one for each task
	DirectiveIndicators indicators;
} Loader;

static void loader_init(Loader *loader, Core *core, const NewDirective *wanted)
{
	*loader = (Loader){ .core = core, .wanted = wanted, .arena = ARENA_INIT };
	vec_init(&loader->bodies, sizeof(Known));
	vec_init(&loader->clauses, sizeof(Known));
	vec_init(&loader->regions, sizeof(Region));
	vec_init(&loader->districts, sizeof(District));
	vec_init(&loader->places, sizeof(Place));
	vec_init(&loader->runs, sizeof(Run));
}

static void loader_release(Loader *loader)
{
	vec_release(&loader->bodies);
	vec_release(&loader->clauses);
	vec_release(&loader->regions);
	vec_release(&loader->districts);
	vec_release(&loader->places);
	vec_release(&loader->runs);
	arena_release(&loader->arena);
}

static Known *known_find(const Vec *list, const char *code)
{
	for (size_t i = 0; i < list->len; i++) {
		Known *known = vec_at(list, i);
		if (strcmp(known->code, code) == 0)
			return known;
	}
	return NULL;
}

static int64_t known_id(const Vec *list, const char *code)
{
	const Known *known = known_find(list, code);
	return known ? known->id : 0;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// --- checks ----------------------------------------------------------------------------------

static bool check_taken(Core *core, const Directive *directive, Err *err)
{
	int64_t taken = 0;
	Stmt *stmt = db_query(core_db(core), Q_DIRECTIVE_TAKEN);
	stmt_text(stmt, directive->number);
	stmt_text(stmt, directive->issued_on);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Văn bản %s ngày %s đã có."), directive->number,
		directive->issued_on);
	return err_hint(err, "%s", taken == 1 ? tr("Không nạp lại; chưa ghi gì.") :
						tr("Văn bản đã gỡ; hoàn tác việc gỡ thay vì nạp lại."));
}

static bool check_text(Loader *loader, Err *err)
{
	const char *text = loader->wanted->directive.text;
	Date issued;
	loader->length = strlen(or_empty(text));
	if (!date_parse(loader->wanted->directive.issued_on, &issued)) {
		err_set(err, ERR_INVALID, tr("Ngày văn bản “%.40s” không phải là một ngày."),
			loader->wanted->directive.issued_on);
		return err_field(err, "date");
	}
	if (!loader->length) {
		err_set(err, ERR_INVALID, tr("Văn bản %s không có nội dung."),
			loader->wanted->directive.number);
		return err_field(err, "text");
	}
	// Ranges are of the text as given; were it cleaned here, they would point elsewhere.
	if (strcmp(text_clean_arena(&loader->arena, text, CLEAN_TEXT), text) == 0)
		return true;
	err_set(err, ERR_INVALID, tr("Nội dung văn bản %s chưa được làm sạch."),
		loader->wanted->directive.number);
	return err_field(err, "text");
}

static bool check_range(const Loader *loader, const char *code, Range range, Err *err)
{
	const char *text = loader->wanted->directive.text;
	bool inside = range.start < range.end && range.end <= loader->length;
	if (inside && ((unsigned char)text[range.start] & 0xC0) != 0x80 &&
		((unsigned char)text[range.end] & 0xC0) != 0x80)
		return true;
	return err_set(err, ERR_INVALID, tr("%s: đoạn trích nằm ngoài văn bản."), code);
}

static bool check_clauses(Loader *loader, Err *err)
{
	for (size_t i = 0; i < loader->wanted->clauses_n; i++) {
		const NewClause *clause = &loader->wanted->clauses[i];
		if (!check_range(loader, clause->code, clause->range, err))
			return false;
		if (known_find(&loader->clauses, clause->code))
			return err_set(err, ERR_INVALID, tr("Điểm %s có hai lần."), clause->code);
		if (*or_empty(clause->parent) && !known_find(&loader->clauses, clause->parent))
			return err_set(err, ERR_INVALID, tr("Điểm %s: không có điểm cha %s đứng trước."),
				clause->code, clause->parent);
		*(Known *)vec_push(&loader->clauses) = (Known){ .code = clause->code };
	}
	return true;
}

static bool check_bodies(const Loader *loader, const char *task, const char *const *codes, size_t n,
	Err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!known_find(&loader->bodies, codes[i]))
			return err_set(err, ERR_NOT_FOUND, tr("Nhiệm vụ %s: không có cơ quan “%s”."), task,
				codes[i]);
	return true;
}

static bool check_deadline(const NewTask *task, Err *err)
{
	Date due;
	if (!*deadline_kind_name(or_empty(task->deadline_kind)))
		return err_set(err, ERR_INVALID, tr("Nhiệm vụ %s: không có loại thời hạn “%s”."), task->code,
			or_empty(task->deadline_kind));
	if (!*or_empty(task->due))
		return true;
	if (strcmp(task->deadline_kind, "date") != 0 && strcmp(task->deadline_kind, "period") != 0)
		return err_set(err, ERR_INVALID, tr("Nhiệm vụ %s: thời hạn %s không có ngày cuối."),
			task->code, deadline_kind_name(task->deadline_kind));
	return date_parse(task->due, &due) || err_set(err, ERR_INVALID,
						       tr("Nhiệm vụ %s: hạn “%s” không phải là một ngày."),
						       task->code, task->due);
}

static bool check_citations(const Loader *loader, const NewTask *task, Err *err)
{
	int quotes = 0;
	for (size_t i = 0; i < task->citations_n; i++) {
		if (!check_range(loader, task->code, task->citations[i].range, err))
			return false;
		quotes += strcmp(task->citations[i].part, "quote") == 0;
	}
	return quotes == 1 || err_set(err, ERR_INVALID,
				       tr("Nhiệm vụ %s: cần đúng một đoạn trích, đang có %d."), task->code,
				       quotes);
}

static bool check_code(const Loader *loader, const NewTask *task, Err *err)
{
	for (const NewTask *other = loader->wanted->tasks; other < task; other++)
		if (strcmp(other->code, task->code) == 0)
			return err_set(err, ERR_INVALID, tr("Mã nhiệm vụ %s có hai lần."), task->code);
	return true;
}

static bool check_task(const Loader *loader, const NewTask *task, Err *err)
{
	if (!known_find(&loader->clauses, task->clause))
		return err_set(err, ERR_NOT_FOUND, tr("Nhiệm vụ %s: không có điểm %s."), task->code,
			task->clause);
	return check_code(loader, task, err) && check_citations(loader, task, err) &&
	       check_deadline(task, err) &&
	       check_bodies(loader, task->code, task->leads, task->leads_n, err) &&
	       check_bodies(loader, task->code, task->cooperating, task->cooperating_n, err);
}

// --- looking up ------------------------------------------------------------------------------

static bool load_bodies(Loader *loader, Err *err)
{
	Vec there;
	vec_init(&there, sizeof(Body));
	bool ok = body_list(loader->core, &loader->arena, &there, err);
	for (size_t i = 0; ok && i < there.len; i++) {
		const Body *body = vec_at(&there, i);
		*(Known *)vec_push(&loader->bodies) = (Known){ body->code, body->id };
	}
	vec_release(&there);
	for (size_t i = 0; ok && i < loader->wanted->bodies_n; i++)
		if (!known_find(&loader->bodies, loader->wanted->bodies[i].code))
			*(Known *)vec_push(&loader->bodies) =
				(Known){ .code = loader->wanted->bodies[i].code };
	return ok;
}

// A place once, also where "regions" stands beside a region's own code.
static void add_once(Loader *loader, Run *run, Place place)
{
	for (size_t i = run->first; i < loader->places.len; i++) {
		const Place *there = vec_at(&loader->places, i);
		if (there->region_id == place.region_id && there->district_id == place.district_id)
			return;
	}
	*(Place *)vec_push(&loader->places) = place;
	run->count++;
}

static void add_all_regions(Loader *loader, Run *run)
{
	for (size_t i = 0; i < loader->regions.len; i++) {
		const Region *region = vec_at(&loader->regions, i);
		add_once(loader, run, (Place){ .region_id = region->id });
	}
}

static void add_all_districts(Loader *loader, Run *run)
{
	for (size_t i = 0; i < loader->districts.len; i++) {
		const District *district = vec_at(&loader->districts, i);
		add_once(loader, run, (Place){ .district_id = district->id });
	}
}

static bool add_place(Loader *loader, Run *run, const char *code, Err *err)
{
	Place place;
	if (strcmp(code, "regions") == 0) {
		add_all_regions(loader, run);
		return true;
	}
	if (strcmp(code, "districts") == 0) {
		add_all_districts(loader, run);
		return true;
	}
	if (!place_find(loader->core, code, &place, err))
		return false;
	add_once(loader, run, place);
	return true;
}

static bool load_places(Loader *loader, const NewTask *task, Err *err)
{
	Run *run = vec_push(&loader->runs);
	run->first = loader->places.len;
	for (size_t i = 0; i < task->places_n; i++)
		if (!add_place(loader, run, task->places[i], err))
			return err_prefix(err, tr("Nhiệm vụ %s: "), task->code);
	return run->count > 0 ||
	       err_set(err, ERR_INVALID, tr("Nhiệm vụ %s: chưa có nơi thực hiện."), task->code);
}

static bool look_up(Loader *loader, Err *err)
{
	if (!check_taken(loader->core, &loader->wanted->directive, err) || !check_text(loader, err) ||
		!check_clauses(loader, err) || !load_bodies(loader, err) ||
		!region_list(loader->core, &loader->arena, &loader->regions, err) ||
		!district_list(loader->core, &loader->arena, &loader->districts, err))
		return false;
	for (size_t i = 0; i < loader->wanted->tasks_n; i++) {
		const NewTask *task = &loader->wanted->tasks[i];
		if (!check_task(loader, task, err) || !load_places(loader, task, err))
			return false;
	}
	return directive_indicators_look_up(
		&loader->indicators, loader->core, loader->wanted, &loader->arena, err);
}

// --- storing ---------------------------------------------------------------------------------

static void line(Loader *loader, Stmt *stmt, const char *text)
{
	stmt_text(stmt, text_clean_arena(&loader->arena, or_empty(text), CLEAN_LINE));
}

static void store_directive(Loader *loader, Change *change, int64_t *id)
{
	const Directive *directive = &loader->wanted->directive;
	Stmt *stmt = change_insert(change, NOUN_DIRECTIVE, id);
	line(loader, stmt, directive->number);
	stmt_text(stmt, directive->issued_on);
	line(loader, stmt, directive->kind);
	line(loader, stmt, directive->issuer);
	line(loader, stmt, directive->subject);
	line(loader, stmt, directive->signer_post);
	line(loader, stmt, directive->signer_name);
	stmt_text(stmt, text_clean_arena(&loader->arena, or_empty(directive->recipients), CLEAN_TEXT));
	stmt_text(stmt, directive->text);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static void store_bodies(Loader *loader, Change *change)
{
	int64_t last = 0;
	bool ok = db_scalar(db_query(core_db(loader->core), Q_BODY_LAST_POSITION), 0, &last,
		change_err(change));
	for (size_t i = 0; ok && i < loader->wanted->bodies_n; i++) {
		const NewBody *wanted = &loader->wanted->bodies[i];
		Known *known = known_find(&loader->bodies, wanted->code);
		if (!known || known->id)
			continue;
		Body body = {
			.code = wanted->code,
			.name = text_clean_arena(&loader->arena, wanted->name, CLEAN_LINE),
			.short_name = text_clean_arena(&loader->arena, or_empty(wanted->short_name),
				CLEAN_LINE),
		};
		body_insert(change, &body, ++last);
		known->id = body.id;
	}
}

static void store_clauses(Loader *loader, Change *change, int64_t directive_id)
{
	for (size_t i = 0; i < loader->wanted->clauses_n; i++) {
		const NewClause *clause = &loader->wanted->clauses[i];
		Known *known = vec_at(&loader->clauses, i);
		Stmt *stmt = change_insert(change, NOUN_CLAUSE, &known->id);
		stmt_int(stmt, directive_id);
		stmt_int_or_null(stmt, known_id(&loader->clauses, or_empty(clause->parent)));
		stmt_text(stmt, clause->code);
		stmt_int(stmt, (int64_t)i + 1);
		stmt_int(stmt, (int64_t)clause->range.start);
		stmt_int(stmt, (int64_t)clause->range.end);
		stmt_text(stmt, NULL);
		change_run(change, stmt);
	}
}

static void store_task_row(Loader *loader, Change *change, int64_t directive_id, size_t index,
	int64_t *id)
{
	const NewTask *task = &loader->wanted->tasks[index];
	Stmt *stmt = change_insert(change, NOUN_TASK, id);
	stmt_text(stmt, "directive");
	stmt_int(stmt, directive_id);
	stmt_int(stmt, known_id(&loader->clauses, task->clause));
	for (int i = 0; i < 3; i++) // meeting, review, remark
		stmt_text(stmt, NULL);
	stmt_text(stmt, task->code);
	line(loader, stmt, task->title);
	stmt_int(stmt, (int64_t)index + 1);
	line(loader, stmt, task->lead_words);
	stmt_text(stmt, task->deadline_kind);
	line(loader, stmt, task->deadline_words);
	stmt_text_or_null(stmt, task->due);
	line(loader, stmt, task->target_words);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static void store_citations(Change *change, int64_t task_id, const NewTask *task)
{
	for (size_t i = 0; i < task->citations_n; i++) {
		int64_t id;
		Stmt *stmt = change_insert(change, NOUN_CITATION, &id);
		stmt_int(stmt, task_id);
		stmt_text(stmt, task->citations[i].part);
		stmt_int(stmt, (int64_t)task->citations[i].range.start);
		stmt_int(stmt, (int64_t)task->citations[i].range.end);
		stmt_text(stmt, NULL);
		change_run(change, stmt);
	}
}

static int64_t store_task(Loader *loader, Change *change, int64_t directive_id, size_t index)
{
	int64_t id;
	const NewTask *task = &loader->wanted->tasks[index];
	const Run *run = vec_at(&loader->runs, index);
	store_task_row(loader, change, directive_id, index, &id);
	store_citations(change, id, task);
	for (size_t i = 0; i < task->leads_n; i++)
		task_body_insert(change, id, known_id(&loader->bodies, task->leads[i]), "lead",
			(int64_t)i);
	for (size_t i = 0; i < task->cooperating_n; i++)
		task_body_insert(change, id, known_id(&loader->bodies, task->cooperating[i]),
			"cooperating", (int64_t)i);
	for (size_t i = 0; i < run->count; i++)
		leaf_insert(change, id, *(const Place *)vec_at(&loader->places, run->first + i), "");
	return id;
}

static bool store(Loader *loader, int64_t *id, Err *err)
{
	Change *change = change_begin(loader->core, "directive-add");
	store_directive(loader, change, id);
	store_bodies(loader, change);
	store_clauses(loader, change, *id);
	int64_t *task_ids = arena_array(&loader->arena, loader->wanted->tasks_n, sizeof(*task_ids));
	for (size_t i = 0; i < loader->wanted->tasks_n; i++)
		task_ids[i] = store_task(loader, change, *id, i);
	directive_indicators_store(&loader->indicators, change, task_ids);
	return change_commit(change, err);
}

bool directive_add(Core *core, const NewDirective *wanted, int64_t *id, Err *err)
{
	Loader loader;
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	loader_init(&loader, core, wanted);
	bool ok = look_up(&loader, err) && store(&loader, id, err);
	loader_release(&loader);
	return ok;
}
