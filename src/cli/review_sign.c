// SPDX-License-Identifier: MIT
// review sign-request, sign-submit, signature, verify: a lead's SSH key under an approved review.
#include "core/signature.h"

#include "base/tr.h"
#include "cli/command.h"
#include "cli/moment.h"
#include "core/journal.h"
#include "core/org.h"
#include "core/review.h"
#include "core/sshsig.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	const char *review, *period;
} Values;

static const Option arguments[] = {
	{ .name = N_("VÙNG"),
		.type = OPTION_LINE,
		.need = OPTION_REQUIRED,
		.offset = offsetof(Values, review),
		.help = N_("mã vùng, hoặc số hiệu của bản sơ kết") },
	{ .name = N_("KỲ"),
		.type = OPTION_LINE,
		.offset = offsetof(Values, period),
		.help = N_("như 2021H2; không ghi khi đã ghi số hiệu") },
	{ 0 },
};

static bool find_of_period(Cli *cli, const Values *given, int64_t *id, Err *err)
{
	Period period;
	Region region;
	Review review;
	if (!period_parse(given->period, &period)) {
		err_set(err, ERR_INVALID, tr("“%s” không phải một kỳ sơ kết."), given->period);
		err_hint(err, "%s", tr("Viết năm rồi H1 hoặc H2, như 2021H2."));
		return err_field(err, "period");
	}
	if (!region_by_code(cli->core, given->review, &cli->arena, &region, err) ||
		!review_get(cli->core, region.id, period, &cli->arena, &review, err))
		return false;
	*id = review.id;
	if (review.id)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chỉ bản sơ kết đã duyệt mới ký số được."));
	return err_hint(err, "%s", tr("Lãnh đạo phụ trách vùng duyệt trước, rồi ký."));
}

static bool open_review(Cli *cli, const Values *given, int64_t *id, Err *err)
{
	return cli_open(cli, DB_OPEN, err) && (*given->period ? find_of_period(cli, given, id, err)
							      : id_read(cli->core, given->review, id, err));
}

// --- sign-request ------------------------------------------------------------------------------

static bool run_request(Cli *cli, const void *values, Err *err)
{
	int64_t id;
	const char *text;
	if (!open_review(cli, values, &id, err) ||
		!signature_text(cli->core, id, &cli->arena, &text, err))
		return false;
	buf_adds(&cli->out, text);
	return true;
}

