-- The people of the case: everybody who is named or speaks, once each, as the analyst sees them. Who is only described is none of them.
--
-- What the machine found stays in `entity`, `alias` and `speaker`. The analyst's word is in `edit`, on the id of an entity:
-- `person` (JSON: the `id`, `name` and `kind` of whom the entity called `called` is; an empty id for nobody), and on the id of a
-- person `role` and `country`. `entity.person_id` and the table `person` are made of these by triggers.

ALTER TABLE entity ADD COLUMN person_id TEXT NOT NULL DEFAULT '';
ALTER TABLE speakers ADD COLUMN person_id TEXT;

CREATE INDEX entity_person ON entity(person_id);
CREATE INDEX entity_name ON entity(name, kind);
CREATE INDEX alias_name ON alias(name, entity_id);
CREATE INDEX speakers_person ON speakers(person_id);
CREATE INDEX speakers_edited ON speakers(person_id) WHERE edited;
CREATE INDEX edit_person ON edit(json_extract(value, '$.id')) WHERE field = 'person';

CREATE TABLE person (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, country TEXT NOT NULL,
  name_from TEXT NOT NULL, role_from TEXT NOT NULL, country_from TEXT NOT NULL, proof TEXT NOT NULL,
  aliases TEXT NOT NULL,                -- a line each
  quotes INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX person_rank ON person(quotes = 0, kind <> 'person', quotes DESC, name, id);
CREATE INDEX person_name ON person(name);
CREATE INDEX person_country ON person(country);

DROP TRIGGER speaker_insert;
DROP VIEW speaker_overlay;

-- Whom the analyst says an entity is goes over the machine's speaker; an edited list of speakers goes over both. The mention stays.
-- Two speakers of a quote who are one person are that person once.
CREATE VIEW speaker_overlay AS
SELECT s.quote_id, s.place,
  coalesce(json_extract(w.value, '$.name'), s.name) AS name, coalesce(json_extract(w.value, '$.kind'), s.kind) AS kind,
  coalesce(json_extract(r.value, '$'), s.role) AS role, coalesce(json_extract(c.value, '$'), s.country) AS country,
  s.mention_start, s.mention_end, s.mention, 0 AS edited,
  iif(w.value IS NULL, s.name_from, iif(json_extract(w.value, '$.name') = '', '', 'case')) AS name_from,
  CASE WHEN r.value IS NULL THEN s.role_from WHEN json_extract(r.value, '$') = '' THEN '' ELSE 'case' END AS role_from,
  CASE WHEN c.value IS NULL THEN s.country_from WHEN json_extract(c.value, '$') = '' THEN '' ELSE 'case' END AS country_from,
  iif(r.value IS NULL OR c.value IS NULL, s.proof, '') AS proof,
  nullif(n.person_id, '') AS person_id
FROM speaker s
LEFT JOIN entity n ON n.id = s.entity_id
LEFT JOIN edit w ON w.target = s.entity_id AND w.field = 'person'
LEFT JOIN edit r ON r.target = n.person_id AND r.field = 'role'
LEFT JOIN edit c ON c.target = n.person_id AND c.field = 'country'
WHERE NOT EXISTS (SELECT 1 FROM edit e WHERE e.target = s.quote_id AND e.field = 'speakers')
  AND NOT EXISTS (SELECT 1 FROM speaker o JOIN entity m ON m.id = o.entity_id
    WHERE o.quote_id = s.quote_id AND o.place < s.place AND m.person_id = n.person_id AND m.person_id <> '')
UNION ALL
SELECT q.id, j.key,
  json_extract(j.value, '$.name'), json_extract(j.value, '$.kind'),
  json_extract(j.value, '$.role'), json_extract(j.value, '$.country'),
  s.mention_start, s.mention_end, coalesce(s.mention, ''), 1,
  iif(json_extract(j.value, '$.name') = '', '', 'case'), iif(json_extract(j.value, '$.role') = '', '', 'case'),
  iif(json_extract(j.value, '$.country') = '', '', 'case'), '',
  nullif(coalesce(json_extract(j.value, '$.id'), (SELECT n.person_id FROM entity n
    WHERE n.name = json_extract(j.value, '$.name') AND n.kind = json_extract(j.value, '$.kind'))), '')
FROM edit e JOIN quote q ON q.id = e.target JOIN json_each(e.value) j
LEFT JOIN speaker s ON s.quote_id = e.target AND s.place = j.key
WHERE e.field = 'speakers';

CREATE TRIGGER speaker_insert AFTER INSERT ON speaker BEGIN
  INSERT INTO speakers SELECT * FROM speaker_overlay
  WHERE quote_id = NEW.quote_id AND place = NEW.place AND NOT edited;
END;

-- Somebody as the case shows them. Of several entities that are one person, the one of the person's own id says most.
CREATE VIEW person_overlay AS
SELECT i.id,
  coalesce((SELECT json_extract(value, '$.name') FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id LIMIT 1),
    (SELECT name FROM entity WHERE id = i.id),
    (SELECT name FROM speakers WHERE person_id = i.id ORDER BY quote_id, place LIMIT 1), '') AS name,
  coalesce((SELECT json_extract(value, '$.kind') FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id LIMIT 1),
    (SELECT kind FROM entity WHERE id = i.id),
    (SELECT kind FROM speakers WHERE person_id = i.id ORDER BY quote_id, place LIMIT 1), '') AS kind,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = i.id AND field = 'role'),
    (SELECT role FROM entity WHERE person_id = i.id AND role <> '' ORDER BY id <> person_id, id LIMIT 1),
    (SELECT role FROM speakers WHERE person_id = i.id AND i.id NOT IN (SELECT person_id FROM entity)
      ORDER BY quote_id, place LIMIT 1), '') AS role,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = i.id AND field = 'country'),
    (SELECT country FROM entity WHERE person_id = i.id AND country <> '' ORDER BY id <> person_id, id LIMIT 1),
    (SELECT country FROM speakers WHERE person_id = i.id AND i.id NOT IN (SELECT person_id FROM entity)
      ORDER BY quote_id, place LIMIT 1), '') AS country,
  coalesce((SELECT name_from FROM entity WHERE id = i.id),
    (SELECT 'case' FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id LIMIT 1),
    (SELECT name_from FROM speakers WHERE person_id = i.id ORDER BY quote_id, place LIMIT 1), '') AS name_from,
  coalesce((SELECT iif(json_extract(value, '$') = '', '', 'case') FROM edit WHERE target = i.id AND field = 'role'),
    (SELECT role_from FROM entity WHERE person_id = i.id AND role <> '' ORDER BY id <> person_id, id LIMIT 1),
    (SELECT role_from FROM speakers WHERE person_id = i.id AND i.id NOT IN (SELECT person_id FROM entity)
      ORDER BY quote_id, place LIMIT 1), '') AS role_from,
  coalesce((SELECT iif(json_extract(value, '$') = '', '', 'case') FROM edit WHERE target = i.id AND field = 'country'),
    (SELECT country_from FROM entity WHERE person_id = i.id AND country <> '' ORDER BY id <> person_id, id LIMIT 1),
    (SELECT country_from FROM speakers WHERE person_id = i.id AND i.id NOT IN (SELECT person_id FROM entity)
      ORDER BY quote_id, place LIMIT 1), '') AS country_from,
  coalesce((SELECT proof FROM entity WHERE person_id = i.id AND proof <> '' ORDER BY id <> person_id, id LIMIT 1), '') AS proof,
  coalesce((SELECT group_concat(name, char(10)) FROM (
    SELECT replace(a.name, char(10), ' ') AS name FROM entity n JOIN alias a ON a.entity_id = n.id WHERE n.person_id = i.id
    UNION SELECT n.name FROM entity n WHERE n.person_id = i.id
    UNION SELECT json_extract(value, '$.called') FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id
    EXCEPT SELECT json_extract(value, '$.called') FROM edit WHERE field = 'person' AND json_extract(value, '$.id') <> i.id
    EXCEPT SELECT json_extract(value, '$.name') FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id
    EXCEPT SELECT name FROM entity WHERE id = i.id
      AND NOT EXISTS (SELECT 1 FROM edit INDEXED BY edit_person WHERE field = 'person' AND json_extract(value, '$.id') = +i.id)
  )), '') AS aliases,
  (SELECT count(*) FROM speakers WHERE person_id = i.id) AS quotes
