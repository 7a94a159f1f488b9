// SPDX-License-Identifier: MIT
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

static const ConfigKey conclusion_keys[] = {
	{ .name = "key",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoConclusion, key) },
	{ .name = "text", .type = CFG_LINE, .offset = offsetof(DemoConclusion, text) },
	{ .name = "body",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoConclusion, body) },
	{ .name = "due",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoConclusion, due) },
	{ .name = "words",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoConclusion, words) },
	{ .name = "districts",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoConclusion, districts) },
	{ .type = CFG_END },
};

typedef struct {
	DemoAgendaItem item;
	ConfigTexts proceedings;
	ConfigNode conclusions;
} ItemEntry;

static const ConfigKey item_keys[] = {
	{ .name = "title", .type = CFG_LINE, .offset = offsetof(ItemEntry, item.title) },
	{ .name = "proceedings",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ItemEntry, proceedings) },
	{ .name = "carried_over",
		.type = CFG_BOOL,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ItemEntry, item.carried_over) },
	{ .name = "conclusions",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ItemEntry, conclusions) },
	{ .type = CFG_END },
};

static const ConfigKey absence_keys[] = {
	{ .name = "who", .type = CFG_CODE, .offset = offsetof(DemoAbsence, who) },
	{ .name = "reason", .type = CFG_LINE, .offset = offsetof(DemoAbsence, reason) },
	{ .type = CFG_END },
};

static const ConfigKey correction_keys[] = {
	{ .name = "before", .type = CFG_LINE, .offset = offsetof(DemoCorrection, before) },
	{ .name = "after", .type = CFG_LINE, .offset = offsetof(DemoCorrection, after) },
	{ .type = CFG_END },
};

typedef struct {
	DemoMeeting meeting;
	const char *office; // who makes the minutes final
	ConfigNode absent, agenda, corrections;
} MeetingEntry;

#define MEETING_LINE(key, wanted)                                                                  \
	{                                                                                          \
		.name = #key, .type = CFG_LINE, .need = wanted,                                    \
		.offset = offsetof(MeetingEntry, meeting.key)                                      \
	}
#define MEETING_CODE(key, wanted)                                                                  \
	{                                                                                          \
		.name = #key, .type = CFG_CODE, .need = wanted,                                    \
		.offset = offsetof(MeetingEntry, meeting.key)                                      \
	}
#define MEETING_DATE(key, wanted)                                                                  \
	{                                                                                          \
		.name = #key, .type = CFG_DATE, .need = wanted,                                    \
		.offset = offsetof(MeetingEntry, meeting.key)                                      \
	}

static const ConfigKey meeting_keys[] = {
	MEETING_CODE(region, CFG_REQUIRED),
	MEETING_CODE(kind, CFG_REQUIRED),
	MEETING_LINE(subject, CFG_REQUIRED),
	MEETING_DATE(held_on, CFG_REQUIRED),
	MEETING_LINE(starts, CFG_OPTIONAL),
	MEETING_LINE(ends, CFG_OPTIONAL),
	MEETING_LINE(place, CFG_REQUIRED),
	MEETING_CODE(chair, CFG_REQUIRED),
	MEETING_CODE(recorder, CFG_REQUIRED),
	MEETING_DATE(planned_on, CFG_OPTIONAL),
	MEETING_DATE(written_on, CFG_OPTIONAL),
	MEETING_DATE(final_on, CFG_OPTIONAL),
	{ .name = "final_by",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(MeetingEntry, office) },
	MEETING_DATE(reopened_on, CFG_OPTIONAL),
	MEETING_LINE(reopened_for, CFG_OPTIONAL),
	{ .name = "corrections",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(MeetingEntry, corrections) },
	{ .name = "present",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(MeetingEntry, meeting.present) },
	{ .name = "absent",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(MeetingEntry, absent) },
	{ .name = "guests",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(MeetingEntry, meeting.guests) },
	{ .name = "agenda", .type = CFG_GROUPS, .offset = offsetof(MeetingEntry, agenda) },
	{ .type = CFG_END },
};

static bool check_conclusion(ConfigNode group, const DemoConclusion *conclusion, Err *err)
{
	bool task = *conclusion->body || *conclusion->due;
	if (task == (*conclusion->key != '\0'))
		return true;
	config_node_error(group, err, "%s",
		task ? tr("kết luận là nhiệm vụ thì cần key")
		     : tr("kết luận có key thì cần body hoặc due"));
	return err_hint(err, "%s", tr("Kết luận chỉ ghi nhận thì chỉ có text."));
}

static bool read_conclusions(ConfigNode list, Arena *arena, DemoAgendaItem *item, Err *err)
{
	size_t n = config_node_count(list);
	DemoConclusion *conclusions = arena_array(arena, n, sizeof(*conclusions));
	for (size_t i = 0; i < n; i++) {
		ConfigNode group = config_node_at(list, i);
		conclusions[i] = (DemoConclusion){ .key = "", .body = "", .due = "", .words = "" };
		if (!config_node_read(group, conclusion_keys, arena, &conclusions[i], err) ||
			!check_conclusion(group, &conclusions[i], err))
			return false;
	}
	item->conclusions = conclusions;
	item->conclusions_n = n;
	return true;
}

