// SPDX-License-Identifier: MIT
// What a decision needs beside its name: a new deadline and a reason, offered where they are usual.
#include "tui/views/closing_screen.h"

#include "base/tr.h"
#include "tui/views/forms.h"
#include "tui/views/leaf_ops.h"

static const char *const carry_reason = VN_("chưa hoàn thành trong kỳ, tiếp tục thực hiện");

static const Field carry_fields[] = {
	{ .name = "new_due", .label = N_("Hạn mới"), .kind = FIELD_DATE,
		.hint = N_("Sau kỳ đang khép; sẵn là cuối nửa năm, hoặc nửa năm sau. Ctrl+S để nhận.") },
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_LINE,
		.hint = N_("Vì sao chuyển sang kỳ sau; cần có.") },
	{ 0 },
};

static bool fill_carry(View *form, Err *err)
{
	Period period;
	char last[11];
	if (!closing_current(form->core, &period, err))
		return false;
	date_iso(closing_carry_day(period), last);
	form_set(form, "new_due", last);
	form_set(form, "reason", carry_reason);
	return leaf_form_about(form, err);
}

// A draft of it is opened over the closing screen, or not at all.
static bool decide(View *form, CloseKind kind, const char *due, Err *err)
{
	if (form->below->ops != &closing_view)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Kỳ này không còn chờ quyết định."));
	closing_decide(form->below, kind, due, form_text(form, "reason"));
	return true;
}

static bool check_reason(View *form, Err *err)
{
	if (*form_text(form, "reason"))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Cần ghi lý do."));
	return err_field(err, "reason");
}

static bool submit_carry(View *form, Err *err)
{
	Period period;
	Date day;
	char due[11];
	if (!form_date(form, "new_due", due, err) || !check_reason(form, err) ||
		!closing_current(form->core, &period, err))
		return false;
	if (!date_parse(due, &day) || date_compare(day, period_last_day(period)) <= 0) {
		err_set(err, ERR_INVALID, "%s", tr("Hạn mới phải sau kỳ đang khép."));
		return err_field(err, "new_due");
	}
	return decide(form, CLOSE_CARRY, due, err);
}

const FormSpec closing_carry_form = {
	.name = "closing-carry",
	.stale = FORM_ADDS,
	.about_picks = true,
	.title = N_("Chuyển tiếp sang kỳ sau"),
	.fields = carry_fields,
	.fill = fill_carry,
	.submit = submit_carry,
	.need = RIGHT_DIRECT,
};

bool closing_carry_open(App *app, Err *err)
{
	return form_open(app, &closing_carry_form, &(ViewArgs){ 0 }, err);
}

static const Field end_fields[] = {
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_LINE,
		.hint = N_("Vì sao thôi làm khi chưa xong; cần có. Ctrl+S để nhận.") },
	{ 0 },
};

static bool submit_end(View *form, Err *err)
{
	return check_reason(form, err) && decide(form, CLOSE_END, "", err);
}

const FormSpec closing_end_form = {
	.name = "closing-end",
	.stale = FORM_ADDS,
	.about_picks = true,
	.title = N_("Kết thúc khi chưa xong"),
	.fields = end_fields,
	.fill = leaf_form_about,
	.submit = submit_end,
	.need = RIGHT_DIRECT,
};

bool closing_end_open(App *app, Err *err)
{
	return form_open(app, &closing_end_form, &(ViewArgs){ 0 }, err);
}
