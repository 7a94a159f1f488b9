// SPDX-License-Identifier: MIT
// Candidates that several forms offer, in the order of the Vietnamese alphabet: one looks for a name
// there, not for a rank.
#include "tui/form.h"

#include "base/buf.h"
#include "base/tr.h"
#include "base/vec.h"
#include "core/org.h"
#include "core/person.h"
#include "core/task.h"
#include "text/sort.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	Candidate candidate;
	const char *key; // may contain NUL bytes
	size_t key_n;
} Keyed;

typedef void SortKey(Buf *out, const char *name);

static void add(View *form, Vec *keyed, Candidate candidate, const char *name, SortKey *sort_key)
{
	Buf key = BUF_INIT;
	sort_key(&key, name);
	*(Keyed *)vec_push(keyed) = (Keyed){ .candidate = candidate,
		.key = arena_strndup(&form->arena, key.bytes, key.len), .key_n = key.len };
	buf_release(&key);
}

static int compare(const void *a, const void *b)
{
	const Keyed *x = a, *y = b;
	int order = memcmp(x->key, y->key, x->key_n < y->key_n ? x->key_n : y->key_n);
	return order ? order : (x->key_n > y->key_n) - (x->key_n < y->key_n);
}

static void take_sorted(Vec *keyed, Vec *out)
{
	if (keyed->len)
		qsort(keyed->items, keyed->len, sizeof(Keyed), compare);
	for (size_t i = 0; i < keyed->len; i++)
		*(Candidate *)vec_push(out) = ((const Keyed *)vec_at(keyed, i))->candidate;
	vec_release(keyed);
}

bool pick_person(View *form, Vec *out, Err *err)
{
	Vec people, keyed;
	vec_init(&people, sizeof(Person));
	vec_init(&keyed, sizeof(Keyed));
	bool ok = person_list(form->core, PERSON_IN_POST, &form->arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		Candidate candidate = { .id = person->id,
			.text = *person->post ? view_printf(form, "%s, %s", person->name, person->post) :
						person->name };
		add(form, &keyed, candidate, *person->sort_name ? person->sort_name : person->name,
			name_sort_key);
	}
	take_sorted(&keyed, out);
	vec_release(&people);
	return ok;
}

bool pick_body(View *form, Vec *out, Err *err)
{
	Vec bodies, keyed;
	vec_init(&bodies, sizeof(Body));
	vec_init(&keyed, sizeof(Keyed));
	bool ok = body_list(form->core, &form->arena, &bodies, err);
	for (size_t i = 0; ok && i < bodies.len; i++) {
		const Body *body = vec_at(&bodies, i);
		add(form, &keyed, (Candidate){ .id = body->id, .text = body->name }, body->name,
			text_sort_key);
	}
	take_sorted(&keyed, out);
	vec_release(&bodies);
	return ok;
}

bool pick_region_place(View *form, Vec *out, Err *err)
{
	Vec districts;
	vec_init(&districts, sizeof(District));
	bool ok =
		district_list_of(form->core, form->place.region_id, &form->arena, &districts, err);
	*(Candidate *)vec_push(out) = (Candidate){ PICK_WHOLE, tr("cả vùng") };
	for (size_t i = 0; ok && i < districts.len; i++) {
		const District *district = vec_at(&districts, i);
		*(Candidate *)vec_push(out) = (Candidate){ district->id, district->title };
	}
	vec_release(&districts);
	return ok;
}

const char *form_deadline_words(View *form, const char *name)
{
	const char *typed = form_text(form, name);
	typed += strspn(typed, " ");
	if (*typed == '+')
		return view_printf(form, tr("trong %s"), typed + 1 + strspn(typed + 1, " "));
	return *typed >= '0' && *typed <= '9' ? "" : typed;
}
