// SPDX-License-Identifier: MIT
// A view: one screen, or one popup over it. It asks core for its rows in load(), and only there;
// draw() is pure. Everything a key can do stands in its operation table.
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "base/arena.h"
#include "base/vec.h"
#include "core/core.h"
#include "core/draft.h"
#include "core/right.h"
#include "core/thing.h"
#include "term/canvas.h"
#include "term/input.h"
#include "tui/list.h"
#include "tui/pager.h"
#include "tui/remark_strip.h"

typedef struct App App;
typedef struct View View;
typedef struct Editor Editor;

enum { VIEW_CODE_SIZE = 16 };

// What a view is opened on. What the numbers mean is the view's own matter.
typedef struct {
	int64_t id;
	int64_t other_id;
	char code[VIEW_CODE_SIZE]; // a period and the like
	const void *spec;          // a form's, an editor's; static
} ViewArgs;

// Operations -----------------------------------------------------------------------------------

// One row is all there is to know of an operation: key dispatch, key bar, help, menu and the ":"
// prompt read it. A row without a name ends a table.
typedef struct {
	const char *name; // stable: "meeting-add"; what ":" and scripts take
	const char *title; // N_("Thêm buổi làm việc"): in menu and help
	const char *keys;  // names for key_parse(), separated by blanks; "" for the menu alone
	const char *bar;   // N_("Thêm") under its function key; NULL keeps it out of the bar
	Right need;        // asked of view->place
	const char *help;  // N_("…"): one line
	bool (*ready)(View *view, Err *err); // NULL: always; false says why not now
	bool (*run)(View *view, Err *err);   // false: *err is shown, nothing is lost
} Op;

// What is typed ---------------------------------------------------------------------------------

typedef enum { TYPED_LINE, TYPED_TEXT } TypedKind;

// A named piece of what a view lets one type. The strings live until the next key.
typedef struct {
	const char *name, *label; // label as the screen says it
	TypedKind kind;
	const char *text;
} TypedPart;

// What a view lets one type, as drafts and merges see it. All of it works once the view is loaded.
typedef struct {
	const char *(*form)(const View *view);           // stable, in typed_list; NULL: kept in no draft
	int64_t (*rev)(const View *view);                // of the thing; NULL: it has none
	void (*parts)(const View *view, Vec *out);       // appends TypedPart
	void (*put)(View *view, const LeftPart *part);   // text and cursor, as if it had been typed
	void (*adopt)(View *view, const View *fresh);    // goes on from what fresh has just loaded
	bool (*about_picks)(const View *view);           // a draft keeps what is picked below; NULL: never
} Typing;

// Views ----------------------------------------------------------------------------------------

typedef enum { VIEW_SCREEN, VIEW_POPUP } ViewKind;

// What is typed into a field: words that are stored, words that are only looked for, or what no
// composer may touch: dates, numbers, codes, passwords.
typedef enum { TEXT_IS_WORDS, TEXT_IS_SEARCH, TEXT_IS_CODE } TextUse;

// The field that takes the keys; editor NULL: none does.
typedef struct {
	Editor *editor;
	TextUse use;
} Focus;

typedef struct {
	const char *name; // stable: stands in the stored place of a visit
	ViewKind kind;
	size_t state_size; // zeroed
	const Op *ops;
	bool (*open)(View *view, Err *err);  // once; args are set. NULL: nothing to do
	bool (*load)(View *view, Err *err);  // core → arena, inside one snapshot; sets title and place
	void (*draw)(const View *view, Canvas *canvas, Rect rect);
	List *(*list)(View *view);   // what the arrow keys move; NULL: none
	int64_t (*row_id)(const View *view, int index); // what Space picks: 0: not this row. Without a
						       // list, of what the screen is about. NULL: none
	const Op *row_ops;           // of what is picked, else of the row one stands on; NULL: none
	Pager *(*pager)(View *view); // what they scroll where there is no list
	int64_t (*row_key)(const View *view, int index); // what the row is, so that others' changes leave
							 // the cursor on it; NULL: row_id says it
	int panes;                   // Tab goes round them; 0 or 1: none
	int (*pane_at)(View *view, int row, int col); // the pane that a click means; -1: none
	bool (*key)(View *view, Key key, const char *paste); // fields take keys first; false: not taken
	Focus (*focus)(View *view);  // which field that is, if one has the focus; NULL: none ever
	bool (*leave)(View *view);   // false: not yet (it has asked); NULL: always
	const Typing *typing;        // NULL: nothing can be typed
	bool tells_remarks;          // shows its thing's remarks itself, so that there is no strip
	void (*close)(View *view);
} ViewOps;

struct View {
	const ViewOps *ops;
	App *app;
	Core *core;
	View *below;
	ViewArgs args;
	void *state;
	Arena arena;       // what load() brought; emptied before the next
	const char *title; // for the crumbs; set by load()
	const char *note;  // right of the status line, "" for none; set by load()
	Place place;       // what the operations' rights refer to; set by load()
	Thing thing;       // what the screen is about, id 0 for nothing; set by load()
	RemarkStrip strip; // what leaders have said of that thing; app.c loads it
	int64_t wanted;    // the row to stand on once it is loaded again, by its key; 0: where one stands
	int pane;
	char *filter; // owned; NULL or what the rows of the list must say
	Vec shown;    // of int, the rows that the filter lets through
	Vec picked;   // of int64_t, the rows' ids that Space has picked
	Draft *draft; // owned; NULL where nothing is typed
};

// The stack of views ---------------------------------------------------------------------------

bool app_open(App *app, const ViewOps *ops, const ViewArgs *args, Err *err) WARN_UNUSED;
// Leaves the top view; what is below is loaded again.
void app_back(App *app);
// Everything is loaded again before the next drawing: after each change.
void app_reload(App *app);
void app_quit(App *app);
View *app_top(App *app);

// A message in the status line, until the next key.
void app_say(App *app, const char *fmt, ...) PRINTF_LIKE(2, 3);
void app_fail(App *app, const Err *err);

// Asks; the default is No. `yes` runs on the view that asked when the person agrees.
bool app_confirm(View *view, const char *question, bool (*yes)(View *view, Err *err), Err *err)
	WARN_UNUSED;

// For leave(): asks whether what was typed may go; a yes leaves the view. Returns false: not yet.
bool app_confirm_discard(View *view, const char *question);

// Text inside the view's arena, for titles and rows.
const char *view_printf(View *view, const char *fmt, ...) PRINTF_LIKE(2, 3);

#endif
