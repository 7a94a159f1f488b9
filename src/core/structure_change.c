// SPDX-License-Identifier: MIT
// Changes from a day on. Each first asks whether it has been made already, then whether it can be.
#include "core/structure_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/org.h"
#include "core/patch.h"

#include <string.h>

// Words ------------------------------------------------------------------------------------------

const char *day_before(Walk *walk, const char *day)
{
	Date date;
	char iso[11] = "";
	if (date_parse(day, &date))
		date_iso(date_add_days(date, -1), iso);
	return arena_strdup(walk->arena, iso);
}

const char *day_words(Walk *walk, const char *day)
{
	Date date;
	char shown[11] = "";
	if (date_parse(day, &date))
		date_show(date, shown);
	return arena_strdup(walk->arena, shown);
}

static const char *bare_title(Walk *walk, const Known *known)
{
	if (known->noun == NOUN_BODY)
		return known->name;
	if (known->noun == NOUN_REGION)
		return arena_printf(walk->arena, tr("vùng %s"), known->name);
	return district_title(walk->arena, known->kind, known->name, TITLE_SHARED);
}

const char *known_title(Walk *walk, const Known *known, const char *code)
{
	return arena_printf(walk->arena, "%s (%s)", bare_title(walk, known), code);
}

// Refuses a change: err is set already.
bool structure_refuse(Walk *walk, const WantedChange *change, const char *hint)
{
	err_prefix(walk->err, "%s: ", change->at);
	return err_hint(walk->err, "%s", hint);
}

// What is stored ---------------------------------------------------------------------------------

const StructureQueries *structure_queries(const Walk *walk)
{
	static const StructureQueries by_subject[STRUCTURE_SUBJECTS] = {
		[STRUCTURE_PLACES] = { Q_STRUCTURE_KNOWN, Q_STRUCTURE_NAME_ON, Q_STRUCTURE_NEXT_DAY,
			Q_STRUCTURE_SUCCEEDED, Q_STRUCTURE_LEFT },
		[STRUCTURE_BODIES] = { Q_STRUCTURE_KNOWN_BODY, Q_STRUCTURE_NAME_OF_BODY_ON,
			Q_STRUCTURE_NEXT_DAY_OF_BODY, Q_STRUCTURE_SUCCEEDED_BY_BODY,
			Q_STRUCTURE_LEFT_OF_BODY },
	};
	return &by_subject[walk->subject];
}

bool known_find(Walk *walk, const char *code, const char *day, Known *out, bool *found)
{
	static const NounKind kinds[] = { NOUN_DISTRICT, NOUN_REGION, NOUN_BODY };
	Arena *arena = walk->arena;
	Stmt *stmt = db_query(core_db(walk->core), structure_queries(walk)->known);
	stmt_text(stmt, code);
	stmt_text(stmt, day);
	*out = (Known){ .id = 0 };
	*found = stmt_row(stmt);
	if (*found)
		*out = (Known){
			.noun = kinds[stmt_get_int(stmt, 0)],
			.id = stmt_get_int(stmt, 1),
			.first_kind = stmt_get_string(stmt, 2, arena),
			.first_name = stmt_get_string(stmt, 3, arena),
			.kind = stmt_get_string(stmt, 4, arena),
			.name = stmt_get_string(stmt, 5, arena),
			.from = stmt_get_string(stmt, 6, arena),
			.to = stmt_get_string(stmt, 7, arena),
			.order = (int)stmt_get_int(stmt, 8),
		};
	return stmt_done(stmt, walk->err);
}

bool lying_on(Walk *walk, int64_t district_id, const char *day, Vec *out)
{
	Stmt *stmt = db_query(core_db(walk->core), Q_STRUCTURE_MEMBERSHIPS_ON);
	stmt_int(stmt, district_id);
	stmt_text(stmt, day);
	while (stmt_row(stmt))
		*(Lying *)vec_push(out) = (Lying){
			.id = stmt_get_int(stmt, 0),
			.region_id = stmt_get_int(stmt, 1),
			.code = stmt_get_string(stmt, 2, walk->arena),
			.name = stmt_get_string(stmt, 3, walk->arena),
			.main = stmt_get_int(stmt, 4),
		};
	return stmt_done(stmt, walk->err);
}

