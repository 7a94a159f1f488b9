// SPDX-License-Identifier: MIT
// The loop and the stack of views; what of it the room's other files need.
#ifndef TUI_APP_H
#define TUI_APP_H

#include "base/buf.h"
#include "core/presence.h"
#include "core/visit.h"
#include "term/screen.h"
#include "tui/tui.h"
#include "tui/ime.h"
#include "tui/view.h"

struct App {
	Core *core;
	Drafts *drafts;
	Screen *screen;
	Canvas *canvas;
	View *top;
	Presence *presence;
	VisitTrace *trace;
	Buf others;  // who else has the same thing open; empty for nobody
	Buf message; // until the next key; empty for none
	Style message_style;
	bool quit;
	bool dropped; // by the end of the line, not by the person
	Err ended;    // why the session ends though nobody left it; none: it does not
	bool leaving; // a form was asked on the way out: its yes goes on with it
	bool stale; // the views' rows are to be loaded again
	int64_t version; // of the database, when last loaded
	Arena arena;     // lives as long as the app: the person's name
	const char *who;
	Ime ime;
	const char *external_editor; // "": not allowed
};

// The terminal and what goes with a session; no view is open yet. app_show() once there is one: it may
// have to wait for the terminal's answer.
bool app_start(App *app, Core *core, const TuiOptions *options, Err *err) WARN_UNUSED;
void app_show(App *app, const TuiOptions *options);
void app_end(App *app);
// After a batch of keys: what is stale is loaded again, what was typed recorded, all of it drawn.
void app_settle(App *app);

// The frame and all views on the canvas.
void frame_draw(App *app);
// Which function key's slot of the key bar lies there: 1 … 10, 0 for none.
int frame_bar_at(App *app, int row, int col);

// A view that stands on no stack: to see what is stored now. Inside the caller's snapshot.
View *view_make(View *below, const ViewOps *ops, const ViewArgs *args, Err *err) WARN_UNUSED;
void view_free(View *view);

// Ends the program unless an open form has something to ask first.
void app_leave(App *app);

// One key, to the view, its operations, or nobody.
void app_key(App *app, Key key);
// The screen under the popups.
View *app_screen_view(App *app);

// Where one stands, as a line of text, and going there again as far as it still exists.
void place_write(const App *app, Buf *out);
void place_write_below(const View *view, Buf *out); // of what lies below it
// What is picked on a screen, behind its place: it is picked again when the place is restored.
void place_write_picks(View *view, Buf *out);
// ERR_NOT_FOUND where a screen, or something of what was picked, is there no more.
bool place_restore(App *app, const char *place, Err *err) WARN_UNUSED;

// resume.c. Opens the screens where the person left, however that was; keeps where one stands, for when
// the session is killed; keeps it for good, at the end.
bool app_resume(App *app, Err *err) WARN_UNUSED;
void app_trace(App *app);
void app_keep_place(App *app);

#endif