static bool read_agenda(ConfigNode list, Arena *arena, DemoMeeting *meeting, Err *err)
{
	size_t n = config_node_count(list);
	DemoAgendaItem *items = arena_array(arena, n, sizeof(*items));
	for (size_t i = 0; i < n; i++) {
		ItemEntry entry = { 0 };
		if (!config_node_read(config_node_at(list, i), item_keys, arena, &entry, err) ||
			!read_conclusions(entry.conclusions, arena, &entry.item, err))
			return false;
		items[i] = entry.item;
		items[i].proceedings = demo_join(arena, &entry.proceedings);
	}
	meeting->agenda = items;
	meeting->agenda_n = n;
	return true;
}

static bool read_absent(ConfigNode list, Arena *arena, DemoMeeting *meeting, Err *err)
{
	size_t n = config_node_count(list);
	DemoAbsence *absent = arena_array(arena, n, sizeof(*absent));
	for (size_t i = 0; i < n; i++)
		if (!config_node_read(
			    config_node_at(list, i), absence_keys, arena, &absent[i], err))
			return false;
	meeting->absent = absent;
	meeting->absent_n = n;
	return true;
}

static bool read_corrections(ConfigNode list, Arena *arena, DemoMeeting *meeting, Err *err)
{
	size_t n = config_node_count(list);
	DemoCorrection *corrections = arena_array(arena, n, sizeof(*corrections));
	for (size_t i = 0; i < n; i++)
		if (!config_node_read(
			    config_node_at(list, i), correction_keys, arena, &corrections[i], err))
			return false;
	meeting->corrections = corrections;
	meeting->corrections_n = n;
	return true;
}

static bool out_of_order(ConfigNode group, const char *key, const char *rule, Err *err)
{
	config_node_error(config_node_key(group, key), err, "%s", rule);
	return err_hint(err, "%s", tr("Sửa một trong hai ngày."));
}

static bool check_days(ConfigNode group, const MeetingEntry *entry, Err *err)
{
	const DemoMeeting *meeting = &entry->meeting;
	if (*meeting->planned_on && strcmp(meeting->planned_on, meeting->held_on) > 0)
		return out_of_order(group, "planned_on", tr("planned_on cần trước held_on"), err);
	if (*meeting->written_on && strcmp(meeting->written_on, meeting->held_on) < 0)
		return out_of_order(
			group, "written_on", tr("written_on cần từ held_on trở đi"), err);
	if (*meeting->reopened_on &&
		(!*meeting->final_on || strcmp(meeting->reopened_on, meeting->final_on) < 0))
		return out_of_order(
			group, "reopened_on", tr("reopened_on cần từ final_on trở đi"), err);
	if (*meeting->reopened_on && !*meeting->reopened_for)
		return out_of_order(group, "reopened_on",
			tr("có reopened_on thì cần reopened_for"), err);
	if (!*meeting->final_on)
		return true;
	if (!*meeting->written_on || strcmp(meeting->final_on, meeting->written_on) < 0)
		return out_of_order(
			group, "final_on", tr("final_on cần từ written_on trở đi"), err);
	return *entry->office ||
	       out_of_order(group, "final_on", tr("có final_on thì cần final_by"), err);
}

static void add_events(ConfigNode group, DemoGather *gather, const MeetingEntry *entry)
{
	DemoMeeting *meeting = arena_alloc(gather->arena, sizeof(*meeting));
	*meeting = entry->meeting;
	*(const DemoMeeting **)vec_push(&gather->meetings) = meeting;
	const struct {
		DemoEventKind kind;
		const char *on, *by;
	} events[] = {
		{ DEMO_MEETING_PLAN, meeting->planned_on, meeting->recorder },
		{ DEMO_MEETING_WRITE, meeting->written_on, meeting->recorder },
		{ DEMO_MEETING_FINAL, meeting->final_on, entry->office },
		{ DEMO_MEETING_REOPEN, meeting->reopened_on, entry->office },
	};
	for (size_t i = 0; i < sizeof(events) / sizeof(*events); i++)
		if (*events[i].on)
			demo_event_add(gather, group, events[i].kind, events[i].on, events[i].by)
				->meeting = meeting;
}

bool demo_read_meeting(ConfigNode group, DemoGather *gather, Err *err)
{
	MeetingEntry entry = {
		.meeting = { .starts = "",
			.ends = "",
			.planned_on = "",
			.written_on = "",
			.final_on = "",
			.reopened_on = "",
			.reopened_for = "" },
		.office = "",
	};
	if (!config_node_read(group, meeting_keys, gather->arena, &entry, err) ||
		!read_absent(entry.absent, gather->arena, &entry.meeting, err) ||
		!read_corrections(entry.corrections, gather->arena, &entry.meeting, err) ||
		!read_agenda(entry.agenda, gather->arena, &entry.meeting, err) ||
		!check_days(group, &entry, err))
		return false;
	add_events(group, gather, &entry);
	return true;
}
