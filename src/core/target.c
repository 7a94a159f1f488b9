// SPDX-License-Identifier: MIT
// Targets of indicators, and the periods that they and readings are of.
#include "core/indicator_parts.h"

#include "base/tr.h"
#include "core/patch.h"
#include "core/period.h"
#include "core/right.h"
#include "text/clean.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// Periods ---------------------------------------------------------------------------------------

static const char *const quarters[] = { "I", "II", "III", "IV" };

int rhythm_months(IndicatorRhythm rhythm)
{
	static const int months[INDICATOR_RHYTHMS] = {
		[INDICATOR_MONTH] = 1, [INDICATOR_QUARTER] = 3, [INDICATOR_HALF] = 6, [INDICATOR_YEAR] = 12,
	};
	return months[rhythm];
}

void rhythm_period(IndicatorRhythm rhythm, Date day, Date *from, Date *to)
{
	int months = rhythm_months(rhythm);
	int first = (day.month - 1) / months * months + 1, last = first + months - 1;
	*from = (Date){ .year = day.year, .month = first, .day = 1 };
	*to = (Date){ .year = day.year, .month = last, .day = date_month_days(day.year, last) };
}

const char *rhythm_period_name(IndicatorRhythm rhythm, Date from, Arena *arena)
{
	int half = from.month <= 6 ? 1 : 2;
	if (!date_valid(from))
		return "";
	if (rhythm == INDICATOR_MONTH)
		return arena_printf(arena, "%02d/%d", from.month, from.year);
	if (rhythm == INDICATOR_QUARTER)
		return arena_printf(arena, "%s/%d", quarters[(from.month - 1) / 3], from.year);
	if (rhythm == INDICATOR_HALF)
		return arena_printf(arena, "%dH%d", from.year, half);
	return arena_printf(arena, "%d", from.year);
}

// The rhythm of the period that goes from the first day to the last; INDICATOR_RHYTHMS for none.
static IndicatorRhythm rhythm_of(Date from, Date to)
{
	for (int rhythm = 0; rhythm < INDICATOR_RHYTHMS; rhythm++) {
		Date first, last;
		rhythm_period((IndicatorRhythm)rhythm, from, &first, &last);
		if (date_compare(first, from) == 0 && date_compare(last, to) == 0)
			return (IndicatorRhythm)rhythm;
	}
	return INDICATOR_RHYTHMS;
}

// Four digits of a year, then "", "-11", "Q4" or "H2".
static bool read_code(const char *typed, IndicatorRhythm *rhythm, Date *day)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)typed[i]))
			return false;
	const char *rest = typed + 4;
	*day = (Date){ .year = atoi(typed), .month = 1, .day = 1 };
	*rhythm = INDICATOR_YEAR;
	if (!*rest)
		return day->year > 0;
	int number = atoi(rest + 1);
	size_t digits = strspn(rest + 1, "0123456789");
	char letter = (char)toupper((unsigned char)*rest);
	*rhythm = letter == '-' ? INDICATOR_MONTH : letter == 'Q' ? INDICATOR_QUARTER : INDICATOR_HALF;
	int most = 12 / rhythm_months(*rhythm);
	if (!strchr("-QH", letter) || rest[1 + digits] || digits < 1 || digits > 2 || number < 1 ||
		number > most)
		return false;
	day->month = (number - 1) * rhythm_months(*rhythm) + 1;
	return day->year > 0;
}

bool target_period_read(const char *typed, char from[11], char to[11], Err *err)
{
	IndicatorRhythm rhythm;
	Date day, first, last;
	if (!read_code(typed, &rhythm, &day)) {
		err_set(err, ERR_INVALID, tr("“%.40s” không phải là một kỳ."), typed);
		err_hint(err, "%s", tr("Ghi 2021 (năm), 2021H2 (6 tháng), 2021Q4 (quý) hoặc 2021-11 (tháng)."));
		return err_field(err, "period");
	}
	rhythm_period(rhythm, day, &first, &last);
	date_iso(first, from);
	date_iso(last, to);
	return true;
}

static const char *whole_period(Date from, Date to, Arena *arena)
{
	IndicatorRhythm rhythm = rhythm_of(from, to);
	if (rhythm == INDICATOR_MONTH)
		return arena_printf(arena, tr("tháng %02d/%d"), from.month, from.year);
	if (rhythm == INDICATOR_QUARTER)
		return arena_printf(arena, tr("quý %s-%d"), quarters[(from.month - 1) / 3], from.year);
	if (rhythm == INDICATOR_YEAR)
		return arena_printf(arena, tr("năm %d"), from.year);
	if (rhythm != INDICATOR_HALF)
		return NULL;
	char name[48];
	period_name(period_of(from), name, sizeof(name));
	return arena_strdup(arena, name);
}

