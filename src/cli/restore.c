// SPDX-License-Identifier: MIT
// restore: a backup takes the database's place. Without --yes it only says what would happen.
#include "core/restore.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/convert.h"

typedef struct {
	const char *file, *key;
	bool yes;
} Values;

static const Option arguments[] = {
	{ .name = N_("TỆP"),
		.type = OPTION_PATH,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, file),
		.value = N_("TỆP"),
		.help = N_("bản sao lưu") },
	{ 0 },
};

static const Option options[] = {
	{ .name = "yes",
		.type = OPTION_FLAG,
		.offset = offsetof(Values, yes),
		.help = N_("làm thật; không ghi thì chỉ kiểm tra và nói sẽ làm gì") },
	{ .name = "key",
		.type = OPTION_PATH,
		.offset = offsetof(Values, key),
		.value = N_("TỆP"),
		.help = N_("khóa bí mật mở bản sao lưu đã mã hóa") },
	{ 0 },
};

// It is asked and closed again: nothing may be open when the file is replaced.
static bool allow(Cli *cli, Restore *restore, Err *err)
{
	CoreKind wanted = cli->global.demo ? CORE_DEMO : CORE_REAL;
	if (!restore_authority(restore, wanted, &cli->core, err))
		return false;
	bool ok = cli_identity(cli, err) && restore_allow(restore, cli->core, err);
	core_close(cli->core);
	cli->core = NULL;
	return ok;
}

static void tell_file(Cli *cli, const Values *given, const BackupFacts *facts)
{
	char anchor[JOURNAL_ANCHOR + 1];
	journal_anchor(facts->head.hash, anchor);
	buf_addf(&cli->out, tr("%s: nguyên vẹn, nhật ký đến mục %lld, mã %s\n"), given->file,
		(long long)facts->head.seq, anchor);
}

static bool ask_for_yes(Cli *cli, const char *db, Err *err)
{
	buf_addf(&cli->out, tr("Sẽ đặt vào chỗ %s; tệp đang có được giữ lại bên cạnh.\n"), db);
	err_set(err, ERR_INVALID, "%s", tr("Chưa khôi phục, chưa thay đổi gì."));
	err_hint(err, "%s", tr("Chạy lại với --yes để khôi phục."));
	return err_field(err, "yes");
}

static bool carry_out(Cli *cli, Restore *restore, const char *db, Err *err)
{
	const char *aside = "";
	if (!restore_run(restore, &aside, err))
		return false;
	buf_addf(&cli->out, tr("Đã khôi phục và kiểm tra %s\n"), db);
	if (*aside)
		buf_addf(&cli->out, tr("Tệp cũ còn ở %s\n"), aside);
	return true;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Restore *restore = NULL;
	SealSecret secret;
	const RestoreFile file = { given->file, *given->key ? &secret : NULL };
	if (!cli_settings(cli, err) || (file.secret && !seal_secret_read(given->key, &secret, err)))
		return false;
	CoreRules rules = rules_of_settings(&cli->settings);
	const char *db = cli_db_path(cli);
	if (!restore_open(&file, db, &rules, cli->clock, &restore, err))
		return false;
	bool ok = allow(cli, restore, err);
	if (ok) {
		tell_file(cli, given, restore_facts(restore));
		ok = given->yes ? carry_out(cli, restore, db, err) : ask_for_yes(cli, db, err);
	}
	restore_close(restore);
	return ok;
}

const Command restore_command = {
	.name = "restore",
	.summary = N_("Khôi phục cơ sở dữ liệu từ một bản sao lưu"),
	.help = N_("Kiểm tra bản sao lưu trước, giữ tệp đang có bên cạnh dưới tên "
		   "TỆP.before-restore-…, rồi mới thay. Không làm khi còn người đang mở cơ sở dữ liệu. "
		   "Dành cho quản trị."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = arguments,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
