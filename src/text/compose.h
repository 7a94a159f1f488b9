// SPDX-License-Identifier: MIT
// Composer: Telex and VNI for text fields on a bare console, where there is no input method. Keys
// are composed word by word; only a key that keeps the word a possible syllable acts, marks bind
// backwards across finals, the same key again undoes, and a word that turns out to be no syllable
// falls back to the keys as typed. Pastes, codes and passwords do not come here.
#ifndef TEXT_COMPOSE_H
#define TEXT_COMPOSE_H

#include "text/letter.h"
#include "text/syllable.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { COMPOSE_TELEX, COMPOSE_VNI } ComposeMethod;

enum { COMPOSE_MAX_LETTERS = 24, COMPOSE_MAX_BYTES = 4 * COMPOSE_MAX_LETTERS };

typedef struct {
	Letter letters[COMPOSE_MAX_LETTERS]; // without tone
	size_t count;
	Tone tone;
} ComposeWord;

// Invariant: shown is what of the present word stands before the cursor.
typedef struct {
	ComposeMethod method;
	ToneStyle style;
	bool off; // an accented letter came: there is an input method at the other end
	ComposeWord word, keys; // as composed, as typed
	char shown[COMPOSE_MAX_BYTES];
	size_t shown_len;
	unsigned left_alone; // kinds of keys undone in this word
	uint32_t acted;      // the last key when it acted, else 0
	bool literal;        // this word is no syllable: keys stand for themselves
} Composer;

// The caller removes `erase` bytes before the cursor, then inserts insert[0..len).
typedef struct {
	size_t erase, len;
	char insert[COMPOSE_MAX_BYTES];
} ComposeEdit;

void composer_init(Composer *composer, ComposeMethod method, ToneStyle style);
// One key that was typed, a printable code point. What is neither letter nor, in VNI, digit ends
// the word and is inserted as it is.
void composer_key(Composer *composer, uint32_t key, ComposeEdit *edit);
// The caller has removed the code point before the cursor.
void composer_backspace(Composer *composer);
// The cursor has moved or the text changed otherwise: the next key begins a word.
void composer_end(Composer *composer);

#endif
