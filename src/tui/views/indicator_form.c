// SPDX-License-Identifier: MIT
// Forms of an indicator: its definition, and a target.
#include "tui/views.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/directive.h"
#include "core/indicator.h"
#include "core/org.h"
#include "core/task.h"
#include "text/width.h"
#include "tui/views/forms.h"
#include "tui/views/meeting_screen.h"

#include <stdio.h>
#include <string.h>

// In the order of the enums.
static const char *const directions[] = { N_("cao hơn là tốt"), N_("thấp hơn là tốt"), NULL };
static const char *const aggregations[] = { N_("cộng"), N_("bình quân"), N_("số mới nhất"),
	N_("tỷ lệ của hai chỉ tiêu"), NULL };
static const char *const rhythms[] = { N_("tháng"), N_("quý"), N_("6 tháng"), N_("năm"), NULL };
static const char *const target_kinds[] = { N_("giá trị"), N_("% so với cùng kỳ năm trước"), NULL };

enum { TASK_COLS = 44 }; // of a task's title

static void add_candidate(Vec *out, int64_t id, const char *text)
{
	*(Candidate *)vec_push(out) = (Candidate){ id, text };
}

// Those that have readings of their own.
static bool pick_indicator(View *form, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Indicator));
	bool ok = indicator_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const Indicator *indicator = vec_at(&all, i);
		if (indicator->aggregation != AGGREGATE_RATIO && indicator->id != form->args.id)
			add_candidate(out, indicator->id, indicator->name);
	}
	vec_release(&all);
	return ok;
}

static bool add_tasks(View *form, const Directive *directive, Vec *out, Err *err)
{
	Vec tasks;
	vec_init(&tasks, sizeof(Task));
	bool ok = task_list_of(form->core, directive->id, 0, &form->arena, &tasks, err);
	for (size_t i = 0; ok && i < tasks.len; i++) {
		const Task *task = vec_at(&tasks, i);
		Buf title = BUF_INIT;
		text_clip(&title, task->title, TASK_COLS);
		add_candidate(out, task->id, view_printf(form, "%s %s", task->code, title.bytes));
		buf_release(&title);
	}
	vec_release(&tasks);
	return ok;
}

static bool pick_task(View *form, Vec *out, Err *err)
{
	Vec directives;
	vec_init(&directives, sizeof(Directive));
	bool ok = directive_list(form->core, &form->arena, &directives, err);
	for (size_t i = 0; ok && i < directives.len; i++)
		ok = add_tasks(form, vec_at(&directives, i), out, err);
	vec_release(&directives);
	return ok;
}

// Definition ------------------------------------------------------------------------------------

// The code comes first: whoever edits begins behind it.
static const Field fields[] = {
	{ .name = "code", .label = N_("Mã"), .kind = FIELD_LINE, .code = true,
		.hint = N_("Chữ thường không dấu, chữ số và “-”; không đổi về sau.") },
	{ .name = "name", .label = N_("Tên"), .kind = FIELD_LINE,
		.hint = N_("Như văn bản gọi, ví dụ Giải ngân vốn đầu tư công.") },
	{ .name = "unit", .label = N_("Đơn vị"), .kind = FIELD_LINE,
		.hint = N_("Ví dụ %, tỷ đồng, người.") },
	{ .name = "scale", .label = N_("Số chữ số lẻ"), .kind = FIELD_NUMBER,
		.hint = N_("0 đến 4 chữ số sau dấu phẩy.") },
	{ .name = "direction", .label = N_("Hướng tốt"), .kind = FIELD_CHOICE, .choices = directions,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "aggregation", .label = N_("Cách tính chung"), .kind = FIELD_CHOICE,
		.choices = aggregations,
		.hint = N_("Các địa phương gộp lại thành vùng và tỉnh thế nào.") },
	{ .name = "rhythm", .label = N_("Kỳ số liệu"), .kind = FIELD_CHOICE, .choices = rhythms,
		.hint = N_("Trong một kỳ, số mới nhất của mỗi địa phương được tính.") },
	{ .name = "numerator", .label = N_("Tử số"), .kind = FIELD_PICK, .candidates = pick_indicator,
		.hint = N_("Chỉ khi là tỷ lệ.") },
	{ .name = "denominator", .label = N_("Mẫu số"), .kind = FIELD_PICK, .candidates = pick_indicator,
		.hint = N_("Chỉ khi là tỷ lệ; số gần nhất được giữ đến khi có số mới.") },
	{ .name = "task", .label = N_("Đo nhiệm vụ"), .kind = FIELD_PICK, .candidates = pick_task,
		.hint = N_("Có thể để trống.") },
	{ 0 },
};

