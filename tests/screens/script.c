// SPDX-License-Identifier: MIT
#include "screens/script.h"

#include "screens/words.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void set_variable(Script *script, const char *name, const char *value)
{
	Variable *variable = vec_push(&script->variables);
	variable->name = name;
	variable->value = value;
}

static const char *directory_of(Arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_strndup(arena, path, (size_t)(slash - path)) : ".";
}

static bool make_directory(Script *script, Err *err)
{
	const char *base = getenv("TMPDIR");
	char *path = arena_printf(&script->arena, "%s/screens-XXXXXX", base ? base : "/tmp");
	if (!mkdtemp(path))
		return err_set(err, ERR_IO, "%s: %s", path, strerror(errno));
	script->tmp = path;
	set_variable(script, "TMP", path);
	set_variable(script, "DB", arena_printf(&script->arena, "%s/test.db", path));
	return true;
}

bool script_open(Script *script, const char *path, const char *build, Err *err)
{
	*script = (Script){ .path = path, .arena = ARENA_INIT, .output = BUF_INIT };
	vec_init(&script->variables, sizeof(Variable));
	vec_init(&script->environment, sizeof(const char *));
	vec_init(&script->terminals, sizeof(Terminal));
	script->directory = directory_of(&script->arena, path);
	script->program = arena_printf(&script->arena, "%s/dieuphoi", build);
	script_use_terminal(script, "1");
	set_variable(script, "BUILD", build);
	set_variable(script, "DIR", script->directory);
	return make_directory(script, err);
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status, (void)type, (void)walk;
	return remove(path);
}

void script_close(Script *script)
{
	for (size_t i = 0; i < script->terminals.len; i++)
		pty_free(((Terminal *)vec_at(&script->terminals, i))->pty);
	if (script->tmp)
		nftw(script->tmp, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	vec_release(&script->variables);
	vec_release(&script->environment);
	vec_release(&script->terminals);
	buf_release(&script->output);
	arena_release(&script->arena);
}

Terminal *script_terminal(const Script *script)
{
	return vec_at(&script->terminals, script->current);
}

void script_use_terminal(Script *script, const char *name)
{
	for (size_t i = 0; i < script->terminals.len; i++) {
		if (strcmp(((Terminal *)vec_at(&script->terminals, i))->name, name) == 0) {
			script->current = i;
			return;
		}
	}
	((Terminal *)vec_push(&script->terminals))->name = name;
	script->current = script->terminals.len - 1;
}

static void add_all(Vec *out, const Vec *strings)
{
	for (size_t i = 0; strings && i < strings->len; i++)
		*(char **)vec_push(out) = *(char **)vec_at(strings, i);
}

// Nothing of the caller's environment but where programs lie and how sanitizers behave. execve()
// takes the first of two, so that what is nearest stands first.
char **script_environment(Script *script, const char *term, const Vec *extra)
{
	static const char *const kept[] = { "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS",
		"LSAN_OPTIONS" };
	Vec all;
	vec_init(&all, sizeof(char *));
	add_all(&all, extra);
	add_all(&all, &script->environment);
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		const char *value = getenv(kept[i]);
		if (value)
			*(char **)vec_push(&all) =
				arena_printf(&script->arena, "%s=%s", kept[i], value);
	}
	*(char **)vec_push(&all) = arena_printf(&script->arena, "TERM=%s", term);
	*(char **)vec_push(&all) = arena_printf(&script->arena, "HOME=%s", script->tmp);
	*(char **)vec_push(&all) = arena_strdup(&script->arena, "DIEUPHOI_TEST_SYNC=1");
	char **result = arena_array(&script->arena, all.len + 1, sizeof(char *));
	memcpy(result, all.items, all.len * sizeof(char *));
	vec_release(&all);
	return result;
}

// --- commands without a screen ---------------------------------------------------------------

static _Noreturn void child(char *const argv[], char *const envp[], int out)
{
	int nothing = open("/dev/null", O_RDONLY);
	dup2(nothing, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	alarm(PTY_DEADLINE_MS / 1000); // survives exec: what hangs is ended
	execvpe(argv[0], argv, envp);
	fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void read_output(Script *script, int fd)
{
	char bytes[4096];
	ssize_t n;
	while ((n = read(fd, bytes, sizeof(bytes))) > 0 || (n < 0 && errno == EINTR))
		buf_add(&script->output, bytes, n > 0 ? (size_t)n : 0);
}

bool script_execute(Script *script, char *const argv[], Err *err)
{
	int ends[2], status = 0;
	char **envp = script_environment(script, "xterm-256color", NULL);
	buf_clear(&script->output);
	if (pipe2(ends, O_CLOEXEC) != 0)
		return err_set(err, ERR_IO, "pipe: %s", strerror(errno));
	pid_t pid = fork();
	if (pid == 0)
		child(argv, envp, ends[1]);
	close(ends[1]);
	if (pid > 0)
		read_output(script, ends[0]);
	close(ends[0]);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		return err_set(err, ERR_IO, "%s: %s", argv[0], strerror(errno));
	script->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	if (script->exit_code == 128 + SIGALRM)
		return err_set(err, ERR_BUSY, "%s has not ended", argv[0]);
	return true;
}
