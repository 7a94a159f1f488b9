// SPDX-License-Identifier: MIT
// Readings: what districts tell of an indicator. Rows are added and withdrawn, never edited.
#include "core/indicator.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/org.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/number.h"

#include <stdio.h>
#include <string.h>

enum { AHEAD_MONTHS = 12, FIRST_YEAR = 1990, TYPED_MAX = 100 };

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// What is typed ---------------------------------------------------------------------------------

static const struct {
	ReadingKind kind;
	const char *words;
} spellings[] = {
	{ READING_ACTUAL, "actual" },
	{ READING_ACTUAL, VN_("thực hiện") },
	{ READING_ACTUAL, VN_("TH") },
	{ READING_ESTIMATE, "estimate" },
	{ READING_ESTIMATE, VN_("ước thực hiện") },
	{ READING_ESTIMATE, VN_("ước") },
	{ READING_ESTIMATE, VN_("ƯTH") },
};

static bool same_words(const char *a, const char *b)
{
	Buf x = BUF_INIT, y = BUF_INIT;
	text_fold(&x, a, strlen(a));
	text_fold(&y, b, strlen(b));
	bool same = strcmp(x.bytes, y.bytes) == 0;
	buf_release(&x);
	buf_release(&y);
	return same;
}

bool reading_kind_read(const char *typed, ReadingKind *out, Err *err)
{
	for (size_t i = 0; strlen(typed) <= TYPED_MAX && i < sizeof(spellings) / sizeof(*spellings); i++)
		if (same_words(typed, spellings[i].words) ||
			same_words(typed, reading_kind_name(spellings[i].kind))) {
			*out = spellings[i].kind;
			return true;
		}
	err_set(err, ERR_INVALID, tr("“%.40s” không phải là loại số liệu."), typed);
	err_hint(err, "%s", tr("Ghi thực hiện hoặc ước thực hiện."));
	return err_field(err, "kind");
}

// The number without the unit behind it, as spreadsheets copy "61,2%".
static void strip_unit(const char *typed, const char *unit, char *out, size_t size)
{
	size_t n = strlen(typed), u = strlen(unit);
	while (n && typed[n - 1] == ' ')
		n--;
	if (u && n > u && memcmp(typed + n - u, unit, u) == 0)
		n -= u;
	while (n && typed[n - 1] == ' ')
		n--;
	snprintf(out, size, "%.*s", (int)(n < size ? n : size - 1), typed);
}

static bool read_number(const char *typed, const char *unit, int scale, int64_t *out, Err *err)
{
	char number[TYPED_MAX];
	strip_unit(typed, unit, number, sizeof(number));
	if (!number_read(number, scale, out, err))
		return err_field(err, "value");
	if (*out <= VALUE_MAX && *out >= -VALUE_MAX)
		return true;
	err_set(err, ERR_INVALID, tr("Số “%.40s” có quá nhiều chữ số."), number);
	return err_field(err, "value");
}

bool reading_value_read(const Indicator *indicator, const char *typed, int64_t *out, Err *err)
{
	return read_number(typed, indicator->unit, indicator->scale, out, err);
}

bool target_value_read(
	const Indicator *indicator, TargetKind kind, const char *typed, int64_t *out, Err *err)
{
	if (kind == TARGET_LAST_YEAR)
		return read_number(typed, "%", LAST_YEAR_SCALE, out, err);
	return read_number(typed, indicator->unit, indicator->scale, out, err);
}

bool reading_day_read(Core *core, const char *typed, ReadingKind kind, char iso[11], Err *err)
{
	Date day;
	if (kind == READING_ACTUAL)
		return progress_day_read(core, typed, iso, err);
	if (!date_read(typed, core_today(core), &day, err))
		return err_field(err, "as_of");
	date_iso(day, iso);
	return true;
}

// Checks ----------------------------------------------------------------------------------------

static bool check_day(Core *core, const ReadingInput *input, Err *err)
{
	Date day;
	const char *as_of = or_empty(input->as_of);
	if (!*as_of)
		return true;
	if (date_parse(as_of, &day) && day.year < FIRST_YEAR) {
		err_set(err, ERR_INVALID, tr("Ngày số liệu trước năm %d."), FIRST_YEAR);
		return err_field(err, "as_of");
	}
	if (input->kind == READING_ACTUAL)
		return day_check(core, as_of, "as_of", tr("Ngày số liệu"), err);
	if (!date_parse(as_of, &day)) {
		err_set(err, ERR_INVALID, tr("%s “%.40s” không phải là một ngày."), tr("Ngày số liệu"), as_of);
		return err_field(err, "as_of");
	}
	if (date_compare(day, date_add_months(core_today(core), AHEAD_MONTHS)) <= 0)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Ước thực hiện nhiều nhất là trước một năm."));
	return err_field(err, "as_of");
}

