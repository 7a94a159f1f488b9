// SPDX-License-Identifier: MIT
// The marks of the districts in a review, and what a review still lacks.
#include "base/tr.h"
#include "core/org.h"
#include "core/patch.h"
#include "core/review_parts.h"
#include "core/right.h"
#include "core/row.h"
#include "text/clean.h"

#include <string.h>

static const struct {
	const char *code, *name;
} marks[MARK_COUNT] = {
	[MARK_NONE] = { "none", N_("Chưa nhận xét") },
	[MARK_GOOD] = { "good", N_("Tốt") },
	[MARK_MET] = { "met", N_("Đạt yêu cầu") },
	[MARK_UNMET] = { "unmet", N_("Chưa đạt yêu cầu") },
};

const char *mark_code(Mark mark)
{
	return marks[mark].code;
}

const char *mark_name(Mark mark)
{
	return tr(marks[mark].name);
}

bool mark_parse(const char *code, Mark *out)
{
	for (int i = 0; i < MARK_COUNT; i++) {
		if (strcmp(marks[i].code, code) == 0) {
			*out = (Mark)i;
			return true;
		}
	}
	return false;
}

static Mark mark_read(const char *code)
{
	Mark mark = MARK_NONE;
	return mark_parse(code, &mark) ? mark : MARK_NONE;
}

// --- reading -----------------------------------------------------------------------------------

typedef struct {
	ReviewMark mark;
	const char *code; // of the district
} Stored;

static bool read_stored(Core *core, int64_t review_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_MARKS);
	stmt_int(stmt, review_id);
	while (stmt_row(stmt)) {
		Stored *stored = vec_push(out);
		stored->mark = (ReviewMark){
			.id = stmt_get_int(stmt, 0),
			.rev = stmt_get_int(stmt, 1),
			.review_id = review_id,
			.district_id = stmt_get_int(stmt, 2),
			.district = "",
			.proposed = mark_read(stmt_get_text(stmt, 3)),
			.mark = mark_read(stmt_get_text(stmt, 4)),
			.proposed_reason = stmt_get_string(stmt, 5, arena),
			.mark_reason = stmt_get_string(stmt, 6, arena),
			.proposed_by = stmt_get_string(stmt, 7, arena),
			.marked_by = stmt_get_string(stmt, 8, arena),
		};
		stored->code = stmt_get_string(stmt, 9, arena);
	}
	return stmt_done(stmt, err);
}

// Those that the frozen text names, as it names them.
static void list_frozen(const Review *review, const Vec *stored, Arena *arena, Vec *out)
{
	for (size_t i = 0; i < stored->len; i++) {
		const Stored *known = vec_at(stored, i);
		ReviewMark mark = known->mark;
		if (review_thaw_mark(review->frozen, known->code, arena, &mark))
			*(ReviewMark *)vec_push(out) = mark;
	}
}

static ReviewMark blank(int64_t review_id, const District *district)
{
	return (ReviewMark){
		.review_id = review_id,
		.district_id = district->id,
		.district = district->title,
		.proposed_reason = "",
		.mark_reason = "",
		.proposed_by = "",
		.marked_by = "",
	};
}

static bool may_read(Core *core, int64_t district_id, bool *yes, Err *err)
{
	*yes = right_check(core, RIGHT_READ_OPEN, (Place){ .district_id = district_id }, err);
	if (*yes || err->kind != ERR_DENIED)
		return *yes;
	err_clear(err);
	return true;
}

static bool list_open(
	Core *core, const Review *review, const Vec *stored, Arena *arena, Vec *out, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(core, review->region_id, arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		ReviewMark *mark = vec_push(out);
		bool readable = false;
		*mark = blank(review->id, district);
		ok = may_read(core, district->id, &readable, err);
		for (size_t k = 0; readable && k < stored->len; k++) {
			const Stored *known = vec_at(stored, k);
			if (known->mark.district_id == district->id)
				*mark = known->mark;
		}
		mark->district = district->title;
	}
	vec_release(&districts);
	return ok;
}

bool review_marks(Core *core, const Review *review, Arena *arena, Vec *out, Err *err)
{
	Vec stored;
	vec_init(&stored, sizeof(Stored));
	bool ok = !review->id || read_stored(core, review->id, arena, &stored, err);
	if (ok && review->state == REVIEW_APPROVED)
		list_frozen(review, &stored, arena, out);
	else if (ok)
		ok = list_open(core, review, &stored, arena, out, err);
	vec_release(&stored);
	return ok;
}

// --- writing -----------------------------------------------------------------------------------

