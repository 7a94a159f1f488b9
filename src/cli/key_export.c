// SPDX-License-Identifier: MIT
// key export: the file of keys for sshd, made from the database. Every line forces `session` and
// nothing else: no shell, no forwarding, no files.
#include "cli/command.h"

#include "base/tr.h"
#include "cli/paths.h"
#include "core/user_key.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
	const char *to, *program;
} Values;

static const Option options[] = {
	{ .name = "to",
		.type = OPTION_PATH,
		.offset = offsetof(Values, to),
		.value = N_("TỆP"),
		.help = N_("thay tệp này, thường là /etc/dieuphoi/authorized_keys; không ghi thì in ra") },
	{ .name = "program",
		.type = OPTION_PATH,
		.offset = offsetof(Values, program),
		.value = N_("TỆP"),
		.help = N_("đường dẫn đầy đủ của chương trình mà sshd gọi; mặc định là chính nó") },
	{ 0 },
};

// The forced command ------------------------------------------------------------------------------

// sshd takes the command's quotes, the account's shell the words: both need nothing of a path that
// has only these.
static bool check_path(const char *path, Err *err)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-";
	if (*path == '/' && strspn(path, plain) == strlen(path))
		return true;
	err_set(err, ERR_INVALID, tr("%s: đường dẫn trong tệp khóa chỉ có chữ không dấu, số và / . _ + -"),
		path);
	return err_hint(err, "%s", tr("Đặt chương trình, dữ liệu và cài đặt ở đường dẫn như vậy."));
}

// The path as any process finds it, whatever its directory.
static bool add_path(Cli *cli, const char *option, const char *path, const char **command, Err *err)
{
	if (!*path)
		return true;
	char *whole = realpath(path, NULL);
	const char *shown = arena_strdup(&cli->arena, whole ? whole : path);
	free(whole);
	*command = arena_printf(&cli->arena, "%s%s%s", *command, option, shown);
	return check_path(shown, err);
}

static bool make_command(Cli *cli, const Values *given, const char **out, Err *err)
{
	const char *program = *given->program ? given->program : "/proc/self/exe";
	*out = "";
	if (!add_path(cli, "", program, out, err) ||
		!add_path(cli, " --config ", cli->global.config, out, err) ||
		!add_path(cli, " --db ", cli->global.db, out, err))
		return false;
	if (cli->global.demo)
		*out = arena_printf(&cli->arena, "%s --demo", *out);
	return true;
}

static bool print_keys(Cli *cli, const char *command, Buf *out, size_t *n, Err *err)
{
	Vec keys;
	vec_init(&keys, sizeof(UserKey));
	bool ok = user_key_list(cli->core, 0, USER_KEY_LETS_IN, &cli->arena, &keys, err);
	*n = keys.len;
	buf_adds(out, "# dieuphoi key export\n");
	for (size_t i = 0; ok && i < keys.len; i++) {
		const UserKey *key = vec_at(&keys, i);
		buf_addf(out, "command=\"%s session --as %s\",restrict,pty %s %s %s\n", command,
			key->login, key->type, key->base64, key->login);
	}
	vec_release(&keys);
	return ok;
}

// The file ----------------------------------------------------------------------------------------

static bool fail(const char *path, Err *err)
{
	err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	return err_hint(err, "%s", tr("Tệp khóa cũ còn nguyên. Tệp này của root: chạy lại bằng sudo."));
}

static bool write_all(int fd, const Buf *text)
{
	for (size_t done = 0; done < text->len;) {
		ssize_t n = write(fd, text->bytes + done, text->len - done);
		if (n < 0 && errno != EINTR)
			return false;
		done += n > 0 ? (size_t)n : 0;
	}
	return true;
}

// sshd reads it as another user than the one who owns it, and refuses what others may write.
static bool write_aside(const char *path, const Buf *text, Err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(path, err);
	bool ok = write_all(fd, text) && fchmod(fd, 0644) == 0 && fsync(fd) == 0;
	if (close(fd) != 0 || !ok)
		return fail(path, err);
	return true;
}

static bool sync_directory(const char *path, Arena *arena, Err *err)
{
	int fd = open(path_directory(path, arena), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	return ok || fail(path, err);
}

// At every instant there is one whole file.
static bool replace(const char *path, const Buf *text, Arena *arena, Err *err)
{
	struct stat st;
	const char *aside = arena_printf(arena, "%s.%ld", path, (long)getpid());
	if (lstat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return err_set(err, ERR_IO, tr("%s: phải là một tệp thường."), path);
	unlink(aside); // of a process of this number that was killed
	if (write_aside(aside, text, err) && (rename(aside, path) == 0 || fail(path, err)))
		return sync_directory(path, arena, err);
	unlink(aside);
	return false;
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	const char *command;
	size_t n;
	Buf text = BUF_INIT;
	bool ok = cli_open(cli, DB_READ_ONLY, err) && make_command(cli, given, &command, err) &&
		  print_keys(cli, command, &text, &n, err);
	if (ok && !*given->to)
		buf_add(&cli->out, text.bytes, text.len);
	else if (ok && (ok = replace(given->to, &text, &cli->arena, err)))
		buf_addf(&cli->out, tr("Đã ghi %s: %zu khóa.\n"), given->to, n);
	buf_release(&text);
	return ok;
}

const Command key_export_command = {
	.name = "key export",
	.summary = N_("In hoặc ghi tệp khóa (authorized_keys) cho sshd"),
	.help = N_("Mỗi dòng là một khóa đang dùng, buộc chạy `session --as NGƯỜI` và cấm mọi thứ khác. Chạy "
		   "lại sau mỗi lần thêm, thay, bỏ khóa hay đóng người dùng. Dành cho quản trị."),
	.reach = COMMAND_AT_MACHINE,
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
