// SPDX-License-Identifier: MIT
// sshd's settings for the account, and the file of keys beside the database's. The settings are read
// as sshd does: the first value holds, global or of a Match block for the account.
#include "cli/doctor_parts.h"

#include "base/tr.h"
#include "core/user_key.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { INCLUDE_DEPTH = 4 };

typedef enum { KEY_FILE, PASSWORDS, TCP, X11, AGENT, USER_RC, ALIVE, SETTINGS_COUNT } SettingId;

// wanted NULL: any value but 0.
static const struct {
	const char *name, *wanted;
} wanted[SETTINGS_COUNT] = {
	[KEY_FILE] = { "AuthorizedKeysFile", NULL },
	[PASSWORDS] = { "PasswordAuthentication", "no" },
	[TCP] = { "AllowTcpForwarding", "no" },
	[X11] = { "X11Forwarding", "no" },
	[AGENT] = { "AllowAgentForwarding", "no" },
	[USER_RC] = { "PermitUserRC", "no" },
	[ALIVE] = { "ClientAliveInterval", NULL },
};

typedef struct {
	const char *account;
	Arena *arena;
	const char *values[SETTINGS_COUNT]; // "" where nobody says
	bool applies;                       // what stands here is for the account
	bool matched;                       // there is a block of its own
	bool read;
} Sshd;

static void read_file(Sshd *sshd, const char *path, int depth);

// "Match User a,b": of other conditions we know nothing.
static void enter_match(Sshd *sshd, char *rest)
{
	const char *kind = strsep(&rest, " \t");
	sshd->applies = kind && strcasecmp(kind, "all") == 0;
	if (!kind || strcasecmp(kind, "User") != 0)
		return;
	for (const char *name; (name = strsep(&rest, ", \t"));)
		if (*name && strcmp(name, sshd->account) == 0)
			sshd->applies = sshd->matched = true;
}

static void include(Sshd *sshd, const char *pattern, int depth)
{
	glob_t found;
	bool applies = sshd->applies;
	if (depth >= INCLUDE_DEPTH || *pattern != '/' || glob(pattern, 0, NULL, &found) != 0)
		return;
	for (size_t i = 0; i < found.gl_pathc; i++)
		read_file(sshd, found.gl_pathv[i], depth + 1);
	globfree(&found);
	sshd->applies = applies; // a block ends with its file
}

static void take_line(Sshd *sshd, char *line, int depth)
{
	char *rest = line + strspn(line, " \t");
	rest[strcspn(rest, "\r\n")] = '\0';
	const char *name = strsep(&rest, " \t=");
	if (!name || !*name || *name == '#' || !rest)
		return;
	rest += strspn(rest, " \t=");
	if (strcasecmp(name, "Match") == 0)
		enter_match(sshd, rest);
	else if (strcasecmp(name, "Include") == 0)
		include(sshd, rest, depth);
	for (int i = 0; sshd->applies && i < SETTINGS_COUNT; i++)
		if (strcasecmp(name, wanted[i].name) == 0 && !*sshd->values[i])
			sshd->values[i] = arena_strndup(sshd->arena, rest, strcspn(rest, " \t#"));
}

static void read_file(Sshd *sshd, const char *path, int depth)
{
	char *line = NULL;
	size_t size = 0;
	FILE *file = fopen(path, "re");
	if (!file)
		return;
	sshd->read = true;
	while (getline(&line, &size, file) >= 0)
		take_line(sshd, line, depth);
	free(line);
	fclose(file);
}

static Sshd read_sshd(const Doctor *doctor)
{
	Sshd sshd = { .account = doctor->account, .arena = &doctor->cli->arena, .applies = true };
	for (int i = 0; i < SETTINGS_COUNT; i++)
		sshd.values[i] = "";
	read_file(&sshd, doctor->sshd_config, 0);
	return sshd;
}

static const char *key_file(const Doctor *doctor)
{
	Sshd sshd = read_sshd(doctor);
	const char *path = sshd.values[KEY_FILE];
	return *path == '/' ? path : "/etc/dieuphoi/authorized_keys";
}

// -------------------------------------------------------------------------------------------------

static bool list_keys(Doctor *doctor, Vec *keys, Err *err)
{
	if (doctor->open)
		return user_key_list(doctor->cli->core, 0, USER_KEY_LETS_IN, &doctor->cli->arena, keys, err);
	*err = doctor->open_err;
	return false;
}

// Without keys nobody means to come over SSH.
static bool uses_ssh(Doctor *doctor, Finding *out)
{
	Vec keys;
	Err err = ERR_INIT;
	vec_init(&keys, sizeof(UserKey));
	if (!list_keys(doctor, &keys, &err))
		*out = doctor_failed(doctor, &err);
	else if (!keys.len)
		*out = doctor_good(tr("không dùng: chưa ai có khóa"));
	bool uses = keys.len > 0;
	vec_release(&keys);
	return uses;
}

