// SPDX-License-Identifier: MIT
// Strings for people. Vietnamese is the source language: tr("…") marks a string where it is used,
// N_("…") one in a table, whose reader passes it through tr().
#ifndef BASE_TR_H
#define BASE_TR_H

#define N_(s) s

const char *tr(const char *vietnamese) __attribute__((format_arg(1), returns_nonnull));

#endif
