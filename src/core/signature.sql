-- Where the approval stands in the journal: what is signed names it.
-- name: signature_approval
SELECT j.office, j.seq, j.hash, r.period, r.frozen, r.decided_by
FROM review r JOIN journal j ON j.kind = 'review' AND j.thing_id = r.id AND j.op = 'review-approve'
WHERE r.id = ?1 AND r.state = 'approved' AND r.removed_at IS NULL
ORDER BY j.seq DESC LIMIT 1;

-- name: signature_of_review
SELECT s.id, s.person_id, COALESCE(p.login, ''), p.name, s.key_line, s.armour, s.text_digest, s.signed_at,
  COALESCE(k.fingerprint, ''), COALESCE(k.comment, '')
FROM signature s JOIN person p ON p.id = s.person_id
LEFT JOIN user_key k ON k.person_id = s.person_id AND k.type || ' ' || k.blob = s.key_line
WHERE s.review_id = ?1 AND s.removed_at IS NULL ORDER BY s.id;

-- Whether the key ?2 was the person's on the day ?3, at the instant ?4; the nearest to it first.
-- name: signature_key
SELECT (from_date IS NULL OR from_date <= ?3) AND (to_date IS NULL OR to_date >= ?3)
  AND (removed_at IS NULL OR removed_at > ?4), COALESCE(from_date, ''), COALESCE(to_date, '')
FROM user_key WHERE person_id = ?1 AND type || ' ' || blob = ?2
ORDER BY 1 DESC, id DESC LIMIT 1;

-- Whether the person ?1 has a key to sign with on the day ?2.
-- name: signature_has_key
SELECT EXISTS (
  SELECT 1 FROM user_key
  WHERE person_id = ?1 AND type IN ('ssh-ed25519', 'sk-ssh-ed25519@openssh.com')
    AND removed_at IS NULL AND (from_date IS NULL OR from_date <= ?2)
    AND (to_date IS NULL OR to_date >= ?2));

-- name: signature_signers
SELECT p.login, k.type || ' ' || k.blob, COALESCE(k.from_date, ''), COALESCE(k.to_date, ''),
  COALESCE(k.removed_at, 0)
FROM user_key k JOIN person p ON p.id = k.person_id
WHERE p.login IS NOT NULL AND k.type IN ('ssh-ed25519', 'sk-ssh-ed25519@openssh.com')
ORDER BY p.login, k.id;
