-- The index of search. Core writes what is searched as plain words into ordinary columns; the index
-- over them knows only a tokenizer that every SQLite has, so that any shell opens and dumps the file.

-- id = kind·2^56 + closed·2^55 + (65535 − day)·2^32 + n, where day counts from 1970 and is 0 for what
-- has none, and closed is 0 for what is not yet open to everybody: in the order of ids stand the kinds,
-- then the newest. part is 0, or what of the thing it is: a section, the first byte of a range.
CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  thing_id INTEGER NOT NULL,
  part INTEGER NOT NULL,
  folded TEXT NOT NULL,
  exact TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;
CREATE INDEX search_document_thing ON search_document (thing_id);

CREATE VIRTUAL TABLE search USING fts5 (
  folded, exact, place,
  content = 'search_document', content_rowid = 'id', tokenize = 'ascii', prefix = '2 3',
  columnsize = 0
);

-- Every word that was ever written, folded (0) or exact (1): what begins with some letters is found
-- here, so that only those words are looked up. A word that is gone finds nothing and does no harm.
CREATE TABLE search_word (
  exact INTEGER NOT NULL CHECK (exact IN (0, 1)),
  word TEXT NOT NULL,
  PRIMARY KEY (exact, word)
) STRICT, WITHOUT ROWID;
