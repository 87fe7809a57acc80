-- What a position is as an event, and whether the analyst agrees; issues that the analyst named or parted, topic by topic.

ALTER TABLE position ADD COLUMN strength INTEGER NOT NULL DEFAULT 0;   -- 0-3, how strong the word is
ALTER TABLE position ADD COLUMN event TEXT NOT NULL DEFAULT '';        -- PLOVER event type
ALTER TABLE position ADD COLUMN target TEXT NOT NULL DEFAULT '';       -- the country or bloc it is towards

-- What a topic or clause means to the encoder: 384 half-precision numbers, so that no words are read twice.
CREATE TABLE meaning (
  text TEXT PRIMARY KEY,
  vector BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- An issue was renamed by its label; now each of its topics is pinned to the analyst's label (target 'topic').
INSERT OR IGNORE INTO edit (target, field, value)
SELECT 'topic', l.topic, json_quote(l.label) FROM labels l LEFT JOIN issue i ON i.topic = l.topic
JOIN edit r ON r.target = 'issue' AND r.field = coalesce(i.label, l.topic);

DROP VIEW labels;
CREATE VIEW labels AS
SELECT t.topic, coalesce(json_extract(r.value, '$'), i.label, t.topic) AS label, r.value IS NOT NULL AS pinned
FROM (SELECT DISTINCT topic FROM position) t
LEFT JOIN issue i ON i.topic = t.topic
LEFT JOIN edit r ON r.target = 'topic' AND r.field = t.topic;

DROP VIEW positions;
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
LEFT JOIN issue i ON i.topic = p.topic
LEFT JOIN edit pinned ON pinned.target = 'topic' AND pinned.field = p.topic;

DELETE FROM edit WHERE target = 'issue';
