// SPDX-License-Identifier: MIT
// indicator add, edit, target.
#include "cli/command.h"

#include "base/tr.h"
#include "core/indicator.h"
#include "core/task.h"

#include <string.h>

// --- indicator add ---------------------------------------------------------------------------

typedef struct {
	const char *code, *name, *unit, *better, *aggregation, *rhythm, *numerator, *denominator, *task;
	OptionInt scale;
} AddValues;

static const char *const directions[] = { "higher", "lower", NULL };
static const char *const aggregations[] = { "sum", "mean", "last", "ratio", NULL };
static const char *const rhythms[] = { "month", "quarter", "half", "year", NULL };

static const Option add_arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, code),
		.help = N_("mã mới: chữ thường không dấu, chữ số và “-”") },
	{ 0 },
};

// Of a definition, whether it is new or mended.
#define DEFINITION_OPTIONS \
	{ .name = "scale", \
		.type = OPTION_INT, \
		.offset = offsetof(AddValues, scale), \
		.max = SCALE_MAX, \
		.value = N_("SỐ"), \
		.help = N_("số chữ số sau dấu phẩy, 0 đến 4; mặc định 0") }, \
	{ .name = "better", \
		.type = OPTION_WORD, \
		.offset = offsetof(AddValues, better), \
		.words = directions, \
		.value = N_("HƯỚNG"), \
		.help = N_("cao hơn (mặc định) hay thấp hơn là tốt:") }, \
	{ .name = "rhythm", \
		.type = OPTION_WORD, \
		.offset = offsetof(AddValues, rhythm), \
		.words = rhythms, \
		.value = N_("KỲ"), \
		.help = N_("kỳ số liệu, mặc định tháng:") }, \
	{ .name = "numerator", \
		.type = OPTION_LINE, \
		.offset = offsetof(AddValues, numerator), \
		.value = N_("CHỈ-TIÊU"), \
		.help = N_("tử số của một tỷ lệ") }, \
	{ .name = "denominator", \
		.type = OPTION_LINE, \
		.offset = offsetof(AddValues, denominator), \
		.value = N_("CHỈ-TIÊU"), \
		.help = N_("mẫu số của một tỷ lệ") }

static const Option add_options[] = {
	{ .name = "name",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, name),
		.value = N_("TÊN"),
		.help = N_("tên chỉ tiêu") },
	{ .name = "unit",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, unit),
		.value = N_("ĐƠN-VỊ"),
		.help = N_("đơn vị, như % hay tỷ đồng") },
	{ .name = "aggregation",
		.type = OPTION_WORD,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, aggregation),
		.words = aggregations,
		.value = N_("CÁCH"),
		.help = N_("các địa phương gộp lại thế nào:") },
	DEFINITION_OPTIONS,
	{ .name = "task",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, task),
		.value = N_("MÃ"),
		.help = N_("nhiệm vụ mà chỉ tiêu này đo") },
	{ 0 },
};

static bool find_part(Cli *cli, const char *typed, int64_t *out, Err *err)
{
	Indicator part = { .id = 0 };
	if (*typed && !indicator_find(cli->core, typed, &cli->arena, &part, err))
		return false;
	*out = part.id;
	return true;
}

