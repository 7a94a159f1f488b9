// SPDX-License-Identifier: MIT
#include "screens/script.h"

#include "screens/golden.h"
#include "screens/keys.h"
#include "text/utf8.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// More than this many at once would be taken for a paste where the terminal marks none.
enum { TYPED_AT_ONCE = 20 };

static const char *word(const Vec *words, size_t index)
{
	return *(char *const *)vec_at(words, index);
}

static bool live_pty(const Script *script, Pty **pty, Err *err)
{
	*pty = script_terminal(script)->pty;
	if (!*pty)
		return err_set(err, ERR_INVALID, "nothing was started");
	if (pty_has_ended(*pty))
		return err_set(err, ERR_INVALID, "the program has ended (%d)", pty_exit_code(*pty));
	return true;
}

static bool read_pair(const char *text, char between, int *a, int *b, Err *err)
{
	char *end;
	*a = (int)strtol(text, &end, 10);
	bool ok = end > text && *end == between;
	*b = ok ? (int)strtol(end + 1, &end, 10) : 0;
	return (ok && !*end) || err_set(err, ERR_INVALID, "“%s” is no pair with %c", text, between);
}

// --- starting and ending ---------------------------------------------------------------------

static bool run_program(Script *script, const Vec *words, Err *err)
{
	(void)err;
	script->program = word(words, 1);
	return true;
}

static bool run_env(Script *script, const Vec *words, Err *err)
{
	(void)err;
	const char *setting = word(words, 1);
	vec_insert(&script->environment, 0, &setting, 1);
	return true;
}

static bool run_terminal(Script *script, const Vec *words, Err *err)
{
	(void)err;
	script_use_terminal(script, word(words, 1));
	return true;
}

static bool kind_named(const char *name, PtyKind *out, Err *err)
{
	static const char *const names[] = {
		[PTY_UTF8] = "utf8", [PTY_LATIN1] = "latin1", [PTY_MUTE] = "mute"
	};
	for (int i = 0; i < (int)(sizeof(names) / sizeof(*names)); i++) {
		*out = (PtyKind)i;
		if (strcmp(names[i], name) == 0)
			return true;
	}
	return err_set(err, ERR_INVALID, "“%s” is no kind of terminal", name);
}

typedef struct {
	int rows, cols;
	PtyKind kind;
	bool unmarked; // what is started passes no sync marks on
	const char *term;
	Vec env;
	size_t used; // words
} StartOptions;

static bool read_options(const Vec *words, StartOptions *options, Err *err)
{
	size_t i = 1;
	for (; i + 1 < words->len; i += 2) {
		const char *name = word(words, i), *value = word(words, i + 1);
		if (strcmp(name, "--size") == 0) {
			if (!read_pair(value, 'x', &options->cols, &options->rows, err))
				return false;
		} else if (strcmp(name, "--term") == 0) {
			options->term = value;
		} else if (strcmp(name, "--kind") == 0) {
			if (!kind_named(value, &options->kind, err))
				return false;
		} else if (strcmp(name, "--sync") == 0) {
			options->unmarked = strcmp(value, "off") == 0;
		} else if (strcmp(name, "--env") == 0) {
			*(const char **)vec_push(&options->env) = value;
		} else {
			break;
		}
	}
	options->used = i;
	return true;
}

// The program and the words from `from` on, ended by NULL.
static char **arguments(Script *script, const Vec *words, size_t from)
{
	char **argv = arena_array(&script->arena, words->len - from + 2, sizeof(char *));
	argv[0] = arena_strdup(&script->arena, script->program);
	for (size_t i = from; i < words->len; i++)
		argv[i - from + 1] = *(char **)vec_at(words, i);
	return argv;
}

static bool run_start(Script *script, const Vec *words, Err *err)
{
	StartOptions options = { .rows = 24, .cols = 80, .term = "xterm-256color" };
	vec_init(&options.env, sizeof(const char *));
	bool ok = read_options(words, &options, err);
	if (ok) {
		Terminal *terminal = script_terminal(script);
		char **envp = script_environment(script, options.term, &options.env);
		pty_free(terminal->pty);
		terminal->pty = pty_start(arguments(script, words, options.used), envp,
			options.rows, options.cols, options.kind);
		ok = options.unmarked || pty_wait_keys(terminal->pty, 0, err);
	}
	vec_release(&options.env);
	return ok;
}

