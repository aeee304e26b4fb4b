-- A period says itself at which position its last row came, and how often a state, an extension or a light of it changed: whether a kept
-- answer still holds is then seen from one row instead of from all rows of the period.
ALTER TABLE periods ADD COLUMN row_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE periods ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;
UPDATE periods SET row_seq = coalesce((SELECT max(seq) FROM records WHERE period = periods.id), 0),
  acts = coalesce((SELECT sum(version) FROM submissions WHERE period = periods.id), 0);

CREATE TRIGGER receipts_place AFTER INSERT ON receipts WHEN NEW.seq IS NOT NULL
BEGIN UPDATE periods SET row_seq = max(row_seq, NEW.seq) WHERE id = NEW.period; END;
CREATE TRIGGER submissions_come_acted AFTER INSERT ON submissions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = NEW.period; END;
CREATE TRIGGER submissions_move_acted AFTER UPDATE ON submissions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = NEW.period; END;
CREATE TRIGGER submissions_go_acted AFTER DELETE ON submissions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = OLD.period; END;
CREATE TRIGGER extensions_come_acted AFTER INSERT ON extensions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = NEW.period; END;
CREATE TRIGGER extensions_move_acted AFTER UPDATE ON extensions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = NEW.period; END;
CREATE TRIGGER extensions_go_acted AFTER DELETE ON extensions BEGIN UPDATE periods SET acts = acts + 1 WHERE id = OLD.period; END;
CREATE TRIGGER light_overrides_come_acted AFTER INSERT ON light_overrides BEGIN UPDATE periods SET acts = acts + 1 WHERE id = NEW.period; END;
