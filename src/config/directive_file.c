// SPDX-License-Identifier: MIT
#include "config/directive_file.h"

#include "base/tr.h"
#include "config/directive_find.h"
#include "config/directive_parts.h"
#include "text/clean.h"

#include <string.h>

typedef struct {
	DirectiveFile file;
	const char *secrecy;
	ConfigNode operative, bodies, clauses, tasks, indicators;
} DirectiveEntry;

static const ConfigKey directive_keys[] = {
	{ .name = "number", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, file.number) },
	{ .name = "date", .type = CFG_DATE, .offset = offsetof(DirectiveEntry, file.date) },
	{ .name = "kind", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, file.kind) },
	{ .name = "issuer", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, file.issuer) },
	{ .name = "subject", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, file.subject) },
	{ .name = "signer_post",
		.type = CFG_LINE,
		.offset = offsetof(DirectiveEntry, file.signer_post) },
	{ .name = "signer_name",
		.type = CFG_LINE,
		.offset = offsetof(DirectiveEntry, file.signer_name) },
	{ .name = "recipients",
		.type = CFG_LINES,
		.offset = offsetof(DirectiveEntry, file.recipients) },
	{ .name = "secrecy", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, secrecy) },
	{ .name = "text", .type = CFG_LINE, .offset = offsetof(DirectiveEntry, file.text_file) },
	{ .name = "operative", .type = CFG_GROUPS, .offset = offsetof(DirectiveEntry, operative) },
	{ .name = "bodies", .type = CFG_GROUPS, .offset = offsetof(DirectiveEntry, bodies) },
	{ .name = "clauses", .type = CFG_GROUPS, .offset = offsetof(DirectiveEntry, clauses) },
	{ .name = "tasks", .type = CFG_GROUPS, .offset = offsetof(DirectiveEntry, tasks) },
	{ .name = "indicators",
		.type = CFG_GROUPS,
		.need = CFG_OPTIONAL,
		.offset = offsetof(DirectiveEntry, indicators) },
	{ .type = CFG_END },
};

static bool refuse_secret(ConfigNode node, const char *secrecy, Err *err)
{
	config_node_error(node, err, tr("độ mật “%s”: cần secrecy = \"không\""), secrecy);
	return err_hint(
		err, "%s", tr("Văn bản đóng dấu Mật trở lên không được đưa vào chương trình."));
}

// The stamp stands on a line of its own.
static bool check_stamp(ConfigNode root, const char *text, Err *err)
{
	static const char *const stamps[] = { "MẬT", "TỐI MẬT", "TUYỆT MẬT" };
	for (const char *line = text; *line;) {
		size_t n = strcspn(line, "\n");
		const char *start = line + strspn(line, " ");
		size_t length = start < line + n ? n - (size_t)(start - line) : 0;
		while (length > 0 && start[length - 1] == ' ')
			length--;
		for (size_t i = 0; i < sizeof(stamps) / sizeof(*stamps); i++) {
			if (strlen(stamps[i]) == length && memcmp(start, stamps[i], length) == 0)
				return refuse_secret(config_node_key(root, "text"), stamps[i], err);
		}
		line += n + (line[n] == '\n');
	}
	return true;
}

// A name beside the directive's file, never a path: the text cannot be fetched from elsewhere.
static bool check_text_name(ConfigNode root, const char *name, Err *err)
{
	if (!strchr(name, '/') && name[0] != '.')
		return true;
	config_node_error(config_node_key(root, "text"), err,
		tr("“%s” không phải tên tệp, cần tên một tệp cùng thư mục"), name);
	return err_hint(err, "%s", tr("Đặt tệp văn bản cạnh tệp này."));
}

static bool read_text(ConfigNode root, Arena *arena, DirectiveFile *file, Err *err)
{
	if (!check_text_name(root, file->text_file, err))
		return false;
	const char *slash = strrchr(file->path, '/');
	int dir = slash ? (int)(slash - file->path) + 1 : 0;
	const char *path = arena_printf(arena, "%.*s%s", dir, file->path, file->text_file);
	Buf sent = BUF_INIT, clean = BUF_INIT;
	bool ok = config_file_text(path, &sent, err);
	text_clean(&clean, sent.bytes, sent.len, CLEAN_TEXT);
	file->text = arena_strndup(arena, clean.bytes, clean.len);
	file->text_len = clean.len;
	buf_release(&sent);
	buf_release(&clean);
	return ok && check_stamp(root, file->text, err);
}

