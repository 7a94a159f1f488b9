// SPDX-License-Identifier: MIT
#include "core/figures.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/person.h"
#include "core/review.h"

#include <string.h>

int figures_percent(const Figures *figures)
{
	if (!figures->all)
		return 0;
	return (2 * figures->percent_sum + figures->all) / (2 * figures->all);
}

static void add_dated(Figures *figures, const Leaf *leaf)
{
	bool done = leaf->state == STATE_DONE, ended = leaf->ended && !done;
	figures->all++;
	figures->done += done;
	figures->late += leaf->late;
	figures->ended += ended;
	figures->done_in_time += done && !leaf->done_late;
	figures->done_late += done && leaf->done_late;
	figures->open_in_time += !done && !leaf->late && !ended;
	figures->percent_sum += leaf->percent;
	figures->silent += leaf->state == STATE_SILENT;
}

static void add_undated(Figures *figures, const Leaf *leaf)
{
	if (leaf->ended) {
		figures->stopped++;
		return;
	}
	figures->good += leaf->state == STATE_DOING || leaf->state == STATE_DONE;
	figures->blocked += leaf->state == STATE_BLOCKED;
	figures->mute += leaf->state == STATE_SILENT;
	figures->unstarted += leaf->state == STATE_NOT_STARTED;
}

void figures_add_leaf(Figures *figures, const Leaf *leaf)
{
	if (leaf->dated)
		add_dated(figures, leaf);
	else
		add_undated(figures, leaf);
}

void figures_add(Figures *into, const Figures *other)
{
	into->all += other->all;
	into->done += other->done;
	into->late += other->late;
	into->done_in_time += other->done_in_time;
	into->done_late += other->done_late;
	into->open_in_time += other->open_in_time;
	into->percent_sum += other->percent_sum;
	into->silent += other->silent;
	into->good += other->good;
	into->blocked += other->blocked;
	into->mute += other->mute;
	into->unstarted += other->unstarted;
	into->ended += other->ended;
	into->stopped += other->stopped;
}

// Days are compared as they are written: civil dates in ISO form stand in order.
static Leaf leaf_of_row(Stmt *stmt, const char *today)
{
	Leaf leaf = { .percent = (int)stmt_get_int(stmt, 4), .ended = *stmt_get_text(stmt, 6) != '\0' };
	const char *due = stmt_get_text(stmt, 2);
	if (!state_parse(stmt_get_text(stmt, 3), &leaf.state))
		leaf.state = STATE_SILENT;
	bool done = leaf.state == STATE_DONE;
	leaf.dated = *due;
	leaf.late = leaf.dated && !done && !leaf.ended && strcmp(due, today) < 0;
	leaf.done_late = leaf.dated && done && strcmp(due, stmt_get_text(stmt, 5)) < 0;
	return leaf;
}

// A place's own leaves added up, and for a district the region in which they count.
typedef struct {
	int64_t region_id, district_id, main_region_id;
	Figures figures;
} Tally;

static Tally *tally_of(Vec *tallies, int64_t region_id, int64_t district_id)
{
	for (size_t i = 0; i < tallies->len; i++) {
		Tally *tally = vec_at(tallies, i);
		if (tally->region_id == region_id && tally->district_id == district_id)
			return tally;
	}
	Tally *tally = vec_push(tallies);
	tally->region_id = region_id;
	tally->district_id = district_id;
	return tally;
}

static bool read_tallies_on(Stmt *stmt, const char *day, Vec *out, Err *err)
{
	while (stmt_row(stmt)) {
		Leaf leaf = leaf_of_row(stmt, day);
		Tally *tally = tally_of(out, stmt_get_int(stmt, 0), stmt_get_int(stmt, 1));
		figures_add_leaf(&tally->figures, &leaf);
	}
	return stmt_done(stmt, err);
}

static bool read_tallies(Core *core, Stmt *stmt, Vec *out, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	return read_tallies_on(stmt, today, out, err);
}

