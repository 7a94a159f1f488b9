// SPDX-License-Identifier: MIT
#include "tui/typing.h"

#include "base/tr.h"
#include "tui/merge_view.h"
#include "tui/views/forms.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static void parts_of(const View *view, Vec *parts)
{
	vec_init(parts, sizeof(TypedPart));
	view->ops->typing->parts(view, parts);
}

static const TypedPart *part_at(const Vec *parts, size_t index)
{
	return vec_at(parts, index);
}

static const TypedPart *part_named(const Vec *parts, const char *name)
{
	for (size_t i = 0; i < parts->len; i++)
		if (strcmp(part_at(parts, i)->name, name) == 0)
			return part_at(parts, i);
	return NULL;
}

// Recording -------------------------------------------------------------------------------------

void typing_begin(View *view, const ViewArgs *args)
{
	const Typing *typing = view->ops->typing;
	const char *form = typing ? typing->form(view) : NULL;
	Buf place = BUF_INIT;
	if (!form)
		return;
	place_write_below(view, &place); // a screen that is typed into is opened by its draft
	if (typing->about_picks && typing->about_picks(view) && view->below)
		place_write_picks(view->below, &place);
	view->draft = draft_new(view->app->drafts, &(DraftOf){ .form = form, .id = args->id,
		.other_id = args->other_id, .code = args->code, .place = place.bytes });
	typing_base(view);
	buf_release(&place);
}

void typing_keep(View *view)
{
	Vec parts;
	if (!view->draft)
		return;
	parts_of(view, &parts);
	for (size_t i = 0; i < parts.len; i++)
		draft_keep(view->draft, part_at(&parts, i)->name, part_at(&parts, i)->text);
	vec_release(&parts);
}

void typing_base(View *view)
{
	Vec parts;
	if (!view->draft || draft_begun(view->draft))
		return;
	parts_of(view, &parts);
	for (size_t i = 0; i < parts.len; i++)
		draft_base(view->draft, part_at(&parts, i)->name, part_at(&parts, i)->text);
	if (view->ops->typing->rev)
		draft_rev(view->draft, view->ops->typing->rev(view));
	vec_release(&parts);
}

void typing_end(View *view)
{
	if (view->draft)
		draft_end(view->draft);
}

bool typing_changed(View *view)
{
	typing_keep(view);
	return view->draft && draft_begun(view->draft);
}

bool typing_any(App *app)
{
	for (View *view = app->top; view; view = view->below)
		if (typing_changed(view))
			return true;
	return false;
}

// Ages of what is unsynced are measured by it.
static int64_t monotonic_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void typing_write(App *app)
{
	Err err = ERR_INIT;
	for (View *view = app->top; view; view = view->below)
		typing_keep(view);
	if (!drafts_write(app->drafts, monotonic_ms(), &err))
		app_fail(app, &err);
}

bool typing_pause(App *app)
{
	Err err = ERR_INIT;
	if (!drafts_unsynced(app->drafts) || drafts_sync(app->drafts, &err))
		return true;
	app_fail(app, &err);
	return false;
}

// A conflict ------------------------------------------------------------------------------------

static void add_conflict(const View *view, const TypedPart *mine, const Vec *stored, Vec *texts)
{
	const TypedPart *theirs = part_named(stored, mine->name);
	const char *base = draft_base_text(view->draft, mine->name);
	*(MergeText *)vec_push(texts) = (MergeText){ .kind = mine->kind, .name = mine->name,
		.label = mine->label, .base = base ? base : "", .mine = mine->text,
		.theirs = theirs ? theirs->text : "", .cursor = strlen(mine->text) };
}

static bool merge_conflict(View *view, View *fresh, Err *err)
{
	Vec mine, stored;
	Merge merge = { .view = view, .fresh = fresh };
	vec_init(&merge.texts, sizeof(MergeText));
	parts_of(view, &mine);
	parts_of(fresh, &stored);
	for (size_t i = 0; i < mine.len; i++)
		add_conflict(view, part_at(&mine, i), &stored, &merge.texts);
	bool ok = merge_open(&merge, err);
	vec_release(&mine);
	vec_release(&stored);
	return ok;
}

