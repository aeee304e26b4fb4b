-- Wrong tries make a code wait, longer each time, instead of ending it after five: who knows the beginning of somebody's code can
-- hold it up, and neither use it nor take it away.
ALTER TABLE invitations ADD COLUMN waits_until TEXT;
