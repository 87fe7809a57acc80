-- What an analysis leaves alone, and what the analyst's marks lie on when an analysis made anew does not find it any more.

CREATE TABLE unanalysed (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  language TEXT NOT NULL                -- why: the article is in this language, which the analysis does not read
) STRICT, WITHOUT ROWID;

CREATE INDEX unanalysed_language ON unanalysed(language);

-- Only for targets with notes, tags, stars or edits. When the thing is found again, there or nearly there, its marks
-- lie on it again and the row goes.
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

DROP VIEW articles;
CREATE VIEW articles AS
SELECT h.id, h.outlet, h.published_on, h.title, h.byline, h.language, h.agency, h.url, h.source, h.words,
  (SELECT group_concat(name, ', ') FROM tag WHERE target = h.id) AS tags,
  a.document_id, a.added_at, a.analysed_by, u.language AS unanalysed, a.text
FROM head h LEFT JOIN article a ON a.id = h.id LEFT JOIN unanalysed u ON u.article_id = h.id;

DROP VIEW notes;
CREATE VIEW notes AS
SELECT n.id, n.body, n.target, h.outlet, h.title, n.written_at, n.start, n.end
FROM note n
LEFT JOIN quote q ON q.id = n.target
LEFT JOIN position p ON p.id = n.target
LEFT JOIN lost l ON l.target = n.target
LEFT JOIN head h ON h.id = coalesce(q.article_id, p.article_id, l.article_id, n.target);

DROP VIEW place;
CREATE VIEW place AS
SELECT id AS target, id AS article_id FROM article
UNION ALL SELECT id, article_id FROM quote
UNION ALL SELECT id, article_id FROM position
UNION ALL SELECT fact_id, article_id FROM phrasing
UNION ALL SELECT target, article_id FROM lost;
