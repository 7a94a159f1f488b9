// SPDX-License-Identifier: MIT
// What follows from a review: tasks SK-<region>-<period>.<n>, and the number of the signed paper.
#include "base/tr.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/review_parts.h"
#include "core/right.h"
#include "text/clean.h"

bool review_follow_ups(Core *core, int64_t review_id, Arena *arena, Vec *out, Err *err)
{
	Vec ids;
	vec_init(&ids, sizeof(int64_t));
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_FOLLOW_UPS);
	stmt_int(stmt, review_id);
	while (stmt_row(stmt))
		*(int64_t *)vec_push(&ids) = stmt_get_int(stmt, 0);
	bool ok = stmt_done(stmt, err);
	for (size_t i = 0; ok && i < ids.len; i++)
		ok = task_get(core, *(const int64_t *)vec_at(&ids, i), arena, vec_push(out), err);
	vec_release(&ids);
	return ok;
}

static bool check_due(Core *core, const char *due, Err *err)
{
	Date day;
	char shown[11];
	if (!due || !*due)
		return true;
	if (!date_parse(due, &day)) {
		err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), due);
		return err_field(err, "due");
	}
	if (date_compare(day, core_today(core)) >= 0)
		return true;
	date_show(day, shown);
	err_set(err, ERR_INVALID, tr("Hạn %s đã qua."), shown);
	err_hint(err, "%s", tr("Việc giao từ sơ kết có hạn từ hôm nay trở đi."));
	return err_field(err, "due");
}

// One of the region's districts, or the region itself.
static bool check_place(Core *core, const ReviewKey *key, Place place, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec districts;
	bool known = !place.district_id && place.region_id == key->region_id;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(core, key->region_id, &arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++)
		known = known ||
			((const District *)vec_at(&districts, i))->id == place.district_id;
	vec_release(&districts);
	arena_release(&arena);
	if (!ok || known)
		return ok;
	err_set(err, ERR_INVALID, "%s", tr("Nơi được giao không thuộc vùng của bản sơ kết."));
	return err_field(err, "places");
}

static bool check_places(Core *core, const ReviewKey *key, const FollowUp *follow_up, Err *err)
{
	for (size_t i = 0; i < follow_up->places_n; i++)
		if (!check_place(core, key, follow_up->places[i], err))
			return false;
	return true;
}

// Inside the change: two who add at the same time get two numbers.
static const char *take_code(Change *change, const ReviewKey *key, const Region *region, Arena *arena)
{
	char period[7];
	int64_t n = 0;
	Err err = ERR_INIT;
	period_code(key->period, period);
	Stmt *stmt = db_query(core_db(change_core(change)), Q_REVIEW_NEXT_FOLLOW_UP);
	stmt_int(stmt, key->id);
	if (!db_scalar(stmt, 0, &n, &err))
		change_fail(change, &err);
	return arena_printf(arena, "SK-%s-%s.%lld", region->code, period, (long long)n);
}

static bool add(Core *core, const ReviewKey *key, const Region *region, const FollowUp *follow_up,
	int64_t *task_id, Arena *arena, Err *err)
{
	const Place whole = { .region_id = key->region_id };
	char today[11];
	TaskDraft draft = {
		.origin = "review", .title = follow_up->title, .review_id = key->id,
		.body_id = follow_up->body_id, .due = follow_up->due,
		.deadline_words = follow_up->deadline_words,
		.places = follow_up->places_n ? follow_up->places : &whole,
		.places_n = follow_up->places_n ? follow_up->places_n : 1,
	};
	core_today_iso(core, today);
	if (!draft.body_id && draft.places_n == 1 &&
		!body_default(core, draft.places[0], today, &draft.body_id, err))
		return false;
	Change *change = change_begin(core, "review-follow-up");
	change_hold(change, RIGHT_REVIEW_WRITE, (Place){ .region_id = key->region_id });
	if (!change_failed(change))
		draft.code = take_code(change, key, region, arena);
	if (!change_failed(change))
		task_draft_add(change, &draft, task_id);
	return change_commit(change, err);
}

bool review_follow_up(Core *core, int64_t review_id, const FollowUp *follow_up, int64_t *task_id,
	Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	Region region;
	*task_id = 0;
	bool ok = review_key(core, review_id, &key, err) &&
		  right_check(core, RIGHT_REVIEW_WRITE, (Place){ .region_id = key.region_id }, err) &&
		  check_due(core, follow_up->due, err) && check_places(core, &key, follow_up, err) &&
		  region_get(core, key.region_id, &arena, &region, err) &&
		  add(core, &key, &region, follow_up, task_id, &arena, err);
	arena_release(&arena);
	return ok;
}

// --- the paper ---------------------------------------------------------------------------------

static bool may_record(Core *core, const ReviewKey *key, Err *err)
{
	Err ignored = ERR_INIT;
	Place place = { .region_id = key->region_id };
	return right_check(core, RIGHT_FINALISE, place, &ignored) ||
	       right_check(core, RIGHT_REVIEW_APPROVE, place, err);
}

bool review_record_paper(Core *core, int64_t id, int64_t rev, const char *number, Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	const char *clean = text_clean_arena(&arena, number, CLEAN_LINE);
	bool ok = review_key(core, id, &key, err) && may_record(core, &key, err);
	if (ok && key.state != REVIEW_APPROVED) {
		err_set(err, ERR_INVALID, "%s", tr("Số văn bản ghi khi sơ kết đã duyệt."));
		ok = err_hint(err, tr("Bản này: %s."), review_state_name(key.state));
	}
	if (ok && !*clean) {
		err_set(err, ERR_INVALID, "%s", tr("Số văn bản để trống."));
		ok = err_field(err, "paper_number");
	}
	if (ok) {
		Change *change = change_begin(core, "review-paper");
		if (!change_failed(change))
			change_allow(change, may_record(core, &key, change_err(change)));
		change_patch(change, NOUN_REVIEW, id, rev, json_pack("{s:s}", "paper_number", clean));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}
