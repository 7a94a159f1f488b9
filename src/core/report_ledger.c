// SPDX-License-Identifier: MIT
// All rows of a series, and what follows from them for each round and reporter.
#include "core/report_parts.h"

#include "base/tr.h"
#include "core/body.h"
#include "core/org.h"
#include "core/person.h"

#include <string.h>

bool same_reporter(ReporterId a, ReporterId b)
{
	return a.district_id == b.district_id && a.body_id == b.body_id;
}

// Reading ---------------------------------------------------------------------------------------

static Stmt *rows_of(const Ledger *ledger, QueryId query)
{
	Stmt *stmt = db_query(core_db(ledger->core), query);
	stmt_int(stmt, ledger->series.id);
	return stmt;
}

static ReportKey key_of(Stmt *stmt)
{
	return (ReportKey){ (int)stmt_get_int(stmt, 0),
		{ stmt_get_int(stmt, 1), stmt_get_int(stmt, 2) } };
}

static const char *later(const char *a, const char *b)
{
	return strcmp(a, b) > 0 ? a : b;
}

static const char *earlier_end(const char *a, const char *b)
{
	if (!*a || !*b)
		return *a ? a : b;
	return strcmp(a, b) < 0 ? a : b;
}

static bool read_asked(Ledger *ledger, Err *err)
{
	Stmt *stmt = rows_of(ledger, Q_REPORT_REPORTERS);
	while (stmt_row(stmt)) {
		const char *days[4];
		for (int i = 0; i < 4; i++)
			days[i] = stmt_get_string(stmt, 4 + i, ledger->arena);
		*(Asked *)vec_push(&ledger->asked) = (Asked){
			.who = { stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) },
			.code = stmt_get_string(stmt, 2, ledger->arena),
			.title = stmt_get_string(stmt, 3, ledger->arena),
			.from = later(days[0], days[2]),
			.to = earlier_end(days[1], days[3]),
		};
	}
	return stmt_done(stmt, err);
}

// Those of the day are read at once; one that has ended is looked up.
static bool name_district(Ledger *ledger, const Vec *of_day, Asked *asked, Err *err)
{
	District district = { .id = 0 };
	for (size_t i = 0; i < of_day->len && district.id != asked->who.district_id; i++)
		district = *(const District *)vec_at(of_day, i);
	if (district.id != asked->who.district_id &&
		!district_get(ledger->core, asked->who.district_id, ledger->arena, &district, err))
		return false;
	asked->title = district.title;
	return true;
}

static bool name_body(Ledger *ledger, Asked *asked, Err *err)
{
	Body body;
	if (!body_get(ledger->core, asked->who.body_id, ledger->arena, &body, err))
		return false;
	asked->title = body.short_name;
	return true;
}

static bool name_reporters(Ledger *ledger, Err *err)
{
	Vec of_day;
	vec_init(&of_day, sizeof(District));
	bool ok = district_list(ledger->core, ledger->arena, &of_day, err);
	for (size_t i = 0; ok && i < ledger->asked.len; i++) {
		Asked *asked = vec_at(&ledger->asked, i);
		ok = asked->who.body_id ? name_body(ledger, asked, err) :
					  name_district(ledger, &of_day, asked, err);
	}
	vec_release(&of_day);
	return ok;
}

static bool read_entries(Ledger *ledger, Err *err)
{
	Arena *arena = ledger->arena;
	Stmt *stmt = rows_of(ledger, Q_REPORT_ENTRIES);
	while (stmt_row(stmt)) {
		LedgerEntry *entry = vec_push(&ledger->entries);
		*entry = (LedgerEntry){ .key = key_of(stmt), .withdrawn = stmt_get_int(stmt, 10) != 0 };
		entry->report = (Report){
			.id = stmt_get_int(stmt, 3),
			.rev = stmt_get_int(stmt, 4),
			.received = stmt_get_string(stmt, 6, arena),
			.document = stmt_get_string(stmt, 7, arena),
			.dated = stmt_get_string(stmt, 8, arena),
			.note = stmt_get_string(stmt, 9, arena),
		};
		if (!report_state_parse(stmt_get_text(stmt, 5), &entry->report.state))
			entry->report.state = REPORT_SENT;
	}
	return stmt_done(stmt, err);
}

