-- A case: documents as they came, articles, what the machine found, what the analyst added.
-- Offsets are code points into article.text, end exclusive. Spans in JSON are [[start, end], ...].
-- Long columns stand last, so that a scan of the short ones does not read them.

-- What came in -------------------------------------------------------------------------------------------------------

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
) STRICT;

CREATE INDEX article_analysed ON article(analysed_by, id);

CREATE TRIGGER article_text_is_immutable BEFORE UPDATE OF text ON article
WHEN OLD.text IS NOT NEW.text
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;

-- What the machine found ---------------------------------------------------------------------------------------------

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE alias (
  entity_id TEXT NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
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
) STRICT;

CREATE INDEX quote_article ON quote(article_id, start);
CREATE INDEX quote_kind ON quote(kind);

CREATE TABLE speaker (
  quote_id TEXT NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity(id),
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  mention_start INTEGER, mention_end INTEGER, mention TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (quote_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_entity ON speaker(entity_id);

CREATE TABLE issue (
  topic TEXT PRIMARY KEY,               -- a topic as positions have it
  label TEXT NOT NULL                   -- the issue it was grouped under
) STRICT, WITHOUT ROWID;

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
) STRICT;

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
  confidence REAL NOT NULL,
  PRIMARY KEY (fact_id, article_id, start, end)
) STRICT, WITHOUT ROWID;

CREATE INDEX phrasing_article ON phrasing(article_id);

CREATE TABLE lineage (
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                   -- credits | copies
  origin TEXT NOT NULL,                 -- an outlet's name | an article's id
  share REAL NOT NULL DEFAULT 0,
  start INTEGER, end INTEGER,
  PRIMARY KEY (article_id, kind, origin)
) STRICT, WITHOUT ROWID;

-- What the analyst added: never touched by the machine. A target is the id of anything above. --------------------------

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

-- How often the case has changed: what a program that shows the case looks at. ------------------------------------------

CREATE TABLE revision (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO revision VALUES (1, 0);