bool reading_check(Core *core, const ReadingInput *input, Err *err)
{
	Arena arena = ARENA_INIT;
	Indicator indicator;
	District district;
	bool ok = indicator_get(core, input->indicator_id, &arena, &indicator, err) &&
		  district_get(core, input->district_id, &arena, &district, err) &&
		  check_day(core, input, err);
	if (ok && indicator.aggregation == AGGREGATE_RATIO) {
		err_set(err, ERR_INVALID, tr("%s là tỷ lệ, được tính ra chứ không nhập."), indicator.name);
		err_hint(err, tr("Nhập số liệu của: %s; %s."), indicator.numerator, indicator.denominator);
		ok = err_field(err, "value");
	}
	if (ok && (input->value > VALUE_MAX || input->value < -VALUE_MAX)) {
		err_set(err, ERR_INVALID, "%s", tr("Số liệu có quá nhiều chữ số."));
		ok = err_field(err, "value");
	}
	arena_release(&arena);
	return ok;
}

// Writing ---------------------------------------------------------------------------------------

bool reading_newest(Core *core, int64_t *out, Err *err)
{
	if (!db_scalar(db_query(core_db(core), Q_READING_NEWEST), 0, out, err))
		return false;
	*out = *out ? *out : -1;
	return true;
}

bool reading_since(Core *core, const ReadingInput *input, Arena *arena, const char **out, Err *err)
{
	Buf words = BUF_INIT;
	char today[11];
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_READING_SINCE);
	stmt_int(stmt, input->indicator_id);
	stmt_int(stmt, input->district_id);
	stmt_text(stmt, *or_empty(input->as_of) ? input->as_of : today);
	stmt_text(stmt, reading_kind_code(input->kind));
	stmt_int(stmt, input->seen);
	if (stmt_row(stmt)) {
		amount_show(&words, stmt_get_int(stmt, 0), (int)stmt_get_int(stmt, 1), stmt_get_text(stmt, 2));
		buf_addf(&words, tr(", đ/c %s"), stmt_get_text(stmt, 3));
	}
	*out = arena_strdup(arena, words.bytes);
	buf_release(&words);
	return stmt_done(stmt, err);
}

// Else the newer row would count no longer, unseen by whoever writes this one.
static void check_seen(Change *change, const ReadingInput *input, Arena *arena)
{
	const char *since;
	Err err = ERR_INIT;
	if (!input->seen || change_failed(change))
		return;
	if (!reading_since(change_core(change), input, arena, &since, &err)) {
		change_fail(change, &err);
	} else if (*since) {
		err_set(&err, ERR_CONFLICT, tr("Người khác vừa ghi số liệu này: %s; chưa ghi gì."), since);
		err_hint(&err, "%s", tr("Xem số liệu mới rồi ghi lại."));
		change_fail(change, &err);
	}
}

static void insert(Change *change, const ReadingInput *input, Arena *arena)
{
	int64_t id;
	char today[11];
	Core *core = change_core(change);
	core_today_iso(core, today);
	const char *as_of = or_empty(input->as_of);
	Stmt *stmt = change_insert(change, NOUN_READING, &id);
	stmt_int(stmt, input->indicator_id);
	stmt_int(stmt, input->district_id);
	stmt_text(stmt, reading_kind_code(input->kind));
	stmt_text(stmt, *as_of ? as_of : today);
	stmt_int(stmt, input->value);
	stmt_text(stmt, text_clean_arena(arena, or_empty(input->document), CLEAN_LINE));
	stmt_int(stmt, core_actor(core)->id);
	stmt_int(stmt, core_now(core));
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool reading_record(Core *core, const ReadingInput *inputs, size_t n, size_t *failed, Err *err)
{
	for (*failed = 0; *failed < n; ++*failed) {
		const ReadingInput *input = &inputs[*failed];
		const Place place = { .district_id = input->district_id };
		if (!right_check(core, RIGHT_PROGRESS, place, err) || !reading_check(core, input, err))
			return false;
	}
	if (!n)
		return err_set(err, ERR_INVALID, "%s", tr("Không có gì mới để ghi."));
	Arena arena = ARENA_INIT;
	Change *change = change_begin(core, "reading-record");
	for (size_t i = 0; i < n; i++) {
		change_hold(change, RIGHT_PROGRESS, (Place){ .district_id = inputs[i].district_id });
		check_seen(change, &inputs[i], &arena);
		insert(change, &inputs[i], &arena);
	}
	bool ok = change_commit(change, err);
	arena_release(&arena);
	return ok;
}

typedef struct {
	int64_t district_id, rev, person_id;
	const char *person;
	bool withdrawn;
} Owner;

static bool read_owner(Core *core, int64_t id, Arena *arena, Owner *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_READING_OWNER);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = (Owner){
			.district_id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.person_id = stmt_get_int(stmt, 2),
			.person = stmt_get_string(stmt, 3, arena),
			.withdrawn = stmt_get_int(stmt, 4),
		};
	if (!stmt_done(stmt, err))
		return false;
	return found || err_set(err, ERR_NOT_FOUND, "%s", tr("Không có số liệu này."));
}

