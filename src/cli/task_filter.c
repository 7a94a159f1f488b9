// SPDX-License-Identifier: MIT
#include "cli/task_filter.h"

#include "base/tr.h"
#include "core/directive.h"
#include "core/org.h"

#include <string.h>

static const char *const origins[] = { "directive", "meeting", "review", "remark", NULL };
static const char *const states[] = { "silent", "not-started", "doing", "done", "blocked", "ended",
	NULL };
static const char *const deadlines[] = { "date", "period", "recurring", "continuous", "none", NULL };
static const char *const dues[] = { "late", "soon", "pressing", "open", NULL };
static const char *const groups[] = { "none", "region", "district", "body", "clause", "deadline",
	"state", "origin", NULL };

const Option task_filter_options[] = {
	{ .name = "region",
		.type = OPTION_LINE,
		.offset = offsetof(TaskFilter, region),
		.value = N_("MÃ"),
		.help = N_("của vùng này và các địa phương trong vùng") },
	{ .name = "district",
		.type = OPTION_LINE,
		.offset = offsetof(TaskFilter, district),
		.value = N_("MÃ"),
		.help = N_("của địa phương này") },
	{ .name = "directive",
		.type = OPTION_LINE,
		.offset = offsetof(TaskFilter, directive),
		.value = N_("SỐ"),
		.help = N_("của văn bản này") },
	{ .name = "clause",
		.type = OPTION_LINE,
		.offset = offsetof(TaskFilter, clause),
		.value = N_("ĐIỂM"),
		.help = N_("của điểm này và các điểm nhỏ trong nó; cùng --directive nếu có nhiều văn bản") },
	{ .name = "body",
		.type = OPTION_LINE,
		.offset = offsetof(TaskFilter, body),
		.value = N_("CƠ-QUAN"),
		.help = N_("do cơ quan này chủ trì, theo mã hay tên") },
	{ .name = "origin",
		.type = OPTION_WORD,
		.offset = offsetof(TaskFilter, origin),
		.words = origins,
		.value = N_("NGUỒN"),
		.help = N_("từ đâu mà có, một trong") },
	{ .name = "state",
		.type = OPTION_WORD,
		.offset = offsetof(TaskFilter, state),
		.words = states,
		.value = N_("TÌNH-TRẠNG"),
		.help = N_("một trong") },
	{ .name = "deadline",
		.type = OPTION_WORD,
		.offset = offsetof(TaskFilter, deadline),
		.words = deadlines,
		.value = N_("LOẠI"),
		.help = N_("loại thời hạn, một trong") },
	{ .name = "due",
		.type = OPTION_WORD,
		.offset = offsetof(TaskFilter, due),
		.words = dues,
		.value = N_("HẠN"),
		.help = N_("quá hạn, sắp đến hạn, cả hai, hay mọi việc có hạn còn mở: một trong") },
	{ .name = "group",
		.type = OPTION_WORD,
		.offset = offsetof(TaskFilter, group),
		.words = groups,
		.value = N_("NHÓM"),
		.help = N_("xếp theo hạn và chia nhóm, mỗi nhóm có số cộng; một trong") },
	{ .name = "overdue",
		.type = OPTION_FLAG,
		.offset = offsetof(TaskFilter, overdue),
		.help = N_("chỉ những nơi quá hạn mà chưa xong") },
	{ .name = "json",
		.type = OPTION_FLAG,
		.offset = offsetof(TaskFilter, json),
		.help = N_("in JSON, mỗi nhiệm vụ một đối tượng") },
	{ 0 },
};

// Both may be given, as by a script that goes through a region's districts.
static bool check_lies_in(Cli *cli, const Region *region, const District *district, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(cli->core, region->id, &cli->arena, &districts, err);
	bool found = false;
	for (size_t i = 0; i < districts.len; i++)
		found = found || ((const District *)vec_at(&districts, i))->id == district->id;
	vec_release(&districts);
	if (ok && !found) {
		err_set(err, ERR_INVALID, tr("%s không thuộc %s."), district->title, region->title);
		err_hint(err, "%s", tr("Ghi một trong hai, --region hoặc --district."));
		err_field(err, "district");
	}
	return ok && found;
}

static bool find_places(Cli *cli, const TaskFilter *given, Region *region, District *district, Err *err)
{
	Arena *arena = &cli->arena;
	if (*given->region && !region_by_code(cli->core, given->region, arena, region, err))
		return false;
	if (*given->district && !district_by_code(cli->core, given->district, arena, district, err))
		return false;
	return !region->id || !district->id || check_lies_in(cli, region, district, err);
}

// Without a directive, of the only one that has such a clause.
static bool find_clause(Cli *cli, const char *code, int64_t directive_id, int64_t *out, Err *err)
{
	Vec directives, clauses;
	vec_init(&directives, sizeof(Directive));
	vec_init(&clauses, sizeof(Clause));
	bool ok = directive_list(cli->core, &cli->arena, &directives, err);
	for (size_t i = 0; ok && i < directives.len; i++) {
		int64_t id = ((const Directive *)vec_at(&directives, i))->id;
		if (!directive_id || id == directive_id)
			ok = clause_list(cli->core, id, &cli->arena, &clauses, err);
	}
	for (size_t i = 0; ok && i < clauses.len; i++) {
		const Clause *clause = vec_at(&clauses, i);
		if (strcmp(clause->code, code) != 0)
			continue;
		if (*out)
			ok = err_set(err, ERR_INVALID, tr("Điểm “%s” có ở nhiều văn bản; ghi thêm --directive."),
				code);
		*out = clause->id;
	}
	vec_release(&directives);
	vec_release(&clauses);
	return ok && (*out || err_set(err, ERR_NOT_FOUND, tr("Văn bản không có điểm “%s”."), code));
}

static LeafPick pick_of(const TaskFilter *given)
{
	static const struct {
		const char *word;
		LeafPick pick;
	} picks[] = { { "late", LEAF_LATE }, { "soon", LEAF_DUE_SOON }, { "pressing", LEAF_PRESSING },
		{ "open", LEAF_OPEN } };
	for (size_t i = 0; i < sizeof(picks) / sizeof(*picks); i++)
		if (strcmp(picks[i].word, given->due) == 0)
			return picks[i].pick;
	if (strcmp(given->state, "ended") == 0)
		return LEAF_ENDED;
	return given->overdue ? LEAF_LATE : LEAF_ANY;
}

static unsigned states_of(const char *word)
{
	State state = STATE_SILENT;
	if (!*word || strcmp(word, "ended") == 0)
		return 0;
	return strcmp(word, "silent") == 0 || state_parse(word, &state) ? 1U << state : 0;
}

bool task_filter_make(Cli *cli, const TaskFilter *given, LeafFilter *out, Err *err)
{
	Region region = { .id = 0 };
	District district = { .id = 0 };
	Directive directive = { .id = 0 };
	Body body = { .id = 0 };
	int64_t clause_id = 0;
	if (!find_places(cli, given, &region, &district, err))
		return false;
	if (*given->directive &&
		!directive_find(cli->core, given->directive, &cli->arena, &directive, err))
		return false;
	if (*given->clause && !find_clause(cli, given->clause, directive.id, &clause_id, err))
		return false;
	if (*given->body && !body_find(cli->core, given->body, &cli->arena, &body, err))
		return false;
	*out = (LeafFilter){
		.region_id = region.id,
		.district_id = district.id,
		.directive_id = directive.id,
		.clause_id = clause_id,
		.body_id = body.id,
		.origin = given->origin,
		.deadline_kind = given->deadline,
		.states = states_of(given->state),
		.pick = pick_of(given),
	};
	return true;
}
