// SPDX-License-Identifier: MIT
#include "core/audit.h"

#include "base/tr.h"
#include "core/directive.h"
#include "core/org.h"
#include "core/person.h"
#include "core/right.h"
#include "core/task.h"

#include <string.h>

static bool may(Core *core, Err *err)
{
	return right_check_for(core, RIGHT_DIRECT, tr("xem nhật ký"), err);
}

bool audit_log(Core *core, const AuditFilter *filter, Arena *arena, Vec *out, Err *err)
{
	if (!may(core, err))
		return false;
	Stmt *stmt = db_query(core_db(core), Q_AUDIT_LOG);
	stmt_int(stmt, filter->since);
	stmt_int(stmt, filter->person_id);
	while (stmt_row(stmt)) {
		AuditChange *change = vec_push(out);
		*change = (AuditChange){
			.seq = stmt_get_int(stmt, 0), .at = stmt_get_int(stmt, 1),
			.undoes = stmt_get_int(stmt, 2), .thing_id = stmt_get_int(stmt, 3),
			.entries = stmt_get_int(stmt, 4), .op = stmt_get_string(stmt, 5, arena),
			.kind = stmt_get_string(stmt, 6, arena),
			.person = stmt_get_string(stmt, 7, arena),
			.login = stmt_get_string(stmt, 8, arena),
		};
	}
	return stmt_done(stmt, err);
}

// By what people call them ----------------------------------------------------------------------

typedef bool Finder(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err);

static bool find_region(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Region region = { .id = 0 };
	bool ok = region_by_code(core, typed, arena, &region, err);
	*id = region.id;
	return ok;
}

static bool find_district(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	District district = { .id = 0 };
	bool ok = district_by_code(core, typed, arena, &district, err);
	*id = district.id;
	return ok;
}

static bool find_body(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Body body = { .id = 0 };
	bool ok = body_find(core, typed, arena, &body, err);
	*id = body.id;
	return ok;
}

static bool find_person(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Person person = { .id = 0 };
	bool ok = person_find(core, typed, arena, &person, err);
	*id = person.id;
	return ok;
}

static bool find_directive(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Directive directive = { .id = 0 };
	bool ok = directive_find(core, typed, arena, &directive, err);
	*id = directive.id;
	return ok;
}

static bool find_task(Core *core, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Task task = { .id = 0 };
	bool ok = task_find(core, typed, arena, &task, err);
	*id = task.id;
	return ok;
}

static const struct {
	NounKind noun;
	Finder *find;
} finders[] = {
	{ NOUN_REGION, find_region }, { NOUN_DISTRICT, find_district }, { NOUN_BODY, find_body },
	{ NOUN_PERSON, find_person }, { NOUN_DIRECTIVE, find_directive }, { NOUN_TASK, find_task },
};

static Finder *finder_of(NounKind noun)
{
	for (size_t i = 0; i < sizeof(finders) / sizeof(*finders); i++)
		if (finders[i].noun == noun)
			return finders[i].find;
	return NULL;
}

bool audit_find(Core *core, NounKind noun, const char *typed, Arena *arena, int64_t *id, Err *err)
{
	Finder *find = finder_of(noun);
	if (id_read(core, typed, id, err))
		return true;
	if (!find)
		return false;
	err_clear(err);
	return find(core, typed, arena, id, err);
}

bool audit_thing(Core *core, NounKind noun, int64_t id, Arena *arena, Vec *out, Err *err)
{
	char shown[24];
	if (!may(core, err) || !journal_of_thing(core, noun, id, arena, out, err))
		return false;
	if (out->len)
		return true;
	id_show(core, id, shown);
	err_set(err, ERR_NOT_FOUND, tr("Nhật ký không có %s số %s."), tr(nouns[noun].label), shown);
	return err_hint(err, "%s", tr("Số hiệu có trong `dieuphoi audit log`."));
}
