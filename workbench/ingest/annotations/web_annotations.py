"""W3C Web Annotations (JSON-LD), ours and others': a single one, an array, a page or a collection; and exports of
Hypothesis, which are older than the standard's form.

Annotations of ours say in terms of our own (`wb:`) what the standard has no word for; they become records of ours. Of
others, tags are tags, comments are notes, and what is selected is a passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.ingest.annotations import records
from workbench.ingest.annotations.bounded_files import MOST_JSON, parse_json, read_bytes, refused
from workbench.model.imported_marks import ImportedMark, MarksFile, StatedArticle, StatedPassage, Unplaced

Json = Mapping[str, Any]
OURS = "wb:"
TAGS = frozenset(("tagging", "classifying", "oa:tagging", "oa:classifying"))
UNSELECTED = "it selects nothing that has words"
NOTHING_SAID = "it has neither a tag nor words"
NO_ANNOTATION = "it is no annotation"
MOST_PAGES = 1_000


def read(path: Path) -> MarksFile:
    """The marks in a file of annotations."""
    text = read_bytes(path, MOST_JSON).decode("utf-8-sig", "replace")
    found = list(_annotations(parse_json(text, path.name)))
    if not any(_looks_like_one(each) for each in found):
        raise refused(path.name, "It has no annotations.", "Records of the workbench are read as .jsonl, one a line.")
    marks: list[ImportedMark] = []
    unplaced: list[Unplaced] = []
    for number, each in enumerate(found, 1):
        where = f"annotation {number}"
        mark = mark_of(each, where) if isinstance(each, Mapping) else NO_ANNOTATION
        if isinstance(mark, str):
            unplaced.append(Unplaced(where, mark))
        elif mark.pane == "" or records.says_something(mark):
            marks.append(mark)
    return MarksFile(path.name, "web annotations", tuple(marks), tuple(unplaced))


def _annotations(value: Any) -> Iterator[Any]:
    """The annotations of a document: of an array, of pages, of a collection, of what Hypothesis calls rows."""
    waiting = [value]
    for _ in range(MOST_PAGES):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, list):
            yield from found
            continue
        if not isinstance(found, Mapping):
            continue
        inside = [
            found[name] for name in ("items", "annotations", "rows", "@graph") if isinstance(found.get(name), list)
        ]
        pages = [found[name] for name in ("first", "next") if isinstance(found.get(name), Mapping | list)]
        if inside or pages or "AnnotationCollection" in _types(found):
            waiting += [*inside, *pages]
        else:
            yield found


def _looks_like_one(value: Any) -> bool:
    return isinstance(value, Mapping) and ("Annotation" in _types(value) or bool({"target", "uri"} & value.keys()))


def _types(value: Json) -> list[str]:
    types = value.get("type", value.get("@type"))
    return [each.rpartition(":")[2] for each in _several(types) if isinstance(each, str)]


def mark_of(annotation: Json, where: str) -> ImportedMark | str:
    """What an annotation says; or why it says nothing."""
    if not _looks_like_one(annotation):
        return NO_ANNOTATION
    if records.ID.fullmatch(str(annotation.get(OURS + "id"))):
        return records.mark_of(_our_record(annotation), where, "annotation") or NO_ANNOTATION
    targets = _several(annotation.get("target")) or _several(annotation.get("uri"))
    passages = tuple(passage for each in targets if (passage := _passage(each)))
    article = next(filter(None, map(_article, targets)), StatedArticle())
    if isinstance(annotation.get("uri"), str):  # Hypothesis says once what it is of
        article = StatedArticle(url=annotation["uri"], source=annotation["uri"], title=_title(annotation))
    tags, notes = _said(annotation)
    if not tags and not notes and not passages:
        return NOTHING_SAID
    if not passages and any(_selectors(each) for each in targets):
        return UNSELECTED
    pane: Any = "" if passages else "articles"
    id = "" if passages else article.id
    return ImportedMark(
        where, "annotation", pane, id, article, passages, tuple(dict.fromkeys(tags)), False, tuple(notes)
    )


# What it says


def _said(annotation: Json) -> tuple[list[str], list[str]]:
    """Tags and notes."""
    tags = [each.strip() for each in _several(annotation.get("tags")) if isinstance(each, str) and each.strip()]
    notes = [annotation["text"]] if isinstance(annotation.get("text"), str) else []
    notes += [each for each in _several(annotation.get("bodyValue")) if isinstance(each, str)]
    motives = _names(annotation.get("motivation"))
    bodies = _several(annotation.get("body"))
    for body in bodies:
        value = _value(body)
        purposes = _names(body.get("purpose")) if isinstance(body, Mapping) else frozenset()
        if value and (purposes or (motives if len(bodies) == 1 else set())) & TAGS:
            tags.append(value)
        elif value and "highlighting" not in purposes:
            notes.append(value)
    return tags, [note for note in notes if note.strip()]


def _names(value: Any) -> frozenset[str]:
    return frozenset(each for each in _several(value) if isinstance(each, str))


def _value(body: Any) -> str:
    """The words of a body; of one that is elsewhere its address."""
    if isinstance(body, str):
        return body
    if not isinstance(body, Mapping):
        return ""
    for name in ("value", "chars", "rdf:value", "cnt:chars"):
        if isinstance(body.get(name), str):
            return str(body[name]).strip()
    items = [_value(each) for each in _several(body.get("items"))]
    return items[0] if items else _address(body.get("source", body.get("id")))


# What it is of


def _article(target: Any) -> StatedArticle | None:
    if isinstance(target, str):
        return StatedArticle(url=target, source=target)
    if not isinstance(target, Mapping):
        return None
    source = target.get("source", target.get("id", target.get("@id")))
    address = _address(source)
    title = source.get("title", "") if isinstance(source, Mapping) else ""
    return StatedArticle(url=address, source=address, title=title if isinstance(title, str) else "")


def _address(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def _title(annotation: Json) -> str:
    document = annotation.get("document")
    titles = _several(document.get("title")) if isinstance(document, Mapping) else []
    return next((each for each in titles if isinstance(each, str)), "")


def _passage(target: Any) -> StatedPassage | None:
    """What a target selects by its words; a place without words comes as such, to be told."""
    quote: Json = {}
    place: Json = {}
    for each in _selectors(target):
        if "TextQuoteSelector" in _types(each):
            quote = quote or each
        elif "TextPositionSelector" in _types(each):
            place = place or each
    if not quote and not place:
        return None
    numbers = (place.get("start"), place.get("end"))
    start, end = (each if isinstance(each, int) and each >= 0 else None for each in numbers)
    words, before, after = (str(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    return StatedPassage(words, before, after, start, end)


def _selectors(target: Any) -> list[Json]:
    """The selectors of a target, and those that refine them."""
    waiting = list(_several(target.get("selector"))) if isinstance(target, Mapping) else []
    found: list[Json] = []
    while waiting and len(found) < 100:
        each = waiting.pop(0)
        if isinstance(each, Mapping):
            found.append(each)
            waiting += [*_several(each.get("refinedBy")), *(_several(each.get("items")))]
    return found


def _several(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else [value]


# Ours


def _our_record(annotation: Json) -> dict[str, Any]:
    """An annotation of ours as the record that it was made of."""
    record = _plain(annotation)
    targets = [each for each in _several(annotation.get("target")) if isinstance(each, Mapping)]
    pane = records.pane_of(record)
    record |= {"tags": [], "starred": False, "speakers": [], "written_at": annotation.get("created", "")}
    for body in _several(annotation.get("body")):
        if isinstance(body, Mapping):
            _add_body(record, body, pane == "notes")
    spans = [_span(each) for each in targets if _selectors(each)]
    if pane == "facts":
        record["phrasings"] = [{**span, **_our_article(each)} for span, each in zip(spans, targets, strict=False)]
    elif pane == "positions":
        record["evidence"] = spans[0] if spans else None
    elif pane == "notes":
        record["span"] = spans[0] if spans else None
        record.setdefault("target", "")
    record["spans"] = spans
    return {**(_our_article(targets[0]) if targets else {}), **record}


def _plain(value: Json) -> dict[str, Any]:
    """The terms of our own by their names."""
    return {name.removeprefix(OURS): _unwrapped(each) for name, each in value.items() if name.startswith(OURS)}


def _unwrapped(value: Any) -> Any:
    if isinstance(value, list):
        return [_unwrapped(each) for each in value]
    if not isinstance(value, Mapping):
        return value
    if "exact" in value:
        return {"start": value.get("start"), "end": value.get("end"), "text": value["exact"]}
    return _plain(value)


def _add_body(record: dict[str, Any], body: Json, is_note: bool) -> None:
    purpose, value = body.get("purpose"), _value(body)
    if purpose == "tagging":
        record["tags"].append(value)
    elif purpose == "bookmarking":
        record["starred"] = True
    elif purpose == "commenting":
        record["body" if is_note else "note"] = body.get("value")
    elif purpose == "classifying" and isinstance(body.get(OURS + "field"), str):
        record[body[OURS + "field"]] = value
    elif purpose == "describing":
        record["gist"] = value
    elif purpose == "identifying" and isinstance(body.get("source"), Mapping):
        who = body["source"]
        record["speakers"].append({"role": "", "country": "", **_plain(who), "name": who.get("name", "")})
    elif purpose == "identifying":
        record["name"] = value


def _span(target: Any) -> dict[str, Any]:
    found = _passage(target)
    return {"text": found.words, "start": found.start, "end": found.end} if found else {}


def _our_article(target: Json) -> dict[str, Any]:
    told = target.get(OURS + "article")
    told = _plain(told) if isinstance(told, Mapping) else {}
    source = _address(target.get("source"))
    url = source if source.startswith("http") else ""
    fields = {name: told.get(name, "") for name in ("title", "outlet", "published_on")}
    return {**fields, "article_id": told.get("id", ""), "url": url}
