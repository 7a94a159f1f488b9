-- name: journal_last
SELECT seq, at, hash FROM journal WHERE office = ?1 ORDER BY seq DESC LIMIT 1;

-- name: journal_hash_of
SELECT hash FROM journal WHERE office = ?1 AND seq = ?2;

-- name: journal_entry_before
SELECT seq, at, hash FROM journal WHERE office = ?1 AND seq = ?2 - 1;

-- name: journal_add
INSERT INTO journal (office, seq, at, person_id, op, change, undoes, kind, thing_id, base_rev,
  body_hash, prev, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

-- name: journal_body_add
INSERT INTO journal_body (office, seq, salt, bytes) VALUES (?1, ?2, ?3, ?4);

-- name: journal_all
SELECT j.office, j.seq, j.at, j.person_id, j.op, j.change, j.undoes, j.kind, j.thing_id, j.base_rev,
  j.body_hash, j.prev, j.hash, b.salt, b.bytes, b.seq
FROM journal j LEFT JOIN journal_body b ON b.office = j.office AND b.seq = j.seq
ORDER BY j.office, j.seq;

-- name: journal_by_change
SELECT j.seq, j.at, j.person_id, j.change, j.undoes, j.thing_id, j.base_rev, j.op, j.kind,
  COALESCE(p.name, ''), b.bytes
FROM journal j
LEFT JOIN person p ON p.id = j.person_id
LEFT JOIN journal_body b ON b.office = j.office AND b.seq = j.seq
WHERE j.office = ?1 AND j.seq >= ?2 AND j.change = ?2
ORDER BY j.seq;

-- name: journal_by_thing
SELECT j.seq, j.at, j.person_id, j.change, j.undoes, j.thing_id, j.base_rev, j.op, j.kind,
  COALESCE(p.name, ''), b.bytes
FROM journal j
LEFT JOIN person p ON p.id = j.person_id
LEFT JOIN journal_body b ON b.office = j.office AND b.seq = j.seq
WHERE j.kind = ?1 AND j.thing_id = ?2
ORDER BY j.seq;

-- One takes back one's own, and what takes something back comes after it: both queries go backwards
-- over one person's entries (journal_person), and no further than the change that they are about. The
-- plus keeps the office, which most entries share, from being looked through instead.
-- name: journal_last_change_of
SELECT j.change, j.op, j.undoes
FROM journal j
WHERE +j.office = ?1 AND j.person_id = ?2 AND j.seq = j.change AND j.undoes IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM journal u
    WHERE +u.office = ?1 AND u.person_id = ?2 AND u.seq > j.seq AND u.undoes = j.change
      AND NOT EXISTS (
        SELECT 1 FROM journal r
        WHERE +r.office = ?1 AND r.person_id = ?2 AND r.seq > u.seq AND r.undoes = u.change))
ORDER BY j.seq DESC LIMIT 1;

-- name: journal_last_undo_of
SELECT j.change, j.op, j.undoes
FROM journal j
JOIN journal c ON c.office = j.office AND c.seq = j.undoes AND c.undoes IS NULL
WHERE +j.office = ?1 AND j.person_id = ?2 AND j.seq = j.change
  AND j.seq > COALESCE((
    SELECT n.seq FROM journal n WHERE +n.office = ?1 AND n.person_id = ?2 AND n.undoes IS NULL
    ORDER BY n.seq DESC LIMIT 1), 0)
  AND NOT EXISTS (
    SELECT 1 FROM journal r
    WHERE +r.office = ?1 AND r.person_id = ?2 AND r.seq > j.seq AND r.undoes = j.change)
ORDER BY j.seq DESC LIMIT 1;
