// SPDX-License-Identifier: MIT
#include "core/sshsig.h"

#include "base/buf.h"
#include "base/tr.h"

#include <sodium.h>
#include <string.h>

#define MAGIC "SSHSIG"

static const char begin_line[] = "-----BEGIN SSH SIGNATURE-----";
static const char end_line[] = "-----END SSH SIGNATURE-----";
static const char blanks[] = " \t\r\n";
static const char plain_type[] = "ssh-ed25519";
static const char token_type[] = "sk-ssh-ed25519@openssh.com";

enum { VERSION = 1, TOUCHED = 1 };

// The wire ---------------------------------------------------------------------------------------

// What is left to read. Once something was missing, everything is.
typedef struct {
	const unsigned char *at;
	size_t left;
	bool short_of;
} Wire;

static SshBytes take(Wire *wire, size_t n)
{
	if (wire->short_of || n > wire->left) {
		wire->short_of = true;
		return (SshBytes){ wire->at, 0 };
	}
	SshBytes taken = { wire->at, n };
	wire->at += n;
	wire->left -= n;
	return taken;
}

static uint32_t take_number(Wire *wire)
{
	SshBytes four = take(wire, 4);
	uint32_t value = 0;
	for (size_t i = 0; i < four.n; i++)
		value = value << 8 | four.bytes[i];
	return value;
}

static SshBytes take_string(Wire *wire)
{
	return take(wire, take_number(wire));
}

static bool is(SshBytes bytes, const char *text)
{
	return bytes.n == strlen(text) && memcmp(bytes.bytes, text, bytes.n) == 0;
}

static void add_number(Buf *out, uint32_t value)
{
	const unsigned char bytes[] = { (unsigned char)(value >> 24), (unsigned char)(value >> 16),
		(unsigned char)(value >> 8), (unsigned char)value };
	buf_add(out, bytes, sizeof(bytes));
}

static void add_string(Buf *out, const void *bytes, size_t n)
{
	add_number(out, (uint32_t)n);
	buf_add(out, bytes, n);
}

// Reading ----------------------------------------------------------------------------------------

static bool malformed(Err *err)
{
	err_set(err, ERR_INVALID, "%s", tr("Đây không phải là một chữ ký SSH trọn vẹn."));
	return err_hint(err, "%s", tr("Đưa vào đúng những gì `ssh-keygen -Y sign` in ra."));
}

static size_t skip_blanks(const char *text, size_t n)
{
	size_t i = 0;
	while (i < n && strchr(blanks, text[i]) && text[i])
		i++;
	return i;
}

// The bytes between the two lines; NULL where they are not all there is.
static unsigned char *unwrap(const char *text, size_t n, Arena *arena, size_t *out_n)
{
	const char *rest = NULL;
	size_t begin = sizeof(begin_line) - 1, end = sizeof(end_line) - 1;
	if (n > SSHSIG_ARMOUR_MAX)
		return NULL;
	size_t blank = skip_blanks(text, n);
	text += blank;
	n -= blank;
	if (n < begin || memcmp(text, begin_line, begin) != 0)
		return NULL;
	unsigned char *bytes = arena_alloc(arena, n);
	if (sodium_base642bin(bytes, n, text + begin, n - begin, blanks, out_n, &rest,
		    sodium_base64_VARIANT_ORIGINAL) != 0 || !rest)
		return NULL;
	size_t left = n - (size_t)(rest - text);
	if (left < end || memcmp(rest, end_line, end) != 0 ||
		skip_blanks(rest + end, left - end) != left - end)
		return NULL;
	return bytes;
}

static bool refuse_type(SshBytes type, Err *err)
{
	Buf shown = BUF_INIT;
	for (size_t i = 0; i < type.n && i < 40; i++)
		buf_addch(&shown, type.bytes[i] > ' ' && type.bytes[i] < 127 ? (char)type.bytes[i] : '?');
	err_set(err, ERR_INVALID, tr("Khóa loại “%s” không dùng để ký ở đây được."), shown.bytes);
	buf_release(&shown);
	return err_hint(err, tr("Dùng khóa %s hoặc %s: `ssh-keygen -t ed25519`."), plain_type, token_type);
}

