// SPDX-License-Identifier: MIT
// Random histories of the structure: no change alters a day before its own, or what has been said of
// any; no day has a district twice.
#include "unit/structure_tools.h"

#include <stdio.h>

enum { TRIES = 100, DAYS = 14, NAMES = 300 };

typedef struct {
	uint32_t seed;
	const char *codes[STRUCTURE_SUBJECTS][NAMES]; // of places and of bodies
	int codes_n[STRUCTURE_SUBJECTS], made;
} Random;

static int pick(Random *random, int n)
{
	random->seed = random->seed * 1664525u + 1013904223u;
	return (int)((random->seed >> 8) % (uint32_t)n);
}

static const char *random_day(F *f, Random *random)
{
	char iso[11];
	date_iso(date_add_days((Date){ 2022, 1, 1 }, pick(random, 400)), iso);
	return arena_strdup(&f->arena, iso);
}

static const char *random_code(Random *random, StructureSubject subject)
{
	return random->codes[subject][pick(random, random->codes_n[subject])];
}

static WantedHeir new_heir(F *f, Random *random, StructureSubject subject)
{
	static const char *const kinds[] = { "huyện", "thành phố", "đặc khu", "xã" };
	const char *code = arena_printf(&f->arena, "moi-%d", random->made++);
	const char *name = arena_printf(&f->arena, "Mới %d", random->made);
	random->codes[subject][random->codes_n[subject]++] = code;
	if (subject == STRUCTURE_BODIES)
		return (WantedHeir){ code, name, pick(random, 2) ? "gọn" : "", "", 0 };
	return (WantedHeir){ code, name, kinds[pick(random, 4)], pick(random, 2) ? "hd" : "",
		20 + random->made };
}

static const WantedHeir *random_heirs(F *f, Random *random, StructureSubject subject, size_t n)
{
	WantedHeir *heirs = arena_array(&f->arena, n, sizeof(*heirs));
	for (size_t i = 0; i < n; i++)
		heirs[i] = pick(random, 4) == 0 ?
			(WantedHeir){ random_code(random, subject), "", "", "", 0 } :
			new_heir(f, random, subject);
	return heirs;
}

static WantedChange random_change(F *f, Random *random)
{
	static const char *const regions[] = { "hd", "tsh", "tglx" };
	const char **codes = arena_array(&f->arena, 2, sizeof(*codes));
	StructureSubject subject = pick(random, 3) ? STRUCTURE_PLACES : STRUCTURE_BODIES;
	int verbs = subject == STRUCTURE_BODIES ? STRUCTURE_CLOSE : STRUCTURE_LEVEL;
	codes[0] = random_code(random, subject);
	codes[1] = random_code(random, subject);
	WantedChange change = {
		.verb = (StructureVerb)pick(random, verbs + 1), .subject = subject, .on = random_day(f, random),
		.document = "", .codes = codes, .codes_n = 1, .name = "", .kind = "", .region = "",
		.level = "", .at = "lịch sử:1",
	};
	if (change.verb == STRUCTURE_RENAME)
		change.name = arena_printf(&f->arena, "Tên %d", random->made++);
	if (change.verb == STRUCTURE_MOVE)
		change.region = regions[pick(random, 3)];
	if (change.verb == STRUCTURE_LEVEL)
		change.level = arena_printf(&f->arena, "cấp %d", random->made++);
	if (change.verb == STRUCTURE_SUCCEED) {
		change.into_n = 1 + (size_t)pick(random, 3);
		change.codes_n = strcmp(codes[0], codes[1]) != 0 ? 1 + (size_t)pick(random, 2) : 1;
		change.into = random_heirs(f, random, subject, change.into_n);
	}
	return change;
}

static const char *sample_day(F *f, int i)
{
	char iso[11];
	date_iso(date_add_days((Date){ 2021, 12, 15 }, i * 31), iso);
	return arena_strdup(&f->arena, iso);
}

