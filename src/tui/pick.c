// SPDX-License-Identifier: MIT
// Candidates that several forms offer.
#include "tui/form.h"

#include "base/vec.h"
#include "core/person.h"
#include "core/task.h"

bool pick_person(View *form, Vec *out, Err *err)
{
	Vec people;
	vec_init(&people, sizeof(Person));
	bool ok = person_list(form->core, PERSON_IN_POST, &form->arena, &people, err);
	for (size_t i = 0; ok && i < people.len; i++) {
		const Person *person = vec_at(&people, i);
		*(Candidate *)vec_push(out) = (Candidate){ .id = person->id,
			.text = *person->post ? view_printf(form, "%s, %s", person->name, person->post) :
						person->name };
	}
	vec_release(&people);
	return ok;
}

bool pick_body(View *form, Vec *out, Err *err)
{
	Vec bodies;
	vec_init(&bodies, sizeof(Body));
	bool ok = body_list(form->core, &form->arena, &bodies, err);
	for (size_t i = 0; ok && i < bodies.len; i++) {
		const Body *body = vec_at(&bodies, i);
		*(Candidate *)vec_push(out) = (Candidate){ .id = body->id, .text = body->name };
	}
	vec_release(&bodies);
	return ok;
}
