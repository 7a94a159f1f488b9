// SPDX-License-Identifier: MIT
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

typedef struct {
	DemoRemark remark;
	const char *on, *by, *answer_on, *answer_by, *seen_on, *task_on, *task_by;
} RemarkEntry;

#define REMARK_KEY(key, kind, wanted, field)                                                       \
	{                                                                                          \
		.name = key, .type = kind, .need = wanted, .offset = offsetof(RemarkEntry, field)  \
	}

static const ConfigKey remark_keys[] = {
	REMARK_KEY("on", CFG_DATE, CFG_REQUIRED, on),
	REMARK_KEY("by", CFG_CODE, CFG_REQUIRED, by),
	REMARK_KEY("place", CFG_CODE, CFG_REQUIRED, remark.place),
	REMARK_KEY("task", CFG_KEY, CFG_OPTIONAL, remark.task),
	REMARK_KEY("to", CFG_CODE, CFG_REQUIRED, remark.to),
	REMARK_KEY("due", CFG_DATE, CFG_OPTIONAL, remark.due),
	REMARK_KEY("text", CFG_LINE, CFG_REQUIRED, remark.text),
	REMARK_KEY("answer_on", CFG_DATE, CFG_OPTIONAL, answer_on),
	REMARK_KEY("answer_by", CFG_CODE, CFG_OPTIONAL, answer_by),
	REMARK_KEY("answer", CFG_LINE, CFG_OPTIONAL, remark.answer),
	REMARK_KEY("document", CFG_LINE, CFG_OPTIONAL, remark.document),
	REMARK_KEY("seen_on", CFG_DATE, CFG_OPTIONAL, seen_on),
	REMARK_KEY("task_on", CFG_DATE, CFG_OPTIONAL, task_on),
	REMARK_KEY("task_by", CFG_CODE, CFG_OPTIONAL, task_by),
	REMARK_KEY("task_due", CFG_DATE, CFG_OPTIONAL, remark.task_due),
	{ .type = CFG_END },
};

static bool check(ConfigNode group, const RemarkEntry *entry, Err *err)
{
	bool answered = *entry->answer_on, asked = *entry->task_on;
	const char *problem = NULL;
	if (answered && (!*entry->answer_by || !*entry->remark.answer))
		problem = tr("có answer_on thì cần answer_by và answer");
	else if (asked && !*entry->task_by)
		problem = tr("có task_on thì cần task_by");
	else if (*entry->seen_on && (!answered || strcmp(entry->seen_on, entry->answer_on) < 0))
		problem = tr("seen_on cần từ answer_on trở đi");
	else if ((answered && strcmp(entry->answer_on, entry->on) < 0) ||
		 (asked && strcmp(entry->task_on, entry->on) < 0))
		problem = tr("trả lời và giao nhiệm vụ cần từ ngày on trở đi");
	if (!problem)
		return true;
	config_node_error(group, err, "%s", problem);
	return err_hint(err, "%s", tr("Sửa ngày, hoặc thêm khóa còn thiếu."));
}

bool demo_read_remark(ConfigNode group, DemoGather *gather, Err *err)
{
	RemarkEntry entry = { .remark = { .task = "", .due = "", .answer = "", .document = "",
				      .task_due = "" },
		.answer_on = "", .answer_by = "", .seen_on = "", .task_on = "", .task_by = "" };
	DemoRemark *remark = arena_alloc(gather->arena, sizeof(*remark));
	if (!config_node_read(group, remark_keys, gather->arena, &entry, err) ||
		!check(group, &entry, err))
		return false;
	*remark = entry.remark;
	const struct {
		DemoEventKind kind;
		const char *on, *by;
	} events[] = {
		{ DEMO_REMARK_ADD, entry.on, entry.by },
		{ DEMO_REMARK_ANSWER, entry.answer_on, entry.answer_by },
		{ DEMO_REMARK_SEEN, entry.seen_on, entry.by },
		{ DEMO_REMARK_TASK, entry.task_on, entry.task_by },
	};
	for (size_t i = 0; i < sizeof(events) / sizeof(*events); i++)
		if (*events[i].on)
			demo_event_add(gather, group, events[i].kind, events[i].on, events[i].by)
				->remark = remark;
	return true;
}
