// SPDX-License-Identifier: MIT
#include "core/meeting.h"

#include "base/tr.h"
#include "core/meeting_parts.h"
#include "core/org.h"
#include "core/right.h"

#include <stdio.h>
#include <string.h>

typedef struct {
	const char *code, *name;
} Word;

static const Word states[] = {
	[MEETING_PLANNED] = { "planned", N_("dự kiến") },
	[MEETING_IN_PROGRESS] = { "in-progress", N_("đang diễn ra") },
	[MEETING_DRAFT] = { "draft", N_("biên bản nháp") },
	[MEETING_FINAL] = { "final", N_("biên bản đã hoàn tất") },
};

static const Word kinds[] = {
	[MEETING_WORK] = { "meeting", N_("buổi làm việc") },
	[MEETING_CONFERENCE] = { "conference", N_("hội nghị") },
	[MEETING_SURVEY] = { "survey", N_("khảo sát") },
};

const char *meeting_state_code(MeetingState state)
{
	return states[state].code;
}

const char *meeting_state_name(MeetingState state)
{
	return tr(states[state].name);
}

const char *meeting_kind_code(MeetingKind kind)
{
	return kinds[kind].code;
}

const char *meeting_kind_name(MeetingKind kind)
{
	return tr(kinds[kind].name);
}

static size_t word_index(const Word *words, size_t n, const char *code)
{
	size_t i = 0;
	while (i < n && strcmp(words[i].code, code) != 0)
		i++;
	return i;
}

bool meeting_kind_parse(const char *code, MeetingKind *out)
{
	size_t n = sizeof(kinds) / sizeof(*kinds);
	size_t i = word_index(kinds, n, code);
	if (i < n)
		*out = (MeetingKind)i;
	return i < n;
}

static MeetingState state_of(const char *code)
{
	size_t n = sizeof(states) / sizeof(*states);
	size_t i = word_index(states, n, code);
	return i < n ? (MeetingState)i : MEETING_FINAL;
}

static bool no_meeting(Core *core, int64_t id, Err *err)
{
	char shown[24];
	id_show(core, id, shown);
	err_set(err, ERR_NOT_FOUND, tr("Không có buổi làm việc số %s."), shown);
	return err_hint(err, "%s", tr("Xem danh sách bằng `dieuphoi meeting list`."));
}

bool meeting_key(Core *core, int64_t id, MeetingKey *out, Err *err)
{
	*out = (MeetingKey){ 0 };
	Stmt *stmt = db_query(core_db(core), Q_MEETING_KEY);
	stmt_int(stmt, id);
	if (stmt_row(stmt)) {
		out->region_id = stmt_get_int(stmt, 0);
		out->state = state_of(stmt_get_text(stmt, 1));
		snprintf(out->held_on, sizeof(out->held_on), "%s", stmt_get_text(stmt, 2));
		snprintf(out->number, sizeof(out->number), "%s", stmt_get_text(stmt, 3));
	}
	if (!stmt_done(stmt, err))
		return false;
	return out->region_id || no_meeting(core, id, err);
}

static bool check_read(Core *core, MeetingState state, int64_t region_id, Err *err)
{
	Right right = state == MEETING_FINAL ? RIGHT_READ : RIGHT_READ_OPEN;
	return right_check(core, right, (Place){ .region_id = region_id }, err);
}

bool meeting_check_read(Core *core, int64_t id, Err *err)
{
	MeetingKey key;
	return meeting_key(core, id, &key, err) && check_read(core, key.state, key.region_id, err);
}

static bool check_unlocked(const MeetingKey *key, Err *err)
{
	if (key->state != MEETING_FINAL)
		return true;
	err_set(err, ERR_DENIED, tr("Biên bản số %s đã hoàn tất nên không sửa được."), key->number);
	return err_hint(
		err, "%s", tr("Văn phòng có thể mở lại biên bản mới nhất của vùng, kèm lý do."));
}

bool meeting_check_write(Core *core, int64_t id, MeetingKey *key, Err *err)
{
	MeetingKey own = { 0 };
	key = key ? key : &own;
	return meeting_key(core, id, key, err) &&
	       right_check(core, RIGHT_MEETING, (Place){ .region_id = key->region_id }, err) &&
	       check_unlocked(key, err);
}

void meeting_hold(Change *change, int64_t id)
{
	MeetingKey key;
	Err err = ERR_INIT;
	if (change_failed(change))
		return;
	if (!meeting_key(change_core(change), id, &key, &err) || !check_unlocked(&key, &err))
		change_fail(change, &err);
	change_hold(change, RIGHT_MEETING, (Place){ .region_id = key.region_id });
}

bool meeting_missing(const char *field, const char *what, Err *err)
{
	err_set(err, ERR_INVALID, tr("Chưa ghi %s."), what);
	return err_field(err, field);
}

