// SPDX-License-Identifier: MIT
// Signatures put together here, of both kinds of keys, and everything that is wrong with one.
// What the real ssh-keygen makes is tested at the command line.
#include "core/sshsig.h"

#include "base/buf.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define SPACE "test"
#define TOKEN "sk-ssh-ed25519@openssh.com"
static const char text[] = "Văn bản\n";

// What goes into one; a test changes what it is about.
typedef struct {
	const char *magic, *key_type, *signature_type, *space, *signed_space, *reserved, *hash;
	const char *application; // NULL: no token
	unsigned char version, flags;
	size_t key_n, signature_n;
	const char *rest; // behind the last field
} Parts;

static const Parts plain = { "SSHSIG", "ssh-ed25519", "ssh-ed25519", SPACE, SPACE, "", "sha512", NULL, 1,
	0, 32, 64, "" };
static const Parts token = { "SSHSIG", TOKEN, TOKEN, SPACE, SPACE, "", "sha512", "ssh:", 1, 1, 32, 64,
	"" };

static void add_number(Buf *out, size_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addch(out, (char)(value >> shift & 0xff));
}

static void add_string(Buf *out, const void *bytes, size_t n)
{
	add_number(out, n);
	buf_add(out, bytes, n);
}

static void add_text(Buf *out, const char *s)
{
	add_string(out, s, strlen(s));
}

static void signed_bytes(const Parts *parts, Buf *out)
{
	unsigned char hash[64], application[32];
	bool sha256 = strcmp(parts->hash, "sha256") == 0;
	if (sha256)
		crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	else
		crypto_hash_sha512(hash, (const unsigned char *)text, strlen(text));
	buf_adds(out, "SSHSIG");
	add_text(out, parts->signed_space);
	add_text(out, "");
	add_text(out, parts->hash);
	add_string(out, hash, sha256 ? 32 : 64);
	if (!parts->application)
		return;
	crypto_hash_sha256(hash, (const unsigned char *)out->bytes, out->len);
	crypto_hash_sha256(application, (const unsigned char *)parts->application,
		strlen(parts->application));
	buf_clear(out);
	buf_add(out, application, 32);
	buf_addch(out, (char)parts->flags);
	add_number(out, 7);
	buf_add(out, hash, 32);
}

static void armour(const Parts *parts, Buf *out)
{
	unsigned char public_key[32], secret[64], signature[80] = { 0 };
	static const unsigned char seed[32] = { 1, 2, 3 };
	Buf message = BUF_INIT, key = BUF_INIT, blob = BUF_INIT, all = BUF_INIT;
	crypto_sign_seed_keypair(public_key, secret, seed);
	signed_bytes(parts, &message);
	crypto_sign_detached(signature, NULL, (const unsigned char *)message.bytes, message.len, secret);
	add_text(&key, parts->key_type);
	add_string(&key, public_key, parts->key_n);
	add_text(&blob, parts->signature_type);
	add_string(&blob, signature, parts->signature_n);
	if (parts->application) {
		add_text(&key, parts->application);
		buf_addch(&blob, (char)parts->flags);
		add_number(&blob, 7);
	}
	buf_adds(&all, parts->magic);
	add_number(&all, parts->version);
	add_string(&all, key.bytes, key.len);
	add_text(&all, parts->space);
	add_text(&all, parts->reserved);
	add_text(&all, parts->hash);
	add_string(&all, blob.bytes, blob.len);
	buf_adds(&all, parts->rest);
	char encoded[2000];
	sodium_bin2base64(encoded, sizeof(encoded), (const unsigned char *)all.bytes, all.len,
		sodium_base64_VARIANT_ORIGINAL);
	buf_addf(out, "-----BEGIN SSH SIGNATURE-----\n%.70s\n%s\n-----END SSH SIGNATURE-----\n", encoded,
		encoded + 70);
	Buf *used[] = { &message, &key, &blob, &all };
	for (size_t i = 0; i < 4; i++)
		buf_release(used[i]);
}

typedef enum { GOOD, NOT_READ, NOT_VERIFIED } Verdict;

static Verdict judge(const char *bytes, size_t n)
{
	Arena arena = ARENA_INIT;
	Sshsig signature;
	Err err = ERR_INIT;
	Verdict verdict = GOOD;
	if (!sshsig_read(bytes, n, &arena, &signature, &err))
		verdict = NOT_READ;
	else if (!sshsig_verify(&signature, SPACE, text, strlen(text), &err))
		verdict = NOT_VERIFIED;
	assert_true(verdict == GOOD || (err.kind == ERR_INVALID && *err.message && *err.hint));
	arena_release(&arena);
	return verdict;
}

