"""People: who is named or speaks, as what and for whom, how often and when, and what of it is looked up."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.tui import origin_wording, wording
from workbench.tui.panes.common import found_in, snippet
from workbench.tui.sanitizing import one_line
from workbench.tui.signs import PRESUMED, Sign
from workbench.tui.widgets.columns import Cell, Column, Forms
from workbench.tui.wording import Piece
from workbench.views import Person, Row

COLUMNS = (
    Column("NAME", order="speaker"),
    Column("ROLE", 44, least=12, keep=1, order="role", fits=True),
    Column("FROM", 4, order="country"),
    Column("KIND", 4, keep=2, order="kind"),
    Column("QUOTES", 6, right=True, order="quotes", falls=True),
    Column("POSITIONS", 9, keep=5, right=True),
    Column("OUTLETS", 7, keep=4, right=True),
    Column("DAYS", 24, least=11, keep=3, right=True, fits=True),
)
SIGNS: tuple[Sign, ...] = (PRESUMED, ("org grp cty", "organisation, group, country"))
_KINDS = {"person": "", "organisation": "org", "country": "cty", "group": "grp"}


def cells(row: Row[Person]) -> Sequence[Cell]:
    """One of them."""
    who = row.value
    return (
        _name(row),
        [(one_line(who.role), ""), (origin_wording.presumed_sign(who.known_from.role), "accent")],
        [(one_line(who.country), "quiet"), (origin_wording.presumed_sign(who.known_from.country), "accent")],
        [(_KINDS.get(who.kind, ""), "quiet")],
        _figure(who.quotes, "primary"),
        _figure(who.positions, ""),
        _figure(who.outlets, ""),
        Forms(*([(words, "quiet")] for words in wording.days(who.first, who.last))),
    )


def _name(row: Row[Person]) -> Cell:
    """The name; where another name of theirs matched, that behind it."""
    who = row.value
    matched = found_in(row, who.name)
    role = "match" if matched else "primary" if who.quotes else ""
    other: list[Piece] = [("  ", ""), *snippet(row)] if row.snippet and not matched else []
    return [(one_line(who.name), role), *other]


def _figure(number: int, role: str) -> Cell:
    return [(f"{number:,}" if number else "·", role if number else "faint")]
