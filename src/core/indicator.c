// SPDX-License-Identifier: MIT
// Definitions of indicators.
#include "core/indicator_parts.h"

#include "base/tr.h"
#include "core/patch.h"
#include "core/right.h"
#include "text/clean.h"
#include "text/fold.h"

#include <string.h>

enum { CODE_MAX = 40, COL_TASK = 11 };

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// Reading ---------------------------------------------------------------------------------------

static Indicator indicator_row(Stmt *stmt, Arena *arena)
{
	Indicator indicator = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.code = stmt_get_string(stmt, 2, arena),
		.name = stmt_get_string(stmt, 3, arena),
		.unit = stmt_get_string(stmt, 4, arena),
		.scale = (int)stmt_get_int(stmt, 5),
		.numerator_id = stmt_get_int(stmt, 9),
		.denominator_id = stmt_get_int(stmt, 10),
		.task_id = stmt_get_int(stmt, COL_TASK),
		.task_code = stmt_get_string(stmt, COL_TASK + 1, arena),
		.numerator = stmt_get_string(stmt, COL_TASK + 2, arena),
		.denominator = stmt_get_string(stmt, COL_TASK + 3, arena),
	};
	bool known = direction_parse(stmt_get_text(stmt, 6), &indicator.direction) &&
		     aggregation_parse(stmt_get_text(stmt, 7), &indicator.aggregation) &&
		     indicator_rhythm_parse(stmt_get_text(stmt, 8), &indicator.rhythm);
	(void)known; // the schema lets no others in
	return indicator;
}

bool indicator_list(Core *core, Arena *arena, Vec *out, Err *err)
{
	static const QueryId pieces[] = { Q_INDICATOR_SELECT, Q_INDICATOR_WHERE_ALL };
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	while (stmt_row(stmt))
		*(Indicator *)vec_push(out) = indicator_row(stmt, arena);
	return stmt_done(stmt, err);
}

bool indicator_get(Core *core, int64_t id, Arena *arena, Indicator *out, Err *err)
{
	static const QueryId pieces[] = { Q_INDICATOR_SELECT, Q_INDICATOR_WHERE_ID };
	char shown[24];
	Stmt *stmt = db_query_join(core_db(core), pieces, 2);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = indicator_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (found)
		return true;
	id_show(core, id, shown);
	return err_set(err, ERR_NOT_FOUND, tr("Không có chỉ tiêu số %s."), shown);
}

static bool not_one(const Vec *all, const char *typed, int matches, Err *err)
{
	Buf codes = BUF_INIT;
	for (size_t i = 0; i < all->len; i++)
		buf_addf(&codes, "%s%s", i ? ", " : "", ((const Indicator *)vec_at(all, i))->code);
	err_set(err, matches ? ERR_INVALID : ERR_NOT_FOUND,
		matches ? tr("“%.40s” có nhiều chỉ tiêu.") : tr("Không có chỉ tiêu “%.40s”."), typed);
	if (codes.len)
		err_hint(err, tr("Ghi một trong các mã: %s."), codes.bytes);
	else
		err_hint(err, "%s", tr("Thêm bằng `dieuphoi indicator add`."));
	buf_release(&codes);
	return false;
}

bool indicator_find(Core *core, const char *typed, Arena *arena, Indicator *out, Err *err)
{
	Vec all;
	int matches = 0;
	bool exact = false;
	vec_init(&all, sizeof(Indicator));
	bool ok = indicator_list(core, arena, &all, err);
	for (size_t i = 0; ok && !exact && i < all.len; i++) {
		const Indicator *indicator = vec_at(&all, i);
		exact = strcmp(indicator->code, typed) == 0;
		if (!exact && !text_contains(indicator->name, typed))
			continue;
		*out = *indicator;
		matches++;
	}
	if (ok && !exact && (matches != 1 || !*typed))
		ok = not_one(&all, typed, matches, err);
	vec_release(&all);
	return ok;
}

// Checks ----------------------------------------------------------------------------------------

