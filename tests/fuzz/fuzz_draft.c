// SPDX-License-Identifier: MIT
// Any bytes as a log of drafts, as they are, and again as the bodies of records whose frames are right:
// what is read of them lies within them, and what was read once is read again the same.
#include "core/draft_parts.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BODY_HEAD = 9 };

static const char magic[] = "dieuphoi drafts 1";

static void demand(bool holds)
{
	if (!holds)
		abort();
}

static void check_session(const Buf *log)
{
	LeftSession *session = left_session_new();
	left_session_read(session, log);
	demand(session->file.length <= log->len);
	for (size_t i = 0; i < session->drafts.len; i++) {
		const LeftDraft *draft = *(LeftDraft **)vec_at(&session->drafts, i);
		demand(draft->texts.len == draft->left.parts.len);
		for (size_t k = 0; k < draft->texts.len; k++) {
			const Buf *text = vec_at(&draft->texts, k);
			demand(text->bytes[text->len] == '\0');
		}
	}
	left_session_free(session);
}

// Each whole record, written anew, is what stood there.
static void check_records(const Buf *log)
{
	size_t at = 0;
	LogRecord record;
	Buf again = BUF_INIT;
	for (uint64_t sequence = 0;; sequence++) {
		size_t used = log_read(log->bytes + at, log->len - at, sequence, &record);
		if (!used)
			break;
		buf_clear(&again);
		log_add(&again, &record);
		demand(again.len == used && memcmp(again.bytes, log->bytes + at, used) == 0);
		at += used;
	}
	buf_release(&again);
}

static void add_number(Buf *out, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_addch(out, (char)(value >> 8 * i & 0xff));
}

// A kind and a length, then so many bytes; the first record is a head.
static void frame(Buf *log, const uint8_t *data, size_t size)
{
	for (uint64_t sequence = 0; size > 2; sequence++) {
		Buf body = BUF_INIT;
		size_t n = data[1] < size - 2 ? data[1] : size - 2;
		add_number(&body, sequence, 8);
		buf_addch(&body, (char)(sequence ? data[0] % LOG_KINDS : LOG_HEAD));
		if (!sequence)
			buf_add(&body, magic, sizeof(magic));
		buf_add(&body, data + 2, n);
		demand(body.len >= BODY_HEAD);
		add_number(log, body.len, 4);
		add_number(log, log_crc(body.bytes, body.len), 4);
		buf_add(log, body.bytes, body.len);
		buf_release(&body);
		data += 2 + n;
		size -= 2 + n;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Buf raw = BUF_INIT, framed = BUF_INIT;
	buf_add(&raw, data, size);
	frame(&framed, data, size);
	check_session(&raw);
	check_records(&raw);
	check_session(&framed);
	check_records(&framed);
	buf_release(&raw);
	buf_release(&framed);
	return 0;
}
