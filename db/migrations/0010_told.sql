-- A quote is kept with the words that tell it: cue, negation and all, as parts of the text, and with its sentence.

ALTER TABLE quote ADD COLUMN told TEXT NOT NULL DEFAULT '[]';
ALTER TABLE quote ADD COLUMN sentence_start INTEGER;
ALTER TABLE quote ADD COLUMN sentence_end INTEGER;

ALTER TABLE own_quote ADD COLUMN told TEXT NOT NULL DEFAULT '[]';
ALTER TABLE own_quote ADD COLUMN sentence_start INTEGER;
ALTER TABLE own_quote ADD COLUMN sentence_end INTEGER;

DROP TRIGGER own_quote_insert;

CREATE TRIGGER own_quote_insert AFTER INSERT ON own_quote BEGIN
  INSERT OR IGNORE INTO quote
    (id, article_id, kind, start, spans, text, confidence, own, told, sentence_start, sentence_end)
  VALUES (NEW.id, NEW.article_id, NEW.kind, NEW.start, json_array(json_array(NEW.start, NEW.end)), NEW.text, 1.0, 1,
    NEW.told, NEW.sentence_start, NEW.sentence_end);
END;

DROP VIEW quotes;

CREATE VIEW quotes AS
SELECT q.id, h.outlet, h.published_on, h.title, q.speaker_names AS speakers, q.text, q.kind, q.cue, q.via, q.confidence,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = q.id) AS tags,
  q.article_id, q.spans, q.start, q.cue_start, q.cue_end, q.told, q.sentence_start, q.sentence_end
FROM quote q LEFT JOIN head h ON h.id = q.article_id;
