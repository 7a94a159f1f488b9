// SPDX-License-Identifier: MIT
// Between the files of closing: nobody outside includes this.
#ifndef CORE_CLOSING_PARTS_H
#define CORE_CLOSING_PARTS_H

#include "core/closing.h"

const char *close_kind_stored(CloseKind kind); // done, carried, ended
CloseKind close_kind_of(const char *stored);

#endif
