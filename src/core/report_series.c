// SPDX-License-Identifier: MIT
// A series and whom it asks: added, changed.
#include "core/report_parts.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/right.h"
#include "core/task.h"
#include "text/clean.h"
#include "text/fold.h"

#include <string.h>

// Whom it asks ----------------------------------------------------------------------------------

typedef struct {
	int64_t id, rev;
	ReporterId who; // neither: all districts
	const char *from, *to;
} AskedRow;

static bool read_rows(Core *core, int64_t series_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_REPORT_ASKED_OF);
	stmt_int(stmt, series_id);
	while (stmt_row(stmt))
		*(AskedRow *)vec_push(out) = (AskedRow){
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.who = { stmt_get_int(stmt, 2), stmt_get_int(stmt, 3) },
			.from = stmt_get_string(stmt, 4, arena),
			.to = stmt_get_string(stmt, 5, arena),
		};
	return stmt_done(stmt, err);
}

static bool is_open(const AskedRow *row)
{
	return !*row->to;
}

bool report_asked_get(Core *core, int64_t series_id, Arena *arena, ReportAsked *out, Err *err)
{
	Vec rows;
	vec_init(&rows, sizeof(AskedRow));
	bool ok = read_rows(core, series_id, arena, &rows, err);
	ReporterId *reporters = arena_array(arena, rows.len, sizeof(*reporters));
	*out = (ReportAsked){ .reporters = reporters };
	for (size_t i = 0; ok && i < rows.len; i++) {
		const AskedRow *row = vec_at(&rows, i);
		if (!is_open(row))
			continue;
		if (row->who.district_id || row->who.body_id)
			reporters[out->reporters_n++] = row->who;
		else
			out->all_districts = true;
	}
	vec_release(&rows);
	return ok;
}

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

static bool find_district(Core *core, const char *typed, Arena *arena, District *out, bool *found,
	Err *err)
{
	Vec all;
	vec_init(&all, sizeof(District));
	bool ok = district_list(core, arena, &all, err);
	*found = false;
	for (size_t i = 0; ok && !*found && i < all.len; i++) {
		*out = *(const District *)vec_at(&all, i);
		*found = strcmp(out->code, typed) == 0 || same_words(out->title, typed) ||
			 same_words(out->name, typed);
	}
	vec_release(&all);
	return ok;
}

bool reporter_find(Core *core, const char *typed, Arena *arena, ReporterId *out, const char **title,
	Err *err)
{
	bool found;
	District district;
	Body body;
	if (!find_district(core, typed, arena, &district, &found, err))
		return false;
	if (found) {
		*out = (ReporterId){ .district_id = district.id };
		*title = district.title;
		return true;
	}
	if (!body_find(core, typed, arena, &body, err)) {
		if (err->kind != ERR_NOT_FOUND)
			return false;
		err_set(err, ERR_NOT_FOUND, tr("Không có địa phương hay cơ quan “%.40s”."), typed);
		return err_hint(err, "%s", tr("Ghi mã hoặc tên, không dấu cũng được."));
	}
	*out = (ReporterId){ .body_id = body.id };
	*title = body.short_name;
	return true;
}

// The next of the names between commas, "" at the end.
static const char *next_name(const char **rest, Arena *arena)
{
	*rest += strspn(*rest, ",; ");
	size_t n = strcspn(*rest, ",;");
	const char *name = arena_strndup(arena, *rest, n);
	*rest += n;
	return text_clean_arena(arena, name, CLEAN_LINE);
}

static bool read_names(Core *core, const char *names, const char *field, Arena *arena, Vec *out,
	Err *err)
{
	const char *title;
	for (const char *name = next_name(&names, arena); *name; name = next_name(&names, arena)) {
		ReporterId who;
		if (!reporter_find(core, name, arena, &who, &title, err))
			return err_field(err, field);
		*(ReporterId *)vec_push(out) = who;
	}
	return true;
}

static bool is_all(const char *typed)
{
	return same_words(typed, VN_("tất cả")) || strcmp(typed, "all") == 0;
}

