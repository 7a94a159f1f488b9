// SPDX-License-Identifier: MIT
// backup: a verified copy of the database in use, and the oldest ones gone.
#include "core/backup.h"

#include "base/tr.h"
#include "cli/command.h"
#include "core/seal.h"

typedef struct {
	const char *dir, *to_key;
	OptionInt keep, days;
} Values;

static const Option arguments[] = {
	{ .name = N_("THƯ-MỤC"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, dir),
		.value = N_("THƯ-MỤC"),
		.help = N_("nơi giữ các bản sao lưu, của riêng một cơ sở dữ liệu") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "keep",
		.type = OPTION_INT,
		.offset = offsetof(Values, keep),
		.min = 1,
		.max = 9999,
		.value = N_("SỐ"),
		.help = N_("giữ ngần ấy bản mới nhất, xóa các bản cũ hơn") },
	{ .name = "keep-days",
		.type = OPTION_INT,
		.offset = offsetof(Values, days),
		.min = 1,
		.max = 9999,
		.value = N_("SỐ"),
		.help = N_("giữ các bản của ngần ấy ngày, xóa các bản cũ hơn") },
	{ .name = "to-key",
		.type = OPTION_PATH,
		.offset = offsetof(Values, to_key),
		.value = N_("KHÓA"),
		.help = N_("mã hóa cho khóa công khai này: tệp .pub, hay chính khóa") },
	{ 0 },
};

static bool rotate(Cli *cli, const Values *given, const char *made, int64_t now, Err *err)
{
	Vec removed;
	const BackupRotation rotation = { .keep = given->keep.value, .days = given->days.value };
	vec_init(&removed, sizeof(const char *));
	bool ok = backup_rotate(cli->core, given->dir, made, &rotation, now, &cli->arena, &removed, err);
	for (size_t i = 0; i < removed.len; i++)
		buf_addf(&cli->out, tr("Đã xóa %s/%s\n"), given->dir, *(const char **)vec_at(&removed, i));
	vec_release(&removed);
	return ok;
}

// The name tells when the file was made: in the demo too it is the machine's clock.
static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	const char *name = "";
	char anchor[JOURNAL_ANCHOR + 1];
	BackupFacts facts;
	unsigned char key[SEAL_KEY];
	const BackupTarget target = { given->dir, *given->to_key ? key : NULL };
	int64_t now = clock_now(&cli->clock);
	if ((target.seal_to && !seal_public_read(given->to_key, key, err)) ||
		!cli_open(cli, DB_OPEN, err) ||
		!backup_make(cli->core, &target, now, &cli->arena, &name, &facts, err))
		return false;
	journal_anchor(facts.head.hash, anchor);
	buf_addf(&cli->out, tr("Đã sao lưu và kiểm tra %s/%s\n"), given->dir, name);
	buf_addf(&cli->out, tr("Nhật ký đến mục %lld, mã %s\n"), (long long)facts.head.seq, anchor);
	return (!given->keep.given && !given->days.given) || rotate(cli, given, name, now, err);
}

const Command backup_command = {
	.name = "backup",
	.summary = N_("Sao lưu cơ sở dữ liệu đang dùng vào một thư mục"),
	.help = N_("Tệp dieuphoi-YYYYMMDD-HHMMSS.db được kiểm tra lại toàn bộ trước khi mang tên này. "
		   "Chỉ xóa tệp có tên như vậy, cũ nhất trước, không bao giờ xóa bản mới nhất; ghi cả "
		   "--keep lẫn --keep-days thì chỉ xóa bản thừa theo cả hai. Dành cho quản trị."),
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
