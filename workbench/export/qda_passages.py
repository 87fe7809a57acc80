"""Rows as coded passages: what each pane's rows are coded with, and the memo that says the rest of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.analysis.entities import countries
from workbench.export.qda_codes import Code
from workbench.export.record_fields import Record
from workbench.export.records import record
from workbench.export.selection import Selection
from workbench.model import Entity, Pane, Span

TOLD_ELSEWHERE = {
    "article_id", "source", "outlet", "title", "published_on", "url", "spans", "text", "evidence", "clause",
    "phrasings", "starred", "note", "span",
}  # fmt: skip
"""Fields of records that stand in the variables of the source, in the passage, or at the end of the memo."""
STARRED = Code("mark", "starred", "starred")
EDITED = Code("mark", "edited", "changed by the analyst")


@dataclass(frozen=True, slots=True)
class CodedPassage:
    """A passage of an article with its codes; without any it is a note."""

    article_id: str
    item_id: str
    """The id of the row that it is of."""
    span: Span
    codes: tuple[Code, ...] = ()
    memo: str = ""
    own: bool = False
    """Whether the analyst marked it, rather than the machine."""


def coded_passages(row: Any, selection: Selection) -> Iterator[CodedPassage]:
    """The passages of a quote, position, fact or note."""
    found = record(row, selection)
    codes = tuple(dict.fromkeys((*CODES[selection.pane](found, selection), *mark_codes(found))))
    own = bool(found.get("own")) or selection.pane == "notes"
    for article_id, span, more in PASSAGES[selection.pane](found):
        yield CodedPassage(article_id, row.id, span, codes, memo({**found, **more}), own)


def memo(found: Record) -> str:
    """What a record says, a line each, the analyst's note last; of a note, the note."""
    if "body" in found:
        return str(found["body"])
    told = {name: _words(value) for name, value in found.items() if name not in TOLD_ELSEWHERE}
    lines = [f"{name.replace('_', ' ').capitalize()}: {words}" for name, words in told.items() if words]
    note = found.get("note", "")
    return "\n".join([*lines, *([f"Note: {note}"] if note else [])])


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "text"}:
            return str(value["text"])
        told = {name: (_words(each), isinstance(each, dict)) for name, each in value.items() if name != "source"}
        words = (
            (name.replace("_", " "), f"({each})" if nested else each) for name, (each, nested) in told.items() if each
        )
        return ", ".join(map(" ".join, words))
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    return "" if value is None else str(value)


def mark_codes(found: Record) -> Iterator[Code]:
    """Codes for the analyst's tags, star, changes and judgement."""
    yield from (Code("tag", tag, tag) for tag in found["tags"])
    if found["starred"]:
        yield STARRED
    if found["edited"]:
        yield EDITED
    if found.get("status", "suggested") != "suggested":
        yield Code("mark", found["status"], found["status"])


def speaker_code(name: str, kind: str, found: Record) -> Code:
    """The code of somebody who speaks; those without a name are one by their kind."""
    told = _words({each: found[each] for each in ("role", "country", "aliases", "known_from") if each in found})
    key = Entity(name, kind).id if name else kind  # type: ignore[arg-type]
    return Code("speaker", key, name or f"{kind} (no name)", told)


def _country_code(country: str) -> Code:
    name = countries.name(country)
    return Code("country", country, f"{name} ({country})" if name != country else country)


def _quote_codes(found: Record, selection: Selection) -> Iterator[Code]:
    for speaker in found["speakers"]:
        yield speaker_code(speaker["name"], speaker["kind"], speaker)
        if speaker["country"]:
            yield _country_code(speaker["country"])
    yield Code("kind", found["kind"], found["kind"])


def _position_codes(found: Record, selection: Selection) -> Iterator[Code]:
    yield _country_code(found["holder"])
    if found["issue"]:
        yield Code("issue", found["issue"], found["issue"])
    yield Code("stance", found["stance"], found["stance"].replace("_", " "))
    who = selection.people.get(found["speaker"])
    if who:
        yield speaker_code(who.name, who.kind, {"role": who.role, "country": who.country})


def _fact_codes(found: Record, selection: Selection) -> Iterator[Code]:
    told = {name: found[name] for name in ("kind", "missing_outlets", "independent", "status", "note")}
    differences = [_difference(each) for each in found["differences"]]
    perhaps = [f"{each['outlet']}: {each['text']}".strip(": ") for each in found["perhaps"]]
    yield Code("fact", found["id"], found["gist"], memo({**told, "differences": differences, "perhaps": perhaps}))


def _difference(found: Record) -> str:
    """`date: Coastal Wire “on Thursday” / Harbour Post “this week”`."""
    readings = (f"{each['outlet']} “{each['text']}”" for each in found["readings"] if each["text"])
    return f"{found['kind']}: {' / '.join(readings)}"


def _no_codes(found: Record, selection: Selection) -> Iterator[Code]:
    return iter(())


CODES: dict[Pane, Callable[[Record, Selection], Iterator[Code]]] = {
    "quotes": _quote_codes,
    "positions": _position_codes,
    "facts": _fact_codes,
    "notes": _no_codes,
}
Places = Iterable[tuple[str, Span, Record]]


def _quote_places(found: Record) -> Places:
    several = len(found["spans"]) > 1
    for number, span in enumerate(found["spans"], 1):
        more = {"part": f"{number} of {len(found['spans'])}", "whole_quote": found["text"]} if several else {}
        yield found["article_id"], _span(span), more


def _position_places(found: Record) -> Places:
    """The clause, not the sentence: a peer takes a code but once for a place, and a sentence may state several."""
    yield found["article_id"], _span(found["clause"]), {"sentence": found["evidence"]}


def _fact_places(found: Record) -> Places:
    for each in found["phrasings"]:
        told = {name: each[name] for name in ("relation", "confidence", "credits")}
        yield each["article_id"], _span(each), {**told, "differences": [], "perhaps": [], "missing_outlets": []}


def _note_places(found: Record) -> Places:
    if found["span"] and found["article_id"]:
        yield found["article_id"], _span(found["span"]), {}


def _span(found: Record) -> Span:
    return Span(found["start"], found["end"])


PASSAGES: dict[Pane, Callable[[Record], Places]] = {
    "quotes": _quote_places,
    "positions": _position_places,
    "facts": _fact_places,
    "notes": _note_places,
}