static bool find(Walk *walk, const WantedChange *change, const char *code, Known *out)
{
	bool found;
	if (!known_find(walk, code, day_before(walk, change->on), out, &found))
		return false;
	if (found)
		return true;
	if (walk->subject == STRUCTURE_BODIES) {
		err_set(walk->err, ERR_DATA, tr("không có “%s”, cần mã của một cơ quan đã có"), code);
		return structure_refuse(walk, change,
			tr("Xem mã bằng `dieuphoi body list`; cơ quan mới thì ghi trong into."));
	}
	err_set(walk->err, ERR_DATA, tr("không có “%s”, cần mã của một nơi đã có"), code);
	return structure_refuse(walk, change, tr("Xem mã trong các tệp vùng; nơi mới thì ghi trong into."));
}

bool structure_district(Walk *walk, const WantedChange *change, const char *code, Known *out)
{
	if (!find(walk, change, code, out))
		return false;
	if (out->noun != NOUN_REGION)
		return true;
	err_set(walk->err, ERR_DATA, tr("“%s” là một vùng, cần mã của một địa phương"), code);
	return structure_refuse(walk, change, tr("Với vùng chỉ có rename."));
}

bool structure_region(Walk *walk, const WantedChange *change, const char *code, Known *out)
{
	if (!find(walk, change, code, out))
		return false;
	bool in_force = (!*out->from || strcmp(out->from, change->on) <= 0) &&
			(!*out->to || strcmp(out->to, change->on) >= 0);
	if (out->noun == NOUN_REGION && in_force)
		return true;
	err_set(walk->err, ERR_DATA, tr("“%s” không phải là một vùng có vào ngày %s"), code,
		day_words(walk, change->on));
	return structure_refuse(walk, change, tr("Ghi mã của một vùng đang có."));
}

// Whether it is there on the day before and still on the day.
bool structure_in_force(
	Walk *walk, const WantedChange *change, const Known *known, const char *code)
{
	if (*known->from && strcmp(known->from, change->on) >= 0) {
		err_set(walk->err, ERR_DATA, tr("%s có từ %s, cần ngày sau ngày ấy, không phải %s"),
			known_title(walk, known, code), day_words(walk, known->from),
			day_words(walk, change->on));
		return structure_refuse(walk, change, tr("Sửa on."));
	}
	if (*known->to && strcmp(known->to, change->on) < 0) {
		err_set(walk->err, ERR_DATA, tr("%s đã kết thúc ngày %s, cần một mã còn dùng đến %s"),
			known_title(walk, known, code), day_words(walk, known->to),
			day_words(walk, change->on));
		return structure_refuse(walk, change, tr("Nơi, cơ quan đã kết thúc không đổi được nữa; ghi nơi, cơ quan kế thừa."));
	}
	return true;
}

bool structure_ask(Walk *walk, Stmt *stmt, bool *yes)
{
	int64_t answer = 0;
	bool ok = db_scalar(stmt, 0, &answer, walk->err);
	*yes = answer != 0;
	return ok;
}

// Rename -----------------------------------------------------------------------------------------

// The columns that the names of places and of bodies have alike: name, from when, by what document.
static void bind_name(Walk *walk, Stmt *stmt, const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++)
		stmt_text(stmt, texts[i]);
	stmt_text(stmt, NULL);
	change_run(walk->change, stmt);
}

bool place_rename(Walk *walk, const Known *known, const char *kind, const char *name, const char *on,
	const char *document)
{
	int64_t id;
	Known after = *known;
	after.kind = kind;
	after.name = name;
	walk_step(walk, STRUCTURE_STEP_CHANGE, bare_title(walk, known),
		arena_printf(walk->arena, tr("từ %s: %s → %s"), day_words(walk, on),
			bare_title(walk, known), bare_title(walk, &after)));
	bool body = known->noun == NOUN_BODY, region = known->noun == NOUN_REGION;
	Stmt *stmt = change_insert(walk->change, body ? NOUN_BODY_NAME : NOUN_PLACE_NAME, &id);
	stmt_int_or_null(stmt, body || region ? known->id : 0);
	if (!body)
		stmt_int_or_null(stmt, region ? 0 : known->id);
	const char *const texts[] = { body ? name : kind, body ? kind : name, on, document };
	bind_name(walk, stmt, texts, sizeof(texts) / sizeof(*texts));
	return walk_well(walk);
}