const char *target_period_words(const IndicatorTarget *target, Arena *arena)
{
	Date from, to;
	char first[11] = "", last[11] = "";
	bool begins = date_parse(target->from, &from), ends = date_parse(target->to, &to);
	const char *words = begins && ends ? whole_period(from, to, arena) : NULL;
	if (words)
		return words;
	if (begins)
		date_show(from, first);
	if (!ends)
		return arena_printf(arena, tr("từ %s"), first);
	date_show(to, last);
	return arena_printf(arena, "%s–%s", first, last);
}

// Targets ---------------------------------------------------------------------------------------

bool target_list(Core *core, int64_t indicator_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_TARGET_OF_INDICATOR);
	stmt_int(stmt, indicator_id);
	while (stmt_row(stmt)) {
		IndicatorTarget *target = vec_push(out);
		*target = (IndicatorTarget){
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.indicator_id = indicator_id,
			.place = { stmt_get_int(stmt, 2), stmt_get_int(stmt, 3) },
			.value = stmt_get_int(stmt, 5),
			.from = stmt_get_string(stmt, 6, arena),
			.to = stmt_get_string(stmt, 7, arena),
			.document = stmt_get_string(stmt, 8, arena),
		};
		bool known = target_kind_parse(stmt_get_text(stmt, 4), &target->kind);
		(void)known; // the schema lets no others in
	}
	return stmt_done(stmt, err);
}

static bool wrong_day(Err *err, const char *field, const char *day)
{
	err_set(err, ERR_INVALID, tr("“%.40s” không phải là một ngày."), day);
	return err_field(err, field);
}

bool target_check(const IndicatorTarget *target, Err *err)
{
	Date from, to;
	if (!date_parse(or_empty(target->from), &from))
		return wrong_day(err, "from", or_empty(target->from));
	if (*or_empty(target->to) && !date_parse(target->to, &to))
		return wrong_day(err, "to", target->to);
	if (*or_empty(target->to) && date_compare(to, from) < 0) {
		err_set(err, ERR_INVALID, "%s", tr("Ngày cuối của kế hoạch trước ngày đầu."));
		return err_field(err, "to");
	}
	if (target->value > VALUE_MAX || target->value < -VALUE_MAX) {
		err_set(err, ERR_INVALID, "%s", tr("Kế hoạch có quá nhiều chữ số."));
		return err_field(err, "value");
	}
	return true;
}

void target_insert(Change *change, const IndicatorTarget *target, Arena *arena)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_TARGET, &id);
	stmt_int(stmt, target->indicator_id);
	stmt_int_or_null(stmt, target->place.region_id);
	stmt_int_or_null(stmt, target->place.district_id);
	stmt_text(stmt, target_kind_code(target->kind));
	stmt_int(stmt, target->value);
	stmt_text(stmt, target->from);
	stmt_text_or_null(stmt, or_empty(target->to));
	stmt_text(stmt, text_clean_arena(arena, or_empty(target->document), CLEAN_LINE));
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

// The row of the same place and time, 0 for none.
static bool find_same(Core *core, const IndicatorTarget *target, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_TARGET_SAME);
	stmt_int(stmt, target->indicator_id);
	stmt_int(stmt, target->place.region_id);
	stmt_int(stmt, target->place.district_id);
	stmt_text(stmt, target->from);
	stmt_text(stmt, or_empty(target->to));
	return db_scalar(stmt, 0, out, err);
}

static void store(Change *change, const IndicatorTarget *target, Arena *arena)
{
	int64_t same = 0;
	if (change_failed(change) ||
		!find_same(change_core(change), target, &same, change_err(change)))
		return;
	if (!same) {
		target_insert(change, target, arena);
		return;
	}
	const char *document = text_clean_arena(arena, or_empty(target->document), CLEAN_LINE);
	change_patch(change, NOUN_TARGET, same, target->rev,
		json_pack("{s:s, s:I, s:s}", "kind", target_kind_code(target->kind), "value",
			(json_int_t)target->value, "document", document));
}

bool target_set(Core *core, const IndicatorTarget *target, Err *err)
{
	Arena arena = ARENA_INIT;
	Indicator indicator;
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  indicator_get(core, target->indicator_id, &arena, &indicator, err) &&
		  target_check(target, err);
	if (ok) {
		Change *change = change_begin(core, "target-set");
		store(change, target, &arena);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool target_remove(Core *core, int64_t id, int64_t rev, Err *err)
{
	if (!right_check(core, RIGHT_DIRECT, (Place){ 0 }, err))
		return false;
	Change *change = change_begin(core, "target-remove");
	change_remove(change, NOUN_TARGET, id, rev);
	return change_commit(change, err);
}
