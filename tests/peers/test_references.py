"""References as citation processors and reference managers read them."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import bibtexparser
import pypandoc
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from tests.golden.sample import POST, WIRE, selection
from workbench.export.formats import FORMATS
from workbench.export.references import Author, authors, citation_key, references
from workbench.export.selection import Selection
from workbench.model import Article
from workbench.views import Head, Marks, Row

pytestmark = pytest.mark.peers
HARD = [
    "Macron Says France Will Not Send Troops to Ukraine",
    "50% & more_than {half} of $5 #tags ~ ^ \\ done",
    "A pair of {braces} and {another}",
    'Le "non" du 8 août: ça, c’est l’Élysée — 𠮷野家 é',
    "@elysee wrote: TY - NEWS",
]


def articles(titles: list[str], byline: str = "Ann van der Poe and Reuters") -> Selection:
    """Articles of these titles, one a day."""
    rows: list[Row[Any]] = []
    for day, title in enumerate(titles, 1):
        address = "https://post.example/a_{b}?q=x y&%41=1#top"
        value = Article(f"{day:064x}", f"{day}.txt", "Text.", title, "Le Monde & Co", byline, f"2025-08-{day:02}", "en",
                        url=address)  # fmt: skip
        rows.append(Row(value.id, value, Head(value.id, value.source, title, value.outlet, value.published_on),
                        Marks(tags=("no, really", "eu/{x}"), note="See p. 3.\nER  - ")))  # fmt: skip
    return Selection("articles", rows, {}, added_on={row.id: "2025-09-01T10:00:00Z" for row in rows})


def written(name: str, of: Selection, **options: str) -> str:
    """The selection in a format."""
    stream = StringIO(newline="")
    FORMATS[name].write(of, stream, options)
    return stream.getvalue()


def pandoc(text: str, source: str, to: str, *more: str) -> str:
    """What the packaged pandoc makes of a text; it may warn of nothing."""
    command = [pypandoc.get_pandoc_path(), "-f", source, "-t", to, *more]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize(("name", "source"), [("bibtex", "biblatex"), ("csl", "csljson"), ("ris", "ris")])
def test_pandoc_reads_titles_names_and_days(name: str, source: str) -> None:
    found = json.loads(pandoc(written(name, articles(HARD)), source, "csljson"))

    titles = [re.sub(r"</?span[^>]*>", "", each["title"]) for each in found]
    assert [re.sub("[“”]", '"', title) for title in titles] == HARD
    for day, each in enumerate(found, 1):
        assert each["type"] == "article-newspaper"
        assert each["container-title"] == "Le Monde & Co"
        assert each["issued"]["date-parts"] == [[2025, 8, day]]
        person, agency = each["author"]
        assert "Poe" in person["family"] + person.get("literal", "")
        assert "Reuters" in (agency.get("literal") or agency["family"])
        assert each["URL"].startswith("https://post.example/a_")


def test_bibtexparser_reads_every_entry_whole() -> None:
    for dialect in ("biblatex", "bibtex"):
        library = bibtexparser.parse_string(written("bibtex", articles(HARD), dialect=dialect))
        assert not library.failed_blocks
        assert len(library.entries) == len(HARD)
        first = library.entries[0].fields_dict
        assert first["title"].value == f"{{{HARD[0]}}}"
        assert first["entrysubtype"].value == "newspaper"
        assert (first["date"].value == "2025-08-01") if dialect == "biblatex" else (first["month"].value == "aug")


def test_braces_that_are_not_in_pairs_end_no_entry() -> None:
    library = bibtexparser.parse_string(written("bibtex", articles(["} a", "b {", "}{", "c"])))
    assert not library.failed_blocks
    assert [entry.fields_dict["date"].value for entry in library.entries] == [f"2025-08-0{day}" for day in (1, 2, 3, 4)]


def test_rispy_reads_every_record() -> None:
    found = rispy.loads(written("ris", articles(HARD)))

    assert [each["title"] for each in found] == HARD
    assert found[0]["type_of_reference"] == "NEWS"
    assert found[0]["authors"] == ["van der Poe, Ann", "Reuters"]
    assert found[0]["keywords"] == ["no, really", "eu/{x}"]
    assert found[0]["notes"] == ["See p. 3. ER -"]


def test_pandoc_fills_in_the_keys_of_the_markdown() -> None:
    text = written("markdown", selection("quotes"), cite="pandoc")
    keys = set(re.findall(r"\[@\{([^}]+)\}\]", text))
    plain = pandoc(text, "markdown", "plain", "--citeproc", "--wrap=none")

    assert keys == {each.key for each in references(selection("quotes"))}
    assert "Chiefs Meet [Again]" in plain  # Chicago's capitals
    assert "=SUM(A1) and More" in plain
    assert "???" not in plain
    assert "?)" not in plain


def test_debian_s_pandoc_reads_the_same(tmp_path: Path) -> None:
    import shutil

    older = shutil.which("pandoc")
    if older is None:
        pytest.skip("no pandoc in the system")
    (tmp_path / "a.md").write_text(written("markdown", selection("quotes"), cite="pandoc"), encoding="utf-8")
    command = [older, "--citeproc", "-t", "plain", "--wrap=none", str(tmp_path / "a.md")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b""
    assert "=SUM(A1) and More" in done.stdout.decode()


@pytest.mark.filterwarnings("ignore::UserWarning")  # of the style about fields that it does not know
def test_citeproc_makes_a_bibliography_of_them() -> None:
    items = json.loads(written("csl", articles(HARD)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for each in items:
        bibliography.register(Citation([CitationItem(each["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]

    assert len(lines) == len(HARD)
    assert all(title in line for title, line in zip(HARD, lines, strict=True))
    assert "van der Poe" in lines[0]
    assert "Reuters" in lines[0]


def test_each_article_is_cited_once_whatever_the_rows() -> None:
    found = [each.id for each in references(selection("facts"))]
    assert {WIRE.id, POST.id} <= set(found)
    assert len(found) == len(set(found))


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(articles(["x"]).rows[0].value, byline="", published_on="", outlet="", url="", language="")
    only = Selection("articles", [Row(bare.id, bare, None, Marks())], {})

    assert set(json.loads(written("csl", only))[0]) == {"id", "type", "title"}
    assert written("csl", Selection("articles", [], {})) == "[]\n"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Poe", [Author("Poe", "Ann")]),
        ("Ann M. Poe and Bo Li, Reuters", [Author("Poe", "Ann M."), Author("Li", "Bo"), Author("Reuters")]),
        ("Ursula von der Leyen", [Author("von der Leyen", "Ursula")]),
        ("BBC News", [Author("BBC News")]),
        ("Staff of the Harbour Post", [Author("Staff of the Harbour Post")]),
        ("Madonna", [Author("Madonna")]),
        ("", []),
    ],
)  # fmt: skip
def test_names_of_a_byline(byline: str, names: list[Author]) -> None:
    assert list(authors(byline)) == names


def test_keys_are_plain_and_stable() -> None:
    assert citation_key("A12ab", "Łódź & Co -- Post", "2025-08-01") == "lodz-co-post-2025-a12ab"
    assert citation_key("A12ab", "新华社", "") == "undated-a12ab"
