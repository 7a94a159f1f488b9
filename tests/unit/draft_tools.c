// SPDX-License-Identifier: MIT
#include "unit/draft_tools.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

const DraftOf draft_minutes = { .form = "minutes", .id = 7, .other_id = 9, .code = "2021H2",
	.place = "home:0:0::0:0;region:5:0::1:0", .rev = 3 };

// A session that dies: whatever it held is let go without a word, as after kill -9.
void in_dead_session(Fixture *fixture, void (*type)(Drafts *drafts))
{
	pid_t child = fork();
	if (child == 0) {
		type(drafts_open(fixture->core));
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

void draft_type(Drafts *drafts, Draft *draft, const char *text)
{
	Err err = ERR_INIT;
	draft_keep(draft, "text", text);
	if (!drafts_write(drafts, 0, &err))
		_exit(1);
}

Draft *draft_begin(Drafts *drafts, const char *base)
{
	Draft *draft = draft_new(drafts, &draft_minutes);
	draft_base(draft, "text", base);
	return draft;
}

void draft_type_some(Drafts *drafts)
{
	Draft *draft = draft_begin(drafts, "Đoạn một.");
	draft_type(drafts, draft, "Đoạn một. T");
	draft_type(drafts, draft, "Đoạn một. Tô");
	draft_type(drafts, draft, "Đoạn một. Tố");
	draft_type(drafts, draft, "A. Đoạn một. Tố");
}

size_t left_count(Drafts *drafts, Fixture *fixture)
{
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	size_t n = left.len;
	vec_release(&left);
	return n;
}

const Left *left_only(Drafts *drafts, Fixture *fixture)
{
	Vec left;
	vec_init(&left, sizeof(const Left *));
	assert_done(drafts_left(drafts, &left, &fixture->err), &fixture->err);
	assert_int_equal(left.len, 1);
	const Left *only = *(const Left **)vec_at(&left, 0);
	vec_release(&left);
	return only;
}

const LeftPart *left_part(const Left *left, size_t index)
{
	return vec_at(&left->parts, index);
}

void draft_path(const Fixture *fixture, const char *name, char *out, size_t size)
{
	snprintf(out, size, "%s.drafts%s%s", fixture->path, *name ? "/" : "", name);
}

// How many files there are, the last one's path in out.
int draft_files(const Fixture *fixture, char *out, size_t size)
{
	char dir_path[PATH_SIZE];
	int n = 0;
	draft_path(fixture, "", dir_path, sizeof(dir_path));
	DIR *dir = opendir(dir_path);
	if (!dir)
		return 0;
	for (const struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		draft_path(fixture, entry->d_name, out, size);
		n++;
	}
	closedir(dir);
	return n;
}

void draft_type_two(Drafts *drafts)
{
	Draft *a = draft_begin(drafts, "một"), *b = draft_begin(drafts, "hai");
	draft_type(drafts, a, "một!");
	draft_type(drafts, b, "hai!");
}

void left_check(Fixture *fixture, const char *text)
{
	Drafts *drafts = drafts_open(fixture->core);
	if (text)
		assert_string_equal(left_part(left_only(drafts, fixture), 0)->text, text);
	else
		assert_int_equal(left_count(drafts, fixture), 0);
	drafts_close(drafts);
}