FROM person i;

-- `INSERT INTO refreshed_person VALUES (id)` makes the row of somebody anew, or takes it away where nobody names them any more.
CREATE VIEW refreshed_person AS SELECT id FROM person;

CREATE TRIGGER refresh_person INSTEAD OF INSERT ON refreshed_person BEGIN
  DELETE FROM person WHERE id = NEW.id
    AND NOT EXISTS (SELECT 1 FROM entity WHERE person_id = NEW.id)
    AND NOT EXISTS (SELECT 1 FROM speakers WHERE person_id = NEW.id);
  INSERT INTO person (id, name, kind, role, country, name_from, role_from, country_from, proof, aliases)
    SELECT NEW.id, '', '', '', '', '', '', '', '', '' WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.id) AND (
      EXISTS (SELECT 1 FROM entity WHERE person_id = NEW.id AND NEW.id <> '')
      OR EXISTS (SELECT 1 FROM speakers WHERE person_id = NEW.id));
  UPDATE person SET (name, kind, role, country, name_from, role_from, country_from, proof, aliases) =
    (SELECT name, kind, role, country, name_from, role_from, country_from, proof, aliases FROM person_overlay WHERE id = NEW.id)
  WHERE id = NEW.id;
END;

CREATE TRIGGER entity_insert AFTER INSERT ON entity BEGIN
  UPDATE entity SET person_id = coalesce(
    (SELECT json_extract(value, '$.id') FROM edit WHERE target = NEW.id AND field = 'person'),
    iif(NEW.kind IN ('anonymous', 'unknown'), '', NEW.id)) WHERE id = NEW.id;
