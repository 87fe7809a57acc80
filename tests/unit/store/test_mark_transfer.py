"""The analyst's marks when a newer version of an article comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.model import Span
from workbench.work import Case

FIRST = (
    "The harbour board of Norway closed two piers on Tuesday.\n\n"
    "“The piers will not hold another winter,” harbour chief Liv Dahl said.\n\n"
    "Norway opposes the Swedish toll plan.\n\nTwo tugs sank off the northern pier and five sailors drowned."
)
NEWER = FIRST.replace("The harbour board", "OSLO (Fjord) - The harbour board") + "\n\nThe tugs were built in 1960."
SHORTER = "The harbour board of Norway closed two piers on Tuesday.\n\nA new tug was christened."
OTHER = "Five sailors drowned when two tugs sank off the northern pier. Norway opposes the Swedish toll plan."


def put(folder: Path, name: str, text: str, outlet: str = "Fjord", day: int = 20) -> str:
    path = folder / f"{name}.md"
    head = f"title: Piers closed\noutlet: {outlet}\nurl: https://{outlet.lower()}.example/piers\ndate: 2025-08-{day}"
    path.write_text(f"---\n{head}\n---\n{text}\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.db") as made:
        made.add([put(tmp_path, "first", FIRST), put(tmp_path, "other", OTHER, "Post")])
        made.analyse()
        yield made


def only(case: Case, pane: str, query: str = "") -> str:
    [row] = case.search(pane, query).rows  # type: ignore[arg-type]
    return row.id


def come(case: Case, folder: Path, name: str, text: str, day: int) -> tuple[str, ...]:
    """A newer version; what is lost by it."""
    case.add([put(folder, name, text, day=day)])
    return tuple(lost.target for lost in case.analyse().lost)


def test_marks_lie_on_the_newest_version_and_undo_follows(case: Case, tmp_path: Path) -> None:
    quote, position = only(case, "quotes", "winter"), only(case, "positions", "outlet:fjord")
    fact = next(row.id for row in case.search("facts").rows if "tugs" in row.value.gist)
    case.tag([quote, position, fact], "key")
    case.star([quote])
    case.note(quote, "check the winter")
    case.edit(position, "stance", "ruled_out")
    case.edit(quote, "speakers", [{"name": "Liv Dahl", "kind": "person", "role": "", "country": "NOR"}])
    assert come(case, tmp_path, "second", NEWER, 21) == ()
    assert come(case, tmp_path, "third", NEWER + " More will follow.", 22) == ()
    new = only(case, "quotes", "tag:key")
    assert new != quote
    assert case.quote(new).value.text == "The piers will not hold another winter"
    assert case.quote(new).marks.note == "check the winter"
    assert case.quote(new).value.speakers[0].country == "NOR"
    assert only(case, "quotes", "is:starred") == only(case, "quotes", "note:winter") == new
    stated = case.position(only(case, "positions", "tag:key")).value
    assert (stated.stance, stated.evidence.of(case.article(stated.article_id).value.text)) == (
        "ruled_out",
        "Norway opposes the Swedish toll plan.",
    )
    assert "tugs" in case.fact(only(case, "facts", "tag:key")).value.gist
    for _ in range(5):
        case.undo()
    assert not case.search("quotes", "tag:key").rows
    for _ in range(5):
        case.redo()
    assert only(case, "quotes", "tag:key") == only(case, "quotes", "is:starred") == new
    assert case.check() == ()


def test_what_the_newest_does_not_have_keeps_its_marks_and_is_listed(case: Case, tmp_path: Path) -> None:
    quote = only(case, "quotes", "winter")
    case.tag([quote], "key")
    assert come(case, tmp_path, "second", SHORTER, 21) == (quote,)
    assert only(case, "quotes", "tag:key") == quote
    assert not case.search("quotes", "winter").rows
    come(case, tmp_path, "third", NEWER, 22)
    new = only(case, "quotes", "tag:key")
    assert new != quote
    assert case.quote(new).head.version == 3  # type: ignore[union-attr]


def test_marks_on_the_article_and_its_passages(case: Case, tmp_path: Path) -> None:
    old = only(case, "articles", "outlet:fjord")
    at = FIRST.index("Two tugs sank")
    case.tag([old], "port")
    case.edit(old, "outlet", "Fjord Courier")
    case.edit(old, "published_on", "2025-08-19")
    case.note(old, "how many?", Span(at, at + len("Two tugs sank")))
    assert come(case, tmp_path, "second", NEWER, 21) == ()
    new = only(case, "articles", "tag:port")
    assert new != old
    assert (case.article(new).value.outlet, case.article(old).value.outlet) == ("Fjord Courier", "Fjord")
    assert (case.article(new).value.published_on, case.article(old).value.published_on) == ("2025-08-21", "2025-08-19")
    [note] = case.search("notes").rows
    assert note.value.target == new
    assert note.value.span.of(NEWER) == "Two tugs sank"
    case.undo()
    case.redo()
    assert [row.value.span.of(NEWER) for row in case.search("notes").rows] == ["Two tugs sank"]
    assert come(case, tmp_path, "third", SHORTER, 22) == (new,)
    assert [row.value.target for row in case.search("notes").rows] == [new]


def test_quotes_of_the_analysts_own_and_ties(case: Case, tmp_path: Path) -> None:
    old = only(case, "articles", "outlet:fjord")
    at = FIRST.index("five sailors drowned")
    made = case.make_quote(old, Span(at, at + len("five sailors drowned")), "indirect", [{"name": "Liv Dahl"}])
    case.tag([made], "mine")
    facts = {row.value.gist: row.id for row in case.search("facts").rows}
    assert len(facts) >= 2
    merged = case.merge(list(facts.values())[:2])
    size = len(case.fact(merged).value.phrasings)
    assert come(case, tmp_path, "second", NEWER, 21) == ()
    row = case.quote(only(case, "quotes", "tag:mine"))
    assert (row.id != made, row.value.text, row.value.own) == (True, "five sailors drowned", True)
    assert row.value.spans[0].of(NEWER) == "five sailors drowned"
    assert any(len(found.value.phrasings) >= size for found in case.search("facts").rows)
    for _ in range(3):
        case.undo()
    assert not case.search("quotes", "tag:mine").rows
    assert not [found for found in case.search("quotes").rows if found.value.own]
    assert len(case.search("facts").rows) >= 2
