-- Signatures of approved reviews, by the keys of those who approved them. armour is the signature as
-- ssh-keygen made it; what it signs is made again from the review and the journal, whose SHA-256 in
-- hex is text_digest.
CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  review_id INTEGER NOT NULL REFERENCES review (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  key_line TEXT NOT NULL,
  armour TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  removed_at INTEGER,
  UNIQUE (review_id, person_id)
) STRICT;
