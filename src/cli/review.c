// SPDX-License-Identifier: MIT
// review list, review show.
#include "core/review.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
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

static const char *period_text(Period period, Arena *arena)
{
	char code[7];
	period_code(period, code);
	return arena_strdup(arena, code);
}

static json_t *json_of_review(Cli *cli, const Review *review)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o}", "region",
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

typedef struct {
	const char *region, *period;
} ShowValues;

static const Option show_arguments[] = {
	{ .name = N_("VÙNG"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ShowValues, region),
		.help = N_("mã vùng") },
	{ .name = N_("KỲ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ShowValues, period),
		.help = N_("như 2021H2, là 6 tháng cuối năm 2021") },
	{ 0 },
};

static bool read_period(const char *typed, Period *out, Err *err)
{
	if (period_parse(typed, out))
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải một kỳ sơ kết."), typed);
	err_hint(err, "%s", tr("Viết năm rồi H1 hoặc H2, như 2021H2."));
	return err_field(err, "period");
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

static bool run_show(Cli *cli, const void *values, Err *err)
{
	const ShowValues *given = values;
	Period period;
	Region region;
	Review review;
	Vec marks;
	vec_init(&marks, sizeof(ReviewMark));
	bool ok = read_period(given->period, &period, err) && cli_open(cli, DB_OPEN, err) &&
		  region_by_code(cli->core, given->region, &cli->arena, &region, err) &&
		  review_get(cli->core, region.id, period, &cli->arena, &review, err) &&
		  review_marks(cli->core, &review, &cli->arena, &marks, err);
	if (ok) {
		print_head(cli, &review);
		print_sections(&review, &cli->out);
		print_marks(cli, &marks);
	}
	vec_release(&marks);
	return ok;
}

const Command review_show_command = {
	.name = "review show",
	.summary = N_("In sơ kết của một vùng trong một kỳ: các phần và nhận xét"),
	.arguments = show_arguments,
	.options = no_options,
	.values_size = sizeof(ShowValues),
	.run = run_show,
};