static bool wait_end(Script *script, Err *err)
{
	Pty *pty = script_terminal(script)->pty;
	if (!pty_wait_end(pty, err))
		return false;
	script->exit_code = pty_exit_code(pty);
	return true;
}

static bool run_quit(Script *script, const Vec *words, Err *err)
{
	(void)words;
	if (!script_terminal(script)->pty)
		return err_set(err, ERR_INVALID, "nothing was started");
	return wait_end(script, err);
}

static bool run_eof(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	(void)words;
	if (!live_pty(script, &pty, err))
		return false;
	pty_hang_up(pty);
	return wait_end(script, err);
}

static bool run_signal(Script *script, const Vec *words, Err *err)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = { { "TERM", SIGTERM }, { "HUP", SIGHUP }, { "INT", SIGINT },
		{ "KILL", SIGKILL }, { "SEGV", SIGSEGV }, { "ABRT", SIGABRT } };
	Pty *pty;
	if (!live_pty(script, &pty, err))
		return false;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		if (strcmp(signals[i].name, word(words, 1)) == 0) {
			pty_signal(pty, signals[i].number);
			return wait_end(script, err);
		}
	}
	return err_set(err, ERR_INVALID, "unknown signal %s", word(words, 1));
}

static bool run_restored(Script *script, const Vec *words, Err *err)
{
	(void)words;
	Pty *pty = script_terminal(script)->pty;
	return pty ? pty_is_restored(pty, err) : err_set(err, ERR_INVALID, "nothing was started");
}

// --- typing ----------------------------------------------------------------------------------

static bool type_bytes(Pty *pty, const char *bytes, size_t n, unsigned long keys, Err *err)
{
	pty_send(pty, bytes, n);
	return pty_wait_keys(pty, keys, err);
}

static bool run_key(Script *script, const Vec *words, Err *err)
{
	Buf bytes = BUF_INIT;
	bool ok = true;
	for (size_t i = 1; ok && i < words->len; i++) {
		Pty *pty;
		unsigned long count = 0;
		buf_clear(&bytes);
		ok = live_pty(script, &pty, err) &&
		     keys_encode(word(words, i), &bytes, &count, err);
		if (!ok)
			break;
		pty_count_from_here(pty);
		ok = type_bytes(pty, bytes.bytes, bytes.len, count, err);
	}
	buf_release(&bytes);
	return ok;
}

static bool run_press(Script *script, const Vec *words, Err *err)
{
	Buf bytes = BUF_INIT;
	Pty *pty;
	bool ok = live_pty(script, &pty, err);
	unsigned long count;
	for (size_t i = 1; ok && i < words->len; i++)
		ok = keys_encode(word(words, i), &bytes, &count, err);
	if (ok)
		pty_send(pty, bytes.bytes, bytes.len);
	buf_release(&bytes);
	return ok;
}

static bool run_type(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	const char *text = word(words, 1);
	size_t n = strlen(text), at = 0;
	if (!live_pty(script, &pty, err))
		return false;
	pty_count_from_here(pty);
	while (at < n) {
		unsigned long keys = 0;
		size_t start = at;
		for (uint32_t cp; at < n && keys < TYPED_AT_ONCE; keys++)
			at += utf8_decode(text + at, n - at, &cp);
		if (!type_bytes(pty, text + start, at - start, keys, err))
			return false;
	}
	return true;
}

static bool takes_pastes(const Script *script, Pty **pty, Err *err)
{
	return live_pty(script, pty, err) &&
	       (pty_marks_pastes(*pty) || err_set(err, ERR_INVALID, "pastes are not marked"));
}

static bool run_paste(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	if (!takes_pastes(script, &pty, err))
		return false;
	char *text = arena_printf(&script->arena, "\033[200~%s\033[201~", word(words, 1));
	for (char *c = text; *c; c++)
		*c = *c == '\n' ? '\r' : *c; // as terminals do
	pty_count_from_here(pty);
	return type_bytes(pty, text, strlen(text), 1, err);
}

