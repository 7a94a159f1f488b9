-- Whom the secretaries serve.
CREATE INDEX assignment_member ON assignment (member_id) WHERE member_id IS NOT NULL;
