// SPDX-License-Identifier: MIT
#include "config/directive_parts.h"

#include "base/tr.h"
#include "config/directive_find.h"

#include <string.h>

// The order of the enum.
static const char *const deadline_words[] = {
	[DIRECTIVE_DEADLINE_NONE] = "none",
	[DIRECTIVE_DEADLINE_DATE] = "date",
	[DIRECTIVE_DEADLINE_PERIOD] = "period",
	[DIRECTIVE_DEADLINE_RECURRING] = "recurring",
	[DIRECTIVE_DEADLINE_CONTINUOUS] = "continuous",
	NULL,
};

static const char *const scope_words[] = {
	[DIRECTIVE_SCOPE_PROVINCE] = "province",
	[DIRECTIVE_SCOPE_REGIONS] = "regions",
	[DIRECTIVE_SCOPE_DISTRICTS] = "districts",
	NULL,
};

const char *directive_deadline_word(DirectiveDeadlineKind kind)
{
	return deadline_words[kind];
}

const char *directive_scope_word(DirectiveScope scope)
{
	return scope_words[scope];
}

typedef struct {
	const char *words, *implied, *due;
	int kind;
} WordsEntry;

typedef struct {
	DirectiveTask task;
	const char *quote;
	ConfigNode deadline, target;
	ConfigTexts places, place_words;
	int scope;
} TaskEntry;

enum { SCOPE_NOT_GIVEN = -1 };

static const ConfigKey task_keys[] = {
	{ .name = "code", .type = CFG_KEY, .offset = offsetof(TaskEntry, task.code) },
	{ .name = "clause", .type = CFG_KEY, .offset = offsetof(TaskEntry, task.clause) },
	{ .name = "title", .type = CFG_LINE, .offset = offsetof(TaskEntry, task.title) },
	{ .name = "quote", .type = CFG_TEXT, .offset = offsetof(TaskEntry, quote) },
	{ .name = "lead", .type = CFG_CODES, .offset = offsetof(TaskEntry, task.lead) },
	{ .name = "lead_note",
		.type = CFG_LINE,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TaskEntry, task.lead_note) },
	{ .name = "cooperating",
		.type = CFG_CODES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TaskEntry, task.cooperating) },
	{ .name = "deadline",
		.type = CFG_GROUP,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TaskEntry, deadline) },
	{ .name = "target",
		.type = CFG_GROUP,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TaskEntry, target) },
	{ .name = "places", .type = CFG_CODES, .offset = offsetof(TaskEntry, places) },
	{ .name = "place_words",
		.type = CFG_LINES,
		.need = CFG_OPTIONAL,
		.offset = offsetof(TaskEntry, place_words) },
	{ .name = "scope",
		.type = CFG_WORD,
		.need = CFG_OPTIONAL,
		.words = scope_words,
		.offset = offsetof(TaskEntry, scope) },
	{ .type = CFG_END },
};

// What one task's words are looked for in.
typedef struct {
	const DirectiveFile *file;
	const char *where; // names the clause in errors
	Range clause, quote;
	Arena *arena;
} Search;

// In the quote where they stand there once, else in the clause: 2.5a's 95 % stands in another
// sentence.
static bool locate(
	const Search *search, const char *words, ConfigNode node, DirectiveWords *out, Err *err)
{
	out->text = words;
	return words_find(search->file->text, search->quote, words, &out->range) == FOUND_ONCE ||
	       words_locate(search->file->text, search->clause, words, search->where, node,
		       &out->range, err);
}

// words are verbatim, implied ones stand nowhere; only one of the two is given.
static bool locate_entry(const Search *search, ConfigNode group, const WordsEntry *entry,
	DirectiveWords *out, Err *err)
{
	*out = (DirectiveWords){ .text = entry->implied };
	if (!*entry->words)
		return true;
	if (*entry->implied) {
		config_node_error(config_node_key(group, "implied"), err, "%s",
			tr("có cả words và implied, cần một trong hai"));
		return err_hint(err, "%s", tr("words là chữ nguyên văn, implied là điều hiểu ra."));
	}
	return locate(search, entry->words, config_node_key(group, "words"), out, err);
}

static bool read_target(const Search *search, ConfigNode group, DirectiveWords *out, Err *err)
{
	static const ConfigKey keys[] = {
		{ .name = "words",
			.type = CFG_LINE,
			.need = CFG_OPTIONAL,
			.offset = offsetof(WordsEntry, words) },
		{ .name = "implied",
			.type = CFG_LINE,
			.need = CFG_OPTIONAL,
			.offset = offsetof(WordsEntry, implied) },
		{ .type = CFG_END },
	};
	WordsEntry entry = { .words = "", .implied = "" };
	*out = (DirectiveWords){ .text = "" };
	if (!group.setting)
		return true;
	if (!config_node_read(group, keys, search->arena, &entry, err))
		return false;
	if (!*entry.words && !*entry.implied) {
		config_node_error(group, err, "%s", tr("chỉ tiêu trống, cần words hoặc implied"));
		return err_hint(err, "%s", tr("Không có chỉ tiêu thì bỏ cả target."));
	}
	return locate_entry(search, group, &entry, out, err);
}

