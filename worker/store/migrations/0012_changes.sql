-- Changes of figures are asked for across the city in order of their position: every version but a row's first, from an index
-- that new rows do not touch; and what a unit's period went through before, from the audit trail by its object.
CREATE INDEX history_changes ON history (seq) WHERE version > 1;
CREATE INDEX audit_of_object ON audit (object, act, at);
