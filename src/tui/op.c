// SPDX-License-Identifier: MIT
#include "tui/op.h"

#include "tui/picks.h"

#include <stdio.h>
#include <string.h>

void op_tables(View *view, const Op *tables[OP_TABLES])
{
	int n = 0;
	if (view->ops->ops)
		tables[n++] = view->ops->ops;
	if (view->ops->row_ops)
		tables[n++] = view->ops->row_ops;
	if (view->ops->row_id && view->ops->list)
		tables[n++] = pick_ops;
	// A screen that takes keys as text narrows by what is typed, or not at all.
	if (view->ops->list && view->ops->kind == VIEW_SCREEN && !view->ops->key)
		tables[n++] = filter_ops;
	if (view->ops->kind == VIEW_SCREEN) {
		tables[n++] = thing_ops;
		tables[n++] = go_ops;
	}
	if (view->ops->list || view->ops->pager || view->ops->panes > 1)
		tables[n++] = move_ops;
	tables[n++] = view->ops->kind == VIEW_POPUP ? popup_ops : global_ops;
	tables[n] = NULL;
}

// The next of the names in *keys, which moves on; false at the end.
static bool next_name(const char **keys, char name[KEY_NAME_SIZE])
{
	const char *start = *keys + strspn(*keys, " ");
	size_t n = strcspn(start, " ");
	if (n == 0 || n >= KEY_NAME_SIZE)
		return false;
	memcpy(name, start, n);
	name[n] = '\0';
	*keys = start + n;
	return true;
}

bool op_has_key(const Op *op, Key key)
{
	const char *keys = op->keys;
	char name[KEY_NAME_SIZE];
	Key parsed;
	while (next_name(&keys, name))
		if (key_parse(name, &parsed) && key_equal(parsed, key))
			return true;
	return false;
}

void op_key_name(const Op *op, char out[KEY_NAME_SIZE])
{
	const char *keys = op->keys;
	if (!next_name(&keys, out))
		out[0] = '\0';
}

const Op *op_by_key(View *view, Key key)
{
	const Op *tables[OP_TABLES];
	op_tables(view, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name; op++)
			if (op_has_key(op, key))
				return op;
	return NULL;
}

const Op *op_by_name(View *view, const char *name)
{
	const Op *tables[OP_TABLES];
	op_tables(view, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name; op++)
			if (strcmp(op->name, name) == 0)
				return op;
	return NULL;
}

bool op_check(View *view, const Op *op, Err *err)
{
	if (!right_check(view->core, op->need, view->place, err))
		return false;
	return !op->ready || op->ready(view, err);
}

bool op_run(View *view, const Op *op, Err *err)
{
	return op_check(view, op, err) && op->run(view, err);
}