static Verdict judge_parts(const Parts *parts)
{
	Buf made = BUF_INIT;
	armour(parts, &made);
	Verdict verdict = judge(made.bytes, made.len);
	buf_release(&made);
	return verdict;
}

static void test_both_kinds(void **state)
{
	(void)state;
	Parts parts = plain;
	assert_int_equal(judge_parts(&plain), GOOD);
	assert_int_equal(judge_parts(&token), GOOD);
	parts.hash = "sha256";
	assert_int_equal(judge_parts(&parts), GOOD);
}

static void test_what_is_refused(void **state)
{
	(void)state;
	enum { CASES = 14 };
	Parts cases[CASES];
	for (int i = 0; i < CASES; i++)
		cases[i] = plain;
	cases[0].magic = "SSHSIX";
	cases[1].version = 2;
	cases[2].reserved = "x";
	cases[3].hash = "sha1";
	cases[4].key_n = 31;
	cases[5].signature_n = 63;
	cases[6].signature_n = 65;
	cases[7].key_type = "ssh-rsa";
	cases[8].signature_type = TOKEN;
	cases[9].rest = "x";
	cases[10].key_type = TOKEN; // without an application
	cases[11].signature_type = "ssh-rsa";
	cases[12] = token;
	cases[12].application = "";
	cases[13] = token;
	cases[13].signature_type = "ssh-ed25519";
	for (int i = 0; i < CASES; i++)
		if (judge_parts(&cases[i]) != NOT_READ)
			fail_msg("case %d", i);
}

static void test_what_does_not_hold(void **state)
{
	(void)state;
	Parts parts = plain;
	parts.space = "git";
	assert_int_equal(judge_parts(&parts), NOT_VERIFIED);
	parts = plain;
	parts.signed_space = "git"; // called ours, signed as something else
	assert_int_equal(judge_parts(&parts), NOT_VERIFIED);
	parts = token;
	parts.flags = 0; // nobody has touched it
	assert_int_equal(judge_parts(&parts), NOT_VERIFIED);
}

// Every byte that is another makes it another signature, or none.
static void test_every_byte_counts(void **state)
{
	(void)state;
	Buf made = BUF_INIT;
	armour(&plain, &made);
	for (size_t i = 0; i < made.len; i++) {
		char before = made.bytes[i];
		if (before == '\n')
			continue;
		made.bytes[i] = before == 'B' ? 'C' : 'B';
		if (judge(made.bytes, made.len) == GOOD)
			fail_msg("byte %zu", i);
		made.bytes[i] = before;
	}
	for (size_t n = 0; n + 1 < made.len; n++)
		assert_int_equal(judge(made.bytes, n), NOT_READ);
	buf_release(&made);
}

// What the demo signs with itself.
static void test_made_here(void **state)
{
	static const char said[] = "văn bản", space[] = "dieuphoi-review-v1";
	Arena arena = ARENA_INIT;
	Err err = ERR_INIT;
	SshsigKey key, gone = { .line = "" };
	Sshsig read;
	(void)state;
	sshsig_key_make(&arena, &key);
	const char *made = sshsig_sign(&key, space, said, sizeof(said) - 1, &arena);
	assert_true(sshsig_read(made, strlen(made), &arena, &read, &err));
	assert_string_equal(read.key_line, key.line);
	assert_true(sshsig_verify(&read, space, said, sizeof(said) - 1, &err));
	assert_false(sshsig_verify(&read, space, said, sizeof(said) - 2, &err));
	err_clear(&err);
	assert_false(sshsig_verify(&read, "other", said, sizeof(said) - 1, &err));
	sshsig_key_forget(&key);
	assert_memory_equal(key.secret, gone.secret, sizeof(key.secret));
	arena_release(&arena);
}

static void test_around_it(void **state)
{
	(void)state;
	Buf made = BUF_INIT, other = BUF_INIT;
	armour(&plain, &made);
	buf_addf(&other, "\r\n  %s\n\n", made.bytes);
	assert_int_equal(judge(other.bytes, other.len), GOOD);
	buf_addf(&other, "x");
	assert_int_equal(judge(other.bytes, other.len), NOT_READ);
	buf_clear(&other);
	buf_addf(&other, "%s%s", made.bytes, made.bytes);
	assert_int_equal(judge(other.bytes, other.len), NOT_READ);
	made.bytes[2] = '\0';
	assert_int_equal(judge(made.bytes, made.len), NOT_READ);
	buf_release(&made);
	buf_release(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both_kinds),
		cmocka_unit_test(test_what_is_refused),
		cmocka_unit_test(test_what_does_not_hold),
		cmocka_unit_test(test_every_byte_counts),
		cmocka_unit_test(test_made_here),
		cmocka_unit_test(test_around_it),
	};
	return sodium_init() < 0 ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
}
