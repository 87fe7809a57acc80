"""The Markdown is read back by a reader that knows footnotes: what went in comes out, and nothing of it is markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import frontmatter
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.golden.sample import QUOTES, ROWS, WIRE, row, selection
from workbench.export import markdown
from workbench.export.sanitizing import one_line
from workbench.export.selection import Selection
from workbench.model import PANES, KnownFrom, Pane, Quote, Span, Speaker
from workbench.views import Head, Marks

READER = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin)
HOSTILE = st.text(st.sampled_from(list("ab 1.)(-+#*_[]<>!|`~^$&;:={}%@\\\n\t\x1b\u202e“\"'")), min_size=1, max_size=40)


UNMARKED = Marks()


def written(selection: Selection) -> str:
    """The Markdown of a selection."""
    stream = StringIO()
    markdown.write(selection, stream)
    return stream.getvalue()


def test_the_others_of_a_country_are_not_the_country() -> None:
    stated = ROWS["positions"][0]
    apart = replace(stated, value=replace(stated.value, level="non_government"))
    assert "**Arland (ARL) · others**" in written(Selection("positions", [apart], {}))
    assert "others" not in written(Selection("positions", [stated], {}))


def tokens(text: str) -> Iterator[Token]:
    """Every token of the body, those within paragraphs too."""
    for token in READER.parse(frontmatter.loads(text).content):
        yield token
        yield from token.children or ()


def words(text: str) -> str:
    """What a reader sees of the body."""
    return "".join(
        t.content if t.type in ("text", "text_special") else "\n" for t in tokens(text) if t.type != "inline"
    )


def one_quote(text: str, marks: Marks = UNMARKED) -> Selection:
    """A selection of a single indirect quote with these words."""
    quote = Quote(WIRE.id, "indirect", (Span(0, len(text)),), text)
    return replace(selection("quotes"), rows=[row(quote, WIRE.id, marks)])


@pytest.mark.parametrize("pane", PANES)
def test_every_row_has_a_footnote_that_resolves(pane: Pane) -> None:
    found = list(tokens(written(selection(pane))))
    marks = [token for token in found if token.type == "footnote_ref"]
    notes = [token for token in found if token.type == "footnote_open"]

    assert len(marks) == len(notes) == (3 if pane == "facts" else len(ROWS[pane]))


@pytest.mark.parametrize("pane", PANES)
def test_hostile_words_become_no_markup(pane: Pane) -> None:
    found = list(tokens(written(selection(pane))))

    assert not [
        t for t in found if t.type in ("html_inline", "html_block", "image", "fence", "code_block", "table_open")
    ]
    links = [str(t.attrs["href"]) for t in found if t.type == "link_open"]
    assert all(link.startswith("https://post.example/a") for link in links)


def test_front_matter_tells_what_was_exported() -> None:
    assert frontmatter.loads(written(selection("quotes"))).metadata == {
        "case": 'Talks: "August"',
        "query": 'country:ARL "no-fly"',
        "kind": "quotes",
        "count": len(QUOTES),
    }


def test_a_footnote_proves_its_quote() -> None:
    text = written(replace(selection("quotes"), rows=[QUOTES[-1]]))
    seen = words(text)

    for part in (
        "Ann Poe (President, ARL)",
        "Coastal Wire",
        "2025-08-21",
        "Characters 25–49",
        "Direct",
    ):
        assert part in seen
    assert "We will not send troops," in seen
    assert '> "**We will not send troops,**" said President Ann Poe of Arland.' in text


def test_note_and_tags_stand_in_the_footnote() -> None:
    seen = words(written(one_quote("Yes", Marks(note="first\n\nsecond", tags=("key", "a_b")))))

    assert "Tags: key, a_b" in seen
    assert "Note: first" in seen
    assert "second" in seen


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_any_words_come_back_as_they_were(text: str) -> None:
    quoted = written(one_quote(text))
    before = written(one_quote("plain"))

    assert [t.type for t in tokens(quoted) if t.nesting == 1 and t.type not in ("paragraph_open",)] == [
        t.type for t in tokens(before) if t.nesting == 1 and t.type not in ("paragraph_open",)
    ]
    assert "".join(one_line(text).split()) in "".join(words(quoted).split())


@settings(max_examples=75, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_note_and_tag_come_back_as_they_were(note: str, tag: str) -> None:
    text = written(one_quote("Yes", Marks(note=note, tags=(tag,))))
    seen = "".join(words(text).split())

    assert not {t.type for t in tokens(text)} & {"html_inline", "html_block", "link_open", "fence", "bullet_list_open"}
    assert "".join(one_line(tag).split()) in seen
    assert "".join(one_line(note).split()) in seen


def test_nothing_matches_is_said() -> None:
    assert "Nothing matches." in written(replace(selection("facts"), rows=[]))


@pytest.mark.parametrize(
    ("head", "cited"),
    [
        (Head("A1", "/home/ada/x7/lamp.txt", "A lamp", "The Elm Courier", "2025-03-04"), "2025-03-04."),
        (
            Head("A1", "/home/ada/x7/lamp.txt", "A lamp", "", "", url="https://elm.example/a"),
            "Source: <https://elm.example/a>.",
        ),
        (Head("A1", "https://elm.example/b", "A lamp", "", ""), "Source: <https://elm.example/b>."),
        (Head("A1", "/home/ada/x7/lamp.txt", "", "", ""), "File: lamp.txt."),
        (Head("A1", "/home/ada/x7/lamp.txt", "", "The Elm Courier", "2025-03-04"), "File: lamp.txt."),
        (Head("A1", "C:\\x7\\lamp.txt", "", "", ""), "File: lamp.txt."),
        (Head("A1", "-", "", "", ""), "File: pasted text."),
    ],
)
def test_a_citation_is_the_address_else_outlet_title_and_day_and_never_a_path(head: Head, cited: str) -> None:
    text = written(replace(selection("quotes"), rows=[replace(QUOTES[-1], head=head)]))
    assert cited in text
    assert "x7" not in text


def test_what_no_article_says_of_a_speaker_is_marked() -> None:
    who = Speaker("Cy Fox", "person", "envoy", "ARL", known_from=KnownFrom("text", "known", "envoy of Arland"))
    looked_up = replace(QUOTES[0], value=replace(QUOTES[0].value, speakers=(who,)))
    whole = selection("quotes")
    rows = [looked_up if each.id == looked_up.id else each for each in whole.rows]

    assert "Cy Fox (envoy, ARL, looked up)" in written(replace(whole, rows=rows))
