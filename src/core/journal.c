// SPDX-License-Identifier: MIT
#include "core/journal.h"

#include "base/tr.h"

#include <sodium.h>
#include <string.h>
#include <strings.h>
#include <syslog.h>

typedef crypto_hash_sha256_state Hash;

enum { HASH_DIGITS = 2 * JOURNAL_HASH };

static void hash_bytes(Hash *hash, const void *bytes, size_t n)
{
	unsigned char length[8];
	for (int i = 0; i < 8; i++)
		length[i] = (unsigned char)((uint64_t)n >> (56 - 8 * i));
	crypto_hash_sha256_update(hash, length, sizeof(length));
	crypto_hash_sha256_update(hash, bytes, n);
}

static void hash_int(Hash *hash, int64_t value)
{
	unsigned char bytes[8];
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)value >> (56 - 8 * i));
	hash_bytes(hash, bytes, sizeof(bytes));
}

static void hash_text(Hash *hash, const char *text)
{
	hash_bytes(hash, text, strlen(text));
}

static void entry_hash(int64_t office, const JournalEntry *entry, const unsigned char *body_hash,
	const unsigned char *prev, unsigned char out[JOURNAL_HASH])
{
	static const unsigned char version = 1;
	Hash hash;
	crypto_hash_sha256_init(&hash);
	crypto_hash_sha256_update(&hash, &version, 1);
	hash_int(&hash, office);
	hash_int(&hash, entry->seq);
	hash_int(&hash, entry->at);
	hash_int(&hash, entry->person_id);
	hash_text(&hash, entry->op);
	hash_int(&hash, entry->change);
	if (entry->undoes)
		hash_int(&hash, entry->undoes);
	else
		hash_bytes(&hash, "", 0);
	hash_text(&hash, entry->kind);
	hash_int(&hash, entry->thing_id);
	hash_int(&hash, entry->base_rev);
	hash_bytes(&hash, body_hash, JOURNAL_HASH);
	hash_bytes(&hash, prev, JOURNAL_HASH);
	crypto_hash_sha256_final(&hash, out);
}

static void salted_hash(const void *salt, const void *body, size_t n, unsigned char out[JOURNAL_HASH])
{
	Hash hash;
	crypto_hash_sha256_init(&hash);
	crypto_hash_sha256_update(&hash, salt, JOURNAL_SALT);
	crypto_hash_sha256_update(&hash, body, n);
	crypto_hash_sha256_final(&hash, out);
}

static bool read_last(Core *core, JournalHead *head, int64_t *at, Err *err)
{
	*head = (JournalHead){ .seq = 0 };
	*at = 0;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_LAST);
	stmt_int(stmt, core_office(core));
	if (stmt_row(stmt)) {
		size_t n = 0;
		head->seq = stmt_get_int(stmt, 0);
		*at = stmt_get_int(stmt, 1);
		const void *hash = stmt_get_blob(stmt, 2, &n);
		if (n == JOURNAL_HASH)
			memcpy(head->hash, hash, n);
	}
	return stmt_done(stmt, err);
}

bool journal_head(Core *core, JournalHead *out, Err *err)
{
	int64_t at;
	return read_last(core, out, &at, err);
}

static bool store_entry(Core *core, const JournalEntry *entry, const unsigned char *body_hash,
	const JournalHead *last, Err *err)
{
	unsigned char hash[JOURNAL_HASH];
	entry_hash(core_office(core), entry, body_hash, last->hash, hash);
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_ADD);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, entry->seq);
	stmt_int(stmt, entry->at);
	stmt_int(stmt, entry->person_id);
	stmt_text(stmt, entry->op);
	stmt_int(stmt, entry->change);
	stmt_int_or_null(stmt, entry->undoes);
	stmt_text(stmt, entry->kind);
	stmt_int(stmt, entry->thing_id);
	stmt_int(stmt, entry->base_rev);
	stmt_blob(stmt, body_hash, JOURNAL_HASH);
	stmt_blob(stmt, last->hash, JOURNAL_HASH);
	stmt_blob(stmt, hash, JOURNAL_HASH);
	return stmt_run(stmt, err);
}

