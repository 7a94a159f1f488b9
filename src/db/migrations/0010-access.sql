-- Keys that people come in with and sign with, and signatures.

-- A person's public SSH key, as type and base64 without options. from and to are the days on which it
-- is valid, for coming in and for what it signed; removed_at is when it was taken out of the file of
-- keys, and says nothing against what was signed with it before to_date. A key is known once for all
-- times: one that was taken away comes back to nobody.
CREATE TABLE user_key (
  id INTEGER PRIMARY KEY,
  rev INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  type TEXT NOT NULL,
  blob TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL,
  to_date TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX user_key_person ON user_key (person_id);

-- Whether the line dropped at the end of the last visit.
ALTER TABLE visit ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0;