// *position is the district's in its region's order, from 1.
static bool check_district(
	Core *core, const ReviewKey *key, int64_t district_id, int *position, Err *err)
{
	Arena arena = ARENA_INIT;
	Vec districts;
	*position = 0;
	vec_init(&districts, sizeof(District));
	bool ok = district_list_of(core, key->region_id, &arena, &districts, err);
	for (size_t i = 0; ok && i < districts.len; i++)
		if (((const District *)vec_at(&districts, i))->id == district_id)
			*position = (int)i + 1;
	vec_release(&districts);
	arena_release(&arena);
	if (!ok || *position)
		return ok;
	err_set(err, ERR_INVALID, "%s", tr("Địa phương này không thuộc vùng của bản sơ kết."));
	return err_field(err, "district");
}

static bool check_mark(Mark mark, const char *reason, Err *err)
{
	if (mark != MARK_UNMET || *reason)
		return true;
	err_set(err, ERR_INVALID, tr("Nhận xét “%s” cần ghi lý do."), mark_name(mark));
	return err_field(err, "reason");
}

static bool check_state(const ReviewKey *key, ReviewState wanted, Err *err)
{
	if (key->state == wanted || (wanted == REVIEW_DRAFTING && key->state == REVIEW_RETURNED))
		return true;
	if (key->state == REVIEW_APPROVED) {
		err_set(err, ERR_DENIED, "%s", tr("Sơ kết đã duyệt nên nhận xét không sửa được."));
		return err_hint(err, "%s", tr("Điều cần bổ sung ghi vào kỳ sơ kết sau."));
	}
	if (key->state == REVIEW_SUBMITTED) {
		err_set(err, ERR_DENIED, "%s",
			tr("Sơ kết đã trình duyệt nên không dự kiến nhận xét được nữa."));
		return err_hint(err, "%s",
			tr("Lãnh đạo phụ trách vùng quyết định, hoặc trả lại để soạn tiếp."));
	}
	err_set(err, ERR_INVALID, "%s", tr("Chỉ quyết định nhận xét khi sơ kết đã trình duyệt."));
	return err_hint(err, "%s", tr("Khi đang soạn, dùng dự kiến nhận xét."));
}

// Every column, in the order of the row, with nothing said yet.
static json_t *first_columns(const ReviewKey *key, int64_t district_id, int position)
{
	return json_pack("{s:o, s:o, s:i, s:s, s:s, s:n, s:s, s:s, s:n, s:n}", "review_id",
		json_id(key->id), "district_id", json_id(district_id), "position", position,
		"proposed", mark_code(MARK_NONE), "proposed_reason", "", "proposed_by", "mark",
		mark_code(MARK_NONE), "mark_reason", "", "marked_by", "removed_at");
}

static bool find(
	Core *core, int64_t review_id, int64_t district_id, int64_t *id, int64_t *removed, Err *err)
{
	*id = *removed = 0;
	Stmt *stmt = db_query(core_db(core), Q_REVIEW_MARK_FIND);
	stmt_int(stmt, review_id);
	stmt_int(stmt, district_id);
	if (stmt_row(stmt)) {
		*id = stmt_get_int(stmt, 0);
		*removed = stmt_get_int(stmt, 1);
	}
	return stmt_done(stmt, err);
}

// A district's row is made when it is first spoken of; one that was undone is taken up again.
static void store(Change *change, const ReviewKey *key, MarkOf of, int position, json_t *patch)
{
	int64_t id = 0, removed = 0;
	Err err = ERR_INIT;
	if (!change_failed(change) &&
		!find(change_core(change), key->id, of.district_id, &id, &removed, &err))
		change_fail(change, &err);
	if (id && !removed) {
		// Who saw none expects a revision that there is not.
		change_patch(change, NOUN_REVIEW_MARK, id, of.rev, patch);
		return;
	}
	json_t *row = first_columns(key, of.district_id, position);
	json_object_update(row, patch);
	json_decref(patch);
	if (id) {
		change_patch(change, NOUN_REVIEW_MARK, id, REV_ANY, row);
		return;
	}
	Stmt *stmt = change_insert(change, NOUN_REVIEW_MARK, &id);
	row_bind(stmt, row);
	change_run(change, stmt);
	json_decref(row);
}

// A new proposal asks for a new decision.
static json_t *proposal(Core *core, Mark mark, const char *reason)
{
	return json_pack("{s:s, s:s, s:o, s:s, s:s, s:n}", "proposed", mark_code(mark),
		"proposed_reason", reason, "proposed_by", json_id(core_actor(core)->id), "mark",
		mark_code(MARK_NONE), "mark_reason", "", "marked_by");
}

