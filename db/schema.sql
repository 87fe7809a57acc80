-- The schema of a case, as the migrations make it: for reading. A test holds it equal to them.
-- Made by `python -m tests.store.schema > db/schema.sql`.

CREATE TABLE document (
  id TEXT PRIMARY KEY,                  -- SHA-256 of the bytes, hex
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL,                -- bytes before compression
  added_at TEXT NOT NULL,
  data BLOB NOT NULL                    -- zlib
) STRICT;

CREATE TABLE article (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL UNIQUE REFERENCES document(id),
  source TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  outlet TEXT NOT NULL DEFAULT '',
  byline TEXT NOT NULL DEFAULT '',
  published_on TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  agency TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  words INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  analysed_by TEXT,                     -- version of the analysis; NULL while it waits
  edited TEXT NOT NULL DEFAULT '',      -- the analyst's values, for full-text search
  text TEXT NOT NULL,
  offsets TEXT NOT NULL DEFAULT '[]'    -- JSON [[clean, raw, length], ...]: unchanged stretches
, contributors TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX article_analysed ON article(analysed_by, id);

CREATE TRIGGER article_text_is_immutable BEFORE UPDATE OF text ON article
WHEN OLD.text IS NOT NEW.text
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT ''
, name_from TEXT NOT NULL DEFAULT '', role_from TEXT NOT NULL DEFAULT '', country_from TEXT NOT NULL DEFAULT '', proof TEXT NOT NULL DEFAULT '', person_id TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE alias (
  entity_id TEXT NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '', name_from TEXT NOT NULL DEFAULT '', role_from TEXT NOT NULL DEFAULT '', country_from TEXT NOT NULL DEFAULT '', proof TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (entity_id, article_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_article ON alias(article_id);

CREATE TABLE quote (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,               -- of the first span: the order in the article
  spans TEXT NOT NULL,
  text TEXT NOT NULL,
  cue_start INTEGER, cue_end INTEGER, cue TEXT NOT NULL DEFAULT '',
  via TEXT NOT NULL DEFAULT '',
  speaker_names TEXT NOT NULL DEFAULT '',  -- as the table speakers has them, for full-text search
  confidence REAL NOT NULL
, own INTEGER NOT NULL DEFAULT 0, told TEXT NOT NULL DEFAULT '[]', sentence_start INTEGER, sentence_end INTEGER) STRICT;

CREATE INDEX quote_article ON quote(article_id, start);

CREATE INDEX quote_kind ON quote(kind);

CREATE TABLE speaker (
  quote_id TEXT NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity(id),
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  mention_start INTEGER, mention_end INTEGER, mention TEXT NOT NULL DEFAULT '', name_from TEXT NOT NULL DEFAULT '', role_from TEXT NOT NULL DEFAULT '', country_from TEXT NOT NULL DEFAULT '', proof TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (quote_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_entity ON speaker(entity_id);

CREATE TABLE position (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  holder TEXT NOT NULL, holder_name TEXT NOT NULL,
  topic TEXT NOT NULL,
  stance TEXT NOT NULL,
  speaker TEXT NOT NULL DEFAULT '', level TEXT NOT NULL,
  attribution TEXT NOT NULL, attributed_by TEXT NOT NULL DEFAULT '',
  condition TEXT NOT NULL DEFAULT '', hedge TEXT NOT NULL DEFAULT '',
  evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
  clause_start INTEGER NOT NULL, clause_end INTEGER NOT NULL,
  confidence REAL NOT NULL,
  edited TEXT NOT NULL DEFAULT '',      -- the analyst's values, for full-text search
  text TEXT NOT NULL
, strength INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL DEFAULT '', target TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX position_article ON position(article_id, clause_start);

CREATE INDEX position_holder ON position(holder, holder_name);

CREATE INDEX position_topic ON position(topic);

CREATE INDEX position_stance ON position(stance);

CREATE INDEX position_speaker ON position(speaker);

CREATE INDEX position_attributed_by ON position(attributed_by);

CREATE TABLE clause (
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  features TEXT NOT NULL,               -- JSON: the other fields of a Clause
  PRIMARY KEY (article_id, start, end)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  gist TEXT NOT NULL,
  kind TEXT NOT NULL,
  edited TEXT NOT NULL DEFAULT '',      -- the analyst's gist, for full-text search
  wording TEXT NOT NULL,                -- all phrasings, for full-text search
  differences TEXT NOT NULL DEFAULT '[]'  -- JSON
) STRICT;

CREATE INDEX fact_kind ON fact(kind);

CREATE TABLE phrasing (
  fact_id TEXT NOT NULL REFERENCES fact(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL,
  relation TEXT NOT NULL,
  confidence REAL NOT NULL, tenses TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (fact_id, article_id, start, end)
) STRICT, WITHOUT ROWID;

CREATE TABLE lineage (
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                   -- credits | copies
  origin TEXT NOT NULL,                 -- an outlet's name | an article's id
  share REAL NOT NULL DEFAULT 0,
  start INTEGER, end INTEGER, passages TEXT,
  PRIMARY KEY (article_id, kind, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  target TEXT NOT NULL,
  body TEXT NOT NULL,
  start INTEGER, end INTEGER,
  written_at TEXT NOT NULL
) STRICT;

CREATE INDEX note_target ON note(target);

CREATE TABLE tag (target TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (target, name)) STRICT, WITHOUT ROWID;

CREATE INDEX tag_name ON tag(name);

CREATE TABLE star (target TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE edit (
  target TEXT NOT NULL,                 -- 'issue' for the label of an issue
  field TEXT NOT NULL,                  -- a column of an article; speakers; stance; issue; gist; an issue's old label
  value TEXT NOT NULL,                  -- JSON
  PRIMARY KEY (target, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX edit_field ON edit(field);

CREATE TABLE saved_search (name TEXT PRIMARY KEY, query TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,                -- JSON [{table, key, before, after}, ...]; before or after is null
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE revision (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL) STRICT;

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

CREATE TABLE speakers (
  quote_id TEXT NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, country TEXT NOT NULL,
  mention_start INTEGER, mention_end INTEGER, mention TEXT NOT NULL,
  edited INTEGER NOT NULL, name_from TEXT NOT NULL DEFAULT '', role_from TEXT NOT NULL DEFAULT '', country_from TEXT NOT NULL DEFAULT '', proof TEXT NOT NULL DEFAULT '', person_id TEXT,
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

CREATE VIEW overlaid AS SELECT DISTINCT target FROM edit;

CREATE TRIGGER edit_insert AFTER INSERT ON edit BEGIN INSERT INTO overlaid VALUES (NEW.target); END;

CREATE TRIGGER edit_update AFTER UPDATE ON edit BEGIN INSERT INTO overlaid VALUES (NEW.target); END;

CREATE TRIGGER edit_delete AFTER DELETE ON edit BEGIN INSERT INTO overlaid VALUES (OLD.target); END;

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

CREATE TABLE unanalysed (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  language TEXT NOT NULL                -- why: the article is in this language, which the analysis does not read
) STRICT, WITHOUT ROWID;

CREATE INDEX unanalysed_language ON unanalysed(language);

CREATE TABLE lost (
  target TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  holder TEXT NOT NULL,                 -- of a position, else empty
  spans TEXT NOT NULL,                  -- where it stood; of a fact, its first phrasing
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX lost_article ON lost(article_id);

CREATE VIEW marked AS
SELECT target FROM note UNION ALL SELECT target FROM tag UNION ALL SELECT target FROM star UNION ALL SELECT target FROM edit;

CREATE VIEW articles AS
SELECT h.id, h.outlet, h.published_on, h.title, h.byline, h.language, h.agency, h.url, h.source, h.words,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = h.id) AS tags,
  a.document_id, a.added_at, a.analysed_by, u.language AS unanalysed, a.text
FROM head h LEFT JOIN article a ON a.id = h.id LEFT JOIN unanalysed u ON u.article_id = h.id;

CREATE VIEW notes AS
SELECT n.id, n.body, n.target, h.outlet, h.title, n.written_at, n.start, n.end
FROM note n
LEFT JOIN quote q ON q.id = n.target
LEFT JOIN position p ON p.id = n.target
LEFT JOIN lost l ON l.target = n.target
LEFT JOIN head h ON h.id = coalesce(q.article_id, p.article_id, l.article_id, n.target);

CREATE VIEW place AS
SELECT id AS target, id AS article_id FROM article
UNION ALL SELECT id, article_id FROM quote
UNION ALL SELECT id, article_id FROM position
UNION ALL SELECT fact_id, article_id FROM phrasing
UNION ALL SELECT target, article_id FROM lost;

CREATE TABLE meaning (
  text TEXT PRIMARY KEY,
  vector BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE digest (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  clauses BLOB NOT NULL,                -- spans, wordings and concepts of its clauses, as numbers
  said TEXT NOT NULL,                   -- JSON [[clause, holder, side, topic], ...]
  runs BLOB NOT NULL                    -- a number for each run of words, by which copied passages are found
) STRICT, WITHOUT ROWID;

CREATE TABLE wording (
  number INTEGER PRIMARY KEY,
  meaning BLOB NOT NULL
) STRICT;

CREATE TABLE likeness (
  one INTEGER NOT NULL, other INTEGER NOT NULL,
  sure REAL NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
  one TEXT NOT NULL, other TEXT NOT NULL,
  together INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE VIEW facts AS
SELECT f.id, coalesce(json_extract(e.value, '$'), f.gist) AS gist, f.kind,
  (SELECT count(DISTINCT h.outlet) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS outlets,
  (SELECT max(h.published_on) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS published_on,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = f.id) AS tags,
  f.wording, f.differences, coalesce(json_extract(s.value, '$'), 'suggested') AS status
FROM fact f
LEFT JOIN edit e ON e.target = f.id AND e.field = 'gist'
LEFT JOIN edit s ON s.target = f.id AND s.field = 'status';

CREATE TABLE version (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  first TEXT NOT NULL,                  -- the id of the oldest
  number INTEGER NOT NULL,              -- from 1 on
  current INTEGER NOT NULL              -- whether it is the newest: the only one that facts are matched of
) STRICT, WITHOUT ROWID;

CREATE INDEX version_first ON version(first, number);

CREATE TABLE own_quote (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL
, told TEXT NOT NULL DEFAULT '[]', sentence_start INTEGER, sentence_end INTEGER) STRICT, WITHOUT ROWID;

CREATE INDEX own_quote_article ON own_quote(article_id);

CREATE TRIGGER own_quote_delete AFTER DELETE ON own_quote BEGIN
  DELETE FROM quote WHERE id = OLD.id AND own;
END;

CREATE TABLE owed (
  work TEXT NOT NULL,                   -- names (is it the same person as in other articles?) or comparison (issues, facts, lineage)
  article_id TEXT NOT NULL,             -- what it is owed for; it may be gone by now
  since INTEGER NOT NULL,               -- the revision that it came up in
  PRIMARY KEY (work, article_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER owed_article_read AFTER UPDATE OF analysed_by ON article BEGIN
  INSERT OR REPLACE INTO owed
  SELECT w.column1, NEW.id, r.number FROM (VALUES ('names'), ('comparison')) w, revision r;
END;

CREATE VIEW related AS
SELECT own.article_id, other.article_id AS other FROM phrasing own JOIN phrasing other ON other.fact_id = own.fact_id
UNION SELECT article_id, origin FROM lineage WHERE kind <> 'credits'
UNION SELECT origin, article_id FROM lineage WHERE kind <> 'credits';

CREATE TRIGGER owed_article_gone BEFORE DELETE ON article BEGIN
  DELETE FROM digest WHERE article_id IN (SELECT other FROM related WHERE article_id = OLD.id);
  INSERT OR REPLACE INTO owed SELECT 'comparison', OLD.id, number FROM revision;
END;

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

CREATE TABLE perhaps (
  fact_id TEXT NOT NULL REFERENCES fact(id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL,
  likeness REAL NOT NULL,               -- 0 to 1
  PRIMARY KEY (fact_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX perhaps_article ON perhaps(article_id);

CREATE TRIGGER own_quote_insert AFTER INSERT ON own_quote BEGIN
  INSERT OR IGNORE INTO quote
    (id, article_id, kind, start, spans, text, confidence, own, told, sentence_start, sentence_end)
  VALUES (NEW.id, NEW.article_id, NEW.kind, NEW.start, json_array(json_array(NEW.start, NEW.end)), NEW.text, 1.0, 1,
    NEW.told, NEW.sentence_start, NEW.sentence_end);
END;

CREATE VIEW quotes AS
SELECT q.id, h.outlet, h.published_on, h.title, q.speaker_names AS speakers, q.text, q.kind, q.cue, q.via, q.confidence,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = q.id) AS tags,
  q.article_id, q.spans, q.start, q.cue_start, q.cue_end, q.told, q.sentence_start, q.sentence_end
FROM quote q LEFT JOIN head h ON h.id = q.article_id;

CREATE INDEX alias_role ON alias(entity_id, role_from);

CREATE INDEX alias_country ON alias(entity_id, country_from);

CREATE INDEX alias_known ON alias(entity_id, name_from);

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

CREATE VIEW corrected_person AS SELECT id FROM person;

CREATE TRIGGER correct_person INSTEAD OF INSERT ON corrected_person BEGIN
  INSERT INTO overlaid SELECT DISTINCT s.quote_id FROM entity n JOIN speaker s ON s.entity_id = n.id WHERE n.person_id = NEW.id;
  INSERT INTO refreshed_person VALUES (NEW.id);
  UPDATE article SET analysed_by = '' WHERE analysed_by <> '' AND id IN (
    SELECT a.article_id FROM entity n JOIN alias a ON a.entity_id = n.id WHERE n.person_id = NEW.id);
END;

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

CREATE VIRTUAL TABLE person_fts USING fts5(
  name, aliases, role, content="person", content_rowid="rowid", tokenize="unicode61 remove_diacritics 2");

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

CREATE TABLE issue (
  position_id TEXT PRIMARY KEY,
  label TEXT NOT NULL                   -- the issue it was grouped under
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_label ON issue(label);

CREATE VIEW labels AS
SELECT p.id AS position_id, p.topic, coalesce(json_extract(r.value, '$'), i.label, p.topic) AS label,
  r.value IS NOT NULL AS pinned
FROM position p
LEFT JOIN issue i ON i.position_id = p.id
LEFT JOIN edit r ON r.target = 'topic' AND r.field = p.topic;

CREATE VIEW positions AS
SELECT p.id, h.outlet, h.published_on, h.title, p.holder, p.holder_name,
  coalesce(json_extract(own.value, '$'), json_extract(pinned.value, '$'), i.label, p.topic) AS issue,
  coalesce(json_extract(stance.value, '$'), p.stance) AS stance,
  p.text, p.topic, p.speaker, p.level, p.attribution, p.attributed_by, p.condition, p.hedge, p.confidence,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = p.id) AS tags,
  p.article_id, p.evidence_start, p.evidence_end, p.clause_start, p.clause_end,
  coalesce(json_extract(status.value, '$'), 'suggested') AS status,
  p.target, p.event, CASE WHEN stance.value IS NULL THEN p.strength END AS strength
FROM position p
LEFT JOIN head h ON h.id = p.article_id
LEFT JOIN edit stance ON stance.target = p.id AND stance.field = 'stance'
LEFT JOIN edit own ON own.target = p.id AND own.field = 'issue'
LEFT JOIN edit status ON status.target = p.id AND status.field = 'status'
LEFT JOIN issue i ON i.position_id = p.id
LEFT JOIN edit pinned ON pinned.target = 'topic' AND pinned.field = p.topic;

CREATE INDEX article_contributors ON article(contributors, id) WHERE contributors <> '';

CREATE TABLE kept_output (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  output BLOB NOT NULL,                 -- parse, names, attributions
  scores BLOB NOT NULL                  -- what the scorer of positions said
) STRICT;

CREATE TABLE whole_comparison (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  version TEXT NOT NULL,
  clauses INTEGER NOT NULL
) STRICT;

CREATE INDEX likeness_other ON likeness(other);

CREATE INDEX phrasing_place ON phrasing(article_id, start, end);
