// SPDX-License-Identifier: MIT
// remark list, add, answer, task, seen, withdraw.
#include "core/remark.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/moment.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/directive.h"
#include "core/review.h"

#include <string.h>

// --- remark list -----------------------------------------------------------------------------

typedef struct {
	const char *state;
	bool own, json;
} ListValues;

static const char *const state_words[] = { "open", "answered", "task", "withdrawn", "all", NULL };

static const Option list_options[] = {
	{ .name = "state",
		.type = OPTION_WORD,
		.words = state_words,
		.offset = offsetof(ListValues, state),
		.value = N_("LOẠI"),
		.help = N_("open, answered, task, withdrawn; không ghi là tất cả trừ đã rút") },
	{ .name = "own",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, own),
		.help = N_("chỉ những ý kiến mình cho hay được gửi") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static unsigned states_of(const char *word)
{
	for (int state = 0; state < REMARK_STATES; state++)
		if (strcmp(word, remark_state_code((RemarkState)state)) == 0)
			return 1u << state;
	return *word ? (1u << REMARK_STATES) - 1 : 0;
}

static json_t *json_of_remark(Cli *cli, const Remark *remark)
{
	json_t *json = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id",
		json_of_text(cli_id(cli, remark->id)), "state",
		json_of_text(remark_state_code(remark->state)), "about",
		json_of_text(remark->about), "place", json_of_text(remark->place_title), "author",
		json_of_text(remark->author), "said_on", json_of_text(remark->said_on), "to",
		json_of_text(remark->to_words), "text", json_of_text(remark->text));
	json_object_set_new(json, "due", json_of_known(remark->due));
	json_object_set_new(json, "late", json_boolean(remark->late));
	json_object_set_new(json, "answer", json_of_known(remark->answer));
	json_object_set_new(json, "document", json_of_known(remark->document));
	json_object_set_new(json, "answered_by", json_of_known(remark->answered_by));
	json_object_set_new(json, "seen", json_boolean(remark->seen_at != 0));
	json_object_set_new(json, "task", json_of_known(remark->task_code));
	return json;
}

static const char *standing(Cli *cli, const Remark *remark)
{
	if (remark->state == REMARK_TASK)
		return arena_printf(&cli->arena, tr("nhiệm vụ %s"), remark->task_code);
	if (remark->late)
		return arena_printf(&cli->arena, tr("! quá hạn %d ngày"), remark->days_past);
	return remark_state_name(remark->state);
}

static void print_table(Cli *cli, const Vec *remarks)
{
	static const TableColumn columns[] = {
		{ N_("Số"), ALIGN_RIGHT },
		{ N_("Ngày"), ALIGN_LEFT },
		{ N_("Của"), ALIGN_LEFT },
		{ N_("Gửi"), ALIGN_LEFT },
		{ N_("Về"), ALIGN_LEFT },
		{ N_("Hạn"), ALIGN_LEFT },
		{ N_("Tình trạng"), ALIGN_LEFT },
		{ N_("Ý kiến"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 8);
	for (size_t i = 0; i < remarks->len; i++) {
		const Remark *remark = vec_at(remarks, i);
		table_add(&table,
			(const char *[]){ cli_id(cli, remark->id),
				day_shown(remark->said_on, &cli->arena), remark->author,
				remark->to_words, remark->about,
				day_shown(remark->due, &cli->arena), standing(cli, remark),
				remark->text });
	}
	table_print(&table, "", &cli->out);
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec remarks;
	RemarkFilter filter = { .states = states_of(given->state), .own = given->own };
	vec_init(&remarks, sizeof(Remark));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  remark_list(cli->core, &filter, &cli->arena, &remarks, err);
	json_t *array = json_array();
	for (size_t i = 0; ok && i < remarks.len; i++)
		json_array_append_new(array, json_of_remark(cli, vec_at(&remarks, i)));
	if (ok && given->json)
		json_print(json_incref(array), &cli->out);
	else if (ok && !remarks.len)
		buf_adds(&cli->out, tr("Không có ý kiến chỉ đạo nào.\n"));
	else if (ok)
		print_table(cli, &remarks);
	json_decref(array);
	vec_release(&remarks);
	return ok;
}

const Command remark_list_command = {
	.name = "remark list",
	.summary = N_("Liệt kê ý kiến chỉ đạo: chưa trả lời trước, theo hạn"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- remark add ------------------------------------------------------------------------------

typedef struct {
	const char *text, *to, *due, *place, *task, *meeting, *review, *directive;
} AddValues;

static const Option add_arguments[] = {
	{ .name = N_("Ý-KIẾN"),
		.type = OPTION_TEXT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, text),
		.help = N_("lời của lãnh đạo") },
	{ 0 },
};

static const Option add_options[] = {
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, place),
		.value = N_("MÃ"),
		.help = N_("về vùng hay địa phương này; cùng --task, --review thì là nơi của việc ấy") },
	{ .name = "task",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, task),
		.value = N_("MÃ"),
		.help = N_("về nhiệm vụ này, ở --place nếu có ghi") },
	{ .name = "meeting",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, meeting),
		.value = N_("SỐ"),
		.help = N_("về buổi làm việc này") },
	{ .name = "review",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, review),
		.value = N_("KỲ"),
		.help = N_("về sơ kết kỳ này, như 2021H2, của vùng ở --place") },
	{ .name = "directive",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, directive),
		.value = N_("SỐ"),
		.help = N_("về văn bản chỉ đạo này") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, to),
		.value = N_("AI"),
		.help = N_("cơ quan, địa phương hay đồng chí; không ghi là nơi chủ trì") },
	{ .name = "due",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, due),
		.value = N_("NGÀY"),
		.help = N_("hạn trả lời") },
	{ 0 },
};