// What each kind of deadline says: only one with a last day can ever be late.
static const struct {
	enum { DUE_NEVER, DUE_MAY, DUE_MUST } due;
	enum { WORDS_MAY, WORDS_MUST } words;
} deadline_rules[] = {
	[DIRECTIVE_DEADLINE_NONE] = { DUE_NEVER, WORDS_MAY },
	[DIRECTIVE_DEADLINE_DATE] = { DUE_MUST, WORDS_MUST },
	[DIRECTIVE_DEADLINE_PERIOD] = { DUE_MAY, WORDS_MUST },
	[DIRECTIVE_DEADLINE_RECURRING] = { DUE_NEVER, WORDS_MUST },
	[DIRECTIVE_DEADLINE_CONTINUOUS] = { DUE_NEVER, WORDS_MUST },
};

static const char *deadline_problem(const DirectiveFile *file, const WordsEntry *entry)
{
	bool has_words = *entry->words || *entry->implied;
	bool has_due = *entry->due;
	if (deadline_rules[entry->kind].words == WORDS_MUST && !has_words)
		return N_("thời hạn loại %s không ghi chữ, cần words hoặc implied");
	if (deadline_rules[entry->kind].due == DUE_NEVER && has_due)
		return N_("thời hạn loại %s không có ngày cuối, cần bỏ due");
	if (deadline_rules[entry->kind].due == DUE_MUST && !has_due)
		return N_("thời hạn loại %s chưa có ngày, cần due");
	if (has_due && strcmp(entry->due, file->date) < 0)
		return N_("thời hạn loại %s có due trước ngày văn bản, cần từ ngày đó trở đi");
	return NULL;
}

static bool read_deadline_group(
	const Search *search, ConfigNode group, DirectiveDeadline *out, Err *err)
{
	static const ConfigKey keys[] = {
		{ .name = "kind",
			.type = CFG_WORD,
			.words = deadline_words,
			.offset = offsetof(WordsEntry, kind) },
		{ .name = "words",
			.type = CFG_LINE,
			.need = CFG_OPTIONAL,
			.offset = offsetof(WordsEntry, words) },
		{ .name = "implied",
			.type = CFG_LINE,
			.need = CFG_OPTIONAL,
			.offset = offsetof(WordsEntry, implied) },
		{ .name = "due",
			.type = CFG_DATE,
			.need = CFG_OPTIONAL,
			.offset = offsetof(WordsEntry, due) },
		{ .type = CFG_END },
	};
	WordsEntry entry = { .words = "", .implied = "", .due = "" };
	if (!config_node_read(group, keys, search->arena, &entry, err))
		return false;
	const char *problem = deadline_problem(search->file, &entry);
	if (problem) {
		config_node_error(group, err, tr(problem), deadline_words[entry.kind]);
		return err_hint(err, "%s",
			tr("Có ngày: date, period; không có ngày: none, continuous, recurring."));
	}
	*out = (DirectiveDeadline){ .kind = (DirectiveDeadlineKind)entry.kind, .due = entry.due };
	return locate_entry(search, group, &entry, &out->words, err);
}

static bool read_deadline(const Search *search, ConfigNode group, DirectiveDeadline *out, Err *err)
{
	*out = (DirectiveDeadline){ .words = { .text = "" }, .due = "" };
	return !group.setting || read_deadline_group(search, group, out, err);
}

static bool has_code(const ConfigTexts *codes, const char *code)
{
	for (size_t i = 0; i < codes->n; i++) {
		if (strcmp(codes->items[i], code) == 0)
			return true;
	}
	return false;
}

// "regions" or "districts" among the places: all of them. The scope that has it, or -1.
static int find_spread(const ConfigTexts *codes)
{
	for (int scope = DIRECTIVE_SCOPE_REGIONS; scope_words[scope]; scope++) {
		if (has_code(codes, scope_words[scope]))
			return scope;
	}
	return SCOPE_NOT_GIVEN;
}

static int default_scope(const ConfigTexts *codes)
{
	return has_code(codes, scope_words[DIRECTIVE_SCOPE_PROVINCE]) ? DIRECTIVE_SCOPE_PROVINCE
								      : DIRECTIVE_SCOPE_DISTRICTS;
}

static bool read_places(ConfigNode group, const TaskEntry *entry, DirectivePlaces *out, Err *err)
{
	int all = find_spread(&entry->places);
	if (all == SCOPE_NOT_GIVEN) {
		int scope = entry->scope == SCOPE_NOT_GIVEN ? default_scope(&entry->places)
							    : entry->scope;
		*out = (DirectivePlaces){ .scope = (DirectiveScope)scope, .codes = entry->places };
		return true;
	}
	if (entry->places.n > 1 || (entry->scope != SCOPE_NOT_GIVEN && entry->scope != all)) {
		config_node_error(config_node_key(group, "places"), err,
			tr("“%s” là mọi nơi, cần đứng một mình"), scope_words[all]);
		return err_hint(err, "%s", tr("Hoặc kể tên từng nơi, hoặc chỉ ghi một từ đó."));
	}
	*out = (DirectivePlaces){ .scope = (DirectiveScope)all, .spread = DIRECTIVE_SPREAD_ALL };
	return true;
}

