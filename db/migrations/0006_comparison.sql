-- What articles are compared by, kept so that one more article is compared without reading the others again; and what
-- the analyst says of which passages state the same.

CREATE TABLE digest (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  clauses BLOB NOT NULL,                -- spans, wordings and concepts of its clauses, as numbers
  said TEXT NOT NULL,                   -- JSON [[clause, holder, side, topic], ...]
  runs BLOB NOT NULL                    -- a number for each run of words, by which copied passages are found
) STRICT, WITHOUT ROWID;

-- What a wording (clauses of the same words share one) means to the encoder: 384 half-precision numbers.
CREATE TABLE wording (
  number INTEGER PRIMARY KEY,
  meaning BLOB NOT NULL
) STRICT;

-- Pairs of wordings that were judged alike, the smaller number first.
CREATE TABLE likeness (
  one INTEGER NOT NULL, other INTEGER NOT NULL,
  sure REAL NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- The analyst's: two passages (article:start-end) that are of one fact, or that are not. The first sorts before the other.
CREATE TABLE tie (
  one TEXT NOT NULL, other TEXT NOT NULL,
  together INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

DROP VIEW facts;
CREATE VIEW facts AS
SELECT f.id, coalesce(json_extract(e.value, '$'), f.gist) AS gist, f.kind,
  (SELECT count(DISTINCT h.outlet) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS outlets,
  (SELECT max(h.published_on) FROM phrasing p JOIN head h ON h.id = p.article_id WHERE p.fact_id = f.id) AS published_on,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = f.id) AS tags,
  f.wording, f.differences, coalesce(json_extract(s.value, '$'), 'suggested') AS status
FROM fact f
LEFT JOIN edit e ON e.target = f.id AND e.field = 'gist'
LEFT JOIN edit s ON s.target = f.id AND s.field = 'status';

-- Articles of one address whose text changed: the versions of one article, the oldest first.
CREATE TABLE version (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  first TEXT NOT NULL,                  -- the id of the oldest
  number INTEGER NOT NULL,              -- from 1 on
  current INTEGER NOT NULL              -- whether it is the newest: the only one that facts are matched of
) STRICT, WITHOUT ROWID;

CREATE INDEX version_first ON version(first, number);
