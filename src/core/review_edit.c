// SPDX-License-Identifier: MIT
// A review's way: begun, written, submitted, returned or approved.
#include "base/tr.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/review_parts.h"
#include "core/right.h"
#include "core/row.h"
#include "text/clean.h"

#include <stdio.h>
#include <string.h>

static bool check_scheduled(Core *core, Period period, Err *err)
{
	char first[7], last[7];
	bool early = period_compare(period, review_first(core)) < 0;
	if (!early && period_compare(period, review_last(core)) <= 0)
		return true;
	period_code(review_first(core), first);
	period_code(review_last(core), last);
	err_set(err, ERR_INVALID, "%s",
		early ? tr("Kỳ này trước kỳ sơ kết đầu tiên.") : tr("Chưa đến kỳ sơ kết này."));
	err_hint(err, tr("Các kỳ soạn được: từ %s đến %s."), first, last);
	return err_field(err, "period");
}

typedef struct {
	int64_t id;
	bool removed;
} Found;

static bool find(Core *core, int64_t region_id, Period period, Found *out, Err *err)
{
	char code[7];
	period_code(period, code);
	*out = (Found){ 0 };
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_FIND);
	stmt_int(stmt, region_id);
	stmt_text(stmt, code);
	if (stmt_row(stmt))
		*out = (Found){ .id = stmt_get_int(stmt, 0), .removed = stmt_get_int(stmt, 1) };
	return stmt_done(stmt, err);
}

// Every column, in the order of the row.
static json_t *first_columns(const Review *review, const char *results)
{
	char code[7];
	period_code(review->period, code);
	return json_pack(
		"{s:o, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:n, s:n, s:s, s:n, "
		"s:n, s:s, s:s, s:s, s:n}",
		"region_id", json_id(review->region_id), "period", code, "from_date", review->from,
		"to_date", review->to, "state", review_state_code(REVIEW_DRAFTING), "section1",
		results, "section2", "", "section3", "", "section4", "", "section5", "", "section6",
		"", "submitted_by", "submitted_at", "return_reason", "", "decided_by", "decided_at",
		"paper_number", "", "frozen", "", "digest", "", "removed_at");
}

static bool store_first(
	Core *core, const Review *review, const char *results, int64_t *id, Err *err)
{
	Found found = { 0 };
	Change *change = change_begin(core, "review-begin");
	change_hold(change, RIGHT_REVIEW_WRITE, (Place){ .region_id = review->region_id });
	Err failure = ERR_INIT;
	if (!change_failed(change) &&
		!find(core, review->region_id, review->period, &found, &failure))
		change_fail(change, &failure);
	*id = found.id;
	json_t *columns = first_columns(review, results);
	if (found.id && found.removed) {
		change_patch(change, NOUN_REVIEW, found.id, REV_ANY, columns);
		return change_commit(change, err);
	}
	if (!found.id) {
		Stmt *stmt = change_insert(change, NOUN_REVIEW, id);
		row_bind(stmt, columns);
		change_run(change, stmt);
	}
	json_decref(columns);
	return change_commit(change, err);
}

bool review_begin(Core *core, int64_t region_id, Period period, int64_t *id, Err *err)
{
	Arena arena = ARENA_INIT;
	Region region;
	Review review;
	const char *results;
	bool ok = region_get(core, region_id, &arena, &region, err) &&
		  right_check(core, RIGHT_REVIEW_WRITE, (Place){ .region_id = region_id }, err) &&
		  check_scheduled(core, period, err) &&
		  review_get(core, region_id, period, &arena, &review, err);
	if (ok && review.id)
		*id = review.id; // begun before: nothing to do
	else if (ok)
		ok = review_draft_results(core, &review, &arena, &results, err) &&
		     store_first(core, &review, results, id, err);
	arena_release(&arena);
	return ok;
}

static bool fail_approved(const ReviewKey *key, Err *err)
{
	char name[48];
	period_name(key->period, name, sizeof(name));
	err_set(err, ERR_DENIED, tr("Sơ kết %s đã duyệt nên không sửa được."), name);
	return err_hint(err, "%s", tr("Điều cần bổ sung ghi vào kỳ sơ kết sau."));
}

