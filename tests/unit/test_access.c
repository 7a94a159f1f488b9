// SPDX-License-Identifier: MIT
// Keys and the line that comes over SSH, as far as no server is needed; and each role's right to keep
// users.
#include "unit/fixture.h"

#include "cli/split.h"
#include "core/ssh_key.h"
#include "core/user.h"

#include <string.h>

// From ssh-keygen, with its own fingerprints.
static const struct {
	const char *line, *fingerprint;
} known[] = {
	{ "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG7desjeKfU7BMUfYZMJ9Fz6dlpeAfq9SyTbndmXEfaF"
		" người@máy",
		"SHA256:OKAKXwHTmk3Bhn9pptw1yoYS7/Fq1Izv0WxjMez2rok" },
	{ "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBJG/K/8h"
		"Fp3XEjiEByz5zIq+s1GLY/x0nhUvN63ZLGVi+vJU+nvmlyKmoWhRdIL4XTgK0i5Fiaovx1jxqLAi/5o="
		" người@máy",
		"SHA256:MapeuGZDZrPwdXEcQx+vbRupf0cNPnXV+cv3ZxyuIgU" },
	{ "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBEW70mqF"
		"ugZHVZTHHoAB39sI/vXUxm/rFOZmAmQ0tRVxA5hqlPW6olyrQFDqbFhaIoFK4Eme8QaIkLvSVhubJdNJ"
		"RzQSwPwN7JHSHODoRqxx9W2hT36gQUOsbSLUNyp6KA== người@máy",
		"SHA256:PHN0I5Ad+QMxy3gcMQMg89s9HuurPnpcyc+cNpbvP6s" },
	{ "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAAjJqbD"
		"Nfz9cgoQKvP97PrpkvCaklUB4Un/SJ4W9SoDmWn0j2h1Q/RYnsAYTqWNspv/bA4y0CuwAdqsIfE3y3pc"
		"mgFAFKZvAfR/gnO2I9kikKBvYG/z0WlpG18yZLrOG6mopyaHmaBYJbf+ilw9JnSUNriaoGcwTujwDUHE"
		"ImuIHoVs4Q== người@máy",
		"SHA256:CZ0Ji59ihCFo93lZ8p4sSEoc00wX3+60AsZ0k0b9i/w" },
	{ "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCwcxyA8dxRhirdnFN+f+uZ3hyl1lxrhlXaIEZRsIQK"
		"C27RBWkFd5kKroojRNc2usZvS0/RHghm1EsKBx8jfYKUv4tlFRq/c9vLYGh9hO2d90XDi9CfJXuaHb75"
		"hV1nrkbcAYHG0s8LdBcgMyOgfVZ62fydUTCUZCJvMUcuQuEJgD0D92o9qlly9D+6GI/BFACExE4tgpvO"
		"d0x5fhi+XWG+nUcroWNtYVStbDSzcRjNXi+6qtBA0CTpEjKHMFRiyTEFpGe0O4f1ZFc0vszpU7OYYUFu"
		"kqexiZhH5IImDDdNbpOBNxqjdgv4IQJPxBcE3TrmOZftNOCpeehmK5PrbuCh người@máy",
		"SHA256:pc3IKA5gj2kJpeZEjvXgb67W1Bd1vVm+I8c6iPr7qsE" },
	{ "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB"
		"QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo= thẻ",
		"SHA256:/p0CbeE3dk2SyW1OXXsThGc12ezDVD8eGw2/vtztDfk" },
};

static void keys_are_read_and_written_anew(void **state)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		SshKey key;
		assert_done(ssh_key_read(known[i].line, &arena, &key, &err), &err);
		assert_string_equal(key.fingerprint, known[i].fingerprint);
		const char *again = arena_printf(&arena, "%s %s %s", key.type, key.base64, key.comment);
		assert_string_equal(again, known[i].line);
		assert_done(ssh_key_read(arena_printf(&arena, "  %s\r\n", again), &arena, &key, &err), &err);
	}
	arena_release(&arena);
}

