// SPDX-License-Identifier: MIT
// The full screen.
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include "core/core.h"

typedef enum { TUI_MOUSE_OFF, TUI_MOUSE_ON } TuiMouse;

typedef struct {
	TuiMouse mouse;
} TuiOptions;

// Runs until the person leaves or the line drops; the core has its actor already. Standing where the
// person left is restored and stored.
bool tui_run(Core *core, const TuiOptions *options, Err *err) WARN_UNUSED;

#endif
