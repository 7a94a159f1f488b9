// SPDX-License-Identifier: MIT
// review begin, write, mark, submit, approve, return, paper, follow-up: a review's way, step by step.
#include "core/review.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/review_parts.h"
#include "core/org.h"

#include <string.h>

// Every step is of one region's half-year: the first two arguments.
static const Option of_review[] = {
	REVIEW_ARGUMENTS,
	{ 0 },
};

typedef bool Step(Cli *cli, const Review *review, const void *values, Err *err);

// The values of every step begin with a ReviewOf.
static bool take(Cli *cli, const void *values, Step *step, Err *err)
{
	Review review;
	return review_find(cli, values, &review, err) && step(cli, &review, values, err);
}

// The same of one that somebody has begun.
static bool take_begun(Cli *cli, const void *values, Step *step, Err *err)
{
	Review review;
	if (!review_find(cli, values, &review, err))
		return false;
	if (review.id)
		return step(cli, &review, values, err);
	err_set(err, ERR_NOT_FOUND, tr("Sơ kết %s, %s chưa bắt đầu soạn."),
		period_text(review.period, &cli->arena), review.region);
	return err_hint(err, "%s", tr("Bắt đầu bằng `dieuphoi review begin`."));
}

static bool say(Cli *cli, const Review *review, const char *format)
{
	char code[7];
	period_code(review->period, code);
	buf_addf(&cli->out, format, code, review->region);
	return true;
}

// --- begin, submit ---------------------------------------------------------------------------

static bool begin(Cli *cli, const Review *review, const void *values, Err *err)
{
	int64_t id;
	(void)values;
	return review_begin(cli->core, review->region_id, review->period, &id, err) &&
	       say(cli, review, tr("Đã lập bản nháp sơ kết %s, %s; mục 1 điền từ số liệu.\n"));
}

static bool run_begin(Cli *cli, const void *values, Err *err)
{
	return take(cli, values, begin, err);
}

const Command review_begin_command = {
	.name = "review begin",
	.summary = N_("Bắt đầu soạn sơ kết của một vùng"),
	.arguments = of_review,
	.options = no_options,
	.values_size = sizeof(ReviewOf),
	.run = run_begin,
};

static bool submit(Cli *cli, const Review *review, const void *values, Err *err)
{
	(void)values;
	return review_submit(cli->core, review->id, review->rev, err) &&
	       say(cli, review, tr("Đã trình duyệt sơ kết %s, %s.\n"));
}

static bool run_submit(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, submit, err);
}

const Command review_submit_command = {
	.name = "review submit",
	.summary = N_("Trình duyệt sơ kết"),
	.help = N_("Còn thiếu phần nào thì nói rõ và không trình."),
	.arguments = of_review,
	.options = no_options,
	.values_size = sizeof(ReviewOf),
	.run = run_submit,
};

// --- write -----------------------------------------------------------------------------------

typedef struct {
	ReviewOf of;
	OptionInt section;
	const char *text;
} WriteValues;

static const Option write_options[] = {
	{ .name = "section",
		.type = OPTION_INT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(WriteValues, section),
		.min = 1,
		.max = REVIEW_SECTIONS,
		.value = N_("SỐ"),
		.help = N_("mục, từ 1 đến 6") },
	{ .name = "text",
		.type = OPTION_TEXT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(WriteValues, text),
		.value = N_("LỜI"),
		.help = N_("cả mục, thay cho lời đang có") },
	{ 0 },
};

static bool write_section(Cli *cli, const Review *review, const void *values, Err *err)
{
	const WriteValues *given = values;
	return review_save_section(cli->core, review->id, review->rev, given->section.value - 1,
		       given->text, err) &&
	       say(cli, review, tr("Đã ghi vào sơ kết %s, %s.\n"));
}

static bool run_write(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, write_section, err);
}

const Command review_write_command = {
	.name = "review write",
	.summary = N_("Ghi một mục của sơ kết"),
	.arguments = of_review,
	.options = write_options,
	.values_size = sizeof(WriteValues),
	.run = run_write,
};

// --- mark ------------------------------------------------------------------------------------

