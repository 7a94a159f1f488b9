// SPDX-License-Identifier: MIT
// Between the screens of remarks: nobody else includes it.
#ifndef TUI_VIEWS_REMARK_SCREEN_H
#define TUI_VIEWS_REMARK_SCREEN_H

#include "core/remark.h"
#include "tui/view.h"

// The state of both screens begins so, set when they are opened.
typedef struct {
	const Remark *(*here)(const View *view); // what operations are about; NULL: nothing is
	bool (*open)(View *view, Err *err);      // what Enter does
} RemarkScreenHead;

extern const Op remark_ops[]; // of both
bool remark_open_thing(View *view, Err *err) WARN_UNUSED;

// "chưa trả lời", "quá hạn 3 ngày", "còn 7 ngày", "đã trả lời", "YK-12 đang triển khai 40%"
const char *remark_standing(View *view, const Remark *remark);
Style remark_style(const Remark *remark);
// Of a thing, for its own screen: Vec of const char *, "đ/c Trần Văn Mẫu 21/11: báo cáo … (còn 7 ngày)".
bool remark_lines(View *view, Thing thing, Vec *out, Err *err) WARN_UNUSED;
// "đ/c Trần Văn Mẫu 21/11"
const char *remark_who(View *view, const Remark *remark);

// Whether a task was made of a remark; false says that it was not.
bool remark_of_task(const Task *task, Err *err) WARN_UNUSED;

#endif