static bool fill_edit(View *form, Err *err)
{
	Indicator indicator;
	char scale[8];
	if (!indicator_get(form->core, form->args.id, &form->arena, &indicator, err))
		return false;
	form_keep_rev(form, indicator.rev);
	snprintf(scale, sizeof(scale), "%d", indicator.scale);
	form_set(form, "name", indicator.name);
	form_set(form, "unit", indicator.unit);
	form_set(form, "scale", scale);
	form_set_choice(form, "direction", (int)indicator.direction);
	form_set_choice(form, "aggregation", (int)indicator.aggregation);
	form_set_choice(form, "rhythm", (int)indicator.rhythm);
	form_set_pick(form, "numerator", indicator.numerator_id);
	form_set_pick(form, "denominator", indicator.denominator_id);
	form_set_pick(form, "task", indicator.task_id);
	return true;
}

static bool read_definition(View *form, Indicator *out, Err *err)
{
	*out = (Indicator){
		.code = "",
		.name = form_text(form, "name"),
		.unit = form_text(form, "unit"),
		.direction = (Direction)form_choice(form, "direction"),
		.aggregation = (Aggregation)form_choice(form, "aggregation"),
		.rhythm = (IndicatorRhythm)form_choice(form, "rhythm"),
		.numerator_id = form_pick(form, "numerator"),
		.denominator_id = form_pick(form, "denominator"),
		.task_id = form_pick(form, "task"),
	};
	return !*form_text(form, "scale") || form_number(form, "scale", &out->scale, err);
}

static bool submit_add(View *form, Err *err)
{
	Indicator indicator;
	if (!read_definition(form, &indicator, err))
		return false;
	indicator.code = form_text(form, "code");
	return indicator_add(form->core, &indicator, err);
}

static bool submit_edit(View *form, Err *err)
{
	Indicator indicator;
	if (!read_definition(form, &indicator, err))
		return false;
	indicator.id = form->args.id;
	indicator.rev = form_kept_rev(form);
	return indicator_save(form->core, &indicator, err);
}

const FormSpec indicator_add_form = {
	.name = "indicator-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm chỉ tiêu"),
	.fields = fields,
	.submit = submit_add,
	.done = N_("Đã thêm chỉ tiêu. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

const FormSpec indicator_edit_form = {
	.name = "indicator-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa chỉ tiêu"),
	.fields = fields + 1,
	.fill = fill_edit,
	.submit = submit_edit,
	.done = N_("Đã ghi chỉ tiêu. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool indicator_form_open(App *app, int64_t indicator_id, Err *err)
{
	ViewArgs args = { .id = indicator_id };
	return form_open(app, indicator_id ? &indicator_edit_form : &indicator_add_form, &args, err);
}

// Target ----------------------------------------------------------------------------------------

enum { PROVINCE = -1 }; // 0 is nothing chosen

static bool pick_place(View *form, Vec *out, Err *err)
{
	Vec regions, districts;
	vec_init(&regions, sizeof(Region));
	vec_init(&districts, sizeof(District));
	bool ok = region_list(form->core, &form->arena, &regions, err) &&
		  district_list(form->core, &form->arena, &districts, err);
	add_candidate(out, PROVINCE, tr("Toàn tỉnh"));
	for (size_t i = 0; ok && i < regions.len; i++) {
		const Region *region = vec_at(&regions, i);
		add_candidate(out, region->id, region->title);
	}
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		add_candidate(out, district->id, district->title);
	}
	vec_release(&regions);
	vec_release(&districts);
	return ok;
}

static const Field target_fields[] = {
	{ .name = "place", .label = N_("Nơi"), .kind = FIELD_PICK, .candidates = pick_place,
		.hint = N_("Toàn tỉnh, một vùng hay một địa phương.") },
	{ .name = "kind", .label = N_("Loại kế hoạch"), .kind = FIELD_CHOICE, .choices = target_kinds,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "value", .label = N_("Kế hoạch"), .kind = FIELD_LINE, .code = true,
		.hint = N_("Theo đơn vị của chỉ tiêu, hoặc phần trăm so với cùng kỳ.") },
	{ .name = "from", .label = N_("Từ ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ 01/01/2021.") },
	{ .name = "to", .label = N_("Đến ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ năm 2021, quý IV; để trống là đến khi có kế hoạch khác.") },
	{ .name = "document", .label = N_("Theo văn bản"), .kind = FIELD_LINE,
		.hint = N_("Văn bản giao kế hoạch; có thể để trống.") },
	{ 0 },
};

static bool fill_target(View *form, Err *err)
{
	Indicator indicator;
	char year[11];
	if (!indicator_get(form->core, form->args.id, &form->arena, &indicator, err))
		return false;
	Date first = { .year = core_today(form->core).year, .month = 1, .day = 1 };
	date_iso(first, year);
	form_set_pick(form, "place", form->args.other_id ? form->args.other_id : PROVINCE);
	form->args.other_id = 0;
	form_keep_rev(form, REV_NONE);
	form_set(form, "from", year);
	return true;
}

static bool is_region(View *form, int64_t id, bool *out, Err *err)
{
	Vec regions;
	vec_init(&regions, sizeof(Region));
	bool ok = region_list(form->core, &form->arena, &regions, err);
	*out = false;
	for (size_t i = 0; ok && i < regions.len; i++)
		*out = *out || ((const Region *)vec_at(&regions, i))->id == id;
	vec_release(&regions);
	return ok;
}

static bool read_place(View *form, Place *out, Err *err)
{
	int64_t id = form_pick(form, "place");
	bool region;
	*out = (Place){ 0 };
	if (!id) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa chọn nơi."));
		return err_field(err, "place");
	}
	if (id == PROVINCE)
		return true;
	if (!is_region(form, id, &region, err))
		return false;
	*(region ? &out->region_id : &out->district_id) = id;
	return true;
}

