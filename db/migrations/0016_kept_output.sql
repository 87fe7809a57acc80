-- What the models said of each article, as the program packs it: with it an article is read again without a model.
-- It can be made again from the article's text; `workbench compact` drops it.

CREATE TABLE kept_output (
  article_id TEXT PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
  output BLOB NOT NULL,                 -- parse, names, attributions
  scores BLOB NOT NULL                  -- what the scorer of positions said
) STRICT;
