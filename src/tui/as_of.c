// SPDX-License-Identifier: MIT
#include "tui/as_of.h"

#include "base/tr.h"
#include "tui/form.h"
#include "tui/typing.h"

static const Field fields[] = {
	{ .name = "day", .label = N_("Ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ 30/6/2025, hôm qua, cuối năm 2021; để trống là hôm nay.") },
	{ 0 },
};

static bool fill(View *form, Err *err)
{
	char day[11];
	(void)err;
	core_day_iso(form->core, day);
	form_set(form, "day", core_is_as_of(form->core) ? day : "");
	return true;
}

static bool submit(View *form, Err *err)
{
	char iso[11], shown[11];
	Date day;
	if (!form_date(form, "day", iso, err))
		return false;
	if (!date_parse(iso, &day))
		day = (Date){ 0 };
	if (!core_set_as_of(form->core, day, err))
		return false;
	date_show(core_day(form->core), shown);
	app_reload(form->app);
	if (core_is_as_of(form->core))
		app_say(form->app, tr("Đang xem theo ngày %s, không ghi được; Ctrl+T để về hôm nay."), shown);
	else
		app_say(form->app, tr("Đã về hôm nay, %s."), shown);
	return true;
}

static const FormSpec as_of_form = {
	.title = N_("Xem theo ngày"),
	.fields = fields,
	.fill = fill,
	.submit = submit,
	.need = RIGHT_READ,
};

bool as_of_ready(View *view, Err *err)
{
	if (!typing_any(view->app))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ghi hoặc bỏ những gì đang gõ trước đã."));
	return err_hint(err, "%s", tr("Ctrl+S ghi, Esc bỏ."));
}

// From another day the same key leads back at once.
bool as_of_ask(View *view, Err *err)
{
	char shown[11];
	if (!core_is_as_of(view->core))
		return form_open(view->app, &as_of_form, NULL, err);
	if (!core_set_as_of(view->core, (Date){ 0 }, err))
		return false;
	date_show(core_day(view->core), shown);
	app_reload(view->app);
	app_say(view->app, tr("Đã về hôm nay, %s."), shown);
	return true;
}
