"""Versions of one article: told by the address, numbered by date, the newest current."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model import Pane
from workbench.store.versions import page_address
from workbench.work import Case

TEXTS = {
    "first.txt": ("https://www.example.org/dam?utm_source=mail", "2024-05-01", "The dam will hold in any storm."),
    "second.txt": ("http://example.org/dam/#top", "2024-05-02", "The dam could hold in a storm."),
    "other.txt": ("https://example.org/toll", "2024-05-02", "The dam will hold in a storm, officials said."),
}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/a/?utm_medium=x&id=7#part", "example.org/a?id=7"),
        ("http://m.example.org/a?id=7&fbclid=9", "example.org/a?id=7"),
        ("HTTPS://Example.org/", ""),
        ("notes/a.txt", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_addresses_of_one_page_are_one(url: str, expected: str) -> None:
    assert page_address(url) == expected


@pytest.mark.parametrize("order", [list(TEXTS), list(TEXTS)[::-1]])
def test_the_newest_counts_and_the_older_is_kept(tmp_path: Path, order: list[str]) -> None:
    with Case.open(tmp_path / "x.db") as case:
        for name in order:
            url, day, text = TEXTS[name]
            (tmp_path / name).write_text(f"url: {url}\ndate: {day}\n\n{text}\n", encoding="utf-8")
            case.add([str(tmp_path / name)])
            case.analyse()
        [found] = case.versions()
        assert [(Path(h.source).name, h.version, h.superseded) for h in found] == [
            ("first.txt", 1, True),
            ("second.txt", 2, False),
        ]
        assert [row.id for row in case.search("articles", "is:superseded").rows] == [found[0].id]
        told = {p.article_id for row in case.search("facts").rows for p in row.value.phrasings}
        assert told
        assert found[0].id not in told
        assert [e.kind for e in case.edits(found[0].id, found[1].id)] == ["edited"]
        assert found[0].id not in {line.head.id for line in case.descent() if line.head}
        assert case.versions(found[1].id) == (found,)


PAGES = {
    "old.txt": ("https://example.org/troops", "2024-05-01", "France will send troops to Ukraine, the minister said."),
    "new.txt": (
        "https://example.org/troops/",
        "2024-05-02",
        "France rules out sending troops to Ukraine, he said.",
    ),
}


def made(folder: Path, pages: dict[str, tuple[str, str, str]]) -> Case:
    """A case of pages: address, day ("" if not known), text."""
    case = Case.open(folder / "x.db")
    for name, (url, day, text) in pages.items():
        dated = f"date: {day}\n" if day else ""
        (folder / name).write_text(f"url: {url}\n{dated}outlet: The Post\n\n{text}\n", encoding="utf-8")
        case.add([str(folder / name)])
    case.analyse()
    return case


@pytest.mark.parametrize("pane", ["positions", "quotes"])
def test_what_an_older_version_says_is_listed_where_it_is_asked_for(tmp_path: Path, pane: Pane) -> None:
    with made(tmp_path, PAGES) as case:
        [[older, newer]] = case.versions()
        said = {q: {r.head.id for r in case.search(pane, q).rows if r.head} for q in ("", "is:superseded", "troops")}
        assert said == {"": {newer.id}, "is:superseded": {older.id}, "troops": {newer.id}}
        assert {r.head.id for r in case.search(pane, f"article:{older.id}").rows if r.head} == {older.id}
        assert case.counts()[pane] == len(case.search(pane).rows)
        for field in ("kind", "speaker"):
            told = sum(facet.count for facet in case.facets() if facet.field == field)
            assert told == case.counts()["quotes"] == 1


def test_an_older_version_is_no_other_report(tmp_path: Path) -> None:
    with made(tmp_path, PAGES) as case:
        [cell] = case.matrix().cells.values()
        assert (cell.stances, cell.outlets, cell.independent) == (("ruled_out",), 1, 1)


def test_where_a_day_is_not_known_the_one_added_last_is_current(tmp_path: Path) -> None:
    pages = {name: (url, day * (name == "old.txt"), text) for name, (url, day, text) in PAGES.items()}
    with made(tmp_path, pages) as case:
        assert [[Path(h.source).name for h in found] for found in case.versions()] == [["old.txt", "new.txt"]]


def test_articles_with_the_address_of_their_site_are_no_versions(tmp_path: Path) -> None:
    pages = {name: ("https://example.org/", day, text) for name, (_, day, text) in PAGES.items()}
    with made(tmp_path, pages) as case:
        assert case.versions() == ()