typedef struct {
	ReviewOf of;
	const char *district, *mark, *reason;
} MarkValues;

static const char *const mark_words[] = { "none", "good", "met", "unmet", NULL };

static const Option mark_arguments[] = {
	REVIEW_ARGUMENTS,
	{ .name = N_("ĐỊA-PHƯƠNG"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(MarkValues, district),
		.help = N_("mã địa phương") },
	{ .name = N_("NHẬN-XÉT"),
		.type = OPTION_WORD,
		.need = OPTION_REQUIRED,
		.offset = offsetof(MarkValues, mark),
		.words = mark_words,
		.help = N_("good tốt, met đạt yêu cầu, unmet chưa đạt yêu cầu, none chưa nhận xét") },
	{ 0 },
};

static const Option mark_options[] = {
	{ .name = "reason",
		.type = OPTION_LINE,
		.offset = offsetof(MarkValues, reason),
		.value = N_("LỜI"),
		.help = N_("lý do, phải có khi chưa đạt yêu cầu") },
	{ 0 },
};

// Until it is submitted a mark is proposed; then the lead decides.
static bool mark(Cli *cli, const Review *review, const void *values, Err *err)
{
	const MarkValues *given = values;
	District district;
	Mark wanted;
	if (!district_by_code(cli->core, given->district, &cli->arena, &district, err) ||
		!mark_parse(given->mark, &wanted))
		return false;
	bool decided = review->state == REVIEW_SUBMITTED;
	if (!(decided ? review_decide : review_propose)(cli->core, review->id,
		    (MarkOf){ .district_id = district.id }, wanted,
		    given->reason, err))
		return false;
	buf_addf(&cli->out, decided ? tr("Đã quyết định nhận xét %s: %s.\n") :
				      tr("Đã dự kiến nhận xét %s: %s.\n"),
		district.title, mark_name(wanted));
	return true;
}

static bool run_mark(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, mark, err);
}

const Command review_mark_command = {
	.name = "review mark",
	.summary = N_("Nhận xét một địa phương trong sơ kết"),
	.help = N_("Đang soạn thì là dự kiến; đã trình thì là quyết định của lãnh đạo phụ trách vùng."),
	.arguments = mark_arguments,
	.options = mark_options,
	.values_size = sizeof(MarkValues),
	.run = run_mark,
};

// --- approve, return, paper ------------------------------------------------------------------

typedef struct {
	ReviewOf of;
	const char *confirm, *paper;
} ApproveValues;

static const Option approve_options[] = {
	{ .name = "confirm",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ApproveValues, confirm),
		.value = N_("KỲ"),
		.help = N_("gõ lại mã kỳ: duyệt xong thì khóa") },
	{ .name = "paper",
		.type = OPTION_LINE,
		.offset = offsetof(ApproveValues, paper),
		.value = N_("SỐ"),
		.help = N_("số của bản giấy đã ký") },
	{ 0 },
};

static bool approve(Cli *cli, const Review *review, const void *values, Err *err)
{
	const ApproveValues *given = values;
	return review_approve(cli->core, review->id, review->rev, given->confirm, given->paper, err) &&
	       say(cli, review, tr("Đã duyệt sơ kết %s, %s; từ nay không đổi.\n"));
}

static bool run_approve(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, approve, err);
}

const Command review_approve_command = {
	.name = "review approve",
	.summary = N_("Duyệt và khóa sơ kết"),
	.arguments = of_review,
	.options = approve_options,
	.values_size = sizeof(ApproveValues),
	.run = run_approve,
};

typedef struct {
	ReviewOf of;
	const char *reason;
} ReturnValues;

static const Option return_options[] = {
	{ .name = "reason",
		.type = OPTION_TEXT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(ReturnValues, reason),
		.value = N_("LỜI"),
		.help = N_("cần sửa gì, ở mục nào") },
	{ 0 },
};

static bool give_back(Cli *cli, const Review *review, const void *values, Err *err)
{
	const ReturnValues *given = values;
	return review_return(cli->core, review->id, review->rev, given->reason, err) &&
	       say(cli, review, tr("Đã trả lại sơ kết %s, %s.\n"));
}

