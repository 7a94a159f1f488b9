// SPDX-License-Identifier: MIT
// session: what the line of a person's key in the file of keys runs. The one way in which real data
// takes a name from an argument, since only root writes that file.
#include "cli/command.h"
#include "cli/identity.h"
#include "cli/split.h"

#include "base/tr.h"
#include "core/person.h"
#include "guard/guard.h"

#include <stdlib.h>
#include <string.h>

static bool check(Cli *cli, const char *login, Err *err)
{
	if (!*login) {
		err_set(err, ERR_INVALID, "%s", tr("session: thiếu --as NGƯỜI."));
		return err_field(err, "as");
	}
	return login_check(login, err) && cli_settings(cli, err) &&
	       identity_session_check(cli_db_path(cli), err);
}

// "ssh host dieuphoi task list" says what it means.
static int skip_own_name(char *const *words, int n)
{
	return n > 0 && strcmp(words[0], "dieuphoi") == 0;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	char **words;
	int n = 0;
	(void)values;
	guard_environment(GUARD_SENT);
	const char *line = getenv("SSH_ORIGINAL_COMMAND");
	Session *session = arena_alloc(&cli->arena, sizeof(*session));
	*session = (Session){ .login = cli->global.as, .given = cli->global };
	if (!check(cli, session->login, err) ||
		(line && !split_line(line, &cli->arena, &words, &n, err)))
		return false;
	cli->session = session;
	if (n == 0)
		return cli_screen(cli, err);
	int skipped = skip_own_name(words, n);
	return cli_run(cli, n - skipped, words + skipped, err);
}

const Command session_command = {
	.name = "session",
	.summary = N_("Một phiên qua SSH; chỉ tệp khóa gọi lệnh này"),
	.help = N_("Người là --as. Lệnh gửi kèm (SSH_ORIGINAL_COMMAND) được tự tách thành từ, không qua "
		   "shell: dấu cách tách từ, '…' và \"…\" giữ nguyên, \\ lấy ký tự sau nó; không nhận "
		   "--as, --db, --config, --demo và đường dẫn tệp. Không có lệnh thì mở màn hình. Chỉ chạy "
		   "bằng tài khoản giữ cơ sở dữ liệu."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = no_options,
	.options = no_options,
	.values_size = 1,
	.run = run,
};
