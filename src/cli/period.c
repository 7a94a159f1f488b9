// SPDX-License-Identifier: MIT
// period list, period show: the closed periods, and one's figures as they stood.
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/table.h"

#include "base/tr.h"
#include "core/closing.h"

typedef struct {
	const char *period;
	bool json;
} Values;

static const Option arguments[] = {
	{ .name = N_("KỲ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, period),
		.help = N_("6 tháng hoặc quý, ví dụ 2021H2, 2022Q1") },
	{ 0 },
};

static const Option show_options[] = {
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON") },
	{ 0 },
};

static bool tell_current(Cli *cli, Err *err)
{
	Period current;
	Vec leaves;
	char name[48];
	if (!closing_current(cli->core, &current, err))
		return false;
	vec_init(&leaves, sizeof(Leaf));
	bool ok = closing_leaves(cli->core, current, &cli->arena, &leaves, err);
	period_name(current, name, sizeof(name));
	if (ok)
		buf_addf(&cli->out,
			closing_is_due(cli->core, current) ?
				tr("Đang mở, đã hết kỳ mà chưa khép: %s, còn %zu việc đến hạn chưa xong.\n") :
				tr("Đang mở: %s, còn %zu việc đến hạn trong kỳ chưa xong.\n"),
			name, leaves.len);
	vec_release(&leaves);
	return ok;
}

static void print_closings(Cli *cli, const Vec *all)
{
	for (size_t i = 0; i < all->len; i++) {
		const Closing *closing = vec_at(all, i);
		char code[7];
		period_code(closing->period, code);
		buf_addf(&cli->out,
			tr("%s  khép ngày %s, %s: %d hoàn thành, %d chuyển tiếp, %d kết thúc\n"), code,
			day_shown(closing->closed_on, &cli->arena), closing->person, closing->done,
			closing->carried, closing->ended);
	}
}

static bool run_list(Cli *cli, const void *values, Err *err)
{
	Vec all;
	(void)values;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&all, sizeof(Closing));
	bool ok = closing_list(cli->core, &cli->arena, &all, err) && tell_current(cli, err);
	if (ok)
		print_closings(cli, &all);
	vec_release(&all);
	return ok;
}

// One period ------------------------------------------------------------------------------------

static const char *number(Cli *cli, int value)
{
	return arena_printf(&cli->arena, "%d", value);
}

static void print_figures(Cli *cli, const Vec *places)
{
	static const TableColumn columns[] = { { N_("Nơi"), ALIGN_LEFT },
		{ N_("Hoàn thành"), ALIGN_RIGHT }, { N_("Đúng hạn"), ALIGN_RIGHT },
		{ N_("Trễ hạn"), ALIGN_RIGHT }, { N_("Quá hạn"), ALIGN_RIGHT },
		{ N_("Còn hạn"), ALIGN_RIGHT }, { N_("Kết thúc"), ALIGN_RIGHT }, { "%", ALIGN_RIGHT } };
	Table table = table_new(columns, 8);
	for (size_t i = 0; i < places->len; i++) {
		const PlaceFigures *place = vec_at(places, i);
		const Figures *figures = &place->figures;
		table_add(&table,
			(const char *[]){ arena_printf(&cli->arena, "%s%s",
						  place->place.district_id ? "  " : "", place->title),
				arena_printf(&cli->arena, "%d/%d", figures->done, figures->all),
				number(cli, figures->done_in_time), number(cli, figures->done_late),
				number(cli, figures->late), number(cli, figures->open_in_time),
				number(cli, figures->ended), number(cli, figures_percent(figures)) });
	}
	table_print(&table, "", &cli->out);
}

static void print_decisions(Cli *cli, const Vec *leaves)
{
	for (size_t i = 0; i < leaves->len; i++) {
		const ClosedLeaf *leaf = vec_at(leaves, i);
		buf_addf(&cli->out, "%s, %s: %s", leaf->code, leaf->place_title,
			close_kind_name(leaf->kind));
		if (*leaf->new_due)
			buf_addf(&cli->out, tr(" đến %s"), day_shown(leaf->new_due, &cli->arena));
		buf_addf(&cli->out, "%s%s\n", *leaf->reason ? "; " : "", leaf->reason);
	}
}

static json_t *json_of_place(const PlaceFigures *place)
{
	const Figures *figures = &place->figures;
	return json_pack("{s:o, s:i, s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "place",
		json_of_text(place->title), "all", figures->all, "done", figures->done, "done_in_time",
		figures->done_in_time, "done_late", figures->done_late, "late", figures->late,
		"open_in_time", figures->open_in_time, "ended", figures->ended, "percent",
		figures_percent(figures));
}

static json_t *json_of_decision(const ClosedLeaf *leaf)
{
	return json_pack("{s:o, s:o, s:s, s:i, s:o, s:o, s:o}", "task", json_of_text(leaf->code), "place",
		json_of_text(leaf->place_title), "decision", close_kind_code(leaf->kind), "percent", leaf->percent,
		"old_due", json_of_known(leaf->old_due), "new_due", json_of_known(leaf->new_due), "reason",
		json_of_text(leaf->reason));
}

static void print_json(Cli *cli, const Vec *places, const Vec *leaves)
{
	json_t *figures = json_array(), *decisions = json_array();
	for (size_t i = 0; i < places->len; i++)
		json_array_append_new(figures, json_of_place(vec_at(places, i)));
	for (size_t i = 0; i < leaves->len; i++)
		json_array_append_new(decisions, json_of_decision(vec_at(leaves, i)));
	json_print(json_pack("{s:o, s:o}", "figures", figures, "decisions", decisions), &cli->out);
}

static bool show(Cli *cli, const Values *given, Vec *places, Vec *leaves, Err *err)
{
	Period period;
	Closing closing;
	if (!period_parse_any(given->period, &period)) {
		err_set(err, ERR_INVALID, tr("Không có kỳ “%s”."), given->period);
		return err_hint(err, "%s", tr("Ghi năm và nửa năm hay quý, ví dụ 2021H2, 2022Q1."));
	}
	if (!closing_get(cli->core, period, &cli->arena, &closing, err) ||
		!closing_figures(cli->core, closing.id, &cli->arena, places, err) ||
		!closing_decisions(cli->core, closing.id, &cli->arena, leaves, err))
		return false;
	if (given->json) {
		print_json(cli, places, leaves);
		return true;
	}
	buf_addf(&cli->out, tr("Kỳ %s, khép ngày %s, %s. Số liệu khi khép:\n"), given->period,
		day_shown(closing.closed_on, &cli->arena), closing.person);
	print_figures(cli, places);
	print_decisions(cli, leaves);
	return true;
}

static bool run_show(Cli *cli, const void *values, Err *err)
{
	Vec places, leaves;
	if (!cli_open(cli, DB_OPEN, err))
		return false;
	vec_init(&places, sizeof(PlaceFigures));
	vec_init(&leaves, sizeof(ClosedLeaf));
	bool ok = show(cli, values, &places, &leaves, err);
	vec_release(&places);
	vec_release(&leaves);
	return ok;
}

const Command period_list_command = {
	.name = "period list",
	.summary = N_("Kỳ đang mở và các kỳ đã khép"),
	.arguments = no_options,
	.options = no_options,
	.run = run_list,
};

const Command period_show_command = {
	.name = "period show",
	.summary = N_("Số liệu của một kỳ như khi khép, và từng việc đã quyết định ra sao"),
	.arguments = arguments,
	.options = show_options,
	.values_size = sizeof(Values),
	.run = run_show,
};