// What the place is called from that very day; *found false where nothing is.
static bool named_on(Walk *walk, const Known *known, const char *on, Known *out, bool *found)
{
	Stmt *stmt = db_query(core_db(walk->core), structure_queries(walk)->name_on);
	stmt_int(stmt, known->id);
	stmt_int(stmt, known->noun == NOUN_REGION);
	stmt_text(stmt, on);
	*out = *known;
	*found = stmt_row(stmt);
	if (*found) {
		out->kind = stmt_get_string(stmt, 0, walk->arena);
		out->name = stmt_get_string(stmt, 1, walk->arena);
	}
	return stmt_done(stmt, walk->err);
}

static bool same_name(const Known *a, const Known *b)
{
	return strcmp(a->kind, b->kind) == 0 && strcmp(a->name, b->name) == 0;
}

// What is not said stays; a body with a new name is no longer called by its old short one.
static Known wanted_name(const Known *known, const WantedChange *change)
{
	Known wanted = *known;
	if (*change->name)
		wanted.name = change->name;
	if (*change->kind && known->noun != NOUN_REGION)
		wanted.kind = change->kind;
	else if (*change->name && known->noun == NOUN_BODY)
		wanted.kind = change->name;
	return wanted;
}

static bool walk_rename(Walk *walk, const WantedChange *change)
{
	Known known, wanted, already;
	bool found;
	const char *code = change->codes[0];
	if (!find(walk, change, code, &known) ||
		!named_on(walk, &known, change->on, &already, &found))
		return false;
	wanted = wanted_name(&known, change);
	if (found && same_name(&already, &wanted))
		return true;
	if (!structure_in_force(walk, change, &known, code))
		return false;
	if (found || same_name(&known, &wanted)) {
		err_set(walk->err, ERR_DATA,
			found ? tr("từ %s đã có tên “%s”") : tr("trước %s đã tên “%s”"),
			day_words(walk, change->on), bare_title(walk, found ? &already : &known));
		return structure_refuse(walk, change, tr("Cần một tên hay loại khác; tên đã ghi không sửa lại được."));
	}
	return place_rename(
		walk, &known, wanted.kind, wanted.name, change->on, change->document);
}

// Memberships ------------------------------------------------------------------------------------

bool membership_begin(Walk *walk, const NewMembership *membership)
{
	int64_t id;
	Stmt *stmt = change_insert(walk->change, NOUN_MEMBERSHIP, &id);
	stmt_int(stmt, membership->region_id);
	stmt_int(stmt, membership->district_id);
	stmt_int(stmt, membership->main);
	stmt_int(stmt, membership->partial);
	stmt_int(stmt, membership->order);
	stmt_text(stmt, membership->note);
	stmt_text_or_null(stmt, membership->from);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	change_run(walk->change, stmt);
	*(Begun *)vec_push(&walk->begun) = (Begun){ id, membership->district_id, membership->from, membership->at };
	return walk_well(walk);
}

bool membership_end(Walk *walk, int64_t id, const char *last_day)
{
	change_patch(walk->change, NOUN_MEMBERSHIP, id, REV_ANY,
		json_pack("{s:s}", "to_date", last_day));
	return walk_well(walk);
}

// " (b.cfg:12)" of a region that began on that day, where these files say so; else "".
static const char *begun_where(Walk *walk, const Known *known, const char *day)
{
	for (size_t i = 0; i < walk->begun.len; i++) {
		const Begun *begun = vec_at(&walk->begun, i);
		if (known->noun == NOUN_DISTRICT && begun->district_id == known->id &&
			strcmp(begun->from, day) == 0 && begun->at && *begun->at)
			return arena_printf(walk->arena, " (%s)", begun->at);
	}
	return "";
}

bool structure_nothing_later(
	Walk *walk, const WantedChange *change, const Known *known, const char *code)
{
	const char *day = "";
	Stmt *stmt = db_query(core_db(walk->core), structure_queries(walk)->next_day);
	stmt_int(stmt, known->id);
	stmt_text(stmt, change->on);
	if (stmt_row(stmt))
		day = stmt_get_string(stmt, 0, walk->arena);
	if (!stmt_done(stmt, walk->err))
		return false;
	if (!*day)
		return true;
	err_set(walk->err, ERR_DATA, tr("%s đã có thay đổi từ %s%s, cần ngày sau ngày ấy, không phải %s"),
		known_title(walk, known, code), day_words(walk, day), begun_where(walk, known, day),
		day_words(walk, change->on));
	return structure_refuse(walk, change, tr("Thay đổi ghi theo thứ tự ngày; sửa on."));
}

