// SPDX-License-Identifier: MIT
#include "core/thing.h"

#include "base/tr.h"

typedef struct {
	NounKind noun;
	const char *label; // before its own words; NULL: the place's name says all
	QueryId query;
} ThingKind;

static const ThingKind kinds[] = {
	{ NOUN_REGION, NULL, Q_THING_REGION },
	{ NOUN_DISTRICT, NULL, Q_THING_DISTRICT },
	{ NOUN_BODY, N_("cơ quan"), Q_THING_BODY },
	{ NOUN_PERSON, N_("đồng chí"), Q_THING_PERSON },
	{ NOUN_DIRECTIVE, N_("văn bản"), Q_THING_DIRECTIVE },
	{ NOUN_TASK, N_("nhiệm vụ"), Q_THING_TASK },
	{ NOUN_LEAF, N_("nhiệm vụ"), Q_THING_LEAF },
	{ NOUN_MEETING, N_("buổi làm việc"), Q_THING_MEETING },
	{ NOUN_REVIEW, N_("sơ kết"), Q_THING_REVIEW },
	{ NOUN_REMARK, N_("ý kiến chỉ đạo"), Q_THING_REMARK },
	{ NOUN_REPORT_SERIES, N_("báo cáo định kỳ"), Q_THING_REPORT_SERIES },
	{ NOUN_INDICATOR, N_("chỉ tiêu"), Q_THING_INDICATOR },
};

static const ThingKind *kind_of(NounKind noun)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (kinds[i].noun == noun)
			return &kinds[i];
	return NULL;
}

bool thing_has_screen(NounKind noun)
{
	return kind_of(noun) != NULL;
}

bool thing_same(Thing a, Thing b)
{
	return a.id == b.id && (!a.id || a.noun == b.noun);
}

// "nhiệm vụ 2.3b Thí điểm …", "buổi làm việc 25/11/2021"
static const char *own_words(const ThingKind *kind, Stmt *stmt, Arena *arena)
{
	Date day;
	char shown[11] = "";
	const char *words = stmt_get_text(stmt, 0);
	if (date_parse(stmt_get_text(stmt, 1), &day))
		date_show(day, shown);
	if (!kind->label)
		return "";
	return arena_printf(arena, "%s%s%s%s%s", tr(kind->label), *words ? " " : "", words,
		*shown ? " " : "", shown);
}

static bool read(Core *core, const ThingKind *kind, int64_t id, Arena *arena, const char **words,
	Place *place, Err *err)
{
	Stmt *stmt = db_query(core_db(core), kind->query);
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found) {
		*words = own_words(kind, stmt, arena);
		*place = (Place){ stmt_get_int(stmt, 2), stmt_get_int(stmt, 3) };
	}
	if (!stmt_done(stmt, err))
		return false;
	return found ||
	       err_set(err, ERR_NOT_FOUND, tr("%s này không còn."), tr(nouns[kind->noun].label));
}

bool thing_name(Core *core, Thing thing, Arena *arena, ThingName *out, Err *err)
{
	const char *words = "", *place = "", *code;
	const ThingKind *kind = kind_of(thing.noun);
	*out = (ThingName){ .title = "" };
	if (!kind)
		return err_set(err, ERR_INVALID, tr("Không có màn hình riêng cho %s."),
			tr(nouns[thing.noun].label));
	if (!read(core, kind, thing.id, arena, &words, &out->place, err))
		return false;
	bool somewhere = out->place.region_id || out->place.district_id;
	if (somewhere && !place_name(core, out->place, arena, &place, &code, err))
		return false;
	out->title = *words && *place ? arena_printf(arena, "%s, %s", words, place) :
					*words ? words : place;
	return true;
}

Thing thing_of_numbers(int64_t noun, int64_t id)
{
	bool known = noun >= 0 && noun < NOUN_COUNT;
	return known ? (Thing){ (NounKind)noun, id } : (Thing){ .id = 0 };
}