END;
CREATE TRIGGER entity_update AFTER UPDATE ON entity
WHEN (NEW.person_id, NEW.name_from, NEW.role, NEW.country, NEW.role_from, NEW.country_from, NEW.proof)
  IS NOT (OLD.person_id, OLD.name_from, OLD.role, OLD.country, OLD.role_from, OLD.country_from, OLD.proof) BEGIN
  INSERT INTO refreshed_person SELECT OLD.person_id WHERE OLD.person_id NOT IN ('', NEW.person_id);
  INSERT INTO refreshed_person SELECT NEW.person_id WHERE NEW.person_id <> '';
END;
CREATE TRIGGER entity_delete AFTER DELETE ON entity BEGIN INSERT INTO refreshed_person VALUES (OLD.person_id); END;

-- How many names of somebody an outlet has on a day: what days and outlets are counted by, however many articles there are.
CREATE TABLE naming (
  entity_id TEXT NOT NULL,
  outlet TEXT NOT NULL, day TEXT NOT NULL,
  names INTEGER NOT NULL,
  PRIMARY KEY (entity_id, outlet, day)
) STRICT, WITHOUT ROWID;

CREATE VIEW naming_overlay AS
SELECT a.entity_id, h.outlet, h.published_on AS day, count(*) AS names
FROM alias a JOIN head h ON h.id = a.article_id GROUP BY 1, 2, 3;

CREATE TRIGGER naming_alias_insert AFTER INSERT ON alias BEGIN
  INSERT INTO naming SELECT NEW.entity_id, outlet, published_on, 1 FROM head WHERE id = NEW.article_id
  ON CONFLICT DO UPDATE SET names = names + 1;
END;
CREATE TRIGGER naming_alias_delete AFTER DELETE ON alias BEGIN
  UPDATE naming SET names = names - 1 WHERE (entity_id, outlet, day) =
    (SELECT OLD.entity_id, outlet, published_on FROM head WHERE id = OLD.article_id);
  DELETE FROM naming WHERE names = 0 AND (entity_id, outlet, day) =
    (SELECT OLD.entity_id, outlet, published_on FROM head WHERE id = OLD.article_id);
