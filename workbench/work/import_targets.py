"""What in the case a mark is of: the row with its id if that has its words, else the one that stands where its words
stand, else the passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import NotFound
from workbench.ingest.annotations.anchoring import NO_WORDS, anchor
from workbench.ingest.annotations.folded_text import fold
from workbench.model import Article, Fact, Pane, Position, Quote, Span
from workbench.model.imported_marks import ImportedMark, StatedPassage
from workbench.store import search
from workbench.store.database import Database
from workbench.store.rows import read_rows
from workbench.store.target_search import people_called, row_places
from workbench.views import Row
from workbench.work.import_articles import ArticleFinder

NO_ARTICLE = "its article is not in the case"
SEVERAL = "several articles of the case may be meant"
NOT_HERE = "what it is of is not in the case"
LIKENESS = 0.8
"""The part of all characters of two places that they share, from which they are one."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a mark is of: a row of the case, or a passage, or neither and why."""

    row: Row[Any] | None = None
    target: str = ""
    """The id of the article that the passage is in; of a note, of whatever it is to be on."""
    span: Span | None = None
    how: str = ""
    reason: str = ""


class TargetFinder:
    """Finds what marks are of."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.articles = ArticleFinder(db)
        self.renamed: dict[str, str] = {}
        """Ids in the file -> ids here, of what was found."""
        self._at_hand: dict[str, Row[Any]] = {}

    def look_up(self, marks: Sequence[ImportedMark]) -> None:
        """Read the rows that marks name by their ids, all at once."""
        by_pane: dict[Pane, list[str]] = {}
        for mark in marks:
            if mark.pane and mark.pane != "notes":
                by_pane.setdefault(mark.pane, []).append(self.renamed.get(mark.id, mark.id))
        self._at_hand = {}
        for pane, ids in by_pane.items():
            self._at_hand |= read_rows(self._db, pane, ids)

    def find(self, mark: ImportedMark) -> Found:
        """What a mark is of."""
        if mark.pane == "notes":
            return self._note(mark)
        if mark.pane:
            row = self._at_hand.get(self.renamed.get(mark.id, mark.id))
            if row and _has_words(row, mark.passages):
                return Found(row)
        found = self._other(mark)
        if found.row and mark.id:
            self.renamed[mark.id] = found.row.id
        return found

    def row(self, id: str) -> Row[Any] | None:
        """The row with an id, whatever it is of."""
        from workbench.work.browsing import PANE_OF

        pane = PANE_OF.get(id[:1])
        if pane is None:
            return None
        try:
            return search.get(self._db, pane, id)
        except NotFound:
            return None

    def _other(self, mark: ImportedMark) -> Found:
        if mark.pane == "people":
            named = people_called(self._db, [str(mark.values.get("name", ""))], str(mark.values.get("kind", "person")))
            row = self.row(named[0]) if named else None
            return Found(row, how="by name") if row else Found(reason=NOT_HERE)
        if mark.pane == "articles":
            ids = self.articles.find(mark.article)
            ids = self.articles.newest(ids) if len(ids) > 1 else ids
            if len(ids) != 1:
                return Found(reason=SEVERAL if ids else NO_ARTICLE)
            return Found(self.row(ids[0]), how="by what is said of it")
        placed = self.place(mark)
        if placed.span is None:
            return placed
        row = self._row_at(mark, placed)
        return replace(placed, row=row)

    def _note(self, mark: ImportedMark) -> Found:
        """The note itself, else what it is to be on: the passage, or the thing that is named."""
        if row := self.row(mark.id):
            return Found(row)
        if mark.passages:
            return self.place(mark)
        target = str(mark.values.get("target", ""))
        row = self.row(self.renamed.get(target, target))
        if row is None and (not target or target.startswith("A")):
            ids = self.articles.find(mark.article)
            row = self.row(ids[0]) if len(ids) == 1 else None
        return Found(target=row.id) if row else Found(reason="what the note is on is not in the case")

    # By place

    def place(self, mark: ImportedMark) -> Found:
        """Where the passages of a mark stand: in which article, from the first to the last."""
        if not mark.passages:
            return Found(reason=NOT_HERE)
        if mark.pane == "facts":
            tries = [self._place_in(each.article or mark.article, [each]) for each in mark.passages]
        elif mark.pane == "positions":
            tries = [self._place_in(mark.article, [each]) for each in mark.passages]
        else:
            tries = [self._place_in(mark.article, mark.passages)]
        return next((each for each in tries if each.span), tries[0])

    def _place_in(self, article: Any, passages: Sequence[StatedPassage]) -> Found:
        if not any(each.words.strip() for each in passages):
            return Found(reason=f"it is not known by an id, and {NO_WORDS}")
        reason = NO_ARTICLE
        places: dict[str, Found] = {}
        for id in self.articles.find(article, [each.words for each in passages]):
            anchors = [anchor(self.articles.text(id), each) for each in passages]
            spans = [each.span for each in anchors if each.span]
            if len(spans) == len(anchors):
                how = next((each.how for each in anchors if each.how), "")
                places[id] = Found(target=id, span=Span.around(spans), how=how)
            else:
                reason = next(each.reason for each in anchors if not each.span)
        surest = {id: found for id, found in places.items() if not found.how} or places
        chosen = self.articles.newest(list(surest)) if len(surest) > 1 else list(surest)
        if len(chosen) > 1:
            return Found(reason=SEVERAL)
        return surest[chosen[0]] if chosen else Found(reason=reason)

    def _row_at(self, mark: ImportedMark, placed: Found) -> Row[Any] | None:
        """The row of the mark's kind that stands where its words do; a passage may be that of a quote."""
        assert placed.span is not None
        what = mark.pane or "quotes"
        holder = str(mark.values.get("holder", ""))
        best, likeness = "", LIKENESS
        for kind in ("positions", "evidence") if what == "positions" else (what,):
            for each in row_places(self._db, kind, placed.target):
                if holder and each.holder not in ("", holder):
                    continue
                shared = _shared(placed.span, Span.around(each.spans))
                if shared > likeness or (shared == likeness and not best):
                    best, likeness = each.id, shared
        return self.row(best) if best else None


def _shared(one: Span, other: Span) -> float:
    """The part of the characters of two places that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start) or 1)


def _has_words(row: Row[Any], passages: Sequence[StatedPassage]) -> bool:
    """Whether a row stands on the words that are stated of it, as far as any are."""
    value = row.value
    if isinstance(value, Fact):
        here = [fold(each.text).text for each in value.phrasings]
        told = [fold(each.words).text for each in passages]
        return not any(told) or any(each and each in text for each in told for text in here)
    if not isinstance(value, Quote | Position | Article):
        return True
    text = fold(value.text).text
    return all(fold(each.words).text in text for each in passages)
