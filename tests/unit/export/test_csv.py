"""What a spreadsheet would run never begins a cell, and what was written can be read again."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.sample import ROWS, WIRE, row, selection
from workbench.export.csv import safe, write
from workbench.export.sanitizing import plain
from workbench.export.table_lines import in_one_cell
from workbench.ingest.annotations.tables import items
from workbench.model import PANES, Pane, Quote, Span
from workbench.views import Marks

HOSTILE = st.text(st.sampled_from(list("=+-@＝＋－＠ \t\r\n'\",;ab\x00\x1b\u202e")), max_size=20)


def read(pane: Pane, **changes: object) -> list[dict[str, str]]:
    """The rows of an export, read by the standard library."""
    stream = StringIO(newline="")
    write(replace(selection(pane), **changes), stream)  # type: ignore[arg-type]
    stream.seek(0)
    return list(csv.DictReader(stream, strict=True))


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\x00=1", "＝1", ["=1", "b"]])
def test_a_formula_is_disarmed(value: object) -> None:
    assert safe(value).startswith("'")


@pytest.mark.parametrize("value", ["a=1", "21 Aug", "“-”", "", "(+1)"])
def test_other_words_are_left_alone(value: str) -> None:
    assert safe(value) == value


@settings(max_examples=100, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_words_survive_the_way_through_a_table(text: str, note: str) -> None:
    quote = Quote(WIRE.id, "indirect", (Span(0, 5),), text)
    (found,) = read("quotes", rows=[row(quote, WIRE.id, Marks(note=note))])

    assert found["text"].removeprefix("'") == plain(text).removeprefix("'")
    assert found["note"].removeprefix("'") == plain(note).removeprefix("'")
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in found.values())


@pytest.mark.parametrize("pane", PANES)
def test_there_is_a_row_for_each(pane: Pane) -> None:
    assert len(read(pane)) == (2 if pane == "facts" else len(ROWS[pane]))


def test_speakers_of_one_quote_share_a_cell_in_the_same_order() -> None:
    joint = next(each for each in read("quotes") if ";" in each["speakers"])

    assert (joint["speakers"], joint["roles"], joint["countries"]) == ("Ann Poe; Bo Li", "president; ", "ARL; ")


def test_lines_end_as_the_standard_wants() -> None:
    stream = StringIO(newline="")
    write(selection("facts"), stream)

    assert stream.getvalue().count("\r\n") == 3


def test_values_in_one_cell_can_be_told_apart() -> None:
    for values in (["a", "b"], ["a; b", "c"], ['"a"', 'say "no"'], ["", "b"], ["a;"], ['"; "', ";"]):
        assert items(in_one_cell(values)) == values