END;
CREATE TRIGGER naming_head_insert AFTER INSERT ON head BEGIN
  INSERT INTO naming SELECT entity_id, NEW.outlet, NEW.published_on, count(*) FROM alias
    WHERE article_id = NEW.id GROUP BY entity_id
  ON CONFLICT DO UPDATE SET names = names + excluded.names;
END;
CREATE TRIGGER naming_head_delete AFTER DELETE ON head BEGIN
  UPDATE naming SET names = names - (SELECT count(*) FROM alias WHERE article_id = OLD.id AND entity_id = naming.entity_id)
  WHERE outlet = OLD.outlet AND day = OLD.published_on
    AND entity_id IN (SELECT entity_id FROM alias WHERE article_id = OLD.id);
  DELETE FROM naming WHERE names = 0 AND outlet = OLD.outlet AND day = OLD.published_on
    AND entity_id IN (SELECT entity_id FROM alias WHERE article_id = OLD.id);
END;

CREATE TRIGGER alias_insert AFTER INSERT ON alias
WHEN NOT EXISTS (SELECT 1 FROM alias WHERE name = NEW.name AND entity_id = NEW.entity_id AND article_id <> NEW.article_id) BEGIN
  UPDATE person SET aliases = (SELECT o.aliases FROM person_overlay o WHERE o.id = person.id)
  WHERE id = (SELECT person_id FROM entity WHERE id = NEW.entity_id AND name <> NEW.name);
END;
CREATE TRIGGER alias_delete AFTER DELETE ON alias
WHEN NOT EXISTS (SELECT 1 FROM alias WHERE name = OLD.name AND entity_id = OLD.entity_id) BEGIN
  UPDATE person SET aliases = (SELECT o.aliases FROM person_overlay o WHERE o.id = person.id)
  WHERE id = (SELECT person_id FROM entity WHERE id = OLD.entity_id AND name <> OLD.name);
END;

CREATE TRIGGER speakers_insert AFTER INSERT ON speakers WHEN NEW.person_id IS NOT NULL BEGIN
  INSERT INTO refreshed_person SELECT NEW.person_id
    WHERE NEW.edited OR NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id);
  UPDATE person SET quotes = quotes + 1 WHERE id = NEW.person_id;
END;
CREATE TRIGGER speakers_delete AFTER DELETE ON speakers WHEN OLD.person_id IS NOT NULL BEGIN
  UPDATE person SET quotes = quotes - 1 WHERE id = OLD.person_id;
  INSERT INTO refreshed_person SELECT id FROM person WHERE id = OLD.person_id AND (OLD.edited OR quotes = 0);
END;

-- `INSERT INTO corrected_person VALUES (id)` shows somebody everywhere as they were corrected, and lets the articles that name them
-- wait for their analysis: what their countries hold may be another now.
CREATE VIEW corrected_person AS SELECT id FROM person;

CREATE TRIGGER correct_person INSTEAD OF INSERT ON corrected_person BEGIN
  INSERT INTO overlaid SELECT DISTINCT s.quote_id FROM entity n JOIN speaker s ON s.entity_id = n.id WHERE n.person_id = NEW.id;
  INSERT INTO refreshed_person VALUES (NEW.id);
  UPDATE article SET analysed_by = '' WHERE analysed_by <> '' AND id IN (
    SELECT a.article_id FROM entity n JOIN alias a ON a.entity_id = n.id WHERE n.person_id = NEW.id);
END;

-- `INSERT INTO corrected_name VALUES (name)` does so with everybody who has a name that is now somebody's.
CREATE VIEW corrected_name AS SELECT name FROM person;

CREATE TRIGGER correct_name INSTEAD OF INSERT ON corrected_name BEGIN
  INSERT INTO refreshed_person SELECT DISTINCT n.person_id FROM alias a JOIN entity n ON n.id = a.entity_id WHERE a.name = NEW.name;
  UPDATE article SET analysed_by = '' WHERE analysed_by <> '' AND id IN (SELECT article_id FROM alias WHERE name = NEW.name);
