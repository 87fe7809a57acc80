-- Quotes that the analyst made of a passage. They stand among the others, and are put back after every analysis.

ALTER TABLE quote ADD COLUMN own INTEGER NOT NULL DEFAULT 0;

CREATE TABLE own_quote (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX own_quote_article ON own_quote(article_id);

CREATE TRIGGER own_quote_insert AFTER INSERT ON own_quote BEGIN
  INSERT OR IGNORE INTO quote (id, article_id, kind, start, spans, text, confidence, own)
  VALUES (NEW.id, NEW.article_id, NEW.kind, NEW.start, json_array(json_array(NEW.start, NEW.end)), NEW.text, 1.0, 1);
END;

CREATE TRIGGER own_quote_delete AFTER DELETE ON own_quote BEGIN
  DELETE FROM quote WHERE id = OLD.id AND own;
END;