// Each district gets one main region at most, so that no leaf counts in two.
static bool read_main_regions(Core *core, Vec *tallies, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_FIGURES_MAIN_REGIONS);
	stmt_text(stmt, today);
	while (stmt_row(stmt))
		for (size_t i = 0; i < tallies->len; i++) {
			Tally *tally = vec_at(tallies, i);
			if (tally->district_id && tally->district_id == stmt_get_int(stmt, 0) &&
				!tally->main_region_id)
				tally->main_region_id = stmt_get_int(stmt, 1);
		}
	return stmt_done(stmt, err);
}

static Figures sum_of_region(const Vec *tallies, int64_t region_id)
{
	Figures sum = { 0 };
	for (size_t i = 0; i < tallies->len; i++) {
		const Tally *tally = vec_at(tallies, i);
		if (tally->region_id == region_id || tally->main_region_id == region_id)
			figures_add(&sum, &tally->figures);
	}
	return sum;
}

static bool read_person(Core *core, Place place, FigureLine *line, Arena *arena, Err *err)
{
	Vec assignments;
	vec_init(&assignments, sizeof(Assignment));
	line->person = line->post = "";
	bool ok = assignment_of_place(core, place, "", arena, &assignments, err);
	if (ok && assignments.len) {
		const Assignment *first = vec_at(&assignments, 0);
		line->person_id = first->person_id;
		line->person = first->name;
		line->post = first->post;
	}
	vec_release(&assignments);
	return ok;
}

static bool region_line(Core *core, const Region *region, const Vec *tallies, Arena *arena,
	FigureLine *out, Err *err)
{
	ReviewState state;
	*out = (FigureLine){
		.id = region->id, .code = region->code, .title = region->title,
		.figures = sum_of_region(tallies, region->id), .main = true,
	};
	if (!review_state_of(core, region->id, review_current(core), &state, err))
		return false;
	out->review = review_state_name(state);
	return read_person(core, (Place){ .region_id = region->id }, out, arena, err);
}

static bool region_lines(Core *core, const Vec *tallies, Arena *arena, Vec *out, Err *err)
{
	Vec regions;
	vec_init(&regions, sizeof(Region));
	bool ok = region_list(core, arena, &regions, err);
	for (size_t i = 0; ok && i < regions.len; i++)
		ok = region_line(core, vec_at(&regions, i), tallies, arena, vec_push(out), err);
	vec_release(&regions);
	return ok;
}

static FigureLine province_line(const Vec *tallies)
{
	FigureLine line = {
		.code = "province", .title = tr("Toàn tỉnh"), .person = "", .post = "", .review = "",
		.main = true,
	};
	for (size_t i = 0; i < tallies->len; i++)
		figures_add(&line.figures, &((const Tally *)vec_at(tallies, i))->figures);
	return line;
}

bool figures_of_regions(Core *core, Arena *arena, Vec *out, FigureLine *province, Err *err)
{
	Vec tallies;
	const QueryId pieces[] = { Q_FIGURES_COLUMNS };
	vec_init(&tallies, sizeof(Tally));
	Stmt *stmt = db_query_join(core_db(core), pieces, 1);
	bool ok = read_tallies(core, stmt, &tallies, err) &&
		  read_main_regions(core, &tallies, err) &&
		  region_lines(core, &tallies, arena, out, err);
	*province = province_line(&tallies);
	vec_release(&tallies);
	return ok;
}

static bool has_leaves(const Figures *figures)
{
	return figures->all || figures->good || figures->blocked || figures->mute ||
	       figures->unstarted || figures->ended;
}

static bool district_lines(Core *core, int64_t region_id, Vec *tallies, Arena *arena, Vec *out,
	Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(core, region_id, arena, &districts, err) &&
		  district_list_ended_of(core, region_id, arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		if (district->ended && !has_leaves(&tally_of(tallies, 0, district->id)->figures))
			continue;
		FigureLine *line = vec_push(out);
		*line = (FigureLine){
			.id = district->id, .code = district->code, .title = district->title,
			.figures = tally_of(tallies, 0, district->id)->figures,
			.partial = district->partial, .main = district->main, .ended = district->ended,
			.review = "",
		};
		ok = read_person(core, (Place){ .district_id = district->id }, line, arena, err);
	}
	vec_release(&districts);
	return ok;
}

typedef struct {
	const char *until, *due_by; // as figures_of_districts_until() has them; NULL: as it stands
} FiguresAsk;

