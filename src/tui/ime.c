// SPDX-License-Identifier: MIT
#include "tui/ime.h"

#include "base/tr.h"
#include "tui/app.h"
#include "tui/editor.h"

#include <string.h>

void ime_init(Ime *ime, ImeMethod method, ToneStyle style, CanvasMode mode)
{
	*ime = (Ime){ .method = method, .style = style, .mode = mode };
	composer_init(&ime->composer, method == IME_VNI ? COMPOSE_VNI : COMPOSE_TELEX, style);
}

// An input method at the other end, once it has shown itself, does the work alone.
static ImeMethod method_of(const Ime *ime)
{
	return ime->composer.off ? IME_PLAIN : ime->method;
}

static Focus focus_of(View *view)
{
	return view->ops->focus ? view->ops->focus(view) : (Focus){ .editor = NULL };
}

static void compose(Ime *ime, Focus focus)
{
	bool composes = method_of(ime) != IME_PLAIN && focus.use != TEXT_IS_CODE &&
			ime->mode == CANVAS_UTF8;
	if (focus.editor != ime->last)
		composer_end(&ime->composer);
	ime->last = focus.editor;
	editor_compose(focus.editor, composes ? &ime->composer : NULL);
}

static bool is_ascii(const char *s)
{
	while (*s && (uint8_t)*s < 0x80)
		s++;
	return !*s;
}

// Who changes letters that he cannot see ruins them.
static bool is_hidden(const Ime *ime, Focus focus)
{
	return ime->mode == CANVAS_ASCII && focus.use == TEXT_IS_WORDS &&
	       !is_ascii(editor_text(focus.editor));
}

static bool may_change(const Ime *ime, Focus focus, Key key, const char *paste, Err *err)
{
	bool plain = key.code == KEY_PASTE ? paste && is_ascii(paste) : key.cp < 0x80;
	bool hidden = is_hidden(ime, focus);
	if (ime->mode == CANVAS_UTF8 || focus.use != TEXT_IS_WORDS || (plain && !hidden) ||
		!editor_key_edits(focus.editor, key))
		return true;
	err_set(err, ERR_INVALID, "%s",
		hidden ? tr("Thiết bị cuối này không hiện được dấu nên ô có dấu chỉ xem được.")
		       : tr("Thiết bị cuối này không hiện được dấu nên không nhận chữ có dấu."));
	return err_hint(err, "%s", tr("F1, gõ “tieng viet” để biết cách."));
}

bool ime_takes(App *app, View *view, Key key, const char *paste)
{
	Err err = ERR_INIT;
	Focus focus = focus_of(view);
	if (!focus.editor)
		return false;
	compose(&app->ime, focus);
	if (key.paste_cut)
		app_say(app, "%s", tr("Đoạn dán dài hơn 1 MB: chỉ lấy 1 MB đầu."));
	if (!may_change(&app->ime, focus, key, paste, &err)) {
		app_fail(app, &err);
		return true;
	}
	return paste && focus.use != TEXT_IS_CODE && paste_asks(view, paste);
}

static const char *const names[IME_METHODS] = {
	[IME_PLAIN] = "", [IME_TELEX] = "Telex", [IME_VNI] = "VNI"
};

const char *ime_mark(App *app)
{
	const Ime *ime = &app->ime;
	Focus focus = focus_of(app->top);
	if (!focus.editor || focus.use == TEXT_IS_CODE)
		return "";
	if (ime->mode == CANVAS_ASCII)
		return is_hidden(ime, focus) ? tr("chỉ xem") : "";
	return names[method_of(ime)];
}

bool ime_shows_accents(View *view, Err *err)
{
	if (view->app->ime.mode == CANVAS_UTF8)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Thiết bị cuối này không hiện được dấu."));
	return err_hint(err, "%s", tr("F1, gõ “tieng viet” để biết cách."));
}

bool ime_turn(View *view, Err *err)
{
	Ime *ime = &view->app->ime;
	ImeMethod next = (method_of(ime) + 1) % IME_METHODS;
	(void)err;
	ime_init(ime, next, ime->style, ime->mode);
	if (next == IME_PLAIN)
		app_say(view->app, "%s", tr("Gõ tiếng Việt: tắt."));
	else
		app_say(view->app, tr("Gõ tiếng Việt: %s."), names[next]);
	return true;
}