static bool is_same(const IndicatorTarget *a, const IndicatorTarget *b)
{
	return a->place.region_id == b->place.region_id && a->place.district_id == b->place.district_id &&
	       strcmp(a->from, b->from) == 0 && strcmp(a->to, b->to) == 0;
}

// The one of the same place and time; its id is 0 where there is none.
static bool find_standing(View *form, const IndicatorTarget *target, IndicatorTarget *out, Err *err)
{
	Vec all;
	*out = (IndicatorTarget){ .rev = REV_NONE };
	vec_init(&all, sizeof(IndicatorTarget));
	bool ok = target_list(form->core, target->indicator_id, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		if (is_same(vec_at(&all, i), target))
			*out = *(const IndicatorTarget *)vec_at(&all, i);
	vec_release(&all);
	return ok;
}

// What stands there is told before it is replaced: other_id and the kept revision say which one the
// person knows of.
static bool check_standing(
	View *form, const Indicator *indicator, const IndicatorTarget *standing, Err *err)
{
	Buf value = BUF_INIT;
	bool percent = standing->kind == TARGET_LAST_YEAR;
	if (!standing->id ||
		(standing->id == form->args.other_id && standing->rev == form_kept_rev(form)))
		return true;
	form->args.other_id = standing->id;
	form_keep_rev(form, standing->rev);
	amount_show(&value, standing->value, percent ? LAST_YEAR_SCALE : indicator->scale,
		percent ? "%" : indicator->unit);
	err_set(err, ERR_INVALID, tr("Nơi và thời gian này đã có kế hoạch %s; chưa ghi gì."), value.bytes);
	err_hint(err, "%s", tr("Ctrl+S lần nữa để thay kế hoạch ấy."));
	buf_release(&value);
	return err_field(err, "value");
}

static bool submit_target(View *form, Err *err)
{
	char from[11], to[11];
	Indicator indicator;
	IndicatorTarget standing;
	IndicatorTarget target = { .indicator_id = form->args.id,
		.kind = (TargetKind)form_choice(form, "kind"), .document = form_text(form, "document") };
	if (!indicator_get(form->core, form->args.id, &form->arena, &indicator, err) ||
		!read_place(form, &target.place, err) ||
		!target_value_read(&indicator, target.kind, form_text(form, "value"), &target.value, err) ||
		!form_date(form, "from", from, err) || !form_date(form, "to", to, err))
		return false;
	target.from = from;
	target.to = to;
	if (!find_standing(form, &target, &standing, err) ||
		!check_standing(form, &indicator, &standing, err))
		return false;
	target.rev = standing.rev;
	return target_set(form->core, &target, err);
}

const FormSpec target_form = {
	.name = "target",
	.stale = FORM_READ_AGAIN,
	.title = N_("Giao kế hoạch"),
	.fields = target_fields,
	.fill = fill_target,
	.submit = submit_target,
	.done = N_("Đã giao kế hoạch. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};
