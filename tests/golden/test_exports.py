"""Each format writes the sample case exactly as the files in `exports/` have it.

After a change that is meant, `python -m tests.golden` writes them anew: read the difference before you keep it.
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Literal

import pytest
from lxml import html

from tests.golden.sample import ROWS, selection, whole_case
from workbench.export.formats import CITED, FORMATS
from workbench.model import Pane

FOLDER = Path(__file__).parent / "exports"
What = Pane | Literal["case"]
CASES: list[tuple[str, What]] = [
    (name, what)
    for name, each in FORMATS.items()
    if each.form == "text"
    for what in (("case",) if each.together else each.panes[:1] if each.panes == CITED else each.panes)
]


def written(name: str, what: What) -> str:
    """The sample's pane, or all of it, in a format of text."""
    stream = StringIO(newline="")
    FORMATS[name].write(whole_case() if what == "case" else selection(what), stream)
    return stream.getvalue()


def golden(name: str, what: What) -> Path:
    """Where the expected output is kept."""
    several = name in ("markdown", "csv", "jsonl", "json", "text")
    stem = what if several else name.partition("-")[0]
    return FOLDER / (stem + FORMATS[name].extension)


@pytest.mark.parametrize(("name", "what"), CASES)
def test_matches_the_golden_file(name: str, what: What) -> None:
    assert written(name, what) == golden(name, what).read_bytes().decode()


@pytest.mark.parametrize(("name", "what"), CASES)
def test_order_of_the_rows_given_does_not_matter(name: str, what: What, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(name, what)
    for pane, rows in ROWS.items():
        monkeypatch.setitem(ROWS, pane, rows[::-1])

    assert written(name, what) == before


def test_a_brief_in_html_is_read_by_a_browsers_parser_and_runs_nothing() -> None:
    page = html.document_fromstring(written("brief-html", "positions"))
    assert not page.xpath("//script | //img | //iframe | //@onclick | //@src")
    targets = {f"#{id}" for id in page.xpath("//@id")}
    links = [link for link in page.xpath("//a/@href") if link.startswith("#")]
    assert links
    assert set(links) <= targets
    evidence = [note.text_content() for note in page.xpath("//ol[@class='notes']/li/q")]
    assert "=Arland may be open to a fighter ban, *reportedly*." in evidence
