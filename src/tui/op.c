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

// The next of the names in *keys, which moves on, and its length; 0 at the end.
static size_t next_name(const char **keys, const char **name)
{
	*name = *keys + strspn(*keys, " ");
	size_t n = strcspn(*name, " ");
	*keys = *name + n;
	return n;
}

static bool has_name(const Op *op, const char *wanted, size_t length)
{
	const char *keys = op->keys, *name;
	for (size_t n; (n = next_name(&keys, &name)) > 0;)
		if (n == length && memcmp(name, wanted, n) == 0)
			return true;
	return false;
}

bool op_has_key(const Op *op, Key key)
{
	char name[KEY_NAME_SIZE];
	key_name(key, name);
	return has_name(op, name, strlen(name));
}

void op_key_name(const Op *op, char out[KEY_NAME_SIZE])
{
	const char *keys = op->keys, *name;
	size_t n = next_name(&keys, &name);
	snprintf(out, KEY_NAME_SIZE, "%.*s", (int)n, name);
}

// The tables write each key as key_name() does, so that names need only be compared: the bar asks
// for ten keys at each repaint.
const Op *op_by_key(View *view, Key key)
{
	const Op *tables[OP_TABLES];
	char name[KEY_NAME_SIZE];
	size_t length = strlen(key_name(key, name));
	op_tables(view, tables);
	for (int t = 0; tables[t]; t++)
		for (const Op *op = tables[t]; op->name; op++)
			if (has_name(op, name, length))
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
