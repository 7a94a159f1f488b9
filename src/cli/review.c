// SPDX-License-Identifier: MIT
// review list, review show.
#include "core/review.h"
#include "core/signature.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "cli/review_parts.h"
#include "cli/table.h"
#include "core/journal.h"
#include "core/org.h"

// --- review list -----------------------------------------------------------------------------

typedef struct {
	const char *region;
	bool json;
} ListValues;

static const Option list_options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(ListValues, region),
		.value = N_("MÃ"),
		.help = N_("chỉ của vùng này") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

const char *period_text(Period period, Arena *arena)
{
	char code[7];
	period_code(period, code);
	return arena_strdup(arena, code);
}

static json_t *json_of_review(Cli *cli, const Review *review)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o}", "id",
		json_of_known(review->id ? cli_id(cli, review->id) : ""), "region",
		json_of_text(review->region), "period",
		json_of_text(period_text(review->period, &cli->arena)), "from",
		json_of_text(review->from), "to", json_of_text(review->to), "due",
		json_of_text(review->due), "state", json_of_text(review_state_code(review->state)),
		"overdue", (int)review->overdue, "submitted_by",
		json_of_known(review->submitted_by), "decided_by",
		json_of_known(review->decided_by));
}

static json_t *json_of_list(Cli *cli, const Vec *reviews)
{
	json_t *array = json_array();
	for (size_t i = 0; i < reviews->len; i++)
		json_array_append_new(array, json_of_review(cli, vec_at(reviews, i)));
	return array;
}

