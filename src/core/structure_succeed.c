// SPDX-License-Identifier: MIT
// Districts or bodies that end, and those that follow them, n:m. What lies at the ended ones stays
// there.
#include "core/structure_parts.h"

#include "base/buf.h"
#include "base/tr.h"
#include "core/patch.h"

#include <string.h>

// Who ends (or goes on, where it stands on both sides), and who follows.
typedef struct {
	Walk *walk;
	const WantedChange *change;
	Known *old; // as many as codes
	Known *heirs; // as many as into; id 0 until added
	const char *last; // the last day before
} Succession;

static bool goes_on(const Succession *s, size_t old)
{
	for (size_t i = 0; i < s->change->into_n; i++)
		if (strcmp(s->change->into[i].code, s->change->codes[old]) == 0)
			return true;
	return false;
}

static bool is_old(const Succession *s, const char *code)
{
	for (size_t i = 0; i < s->change->codes_n; i++)
		if (strcmp(s->change->codes[i], code) == 0)
			return true;
	return false;
}

static bool find_old(Succession *s)
{
	for (size_t i = 0; i < s->change->codes_n; i++)
		if (!structure_district(s->walk, s->change, s->change->codes[i], &s->old[i]))
			return false;
	return true;
}

// Done already ------------------------------------------------------------------------------------

static bool is_linked(Succession *s, size_t old, size_t heir, bool *yes)
{
	Known known;
	bool found;
	const char *code = s->change->into[heir].code;
	*yes = strcmp(code, s->change->codes[old]) == 0;
	if (*yes)
		return true;
	if (!known_find(s->walk, code, s->change->on, &known, &found))
		return false;
	if (!found || known.noun == NOUN_REGION)
		return true;
	Stmt *stmt = db_query(core_db(s->walk->core), structure_queries(s->walk)->succeeded);
	stmt_int(stmt, s->old[old].id);
	stmt_int(stmt, known.id);
	stmt_text(stmt, s->change->on);
	return structure_ask(s->walk, stmt, yes);
}

static bool is_done(Succession *s, bool *done)
{
	*done = true;
	for (size_t i = 0; i < s->change->codes_n; i++) {
		if (!goes_on(s, i) && strcmp(s->old[i].to, s->last) != 0)
			*done = false;
		for (size_t k = 0; *done && k < s->change->into_n; k++)
			if (!is_linked(s, i, k, done))
				return false;
	}
	return true;
}

// Can it be ----------------------------------------------------------------------------------------

static bool check_old(Succession *s)
{
	for (size_t i = 0; i < s->change->codes_n; i++) {
		const char *code = s->change->codes[i];
		if (!structure_in_force(s->walk, s->change, &s->old[i], code) ||
			!structure_nothing_later(s->walk, s->change, &s->old[i], code))
			return false;
	}
	return true;
}

static bool refuse_reuse(Succession *s, const char *code, const Known *known)
{
	Walk *walk = s->walk;
	err_set(walk->err, ERR_DATA, tr("mã “%s” đã dùng cho %s, cần mã khác, ví dụ %s-%.4s"), code,
		known_title(walk, known, code), code, s->change->on);
	return structure_refuse(walk, s->change,
		tr("Mã không cấp lại; nơi có sẵn tiếp nhận thì trong into chỉ ghi code."));
}

static bool check_new_body(Succession *s, const WantedHeir *heir)
{
	if (*heir->name)
		return true;
	err_set(s->walk->err, ERR_DATA, tr("“%s” là cơ quan mới, cần name"), heir->code);
	return structure_refuse(s->walk, s->change, tr("Ghi tên; cơ quan có sẵn thì kiểm tra mã."));
}

static bool check_new(Succession *s, const WantedHeir *heir)
{
	if (s->change->subject == STRUCTURE_BODIES)
		return check_new_body(s, heir);
	if (*heir->name && *heir->kind && heir->order > 0)
		return true;
	err_set(s->walk->err, ERR_DATA, tr("“%s” là nơi mới, cần name, kind và order từ 1 trở lên"),
		heir->code);
	return structure_refuse(s->walk, s->change, tr("Điền đủ cho nơi mới; nơi có sẵn thì kiểm tra mã."));
}

