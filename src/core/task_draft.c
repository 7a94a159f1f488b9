// SPDX-License-Identifier: MIT
// Tasks that did not come from a directive, and the rows that every new task consists of.
#include "core/task_parts.h"

#include "base/tr.h"
#include "text/clean.h"

#include <stdlib.h>
#include <string.h>

void task_body_insert(Change *change, int64_t task_id, int64_t body_id, const char *part,
	int64_t position)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_TASK_BODY, &id);
	stmt_int(stmt, task_id);
	stmt_int(stmt, body_id);
	stmt_text(stmt, part);
	stmt_int(stmt, position);
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

int64_t leaf_insert(Change *change, int64_t task_id, Place place, const char *due)
{
	int64_t id;
	Stmt *stmt = change_insert(change, NOUN_LEAF, &id);
	stmt_int(stmt, task_id);
	stmt_int_or_null(stmt, place.region_id);
	stmt_int_or_null(stmt, place.district_id);
	stmt_text(stmt, NULL);
	stmt_text_or_null(stmt, due);
	stmt_text(stmt, NULL);
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	return id;
}

// The number at a code's end, by which tasks of one meeting or review stand in order.
static int64_t code_position(const char *code)
{
	size_t end = strlen(code), start = end;
	while (start > 0 && code[start - 1] >= '0' && code[start - 1] <= '9')
		start--;
	return end - start > 9 ? 0 : strtoll(code + start, NULL, 10);
}

static bool check_draft(const TaskDraft *draft, const char *title, Err *err)
{
	Date due;
	if (!*title) {
		err_set(err, ERR_INVALID, "%s", tr("Nội dung nhiệm vụ để trống."));
		return err_field(err, "title");
	}
	if (draft->due && *draft->due && !date_parse(draft->due, &due)) {
		err_set(err, ERR_INVALID, tr("Hạn “%.40s” không phải là một ngày."), draft->due);
		return err_field(err, "due");
	}
	if (draft->places_n)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Nhiệm vụ chưa có nơi thực hiện."));
	return err_field(err, "place");
}

static void insert_task(Change *change, const TaskDraft *draft, const char *title, const char *words,
	int64_t *task_id)
{
	bool dated = draft->due && *draft->due;
	Stmt *stmt = change_insert(change, NOUN_TASK, task_id);
	stmt_text(stmt, draft->origin);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	stmt_int_or_null(stmt, draft->meeting_id);
	stmt_int_or_null(stmt, draft->review_id);
	stmt_int_or_null(stmt, draft->remark_id);
	stmt_text(stmt, draft->code);
	stmt_text(stmt, title);
	stmt_int(stmt, code_position(draft->code));
	stmt_text(stmt, "");
	stmt_text(stmt, dated ? "date" : "none");
	stmt_text(stmt, words);
	stmt_text_or_null(stmt, draft->due);
	stmt_text(stmt, "");
	stmt_text(stmt, NULL);
	change_run(change, stmt);
}

void task_draft_add(Change *change, const TaskDraft *draft, int64_t *task_id)
{
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	const char *words = draft->deadline_words ? draft->deadline_words : "";
	const char *title = text_clean_arena(&arena, draft->title ? draft->title : "", CLEAN_LINE);
	words = text_clean_arena(&arena, words, CLEAN_LINE);
	*task_id = 0;
	if (!check_draft(draft, title, &err) ||
		!body_check_in_force(change_core(change), draft->body_id, &err)) {
		change_fail(change, &err);
	} else {
		insert_task(change, draft, title, words, task_id);
		if (draft->body_id)
			task_body_insert(change, *task_id, draft->body_id, "lead", 0);
		for (size_t i = 0; i < draft->places_n; i++)
			leaf_insert(change, *task_id, draft->places[i], "");
	}
	arena_release(&arena);
}
