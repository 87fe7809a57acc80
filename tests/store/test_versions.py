"""Versions of one article: told by the address, numbered by date, the newest current."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.store.versions import address
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
        ("HTTPS://Example.org", "example.org"),
        ("notes/a.txt", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_addresses_of_one_page_are_one(url: str, expected: str) -> None:
    assert address(url) == expected


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
