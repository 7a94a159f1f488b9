// SPDX-License-Identifier: MIT
#include "core/ssh_key.h"

#include "base/tr.h"
#include "text/clean.h"

#include <sodium.h>
#include <string.h>

enum { RSA_BITS_MIN = 2048, RSA_BITS_MAX = 16384, COMMENT_MAX = 120, NAME_MAX_SHOWN = 40 };
enum { ED25519_SIZE = 32, POINT_UNCOMPRESSED = 4 };

// What is left of the decoded key.
typedef struct {
	const unsigned char *at;
	size_t n;
} Rest;

// Fields of a key: a length of four bytes, most significant first, then so many bytes.
static bool take_field(Rest *rest, Rest *field)
{
	if (rest->n < 4)
		return false;
	size_t n = (size_t)rest->at[0] << 24 | (size_t)rest->at[1] << 16 | (size_t)rest->at[2] << 8 |
		   rest->at[3];
	if (n > rest->n - 4)
		return false;
	*field = (Rest){ rest->at + 4, n };
	rest->at += 4 + n;
	rest->n -= 4 + n;
	return true;
}

static bool field_is(Rest field, const char *text)
{
	return field.n == strlen(text) && memcmp(field.at, text, field.n) == 0;
}

// A number is positive and has no needless zero before it; returns its bits, 0 for one that is none.
static size_t number_bits(Rest field)
{
	if (field.n > 1 && field.at[0] == 0 && field.at[1] & 0x80) {
		field.at++;
		field.n--;
	}
	if (!field.n || field.at[0] == 0)
		return 0;
	size_t bits = field.n * 8;
	for (unsigned char top = field.at[0]; !(top & 0x80); top = (unsigned char)(top << 1))
		bits--;
	return bits;
}

typedef struct Kind Kind;

struct Kind {
	const char *type;
	bool (*body)(const Kind *kind, Rest *rest); // what follows the type
	const char *curve;
	size_t point; // bytes of a point on the curve
	bool hardware; // ends with the application that a token made it for
};

static bool read_application(const Kind *kind, Rest *rest)
{
	Rest application;
	return !kind->hardware || (take_field(rest, &application) && application.n > 0);
}

static bool read_ed25519(const Kind *kind, Rest *rest)
{
	Rest key;
	return take_field(rest, &key) && key.n == ED25519_SIZE && read_application(kind, rest);
}

static bool read_ecdsa(const Kind *kind, Rest *rest)
{
	Rest curve, point;
	return take_field(rest, &curve) && field_is(curve, kind->curve) && take_field(rest, &point) &&
	       point.n == kind->point && point.at[0] == POINT_UNCOMPRESSED &&
	       read_application(kind, rest);
}

static bool read_rsa(const Kind *kind, Rest *rest)
{
	Rest exponent, modulus;
	(void)kind;
	if (!take_field(rest, &exponent) || !take_field(rest, &modulus) || number_bits(exponent) < 2)
		return false;
	size_t bits = number_bits(modulus);
	return bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX;
}

// Those that OpenSSH takes by default, RSA from 2048 bits.
static const Kind kinds[] = {
	{ "ssh-ed25519", read_ed25519, "", 0, false },
	{ "ecdsa-sha2-nistp256", read_ecdsa, "nistp256", 65, false },
	{ "ecdsa-sha2-nistp384", read_ecdsa, "nistp384", 97, false },
	{ "ecdsa-sha2-nistp521", read_ecdsa, "nistp521", 133, false },
	{ "ssh-rsa", read_rsa, "", 0, false },
	{ "sk-ssh-ed25519@openssh.com", read_ed25519, "", 0, true },
	{ "sk-ecdsa-sha2-nistp256@openssh.com", read_ecdsa, "nistp256", 65, true },
};

static const Kind *kind_named(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strlen(kinds[i].type) == n && memcmp(kinds[i].type, name, n) == 0)
			return &kinds[i];
	return NULL;
}

// What people paste instead of a key.
static const struct {
	const char *mark, *message, *hint;
} mistakes[] = {
	{ "PRIVATE KEY", N_("Đây là khóa riêng, không phải khóa công khai."),
		N_("Khóa riêng không bao giờ gửi cho ai. Hãy lấy dòng trong tệp có đuôi .pub.") },
	{ "PuTTY-User-Key-File", N_("Đây là khóa riêng của PuTTY, không phải khóa công khai."),
		N_("Mở nó trong PuTTYgen và chép ô “Public key for pasting”.") },
	{ "SSH2 PUBLIC KEY", N_("Đây là khóa công khai ở dạng khác, không phải một dòng."),
		N_("Trong PuTTYgen hãy chép ô “Public key for pasting” thay cho tệp đã lưu.") },
	{ "-cert-v01@", N_("Đây là chứng thư, không phải khóa."), N_("Dùng khóa công khai của chứng thư ấy.") },
	{ "ssh-dss", N_("Khóa DSA yếu, không nhận."), N_("Tạo khóa mới: ssh-keygen -t ed25519") },
};