// All places where it lay end, one begins.
static bool move(Walk *walk, const WantedChange *change, const Known *known, const Known *region,
	const Vec *lying)
{
	Buf left = BUF_INIT;
	bool ok = true;
	const char *last = day_before(walk, change->on);
	NewMembership wanted = { .region_id = region->id, .district_id = known->id, .main = true,
		.order = known->order, .note = "", .from = change->on, .at = change->at };
	for (size_t i = 0; ok && i < lying->len; i++) {
		const Lying *where = vec_at(lying, i);
		buf_addf(&left, "%s%s", i ? ", " : "", where->name);
		ok = membership_end(walk, where->id, last);
	}
	walk_step(walk, STRUCTURE_STEP_MOVE, known_title(walk, known, change->codes[0]),
		arena_printf(walk->arena, tr("từ %s thuộc vùng %s, thay cho %s"),
			day_words(walk, change->on), region->name, left.len ? left.bytes : "∅"));
	buf_release(&left);
	return ok && membership_begin(walk, &wanted);
}

static bool check_elsewhere(
	Walk *walk, const WantedChange *change, const Known *region, const Vec *lying)
{
	for (size_t i = 0; i < lying->len; i++) {
		const Lying *where = vec_at(lying, i);
		if (!where->main || where->region_id != region->id)
			continue;
		err_set(walk->err, ERR_DATA, tr("“%s” đã thuộc vùng %s trước %s, cần một vùng khác"),
			change->codes[0], region->name, day_words(walk, change->on));
		return structure_refuse(walk, change, tr("Sửa region hoặc bỏ thay đổi này."));
	}
	return true;
}

static bool walk_move(Walk *walk, const WantedChange *change)
{
	Known known, region;
	bool moved;
	Vec lying;
	const char *code = change->codes[0];
	if (!structure_district(walk, change, code, &known) ||
		!structure_region(walk, change, change->region, &region))
		return false;
	Stmt *stmt = db_query(core_db(walk->core), Q_STRUCTURE_MOVED);
	stmt_int(stmt, known.id);
	stmt_int(stmt, region.id);
	stmt_text(stmt, change->on);
	if (!structure_ask(walk, stmt, &moved))
		return false;
	if (moved)
		return true;
	vec_init(&lying, sizeof(Lying));
	bool ok = structure_in_force(walk, change, &known, code) &&
		  structure_nothing_later(walk, change, &known, code) &&
		  lying_on(walk, known.id, day_before(walk, change->on), &lying) &&
		  check_elsewhere(walk, change, &region, &lying) &&
		  move(walk, change, &known, &region, &lying);
	vec_release(&lying);
	return ok;
}

// The word for the level --------------------------------------------------------------------------

static bool walk_level(Walk *walk, const WantedChange *change)
{
	int64_t id;
	Stmt *stmt = db_query(core_db(walk->core), Q_STRUCTURE_LEVEL_ON);
	stmt_text(stmt, change->on);
	const char *already = stmt_row(stmt) ? stmt_get_string(stmt, 0, walk->arena) : "";
	if (!stmt_done(stmt, walk->err))
		return false;
	if (strcmp(already, change->level) == 0)
		return true;
	if (*already) {
		err_set(walk->err, ERR_DATA, tr("từ %s, cấp này đã gọi là “%s”"),
			day_words(walk, change->on), already);
		return structure_refuse(walk, change, tr("Mỗi ngày một cách gọi; ghi một ngày khác."));
	}
	walk_step(walk, STRUCTURE_STEP_CHANGE, tr("tên gọi chung của cấp"),
		arena_printf(walk->arena, tr("từ %s: %s"), day_words(walk, change->on), change->level));
	stmt = change_insert(walk->change, NOUN_LEVEL_NAME, &id);
	stmt_text(stmt, change->level);
	stmt_text(stmt, change->on);
	stmt_text(stmt, change->document);
	stmt_text(stmt, NULL);
	change_run(walk->change, stmt);
	return walk_well(walk);
}

bool structure_walk_change(Walk *walk, const WantedChange *change)
{
	static bool (*const verbs[])(Walk *, const WantedChange *) = {
		[STRUCTURE_RENAME] = walk_rename, [STRUCTURE_SUCCEED] = structure_succeed,
		[STRUCTURE_CLOSE] = structure_succeed, [STRUCTURE_MOVE] = walk_move,
		[STRUCTURE_LEVEL] = walk_level,
	};
	walk->subject = change->subject;
	bool ok = verbs[change->verb](walk, change);
	walk->subject = STRUCTURE_PLACES;
	return ok;
}
