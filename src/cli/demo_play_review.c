// SPDX-License-Identifier: MIT
// The story's six-monthly reviews, step by step.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/review.h"
#include "core/signature.h"
#include "core/sshsig.h"
#include "core/user_key.h"

#include <string.h>

typedef bool Step(Core *core, const Review *review, const DemoReviewStep *step, Err *err);

static bool begin(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	int64_t id;
	(void)step;
	return review_begin(core, review->region_id, review->period, &id, err);
}

static bool write_section(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	return review_save_section(
		core, review->id, review->rev, step->section - 1, step->text, err);
}

typedef bool MarkDistrict(Core *core, int64_t review_id, MarkOf of, Mark mark,
	const char *reason, Err *err);

static bool each_mark(
	Core *core, const Review *review, const DemoReviewStep *step, MarkDistrict *give, Err *err)
{
	for (size_t i = 0; i < step->marks_n; i++) {
		const DemoMark *wanted = &step->marks[i];
		Place place = { 0 };
		Mark mark;
		if (!mark_parse(wanted->mark, &mark))
			return err_set(
				err, ERR_INVALID, tr("Không có nhận xét “%s”."), wanted->mark);
		if (!place_find(core, wanted->district, &place, err) ||
			!give(core, review->id, (MarkOf){ .district_id = place.district_id }, mark, wanted->reason,
				err))
			return false;
	}
	return true;
}

static bool propose(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	return each_mark(core, review, step, review_propose, err);
}

static bool decide(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	return each_mark(core, review, step, review_decide, err);
}

static bool submit(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	(void)step;
	return review_submit(core, review->id, review->rev, err);
}

static bool send_back(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	return review_return(core, review->id, review->rev, step->reason, err);
}

static bool approve(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	return review_approve(core, review->id, review->rev, step->period, step->paper, err);
}

static bool follow_up(Core *core, const Review *review, const DemoReviewStep *step, Err *err)
{
	Arena arena = ARENA_INIT;
	int64_t task_id;
	Place *places = arena_array(&arena, step->districts.n + 1, sizeof(*places));
	const FollowUp follow_up = { .title = step->text, .due = step->due, .places = places,
		.places_n = step->districts.n };
	bool ok = true;
	for (size_t i = 0; ok && i < step->districts.n; i++)
		ok = place_find(core, step->districts.items[i], &places[i], err);
	ok = ok && review_follow_up(core, review->id, &follow_up, &task_id, err);
	arena_release(&arena);
	return ok;
}

// Administrators take the key in and the lead signs with it, both on this day. The key is made here and
// forgotten: whoever copies the demo's data signs nothing with it.
static bool take_key(DemoPlayer *player, const DemoEvent *event, const SshsigKey *key, Err *err)
{
	int64_t id;
	const char *line = arena_printf(&player->scratch, "%s %s", key->line, event->review->text);
	return core_act_as(player->core, player->story->start.admin, err) &&
	       user_key_add(player->core, demo_person_id(player, event->by), line, &id, err) &&
	       core_act_as(player->core, event->by, err);
}

static bool sign(DemoPlayer *player, const DemoEvent *event, const Review *review, Err *err)
{
	SshsigKey key;
	const char *text, *armour;
	sshsig_key_make(&player->scratch, &key);
	bool ok = take_key(player, event, &key, err) &&
		  signature_text(player->core, review->id, &player->scratch, &text, err);
	if (ok) {
		armour = sshsig_sign(&key, SIGNATURE_SPACE, text, strlen(text), &player->scratch);
		ok = signature_submit(player->core, review->id, armour, strlen(armour), err);
	}
	sshsig_key_forget(&key);
	return ok;
}

static Step *const steps[] = {
	[DEMO_REVIEW_BEGIN] = begin,
	[DEMO_REVIEW_WRITE] = write_section,
	[DEMO_REVIEW_PROPOSE] = propose,
	[DEMO_REVIEW_SUBMIT] = submit,
	[DEMO_REVIEW_DECIDE] = decide,
	[DEMO_REVIEW_RETURN] = send_back,
	[DEMO_REVIEW_APPROVE] = approve,
	[DEMO_REVIEW_FOLLOW] = follow_up,
};

bool demo_play_review(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoReviewStep *step = event->review;
	Place region;
	Period period;
	Review review;
	if (!period_parse(step->period, &period))
		return err_set(err, ERR_INVALID, tr("Không có kỳ “%s”."), step->period);
	if (!demo_place(player, step->region, &region, err) ||
		!review_get(player->core, region.region_id, period, &player->scratch, &review, err))
		return false;
	return step->what == DEMO_REVIEW_SIGN ? sign(player, event, &review, err) :
						steps[step->what](player->core, &review, step, err);
}