static Stmt *region_leaves(Core *core, int64_t region_id, const char *today, const FiguresAsk *ask)
{
	const QueryId now[] = { Q_FIGURES_COLUMNS, Q_FIGURES_OF_REGION };
	const QueryId until[] = { Q_FIGURES_COLUMNS_UNTIL, Q_FIGURES_OF_REGION, Q_FIGURES_DUE_BY };
	Stmt *stmt = ask->until ? db_query_join(core_db(core), until, 3) :
				  db_query_join(core_db(core), now, 2);
	stmt_int(stmt, region_id);
	stmt_text(stmt, today);
	if (ask->until) {
		stmt_text(stmt, ask->until);
		stmt_text_or_null(stmt, ask->due_by);
	}
	return stmt;
}

static bool districts_that(Core *core, int64_t region_id, const FiguresAsk *ask, Arena *arena,
	Vec *out, FigureLine *total, Err *err)
{
	Vec tallies;
	Region region;
	char today[11];
	vec_init(&tallies, sizeof(Tally));
	core_day_iso(core, today);
	Stmt *stmt = region_leaves(core, region_id, today, ask);
	bool ok = read_tallies_on(stmt, ask->until ? ask->until : today, &tallies, err) &&
		  read_main_regions(core, &tallies, err) &&
		  region_get(core, region_id, arena, &region, err) &&
		  region_line(core, &region, &tallies, arena, total, err) &&
		  district_lines(core, region_id, &tallies, arena, out, err);
	vec_release(&tallies);
	return ok;
}

bool figures_of_districts(Core *core, int64_t region_id, Arena *arena, Vec *out, FigureLine *total,
	Err *err)
{
	const FiguresAsk now = { NULL, NULL };
	return districts_that(core, region_id, &now, arena, out, total, err);
}

bool figures_of_districts_until(Core *core, int64_t region_id, const char *until, const char *due_by,
	Arena *arena, Vec *out, FigureLine *total, Err *err)
{
	const FiguresAsk ask = { until, due_by };
	return districts_that(core, region_id, &ask, arena, out, total, err);
}

bool figures_of_district(Core *core, int64_t district_id, Figures *out, Err *err)
{
	Vec tallies;
	const QueryId pieces[] = { Q_FIGURES_COLUMNS, Q_FIGURES_OF_DISTRICT };
	vec_init(&tallies, sizeof(Tally));
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_int(stmt, district_id);
	bool ok = read_tallies(core, stmt, &tallies, err);
	*out = ok ? tally_of(&tallies, 0, district_id)->figures : (Figures){ 0 };
	vec_release(&tallies);
	return ok;
}

// Snapshot --------------------------------------------------------------------------------------

static bool add_region(Core *core, const Region *region, Vec *tallies, Arena *arena, Vec *out, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	*(PlaceFigures *)vec_push(out) = (PlaceFigures){ .place = { .region_id = region->id },
		.title = region->title, .figures = sum_of_region(tallies, region->id) };
	bool ok = district_list_of(core, region->id, arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		if (district->main)
			*(PlaceFigures *)vec_push(out) = (PlaceFigures){
				.place = { .district_id = district->id }, .title = district->title,
				.figures = tally_of(tallies, 0, district->id)->figures };
	}
	vec_release(&districts);
	return ok;
}

bool figures_snapshot(Core *core, const char *day, Arena *arena, Vec *out, Err *err)
{
	Vec tallies, regions;
	const QueryId pieces[] = { Q_FIGURES_COLUMNS };
	vec_init(&tallies, sizeof(Tally));
	vec_init(&regions, sizeof(Region));
	bool ok = read_tallies_on(db_query_join(core_db(core), pieces, 1), day, &tallies, err) &&
		  read_main_regions(core, &tallies, err) && region_list(core, arena, &regions, err);
	FigureLine province = province_line(&tallies);
	*(PlaceFigures *)vec_push(out) =
		(PlaceFigures){ .title = province.title, .figures = province.figures };
	for (size_t i = 0; ok && i < regions.len; i++)
		ok = add_region(core, vec_at(&regions, i), &tallies, arena, out, err);
	vec_release(&tallies);
	vec_release(&regions);
	return ok;
}
