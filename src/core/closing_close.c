// SPDX-License-Identifier: MIT
// The closing itself: checked whole, then stored as one change.
#include "core/closing_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/right.h"
#include "core/task_parts.h"
#include "text/clean.h"

#include <string.h>

enum { NAMED_MOST = 5 };

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

// What is checked and stored: the leaves to decide, and beside each decision the leaf that it is about.
typedef struct {
	Core *core;
	Period period;
	const CloseDecision *decisions;
	size_t n;
	Vec leaves; // of Leaf
	const Leaf **decided;
	Arena arena;
} Closer;

static void closer_init(Closer *closer, Core *core, Period period, const CloseDecision *decisions,
	size_t n)
{
	*closer = (Closer){ .core = core, .period = period, .decisions = decisions, .n = n };
	vec_init(&closer->leaves, sizeof(Leaf));
}

static void closer_release(Closer *closer)
{
	vec_release(&closer->leaves);
	arena_release(&closer->arena);
}

static const Leaf *leaf_of(const Closer *closer, int64_t leaf_id)
{
	for (size_t i = 0; i < closer->leaves.len; i++) {
		const Leaf *leaf = vec_at(&closer->leaves, i);
		if (leaf->leaf_id == leaf_id)
			return leaf;
	}
	return NULL;
}

static const CloseDecision *decision_of(const Closer *closer, int64_t leaf_id)
{
	for (size_t i = 0; i < closer->n; i++)
		if (closer->decisions[i].leaf_id == leaf_id)
			return &closer->decisions[i];
	return NULL;
}

// Checks ----------------------------------------------------------------------------------------

static bool refuse_quarter(const Closer *closer, Err *err)
{
	char code[7];
	period_code(closer->period, code);
	err_set(err, ERR_CONFLICT, tr("Kỳ %s đã khép, hay không khép riêng nữa."), code);
	return err_hint(err, "%s", tr("Số liệu đã khép được giữ nguyên; quý chưa khép thì khép cùng nửa năm."));
}

static bool check_period(const Closer *closer, Err *err)
{
	Period current;
	char code[7], last[11];
	period_code(closer->period, code);
	if (!closing_check_kind(closer->period, err) || !closing_current(closer->core, &current, err))
		return false;
	if (closer->period.quarter && period_compare(closer->period, current) < 0)
		return refuse_quarter(closer, err);
	if (period_compare(closer->period, current) < 0) {
		err_set(err, ERR_CONFLICT, tr("Kỳ %s đã khép hoặc chưa có việc nào."), code);
		return err_hint(err, "%s", tr("Số liệu đã khép được giữ nguyên."));
	}
	if (period_compare(closer->period, current) > 0) {
		period_code(current, code);
		err_set(err, ERR_INVALID, tr("Còn kỳ %s chưa khép."), code);
		return err_hint(err, "%s", tr("Khép kỳ trước đã."));
	}
	if (date_compare(core_today(closer->core), period_last_day(current)) >= 0)
		return true;
	date_show(period_last_day(current), last);
	err_set(err, ERR_INVALID, tr("Kỳ %s chưa hết: ngày cuối là %s."), code, last);
	return err_hint(err, "%s", tr("Từ ngày ấy mới khép được."));
}

static bool wrong(const Leaf *leaf, const char *field, const char *message, Err *err)
{
	err_set(err, ERR_INVALID, "%s, %s: %s", leaf->code, leaf->place_title, message);
	return err_field(err, field);
}

static bool check_new_due(const Closer *closer, const Leaf *leaf, const char *new_due, Err *err)
{
	Date day;
	if (!date_parse(new_due, &day))
		return wrong(leaf, "new_due", tr("chuyển tiếp cần một hạn mới."), err);
	if (date_compare(day, period_last_day(closer->period)) <= 0)
		return wrong(leaf, "new_due", tr("hạn mới phải sau kỳ đang khép."), err);
	return true;
}

