// SPDX-License-Identifier: MIT
#include "core/review.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/review_parts.h"
#include "core/right.h"

#include <string.h>

static const struct {
	const char *code, *name;
} states[] = {
	[REVIEW_DUE] = { "due", N_("đến kỳ") },
	[REVIEW_DRAFTING] = { "drafting", N_("đang soạn") },
	[REVIEW_SUBMITTED] = { "submitted", N_("trình duyệt") },
	[REVIEW_RETURNED] = { "returned", N_("trả lại") },
	[REVIEW_APPROVED] = { "approved", N_("đã duyệt") },
};

static const char *const section_titles[REVIEW_SECTIONS] = {
	N_("Kết quả đạt được"),
	N_("Hạn chế, khó khăn, vướng mắc"),
	N_("Nguyên nhân (khách quan, chủ quan)"),
	N_("Kinh nghiệm rút ra"),
	N_("Phương hướng, nhiệm vụ, giải pháp 6 tháng tới"),
	N_("Kiến nghị, đề xuất"),
};

const char *review_state_code(ReviewState state)
{
	return states[state].code;
}

const char *review_state_name(ReviewState state)
{
	return tr(states[state].name);
}

const char *review_section_title(int section)
{
	return tr(section_titles[section]);
}

static ReviewState stored_state(const char *code)
{
	for (int i = REVIEW_DUE; i < REVIEW_APPROVED; i++)
		if (strcmp(states[i].code, code) == 0)
			return (ReviewState)i;
	return REVIEW_APPROVED;
}

Period review_first(const Core *core)
{
	Date first = core_rules(core)->first_review;
	return period_of(date_valid(first) ? first : core_day(core));
}

Period review_last(const Core *core)
{
	Period now = period_of(core_day(core)), first = review_first(core);
	return period_compare(now, first) < 0 ? first : now;
}

Date review_cutoff(const Core *core, Period period)
{
	return date_add_days(period_last_day(period), -core_rules(core)->review_cutoff_days);
}

static bool regions_open(Core *core, Period period)
{
	char today[11], code[7];
	int64_t open = 0;
	Err ignored = ERR_INIT;
	core_day_iso(core, today);
	period_code(period, code);
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_REGIONS_OPEN);
	stmt_text(stmt, today);
	stmt_text(stmt, code);
	return db_scalar(stmt, 0, &open, &ignored) && open > 0;
}

// The half-year before stays the current one while a region has not finished it, until the cut-off
// of the next: in January it is December's reviews that are written.
Period review_current(Core *core)
{
	Period now = review_last(core);
	Period before = period_previous(now);
	if (period_compare(before, review_first(core)) < 0)
		return now;
	bool cut = date_compare(core_day(core), review_cutoff(core, now)) >= 0;
	return !cut && regions_open(core, before) ? before : now;
}

bool review_from(Core *core, Period period, char out[11], Err *err)
{
	date_iso(period_first_day(period), out);
	if (period_compare(period, review_first(core)) != 0)
		return true;
	Date issued;
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_FIRST_DIRECTIVE);
	bool dated = stmt_row(stmt) && date_parse(stmt_get_text(stmt, 0), &issued);
	if (!stmt_done(stmt, err))
		return false;
	if (dated && period_compare(period_of(issued), period) == 0)
		date_iso(issued, out);
	return true;
}

static const char *iso(Arena *arena, Date day)
{
	char text[11];
	date_iso(day, text);
	return arena_strdup(arena, text);
}

static void add_schedule(Core *core, Arena *arena, Review *review)
{
	Date last = period_last_day(review->period);
	review->to = review->due = iso(arena, last);
	review->cutoff = iso(arena, review_cutoff(core, review->period));
	review->overdue =
		review->state != REVIEW_APPROVED && date_compare(core_day(core), last) > 0;
}