static bool refuse(const char *line, Err *err)
{
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(*mistakes); i++)
		if (strstr(line, mistakes[i].mark)) {
			err_set(err, ERR_INVALID, "%s", tr(mistakes[i].message));
			err_hint(err, "%s", tr(mistakes[i].hint));
			return err_field(err, "key");
		}
	err_set(err, ERR_INVALID, "%s", tr("Không phải một dòng khóa công khai SSH."));
	err_hint(err, "%s",
		tr("Cần đúng một dòng “ssh-ed25519 AAAA… ghi chú”, không kèm tùy chọn nào ở trước."));
	return err_field(err, "key");
}

static bool refuse_body(const Kind *kind, Err *err)
{
	err_set(err, ERR_INVALID, tr("Khóa %s không đúng hoặc quá yếu."), kind->type);
	err_hint(err, "%s",
		tr("Chép lại cả dòng, không xuống dòng ở giữa; RSA cần từ 2048 bit trở lên."));
	return err_field(err, "key");
}

static bool one_line(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7F)
			return false;
	return n > 0 && n <= SSH_KEY_LINE_MAX;
}

static const char *fingerprint_of(const unsigned char *bytes, size_t n, Arena *arena)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char text[64];
	crypto_hash_sha256(hash, bytes, n);
	sodium_bin2base64(text, sizeof(text), hash, sizeof(hash), sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
	return arena_printf(arena, "SHA256:%s", text);
}

static const char *encode(const unsigned char *bytes, size_t n, Arena *arena)
{
	size_t size = sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_ORIGINAL);
	char *text = arena_alloc(arena, size);
	return sodium_bin2base64(text, size, bytes, n, sodium_base64_VARIANT_ORIGINAL);
}

// At most so many bytes, and whole characters. It is cleaned before it is cut, because a bad byte grows
// by that, and after, because a cut may leave a blank at the end: read again it is the same.
static const char *comment_of(const char *text, Arena *arena)
{
	const char *clean = text_clean_arena(arena, text, CLEAN_LINE);
	size_t n = strlen(clean);
	if (n <= COMMENT_MAX)
		return clean;
	for (n = COMMENT_MAX; n && ((unsigned char)clean[n] & 0xC0) == 0x80;)
		n--;
	return text_clean_arena(arena, arena_strndup(arena, clean, n), CLEAN_LINE);
}

static bool read_body(const Kind *kind, const char *base64, size_t n, Arena *arena, SshKey *out, Err *err)
{
	Rest type, rest;
	size_t used = 0;
	unsigned char *bytes = arena_alloc(arena, n + 1);
	if (sodium_base642bin(bytes, n + 1, base64, n, NULL, &used, NULL,
		    sodium_base64_VARIANT_ORIGINAL) != 0)
		return refuse_body(kind, err);
	rest = (Rest){ bytes, used };
	if (!take_field(&rest, &type) || !field_is(type, kind->type) || !kind->body(kind, &rest) || rest.n)
		return refuse_body(kind, err);
	out->type = kind->type;
	out->base64 = encode(bytes, used, arena);
	out->fingerprint = fingerprint_of(bytes, used, arena);
	return true;
}

bool ssh_key_read(const char *line, Arena *arena, SshKey *out, Err *err)
{
	line += strspn(line, " \t");
	size_t n = strlen(line);
	if (n && line[n - 1] == '\n')
		n -= n > 1 && line[n - 2] == '\r' ? 2 : 1;
	char *copy = arena_strndup(arena, line, n <= SSH_KEY_LINE_MAX ? n : SSH_KEY_LINE_MAX);
	if (!one_line(line, n))
		return refuse(copy, err);
	char *base64 = copy + strcspn(copy, " ");
	const Kind *kind = kind_named(copy, (size_t)(base64 - copy));
	if (!kind)
		return refuse(copy, err);
	base64 += strspn(base64, " ");
	size_t base64_n = strcspn(base64, " ");
	const char *comment = base64 + base64_n;
	*out = (SshKey){ .comment = comment_of(comment + strspn(comment, " "), arena) };
	return read_body(kind, base64, base64_n, arena, out, err);
}