static void refused_key(const char *line)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	SshKey key;
	assert_failed(ssh_key_read(line, &arena, &key, &err), &err, ERR_INVALID);
	arena_release(&arena);
}

static void nothing_but_a_key_is_one(void **state)
{
	Arena arena = ARENA_INIT;
	const char *good = known[0].line;
	(void)state;
	static const char *const lines[] = { "", "\n", " ", "ssh-ed25519", "ssh-ed25519 ", "ssh-dss AAAA",
		"ssh-ed25519 AAAA", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQM=", "AAAA ssh-ed25519",
		"ssh-ed25519-cert-v01@openssh.com AAAA", "-----BEGIN OPENSSH PRIVATE KEY-----" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		refused_key(lines[i]);
	refused_key(arena_printf(&arena, "restrict %s", good));
	refused_key(arena_printf(&arena, "command=\"/bin/sh\" %s", good));
	refused_key(arena_printf(&arena, "%s\n%s", good, good));
	refused_key(arena_printf(&arena, "%s\x01", good));
	// Any byte of it that is another one: a character of another kind, a key that is cut.
	size_t end = (size_t)(strrchr(good, ' ') - good);
	for (size_t n = 1; n < end; n++)
		refused_key(arena_strndup(&arena, good, n));
	char *other = arena_strdup(&arena, good);
	other[end - 1] = '!';
	refused_key(other);
	// The type inside must be the one outside.
	refused_key(arena_printf(&arena, "ecdsa-sha2-nistp256%s", strchr(good, ' ')));
	arena_release(&arena);
}

typedef struct {
	const char *line;
	int n; // -1: refused
	const char *words[4];
} Line;

static const Line lines[] = {
	{ "", 0, { NULL } },
	{ " \t ", 0, { NULL } },
	{ "task list", 2, { "task", "list" } },
	{ "  a \t b ", 2, { "a", "b" } },
	{ "'a b' \"c d\"", 2, { "a b", "c d" } },
	{ "a'b'\"c\"d", 1, { "abcd" } },
	{ "'' \"\"", 2, { "", "" } },
	{ "a\\ b \\' \"\\\"\" '\\'", 4, { "a b", "'", "\"", "\\" } },
	{ "a;b|c&d $e `f`", 3, { "a;b|c&d", "$e", "`f`" } },
	{ "* ~ # >", 4, { "*", "~", "#", ">" } },
	{ "đ/c 'Trần Văn Mẫu'", 2, { "đ/c", "Trần Văn Mẫu" } },
	{ "a\nb", -1, { NULL } },
	{ "a\rb", -1, { NULL } },
	{ "'a", -1, { NULL } },
	{ "\"a", -1, { NULL } },
	{ "\"a\\", -1, { NULL } },
	{ "a\\", -1, { NULL } },
	{ "a\x1b[2J", -1, { NULL } },
};

static void lines_are_split_without_a_shell(void **state)
{
	Arena arena = ARENA_INIT;
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		Err err = ERR_INIT;
		char **words;
		int n = 0;
		bool ok = split_line(lines[i].line, &arena, &words, &n, &err);
		assert_int_equal(ok ? n : -1, lines[i].n);
		for (int k = 0; k < lines[i].n; k++)
			assert_string_equal(words[k], lines[i].words[k]);
		assert_true(!ok || !words[n]);
	}
	arena_release(&arena);
}

static void too_much_is_refused(void **state)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	char **words;
	int n;
	(void)state;
	char *line = arena_alloc(&arena, SPLIT_LINE_MAX + 3);
	memset(line, 'x', SPLIT_LINE_MAX + 1);
	assert_failed(split_line(line, &arena, &words, &n, &err), &err, ERR_INVALID);
	line[SPLIT_LINE_MAX] = '\0';
	assert_done(split_line(line, &arena, &words, &n, &err), &err);
	for (int i = 0; i < SPLIT_LINE_MAX; i += 2)
		line[i] = ' ';
	assert_failed(split_line(line, &arena, &words, &n, &err), &err, ERR_INVALID);
	arena_release(&arena);
}

