"""All features of the desk, each made with the ports that it needs. A new one is made here, and named in `actions`."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from workbench.tui.case_gateway import CaseGateway, ScreenRunner
from workbench.tui.desk_state import StateStore
from workbench.tui.desk_view import DeskView
from workbench.tui.features.adding import Adding
from workbench.tui.features.answers import Answers
from workbench.tui.features.comparisons import Comparisons
from workbench.tui.features.copying import Copying
from workbench.tui.features.corrections import Corrections
from workbench.tui.features.counts import Counts
from workbench.tui.features.diffs import Diffs
from workbench.tui.features.going import Going
from workbench.tui.features.guided_tour import GuidedTour
from workbench.tui.features.handing_on import HandingOn
from workbench.tui.features.issues import Issues
from workbench.tui.features.jobs import Jobs
from workbench.tui.features.judgements import Judgements
from workbench.tui.features.lists import Lists
from workbench.tui.features.marks import Marks
from workbench.tui.features.outside import Outside
from workbench.tui.features.overviews import Overviews
from workbench.tui.features.own_quotes import OwnQuotes
from workbench.tui.features.parts import Parts
from workbench.tui.features.peeling import Peeling
from workbench.tui.features.places import Places
from workbench.tui.features.reading import Reading
from workbench.tui.features.search import Search
from workbench.tui.features.sizes import Sizes
from workbench.tui.features.speaker_forms import CaseForms
from workbench.tui.features.status import Status
from workbench.tui.features.two_articles import TwoArticles
from workbench.tui.features.undo import Undo
from workbench.tui.ports import Actions, Feature, Host, Navigator


class DeskFeatures:
    """What the desk can do."""

    def __init__(self, desk: Any, host: Host, gateway: CaseGateway, run: ScreenRunner, view: DeskView,
                 state: StateStore) -> None:  # fmt: skip
        """`desk`: the screen, which is the navigator as well."""
        screen: Screen[Any] = desk
        to: Navigator = desk
        self.counts = Counts(view, lambda: host.keymap, lambda: self.status.show())
        self.status = Status(gateway, view, state, lambda: self.jobs.busy(), self.counts.words)
        self.jobs = Jobs(gateway, host, view, state, screen, run, self.status.show)
        self.sizes = Sizes(view, state, host)
        self.parts = Parts(view, state, self.sizes)
        self.answers = Answers(gateway, view, state, self.status)
        self.search = Search(gateway, host, to, view, state, self.answers)
        self.lists = Lists(to, view, state, self.answers, self.status)
        self.reading = Reading(gateway, to, view, state, self.answers, self.status)
        self.places = Places(gateway, host, to, view, state)
        self.diffs = Diffs(gateway, host, to, view, state)
        self.two_articles = TwoArticles(gateway, host, to, view, state)
        self.marks = Marks(gateway, host, to, view, host.memory.drafts)
        self.undo = Undo(gateway, host, to)
        self.copying = Copying(host, view)
        forms = CaseForms(gateway)
        self.own_quotes = OwnQuotes(gateway, to, view, forms)
        self.issues = Issues(gateway, host, to, view, state)
        self.corrections = Corrections(gateway, host, to, view, forms, self.issues, self.marks)
        self.judgements = Judgements(gateway, host, view, self.issues)
        self.comparisons = Comparisons(gateway, host, to, view, state)
        self.overviews = Overviews(gateway, host, to, view, state)
        self.adding = Adding(gateway, host, to, view, state, self.jobs)
        self.handing_on = HandingOn(gateway, host, to, view, state, self.jobs)
        self.outside = Outside(gateway, host, to, view)
        self.going = Going(gateway, to, view, state, self.search.search)
        self.tour = GuidedTour(host, state, screen)
        self.peeling = Peeling(view, state, self.parts, self.search, self.status, self.tour)

    def actions(self) -> Actions:
        """The actions of all of them, by name."""
        features: tuple[Feature, ...] = (
            self.search, self.lists, self.parts, self.sizes, self.reading, self.places, self.counts, self.going,
            self.peeling, self.diffs, self.two_articles, self.overviews, self.comparisons, self.marks, self.copying,
            self.undo, self.corrections, self.issues, self.judgements, self.jobs, self.adding, self.handing_on,
            self.outside,
        )  # fmt: skip
        return {name: action for feature in features for name, action in feature.actions().items()}
