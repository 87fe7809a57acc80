"""The columns of each list, and the cells of a row in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.model import Pane
    from workbench.views import Row


def _article_cells(row: Row[Any]) -> list[str]:
    return [row.id, *_date_and_outlet(row), row.value.title or row.value.source, _marks(row), _unanalysed(row)]


def _unanalysed(row: Row[Any]) -> str:
    """Why an article has no quotes and positions, if that is its language."""
    from workbench.nlp.language_identification import language_name

    return f"not analysed: {language_name(row.head.unanalysed)}" if row.head and row.head.unanalysed else ""


def _quote_cells(row: Row[Any]) -> list[str]:
    from workbench.views import quote_text

    said = row.value.speakers
    countries = [f"{s.country}{_presumed(s.known_from.country)}" for s in said if s.country]
    who = "; ".join(speaker.label for speaker in said)
    words = quote_text.words(row.value)
    return [row.id, *_date_and_outlet(row), who, "; ".join(countries), row.value.kind, words, _marks(row)]


def _position_cells(row: Row[Any]) -> list[str]:
    value = row.value
    issue = value.issue or value.topic
    return [row.id, *_date_and_outlet(row), value.holder + value.apart, issue, value.stance, value.text, _marks(row)]


def _fact_cells(row: Row[Any]) -> list[str]:
    fact = row.value
    articles = len({phrasing.article_id for phrasing in fact.phrasings})
    differing = ", ".join(dict.fromkeys(difference.kind for difference in fact.differences))
    return [row.id, fact.kind, str(articles), fact.gist, differing, _marks(row)]


def _note_cells(row: Row[Any]) -> list[str]:
    return [row.id, row.value.target, *_date_and_outlet(row), row.value.body, row.value.written_at]


def _person_cells(row: Row[Any]) -> list[str]:
    who = row.value
    counts = (str(each) for each in (who.quotes, who.positions, who.outlets))
    days = " to ".join(dict.fromkeys(filter(None, (who.first, who.last))))
    country = f"{who.country}{_presumed(who.known_from.country)}"
    return [
        row.id,
        who.name,
        f"{who.role}{_presumed(who.known_from.role)}",
        country,
        who.kind,
        *counts,
        days,
        _marks(row),
    ]


def _presumed(origin: str) -> str:
    """A sign on what no article says."""
    return " (known)" if origin == "known" else " (presumed)" if origin == "presumed" else ""


def _date_and_outlet(row: Row[Any]) -> list[str]:
    return [row.head.published_on, row.head.outlet] if row.head else ["", ""]


def _marks(row: Row[Any]) -> str:
    starred = ["*"] if row.marks.starred else []
    return ", ".join([*starred, *row.marks.tags])


def speaker_cells(record: dict[str, Any]) -> list[str]:
    """The cells of a speaker's record."""
    name = record["name"] or "; ".join(record["mentions"])
    return [str(record["quotes"]), str(len(record["outlets"])), name, record["kind"], record["role"], record["country"]]


def lineage_cells(record: dict[str, Any]) -> list[str]:
    """The cells of a record of where a text comes from."""
    share = "" if record["kind"] == "credits" and record["passages"] is None else f"{record['share']:.0%}"
    return [record["article_id"], record["outlet"], record["kind"], record["origin"], record["origin_outlet"], share]


SPEAKER_COLUMNS = ("quotes", "outlets", "name", "kind", "role", "country")
LINEAGE_COLUMNS = ("article", "outlet", "kind", "origin", "from", "share")
COLUMNS: dict[Pane, tuple[str, ...]] = {
    "articles": ("id", "date", "outlet", "title", "marks", "analysis"),
    "quotes": ("id", "date", "outlet", "speaker", "country", "kind", "quote", "marks"),
    "positions": ("id", "date", "outlet", "holder", "issue", "stance", "evidence", "marks"),
    "facts": ("id", "kind", "articles", "gist", "differences", "marks"),
    "notes": ("id", "on", "date", "outlet", "note", "written"),
    "people": ("id", "name", "role", "country", "kind", "quotes", "positions", "outlets", "days", "marks"),
}
CELLS: dict[Pane, Callable[[Row[Any]], list[str]]] = {
    "articles": _article_cells,
    "quotes": _quote_cells,
    "positions": _position_cells,
    "facts": _fact_cells,
    "notes": _note_cells,
    "people": _person_cells,
}
