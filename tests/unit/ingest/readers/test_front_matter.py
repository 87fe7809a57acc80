"""Front matter states fields, and what is none stays in the text."""

from __future__ import annotations

import pytest

from tests.unit.ingest.readers.documents import (
    FRONT,
    markdown_document,
    read_document,
)
from tests.unit.ingest.texts import BODY
from workbench.model import Document


def test_front_matter() -> None:
    found = read_document(
        markdown_document(FRONT.format("A lamp: lit").replace("A lamp: lit", '"A lamp: lit"') + f"\n{BODY}\n")
    )
    assert (found.title, found.outlet, found.published_on) == ("A lamp: lit", "The Elm Courier", "2025-03-04")
    assert (found.byline, found.url, found.text) == ("Mara Voss, Tom Reed", "https://elm.example/a", BODY)


@pytest.mark.parametrize(
    "block",
    [
        "title: [unclosed",
        "title: {a: b",
        "- just\n- a list",
        "!!python/object/apply:os.system ['true']",
        "\t- x",
        "a: &a [*b]",
        "date: 2025-13-45",
        "? [a]\n: b\n: c",
    ],
)
def test_broken_front_matter_loses_nothing(block: str) -> None:
    assert BODY in read_document(markdown_document(f"---\n{block}\n---\n\n{BODY}")).text


def test_front_matter_that_yaml_refuses_is_read_line_by_line() -> None:
    found = read_document(markdown_document(f"---\ntitle: Elm: a 'lamp'\ntags:\ndate: 2025-03-04\n---\n\n{BODY}"))
    assert (found.title, found.published_on, found.text) == ("Elm: a 'lamp", "2025-03-04", BODY)


def test_front_matter_of_odd_types_states_nothing() -> None:
    found = read_document(
        markdown_document(
            f"---\ntitle: [1, {{a: b}}]\noutlet: 5\ndate: true\nauthor: null\nurl: javascript:x\n---\n{BODY}"
        )
    )
    assert (found.title, found.outlet, found.published_on, found.byline, found.url) == ("", "", "", "", "")


def test_control_characters_in_stated_values_go() -> None:
    found = read_document(markdown_document(f'---\ntitle: "A \\e[31mlamp\\0 \\n lit"\n---\n{BODY}'))
    assert found.title == "A [31mlamp lit"


def test_front_matter_of_a_web_clipper() -> None:
    authors = 'author:\n  - "[[Mara Voss]]"\n  - "[[people/Tom Reed|Tom Reed]]"'
    rest = 'source: "https://elm.example/a"\npublished: 2025-03-04\ncreated: 2025-03-09'
    block = f'---\ntitle: "A lamp"\n{authors}\n{rest}\n---\n'
    found = read_document(markdown_document(block + BODY))
    assert (found.byline, found.url, found.published_on) == (
        "Mara Voss, Tom Reed",
        "https://elm.example/a",
        "2025-03-04",
    )
    assert (found.outlet, found.text) == ("", BODY)


def test_front_matter_between_plus_signs() -> None:
    block = '+++\ntitle = "A lamp"\ndate = 2025-03-04T10:00:00Z\nauthors = ["Mara Voss"]\n[extra]\nx = 1\n+++\n'
    for media_type in ("text/markdown", "text/plain"):
        found = read_document(Document("a.md", (block + BODY).encode(), media_type, "utf-8"))
        assert (found.title, found.published_on, found.byline) == ("A lamp", "2025-03-04", "Mara Voss")
        assert found.text == BODY


@pytest.mark.parametrize("block", ["title = ", "x", "a = 1\na = 2", "[[[", ""])
def test_broken_toml_loses_nothing(block: str) -> None:
    assert BODY in read_document(markdown_document(f"+++\n{block}\n+++\n\n{BODY}")).text
