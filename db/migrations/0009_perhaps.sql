-- Whether the dates of a phrasing lie ahead of its article: what a weekday is resolved by.

ALTER TABLE phrasing ADD COLUMN tenses TEXT NOT NULL DEFAULT '';  -- a sign for each date: + ahead, - behind, ? open

-- Passages of articles without a phrasing of a fact that may state it all the same: near, and not joined.
CREATE TABLE perhaps (
  fact_id TEXT NOT NULL REFERENCES fact(id) ON DELETE CASCADE,
  article_id TEXT NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  text TEXT NOT NULL,
  likeness REAL NOT NULL,               -- 0 to 1
  PRIMARY KEY (fact_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX perhaps_article ON perhaps(article_id);
