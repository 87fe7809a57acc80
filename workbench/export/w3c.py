"""W3C Web Annotations (JSON-LD): one for each quote, position, fact, note, article and person, in one collection.

Bodies are what any client of the standard reads: tags, notes, the speaker, kinds and stances. What the standard has no
word for is under terms of our own (`wb:`), named as in our JSON, so that nothing is lost on the way back. Words in
several places are several targets: several selectors of one target would be several ways to select the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import IO, Any

from workbench.export.identifiers import urn
from workbench.export.record_fields import NO_HEAD, Record, head_of
from workbench.export.records import record
from workbench.export.sanitizing import dumps
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.export.w3c_targets import passage, target
from workbench.model import Pane, Span

STANDARD = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = [STANDARD, {"wb": "urn:analyst-workbench:"}]
PROGRAM = {"id": urn("program"), "type": "Software", "name": "Analyst Workbench"}
ANALYST = {"id": urn("analyst"), "type": "Person", "name": "Analyst"}
SAID_BY_THE_STANDARD = {
    "article_id", "outlet", "title", "published_on", "url", "tags", "note", "starred", "kind", "spans", "text",
    "as_told", "speakers", "evidence", "holder", "issue", "stance", "phrasings", "gist", "body", "written_at", "span",
    "name",
}  # fmt: skip
"""Fields of records that are not said again in terms of our own."""
PRIVATE = "source"
"""The field that may be a path of the analyst's machine."""
MOTIVATIONS: dict[Pane, str] = {
    "articles": "describing",
    "quotes": "identifying",
    "positions": "classifying",
    "facts": "linking",
    "notes": "commenting",
    "people": "identifying",
}
SPEAKER_TYPES = {"organisation": "Organization", "country": "Organization", "group": "Organization"}


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write the collection, an annotation on each line."""
    name = selection.case_name, selection.query, *(part.pane for part in selection.parts)
    head = {"id": urn("collection", *name), "type": "AnnotationCollection", "label": selection.case_name}
    page = {"id": urn("page", *name), "type": "AnnotationPage", "partOf": head["id"], "startIndex": 0}
    stream.write(f'{{"@context": {dumps(CONTEXT)},\n{_opened(head)}, "generator": {dumps(PROGRAM)},\n')
    stream.write(f'"first": {{{_opened(page)}, "items": [')
    total = 0
    for total, each in enumerate(annotations_of(selection), 1):
        stream.write(("\n" if total == 1 else ",\n") + dumps(each))
    stream.write(f'\n]}},\n"total": {total}}}\n')


def annotations_of(selection: Selection) -> Iterator[Record]:
    """An annotation per row of every pane that is selected."""
    notes = (part for part in selection.parts if part.pane == "notes")
    noted = {row.value.target for part in notes for row in part.rows if row.value.span is None}
    return chain.from_iterable(_of_pane(part, noted) for part in selection.parts)


def _opened(head: Record) -> str:
    return dumps(head)[1:-1]


def _of_pane(part: Selection, noted: Collection[str]) -> Iterator[Record]:
    for row in part.ordered():
        found = record(row, part)
        bodies = [*BODIES.get(part.pane, _no_bodies)(found), *_marks(found, noted)]
        own = found.get("own") or part.pane == "notes"
        yield {
            "id": annotation_urn(row.id),
            "type": "Annotation",
            "motivation": MOTIVATIONS[part.pane],
            "creator": ANALYST if own else PROGRAM,
            "generator": PROGRAM,
            **({"created": found["written_at"]} if found.get("written_at") else {}),
            **({"body": bodies} if bodies else {}),
            "target": TARGETS[part.pane](row, found, part),
            **own_terms({name: value for name, value in found.items() if name not in SAID_BY_THE_STANDARD}),
        }


def annotation_urn(item_id: str) -> str:
    """What the annotation of something in the case is called; the first letter of its id says what it is."""
    return urn("annotation", item_id)


def own_terms(found: Record) -> Record:
    """What a record has, under terms of our own; what is empty is left out."""
    terms = {f"wb:{name}": _own_value(value) for name, value in found.items() if name != PRIVATE}
    return {name: value for name, value in terms.items() if not _is_empty(value)}


def _own_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_own_value(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end", "text"}:
        return {"exact": value["text"], "start": value["start"], "end": value["end"]}
    return own_terms(value)


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


def _text_body(purpose: str, value: str, **more: str) -> Record:
    return {"type": "TextualBody", "purpose": purpose, "value": value, **more}


def _comment(words: str) -> Record:
    return _text_body("commenting", words, format="text/plain")


def _marks(found: Record, noted: Collection[str]) -> Iterator[Record]:
    """Tags, star and note; not the note where it is an annotation by itself."""
    for tag in found["tags"]:
        yield _text_body("tagging", tag)
    if found["starred"]:
        yield _text_body("bookmarking", "starred")
    if found["note"] and found["id"] not in noted:
        yield _comment(found["note"])


def _classes(*names: str) -> Callable[[Record], Iterator[Record]]:
    def bodies(found: Record) -> Iterator[Record]:
        for name in names:
            if found[name]:
                yield _text_body("classifying", found[name], **{"wb:field": name})

    return bodies


def _quote_bodies(found: Record) -> Iterator[Record]:
    if found["as_told"]:
        yield _text_body("describing", found["as_told"])
    yield from _classes("kind")(found)
    for number, speaker in enumerate(found["speakers"], 1):
        yield _speaker_body(speaker, found["id"], number)


def _speaker_body(speaker: Record, quote_id: str, number: int) -> Record:
    """Who said it; who has no name is somebody else in every quote."""
    name, kind = speaker["name"], speaker["kind"]
    who = {
        "id": urn("speaker", kind, name.casefold()) if name else urn("speaker of", quote_id, number),
        "type": SPEAKER_TYPES.get(kind, "Person"),
        **({"name": name} if name else {}),
        **own_terms({each: speaker[each] for each in ("kind", "role", "country", "known_from")}),
    }
    mention = own_terms({"mention": speaker["mention"]})
    return {"type": "SpecificResource", "purpose": "identifying", "source": who, **mention}


def _fact_bodies(found: Record) -> Iterator[Record]:
    yield _text_body("describing", found["gist"])
    yield from _classes("kind")(found)


def _note_bodies(found: Record) -> Iterator[Record]:
    yield _comment(found["body"])


def _person_bodies(found: Record) -> Iterator[Record]:
    yield _text_body("identifying", found["name"])
    yield from _classes("kind")(found)


def _no_bodies(found: Record) -> Iterator[Record]:
    return iter(())


BODIES: dict[Pane, Callable[[Record], Iterator[Record]]] = {
    "quotes": _quote_bodies,
    "positions": _classes("holder", "issue", "stance"),
    "facts": _fact_bodies,
    "notes": _note_bodies,
    "people": _person_bodies,
}


def _article_target(row: Any, found: Record, part: Selection) -> Record:
    return target(row.id, row.head or NO_HEAD)


def _quote_target(row: Any, found: Record, part: Selection) -> list[Record] | Record:
    return _one_or_more([_passage(row.value.article_id, span, part) for span in row.value.spans])


def _position_target(row: Any, found: Record, part: Selection) -> Record:
    return _passage(row.value.article_id, row.value.evidence, part)


def _fact_target(row: Any, found: Record, part: Selection) -> list[Record] | Record:
    told = {(each["article_id"], each["start"], each["end"]): each for each in found["phrasings"]}
    return _one_or_more(
        [
            _passage(each.article_id, each.span, part, told[each.article_id, each.span.start, each.span.end])
            for each in part.ordered_phrasings(row.value)
        ]
    )


def _note_target(row: Any, found: Record, part: Selection) -> Record | str:
    """The passage, the article, or the annotation of what else the note is on."""
    if row.value.span and row.head:
        return _passage(row.head.id, row.value.span, part)
    if row.head and row.head.id == row.value.target:
        return target(row.head.id, row.head)
    return annotation_urn(row.value.target)


def _person_target(row: Any, found: Record, part: Selection) -> str:
    return urn("speaker", row.value.kind, row.value.name.casefold())


def _passage(article_id: str, span: Span, part: Selection, told: Record | None = None) -> Record:
    more = own_terms({name: told[name] for name in ("relation", "confidence", "credits")} if told else {})
    return passage(article_id, head_of(part.heads, article_id), span, part.texts.get(article_id, ""), **more)


def _one_or_more(targets: list[Record]) -> list[Record] | Record:
    return targets[0] if len(targets) == 1 else targets


TARGETS: dict[Pane, Callable[[Any, Record, Selection], Any]] = {
    "articles": _article_target,
    "quotes": _quote_target,
    "positions": _position_target,
    "facts": _fact_target,
    "notes": _note_target,
    "people": _person_target,
}
