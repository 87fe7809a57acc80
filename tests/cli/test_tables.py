"""Tables on a terminal: whatever the width, no word is cut without a sign."""

from __future__ import annotations

import re

import pytest

from workbench.cli import analysis_report, lists, output
from workbench.cli.output import WRAPPING

WIDTHS = range(40, 221)
SPEAKERS = ("quotes", "outlets", "name", "kind", "role", "country")
TABLES = {**lists.COLUMNS, "speakers": SPEAKERS, "lineage": lists.LINEAGE_COLUMNS, "changes": analysis_report.COLUMNS,
          "search": (*lists.COLUMNS["quotes"], "why"), "diff": ("outlet", "date", "phrasing")}  # fmt: skip


def cells(columns: tuple[str, ...], words: int) -> list[str]:
    """A cell for each column, every word of them another: many in those that wrap, two in the others."""
    return [
        " ".join(f"{name[:3]}{at}x{n}had" for n in range(words if name in WRAPPING else 2))
        for at, name in enumerate(columns)
    ]


@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_cut_without_a_sign(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    columns = TABLES[name]
    row = cells(columns, 24)
    for width in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(width))
        output.table(columns, [row, cells(columns, 3)])
        out = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)
        shown = out.split()
        assert all(len(line.rstrip()) <= width for line in out.splitlines())
        for column, cell in zip(columns, row, strict=True):
            if column in WRAPPING:
                assert set(cell.split()) <= set(shown), (width, column)
            else:
                first, second = cell.split()
                assert _shown(first, shown), (width, column)
                assert _shown(second, shown) or any(each == "…" or each == f"{first}…" for each in shown), (
                    width,
                    column,
                )


def _shown(word: str, shown: list[str]) -> bool:
    """Whether a word is there, whole or with a sign that it is not."""
    return word in shown or any(each.endswith("…") and word.startswith(each[:-1]) for each in shown)


@pytest.mark.parametrize("width", [110, 112, 117, 130, 160])
def test_short_cells_are_whole(width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(width)}.items():
        monkeypatch.setenv(name, value)
    short = ["Q0123456789", "2025-08-22", "Coastal Wire", "Ana Ruiz", "ESP", "indirect"]
    output.table(lists.COLUMNS["quotes"], [[*short, "has ruled out closing the port " * 8, "key"]])
    out = capsys.readouterr().out
    assert all(cell in out for cell in short)


def test_a_table_with_room_has_lines_between_head_and_rows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "200"}.items():
        monkeypatch.setenv(name, value)
    output.table(("id", "quote"), [["Q1", "one two"]])
    assert "─" in capsys.readouterr().out
