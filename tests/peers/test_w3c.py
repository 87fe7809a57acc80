"""A JSON-LD processor reads the annotations: every term means something, and every passage is found in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from pyld import jsonld

from tests.golden.sample import HEADS, TEXTS, row, whole_case
from workbench.export.selection import Selection
from workbench.export.w3c import STANDARD, write
from workbench.model import Quote, Span

pytestmark = pytest.mark.peers

OA, AS, DC, FOAF, RDF, XSD, OWN = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/terms/",
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2001/XMLSchema#",
    "urn:analyst-workbench:",
)


def link(to: str, kind: str = "@id") -> dict[str, str]:
    return {"@id": to, "@type": kind}


COUNT = XSD + "nonNegativeInteger"
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: OA + name for name in ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
                                    "TextPositionSelector", "exact", "prefix", "suffix", "tagging", "commenting",
                                    "bookmarking", "describing", "classifying", "identifying", "linking")},
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "Software": AS + "Application",
    "Person": FOAF + "Person",
    "Organization": FOAF + "Organization",
    "name": FOAF + "name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": RDF + "value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "body": link(OA + "hasBody"),
    "target": link(OA + "hasTarget"),
    "source": link(OA + "hasSource"),
    "selector": link(OA + "hasSelector"),
    "via": link(OA + "via"),
    "creator": link(DC + "creator"),
    "generator": link(AS + "generator"),
    "first": link(AS + "first"),
    "partOf": link(AS + "partOf"),
    "items": {**link(AS + "items"), "@container": "@list"},
    "motivation": link(OA + "motivatedBy", "@vocab"),
    "purpose": link(OA + "hasPurpose", "@vocab"),
    "created": link(DC + "created", XSD + "dateTime"),
    "start": link(OA + "start", COUNT),
    "end": link(OA + "end", COUNT),
    "total": link(AS + "totalItems", COUNT),
    "startIndex": link(AS + "startIndex", COUNT),
}  # fmt: skip
"""The terms of the standard's context that we use, as its vocabulary defines them; a loader gives them for its URL."""


def load(url: str, options: Any) -> dict[str, Any]:
    assert url == STANDARD
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
        "contentType": "application/ld+json",
    }


def expanded(what: Selection) -> tuple[dict[str, Any], dict[str, Any]]:
    """The export as JSON, and as the processor understands it."""
    stream = StringIO()
    write(what, stream)
    plain = json.loads(stream.getvalue())
    (found,) = jsonld.expand(plain, {"documentLoader": load, "base": "https://base.example/"})
    return plain, found


def values(node: Any, wanted: str) -> Iterator[Any]:
    """All that stands under an address, however deep."""
    if isinstance(node, list):
        for each in node:
            yield from values(each, wanted)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == wanted:
                yield from value
            yield from values(value, wanted)


def names(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(names, node))
    return set(node).union(*map(names, node.values())) if isinstance(node, dict) else set()


def test_nothing_is_dropped_and_nothing_becomes_an_address_by_mistake() -> None:
    plain, found = expanded(whole_case())

    kept = {name.removeprefix(OWN) for name in names(found) if name.startswith(OWN)}
    assert kept == {name.removeprefix("wb:") for name in names(plain) - names(plain["@context"]) if ":" in name}
    assert {"cue", "sentence", "confidence", "edited", "country", "role", "known_from", "differences"} <= kept
    assert not [each for each in values(found, "@id") if str(each).startswith("https://base.example/")]
    creators = [each["@value"] for who in values(found, DC + "creator") for each in who[FOAF + "name"]]
    assert set(creators) == {"Analyst", "Analyst Workbench"}
    (total,) = found[AS + "totalItems"]
    assert total["@value"] == len(next(values(found, AS + "items"))["@list"])


def test_every_selector_selects_the_words_it_names() -> None:
    plain, _ = expanded(whole_case())
    texts = {each["id"]: TEXTS[each["wb:id"]] for each in articles(plain)}
    checked = 0
    for target in targets(plain):
        words, place = target["selector"]
        text = texts[target["wb:article"]["id"]]
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text.find(around) + len(words["prefix"]) == place["start"]
        checked += 1
    assert checked == 10


def articles(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "wb:article" in node:
            yield node["wb:article"]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from articles(each)


def targets(plain: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in plain["first"]["items"]:
        found = each["target"] if isinstance(each["target"], list) else [each["target"]]
        yield from (target for target in found if isinstance(target, dict) and "selector" in target)


@pytest.mark.parametrize(
    "before", ["𠮷野家 🇫🇷 ", "Cafe\u0301 n\u0303o ", "大臣は「", "a\r\nb ", "\ufeff", "</script><b>\u202e ", "\ud83d "]
)
def test_hostile_texts_are_read_back_with_their_offsets(before: str) -> None:
    text = before + "We agree." + " x" * 20_000
    start, article_id = len(before), "A0000000009"
    quote = Quote(article_id, "direct", (Span(start, start + 9 + 40_000),), text[start:])
    each = replace(row(quote, None), head=replace(next(iter(HEADS.values())), id=article_id, title=before))
    plain, _ = expanded(Selection("quotes", (each,), {article_id: text}, before))

    (target,) = targets(plain)
    words, place = target["selector"]
    assert text[place["start"] : place["end"]] == words["exact"]
    assert len(words["exact"]) == 40_009
