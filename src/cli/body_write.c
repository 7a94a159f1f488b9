// SPDX-License-Identifier: MIT
// body add: a new body; body spread: handing on what one that has ended still leads.
#include "cli/command.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/body.h"

typedef struct {
	const char *code, *name, *short_name, *to;
} Values;

// --- body add ----------------------------------------------------------------------------------

static const Option add_arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("chữ thường không dấu, chữ số và “-”; không cấp lại") },
	{ 0 },
};

static const Option add_options[] = {
	{ .name = "name",
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, name),
		.value = N_("TÊN"),
		.help = N_("đủ tên") },
	{ .name = "short",
		.type = OPTION_LINE,
		.offset = offsetof(Values, short_name),
		.value = N_("TÊN"),
		.help = N_("tên gọn, ghi trong bảng; mặc định là cả tên") },
	{ 0 },
};

static bool run_add(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Body body = { .code = given->code, .name = given->name, .short_name = given->short_name };
	if (!cli_open(cli, DB_OPEN, err) || !body_add(cli->core, &body, err))
		return false;
	buf_addf(&cli->out, tr("Đã thêm cơ quan %s (%s).\n"), given->name, given->code);
	return true;
}

const Command body_add_command = {
	.name = "body add",
	.summary = N_("Thêm một cơ quan"),
	.help = N_("Đổi tên, sáp nhập, chia, kết thúc cơ quan từ một ngày thì ghi ở body_changes của tệp thay đổi, "
		   "xem `regions apply`."),
	.arguments = add_arguments,
	.options = add_options,
	.values_size = sizeof(Values),
	.run = run_add,
};

// --- body spread -------------------------------------------------------------------------------

static const Option spread_arguments[] = {
	{ .name = N_("CƠ-QUAN"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, code),
		.help = N_("mã hoặc tên của cơ quan đã kết thúc") },
	{ 0 },
};

static const Option spread_options[] = {
	{ .name = "to",
		.type = OPTION_LINE,
		.offset = offsetof(Values, to),
		.value = N_("CƠ-QUAN"),
		.help = N_("cơ quan kế thừa nhận việc; cần khi có nhiều cơ quan kế thừa") },
	{ 0 },
};

static bool run_spread(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Body from, to = { .id = 0 };
	BodySpread spread;
	if (!cli_open(cli, DB_OPEN, err) ||
		!body_find(cli->core, given->code, &cli->arena, &from, err) ||
		(*given->to && !body_find(cli->core, given->to, &cli->arena, &to, err)) ||
		!body_spread(cli->core, from.id, to.id, &spread, err))
		return false;
	buf_addf(&cli->out, tr("Đã giao %d việc của %s cho cơ quan kế thừa.\n"), spread.made, from.name);
	if (spread.shared)
		buf_addf(&cli->out, tr("Còn %d việc do nhiều cơ quan cùng chủ trì: sửa bằng `task set --lead`.\n"),
			spread.shared);
	return true;
}

const Command body_spread_command = {
	.name = "body spread",
	.summary = N_("Giao việc còn mở của một cơ quan đã kết thúc cho cơ quan kế thừa"),
	.help = N_("Việc chưa xong do cơ quan kế thừa chủ trì; lời văn bản và báo cáo cũ giữ nguyên. `undo` lấy lại được."),
	.arguments = spread_arguments,
	.options = spread_options,
	.values_size = sizeof(Values),
	.run = run_spread,
};