static bool read_key(SshBytes blob, Sshsig *out, Err *err)
{
	Wire wire = { blob.bytes, blob.n, false };
	SshBytes type = take_string(&wire);
	bool token = is(type, token_type);
	if (!wire.short_of && !token && !is(type, plain_type))
		return refuse_type(type, err);
	SshBytes key = take_string(&wire);
	if (token)
		out->application = take_string(&wire);
	if (wire.short_of || wire.left || key.n != SSHSIG_KEY || (token && !out->application.n))
		return malformed(err);
	memcpy(out->key, key.bytes, SSHSIG_KEY);
	return true;
}

static bool read_signature(SshBytes blob, Sshsig *out, Err *err)
{
	Wire wire = { blob.bytes, blob.n, false };
	bool token = out->application.n;
	SshBytes type = take_string(&wire), signature = take_string(&wire);
	if (token) {
		SshBytes flags = take(&wire, 1);
		out->flags = flags.n ? flags.bytes[0] : 0;
		out->counter = take_number(&wire);
	}
	if (wire.short_of || wire.left || !is(type, token ? token_type : plain_type) ||
		signature.n != SSHSIG_SIGNATURE)
		return malformed(err);
	memcpy(out->signature, signature.bytes, SSHSIG_SIGNATURE);
	return true;
}

static const char *key_line(SshBytes blob, const char *type, Arena *arena)
{
	size_t size = sodium_base64_ENCODED_LEN(blob.n, sodium_base64_VARIANT_ORIGINAL);
	char *encoded = arena_alloc(arena, size);
	sodium_bin2base64(encoded, size, blob.bytes, blob.n, sodium_base64_VARIANT_ORIGINAL);
	return arena_printf(arena, "%s %s", type, encoded);
}

bool sshsig_read(const char *armour, size_t n, Arena *arena, Sshsig *out, Err *err)
{
	size_t bytes_n = 0;
	*out = (Sshsig){ .key_line = "" };
	const unsigned char *bytes = unwrap(armour, n, arena, &bytes_n);
	if (!bytes)
		return malformed(err);
	Wire wire = { bytes, bytes_n, false };
	SshBytes magic = take(&wire, sizeof(MAGIC) - 1);
	uint32_t version = take_number(&wire);
	SshBytes key = take_string(&wire);
	out->space = take_string(&wire);
	SshBytes reserved = take_string(&wire);
	out->hash_name = take_string(&wire);
	SshBytes signature = take_string(&wire);
	if (wire.short_of || wire.left || !is(magic, MAGIC) || version != VERSION || reserved.n ||
		(!is(out->hash_name, "sha256") && !is(out->hash_name, "sha512")))
		return malformed(err);
	if (!read_key(key, out, err) || !read_signature(signature, out, err))
		return false;
	out->key_line = key_line(key, out->application.n ? token_type : plain_type, arena);
	return true;
}

// Verifying --------------------------------------------------------------------------------------

static void add_hash(Buf *out, SshBytes name, const char *text, size_t n)
{
	unsigned char hash[crypto_hash_sha512_BYTES];
	if (is(name, "sha256")) {
		crypto_hash_sha256(hash, (const unsigned char *)text, n);
		add_string(out, hash, crypto_hash_sha256_BYTES);
	} else {
		crypto_hash_sha512(hash, (const unsigned char *)text, n);
		add_string(out, hash, crypto_hash_sha512_BYTES);
	}
}