static bool check_decision(
	const Closer *closer, const CloseDecision *decision, const Leaf *leaf, Err *err)
{
	if (!leaf)
		return err_set(err, ERR_CONFLICT, "%s",
			tr("Có việc đã xong, đã gia hạn hay đã kết thúc sau khi danh sách được mở."));
	if (decision_of(closer, decision->leaf_id) != decision)
		return wrong(leaf, "leaf", tr("có hai quyết định."), err);
	if (decision->kind == CLOSE_UNDECIDED)
		return true;
	if (decision->kind != CLOSE_DONE && !*or_empty(decision->reason))
		return wrong(leaf, "reason", tr("cần ghi lý do."), err);
	return decision->kind != CLOSE_CARRY ||
	       check_new_due(closer, leaf, or_empty(decision->new_due), err);
}

static bool check_complete(const Closer *closer, Err *err)
{
	Buf names = BUF_INIT;
	int missing = 0;
	for (size_t i = 0; i < closer->leaves.len; i++) {
		const Leaf *leaf = vec_at(&closer->leaves, i);
		const CloseDecision *decision = decision_of(closer, leaf->leaf_id);
		if (decision && decision->kind != CLOSE_UNDECIDED)
			continue;
		if (missing++ < NAMED_MOST)
			buf_addf(&names, "%s%s %s", names.len ? ", " : "", leaf->code,
				leaf->place_title);
	}
	if (missing) {
		err_set(err, ERR_INVALID, tr("Còn %d việc chưa quyết định: %s%s."), missing,
			names.bytes, missing > NAMED_MOST ? "…" : "");
		err_hint(err, "%s", tr("Mỗi việc chọn hoàn thành, chuyển tiếp hoặc kết thúc."));
	}
	buf_release(&names);
	return missing == 0;
}

static bool check_all(Closer *closer, size_t *failed, Err *err)
{
	*failed = closer->n;
	if (!right_check(closer->core, RIGHT_DIRECT, (Place){ 0 }, err) ||
		!check_period(closer, err) ||
		!closing_leaves(closer->core, closer->period, &closer->arena, &closer->leaves, err))
		return false;
	closer->decided = arena_array(&closer->arena, closer->n, sizeof(*closer->decided));
	for (size_t i = 0; i < closer->n; i++) {
		closer->decided[i] = leaf_of(closer, closer->decisions[i].leaf_id);
		if (!check_decision(closer, &closer->decisions[i], closer->decided[i], err)) {
			*failed = i;
			return false;
		}
	}
	return check_complete(closer, err);
}

bool closing_check(Core *core, Period period, const CloseDecision *decisions, size_t n,
	size_t *failed, Err *err)
{
	Closer closer;
	closer_init(&closer, core, period, decisions, n);
	bool ok = check_all(&closer, failed, err);
	closer_release(&closer);
	return ok;
}

// Storing ---------------------------------------------------------------------------------------

static int64_t insert_closing(const Closer *closer, Change *change)
{
	int64_t id;
	char code[7], from[11], to[11], today[11];
	period_code(closer->period, code);
	date_iso(period_first_day(closer->period), from);
	date_iso(period_last_day(closer->period), to);
	core_today_iso(closer->core, today);
	Stmt *stmt = change_insert(change, NOUN_CLOSING, &id);
	stmt_text(stmt, code);
	stmt_text(stmt, from);
	stmt_text(stmt, to);
	stmt_text(stmt, today);
	stmt_int(stmt, core_actor(closer->core)->id);
	stmt_int(stmt, core_now(closer->core));
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	return id;
}

