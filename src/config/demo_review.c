// SPDX-License-Identifier: MIT
#include "config/demo_parts.h"

#include "base/tr.h"

enum { SECTIONS = 6 };

typedef struct {
	const char *region, *period;
	ConfigNode steps;
} ReviewEntry;

static const ConfigKey review_keys[] = {
	{ .name = "region", .type = CFG_CODE, .offset = offsetof(ReviewEntry, region) },
	{ .name = "period", .type = CFG_KEY, .offset = offsetof(ReviewEntry, period) },
	{ .name = "steps", .type = CFG_GROUPS, .offset = offsetof(ReviewEntry, steps) },
	{ .type = CFG_END },
};

typedef struct {
	const char *on, *by;
	int what;
	DemoReviewStep step;
	ConfigTexts text;
	ConfigNode marks;
} StepEntry;

// The order of the enum.
static const char *const do_words[] = {
	[DEMO_REVIEW_BEGIN] = "begin",
	[DEMO_REVIEW_WRITE] = "write",
	[DEMO_REVIEW_PROPOSE] = "propose",
	[DEMO_REVIEW_SUBMIT] = "submit",
	[DEMO_REVIEW_DECIDE] = "decide",
	[DEMO_REVIEW_RETURN] = "return",
	[DEMO_REVIEW_APPROVE] = "approve",
	[DEMO_REVIEW_FOLLOW] = "follow",
	[DEMO_REVIEW_SIGN] = "sign",
	NULL,
};

static const ConfigKey step_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(StepEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(StepEntry, by) },
	{ .name = "do", .type = CFG_WORD, .words = do_words, .offset = offsetof(StepEntry, what) },
	{ .name = "section",
		.type = CFG_INT,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.section) },
	{ .name = "text",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, text) },
	{ .name = "marks",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, marks) },
	{ .name = "reason",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.reason) },
	{ .name = "paper",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.paper) },
	{ .name = "due",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.due) },
	{ .name = "districts",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(StepEntry, step.districts) },
	{ .type = CFG_END },
};

static const ConfigKey mark_keys[] = {
	{ .name = "district", .type = CFG_CODE, .offset = offsetof(DemoMark, district) },
	{ .name = "mark", .type = CFG_CODE, .offset = offsetof(DemoMark, mark) },
	{ .name = "reason",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoMark, reason) },
	{ .type = CFG_END },
};

// What each kind of step must bring.
static bool check_step(ConfigNode group, const StepEntry *entry, Err *err)
{
	bool section = entry->step.section >= 1 && entry->step.section <= SECTIONS;
	bool marks = config_node_count(entry->marks) > 0;
	const char *problem = NULL;
	if (entry->what == DEMO_REVIEW_WRITE && (!section || !entry->text.n))
		problem = tr("write cần section từ 1 đến 6 và text");
	if ((entry->what == DEMO_REVIEW_PROPOSE || entry->what == DEMO_REVIEW_DECIDE) && !marks)
		problem = tr("propose và decide cần marks");
	if ((entry->what == DEMO_REVIEW_FOLLOW || entry->what == DEMO_REVIEW_SIGN) && !entry->text.n)
		problem = tr("follow và sign cần text");
	if (entry->what == DEMO_REVIEW_RETURN && !*entry->step.reason)
		problem = tr("return cần reason");
	if (!problem)
		return true;
	config_node_error(group, err, "%s", problem);
	return err_hint(err, "%s", tr("Thêm khóa còn thiếu vào bước này."));
}

static bool read_marks(ConfigNode list, Arena *arena, DemoReviewStep *step, Err *err)
{
	size_t n = config_node_count(list);
	DemoMark *marks = arena_array(arena, n, sizeof(*marks));
	for (size_t i = 0; i < n; i++) {
		marks[i].reason = "";
		if (!config_node_read(config_node_at(list, i), mark_keys, arena, &marks[i], err))
			return false;
	}
	step->marks = marks;
	step->marks_n = n;
	return true;
}

static bool read_step(ConfigNode group, DemoGather *gather, const ReviewEntry *review, Err *err)
{
	StepEntry entry = { .step = { .region = review->region,
				    .period = review->period,
				    .reason = "",
				    .paper = "",
				    .due = "" } };
	if (!config_node_read(group, step_keys, gather->arena, &entry, err) ||
		!check_step(group, &entry, err) ||
		!read_marks(entry.marks, gather->arena, &entry.step, err))
		return false;
	DemoReviewStep *step = arena_alloc(gather->arena, sizeof(*step));
	*step = entry.step;
	step->what = (DemoReviewDo)entry.what;
	step->text = demo_join(gather->arena, &entry.text);
	demo_event_add(gather, group, DEMO_REVIEW, entry.on, entry.by)->review = step;
	return true;
}

bool demo_read_review(ConfigNode group, DemoGather *gather, Err *err)
{
	ReviewEntry review = { 0 };
	if (!config_node_read(group, review_keys, gather->arena, &review, err))
		return false;
	for (size_t i = 0; i < config_node_count(review.steps); i++)
		if (!read_step(config_node_at(review.steps, i), gather, &review, err))
			return false;
	return true;
}
