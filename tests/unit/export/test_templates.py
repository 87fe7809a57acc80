"""Templates: what they see, what they print, and what is said of a mistake in one."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from tests.golden.sample import selection
from workbench.errors import Stopped, UsageError
from workbench.export.templates import WIDTH, own_template, wrapped, write
from workbench.model import Pane

SCRIPT = "<script>alert(1)</script>"


def printed(tmp_path: Path, template: str, pane: Pane = "quotes", name: str = "mine.txt.jinja") -> str:
    (tmp_path / name).write_text(template, encoding="utf-8")
    write(selection(pane), stream := StringIO(), {"template": str(tmp_path / name)})
    return stream.getvalue()


def test_a_copy_of_our_template_makes_what_ours_makes(tmp_path: Path) -> None:
    write(selection("facts"), stream := StringIO())
    assert printed(tmp_path, own_template(), "facts") == stream.getvalue()


def test_a_mail_says_which_words_of_a_sentence_are_quoted() -> None:
    write(selection("quotes"), stream := StringIO())
    printed = " ".join(stream.getvalue().split())
    for row in selection("quotes").rows:
        words = " ".join(row.value.text.split())
        said = f"direct: “{words}”" if row.value.kind == "direct" else f"{row.value.kind}: {words}"
        assert said in printed or not row.value.sentence


def test_a_template_has_the_rows_and_what_they_are_of(tmp_path: Path) -> None:
    template = "{{ case }}|{{ query }}|{{ pane }}|{{ count }}{% for row in rows %}|{{ row.text }}{% endfor %}"
    found = printed(tmp_path, template).split("|")
    assert found[:5] == ['Talks: "August"', 'country:ARL "no-fly"', "quotes", "4", "We will not send troops,"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.html.jinja", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a.md.jinja", "\\<script\\>alert(1)"),
        ("a.txt.jinja", SCRIPT),
    ],
)
def test_words_are_escaped_as_the_ending_asks(name: str, shown: str, tmp_path: Path) -> None:
    found = printed(tmp_path, "<b>{% for row in rows %}{{ row.note }}{% endfor %}</b>", name=name)
    assert shown in found
    assert found.startswith("<b>")
    assert (SCRIPT in found) == name.startswith("a.txt")


def test_nothing_printed_steers_a_terminal(tmp_path: Path) -> None:
    found = printed(tmp_path, "{% for row in rows %}{{ row.title }}{{ row.title|safe }}{% endfor %}", "articles")
    assert "Red title" in found
    assert "\x1b" not in found
    assert "\u202e" not in found


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("one\n{% for %}", "mine.txt.jinja, line 2"),
        ("one\n\n{{ nothing.here }}", "mine.txt.jinja, line 3: 'nothing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{% for n in range(10**9) %}x{% endfor %}", "Range too big"),
        ("{% include '/etc/hostname' %}", "no loader"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "calls itself without end"),
        ("{{ 'x' * 10**18 }}", "more memory than there is"),
    ],
)
def test_a_mistake_is_one_line_that_says_where(template: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=said):
        printed(tmp_path, template)


def test_a_template_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        write(selection("quotes"), StringIO(), {"template": str(tmp_path / "none.txt")})


def test_a_template_of_any_size_is_not_read_to_its_end(tmp_path: Path) -> None:
    endless = tmp_path / "endless.txt"
    with endless.open("w") as file:
        file.truncate(10**12)
    with pytest.raises(UsageError, match="too long"):
        write(selection("quotes"), StringIO(), {"template": str(endless)})


def test_a_template_without_end_is_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise Stopped("The export was stopped.")

    template = tmp_path / "endless.txt"
    template.write_text("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}")
    with pytest.raises(Stopped):
        write(replace(selection("quotes"), on_row=stop), StringIO(), {"template": str(template)})


def test_lines_of_a_mail_are_short_and_lose_no_word() -> None:
    words = " ".join(["word"] * 60) + "\n" + "x" * 100
    lines = wrapped(words, 5, 3).split("\n")
    assert all(len(line) <= WIDTH for line in lines[:-1])
    assert lines[0].startswith("   word")
    assert lines[1].startswith("     word")
    assert " ".join(" ".join(lines).split()) == words.replace("\n", " ")