int meeting_next_position(Change *change, QueryId query, int64_t meeting_id)
{
	int64_t position = 0;
	Err err = ERR_INIT;
	if (change_failed(change))
		return 0;
	Stmt *stmt = db_query(core_db(change_core(change)), query);
	stmt_int(stmt, meeting_id);
	if (!db_scalar(stmt, 1, &position, &err))
		change_fail(change, &err);
	return (int)position;
}

static Meeting meeting_row(Stmt *stmt, Arena *arena)
{
	MeetingKind kind = MEETING_WORK;
	if (!meeting_kind_parse(stmt_get_text(stmt, 3), &kind))
		kind = MEETING_WORK; // the schema holds no other
	return (Meeting){
		.id = stmt_get_int(stmt, 0),
		.rev = stmt_get_int(stmt, 1),
		.region_id = stmt_get_int(stmt, 2),
		.kind = kind,
		.subject = stmt_get_string(stmt, 4, arena),
		.held_on = stmt_get_string(stmt, 5, arena),
		.starts = stmt_get_string(stmt, 6, arena),
		.ends = stmt_get_string(stmt, 7, arena),
		.place = stmt_get_string(stmt, 8, arena),
		.chair_id = stmt_get_int(stmt, 9),
		.recorder_id = stmt_get_int(stmt, 10),
		.chair = stmt_get_string(stmt, 11, arena),
		.chair_post = stmt_get_string(stmt, 12, arena),
		.recorder = stmt_get_string(stmt, 13, arena),
		.state = state_of(stmt_get_text(stmt, 14)),
		.number = stmt_get_string(stmt, 15, arena),
		.region = stmt_get_string(stmt, 21, arena),
		.conclusions = (int)stmt_get_int(stmt, 16),
		.tasks = (int)stmt_get_int(stmt, 17),
		.present = (int)stmt_get_int(stmt, 18),
		.absent = (int)stmt_get_int(stmt, 19),
		.recorder_post = stmt_get_string(stmt, 20, arena),
	};
}

static bool read_rows(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	const QueryId pieces[] = {
		Q_MEETING_SELECT,
		region_id ? Q_MEETING_WHERE_REGION : Q_MEETING_WHERE_ANY,
		Q_MEETING_ORDER,
	};
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	if (region_id)
		stmt_int(stmt, region_id);
	while (stmt_row(stmt))
		*(Meeting *)vec_push(out) = meeting_row(stmt, arena);
	return stmt_done(stmt, err);
}

// Open minutes are left out, not refused, where they may not be read.
static bool drop_unreadable(Core *core, Vec *meetings, Err *err)
{
	for (size_t i = meetings->len; i-- > 0;) {
		const Meeting *meeting = vec_at(meetings, i);
		if (check_read(core, meeting->state, meeting->region_id, err))
			continue;
		if (err->kind != ERR_DENIED)
			return false;
		err_clear(err);
		vec_remove(meetings, i, 1);
	}
	return true;
}

static bool add_titles(Core *core, Arena *arena, Vec *meetings, Err *err)
{
	for (size_t i = 0; i < meetings->len; i++) {
		Region region;
		Meeting *meeting = vec_at(meetings, i);
		for (size_t k = 0; k < i && !*meeting->region; k++) {
			const Meeting *other = vec_at(meetings, k);
			if (other->region_id == meeting->region_id && other->state != MEETING_FINAL)
				meeting->region = other->region;
		}
		if (*meeting->region)
			continue;
		if (!region_get(core, meeting->region_id, arena, &region, err))
			return false;
		meeting->region = region.title;
	}
	return true;
}

bool meeting_list(Core *core, int64_t region_id, Arena *arena, Vec *out, Err *err)
{
	Vec meetings;
	vec_init(&meetings, sizeof(Meeting));
	bool ok = read_rows(core, region_id, arena, &meetings, err) &&
		  drop_unreadable(core, &meetings, err) && add_titles(core, arena, &meetings, err);
	if (ok)
		vec_insert(out, out->len, meetings.items, meetings.len);
	vec_release(&meetings);
	return ok;
}

bool meeting_get(Core *core, int64_t id, Arena *arena, Meeting *out, Err *err)
{
	Region region;
	const QueryId pieces[] = { Q_MEETING_SELECT, Q_MEETING_WHERE_ID };
	Stmt *stmt = db_query_join(core_db(core), pieces, sizeof(pieces) / sizeof(*pieces));
	stmt_int(stmt, id);
	bool found = stmt_row(stmt);
	if (found)
		*out = meeting_row(stmt, arena);
	if (!stmt_done(stmt, err))
		return false;
	if (!found)
		return no_meeting(core, id, err);
	if (!check_read(core, out->state, out->region_id, err) ||
		!region_get(core, out->region_id, arena, &region, err))
		return false;
	if (!*out->region)
		out->region = region.title;
	return true;
}
