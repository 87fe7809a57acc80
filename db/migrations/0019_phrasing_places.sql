-- The facts that have a passage are found by its place.

DROP INDEX phrasing_article;
CREATE INDEX phrasing_place ON phrasing(article_id, start, end);