// A token signs hashes, and that it was touched.
static void wrap_for_token(const Sshsig *signature, Buf *message)
{
	unsigned char application[crypto_hash_sha256_BYTES], inner[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(application, signature->application.bytes, signature->application.n);
	crypto_hash_sha256(inner, (const unsigned char *)message->bytes, message->len);
	buf_clear(message);
	buf_add(message, application, sizeof(application));
	buf_addch(message, (char)signature->flags);
	add_number(message, signature->counter);
	buf_add(message, inner, sizeof(inner));
}

// What is signed in place of the text.
static void add_message(Buf *out, SshBytes space, SshBytes hash_name, const char *text, size_t n)
{
	buf_adds(out, MAGIC);
	add_string(out, space.bytes, space.n);
	add_string(out, "", 0);
	add_string(out, hash_name.bytes, hash_name.n);
	add_hash(out, hash_name, text, n);
}

static bool holds(const Sshsig *signature, const char *text, size_t n)
{
	Buf message = BUF_INIT;
	add_message(&message, signature->space, signature->hash_name, text, n);
	if (signature->application.n)
		wrap_for_token(signature, &message);
	bool good = crypto_sign_verify_detached(signature->signature,
			    (const unsigned char *)message.bytes, message.len, signature->key) == 0;
	buf_release(&message);
	return good && (!signature->application.n || signature->flags & TOUCHED);
}

bool sshsig_verify(const Sshsig *signature, const char *space, const char *text, size_t n, Err *err)
{
	if (!is(signature->space, space)) {
		err_set(err, ERR_INVALID, "%s", tr("Chữ ký này được ký cho việc khác."));
		return err_hint(err, tr("Ký lại với `ssh-keygen -Y sign -n %s`."), space);
	}
	if (holds(signature, text, n))
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chữ ký không đúng với văn bản."));
	return err_hint(err, "%s",
		tr("Văn bản đã bị sửa sau khi lấy ra: lấy lại, không sửa gì, rồi ký lại."));
}

// Signing ----------------------------------------------------------------------------------------

static SshBytes bytes_of(const char *text)
{
	return (SshBytes){ (const unsigned char *)text, strlen(text) };
}

static const unsigned char *public_of(const SshsigKey *key)
{
	return key->secret + SSHSIG_SECRET - SSHSIG_KEY;
}

static void add_key(Buf *out, const SshsigKey *key)
{
	add_string(out, plain_type, sizeof(plain_type) - 1);
	add_string(out, public_of(key), SSHSIG_KEY);
}

void sshsig_key_make(Arena *arena, SshsigKey *out)
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	Buf blob = BUF_INIT;
	crypto_sign_keypair(public, out->secret);
	add_key(&blob, out);
	out->line = key_line((SshBytes){ (const unsigned char *)blob.bytes, blob.len }, plain_type, arena);
	buf_release(&blob);
}

void sshsig_key_forget(SshsigKey *key)
{
	sodium_memzero(key->secret, sizeof(key->secret));
}

static void add_signature(Buf *out, const SshsigKey *key, const Buf *message)
{
	unsigned char signature[crypto_sign_BYTES];
	Buf blob = BUF_INIT;
	crypto_sign_detached(
		signature, NULL, (const unsigned char *)message->bytes, message->len, key->secret);
	add_string(&blob, plain_type, sizeof(plain_type) - 1);
	add_string(&blob, signature, sizeof(signature));
	add_string(out, blob.bytes, blob.len);
	buf_release(&blob);
}

static const char *wrap(const Buf *blob, Arena *arena)
{
	enum { LINE = 70 };
	Buf out = BUF_INIT;
	size_t size = sodium_base64_ENCODED_LEN(blob->len, sodium_base64_VARIANT_ORIGINAL);
	char *text = arena_alloc(arena, size);
	sodium_bin2base64(text, size, (const unsigned char *)blob->bytes, blob->len,
		sodium_base64_VARIANT_ORIGINAL);
	buf_addf(&out, "%s\n", begin_line);
	for (const char *at = text; *at; at += strnlen(at, LINE))
		buf_addf(&out, "%.*s\n", LINE, at);
	buf_addf(&out, "%s\n", end_line);
	const char *armour = arena_strdup(arena, out.bytes);
	buf_release(&out);
	return armour;
}

const char *sshsig_sign(const SshsigKey *key, const char *space, const char *text, size_t n, Arena *arena)
{
	static const char hash_name[] = "sha512";
	Buf blob = BUF_INIT, message = BUF_INIT, key_blob = BUF_INIT;
	add_message(&message, bytes_of(space), bytes_of(hash_name), text, n);
	add_key(&key_blob, key);
	buf_adds(&blob, MAGIC);
	add_number(&blob, VERSION);
	add_string(&blob, key_blob.bytes, key_blob.len);
	add_string(&blob, space, strlen(space));
	add_string(&blob, "", 0);
	add_string(&blob, hash_name, sizeof(hash_name) - 1);
	add_signature(&blob, key, &message);
	const char *armour = wrap(&blob, arena);
	buf_release(&blob);
	buf_release(&message);
	buf_release(&key_blob);
	return armour;
}
