// SPDX-License-Identifier: MIT
// The full screen.
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include "core/core.h"
#include "text/syllable.h"

typedef enum { TUI_MOUSE_OFF, TUI_MOUSE_ON } TuiMouse;

// TUI_COMPOSER_AUTO: Telex on a bare console, none elsewhere.
typedef enum {
	TUI_COMPOSER_AUTO,
	TUI_COMPOSER_OFF,
	TUI_COMPOSER_TELEX,
	TUI_COMPOSER_VNI
} TuiComposer;

typedef struct {
	TuiMouse mouse;
	TuiComposer composer;
	ToneStyle tone_style;
	const char *external_editor; // absolute path, "": not allowed
} TuiOptions;

// Runs until the person leaves or the line drops; the core has its actor already. Standing where the
// person left is restored and stored.
bool tui_run(Core *core, const TuiOptions *options, Err *err) WARN_UNUSED;

#endif
