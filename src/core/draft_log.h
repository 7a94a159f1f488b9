// SPDX-License-Identifier: MIT
// The records of a drafts' log. Numbers are little-endian; a string is its length (4) and its bytes.
//
//	length of what follows the CRC (4) · CRC-32 of it (4) · sequence (8) · kind (1) · body
//
// Sequences count from 0; record 0 is the head. A reader stops at the first record that is not whole.
#ifndef CORE_DRAFT_LOG_H
#define CORE_DRAFT_LOG_H

#include "base/buf.h"
#include "core/draft.h"

typedef enum {
	LOG_HEAD,   // the session: when it began, whose
	LOG_BEGIN,  // a draft: its number, of what, when
	LOG_PART,   // draft, name, base; a draft's parts count from 0
	LOG_SPLICE, // draft, part, at, how many bytes go, which come, when
	LOG_END,    // draft
	LOG_KINDS,
} LogKind;

typedef struct {
	const char *bytes;
	size_t n;
} LogString;

// All kinds in one; each uses its own fields.
typedef struct {
	LogKind kind;
	uint64_t sequence;
	int64_t at;
	LogString login;                        // HEAD
	uint32_t draft, part;                   // BEGIN, PART, SPLICE, END
	int64_t id, other_id, rev;              // BEGIN
	LogString form, code, place;            // BEGIN
	LogString name, base;                   // PART
	uint64_t offset, removed;               // SPLICE
	LogString inserted;                     // SPLICE
} LogRecord;

void log_add(Buf *out, const LogRecord *record);
// The bytes that the record takes; 0 where there is no whole one with that sequence. Its strings
// point into bytes.
size_t log_read(const char *bytes, size_t n, uint64_t sequence, LogRecord *record);

LogString log_string(const char *s);
uint32_t log_crc(const char *bytes, size_t n);

#endif
