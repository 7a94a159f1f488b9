// SPDX-License-Identifier: MIT
#include "core/journal_op.h"

#include "base/tr.h"

#include <string.h>

typedef struct {
	const char *op, *name;
	OpUndo undo;
	Right right;
} JournalOp;

// What was decided, numbered or granted stands: it is superseded by a decision of its own, not taken
// back by a key.
static const JournalOp ops[] = {
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
	{ "agenda-move", N_("đổi thứ tự nội dung"), OP_CAN_UNDO, RIGHT_MEETING },
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

static const JournalOp *find(const char *op)
{
	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (strcmp(ops[i].op, op) == 0)
			return &ops[i];
	return NULL;
}

const char *op_name(const char *op)
{
	const JournalOp *known = find(op);
	return known ? tr(known->name) : op;
}

const char *op_at(size_t index)
{
	return index < sizeof(ops) / sizeof(*ops) ? ops[index].op : NULL;
}

bool journal_op_known(const char *op)
{
	return find(op);
}

OpUndo journal_op_undo(const char *op)
{
	const JournalOp *known = find(op);
	return known ? known->undo : OP_FINAL;
}

Right journal_op_right(const char *op)
{
	const JournalOp *known = find(op);
	return known ? known->right : RIGHT_ADMINISTER;
}
