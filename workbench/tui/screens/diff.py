"""The phrasing diff: one fact as each outlet tells it, side by side, with every difference named beneath.

Columns wrap into further rows where there are more than fit, and stand one under the other on a narrow terminal.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.model import Difference, Fact, Span
from workbench.tui import wording
from workbench.tui.bindings import bindings
from workbench.tui.case_gateway import ScreenRunner
from workbench.tui.difference_text import outlets
from workbench.tui.ports import host_of
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens import STYLES, diff_cards
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.fact_actions import FactActions
from workbench.tui.widgets.bars import KeyBar
from workbench.tui.widgets.guarded import guarded
from workbench.views import Comparison, Row

if TYPE_CHECKING:
    from workbench.work import Case

_LEAST = 34
SIDE_BY_SIDE = 96
"""The narrowest terminal with columns side by side."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class ReadAt:
    """A phrasing that is to be read in its place."""

    fact: Row[Fact]
    article_id: str
    span: Span


@guarded
class DiffScreen(Screen[ReadAt | None]):
    """One fact of a list, compared."""

    CSS_PATH = STYLES

    BINDINGS = bindings("diff")
    AUTO_FOCUS = "#diff-body"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (SIDE_BY_SIDE, "-medium")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    def __init__(self, case: Case, facts: Sequence[Row[Fact]], fact_id: str) -> None:
        super().__init__()
        self.case = case
        self.facts = list(facts)
        self.number = next((i for i, row in enumerate(self.facts) if row.id == fact_id), 0)
        self.comparison: Comparison | None = None
        self.in_hand = -1
        self.inline = False
        self.wrapped = True
        self.kind = ""

    def compose(self) -> ComposeResult:
        """Head, columns, differences, footer."""
        yield Static(id="diff-title")
        yield Static(id="diff-about")
        with VerticalScroll(id="diff-body"):
            yield Container(id="diff-columns")
            yield Vertical(id="diff-table")
        yield KeyBar("diff", id="keys")

    def on_mount(self) -> None:
        """What can be done with the fact, and the first comparison."""
        host = host_of(self)
        actions = FactActions(self.case, host, ScreenRunner(self, host), self, self.app.push_screen)
        for name, action in actions.actions().items():
            setattr(self, f"action_{name}", action)  # where Textual looks an action up
        self.load()

    @property
    def fact(self) -> Row[Fact]:
        """The fact in hand."""
        return self.facts[self.number]

    def put(self, fact: Row[Fact] | None) -> None:
        """Show the fact in hand as it is now; None: it is gone, and the next one is in hand."""
        if fact is not None:
            self.facts[self.number] = fact
        else:
            del self.facts[self.number]
        if self.facts:
            self.number %= len(self.facts)
            self.load()
        else:
            self.dismiss(None)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The named differences of the fact that are shown."""
        found = self.comparison.fact.value.differences if self.comparison else ()
        return tuple(d for d in found if self.kind in ("", d.kind))

    @property
    def difference(self) -> Difference | None:
        """The difference in hand."""
        return self.differences[self.in_hand] if 0 <= self.in_hand < len(self.differences) else None

    # Loading

    def load(self, base: str = "") -> None:
        """Compare the fact in hand, with `base` first."""
        work: Any = partial(self._load, self.fact.id, base)
        self.run_worker(work, group="compare", exclusive=True, exit_on_error=False)

    async def _load(self, fact_id: str, base: str) -> None:
        host = host_of(self)
        try:
            self.comparison = await host.threads.run("read", lambda: self.case.compare(fact_id, base))
            await self._lay_out()
        except WorkbenchError as error:
            host.say_error(error)
            self.dismiss(None)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the desk stays open and says so
            host.crashed(error)

    async def _lay_out(self) -> None:
        """Show the comparison; whoever has left meanwhile misses nothing."""
        try:
            await self._put_in()
        except NoMatches:
            if self in self.app.screen_stack:
                raise

    async def _put_in(self) -> None:
        if self.comparison is None:
            return
        self._show_head(self.comparison)
        columns = self.query_one("#diff-columns", Container)
        table = self.query_one("#diff-table", Vertical)
        await columns.remove_children()
        await table.remove_children()
        await columns.mount_all(self._cards(self.comparison))
        await table.mount_all(diff_cards.lines(self.comparison, self.differences, self.difference))
        self._set_grid()
        self.query_one("#diff-body").focus()

    # What is shown

    def _show_head(self, comparison: Comparison) -> None:
        fact = comparison.fact.value
        kinds = " · ".join(dict.fromkeys(one_line(d.kind) for d in fact.differences)) or diff_cards.undifferent(
            comparison
        )
        names = set(outlets(comparison).values())
        sources = wording.count(comparison.independent, "independent source")
        star = "★ " if comparison.fact.marks.starred else ""
        self.query_one("#diff-title", Static).update(plain(f"{star}{one_line(fact.gist)}"))
        status = wording.judgement(fact.status).strip()
        about = [one_line(fact.kind), status, wording.count(len(names), "outlet"), sources, kinds]
        where = f"‹ {self.number + 1} of {len(self.facts)} ›   " if len(self.facts) > 1 else ""
        self.query_one("#diff-about", Static).update(plain(where + " · ".join(part for part in about if part)))

    def _cards(self, comparison: Comparison) -> list[Widget]:
        if self.inline:
            return [diff_cards.running_text(comparison, self.difference, colours=not self.app.no_color)]
        cards = [diff_cards.card(each, n == 0, self.difference) for n, each in enumerate(comparison.columns)]
        for card in cards:
            card.set_class(not self.wrapped, "-cut")
        return [*cards]

    def _set_grid(self) -> None:
        several = self.size.width >= SIDE_BY_SIDE and not self.inline
        for columns in self.query("#diff-columns").results(Container):  # none yet, or none any more
            fitting = max(1, min(_MOST, (self.size.width - 4) // _LEAST, len(columns.children)))
            columns.styles.grid_size_columns = fitting if several else 1

    def on_resize(self) -> None:
        """As many columns as fit."""
        self._set_grid()

    def redraw(self) -> None:
        """The same comparison in another way."""
        work: Any = self._lay_out
        self.run_worker(work, group="lay-out", exclusive=True)

    # Keys

    def action_difference(self, by: int) -> None:
        """The next or previous difference."""
        if not self.differences:
            host_of(self).say("No difference is named: there is none to go to.")
            return
        self.in_hand = (self.in_hand + by) % len(self.differences) if self.in_hand >= 0 else (0 if by > 0 else -1)
        self.in_hand %= len(self.differences)
        self.redraw()

    def action_base(self, by: int) -> None:
        """Another phrasing first, in the order of the articles."""
        if self.comparison is None:
            return
        ids = list(dict.fromkeys(p.article_id for p in self.comparison.fact.value.phrasings))
        here = self.comparison.columns[0].phrasing.article_id
        if here in ids and len(ids) > 1:
            self.load(ids[(ids.index(here) + by) % len(ids)])

    def action_fact(self, by: int) -> None:
        """Another fact of the list."""
        self.number = (self.number + by) % len(self.facts)
        self.in_hand = -1
        self.kind = ""
        self.load()

    def action_inline(self) -> None:
        """All in one text, or side by side."""
        self.inline = not self.inline
        self.redraw()

    def action_wrap(self) -> None:
        """Wrap long phrasings, or cut them."""
        self.wrapped = not self.wrapped
        self.redraw()

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self.query_one("#diff-body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_read(self) -> None:
        """Read the base phrasing in its article."""
        if self.comparison is not None:
            phrasing = self.comparison.columns[0].phrasing
            self.dismiss(ReadAt(self.comparison.fact, phrasing.article_id, phrasing.span))

    def action_perhaps(self) -> None:
        """Read the passage that may state the fact; of several outlets the one that is chosen."""
        near = self.comparison.perhaps if self.comparison else ()
        places = {one_line(wording.outlet(head)): passage for head, passage in near}
        fact = self.fact

        def read(typed: str | None) -> None:
            wanted = (typed or "").strip().casefold()
            passage = next((p for outlet, p in places.items() if wanted and wanted in outlet.casefold()), None)
            if passage is not None:
                self.dismiss(ReadAt(fact, passage.article_id, passage.span))

        if len(places) > 1:
            self.app.push_screen(Ask("Read the passage of", choices=tuple(places)), read)
        elif places:
            read(next(iter(places)))
        else:
            host_of(self).say("No other outlet has a passage near this fact.")

    def action_kind(self) -> None:
        """Only one kind of difference, the next kind, all."""
        kinds = list(dict.fromkeys(d.kind for d in self.comparison.fact.value.differences)) if self.comparison else []
        here = kinds.index(self.kind) if self.kind in kinds else -1
        self.kind = kinds[here + 1] if here + 1 < len(kinds) else ""
        self.in_hand = -1
        host_of(self).say(f"Only where it differs in {self.kind}" if self.kind else "All differences")
        self.redraw()

    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