// A review that nothing is stored of.
static bool review_due(
	Core *core, int64_t region_id, Period period, Arena *arena, Review *out, Err *err)
{
	char from[11];
	*out = (Review){
		.region_id = region_id,
		.period = period,
		.state = REVIEW_DUE,
		.submitted_by = "",
		.decided_by = "",
		.decided_post = "",
		.return_reason = "",
		.paper_number = "",
		.frozen = "",
		.digest = "",
	};
	for (int i = 0; i < REVIEW_SECTIONS; i++)
		out->sections[i] = "";
	if (!review_from(core, period, from, err))
		return false;
	out->from = arena_strdup(arena, from);
	add_schedule(core, arena, out);
	return true;
}

static Review review_row(Core *core, Stmt *stmt, Arena *arena)
{
	Review review = {
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.region_id = stmt_get_int(stmt, 2),
		.from = stmt_get_string(stmt, 4, arena),
		.state = stored_state(stmt_get_text(stmt, 6)),
		.submitted_by = stmt_get_string(stmt, 13, arena),
		.submitted_at = stmt_get_int(stmt, 14),
		.return_reason = stmt_get_string(stmt, 15, arena),
		.decided_by = stmt_get_string(stmt, 16, arena),
		.decided_post = stmt_get_string(stmt, 17, arena),
		.decided_at = stmt_get_int(stmt, 18),
		.paper_number = stmt_get_string(stmt, 19, arena),
		.frozen = stmt_get_string(stmt, 20, arena),
		.digest = stmt_get_string(stmt, 21, arena),
		.region = "",
	};
	if (!period_parse(stmt_get_text(stmt, 3), &review.period))
		review.period = review_first(core); // the schema holds no other form
	for (int i = 0; i < REVIEW_SECTIONS; i++)
		review.sections[i] = stmt_get_string(stmt, 7 + i, arena);
	add_schedule(core, arena, &review);
	return review;
}

static bool may_read(Core *core, const Review *review, bool *yes, Err *err)
{
	Right right = review->state == REVIEW_APPROVED ? RIGHT_READ : RIGHT_READ_OPEN;
	*yes = right_check(core, right, (Place){ .region_id = review->region_id }, err);
	if (*yes || err->kind != ERR_DENIED)
		return *yes;
	err_clear(err);
	return true;
}

// The region's title, the names as they were once approved, and no more text than may be read.
static bool complete(Core *core, Arena *arena, Review *review, Err *err)
{
	Region region;
	bool readable;
	if (!may_read(core, review, &readable, err) ||
		!region_get(core, review->region_id, arena, &region, err))
		return false;
	review->region = region.title;
	review_thaw(review, arena);
	if (readable)
		return true;
	for (int i = 0; i < REVIEW_SECTIONS; i++)
		review->sections[i] = "";
	review->return_reason = review->frozen = "";
	return true;
}

bool review_get(Core *core, int64_t region_id, Period period, Arena *arena, Review *out, Err *err)
{
	const QueryId pieces[] = { Q_REVIEW_SELECT, Q_REVIEW_WHERE_PERIOD };
	char code[7];
	period_code(period, code);
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, region_id);
	stmt_text(stmt, code);
	bool found = stmt_row(stmt);
	if (found)
		*out = review_row(core, stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (!found && !review_due(core, region_id, period, arena, out, err))
		return false;
	return complete(core, arena, out, err);
}