// Two main regions would list a district twice on that day.
static void assert_once_each(const char *text)
{
	const char *at = text;
	while ((at = strchr(at, '=')) != NULL) {
		const char *start = at;
		while (start > text && start[-1] != ' ')
			start--;
		char needle[64];
		snprintf(needle, sizeof(needle), " %.*s=", (int)(at - start), start);
		const char *first = strstr(text, needle);
		if (first && strstr(first + 1, needle))
			fail_msg("twice:%s in %s", needle, text);
		at++;
	}
}

static void assert_frozen_before(char (*before)[16384], char (*after)[16384], F *f, const char *on)
{
	for (int i = 0; i < DAYS; i++)
		if (strcmp(sample_day(f, i), on) < 0)
			assert_string_equal(after[i], before[i]);
}

static void read_days(F *f, char (*days)[16384])
{
	for (int i = 0; i < DAYS; i++) {
		Buf out = BUF_INIT;
		write_day(f, sample_day(f, i), &out);
		snprintf(days[i], sizeof(days[i]), "%s", out.bytes);
		assert_once_each(out.bytes);
		buf_release(&out);
	}
}

// A change that is taken can be planned and changes nothing twice; one that is refused changes nothing;
// none changes a day before its own.
static int try_change(F *f, const WantedChange *change)
{
	static char before[DAYS][16384], after[DAYS][16384];
	size_t n = 0;
	Vec steps;
	const WantedStructure want = { .changes = change, .changes_n = 1 };
	read_days(f, before);
	vec_init(&steps, sizeof(StructureStep));
	bool planned = structure_plan(f->core, &want, &f->arena, &steps, &f->err);
	assert_true(planned || f->err.kind == ERR_DATA);
	size_t plan_n = steps.len;
	vec_release(&steps);
	err_clear(&f->err);
	read_days(f, after);
	assert_memory_equal(after, before, sizeof(after));
	bool done = apply(f, &want, &n);
	assert_int_equal(done, planned);
	err_clear(&f->err);
	read_days(f, after);
	assert_frozen_before(before, after, f, done ? change->on : "9999-12-31");
	if (!done)
		return 0;
	assert_int_equal(n, plan_n);
	assert_done(apply(f, &want, &n), &f->err);
	assert_int_equal(n, 0);
	return 1;
}

// The bodies of the beginning are called in their rows as ever, whatever became of them.
static void assert_nothing_rewritten(F *f)
{
	Leaf leaf;
	look(f, "2021-12-15");
	assert_done(leaf_find(f->core, "2.1b", fixture_place(f, "kien-hai"), &f->arena, &leaf, &f->err),
		&f->err);
	assert_string_equal(leaf.lead, "BCSĐ UBND tỉnh");
	assert_string_equal(leaf.place_title, "Kiên Hải");
	look(f, NULL);
}

static void random_histories(void **state)
{
	F *f = *state;
	int done[STRUCTURE_SUBJECTS] = { 0 };
	submit_all(f);
	fixture_as(f, "leader");
	assert_done(approve(f, "2021H2"), &f->err);
	Review approved = get(f);
	fixture_as(f, "admin");
	Random random = { .seed = 2025,
		.codes = { { "phu-quoc", "kien-hai", "tan-hiep", "go-quao", "rach-gia" },
			{ "btg", "bcsd-ubnd", "so-du-lich" } },
		.codes_n = { 5, 3 } };
	for (int i = 0; i < TRIES; i++) {
		WantedChange change = random_change(f, &random);
		done[change.subject] += try_change(f, &change);
	}
	assert_true(done[STRUCTURE_PLACES] >= 15 && done[STRUCTURE_BODIES] >= 8);
	fixture_today(f, "2025-01-01");
	assert_nothing_rewritten(f);
	fixture_as(f, "office");
	assert_string_equal(get(f).frozen, approved.frozen);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			random_histories, fixture_setup_directive, fixture_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
