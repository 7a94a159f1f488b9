// SPDX-License-Identifier: MIT
// How to get Vietnamese onto this terminal, and into the fields. No args.
#include "tui/views.h"

#include "base/tr.h"

enum { MARGIN = 1, LABEL = 18 };

static const struct {
	const char *label, *text; // a heading where there is no text
} rows[] = {
	{ N_("HIỆN CHỮ VIỆT"), NULL },
	{ N_(" Cần có"), N_("Cửa sổ dòng lệnh dùng mã UTF-8 và một phông có đủ chữ Việt: Consolas, "
			    "Cascadia Mono, DejaVu Sans Mono, Noto Sans Mono.") },
	{ N_(" PuTTY"),
		N_("Window › Translation › Remote character set: UTF-8. Window › Appearance: "
		   "phông Consolas hay Courier New. Connection › Data: xterm-256color hay "
		   "putty-256color.") },
	{ N_(" tmux, screen"), N_("Mở bằng “tmux -u”, “screen -U”.") },
	{ N_(" Console máy chủ"),
		N_("Chạy “dpkg-reconfigure console-setup”: UTF-8, bộ chữ Vietnamese, phông Fixed. "
		   "Phông Terminus thiếu ơ, ư.") },
	{ N_(" Biến TERM"),
		N_("vt100 là máy không có chữ Việt: đặt TERM=xterm-256color rồi vào lại.") },
	{ N_(" Chưa được thì"),
		N_("Chữ hiện không dấu. Ô có dấu chỉ xem được, để không ai sửa hỏng chữ "
		   "mình không thấy; mọi việc khác làm như thường.") },
	{ N_("GÕ CHỮ VIỆT"), NULL },
	{ N_(" Có bộ gõ"),
		N_("Máy của đồng chí có Unikey, ibus hay bộ gõ khác thì dùng bộ gõ ấy, bảng mã "
		   "Unicode.") },
	{ N_(" Không có"),
		N_("F12 hay Ctrl+\\ bật Telex, lần nữa là VNI, lần nữa là tắt. Con trỏ ở ô chữ "
		   "thì cuối dòng trạng thái ghi đang gõ kiểu gì.") },
	{ N_(" Telex"),
		N_("s f r x j là sắc huyền hỏi ngã nặng, z bỏ dấu; aa ee oo aw ow uw dd là â ê ô ă "
		   "ơ ư đ. Dấu gõ ngay hay gõ cuối chữ đều được.") },
	{ N_(" VNI"),
		N_("1 2 3 4 5 là sắc huyền hỏi ngã nặng, 0 bỏ dấu; 6 mũ, 7 móc, 8 trăng, 9 đ.") },
	{ N_(" Chữ nước ngoài"),
		N_("Gõ phím dấu lần nữa thì thành chữ thường: ass là as. Chữ không thể là "
		   "tiếng Việt thì để nguyên.") },
	{ N_(" Không áp dụng"), N_("Ô ngày, giờ, số, mã và đoạn dán.") },
};

typedef struct {
	Pager pager;
} State;

static bool open_page(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	pager_init(&state->pager);
	return true;
}

static void close_page(View *view)
{
	State *state = view->state;
	pager_release(&state->pager);
}

static bool load(View *view, Err *err)
{
	State *state = view->state;
	(void)err;
	view->title = tr("Tiếng Việt");
	view->note = tr("Mũi tên, PgUp, PgDn cuộn · Esc về");
	pager_clear(&state->pager);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (rows[i].text) {
			pager_add(&state->pager, STYLE_PLAIN, LABEL, tr(rows[i].label),
				tr(rows[i].text));
			continue;
		}
		pager_space(&state->pager);
		pager_add(&state->pager, STYLE_TITLE, MARGIN, NULL, tr(rows[i].label));
	}
	return true;
}

static Pager *pager_of(View *view)
{
	State *state = view->state;
	return &state->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	State *state = view->state;
	bool shows = canvas_mode(canvas) == CANVAS_UTF8;
	Rect body = { rect.row + 1, rect.col, rect.rows - 1, rect.cols - 1 };
	canvas_text(canvas, rect, 0, MARGIN, shows ? STYLE_GOOD : STYLE_WARN,
		shows ? tr("Thiết bị cuối này hiện được chữ Việt.")
		      : tr("Thiết bị cuối này không hiện được chữ Việt."));
	pager_draw(&state->pager, canvas, body);
}

const ViewOps vietnamese_view = {
	.name = "vietnamese",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(State),
	.open = open_page,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_page,
};
