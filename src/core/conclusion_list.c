// SPDX-License-Identifier: MIT
// All conclusions, of every meeting that may be read, with what became of them.
#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/org.h"
#include "core/right.h"
#include "core/task.h"

static ConclusionLine line_row(Stmt *stmt, Arena *arena)
{
	return (ConclusionLine){
		.id = stmt_get_int(stmt, 0),
		.meeting_id = stmt_get_int(stmt, 1),
		.region_id = stmt_get_int(stmt, 2),
		.final = stmt_get_int(stmt, 3) != 0,
		.held_on = stmt_get_string(stmt, 4, arena),
		.number = stmt_get_string(stmt, 5, arena),
		.region = stmt_get_string(stmt, 6, arena),
		.text = stmt_get_string(stmt, 7, arena),
		.task_id = stmt_get_int(stmt, 8),
		.task_code = stmt_get_string(stmt, 9, arena),
		.sum = TASK_SUM_INIT,
	};
}

// Open minutes are left out where they may not be read.
static bool may_read(Core *core, const ConclusionLine *line, bool *yes, Err *err)
{
	*yes = line->final ||
	       right_check(core, RIGHT_READ_OPEN, (Place){ .region_id = line->region_id }, err);
	if (!*yes && err->kind != ERR_DENIED)
		return false;
	err_clear(err);
	return true;
}

static bool add_leaves(Core *core, ConclusionLine *line, Arena *arena, Err *err)
{
	Vec leaves;
	LeafFilter filter = { .task_id = line->task_id };
	vec_init(&leaves, sizeof(Leaf));
	bool ok = !line->task_id || leaf_list(core, &filter, arena, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++)
		task_sum_add(&line->sum, vec_at(&leaves, i));
	vec_release(&leaves);
	return ok;
}

static ConclusionFate fate_of(const ConclusionLine *line)
{
	if (!line->task_id)
		return CONCLUSION_NOTED;
	if (line->sum.done == line->sum.places)
		return CONCLUSION_DONE;
	return line->sum.told ? CONCLUSION_DOING : CONCLUSION_UNTOLD;
}

static bool keep(Core *core, const ConclusionFilter *filter, ConclusionLine *line, Arena *arena,
	Vec *out, Err *err)
{
	bool readable;
	if (!may_read(core, line, &readable, err) ||
		(readable && !add_leaves(core, line, arena, err)))
		return false;
	line->fate = fate_of(line);
	if (readable && (!filter->fates || filter->fates & 1u << line->fate))
		*(ConclusionLine *)vec_push(out) = *line;
	return true;
}

bool conclusion_list_all(
	Core *core, const ConclusionFilter *filter, Arena *arena, Vec *out, Err *err)
{
	Vec lines;
	vec_init(&lines, sizeof(ConclusionLine));
	Stmt *stmt = db_query(core_db(core), Q_CONCLUSION_ALL);
	stmt_int(stmt, filter->region_id);
	while (stmt_row(stmt))
		*(ConclusionLine *)vec_push(&lines) = line_row(stmt, arena);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < lines.len; i++)
		ok = keep(core, filter, vec_at(&lines, i), arena, out, err);
	vec_release(&lines);
	return ok;
}

static const struct {
	const char *code, *name;
} fates[CONCLUSION_FATES] = {
	[CONCLUSION_UNTOLD] = { "untold", N_("chưa báo cáo") },
	[CONCLUSION_DOING] = { "doing", N_("đang triển khai") },
	[CONCLUSION_DONE] = { "done", N_("hoàn thành") },
	[CONCLUSION_NOTED] = { "note", N_("ghi nhận") },
};

const char *conclusion_fate_code(ConclusionFate fate)
{
	return fates[fate].code;
}

const char *conclusion_fate_name(ConclusionFate fate)
{
	return tr(fates[fate].name);
}