bool journal_append(Core *core, JournalEntry *entry, Err *err)
{
	JournalHead last;
	int64_t last_at;
	unsigned char salt[JOURNAL_SALT], body_hash[JOURNAL_HASH];
	if (!read_last(core, &last, &last_at, err))
		return false;
	entry->seq = last.seq + 1;
	// Never earlier than the last entry, whatever the clock says.
	entry->at = core_now(core) > last_at ? core_now(core) : last_at;
	entry->person_id = core_actor(core)->id;
	if (!entry->change)
		entry->change = entry->seq;
	randombytes_buf(salt, sizeof(salt));
	salted_hash(salt, entry->body, strlen(entry->body), body_hash);
	if (!store_entry(core, entry, body_hash, &last, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_BODY_ADD);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, entry->seq);
	stmt_blob(stmt, salt, sizeof(salt));
	stmt_blob(stmt, entry->body, strlen(entry->body));
	return stmt_run(stmt, err);
}

void journal_log_day(Core *core, int64_t change)
{
	char hex[2 * JOURNAL_HASH + 1] = "";
	int64_t seq = 0, at = 0;
	size_t n = 0;
	Err ignored = ERR_INIT; // the change itself is done
	int offset = core_rules(core)->utc_offset;
	if (core_kind(core) != CORE_REAL)
		return;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_ENTRY_BEFORE);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, change);
	if (stmt_row(stmt)) {
		seq = stmt_get_int(stmt, 0);
		at = stmt_get_int(stmt, 1);
		const void *hash = stmt_get_blob(stmt, 2, &n);
		if (n == JOURNAL_HASH)
			sodium_bin2hex(hex, sizeof(hex), hash, n);
	}
	if (!stmt_done(stmt, &ignored) || !*hex ||
		date_days(date_of_instant(at, offset)) >= date_days(core_today(core)))
		return;
	openlog("dieuphoi", LOG_PID, LOG_DAEMON);
	syslog(LOG_NOTICE, "journal of office %d: entry %lld, %s", core_office(core), (long long)seq, hex);
	closelog();
}

static bool blob_equals(Stmt *stmt, int column, const unsigned char *expected)
{
	size_t n = 0;
	const void *bytes = stmt_get_blob(stmt, column, &n);
	return n == JOURNAL_HASH && memcmp(bytes, expected, n) == 0;
}

static bool body_holds(Stmt *stmt)
{
	unsigned char sum[JOURNAL_HASH];
	unsigned char salt[JOURNAL_SALT];
	size_t n = 0;
	const void *bytes = stmt_get_blob(stmt, 13, &n);
	if (stmt_is_null(stmt, 15) || n != JOURNAL_SALT)
		return false;
	memcpy(salt, bytes, n);
	if (stmt_is_null(stmt, 14))
		return true; // erased for confidentiality: its hash alone stands in the chain
	bytes = stmt_get_blob(stmt, 14, &n);
	salted_hash(salt, bytes, n, sum);
	return blob_equals(stmt, 10, sum);
}

// prev and the row's own hash; on success *prev becomes this entry's hash.
static bool link_holds(Stmt *stmt, unsigned char prev[JOURNAL_HASH])
{
	size_t n = 0;
	unsigned char body_hash[JOURNAL_HASH], sum[JOURNAL_HASH];
	const void *stored = stmt_get_blob(stmt, 10, &n);
	if (n != JOURNAL_HASH || !blob_equals(stmt, 11, prev))
		return false;
	memcpy(body_hash, stored, n);
	JournalEntry entry = {
		.seq = stmt_get_int(stmt, 1), .at = stmt_get_int(stmt, 2),
		.person_id = stmt_get_int(stmt, 3), .op = stmt_get_text(stmt, 4),
		.change = stmt_get_int(stmt, 5), .undoes = stmt_get_int(stmt, 6),
		.kind = stmt_get_text(stmt, 7), .thing_id = stmt_get_int(stmt, 8),
		.base_rev = stmt_get_int(stmt, 9),
	};
	entry_hash(stmt_get_int(stmt, 0), &entry, body_hash, prev, sum);
	memcpy(prev, sum, JOURNAL_HASH);
	return blob_equals(stmt, 12, sum);
}

