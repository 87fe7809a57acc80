"""The desk: one screen that composes panes and features, and passes messages of its widgets on to them.

What is shown is one value (`desk_state`); what can be done are objects (`features`) that know each other only through
the ports that the desk gives them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from workbench.model import Fact, Pane, Span
from workbench.tui.bindings import bindings
from workbench.tui.case_gateway import CaseGateway, ScreenRunner
from workbench.tui.desk_state import Part, Place, StateStore
from workbench.tui.desk_view import DeskView, compose_desk
from workbench.tui.features.desk_features import DeskFeatures
from workbench.tui.features.jobs import TICK, WATCH
from workbench.tui.features.part_sizes import SIDE_BY_SIDE
from workbench.tui.features.parts import ALL_THREE, STACKED
from workbench.tui.ports import Host
from workbench.tui.question import Question
from workbench.tui.widgets.bars import HintLine, Tabs
from workbench.tui.widgets.guarded import guarded
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.search import Chips, SearchInput
from workbench.tui.widgets.sources import Sources
from workbench.views import Row

if TYPE_CHECKING:
    from workbench.tui.goto_targets import Target
    from workbench.work import Case

R = TypeVar("R")


@guarded
class Desk(Screen[None]):
    """The screen that one works at; the navigator of its features."""

    BINDINGS = bindings("desk")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (SIDE_BY_SIDE, "-medium"), (ALL_THREE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (STACKED, "-tall")]
    AUTO_FOCUS = ""

    def __init__(self, case: Case, host: Host) -> None:
        super().__init__()
        self.case = case
        self.state = StateStore(host.memory)
        self.view = DeskView(self, self.state)
        run = ScreenRunner(self, host)
        gateway = CaseGateway(case, run, host, self.refresh_rows)
        self.features = DeskFeatures(self, host, gateway, run, self.view, self.state)
        self.has_rows = False
        """Whether the next frame is the first with rows, or a later one."""
        self.complete = False
        """Whether every action is there."""
        self.when_complete: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Search bar, three parts side by side, footer."""
        yield from compose_desk(self.case.path.name, self.state.now.pane)

    async def on_mount(self) -> None:
        """Titles, everything as it was left, the focus on the list, and the first answer."""
        features, view = self.features, self.view
        view.part("sources").border_title = "SOURCES"
        view.part("reader").border_title = "READER"
        view.find(HintLine).say(())
        view.find(Tabs).active = self.state.now.pane
        self.watch(self.app, "theme", features.parts.show, init=False)
        view.main.focus()
        view.search_input.recent = self.state.now.layout.searches
        features.list_arrangement.restore()
        features.reader_contents.show_nothing()
        self.set_interval(TICK, features.jobs.tick)
        self.set_interval(WATCH, features.jobs.watch)
        await features.query_results.begin()
        self.has_rows = True

    def make_complete(self) -> None:
        """Have every action, where that is not so yet: an action needs it, the first frame does not."""
        if self.complete:
            return
        self.complete = True
        self.features.query_results.look_around()
        for name, action in self.features.actions().items():
            setattr(self, f"action_{name}", action)  # where Textual looks an action up
        self.when_complete()

    def on_unmount(self) -> None:
        """Nobody waits for the jobs any more, and what was handed out goes."""
        self.features.jobs.stop_all()
        if self.complete:
            self.features.later.external_viewers.close()

    # As navigator of the features

    def open(self, screen: Screen[R], then: Callable[[R | None], None] | None = None) -> None:
        """Show a dialog or screen over the desk, and go on with what it gives."""
        self.app.push_screen(screen, then)

    def refresh_rows(self, then: Callable[[], None] | None = None) -> None:
        """Show what the case has now, and stay at the row in hand."""
        self.features.query_results.look(keep=True, then=then)

    def focus_part(self, part: Part) -> None:
        """Go to a part."""
        self.features.parts.focus(part)

    def enter_part(self, part: Part) -> None:
        """Have a part in hand and in sight; the focus goes there next."""
        self.features.parts.enter(part)

    def pose(self, question: Question, *, delay: float = 0.0) -> None:
        """Ask another question."""
        self.features.search.pose(question, delay=delay)

    def turn_to(self, pane: Pane, then: Callable[[], None] | None = None) -> None:
        """Show a pane, with its answer to the question."""
        self.features.search.turn_to(pane, then)

    def remember(self) -> None:
        """Before a jump: one can come back here."""
        self.features.jump_history.remember()

    def jump(self, place: Place) -> None:
        """Go to a place."""
        self.features.jump_history.jump(place)

    def read(self, row: Row[Any], at: tuple[str, Span | None] | None = None) -> None:
        """Show a row in the reader; `at` is another place than its own."""
        self.features.reader_contents.read(row, at)

    def read_at(self, article_id: str, span: Span | None) -> None:
        """Go to a passage of an article in the reader; one can come back."""
        self.features.jump_history.read_at(article_id, span)

    def compare(self, fact: Row[Fact]) -> None:
        """Open the phrasing diff on a fact."""
        self.features.later.phrasing_diffs.compare(fact)

    def go_to(self, target: Target) -> None:
        """Go to something by its name; what lies over the desk goes."""
        while self.app.screen is not self:
            self.app.screen.dismiss(None)
        self.features.later.navigation.go_to(target)

    # What happens on the desk

    def on_descendant_focus(self) -> None:
        """Another part is in hand."""
        self.features.parts.follow_focus()
        if isinstance(self.focused, SearchInput):
            self.features.search.begin()

    def on_resize(self) -> None:
        """Other parts fit."""
        self.features.parts.show()

    def on_key(self, event: events.Key) -> None:
        """A number before a move."""
        self.features.repeat_count.hear(event)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A border is taken hold of."""
        self.features.part_sizes.take(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """It follows."""
        self.features.part_sizes.drag(event)

    def on_mouse_up(self) -> None:
        """It is let go of."""
        self.features.part_sizes.let_go()

    def on_screen_resume(self) -> None:
        """What lay over the desk has gone."""
        self.features.tour.returned()

    # Messages of the widgets

    @on(Input.Changed, "#search")
    def _search_typed(self) -> None:
        self.features.search.typed()

    @on(SearchInput.Done)
    def _search_done(self) -> None:
        self.features.search.done()

    @on(SearchInput.Left)
    def _search_left(self, event: SearchInput.Left) -> None:
        self.features.search.left(event.undone)

    @on(SearchInput.Rubbed)
    def _search_rubbed(self) -> None:
        self.features.search.rub()

    @on(Chips.Pressed)
    def _chip_pressed(self, event: Chips.Pressed) -> None:
        self.features.search.toggle(event.chip)

    @on(Sources.Picked)
    def _source_picked(self, event: Sources.Picked) -> None:
        if isinstance(event, Sources.Forgotten):
            self.features.search.forget(event.entry.name)
        else:
            self.features.search.pick(event)

    @on(Sources.Folded)
    def _sources_folded(self) -> None:
        self.features.list_arrangement.keep_sections()

    @on(Tabs.Pressed)
    def _tab_pressed(self, event: Tabs.Pressed) -> None:
        self.features.search.go_to_pane(event.pane)

    @on(RowList.PageWanted)
    def _page_wanted(self, event: RowList.PageWanted) -> None:
        self.features.query_results.page(event)

    @on(RowList.HeadPressed)
    def _head_pressed(self, event: RowList.HeadPressed) -> None:
        self.features.list_arrangement.head_pressed(event)

    @on(LineList.Moved)
    def _cursor_moved(self, event: LineList.Moved) -> None:
        self.features.reader_contents.follow_cursor(event)

    @on(RowList.Chosen)
    def _row_chosen(self, event: RowList.Chosen) -> None:
        if not isinstance(event.lines, Sources):
            self.features.later.phrasing_diffs.open_row()

    @on(Reader.Left)
    def _reader_left(self) -> None:
        self.features.reader_contents.leave()

    @on(Reader.CaretMoved, "#reader")
    def _caret_moved(self, event: Reader.CaretMoved) -> None:
        self.features.reader_contents.follow_caret(event)

    @on(Reader.Opened)
    def _row_wanted(self) -> None:
        self.features.jump_history.jump_to_row()

    @on(Reader.QuoteWanted)
    def _quote_wanted(self) -> None:
        self.features.later.own_quotes.make()
