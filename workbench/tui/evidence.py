"""What the reader shows for a row: the article that proves it, the place, and all that is known of it.

Loading asks the case and is done in a worker; describing is pure.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from workbench.errors import NotFound
from workbench.model import Article, Fact, Note, Position, Quote, Span, Speaker
from workbench.tui import origin_wording, wording
from workbench.tui.sanitizing import one_line
from workbench.tui.wording import Piece
from workbench.views import Head, Highlight, Person, Row, quote_text

if TYPE_CHECKING:
    from workbench.work import Case

Line = tuple[str, list[Piece]]

_KEPT = 32
_HEADS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Page:
    """An article with everything that stands on it."""

    row: Row[Article]
    highlights: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row in its place."""

    page: Page | None
    """None for a note on something without an article."""
    subject: Row[Any]
    span: Span | None
    fact: Row[Fact] | None
    """The fact that covers the span, if any."""
    heads: tuple[Head, ...] = ()
    """The articles that have a phrasing of the fact, as the fact orders them."""


class EvidenceCache:
    """The articles that were last read, so that moving about in one costs nothing."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._heads: dict[str, Head] = {}
        self._lock = Lock()

    def clear(self) -> None:
        """Forget all: something changed."""
        with self._lock:
            self._pages.clear()
            self._heads.clear()

    def page(self, article_id: str) -> Page:
        """An article with its highlights."""
        with self._lock:
            if article_id in self._pages:
                self._pages.move_to_end(article_id)
                return self._pages[article_id]
        page = Page(self._case.article(article_id), self._case.highlights(article_id))
        with self._lock:
            self._pages[article_id] = page
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return page

    def head(self, article_id: str) -> Head:
        """What lists show of an article."""
        found = self._heads.get(article_id)
        if found is None:
            if len(self._heads) > _HEADS_KEPT:
                self._heads.clear()
            row = self._case.article(article_id)
            value = row.value
            found = row.head or Head(row.id, value.source, value.title, value.outlet, value.published_on, url=value.url)
            self._heads[article_id] = found
        return found

    def learn(self, rows: Sequence[Row[Any]]) -> None:
        """Remember the heads that rows carry."""
        self._heads.update((row.head.id, row.head) for row in rows if row.head)

    def evidence(self, row: Row[Any], place: tuple[str, Span | None] | None = None) -> Evidence:
        """The evidence of a row; `place` is another phrasing of it."""
        article_id, span = place or (
            self._case.first_place(row.id) if isinstance(row.value, Person) else wording.home(row)
        )
        page = self.page(article_id) if article_id else None
        fact = row if isinstance(row.value, Fact) else self._fact_at(page, span)
        heads = tuple(self.head(id) for id in dict.fromkeys(p.article_id for p in fact.value.phrasings)) if fact else ()
        return Evidence(page, row, span, fact, heads)

    def at(self, page: Page, span: Span) -> Row[Any]:
        """What stands on a passage: a quote, else a position, note or fact, else the article."""
        order = {"quote": 0, "position": 1, "note": 2, "fact": 3}
        found = [h for h in page.highlights if h.kind in order and h.span.overlaps(span)]
        if not found:
            return page.row
        best = min(found, key=lambda h: (order[h.kind], h.span.end - h.span.start))
        return self.row(best.kind, best.id) or page.row

    def row(self, kind: str, id: str) -> Row[Any] | None:
        """A row by kind and id; None if it is gone."""
        try:
            return self._case.fact(id) if kind == "fact" else self._case.show(id)
        except NotFound:
            return None

    def _fact_at(self, page: Page | None, span: Span | None) -> Row[Fact] | None:
        if page is None or span is None:
            return None
        over = [h for h in page.highlights if h.kind == "fact" and h.span.overlaps(span)]
        if not over:
            return None
        best = max(over, key=lambda h: min(h.span.end, span.end) - max(h.span.start, span.start))
        return self.row("fact", best.id)


def details(evidence: Evidence) -> list[Line]:
    """The lines beneath the text: who, how sure, where else, and the analyst's own."""
    value = evidence.subject.value
    lines: list[Line] = []
    if isinstance(value, Quote):
        lines = _quote_lines(value)
    elif isinstance(value, Position):
        lines = _position_lines(value)
    elif isinstance(value, Fact):
        lines = _fact_lines(value, evidence.heads)
    elif isinstance(value, Note):
        written = value.written_at.replace("T", " ")[:16]
        lines = [("note", [(one_line(value.body), "")]), ("written", [(written, "quiet")])]
    elif isinstance(value, Article):
        lines = _article_lines(value)
    elif isinstance(value, Person):
        lines = _person_lines(value)
    return [*lines, *_elsewhere(evidence), *_own(evidence), *_place(evidence)]


def _quote_lines(quote: Quote) -> list[Line]:
    lines: list[Line] = [("said by", _speaker(s)) for s in quote.speakers] or [
        ("said by", [("nobody who is named", "quiet")])
    ]
    if not quote_text.bare(quote):
        lines.insert(0, ("told", wording.telling(quote_text.pieces(quote))))
    if quote.via:
        lines.append(("via", [(one_line(quote.via), "")]))
    cue = f" · “{one_line(quote.cue_text)}”" if quote.cue_text else ""
    sure = "made by you" if quote.own else _sure(quote.confidence)
    lines.append(("how", [(f"{quote.kind}{cue} · {sure}", "")]))
    return lines


