// SPDX-License-Identifier: MIT
#include "config/demo_file.h"

#include "base/buf.h"
#include "base/tr.h"
#include "config/demo_parts.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	ConfigNode start, bodies, people, assignments, handovers, reports, withdrawals, extensions;
	ConfigNode meetings, reviews, remarks, visits, series, received, round_steps, readings,
		targets;
	ConfigNode closings;
} FileEntry;

#define DEMO_LIST(list)                                                                            \
	{                                                                                          \
		.name = #list, .type = CFG_GROUPS, .need = CFG_OPTIONAL,                           \
		.offset = offsetof(FileEntry, list)                                                \
	}

static const ConfigKey file_keys[] = {
	{ .name = "start",
		.type = CFG_GROUP,
		.need = CFG_OPTIONAL,
		.offset = offsetof(FileEntry, start) },
	DEMO_LIST(bodies),
	DEMO_LIST(people),
	DEMO_LIST(assignments),
	DEMO_LIST(handovers),
	DEMO_LIST(reports),
	DEMO_LIST(withdrawals),
	DEMO_LIST(extensions),
	DEMO_LIST(closings),
	DEMO_LIST(meetings),
	DEMO_LIST(reviews),
	DEMO_LIST(remarks),
	DEMO_LIST(visits),
	DEMO_LIST(series),
	DEMO_LIST(received),
	DEMO_LIST(round_steps),
	DEMO_LIST(readings),
	DEMO_LIST(targets),
	{ .type = CFG_END },
};

static const struct {
	size_t offset; // of the list in FileEntry
	DemoReader *read;
} lists[] = {
	{ offsetof(FileEntry, bodies), demo_read_body },
	{ offsetof(FileEntry, people), demo_read_person },
	{ offsetof(FileEntry, assignments), demo_read_assignment },
	{ offsetof(FileEntry, handovers), demo_read_handover },
	{ offsetof(FileEntry, reports), demo_read_report },
	{ offsetof(FileEntry, withdrawals), demo_read_withdrawal },
	{ offsetof(FileEntry, extensions), demo_read_extension },
	{ offsetof(FileEntry, closings), demo_read_closing },
	{ offsetof(FileEntry, meetings), demo_read_meeting },
	{ offsetof(FileEntry, reviews), demo_read_review },
	{ offsetof(FileEntry, remarks), demo_read_remark },
	{ offsetof(FileEntry, visits), demo_read_visit },
	{ offsetof(FileEntry, series), demo_read_series },
	{ offsetof(FileEntry, received), demo_read_received },
	{ offsetof(FileEntry, round_steps), demo_read_round_step },
	{ offsetof(FileEntry, readings), demo_read_readings },
	{ offsetof(FileEntry, targets), demo_read_target },
};

DemoSource demo_source(const DemoGather *gather, ConfigNode node)
{
	return (DemoSource){ gather->path, config_node_line(node) };
}

DemoEvent *demo_event_add(
	DemoGather *gather, ConfigNode node, DemoEventKind kind, const char *on, const char *by)
{
	DemoEvent *event = vec_push(&gather->events);
	event->at = demo_source(gather, node);
	event->kind = kind;
	event->on = on;
	event->by = by;
	return event;
}

const char *demo_join(Arena *arena, const ConfigTexts *paragraphs)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < paragraphs->n; i++)
		buf_addf(&text, "%s%s", i ? "\n" : "", paragraphs->items[i]);
	const char *joined = arena_strndup(arena, text.bytes, text.len);
	buf_release(&text);
	return joined;
}

static bool read_lists(ConfigNode root, DemoGather *gather, Err *err)
{
	FileEntry entry = { 0 };
	if (!config_node_read(root, file_keys, gather->arena, &entry, err))
		return false;
	if (entry.start.setting && !demo_read_start(entry.start, gather, err))
		return false;
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		const ConfigNode *list =
			(const ConfigNode *)((const char *)&entry + lists[i].offset);
		for (size_t at = 0; at < config_node_count(*list); at++)
			if (!lists[i].read(config_node_at(*list, at), gather, err))
				return false;
	}
	return true;
}

static bool read_file(const char *path, DemoGather *gather, Err *err)
{
	ConfigFile *file = NULL;
	if (!config_file_open(path, &file, err))
		return false;
	gather->path = path;
	bool ok = read_lists(config_file_root(file), gather, err);
	config_file_free(file);
	return ok;
}

// By day, then by kind, then as they stand in the files.
static int compare_events(const void *a, const void *b)
{
	const DemoEvent *first = *(const DemoEvent *const *)a;
	const DemoEvent *second = *(const DemoEvent *const *)b;
	int days = strcmp(first->on, second->on);
	if (days != 0)
		return days;
	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	return first < second ? -1 : first > second;
}

static const DemoEvent *events_in_order(const Vec *events, Arena *arena)
{
	const DemoEvent **order = arena_array(arena, events->len, sizeof(const DemoEvent *));
	DemoEvent *sorted = arena_array(arena, events->len, sizeof(DemoEvent));
	for (size_t i = 0; i < events->len; i++)
		order[i] = vec_at(events, i);
	if (events->len)
		qsort(order, events->len, sizeof(const DemoEvent *), compare_events);
	for (size_t i = 0; i < events->len; i++)
		sorted[i] = *order[i];
	return sorted;
}

static const void *kept(const Vec *vec, Arena *arena)
{
	void *copy = arena_array(arena, vec->len, vec->item_size);
	if (vec->len)
		memcpy(copy, vec->items, vec->len * vec->item_size);
	return copy;
}

static DemoStory story_of(const DemoGather *gather)
{
	return (DemoStory){
		.start = gather->start,
		.bodies = kept(&gather->bodies, gather->arena),
		.bodies_n = gather->bodies.len,
		.people = kept(&gather->people, gather->arena),
		.people_n = gather->people.len,
		.meetings = kept(&gather->meetings, gather->arena),
		.meetings_n = gather->meetings.len,
		.events = events_in_order(&gather->events, gather->arena),
		.events_n = gather->events.len,
	};
}

static bool read_all(const char *dir, DemoGather *gather, DemoStory *out, Err *err)
{
	ConfigTexts paths;
	if (!config_dir_list(dir, ".cfg", gather->arena, &paths, err))
		return false;
	for (size_t i = 0; i < paths.n; i++)
		if (!read_file(paths.items[i], gather, err))
			return false;
	if (!gather->start.day) {
		config_error_at(dir, 1, err, "%s", tr("không tệp nào có start, cần đúng một tệp"));
		return err_hint(err, "%s", tr("Thêm start = { day = …; admin = …; office = …; };"));
	}
	DemoStory story = story_of(gather);
	if (!demo_check(&story, err))
		return false;
	*out = story;
	return true;
}

bool demo_read(const char *dir, Arena *arena, DemoStory *out, Err *err)
{
	DemoGather gather = { .arena = arena };
	vec_init(&gather.bodies, sizeof(DemoBody));
	vec_init(&gather.people, sizeof(DemoPerson));
	vec_init(&gather.meetings, sizeof(const DemoMeeting *));
	vec_init(&gather.events, sizeof(DemoEvent));
	bool ok = read_all(dir, &gather, out, err);
	vec_release(&gather.bodies);
	vec_release(&gather.people);
	vec_release(&gather.meetings);
	vec_release(&gather.events);
	return ok;
}
