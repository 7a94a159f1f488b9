// SPDX-License-Identifier: MIT
// What the screen of all tasks shows, and how it is grouped.
#include "tui/views/tasks_screen.h"

#include "base/tr.h"
#include "core/directive.h"
#include "core/org.h"
#include "tui/form.h"

#include <string.h>

static bool pick_place(View *form, Vec *out, Err *err)
{
	Vec regions, districts;
	vec_init(&regions, sizeof(Region));
	vec_init(&districts, sizeof(District));
	bool ok = region_list(form->core, &form->arena, &regions, err) &&
		  district_list(form->core, &form->arena, &districts, err);
	for (size_t i = 0; ok && i < regions.len; i++) {
		const Region *region = vec_at(&regions, i);
		*(Candidate *)vec_push(out) = (Candidate){ region->id, region->title };
	}
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		*(Candidate *)vec_push(out) = (Candidate){ district->id, district->title };
	}
	vec_release(&regions);
	vec_release(&districts);
	return ok;
}

static bool add_clauses(View *form, const Directive *directive, Vec *out, Err *err)
{
	Vec clauses;
	vec_init(&clauses, sizeof(Clause));
	bool ok = clause_list(form->core, directive->id, &form->arena, &clauses, err);
	for (size_t i = 0; ok && i < clauses.len; i++) {
		const Clause *clause = vec_at(&clauses, i);
		*(Candidate *)vec_push(out) = (Candidate){ clause->id,
			view_printf(form, tr("%s, điểm %s"), directive->number, clause->code) };
	}
	vec_release(&clauses);
	return ok;
}

static bool pick_clause(View *form, Vec *out, Err *err)
{
	Vec directives;
	vec_init(&directives, sizeof(Directive));
	bool ok = directive_list(form->core, &form->arena, &directives, err);
	for (size_t i = 0; ok && i < directives.len; i++)
		ok = add_clauses(form, vec_at(&directives, i), out, err);
	vec_release(&directives);
	return ok;
}

// In the order of GroupKind.
static const char *const groups[] = { N_("theo hạn, không nhóm"), N_("theo nhiệm vụ"), N_("theo vùng"),
	N_("theo địa phương"), N_("theo cơ quan chủ trì"), N_("theo điểm của văn bản"),
	N_("theo thời hạn"), N_("theo tình trạng"), N_("theo nguồn"), NULL };
static const char *const states[] = { N_("mọi tình trạng"), N_("chưa báo cáo"), N_("chưa triển khai"),
	N_("đang triển khai"), N_("hoàn thành"), N_("có vướng mắc"), N_("kết thúc"), NULL };
static const char *const dues[] = { N_("mọi thời hạn"), N_("quá hạn"), N_("sắp đến hạn"),
	N_("có hạn, còn mở"), N_("định kỳ"), N_("thường xuyên"), N_("không nêu"), NULL };
static const char *const origins[] = { N_("mọi nguồn"), N_("văn bản chỉ đạo"),
	N_("kết luận buổi làm việc"), N_("sơ kết 6 tháng"), N_("ý kiến chỉ đạo"), NULL };

static const Field fields[] = {
	{ .name = "group", .label = N_("Nhóm"), .kind = FIELD_CHOICE, .choices = groups,
		.hint = N_("Mũi tên trái, phải để chọn; Ctrl+S để xem.") },
	{ .name = "place", .label = N_("Vùng, địa phương"), .kind = FIELD_PICK, .candidates = pick_place,
		.hint = N_("Gõ vài chữ; để trống là mọi nơi.") },
	{ .name = "body", .label = N_("Cơ quan chủ trì"), .kind = FIELD_PICK, .candidates = pick_body,
		.hint = N_("Gõ vài chữ; để trống là mọi cơ quan.") },
	{ .name = "clause", .label = N_("Điểm của văn bản"), .kind = FIELD_PICK,
		.candidates = pick_clause, .hint = N_("Cả các điểm nhỏ trong nó; để trống là mọi điểm.") },
	{ .name = "due", .label = N_("Thời hạn"), .kind = FIELD_CHOICE, .choices = dues,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "state", .label = N_("Tình trạng"), .kind = FIELD_CHOICE, .choices = states,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "origin", .label = N_("Nguồn"), .kind = FIELD_CHOICE, .choices = origins,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ 0 },
};

