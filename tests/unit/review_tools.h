// SPDX-License-Identifier: MIT
// What the tests of reviews share: the review 2021H2 of Hải đảo and its steps.
#ifndef TESTS_REVIEW_TOOLS_H
#define TESTS_REVIEW_TOOLS_H

#include "unit/fixture.h"

#include "core/review.h"

#include <string.h>

typedef Fixture F;

static const Period h2 = { .year = 2021, .half = 2 };

static inline int64_t hd(F *f)
{
	return fixture_place(f, "hd").region_id;
}

static inline Review get(F *f)
{
	Review review;
	assert_done(review_get(f->core, hd(f), h2, &f->arena, &review, &f->err), &f->err);
	return review;
}

static inline ReviewMark mark_of(F *f, const char *district)
{
	Vec marks;
	ReviewMark found = { 0 };
	Review review = get(f);
	int64_t id = fixture_place(f, district).district_id;
	vec_init(&marks, sizeof(ReviewMark));
	assert_done(review_marks(f->core, &review, &f->arena, &marks, &f->err), &f->err);
	for (size_t i = 0; i < marks.len; i++) {
		const ReviewMark *mark = vec_at(&marks, i);
		if (mark->district_id == id)
			found = *mark;
	}
	vec_release(&marks);
	assert_int_equal(found.district_id, id);
	return found;
}

static inline const char *gaps(F *f)
{
	Vec found;
	const char *text = "";
	Review review = get(f);
	vec_init(&found, sizeof(const char *));
	assert_done(review_gaps(f->core, &review, &f->arena, &found, &f->err), &f->err);
	for (size_t i = 0; i < found.len; i++)
		text = arena_printf(&f->arena, "%s%s%s", text, i ? "; " : "",
			*(const char *const *)vec_at(&found, i));
	vec_release(&found);
	return text;
}

static inline int64_t begin(F *f)
{
	int64_t id;
	assert_done(review_begin(f->core, hd(f), h2, &id, &f->err), &f->err);
	return id;
}

static inline bool section(F *f, int number, const char *text)
{
	Review review = get(f);
	return review_save_section(f->core, review.id, review.rev, number, text, &f->err);
}

static inline MarkOf any_mark_of(F *f, const char *district)
{
	return (MarkOf){ .district_id = fixture_place(f, district).district_id };
}

static inline bool propose(F *f, const char *district, Mark mark, const char *reason)
{
	return review_propose(f->core, get(f).id, any_mark_of(f, district), mark, reason, &f->err);
}

static inline bool decide(F *f, const char *district, Mark mark, const char *reason)
{
	return review_decide(f->core, get(f).id, any_mark_of(f, district), mark, reason, &f->err);
}

static inline bool submit(F *f)
{
	Review review = get(f);
	return review_submit(f->core, review.id, review.rev, &f->err);
}

static inline bool approve(F *f, const char *typed)
{
	Review review = get(f);
	return review_approve(f->core, review.id, review.rev, typed, "12-BC/TU", &f->err);
}

// Written whole by the secretary, not submitted.
static inline void write_all(F *f)
{
	fixture_as(f, "secretary");
	begin(f);
	for (int i = 1; i < 5; i++)
		assert_done(section(f, i, "Dòng một\n\nMục 9. Dòng hai"), &f->err);
	assert_done(propose(f, "phu-quoc", MARK_MET, ""), &f->err);
	assert_done(propose(f, "kien-hai", MARK_UNMET, "Chậm tiêm vắc xin"), &f->err);
}

static inline void submit_all(F *f)
{
	write_all(f);
	assert_done(submit(f), &f->err);
}

static inline void assert_field(bool ok, Err *err, const char *field)
{
	if (!ok && strcmp(err->field, field) != 0)
		fail_msg("wanted field %s, got “%s”: %s", field, err->field, err->message);
	assert_failed(ok, err, ERR_INVALID);
}

#endif
