// SPDX-License-Identifier: MIT
// screens SCRIPT… runs each script (see script.h) and prints "ok N - name" or "not ok N - name",
// with what went wrong after #. Exit status 1 if any failed.
#include "screens/script.h"
#include "screens/words.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_commented(const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		printf("#   %.*s\n", (int)n, text);
		text += n + (text[n] == '\n');
	}
}

static void print_picture(const Pty *pty)
{
	Buf line = BUF_INIT;
	for (int row = 0; row < pty_rows(pty); row++) {
		buf_clear(&line);
		pty_row(pty, row, &line);
		printf("# %3d |%s\n", row, line.bytes);
	}
	printf("# cursor %d,%d\n", pty_cursor_row(pty), pty_cursor_col(pty));
	buf_release(&line);
}

static void print_failure(const Script *script, int line, const char *command, const Err *err)
{
	printf("# %s:%d: %s\n# %s\n", script->path, line, command, err->message);
	if (err->hint[0])
		printf("# %s\n", err->hint);
	if (script_terminal(script)->pty)
		print_picture(script_terminal(script)->pty);
	if (script->output.len) {
		printf("# output of the last command (exit code %d):\n", script->exit_code);
		print_commented(script->output.bytes);
	}
}

static bool run_line(Script *script, const char *line, Err *err)
{
	Vec words;
	vec_init(&words, sizeof(char *));
	bool ok = words_split(&script->arena, line, &script->variables, &words, err);
	if (ok && words.len)
		ok = command_run(script, &words, err);
	vec_release(&words);
	return ok;
}

static bool run_lines(Script *script, FILE *file)
{
	char *line = NULL;
	size_t size = 0;
	int number = 0;
	bool ok = true;
	while (ok && getline(&line, &size, file) >= 0) {
		Err err = ERR_INIT;
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[strspn(line, " \t")] == '#')
			continue;
		ok = run_line(script, line, &err);
		if (!ok)
			print_failure(script, number, line, &err);
	}
	free(line);
	return ok;
}

static bool run_script(const char *path, const char *build)
{
	Script script;
	Err err = ERR_INIT;
	FILE *file = fopen(path, "r");
	if (!file) {
		printf("# %s: %s\n", path, strerror(errno));
		return false;
	}
	bool ok = script_open(&script, path, build, &err);
	if (ok)
		ok = run_lines(&script, file);
	else
		printf("# %s\n", err.message);
	script_close(&script);
	fclose(file);
	return ok;
}

// build/tests/screens → build
static const char *build_directory(Arena *arena, const char *program)
{
	const char *slash = strrchr(program, '/');
	const char *directory =
		slash ? arena_strndup(arena, program, (size_t)(slash - program)) : ".";
	char *whole = realpath(arena_printf(arena, "%s/..", directory), NULL);
	const char *build = arena_strdup(arena, whole ? whole : "build");
	free(whole);
	return build;
}

static const char *name_of(Arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	return arena_strndup(arena, name, strcspn(name, "."));
}

int main(int argc, char **argv)
{
	Arena arena = ARENA_INIT;
	int failed = 0;
	const char *build = build_directory(&arena, argv[0]);
	signal(SIGPIPE, SIG_IGN);
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (int i = 1; i < argc; i++) {
		bool ok = run_script(argv[i], build);
		printf("%s %d - %s\n", ok ? "ok" : "not ok", i, name_of(&arena, argv[i]));
		failed += !ok;
	}
	printf("1..%d\n", argc - 1);
	arena_release(&arena);
	return failed > 0;
}