static bool no_review(Core *core, int64_t id, Err *err)
{
	char shown[24];
	id_show(core, id, shown);
	err_set(err, ERR_NOT_FOUND, tr("Không có bản sơ kết số %s."), shown);
	return err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi review list`."));
}

bool review_by_id(Core *core, int64_t id, Arena *arena, Review *out, Err *err)
{
	const QueryId pieces[] = { Q_REVIEW_SELECT, Q_REVIEW_WHERE_ID };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = review_row(core, stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	return found ? complete(core, arena, out, err) : no_review(core, id, err);
}

bool review_state_of(Core *core, int64_t region_id, Period period, ReviewState *out, Err *err)
{
	char code[7];
	period_code(period, code);
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_STATE);
	stmt_int(stmt, region_id);
	stmt_text(stmt, code);
	*out = stmt_row(stmt) ? stored_state(stmt_get_text(stmt, 0)) : REVIEW_DUE;
	return stmt_done(stmt, err);
}

bool review_key(Core *core, int64_t id, ReviewKey *out, Err *err)
{
	*out = (ReviewKey){ 0 };
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_KEY);
	stmt_int(stmt, id);
	if (stmt_row(stmt) && period_parse(stmt_get_text(stmt, 3), &out->period)) {
		out->id = id;
		out->rev = stmt_get_int(stmt, 0);
		out->region_id = stmt_get_int(stmt, 1);
		out->state = stored_state(stmt_get_text(stmt, 2));
	}
	if (!stmt_done(stmt, err))
		return false;
	return out->id || no_review(core, id, err);
}

void review_hold(Change *change, const ReviewKey *key)
{
	ReviewKey now;
	Err err = ERR_INIT;
	if (change_failed(change))
		return;
	if (review_key(change_core(change), key->id, &now, &err) && now.state != key->state) {
		err_set(&err, ERR_CONFLICT, tr("Bản sơ kết này vừa chuyển sang: %s."),
			review_state_name(now.state));
		err_hint(&err, "%s", tr("Mở lại để xem bản mới rồi làm tiếp; chưa ghi gì."));
	}
	if (err.kind != ERR_NONE)
		change_fail(change, &err);
}

// --- lists -------------------------------------------------------------------------------------

static bool read_stored(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = {
		Q_REVIEW_SELECT,
		region_id ? Q_REVIEW_WHERE_REGION : Q_REVIEW_WHERE_ANY,
	};
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	if (region_id)
		stmt_int(stmt, region_id);
	while (stmt_row(stmt))
		*(Review *)vec_push(out) = review_row(core, stmt, arena);
	return stmt_done(stmt, err);
}

static bool read_regions(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	Region region;
	if (!region_id)
		return region_list(core, arena, out, err);
	if (!region_get(core, region_id, arena, &region, err))
		return false;
	*(Region *)vec_push(out) = region;
	return true;
}

static const Review *stored_of(const Vec *stored, int64_t region_id, Period period)
{
	for (size_t i = 0; i < stored->len; i++) {
		const Review *review = vec_at(stored, i);
		if (review->region_id == region_id && period_compare(review->period, period) == 0)
			return review;
	}
	return NULL;
}

static bool list_period(Core *core, const Vec *regions, const Vec *stored, Period period,
	Arena *arena, Vec *out, Err *err)
{
	bool scheduled = period_compare(period, review_first(core)) >= 0 &&
			 period_compare(period, review_last(core)) <= 0;
	for (size_t i = 0; i < regions->len; i++) {
		const Region *region = vec_at(regions, i);
		const Review *known = stored_of(stored, region->id, period);
		Review review;
		if (!known && !scheduled)
			continue;
		if (known)
			review = *known;
		else if (!review_due(core, region->id, period, arena, &review, err))
			return false;
		if (!complete(core, arena, &review, err))
			return false;
		*(Review *)vec_push(out) = review;
	}
	return true;
}

bool review_list(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	Vec regions, stored;
	Period first = review_first(core), last = review_last(core);
	vec_init(&regions, sizeof(Region));
	vec_init(&stored, sizeof(Review));
	bool ok = read_regions(core, region_id, arena, &regions, err) &&
		  read_stored(core, region_id, arena, &stored, err);
	// What is stored may lie before a first review that was moved later on.
	if (ok && stored.len) {
		Period newest = ((const Review *)vec_at(&stored, 0))->period;
		Period oldest = ((const Review *)vec_at(&stored, stored.len - 1))->period;
		last = period_compare(newest, last) > 0 ? newest : last;
		first = period_compare(oldest, first) < 0 ? oldest : first;
	}
	for (Period p = last; ok && period_compare(p, first) >= 0; p = period_previous(p))
		ok = list_period(core, &regions, &stored, p, arena, out, err);
	vec_release(&stored);
	vec_release(&regions);
	return ok;
}