static bool find_task(Cli *cli, const char *code, int64_t *out, Err *err)
{
	Task task = { .id = 0 };
	if (*code && !task_find(cli->core, code, &cli->arena, &task, err))
		return false;
	*out = task.id;
	return true;
}

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const AddValues *given = values;
	Indicator indicator = { .code = given->code, .name = given->name, .unit = given->unit,
		.scale = given->scale.given ? given->scale.value : 0 };
	bool known = direction_parse(*given->better ? given->better : directions[0], &indicator.direction) &&
		     aggregation_parse(given->aggregation, &indicator.aggregation) &&
		     indicator_rhythm_parse(*given->rhythm ? given->rhythm : rhythms[0], &indicator.rhythm);
	(void)known; // each is one of its words
	if (!cli_open(cli, DB_OPEN, err) ||
		!find_part(cli, given->numerator, &indicator.numerator_id, err) ||
		!find_part(cli, given->denominator, &indicator.denominator_id, err) ||
		!find_task(cli, given->task, &indicator.task_id, err) ||
		!indicator_add(cli->core, &indicator, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm chỉ tiêu %s (%s).\n"), given->name, given->code);
	return true;
}

const Command indicator_add_command = {
	.name = "indicator add",
	.summary = N_("Thêm một chỉ tiêu"),
	.help = N_("Tỷ lệ (ratio) là tổng của --numerator trên tổng của --denominator, không có số liệu riêng."),
	.arguments = add_arguments,
	.options = add_options,
	.values_size = sizeof(AddValues),
	.run = run_add,
};

// --- indicator edit --------------------------------------------------------------------------

static const Option edit_arguments[] = {
	{ .name = N_("CHỈ-TIÊU"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(AddValues, code),
		.help = N_("mã chỉ tiêu, hoặc tên, gõ không dấu cũng được") },
	{ 0 },
};

static const Option edit_options[] = {
	{ .name = "name",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, name),
		.value = N_("TÊN"),
		.help = N_("tên chỉ tiêu") },
	{ .name = "unit",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, unit),
		.value = N_("ĐƠN-VỊ"),
		.help = N_("đơn vị, như % hay tỷ đồng") },
	{ .name = "aggregation",
		.type = OPTION_WORD,
		.offset = offsetof(AddValues, aggregation),
		.words = aggregations,
		.value = N_("CÁCH"),
		.help = N_("các địa phương gộp lại thế nào:") },
	DEFINITION_OPTIONS,
	{ .name = "task",
		.type = OPTION_LINE,
		.offset = offsetof(AddValues, task),
		.value = N_("MÃ"),
		.help = N_("nhiệm vụ mà chỉ tiêu này đo; none là không đo nhiệm vụ nào") },
	{ 0 },
};

static void put(const char *given, const char **field)
{
	if (*given)
		*field = given;
}

// What was given replaces what is there. Who makes a ratio something else has done with its two.
static bool put_definition(Cli *cli, const AddValues *given, Indicator *indicator, Err *err)
{
	put(given->name, &indicator->name);
	put(given->unit, &indicator->unit);
	if (given->scale.given)
		indicator->scale = given->scale.value;
	bool known = (!*given->better || direction_parse(given->better, &indicator->direction)) &&
		     (!*given->aggregation ||
			     aggregation_parse(given->aggregation, &indicator->aggregation)) &&
		     (!*given->rhythm || indicator_rhythm_parse(given->rhythm, &indicator->rhythm));
	(void)known; // each is one of its words
	if (indicator->aggregation != AGGREGATE_RATIO)
		indicator->numerator_id = indicator->denominator_id = 0;
	if (strcmp(given->task, "none") == 0)
		indicator->task_id = 0;
	else if (*given->task && !find_task(cli, given->task, &indicator->task_id, err))
		return false;
	return (!*given->numerator ||
		       find_part(cli, given->numerator, &indicator->numerator_id, err)) &&
	       (!*given->denominator ||
		       find_part(cli, given->denominator, &indicator->denominator_id, err));
}

static bool run_edit(Cli *cli, const void *values, Err *err)
{
	const AddValues *given = values;
	Indicator indicator;
	if (!cli_open(cli, DB_OPEN, err) ||
		!indicator_find(cli->core, given->code, &cli->arena, &indicator, err) ||
		!put_definition(cli, given, &indicator, err) ||
		!indicator_save(cli->core, &indicator, err))
		return false;
	buf_addf(&cli->out, tr("Đã ghi chỉ tiêu %s (%s).\n"), indicator.name, indicator.code);
	return true;
}

const Command indicator_edit_command = {
	.name = "indicator edit",
	.summary = N_("Sửa định nghĩa của một chỉ tiêu"),
	.help = N_("Không ghi gì thì giữ như cũ. Mã giữ mãi; đã có số liệu hoặc kế hoạch thì đơn vị và số chữ "
		   "số lẻ cũng giữ."),
	.arguments = edit_arguments,
	.options = edit_options,
	.values_size = sizeof(AddValues),
	.run = run_edit,
};

// --- indicator target ------------------------------------------------------------------------

typedef struct {
	const char *indicator, *value, *place, *kind, *period, *from, *to, *document;
} TargetValues;

static const char *const target_kinds[] = { "value", "last-year", NULL };