static json_t *decision(Core *core, Mark mark, const char *reason)
{
	return json_pack("{s:s, s:s, s:o}", "mark", mark_code(mark), "mark_reason", reason,
		"marked_by", json_id(core_actor(core)->id));
}

typedef struct {
	const char *op;
	Right right;
	ReviewState state; // in which it is done
	json_t *(*columns)(Core *core, Mark mark, const char *reason);
} Speech;

static const Speech propose = { "review-propose", RIGHT_REVIEW_MARK, REVIEW_DRAFTING, proposal };
static const Speech decide = { "review-decide", RIGHT_REVIEW_APPROVE, REVIEW_SUBMITTED, decision };

static Place place_of(const Speech *speech, const ReviewKey *key, int64_t district_id)
{
	if (speech->right == RIGHT_REVIEW_MARK)
		return (Place){ .district_id = district_id };
	return (Place){ .region_id = key->region_id };
}

static bool speak(Core *core, const Speech *speech, int64_t review_id, MarkOf of, Mark mark,
	const char *reason, Err *err)
{
	Arena arena = ARENA_INIT;
	ReviewKey key;
	int position;
	const char *clean = text_clean_arena(&arena, reason, CLEAN_LINE);
	bool ok = review_key(core, review_id, &key, err) &&
		  right_check(core, speech->right, place_of(speech, &key, of.district_id), err) &&
		  check_state(&key, speech->state, err) &&
		  check_district(core, &key, of.district_id, &position, err) &&
		  check_mark(mark, clean, err);
	if (ok) {
		Change *change = change_begin(core, speech->op);
		review_hold(change, &key);
		change_hold(change, speech->right, place_of(speech, &key, of.district_id));
		store(change, &key, of, position, speech->columns(core, mark, clean));
		ok = change_commit(change, err);
	}
	arena_release(&arena);
	return ok;
}

bool review_propose(
	Core *core, int64_t review_id, MarkOf of, Mark mark, const char *reason, Err *err)
{
	return speak(core, &propose, review_id, of, mark, reason, err);
}

bool review_decide(
	Core *core, int64_t review_id, MarkOf of, Mark mark, const char *reason, Err *err)
{
	return speak(core, &decide, review_id, of, mark, reason, err);
}

void review_settle_marks(Change *change, const Review *review)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	Vec stored;
	Core *core = change_core(change);
	vec_init(&stored, sizeof(Stored));
	if (!change_failed(change) && !read_stored(core, review->id, &arena, &stored, &err))
		change_fail(change, &err);
	for (size_t i = 0; i < stored.len; i++) {
		const ReviewMark *mark = &((const Stored *)vec_at(&stored, i))->mark;
		if (*mark->proposed_by && !*mark->marked_by)
			change_patch(change, NOUN_REVIEW_MARK, mark->id, REV_ANY,
				decision(core, mark->proposed, mark->proposed_reason));
	}
	vec_release(&stored);
	arena_release(&arena);
}

// --- gaps --------------------------------------------------------------------------------------

static void gap(Vec *out, const char *text)
{
	*(const char **)vec_push(out) = text;
}

// Section 6 may say nothing: not every half-year asks something of somebody.
static void gaps_of_sections(const Review *review, Arena *arena, Vec *out)
{
	for (int i = 0; i < REVIEW_SECTIONS - 1; i++)
		if (strspn(review->sections[i], " \n") == strlen(review->sections[i]))
			gap(out, arena_printf(
					 arena, tr("mục %d (%s)"), i + 1, review_section_title(i)));
}

static void gap_of_mark(const ReviewMark *mark, Arena *arena, Vec *out)
{
	if (!*mark->proposed_by && !*mark->marked_by)
		gap(out, arena_printf(arena, tr("dự kiến nhận xét %s"), mark->district));
	else if (mark->proposed == MARK_UNMET && !*mark->proposed_reason)
		gap(out, arena_printf(arena, tr("lý do nhận xét %s"), mark->district));
}

bool review_gaps(Core *core, const Review *review, Arena *arena, Vec *out, Err *err)
{
	Vec all;
	if (review->state == REVIEW_APPROVED)
		return true;
	if (!right_check(core, RIGHT_READ_OPEN, (Place){ .region_id = review->region_id }, err))
		return false;
	vec_init(&all, sizeof(ReviewMark));
	gaps_of_sections(review, arena, out);
	bool ok = review_marks(core, review, arena, &all, err);
	for (size_t i = 0; ok && i < all.len; i++)
		gap_of_mark(vec_at(&all, i), arena, out);
	vec_release(&all);
	return ok;
}
