-- The issue of each position by itself: one topic ("the deal") may be of two issues in two places.

DROP VIEW positions;
DROP VIEW labels;
ALTER TABLE issue RENAME TO topic_issue;

CREATE TABLE issue (
  position_id TEXT PRIMARY KEY,
  label TEXT NOT NULL                   -- the issue it was grouped under
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_label ON issue(label);

INSERT INTO issue SELECT p.id, t.label FROM position p JOIN topic_issue t ON t.topic = p.topic;
DROP TABLE topic_issue;

-- The issue each position is shown under, unless it was put under one by itself: pinned with its topic, else as grouped, else the topic.
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