static bool as_wanted(const Sshd *sshd, SettingId id)
{
	const char *value = sshd->values[id];
	return wanted[id].wanted ? strcasecmp(value, wanted[id].wanted) == 0
				 : *value && strcmp(value, "0") != 0;
}

static Finding check_sshd(Doctor *doctor)
{
	Finding found;
	Arena *arena = &doctor->cli->arena;
	const char *wrong = "";
	if (!uses_ssh(doctor, &found))
		return found;
	const Sshd sshd = read_sshd(doctor);
	if (!sshd.read)
		return (Finding){ DOCTOR_UNKNOWN,
			arena_printf(arena, "%s: %s", doctor->sshd_config, strerror(errno)), "" };
	const char *mend = tr("Chép ssh/sshd-dieuphoi.conf đi kèm vào /etc/ssh/sshd_config.d/, nạp lại sshd.");
	if (!sshd.matched)
		return (Finding){ DOCTOR_BAD,
			arena_printf(arena, tr("sshd chưa có mục “Match User %s”"), doctor->account), mend };
	for (int i = 0; i < SETTINGS_COUNT; i++)
		if (!as_wanted(&sshd, (SettingId)i))
			wrong = arena_printf(arena, "%s%s%s", wrong, *wrong ? ", " : "", wanted[i].name);
	if (!*wrong)
		return doctor_good(arena_printf(arena, tr("tệp khóa %s"), sshd.values[KEY_FILE]));
	return (Finding){ DOCTOR_NOTE, arena_printf(arena, tr("khác với mục đi kèm: %s"), wrong), mend };
}

int doctor_key_in_file(const Doctor *doctor, const char *base64, const char *login)
{
	char *line = NULL;
	size_t size = 0;
	int found = 0;
	Arena *arena = &doctor->cli->arena;
	const char *as = arena_printf(arena, " session --as %s\",restrict,pty ", login);
	const char *key = arena_printf(arena, " %s ", base64);
	FILE *file = fopen(key_file(doctor), "re");
	if (!file)
		return -1;
	while (!found && getline(&line, &size, file) >= 0)
		found = strstr(line, as) && strstr(line, key);
	free(line);
	fclose(file);
	return found;
}

static size_t count_lines(const char *path)
{
	char *line = NULL;
	size_t size = 0, n = 0;
	FILE *file = fopen(path, "re");
	while (file && getline(&line, &size, file) >= 0)
		n += line[0] != '#' && line[0] != '\n';
	free(line);
	if (file)
		fclose(file);
	return n;
}

static size_t count_known(Doctor *doctor, const Vec *keys)
{
	size_t known = 0;
	for (size_t i = 0; i < keys->len; i++) {
		const UserKey *key = vec_at(keys, i);
		known += doctor_key_in_file(doctor, key->base64, key->login) > 0;
	}
	return known;
}

// What is more in the file lets in whom the database does not know: a key that was taken away.
static Finding compare_keys(Doctor *doctor, const char *path)
{
	Vec keys;
	Err err = ERR_INIT;
	Arena *arena = &doctor->cli->arena;
	vec_init(&keys, sizeof(UserKey));
	bool ok = list_keys(doctor, &keys, &err);
	size_t lines = count_lines(path), known = ok ? count_known(doctor, &keys) : 0, n = keys.len;
	vec_release(&keys);
	if (!ok)
		return doctor_failed(doctor, &err);
	const char *mend = arena_printf(arena, "sudo dieuphoi key export --to %s", path);
	if (lines > known)
		return (Finding){ DOCTOR_BAD,
			arena_printf(arena, tr("%s có %zu dòng không còn là khóa đang dùng"), path, lines - known),
			mend };
	if (known < n)
		return (Finding){ DOCTOR_NOTE,
			arena_printf(arena, tr("%s còn thiếu %zu khóa"), path, n - known), mend };
	return doctor_good(arena_printf(arena, tr("%s: %zu khóa, đúng như dữ liệu"), path, n));
}

static Finding check_key_file(Doctor *doctor)
{
	struct stat st;
	Finding found;
	Arena *arena = &doctor->cli->arena;
	if (!uses_ssh(doctor, &found))
		return found;
	const char *path = key_file(doctor);
	if (stat(path, &st) != 0)
		return (Finding){ DOCTOR_BAD, arena_printf(arena, "%s: %s", path, strerror(errno)),
			arena_printf(arena, "sudo dieuphoi key export --to %s", path) };
	if (st.st_uid != 0 || st.st_mode & 022)
		return (Finding){ DOCTOR_BAD,
			arena_printf(arena, tr("%s không phải của riêng root"), path),
			arena_printf(arena, "sudo chown root %s; sudo chmod 644 %s", path, path) };
	return compare_keys(doctor, path);
}

const DoctorCheck doctor_ssh[] = {
	{ "sshd", N_("Cài đặt sshd"), check_sshd },
	{ "keys", N_("Tệp khóa"), check_key_file },
	{ 0 },
};