bool report_asked_read(Core *core, const char *districts, const char *bodies, Arena *arena,
	ReportAsked *out, Err *err)
{
	Vec found;
	const char *typed = text_clean_arena(arena, districts, CLEAN_LINE);
	*out = (ReportAsked){ .all_districts = is_all(typed) };
	vec_init(&found, sizeof(ReporterId));
	bool ok = (out->all_districts || read_names(core, typed, "districts", arena, &found, err)) &&
		  read_names(core, bodies, "bodies", arena, &found, err);
	ReporterId *copy = arena_array(arena, found.len, sizeof(*copy));
	if (found.len)
		memcpy(copy, found.items, found.len * sizeof(*copy));
	out->reporters = copy;
	out->reporters_n = found.len;
	vec_release(&found);
	return ok;
}

// Checks ----------------------------------------------------------------------------------------

static bool check_code(Core *core, const char *code, Err *err)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	int64_t taken = 0;
	size_t n = strlen(code);
	if (n < 1 || n > 10 || code[strspn(code, letters)]) {
		err_set(err, ERR_INVALID, tr("Mã báo cáo “%.40s” không hợp lệ."), code);
		err_hint(err, "%s", tr("Dùng 1 đến 10 chữ thường không dấu, chữ số và “-”."));
		return err_field(err, "code");
	}
	Stmt *stmt = db_query(core_db(core), Q_REPORT_CODE_TAKEN);
	stmt_text(stmt, code);
	if (!db_scalar(stmt, 0, &taken, err))
		return false;
	if (!taken)
		return true;
	err_set(err, ERR_CONFLICT, tr("Mã báo cáo “%s” đã dùng."), code);
	err_hint(err, "%s", tr("Chọn mã khác; mã đã dùng không cấp lại."));
	return err_field(err, "code");
}

static bool check_days(const ReportSeries *series, Err *err)
{
	Date first, last;
	if (!date_parse(series->first_due, &first)) {
		err_set(err, ERR_INVALID, "%s", tr("Chưa ghi hạn của kỳ đầu."));
		return err_field(err, "first");
	}
	if (!*series->last_due)
		return true;
	if (!date_parse(series->last_due, &last) || date_compare(last, first) < 0) {
		err_set(err, ERR_INVALID, "%s", tr("Hạn của kỳ cuối phải từ hạn của kỳ đầu trở đi."));
		return err_field(err, "last");
	}
	return true;
}

static bool check_series(const ReportSeries *series, const ReportAsked *asked, Err *err)
{
	if (!*series->name) {
		err_set(err, ERR_INVALID, "%s", tr("Tên báo cáo để trống."));
		return err_field(err, "name");
	}
	if (!check_days(series, err))
		return false;
	if (asked->all_districts || asked->reporters_n)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chưa ghi nơi nào phải báo cáo."));
	err_hint(err, "%s", tr("Ghi “tất cả”, hoặc mã địa phương, cơ quan cách nhau bằng dấu phẩy."));
	return err_field(err, "districts");
}

static ReportSeries cleaned(const ReportSeries *series, Arena *arena)
{
	ReportSeries out = *series;
	out.name = text_clean_arena(arena, series->name ? series->name : "", CLEAN_LINE);
	out.code = series->code ? series->code : "";
	out.first_due = series->first_due ? series->first_due : "";
	out.last_due = series->last_due ? series->last_due : "";
	return out;
}

// Writing ---------------------------------------------------------------------------------------

static void ask(Change *change, int64_t series_id, ReporterId who, const char *from)
{
	int64_t id;
	if (change_failed(change) ||
		!body_check_in_force(change_core(change), who.body_id, change_err(change)))
		return;
	Stmt *stmt = change_insert(change, NOUN_REPORT_ASKED, &id);
	stmt_int(stmt, series_id);
	stmt_int_or_null(stmt, who.district_id);
	stmt_int_or_null(stmt, who.body_id);
	stmt_text_or_null(stmt, from);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

static void insert_series(Change *change, ReportSeries *series)
{
	Stmt *stmt = change_insert(change, NOUN_REPORT_SERIES, &series->id);
	stmt_text(stmt, series->code);
	stmt_text(stmt, series->name);
	stmt_text(stmt, rhythm_code(series->rhythm));
	stmt_text(stmt, series->first_due);
	stmt_text_or_null(stmt, series->last_due);
	stmt_int_or_null(stmt, series->directive_id);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

bool report_series_add(Core *core, ReportSeries *series, const ReportAsked *asked, Err *err)
{
	Arena arena = ARENA_INIT;
	ReportSeries new = cleaned(series, &arena);
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  check_code(core, new.code, err) && check_series(&new, asked, err);
	if (ok) {
		Change *change = change_begin(core, "report-series-add");
		insert_series(change, &new);
		if (asked->all_districts)
			ask(change, new.id, (ReporterId){ 0 }, "");
		for (size_t i = 0; i < asked->reporters_n; i++)
			ask(change, new.id, asked->reporters[i], "");
		ok = change_commit(change, err);
		series->id = new.id;
	}
	arena_release(&arena);
	return ok;
}

static bool scalar(Core *core, QueryId query, int64_t id, int64_t *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), query);
	stmt_int(stmt, id);
	return db_scalar(stmt, 0, out, err);
}

