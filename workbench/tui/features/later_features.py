"""The features that are made once the desk is in sight, as they bring dialogs and screens with them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.tui.case_gateway import CaseGateway
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.article_jobs import ArticleJobs
from workbench.tui.features.case_forms import CaseForms
from workbench.tui.features.clipboard_copies import ClipboardCopies
from workbench.tui.features.corrections import Corrections
from workbench.tui.features.export_and_pipe import ExportAndPipe
from workbench.tui.features.external_viewers import ExternalViewers
from workbench.tui.features.issues import Issues
from workbench.tui.features.jobs import Jobs
from workbench.tui.features.judgements import Judgements
from workbench.tui.features.mark_imports import MarkImports
from workbench.tui.features.marks import Marks
from workbench.tui.features.matrix_comparisons import MatrixComparisons
from workbench.tui.features.navigation import Navigation
from workbench.tui.features.overviews import Overviews
from workbench.tui.features.own_quotes import OwnQuotes
from workbench.tui.features.people import People
from workbench.tui.features.phrasing_diffs import PhrasingDiffs
from workbench.tui.features.search import Search
from workbench.tui.features.side_by_side import SideBySide
from workbench.tui.features.undo import Undo
from workbench.tui.ports import Feature, Host, Navigator


class LaterFeatures:
    """What the desk can do beside moving, searching and reading."""

    def __init__(self, gateway: CaseGateway, host: Host, to: Navigator, view: DeskView, state: StateStore, jobs: Jobs,
                 search: Search) -> None:  # fmt: skip
        forms = CaseForms(gateway)
        self.phrasing_diffs = PhrasingDiffs(gateway, host, to, view, state)
        self.side_by_side = SideBySide(gateway, host, to, view, state)
        self.marks = Marks(gateway, host, to, view, host.memory.drafts)
        self.undo = Undo(gateway, host, to)
        self.clipboard_copies = ClipboardCopies(host, view)
        self.own_quotes = OwnQuotes(gateway, to, view, forms)
        self.issues = Issues(gateway, host, to, view, state)
        self.people = People(gateway, host, to, view, forms)
        self.corrections = Corrections(gateway, host, to, view, forms, self.issues, self.marks, self.people)
        self.judgements = Judgements(gateway, host, view, self.issues, self.people)
        self.matrix_comparisons = MatrixComparisons(gateway, host, to, view, state)
        self.overviews = Overviews(gateway, host, to, view, state)
        self.article_jobs = ArticleJobs(gateway, host, to, view, state, jobs)
        self.export_and_pipe = ExportAndPipe(gateway, host, to, view, state, jobs)
        self.mark_imports = MarkImports(gateway, host, to, jobs)
        self.external_viewers = ExternalViewers(gateway, host, to, view)
        self.navigation = Navigation(gateway, to, view, state, search.search)

    def features(self) -> Iterator[Feature]:
        """Those of them that have actions."""
        yield from (
            self.navigation,
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
            self.article_jobs,
            self.export_and_pipe,
            self.mark_imports,
            self.external_viewers,
        )