static bool wrong(Err *err, const char *field, const char *message, const char *hint)
{
	err_set(err, ERR_INVALID, "%s", message);
	if (*hint)
		err_hint(err, "%s", hint);
	return err_field(err, field);
}

static bool check_code(const char *code, Err *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t n = strlen(code);
	if (n && n <= CODE_MAX && !code[strspn(code, letters)])
		return true;
	err_set(err, ERR_INVALID, tr("Mã chỉ tiêu “%.40s” không hợp lệ."), code);
	err_hint(err, "%s", tr("Dùng chữ thường không dấu, chữ số và “-”, nhiều nhất 40 chữ."));
	return err_field(err, "code");
}

static bool check_base(Core *core, int64_t id, const char *field, Err *err)
{
	Arena arena = ARENA_INIT;
	Indicator base;
	bool ok = indicator_get(core, id, &arena, &base, err);
	if (ok && base.aggregation == AGGREGATE_RATIO)
		ok = wrong(err, field, tr("Tử số và mẫu số phải là chỉ tiêu có số liệu nhập vào."),
			tr("Chọn hai chỉ tiêu cộng được, không phải một tỷ lệ khác."));
	arena_release(&arena);
	return ok;
}

static bool check_ratio(Core *core, const Indicator *indicator, Err *err)
{
	bool ratio = indicator->aggregation == AGGREGATE_RATIO;
	if (!ratio && !indicator->numerator_id && !indicator->denominator_id)
		return true;
	if (!ratio)
		return wrong(err, "aggregation", tr("Chỉ tỷ lệ mới có tử số và mẫu số."),
			tr("Chọn cách tính chung là tỷ lệ, hoặc bỏ tử số và mẫu số."));
	if (!indicator->numerator_id || !indicator->denominator_id)
		return wrong(err, indicator->numerator_id ? "denominator" : "numerator",
			tr("Tỷ lệ cần tử số và mẫu số."), tr("Thêm hai chỉ tiêu ấy trước."));
	if (indicator->numerator_id == indicator->denominator_id ||
		indicator->numerator_id == indicator->id || indicator->denominator_id == indicator->id)
		return wrong(err, "denominator", tr("Tử số và mẫu số phải là hai chỉ tiêu khác."), "");
	return check_base(core, indicator->numerator_id, "numerator", err) &&
	       check_base(core, indicator->denominator_id, "denominator", err);
}

bool indicator_check(Core *core, const Indicator *indicator, Err *err)
{
	if (!check_code(indicator->code, err))
		return false;
	if (!*indicator->name)
		return wrong(err, "name", tr("Tên chỉ tiêu để trống."), "");
	if (!*indicator->unit)
		return wrong(err, "unit", tr("Đơn vị để trống."), tr("Ví dụ %, tỷ đồng, người."));
	if (indicator->scale < 0 || indicator->scale > SCALE_MAX)
		return wrong(err, "scale", tr("Số chữ số lẻ phải từ 0 đến 4."), "");
	return check_ratio(core, indicator, err);
}

static bool check_taken(Core *core, const char *code, Err *err)
{
	int64_t taken = 0;
	Stmt *stmt = db_query(core_db(core), Q_INDICATOR_CODE_TAKEN);
	stmt_text(stmt, code);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Mã chỉ tiêu “%s” đã dùng."), code);
	err_hint(err, "%s", tr("Chọn mã khác; mã đã dùng không cấp lại."));
	return err_field(err, "code");
}

static bool count(Core *core, QueryId query, int64_t id, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), query);
	stmt_int(stmt, id);
	return db_scalar(stmt, 0, out, err);
}

