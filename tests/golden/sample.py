"""A small case made by hand, with everything that the exports must carry and much that they must not let through."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from workbench.analysis.text.sentences import sentence_at
from workbench.export.selection import Selection
from workbench.model import (
    PANES,
    Article,
    Difference,
    Entity,
    Fact,
    KnownFrom,
    Lineage,
    Note,
    Pane,
    Part,
    Phrasing,
    Position,
    Quote,
    Reading,
    Role,
    Span,
    Speaker,
)
from workbench.views import Column, Comparison, Head, Marks, Person, Row

WIRE_TEXT = (
    'Chiefs met on Thursday. "We will not send troops," said President Ann Poe of Arland.\n\n'
    "A source said the plan was “[nearly] ready” | and <b>bold</b>.\n\n"
    "Arland would support a no-fly zone if the fighting stops."
)
POST_TEXT = (
    "Officials from three countries met this week. The chiefs may meet again, Ann Poe and Bo Li said.\n\n"
    "=Arland may be open to a fighter ban, *reportedly*."
)
RADIO_TEXT = "No word of a meeting."
LATE_TEXT = "Nobody knows."


UNMARKED = Marks()


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


WIRE = Article("d1", "stories/wire.txt", WIRE_TEXT, "Chiefs meet [again]", "Coastal Wire", "", "2025-08-21", "en")
POST = Article(
    "d2",
    "https://post.example/a_b?x=1",
    POST_TEXT,
    "=SUM(A1) and more",
    "Harbour | Post",
    "J. Doe",
    "2025-08-22",
    "en",
    "Coastal Wire",
    "https://post.example/a",
)
LATE = Article("d3", "-undated.txt", LATE_TEXT, "\x1b[31mRed\u202e title", "", "", "", "en")
RADIO = Article("d4", "radio.html", RADIO_TEXT, "", "North Radio", "", "2025-08-21", "en")
ARTICLES = {article.id: article for article in (WIRE, POST, LATE, RADIO)}
TEXTS = {name: article.text for name, article in ARTICLES.items()}
HEADS = {a.id: Head(a.id, a.source, a.title, a.outlet, a.published_on, url=a.url) for a in ARTICLES.values()}
LINEAGE = {
    POST.id: (Lineage(POST.id, "credits", "Coastal Wire"), Lineage(POST.id, "copies", WIRE.id, 0.25, Span(0, 9)))
}
PEOPLE = {"Ann Poe": Entity("Ann Poe", "person", "President", "ARL")}
OUTLETS = ("Coastal Wire", "Harbour | Post", "North Radio")


WIRE_MARKS = Marks(tags=("front/page", "{key}"), note="50% & more.\nSee _Post_.")


def row(value: Any, article_id: str | None, marks: Marks = UNMARKED, snippet: str = "") -> Row[Any]:
    """A row of a list."""
    return Row(value.id, value, HEADS[article_id] if article_id else None, marks, snippet)


def _speaker(text: str, name: str, kind: Any, mention: str, role: str = "", country: str = "") -> Speaker:
    return Speaker(name, kind, role, country, span(text, mention), mention)


def _quote(article: Article, kind: Any, words: list[str], cue: str, *speakers: Speaker, via: str = "") -> Quote:
    spans = tuple(span(article.text, each) for each in words)
    places = [Span(*m.span()) for m in re.finditer(cue, article.text)] if cue else []
    where = min(places, key=lambda place: abs(place.start - spans[-1].start), default=None)
    mentions = [s.mention for s in speakers if s.mention]
    mentions = [Span.around(mentions)] if mentions else []
    roles: list[tuple[Role, list[Span]]] = [
        ("speaker", mentions), ("cue", [where] if where else []), ("content", list(spans)),
    ]  # fmt: skip
    told = tuple(Part(role, each, each.of(article.text)) for role, found in roles for each in found)
    sentence = sentence_at(article.text, Span.around([*spans, *([where] if where else [])]))
    return Quote(
        article.id, kind, spans, " … ".join(words), speakers, where, cue, via, 0.912345, told=told, sentence=sentence
    )


QUOTES = (
    row(
        _quote(
            POST,
            "indirect",
            ["The chiefs may", "meet again"],
            "said",
            _speaker(POST_TEXT, "Ann Poe", "person", "Ann Poe", "president", "ARL"),
            _speaker(POST_TEXT, "Bo Li", "person", "Bo Li"),
        ),
        POST.id,
    ),
    row(
        _quote(
            WIRE,
            "mixed",
            ["the plan was “[nearly] ready” | and <b>bold</b>"],
            "said",
            _speaker(WIRE_TEXT, "", "anonymous", "A source"),
            via="Coastal Wire",
        ),
        WIRE.id,
        Marks(note="- [x](http://evil.example)\n\n<script>alert(1)</script>\n=1+1", tags=("#key", "a*b")),
    ),
    row(_quote(LATE, "indirect", ["Nobody knows"], ""), LATE.id),
    row(
        _quote(
            WIRE,
            "direct",
            ["We will not send troops,"],
            "said",
            _speaker(WIRE_TEXT, "Ann Poe", "person", "President Ann Poe of Arland", "President", "ARL"),
        ),
        WIRE.id,
        Marks(starred=True, edited=True, edits=("speakers",)),
        "We will not send \ue000troops\ue001",
    ),
)


def _position(article: Article, stance: str, evidence: str, clause: str, **more: Any) -> Position:
    where = span(article.text, evidence)
    return Position(
        article.id,
        "ARL",
        "Arland",
        stance,
        where,
        span(article.text, clause),
        evidence,
        "a no-fly zone",
        "no-fly zone",
        confidence=0.7,
        **more,
    )


POSITIONS = (
    row(
        _position(
            POST,
            "open",
            "=Arland may be open to a fighter ban, *reportedly*.",
            "open to a fighter ban",
            hedge="reportedly",
            attribution="second_hand",
            attributed_by="Harbour | Post",
        ),
        POST.id,
    ),
    row(
        _position(
            WIRE,
            "supports",
            "Arland would support a no-fly zone if the fighting stops.",
            "support a no-fly zone",
            condition="the fighting stops",
            speaker="Ann Poe",
        ),
        WIRE.id,
        Marks(tags=("key",)),
    ),
)

FACT = Fact(
    "Chiefs met <in> Washington",
    "event",
    (
        Phrasing(
            POST.id,
            span(POST_TEXT, "Officials from three countries met this week"),
            "Officials from three countries met this week",
            "partial",
            0.6,
        ),
        Phrasing(WIRE.id, span(WIRE_TEXT, "Chiefs met on Thursday"), "Chiefs met on Thursday", "same", 0.9),
    ),
    (
        Difference(
            "date",
            (
                Reading(WIRE.id, "on Thursday", span(WIRE_TEXT, "on Thursday")),
                Reading(POST.id, "this week", Span(35, 44)),
            ),
        ),
        Difference("number", (Reading(WIRE.id), Reading(POST.id, "three", Span(15, 20)))),
    ),
    perhaps=(Phrasing(LATE.id, Span(0, 12), LATE_TEXT[:12], confidence=0.2),),
)
FACTS = (row(FACT, None, Marks(note="Check the *date*")),)
NOTES = (
    row(Note("N0000000002", "E123", "+1 on a person", "2025-09-02T10:00:00Z"), None),
    row(
        Note("N0000000001", WIRE.id, "# Look here\n@all", "2025-09-01T10:00:00Z", span(WIRE_TEXT, "no-fly zone")),
        WIRE.id,
    ),
)
PERSONS = (
    Row(
        "E0000000001",
        Person("Bo Li", "person", "", "ARL", ("Li",), KnownFrom("", "known", "Minister of Arland 2020-"), 1, 0, 1,
               "2025-08-22", "2025-08-22"),
        None,
    ),
    Row("E0000000002", Person("=Arland | <b>", "country", "", "ARL"), None, Marks(tags=("key",))),
    Row(
        "E0000000003",
        Person("Ann Poe", "person", "president", "ARL", ("Ms. Poe", "Poe"), KnownFrom("text", "presumed"), 2, 1, 2,
               "2025-08-21", "2025-08-22"),
        None,
        Marks(note="Check\nher office", starred=True),
    ),
)  # fmt: skip
ROWS: dict[Pane, tuple[Row[Any], ...]] = {
    "articles": tuple(
        row(article, article.id, WIRE_MARKS if article is WIRE else UNMARKED) for article in (LATE, POST, WIRE, RADIO)
    ),
    "quotes": QUOTES,
    "positions": POSITIONS,
    "facts": FACTS,
    "notes": NOTES,
    "people": PERSONS,
}
COMPARISON = Comparison(
    FACTS[0],
    (
        Column(FACT.phrasings[1], HEADS[WIRE.id], ((Span(11, 22), "date"),), "Chiefs met on Thursday."),
        Column(
            FACT.phrasings[0],
            HEADS[POST.id],
            ((Span(15, 20), "number"), (Span(35, 44), "date")),
            POST_TEXT[:45],
            ("Coastal Wire",),
        ),
    ),
    ("North Radio",),
    1,
    ((HEADS[LATE.id], FACT.perhaps[0]),),
)


def selection(pane: Pane) -> Selection:
    """All rows of a pane, as an export gets them."""
    return Selection(
        pane, ROWS[pane], TEXTS, 'Talks: "August"', 'country:ARL "no-fly"', HEADS, LINEAGE, OUTLETS, PEOPLE,
        articles={each.id: each for each in ROWS["articles"]}, added_on=dict.fromkeys(ARTICLES, "2025-09-01T08:00:00Z"),
    )  # fmt: skip


def whole_case() -> Selection:
    """All panes, as a format gets them that writes several together."""
    first, *others = (selection(pane) for pane in PANES)
    return replace(first, others=others)
