"""What stands in the phrasing diff: a card for each phrasing, or running text, and a line for each difference."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workbench.model import Difference
from workbench.tui import wording
from workbench.tui.difference_text import IN_HAND, NOTHING, around, phrasing_parts, readings
from workbench.tui.inline_diff import legend, tellings
from workbench.tui.sanitizing import one_line, plain
from workbench.views import Column, Comparison


def running_text(comparison: Comparison, in_hand: Difference | None, *, colours: bool) -> Vertical:
    """The base, and beneath it what each of the others has made of it."""
    lines = []
    for each in tellings(comparison, in_hand, colours=colours):
        name = Static(Content.assemble((f"{each.sign} {each.names}", each.ink)), classes="teller")
        lines.append(Horizontal(name, Static(Content.assemble(*each.parts), classes="told"), classes="telling"))
    card = Vertical(*lines, classes="card -base")
    card.border_title = plain("= base, and what the others have made of it")
    card.border_subtitle = Content.assemble(*legend(colours=colours))
    return card


def card(column: Column, base: bool, in_hand: Difference | None) -> Static:
    """One phrasing, its differing words marked, with the sentence around it."""
    before, after = around(column)
    text = Content.assemble((before, "$faint"), *phrasing_parts(column, in_hand), (after, "$faint"))
    found = Static(text, classes="card -base" if base else "card")
    partial = "" if column.phrasing.relation == "same" else " · in part"
    origin = f" · from {one_line(', '.join(column.credits))}" if column.credits else ""
    found.border_title = plain(f"{wording.outlet(column.head)}{' · base' if base else ''}{partial}{origin}")
    found.border_subtitle = plain(wording.day(column.head.published_on, whole=True))
    return found


def undifferent(comparison: Comparison) -> str:
    """What is said of phrasings of which no difference is named."""
    wordings = {one_line(column.phrasing.text).casefold().strip(" .") for column in comparison.columns}
    return "told alike" if len(wordings) == 1 else "no difference worth naming"


def lines(comparison: Comparison, differences: Sequence[Difference], in_hand: Difference | None) -> list[Horizontal]:
    """The differences by name, then the outlets without a phrasing."""
    found = [_line(d.kind, _readings(d, comparison), d is in_hand) for d in differences]
    if comparison.missing_outlets:
        missing = ", ".join(one_line(name) for name in comparison.missing_outlets)
        found.append(_line("not in", Static(plain(missing, "$quiet"), classes="readings"), False))
    for head, passage in comparison.perhaps:
        words = Content.assemble((wording.outlet(head), ""), (f"  “{one_line(passage.text)}”", "$quiet"))
        found.append(_line("perhaps in", Static(words, classes="readings"), False))
    return found


def _line(kind: str, what: Widget, here: bool) -> Horizontal:
    mark = "▌" if here else " "
    label = Content.assemble((mark, "$accent"), (one_line(kind), IN_HAND if here else "$accent"))
    return Horizontal(Static(label, classes="kind"), what, classes="difference")


def _readings(difference: Difference, comparison: Comparison) -> Vertical:
    """Who has which words, a line for each; who stands alone where others agree is named so."""
    groups = readings(difference, comparison)
    agreed = any(len(names) > 1 for words, names in groups if words != NOTHING)
    width = min(36, max(cell_len(words) for words, _ in groups))
    lines = []
    for words, names in groups:
        said = words != NOTHING
        alone = " alone" if agreed and said and len(names) == 1 else ""
        left = Static(plain(words, "bold" if said else "$quiet"))
        left.styles.width = width
        right = Static(plain(f"{', '.join(names)}{alone}"), classes="names")
        lines.append(Horizontal(left, right, classes="reading"))
    return Vertical(*lines, classes="readings")
