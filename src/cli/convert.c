// SPDX-License-Identifier: MIT
#include "cli/convert.h"

#include "base/buf.h"

CoreRules rules_of_settings(const Settings *settings)
{
	CoreRules rules = {
		.utc_offset = settings->utc_offset,
		.review_cutoff_days = settings->review_cutoff_days,
		.meeting_gap_days = settings->meeting_gap_days,
		.due_soon_days = settings->due_soon_days,
	};
	bool valid = date_parse(settings->first_review, &rules.first_review);
	(void)valid; // checked when the settings were read
	return rules;
}

static WantedDistrict district_of(const RegionDistrict *from, const char *path, Arena *arena)
{
	return (WantedDistrict){
		.code = from->code,
		.name = from->name,
		.kind = from->kind,
		.from = from->from,
		.to = from->to,
		.order = from->order,
		.main = from->membership != MEMBERSHIP_PART,
		.partial = from->membership != MEMBERSHIP_WHOLE,
		.note = from->note,
		.at = arena_printf(arena, "%s:%d", path, from->line),
	};
}

static WantedRegion region_of(const RegionFile *from, Arena *arena)
{
	WantedDistrict *districts = arena_array(arena, from->districts_n, sizeof(*districts));
	for (size_t i = 0; i < from->districts_n; i++)
		districts[i] = district_of(&from->districts[i], from->path, arena);
	return (WantedRegion){
		.code = from->code,
		.name = from->name,
		.note = from->note,
		.from = from->from,
		.to = from->to,
		.order = from->order,
		.districts = districts,
		.districts_n = from->districts_n,
	};
}

static WantedChange change_of(const RegionChange *from, Arena *arena)
{
	static const StructureVerb verbs[] = {
		[CHANGE_RENAME] = STRUCTURE_RENAME, [CHANGE_SPLIT] = STRUCTURE_SUCCEED,
		[CHANGE_MERGE] = STRUCTURE_SUCCEED, [CHANGE_REPLACE] = STRUCTURE_SUCCEED,
		[CHANGE_CLOSE] = STRUCTURE_CLOSE, [CHANGE_MOVE] = STRUCTURE_MOVE,
		[CHANGE_LEVEL] = STRUCTURE_LEVEL,
	};
	static const StructureSubject subjects[] = { [CHANGE_PLACES] = STRUCTURE_PLACES,
		[CHANGE_BODIES] = STRUCTURE_BODIES };
	WantedHeir *into = arena_array(arena, from->into_n, sizeof(*into));
	for (size_t i = 0; i < from->into_n; i++)
		into[i] = (WantedHeir){ .code = from->into[i].code, .name = from->into[i].name,
			.kind = from->into[i].kind, .region = from->into[i].region,
			.order = from->into[i].order };
	return (WantedChange){
		.verb = verbs[from->verb], .subject = subjects[from->subject], .on = from->on, .document = from->document,
		.codes = from->codes.items, .codes_n = from->codes.n, .name = from->name,
		.kind = from->kind, .region = from->region, .level = from->level, .into = into,
		.into_n = from->into_n,
		.at = arena_printf(arena, "%s:%d", from->path, from->line),
	};
}

WantedStructure structure_of_regions(const RegionSet *set, Arena *arena)
{
	WantedChange *changes = arena_array(arena, set->changes_n, sizeof(*changes));
	for (size_t i = 0; i < set->changes_n; i++)
		changes[i] = change_of(&set->changes[i], arena);
	WantedRegion *regions = arena_array(arena, set->regions_n, sizeof(*regions));
	for (size_t i = 0; i < set->regions_n; i++)
		regions[i] = region_of(&set->regions[i], arena);
	return (WantedStructure){ .regions = regions, .regions_n = set->regions_n,
		.changes = changes, .changes_n = set->changes_n };
}

static const NewBody *bodies_of(const DirectiveFile *file, Arena *arena)
{
	NewBody *bodies = arena_array(arena, file->bodies_n, sizeof(*bodies));
	for (size_t i = 0; i < file->bodies_n; i++)
		bodies[i] = (NewBody){ file->bodies[i].code, file->bodies[i].name,
			file->bodies[i].short_name };
	return bodies;
}

static const NewClause *clauses_of(const DirectiveFile *file, Arena *arena)
{
	NewClause *clauses = arena_array(arena, file->clauses_n, sizeof(*clauses));
	for (size_t i = 0; i < file->clauses_n; i++)
		clauses[i] = (NewClause){ file->clauses[i].code, file->clauses[i].parent,
			file->clauses[i].range };
	return clauses;
}

static size_t cite(NewCitation *citations, size_t n, const char *part, Range range)
{
	if (range_is_empty(range))
		return n;
	citations[n] = (NewCitation){ .part = part, .range = range };
	return n + 1;
}

static void set_citations(NewTask *to, const DirectiveTask *from, Arena *arena)
{
	NewCitation *citations = arena_array(arena, 3 + from->places.words_n, sizeof(*citations));
	size_t n = cite(citations, 0, "quote", from->quote.range);
	n = cite(citations, n, "target", from->target.range);
	n = cite(citations, n, "deadline", from->deadline.words.range);
	for (size_t i = 0; i < from->places.words_n; i++)
		n = cite(citations, n, "place", from->places.words[i].range);
	to->citations = citations;
	to->citations_n = n;
}

