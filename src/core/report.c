// SPDX-License-Identifier: MIT
// Rounds as screens and boards ask for them.
#include "core/report_parts.h"

#include "base/buf.h"
#include "base/tr.h"

#include <stdlib.h>
#include <string.h>

// Series ----------------------------------------------------------------------------------------

static ReportSeries series_row(Stmt *stmt, Arena *arena)
{
	ReportSeries series = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.code = stmt_get_string(stmt, 2, arena),
		.name = stmt_get_string(stmt, 3, arena),
		.first_due = stmt_get_string(stmt, 5, arena),
		.last_due = stmt_get_string(stmt, 6, arena),
		.directive_id = stmt_get_int(stmt, 7),
		.directive = stmt_get_string(stmt, 8, arena),
	};
	if (!rhythm_parse(stmt_get_text(stmt, 4), &series.rhythm))
		series.rhythm = RHYTHM_ONCE;
	return series;
}

bool report_series_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	static const QueryId pieces[] = { Q_REPORT_SERIES_COLUMNS, Q_REPORT_SERIES_ORDER };
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	while (stmt_row(stmt))
		*(ReportSeries *)vec_push(out) = series_row(stmt, arena);
	return stmt_done(stmt, err);
}

static bool read_one(Stmt *stmt, Arena *arena, ReportSeries *out, bool *found, Err *err)
{
	*found = stmt_row(stmt);
	if (*found)
		*out = series_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool report_series_get(Core *core, int64_t id, Arena *arena, ReportSeries *out, Err *err)
{
	static const QueryId pieces[] = { Q_REPORT_SERIES_COLUMNS, Q_REPORT_SERIES_WHERE_ID };
	bool found;
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_int(stmt, id);
	if (!read_one(stmt, arena, out, &found, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không còn báo cáo định kỳ này."));
}

static bool not_found(Core *core, const char *code, Arena *arena, Err *err)
{
	Vec all;
	Buf codes = BUF_INIT;
	vec_init(&all, sizeof(ReportSeries));
	if (report_series_list(core, arena, &all, err)) {
		for (size_t i = 0; i < all.len; i++)
			buf_addf(&codes, "%s%s", i ? ", " : "",
				((const ReportSeries *)vec_at(&all, i))->code);
		err_set(err, ERR_NOT_FOUND, tr("Không có báo cáo định kỳ “%.40s”."), code);
		if (codes.len)
			err_hint(err, tr("Các mã: %s; thêm .3 để chỉ kỳ thứ ba."), codes.bytes);
		else
			err_hint(err, "%s", tr("Thêm một báo cáo định kỳ trước: dieuphoi round add."));
	}
	vec_release(&all);
	buf_release(&codes);
	return false;
}

bool report_series_find(Core *core, const char *code, Arena *arena, ReportSeries *out, Err *err)
{
	static const QueryId pieces[] = { Q_REPORT_SERIES_COLUMNS, Q_REPORT_SERIES_WHERE_CODE };
	bool found;
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_text(stmt, code);
	if (!read_one(stmt, arena, out, &found, err))
		return false;
	return found || not_found(core, code, arena, err);
}

bool report_round_find(Core *core, const char *code, Arena *arena, ReportSeries *out, int *round,
	Err *err)
{
	const char *dot = strrchr(code, '.');
	size_t digits = dot ? strspn(dot + 1, "0123456789") : 0;
	bool numbered = digits && digits < 6 && !dot[1 + digits];
	const char *own = numbered ? arena_strndup(arena, code, (size_t)(dot - code)) : code;
	if (!report_series_find(core, own, arena, out, err))
		return false;
	*round = numbered ? atoi(dot + 1) : report_round_on(out, core_day(core));
	return true;
}

// Rounds ----------------------------------------------------------------------------------------

static int later_due_first(const void *a, const void *b)
{
	const Round *x = a, *y = b;
	int order = strcmp(y->due, x->due);
	return order ? order : (x->series_id > y->series_id) - (x->series_id < y->series_id);
}

// What is done with each series that there is.
typedef bool EachSeries(const Ledger *ledger, void *state);

static bool each_series(Core *core, Arena *arena, EachSeries *each, void *state, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(ReportSeries));
	bool ok = report_series_list(core, arena, &all, err), more = true;
	for (size_t i = 0; ok && more && i < all.len; i++) {
		Ledger ledger;
		ok = ledger_open(&ledger, core, ((const ReportSeries *)vec_at(&all, i))->id, arena, err);
		if (!ok)
			break;
		more = each(&ledger, state);
		ledger_release(&ledger);
	}
	vec_release(&all);
	return ok;
}

static bool add_rounds(const Ledger *ledger, void *out)
{
	int current = report_round_on(&ledger->series, ledger->today);
	for (int round = 1; round <= current; round++)
		*(Round *)vec_push(out) = ledger_round(ledger, round);
	return true;
}

bool round_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	if (!each_series(core, arena, add_rounds, out, err))
		return false;
	if (out->len > 1)
		qsort(out->items, out->len, sizeof(Round), later_due_first);
	return true;
}

static bool take_round(const Ledger *ledger, int round, Round *out, Vec *reporters, Err *err)
{
	Vec asked;
	if (!ledger_check_round(ledger, round, err))
		return false;
	vec_init(&asked, sizeof(Asked));
	*out = ledger_round(ledger, round);
	ledger_reporters(ledger, round, &asked);
	for (size_t i = 0; i < asked.len; i++)
		*(Reporter *)vec_push(reporters) = ledger_reporter(ledger, round, vec_at(&asked, i));
	vec_release(&asked);
	return true;
}

bool round_get(Core *core, int64_t series_id, int round, Arena *arena, Round *out, Vec *reporters,
	Err *err)
{
	Ledger ledger;
	if (!ledger_open(&ledger, core, series_id, arena, err))
		return false;
	bool ok = take_round(&ledger, round, out, reporters, err);
	ledger_release(&ledger);
	return ok;
}

// Silence ---------------------------------------------------------------------------------------

// The last round whose day is past; 0 before the first.
static int last_past(const Ledger *ledger)
{
	int round = report_round_on(&ledger->series, ledger->today);
	bool past = date_compare(report_due(&ledger->series, round), ledger->today) < 0;
	return past ? round : round - 1;
}

static bool add_silences(const Ledger *ledger, void *out)
{
	Vec asked;
	int round = last_past(ledger);
	vec_init(&asked, sizeof(Asked));
	ledger_reporters(ledger, round, &asked);
	for (size_t i = 0; i < asked.len; i++) {
		Silence silence = { ledger->series.id, round,
			ledger_reporter(ledger, round, vec_at(&asked, i)) };
		if (silence.reporter.silent)
			*(Silence *)vec_push(out) = silence;
	}
	vec_release(&asked);
	return true;
}

bool report_silences(Core *core, Arena *arena, Vec *out, Err *err)
{
	return each_series(core, arena, add_silences, out, err);
}

// One reporter's rounds ---------------------------------------------------------------------------

typedef struct {
	ReporterId who;
	Vec *out;
} HistoryOf;

static bool add_history(const Ledger *ledger, void *state)
{
	const HistoryOf *of = state;
	int current = report_round_on(&ledger->series, ledger->today);
	for (int round = 1; round <= current; round++) {
		ReporterRound one = { .series_id = ledger->series.id, .round = round,
			.name = ledger->series.name };
		char due[11];
		if (!ledger_round_of(ledger, round, of->who, &one.reporter, &one.reminders))
			continue;
		date_iso(report_due(&ledger->series, round), due);
		one.round_due = arena_strdup(ledger->arena, due);
		one.code = arena_printf(ledger->arena, "%s.%d", ledger->series.code, round);
		*(ReporterRound *)vec_push(of->out) = one;
	}
	return true;
}

static int later_round_first(const void *a, const void *b)
{
	const ReporterRound *x = a, *y = b;
	int order = strcmp(y->round_due, x->round_due);
	return order ? order : (x->series_id > y->series_id) - (x->series_id < y->series_id);
}

static void add_to_sum(ReporterSum *sum, const Reporter *reporter)
{
	bool sent = reporter->report.state != REPORT_NONE;
	sum->title = reporter->title;
	sum->code = reporter->code;
	sum->asked++;
	sum->in_time += sent && !reporter->late;
	sum->late += reporter->late;
	sum->overdue += reporter->overdue;
	sum->waiting += !sent && !reporter->overdue;
	sum->extended += reporter->extensions > 0;
	sum->reminders += reporter->reminders;
}

bool reporter_history(Core *core, ReporterId who, Arena *arena, Vec *out, ReporterSum *sum, Err *err)
{
	HistoryOf of = { who, out };
	size_t first = out->len;
	*sum = (ReporterSum){ .title = "", .code = "" };
	if (!each_series(core, arena, add_history, &of, err))
		return false;
	if (out->len == first)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi này chưa phải báo cáo kỳ nào."));
	qsort(out->items, out->len, sizeof(ReporterRound), later_round_first);
	for (size_t i = 0; i < out->len; i++)
		add_to_sum(sum, &((const ReporterRound *)vec_at(out, i))->reporter);
	return true;
}

// How a district stands ---------------------------------------------------------------------------

typedef struct {
	ReporterId who;
	int64_t series_id;
	int round, silent;
	Date due;
	const char *line;
} Standing;

static const char *shown(const char *iso, Arena *arena)
{
	Date day;
	char text[11] = "";
	if (date_parse(iso, &day))
		date_show(day, text);
	return arena_strdup(arena, text);
}

static const char *reminded_words(const Reporter *reporter, Arena *arena)
{
	if (!reporter->reminders)
		return "";
	return arena_printf(arena, tr(", đã đôn đốc %d lần"), reporter->reminders);
}

static const char *standing_words(const Ledger *ledger, int round, const Reporter *reporter)
{
	Arena *arena = ledger->arena;
	const char *code = arena_printf(arena, "%s.%d", ledger->series.code, round);
	const char *due = shown(reporter->due, arena);
	const char *received = shown(reporter->report.received, arena);
	if (reporter->late)
		return arena_printf(arena, tr("Báo cáo %s: nộp %s, chậm %d ngày"), code, received,
			reporter->days);
	if (reporter->report.state != REPORT_NONE)
		return arena_printf(arena, tr("Báo cáo %s: đã nộp %s"), code, received);
	if (reporter->silent)
		return arena_printf(arena, tr("Báo cáo %s: ! chưa nộp %d kỳ%s"), code, reporter->silent,
			reminded_words(reporter, arena));
	return arena_printf(arena, tr("Báo cáo %s: chưa nộp, hạn %s"), code, due);
}

static void take_standing(const Ledger *ledger, int round, const Asked *asked, Standing *standing)
{
	Reporter reporter = ledger_reporter(ledger, round, asked);
	Date due = report_due(&ledger->series, round);
	bool newer = reporter.silent == standing->silent && date_compare(due, standing->due) > 0;
	if (standing->line && reporter.silent <= standing->silent && !newer)
		return;
	standing->due = due;
	standing->series_id = ledger->series.id;
	standing->round = round;
	standing->silent = reporter.silent;
	standing->line = standing_words(ledger, round, &reporter);
}

// Silent rounds before all; else the last one that is past, of several series the newest; or the first
// of all.
static bool find_standing(const Ledger *ledger, void *state)
{
	Standing *standing = state;
	Vec asked;
	int round = last_past(ledger);
	round = round ? round : 1;
	vec_init(&asked, sizeof(Asked));
	ledger_reporters(ledger, round, &asked);
	for (size_t i = 0; i < asked.len; i++)
		if (same_reporter(((const Asked *)vec_at(&asked, i))->who, standing->who))
			take_standing(ledger, round, vec_at(&asked, i), standing);
	vec_release(&asked);
	return true;
}

bool report_of_district(Core *core, int64_t district_id, Arena *arena, const char **line,
	int64_t *series_id, int *round, Err *err)
{
	Standing standing = { .who = { .district_id = district_id } };
	if (!each_series(core, arena, find_standing, &standing, err))
		return false;
	*line = standing.line ? standing.line : "";
	*series_id = standing.series_id;
	*round = standing.round;
	return true;
}
