// SPDX-License-Identifier: MIT
// A series of reports: what it is called, its rhythm, whom it asks.
#include "tui/views/round_screen.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/directive.h"
#include "core/org.h"
#include "core/task.h"

static const char *const rhythms[] = { N_("hằng tuần"), N_("hai tuần một lần"), N_("hằng tháng"),
	N_("hằng quý"), N_("sáu tháng một lần"), N_("một lần"), NULL };

static bool pick_directive(View *form, Vec *out, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(Directive));
	bool ok = directive_list(form->core, &form->arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++) {
		const Directive *directive = vec_at(&all, i);
		*(Candidate *)vec_push(out) = (Candidate){ directive->id, directive->number };
	}
	vec_release(&all);
	return ok;
}

#define CODE_FIELD                                                                                 \
	{                                                                                          \
		.name = "code", .label = N_("Mã"), .kind = FIELD_LINE, .code = true,               \
		.hint = N_("Ngắn, không dấu, ví dụ bc-259; kỳ thứ ba là bc-259.3.")                \
	}
#define OTHER_FIELDS                                                                               \
	{ .name = "name", .label = N_("Tên báo cáo"), .kind = FIELD_LINE,                          \
		.hint = N_("Ví dụ Báo cáo kết quả thực hiện Công văn 259-CV/TU.") },               \
		{ .name = "rhythm", .label = N_("Nhịp"), .kind = FIELD_CHOICE, .choices = rhythms, \
			.hint = N_("Mũi tên trái, phải để chọn.") },                               \
		{ .name = "first", .label = N_("Hạn kỳ đầu"), .kind = FIELD_DATE,                  \
			.hint = N_("Các kỳ sau cùng ngày ấy; tháng thiếu ngày thì ngày cuối tháng.") }, \
		{ .name = "last", .label = N_("Không quá ngày"), .kind = FIELD_DATE,               \
			.hint = N_("Kỳ cuối cùng; để trống là chưa định.") },                      \
		{ .name = "directive", .label = N_("Theo văn bản"), .kind = FIELD_PICK,            \
			.candidates = pick_directive, .hint = N_("Có thể để trống.") },            \
		{ .name = "districts", .label = N_("Địa phương"), .kind = FIELD_LINE,              \
			.hint = N_("tất cả, hoặc mã, tên cách nhau bằng dấu phẩy.") },             \
		{ .name = "bodies", .label = N_("Cơ quan"), .kind = FIELD_LINE,                    \
			.hint = N_("Tên hoặc mã cơ quan cách nhau bằng dấu phẩy; Ctrl+S để ghi.") }

static const Field add_fields[] = { CODE_FIELD, OTHER_FIELDS, { 0 } };
static const Field edit_fields[] = { OTHER_FIELDS, { 0 } };

typedef struct {
	ReportSeries series;
	ReportAsked asked;
	char first[11], last[11];
} Typed;

static bool read_typed(View *form, Typed *typed, Err *err)
{
	typed->series = (ReportSeries){
		.name = form_text(form, "name"),
		.rhythm = (Rhythm)form_choice(form, "rhythm"),
		.directive_id = form_pick(form, "directive"),
		.first_due = typed->first,
		.last_due = typed->last,
	};
	return form_date(form, "first", typed->first, err) &&
	       form_date(form, "last", typed->last, err) &&
	       report_asked_read(form->core, form_text(form, "districts"), form_text(form, "bodies"),
		       &form->arena, &typed->asked, err);
}

// A new one ---------------------------------------------------------------------------------------

static bool fill_add(View *form, Err *err)
{
	(void)err;
	form_set_choice(form, "rhythm", RHYTHM_MONTH);
	form_set(form, "districts", tr("tất cả"));
	return true;
}

static bool submit_add(View *form, Err *err)
{
	Typed typed;
	if (!read_typed(form, &typed, err))
		return false;
	typed.series.code = form_text(form, "code");
	if (!report_series_add(form->core, &typed.series, &typed.asked, err))
		return false;
	form->args.id = typed.series.id;
	return true;
}

static bool open_added(App *app, const ViewArgs *args, Err *err)
{
	return round_open(app, args->id, 0, err);
}

const FormSpec series_add_form = {
	.name = "series-add",
	.stale = FORM_ADDS,
	.title = N_("Thêm báo cáo định kỳ"),
	.fields = add_fields,
	.fill = fill_add,
	.submit = submit_add,
	.after = open_added,
	.done = N_("Đã thêm báo cáo định kỳ. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

// One that there is -------------------------------------------------------------------------------

static bool body_code(View *form, int64_t id, const char **out, Err *err)
{
	Body body = { .code = "" };
	bool ok = body_get(form->core, id, &form->arena, &body, err);
	*out = body.code;
	return ok;
}

static bool add_code(View *form, ReporterId who, Buf *districts, Buf *bodies, Err *err)
{
	District district;
	const char *code;
	Buf *out = who.district_id ? districts : bodies;
	if (who.district_id) {
		if (!district_get(form->core, who.district_id, &form->arena, &district, err))
			return false;
		code = district.code;
	} else if (!body_code(form, who.body_id, &code, err)) {
		return false;
	}
	buf_addf(out, "%s%s", out->len ? ", " : "", code);
	return true;
}

static bool fill_asked(View *form, Err *err)
{
	ReportAsked asked;
	Buf districts = BUF_INIT, bodies = BUF_INIT;
	bool ok = report_asked_get(form->core, form->args.id, &form->arena, &asked, err);
	if (ok && asked.all_districts)
		buf_adds(&districts, tr("tất cả"));
	for (size_t i = 0; ok && i < asked.reporters_n; i++)
		ok = add_code(form, asked.reporters[i], &districts, &bodies, err);
	form_set(form, "districts", districts.bytes);
	form_set(form, "bodies", bodies.bytes);
	buf_release(&districts);
	buf_release(&bodies);
	return ok;
}

static bool fill_edit(View *form, Err *err)
{
	ReportSeries series;
	if (!report_series_get(form->core, form->args.id, &form->arena, &series, err))
		return false;
	form_keep_rev(form, series.rev);
	form->title = view_printf(form, "%s %s", tr("Sửa báo cáo định kỳ"), series.code);
	form_set(form, "name", series.name);
	form_set_choice(form, "rhythm", (int)series.rhythm);
	form_set(form, "first", series.first_due);
	form_set(form, "last", series.last_due);
	form_set_pick(form, "directive", series.directive_id);
	return fill_asked(form, err);
}

static bool submit_edit(View *form, Err *err)
{
	Typed typed;
	if (!read_typed(form, &typed, err))
		return false;
	typed.series.id = form->args.id;
	typed.series.rev = form_kept_rev(form);
	return report_series_save(form->core, &typed.series, &typed.asked, err);
}

const FormSpec series_edit_form = {
	.name = "series-edit",
	.stale = FORM_MERGES,
	.title = N_("Sửa báo cáo định kỳ"),
	.fields = edit_fields,
	.fill = fill_edit,
	.submit = submit_edit,
	.done = N_("Đã sửa báo cáo định kỳ. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool series_edit_open(View *view, int64_t series_id, Err *err)
{
	ViewArgs args = { .id = series_id };
	return form_open(view->app, &series_edit_form, &args, err);
}
