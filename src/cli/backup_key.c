// SPDX-License-Identifier: MIT
// backup keygen: the pair of keys of sealed backups.
#include "core/seal.h"

#include "base/tr.h"
#include "cli/command.h"

typedef struct {
	const char *file;
} Values;

static const Option arguments[] = {
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, file),
		.value = N_("TỆP"),
		.help = N_("nơi ghi khóa bí mật; khóa công khai ghi vào TỆP.pub") },
	{ 0 },
};

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	if (!seal_keygen(given->file, err))
		return false;
	buf_addf(&cli->out, tr("Khóa bí mật: %s\nKhóa công khai: %s.pub\n"), given->file, given->file);
	buf_adds(&cli->out, tr("Cất khóa bí mật ở nơi khác, đừng để trên máy chủ: mất nó là không mở được "
			       "các bản sao lưu; lộ nó là ai cũng mở được.\n"));
	return true;
}

const Command backup_keygen_command = {
	.name = "backup keygen",
	.summary = N_("Tạo cặp khóa để mã hóa bản sao lưu"),
	.help = N_("Máy chủ chỉ cần khóa công khai: `dieuphoi backup THƯ-MỤC --to-key TỆP.pub`. Khóa bí mật chỉ "
		   "cần khi khôi phục: `dieuphoi restore TỆP --key KHÓA`."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run,
};