static bool read_span(
	ConfigNode group, Arena *arena, const DirectiveFile *file, Range *out, Err *err)
{
	typedef struct {
		const char *begins, *ends;
	} Span;
	static const ConfigKey keys[] = {
		{ .name = "begins", .type = CFG_TEXT, .offset = offsetof(Span, begins) },
		{ .name = "ends", .type = CFG_TEXT, .offset = offsetof(Span, ends) },
		{ .type = CFG_END },
	};
	Span span;
	Range whole = { 0, file->text_len };
	return config_node_read(group, keys, arena, &span, err) &&
	       words_span(
		       file->text, whole, group, span.begins, span.ends, tr("văn bản"), out, err);
}

static bool read_operative(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err)
{
	size_t n = config_node_count(list);
	Range *ranges = arena_array(arena, n, sizeof(*ranges));
	for (size_t i = 0; i < n; i++) {
		ConfigNode group = config_node_at(list, i);
		if (!read_span(group, arena, file, &ranges[i], err))
			return false;
		if (i > 0 && ranges[i].start < ranges[i - 1].end) {
			config_node_error(
				group, err, "%s", tr("đoạn chồng lên đoạn trước, cần đoạn sau"));
			return err_hint(err, "%s", tr("Ghi các đoạn theo thứ tự của văn bản."));
		}
	}
	file->operative = ranges;
	file->operative_n = n;
	return true;
}

static bool refuse_code(ConfigNode group, const char *code, int line, Err *err)
{
	config_node_error(config_node_key(group, "code"), err,
		tr("mã “%s” đã có ở dòng %d, cần mã khác"), code, line);
	return err_hint(err, "%s", tr("Mỗi mã chỉ dùng một lần."));
}

const DirectiveBody *directive_body_find(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->bodies_n; i++) {
		if (strcmp(file->bodies[i].code, code) == 0)
			return &file->bodies[i];
	}
	return NULL;
}

static bool read_body(
	ConfigNode group, Arena *arena, const DirectiveFile *file, DirectiveBody *out, Err *err)
{
	static const ConfigKey keys[] = {
		{ .name = "code", .type = CFG_CODE, .offset = offsetof(DirectiveBody, code) },
		{ .name = "name", .type = CFG_LINE, .offset = offsetof(DirectiveBody, name) },
		{ .name = "short",
			.type = CFG_LINE,
			.offset = offsetof(DirectiveBody, short_name) },
		{ .type = CFG_END },
	};
	*out = (DirectiveBody){ .line = config_node_line(group) };
	if (!config_node_read(group, keys, arena, out, err))
		return false;
	const DirectiveBody *same = directive_body_find(file, out->code);
	return !same || refuse_code(group, out->code, same->line, err);
}

static bool read_bodies(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err)
{
	size_t n = config_node_count(list);
	DirectiveBody *bodies = arena_array(arena, n, sizeof(*bodies));
	file->bodies = bodies;
	for (; file->bodies_n < n; file->bodies_n++) {
		ConfigNode group = config_node_at(list, file->bodies_n);
		if (!read_body(group, arena, file, &bodies[file->bodies_n], err))
			return false;
	}
	return true;
}

const DirectiveClause *directive_clause_find(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->clauses_n; i++) {
		if (strcmp(file->clauses[i].code, code) == 0)
			return &file->clauses[i];
	}
	return NULL;
}

typedef struct {
	DirectiveClause clause;
	const char *begins, *ends;
} ClauseEntry;

static const ConfigKey clause_keys[] = {
	{ .name = "code", .type = CFG_KEY, .offset = offsetof(ClauseEntry, clause.code) },
	{ .name = "parent",
		.type = CFG_KEY,
		.need = CFG_OPTIONAL,
		.offset = offsetof(ClauseEntry, clause.parent) },
	{ .name = "begins", .type = CFG_TEXT, .offset = offsetof(ClauseEntry, begins) },
	{ .name = "ends", .type = CFG_TEXT, .offset = offsetof(ClauseEntry, ends) },
	{ .type = CFG_END },
};