static const char *const origin_codes[] = { "", "directive", "meeting", "review", "remark" };

// What each choice of a deadline narrows to.
static const struct {
	LeafPick pick;
	const char *kind;
} due_filters[] = {
	{ LEAF_ANY, "" }, { LEAF_LATE, "" }, { LEAF_DUE_SOON, "" }, { LEAF_OPEN, "" },
	{ LEAF_ANY, "recurring" }, { LEAF_ANY, "continuous" }, { LEAF_ANY, "none" },
};

enum { STATE_CHOICE_ENDED = STATE_COUNT + 1 };

static int choice_of_origin(const char *origin)
{
	for (int i = 1; i < (int)(sizeof(origin_codes) / sizeof(*origin_codes)); i++)
		if (origin && strcmp(origin_codes[i], origin) == 0)
			return i;
	return 0;
}

static int choice_of_due(const LeafFilter *filter)
{
	const char *kind = filter->deadline_kind ? filter->deadline_kind : "";
	for (int i = 0; i < (int)(sizeof(due_filters) / sizeof(*due_filters)); i++)
		if (due_filters[i].pick == filter->pick && strcmp(due_filters[i].kind, kind) == 0)
			return i;
	return 0;
}

static int choice_of_state(const LeafFilter *filter)
{
	if (filter->pick == LEAF_ENDED)
		return STATE_CHOICE_ENDED;
	for (int state = 0; state < STATE_COUNT; state++)
		if (filter->states == 1U << state)
			return state + 1;
	return 0;
}

static bool fill(View *form, Err *err)
{
	const TasksScreen *screen = form->below->state;
	const LeafFilter *filter = &screen->filter;
	(void)err;
	form_set_choice(form, "group", (int)screen->group);
	form_set_pick(form, "place", filter->region_id ? filter->region_id : filter->district_id);
	form_set_pick(form, "body", filter->body_id);
	form_set_pick(form, "clause", filter->clause_id);
	form_set_choice(form, "due", choice_of_due(filter));
	form_set_choice(form, "state", choice_of_state(filter));
	form_set_choice(form, "origin", choice_of_origin(filter->origin));
	return true;
}

static bool read_place(View *form, LeafFilter *filter, Err *err)
{
	Vec regions;
	int64_t id = form_pick(form, "place");
	vec_init(&regions, sizeof(Region));
	bool ok = region_list(form->core, &form->arena, &regions, err);
	for (size_t i = 0; ok && i < regions.len; i++)
		if (((const Region *)vec_at(&regions, i))->id == id)
			filter->region_id = id;
	filter->district_id = filter->region_id ? 0 : id;
	vec_release(&regions);
	return ok;
}

static bool submit(View *form, Err *err)
{
	TasksScreen *screen = form->below->state;
	int due = form_choice(form, "due"), state = form_choice(form, "state");
	LeafFilter filter = {
		.body_id = form_pick(form, "body"),
		.clause_id = form_pick(form, "clause"),
		.pick = due_filters[due].pick,
		.deadline_kind = due_filters[due].kind,
		.origin = origin_codes[form_choice(form, "origin")],
		.states = state && state != STATE_CHOICE_ENDED ? 1U << (state - 1) : 0,
	};
	if (state == STATE_CHOICE_ENDED && due) {
		err_set(err, ERR_INVALID, "%s", tr("Việc đã kết thúc không còn hạn: bỏ một trong hai."));
		return err_field(err, "state");
	}
	if (state == STATE_CHOICE_ENDED)
		filter.pick = LEAF_ENDED;
	if (!read_place(form, &filter, err))
		return false;
	screen->narrowed = filter.region_id || filter.district_id || filter.body_id ||
			   filter.clause_id || due || state || *filter.origin;
	screen->filter = filter;
	screen->group = (GroupKind)form_choice(form, "group");
	view_unfilter(form->below);
	list_first(&screen->list);
	return true;
}

static const FormSpec filter_form = {
	.title = N_("Lọc và nhóm nhiệm vụ"),
	.fields = fields,
	.fill = fill,
	.submit = submit,
	.need = RIGHT_READ,
};

bool tasks_filter_open(App *app, Err *err)
{
	return form_open(app, &filter_form, &(ViewArgs){ 0 }, err);
}
