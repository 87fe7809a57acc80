"""Two articles side by side, in step: where one tells what the other tells too, the other follows."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from workbench.model import Span
from workbench.tui import passage_pairs, wording
from workbench.tui.bindings import bindings
from workbench.tui.evidence import Page
from workbench.tui.ports import host_of
from workbench.tui.sanitizing import plain
from workbench.tui.screens import STYLES
from workbench.tui.widgets.bars import KeyBar, Line
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.reader import Reader

STACKED_BELOW = 90
"""The narrowest terminal in which the two stand side by side."""
_SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Leaving:
    """Where one goes from here."""

    kind: str
    """`read` at the passage, `compare` the fact, or set `another` article beside the one on the left."""
    article_id: str
    span: Span | None = None
    fact_id: str = ""


@guarded
class SplitScreen(Screen[Leaving | None]):
    """Two articles."""

    CSS_PATH = STYLES

    BINDINGS = bindings("split")
    AUTO_FOCUS = "#left"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (STACKED_BELOW, "-medium")]

    def __init__(self, left: Page, right: Page, pairs: list[passage_pairs.Pair]) -> None:
        super().__init__()
        self.pages = (left, right)
        self.pairs = pairs
        self.number: int | None = None
        """Which pair is lit."""

    def compose(self) -> ComposeResult:
        """What is in hand, two readers, the keys."""
        yield Line(id="split-about")
        with Horizontal(id="split-body"):
            for side in _SIDES:
                with Vertical(id=f"{side}-part", classes="part"):
                    yield Line(id=f"{side}-title", classes="split-title")
                    yield Line(id=f"{side}-byline", classes="split-byline")
                    yield Reader(id=side)
        yield KeyBar("split", id="keys")

    def on_mount(self) -> None:
        """Both texts, at the first passage that they share."""
        for side, page in zip(_SIDES, self.pages, strict=True):
            self.query_one(f"#{side}-title", Line).say(plain(wording.words(page.row)))
            self.query_one(f"#{side}-byline", Line).say(plain(wording.byline(page.row)))
            self.query_one(f"#{side}", Reader).mark_kinds(frozenset({"fact"}))
        self.call_after_refresh(self.light, 0 if self.pairs else None)

    @property
    def side(self) -> int:
        """Which of the two is in hand: 0 the left."""
        return int(self.focused is not None and self.focused.id == "right")

    @property
    def reader(self) -> Reader:
        """The one in hand."""
        return self.query_one(f"#{_SIDES[self.side]}", Reader)

    # In step

    def light(self, number: int | None, moved: int | None = None) -> None:
        """Light a pair, or nothing; on the side that `moved` the caret stays where it is."""
        self.number = number
        for side, page in enumerate(self.pages):
            reader = self.query_one(f"#{_SIDES[side]}", Reader)
            proof = () if number is None else (self.pairs[number].on(side),)
            show = reader.set_text if side == moved or not proof else reader.show
            show(page.row.id, page.row.value.text, passage_pairs.marks(self.pairs, side), proof)
        self._say()

    @on(Reader.CaretMoved)
    def _caret_moved(self, event: Reader.CaretMoved) -> None:
        side = _SIDES.index(str(event.reader.id))
        self.light(passage_pairs.pair_at(self.pairs, side, event.span), moved=side)

    def _say(self) -> None:
        shared = wording.count(len(self.pairs), "passage") if self.pairs else "no passage"
        here = "told only on this side" if self.number is None else f"{self.number + 1} of {len(self.pairs)}"
        if self.number is not None:
            here += " · one fact, d compares" if self.pairs[self.number].fact_id else " · the same sentence, nearly"
        self.query_one("#split-about", Line).say(plain(f" {shared} in both   {here if self.pairs else ''}".rstrip()))

    def on_descendant_focus(self) -> None:
        """The part in hand has the bright border."""
        colours = self.app.theme_variables
        for number, side in enumerate(_SIDES):
            here = number == self.side
            part = self.query_one(f"#{side}-part")
            part.styles.border = ("round", colours["primary" if here else "border-blurred"])

    # Keys

    def action_other(self) -> None:
        """To the other side, at the same passage."""
        self.query_one(f"#{_SIDES[1 - self.side]}", Reader).focus()

    def action_compare(self) -> None:
        """The phrasings of the fact that is lit, over all outlets."""
        fact_id = self.pairs[self.number].fact_id if self.number is not None else ""
        if fact_id:
            self.dismiss(Leaving("compare", self.pages[0].row.id, fact_id=fact_id))
        else:
            host_of(self).say("This passage is no fact of both: there is nothing to compare.")

    def action_another(self) -> None:
        """Another article beside the left one."""
        self.dismiss(Leaving("another", self.pages[0].row.id))

    @on(Reader.Opened)
    @on(Reader.QuoteWanted)
    def _read(self) -> None:
        self.dismiss(Leaving("read", self.pages[self.side].row.id, self.reader.passage))

    @on(Reader.Left)
    def action_leave(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