static const Option target_arguments[] = {
	{ .name = N_("CHỈ-TIÊU"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(TargetValues, indicator),
		.help = N_("mã chỉ tiêu, hoặc tên, gõ không dấu cũng được") },
	{ .name = N_("SỐ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(TargetValues, value),
		.help = N_("kế hoạch, theo đơn vị của chỉ tiêu hoặc phần trăm so với cùng kỳ") },
	{ 0 },
};

static const Option target_options[] = {
	{ .name = "place",
		.type = OPTION_LINE,
		.offset = offsetof(TargetValues, place),
		.value = N_("NƠI"),
		.help = N_("mã vùng hay địa phương; mặc định toàn tỉnh") },
	{ .name = "kind",
		.type = OPTION_WORD,
		.offset = offsetof(TargetValues, kind),
		.words = target_kinds,
		.value = N_("LOẠI"),
		.help = N_("giá trị (mặc định) hay so với cùng kỳ năm trước:") },
	{ .name = "period",
		.type = OPTION_LINE,
		.offset = offsetof(TargetValues, period),
		.value = N_("KỲ"),
		.help = N_("2021, 2021H2, 2021Q4 hoặc 2021-11") },
	{ .name = "from",
		.type = OPTION_LINE,
		.offset = offsetof(TargetValues, from),
		.value = N_("NGÀY"),
		.help = N_("ngày đầu, thay cho --period") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(TargetValues, to),
		.value = N_("NGÀY"),
		.help = N_("ngày cuối; không ghi là đến khi có kế hoạch khác") },
	{ .name = "document",
		.type = OPTION_LINE,
		.offset = offsetof(TargetValues, document),
		.value = N_("VĂN-BẢN"),
		.help = N_("văn bản giao kế hoạch") },
	{ 0 },
};

static bool read_time(Cli *cli, const TargetValues *given, IndicatorTarget *out, Err *err)
{
	char from[11], to[11];
	if (!*given->period == !*given->from) {
		err_set(err, ERR_INVALID, "%s", tr("Ghi --period, hoặc --from."));
		return err_field(err, "period");
	}
	if (!*given->period)
		return cli_date(cli, "from", given->from, &out->from, err) &&
		       cli_date(cli, "to", given->to, &out->to, err);
	if (!target_period_read(given->period, from, to, err))
		return false;
	out->from = arena_strdup(&cli->arena, from);
	out->to = arena_strdup(&cli->arena, to);
	return true;
}

static void tell(Cli *cli, const Indicator *indicator, const IndicatorTarget *target, const char *place)
{
	Buf value = BUF_INIT;
	const Standing standing = { .set = true, .kind = target->kind, .target = target->value,
		.scale = target->kind == TARGET_VALUE ? indicator->scale : LAST_YEAR_SCALE };
	standing_target_show(&value, indicator, &standing);
	buf_addf(&cli->out, tr("%s, %s: kế hoạch %s, %s.\n"), indicator->name, place, value.bytes,
		target_period_words(target, &cli->arena));
	buf_release(&value);
}

static bool run_target(Cli *cli, const void *values, Err *err)
{
	const TargetValues *given = values;
	Indicator indicator;
	IndicatorTarget target = { .document = given->document };
	const char *place, *code;
	bool known = target_kind_parse(*given->kind ? given->kind : target_kinds[0], &target.kind);
	(void)known; // one of the words
	if (!cli_open(cli, DB_OPEN, err) ||
		!indicator_find(cli->core, given->indicator, &cli->arena, &indicator, err) ||
		!place_find(cli->core, *given->place ? given->place : "province", &target.place, err) ||
		!place_name(cli->core, target.place, &cli->arena, &place, &code, err) ||
		!target_value_read(&indicator, target.kind, given->value, &target.value, err) ||
		!read_time(cli, given, &target, err))
		return false;
	target.indicator_id = indicator.id;
	if (!target_set(cli->core, &target, err))
		return false;
	tell(cli, &indicator, &target, place);
	return true;
}

const Command indicator_target_command = {
	.name = "indicator target",
	.summary = N_("Giao kế hoạch của một chỉ tiêu cho một nơi và một thời gian"),
	.help = N_("Giao lại cho cùng nơi và cùng thời gian thì thay kế hoạch cũ."),
	.arguments = target_arguments,
	.options = target_options,
	.values_size = sizeof(TargetValues),
	.run = run_target,
};
