-- The analyst's edits laid over what the machine found. Read the views; write the tables of 0001.

-- Two tables hold what is shown, so that lists of a hundred thousand articles are quick: `head`, the short columns of articles, and
-- `speakers`, the speakers of quotes. Triggers keep them; they can be made anew from the two views called overlay at any time.

CREATE VIEW article_overlay AS
SELECT a.rowid AS place, a.id, a.source,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'title'), a.title) AS title,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'outlet'), a.outlet) AS outlet,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'byline'), a.byline) AS byline,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'published_on'), a.published_on) AS published_on,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'language'), a.language) AS language,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'agency'), a.agency) AS agency,
  coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = a.id AND field = 'url'), a.url) AS url,
  a.words
FROM article a;

CREATE TABLE head (
  rowid INTEGER PRIMARY KEY,            -- the article's
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  title TEXT NOT NULL, outlet TEXT NOT NULL, byline TEXT NOT NULL, published_on TEXT NOT NULL,
  language TEXT NOT NULL, agency TEXT NOT NULL, url TEXT NOT NULL,
  words INTEGER NOT NULL
) STRICT;

CREATE INDEX head_date ON head(published_on DESC, outlet, id);
CREATE INDEX head_outlet ON head(outlet);
CREATE INDEX head_language ON head(language);
CREATE INDEX head_agency ON head(agency);

-- An edit's list takes the place of the machine's; the mention in the text stays.
CREATE VIEW speaker_overlay AS
SELECT s.quote_id, s.place, s.name, s.kind, s.role, s.country, s.mention_start, s.mention_end, s.mention, 0 AS edited
FROM speaker s
WHERE NOT EXISTS (SELECT 1 FROM edit e WHERE e.target = s.quote_id AND e.field = 'speakers')
UNION ALL
SELECT q.id, j.key,
  json_extract(j.value, '$.name'), json_extract(j.value, '$.kind'),
  json_extract(j.value, '$.role'), json_extract(j.value, '$.country'),
  s.mention_start, s.mention_end, coalesce(s.mention, ''), 1
FROM edit e JOIN quote q ON q.id = e.target JOIN json_each(e.value) j
LEFT JOIN speaker s ON s.quote_id = e.target AND s.place = j.key
WHERE e.field = 'speakers';

