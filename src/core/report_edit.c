// SPDX-License-Identifier: MIT
// What has come: entered, withdrawn; extensions and reminders.
#include "core/report_parts.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// Entering --------------------------------------------------------------------------------------

bool report_check(Core *core, const Report *report, Err *err)
{
	char today[11];
	const char *received = or_empty(report->received), *dated = or_empty(report->dated);
	core_today_iso(core, today);
	if (report->state != REPORT_SENT && report->state != REPORT_UNCHANGED) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa ghi đã nộp hay không thay đổi."));
		err_hint(err, "%s", tr("Báo cáo đã ghi mà sai thì rút: F9, Rút báo cáo."));
		return err_field(err, "state");
	}
	if (*received && !day_check(core, received, "received", tr("Ngày nhận"), err))
		return false;
	if (!*dated)
		return true;
	if (!day_check(core, dated, "dated", tr("Ngày văn bản"), err))
		return false;
	if (strcmp(dated, *received ? received : today) <= 0)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ngày văn bản sau ngày nhận."));
	return err_field(err, "dated");
}

static Report cleaned(Core *core, const Report *report, Arena *arena)
{
	char today[11];
	Report out = *report;
	core_today_iso(core, today);
	out.received = arena_strdup(arena, *or_empty(report->received) ? report->received : today);
	out.dated = or_empty(report->dated);
	out.document = text_clean_arena(arena, or_empty(report->document), CLEAN_LINE);
	out.note = text_clean_arena(arena, or_empty(report->note), CLEAN_LINE);
	return out;
}

static void bind_key(Stmt *stmt, int64_t series_id, int round, ReporterId who)
{
	stmt_int(stmt, series_id);
	stmt_int(stmt, round);
	stmt_int_or_null(stmt, who.district_id);
	stmt_int_or_null(stmt, who.body_id);
}

static void insert_entry(Change *change, int64_t series_id, int round, ReporterId who, const Report *new)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_REPORT_ENTRY, &id);
	bind_key(stmt, series_id, round, who);
	stmt_text(stmt, report_state_code(new->state));
	stmt_text(stmt, new->received);
	stmt_text(stmt, new->document);
	stmt_text_or_null(stmt, new->dated);
	stmt_text(stmt, new->note);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static void change_entry(Change *change, const Report *new)
{
	change_patch(change, NOUN_REPORT_ENTRY, new->id, new->rev,
		json_pack("{s:s, s:s, s:s, s:s?, s:s}", "state", report_state_code(new->state),
			"received_on", new->received, "document", new->document, "dated_on",
			*new->dated ? new->dated : NULL, "note", new->note));
}

// Another row counts than the one that was read: somebody has been here meanwhile.
static bool check_same(const Reporter *now, const Report *read, Err *err)
{
	if (now->report.id == read->id && now->report.rev == read->rev)
		return true;
	err_set(err, ERR_CONFLICT, tr("%s: người khác vừa ghi báo cáo này."), now->title);
	return err_hint(err, "%s", tr("Mở lại để xem bản mới rồi sửa tiếp; chưa ghi gì."));
}

static bool check_input(const Ledger *ledger, int round, const ReportInput *input, Err *err)
{
	Reporter now;
	return ledger_find(ledger, round, input->who, &now, err) &&
	       report_check(ledger->core, &input->report, err) &&
	       check_same(&now, &input->report, err);
}

// Read again behind the write lock: nobody comes in between.
static bool save(Change *change, int64_t series_id, int round, const ReportInput *inputs,
	size_t n, size_t *failed, Arena *arena, Err *err)
{
	Ledger ledger;
	Core *core = change_core(change);
	if (change_failed(change) || !ledger_open(&ledger, core, series_id, arena, err))
		return false;
	bool ok = true;
	for (*failed = 0; *failed < n; ++*failed) {
		ok = check_input(&ledger, round, &inputs[*failed], err);
		if (!ok)
			break;
		Report new = cleaned(core, &inputs[*failed].report, arena);
		if (new.id)
			change_entry(change, &new);
		else
			insert_entry(change, series_id, round, inputs[*failed].who, &new);
	}
	ledger_release(&ledger);
	return ok;
}

bool report_save_many(Core *core, int64_t series_id, int round, const ReportInput *inputs, size_t n,
	size_t *failed, Err *err)
{
	Arena arena = ARENA_INIT;
	*failed = n;
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (!n)
		return err_set(err, ERR_INVALID, "%s", tr("Không có gì mới để ghi."));
	Change *change = change_begin(core, "report-save");
	Err why = ERR_INIT;
	if (!save(change, series_id, round, inputs, n, failed, &arena, &why))
		change_fail(change, &why);
	bool ok = change_commit(change, err);
	arena_release(&arena);
	return ok;
}

