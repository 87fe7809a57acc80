"""Judging positions and facts: accept, reject, merge, another stance or issue by one key; and views that compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from workbench.model import STANCES, Fact, Position
from workbench.tui import wording
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.coverage import CoverageSheet
from workbench.tui.screens.dialogs import Ask
from workbench.tui.screens.passages import Passages
from workbench.tui.screens.sheets import comparison, sources, timeline, versions
from workbench.tui.widgets.matrix import MatrixView
from workbench.views import Agreement, Alone, Coverage, Descent, Edit, Head, Matrix, Row

STEPS = ("ruled_out", "opposes", "concerned", "unclear", "considering", "open", "supports", "committed")
"""The stances from most against to most for; what else there is counts as its neighbour of the same side."""
WHOSE = ("own", "second_hand", "anonymous_source")
WHOSE_WORDS = {"own": "its own words", "second_hand": "what others say of it", "anonymous_source": "anonymous sources"}


class Judging(Passages):
    """What the analyst does with positions and facts."""

    def _positions(self) -> list[Row[Position]]:
        """The positions in hand: in the matrix all that the cell rests on."""
        if isinstance(self.focused, MatrixView):
            rows: list[Row[Any]] = list(self.focused.evidence())
        else:
            rows = self.targets()
        found = [row for row in rows if isinstance(row.value, Position)]
        if not found:
            self.desk_app.say("There is no position here; 3 shows them.")
        return found

    @property
    def matrix(self) -> Matrix:
        """The matrix that is shown."""
        return self.query_one(MatrixView).matrix

    # Judgements

    def action_judge(self, status: str) -> None:
        """Accept or reject; what is so already is a suggestion again."""
        rows = [row for row in self.targets() if isinstance(row.value, Fact)] or self._positions()
        if rows:
            ids = [row.id for row in rows]
            wanted = "suggested" if all(row.value.status == status for row in rows) else status
            word = {"confirmed": "✓ accepted", "rejected": "✗ rejected", "suggested": "a suggestion again"}[wanted]
            self.change(lambda: self.case.judge(ids, wanted), f"{self._about(rows)}: {word}; u undoes it")

    def action_restance(self, by: int) -> None:
        """One step along the stances."""
        rows = self._positions()
        if len(rows) > 1:
            self.desk_app.say("Several positions: go to the evidence (⏎) and take one.")
        elif rows:
            row = rows[0]
            stance = _stepped(row.value.stance, by)
            said = f"{one_line(row.value.holder_name)}: {wording.stance_word(stance)}; u undoes it"
            self.change(lambda: self.case.correct([row.id], {"stance": stance}), said)

    def action_merge(self) -> None:
        """Let the selected facts, or issues of the matrix, be one."""
        if isinstance(self.focused, MatrixView):
            self._merge_issues(self.focused.issues_in_hand())
            return
        ids = [row.id for row in self.targets() if isinstance(row.value, Fact)]
        if len(ids) < 2:
            self.desk_app.say("Select the facts that are one (space), then merge them; 4 shows facts.")
        else:
            self.change(lambda: self.case.merge(ids), f"{len(ids)} facts are one; u undoes it", self.rows.settle_on)

    def _merge_issues(self, issues: Sequence[str]) -> None:
        if len(issues) < 2:
            self.desk_app.say("Select the issues that are one (space), then merge them.")
        elif self.writable():
            self.ask_issue(issues)

    # Issues

    def action_split(self) -> None:
        """Put positions under another issue, or one of their own."""
        rows = self._positions()
        if not rows or not self.writable():
            return
        ids = [row.id for row in rows]

        def named(label: str | None) -> None:
            if label and label.strip():
                said = f"{self._about(rows)} under “{one_line(label)}”; u undoes it"
                self.change(lambda: self.case.put_under(ids, label), said)

        title = f"Put {self._about(rows)} under which issue?"
        dialog = Ask(title, choices=self.matrix.issues, placeholder="another issue, or a new one")
        self.app.push_screen(dialog, named)

    def action_pin(self) -> None:
        """Pin the issue in hand, or let it go."""
        issue = self.query_one(MatrixView).issue if self.pane == "positions" else ""
        if not issue:
            self.desk_app.say("There is no issue here; 3 shows them.")
        elif issue in self.matrix.pinned:
            self.change(
                lambda: self.case.revert(["issue"], issue), f"“{one_line(issue)}” is grouped by the machine again"
            )
        else:
            said = f"◆ “{one_line(issue)}” is pinned: articles to come are put under it"
            self.change(lambda: self.case.rename_issues([issue], issue), said)

    # Views

    def action_whose(self) -> None:
        """Only own words, only what others say, only anonymous sources, all."""
        if self.pane != "positions":
            self.desk_app.say("Whose words is a filter of positions; 3 shows them.")
            return
        terms = [f"attribution:{value}" for value in WHOSE]
        here = next((i for i, term in enumerate(terms) if term in self.question.chips), -1)
        chips = tuple(chip for chip in self.question.chips if chip not in terms)
        following = here + 1
        chosen = (terms[following],) if following < len(terms) else ()
        self.desk_app.messages.add(
            f"Showing {WHOSE_WORDS[WHOSE[following]] if chosen else 'whoever says so'}"
        )  # the filter is in sight
        self.pose(replace(self.question, chips=(*chips, *chosen)))

    def action_pair(self) -> None:
        """Ask for the other country and compare the two."""
        view = self.query_one(MatrixView)
        first = view.holder or next(iter(view.matrix.holders), "")
        others = tuple(h for h in view.matrix.holders if h != first)
        if self.pane != "positions" or not others:
            self.desk_app.say("To compare, two countries must say something; 3 shows positions.")
            return

        called = {code: wording.holder_name(view.matrix, code) for code in others}

        def named(typed: str | None) -> None:
            second = holder_meant(typed or "", called)
            if second:
                show(second, self.case.agreements(view.matrix, first, second))
            elif typed:
                self.desk_app.say(f"“{one_line(typed)}” holds no position here, or several are called so.", "warning")

        def show(second: str, found: tuple[Agreement, ...]) -> None:
            names = [wording.holder_name(view.matrix, code) for code in (first, second)]
            self.app.push_screen(comparison(names[0], names[1], found), opened)

        def opened(row: Row[Agreement] | None) -> None:
            if row is not None:
                view.go(row.value.issue, first)

        self.app.push_screen(
            Ask(
                f"Compare {wording.holder_name(view.matrix, first)} with",
                choices=[_entry(code, name) for code, name in called.items()],
            ),
            named,
        )

    def action_coverage(self) -> None:
        """Which outlet reports which of the facts that are listed."""
        query = self.question.query

        def opened(row: Row[Any] | None) -> None:
            if row is None:
                return
            self.remember()
            if isinstance(row.value, Alone):
                place = (row.value.article_id, row.value.span)
                self.focus_part("reader")
                self.ask("read", lambda: self.case.article(place[0]), lambda found: self.read(found, place))
            else:
                self.compare(row)

        def shown(found: Coverage) -> None:
            if found.facts or found.alone:
                self.app.push_screen(CoverageSheet(found), opened)
            else:
                self.desk_app.say("There are no facts here to lay out by outlet.")

        self.ask("coverage", lambda: self.case.coverage(query), shown, opens=True)

    def action_sources(self) -> None:
        """The tree of where the texts of the case come from; Enter reads what shows it."""

        def opened(row: Row[Descent] | None) -> None:
            if row is None or row.head is None:
                return
            place = (row.head.id, row.value.span)
            self.remember()
            self.focus_part("reader")
            self.ask("read", lambda: self.case.article(place[0]), lambda found: self.read(found, place))

        def show(lines: tuple[Descent, ...]) -> None:
            self.app.push_screen(sources(lines), opened)

        self.ask("sources", self.case.descent, show, opens=True)

    def action_versions(self) -> None:
        """What changed between the versions of the article in hand."""
        row = next(iter(self.targets()), None)
        head = row.head if row else None
        if head is None or not head.version:
            self.desk_app.say("This article has no other version in the case.")
            return

        def opened(chosen: Row[Edit] | None) -> None:
            if chosen is None:
                return
            newer = chosen.id.partition(":")[0]
            older = next(old for old, new in pairwise(found) if new.id == newer)
            place = (newer, chosen.value.new) if chosen.value.new else (older.id, chosen.value.old)
            self.remember()
            self.focus_part("reader")
            self.ask("read", lambda: self.case.article(place[0]), lambda article: self.read(article, place))

        found: list[Head] = []

        def compared() -> tuple[list[Row[Edit]], dict[str, str]]:
            found.extend(self.case.versions(head.id)[0])
            texts = {each.id: self.case.article(each.id).value.text for each in found}
            rows = [
                Row(f"{new.id}:{number}", edit, None)
                for old, new in pairwise(found)
                for number, edit in enumerate(self.case.edits(old.id, new.id))
            ]
            return rows, texts

        def show(got: tuple[list[Row[Edit]], dict[str, str]]) -> None:
            self.app.push_screen(versions(found, *got), opened)

        self.ask("versions", compared, show, opens=True)

    def action_timeline(self) -> None:
        """The cell in hand, day by day."""
        view = self.query_one(MatrixView)
        if self.pane != "positions" or view.cell is None:
            empty = "Nothing is said in this cell: take one with a sign."
            self.desk_app.say(empty if self.pane == "positions" else "Take a cell of the matrix first; 3 shows it.")
            return

        def opened(row: Row[Position] | None) -> None:
            index = self.rows.find(row.id) if row is not None else None
            if index is not None:
                self.rows.cursor = index
                self.rows.focus()

        sheet = timeline(wording.holder_name(view.matrix, view.holder), view.issue, view.cell)
        self.app.push_screen(sheet, opened)


def _stepped(stance: str, by: int) -> str:
    if stance in STEPS:
        return STEPS[max(0, min(len(STEPS) - 1, STEPS.index(stance) + by))]
    polarity = STANCES[stance][0]
    neighbour = {1: "supports", 0: "considering", -1: "opposes"}[polarity]
    return STEPS[STEPS.index(neighbour) + (by if by < 0 else 0)]


def _entry(code: str, name: str) -> str:
    """`France (FRA)`; a bloc whose code is its name is that."""
    return f"{name} ({code})" if name != code else code


def holder_meant(typed: str, called: Mapping[str, str]) -> str:
    """The code of the holder that is meant by a name, a code, an entry of the list, or a part of one name alone."""
    word = typed.strip().casefold()
    entries = {code: (code.casefold(), name.casefold(), _entry(code, name).casefold()) for code, name in called.items()}
    exact = [code for code, names in entries.items() if word in names]
    begun = [code for code, names in entries.items() if word and any(name.startswith(word) for name in names)]
    partly = [code for code, names in entries.items() if word and word in names[1]]
    return next((found[0] for found in (exact, begun, partly) if len(found) == 1), "")
