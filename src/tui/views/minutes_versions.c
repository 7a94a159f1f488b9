// SPDX-License-Identifier: MIT
// The versions of minutes that were reopened, each compared with the one before it, the newest
// first. args.id is the meeting.
#include "tui/views.h"

#include "base/tr.h"
#include "text/diff.h"
#include "tui/views/meeting_screen.h"
#include "tui/views/prose_draw.h"

#include <string.h>

enum { MARGIN = 1, INDENT = 3 };

typedef struct {
	Pager pager;
} VersionsScreen;

static bool open_versions(View *view, Err *err)
{
	VersionsScreen *screen = view->state;
	(void)err;
	pager_init(&screen->pager);
	return true;
}

static void close_versions(View *view)
{
	VersionsScreen *screen = view->state;
	pager_release(&screen->pager);
}

static const char *name_of(View *view, const MinutesVersion *version)
{
	if (!version->version)
		return tr("Bản nháp đang sửa");
	return view_printf(view, tr("Bản %d, số %s, hoàn tất %s, đ/c %s"), version->version,
		version->number, view_instant(view, version->finalized_at), version->finalized_by);
}

static void add_reason(View *view, const MinutesVersion *before)
{
	VersionsScreen *screen = view->state;
	pager_add(&screen->pager, STYLE_PLAIN, INDENT, NULL,
		view_printf(view, tr("Mở lại %s, đ/c %s: %s"),
			view_instant(view, before->reopened_at), before->reopened_by,
			before->reason));
}

// Each paragraph by itself; its indent in the paper is of no matter here.
static void add_lines(View *view, const char *words)
{
	VersionsScreen *screen = view->state;
	while (*words) {
		words += strspn(words, " ");
		size_t n = strcspn(words, "\n");
		pager_add(&screen->pager, STYLE_PLAIN, INDENT, NULL,
			arena_strndup(&view->arena, words, n));
		pager_space(&screen->pager);
		words += n + (words[n] == '\n');
	}
}

static void add_pair(View *view, const MinutesVersion *before, const MinutesVersion *after)
{
	VersionsScreen *screen = view->state;
	Buf words = BUF_INIT;
	diff_words(before->text, after->text, &words);
	pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL, name_of(view, after));
	pager_add(&screen->pager, STYLE_PLAIN, INDENT, NULL,
		view_printf(view, tr("so với bản %d, hoàn tất %s"), before->version,
			view_instant(view, before->finalized_at)));
	add_reason(view, before);
	pager_space(&screen->pager);
	if (!words.len)
		pager_add(&screen->pager, STYLE_PLAIN, INDENT, NULL, tr("(không khác chữ nào)"));
	add_lines(view, words.bytes);
	buf_release(&words);
}

// What is being written since the last reopening is compared too.
static bool add_open(View *view, Vec *versions, Err *err)
{
	MinutesVersion open = { .text = "" };
	const MinutesVersion *last = vec_at(versions, versions->len - 1);
	if (!last->reopened_at)
		return true;
	if (!meeting_text(view->core, view->args.id, &view->arena, &open.text, err))
		return false;
	*(MinutesVersion *)vec_push(versions) = open;
	return true;
}

static void add_only(View *view, const Vec *versions)
{
	VersionsScreen *screen = view->state;
	if (versions->len)
		pager_add(&screen->pager, STYLE_TITLE, MARGIN, NULL, name_of(view, vec_at(versions, 0)));
	pager_add(&screen->pager, STYLE_DIM, MARGIN, NULL,
		versions->len ? tr("Chưa mở lại lần nào, nên không có bản nào để so.")
			      : tr("Biên bản chưa hoàn tất lần nào, nên chưa có bản nào được giữ."));
}

static bool load(View *view, Err *err)
{
	VersionsScreen *screen = view->state;
	Meeting meeting;
	Vec versions;
	pager_clear(&screen->pager);
	vec_init(&versions, sizeof(MinutesVersion));
	bool ok = meeting_get(view->core, view->args.id, &view->arena, &meeting, err) &&
		  meeting_versions(view->core, view->args.id, &view->arena, &versions, err) &&
		  (!versions.len || add_open(view, &versions, err));
	for (size_t i = versions.len; ok && i-- > 1;)
		add_pair(view, vec_at(&versions, i - 1), vec_at(&versions, i));
	if (ok && versions.len < 2)
		add_only(view, &versions);
	vec_release(&versions);
	if (!ok)
		return false;
	view->place = (Place){ .region_id = meeting.region_id };
	view->thing = (Thing){ NOUN_MEETING, meeting.id };
	view->title = tr("So các bản");
	view->note = tr("[cũ → mới] [+ thêm] [- bỏ] · PgUp, PgDn cuộn · Esc về");
	return true;
}

static Pager *pager_of(View *view)
{
	VersionsScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	VersionsScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

const ViewOps minutes_versions_view = {
	.name = "minutes-versions",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(VersionsScreen),
	.open = open_versions,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_versions,
};

bool minutes_versions_open(App *app, int64_t meeting_id, Err *err)
{
	ViewArgs args = { .id = meeting_id };
	return app_open(app, &minutes_versions_view, &args, err);
}
