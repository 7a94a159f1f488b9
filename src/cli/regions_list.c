// SPDX-License-Identifier: MIT
// regions list: the districts of a day with their regions; regions spread: handing on what one that
// has ended left open.
#include "cli/command.h"

#include "base/buf.h"
#include "base/tr.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"
#include "core/org.h"
#include "core/succession.h"
#include "text/upper.h"

// --- regions list ----------------------------------------------------------------------------

typedef struct {
	bool ended, json;
} ListValues;

static const Option list_options[] = {
	{ .name = "ended",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, ended),
		.help = N_("cả những nơi đã kết thúc, với nơi kế thừa") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(ListValues, json),
		.help = N_("in JSON") },
	{ 0 },
};

static bool region_title_of(Cli *cli, const District *district, const char **out, Err *err)
{
	Region region = { .title = "" };
	bool ok = !district->main_region_id ||
		  region_get(cli->core, district->main_region_id, &cli->arena, &region, err);
	*out = region.title;
	return ok;
}

// "đã kết thúc 30/06/2025, kế thừa: …"; "kế thừa TP Phú Quốc" of a successor; "" of others.
static bool kin_of(Cli *cli, const District *district, const char **out, Err *err)
{
	Vec kin;
	Buf names = BUF_INIT;
	vec_init(&kin, sizeof(District));
	bool ok = district->ended ?
		district_successors(cli->core, district->id, &cli->arena, &kin, err) :
		district_predecessors(cli->core, district->id, &cli->arena, &kin, err);
	for (size_t i = 0; ok && i < kin.len; i++)
		buf_addf(&names, "%s%s", i ? ", " : "", ((const District *)vec_at(&kin, i))->title);
	const char *last = day_shown(district->to, &cli->arena);
	*out = "";
	if (district->ended)
		*out = names.len ?
			arena_printf(&cli->arena, tr("đã kết thúc %s, kế thừa: %s"), last, names.bytes) :
			arena_printf(&cli->arena, tr("đã kết thúc %s, không có nơi kế thừa"), last);
	else if (names.len)
		*out = arena_printf(&cli->arena, tr("kế thừa %s"), names.bytes);
	buf_release(&names);
	vec_release(&kin);
	return ok;
}

static bool add_json(Cli *cli, const District *district, json_t *array, Err *err)
{
	const char *region, *kin;
	if (!region_title_of(cli, district, &region, err) || !kin_of(cli, district, &kin, err))
		return false;
	json_array_append_new(array, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:o}", "code",
		json_of_text(district->code), "kind", json_of_text(district->kind), "name",
		json_of_text(district->name), "title", json_of_text(district->title), "region",
		json_of_known(region), "from", json_of_known(district->from), "to",
		json_of_known(district->to), "ended", (int)district->ended, "succession",
		json_of_known(kin)));
	return true;
}

static bool print_json(Cli *cli, const Vec *districts, Err *err)
{
	json_t *array = json_array();
	bool ok = true;
	for (size_t i = 0; ok && i < districts->len; i++)
		ok = add_json(cli, vec_at(districts, i), array, err);
	if (ok)
		json_print(array, &cli->out);
	else
		json_decref(array);
	return ok;
}

// The column of the names is called as the level is on that day.
static bool print_table(Cli *cli, const Vec *districts, Err *err)
{
	const char *level, *region, *kin;
	if (!level_word(cli->core, &cli->arena, &level, err))
		return false;
	level = text_capital(&cli->arena, level);
	const TableColumn columns[] = {
		{ N_("Mã"), ALIGN_LEFT },
		{ level, ALIGN_LEFT },
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Kế thừa"), ALIGN_LEFT },
	};
	Table table = table_new(columns, 4);
	bool ok = true;
	for (size_t i = 0; ok && i < districts->len; i++) {
		const District *district = vec_at(districts, i);
		ok = region_title_of(cli, district, &region, err) && kin_of(cli, district, &kin, err);
		if (ok)
			table_add(&table, (const char *[]){ district->code, district->title, region, kin });
	}
	table_print(&table, "", &cli->out);
	return ok;
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	const ListValues *given = values;
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = cli_open(cli, DB_OPEN, err) &&
		  district_list(cli->core, &cli->arena, &districts, err) &&
		  (!given->ended || district_list_ended(cli->core, &cli->arena, &districts, err)) &&
		  (given->json ? print_json : print_table)(cli, &districts, err);
	vec_release(&districts);
	return ok;
}

const Command regions_list_command = {
	.name = "regions list",
	.summary = N_("Liệt kê các địa phương với vùng của chúng, hôm nay hay ở --as-of"),
	.arguments = no_options,
	.options = list_options,
	.values_size = sizeof(ListValues),
	.run = run_list,
};

// --- regions spread --------------------------------------------------------------------------

typedef struct {
	const char *code;
} SpreadValues;

static const Option spread_arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(SpreadValues, code),
		.help = N_("mã của địa phương đã kết thúc") },
	{ 0 },
};

static bool run_spread(Cli *cli, const void *values, Err *err)
{
	const SpreadValues *given = values;
	District district;
	int made;
	if (!cli_open(cli, DB_OPEN, err) ||
		!district_by_code(cli->core, given->code, &cli->arena, &district, err) ||
		!succession_spread(cli->core, district.id, &made, err))
		return false;
	buf_addf(&cli->out, tr("Đã giao %d việc của %s cho nơi kế thừa.\n"), made, district.title);
	return true;
}

const Command regions_spread_command = {
	.name = "regions spread",
	.summary = N_("Giao việc còn mở của một địa phương đã kết thúc cho các nơi kế thừa"),
	.help = N_("Mỗi nơi kế thừa nhận các việc chưa xong, giữ thời hạn; báo cáo cũ ở nguyên chỗ cũ. `undo` lấy lại được."),
	.arguments = spread_arguments,
	.options = no_options,
	.values_size = sizeof(SpreadValues),
	.run = run_spread,
};
