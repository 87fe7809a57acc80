"""The PDF as pypdfium2 reads it, and what is said where it cannot be made."""

from __future__ import annotations

import builtins
import ctypes
import importlib
import logging
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.golden.sample import QUOTES, selection, whole_case
from tests.unit.export.hostile import EVIL, hostile_case
from workbench.errors import MissingPackage, Stopped, UsageError
from workbench.export.formats import FORMATS
from workbench.export.selection import Selection

try:
    importlib.import_module("workbench.export.pdf")
except (ImportError, MissingPackage) as missing:
    pytest.skip(str(missing), allow_module_level=True)
pytestmark = pytest.mark.peers


def written(what: Selection) -> bytes:
    """The PDF of a selection."""
    stream = BytesIO()
    FORMATS["pdf"].write(what, stream)
    return stream.getvalue()


def text_of(pages: Any) -> str:
    """All words, on one line."""
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def links_of(data: bytes) -> set[str]:
    """The addresses that links lead to."""
    found = set()
    document = pypdfium2.PdfDocument(data)
    for page in document:
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page, at, link):
            name = ctypes.create_string_buffer(500)
            pdfium.FPDFAction_GetURIPath(document, pdfium.FPDFLink_GetAction(link), name, 500)
            found.add(name.value.decode())
    return found - {""}


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(whole_case())


def test_it_has_all_words_and_the_evidence_beneath(data: bytes) -> None:
    pages = pypdfium2.PdfDocument(data)
    text = text_of(pages)
    for words in (
        "We will not send troops,", "supports", "2 outlets, 1 source", "condition “the fighting stops”",
        "characters 46–60, 61–71", "cue “said”", "corrected by hand: speakers", "#key", "Check the *date*",
        "<script>alert(1)</script>", "country presumed", "credits Coastal Wire", f"1 / {len(pages)}",
    ):  # fmt: skip
        assert words in text, words


def test_it_has_contents_a_title_and_links(data: bytes) -> None:
    pages = pypdfium2.PdfDocument(data)
    assert pages.get_metadata_value("Title") == 'Talks: "August"'
    sections = [each.get_title() for each in pages.get_toc() if each.level == 0]
    assert sections[:3] == ["Where countries stand", "Positions 2", "How outlets tell it 1"]
    assert links_of(data) == {"https://post.example/a"}
    assert pdfium.FPDF_GetFormType(pages) == pdfium.FORMTYPE_NONE


def test_the_same_rows_give_the_same_bytes(data: bytes) -> None:
    assert written(whole_case()) == data


def test_hostile_words_are_words_and_nothing_is_fetched(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "weasyprint"):
        data = written(hostile_case())
    assert "<script>window.hacked=1</script>" in text_of(pypdfium2.PdfDocument(data))
    assert not links_of(data)
    assert b"/JavaScript" not in data
    assert EVIL not in caplog.text


def test_words_without_an_end_get_places_to_break_and_marks_of_html_stay_whole() -> None:
    from workbench.export.pdf import breakable

    word = "x" * 250
    assert breakable(f"<p>{word} short</p>") == f"<p>{word[:100]}<wbr>{word[:100]}<wbr>{word[:50]} short</p>"
    assert breakable(f'<a href="{word}">{"&amp;" * 101}</a>') == f'<a href="{word}">{"&amp;" * 100}<wbr>&amp;</a>'
    assert breakable(f"<p>{word[:100]}</p>") == f"<p>{word[:100]}</p>"


def test_whatever_might_be_asked_for_is_refused() -> None:
    from workbench.export import pdf

    for address in ("https://elsewhere.example/a.png", "file:///etc/hostname", "data:text/plain,x"):
        with pytest.raises(ValueError, match="is not fetched"):
            pdf._refuse(address)


def test_it_is_stopped_between_pages() -> None:
    asked: list[int] = []

    def stop() -> None:
        asked.append(1)
        if len(asked) > 4:
            raise Stopped("The export was stopped.")

    with pytest.raises(Stopped):
        written(replace(selection("quotes"), on_row=stop))
    assert len(asked) == 5
    assert not logging.getLogger("weasyprint.progress").handlers


def test_more_rows_than_anybody_reads_are_refused() -> None:
    with pytest.raises(UsageError, match="5,001 rows are too many"):
        written(replace(selection("quotes"), rows=[QUOTES[0]] * 5_001))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("cannot load library 'libpango-1.0-0': no such file.\nMore lines."), "cannot load library 'libpango"),
        (ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint"), "pdf needs the package weasyprint"),
    ],
)
def test_without_weasyprint_or_pango_it_says_so(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")
            raise error
        return usual(name, *rest)

    monkeypatch.delitem(sys.modules, "workbench.export.pdf")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPackage) as raised:
        written(selection("quotes"))
    assert said in raised.value.message
    assert "\n" not in raised.value.message
    assert raised.value.hint
    assert capsys.readouterr().out == ""