CREATE TABLE speakers (
  quote_id TEXT NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, country TEXT NOT NULL,
  mention_start INTEGER, mention_end INTEGER, mention TEXT NOT NULL,
  edited INTEGER NOT NULL,
  PRIMARY KEY (quote_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX speakers_name ON speakers(name, kind);
CREATE INDEX speakers_country ON speakers(country);

CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN
  INSERT INTO head SELECT * FROM article_overlay WHERE id = NEW.id;
END;
CREATE TRIGGER article_delete AFTER DELETE ON article BEGIN
  DELETE FROM head WHERE id = OLD.id;
END;
CREATE TRIGGER article_update
AFTER UPDATE OF source, title, outlet, byline, published_on, language, agency, url, words ON article BEGIN
  DELETE FROM head WHERE id = NEW.id;
  INSERT INTO head SELECT * FROM article_overlay WHERE id = NEW.id;
END;
CREATE TRIGGER speaker_insert AFTER INSERT ON speaker BEGIN
  INSERT INTO speakers SELECT NEW.quote_id, NEW.place, NEW.name, NEW.kind, NEW.role, NEW.country,
    NEW.mention_start, NEW.mention_end, NEW.mention, 0
  WHERE NOT EXISTS (SELECT 1 FROM edit WHERE target = NEW.quote_id AND field = 'speakers');
END;

-- `INSERT INTO overlaid VALUES (target)` lays the edits of a target over it anew: in the two tables, and as words for full-text
-- search. It is done for every change of an edit, and by whoever has put in a row again that was edited before.

CREATE VIEW overlaid AS SELECT DISTINCT target FROM edit;

CREATE TRIGGER overlay_target INSTEAD OF INSERT ON overlaid BEGIN
  DELETE FROM head WHERE id = NEW.target;
  INSERT INTO head SELECT * FROM article_overlay WHERE id = NEW.target;

  DELETE FROM speakers WHERE quote_id = NEW.target;
  INSERT INTO speakers SELECT s.quote_id, s.place, s.name, s.kind, s.role, s.country,
    s.mention_start, s.mention_end, s.mention, 0
  FROM speaker s
  WHERE s.quote_id = NEW.target AND NOT EXISTS (SELECT 1 FROM edit WHERE target = NEW.target AND field = 'speakers');
  INSERT INTO speakers SELECT q.id, j.key,
    json_extract(j.value, '$.name'), json_extract(j.value, '$.kind'),
    json_extract(j.value, '$.role'), json_extract(j.value, '$.country'),
    s.mention_start, s.mention_end, coalesce(s.mention, ''), 1
  FROM edit e JOIN quote q ON q.id = e.target JOIN json_each(e.value) j
  LEFT JOIN speaker s ON s.quote_id = e.target AND s.place = j.key
  WHERE e.target = NEW.target AND e.field = 'speakers';
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

CREATE TRIGGER edit_insert AFTER INSERT ON edit BEGIN INSERT INTO overlaid VALUES (NEW.target); END;
CREATE TRIGGER edit_update AFTER UPDATE ON edit BEGIN INSERT INTO overlaid VALUES (NEW.target); END;
CREATE TRIGGER edit_delete AFTER DELETE ON edit BEGIN INSERT INTO overlaid VALUES (OLD.target); END;

-- The lists, as the panes show them ------------------------------------------------------------------------------------

-- The issue each topic is shown under: renamed, else as grouped, else the topic itself.
CREATE VIEW labels AS
SELECT t.topic, coalesce(json_extract(r.value, '$'), i.label, t.topic) AS label
FROM (SELECT DISTINCT topic FROM position) t
LEFT JOIN issue i ON i.topic = t.topic
LEFT JOIN edit r ON r.target = 'issue' AND r.field = coalesce(i.label, t.topic);

CREATE VIEW articles AS
SELECT h.id, h.outlet, h.published_on, h.title, h.byline, h.language, h.agency, h.url, h.source, h.words,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = h.id) AS tags,
  a.document_id, a.added_at, a.analysed_by, a.text
FROM head h LEFT JOIN article a ON a.id = h.id;

CREATE VIEW quotes AS
SELECT q.id, h.outlet, h.published_on, h.title, q.speaker_names AS speakers, q.text, q.kind, q.cue, q.via, q.confidence,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = q.id) AS tags,
  q.article_id, q.spans, q.start, q.cue_start, q.cue_end
FROM quote q LEFT JOIN head h ON h.id = q.article_id;

CREATE VIEW positions AS
SELECT p.id, h.outlet, h.published_on, h.title, p.holder, p.holder_name,
  coalesce(json_extract(own.value, '$'), json_extract(renamed.value, '$'), i.label, p.topic) AS issue,
  coalesce(json_extract(stance.value, '$'), p.stance) AS stance,
  p.text, p.topic, p.speaker, p.level, p.attribution, p.attributed_by, p.condition, p.hedge, p.confidence,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = p.id) AS tags,
  p.article_id, p.evidence_start, p.evidence_end, p.clause_start, p.clause_end
FROM position p
LEFT JOIN head h ON h.id = p.article_id
LEFT JOIN edit stance ON stance.target = p.id AND stance.field = 'stance'
LEFT JOIN edit own ON own.target = p.id AND own.field = 'issue'
LEFT JOIN issue i ON i.topic = p.topic
LEFT JOIN edit renamed ON renamed.target = 'issue' AND renamed.field = coalesce(i.label, p.topic);

CREATE VIEW facts AS
SELECT f.id, coalesce(json_extract(e.value, '$'), f.gist) AS gist, f.kind,
  (SELECT count(DISTINCT h.outlet) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS outlets,
  (SELECT max(h.published_on) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS published_on,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = f.id) AS tags,
  f.wording, f.differences
FROM fact f LEFT JOIN edit e ON e.target = f.id AND e.field = 'gist';

CREATE VIEW notes AS
SELECT n.id, n.body, n.target, h.outlet, h.title, n.written_at, n.start, n.end
FROM note n
LEFT JOIN quote q ON q.id = n.target
LEFT JOIN position p ON p.id = n.target
LEFT JOIN head h ON h.id = coalesce(q.article_id, p.article_id, n.target);

-- The article, or articles, that a target stands in.
CREATE VIEW place AS
SELECT id AS target, id AS article_id FROM article
UNION ALL SELECT id, article_id FROM quote
UNION ALL SELECT id, article_id FROM position
UNION ALL SELECT fact_id, article_id FROM phrasing;
