// SPDX-License-Identifier: MIT
#include "cli/demo_play.h"

#include "base/tr.h"
#include "core/person.h"
#include "core/visit.h"

#include <string.h>

// How far the story has been played: the last day of which every event is done.
static const char played_setting[] = "demo_played_until";

// Who acts is set already.
static bool play_visit(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	(void)event;
	return visit_store(player->core, "", VISIT_LEFT, err);
}

static DemoPlay *const plays[DEMO_EVENT_KINDS] = {
	[DEMO_HANDOVER] = demo_play_handover,
	[DEMO_ASSIGN] = demo_play_assignment,
	[DEMO_MEETING_PLAN] = demo_play_meeting_plan,
	[DEMO_MEETING_WRITE] = demo_play_meeting_write,
	[DEMO_MEETING_FINAL] = demo_play_meeting_final,
	[DEMO_MEETING_REOPEN] = demo_play_meeting_reopen,
	[DEMO_EXTEND] = demo_play_extension,
	[DEMO_REPORT] = demo_play_report,
	[DEMO_WITHDRAW] = demo_play_withdrawal,
	[DEMO_CLOSE] = demo_play_closing,
	[DEMO_REVIEW] = demo_play_review,
	[DEMO_REMARK_ADD] = demo_play_remark_add,
	[DEMO_REMARK_ANSWER] = demo_play_remark_answer,
	[DEMO_REMARK_SEEN] = demo_play_remark_seen,
	[DEMO_REMARK_TASK] = demo_play_remark_task,
	[DEMO_VISIT] = play_visit,
	[DEMO_SERIES] = demo_play_series,
	[DEMO_RECEIVED] = demo_play_received,
	[DEMO_ROUND_STEP] = demo_play_round_step,
	[DEMO_READINGS] = demo_play_readings,
	[DEMO_TARGET] = demo_play_target,
};

void demo_player_init(DemoPlayer *player, Core *core, const DemoStory *story, Arena *arena)
{
	*player = (DemoPlayer){ .core = core, .story = story, .arena = arena };
	player->person_ids = arena_array(arena, story->people_n, sizeof(int64_t));
	player->meeting_ids = arena_array(arena, story->meetings_n, sizeof(int64_t));
	vec_init(&player->tasks, sizeof(DemoTask));
	vec_init(&player->skipped, sizeof(const char *));
}

void demo_player_release(DemoPlayer *player)
{
	arena_release(&player->scratch);
	vec_release(&player->tasks);
	vec_release(&player->skipped);
}

int64_t demo_person_id(const DemoPlayer *player, const char *code)
{
	const DemoPerson *person = demo_person(player->story, code);
	return person ? player->person_ids[person - player->story->people] : 0;
}

int64_t *demo_meeting_id(DemoPlayer *player, const DemoMeeting *meeting)
{
	size_t i = 0;
	while (player->story->meetings[i] != meeting)
		i++;
	return &player->meeting_ids[i];
}

bool demo_place(DemoPlayer *player, const char *code, Place *out, Err *err)
{
	*out = (Place){ 0 };
	return place_find(player->core, code, out, err);
}

bool demo_task_add(DemoPlayer *player, const DemoConclusion *conclusion, int64_t task_id, Err *err)
{
	Task task;
	if (!task_get(player->core, task_id, player->arena, &task, err))
		return false;
	*(DemoTask *)vec_push(&player->tasks) = (DemoTask){ conclusion, task.code };
	return true;
}

static const char *task_code(const DemoPlayer *player, const char *key)
{
	for (size_t i = 0; i < player->tasks.len; i++) {
		const DemoTask *task = vec_at(&player->tasks, i);
		if (strcmp(task->conclusion->key, key) == 0)
			return task->task_code;
	}
	return NULL;
}

bool demo_leaf(DemoPlayer *player, const char *task, Place place, Leaf *out, Err *err)
{
	const char *code = demo_task_is_key(task) ? task_code(player, task) : task;
	if (!code)
		return err_set(err, ERR_NOT_FOUND, tr("Kết luận “%s” chưa thành nhiệm vụ."), task);
	return leaf_find(player->core, code, place, &player->scratch, out, err);
}

