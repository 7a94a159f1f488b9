// SPDX-License-Identifier: MIT
// The story's assignments, progress and extensions.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/handover.h"
#include "core/person.h"

bool demo_play_assignment(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoAssignment *wanted = event->assignment;
	Place place = { 0 };
	if (*wanted->place && !demo_place(player, wanted->place, &place, err))
		return false;
	Assignment assignment = {
		.person_id = demo_person_id(player, wanted->who),
		.region_id = place.region_id,
		.district_id = place.district_id,
		.member_id = *wanted->serves ? demo_person_id(player, wanted->serves) : 0,
		.stand_in = wanted->stand_in,
		.document = wanted->document,
		.from = wanted->from,
		.to = "",
	};
	return assignment_add(player->core, &assignment, err);
}

static const Assignment *same_target(const Vec *assignments, Place place, int64_t member_id)
{
	for (size_t i = 0; i < assignments->len; i++) {
		const Assignment *assignment = vec_at(assignments, i);
		if (assignment->region_id == place.region_id &&
			assignment->district_id == place.district_id &&
			assignment->member_id == member_id)
			return assignment;
	}
	return NULL;
}

static bool pass_on(DemoPlayer *player, const DemoHandover *wanted, Place place, Err *err)
{
	Date last;
	char first_day[11];
	if (!date_parse(wanted->last_day, &last))
		return err_set(err, ERR_INVALID, "%s", wanted->last_day);
	date_iso(date_add_days(last, 1), first_day);
	const Handover handover = {
		.from = { .person_id = demo_person_id(player, wanted->who), .place = place,
			.member_id = *wanted->serves ? demo_person_id(player, wanted->serves) : 0 },
		.successor_id = demo_person_id(player, wanted->successor),
		.first_day = first_day,
		.document = wanted->document,
	};
	return handover_run(player->core, &handover, err);
}

bool demo_play_handover(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoHandover *wanted = event->handover;
	Place place = { 0 };
	Vec assignments;
	if (*wanted->place && !demo_place(player, wanted->place, &place, err))
		return false;
	if (*wanted->successor)
		return pass_on(player, wanted, place, err);
	int64_t member_id = *wanted->serves ? demo_person_id(player, wanted->serves) : 0;
	vec_init(&assignments, sizeof(Assignment));
	bool ok = assignment_of_person(player->core, demo_person_id(player, wanted->who),
		&player->scratch, &assignments, err);
	const Assignment *assignment = ok ? same_target(&assignments, place, member_id) : NULL;
	if (assignment)
		ok = assignment_end(
			player->core, assignment->id, assignment->rev, wanted->last_day, err);
	else if (ok)
		ok = err_set(err, ERR_NOT_FOUND, tr("“%s” không có phân công ấy."), wanted->who);
	vec_release(&assignments);
	return ok;
}

static bool record(
	DemoPlayer *player, const DemoReport *report, Place place, const DemoRow *row, Err *err)
{
	ProgressInput input = {
		.percent = row->percent,
		.note = row->note,
		.as_of = report->as_of,
		.document = report->document,
	};
	if (!state_parse(row->state, &input.state))
		return err_set(err, ERR_INVALID, tr("Không có tình trạng “%s”."), row->state);
	for (size_t i = 0; i < row->tasks.n; i++) {
		Leaf leaf;
		if (!demo_leaf(player, row->tasks.items[i], place, &leaf, err) ||
			!progress_record(player->core, leaf.leaf_id, &input, err))
			return false;
	}
	return true;
}

bool demo_play_report(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoReport *report = event->report;
	Place place;
	if (!demo_place(player, report->place, &place, err))
		return false;
	for (size_t i = 0; i < report->rows_n; i++) {
		player->at = report->rows[i].at;
		if (!record(player, report, place, &report->rows[i], err))
			return false;
	}
	return true;
}

// The newest row that counts.
static bool newest(DemoPlayer *player, int64_t leaf_id, int64_t *out, Err *err)
{
	Vec rows;
	*out = 0;
	vec_init(&rows, sizeof(Progress));
	bool ok = progress_list(player->core, leaf_id, &player->scratch, &rows, err);
	for (size_t i = 0; ok && !*out && i < rows.len; i++) {
		const Progress *progress = vec_at(&rows, i);
		*out = progress->withdrawn ? 0 : progress->id;
	}
	vec_release(&rows);
	return ok;
}

bool demo_play_withdrawal(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	Place place;
	Leaf leaf;
	int64_t progress_id;
	return demo_place(player, event->withdrawal->place, &place, err) &&
	       demo_leaf(player, event->withdrawal->task, place, &leaf, err) &&
	       newest(player, leaf.leaf_id, &progress_id, err) &&
	       progress_withdraw(player->core, progress_id, err);
}

bool demo_play_extension(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	const DemoExtension *wanted = event->extension;
	const Extension extension = {
		.new_due = wanted->due,
		.reason = wanted->reason,
		.agreed_by = wanted->agreed_by,
		.decided_on = "",
	};
	for (size_t i = 0; i < wanted->places.n; i++) {
		Place place;
		Leaf leaf;
		if (!demo_place(player, wanted->places.items[i], &place, err) ||
			!demo_leaf(player, wanted->task, place, &leaf, err) ||
			!leaf_extend(player->core, leaf.leaf_id, &extension, err))
			return false;
	}
	return true;
}