// What has come stays in its round: neither may the rounds move nor the last of them go.
static bool check_begun(Core *core, const ReportSeries *old, const ReportSeries *new, Err *err)
{
	int64_t begun, last;
	if (!scalar(core, Q_REPORT_BEGUN, old->id, &begun, err) ||
		!scalar(core, Q_REPORT_LAST_BEGUN, old->id, &last, err))
		return false;
	if (begun && (old->rhythm != new->rhythm || strcmp(old->first_due, new->first_due) != 0)) {
		err_set(err, ERR_CONFLICT, "%s", tr("Đã có báo cáo nên nhịp và hạn kỳ đầu không đổi được."));
		err_hint(err, "%s", tr("Ghi hạn kỳ cuối để kết thúc, rồi thêm một báo cáo định kỳ mới."));
		return err_field(err, "first");
	}
	if (last < 1 || date_valid(report_due(new, (int)last)))
		return true;
	err_set(err, ERR_CONFLICT, tr("Kỳ %d đã có báo cáo, không kết thúc trước kỳ ấy được."), (int)last);
	return err_field(err, "last");
}

static bool wants(const ReportAsked *asked, ReporterId who)
{
	if (!who.district_id && !who.body_id)
		return asked->all_districts;
	for (size_t i = 0; i < asked->reporters_n; i++)
		if (same_reporter(asked->reporters[i], who))
			return true;
	return false;
}

static bool has(const Vec *rows, ReporterId who)
{
	for (size_t i = 0; i < rows->len; i++) {
		const AskedRow *row = vec_at(rows, i);
		if (is_open(row) && same_reporter(row->who, who))
			return true;
	}
	return false;
}

static void change_asked(Change *change, int64_t series_id, const Vec *rows, const ReportAsked *asked)
{
	char today[11], yesterday[11];
	core_today_iso(change_core(change), today);
	date_iso(date_add_days(core_today(change_core(change)), -1), yesterday);
	for (size_t i = 0; i < rows->len; i++) {
		const AskedRow *row = vec_at(rows, i);
		if (is_open(row) && !wants(asked, row->who))
			change_patch(change, NOUN_REPORT_ASKED, row->id, row->rev,
				json_pack("{s:s}", "to_date", yesterday));
	}
	if (asked->all_districts && !has(rows, (ReporterId){ 0 }))
		ask(change, series_id, (ReporterId){ 0 }, today);
	for (size_t i = 0; i < asked->reporters_n; i++)
		if (!has(rows, asked->reporters[i]))
			ask(change, series_id, asked->reporters[i], today);
}

static bool store(Core *core, const ReportSeries *new, const Vec *rows, const ReportAsked *asked,
	Err *err)
{
	Change *change = change_begin(core, "report-series-save");
	change_patch(change, NOUN_REPORT_SERIES, new->id, new->rev,
		json_pack("{s:s, s:s, s:s, s:s?, s:o}", "name", new->name, "rhythm",
			rhythm_code(new->rhythm), "first_due", new->first_due, "last_due",
			*new->last_due ? new->last_due : NULL, "directive_id",
			json_id(new->directive_id)));
	change_asked(change, new->id, rows, asked);
	return change_commit(change, err);
}

bool report_series_save(Core *core, const ReportSeries *series, const ReportAsked *asked, Err *err)
{
	Vec rows;
	Arena arena = ARENA_INIT;
	ReportSeries old, new = cleaned(series, &arena);
	vec_init(&rows, sizeof(AskedRow));
	bool ok = right_check(core, RIGHT_DIRECT, (Place){ 0 }, err) &&
		  report_series_get(core, series->id, &arena, &old, err) &&
		  check_series(&new, asked, err) && check_begun(core, &old, &new, err) &&
		  read_rows(core, series->id, &arena, &rows, err) &&
		  store(core, &new, &rows, asked, err);
	vec_release(&rows);
	arena_release(&arena);
	return ok;
}