static bool read_extensions(Ledger *ledger, Err *err)
{
	Stmt *stmt = rows_of(ledger, Q_REPORT_EXTENSIONS);
	while (stmt_row(stmt))
		*(LedgerExtension *)vec_push(&ledger->extensions) = (LedgerExtension){
			.key = key_of(stmt),
			.old_due = stmt_get_string(stmt, 3, ledger->arena),
			.new_due = stmt_get_string(stmt, 4, ledger->arena),
			.reason = stmt_get_string(stmt, 5, ledger->arena),
		};
	return stmt_done(stmt, err);
}

static bool read_reminders(Ledger *ledger, Err *err)
{
	Channel channel;
	Stmt *stmt = rows_of(ledger, Q_REPORT_REMINDERS);
	while (stmt_row(stmt))
		*(LedgerReminder *)vec_push(&ledger->reminders) = (LedgerReminder){
			.key = key_of(stmt),
			.on = stmt_get_string(stmt, 5, ledger->arena),
			.channel = channel_parse(stmt_get_text(stmt, 6), &channel) ?
				channel_name(channel) : "",
			.note = stmt_get_string(stmt, 7, ledger->arena),
			.person = stmt_get_string(stmt, 8, ledger->arena),
		};
	return stmt_done(stmt, err);
}

static bool read_contacts(Ledger *ledger, Err *err)
{
	char today[11];
	date_iso(ledger->today, today);
	Stmt *stmt = db_query(core_db(ledger->core), Q_REPORT_CONTACTS);
	stmt_text(stmt, today);
	while (stmt_row(stmt)) {
		const char *name = stmt_get_string(stmt, 3, ledger->arena);
		*(Contact *)vec_push(&ledger->contacts) = (Contact){
			.who = { stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) },
			.person_id = stmt_get_int(stmt, 2),
			.title = person_title(ledger->arena, name, stmt_get_text(stmt, 4)),
			.phone = stmt_get_string(stmt, 5, ledger->arena),
		};
	}
	return stmt_done(stmt, err);
}

bool ledger_open(Ledger *ledger, Core *core, int64_t series_id, Arena *arena, Err *err)
{
	*ledger = (Ledger){ .core = core, .arena = arena, .today = core_day(core) };
	vec_init(&ledger->asked, sizeof(Asked));
	vec_init(&ledger->entries, sizeof(LedgerEntry));
	vec_init(&ledger->extensions, sizeof(LedgerExtension));
	vec_init(&ledger->reminders, sizeof(LedgerReminder));
	vec_init(&ledger->contacts, sizeof(Contact));
	if (report_series_get(core, series_id, arena, &ledger->series, err) &&
		read_asked(ledger, err) && name_reporters(ledger, err) && read_entries(ledger, err) &&
		read_extensions(ledger, err) && read_reminders(ledger, err) &&
		read_contacts(ledger, err))
		return true;
	ledger_release(ledger);
	return false;
}

void ledger_release(Ledger *ledger)
{
	vec_release(&ledger->asked);
	vec_release(&ledger->entries);
	vec_release(&ledger->extensions);
	vec_release(&ledger->reminders);
	vec_release(&ledger->contacts);
}

// One round -------------------------------------------------------------------------------------

