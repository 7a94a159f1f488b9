// SPDX-License-Identifier: MIT
#include "core/news.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/board_parts.h"
#include "core/review.h"
#include "core/right.h"
#include "core/task.h"

#include <string.h>

static const struct {
	const char *code, *count;
} kinds[NEWS_KINDS] = {
	[NEWS_REVIEW] = { "review", N_("%d bước sơ kết") },
	[NEWS_LATE] = { "late", N_("%d quá hạn mới") },
	[NEWS_BLOCKED] = { "blocked", N_("%d vướng mắc") },
	[NEWS_DONE] = { "done", N_("%d hoàn thành") },
	[NEWS_MEETING] = { "meeting", N_("%d buổi làm việc") },
};

const char *news_kind_code(NewsKind kind)
{
	return kinds[kind].code;
}

// Every line that is covered, whatever its kind; sorted by kind at the end.
typedef struct {
	Board board; // whose news
	int64_t since;
	char first[11], today[11]; // the day of since
	Vec lines[NEWS_KINDS];     // of NewsLine
} News;

static bool push(News *news, NewsLine line, Place place, Err *err)
{
	const char *code;
	if (!board_covers(&news->board, place))
		return true;
	if (!place_name(news->board.core, place, news->board.arena, &line.place, &code, err))
		return false;
	*(NewsLine *)vec_push(&news->lines[line.kind]) = line;
	return true;
}

// Leaves ---------------------------------------------------------------------------------------

typedef struct {
	NewsLine line;
	Place place;
	bool open; // minutes that are not final
} Found;

static const char *shown(Arena *arena, const char *iso)
{
	Date day;
	char text[6] = "";
	if (date_parse(iso, &day))
		date_show_short(day, text);
	return arena_strdup(arena, text);
}

static Found leaf_row(Stmt *stmt, Arena *arena)
{
	bool coded = strcmp(stmt_get_text(stmt, 4), "directive") == 0;
	return (Found){
		.line = {
			.day = stmt_get_string(stmt, 0, arena),
			.text = arena_printf(arena, "%s%s%s", coded ? stmt_get_text(stmt, 2) : "",
				coded ? " " : "", stmt_get_text(stmt, 3)),
			.thing = { NOUN_LEAF, stmt_get_int(stmt, 1) },
		},
		.place = { stmt_get_int(stmt, 5), stmt_get_int(stmt, 6) },
	};
}

static Found progress_row(Stmt *stmt, Arena *arena)
{
	Found found = leaf_row(stmt, arena);
	bool done = strcmp(stmt_get_text(stmt, 7), "done") == 0;
	found.line.kind = done ? NEWS_DONE : NEWS_BLOCKED;
	found.line.tail = done ? tr("hoàn thành") :
		arena_printf(arena, tr("vướng mắc %d%%"), (int)stmt_get_int(stmt, 8));
	return found;
}

static Found late_row(Stmt *stmt, Arena *arena)
{
	Found found = leaf_row(stmt, arena);
	found.line.kind = NEWS_LATE;
	found.line.tail = arena_printf(arena, tr("hạn %s"), shown(arena, found.line.day));
	return found;
}

typedef Found ReadRow(Stmt *stmt, Arena *arena);

// Open minutes are not told to who may not open them.
static bool may_tell(News *news, const Found *found)
{
	Err why = ERR_INIT;
	return !found->open || right_check(news->board.core, RIGHT_READ_OPEN, found->place, &why);
}

// The statement ends before rights and names are asked for.
static bool read_rows(News *news, Stmt *stmt, ReadRow *read, Err *err)
{
	Vec found;
	vec_init(&found, sizeof(Found));
	while (stmt_row(stmt))
		*(Found *)vec_push(&found) = read(stmt, news->board.arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < found.len; i++) {
		const Found *each = vec_at(&found, i);
		if (may_tell(news, each))
			ok = push(news, each->line, each->place, err);
	}
	vec_release(&found);
	return ok;
}

static bool add_progress(News *news, Err *err)
{
	Stmt *stmt = db_query(core_db(news->board.core), Q_NEWS_PROGRESS);
	stmt_int(stmt, news->since);
	return read_rows(news, stmt, progress_row, err);
}

