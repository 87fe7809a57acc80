-- Full-text search: external content, so that every word is stored once; kept by triggers. Why this tokenizer: see README.md.

CREATE VIRTUAL TABLE article_fts USING fts5(
  title, text, outlet, byline, edited, content="article", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE quote_fts USING fts5(
  text, speaker_names, cue, content="quote", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE position_fts USING fts5(
  text, holder_name, topic, speaker, edited, content="position", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE fact_fts USING fts5(
  gist, wording, edited, content="fact", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE note_fts USING fts5(
  body, content="note", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");

CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_fts(rowid, title, text, outlet, byline, edited) VALUES (NEW.rowid, NEW.title, NEW.text, NEW.outlet, NEW.byline, NEW.edited);
END;
CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, text, outlet, byline, edited) VALUES ('delete', OLD.rowid, OLD.title, OLD.text, OLD.outlet, OLD.byline, OLD.edited);
END;
CREATE TRIGGER article_fts_update AFTER UPDATE OF title, text, outlet, byline, edited ON article BEGIN
  INSERT INTO article_fts(article_fts, rowid, title, text, outlet, byline, edited) VALUES ('delete', OLD.rowid, OLD.title, OLD.text, OLD.outlet, OLD.byline, OLD.edited);
  INSERT INTO article_fts(rowid, title, text, outlet, byline, edited) VALUES (NEW.rowid, NEW.title, NEW.text, NEW.outlet, NEW.byline, NEW.edited);
END;

CREATE TRIGGER quote_fts_insert AFTER INSERT ON quote BEGIN
  INSERT INTO quote_fts(rowid, text, speaker_names, cue) VALUES (NEW.rowid, NEW.text, NEW.speaker_names, NEW.cue);
END;
CREATE TRIGGER quote_fts_delete AFTER DELETE ON quote BEGIN
  INSERT INTO quote_fts(quote_fts, rowid, text, speaker_names, cue) VALUES ('delete', OLD.rowid, OLD.text, OLD.speaker_names, OLD.cue);
END;
CREATE TRIGGER quote_fts_update AFTER UPDATE OF text, speaker_names, cue ON quote BEGIN
  INSERT INTO quote_fts(quote_fts, rowid, text, speaker_names, cue) VALUES ('delete', OLD.rowid, OLD.text, OLD.speaker_names, OLD.cue);
  INSERT INTO quote_fts(rowid, text, speaker_names, cue) VALUES (NEW.rowid, NEW.text, NEW.speaker_names, NEW.cue);
END;

CREATE TRIGGER position_fts_insert AFTER INSERT ON position BEGIN
  INSERT INTO position_fts(rowid, text, holder_name, topic, speaker, edited) VALUES (NEW.rowid, NEW.text, NEW.holder_name, NEW.topic, NEW.speaker, NEW.edited);
END;
CREATE TRIGGER position_fts_delete AFTER DELETE ON position BEGIN
  INSERT INTO position_fts(position_fts, rowid, text, holder_name, topic, speaker, edited) VALUES ('delete', OLD.rowid, OLD.text, OLD.holder_name, OLD.topic, OLD.speaker, OLD.edited);
END;
CREATE TRIGGER position_fts_update AFTER UPDATE OF text, holder_name, topic, speaker, edited ON position BEGIN
  INSERT INTO position_fts(position_fts, rowid, text, holder_name, topic, speaker, edited) VALUES ('delete', OLD.rowid, OLD.text, OLD.holder_name, OLD.topic, OLD.speaker, OLD.edited);
  INSERT INTO position_fts(rowid, text, holder_name, topic, speaker, edited) VALUES (NEW.rowid, NEW.text, NEW.holder_name, NEW.topic, NEW.speaker, NEW.edited);
END;

CREATE TRIGGER fact_fts_insert AFTER INSERT ON fact BEGIN
  INSERT INTO fact_fts(rowid, gist, wording, edited) VALUES (NEW.rowid, NEW.gist, NEW.wording, NEW.edited);
END;
CREATE TRIGGER fact_fts_delete AFTER DELETE ON fact BEGIN
  INSERT INTO fact_fts(fact_fts, rowid, gist, wording, edited) VALUES ('delete', OLD.rowid, OLD.gist, OLD.wording, OLD.edited);
END;
CREATE TRIGGER fact_fts_update AFTER UPDATE OF gist, wording, edited ON fact BEGIN
  INSERT INTO fact_fts(fact_fts, rowid, gist, wording, edited) VALUES ('delete', OLD.rowid, OLD.gist, OLD.wording, OLD.edited);
  INSERT INTO fact_fts(rowid, gist, wording, edited) VALUES (NEW.rowid, NEW.gist, NEW.wording, NEW.edited);
END;

CREATE TRIGGER note_fts_insert AFTER INSERT ON note BEGIN
  INSERT INTO note_fts(rowid, body) VALUES (NEW.rowid, NEW.body);
END;
CREATE TRIGGER note_fts_delete AFTER DELETE ON note BEGIN
  INSERT INTO note_fts(note_fts, rowid, body) VALUES ('delete', OLD.rowid, OLD.body);
END;
CREATE TRIGGER note_fts_update AFTER UPDATE OF body ON note BEGIN
  INSERT INTO note_fts(note_fts, rowid, body) VALUES ('delete', OLD.rowid, OLD.body);
  INSERT INTO note_fts(rowid, body) VALUES (NEW.rowid, NEW.body);
END;