bool report_withdraw(Core *core, int64_t id, int64_t rev, Err *err)
{
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	if (!id)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Nơi này chưa có báo cáo nào để rút."));
	Change *change = change_begin(core, "report-withdraw");
	change_remove(change, NOUN_REPORT_ENTRY, id, rev);
	return change_commit(change, err);
}

// With the reporter as it stands ----------------------------------------------------------------

static bool find_reporter(Core *core, int64_t series_id, int round, ReporterId who, Arena *arena,
	Reporter *out, Err *err)
{
	Ledger ledger;
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) ||
		!ledger_open(&ledger, core, series_id, arena, err))
		return false;
	bool ok = ledger_find(&ledger, round, who, out, err);
	ledger_release(&ledger);
	return ok;
}

// Extensions ------------------------------------------------------------------------------------

static bool check_due(const Reporter *reporter, const char *new_due, Err *err)
{
	Date old, new;
	char shown[11];
	if (!date_parse(new_due, &new)) {
		err_set(err, ERR_INVALID, tr("Hạn mới “%.40s” không phải là một ngày."), new_due);
		return err_field(err, "new_due");
	}
	if (!date_parse(reporter->due, &old) || date_compare(new, old) > 0)
		return true;
	date_show(old, shown);
	err_set(err, ERR_INVALID, tr("Hạn mới phải sau hạn đang có (%s)."), shown);
	return err_field(err, "new_due");
}

static bool check_extension(const Reporter *reporter, const ReportExtension *extension, Err *err)
{
	if (reporter->report.state != REPORT_NONE) {
		err_set(err, ERR_INVALID, tr("%s đã nộp báo cáo, không cần gia hạn."), reporter->title);
		return err_field(err, "new_due");
	}
	if (!check_due(reporter, extension->new_due, err))
		return false;
	if (*extension->reason)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Gia hạn cần ghi lý do."));
	return err_field(err, "reason");
}

bool report_extend(Core *core, int64_t series_id, int round, ReporterId who,
	const ReportExtension *extension, Err *err)
{
	int64_t id;
	char today[11];
	Reporter reporter;
	Arena arena = ARENA_INIT;
	ReportExtension new = {
		.new_due = or_empty(extension->new_due),
		.reason = text_clean_arena(&arena, or_empty(extension->reason), CLEAN_LINE),
		.agreed_by = text_clean_arena(&arena, or_empty(extension->agreed_by), CLEAN_LINE),
	};
	bool ok = find_reporter(core, series_id, round, who, &arena, &reporter, err) &&
		  check_extension(&reporter, &new, err);
	if (ok) {
		core_today_iso(core, today);
		Change *change = change_begin(core, "report-extend");
		Stmt *stmt = change_insert(change, NOUN_REPORT_EXTENSION, &id);
		bind_key(stmt, series_id, round, who);
		stmt_text(stmt, reporter.due);
		stmt_text(stmt, new.new_due);
		stmt_text(stmt, new.reason);
		stmt_text(stmt, new.agreed_by);
		stmt_text(stmt, today);
		stmt_text(stmt, NULL);
		change_run(change, stmt);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

// Reminders -------------------------------------------------------------------------------------

static bool check_reminder(Core *core, const Reporter *reporter, const Reminder *reminder, Err *err)
{
	if (reporter->report.state != REPORT_NONE) {
		err_set(err, ERR_INVALID, tr("%s đã nộp báo cáo, không phải đôn đốc."), reporter->title);
		return err_field(err, "on");
	}
	return day_check(core, reminder->on, "on", tr("Ngày đôn đốc"), err);
}

bool reminder_add(Core *core, int64_t series_id, int round, ReporterId who, const Reminder *reminder,
	int *nth, Err *err)
{
	int64_t id;
	char today[11];
	Reporter reporter;
	Arena arena = ARENA_INIT;
	core_today_iso(core, today);
	Reminder new = *reminder;
	new.on = *or_empty(reminder->on) ? reminder->on : today;
	bool ok = find_reporter(core, series_id, round, who, &arena, &reporter, err) &&
		  check_reminder(core, &reporter, &new, err);
	if (ok) {
		*nth = reporter.reminders + 1;
		Change *change = change_begin(core, "reminder-add");
		Stmt *stmt = change_insert(change, NOUN_REMINDER, &id);
		bind_key(stmt, series_id, round, who);
		stmt_int_or_null(stmt, new.person_id);
		stmt_int(stmt, *nth);
		stmt_text(stmt, new.on);
		stmt_text(stmt, channel_code(new.channel));
		stmt_text(stmt, text_clean_arena(&arena, or_empty(new.note), CLEAN_LINE));
		stmt_text(stmt, NULL);
		change_run(change, stmt);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