static bool add_late(News *news, Err *err)
{
	Stmt *stmt = db_query(core_db(news->board.core), Q_NEWS_LATE);
	stmt_text(stmt, news->first);
	stmt_text(stmt, news->today);
	return read_rows(news, stmt, late_row, err);
}

// Meetings and reviews -------------------------------------------------------------------------

static Found meeting_row(Stmt *stmt, Arena *arena)
{
	bool final = strcmp(stmt_get_text(stmt, 4), "final") == 0;
	const char *number = stmt_get_text(stmt, 5), *subject = stmt_get_text(stmt, 3);
	return (Found){
		.line = {
			.kind = NEWS_MEETING,
			.day = stmt_get_string(stmt, 2, arena),
			.text = arena_strdup(arena, *subject ? subject : tr("buổi làm việc")),
			.tail = arena_strdup(arena, final ? number : tr("biên bản nháp")),
			.thing = { NOUN_MEETING, stmt_get_int(stmt, 0) },
		},
		.place = { .region_id = stmt_get_int(stmt, 1) },
		.open = !final,
	};
}

static bool add_meetings(News *news, Err *err)
{
	Stmt *stmt = db_query(core_db(news->board.core), Q_NEWS_MEETINGS);
	stmt_text(stmt, news->first);
	stmt_text(stmt, news->today);
	return read_rows(news, stmt, meeting_row, err);
}

static const char *review_moved(const char *state)
{
	for (int each = REVIEW_SUBMITTED; each <= REVIEW_APPROVED; each++)
		if (strcmp(review_state_code((ReviewState)each), state) == 0)
			return review_state_name((ReviewState)each);
	return "";
}

static Found review_row(Stmt *stmt, Arena *arena)
{
	Period period;
	char name[48] = "";
	if (period_parse(stmt_get_text(stmt, 2), &period))
		period_name(period, name, sizeof(name));
	return (Found){
		.line = {
			.kind = NEWS_REVIEW,
			.day = "",
			.text = arena_printf(arena, tr("Sơ kết %s"), name),
			.tail = review_moved(stmt_get_text(stmt, 3)),
			.thing = { NOUN_REVIEW, stmt_get_int(stmt, 0) },
		},
		.place = { .region_id = stmt_get_int(stmt, 1) },
	};
}

static bool add_reviews(News *news, Err *err)
{
	Stmt *stmt = db_query(core_db(news->board.core), Q_NEWS_REVIEWS);
	stmt_int(stmt, news->since);
	return read_rows(news, stmt, review_row, err);
}

// --- together ----------------------------------------------------------------------------------

static void start(News *news, Core *core, int64_t since, Arena *arena)
{
	news->since = since;
	board_init(&news->board, core, arena);
	core_day_iso(core, news->today);
	date_iso(date_of_instant(since, core_rules(core)->utc_offset), news->first);
	for (int kind = 0; kind < NEWS_KINDS; kind++)
		vec_init(&news->lines[kind], sizeof(NewsLine));
}

static void finish(News *news)
{
	for (int kind = 0; kind < NEWS_KINDS; kind++)
		vec_release(&news->lines[kind]);
	board_release(&news->board);
}

bool news_list(Core *core, int64_t since, Arena *arena, Vec *out, Err *err)
{
	News news;
	start(&news, core, since, arena);
	bool ok = board_load(&news.board, err) && add_reviews(&news, err) && add_late(&news, err) &&
		  add_progress(&news, err) && add_meetings(&news, err);
	for (int kind = 0; ok && kind < NEWS_KINDS; kind++)
		vec_insert(out, out->len, news.lines[kind].items, news.lines[kind].len);
	finish(&news);
	return ok;
}

const char *news_sum(const Vec *lines, Arena *arena)
{
	static const NewsKind order[] = { NEWS_DONE, NEWS_LATE, NEWS_BLOCKED, NEWS_MEETING, NEWS_REVIEW };
	Buf sum = BUF_INIT;
	int counts[NEWS_KINDS] = { 0 };
	for (size_t i = 0; i < lines->len; i++)
		counts[((const NewsLine *)vec_at(lines, i))->kind]++;
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		if (!counts[order[i]])
			continue;
		buf_adds(&sum, sum.len ? " · " : "");
		buf_addf(&sum, tr(kinds[order[i]].count), counts[order[i]]);
	}
	const char *text = arena_strdup(arena, sum.bytes ? sum.bytes : "");
	buf_release(&sum);
	return text;
}
