"""The page: what its policy allows, what it has without its script, and that it is written row by row."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from io import StringIO

from lxml import html

from tests.golden.sample import selection, whole_case
from tests.unit.export.hostile import hostile_case
from workbench.export.formats import FORMATS
from workbench.export.selection import Selection


def written(what: Selection) -> str:
    """The page of a selection."""
    stream = StringIO(newline="")
    FORMATS["html"].write(what, stream)
    return stream.getvalue()


def test_the_policy_names_the_only_style_and_the_only_script() -> None:
    page = written(whole_case())
    [policy] = html.document_fromstring(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for name in ("style", "script"):
        [text] = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert f"{name}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    assert not re.search(r"\sstyle=|\son\w+=|\ssrc=|url\(|@import", page)


def test_links_within_the_page_lead_somewhere() -> None:
    page = html.document_fromstring(written(whole_case()))
    targets = {f"#{id}" for id in page.xpath("//@id")}
    links = {link for link in page.xpath("//a/@href") if link.startswith("#")}
    assert len(links) > 5
    assert links - targets == {"#E123"}, "but for the note on what is not in the sample"


def test_hostile_words_make_no_element() -> None:
    page = html.document_fromstring(written(hostile_case()))
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == len(page.xpath("//title")) == 1
    assert not page.xpath("//img | //iframe | //@onclick | //@onerror | //a[starts-with(@href, 'javascript')]")
    assert len(page.xpath("//article")) == 8
    assert page.xpath("string(//article//p[@class='words'])").count("very ") == 8_000


def test_facets_are_a_value_to_a_line() -> None:
    page = html.document_fromstring(written(selection("quotes")))
    assert "Ann Poe\nBo Li" in page.xpath("//article/@data-speaker")
    assert "#key\na*b\n✎ with a note" in page.xpath("//article/@data-tag")
    assert page.xpath("//section[@class='group']/@data-outlet") == ["Coastal Wire", "Harbour | Post", ""]


def test_nothing_matches() -> None:
    assert "Nothing matches" in written(replace(selection("quotes"), rows=[]))


def test_rows_are_counted_once() -> None:
    seen: list[int] = []
    first, *others = (replace(part, on_row=lambda: seen.append(1)) for part in whole_case().parts)
    written(replace(first, others=others))
    assert len(seen) == sum(len(part.rows) for part in whole_case().parts)