static bool find_heirs(Succession *s)
{
	for (size_t i = 0; i < s->change->into_n; i++) {
		bool found;
		Known *known = &s->heirs[i];
		const WantedHeir *heir = &s->change->into[i];
		if (!known_find(s->walk, heir->code, s->change->on, known, &found))
			return false;
		bool described = *heir->name || *heir->kind || heir->order || *heir->region;
		if (!found && !check_new(s, heir))
			return false;
		if (found && (known->noun == NOUN_REGION || described))
			return refuse_reuse(s, heir->code, known);
		if (found && !is_old(s, heir->code) &&
			!structure_in_force(s->walk, s->change, known, heir->code))
			return false;
	}
	return true;
}

// Where a new one lies: where it says, or where all whom it follows lay.
static bool region_of(Succession *s, const WantedHeir *heir, Known *region)
{
	Vec lying;
	bool ok = true;
	const char *code = heir->region;
	vec_init(&lying, sizeof(Lying));
	for (size_t i = 0; ok && !*heir->region && i < s->change->codes_n; i++) {
		vec_clear(&lying);
		ok = lying_on(s->walk, s->old[i].id, s->last, &lying);
		const Lying *first = lying.len ? vec_at(&lying, 0) : NULL;
		const char *there = first && first->main ? first->code : "";
		if (i > 0 && strcmp(code, there) != 0)
			there = "";
		code = there;
	}
	vec_release(&lying);
	if (!ok)
		return false;
	if (*code)
		return structure_region(s->walk, s->change, code, region);
	err_set(s->walk->err, ERR_DATA, tr("không rõ “%s” thuộc vùng nào, cần ghi region"), heir->code);
	return structure_refuse(s->walk, s->change,
		tr("Các nơi trước không cùng một vùng chính; ghi region trong into."));
}

// Doing it ----------------------------------------------------------------------------------------

static bool add_district(Succession *s, const WantedHeir *heir, Known *known)
{
	Known region = { .name = "" };
	Walk *walk = s->walk;
	if (!region_of(s, heir, &region))
		return false;
	*known = (Known){ .noun = NOUN_DISTRICT, .kind = heir->kind, .name = heir->name,
		.from = s->change->on, .to = "" };
	Stmt *stmt = change_insert(walk->change, NOUN_DISTRICT, &known->id);
	stmt_text(stmt, heir->code);
	stmt_text(stmt, heir->kind);
	stmt_text(stmt, heir->name);
	stmt_int(stmt, heir->order);
	stmt_text(stmt, s->change->on);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	change_run(walk->change, stmt);
	walk_step(walk, STRUCTURE_STEP_ADD, known_title(walk, known, heir->code),
		arena_printf(walk->arena, tr("từ %s, thuộc vùng %s, thứ tự %d"),
			day_words(walk, s->change->on), region.name, heir->order));
	const NewMembership membership = { .region_id = region.id, .district_id = known->id,
		.main = true, .order = heir->order, .note = "", .from = s->change->on,
		.at = s->change->at };
	return walk_well(walk) && membership_begin(walk, &membership);
}

static bool add_body(Succession *s, const WantedHeir *heir, Known *known)
{
	Walk *walk = s->walk;
	int order = heir->order ? heir->order : s->old[0].order;
	*known = (Known){ .noun = NOUN_BODY, .kind = *heir->kind ? heir->kind : heir->name,
		.name = heir->name, .from = s->change->on, .to = "" };
	Stmt *stmt = change_insert(walk->change, NOUN_BODY, &known->id);
	stmt_text(stmt, heir->code);
	stmt_text(stmt, heir->name);
	stmt_text(stmt, known->kind);
	stmt_int(stmt, order);
	stmt_text(stmt, s->change->on);
	stmt_text(stmt, NULL);
	stmt_text(stmt, NULL);
	change_run(walk->change, stmt);
	walk_step(walk, STRUCTURE_STEP_ADD, known_title(walk, known, heir->code),
		arena_printf(walk->arena, tr("từ %s, tên gọn: %s"), day_words(walk, s->change->on),
			known->kind));
	return walk_well(walk);
}

static bool add_heir(Succession *s, size_t at)
{
	Known *known = &s->heirs[at];
	const WantedHeir *heir = &s->change->into[at];
	if (known->id)
		return true;
	return s->change->subject == STRUCTURE_BODIES ? add_body(s, heir, known) :
							add_district(s, heir, known);
}