// Everything an administrator does, tried as everybody: done or ERR_DENIED, before anything else.
static void tried_as(Fixture *fixture, const char *login, bool may)
{
	Core *core = fixture->core;
	Err *err = &fixture->err;
	Vec found;
	int64_t id = 0;
	int removed = 0;
	size_t failed = 0;
	vec_init(&found, sizeof(UserKey));
	fixture_as(fixture, login);
	int64_t self = core_actor(core)->id;
	const UserChange post = { .post = "x" };
	NewUser user = { .person = { .login = "", .name = "Người Mới", .sort_name = "", .post = "", .phone = "",
				 .from = "", .to = "" }, .key = "" };
	const ErrKind kinds[] = {
		user_key_add(core, self, known[0].line, &id, err) ? ERR_NONE : err->kind,
		user_key_replace(core, self, known[1].line, &id, &removed, err) ? ERR_NONE : err->kind,
		user_key_list(core, 0, USER_KEY_ALL, &fixture->arena, &found, err) ? ERR_NONE : err->kind,
		user_change(core, self, &post, err) ? ERR_NONE : err->kind,
		user_import(core, &user, 1, USER_IMPORT_CHECK, &failed, err) ? ERR_NONE : err->kind,
		user_import(core, &user, 1, USER_IMPORT_STORE, &failed, err) ? ERR_NONE : err->kind,
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		assert_int_equal(kinds[i], may ? ERR_NONE : ERR_DENIED);
	err_clear(err);
	found.item_size = sizeof(Assignment);
	vec_clear(&found);
	if (!may)
		assert_failed(user_close(core, self, "2021-11-23", &fixture->arena, &found, err), err, ERR_DENIED);
	vec_release(&found);
	// One's own keys may be looked at by anybody.
	vec_init(&found, sizeof(UserKey));
	assert_done(user_key_list(core, self, USER_KEY_ALL, &fixture->arena, &found, err), err);
	vec_release(&found);
}

static void users_are_the_administrators(void **state)
{
	Fixture *fixture = *state;
	static const char *const others[] = { "office", "leader", "member", "secretary", "viewer" };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		tried_as(fixture, others[i], false);
	tried_as(fixture, "admin", true);
}

static void import_takes_assignments_from_who_may_assign(void **state)
{
	Fixture *fixture = *state;
	size_t failed = 0;
	const NewAssignment leads = { .assignment = { .region_id = fixture_place(fixture, "hd").region_id,
					      .from = "2021-11-23", .document = "" }, .member_row = -1 };
	NewUser user = { .person = { .login = "moi", .name = "Người Mới", .sort_name = "", .post = "",
				 .phone = "", .from = "", .to = "", .roles = ROLE_LEADER },
		.key = "", .assignments = &leads, .assignments_n = 1 };
	fixture_as(fixture, "admin");
	assert_failed(user_import(fixture->core, &user, 1, USER_IMPORT_STORE, &failed, &fixture->err),
		&fixture->err, ERR_DENIED);
	assert_int_equal(failed, 1);
}

static void the_last_administrator_stays(void **state)
{
	Fixture *fixture = *state;
	Vec left;
	vec_init(&left, sizeof(Assignment));
	fixture_as(fixture, "admin");
	int64_t self = core_actor(fixture->core)->id;
	const UserChange none = { .roles_given = true };
	assert_failed(user_close(fixture->core, self, "2021-11-23", &fixture->arena, &left, &fixture->err),
		&fixture->err, ERR_CONFLICT);
	assert_failed(user_change(fixture->core, self, &none, &fixture->err), &fixture->err, ERR_CONFLICT);
	vec_release(&left);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_read_and_written_anew),
		cmocka_unit_test(nothing_but_a_key_is_one),
		cmocka_unit_test(lines_are_split_without_a_shell),
		cmocka_unit_test(too_much_is_refused),
		cmocka_unit_test_setup_teardown(
			users_are_the_administrators, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			import_takes_assignments_from_who_may_assign, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(
			the_last_administrator_stays, fixture_setup, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
