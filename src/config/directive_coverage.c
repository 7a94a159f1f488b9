// SPDX-License-Identifier: MIT
#include "config/directive_file.h"

#include "base/vec.h"

#include <string.h>

static void add_words(Vec *covers, const DirectiveWords *words)
{
	if (!range_is_empty(words->range))
		vec_insert(covers, covers->len, &words->range, 1);
}

static void add_task(Vec *covers, const DirectiveTask *task)
{
	add_words(covers, &task->quote);
	add_words(covers, &task->deadline.words);
	add_words(covers, &task->target);
	for (size_t i = 0; i < task->places.words_n; i++)
		add_words(covers, &task->places.words[i]);
}

// The points' own numbers are no words that anybody could be given. Returns how many there are.
static size_t add_numbers(Vec *covers, const DirectiveFile *file)
{
	size_t numbers = 0;
	for (size_t i = 0; i < file->clauses_n; i++) {
		Range range = file->clauses[i].range;
		Range rest = range_after_number(file->text, range);
		if (*file->clauses[i].parent || rest.start == range.start)
			continue;
		*(Range *)vec_push(covers) = (Range){ range.start, rest.start };
		numbers++;
	}
	return numbers;
}

// A gap of punctuation only is none.
static void keep_words(const char *text, const Vec *gaps, Arena *arena, DirectiveCoverage *out)
{
	Range *kept = arena_array(arena, gaps->len, sizeof(*kept));
	size_t missing = 0;
	for (size_t i = 0; i < gaps->len; i++) {
		Range gap = range_trim(text, *(const Range *)vec_at(gaps, i));
		if (range_is_empty(gap))
			continue;
		kept[out->gaps_n++] = gap;
		missing += range_words(text, gap);
	}
	out->gaps = kept;
	out->covered = out->words > missing ? out->words - missing : 0;
}

static bool is_idle(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->clauses_n; i++) {
		if (strcmp(file->clauses[i].parent, code) == 0)
			return false;
	}
	for (size_t i = 0; i < file->tasks_n; i++) {
		if (strcmp(file->tasks[i].clause, code) == 0)
			return false;
	}
	return true;
}

static void find_idle(const DirectiveFile *file, Arena *arena, DirectiveCoverage *out)
{
	const DirectiveClause **idle = arena_array(arena, file->clauses_n, sizeof(*idle));
	for (size_t i = 0; i < file->clauses_n; i++) {
		if (is_idle(file, file->clauses[i].code))
			idle[out->idle_n++] = &file->clauses[i];
	}
	out->idle = idle;
}

void directive_coverage(const DirectiveFile *file, Arena *arena, DirectiveCoverage *out)
{
	Vec covers, gaps;
	vec_init(&covers, sizeof(Range));
	vec_init(&gaps, sizeof(Range));
	*out = (DirectiveCoverage){ 0 };
	for (size_t i = 0; i < file->tasks_n; i++)
		add_task(&covers, &file->tasks[i]);
	size_t numbers = add_numbers(&covers, file);
	for (size_t i = 0; i < file->operative_n; i++) {
		ranges_uncovered(file->operative[i], covers.items, covers.len, &gaps);
		out->words += range_words(file->text, file->operative[i]);
	}
	out->words -= numbers;
	keep_words(file->text, &gaps, arena, out);
	find_idle(file, arena, out);
	vec_release(&covers);
	vec_release(&gaps);
}