static bool run_return(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, give_back, err);
}

const Command review_return_command = {
	.name = "review return",
	.summary = N_("Trả lại sơ kết để soạn tiếp"),
	.arguments = of_review,
	.options = return_options,
	.values_size = sizeof(ReturnValues),
	.run = run_return,
};

typedef struct {
	ReviewOf of;
	const char *number;
} PaperValues;

static const Option paper_arguments[] = {
	REVIEW_ARGUMENTS,
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(PaperValues, number),
		.help = N_("số của bản giấy đã ký, như 52-BC/TU") },
	{ 0 },
};

static bool paper(Cli *cli, const Review *review, const void *values, Err *err)
{
	const PaperValues *given = values;
	return review_record_paper(cli->core, review->id, review->rev, given->number, err) &&
	       say(cli, review, tr("Đã ghi số văn bản của sơ kết %s, %s.\n"));
}

static bool run_paper(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, paper, err);
}

const Command review_paper_command = {
	.name = "review paper",
	.summary = N_("Ghi số bản giấy của sơ kết đã duyệt"),
	.arguments = paper_arguments,
	.options = no_options,
	.values_size = sizeof(PaperValues),
	.run = run_paper,
};

// --- follow-up -------------------------------------------------------------------------------

typedef struct {
	ReviewOf of;
	const char *title, *body, *due, *districts;
} FollowValues;

static const Option follow_arguments[] = {
	REVIEW_ARGUMENTS,
	{ .name = N_("VIỆC"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(FollowValues, title),
		.help = N_("nội dung việc phải làm") },
	{ 0 },
};

static const Option follow_options[] = {
	{ .name = "body",
		.type = OPTION_LINE,
		.offset = offsetof(FollowValues, body),
		.value = N_("CƠ-QUAN"),
		.help = N_("cơ quan chủ trì; không ghi thì là cấp ủy của địa phương được giao") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(FollowValues, due),
		.value = N_("NGÀY"),
		.help = N_("hạn") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(FollowValues, districts),
		.value = N_("MÃ,…"),
		.help = N_("các địa phương được giao; không ghi thì cả vùng") },
	{ 0 },
};

static bool read_places(Cli *cli, const char *typed, Vec *out, Err *err)
{
	char *rest = arena_strdup(&cli->arena, typed);
	for (char *code; (code = strsep(&rest, ", "));) {
		District district;
		if (!*code)
			continue;
		if (!district_by_code(cli->core, code, &cli->arena, &district, err))
			return false;
		*(Place *)vec_push(out) = (Place){ .district_id = district.id };
	}
	return true;
}

static bool give(Cli *cli, const Review *review, const FollowValues *given, const Vec *places,
	Err *err)
{
	Body body = { .id = 0 };
	Task task;
	int64_t task_id;
	FollowUp follow_up = { .title = given->title, .places = places->items, .places_n = places->len };
	if (*given->body && !body_find(cli->core, given->body, &cli->arena, &body, err))
		return false;
	follow_up.body_id = body.id;
	if (!cli_date(cli, "due", given->due, &follow_up.due, err) ||
		!review_follow_up(cli->core, review->id, &follow_up, &task_id, err) ||
		!task_get(cli->core, task_id, &cli->arena, &task, err))
		return false;
	buf_addf(&cli->out, tr("Đã giao thành nhiệm vụ %s.\n"), task.code);
	return true;
}

static bool follow_up(Cli *cli, const Review *review, const void *values, Err *err)
{
	const FollowValues *given = values;
	Vec places;
	vec_init(&places, sizeof(Place));
	bool ok = read_places(cli, given->districts, &places, err) &&
		  give(cli, review, given, &places, err);
	vec_release(&places);
	return ok;
}

static bool run_follow_up(Cli *cli, const void *values, Err *err)
{
	return take_begun(cli, values, follow_up, err);
}

const Command review_follow_up_command = {
	.name = "review follow-up",
	.summary = N_("Giao một việc sau sơ kết thành nhiệm vụ"),
	.arguments = follow_arguments,
	.options = follow_options,
	.values_size = sizeof(FollowValues),
	.run = run_follow_up,
};
