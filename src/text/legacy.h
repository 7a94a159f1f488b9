// SPDX-License-Identifier: MIT
// Texts from before Unicode: TCVN3 (the ABC fonts .VnTime …) and VNI for Windows, as raw bytes or
// as the Latin-1 letters these were taken for ("TiÕng ViÖt", "Tieáng Vieät"). Detected by the share
// of valid syllables and decoded only when somebody has seen the preview and agreed.
#ifndef TEXT_LEGACY_H
#define TEXT_LEGACY_H

#include "base/buf.h"

#include <stddef.h>

typedef enum { LEGACY_NONE, LEGACY_TCVN3, LEGACY_VNI } LegacyEncoding;

// Which encoding the text makes sense in; LEGACY_NONE when it is well as it is or when no more than
// one of its words tells. To be asked before text_clean, which drops TCVN3's ư as a soft hyphen.
LegacyEncoding legacy_detect(const char *s, size_t n);

// Appends the text decoded, valid UTF-8 in NFC. What the encoding has no letter for stands as
// Latin-1 (raw bytes) or as it is. LEGACY_NONE copies; malformed bytes become U+FFFD.
void legacy_decode(Buf *out, const char *s, size_t n, LegacyEncoding encoding);

// For people: "TCVN3 (ABC)", "VNI-Win", "".
const char *legacy_name(LegacyEncoding encoding);

#endif
