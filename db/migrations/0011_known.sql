-- Where name, role and country of somebody are known from: text, case, known or presumed; "" where there is none. `proof` is what
-- a table of office holders or institutions says of them.

ALTER TABLE entity ADD COLUMN name_from TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN role_from TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN country_from TEXT NOT NULL DEFAULT '';
ALTER TABLE entity ADD COLUMN proof TEXT NOT NULL DEFAULT '';

ALTER TABLE alias ADD COLUMN name_from TEXT NOT NULL DEFAULT '';
ALTER TABLE alias ADD COLUMN role_from TEXT NOT NULL DEFAULT '';
ALTER TABLE alias ADD COLUMN country_from TEXT NOT NULL DEFAULT '';
ALTER TABLE alias ADD COLUMN proof TEXT NOT NULL DEFAULT '';

CREATE INDEX alias_role ON alias(entity_id, role_from);
CREATE INDEX alias_country ON alias(entity_id, country_from);
CREATE INDEX alias_known ON alias(entity_id, name_from);

ALTER TABLE speaker ADD COLUMN name_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speaker ADD COLUMN role_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speaker ADD COLUMN country_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speaker ADD COLUMN proof TEXT NOT NULL DEFAULT '';

ALTER TABLE speakers ADD COLUMN name_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speakers ADD COLUMN role_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speakers ADD COLUMN country_from TEXT NOT NULL DEFAULT '';
ALTER TABLE speakers ADD COLUMN proof TEXT NOT NULL DEFAULT '';

DROP TRIGGER speaker_insert;
DROP TRIGGER overlay_target;
DROP VIEW speaker_overlay;

-- An edit's list takes the place of the machine's; the mention in the text stays.
CREATE VIEW speaker_overlay AS
SELECT s.quote_id, s.place, s.name, s.kind, s.role, s.country, s.mention_start, s.mention_end, s.mention, 0 AS edited,
  s.name_from, s.role_from, s.country_from, s.proof
FROM speaker s
WHERE NOT EXISTS (SELECT 1 FROM edit e WHERE e.target = s.quote_id AND e.field = 'speakers')
UNION ALL
SELECT q.id, j.key,
  json_extract(j.value, '$.name'), json_extract(j.value, '$.kind'),
  json_extract(j.value, '$.role'), json_extract(j.value, '$.country'),
  s.mention_start, s.mention_end, coalesce(s.mention, ''), 1,
  iif(json_extract(j.value, '$.name') = '', '', 'case'), iif(json_extract(j.value, '$.role') = '', '', 'case'),
  iif(json_extract(j.value, '$.country') = '', '', 'case'), ''
FROM edit e JOIN quote q ON q.id = e.target JOIN json_each(e.value) j
LEFT JOIN speaker s ON s.quote_id = e.target AND s.place = j.key
WHERE e.field = 'speakers';

CREATE TRIGGER speaker_insert AFTER INSERT ON speaker BEGIN
  INSERT INTO speakers SELECT NEW.quote_id, NEW.place, NEW.name, NEW.kind, NEW.role, NEW.country,
    NEW.mention_start, NEW.mention_end, NEW.mention, 0, NEW.name_from, NEW.role_from, NEW.country_from, NEW.proof
  WHERE NOT EXISTS (SELECT 1 FROM edit WHERE target = NEW.quote_id AND field = 'speakers');
END;

CREATE TRIGGER overlay_target INSTEAD OF INSERT ON overlaid BEGIN
  DELETE FROM head WHERE id = NEW.target;
  INSERT INTO head SELECT * FROM article_overlay WHERE id = NEW.target;

  DELETE FROM speakers WHERE quote_id = NEW.target;
  INSERT INTO speakers SELECT * FROM speaker_overlay WHERE quote_id = NEW.target;
  UPDATE quote SET speaker_names = coalesce((
    SELECT group_concat(CASE WHEN name <> '' THEN name WHEN mention <> '' THEN mention ELSE kind END, '; ')
    FROM speakers WHERE quote_id = NEW.target), '')
  WHERE id = NEW.target;

  UPDATE article SET edited = (
    SELECT coalesce(group_concat(json_extract(value, '$'), ' '), '') FROM edit WHERE target = NEW.target) WHERE id = NEW.target;
  UPDATE position SET edited = (
    SELECT coalesce(group_concat(json_extract(value, '$'), ' '), '') FROM edit WHERE target = NEW.target) WHERE id = NEW.target;
  UPDATE fact SET edited = (
    SELECT coalesce(group_concat(json_extract(value, '$'), ' '), '') FROM edit WHERE target = NEW.target) WHERE id = NEW.target;
END;
