// SPDX-License-Identifier: MIT
// The story's closings of periods.
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/closing.h"

static bool decide(DemoPlayer *player, const DemoDecision *wanted, CloseDecision *out, Err *err)
{
	Place place;
	Leaf leaf;
	player->at = wanted->at;
	if (!close_kind_parse(wanted->kind, &out->kind))
		return err_set(err, ERR_INVALID, tr("“%.40s” không phải là một quyết định."), wanted->kind);
	if (!demo_place(player, wanted->place, &place, err) ||
		!demo_leaf(player, wanted->task, place, &leaf, err))
		return false;
	out->leaf_id = leaf.leaf_id;
	out->new_due = wanted->due;
	out->reason = wanted->reason;
	return true;
}

static bool is_decided(const Vec *decisions, int64_t leaf_id)
{
	for (size_t i = 0; i < decisions->len; i++)
		if (((const CloseDecision *)vec_at(decisions, i))->leaf_id == leaf_id)
			return true;
	return false;
}

static bool decide_rest(
	DemoPlayer *player, Period period, const DemoDecision *wanted, Vec *decisions, Err *err)
{
	Vec leaves;
	CloseDecision rest = { .new_due = wanted->due, .reason = wanted->reason };
	if (!wanted->kind)
		return true;
	if (!close_kind_parse(wanted->kind, &rest.kind))
		return err_set(err, ERR_INVALID, tr("“%.40s” không phải là một quyết định."), wanted->kind);
	vec_init(&leaves, sizeof(Leaf));
	bool ok = closing_leaves(player->core, period, &player->scratch, &leaves, err);
	for (size_t i = 0; ok && i < leaves.len; i++) {
		rest.leaf_id = ((const Leaf *)vec_at(&leaves, i))->leaf_id;
		if (!is_decided(decisions, rest.leaf_id))
			*(CloseDecision *)vec_push(decisions) = rest;
	}
	vec_release(&leaves);
	return ok;
}

bool demo_play_closing(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	size_t failed;
	Period period;
	Vec decisions;
	const DemoClosing *closing = event->closing;
	if (!period_parse_any(closing->period, &period))
		return err_set(err, ERR_INVALID, tr("Không có kỳ “%s”."), closing->period);
	vec_init(&decisions, sizeof(CloseDecision));
	bool ok = true;
	for (size_t i = 0; ok && i < closing->decisions_n; i++)
		ok = decide(player, &closing->decisions[i], vec_push(&decisions), err);
	ok = ok && decide_rest(player, period, &closing->rest, &decisions, err) &&
	     closing_close(player->core, period, decisions.items, decisions.len, &failed, err);
	vec_release(&decisions);
	return ok;
}
