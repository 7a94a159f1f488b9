// SPDX-License-Identifier: MIT
// The program, its engine, what protects the process, who one is.
#include "cli/doctor_parts.h"

#include "base/tr.h"
#include "cli/identity.h"
#include "guard/guard.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

static Finding check_program(Doctor *doctor)
{
	struct stat st;
	if (stat("/proc/self/exe", &st) != 0)
		return (Finding){ DOCTOR_UNKNOWN, "", "" };
	const char *what = arena_printf(&doctor->cli->arena, "dieuphoi %s", cli_version());
	if (st.st_mode & 022)
		return (Finding){ DOCTOR_BAD, tr("Người khác ghi được vào tệp chương trình."),
			tr("chmod go-w tệp chương trình, và cài bằng `make install`.") };
	return doctor_good(what);
}

// Since 3.51.3 a commit cannot be lost to another process that resets the log at the same instant;
// before, the order among writers that our lock makes leaves it no such instant.
static Finding check_engine(Doctor *doctor)
{
	return doctor_good(arena_printf(&doctor->cli->arena,
		tr("SQLite %s; mỗi lần một người ghi, nhờ tệp khóa."), db_engine_version()));
}

static Finding check_identity(Doctor *doctor)
{
	Cli *cli = doctor->cli;
	if (!doctor->open)
		return (Finding){ DOCTOR_UNKNOWN, tr("chưa mở được cơ sở dữ liệu"), "" };
	IdentityWay way = identity_way(cli, identity_of_sudo(&cli->arena));
	return doctor_good(
		arena_printf(&cli->arena, "%s: %s", core_actor(cli->core)->login, identity_way_words(way)));
}

static Finding check_process(Doctor *doctor)
{
	struct rlimit core = { 1, 1 };
	(void)doctor;
	getrlimit(RLIMIT_CORE, &core);
	if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 && core.rlim_max == 0 &&
		prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0)
		return doctor_good(tr("không thêm quyền, không để lại bộ nhớ, không ai nhìn vào được"));
	return (Finding){ DOCTOR_NOTE, tr("tiến trình không tự bảo vệ được đủ"),
		tr("Dùng bản cài đặt, không dùng bản dựng để thử nghiệm.") };
}

static Finding check_confined(Doctor *doctor)
{
	(void)doctor;
	switch (guard_try_confine()) {
	case GUARD_CONFINED:
		return doctor_good(tr("màn hình chỉ mở được tệp của cơ sở dữ liệu và mô tả thiết bị cuối"));
	case GUARD_NO_KERNEL:
		return (Finding){ DOCTOR_NOTE, tr("nhân hệ điều hành không có Landlock"),
			tr("Dùng Linux 5.13 trở lên, với landlock trong tham số lsm.") };
	case GUARD_NOT_BUILT:
		break;
	}
	return (Finding){ DOCTOR_NOTE, tr("bản dựng để thử nghiệm, không giới hạn tệp"), "" };
}

// Whoever can open a shell in it can do all that the account can.
static Finding check_editor(Doctor *doctor)
{
	const char *editor = doctor->cli->settings.external_editor;
	if (!*editor)
		return doctor_good(tr("không cho phép"));
	return (Finding){ DOCTOR_NOTE, arena_printf(&doctor->cli->arena, tr("cho phép %s"), editor),
		tr("Chỉ để một trình không mở được shell hay tệp khác, như /usr/bin/rnano.") };
}

const DoctorCheck doctor_machine[] = {
	{ "program", N_("Chương trình"), check_program },
	{ "engine", N_("Bộ máy dữ liệu"), check_engine },
	{ "identity", N_("Đang là ai"), check_identity },
	{ "process", N_("Tiến trình"), check_process },
	{ "landlock", N_("Giới hạn tệp (Landlock)"), check_confined },
	{ "editor", N_("Trình soạn thảo ngoài"), check_editor },
	{ 0 },
};
