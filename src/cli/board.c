// SPDX-License-Identifier: MIT
// board: what the first screen shows, for people and for programs.
#include "core/board.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/closing.h"
#include "core/figures.h"

typedef struct {
	OptionInt most;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "most",
		.type = OPTION_INT,
		.offset = offsetof(Values, most),
		.min = 1,
		.max = 9999,
		.value = N_("SỐ"),
		.help = N_("nhiều nhất bấy nhiêu việc; không ghi thì tất cả") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

enum { ALL_LINES = 9999 };

typedef struct {
	Period period;
	Vec regions; // of FigureLine
	FigureLine province;
	Vec lines; // of BoardLine
	int total;
} Home;

static const struct {
	const char *code, *mark;
} kinds[] = {
	[BOARD_WAITING] = { "waiting", "*" },
	[BOARD_LATE] = { "late", "!" },
	[BOARD_SOON] = { "soon", "~" },
	[BOARD_GAP] = { "gap", "!" },
};

static const char *const targets[] = {
	[BOARD_TO_LEAF] = "task", [BOARD_TO_REGION] = "region", [BOARD_TO_DISTRICT] = "district",
	[BOARD_TO_REVIEW] = "review", [BOARD_TO_MEETING] = "meeting",
	[BOARD_TO_CLOSING] = "period", [BOARD_TO_REMARK] = "remark",
	[BOARD_TO_ROUND] = "round", [BOARD_TO_INDICATOR] = "indicator",
};

static void add_region(Cli *cli, Table *table, const FigureLine *line)
{
	const Figures *figures = &line->figures;
	Arena *arena = &cli->arena;
	table_add(table,
		(const char *[]){ line->title,
			arena_printf(arena, "%d/%d", figures->done, figures->all),
			figures->late ? arena_printf(arena, "! %d", figures->late) : "-",
			arena_printf(arena, "%d%%", figures_percent(figures)),
			line->review ? line->review : "", line->person ? line->person : "" });
}

static void print_regions(Cli *cli, const Home *home)
{
	static const TableColumn columns[] = {
		{ N_("Vùng"), ALIGN_LEFT },
		{ N_("Hoàn thành"), ALIGN_RIGHT },
		{ N_("Quá hạn"), ALIGN_RIGHT },
		{ N_("Tiến độ"), ALIGN_RIGHT },
		{ N_("Sơ kết"), ALIGN_LEFT },
		{ N_("Phụ trách"), ALIGN_LEFT },
	};
	const Figures *figures = &home->province.figures;
	Table table = table_new(columns, 6);
	for (size_t i = 0; i < home->regions.len; i++)
		add_region(cli, &table, vec_at(&home->regions, i));
	add_region(cli, &table, &home->province);
	table_print(&table, "", &cli->out);
	buf_addf(&cli->out,
		tr("Thường xuyên: %d triển khai tốt · %d có vướng mắc · %d chưa báo cáo"), figures->good,
		figures->blocked, figures->mute);
	buf_adds(&cli->out, "\n\n");
}

static void print_lines(Cli *cli, const Home *home)
{
	static const TableColumn columns[] = {
		{ NULL, ALIGN_LEFT }, { NULL, ALIGN_LEFT }, { NULL, ALIGN_LEFT }, { NULL, ALIGN_LEFT },
	};
	Table table = table_new(columns, 4);
	for (size_t i = 0; i < home->lines.len; i++) {
		const BoardLine *line = vec_at(&home->lines, i);
		table_add(&table, (const char *[]){ kinds[line->kind].mark, line->place, line->tail,
					  line->text });
	}
	if (home->lines.len)
		buf_addf(&cli->out, tr("Cần quan tâm, đôn đốc: %d\n"), home->total);
	else
		buf_adds(&cli->out, tr("Không có việc nào cần đôn đốc."));
	table_print(&table, "", &cli->out);
	if (!home->lines.len)
		buf_adds(&cli->out, "\n");
}

static void print_home(Cli *cli, const Home *home)
{
	char name[48];
	period_name(home->period, name, sizeof(name));
	buf_addf(&cli->out, "%s%s\n", name,
		closing_is_due(cli->core, home->period) ? tr(", chưa khép") : "");
	print_regions(cli, home);
	print_lines(cli, home);
}

static json_t *json_of_region(const FigureLine *line)
{
	const Figures *figures = &line->figures;
	return json_pack("{s:o, s:o, s:i, s:i, s:i, s:i, s:i, s:i, s:o, s:o}", "code",
		json_of_known(line->code ? line->code : ""), "title", json_of_text(line->title), "done",
		figures->done, "all", figures->all, "late", figures->late, "ended", figures->ended,
		"silent", figures->silent, "percent", figures_percent(figures), "review",
		json_of_known(line->review ? line->review : ""), "person",
		json_of_known(line->person ? line->person : ""));
}

static json_t *json_of_line(Cli *cli, const BoardLine *line)
{
	return json_pack("{s:s, s:o, s:o, s:o, s:s, s:o}", "kind", kinds[line->kind].code, "place",
		json_of_text(line->place), "text", json_of_text(line->text), "state",
		json_of_known(line->tail), "target", targets[line->target], "id",
		json_of_known(line->id ? cli_id(cli, line->id) : ""));
}

static void print_json(Cli *cli, const Home *home)
{
	char code[7];
	json_t *regions = json_array(), *lines = json_array();
	period_code(home->period, code);
	for (size_t i = 0; i < home->regions.len; i++)
		json_array_append_new(regions, json_of_region(vec_at(&home->regions, i)));
	for (size_t i = 0; i < home->lines.len; i++)
		json_array_append_new(lines, json_of_line(cli, vec_at(&home->lines, i)));
	json_print(json_pack("{s:s, s:b, s:o, s:o, s:i, s:o}", "period", code, "over",
			   (int)closing_is_due(cli->core, home->period), "regions", regions,
			   "province", json_of_region(&home->province), "total", home->total, "lines",
			   lines),
		&cli->out);
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	int most = given->most.given ? given->most.value : ALL_LINES;
	Home home = { .total = 0 };
	vec_init(&home.regions, sizeof(FigureLine));
	vec_init(&home.lines, sizeof(BoardLine));
	bool ok = cli_open(cli, DB_OPEN, err) && closing_current(cli->core, &home.period, err) &&
		  figures_of_regions(
			  cli->core, &cli->arena, &home.regions, &home.province, err) &&
		  board_list(cli->core, most, &cli->arena, &home.lines, &home.total, err);
	if (ok)
		(given->json ? print_json : print_home)(cli, &home);
	vec_release(&home.regions);
	vec_release(&home.lines);
	return ok;
}

const Command board_command = {
	.name = "board",
	.summary = N_("Như Trang chủ: từng vùng, và những việc cần quan tâm, đôn đốc"),
	.help = N_("Văn phòng thấy cả tỉnh; lãnh đạo, thư ký thấy các vùng, địa phương của mình và những gì "
		   "chờ mình."),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
