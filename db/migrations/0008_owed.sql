-- What an analysis still owes the case, written down in the transaction that it comes of, so that no kill can lose it.

CREATE TABLE owed (
  work TEXT NOT NULL,                   -- names (is it the same person as in other articles?) or comparison (issues, facts, lineage)
  article_id TEXT NOT NULL,             -- what it is owed for; it may be gone by now
  since INTEGER NOT NULL,               -- the revision that it came up in
  PRIMARY KEY (work, article_id)
) STRICT, WITHOUT ROWID;

INSERT INTO owed
SELECT w.column1, a.id, 0 FROM (VALUES ('names'), ('comparison')) w, article a
WHERE a.analysed_by IS NOT NULL AND a.id NOT IN (SELECT article_id FROM digest)
  AND a.id NOT IN (SELECT article_id FROM version WHERE NOT current);

CREATE TRIGGER owed_article_read AFTER UPDATE OF analysed_by ON article BEGIN
  INSERT OR REPLACE INTO owed
  SELECT w.column1, NEW.id, r.number FROM (VALUES ('names'), ('comparison')) w, revision r;
END;

-- Articles that tell one fact, or of which one copies the other.
CREATE VIEW related AS
SELECT own.article_id, other.article_id AS other FROM phrasing own JOIN phrasing other ON other.fact_id = own.fact_id
UNION SELECT article_id, origin FROM lineage WHERE kind <> 'credits'
UNION SELECT origin, article_id FROM lineage WHERE kind <> 'credits';

-- An article without a digest is compared with all others: so are those that are related to one that goes.
CREATE TRIGGER owed_article_gone BEFORE DELETE ON article BEGIN
  DELETE FROM digest WHERE article_id IN (SELECT other FROM related WHERE article_id = OLD.id);
  INSERT OR REPLACE INTO owed SELECT 'comparison', OLD.id, number FROM revision;
END;

-- The day, the address and the agency say which of two articles is the source, and which are versions of one.
CREATE TRIGGER owed_edit_insert AFTER INSERT ON edit WHEN NEW.field IN ('published_on', 'url', 'agency') BEGIN
  DELETE FROM digest WHERE article_id = NEW.target;
  INSERT OR REPLACE INTO owed SELECT 'comparison', a.id, r.number FROM article a, revision r WHERE a.id = NEW.target;
END;

CREATE TRIGGER owed_edit_update AFTER UPDATE OF value ON edit
WHEN NEW.field IN ('published_on', 'url', 'agency') AND NEW.value IS NOT OLD.value BEGIN
  DELETE FROM digest WHERE article_id = NEW.target;
  INSERT OR REPLACE INTO owed SELECT 'comparison', a.id, r.number FROM article a, revision r WHERE a.id = NEW.target;
END;

CREATE TRIGGER owed_edit_delete AFTER DELETE ON edit WHEN OLD.field IN ('published_on', 'url', 'agency') BEGIN
  DELETE FROM digest WHERE article_id = OLD.target;
  INSERT OR REPLACE INTO owed SELECT 'comparison', a.id, r.number FROM article a, revision r WHERE a.id = OLD.target;
END;