// As the terminal would send it; its bytes may be anything but an end mark.
static bool run_paste_file(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	Buf bytes = BUF_INIT;
	char piece[4096];
	size_t n;
	if (!takes_pastes(script, &pty, err))
		return false;
	FILE *file = fopen(word(words, 1), "r");
	if (!file)
		return err_set(err, ERR_IO, "cannot read %s", word(words, 1));
	buf_adds(&bytes, "\033[200~");
	while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
		buf_add(&bytes, piece, n);
	fclose(file);
	buf_adds(&bytes, "\033[201~");
	pty_count_from_here(pty);
	bool ok = type_bytes(pty, bytes.bytes, bytes.len, 1, err);
	buf_release(&bytes);
	return ok;
}

static bool run_send(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	if (!live_pty(script, &pty, err))
		return false;
	pty_count_from_here(pty);
	const char *bytes = word(words, 1);
	return type_bytes(pty, bytes, strlen(bytes), strtoul(word(words, 2), NULL, 10), err);
}

static bool send_mouse(Script *script, int button, int row, int col, Err *err)
{
	Pty *pty;
	if (!live_pty(script, &pty, err))
		return false;
	const char *bytes = arena_printf(&script->arena, "\033[<%d;%d;%dM\033[<%d;%d;%dm", button,
		col + 1, row + 1, button, col + 1, row + 1);
	pty_count_from_here(pty);
	return type_bytes(pty, bytes, strlen(bytes), 1, err);
}

static bool run_click(Script *script, const Vec *words, Err *err)
{
	return send_mouse(script, 0, atoi(word(words, 1)), atoi(word(words, 2)), err);
}

static bool run_wheel(Script *script, const Vec *words, Err *err)
{
	return send_mouse(script, strcmp(word(words, 1), "up") == 0 ? 64 : 65, 0, 0, err);
}

static bool run_resize(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	int rows, cols;
	if (!live_pty(script, &pty, err) || !read_pair(word(words, 1), 'x', &cols, &rows, err))
		return false;
	pty_count_from_here(pty);
	pty_resize(pty, rows, cols);
	return pty_wait_keys(pty, 1, err);
}

// --- looking ---------------------------------------------------------------------------------

static bool picture_has(const Script *script, const char *text, bool *has, Err *err)
{
	Buf all = BUF_INIT;
	const Pty *pty = script_terminal(script)->pty;
	if (!pty)
		return err_set(err, ERR_INVALID, "nothing was started");
	golden_picture(pty, &all);
	*has = strstr(all.bytes, text) != NULL;
	buf_release(&all);
	return true;
}

static bool run_expect(Script *script, const Vec *words, Err *err)
{
	bool has;
	if (!picture_has(script, word(words, 1), &has, err))
		return false;
	return has || err_set(err, ERR_NOT_FOUND, "expected “%s”", word(words, 1));
}

static bool run_expect_not(Script *script, const Vec *words, Err *err)
{
	bool has;
	if (!picture_has(script, word(words, 1), &has, err))
		return false;
	return !has || err_set(err, ERR_CONFLICT, "did not expect “%s”", word(words, 1));
}

static bool run_await(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	return live_pty(script, &pty, err) && pty_wait_text(pty, word(words, 1), err);
}

static bool run_cursor_line(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	Buf line = BUF_INIT;
	if (!live_pty(script, &pty, err))
		return false;
	pty_row(pty, pty_cursor_row(pty), &line);
	bool ok = strstr(line.bytes, word(words, 1)) ||
		  err_set(err, ERR_NOT_FOUND, "expected “%s” in the cursor's line, which is “%s”",
			  word(words, 1), line.bytes);
	buf_release(&line);
	return ok;
}

static bool run_cursor_at(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	if (!live_pty(script, &pty, err))
		return false;
	int row = pty_cursor_row(pty), col = pty_cursor_col(pty);
	return (row == atoi(word(words, 1)) && col == atoi(word(words, 2))) ||
	       err_set(err, ERR_CONFLICT, "the cursor is at %d %d", row, col);
}