static bool check_withdraw(Core *core, const Owner *owner, Err *err)
{
	const Actor *actor = core_actor(core);
	if (!right_check(core, RIGHT_PROGRESS, (Place){ .district_id = owner->district_id }, err))
		return false;
	if (owner->withdrawn) {
		err_set(err, ERR_CONFLICT, "%s", tr("Số liệu này đã rút rồi."));
		return err_hint(err, "%s", tr("Mở lại để xem bản mới."));
	}
	if (owner->person_id == actor->id || actor->roles & ROLE_OFFICE)
		return true;
	err_set(err, ERR_DENIED, tr("Số liệu này do đ/c %s ghi."), owner->person);
	return err_hint(err, "%s", tr("Chỉ người ghi hoặc Văn phòng rút được; có thể ghi số mới."));
}

bool reading_may_withdraw(Core *core, int64_t id, Err *err)
{
	Arena arena = ARENA_INIT;
	Owner owner = { .person = "" };
	bool ok = read_owner(core, id, &arena, &owner, err) && check_withdraw(core, &owner, err);
	arena_release(&arena);
	return ok;
}

bool reading_withdraw(Core *core, int64_t id, Err *err)
{
	Arena arena = ARENA_INIT;
	Owner owner = { .person = "" };
	bool ok = read_owner(core, id, &arena, &owner, err) && check_withdraw(core, &owner, err);
	if (ok) {
		Change *change = change_begin(core, "reading-withdraw");
		change_hold(change, RIGHT_PROGRESS, (Place){ .district_id = owner.district_id });
		change_remove(change, NOUN_READING, id, owner.rev);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

// Reading ---------------------------------------------------------------------------------------

static void reading_row(Stmt *stmt, int64_t indicator_id, Arena *arena, Reading *out)
{
	*out = (Reading){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.indicator_id = stmt_get_int(stmt, 2),
		.district_id = stmt_get_int(stmt, 3),
		.value = stmt_get_int(stmt, 6),
		.scale = (int)stmt_get_int(stmt, 7),
		.as_of = stmt_get_string(stmt, 8, arena),
		.document = stmt_get_string(stmt, 9, arena),
		.person = stmt_get_string(stmt, 10, arena),
		.entered_at = stmt_get_int(stmt, 11),
		.withdrawn = stmt_get_int(stmt, 12),
		.superseded = stmt_get_int(stmt, 13),
	};
	out->indicator = out->indicator_id == indicator_id ? "" : stmt_get_string(stmt, 4, arena);
	bool known = reading_kind_parse(stmt_get_text(stmt, 5), &out->kind);
	(void)known; // the schema lets no others in
}

static bool name_districts(Core *core, Arena *arena, Vec *readings, Err *err)
{
	for (size_t i = 0; i < readings->len; i++) {
		Reading *reading = vec_at(readings, i);
		const char *code;
		for (size_t k = 0; k < i && !reading->district; k++) {
			const Reading *earlier = vec_at(readings, k);
			if (earlier->district_id == reading->district_id)
				reading->district = earlier->district;
		}
		const Place place = { .district_id = reading->district_id };
		if (!reading->district && !place_name(core, place, arena, &reading->district, &code, err))
			return false;
	}
	return true;
}

bool reading_list(
	Core *core, int64_t indicator_id, Place place, Arena *arena, Vec *out, Err *err)
{
	char today[11];
	core_day_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_READING_OF_INDICATOR);
	stmt_int(stmt, indicator_id);
	stmt_int(stmt, place.region_id);
	stmt_int(stmt, place.district_id);
	stmt_text(stmt, today);
	while (stmt_row(stmt))
		reading_row(stmt, indicator_id, arena, vec_push(out));
	return stmt_done(stmt, err) && name_districts(core, arena, out, err);
}