static View *load_stored(View *view, Err *err)
{
	if (!core_read_begin(view->core, err))
		return NULL;
	View *fresh = view_make(view->below, view->ops, &view->args, err);
	core_read_end(view->core);
	return fresh;
}

// Nobody was quicker: it is a rule that stands against it, a code that is taken, the last administrator.
static bool same_rev(const View *view, const View *fresh)
{
	int64_t (*rev)(const View *) = view->ops == &form_view ? form_kept_rev : view->ops->typing->rev;
	return rev && rev(view) && rev(view) == rev(fresh);
}

bool typing_conflict(View *view, Err *err)
{
	Err ignored = ERR_INIT; // the conflict itself says more
	if (err->kind != ERR_CONFLICT || !typing_changed(view))
		return false;
	View *fresh = load_stored(view, &ignored);
	if (fresh && same_rev(view, fresh)) {
		view_free(fresh);
		return false;
	}
	if (!fresh || !merge_conflict(view, fresh, &ignored))
		return false;
	err_clear(err);
	return true;
}

// A left draft ----------------------------------------------------------------------------------

static bool add_left(const LeftPart *left, const Vec *stored, Vec *texts, Err *err)
{
	const TypedPart *part = part_named(stored, left->name);
	if (!part && strcmp(left->text, left->base) != 0)
		return err_set(err, ERR_NOT_FOUND, "%s",
			tr("Ô đã gõ không còn trên màn hình này; bản nháp vẫn được giữ."));
	if (part)
		*(MergeText *)vec_push(texts) = (MergeText){ .kind = part->kind, .name = left->name,
			.label = part->label, .base = left->base, .mine = left->text, .theirs = part->text,
			.cursor = left->cursor };
	return true;
}

static bool merge_left(View *view, const Left *left, Err *err)
{
	Vec stored;
	Merge merge = { .view = view, .left = left };
	bool ok = true;
	vec_init(&merge.texts, sizeof(MergeText));
	parts_of(view, &stored);
	for (size_t i = 0; ok && i < left->parts.len; i++)
		ok = add_left(vec_at(&left->parts, i), &stored, &merge.texts, err);
	if (ok)
		ok = merge_open(&merge, err);
	else
		vec_release(&merge.texts);
	vec_release(&stored);
	return ok;
}

// What the same session had decided on the screen that the form adds to; a form cannot be gone on with, and
// the rest of its screen not.
static const Left *left_below(App *app, const Left *left, Vec *all, Err *err)
{
	const View *below = app->top;
	const char *form = below->ops->typing ? below->ops->typing->form(below) : NULL;
	if (!form || !drafts_left(app->drafts, all, err))
		return NULL;
	for (size_t i = 0; i < all->len; i++) {
		const Left *each = *(const Left **)vec_at(all, i);
		if (each != left && strcmp(each->of.form, form) == 0 &&
			each->of.id == below->args.id && each->session_at == left->session_at)
			return each;
	}
	return NULL;
}

static bool resume_below(App *app, const Left *left, Err *err)
{
	Vec all;
	vec_init(&all, sizeof(const Left *));
	const Left *below = left_below(app, left, &all, err);
	bool ok = below ? merge_left(app->top, below, err) : err->kind == ERR_NONE;
	vec_release(&all);
	return ok;
}

bool typing_resume(App *app, const Left *left, Err *err)
{
	Err why = ERR_INIT;
	ViewArgs args = { .id = left->of.id, .other_id = left->of.other_id };
	const ViewOps *ops = typed_by_name(left->of.form, &args.spec);
	if (!ops)
		return err_set(err, ERR_NOT_FOUND, "%s", tr("Màn hình của bản nháp này không còn nữa."));
	snprintf(args.code, sizeof(args.code), "%s", left->of.code);
	while (app->top->below)
		app_back(app);
	// As near as there is: the form itself says whether it can be opened. What is about other things
	// than were picked is not opened: it stays to be read.
	if (!place_restore(app, left->of.place, &why) && strchr(left->of.place, '|')) {
		*err = why;
		return err_hint(err, "%s", tr("F9, Bản nháp: chữ đã gõ vẫn đọc được."));
	}
	return resume_below(app, left, err) && app_open(app, ops, &args, err) &&
	       merge_left(app->top, left, err);
}