const Command review_sign_request_command = {
	.name = "review sign-request",
	.summary = N_("In đúng văn bản mà người duyệt sơ kết ký số"),
	.help = N_("Ký ở máy của người ký, khóa không rời máy ấy: `ssh MÁY review sign-request VÙNG KỲ | "
		   "ssh-keygen -Y sign -n dieuphoi-review-v1 -f KHÓA | ssh MÁY review sign-submit VÙNG KỲ`."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_request,
};

// --- sign-submit -------------------------------------------------------------------------------

// To its end, or to one byte more than a signature may have.
static bool read_input(Cli *cli, char **out, size_t *n, Err *err)
{
	ssize_t got = 1;
	*out = arena_alloc(&cli->arena, SSHSIG_ARMOUR_MAX + 1);
	for (*n = 0; *n <= SSHSIG_ARMOUR_MAX && got; *n += got > 0 ? (size_t)got : 0) {
		got = read(STDIN_FILENO, *out + *n, SSHSIG_ARMOUR_MAX + 1 - *n);
		if (got < 0 && errno != EINTR)
			return err_set(err, ERR_IO, tr("Không đọc được chữ ký: %s"), strerror(errno));
	}
	return true;
}

// Read before the database is opened: whoever types holds up nobody.
static bool run_submit(Cli *cli, const void *values, Err *err)
{
	int64_t id;
	char *armour;
	size_t n;
	if (!read_input(cli, &armour, &n, err) || !open_review(cli, values, &id, err) ||
		!signature_submit(cli->core, id, armour, n, err))
		return false;
	buf_adds(&cli->out, tr("Đã nhận và kiểm tra chữ ký số.\n"));
	return true;
}

const Command review_sign_submit_command = {
	.name = "review sign-submit",
	.summary = N_("Nhận chữ ký số của một bản sơ kết, đọc từ đầu vào chuẩn"),
	.help = N_("Chữ ký do `ssh-keygen -Y sign -n dieuphoi-review-v1` in ra, bằng khóa ed25519 của người "
		   "đã duyệt (sk-ssh-ed25519 cũng được). Không nhận: văn bản bị sửa, khóa của người khác, "
		   "khóa hết hạn, chữ ký cho việc khác."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_submit,
};

// --- signature, verify -------------------------------------------------------------------------

typedef bool EachSignature(Cli *cli, int64_t review_id, const Signature *signature, Err *err);

static bool each_signature(Cli *cli, const Values *given, EachSignature *each, Err *err)
{
	int64_t id = 0;
	Vec signatures;
	const char *text;
	vec_init(&signatures, sizeof(Signature));
	bool ok = open_review(cli, given, &id, err) &&
		  signature_text(cli->core, id, &cli->arena, &text, err) &&
		  signature_list(cli->core, id, &cli->arena, &signatures, err);
	if (ok && !signatures.len) {
		err_set(err, ERR_NOT_FOUND, "%s", tr("Bản sơ kết này chưa có chữ ký số."));
		ok = err_hint(err, "%s", tr("Cách ký: `dieuphoi review sign-request --help`."));
	}
	for (size_t i = 0; ok && i < signatures.len; i++)
		ok = each(cli, id, vec_at(&signatures, i), err);
	vec_release(&signatures);
	return ok;
}

static bool print_signature(Cli *cli, int64_t review_id, const Signature *signature, Err *err)
{
	(void)review_id, (void)err;
	buf_adds(&cli->out, signature->armour);
	return true;
}

static bool run_signature(Cli *cli, const void *values, Err *err)
{
	return each_signature(cli, values, print_signature, err);
}

const Command review_signature_command = {
	.name = "review signature",
	.summary = N_("In chữ ký số của một bản sơ kết, cho ssh-keygen kiểm tra"),
	.help = N_("Ai cũng kiểm tra được, không cần chương trình này: `ssh-keygen -Y verify -n "
		   "dieuphoi-review-v1 -f NGƯỜI-KÝ -I TÊN -s CHỮ-KÝ -O verify-time=LÚC < VĂN-BẢN`, NGƯỜI-KÝ từ "
		   "`key allowed-signers`, VĂN-BẢN từ `review sign-request`."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_signature,
};

static bool check_one(Cli *cli, int64_t review_id, const Signature *signature, Err *err)
{
	if (!signature_check(cli->core, review_id, signature, err))
		return err_prefix(err, "%s: ", signature->person);
	buf_addf(&cli->out, tr("Chữ ký số đúng: %s (%s), nhận lúc %s\n%s\n"), signature->person,
		signature->login, moment_shown(cli->core, signature->at, &cli->arena),
		signature->key_line);
	return true;
}

// A text that is signed names an entry of the journal: without its chain that name says nothing.
static bool run_verify(Cli *cli, const void *values, Err *err)
{
	int64_t entries;
	if (!each_signature(cli, values, check_one, err) ||
		!journal_verify(cli->core, &entries, err))
		return false;
	buf_addf(&cli->out, tr("Chuỗi nhật ký: tốt, %lld mục.\n"), (long long)entries);
	return true;
}

const Command review_verify_command = {
	.name = "review verify",
	.summary = N_("Kiểm tra chữ ký số của một bản sơ kết"),
	.help = N_("Văn bản được lập lại từ bản đã khóa và nhật ký; khóa phải là của người ký vào ngày ký. Mọi "
		   "người dùng đều chạy được."),
	.arguments = arguments,
	.options = no_options,
	.values_size = sizeof(Values),
	.run = run_verify,
};

// --- key allowed-signers -----------------------------------------------------------------------

static bool run_signers(Cli *cli, const void *values, Err *err)
{
	(void)values;
	return cli_open(cli, DB_OPEN, err) &&
	       signature_allowed_signers(cli->core, &cli->out, err);
}

const Command key_allowed_signers_command = {
	.name = "key allowed-signers",
	.summary = N_("In khóa ký của mọi người với thời hạn, theo dạng allowed_signers"),
	.help = N_("Tệp này cùng văn bản và chữ ký là đủ để kiểm tra bằng `ssh-keygen -Y verify`. Chỉ có khóa "
		   "công khai, không có gì bí mật."),
	.arguments = no_options,
	.options = no_options,
	.values_size = 0,
	.run = run_signers,
};
