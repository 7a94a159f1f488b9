// SPDX-License-Identifier: MIT
// Strings for people. Vietnamese is the source language: tr("…") marks a string where it is used,
// N_("…") one in a table, whose reader passes it through tr(), and VN_("…") the words of the
// Party's own papers, which are stored and printed in Vietnamese whatever language the screen has.
// English is assets/lang/en.po, compiled in.
#ifndef BASE_TR_H
#define BASE_TR_H

#include "base/err.h"

#define N_(s) s
#define VN_(s) s

typedef enum { TR_VIETNAMESE, TR_ENGLISH } TrLanguage;

extern const char *const tr_names[]; // by TrLanguage: "vi", "en", NULL

// ERR_INVALID for a name that is none of tr_names.
bool tr_language_named(const char *name, TrLanguage *out, Err *err) WARN_UNUSED;

// The language of everything said from now on. A mutable global, as the C locale is one: every room
// down to this one speaks, and it is set once, before anything is said.
void tr_set_language(TrLanguage language);

// The string in the chosen language; one without translation stays Vietnamese. A translation takes
// the same arguments as its source: the build refuses others.
const char *tr(const char *vietnamese) __attribute__((format_arg(1), returns_nonnull));

#endif
