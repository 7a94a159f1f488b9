// SPDX-License-Identifier: MIT
// reading withdraw: the reading that counts at a district is taken back; the one before counts again.
#include "core/indicator.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/prose.h"
#include "core/org.h"

#include <string.h>

typedef struct {
	const char *indicator, *district, *kind, *as_of;
	bool dry_run;
} Values;

static const Option arguments[] = {
	{ .name = N_("CHỈ-TIÊU"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, indicator),
		.help = N_("mã chỉ tiêu") },
	{ .name = N_("NƠI"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, district),
		.help = N_("mã địa phương") },
	{ 0 },
};

static const char *const kinds[] = { "actual", "estimate", NULL };

static const Option options[] = {
	{ .name = "kind",
		.type = OPTION_WORD,
		.offset = offsetof(Values, kind),
		.words = kinds,
		.value = N_("LOẠI"),
		.help = N_("thực hiện (mặc định) hay ước thực hiện:") },
	{ .name = "as-of",
		.type = OPTION_LINE,
		.offset = offsetof(Values, as_of),
		.value = N_("NGÀY"),
		.help = N_("số liệu của ngày này; không ghi thì của ngày mới nhất") },
	{ .name = "dry-run",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, dry_run),
		.help = N_("chỉ nói sẽ rút dòng nào, không ghi") },
	{ 0 },
};

typedef struct {
	Indicator indicator;
	District district;
	ReadingKind kind;
	const char *as_of; // "" for the newest day
} Wanted;

static bool counts(const Reading *reading, const Wanted *wanted)
{
	return !reading->withdrawn && !reading->superseded && reading->kind == wanted->kind &&
	       reading->indicator_id == wanted->indicator.id &&
	       reading->district_id == wanted->district.id &&
	       (!*wanted->as_of || strcmp(reading->as_of, wanted->as_of) == 0);
}

static bool find(Cli *cli, const Wanted *wanted, Reading *out, Err *err)
{
	Vec all;
	Place place = { .district_id = wanted->district.id };
	vec_init(&all, sizeof(Reading));
	bool ok = reading_list(cli->core, wanted->indicator.id, place, &cli->arena, &all, err);
	*out = (Reading){ .id = 0 };
	for (size_t i = 0; ok && i < all.len && !out->id; i++)
		if (counts(vec_at(&all, i), wanted))
			*out = *(const Reading *)vec_at(&all, i);
	vec_release(&all);
	if (!ok || out->id)
		return ok;
	err_set(err, ERR_NOT_FOUND, tr("%s chưa có số liệu nào như thế để rút."), wanted->district.title);
	if (wanted->indicator.aggregation == AGGREGATE_RATIO)
		err_hint(err, "%s", tr("Chỉ tiêu này tính từ hai chỉ tiêu khác: rút số liệu của chúng."));
	return false;
}

static void tell(Cli *cli, const Reading *reading, const Wanted *wanted, bool dry_run)
{
	Buf value = BUF_INIT;
	amount_show(&value, reading->value, reading->scale, wanted->indicator.unit);
	buf_addf(&cli->out,
		dry_run ? tr("Sẽ rút: %s, %s: %s %s, số liệu đến %s, %s ghi.\n") :
			  tr("Đã rút: %s, %s: %s %s, số liệu đến %s, %s ghi.\n"),
		wanted->indicator.name, wanted->district.title, reading_kind_name(reading->kind),
		value.bytes, day_shown(reading->as_of, &cli->arena), reading->person);
	buf_release(&value);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Reading reading;
	Wanted wanted = { .as_of = "" };
	bool known = reading_kind_parse(*given->kind ? given->kind : "actual", &wanted.kind);
	(void)known; // one of the words
	if (!cli_open(cli, DB_OPEN, err) ||
		!indicator_find(cli->core, given->indicator, &cli->arena, &wanted.indicator, err) ||
		!district_by_code(cli->core, given->district, &cli->arena, &wanted.district, err) ||
		!cli_date(cli, "as-of", given->as_of, &wanted.as_of, err) ||
		!find(cli, &wanted, &reading, err) ||
		(!given->dry_run && !reading_withdraw(cli->core, reading.id, err)))
		return false;
	tell(cli, &reading, &wanted, given->dry_run);
	return true;
}

const Command reading_withdraw_command = {
	.name = "reading withdraw",
	.summary = N_("Rút số liệu đang được tính của một chỉ tiêu tại một địa phương"),
	.help = N_("Số đã rút vẫn xem được, có ghi “đã rút”; số trước đó lại có hiệu lực."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
