// SPDX-License-Identifier: MIT
#include "core/signature.h"

#include "base/tr.h"
#include "core/change.h"
#include "core/journal.h"
#include "core/period.h"
#include "core/review_parts.h"
#include "core/right.h"
#include "core/sshsig.h"
#include "text/clean.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { DAY_MS = 24 * 60 * 60 * 1000, MINUTE_MS = 60 * 1000 };

// The text ---------------------------------------------------------------------------------------

typedef struct {
	int64_t office, seq, decided_by; // seq 0: not approved
	char hash[2 * JOURNAL_HASH + 1];
	const char *frozen;
} Approval;

static bool read_approval(Core *core, int64_t review_id, Arena *arena, Approval *out, Err *err)
{
	ReviewKey key;
	*out = (Approval){ .frozen = "" };
	if (!review_key(core, review_id, &key, err) ||
		!right_check(core, RIGHT_READ, (Place){ .region_id = key.region_id }, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_SIGNATURE_APPROVAL);
	stmt_int(stmt, review_id);
	if (stmt_row(stmt)) {
		size_t n = 0;
		out->office = stmt_get_int(stmt, 0);
		out->seq = stmt_get_int(stmt, 1);
		const void *hash = stmt_get_blob(stmt, 2, &n);
		if (n == JOURNAL_HASH)
			sodium_bin2hex(out->hash, sizeof(out->hash), hash, n);
		out->frozen = stmt_get_string(stmt, 4, arena);
		out->decided_by = stmt_get_int(stmt, 5);
	}
	if (!stmt_done(stmt, err))
		return false;
	if (out->seq)
		return true;
	err_set(err, ERR_INVALID, "%s", tr("Chỉ bản sơ kết đã duyệt mới ký số được."));
	return err_hint(err, "%s", tr("Lãnh đạo phụ trách vùng duyệt trước, rồi ký."));
}

// A file format, hence never translated or changed: see SIGNATURE_SPACE. It passes the same cleaning
// as what is printed, so that what was signed is what was seen.
static const char *canonical(const Approval *approval, int64_t review_id, Arena *arena)
{
	const char *text = arena_printf(arena,
		"%s\nVăn phòng: %lld\nSơ kết số: %lld\nNhật ký: mục %lld, mã %s\n\n%s", SIGNATURE_SPACE,
		(long long)approval->office,
		(long long)(review_id & ((INT64_C(1) << ID_OFFICE_SHIFT) - 1)),
		(long long)approval->seq, approval->hash, approval->frozen);
	return text_clean_arena(arena, text, CLEAN_TEXT);
}

bool signature_text(Core *core, int64_t review_id, Arena *arena, const char **text, Err *err)
{
	Approval approval;
	if (!read_approval(core, review_id, arena, &approval, err))
		return false;
	*text = canonical(&approval, review_id, arena);
	return true;
}

// Keys -------------------------------------------------------------------------------------------

typedef struct {
	bool known, in_force;
	const char *from, *to;
} KeyState;

static bool read_key(Core *core, int64_t person_id, const char *key_line, int64_t at, Arena *arena,
	KeyState *out, Err *err)
{
	char day[11];
	date_iso(date_of_instant(at, core_rules(core)->utc_offset), day);
	*out = (KeyState){ .from = "", .to = "" };
	Stmt *stmt = db_query(core_db(core), Q_SIGNATURE_KEY);
	stmt_int(stmt, person_id);
	stmt_text(stmt, key_line);
	stmt_text(stmt, day);
	stmt_int(stmt, at);
	if (stmt_row(stmt))
		*out = (KeyState){ .known = true,
			.in_force = stmt_get_int(stmt, 0) != 0,
			.from = stmt_get_string(stmt, 1, arena),
			.to = stmt_get_string(stmt, 2, arena) };
	return stmt_done(stmt, err);
}

static const char *shown(Arena *arena, const char *iso)
{
	Date day;
	char text[11] = "…";
	if (date_parse(iso, &day))
		date_show(day, text);
	return arena_strdup(arena, text);
}

static bool check_key(Core *core, int64_t person_id, const char *key_line, int64_t at, Err *err)
{
	Arena arena = ARENA_INIT;
	KeyState key;
	bool ok = read_key(core, person_id, key_line, at, &arena, &key, err);
	if (ok && !key.known) {
		err_set(err, ERR_DENIED, "%s", tr("Khóa đã ký không phải là khóa của người ký."));
		ok = err_hint(err, "%s", tr("Ký bằng khóa mà quản trị đã nhận cho đồng chí (key add)."));
	} else if (ok && !key.in_force) {
		err_set(err, ERR_DENIED, tr("Khóa đã ký không còn, hoặc chưa, có hiệu lực (%s–%s)."),
			shown(&arena, key.from), shown(&arena, key.to));
		ok = err_hint(err, "%s", tr("Đưa khóa mới cho quản trị, rồi ký lại bằng khóa ấy."));
	}
	arena_release(&arena);
	return ok;
}

// Signing ----------------------------------------------------------------------------------------

static bool check_signer(Core *core, const Approval *approval, Err *err)
{
	if (approval->decided_by == core_actor(core)->id)
		return true;
	err_set(err, ERR_DENIED, "%s", tr("Chỉ người đã duyệt bản sơ kết này ký số được."));
	return err_hint(err, "%s", tr("Người duyệt nêu trong bản sơ kết tự ký bằng khóa của mình."));
}

bool signature_list(Core *core, int64_t review_id, Arena *arena, Vec *out, Err *err)
{
	Stmt *stmt = db_query(core_db(core), Q_SIGNATURE_OF_REVIEW);
	stmt_int(stmt, review_id);
	while (stmt_row(stmt))
		*(Signature *)vec_push(out) = (Signature){
			.id = stmt_get_int(stmt, 0),
			.person_id = stmt_get_int(stmt, 1),
			.login = stmt_get_string(stmt, 2, arena),
			.person = stmt_get_string(stmt, 3, arena),
			.key_line = stmt_get_string(stmt, 4, arena),
			.armour = stmt_get_string(stmt, 5, arena),
			.text_digest = stmt_get_string(stmt, 6, arena),
			.at = stmt_get_int(stmt, 7),
			.fingerprint = stmt_get_string(stmt, 8, arena),
			.comment = stmt_get_string(stmt, 9, arena),
		};
	return stmt_done(stmt, err);
}

static bool check_unsigned(Core *core, int64_t review_id, Arena *arena, Err *err)
{
	Vec signatures;
	vec_init(&signatures, sizeof(Signature));
	bool ok = signature_list(core, review_id, arena, &signatures, err), signed_already = false;
	for (size_t i = 0; i < signatures.len; i++)
		signed_already |= ((const Signature *)vec_at(&signatures, i))->person_id ==
				  core_actor(core)->id;
	vec_release(&signatures);
	if (!ok || !signed_already)
		return ok;
	return err_set(err, ERR_CONFLICT, "%s", tr("Đồng chí đã ký số bản sơ kết này rồi."));
}

static bool check_has_key(Core *core, Err *err)
{
	char today[11];
	int64_t has = 0;
	core_today_iso(core, today);
	Stmt *stmt = db_query(core_db(core), Q_SIGNATURE_HAS_KEY);
	stmt_int(stmt, core_actor(core)->id);
	stmt_text(stmt, today);
	if (!db_scalar(stmt, 0, &has, err))
		return false;
	if (has)
		return true;
	err_set(err, ERR_NOT_FOUND, "%s", tr("Đồng chí chưa có khóa để ký số."));
	return err_hint(err, "%s",
		tr("Tạo khóa bằng `ssh-keygen -t ed25519`, đưa tệp có đuôi .pub cho quản trị."));
}

bool signature_may_submit(Core *core, int64_t review_id, Err *err)
{
	Arena arena = ARENA_INIT;
	Approval approval;
	bool ok = read_approval(core, review_id, &arena, &approval, err) && check_signer(core, &approval, err) &&
		  check_unsigned(core, review_id, &arena, err) && check_has_key(core, err);
	arena_release(&arena);
	return ok;
}

static bool store(Core *core, int64_t review_id, const Approval *approval, const Sshsig *sshsig, const char *armour,
	const char *digest, Err *err)
{
	int64_t id;
	Change *change = change_begin(core, "review-sign");
	// It is a person's own approval, whoever leads the region today.
	if (!change_failed(change))
		change_allow(change, check_signer(core, approval, change_err(change)));
	Stmt *stmt = change_insert(change, NOUN_SIGNATURE, &id);
	stmt_int(stmt, review_id);
	stmt_int(stmt, core_actor(core)->id);
	stmt_text(stmt, sshsig->key_line);
	stmt_text(stmt, armour);
	stmt_text(stmt, digest);
	stmt_int(stmt, core_now(core));
	stmt_text(stmt, NULL);
	change_run(change, stmt);
	return change_commit(change, err);
}

bool signature_submit(Core *core, int64_t review_id, const char *armour, size_t n, Err *err)
{
	Arena arena = ARENA_INIT;
	Approval approval;
	Sshsig sshsig;
	const char *text;
	bool ok = read_approval(core, review_id, &arena, &approval, err) &&
		  check_signer(core, &approval, err) && sshsig_read(armour, n, &arena, &sshsig, err) &&
		  check_key(core, core_actor(core)->id, sshsig.key_line, core_now(core), err) &&
		  check_unsigned(core, review_id, &arena, err);
	if (ok) {
		text = canonical(&approval, review_id, &arena);
		ok = sshsig_verify(&sshsig, SIGNATURE_SPACE, text, strlen(text), err) &&
		     store(core, review_id, &approval, &sshsig, arena_strndup(&arena, armour, n),
			     review_digest(&arena, text), err);
	}
	arena_release(&arena);
	return ok;
}

bool signature_check(Core *core, int64_t review_id, const Signature *signature, Err *err)
{
	Arena arena = ARENA_INIT;
	Sshsig sshsig;
	const char *text;
	bool ok = signature_text(core, review_id, &arena, &text, err) &&
		  sshsig_read(signature->armour, strlen(signature->armour), &arena, &sshsig, err) &&
		  sshsig_verify(&sshsig, SIGNATURE_SPACE, text, strlen(text), err) &&
		  check_key(core, signature->person_id, sshsig.key_line, signature->at, err);
	arena_release(&arena);
	return ok;
}

// For ssh-keygen ---------------------------------------------------------------------------------

// YYYYMMDDHHMMSSZ, of an instant.
static void add_time(Buf *out, const char *option, int64_t at)
{
	char hour[6];
	Date day = date_of_instant(at, 0);
	time_show(at, 0, hour);
	buf_addf(out, ",%s=\"%04d%02d%02d%.2s%.2s%02dZ\"", option, day.year, day.month, day.day, hour,
		hour + 3, (int)(at / 1000 % 60));
}

static int64_t first_instant(const Core *core, Date day)
{
	return date_days(day) * DAY_MS - (int64_t)core_rules(core)->utc_offset * MINUTE_MS;
}

static void add_signer(Core *core, Stmt *stmt, Buf *out)
{
	Date from, to;
	int64_t removed = stmt_get_int(stmt, 4), last = removed;
	buf_addf(out, "%s namespaces=\"%s\"", stmt_get_text(stmt, 0), SIGNATURE_SPACE);
	if (date_parse(stmt_get_text(stmt, 2), &from))
		add_time(out, "valid-after", first_instant(core, from));
	if (date_parse(stmt_get_text(stmt, 3), &to)) {
		int64_t end = first_instant(core, to) + DAY_MS - 1000;
		last = removed && removed < end ? removed : end;
	}
	if (last)
		add_time(out, "valid-before", last);
	buf_addf(out, " %s\n", stmt_get_text(stmt, 1));
}

bool signature_allowed_signers(Core *core, Buf *out, Err *err)
{
	if (!right_check(core, RIGHT_READ, (Place){ 0 }, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_SIGNATURE_SIGNERS);
	while (stmt_row(stmt))
		add_signer(core, stmt, out);
	return stmt_done(stmt, err);
}