END;

CREATE TRIGGER person_edit_insert AFTER INSERT ON edit
WHEN NEW.target GLOB 'E*' AND NEW.field IN ('person', 'role', 'country') BEGIN
  UPDATE entity SET person_id = json_extract(NEW.value, '$.id') WHERE id = NEW.target AND NEW.field = 'person';
  INSERT INTO corrected_person SELECT NEW.target
    UNION SELECT json_extract(NEW.value, '$.id') WHERE NEW.field = 'person';
  INSERT INTO corrected_name SELECT json_extract(NEW.value, '$.called') WHERE NEW.field = 'person';
END;
CREATE TRIGGER person_edit_update AFTER UPDATE ON edit
WHEN NEW.target GLOB 'E*' AND NEW.field IN ('person', 'role', 'country') BEGIN
  UPDATE entity SET person_id = json_extract(NEW.value, '$.id') WHERE id = NEW.target AND NEW.field = 'person';
  INSERT INTO corrected_person SELECT NEW.target
    UNION SELECT json_extract(OLD.value, '$.id') WHERE NEW.field = 'person'
    UNION SELECT json_extract(NEW.value, '$.id') WHERE NEW.field = 'person';
  INSERT INTO corrected_name SELECT json_extract(OLD.value, '$.called') WHERE NEW.field = 'person'
    UNION SELECT json_extract(NEW.value, '$.called') WHERE NEW.field = 'person';
END;
CREATE TRIGGER person_edit_delete AFTER DELETE ON edit
WHEN OLD.target GLOB 'E*' AND OLD.field IN ('person', 'role', 'country') BEGIN
  UPDATE entity SET person_id = iif(kind IN ('anonymous', 'unknown'), '', id) WHERE id = OLD.target AND OLD.field = 'person';
  INSERT INTO corrected_person SELECT OLD.target
    UNION SELECT json_extract(OLD.value, '$.id') WHERE OLD.field = 'person';
  INSERT INTO corrected_name SELECT json_extract(OLD.value, '$.called') WHERE OLD.field = 'person';
END;

-- What is there already.
UPDATE entity SET person_id = id WHERE kind NOT IN ('anonymous', 'unknown');
INSERT INTO overlaid SELECT DISTINCT quote_id FROM speakers WHERE name <> '';
INSERT INTO naming SELECT * FROM naming_overlay;

CREATE VIRTUAL TABLE person_fts USING fts5(
  name, aliases, role, content="person", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");
INSERT INTO person_fts(person_fts) VALUES ('rebuild');

CREATE TRIGGER person_fts_insert AFTER INSERT ON person BEGIN
  INSERT INTO person_fts(rowid, name, aliases, role) VALUES (NEW.rowid, NEW.name, NEW.aliases, NEW.role);
END;
CREATE TRIGGER person_fts_delete AFTER DELETE ON person BEGIN
  INSERT INTO person_fts(person_fts, rowid, name, aliases, role) VALUES ('delete', OLD.rowid, OLD.name, OLD.aliases, OLD.role);
END;
CREATE TRIGGER person_fts_update AFTER UPDATE OF name, aliases, role ON person
WHEN (NEW.name, NEW.aliases, NEW.role) IS NOT (OLD.name, OLD.aliases, OLD.role) BEGIN
  INSERT INTO person_fts(person_fts, rowid, name, aliases, role) VALUES ('delete', OLD.rowid, OLD.name, OLD.aliases, OLD.role);
  INSERT INTO person_fts(rowid, name, aliases, role) VALUES (NEW.rowid, NEW.name, NEW.aliases, NEW.role);
END;

CREATE VIEW people AS
SELECT p.id, p.name, p.kind, p.role, p.country, p.name_from, p.role_from, p.country_from, p.proof, p.aliases, p.quotes,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = p.id) AS tags
FROM person p;