// Its text belongs to the writers until it is submitted, then to the lead.
static bool check_write(Core *core, const ReviewKey *key, Err *err)
{
	Place region = { .region_id = key->region_id };
	if (key->state == REVIEW_APPROVED)
		return fail_approved(key, err);
	if (key->state != REVIEW_SUBMITTED)
		return right_check(core, RIGHT_REVIEW_WRITE, region, err);
	if (right_check(core, RIGHT_REVIEW_APPROVE, region, err))
		return true;
	if (err->kind != ERR_DENIED)
		return false;
	err_set(err, ERR_DENIED, "%s",
		tr("Sơ kết đã trình duyệt nên người soạn không sửa được nữa."));
	return err_hint(
		err, "%s", tr("Lãnh đạo phụ trách vùng sửa tiếp, hoặc trả lại để soạn tiếp."));
}

bool review_save_section(
	Core *core, int64_t id, int64_t rev, int section, const char *text, Err *err)
{
	static const char *const columns[REVIEW_SECTIONS] = {
		"section1",
		"section2",
		"section3",
		"section4",
		"section5",
		"section6",
	};
	Arena arena = ARENA_INIT;
	ReviewKey key;
	bool ok = review_key(core, id, &key, err) && check_write(core, &key, err);
	if (ok && (section < 0 || section >= REVIEW_SECTIONS)) {
		err_set(err, ERR_INVALID, tr("Sơ kết có 6 mục; không có mục %d."), section + 1);
		ok = err_field(err, "section");
	}
	if (ok) {
		const char *clean = text_clean_arena(&arena, text, CLEAN_TEXT);
		Change *change = change_begin(core, "review-save-section");
		review_hold(change, &key);
		if (!change_failed(change))
			change_allow(change, check_write(core, &key, change_err(change)));
		change_patch(
			change, NOUN_REVIEW, id, rev, json_pack("{s:s}", columns[section], clean));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

// --- submit, return, approve -------------------------------------------------------------------

static bool check_complete(Core *core, const Review *review, Arena *arena, Err *err)
{
	Buf list = BUF_INIT;
	Vec gaps;
	vec_init(&gaps, sizeof(const char *));
	bool ok = review_gaps(core, review, arena, &gaps, err);
	for (size_t i = 0; i < gaps.len; i++)
		buf_addf(&list, "%s%s", i ? "; " : "", *(const char *const *)vec_at(&gaps, i));
	if (ok && gaps.len) {
		err_set(err, ERR_INVALID, tr("Sơ kết còn thiếu: %s."), list.bytes);
		ok = err_hint(err, "%s", tr("Ghi thêm các phần còn thiếu rồi làm lại."));
	}
	buf_release(&list);
	vec_release(&gaps);
	return ok;
}

static bool check_state(const ReviewKey *key, ReviewState wanted, Err *err)
{
	if (key->state == REVIEW_APPROVED)
		return fail_approved(key, err);
	if (key->state == wanted || (wanted == REVIEW_DRAFTING && key->state == REVIEW_RETURNED))
		return true;
	err_set(err, ERR_INVALID, tr("Việc này chỉ làm được khi sơ kết ở bước: %s."),
		review_state_name(wanted));
	return err_hint(err, tr("Bản này: %s."), review_state_name(key->state));
}

static json_t *submitted_columns(Core *core)
{
	return json_pack("{s:s, s:o, s:o, s:s, s:n, s:n}", "state",
		review_state_code(REVIEW_SUBMITTED), "submitted_by", json_id(core_actor(core)->id),
		"submitted_at", json_integer(core_now(core)), "return_reason", "", "decided_by",
		"decided_at");
}

// Runs inside the change: what others have written until then counts.
static void check_in_change(Change *change, int64_t id, Arena *arena, Review *review)
{
	Err err = ERR_INIT;
	Core *core = change_core(change);
	if (!change_failed(change) && !(review_by_id(core, id, arena, review, &err) &&
					      check_complete(core, review, arena, &err)))
		change_fail(change, &err);
}

bool review_submit(Core *core, int64_t id, int64_t rev, Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	Review review;
	bool ok =
		review_key(core, id, &key, err) &&
		right_check(core, RIGHT_REVIEW_WRITE, (Place){ .region_id = key.region_id }, err) &&
		check_state(&key, REVIEW_DRAFTING, err);
	if (ok) {
		Change *change = change_begin(core, "review-submit");
		review_hold(change, &key);
		change_hold(change, RIGHT_REVIEW_WRITE, (Place){ .region_id = key.region_id });
		change_touch(change, NOUN_REVIEW, id, rev);
		check_in_change(change, id, &arena, &review);
		change_patch(change, NOUN_REVIEW, id, rev, submitted_columns(core));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static bool missing(const char *field, const char *what, Err *err)
{
	err_set(err, ERR_INVALID, tr("Chưa ghi %s."), what);
	return err_field(err, field);
}

static json_t *returned_columns(Core *core, const char *reason)
{
	return json_pack("{s:s, s:s, s:o, s:o}", "state", review_state_code(REVIEW_RETURNED),
		"return_reason", reason, "decided_by", json_id(core_actor(core)->id), "decided_at",
		json_integer(core_now(core)));
}

bool review_return(Core *core, int64_t id, int64_t rev, const char *reason, Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	const char *clean = text_clean_arena(&arena, reason, CLEAN_TEXT);
	bool ok = review_key(core, id, &key, err) &&
		  right_check(
			  core, RIGHT_REVIEW_RETURN, (Place){ .region_id = key.region_id }, err) &&
		  check_state(&key, REVIEW_SUBMITTED, err) &&
		  (*clean || missing("reason", tr("lý do trả lại"), err));
	if (ok) {
		Change *change = change_begin(core, "review-return");
		review_hold(change, &key);
		change_hold(change, RIGHT_REVIEW_RETURN, (Place){ .region_id = key.region_id });
		change_patch(change, NOUN_REVIEW, id, rev, returned_columns(core, clean));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

static bool check_typed(const ReviewKey *key, const char *typed, Err *err)
{
	char code[7];
	period_code(key->period, code);
	if (strcmp(typed, code) == 0)
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải là kỳ của bản sơ kết này."), typed);
	err_hint(err, tr("Gõ %s để duyệt."), code);
	return err_field(err, "typed");
}

// The decision is part of what is frozen.
static void decide(Core *core, Review *review, const char *paper_number)
{
	const Actor *actor = core_actor(core);
	review->decided_by = actor->name;
	review->decided_post = actor->post;
	review->decided_at = core_now(core);
	review->paper_number = paper_number;
}

static json_t *approved_columns(Core *core, const Review *review)
{
	return json_pack("{s:s, s:o, s:o, s:s, s:s, s:s}", "state",
		review_state_code(REVIEW_APPROVED), "decided_by", json_id(core_actor(core)->id),
		"decided_at", json_integer(review->decided_at), "paper_number",
		review->paper_number, "frozen", review->frozen, "digest", review->digest);
}

static void approve(Change *change, const ReviewKey *key, int64_t rev, const char *paper_number)
{
	Arena arena = ARENA_INIT;
	Vec marks;
	Review review = { 0 };
	Err err = ERR_INIT;
	Core *core = change_core(change);
	vec_init(&marks, sizeof(ReviewMark));
	change_touch(change, NOUN_REVIEW, key->id, rev);
	check_in_change(change, key->id, &arena, &review);
	review_settle_marks(change, &review);
	decide(core, &review, paper_number);
	if (!change_failed(change) &&
		!(review_marks(core, &review, &arena, &marks, &err) &&
			review_freeze(core, &review, &marks, &arena, &review.frozen, &err)))
		change_fail(change, &err);
	if (!change_failed(change)) {
		review.digest = review_digest(&arena, review.frozen);
		change_patch(change, NOUN_REVIEW, key->id, rev, approved_columns(core, &review));
	}
	vec_release(&marks);
	arena_release(&arena);
}

bool review_approve(
	Core *core, int64_t id, int64_t rev, const char *typed, const char *paper_number, Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	bool ok = review_key(core, id, &key, err) &&
		  right_check(
			  core, RIGHT_REVIEW_APPROVE, (Place){ .region_id = key.region_id }, err) &&
		  check_state(&key, REVIEW_SUBMITTED, err) &&
		  check_typed(&key, text_clean_arena(&arena, typed, CLEAN_LINE), err);
	if (ok) {
		const char *number = text_clean_arena(&arena, paper_number, CLEAN_LINE);
		Change *change = change_begin(core, "review-approve");
		review_hold(change, &key);
		change_hold(change, RIGHT_REVIEW_APPROVE, (Place){ .region_id = key.region_id });
		approve(change, &key, rev, number);
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