// A task for all regions or all districts names them by one word, so that core takes those of the
// day on which the directive is added.
static void set_places(NewTask *to, const DirectivePlaces *from, Arena *arena)
{
	to->places = from->codes.items;
	to->places_n = from->codes.n;
	if (from->spread == DIRECTIVE_SPREAD_NAMED)
		return;
	const char **all = arena_array(arena, 1, sizeof(*all));
	*all = directive_scope_word(from->scope);
	to->places = all;
	to->places_n = 1;
}

static NewTask task_of(const DirectiveTask *from, Arena *arena)
{
	NewTask task = {
		.code = from->code,
		.clause = from->clause,
		.title = from->title,
		.lead_words = from->lead_note,
		.deadline_kind = directive_deadline_word(from->deadline.kind),
		.deadline_words = from->deadline.words.text,
		.due = from->deadline.due,
		.target_words = from->target.text,
		.leads = from->lead.items,
		.leads_n = from->lead.n,
		.cooperating = from->cooperating.items,
		.cooperating_n = from->cooperating.n,
	};
	set_citations(&task, from, arena);
	set_places(&task, &from->places, arena);
	return task;
}

static void set_targets(NewIndicator *to, const DirectiveIndicator *from, Arena *arena)
{
	IndicatorTarget *targets = arena_array(arena, from->targets_n, sizeof(*targets));
	const char **places = arena_array(arena, from->targets_n, sizeof(*places));
	for (size_t i = 0; i < from->targets_n; i++) {
		const DirectiveTarget *target = &from->targets[i];
		targets[i] = (IndicatorTarget){ .value = target->value, .from = target->from,
			.to = target->to, .document = "" };
		bool known = target_kind_parse(target->kind, &targets[i].kind);
		(void)known; // checked when the file was read
		places[i] = target->place;
	}
	to->targets = targets;
	to->places = places;
	to->targets_n = from->targets_n;
}

static NewIndicator indicator_of(const DirectiveIndicator *from, Arena *arena)
{
	NewIndicator indicator = {
		.indicator = { .code = from->code, .name = from->name, .unit = from->unit,
			.scale = from->scale },
		.numerator = from->numerator,
		.denominator = from->denominator,
		.task = from->task,
	};
	bool known = direction_parse(from->direction, &indicator.indicator.direction) &&
		     aggregation_parse(from->aggregation, &indicator.indicator.aggregation) &&
		     indicator_rhythm_parse(from->rhythm, &indicator.indicator.rhythm);
	(void)known; // checked when the file was read
	set_targets(&indicator, from, arena);
	return indicator;
}

static const NewIndicator *indicators_of(const DirectiveFile *file, Arena *arena)
{
	NewIndicator *indicators = arena_array(arena, file->indicators_n, sizeof(*indicators));
	for (size_t i = 0; i < file->indicators_n; i++)
		indicators[i] = indicator_of(&file->indicators[i], arena);
	return indicators;
}

static const char *lines_of(const ConfigTexts *texts, Arena *arena)
{
	Buf lines = BUF_INIT;
	for (size_t i = 0; i < texts->n; i++)
		buf_addf(&lines, "%s%s", i ? "\n" : "", texts->items[i]);
	const char *copy = arena_strndup(arena, lines.bytes, lines.len);
	buf_release(&lines);
	return copy;
}

NewDirective directive_of_file(const DirectiveFile *file, Arena *arena)
{
	NewTask *tasks = arena_array(arena, file->tasks_n, sizeof(*tasks));
	for (size_t i = 0; i < file->tasks_n; i++)
		tasks[i] = task_of(&file->tasks[i], arena);
	return (NewDirective){
		.directive = {
			.number = file->number, .issued_on = file->date, .kind = file->kind,
			.issuer = file->issuer, .subject = file->subject,
			.signer_post = file->signer_post, .signer_name = file->signer_name,
			.recipients = lines_of(&file->recipients, arena), .text = file->text,
		},
		.bodies = bodies_of(file, arena), .bodies_n = file->bodies_n,
		.clauses = clauses_of(file, arena), .clauses_n = file->clauses_n,
		.tasks = tasks, .tasks_n = file->tasks_n,
		.indicators = indicators_of(file, arena), .indicators_n = file->indicators_n,
	};
}

const SearchAlias *aliases_of_file(const AliasFile *file, Arena *arena)
{
	SearchAlias *aliases = arena_array(arena, file->n, sizeof(*aliases));
	for (size_t i = 0; i < file->n; i++) {
		const AliasEntry *entry = &file->entries[i];
		const char **spellings =
			arena_array(arena, entry->spellings.n + 1, sizeof(*spellings));
		spellings[0] = entry->name;
		for (size_t j = 0; j < entry->spellings.n; j++)
			spellings[j + 1] = entry->spellings.items[j];
		aliases[i] = (SearchAlias){ spellings, entry->spellings.n + 1 };
	}
	return aliases;
}