// Where a round's rows begin: ten years of weeks are not gone through for each.
static size_t rows_from(const Vec *rows, int round)
{
	size_t low = 0, high = rows->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (((const ReportKey *)vec_at(rows, middle))->round < round)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

// The next of a reporter's rows of a round from *at on; NULL at the end.
static const void *next_row(const Vec *rows, int round, ReporterId who, size_t *at)
{
	for (; *at < rows->len; ++*at) {
		const ReportKey *key = vec_at(rows, *at);
		if (key->round != round)
			return NULL;
		if (same_reporter(key->who, who))
			return vec_at(rows, (*at)++);
	}
	return NULL;
}

bool is_asked(const Asked *asked, Date due)
{
	char day[11];
	date_iso(due, day);
	return *day && strcmp(asked->from, day) <= 0 && (!*asked->to || strcmp(asked->to, day) >= 0);
}

static bool holds(const Vec *asked, ReporterId who)
{
	for (size_t i = 0; i < asked->len; i++)
		if (same_reporter(((const Asked *)vec_at(asked, i))->who, who))
			return true;
	return false;
}

void ledger_reporters(const Ledger *ledger, int round, Vec *out)
{
	Date due = report_due(&ledger->series, round);
	for (size_t i = 0; i < ledger->asked.len; i++) {
		const Asked *asked = vec_at(&ledger->asked, i);
		if (is_asked(asked, due) && !holds(out, asked->who))
			*(Asked *)vec_push(out) = *asked;
	}
}

static const char *show_day(const char *iso, Arena *arena)
{
	Date day;
	char shown[6] = "";
	if (date_parse(iso, &day))
		date_show_short(day, shown);
	return arena_strdup(arena, shown);
}

static const char *add_withdrawn(const Ledger *ledger, const char *before, const Report *report)
{
	const char *what = *report->document ? report->document : report_state_name(report->state);
	return arena_printf(ledger->arena, tr("%s%s%s nhận %s"), before, *before ? "; " : "", what,
		show_day(report->received, ledger->arena));
}

static void take_entries(const Ledger *ledger, int round, Reporter *out)
{
	const LedgerEntry *entry;
	size_t at = rows_from(&ledger->entries, round);
	out->report = (Report){ .received = "", .document = "", .dated = "", .note = "" };
	out->withdrawn = "";
	while ((entry = next_row(&ledger->entries, round, out->who, &at)))
		if (entry->withdrawn)
			out->withdrawn = add_withdrawn(ledger, out->withdrawn, &entry->report);
		else
			out->report = entry->report;
}

static void take_due(const Ledger *ledger, int round, Reporter *out)
{
	char day[11];
	const LedgerExtension *extension;
	size_t at = rows_from(&ledger->extensions, round);
	date_iso(report_due(&ledger->series, round), day);
	out->due = arena_strdup(ledger->arena, day);
	out->due_reason = "";
	while ((extension = next_row(&ledger->extensions, round, out->who, &at))) {
		out->due = extension->new_due;
		out->due_reason = extension->reason;
		out->extensions++;
	}
}

static void take_lateness(const Ledger *ledger, Reporter *out)
{
	Date due, came = ledger->today;
	bool sent = out->report.state != REPORT_NONE;
	if (!date_parse(out->due, &due) || (sent && !date_parse(out->report.received, &came)))
		return;
	int64_t past = date_days(came) - date_days(due);
	out->days = past > 0 ? (int)past : 0;
	out->late = sent && past > 0;
	out->overdue = !sent && past > 0;
}

// Without silence and contact.
static Reporter stand(const Ledger *ledger, int round, const Asked *asked)
{
	Reporter out = { .who = asked->who, .code = asked->code, .title = asked->title,
		.reminded_on = "", .reminded_by = "", .contact = "", .phone = "" };
	take_entries(ledger, round, &out);
	take_due(ledger, round, &out);
	take_lateness(ledger, &out);
	return out;
}

static void count_reminders(const Ledger *ledger, int round, Reporter *out)
{
	const LedgerReminder *reminder;
	size_t at = rows_from(&ledger->reminders, round);
	while ((reminder = next_row(&ledger->reminders, round, out->who, &at))) {
		out->reminders++;
		if (strcmp(reminder->on, out->reminded_on) < 0)
			continue;
		out->reminded_on = reminder->on;
		out->reminded_by = reminder->channel;
	}
}

static bool asked_in(const Ledger *ledger, int round, ReporterId who)
{
	Date due = report_due(&ledger->series, round);
	for (size_t i = 0; i < ledger->asked.len; i++) {
		const Asked *asked = vec_at(&ledger->asked, i);
		if (same_reporter(asked->who, who) && is_asked(asked, due))
			return true;
	}
	return false;
}

// From this round back to the last one that was reported.
static void take_silence(const Ledger *ledger, int round, const Asked *asked, Reporter *out)
{
	if (out->report.state != REPORT_NONE)
		return;
	out->silent = out->overdue;
	count_reminders(ledger, round, out);
	for (int before = round - 1; before > 0 && asked_in(ledger, before, out->who); before--) {
		Reporter then = stand(ledger, before, asked);
		if (then.report.state != REPORT_NONE)
			return;
		out->silent += then.overdue;
		count_reminders(ledger, before, out);
	}
}

static void take_contact(const Ledger *ledger, Reporter *out)
{
	for (size_t i = 0; i < ledger->contacts.len && !out->contact_id; i++) {
		const Contact *contact = vec_at(&ledger->contacts, i);
		ReporterId who = contact->who;
		if ((out->who.district_id && who.district_id == out->who.district_id) ||
			(out->who.body_id && who.body_id == out->who.body_id)) {
			out->contact_id = contact->person_id;
			out->contact = contact->title;
			out->phone = contact->phone;
		}
	}
}

static const char *add_reminder(const Ledger *ledger, const char *before, const LedgerReminder *reminder)
{
	return arena_printf(ledger->arena, "%s%s%s %s%s%s%s%s", before, *before ? "; " : "",
		show_day(reminder->on, ledger->arena), reminder->channel, *reminder->person ? tr(", đ/c ") : "",
		reminder->person, *reminder->note ? ": " : "", reminder->note);
}

bool ledger_round_of(const Ledger *ledger, int round, ReporterId who, Reporter *out,
	const char **reminders)
{
	const LedgerReminder *reminder;
	size_t at = rows_from(&ledger->reminders, round);
	Date due = report_due(&ledger->series, round);
	const Asked *asked = NULL;
	*reminders = "";
	for (size_t i = 0; i < ledger->asked.len && !asked; i++) {
		const Asked *one = vec_at(&ledger->asked, i);
		if (same_reporter(one->who, who) && is_asked(one, due))
			asked = one;
	}
	if (!asked)
		return false;
	*out = stand(ledger, round, asked);
	count_reminders(ledger, round, out);
	while ((reminder = next_row(&ledger->reminders, round, who, &at)))
		*reminders = add_reminder(ledger, *reminders, reminder);
	return true;
}

Reporter ledger_reporter(const Ledger *ledger, int round, const Asked *asked)
{
	Reporter out = stand(ledger, round, asked);
	take_silence(ledger, round, asked, &out);
	take_contact(ledger, &out);
	return out;
}

Round ledger_round(const Ledger *ledger, int round)
{
	Vec asked;
	char due[11];
	date_iso(report_due(&ledger->series, round), due);
	Round out = { .series_id = ledger->series.id, .round = round, .name = ledger->series.name,
		.code = arena_printf(ledger->arena, "%s.%d", ledger->series.code, round),
		.due = arena_strdup(ledger->arena, due) };
	vec_init(&asked, sizeof(Asked));
	ledger_reporters(ledger, round, &asked);
	for (size_t i = 0; i < asked.len; i++) {
		Reporter reporter = stand(ledger, round, vec_at(&asked, i));
		out.asked++;
		out.sent += reporter.report.state != REPORT_NONE;
		out.unchanged += reporter.report.state == REPORT_UNCHANGED;
		out.late += reporter.late;
		out.missing += reporter.report.state == REPORT_NONE;
		out.overdue += reporter.overdue;
	}
	vec_release(&asked);
	return out;
}

bool ledger_check_round(const Ledger *ledger, int round, Err *err)
{
	int current = report_round_on(&ledger->series, ledger->today);
	if (round >= 1 && round <= current)
		return true;
	err_set(err, ERR_NOT_FOUND, tr("%s chưa có kỳ %d."), ledger->series.code, round);
	return err_hint(err, tr("Kỳ hiện nay là %s.%d."), ledger->series.code, current);
}

bool ledger_find(const Ledger *ledger, int round, ReporterId who, Reporter *out, Err *err)
{
	if (!ledger_check_round(ledger, round, err))
		return false;
	Date due = report_due(&ledger->series, round);
	for (size_t i = 0; i < ledger->asked.len; i++) {
		const Asked *asked = vec_at(&ledger->asked, i);
		if (!same_reporter(asked->who, who) || !is_asked(asked, due))
			continue;
		*out = ledger_reporter(ledger, round, asked);
		return true;
	}
	err_set(err, ERR_NOT_FOUND, tr("Kỳ %s.%d không yêu cầu nơi này báo cáo."), ledger->series.code,
		round);
	return err_hint(err, "%s", tr("Xem ai phải báo cáo: dieuphoi round show MÃ."));
}
