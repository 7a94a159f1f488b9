// SPDX-License-Identifier: MIT
// directive check: how much of a directive its tasks quote, of a file before it is added or of what
// is stored. Both are brought to one form, so that they are told alike.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/prose.h"
#include "config/directive_file.h"
#include "core/directive.h"
#include "text/clean.h"

#include <string.h>
#include <sys/stat.h>

typedef struct {
	const char *what;
} Values;

static const Option arguments[] = {
	{ .name = N_("TỆP|SỐ"),
		.type = OPTION_PATH,
		.offset = offsetof(Values, what),
		.help = N_("một tệp .cfg, hoặc số văn bản đã có; mặc định mọi văn bản đã có") },
	{ 0 },
};

typedef struct {
	const char *code;
	Range range;
} Piece;

typedef struct {
	const char *number, *date, *text;
	size_t tasks, words, covered;
	const Range *gaps;
	size_t gaps_n;
	const Piece *clauses; // parents before their children
	size_t clauses_n;
	const char *idle; // codes, joined by ", "
} Report;

// The innermost clause is the last that holds the words.
static const char *clause_of(const Report *report, Range range)
{
	const char *code = "";
	for (size_t i = 0; i < report->clauses_n; i++)
		if (range_contains(report->clauses[i].range, range))
			code = report->clauses[i].code;
	return code;
}

static void tell_gaps(const Report *report, Arena *arena, Buf *out)
{
	for (size_t i = 0; i < report->gaps_n; i++) {
		Range gap = report->gaps[i];
		const char *words =
			arena_strndup(arena, report->text + gap.start, gap.end - gap.start);
		buf_addf(out, "  %-5s “%s”\n", clause_of(report, gap),
			text_clean_arena(arena, words, CLEAN_LINE));
	}
}

static void tell(const Report *report, Arena *arena, Buf *out)
{
	size_t percent = report->words ? report->covered * 100 / report->words : 0;
	buf_addf(out, tr("%s ngày %s: %zu điểm, %zu nhiệm vụ.\n"), report->number,
		day_shown(report->date, arena), report->clauses_n, report->tasks);
	buf_addf(out, tr("Các nhiệm vụ trích %zu trên %zu từ của phần giao việc: phủ %zu %%.\n"),
		report->covered, report->words, percent);
	if (report->gaps_n > 0)
		buf_addf(out, tr("Lời chưa nhiệm vụ nào trích, %zu đoạn:\n"), report->gaps_n);
	tell_gaps(report, arena, out);
	if (*report->idle)
		buf_addf(out, tr("Điểm chưa có nhiệm vụ: %s.\n"), report->idle);
	else
		buf_adds(out, tr("Điểm nào cũng có nhiệm vụ.\n"));
}

static const char *join(const char *list, const char *code, Arena *arena)
{
	return arena_printf(arena, "%s%s%s", list, *list ? ", " : "", code);
}

// --- a file ----------------------------------------------------------------------------------

static bool check_file(Cli *cli, const char *path, Err *err)
{
	DirectiveFile file;
	DirectiveCoverage coverage;
	if (!directive_file_read(path, &cli->arena, &file, err))
		return false;
	directive_coverage(&file, &cli->arena, &coverage);
	Piece *clauses = arena_array(&cli->arena, file.clauses_n, sizeof(*clauses));
	for (size_t i = 0; i < file.clauses_n; i++)
		clauses[i] = (Piece){ file.clauses[i].code, file.clauses[i].range };
	Report report = {
		.number = file.number,
		.date = file.date,
		.text = file.text,
		.tasks = file.tasks_n,
		.words = coverage.words,
		.covered = coverage.covered,
		.gaps = coverage.gaps,
		.gaps_n = coverage.gaps_n,
		.clauses = clauses,
		.clauses_n = file.clauses_n,
		.idle = "",
	};
	for (size_t i = 0; i < coverage.idle_n; i++)
		report.idle = join(report.idle, coverage.idle[i]->code, &cli->arena);
	tell(&report, &cli->arena, &cli->out);
	return true;
}

// --- the database ----------------------------------------------------------------------------

static bool read_clauses(Cli *cli, int64_t id, Report *report, Err *err)
{
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(cli->core, id, &cli->arena, &clauses, err);
	Piece *pieces = arena_array(&cli->arena, clauses.len, sizeof(*pieces));
	for (size_t i = 0; i < clauses.len; i++) {
		const Clause *clause = vec_at(&clauses, i);
		pieces[i] = (Piece){ clause->code, clause->range };
	}
	report->clauses = pieces;
	report->clauses_n = clauses.len;
	vec_release(&clauses);
	return ok;
}

static bool check_stored(Cli *cli, const Directive *directive, Err *err)
{
	Coverage coverage;
	Report report = {
		.number = directive->number,
		.date = directive->issued_on,
		.text = directive->text,
		.tasks = (size_t)directive->tasks,
		.idle = "",
	};
	bool ok = read_clauses(cli, directive->id, &report, err) &&
		  directive_coverage_get(cli->core, directive, &cli->arena, &coverage, err);
	if (!ok)
		return false;
	report.words = coverage.operative;
	report.covered = coverage.covered;
	report.gaps = coverage.gaps.items;
	report.gaps_n = coverage.gaps.len;
	for (size_t i = 0; i < coverage.idle.len; i++)
		report.idle = join(report.idle, ((const Clause *)vec_at(&coverage.idle, i))->code,
			&cli->arena);
	tell(&report, &cli->arena, &cli->out);
	coverage_release(&coverage);
	return true;
}

static bool check_number(Cli *cli, const char *number, Err *err)
{
	Directive directive;
	return cli_open(cli, DB_OPEN, err) &&
	       directive_find(cli->core, number, &cli->arena, &directive, err) &&
	       check_stored(cli, &directive, err);
}

static bool check_all(Cli *cli, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Directive));
	bool ok = cli_open(cli, DB_OPEN, err) && directive_list(cli->core, &cli->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		Directive whole;
		const Directive *listed = vec_at(&all, i);
		ok = directive_get(cli->core, listed->id, &cli->arena, &whole, err) &&
		     check_stored(cli, &whole, err);
	}
	if (ok && all.len == 0)
		buf_adds(&cli->out, tr("Chưa có văn bản nào.\n"));
	vec_release(&all);
	return ok;
}

// Numbers have slashes as paths have, so a file is what is there or is named like one.
static bool names_file(const char *what)
{
	struct stat st;
	size_t n = strlen(what);
	return lstat(what, &st) == 0 || (n > 4 && strcmp(what + n - 4, ".cfg") == 0);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	if (!*given->what)
		return check_all(cli, err);
	return names_file(given->what) ? check_file(cli, given->what, err)
				       : check_number(cli, given->what, err);
}

const Command directive_check_command = {
	.name = "directive check",
	.summary = N_("Nói văn bản được trích đến đâu, lời nào và điểm nào chưa thành nhiệm vụ"),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run,
};
