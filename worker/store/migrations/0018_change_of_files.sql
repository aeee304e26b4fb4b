-- The city's change moves with what is sent on behalf and taken over, as with all that an export has.
CREATE TRIGGER files_on_behalf_come_counted AFTER INSERT ON files_on_behalf BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER files_taken_over_come_counted AFTER INSERT ON files_taken_over BEGIN UPDATE city SET change = change + 1; END;
