// SPDX-License-Identifier: MIT
#include "cli/identity.h"

#include "base/tr.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// "Name:", "Uid:" (real, effective, …) of a process, as far as the kernel tells.
static bool is_sudo(pid_t pid)
{
	char path[32], line[128], name[32] = "";
	unsigned real = ~0U, effective = ~0U;
	snprintf(path, sizeof(path), "/proc/%ld/status", (long)pid);
	FILE *file = fopen(path, "re");
	if (!file)
		return false;
	while (fgets(line, sizeof(line), file)) {
		sscanf(line, "Name: %31[^\n]", name);
		sscanf(line, "Uid: %u %u", &real, &effective);
	}
	fclose(file);
	return strcmp(name, "sudo") == 0 && effective == 0;
}

// The environment alone proves nothing: anybody may set it. That root's own process of this name is
// our parent, nobody but root could arrange.
const char *identity_of_sudo(Arena *arena)
{
	char *end;
	const char *uid = getenv("SUDO_UID");
	if (!uid || !*uid || !is_sudo(getppid()))
		return "";
	errno = 0;
	unsigned long number = strtoul(uid, &end, 10);
	const struct passwd *user = errno || *end ? NULL : getpwuid((uid_t)number);
	return user ? arena_strdup(arena, user->pw_name) : "#"; // a login that nobody can have
}

// A rule of sudo for the program lets its arguments be anything.
bool identity_session_check(const char *db_path, Err *err)
{
	struct stat st;
	Arena arena = ARENA_INIT;
	bool owner = stat(db_path, &st) != 0 || st.st_uid == geteuid();
	bool guest = *identity_of_sudo(&arena);
	arena_release(&arena);
	if (owner && !guest)
		return true; // what is not there is told by who opens it
	err_set(err, ERR_DENIED, "%s", tr("session: chỉ chạy bằng tài khoản giữ cơ sở dữ liệu."));
	return err_hint(err, "%s", tr("Lệnh này đứng trong tệp khóa SSH; xem `dieuphoi help key export`."));
}

bool identity_options_check(const GlobalOptions *given, Err *err)
{
	Arena arena = ARENA_INIT;
	const char *name = *given->config ? "--config" : *given->db ? "--db" : NULL;
	bool guest = name && geteuid() != 0 && *identity_of_sudo(&arena);
	arena_release(&arena);
	if (!guest)
		return true;
	err_set(err, ERR_DENIED, tr("%s: không nhận khi gọi qua sudo."), name);
	return err_hint(err, "%s", tr("Tài khoản giữ dữ liệu có cài đặt và cơ sở dữ liệu của nó."));
}

IdentityWay identity_way(const Cli *cli, const char *sudo)
{
	if (cli->session)
		return IDENTITY_SSH;
	if (core_kind(cli->core) == CORE_DEMO)
		return IDENTITY_DEMO;
	return *sudo ? IDENTITY_SUDO : IDENTITY_OWNER;
}

static const struct {
	const char *code, *words;
} ways[] = {
	[IDENTITY_OWNER] = { "owner", N_("chủ cơ sở dữ liệu, làm việc tại máy này") },
	[IDENTITY_DEMO] = { "demo", N_("dữ liệu mẫu") },
	[IDENTITY_SUDO] = { "sudo", N_("tài khoản máy, qua sudo") },
	[IDENTITY_SSH] = { "ssh", N_("khóa SSH") },
};

const char *identity_way_code(IdentityWay way)
{
	return ways[way].code;
}

const char *identity_way_words(IdentityWay way)
{
	return tr(ways[way].words);
}

static bool refuse_as(Err *err)
{
	err_set(err, ERR_DENIED, "%s", tr("--as: chỉ dùng với dữ liệu mẫu."));
	return err_hint(
		err, "%s", tr("Trên dữ liệu thật, ai làm gì được ghi theo người đăng nhập máy."));
}

static bool act_as_caller(Cli *cli, const char *login, Err *err)
{
	if (core_act_as(cli->core, login, err))
		return true;
	if (err->kind != ERR_NOT_FOUND)
		return false;
	err_set(err, ERR_DENIED, tr("Tài khoản máy “%s” không phải là người dùng đang hoạt động."), login);
	return err_hint(err, "%s",
		tr("Quản trị thêm người bằng `dieuphoi user add`, tên đăng nhập như tài khoản máy."));
}

// Whoever comes in over SSH or sudo is that person or nobody, never the owner in their stead.
bool cli_identity(Cli *cli, Err *err)
{
	const char *sudo = identity_of_sudo(&cli->arena);
	switch (identity_way(cli, sudo)) {
	case IDENTITY_SSH:
		return core_act_as(cli->core, cli->session->login, err);
	case IDENTITY_DEMO:
		return *cli->global.as ? core_act_as(cli->core, cli->global.as, err)
				       : core_act_as_default(cli->core, err);
	case IDENTITY_SUDO:
		return *cli->global.as ? refuse_as(err) : act_as_caller(cli, sudo, err);
	case IDENTITY_OWNER:
		break;
	}
	return *cli->global.as ? refuse_as(err) : core_act_as_default(cli->core, err);
}
