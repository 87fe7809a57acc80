-- A case: documents as they came, articles, what the machine found, what the analyst added.
-- Offsets are code points into article.text, end exclusive. Spans in JSON are [[start, end], ...].

-- What came in -------------------------------------------------------------------------------------------------------

CREATE TABLE document (
  id TEXT PRIMARY KEY,                  -- SHA-256 of the bytes, hex
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL,                -- bytes before compression
  data BLOB NOT NULL,                   -- zlib
  added_at TEXT NOT NULL
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
  text TEXT NOT NULL,
  offsets TEXT NOT NULL DEFAULT '[]',   -- JSON [[clean, raw, length], ...]: unchanged stretches
  added_at TEXT NOT NULL,
  analysed_by TEXT                      -- version of the analysis; NULL while it waits
) STRICT;

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
  speaker_names TEXT NOT NULL DEFAULT '',  -- for full-text search
  confidence REAL NOT NULL
) STRICT;

CREATE TABLE speaker (
  quote_id TEXT NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity(id),
  name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '',
  mention_start INTEGER, mention_end INTEGER, mention TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (quote_id, place)
) STRICT, WITHOUT ROWID;

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
  text TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;

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
  wording TEXT NOT NULL,                -- all phrasings, for full-text search
  differences TEXT NOT NULL DEFAULT '[]'  -- JSON
) STRICT;

CREATE TABLE phrasing (
  fact_id TEXT NOT NULL REFERENCES fact(id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL,
  relation TEXT NOT NULL,
  confidence REAL NOT NULL,
  PRIMARY KEY (fact_id, article_id, start, end)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE tag (target TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (target, name)) STRICT, WITHOUT ROWID;
CREATE TABLE star (target TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE edit (
  target TEXT NOT NULL,
  field TEXT NOT NULL,                  -- a column of an article; speakers; stance; issue; gist
  value TEXT NOT NULL,                  -- JSON
  PRIMARY KEY (target, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_search (name TEXT PRIMARY KEY, query TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL,                -- JSON [{table, before, after}, ...]; before or after is null
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