static void link_to(Succession *s, size_t old, size_t heir)
{
	int64_t id, from = s->old[old].id, to = s->heirs[heir].id;
	bool bodies = s->change->subject == STRUCTURE_BODIES;
	if (from == to)
		return;
	Stmt *stmt = change_insert(s->walk->change, NOUN_SUCCESSION, &id);
	stmt_int_or_null(stmt, bodies ? 0 : from);
	stmt_int_or_null(stmt, bodies ? 0 : to);
	stmt_int_or_null(stmt, bodies ? from : 0);
	stmt_int_or_null(stmt, bodies ? to : 0);
	stmt_text(stmt, s->change->on);
	stmt_text(stmt, s->change->document);
	stmt_text(stmt, NULL);
	change_run(s->walk->change, stmt);
}

static bool add_left(Succession *s, size_t old, Buf *out)
{
	Stmt *stmt = db_query(core_db(s->walk->core), structure_queries(s->walk)->left);
	stmt_int(stmt, s->old[old].id);
	stmt_text(stmt, s->change->on);
	int64_t leaves = 0, people = 0;
	if (stmt_row(stmt)) {
		leaves = stmt_get_int(stmt, 0);
		people = stmt_get_int(stmt, 1);
	}
	if (leaves)
		buf_addf(out, tr("; %lld nhiệm vụ chưa xong ở nguyên đó"), (long long)leaves);
	if (people)
		buf_addf(out, s->change->subject == STRUCTURE_BODIES ?
				tr("; %lld đồng chí còn thuộc cơ quan sau ngày ấy") :
				tr("; %lld phân công còn hiệu lực sau ngày ấy"), (long long)people);
	return stmt_done(stmt, s->walk->err);
}

static bool tell_end(Succession *s, size_t old)
{
	Buf details = BUF_INIT, heirs = BUF_INIT;
	Walk *walk = s->walk;
	bool ends = !goes_on(s, old);
	for (size_t i = 0; i < s->change->into_n; i++)
		if (s->heirs[i].id != s->old[old].id)
			buf_addf(&heirs, "%s%s", heirs.len ? ", " : "",
				known_title(walk, &s->heirs[i], s->change->into[i].code));
	if (ends)
		buf_addf(&details, tr("kết thúc %s; "), day_words(walk, s->last));
	else
		buf_addf(&details, tr("còn tiếp sau %s; "), day_words(walk, s->last));
	if (heirs.len)
		buf_addf(&details, tr("kế thừa: %s"), heirs.bytes);
	else
		buf_adds(&details, s->change->subject == STRUCTURE_BODIES ?
				tr("không có cơ quan kế thừa") : tr("không có nơi kế thừa"));
	bool ok = !ends || add_left(s, old, &details);
	walk_step(walk, ends ? STRUCTURE_STEP_END : STRUCTURE_STEP_CHANGE,
		known_title(walk, &s->old[old], s->change->codes[old]), details.bytes);
	buf_release(&details);
	buf_release(&heirs);
	return ok;
}

static bool end_old(Succession *s, size_t old)
{
	for (size_t i = 0; i < s->change->into_n; i++)
		link_to(s, old, i);
	if (!goes_on(s, old))
		change_patch(s->walk->change, s->old[old].noun, s->old[old].id, REV_ANY,
			json_pack("{s:s}", "to_date", s->last));
	return walk_well(s->walk) && tell_end(s, old);
}

bool structure_succeed(Walk *walk, const WantedChange *change)
{
	bool done;
	Succession s = {
		.walk = walk,
		.change = change,
		.old = arena_array(walk->arena, change->codes_n, sizeof(Known)),
		.heirs = arena_array(walk->arena, change->into_n, sizeof(Known)),
		.last = day_before(walk, change->on),
	};
	if (!find_old(&s) || !is_done(&s, &done))
		return false;
	if (done)
		return true;
	bool ok = check_old(&s) && find_heirs(&s);
	for (size_t i = 0; ok && i < change->into_n; i++)
		ok = add_heir(&s, i);
	for (size_t i = 0; ok && i < change->codes_n; i++)
		ok = end_old(&s, i);
	return ok;
}