def _speaker(speaker: Speaker) -> list[Piece]:
    """Who it is, and where that is known from if the article does not say it."""
    origin = origin_wording.known_from(speaker.known_from)
    return [(wording.who(speaker), "strong"), (f"  {origin}" if origin else "", "quiet")]


def _person_lines(person: Person) -> list[Line]:
    origin = origin_wording.known_from(person.known_from)
    has = (("quote", person.quotes), ("position", person.positions), ("outlet", person.outlets))
    figures = " · ".join(wording.count(number, what) for what, number in has if number)
    way: Piece = ("  Q shows the quotes" if person.quotes else "  named only", "quiet")
    more = (("also", " · ".join(map(one_line, person.aliases))), ("from", origin),
            ("days", wording.days(person.first, person.last)[0]))  # fmt: skip
    lines: list[Line] = [(one_line(person.kind), [(wording.who(person), "strong")]), ("has", [(figures, ""), way])]
    return lines + [(name, [(text, "")]) for name, text in more if text]


def _position_lines(position: Position) -> list[Line]:
    role = wording.stance_role(position.stance)
    stance: list[Piece] = [
        (f"{wording.stance_sign(position.stance)} {wording.stance_word(position.stance)}", role),
        (f"  {_sure(position.confidence)}", "quiet"),
        (f" {wording.judgement(position.status)}".rstrip(), "accent"),
    ]
    holder: list[Piece] = [
        (one_line(position.holder_name), "strong"),
        (f" ({one_line(position.holder)})" if position.holder != position.holder_name else "", "quiet"),
        (position.apart, "strong"),
    ]
    issue = one_line(position.issue or position.topic)
    lines: list[Line] = [("holder", holder), ("on", [(issue, "")]), ("stance", stance)]
    if position.speaker:
        lines.append(("said by", [(one_line(position.speaker), "strong")]))
    source = one_line(position.attribution.replace("_", " "))
    by = f" · {one_line(position.attributed_by)}" if position.attributed_by else ""
    level = "" if position.level == "government" else f" · {one_line(position.level)}"
    lines.append(("source", [(source + by, ""), (level, "quiet")]))
    topic = position.topic if position.topic != (position.issue or position.topic) else ""
    more = (("in words", topic), ("towards", position.target), ("if", position.condition), ("hedge", position.hedge))
    return lines + [(name, [(one_line(text), "")]) for name, text in more if text]


def _fact_lines(fact: Fact, heads: tuple[Head, ...]) -> list[Line]:
    outlets = list(dict.fromkeys(wording.outlet(head) for head in heads))
    lines: list[Line] = [("fact", [(one_line(fact.gist), "strong")]), ("kind", [(one_line(fact.kind), "")])]
    if outlets:
        lines.append(("told by", [(" · ".join(outlets), "")]))
    if fact.perhaps:
        lines.append(
            (
                "perhaps",
                [(wording.count(len(fact.perhaps), "passage") + " elsewhere", ""), ("  d shows them", "quiet")],
            )
        )
    kinds = list(dict.fromkeys(d.kind for d in fact.differences))
    if kinds:
        lines.append(("differ in", [(" · ".join(kinds), "accent"), ("  d compares", "quiet")]))
    return lines


def _article_lines(article: Article) -> list[Line]:
    known = (("source", article.source), ("link", article.url if article.url != article.source else ""),
             ("language", article.language))  # fmt: skip
    return [(name, [(one_line(text), "quiet")]) for name, text in known if text]


def _elsewhere(evidence: Evidence) -> list[Line]:
    if evidence.fact is None or isinstance(evidence.subject.value, Fact | Article | Person) or evidence.page is None:
        return []
    here = wording.outlet(evidence.page.row.head)
    others = [name for name in dict.fromkeys(wording.outlet(h) for h in evidence.heads) if name != here]
    if not others:
        return []
    said = wording.count(len(others), "other outlet")
    return [("also in", [(f"{said}: {', '.join(others)}", ""), ("  d compares", "quiet")])]


def _own(evidence: Evidence) -> list[Line]:
    marks = evidence.subject.marks
    lines: list[Line] = []
    if marks.tags or marks.starred:
        tags = " ".join(f"#{one_line(tag)}" for tag in marks.tags)
        lines.append(("tags", [("★ " if marks.starred else "", "accent"), (tags, "accent")]))
    if marks.note:
        lines.append(("note", [("✎ " + one_line(marks.note), "accent")]))
    return lines


def _place(evidence: Evidence) -> list[Line]:
    if evidence.span is None:
        return []
    edited = " · corrected by you" if evidence.subject.marks.edited else ""
    return [("place", [(f"{evidence.span.start:,}–{evidence.span.end:,} · {evidence.subject.id}{edited}", "quiet")])]


def _sure(confidence: float) -> str:
    return f"{wording.certainty(confidence)} {wording.certainty_word(confidence)} {f'{confidence:.2f}'.lstrip('0')}"
