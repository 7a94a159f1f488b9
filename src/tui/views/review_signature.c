// SPDX-License-Identifier: MIT
// Who has signed an approved review, whether that holds, how its lead signs it, how anybody looks.
#include "tui/views.h"

#include "base/tr.h"
#include "core/org.h"
#include "core/signature.h"
#include "tui/views/prose_draw.h"
#include "tui/views/review_screen.h"

enum { MARGIN = 1, LABEL = 14 };

typedef struct {
	Pager pager;
} SignatureScreen;

// What is known of the key that signed; its comment is what people know it by.
static const char *name_of_key(View *view, const Signature *signature)
{
	if (*signature->comment)
		return view_printf(view, tr("khóa “%s”"), signature->comment);
	return *signature->fingerprint ? view_printf(view, tr("khóa %s"), signature->fingerprint) :
					 tr("khóa lạ");
}

// "" where it holds.
static const char *what_is_wrong(View *view, const Review *review, const Signature *signature)
{
	Err err = ERR_INIT;
	if (signature_check(view->core, review->id, signature, &err))
		return "";
	return view_printf(view, "%s", err.message);
}

// Only whoever approved it signs, under the name that is frozen with it.
bool review_signed(View *view, const Review *review, const char **words, Style *style, Err *err)
{
	Vec signatures;
	*words = "";
	*style = STYLE_GOOD;
	if (review->state != REVIEW_APPROVED)
		return true;
	vec_init(&signatures, sizeof(Signature));
	bool ok = signature_list(view->core, review->id, &view->arena, &signatures, err);
	for (size_t i = 0; ok && i < signatures.len; i++) {
		const Signature *each = vec_at(&signatures, i);
		const char *wrong = what_is_wrong(view, review, each);
		*style = *wrong ? STYLE_LATE : *style;
		*words = view_printf(view, tr("%s%sKý số: đ/c %s, %s, %s: %s%s"), *words, i ? " " : "",
			review->decided_by, view_instant(view, each->at), name_of_key(view, each),
			*wrong ? tr("! KHÔNG ĐÚNG. ") : tr("đúng."), wrong);
	}
	vec_release(&signatures);
	return ok;
}

const char *review_sign_hint(View *view, const Review *review)
{
	Err ignored = ERR_INIT;
	if (review->state != REVIEW_APPROVED || !signature_may_submit(view->core, review->id, &ignored))
		return "";
	return tr("Đồng chí ký số được bản này: F9 › Ký số có sẵn ba lệnh để chép.");
}

// The screen ---------------------------------------------------------------------------------------

static bool open_page(View *view, Err *err)
{
	SignatureScreen *screen = view->state;
	(void)err;
	pager_init(&screen->pager);
	return true;
}

static void close_page(View *view)
{
	SignatureScreen *screen = view->state;
	pager_release(&screen->pager);
}

static void add(View *view, Style style, const char *label, const char *text)
{
	SignatureScreen *screen = view->state;
	pager_add(&screen->pager, style, label ? LABEL : MARGIN, label, text);
}

static void add_heading(View *view, const char *text)
{
	SignatureScreen *screen = view->state;
	pager_space(&screen->pager);
	add(view, STYLE_TITLE, NULL, text);
}

static void add_one(View *view, const Review *review, const Signature *signature)
{
	const char *wrong = what_is_wrong(view, review, signature);
	add(view, STYLE_PLAIN, tr(" Người ký"), view_printf(view, tr("đ/c %s (%s)"),
		review->decided_by, signature->login));
	add(view, STYLE_PLAIN, tr(" Lúc"), view_instant(view, signature->at));
	add(view, STYLE_PLAIN, tr(" Khóa"), name_of_key(view, signature));
	if (*signature->fingerprint && *signature->comment)
		add(view, STYLE_DIM, "", signature->fingerprint);
	if (*wrong)
		add(view, STYLE_LATE, tr(" Kiểm tra"), view_printf(view, tr("! KHÔNG ĐÚNG: %s"), wrong));
	else
		add(view, STYLE_GOOD, tr(" Kiểm tra"),
			tr("đúng: toàn văn không đổi từ khi ký, khóa là của người ký vào ngày ấy."));
}

