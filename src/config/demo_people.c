// SPDX-License-Identifier: MIT
#include "config/demo_parts.h"

#include "base/tr.h"

#include <string.h>

static const ConfigKey start_keys[] = {
	{ .name = "day", .type = CFG_DATE, .offset = offsetof(DemoStart, day) },
	{ .name = "admin", .type = CFG_CODE, .offset = offsetof(DemoStart, admin) },
	{ .name = "office", .type = CFG_CODE, .offset = offsetof(DemoStart, office) },
	{ .type = CFG_END },
};

static const ConfigKey body_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(DemoBody, code) },
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(DemoBody, name) },
	{ .name = "short", .type = CFG_LINE, .offset = offsetof(DemoBody, short_name) },
	{ .type = CFG_END },
};

static const ConfigKey person_keys[] = {
	{ .name = "code", .type = CFG_CODE, .offset = offsetof(DemoPerson, code) },
	{ .name = "name", .type = CFG_LINE, .offset = offsetof(DemoPerson, name) },
	{ .name = "post", .type = CFG_LINE, .offset = offsetof(DemoPerson, post) },
	{ .name = "phone",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, phone) },
	{ .name = "rank",
		.type = CFG_INT,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, rank) },
	{ .name = "roles",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, roles) },
	{ .name = "keys",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, keys) },
	{ .name = "body",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, body) },
	{ .name = "district",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, district) },
	{ .name = "from",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, from) },
	{ .name = "to",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DemoPerson, to) },
	{ .type = CFG_END },
};

typedef struct {
	const char *on, *by;
	DemoAssignment assignment;
} AssignmentEntry;

static const ConfigKey assignment_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(AssignmentEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(AssignmentEntry, by) },
	{ .name = "who", .type = CFG_CODE, .offset = offsetof(AssignmentEntry, assignment.who) },
	{ .name = "place",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(AssignmentEntry, assignment.place) },
	{ .name = "serves",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(AssignmentEntry, assignment.serves) },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(AssignmentEntry, assignment.document) },
	{ .name = "from",
		.type = CFG_DATE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(AssignmentEntry, assignment.from) },
	{ .name = "stand_in",
		.type = CFG_BOOL,
		.need = CFG_OPTIONAL,
		.offset = offsetof(AssignmentEntry, assignment.stand_in) },
	{ .type = CFG_END },
};

typedef struct {
	const char *on, *by;
	DemoHandover handover;
} HandoverEntry;

static const ConfigKey handover_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(HandoverEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(HandoverEntry, by) },
	{ .name = "who", .type = CFG_CODE, .offset = offsetof(HandoverEntry, handover.who) },
	{ .name = "place",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(HandoverEntry, handover.place) },
	{ .name = "serves",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(HandoverEntry, handover.serves) },
	{ .name = "last_day",
		.type = CFG_DATE,
		.offset = offsetof(HandoverEntry, handover.last_day) },
	{ .name = "to",
		.type = CFG_CODE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(HandoverEntry, handover.successor) },
	{ .name = "document",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(HandoverEntry, handover.document) },
	{ .type = CFG_END },
};

static const char *const role_words[] = { "leader", "secretary", "office", "admin", "viewer" };

bool demo_read_start(ConfigNode group, DemoGather *gather, Err *err)
{
	if (gather->start.day) {
		config_node_error(
			group, err, "%s", tr("start ghi hai lần, cần đúng một tệp có start"));
		return err_hint(err, "%s", tr("Bỏ bớt một chỗ."));
	}
	return config_node_read(group, start_keys, gather->arena, &gather->start, err);
}

bool demo_read_body(ConfigNode group, DemoGather *gather, Err *err)
{
	DemoBody body = { .at = demo_source(gather, group) };
	if (!config_node_read(group, body_keys, gather->arena, &body, err))
		return false;
	*(DemoBody *)vec_push(&gather->bodies) = body;
	return true;
}

static bool check_role(ConfigNode group, const char *role, Err *err)
{
	for (size_t i = 0; i < sizeof(role_words) / sizeof(*role_words); i++)
		if (strcmp(role, role_words[i]) == 0)
			return true;
	config_node_error(config_node_key(group, "roles"), err,
		tr("vai trò “%s” không có, cần leader, secretary, office, admin hoặc viewer"),
		role);
	return err_hint(err, "%s", tr("Người không đăng nhập thì bỏ khóa roles."));
}

bool demo_read_person(ConfigNode group, DemoGather *gather, Err *err)
{
	DemoPerson person = {
		.at = demo_source(gather, group),
		.phone = "",
		.body = "",
		.district = "",
		.from = "",
		.to = "",
	};
	if (!config_node_read(group, person_keys, gather->arena, &person, err))
		return false;
	for (size_t i = 0; i < person.roles.n; i++)
		if (!check_role(group, person.roles.items[i], err))
			return false;
	*(DemoPerson *)vec_push(&gather->people) = person;
	return true;
}

static bool check_target(ConfigNode group, const char *place, const char *serves, Err *err)
{
	if (!*place != !*serves)
		return true;
	config_node_error(group, err, "%s",
		tr("phân công cần đúng một trong hai: place (nơi) hoặc serves (người được giúp "
		   "việc)"));
	return err_hint(err, "%s", tr("Giữ lại một khóa."));
}

bool demo_read_assignment(ConfigNode group, DemoGather *gather, Err *err)
{
	AssignmentEntry entry = { .assignment = { .place = "", .serves = "", .document = "" } };
	if (!config_node_read(group, assignment_keys, gather->arena, &entry, err) ||
		!check_target(group, entry.assignment.place, entry.assignment.serves, err))
		return false;
	DemoAssignment *assignment = arena_alloc(gather->arena, sizeof(*assignment));
	*assignment = entry.assignment;
	if (!assignment->from)
		assignment->from = entry.on;
	demo_event_add(gather, group, DEMO_ASSIGN, entry.on, entry.by)->assignment = assignment;
	return true;
}

bool demo_read_handover(ConfigNode group, DemoGather *gather, Err *err)
{
	HandoverEntry entry = {
		.handover = { .place = "", .serves = "", .successor = "", .document = "" }
	};
	if (!config_node_read(group, handover_keys, gather->arena, &entry, err) ||
		!check_target(group, entry.handover.place, entry.handover.serves, err))
		return false;
	DemoHandover *handover = arena_alloc(gather->arena, sizeof(*handover));
	*handover = entry.handover;
	demo_event_add(gather, group, DEMO_HANDOVER, entry.on, entry.by)->handover = handover;
	return true;
}

typedef struct {
	const char *on, *by;
} VisitEntry;

static const ConfigKey visit_keys[] = {
	{ .name = "on", .type = CFG_DATE, .offset = offsetof(VisitEntry, on) },
	{ .name = "by", .type = CFG_CODE, .offset = offsetof(VisitEntry, by) },
	{ .type = CFG_END },
};

bool demo_read_visit(ConfigNode group, DemoGather *gather, Err *err)
{
	VisitEntry entry = { 0 };
	if (!config_node_read(group, visit_keys, gather->arena, &entry, err))
		return false;
	demo_event_add(gather, group, DEMO_VISIT, entry.on, entry.by);
	return true;
}
