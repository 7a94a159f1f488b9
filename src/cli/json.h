// SPDX-License-Identifier: MIT
// What lists say to programs.
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "base/buf.h"

#include <jansson.h>

json_t *json_of_text(const char *text);  // a string
json_t *json_of_known(const char *text); // null for ""
json_t *json_of_texts(const char *const *texts, size_t n);

// Appends the value, a member a line, and frees it.
void json_print(json_t *value, Buf *out);

#endif
