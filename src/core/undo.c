// SPDX-License-Identifier: MIT
#include "core/undo.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/journal.h"
#include "core/right.h"
#include "core/row.h"

#include <string.h>

typedef enum { OP_CAN_UNDO, OP_FINAL } OpUndo;

// Every operation of the journal. What was decided, numbered or granted stands: it is superseded by
// a decision of its own, not taken back by a key.
static const struct {
	const char *op, *name;
	OpUndo undo;
	Right right; // what it took and takes to undo it
} ops[] = {
	{ "progress-record", N_("ghi tiến độ"), OP_CAN_UNDO, RIGHT_PROGRESS },
	{ "progress-record-many", N_("ghi tiến độ nhiều nhiệm vụ"), OP_CAN_UNDO, RIGHT_PROGRESS },
	{ "progress-withdraw", N_("rút một dòng tiến độ"), OP_CAN_UNDO, RIGHT_PROGRESS },
	{ "leaf-extend", N_("gia hạn"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "leaf-end", N_("kết thúc nhiệm vụ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "leaf-resume", N_("mở lại nhiệm vụ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "leaf-set", N_("sửa cơ quan, hạn riêng của nơi"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "task-add", N_("thêm nhiệm vụ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "task-save", N_("sửa nhiệm vụ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "task-spread", N_("trải nhiệm vụ về các nơi"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "task-gather", N_("gom nhiệm vụ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "period-close", N_("khép kỳ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "meeting-add", N_("thêm buổi làm việc"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "meeting-save", N_("sửa buổi làm việc"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "meeting-start", N_("bắt đầu buổi làm việc"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "meeting-end", N_("kết thúc buổi làm việc"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "meeting-cancel", N_("hủy buổi làm việc"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "meeting-finalise", N_("hoàn tất biên bản"), OP_FINAL, RIGHT_FINALISE },
	{ "meeting-reopen", N_("mở lại biên bản"), OP_FINAL, RIGHT_FINALISE },
	{ "agenda-add", N_("thêm nội dung"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "agenda-tasks", N_("đưa nhiệm vụ vào chương trình"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "agenda-save", N_("sửa nội dung"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "agenda-remove", N_("bỏ nội dung"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "attendance-add", N_("thêm người dự"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "attendance-save", N_("sửa thành phần dự"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "attendance-remove", N_("bỏ người dự"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "conclusion-add", N_("thêm kết luận"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "conclusion-save", N_("sửa kết luận"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "conclusion-make-task", N_("chuyển kết luận thành nhiệm vụ"), OP_CAN_UNDO, RIGHT_MEETING },
	{ "review-begin", N_("bắt đầu soạn sơ kết"), OP_CAN_UNDO, RIGHT_REVIEW_WRITE },
	{ "review-save-section", N_("sửa mục sơ kết"), OP_CAN_UNDO, RIGHT_REVIEW_WRITE },
	{ "review-propose", N_("dự kiến nhận xét"), OP_CAN_UNDO, RIGHT_REVIEW_MARK },
	{ "review-decide", N_("quyết định nhận xét"), OP_CAN_UNDO, RIGHT_REVIEW_APPROVE },
	{ "review-submit", N_("trình duyệt sơ kết"), OP_FINAL, RIGHT_REVIEW_WRITE },
	{ "review-approve", N_("duyệt sơ kết"), OP_FINAL, RIGHT_REVIEW_APPROVE },
	{ "review-return", N_("trả lại sơ kết"), OP_FINAL, RIGHT_REVIEW_RETURN },
	{ "review-follow-up", N_("giao việc sau sơ kết"), OP_CAN_UNDO, RIGHT_REVIEW_WRITE },
	{ "review-paper", N_("ghi số văn bản sơ kết"), OP_FINAL, RIGHT_REVIEW_APPROVE },
	{ "review-sign", N_("ký số sơ kết"), OP_FINAL, RIGHT_REVIEW_APPROVE },
	{ "remark-add", N_("ghi ý kiến chỉ đạo"), OP_CAN_UNDO, RIGHT_REMARK },
	{ "remark-answer", N_("trả lời ý kiến chỉ đạo"), OP_CAN_UNDO, RIGHT_READ },
	{ "remark-acknowledge", N_("xác nhận đã xem trả lời"), OP_CAN_UNDO, RIGHT_REMARK },
	{ "remark-make-task", N_("giao ý kiến thành nhiệm vụ"), OP_CAN_UNDO, RIGHT_READ },
	{ "remark-withdraw", N_("rút ý kiến chỉ đạo"), OP_CAN_UNDO, RIGHT_REMARK },
	{ "directive-add", N_("nạp văn bản chỉ đạo"), OP_FINAL, RIGHT_DIRECT },
	{ "structure-apply", N_("áp dụng địa bàn"), OP_FINAL, RIGHT_ADMINISTER },
	{ "succession-spread", N_("giao việc cho nơi kế thừa"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "body-spread", N_("giao việc cho cơ quan kế thừa"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "body-add", N_("thêm cơ quan"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "person-add", N_("thêm người dùng"), OP_FINAL, RIGHT_ADMINISTER },
	{ "user-import", N_("nạp danh sách người dùng"), OP_FINAL, RIGHT_ADMINISTER },
	{ "user-change", N_("sửa người dùng"), OP_FINAL, RIGHT_ADMINISTER },
	{ "user-close", N_("đóng người dùng"), OP_FINAL, RIGHT_ADMINISTER },
	{ "key-add", N_("thêm khóa SSH"), OP_FINAL, RIGHT_ADMINISTER },
	{ "key-remove", N_("thôi dùng khóa SSH"), OP_FINAL, RIGHT_ADMINISTER },
	{ "key-replace", N_("thay khóa SSH"), OP_FINAL, RIGHT_ADMINISTER },
	{ "assignment-add", N_("phân công"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "assignment-end", N_("kết thúc phân công"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "assignment-handover", N_("bàn giao"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "report-series-add", N_("thêm báo cáo định kỳ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "report-series-save", N_("sửa báo cáo định kỳ"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "report-save", N_("ghi báo cáo nhận được"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "report-withdraw", N_("rút báo cáo"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "report-extend", N_("gia hạn báo cáo"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "reminder-add", N_("ghi đôn đốc"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "indicator-add", N_("thêm chỉ tiêu"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "indicator-save", N_("sửa chỉ tiêu"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "target-set", N_("giao kế hoạch chỉ tiêu"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "target-remove", N_("bỏ kế hoạch chỉ tiêu"), OP_CAN_UNDO, RIGHT_DIRECT },
	{ "reading-record", N_("nhập số liệu chỉ tiêu"), OP_CAN_UNDO, RIGHT_PROGRESS },
	{ "reading-withdraw", N_("rút một số liệu chỉ tiêu"), OP_CAN_UNDO, RIGHT_PROGRESS },
};

typedef struct {
	int64_t change; // 0: nothing
	const char *op;
} Target;

const char *op_name(const char *op)
{
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (strcmp(ops[i].op, op) == 0)
			return tr(ops[i].name);
	return op;
}

const char *op_at(size_t index)
{
	return index < sizeof(ops) / sizeof(*ops) ? ops[index].op : NULL;
}

static OpUndo op_undo(const char *op)
{
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (strcmp(ops[i].op, op) == 0)
			return ops[i].undo;
	return OP_FINAL;
}

static Right op_right(const char *op)
{
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (strcmp(ops[i].op, op) == 0)
			return ops[i].right;
	return RIGHT_ADMINISTER;
}

static bool read_target(Stmt *stmt, Arena *arena, Target *out, int64_t *undoes, Err *err)
{
	*out = (Target){ .change = 0, .op = "" };
	*undoes = 0;
	if (stmt_row(stmt)) {
		out->change = stmt_get_int(stmt, 0);
		out->op = stmt_get_string(stmt, 1, arena);
		*undoes = stmt_get_int(stmt, 2);
	}
	return stmt_done(stmt, err);
}

static bool undo_target(Core *core, Arena *arena, Target *out, Err *err)
{
	int64_t undoes;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_LAST_CHANGE_OF);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, core_actor(core)->id);
	return read_target(stmt, arena, out, &undoes, err);
}

// Redo takes back the newest undo that nothing new has followed.
static bool redo_target(Core *core, Arena *arena, Target *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_LAST_UNDO_OF);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, core_actor(core)->id);
	int64_t undoes;
	return read_target(stmt, arena, out, &undoes, err);
}

static bool check_op(const Target *target, Err *err)
{
	if (op_undo(target->op) == OP_CAN_UNDO)
		return true;
	err_set(err, ERR_DENIED, tr("Không hoàn tác được việc vừa làm: %s."), op_name(target->op));
	return err_hint(err, "%s", tr("Việc đã quyết định chỉ được thay bằng một quyết định mới."));
}

// Where what was changed belongs; what is not here belongs to something of the same change that is.
static const struct {
	NounKind noun;
	QueryId query;
} placed[] = {
	{ NOUN_PROGRESS, Q_UNDO_PLACE_PROGRESS },
	{ NOUN_READING, Q_UNDO_PLACE_READING },
	{ NOUN_MEETING, Q_UNDO_PLACE_MEETING },
	{ NOUN_AGENDA_ITEM, Q_UNDO_PLACE_AGENDA_ITEM },
	{ NOUN_ATTENDANCE, Q_UNDO_PLACE_ATTENDANCE },
	{ NOUN_CONCLUSION, Q_UNDO_PLACE_CONCLUSION },
	{ NOUN_REVIEW, Q_UNDO_PLACE_REVIEW },
	{ NOUN_REVIEW_MARK, Q_UNDO_PLACE_REVIEW_MARK },
	{ NOUN_TASK, Q_UNDO_PLACE_TASK },
};

static bool check_entry(Core *core, const JournalEntry *entry, Right right, Err *err)
{
	NounKind noun = noun_by_table(entry->kind);
	for (size_t i = 0; i < sizeof(placed) / sizeof(*placed); i++) {
		Place place = { 0 };
		if (placed[i].noun != noun)
			continue;
		Stmt *stmt = db_query(core_db(core), placed[i].query);
		stmt_int(stmt, entry->thing_id);
		if (stmt_row(stmt))
			place = (Place){ stmt_get_int(stmt, 0), stmt_get_int(stmt, 1) };
		return stmt_done(stmt, err) && right_check(core, right, place, err);
	}
	return true;
}

// Whoever has left a place or a role takes back nothing that he did there: what it took to do a
// thing, it takes today to undo it.
static bool check_right(Core *core, const Target *target, const Vec *entries, Err *err)
{
	bool ok = true;
	Right right = op_right(target->op);
	if (right == RIGHT_DIRECT || right == RIGHT_REMARK || right == RIGHT_READ)
		return right_check(core, right, (Place){ 0 }, err);
	for (size_t i = 0; ok && i < entries->len; i++)
		ok = check_entry(core, vec_at(entries, i), right, err);
	return ok;
}

static bool check_target(Core *core, const Target *target, Arena *arena, Err *err)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	bool ok = journal_of_change(core, target->change, arena, &entries, err) &&
		  check_right(core, target, &entries, err);
	vec_release(&entries);
	return ok;
}

bool undo_next(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	if (!undo_target(core, arena, &target, err))
		return false;
	*what = target.change ? op_name(target.op) : "";
	return !target.change ||
	       (check_op(&target, err) && check_target(core, &target, arena, err));
}

bool redo_next(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	if (!redo_target(core, arena, &target, err))
		return false;
	*what = target.change ? op_name(target.op) : "";
	return !target.change || check_target(core, &target, arena, err);
}

// Whether the row still has what the entry left: every column that it changed.
static bool still_as_left(const json_t *row, const json_t *after)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)after, name, value)
		if (!json_equal(json_object_get(row, name), value))
			return false;
	return true;
}

static bool fail_changed_since(Change *change, NounKind noun)
{
	Err err = ERR_INIT;
	err_set(&err, ERR_CONFLICT, tr("Không hoàn tác được: %s này đã được sửa tiếp sau đó."),
		tr(nouns[noun].label));
	err_hint(&err, "%s", tr("Hãy sửa trực tiếp; lịch sử vẫn giữ đủ các lần thay đổi."));
	change_fail(change, &err);
	return false;
}

// What has been locked since: final minutes, an approved review; one that is submitted is the lead's.
static const struct {
	NounKind noun;
	QueryId lock; // 0 rows or 0: open; 1: locked; else the region whose lead may
} locks[] = {
	{ NOUN_MEETING, Q_UNDO_LOCK_MEETING },
	{ NOUN_AGENDA_ITEM, Q_UNDO_LOCK_AGENDA_ITEM },
	{ NOUN_ATTENDANCE, Q_UNDO_LOCK_ATTENDANCE },
	{ NOUN_CONCLUSION, Q_UNDO_LOCK_CONCLUSION },
	{ NOUN_REVIEW, Q_UNDO_LOCK_REVIEW },
	{ NOUN_REVIEW_MARK, Q_UNDO_LOCK_REVIEW_MARK },
};

static bool check_lock(Core *core, NounKind noun, int64_t id, Err *err)
{
	int64_t lock = 0;
	for (size_t i = 0; i < sizeof(locks) / sizeof(*locks); i++) {
		if (locks[i].noun != noun)
			continue;
		Stmt *stmt = db_query(core_db(core), locks[i].lock);
		stmt_int(stmt, id);
		if (!db_scalar(stmt, 0, &lock, err))
			return false;
	}
	if (lock > 1)
		return right_check(core, RIGHT_REVIEW_APPROVE, (Place){ .region_id = lock }, err);
	if (lock == 0)
		return true;
	err_set(err, ERR_CONFLICT, tr("Không hoàn tác được: %s này đã khóa."), tr(nouns[noun].label));
	return err_hint(err, "%s", tr("Biên bản đã hoàn tất và sơ kết đã duyệt được giữ nguyên."));
}

static void invert(Change *change, const JournalEntry *entry)
{
	int64_t rev = 0;
	NounKind noun = noun_by_table(entry->kind);
	json_t *body = entry->body ? json_loads(entry->body, 0, NULL) : NULL;
	json_t *before = json_object_get(body, "before"), *after = json_object_get(body, "after");
	Core *core = change_core(change);
	if (noun == NOUN_COUNT || change_failed(change)) {
		json_decref(body);
		return;
	}
	json_t *row = row_read(core, noun, entry->thing_id, &rev, change_err(change));
	if (!row || !still_as_left(row, after)) {
		fail_changed_since(change, noun);
	} else if (check_lock(core, noun, entry->thing_id, change_err(change))) {
		// What was added is removed, not deleted: its number and its history stay.
		if (json_is_object(before))
			json_object_update(row, before);
		else
			json_object_set_new(row, "removed_at", json_integer(core_now(core)));
		Stmt *stmt = change_update(change, noun, entry->thing_id, rev);
		row_bind(stmt, row);
		change_run(change, stmt);
	}
	json_decref(row);
	json_decref(body);
}

// Newest entry first, as the work was done in the other order.
static bool run(Core *core, const Target *target, const char *op, Arena *arena, Err *err)
{
	Vec entries;
	vec_init(&entries, sizeof(JournalEntry));
	if (!journal_of_change(core, target->change, arena, &entries, err) ||
		!check_right(core, target, &entries, err)) {
		vec_release(&entries);
		return false;
	}
	Change *change = change_begin(core, op);
	change_set_undoes(change, target->change);
	for (size_t i = entries.len; i-- > 0;)
		invert(change, vec_at(&entries, i));
	vec_release(&entries);
	return change_commit(change, err);
}

bool undo_run(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	*what = "";
	if (!undo_target(core, arena, &target, err))
		return false;
	if (!target.change)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Không có thay đổi nào của đồng chí để hoàn tác."));
	*what = op_name(target.op);
	return check_op(&target, err) && run(core, &target, target.op, arena, err);
}

bool redo_run(Core *core, Arena *arena, const char **what, Err *err)
{
	Target target;
	*what = "";
	if (!redo_target(core, arena, &target, err))
		return false;
	if (!target.change)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Không có gì để làm lại."));
	*what = op_name(target.op);
	return run(core, &target, target.op, arena, err);
}