// A demo database that this story was not played in has no place to go on from.
static bool check_played(DemoPlayer *player, Err *err)
{
	const char *played;
	if (!core_setting(player->core, played_setting, player->arena, &played, err))
		return false;
	if (*played)
		return true;
	err_set(err, ERR_CONFLICT, "%s", tr("Dữ liệu mẫu này không do `dieuphoi demo` tạo."));
	return err_hint(err, "%s", tr("Thêm --reset để làm lại từ đầu."));
}

bool demo_play_resume(DemoPlayer *player, Err *err)
{
	Vec people;
	if (!check_played(player, err))
		return false;
	vec_init(&people, sizeof(Person));
	bool ok = person_list(player->core, PERSON_ALL, &player->scratch, &people, err);
	for (size_t i = 0; ok && i < player->story->people_n; i++) {
		const DemoPerson *wanted = &player->story->people[i];
		for (size_t k = 0; k < people.len; k++) {
			const Person *person = vec_at(&people, k);
			if (strcmp(person->login, wanted->roles.n ? wanted->code : "") == 0 &&
				strcmp(person->name, wanted->name) == 0)
				player->person_ids[i] = person->id;
		}
	}
	vec_release(&people);
	return ok && demo_meetings_resume(player, err);
}

static bool store_played(Core *core, const char *day, Err *err)
{
	if (!db_write_begin(core_db(core), err))
		return false;
	if (!core_setting_store(core, played_setting, day, err))
		return db_write_cancel(core_db(core));
	return db_write_commit(core_db(core), err);
}

static bool move_to(DemoPlayer *player, const char *day, Err *err)
{
	Date date;
	if (!date_parse(day, &date)) // the reader takes no other
		return err_set(err, ERR_DATA, tr("“%s” không phải là một ngày."), day);
	return core_set_today(player->core, date, err);
}

static bool play_event(DemoPlayer *player, const DemoEvent *event, Err *err)
{
	arena_clear(&player->scratch);
	player->at = event->at;
	if (core_act_as(player->core, event->by, err) && plays[event->kind](player, event, err)) {
		player->played++;
		return true;
	}
	return err_prefix(err, "%s:%d: ", player->at.path, player->at.line);
}

// What somebody's work in the demo can bring about. The rest is a fault of the machine.
static bool may_skip(const Err *err)
{
	return err->kind == ERR_INVALID || err->kind == ERR_DENIED || err->kind == ERR_NOT_FOUND ||
	       err->kind == ERR_CONFLICT;
}

static bool skip(DemoPlayer *player, const Err *err)
{
	*(const char **)vec_push(&player->skipped) = arena_strdup(player->arena, err->message);
	return true;
}

// The events of one day; *at is the first after it.
static bool play_day(DemoPlayer *player, DemoState state, size_t *at, Err *err)
{
	const DemoStory *story = player->story;
	const char *day = story->events[*at].on;
	if (!move_to(player, day, err))
		return false;
	for (; *at < story->events_n && strcmp(story->events[*at].on, day) == 0; ++*at) {
		if (play_event(player, &story->events[*at], err))
			continue;
		if (state != DEMO_TOUCHED || !may_skip(err) || !skip(player, err))
			return false;
		err_clear(err);
	}
	return store_played(player->core, day, err);
}

bool demo_play(DemoPlayer *player, DemoState state, Date today, Err *err)
{
	const DemoStory *story = player->story;
	const char *played;
	char last[11];
	size_t at = 0;
	date_iso(today, last);
	if (!core_setting(player->core, played_setting, player->arena, &played, err))
		return false; // "" where nothing has been played
	while (at < story->events_n && strcmp(story->events[at].on, played) <= 0)
		at++;
	while (at < story->events_n && strcmp(story->events[at].on, last) <= 0)
		if (!play_day(player, state, &at, err))
			return false;
	return core_set_today(player->core, today, err) && store_played(player->core, last, err) &&
	       core_act_as_default(player->core, err);
}
