// SPDX-License-Identifier: MIT
#include "unit/roles.h"

#include "core/signature.h"

static bool begin(World *w)
{
	return review_begin(w->core, w->region.region_id, (Period){ .year = 2021, .half = 2 }, &w->id, w->err);
}

static bool save_section(World *w)
{
	return review_save_section(w->core, w->id, w->rev, 1, "Khác", w->err);
}

static bool propose(World *w)
{
	return review_propose(w->core, w->id,
		(MarkOf){ w->district.district_id, REV_ANY }, MARK_GOOD, "", w->err);
}

static bool decide(World *w)
{
	return review_decide(w->core, w->id,
		(MarkOf){ w->district.district_id, REV_ANY }, MARK_GOOD, "", w->err);
}

static bool submit(World *w)
{
	return review_submit(w->core, w->id, w->rev, w->err);
}

static bool approve(World *w)
{
	return review_approve(w->core, w->id, w->rev, "2021H2", "", w->err);
}

static bool send_back(World *w)
{
	return review_return(w->core, w->id, w->rev, "bổ sung", w->err);
}

static bool record_paper(World *w)
{
	return review_record_paper(w->core, w->id, w->rev, "12-BC/TU", w->err);
}

static bool follow_up(World *w)
{
	FollowUp wanted = { .title = "Việc sau sơ kết", .due = "2022-03-31", .deadline_words = "",
		.places = &w->district, .places_n = 1 };
	int64_t task;
	return review_follow_up(w->core, w->id, &wanted, &task, w->err);
}

// Nobody here has a key: the one who approved is stopped by what he hands in.
static bool sign(World *w)
{
	return signature_submit(w->core, w->id, "x", 1, w->err);
}

// Told to whoever could, but for a key.
static bool may_sign(World *w)
{
	return signature_may_submit(w->core, w->id, w->err);
}

static bool add_remark(World *w)
{
	Thing there = { NOUN_DISTRICT, w->district.district_id };
	Remark remark = { .thing = there, .to = there, .text = "Làm ngay", .due = "" };
	return remark_add(w->core, &remark, w->err);
}

static bool answer(World *w)
{
	return remark_answer(w->core, w->id, w->rev, "Đã làm", "", w->err);
}

void world_answered(World *w)
{
	world_remark(w);
	world_as(w, "office");
	assert_done(answer(w), w->err);
	assert_done(remark_get(w->core, w->id, w->arena, &w->remark, w->err), w->err);
	w->rev = w->remark.rev;
}

static bool acknowledge(World *w)
{
	return remark_acknowledge(w->core, w->id, w->rev, w->err);
}

static bool make_task(World *w)
{
	int64_t task;
	return remark_make_task(w->core, w->id, w->rev, NULL, &task, w->err);
}

static bool withdraw(World *w)
{
	return remark_withdraw(w->core, w->id, w->rev, w->err);
}

const RoleRow roles_of_reviews[] = {
	{ "review-begin", MAY_REVIEW_WRITE, NULL, begin, false, ERR_NONE },
	{ "review-save-section", MAY_REVIEW_WRITE, world_review, save_section, false, ERR_NONE },
	{ "review-propose", MAY_REVIEW_MARK, world_review, propose, false, ERR_NONE },
	{ "review-decide", MAY_APPROVE, world_submitted, decide, false, ERR_NONE },
	{ "review-submit", MAY_REVIEW_WRITE, world_review, submit, false, ERR_NONE },
	{ "review-approve", MAY_APPROVE, world_submitted, approve, false, ERR_NONE },
	{ "review-return", MAY_RETURN, world_submitted, send_back, false, ERR_NONE },
	{ "review-follow-up", MAY_REVIEW_WRITE, world_approved, follow_up, false, ERR_NONE },
	{ "review-paper", MAY_PAPER, world_approved, record_paper, false, ERR_NONE },
	{ "review-sign", MAY_APPROVE, world_approved, sign, false, ERR_INVALID },
	{ "offering to sign", MAY_APPROVE, world_approved, may_sign, true, ERR_NOT_FOUND },
	{ "remark-add", MAY_REMARK, NULL, add_remark, false, ERR_NONE },
	{ "remark-answer", MAY_PROGRESS, world_remark, answer, false, ERR_NONE },
	{ "remark-acknowledge", MAY_AS_AUTHOR, world_answered, acknowledge, false, ERR_NONE },
	{ "remark-make-task", MAY_MAKE_TASK, world_remark, make_task, false, ERR_NONE },
	{ "remark-withdraw", MAY_AS_AUTHOR, world_remark, withdraw, false, ERR_NONE },
	{ 0 },
};