static void print_table(Cli *cli, const Vec *reviews)
{
	static const TableColumn columns[] = {
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Trạng thái"), ALIGN_LEFT },
		{ N_("Trình"), ALIGN_LEFT },
		{ N_("Quyết định"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < reviews->len; i++) {
		const Review *review = vec_at(reviews, i);
		const char *state = review_state_name(review->state);
		if (review->overdue)
			state = arena_printf(&cli->arena, tr("%s, quá hạn"), state);
		table_add(&table, (const char *[]){ period_text(review->period, &cli->arena),
					  review->region, day_shown(review->due, &cli->arena),
					  state, review->submitted_by, review->decided_by });
	}
	table_print(&table, "", &cli->out);
}

static bool read_list(Cli *cli, const char *code, Vec *out, Err *err)
{
	Region region = { .id = 0 };
	return cli_open(cli, DB_OPEN, err) &&
	       (!*code || region_by_code(cli->core, code, &cli->arena, &region, err)) &&
	       review_list(cli->core, region.id, &cli->arena, out, err);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec reviews;
	vec_init(&reviews, sizeof(Review));
	bool ok = read_list(cli, given->region, &reviews, err);
	if (ok && given->json)
		json_print(json_of_list(cli, &reviews), &cli->out);
	else if (ok)
		print_table(cli, &reviews);
	vec_release(&reviews);
	return ok;
}

const Command review_list_command = {
	.name = "review list",
	.summary = N_("Liệt kê các kỳ sơ kết 6 tháng, mới nhất trước"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- review show -----------------------------------------------------------------------------

static const Option show_arguments[] = {
	REVIEW_ARGUMENTS,
	{ 0 },
};

bool period_read(const char *typed, Period *out, Err *err)
{
	if (period_parse(typed, out))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải một kỳ sơ kết."), typed);
	err_hint(err, "%s", tr("Viết năm rồi H1 hoặc H2, như 2021H2."));
	return err_field(err, "period");
}

bool review_find(Cli *cli, const ReviewOf *of, Review *out, Err *err)
{
	Period period;
	Region region;
	return period_read(of->period, &period, err) && cli_open(cli, DB_OPEN, err) &&
	       region_by_code(cli->core, of->region, &cli->arena, &region, err) &&
	       review_get(cli->core, region.id, period, &cli->arena, out, err);
}

static void print_decision(Cli *cli, const Review *review)
{
	Buf *out = &cli->out;
	int offset = core_rules(cli->core)->utc_offset;
	char day[11] = "";
	prose_field(tr("Trình"), review->submitted_by, out);
	if (review->decided_at)
		date_show(date_of_instant(review->decided_at, offset), day);
	if (*review->decided_by)
		buf_addf(out, "%s: %s%s%s, %s\n", review_state_name(review->state),
			review->decided_by, *review->decided_post ? ", " : "", review->decided_post,
			day);
	prose_field(tr("Lý do trả lại"), review->return_reason, out);
	prose_field(tr("Số văn bản"), review->paper_number, out);
}

static void print_head(Cli *cli, const Review *review)
{
	char name[48];
	Arena *arena = &cli->arena;
	period_name(review->period, name, sizeof(name));
	buf_addf(&cli->out, tr("Sơ kết %s, %s\n"), name, review->region);
	buf_addf(&cli->out, tr("Từ %s đến %s; chốt số liệu %s\n"), day_shown(review->from, arena),
		day_shown(review->to, arena), day_shown(review->cutoff, arena));
	buf_addf(&cli->out, tr("Trạng thái: %s%s\n"), review_state_name(review->state),
		review->overdue ? tr(", quá hạn") : "");
	print_decision(cli, review);
}

static void print_sections(const Review *review, Buf *out)
{
	for (int i = 0; i < REVIEW_SECTIONS; i++) {
		if (!*review->sections[i])
			continue;
		buf_addf(out, "\n%d. %s\n", i + 1, review_section_title(i));
		prose_print(review->sections[i], "", out);
	}
}

static void print_marks(Cli *cli, const Vec *marks)
{
	static const TableColumn columns[] = {
		{ N_("Địa phương"), ALIGN_LEFT },
		{ N_("Dự kiến"), ALIGN_LEFT },
		{ N_("Nhận xét"), ALIGN_LEFT },
		{ N_("Lý do"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 4);
	for (size_t i = 0; i < marks->len; i++) {
		const ReviewMark *mark = vec_at(marks, i);
		const char *reason = *mark->mark_reason ? mark->mark_reason : mark->proposed_reason;
		table_add(&table, (const char *[]){ mark->district, mark_name(mark->proposed),
					  mark_name(mark->mark), reason });
	}
	buf_addch(&cli->out, '\n');
	table_print(&table, "", &cli->out);
}

// Whoever approved it, under the name that is frozen with it.
static void print_signature(Cli *cli, const Review *review, const Signature *signature)
{
	Err wrong = ERR_INIT;
	bool holds = signature_check(cli->core, review->id, signature, &wrong);
	buf_addf(&cli->out, tr("Ký số: %s, %s, khóa %s%s; %s%s\n"), review->decided_by,
		moment_shown(cli->core, signature->at, &cli->arena),
		*signature->comment ? arena_printf(&cli->arena, "“%s”, ", signature->comment) : "",
		signature->fingerprint,
		holds ? tr("đúng") : tr("! KHÔNG ĐÚNG: "), holds ? "" : wrong.message);
}

static bool print_signatures(Cli *cli, const Review *review, Err *err)
{
	Vec signatures;
	vec_init(&signatures, sizeof(Signature));
	bool ok = signature_list(cli->core, review->id, &cli->arena, &signatures, err);
	for (size_t i = 0; i < signatures.len; i++)
		print_signature(cli, review, vec_at(&signatures, i));
	vec_release(&signatures);
	return ok;
}

// What is printed can be held against the journal later on.
static bool print_anchor(Cli *cli, Err *err)
{
	JournalHead head;
	char anchor[JOURNAL_ANCHOR + 1];
	if (!journal_head(cli->core, &head, err))
		return false;
	journal_anchor(head.hash, anchor);
	buf_addf(&cli->out, tr("\nNhật ký đến mục %lld, mã %s\n"), (long long)head.seq, anchor);
	return true;
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	Review review;
	Vec marks;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = review_find(cli, values, &review, err) &&
		  review_marks(cli->core, &review, &cli->arena, &marks, err);
	if (ok) {
		print_head(cli, &review);
		ok = print_signatures(cli, &review, err);
		print_sections(&review, &cli->out);
		print_marks(cli, &marks);
		ok = ok && print_anchor(cli, err);
	}
	vec_release(&marks);
	return ok;
}

const Command review_show_command = {
	.name = "review show",
	.summary = N_("In sơ kết của một vùng trong một kỳ: các phần và nhận xét"),
	.arguments = show_arguments,
	.options = no_options,
	.values_size = sizeof(ReviewOf),
	.run = run_show,
};

// --- review overview, review schedule --------------------------------------------------------

typedef struct {
	const char *period;
	bool json;
} OverviewValues;

static const Option overview_options[] = {
	{ .name = "period",
		.type = OPTION_LINE,
		.offset = offsetof(OverviewValues, period),
		.value = N_("KỲ"),
		.help = N_("như 2021H2; không ghi thì kỳ đang làm") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(OverviewValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static json_t *json_of_line(Cli *cli, const ReviewLine *line)
{
	json_t *object = json_of_review(cli, &line->review);
	json_object_set_new(object, "good", json_integer(line->marks[MARK_GOOD]));
	json_object_set_new(object, "met", json_integer(line->marks[MARK_MET]));
	json_object_set_new(object, "unmet", json_integer(line->marks[MARK_UNMET]));
	json_object_set_new(object, "none", json_integer(line->marks[MARK_NONE]));
	return object;
}

static void print_overview_json(Cli *cli, const Vec *lines)
{
	json_t *array = json_array();
	for (size_t i = 0; i < lines->len; i++)
		json_array_append_new(array, json_of_line(cli, vec_at(lines, i)));
	json_print(array, &cli->out);
}

static void print_overview(Cli *cli, const Vec *lines)
{
	static const TableColumn columns[] = {
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Trạng thái"), ALIGN_LEFT },
		{ N_("Trình"), ALIGN_LEFT },
		{ N_("Quyết định"), ALIGN_LEFT },
		{ N_("Tốt"), ALIGN_RIGHT },
		{ N_("Đạt"), ALIGN_RIGHT },
		{ N_("Chưa đạt"), ALIGN_RIGHT },
	};
	Table table = table_new(columns, 7);
	for (size_t i = 0; i < lines->len; i++) {
		const ReviewLine *line = vec_at(lines, i);
		const Review *review = &line->review;
		const char *counts[MARK_COUNT];
		const char *state = review_state_name(review->state);
		for (int mark = 0; mark < MARK_COUNT; mark++)
			counts[mark] = line->readable && review->id ?
					       arena_printf(&cli->arena, "%d", line->marks[mark]) : "";
		table_add(&table, (const char *[]){ review->region,
			review->overdue ? arena_printf(&cli->arena, tr("%s, quá hạn"), state) : state,
			review->submitted_by, review->decided_by, counts[MARK_GOOD], counts[MARK_MET],
			counts[MARK_UNMET] });
	}
	table_print(&table, "", &cli->out);
}

static bool read_overview(Cli *cli, const char *typed, Vec *out, Err *err)
{
	Period period;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	period = review_current(cli->core);
	return (!*typed || period_read(typed, &period, err)) &&
	       review_overview(cli->core, period, &cli->arena, out, err);
}

static bool run_overview(Cli *cli, const void *values, Err *err)
{
	const OverviewValues *given = values;
	Vec lines;
	vec_init(&lines, sizeof(ReviewLine));
	bool ok = read_overview(cli, given->period, &lines, err);
	if (ok)
		(given->json ? print_overview_json : print_overview)(cli, &lines);
	vec_release(&lines);
	return ok;
}

const Command review_overview_command = {
	.name = "review overview",
	.summary = N_("Sơ kết của mọi vùng trong một kỳ"),
	.arguments = no_options,
	.options = overview_options,
	.values_size = sizeof(OverviewValues),
	.run = run_overview,
};

typedef struct {
	bool json;
} ScheduleValues;

static const Option schedule_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ScheduleValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static void print_schedule(Cli *cli, const Vec *terms)
{
	static const TableColumn columns[] = {
		{ N_("Kỳ"), ALIGN_LEFT },
		{ N_("Từ ngày"), ALIGN_LEFT },
		{ N_("Chốt số liệu"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 4);
	for (size_t i = 0; i < terms->len; i++) {
		const ReviewTerm *term = vec_at(terms, i);
		table_add(&table, (const char *[]){ period_text(term->period, &cli->arena),
			day_shown(term->from, &cli->arena), day_shown(term->cutoff, &cli->arena),
			day_shown(term->to, &cli->arena) });
	}
	table_print(&table, "", &cli->out);
}

static void print_schedule_json(Cli *cli, const Vec *terms)
{
	json_t *array = json_array();
	for (size_t i = 0; i < terms->len; i++) {
		const ReviewTerm *term = vec_at(terms, i);
		json_array_append_new(array, json_pack("{s:s, s:s, s:s, s:s}", "period",
			period_text(term->period, &cli->arena), "from", term->from, "cutoff",
			term->cutoff, "due", term->to));
	}
	json_print(array, &cli->out);
}

static bool run_schedule(Cli *cli, const void *values, Err *err)
{
	const ScheduleValues *given = values;
	Vec terms;
	vec_init(&terms, sizeof(ReviewTerm));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  review_schedule(cli->core, &cli->arena, &terms, err);
	if (ok)
		(given->json ? print_schedule_json : print_schedule)(cli, &terms);
	vec_release(&terms);
	return ok;
}

const Command review_schedule_command = {
	.name = "review schedule",
	.summary = N_("Lịch sơ kết hai năm tới"),
	.arguments = no_options,
	.options = schedule_options,
	.values_size = sizeof(ScheduleValues),
	.run = run_schedule,
};
