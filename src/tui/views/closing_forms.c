// SPDX-License-Identifier: MIT
// What a decision needs beside its name: a new deadline and a reason, offered where they are usual.
#include "tui/views/closing_screen.h"

#include "base/tr.h"
#include "tui/form.h"

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
	const ClosingScreen *screen = form->below->state;
	char last[11];
	(void)err;
	date_iso(closing_carry_day(screen->period), last);
	form_set(form, "new_due", last);
	form_set(form, "reason", carry_reason);
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
	const ClosingScreen *screen = form->below->state;
	Date day;
	char due[11];
	if (!form_date(form, "new_due", due, err) || !check_reason(form, err))
		return false;
	if (!date_parse(due, &day) || date_compare(day, period_last_day(screen->period)) <= 0) {
		err_set(err, ERR_INVALID, "%s", tr("Hạn mới phải sau kỳ đang khép."));
		return err_field(err, "new_due");
	}
	closing_decide(form->below, CLOSE_CARRY, due, form_text(form, "reason"));
	return true;
}

static const FormSpec carry_form = {
	.title = N_("Chuyển tiếp sang kỳ sau"),
	.fields = carry_fields,
	.fill = fill_carry,
	.submit = submit_carry,
	.need = RIGHT_DIRECT,
};

bool closing_carry_open(App *app, Err *err)
{
	return form_open(app, &carry_form, &(ViewArgs){ 0 }, err);
}

static const Field end_fields[] = {
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_LINE,
		.hint = N_("Vì sao thôi làm khi chưa xong; cần có. Ctrl+S để nhận.") },
	{ 0 },
};

static bool submit_end(View *form, Err *err)
{
	if (!check_reason(form, err))
		return false;
	closing_decide(form->below, CLOSE_END, "", form_text(form, "reason"));
	return true;
}

static const FormSpec end_form = {
	.title = N_("Kết thúc khi chưa xong"),
	.fields = end_fields,
	.submit = submit_end,
	.need = RIGHT_DIRECT,
};

bool closing_end_open(App *app, Err *err)
{
	return form_open(app, &end_form, &(ViewArgs){ 0 }, err);
}