// What was written down in a unit must go on meaning the same.
static bool check_kept(Core *core, const Indicator *before, const Indicator *after, Err *err)
{
	int64_t readings = 0, targets = 0;
	if (!count(core, Q_INDICATOR_READINGS, before->id, &readings, err) ||
		!count(core, Q_INDICATOR_TARGETS, before->id, &targets, err))
		return false;
	bool turned = (before->aggregation == AGGREGATE_RATIO) != (after->aggregation == AGGREGATE_RATIO);
	const char *hint = tr("Thêm một chỉ tiêu mới thay cho chỉ tiêu này.");
	if (readings && turned)
		return wrong(err, "aggregation", tr("Chỉ tiêu đã có số liệu, không đổi thành hay thôi tỷ lệ được."),
			hint);
	if (!readings && !targets)
		return true;
	if (strcmp(before->unit, after->unit) != 0)
		return wrong(err, "unit", tr("Chỉ tiêu đã có số liệu hoặc kế hoạch, không đổi đơn vị được."), hint);
	return before->scale == after->scale ||
	       wrong(err, "scale", tr("Chỉ tiêu đã có số liệu hoặc kế hoạch, không đổi số chữ số lẻ được."),
		       hint);
}

// Writing ---------------------------------------------------------------------------------------

static Indicator cleaned(const Indicator *indicator, Arena *arena)
{
	Indicator clean = *indicator;
	clean.code = text_clean_arena(arena, or_empty(indicator->code), CLEAN_LINE);
	clean.name = text_clean_arena(arena, or_empty(indicator->name), CLEAN_LINE);
	clean.unit = text_clean_arena(arena, or_empty(indicator->unit), CLEAN_LINE);
	return clean;
}

void indicator_insert(Change *change, Indicator *indicator, int64_t position, Arena *arena)
{
	Indicator clean = cleaned(indicator, arena);
	Stmt *stmt = change_insert(change, NOUN_INDICATOR, &indicator->id);
	stmt_text(stmt, clean.code);
	stmt_text(stmt, clean.name);
	stmt_text(stmt, clean.unit);
	stmt_int(stmt, clean.scale);
	stmt_text(stmt, direction_code(clean.direction));
	stmt_text(stmt, aggregation_code(clean.aggregation));
	stmt_text(stmt, indicator_rhythm_code(clean.rhythm));
	stmt_int_or_null(stmt, clean.numerator_id);
	stmt_int_or_null(stmt, clean.denominator_id);
	stmt_int_or_null(stmt, clean.task_id);
	stmt_int(stmt, position);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool indicator_add(Core *core, Indicator *indicator, Err *err)
{
	Arena arena = ARENA_INIT;
	int64_t last = 0;
	Indicator new = cleaned(indicator, &arena);
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) && indicator_check(core, &new, err) &&
		  check_taken(core, new.code, err);
	if (ok) {
		Change *change = change_begin(core, "indicator-add");
		bool known = db_scalar(db_query(core_db(core), Q_INDICATOR_LAST_POSITION), 0, &last,
			change_err(change));
		(void)known; // a failure stays in the change
		indicator_insert(change, &new, last + 1, &arena);
		ok = change_commit(change, err);
		indicator->id = new.id;
	}
	arena_release(&arena);
	return ok;
}

static json_t *columns_of(const Indicator *indicator)
{
	return json_pack("{s:s, s:s, s:i, s:s, s:s, s:s, s:o, s:o, s:o}", "name", indicator->name, "unit",
		indicator->unit, "scale", indicator->scale, "direction",
		direction_code(indicator->direction), "aggregation",
		aggregation_code(indicator->aggregation), "rhythm", indicator_rhythm_code(indicator->rhythm),
		"numerator_id", json_id(indicator->numerator_id), "denominator_id",
		json_id(indicator->denominator_id), "task_id", json_id(indicator->task_id));
}

bool indicator_save(Core *core, const Indicator *indicator, Err *err)
{
	Arena arena = ARENA_INIT;
	Indicator before, new = cleaned(indicator, &arena);
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  indicator_get(core, new.id, &arena, &before, err);
	if (ok) {
		new.code = before.code;
		ok = indicator_check(core, &new, err) && check_kept(core, &before, &new, err);
	}
	if (ok) {
		Change *change = change_begin(core, "indicator-save");
		change_patch(change, NOUN_INDICATOR, new.id, new.rev, columns_of(&new));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
