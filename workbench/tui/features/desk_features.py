"""All features of the desk, each made with the ports that it needs. A new one is made here, and named in `actions`."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from workbench.tui.case_gateway import CaseGateway, ScreenRunner
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.article_jobs import ArticleJobs
from workbench.tui.features.case_forms import CaseForms
from workbench.tui.features.clipboard_copies import ClipboardCopies
from workbench.tui.features.corrections import Corrections
from workbench.tui.features.escape_key import EscapeKey
from workbench.tui.features.export_and_pipe import ExportAndPipe
from workbench.tui.features.external_viewers import ExternalViewers
from workbench.tui.features.guided_tour import GuidedTour
from workbench.tui.features.issues import Issues
from workbench.tui.features.jobs import Jobs
from workbench.tui.features.judgements import Judgements
from workbench.tui.features.jump_history import JumpHistory
from workbench.tui.features.list_arrangement import ListArrangement
from workbench.tui.features.marks import Marks
from workbench.tui.features.matrix_comparisons import MatrixComparisons
from workbench.tui.features.navigation import Navigation
from workbench.tui.features.overviews import Overviews
from workbench.tui.features.own_quotes import OwnQuotes
from workbench.tui.features.part_sizes import PartSizes
from workbench.tui.features.parts import Parts
from workbench.tui.features.people import People
from workbench.tui.features.phrasing_diffs import PhrasingDiffs
from workbench.tui.features.query_results import QueryResults
from workbench.tui.features.reader_contents import ReaderContents
from workbench.tui.features.repeat_count import RepeatCount
from workbench.tui.features.search import Search
from workbench.tui.features.side_by_side import SideBySide
from workbench.tui.features.status_lines import StatusLines
from workbench.tui.features.undo import Undo
from workbench.tui.ports import Actions, Feature, Host, Navigator


class DeskFeatures:
    """What the desk can do."""

    def __init__(self, desk: Any, host: Host, gateway: CaseGateway, run: ScreenRunner, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        """`desk`: the screen, which is the navigator as well."""
        screen: Screen[Any] = desk
        to: Navigator = desk
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
        self.phrasing_diffs = PhrasingDiffs(gateway, host, to, view, state)
        self.side_by_side = SideBySide(gateway, host, to, view, state)
        self.marks = Marks(gateway, host, to, view, host.memory.drafts)
        self.undo = Undo(gateway, host, to)
        self.clipboard_copies = ClipboardCopies(host, view)
        forms = CaseForms(gateway)
        self.own_quotes = OwnQuotes(gateway, to, view, forms)
        self.issues = Issues(gateway, host, to, view, state)
        self.people = People(gateway, host, to, view, forms)
        self.corrections = Corrections(gateway, host, to, view, forms, self.issues, self.marks, self.people)
        self.judgements = Judgements(gateway, host, view, self.issues, self.people)
        self.matrix_comparisons = MatrixComparisons(gateway, host, to, view, state)
        self.overviews = Overviews(gateway, host, to, view, state)
        self.article_jobs = ArticleJobs(gateway, host, to, view, state, self.jobs)
        self.export_and_pipe = ExportAndPipe(gateway, host, to, view, state, self.jobs)
        self.external_viewers = ExternalViewers(gateway, host, to, view)
        self.navigation = Navigation(gateway, to, view, state, self.search.search)
        self.tour = GuidedTour(host, state, screen)
        self.escape_key = EscapeKey(view, state, self.parts, self.search, self.status_lines, self.tour)

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
            self.navigation,
            self.escape_key,
            self.phrasing_diffs,
            self.side_by_side,
            self.overviews,
            self.matrix_comparisons,
            self.marks,
            self.clipboard_copies,
            self.undo,
            self.corrections,
            self.people,
            self.issues,
            self.judgements,
            self.jobs,
            self.article_jobs,
            self.export_and_pipe,
            self.external_viewers,
        )
        return {name: action for feature in features for name, action in feature.actions().items()}
