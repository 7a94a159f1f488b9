// SPDX-License-Identifier: MIT
// Proceedings of an agenda item, written during the meeting: one key makes a conclusion of it.
// args.id is the meeting, args.other_id the item.
#include "tui/views/meeting_screen.h"

#include "base/tr.h"
#include "tui/views/forms.h"

static bool load(View *view, const char **title, const char **text, int64_t *rev, Err *err)
{
	AgendaItem item;
	if (!agenda_find(view, view->args.id, view->args.other_id, &item, err))
		return false;
	*title = item.title;
	*text = item.proceedings;
	*rev = item.rev;
	return true;
}

static bool save(View *view, const char *text, int64_t rev, Err *err)
{
	AgendaItem item;
	if (!agenda_find(view, view->args.id, view->args.other_id, &item, err))
		return false;
	item.rev = rev;
	item.proceedings = text;
	return agenda_save(view->core, &item, err);
}

static bool add_conclusion(View *view, Err *err)
{
	return conclusion_add_open(view->app, view->args.id, view->args.other_id, err);
}

static const Op extra[] = {
	{ "conclusion-add", N_("Thêm kết luận"), "F2", N_("Kết luận"), RIGHT_MEETING,
		N_("Ghi một kết luận của nội dung này; chữ đang gõ vẫn còn đó."), NULL,
		add_conclusion },
	{ 0 },
};

const TextSpec proceedings_text = {
	.name = "proceedings",
	.load = load,
	.save = save,
	.need = RIGHT_MEETING,
	.extra = extra,
};

bool proceedings_open(App *app, int64_t meeting_id, int64_t item_id, Err *err)
{
	ViewArgs args = { .id = meeting_id, .other_id = item_id };
	return text_view_open(app, &proceedings_text, &args, err);
}
