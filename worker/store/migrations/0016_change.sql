-- city.change moves with every act and every row, city.seq with syncs alone. A batch that writes into the city moves it in its own
-- transaction, by triggers: no statement can be written that forgets it. Rows of `records` and `history` have none of their own,
-- since a sync has a receipt: one row more a sync, not one a row.
ALTER TABLE city ADD COLUMN change INTEGER NOT NULL DEFAULT 0;

-- The city's change before a row came, of rows that never change and whose key does not say when they came; NULL of before.
ALTER TABLE receipts ADD COLUMN change INTEGER;
ALTER TABLE comments ADD COLUMN change INTEGER;
ALTER TABLE comment_receipts ADD COLUMN change INTEGER;
CREATE TRIGGER comments_stay BEFORE UPDATE ON comments BEGIN SELECT RAISE(ABORT, 'a comment never changes'); END;
CREATE TRIGGER comments_remain BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'a comment never goes'); END;

-- An export on its way in: pieces of its lines, which one transaction puts into their tables and removes.
CREATE TABLE import_parts (
  import TEXT NOT NULL,
  part INTEGER NOT NULL,
  rows TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (import, part)
) STRICT;

CREATE TRIGGER registers_come_counted AFTER INSERT ON registers BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER units_come_counted AFTER INSERT ON units BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER units_move_counted AFTER UPDATE ON units BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER units_go_counted AFTER DELETE ON units BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER accounts_come_counted AFTER INSERT ON accounts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER accounts_move_counted AFTER UPDATE ON accounts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER accounts_go_counted AFTER DELETE ON accounts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER identities_come_counted AFTER INSERT ON identities BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER identities_move_counted AFTER UPDATE ON identities BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER identities_go_counted AFTER DELETE ON identities BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER periods_come_counted AFTER INSERT ON periods BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER periods_move_counted AFTER UPDATE ON periods BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER periods_go_counted AFTER DELETE ON periods BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER submissions_come_counted AFTER INSERT ON submissions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER submissions_move_counted AFTER UPDATE ON submissions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER submissions_go_counted AFTER DELETE ON submissions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER extensions_come_counted AFTER INSERT ON extensions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER extensions_move_counted AFTER UPDATE ON extensions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER extensions_go_counted AFTER DELETE ON extensions BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER light_overrides_come_counted AFTER INSERT ON light_overrides BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER receipts_come_counted AFTER INSERT ON receipts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER comments_come_counted AFTER INSERT ON comments BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER comment_receipts_come_counted AFTER INSERT ON comment_receipts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER audit_come_counted AFTER INSERT ON audit BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER notices_come_counted AFTER INSERT ON notices BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER notices_move_counted AFTER UPDATE ON notices BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER notices_go_counted AFTER DELETE ON notices BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER layouts_come_counted AFTER INSERT ON layouts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER layouts_move_counted AFTER UPDATE ON layouts BEGIN UPDATE city SET change = change + 1; END;
CREATE TRIGGER layouts_go_counted AFTER DELETE ON layouts BEGIN UPDATE city SET change = change + 1; END;