static bool at_most(size_t actual, const char *limit, const char *what, Err *err)
{
	return actual <= strtoul(limit, NULL, 10) ||
	       err_set(err, ERR_CONFLICT, "%zu %s, at most %s were expected", actual, what, limit);
}

static bool run_bytes(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	return live_pty(script, &pty, err) && at_most(pty_bytes(pty), word(words, 1), "bytes", err);
}

static bool run_writes(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	return live_pty(script, &pty, err) &&
	       at_most(pty_bursts(pty), word(words, 1), "writes", err);
}

static bool run_golden(Script *script, const Vec *words, Err *err)
{
	Pty *pty;
	return live_pty(script, &pty, err) && golden_check(script, pty, word(words, 1), err);
}

// --- without a screen ------------------------------------------------------------------------

static bool run_run(Script *script, const Vec *words, Err *err)
{
	return script_execute(script, arguments(script, words, 1), err);
}

static bool run_shell(Script *script, const Vec *words, Err *err)
{
	char *argv[] = { arena_strdup(&script->arena, "/bin/sh"),
		arena_strdup(&script->arena, "-c"), *(char **)vec_at(words, 1), NULL };
	return script_execute(script, argv, err);
}

static bool run_out_has(Script *script, const Vec *words, Err *err)
{
	return strstr(script->output.bytes, word(words, 1)) ||
	       err_set(err, ERR_NOT_FOUND, "expected “%s” in the output", word(words, 1));
}

static bool run_out_not(Script *script, const Vec *words, Err *err)
{
	return !strstr(script->output.bytes, word(words, 1)) ||
	       err_set(err, ERR_CONFLICT, "did not expect “%s” in the output", word(words, 1));
}

static bool run_exit_code(Script *script, const Vec *words, Err *err)
{
	return script->exit_code == atoi(word(words, 1)) ||
	       err_set(err, ERR_CONFLICT, "the exit code is %d", script->exit_code);
}

static const struct {
	const char *name;
	size_t least, most; // words after the name
	bool (*run)(Script *, const Vec *, Err *);
} commands[] = {
	{ "program", 1, 1, run_program },
	{ "env", 1, 1, run_env },
	{ "terminal", 1, 1, run_terminal },
	{ "start", 0, 64, run_start },
	{ "quit", 0, 0, run_quit },
	{ "eof", 0, 0, run_eof },
	{ "signal", 1, 1, run_signal },
	{ "restored", 0, 0, run_restored },
	{ "key", 1, 256, run_key },
	{ "press", 1, 64, run_press },
	{ "type", 1, 1, run_type },
	{ "paste", 1, 1, run_paste },
	{ "paste-file", 1, 1, run_paste_file },
	{ "send", 2, 2, run_send },
	{ "click", 2, 2, run_click },
	{ "wheel", 1, 1, run_wheel },
	{ "resize", 1, 1, run_resize },
	{ "expect", 1, 1, run_expect },
	{ "expect-not", 1, 1, run_expect_not },
	{ "await", 1, 1, run_await },
	{ "cursor-line", 1, 1, run_cursor_line },
	{ "cursor-at", 2, 2, run_cursor_at },
	{ "golden", 1, 1, run_golden },
	{ "bytes-at-most", 1, 1, run_bytes },
	{ "writes-at-most", 1, 1, run_writes },
	{ "run", 0, 64, run_run },
	{ "shell", 1, 1, run_shell },
	{ "out-has", 1, 1, run_out_has },
	{ "out-not", 1, 1, run_out_not },
	{ "exit-code", 1, 1, run_exit_code },
};

bool command_run(Script *script, const Vec *words, Err *err)
{
	const char *name = word(words, 0);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(commands[i].name, name) != 0)
			continue;
		if (words->len - 1 < commands[i].least || words->len - 1 > commands[i].most)
			return err_set(err, ERR_INVALID, "%s takes %zu to %zu words", name,
				commands[i].least, commands[i].most);
		return commands[i].run(script, words, err);
	}
	return err_set(err, ERR_INVALID, "unknown command %s", name);
}
