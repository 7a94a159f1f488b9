// SPDX-License-Identifier: MIT
// audit verify, audit head: the journal against itself, and against paper.
#include "core/journal.h"

#include "base/tr.h"
#include "cli/command.h"
#include "core/right.h"

typedef struct {
	OptionInt anchor;
	const char *digits;
} Values;

static const Option arguments[] = {
	{ .name = N_("MÃ"),
		.type = OPTION_LINE,
		.offset = offsetof(Values, digits),
		.value = N_("MÃ"),
		.help = N_("mã in trên giấy cạnh số mục, 12 chữ số và chữ cái") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "anchor",
		.type = OPTION_INT,
		.offset = offsetof(Values, anchor),
		.min = 1,
		.max = 2000000000,
		.value = N_("SỐ"),
		.help = N_("so với giấy: số mục in trên giấy, rồi mã của nó") },
	{ 0 },
};

static bool check_values(const Values *given, Err *err)
{
	if (given->anchor.given == (*given->digits != '\0'))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("--anchor: cần cả số mục lẫn mã in trên giấy."));
	err_hint(err, "%s", tr("Ví dụ: `dieuphoi audit verify --anchor 412 3fa291bc0d7e`."));
	return err_field(err, "anchor");
}

static bool tell_head(Cli *cli, const char *format, Err *err)
{
	JournalHead head;
	char anchor[JOURNAL_ANCHOR + 1];
	if (!journal_head(cli->core, &head, err))
		return false;
	journal_anchor(head.hash, anchor);
	buf_addf(&cli->out, format, (long long)head.seq, anchor);
	return true;
}

static bool run_verify(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	int64_t count = 0;
	if (!check_values(given, err) || !cli_open(cli, DB_OPEN, err) ||
		!right_check(cli->core, RIGHT_READ, (Place){ 0 }, err) ||
		!journal_verify(cli->core, &count, err))
		return false;
	buf_addf(&cli->out, tr("Chuỗi nhật ký: tốt, %lld mục.\n"), (long long)count);
	if (!given->anchor.given)
		return tell_head(cli, tr("Đến mục %lld, mã %s.\n"), err);
	if (!journal_check_anchor(cli->core, given->anchor.value, given->digits, err))
		return false;
	buf_addf(&cli->out, tr("Mục %lld: khớp với giấy.\n"), (long long)given->anchor.value);
	return true;
}

const Command audit_verify_command = {
	.name = "audit verify",
	.summary = N_("Kiểm tra chuỗi nhật ký, và so với mã in trên giấy"),
	.help = N_("Chuỗi băm cho thấy nhật ký bị sửa dở; chỉ tờ giấy in từ trước mới cho thấy nó bị viết "
		   "lại toàn bộ. Mọi người dùng đều chạy được."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run_verify,
};

static bool run_head(Cli *cli, const void *values, Err *err)
{
	(void)values;
	return cli_open(cli, DB_OPEN, err) &&
	       right_check(cli->core, RIGHT_READ, (Place){ 0 }, err) &&
	       tell_head(cli, "%lld %s\n", err);
}

const Command audit_head_command = {
	.name = "audit head",
	.summary = N_("Số và mã của mục cuối trong nhật ký, để in ra giấy"),
	.help = N_("So lại sau này bằng `dieuphoi audit verify --anchor SỐ MÃ`. Mọi người dùng đều chạy được."),
	.arguments = no_options,
	.options = no_options,
	.values_size = 0,
	.run = run_head,
};
