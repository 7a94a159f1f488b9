// SPDX-License-Identifier: MIT
// search: what the full screen finds behind F3, for people grouped by kind, for programs as one
// list.
#include "core/search.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/json.h"
#include "cli/prose.h"
#include "cli/shipped.h"

#include <string.h>

typedef struct {
	const char *query, *region, *district, *kind, *from, *to;
	OptionInt limit;
	bool json;
} Values;

enum { EACH = 10, SINGLE = 50, LIMIT_MOST = 1000 };

static const Option arguments[] = {
	{ .name = N_("CÂU-TÌM"),
		.type = OPTION_TEXT,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, query),
		.help = N_("các từ cần có, không dấu cũng được; \"trong ngoặc kép\" là cụm từ") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(Values, region),
		.value = N_("VÙNG"),
		.help = N_("chỉ ở vùng này và các địa phương trong vùng, như vùng:…") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(Values, district),
		.value = N_("NƠI"),
		.help = N_("chỉ ở địa phương này, như “địa phương:…”") },
	{ .name = "kind",
		.type = OPTION_LINE,
		.offset = offsetof(Values, kind),
		.value = N_("LOẠI"),
		.help = N_("chỉ loại này: task, minutes, progress…, như loại:…") },
	{ .name = "from",
		.type = OPTION_LINE,
		.offset = offsetof(Values, from),
		.value = N_("NGÀY"),
		.help = N_("từ ngày này, như từ:…") },
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(Values, to),
		.value = N_("NGÀY"),
		.help = N_("đến hết ngày này, như đến:…") },
	{ .name = "limit",
		.type = OPTION_INT,
		.offset = offsetof(Values, limit),
		.min = 1,
		.max = LIMIT_MOST,
		.value = N_("SỐ"),
		.help = N_("nhiều nhất bấy nhiêu kết quả mỗi loại") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, json),
		.help = N_("in JSON, mỗi kết quả một đối tượng") },
	{ 0 },
};

// The options are the filters of the query under other names, so that both are read by one reader.
static const char *whole_query(const Values *given, Arena *arena)
{
	const struct {
		const char *key, *value;
	} filters[] = {
		{ "region", given->region },
		{ "district", given->district },
		{ "kind", given->kind },
		{ "from", given->from },
		{ "to", given->to },
	};
	const char *query = "";
	for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++)
		if (*filters[i].value)
			query = arena_printf(
				arena, "%s%s:\"%s\" ", query, filters[i].key, filters[i].value);
	return arena_printf(arena, "%s%s", query, given->query);
}

static json_t *json_of_marks(const SearchText *text)
{
	json_t *array = json_array();
	for (size_t i = 0; i < text->marks_n; i++)
		json_array_append_new(array,
			json_pack("[i, i]", (int)text->marks[i].start, (int)text->marks[i].end));
	return array;
}

static json_t *json_of_hit(const Core *core, const SearchHit *hit)
{
	char id[24];
	id_show(core, hit->thing_id, id);
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b}", "kind",
		json_of_text(search_kind_code(hit->kind)), "id", json_of_text(id), "label",
		json_of_known(hit->label.text), "day", json_of_known(hit->day), "place",
		json_of_known(hit->place), "line", json_of_text(hit->line.text), "marks",
		json_of_marks(&hit->line), "exact", (int)hit->exact);
}

static void print_json(Cli *cli, const SearchResult *result)
{
	json_t *array = json_array();
	for (size_t i = 0; i < result->hits.len; i++)
		json_array_append_new(array, json_of_hit(cli->core, vec_at(&result->hits, i)));
	json_print(array, &cli->out);
}

static void print_hit(Cli *cli, const SearchHit *hit)
{
	const char *parts[] = { hit->label.text, day_shown(hit->day, &cli->arena), hit->place };
	const char *between = "  ";
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (*parts[i]) {
			buf_addf(&cli->out, "%s%s", between, parts[i]);
			between = " · ";
		}
	if (*hit->line.text)
		buf_addf(&cli->out, "%s%s", *between == ' ' && between[1] == ' ' ? "  " : ": ",
			hit->line.text);
	buf_addch(&cli->out, '\n');
}

static void print_hits(Cli *cli, const SearchResult *result)
{
	SearchKind kind = SEARCH_NOTHING;
	for (size_t i = 0; i < result->hits.len; i++) {
		const SearchHit *hit = vec_at(&result->hits, i);
		if (hit->kind != kind)
			buf_addf(&cli->out, "%s%s%s\n", i ? "\n" : "", search_kind_name(hit->kind),
				(result->more & 1U << hit->kind) ? tr(" (còn nữa)") : "");
		kind = hit->kind;
		print_hit(cli, hit);
	}
	if (result->hits.len == 0)
		buf_adds(&cli->out, tr("Không tìm thấy gì.\n"));
}

static bool search(Cli *cli, const Values *given, SearchResult *result, Err *err)
{
	const SearchLimit limit = {
		.each = given->limit.given ? given->limit.value : EACH,
		.single = given->limit.given ? given->limit.value : SINGLE,
	};
	if (!search_run(
		    cli->core, whole_query(given, &cli->arena), limit, &cli->arena, result, err))
		return false;
	if (*result->problem) {
		err_set(err, ERR_INVALID, "%s", result->problem);
		return err_hint(
			err, "%s", tr("Xem các vùng và địa phương bằng `dieuphoi task list`."));
	}
	if (given->json)
		print_json(cli, result);
	else
		print_hits(cli, result);
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	SearchResult result;
	if (!cli_open(cli, DB_OPEN, err) || !core_read_begin(cli->core, err))
		return false;
	search_result_init(&result);
	bool ok = search(cli, values, &result, err);
	search_result_release(&result);
	core_read_end(cli->core);
	return ok;
}

const Command search_command = {
	.name = "search",
	.summary =
		N_("Tìm trong mọi thứ: nhiệm vụ, văn bản, biên bản, sơ kết, tiến độ, người, nơi"),
	.help = N_("Gõ không dấu cũng được; gõ có dấu thì kết quả đúng dấu đứng trước. "
		   "12-NQ/TW và 07/10/2021 gõ nguyên như vậy. Trong câu tìm có thể lọc bằng "
		   "vùng:, địa phương:, từ:, đến:, loại:."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