static void insert_leaf(
	Change *change, int64_t closing_id, const CloseDecision *decision, const Leaf *leaf)
{
	int64_t id;
	bool carries = decision->kind == CLOSE_CARRY;
	Stmt *stmt = change_insert(change, NOUN_CLOSING_LEAF, &id);
	stmt_int(stmt, closing_id);
	stmt_int(stmt, leaf->leaf_id);
	stmt_text(stmt, close_kind_stored(decision->kind));
	stmt_text(stmt, state_code(leaf->state));
	stmt_int(stmt, leaf->percent);
	stmt_text(stmt, leaf->due);
	stmt_text(stmt, carries ? decision->new_due : NULL);
	stmt_text(stmt, or_empty(decision->reason));
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

// Done in the period: told as of its last day, or of the day of the newest report where that is
// later, so that it is the row that counts.
static void mark_done(
	Closer *closer, Change *change, const CloseDecision *decision, const Leaf *leaf)
{
	char last[11], code[7];
	date_iso(period_last_day(closer->period), last);
	period_code(closer->period, code);
	ProgressInput input = {
		.state = STATE_DONE, .percent = 100, .note = or_empty(decision->reason),
		.as_of = strcmp(leaf->as_of, last) > 0 ? leaf->as_of : last,
		.document = arena_printf(&closer->arena, VN_("khép kỳ %s"), code),
	};
	progress_insert(change, leaf->leaf_id, &input, &closer->arena);
}

static void carry(
	Closer *closer, Change *change, const CloseDecision *decision, const Leaf *leaf)
{
	char today[11];
	core_today_iso(closer->core, today);
	const Extension extension = {
		.old_due = leaf->due,
		.new_due = decision->new_due, .reason = decision->reason,
		.agreed_by = "", .decided_on = today,
	};
	extension_insert(change, leaf->leaf_id, &extension);
}

static void end(Closer *closer, Change *change, const CloseDecision *decision, const Leaf *leaf)
{
	(void)closer;
	leaf_mark_ended(change, leaf->leaf_id, leaf->leaf_rev, decision->reason);
}

static void insert_figures(Change *change, int64_t closing_id, const PlaceFigures *place, size_t position)
{
	int64_t id;
	const Figures *figures = &place->figures;
	const int numbers[] = { figures->done_in_time, figures->done_late, figures->open_in_time,
		figures->late, figures->ended, figures->percent_sum, figures->silent, figures->good,
		figures->blocked, figures->mute, figures->unstarted, figures->stopped };
	Stmt *stmt = change_insert(change, NOUN_CLOSING_FIGURE, &id);
	stmt_int(stmt, closing_id);
	stmt_int_or_null(stmt, place->place.region_id);
	stmt_int_or_null(stmt, place->place.district_id);
	stmt_int(stmt, (int64_t)position);
	stmt_text(stmt, place->title);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		stmt_int(stmt, numbers[i]);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

// As they stand once the period is over: what was due in it and is not done is late.
static void keep_figures(Closer *closer, Change *change, int64_t closing_id)
{
	Vec places;
	char day[11];
	date_iso(date_add_days(period_last_day(closer->period), 1), day);
	vec_init(&places, sizeof(PlaceFigures));
	if (!change_failed(change) &&
		figures_snapshot(closer->core, day, &closer->arena, &places, change_err(change)))
		for (size_t i = 0; i < places.len; i++)
			insert_figures(change, closing_id, vec_at(&places, i), i);
	vec_release(&places);
}

typedef void Carry(
	Closer *closer, Change *change, const CloseDecision *decision, const Leaf *leaf);

static void carry_out(Closer *closer, Change *change, CloseKind kind, Carry *run)
{
	for (size_t i = 0; i < closer->n; i++)
		if (closer->decisions[i].kind == kind)
			run(closer, change, &closer->decisions[i], closer->decided[i]);
}

static bool store(Closer *closer, Err *err)
{
	Change *change = change_begin(closer->core, "period-close");
	int64_t closing_id = insert_closing(closer, change);
	carry_out(closer, change, CLOSE_DONE, mark_done);
	keep_figures(closer, change, closing_id);
	carry_out(closer, change, CLOSE_CARRY, carry);
	carry_out(closer, change, CLOSE_END, end);
	for (size_t i = 0; i < closer->n; i++)
		insert_leaf(change, closing_id, &closer->decisions[i], closer->decided[i]);
	return change_commit(change, err);
}

static const CloseDecision *cleaned(const CloseDecision *decisions, size_t n, Arena *arena)
{
	CloseDecision *clean = arena_array(arena, n, sizeof(*clean));
	for (size_t i = 0; i < n; i++) {
		clean[i] = decisions[i];
		clean[i].reason =
			text_clean_arena(arena, or_empty(decisions[i].reason), CLEAN_LINE);
	}
	return clean;
}

bool closing_close(Core *core, Period period, const CloseDecision *decisions, size_t n,
	size_t *failed, Err *err)
{
	Closer closer;
	closer_init(&closer, core, period, NULL, n);
	closer.decisions = cleaned(decisions, n, &closer.arena);
	bool ok = check_all(&closer, failed, err) && store(&closer, err);
	closer_release(&closer);
	return ok;
}