static bool read_place_words(const Search *search, ConfigNode group, const TaskEntry *entry,
	DirectivePlaces *out, Err *err)
{
	ConfigNode list = config_node_key(group, "place_words");
	size_t n = entry->place_words.n;
	DirectiveWords *words = arena_array(search->arena, n, sizeof(*words));
	for (size_t i = 0; i < n; i++) {
		const char *text = entry->place_words.items[i];
		if (!locate(search, text, config_node_at(list, i), &words[i], err))
			return false;
	}
	out->words = words;
	out->words_n = n;
	return true;
}

static bool check_bodies(
	ConfigNode list, const DirectiveFile *file, const ConfigTexts *codes, Err *err)
{
	for (size_t i = 0; i < codes->n; i++) {
		if (directive_body_find(file, codes->items[i]))
			continue;
		config_node_error(config_node_at(list, i), err,
			tr("không có cơ quan mã “%s”, cần một mã trong bodies"), codes->items[i]);
		return err_hint(err, "%s", tr("Thêm cơ quan đó vào bodies."));
	}
	return true;
}

static bool check_code(ConfigNode group, const DirectiveFile *file, const char *code, Err *err)
{
	for (size_t i = 0; i < file->tasks_n; i++) {
		if (strcmp(file->tasks[i].code, code) != 0)
			continue;
		config_node_error(config_node_key(group, "code"), err,
			tr("nhiệm vụ “%s” đã có ở dòng %d, cần mã khác"), code,
			file->tasks[i].line);
		return err_hint(err, "%s", tr("Mỗi mã nhiệm vụ chỉ dùng một lần."));
	}
	return true;
}

static bool find_clause(
	ConfigNode group, const DirectiveFile *file, const TaskEntry *entry, Search *out, Err *err)
{
	const DirectiveClause *clause = directive_clause_find(file, entry->task.clause);
	if (!clause) {
		config_node_error(config_node_key(group, "clause"), err,
			tr("không có điểm “%s”, cần một mã trong clauses"), entry->task.clause);
		return err_hint(err, "%s", tr("Thêm điểm đó vào clauses."));
	}
	out->clause = clause->range;
	out->where = arena_printf(out->arena, tr("điểm %s"), clause->code);
	return true;
}

// Everything of a task that is words of the directive.
static bool read_words(
	ConfigNode group, Search *search, const TaskEntry *entry, DirectiveTask *task, Err *err)
{
	const char *text = search->file->text;
	task->quote.text = entry->quote;
	if (!words_locate(text, search->clause, entry->quote, search->where,
		    config_node_key(group, "quote"), &task->quote.range, err))
		return false;
	search->quote = task->quote.range;
	return read_deadline(search, entry->deadline, &task->deadline, err) &&
	       read_target(search, entry->target, &task->target, err) &&
	       read_place_words(search, group, entry, &task->places, err);
}

const DirectiveTask *directive_task_find(const DirectiveFile *file, const char *code)
{
	for (size_t i = 0; i < file->tasks_n; i++)
		if (strcmp(file->tasks[i].code, code) == 0)
			return &file->tasks[i];
	return NULL;
}

static bool read_task(
	ConfigNode group, Arena *arena, const DirectiveFile *file, DirectiveTask *out, Err *err)
{
	TaskEntry entry = {
		.task = { .lead_note = "", .line = config_node_line(group) },
		.scope = SCOPE_NOT_GIVEN,
	};
	Search search = { .file = file, .arena = arena };
	DirectiveTask *task = &entry.task;
	if (!config_node_read(group, task_keys, arena, &entry, err) ||
		!check_code(group, file, task->code, err) ||
		!find_clause(group, file, &entry, &search, err) ||
		!check_bodies(config_node_key(group, "lead"), file, &task->lead, err) ||
		!check_bodies(
			config_node_key(group, "cooperating"), file, &task->cooperating, err) ||
		!read_places(group, &entry, &task->places, err) ||
		!read_words(group, &search, &entry, task, err))
		return false;
	*out = *task;
	return true;
}

bool directive_tasks_read(ConfigNode list, Arena *arena, DirectiveFile *file, Err *err)
{
	size_t n = config_node_count(list);
	DirectiveTask *tasks = arena_array(arena, n, sizeof(*tasks));
	file->tasks = tasks;
	for (; file->tasks_n < n; file->tasks_n++) {
		ConfigNode group = config_node_at(list, file->tasks_n);
		if (!read_task(group, arena, file, &tasks[file->tasks_n], err))
			return false;
	}
	return true;
}
