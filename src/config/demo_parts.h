// SPDX-License-Identifier: MIT
// Between the files that read a demo's story: nobody outside includes this.
#ifndef CONFIG_DEMO_PARTS_H
#define CONFIG_DEMO_PARTS_H

#include "base/vec.h"
#include "config/demo_file.h"
#include "config/node.h"

// What is being gathered from all files.
typedef struct {
	Arena *arena;
	DemoStart start;
	Vec bodies;   // of DemoBody
	Vec people;   // of DemoPerson
	Vec meetings; // of const DemoMeeting *
	Vec events;   // of DemoEvent, in the order of the files
	const char *path;
} DemoGather;

// One group of a top-level list each.
typedef bool DemoReader(ConfigNode group, DemoGather *gather, Err *err);
DemoReader demo_read_start, demo_read_body, demo_read_person, demo_read_assignment,
	demo_read_handover, demo_read_report, demo_read_withdrawal, demo_read_extension,
	demo_read_meeting, demo_read_review, demo_read_remark, demo_read_visit, demo_read_series,
	demo_read_received, demo_read_round_step, demo_read_readings, demo_read_target,
	demo_read_closing;

DemoSource demo_source(const DemoGather *gather, ConfigNode node);
DemoEvent *demo_event_add(
	DemoGather *gather, ConfigNode node, DemoEventKind kind, const char *on, const char *by);

// A list of paragraphs as one text; "" for none.
const char *demo_join(Arena *arena, const ConfigTexts *paragraphs);

// What holds between the files. The story is complete.
bool demo_check(const DemoStory *story, Err *err) WARN_UNUSED;

#endif