static bool about_task(Cli *cli, const AddValues *given, Place place, Thing *out, Err *err)
{
	Task task;
	Leaf leaf;
	if (!*given->place) {
		if (!task_find(cli->core, given->task, &cli->arena, &task, err))
			return false;
		*out = (Thing){ NOUN_TASK, task.id };
		return true;
	}
	if (!leaf_find(cli->core, given->task, place, &cli->arena, &leaf, err))
		return false;
	*out = (Thing){ NOUN_LEAF, leaf.leaf_id };
	return true;
}

static bool about_meeting(Cli *cli, const AddValues *given, Place place, Thing *out, Err *err)
{
	(void)place;
	out->noun = NOUN_MEETING;
	return id_read(cli->core, given->meeting, &out->id, err);
}

static bool about_directive(Cli *cli, const AddValues *given, Place place, Thing *out, Err *err)
{
	Directive directive;
	(void)place;
	if (!directive_find(cli->core, given->directive, &cli->arena, &directive, err))
		return false;
	*out = (Thing){ NOUN_DIRECTIVE, directive.id };
	return true;
}

static bool about_review(Cli *cli, const AddValues *given, Place place, Thing *out, Err *err)
{
	Period period;
	Review review;
	if (!period_parse(given->review, &period)) {
		err_set(err, ERR_INVALID, tr("“%s” không phải một kỳ sơ kết."), given->review);
		err_hint(err, "%s", tr("Viết năm rồi H1 hoặc H2, như 2021H2."));
		return err_field(err, "review");
	}
	if (!review_get(cli->core, place.region_id, period, &cli->arena, &review, err))
		return false;
	*out = (Thing){ NOUN_REVIEW, review.id };
	return review.id || err_set(err, ERR_NOT_FOUND, "%s", tr("Sơ kết kỳ này chưa bắt đầu soạn."));
}

static bool about_place(Cli *cli, const AddValues *given, Place place, Thing *out, Err *err)
{
	(void)cli;
	*out = place.district_id ? (Thing){ NOUN_DISTRICT, place.district_id }
				 : (Thing){ NOUN_REGION, place.region_id };
	if (out->id)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa ghi ý kiến về việc gì."));
	err_hint(err, "%s", tr("Thêm --place, --task, --meeting, --review hoặc --directive."));
	return err_field(err, *given->place ? "place" : "task");
}

static bool find_about(Cli *cli, const AddValues *given, Thing *out, Err *err)
{
	Place place = { 0 };
	const struct {
		const char *value;
		bool (*find)(Cli *, const AddValues *, Place, Thing *, Err *);
	} kinds[] = {
		{ given->task, about_task },
		{ given->meeting, about_meeting },
		{ given->review, about_review },
		{ given->directive, about_directive },
	};
	if (*given->place && !place_find(cli->core, given->place, &place, err))
		return false;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (*kinds[i].value)
			return kinds[i].find(cli, given, place, out, err);
	return about_place(cli, given, place, out, err);
}

static bool find_to(Cli *cli, const char *typed, Thing about, Thing *out, Err *err)
{
	if (*typed)
		return addressee_find(cli->core, typed, &cli->arena, out, err);
	if (!addressee_default(cli->core, about, &cli->arena, out, err))
		return false;
	if (out->id)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa ghi ý kiến gửi ai."));
	err_hint(err, "%s", tr("Thêm --to."));
	return err_field(err, "to");
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const AddValues *given = values;
	Remark remark = { .text = given->text };
	if (!cli_open(cli, DB_OPEN, err) || !find_about(cli, given, &remark.thing, err) ||
		!find_to(cli, given->to, remark.thing, &remark.to, err) ||
		!cli_date(cli, "due", given->due, &remark.due, err) ||
		!remark_add(cli->core, &remark, err) ||
		!remark_get(cli->core, remark.id, &cli->arena, &remark, err))
		return false;
	buf_addf(&cli->out, tr("Đã ghi ý kiến số %s về %s, gửi %s"), cli_id(cli, remark.id),
		remark.about, remark.to_words);
	if (*remark.due)
		buf_addf(&cli->out, tr(", hạn %s"), day_shown(remark.due, &cli->arena));
	buf_adds(&cli->out, ".\n");
	return true;
}

const Command remark_add_command = {
	.name = "remark add",
	.summary = N_("Ghi ý kiến chỉ đạo về một vùng, nhiệm vụ, buổi làm việc, sơ kết hay văn bản"),
	.arguments = add_arguments,
	.options = add_options,
	.values_size = sizeof(AddValues),
	.run = run_add,
};
