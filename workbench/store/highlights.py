"""What the reader marks in an article: every span that something in the case stands on."""

from __future__ import annotations

from workbench.model import Span
from workbench.store.database import Database
from workbench.store.transactions import reads
from workbench.views import Highlight

_SPANS = """
SELECT json_extract(s.value, '$[0]'), json_extract(s.value, '$[1]'), 'quote', q.id
  FROM quote q JOIN json_each(q.spans) s WHERE q.article_id = :article
UNION ALL SELECT cue_start, cue_end, 'cue', id FROM quote WHERE article_id = :article
UNION ALL SELECT s.mention_start, s.mention_end, 'speaker', q.id
  FROM quote q JOIN speakers s ON s.quote_id = q.id WHERE q.article_id = :article
UNION ALL SELECT evidence_start, evidence_end, 'position', id FROM position WHERE article_id = :article
UNION ALL SELECT start, end, 'fact', fact_id FROM phrasing WHERE article_id = :article
UNION ALL SELECT start, end, 'note', id FROM note WHERE target = :article
"""


@reads
def highlights(db: Database, article_id: str) -> tuple[Highlight, ...]:
    """Every span of the article that something stands on, by place; the wider first."""
    rows = db.execute(_SPANS, {"article": article_id})
    found = {Highlight(Span(start, end), kind, id) for start, end, kind, id in rows if start is not None}
    return tuple(sorted(found, key=lambda h: (h.span.start, -h.span.end, h.kind, h.id)))
