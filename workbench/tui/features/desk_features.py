"""The features that the desk begins with, each made with the ports that it needs; `later_features` has the others.

A new one is made in one of the two, and named there among those with actions.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from workbench.tui.case_gateway import CaseGateway, ScreenRunner
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.escape_key import EscapeKey
from workbench.tui.features.guided_tour import GuidedTour
from workbench.tui.features.jobs import Jobs
from workbench.tui.features.jump_history import JumpHistory
from workbench.tui.features.list_arrangement import ListArrangement
from workbench.tui.features.part_sizes import PartSizes
from workbench.tui.features.parts import Parts
from workbench.tui.features.query_results import QueryResults
from workbench.tui.features.reader_contents import ReaderContents
from workbench.tui.features.repeat_count import RepeatCount
from workbench.tui.features.search import Search
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.ports import Actions, Feature, Host, Navigator

if TYPE_CHECKING:
    from workbench.tui.features.later_features import LaterFeatures


class DeskFeatures:
    """What the desk can do."""

    def __init__(self, desk: Any, host: Host, gateway: CaseGateway, run: ScreenRunner, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        """`desk`: the screen, which is the navigator as well."""
        screen: Screen[Any] = desk
        to: Navigator = desk
        self._ports = (gateway, host, to, view, state)
        self.repeat_count = RepeatCount(view, lambda: host.keymap, lambda: self.status_lines.show())
        self.status_lines = StatusLines(gateway, view, state, lambda: self.jobs.busy(), self.repeat_count.words)
        self.jobs = Jobs(gateway, host, view, state, screen, run, self.status_lines.show)
        self.part_sizes = PartSizes(view, state, host)
        self.parts = Parts(view, state, self.part_sizes)
        self.query_results = QueryResults(gateway, view, state, self.status_lines)
        self.search = Search(gateway, host, to, view, state, self.query_results)
        self.list_arrangement = ListArrangement(to, view, state, self.query_results, self.status_lines)
        self.reader_contents = ReaderContents(gateway, to, view, state, self.query_results, self.status_lines)
        self.jump_history = JumpHistory(gateway, host, to, view, state)
        self.tour = GuidedTour(host, state, screen)
        self.escape_key = EscapeKey(view, state, self.parts, self.search, self.status_lines, self.tour)

    @cached_property
    def later(self) -> LaterFeatures:
        """The others, which bring their dialogs and screens with them: made once the desk is in sight."""
        from workbench.tui.features.later_features import LaterFeatures

        return LaterFeatures(*self._ports, self.jobs, self.search)

    def actions(self) -> Actions:
        """The actions of all of them, by name."""
        features: tuple[Feature, ...] = (
            self.search,
            self.list_arrangement,
            self.parts,
            self.part_sizes,
            self.reader_contents,
            self.jump_history,
            self.repeat_count,
            self.escape_key,
            self.jobs,
            *self.later.features(),
        )
        return {name: action for feature in features for name, action in feature.actions().items()}
