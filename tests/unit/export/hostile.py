"""A case whose articles are out to do harm, for every format that people open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.golden.sample import span
from workbench.export.selection import Selection
from workbench.model import Article, Fact, KnownFrom, Note, Phrasing, Position, Quote, Span, Speaker
from workbench.views import Head, Marks, Person, Row

EVIL = (
    "</script></style></title><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'><b onclick=hacked>"
)
BIDI = "\u202eevil\u2066 \ud800 \x00\x1b[31m \ufeff\u2028 ]]> &amp; {{7*7}} =1+1"
LONG = "very " * 8_000
TEXT = f"{EVIL} said {BIDI} 𠮷野家 e\u0301 and then {LONG}end. He javascript:alert(1) said."


def hostile_case() -> Selection:
    """All panes, each with a row full of it."""
    article = Article("h1", "javascript:window.hacked=1", TEXT, EVIL, EVIL + BIDI, BIDI, EVIL, "en", EVIL,
                      "javascript:window.hacked=1")  # fmt: skip
    other = replace(article, document_id="h2", title="", outlet="", published_on="", url="", byline="")
    heads = {a.id: Head(a.id, a.source, a.title, a.outlet, a.published_on, url=a.url) for a in (article, other)}
    marks = Marks(True, True, ("a/b.c", EVIL, BIDI), EVIL + "\n\n" + BIDI, ("speakers",))
    whole = Span(0, len(TEXT))
    speakers = tuple(
        Speaker("Ann Poe", "person", EVIL, code, span(TEXT, "said"), "said", KnownFrom("known", "presumed", EVIL))
        for code in ("FRA", "<b>")
    )
    quote = Quote(article.id, "mixed", (whole,), TEXT, speakers, Span(3, 9), EVIL[3:9], EVIL, 0.5, sentence=whole)
    bare = replace(quote, article_id=other.id, sentence=None, cue=None, cue_text="", speakers=())
    position = Position(
        article.id, EVIL, EVIL, "opposes", whole, Span(0, 50), TEXT, EVIL, BIDI, EVIL, "government", EVIL, EVIL, EVIL,
        EVIL, 0.5, target=EVIL,
    )  # fmt: skip
    fact = Fact(EVIL, EVIL, (Phrasing(article.id, whole, TEXT), Phrasing(other.id, Span(0, 20), TEXT[:20])))
    person = Person(EVIL, "person", EVIL, "FRA", (EVIL, BIDI), KnownFrom("known", "known", EVIL), 1, 1, 1, BIDI, "")
    found: dict[str, list[Any]] = {
        "articles": [Row(a.id, a, heads[a.id], marks) for a in (article, other)],
        "quotes": [Row(q.id, q, heads[q.article_id], marks) for q in (quote, bare)],
        "positions": [Row(position.id, position, heads[article.id], marks)],
        "facts": [Row(fact.id, fact, None, marks)],
        "notes": [Row("N1", Note("N1", EVIL, EVIL, "2025-09-01T10:00:00Z", Span(0, 30)), heads[article.id], marks)],
        "people": [Row("E1", person, None, marks)],
    }
    texts = dict.fromkeys(heads, TEXT)
    parts: list[Any] = [Selection(pane, rows, texts, EVIL, EVIL, heads) for pane, rows in found.items()]
    return replace(parts[0], others=parts[1:])