bool journal_verify(Core *core, int64_t *count, Err *err)
{
	unsigned char prev[JOURNAL_HASH] = { 0 };
	int64_t office = 0, expected = 1, broken = 0;
	*count = 0;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_ALL);
	while (!broken && stmt_row(stmt)) {
		if (stmt_get_int(stmt, 0) != office) {
			office = stmt_get_int(stmt, 0);
			expected = 1;
			memset(prev, 0, sizeof(prev));
		}
		if (stmt_get_int(stmt, 1) != expected || !link_holds(stmt, prev) || !body_holds(stmt))
			broken = expected;
		expected++;
		++*count;
	}
	if (!stmt_done(stmt, err))
		return false;
	if (!broken)
		return true;
	err_set(err, ERR_DB, tr("Nhật ký: chuỗi băm không khớp tại mục %lld."), (long long)broken);
	return err_hint(err, "%s", tr("Tệp đã bị sửa ngoài chương trình; so với bản sao lưu."));
}

void journal_anchor(const unsigned char hash[JOURNAL_HASH], char out[JOURNAL_ANCHOR + 1])
{
	sodium_bin2hex(out, JOURNAL_ANCHOR + 1, hash, JOURNAL_ANCHOR / 2);
}

static bool read_anchor(const char *digits, Err *err)
{
	size_t n = strlen(digits);
	if (n >= JOURNAL_ANCHOR && n <= HASH_DIGITS &&
		strspn(digits, "0123456789abcdefABCDEF") == n)
		return true;
	err_set(err, ERR_INVALID, tr("“%s” không phải là mã của một mục nhật ký."), digits);
	return err_hint(err, "%s", tr("Mã in trên giấy có 12 chữ số và chữ cái từ a đến f."));
}

static bool rewritten(Err *err)
{
	return err_hint(err, "%s",
		tr("Nhật ký đã bị viết lại, hoặc khôi phục từ bản cũ, sau khi in; giữ tệp này và so với bản sao lưu."));
}

bool journal_check_anchor(Core *core, int64_t seq, const char *digits, Err *err)
{
	char full[HASH_DIGITS + 1] = "", shown[JOURNAL_ANCHOR + 1] = "";
	size_t n = 0;
	if (!read_anchor(digits, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_HASH_OF);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, seq);
	const unsigned char *hash = stmt_row(stmt) ? stmt_get_blob(stmt, 0, &n) : NULL;
	if (hash && n == JOURNAL_HASH) {
		sodium_bin2hex(full, sizeof(full), hash, n);
		journal_anchor(hash, shown);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (!*full) {
		err_set(err, ERR_DB, tr("Nhật ký không có mục %lld như trên giấy."), (long long)seq);
		return rewritten(err);
	}
	if (strncasecmp(full, digits, strlen(digits)) == 0)
		return true;
	err_set(err, ERR_DB, tr("Mục %lld của nhật ký có mã %s, trên giấy là %s."), (long long)seq, shown,
		digits);
	return rewritten(err);
}

static bool collect(Stmt *stmt, Arena *arena, Vec *out, Err *err)
{
	while (stmt_row(stmt)) {
		JournalEntry *entry = vec_push(out);
		size_t n = 0;
		*entry = (JournalEntry){
			.seq = stmt_get_int(stmt, 0), .at = stmt_get_int(stmt, 1),
			.person_id = stmt_get_int(stmt, 2), .change = stmt_get_int(stmt, 3),
			.undoes = stmt_get_int(stmt, 4), .thing_id = stmt_get_int(stmt, 5),
			.base_rev = stmt_get_int(stmt, 6), .op = stmt_get_string(stmt, 7, arena),
			.kind = stmt_get_string(stmt, 8, arena), .person = stmt_get_string(stmt, 9, arena),
		};
		if (!stmt_is_null(stmt, 10)) {
			const char *body = stmt_get_blob(stmt, 10, &n);
			entry->body = arena_strndup(arena, body, n);
		}
	}
	return stmt_done(stmt, err);
}

bool journal_of_change(Core *core, int64_t change, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_BY_CHANGE);
	stmt_int(stmt, core_office(core));
	stmt_int(stmt, change);
	return collect(stmt, arena, out, err);
}

bool journal_of_thing(Core *core, NounKind noun, int64_t id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_JOURNAL_BY_THING);
	stmt_text(stmt, nouns[noun].table);
	stmt_int(stmt, id);
	return collect(stmt, arena, out, err);
}
