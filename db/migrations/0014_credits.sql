-- What a credit is for: the passages of the article that come from the outlet; and who helped with an article, which does not say with what.

ALTER TABLE lineage ADD COLUMN passages TEXT;  -- of credits: JSON [[start, end], ...]; NULL for all of the article
ALTER TABLE article ADD COLUMN contributors TEXT NOT NULL DEFAULT '';  -- agencies that "contributed to this report"

CREATE INDEX article_contributors ON article(contributors, id) WHERE contributors <> '';
