// SPDX-License-Identifier: MIT
// About one reporter of a round: a reminder, a day of its own. args: the series, the round as code;
// other_id is the reporter.
#include "tui/views/round_screen.h"

#include "base/tr.h"

#include <stdio.h>
#include <stdlib.h>

int64_t round_key(int64_t series_id, int round)
{
	return (int64_t)((uint64_t)series_id * ROUNDS_MAX + (uint64_t)round);
}

int64_t reporter_arg(ReporterId who)
{
	return who.district_id ? who.district_id : -who.body_id;
}

ReporterId reporter_of_arg(int64_t arg)
{
	return (ReporterId){ .district_id = arg > 0 ? arg : 0, .body_id = arg > 0 ? 0 : -arg };
}

static ReporterId who_of(const ViewArgs *args)
{
	return reporter_of_arg(args->other_id);
}

static bool find(View *form, Reporter *out, Err *err)
{
	Vec all;
	Round round;
	ReporterId who = who_of(&form->args);
	vec_init(&all, sizeof(Reporter));
	bool ok = round_get(form->core, form->args.id, atoi(form->args.code), &form->arena, &round, &all,
		err);
	bool found = false;
	for (size_t i = 0; ok && !found && i < all.len; i++) {
		*out = *(const Reporter *)vec_at(&all, i);
		found = out->who.district_id == who.district_id && out->who.body_id == who.body_id;
	}
	vec_release(&all);
	if (ok && !found)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi này không phải báo cáo kỳ này."));
	return ok;
}

static bool open_about(View *view, const FormSpec *spec, const Reporter *reporter, Err *err)
{
	const RoundScreen *screen = view->state;
	ViewArgs args = { .id = view->args.id, .other_id = reporter_arg(reporter->who) };
	snprintf(args.code, sizeof(args.code), "%d", screen->round.round);
	return form_open(view->app, spec, &args, err);
}

// A reminder ------------------------------------------------------------------------------------

static const char *const channels[] = { N_("điện thoại"), N_("văn bản"), N_("tin nhắn"), NULL };

static const Field reminder_fields[] = {
	{ .name = "channel", .label = N_("Qua"), .kind = FIELD_CHOICE, .choices = channels,
		.hint = N_("Mũi tên trái, phải để chọn.") },
	{ .name = "on", .label = N_("Ngày"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ hôm nay, hôm qua, 20/11.") },
	{ .name = "person", .label = N_("Đồng chí"), .kind = FIELD_PICK,
		.candidates = pick_person, .hint = N_("Người được đôn đốc: gõ vài chữ; để trống cũng được.") },
	{ .name = "note", .label = N_("Nội dung"), .kind = FIELD_LINE,
		.hint = N_("Hứa nộp khi nào, vướng gì; Ctrl+S để ghi.") },
	{ 0 },
};

static bool fill_reminder(View *form, Err *err)
{
	char today[11];
	Reporter reporter;
	if (!find(form, &reporter, err))
		return false;
	core_today_iso(form->core, today);
	form->title = view_printf(form, tr("Đôn đốc %s"), reporter.title);
	form_set(form, "on", today);
	form_set_pick(form, "person", reporter.contact_id);
	return true;
}

static bool submit_reminder(View *form, Err *err)
{
	char on[11];
	int nth;
	Reminder reminder = {
		.person_id = form_pick(form, "person"),
		.channel = (Channel)form_choice(form, "channel"),
		.note = form_text(form, "note"),
	};
	if (!form_date(form, "on", on, err))
		return false;
	reminder.on = on;
	return reminder_add(form->core, form->args.id, atoi(form->args.code), who_of(&form->args),
		&reminder, &nth, err);
}

const FormSpec reminder_form = {
	.name = "reminder",
	.stale = FORM_ADDS,
	.title = N_("Ghi đôn đốc"),
	.fields = reminder_fields,
	.fill = fill_reminder,
	.submit = submit_reminder,
	.done = N_("Đã ghi đôn đốc. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool reminder_form_open(View *view, const Reporter *reporter, Err *err)
{
	return open_about(view, &reminder_form, reporter, err);
}

// An extension ----------------------------------------------------------------------------------

static const Field extend_fields[] = {
	{ .name = "new_due", .label = N_("Hạn mới"), .kind = FIELD_DATE,
		.hint = N_("Ví dụ +5 ngày, 30/11, thứ 6 tới.") },
	{ .name = "reason", .label = N_("Lý do"), .kind = FIELD_LINE,
		.hint = N_("Vì sao được nộp muộn hơn; cần ghi.") },
	{ .name = "agreed_by", .label = N_("Người đồng ý"), .kind = FIELD_LINE,
		.hint = N_("Có thể để trống; Ctrl+S để ghi.") },
	{ 0 },
};

static bool fill_extend(View *form, Err *err)
{
	Reporter reporter;
	if (!find(form, &reporter, err))
		return false;
	form->title = view_printf(form, tr("Gia hạn báo cáo của %s"), reporter.title);
	return true;
}

static bool submit_extend(View *form, Err *err)
{
	char new_due[11];
	ReportExtension extension = { .reason = form_text(form, "reason"),
		.agreed_by = form_text(form, "agreed_by") };
	if (!form_date(form, "new_due", new_due, err))
		return false;
	extension.new_due = new_due;
	return report_extend(form->core, form->args.id, atoi(form->args.code), who_of(&form->args),
		&extension, err);
}

const FormSpec report_extend_form = {
	.name = "report-extend",
	.stale = FORM_ADDS,
	.title = N_("Gia hạn báo cáo"),
	.fields = extend_fields,
	.fill = fill_extend,
	.submit = submit_extend,
	.done = N_("Đã gia hạn. F8 hoàn tác."),
	.need = RIGHT_DIRECT,
};

bool extend_form_open(View *view, const Reporter *reporter, Err *err)
{
	return open_about(view, &report_extend_form, reporter, err);
}
