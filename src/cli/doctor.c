// SPDX-License-Identifier: MIT
// doctor: what is in force on this machine, and what to mend.
#include "cli/doctor_parts.h"

#include "base/tr.h"
#include "cli/identity.h"
#include "cli/json.h"
#include "cli/paths.h"
#include "cli/prose.h"
#include "core/right.h"

#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
	const char *user, *sshd;
	bool json;
} Values;

static const Option options[] = {
	{ .name = "user",
		.type = OPTION_LINE,
		.offset = offsetof(Values, user),
		.value = N_("NGƯỜI"),
		.help = N_("xem một người có vào và làm việc được không") },
	{ .name = "sshd",
		.type = OPTION_PATH,
		.offset = offsetof(Values, sshd),
		.value = N_("TỆP"),
		.help = N_("cài đặt của sshd; mặc định /etc/ssh/sshd_config") },
	{ .name = "json", .type = OPTION_FLAG, .offset = offsetof(Values, json), .help = N_("in JSON") },
	{ 0 },
};

static const struct {
	const char *code, *word;
} states[] = {
	[DOCTOR_GOOD] = { "ok", N_("tốt") },
	[DOCTOR_NOTE] = { "warn", N_("lưu ý") },
	[DOCTOR_BAD] = { "bad", N_("HỎNG") },
	[DOCTOR_UNKNOWN] = { "unknown", N_("không rõ") },
};

Finding doctor_good(const char *what)
{
	return (Finding){ DOCTOR_GOOD, what, "" };
}

Finding doctor_failed(const Doctor *doctor, const Err *err)
{
	Arena *arena = &doctor->cli->arena;
	return (Finding){ DOCTOR_UNKNOWN, arena_strdup(arena, err->message), arena_strdup(arena, err->hint) };
}

// -------------------------------------------------------------------------------------------------

typedef struct {
	Doctor doctor;
	json_t *array; // NULL: as text
	int bad;
} Round;

static void tell(Round *round, const DoctorCheck *check, const Finding *found)
{
	Buf *out = &round->doctor.cli->out;
	Buf line = BUF_INIT;
	round->bad += found->state == DOCTOR_BAD;
	if (round->array) {
		json_array_append_new(round->array,
			json_pack("{s:s, s:o, s:s, s:o, s:o}", "name", check->name, "label",
				json_of_text(tr(check->label)), "state", states[found->state].code, "what",
				json_of_text(found->what), "mend", json_of_known(found->mend)));
		return;
	}
	buf_addf(&line, "%s: %s. %s", tr(check->label), tr(states[found->state].word), found->what);
	prose_print(line.bytes, "", out);
	prose_print(found->mend, "  → ", out);
	buf_release(&line);
}

static void run_table(Round *round, const DoctorCheck *checks)
{
	for (const DoctorCheck *check = checks; check->name; check++) {
		Finding found = check->run(&round->doctor);
		tell(round, check, &found);
	}
}

static const char *account_of(const char *path, Arena *arena)
{
	struct stat st;
	const struct passwd *owner = stat(path, &st) == 0 ? getpwuid(st.st_uid) : NULL;
	return owner ? arena_strdup(arena, owner->pw_name) : "";
}

// Root leaves no file of its own beside those of the account.
static DbMode mode_for(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && st.st_uid != geteuid() ? DB_READ_ONLY : DB_OPEN;
}

// What cannot be opened is a finding like others.
static bool prepare(Cli *cli, const Values *given, Doctor *out, Err *err)
{
	*out = (Doctor){ .cli = cli, .open_err = ERR_INIT };
	if (!cli_settings(cli, err))
		return false;
	out->db = cli_db_path(cli);
	out->open = cli_open(cli, mode_for(out->db), &out->open_err);
	out->directory = path_directory(out->db, &cli->arena);
	out->account = account_of(out->db, &cli->arena);
	out->sshd_config = *given->sshd ? given->sshd : "/etc/ssh/sshd_config";
	return true;
}

// Others' keys and days are for administrators.
static bool find_person(Doctor *doctor, const char *typed, Person *out, Err *err)
{
	Cli *cli = doctor->cli;
	if (!doctor->open) {
		*err = doctor->open_err;
		return false;
	}
	doctor->person = out;
	return person_find(cli->core, typed, &cli->arena, out, err) &&
	       (out->id == core_actor(cli->core)->id ||
		       right_check(cli->core, RIGHT_ADMINISTER, (Place){ 0 }, err));
}

static bool finish(Round *round, Err *err)
{
	if (round->array)
		json_print(round->array, &round->doctor.cli->out);
	if (!round->bad)
		return true;
	err_set(err, ERR_DATA, tr("Có %d điều cần sửa."), round->bad);
	return err_hint(err, "%s", tr("Việc cần làm đứng sau dấu → của từng mục."));
}

static bool run(Cli *cli, const void *values, Err *err)
{
	const Values *given = values;
	Person person;
	Round round = { .bad = 0 };
	if (!prepare(cli, given, &round.doctor, err) ||
		(*given->user && !find_person(&round.doctor, given->user, &person, err)))
		return false;
	round.array = given->json ? json_array() : NULL;
	if (*given->user) {
		run_table(&round, doctor_user);
		return finish(&round, err);
	}
	run_table(&round, doctor_machine);
	run_table(&round, doctor_files);
	run_table(&round, doctor_ssh);
	run_table(&round, doctor_terminal);
	return finish(&round, err);
}

const Command doctor_command = {
	.name = "doctor",
	.summary = N_("Xem máy này bảo vệ được gì và cần sửa gì"),
	.help = N_("Chương trình, SQLite, hệ tệp, quyền, bảo vệ tiến trình, sshd và tệp khóa, thiết bị cuối và "
		   "phông. Mã thoát 1 khi có mục hỏng."),
	.arguments = no_options,
	.options = options,
	.values_size = sizeof(Values),
	.run = run,
};