static bool add_signatures(View *view, const Review *review, bool *any, Err *err)
{
	Vec signatures;
	vec_init(&signatures, sizeof(Signature));
	bool ok = signature_list(view->core, review->id, &view->arena, &signatures, err);
	add(view, STYLE_TITLE, NULL, tr("CHỮ KÝ SỐ"));
	for (size_t i = 0; ok && i < signatures.len; i++)
		add_one(view, review, vec_at(&signatures, i));
	if (ok && !signatures.len)
		add(view, STYLE_DIM, NULL, tr("Chưa ai ký số. Người đã duyệt ký được, bằng khóa SSH của mình."));
	*any = signatures.len;
	vec_release(&signatures);
	return ok;
}

// Commands stand alone on their lines, to be copied with the mouse.
static void add_command(View *view, const char *command)
{
	add(view, STYLE_PLAIN, NULL, view_printf(view, "   %s", command));
}

// Nothing for whoever did not approve it, or has signed.
static void add_how_to_sign(View *view, const Review *review, const char *name)
{
	Err why = ERR_INIT;
	bool can = signature_may_submit(view->core, review->id, &why);
	if (!can && why.kind != ERR_NOT_FOUND)
		return;
	add_heading(view, tr("ĐỒNG CHÍ KÝ"));
	if (!can) {
		add(view, STYLE_WARN, NULL, view_printf(view, "%s %s", why.message, why.hint));
		return;
	}
	add(view, STYLE_PLAIN, NULL,
		tr("Ở máy có khóa của đồng chí, lần lượt ba lệnh; khóa không rời máy ấy. Đọc so-ket.txt trước khi ký."));
	add_command(view, view_printf(view, tr("ssh dieuphoi@MÁY-CHỦ review sign-request %s >so-ket.txt"), name));
	add_command(view, "ssh-keygen -Y sign -n " SIGNATURE_SPACE " -f ~/.ssh/id_ed25519 so-ket.txt");
	add_command(view, view_printf(view, tr("ssh dieuphoi@MÁY-CHỦ review sign-submit %s <so-ket.txt.sig"), name));
}

static void add_how_to_check(View *view, const char *name)
{
	add_heading(view, tr("AI CŨNG KIỂM TRA ĐƯỢC"));
	add(view, STYLE_PLAIN, NULL, tr("Trên máy chủ, cùng với cả chuỗi nhật ký:"));
	add_command(view, view_printf(view, "dieuphoi review verify %s", name));
	add(view, STYLE_PLAIN, NULL,
		tr("Ở máy khác, không cần chương trình này: `dieuphoi review signature --help` nói cách làm bằng ssh-keygen."));
}

static bool load(View *view, Err *err)
{
	SignatureScreen *screen = view->state;
	Review review;
	Region region;
	Period period;
	char code[7];
	bool any;
	pager_clear(&screen->pager);
	view->place = (Place){ .region_id = view->args.id };
	if (!review_screen_period(view, &period, err) ||
		!review_get(view->core, view->args.id, period, &view->arena, &review, err) ||
		!region_get(view->core, view->args.id, &view->arena, &region, err))
		return false;
	if (review.state != REVIEW_APPROVED)
		return err_set(err, ERR_INVALID, "%s", tr("Chỉ bản sơ kết đã duyệt mới ký số được."));
	period_code(period, code);
	const char *name = view_printf(view, "%s %s", region.code, code);
	view->thing = (Thing){ NOUN_REVIEW, review.id };
	view->title = tr("Ký số");
	view->note = view_printf(view, tr("Sơ kết %s, %s · mũi tên cuộn · Esc về"), code, review.region);
	if (!add_signatures(view, &review, &any, err))
		return false;
	add_how_to_sign(view, &review, name);
	if (any)
		add_how_to_check(view, name);
	return true;
}

static Pager *pager_of(View *view)
{
	SignatureScreen *screen = view->state;
	return &screen->pager;
}

static void draw(const View *view, Canvas *canvas, Rect rect)
{
	SignatureScreen *screen = view->state;
	Rect body = { .row = rect.row, .col = rect.col, .rows = rect.rows, .cols = rect.cols - 1 };
	pager_draw(&screen->pager, canvas, body);
}

const ViewOps review_signature_view = {
	.name = "review-signature",
	.kind = VIEW_SCREEN,
	.state_size = sizeof(SignatureScreen),
	.open = open_page,
	.load = load,
	.draw = draw,
	.pager = pager_of,
	.close = close_page,
};
