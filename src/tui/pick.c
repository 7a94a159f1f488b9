// SPDX-License-Identifier: MIT
// Candidates that several forms offer, in the order of the Vietnamese alphabet: one looks for a name
// there, not for a rank.
#include "tui/form.h"

#include "base/buf.h"
#include "base/vec.h"
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
