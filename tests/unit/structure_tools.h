// SPDX-License-Identifier: MIT
// What the tests of the structure share: applying a change, and what a day looks like.
#ifndef TESTS_STRUCTURE_TOOLS_H
#define TESTS_STRUCTURE_TOOLS_H

#include "unit/review_tools.h"

#include "base/buf.h"
#include "core/body.h"
#include "core/org.h"
#include "core/structure.h"

static inline void look(F *f, const char *iso)
{
	Date day = { 0 };
	if (iso)
		assert_true(date_parse(iso, &day));
	assert_done(core_set_as_of(f->core, day, &f->err), &f->err);
}

static inline bool apply(F *f, const WantedStructure *want, size_t *steps_n)
{
	Vec steps;
	vec_init(&steps, sizeof(StructureStep));
	bool ok = structure_apply(f->core, want, &f->arena, &steps, &f->err);
	*steps_n = steps.len;
	vec_release(&steps);
	return ok;
}

// " | btg=Ban Tuyên giáo Tỉnh ủy": what bodies there are.
static inline void write_bodies(F *f, Buf *out)
{
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	assert_done(body_list(f->core, &f->arena, &bodies, &f->err), &f->err);
	for (size_t i = 0; i < bodies.len; i++) {
		const Body *each = vec_at(&bodies, i);
		buf_addf(out, " |%s=%s", each->code, each->name);
	}
	vec_release(&bodies);
}

// "Hải đảo: TP Phú Quốc, Kiên Hải" and so on: what every screen of a day begins with.
static inline void write_day(F *f, const char *day, Buf *out)
{
	Vec regions, districts;
	const char *word;
	look(f, day);
	vec_init(&regions, sizeof(Region));
	vec_init(&districts, sizeof(District));
	assert_done(region_list(f->core, &f->arena, &regions, &f->err), &f->err);
	assert_done(district_list(f->core, &f->arena, &districts, &f->err), &f->err);
	assert_done(level_word(f->core, &f->arena, &word, &f->err), &f->err);
	buf_addf(out, "%s %s:", day, word);
	for (size_t i = 0; i < regions.len; i++)
		buf_addf(out, " [%s]", ((const Region *)vec_at(&regions, i))->title);
	for (size_t i = 0; i < districts.len; i++) {
		const District *each = vec_at(&districts, i);
		buf_addf(out, " %s=%s@%d", each->code, each->title, (int)(each->main_region_id & 0xffff));
	}
	write_bodies(f, out);
	buf_adds(out, "\n");
	vec_release(&regions);
	vec_release(&districts);
	look(f, NULL);
}

#endif