static bool find_parent(ConfigNode group, const DirectiveFile *file, const DirectiveClause *clause,
	Range *out, Err *err)
{
	*out = (Range){ 0, file->text_len };
	if (!*clause->parent)
		return true;
	const DirectiveClause *parent = directive_clause_find(file, clause->parent);
	if (!parent) {
		config_node_error(config_node_key(group, "parent"), err,
			tr("chưa có điểm “%s”, cần một điểm ghi ở trên"), clause->parent);
		return err_hint(err, "%s", tr("Ghi điểm mẹ trước các điểm con."));
	}
	*out = parent->range;
	return true;
}

static bool check_siblings(
	ConfigNode group, const DirectiveFile *file, const DirectiveClause *clause, Err *err)
{
	for (size_t i = 0; i < file->clauses_n; i++) {
		const DirectiveClause *other = &file->clauses[i];
		if (strcmp(other->parent, clause->parent) != 0 ||
			other->range.end <= clause->range.start ||
			clause->range.end <= other->range.start)
			continue;
		config_node_error(group, err,
			tr("điểm %s chồng lên điểm %s ở dòng %d, cần tách rời"), clause->code,
			other->code, other->line);
		return err_hint(err, "%s", tr("Xem lại begins và ends của hai điểm."));
	}
	return true;
}

static bool read_clause(
	ConfigNode group, Arena *arena, const DirectiveFile *file, DirectiveClause *out, Err *err)
{
	ClauseEntry entry = { .clause = { .parent = "", .line = config_node_line(group) } };
	if (!config_node_read(group, clause_keys, arena, &entry, err))
		return false;
	DirectiveClause *clause = &entry.clause;
	const DirectiveClause *same = directive_clause_find(file, clause->code);
	if (same)
		return refuse_code(group, clause->code, same->line, err);
	Range parent;
	const char *where = *clause->parent ? arena_printf(arena, tr("điểm %s"), clause->parent)
					    : tr("văn bản");
	if (!find_parent(group, file, clause, &parent, err) ||
		!words_span(file->text, parent, group, entry.begins, entry.ends, where,
			&clause->range, err))
		return false;
	*out = *clause;
	return check_siblings(group, file, clause, err);
}

static bool read_clauses(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err)
{
	size_t n = config_node_count(list);
	DirectiveClause *clauses = arena_array(arena, n, sizeof(*clauses));
	file->clauses = clauses;
	for (; file->clauses_n < n; file->clauses_n++) {
		ConfigNode group = config_node_at(list, file->clauses_n);
		if (!read_clause(group, arena, file, &clauses[file->clauses_n], err))
			return false;
	}
	return true;
}

static bool check_secrecy(ConfigNode root, const char *secrecy, Err *err)
{
	return strcmp(secrecy, "không") == 0 ||
	       refuse_secret(config_node_key(root, "secrecy"), secrecy, err);
}

static bool read_root(ConfigNode root, Arena *arena, DirectiveFile *out, Err *err)
{
	DirectiveEntry entry = { .file = { .path = out->path } };
	if (!config_node_read(root, directive_keys, arena, &entry, err) ||
		!check_secrecy(root, entry.secrecy, err) ||
		!read_text(root, arena, &entry.file, err) ||
		!read_operative(entry.operative, arena, &entry.file, err) ||
		!read_bodies(entry.bodies, arena, &entry.file, err) ||
		!read_clauses(entry.clauses, arena, &entry.file, err) ||
		!directive_tasks_read(entry.tasks, arena, &entry.file, err) ||
		!directive_indicators_read(entry.indicators, arena, &entry.file, err))
		return false;
	*out = entry.file;
	return true;
}

bool directive_file_read(const char *path, Arena *arena, DirectiveFile *out, Err *err)
{
	ConfigFile *file = NULL;
	if (!config_file_open(path, &file, err))
		return false;
	DirectiveFile directive = { .path = arena_strdup(arena, path) };
	bool ok = read_root(config_file_root(file), arena, &directive, err);
	config_file_free(file);
	if (ok)
		*out = directive;
	return ok;
}
