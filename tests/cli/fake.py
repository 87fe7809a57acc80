"""A case in memory with the sample's rows: what the commands do is tested without what the case does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.golden.sample import ARTICLES, COMPARISON, FACT, LINEAGE, ROWS, row, selection
from workbench.errors import NotFound
from workbench.export.formats import FORMATS
from workbench.export.selection import Selection
from workbench.model import Action, Article, Lineage, Outcome, Pane, PendingWork, Removal, Report, Stop, Summary
from workbench.views import Cell, Comparison, Matrix, Results, Row


class FakeCase:
    """Answers as a case would, and remembers what it was asked."""

    read_only = False
    notice = ""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.calls: list[tuple[Any, ...]] = []
        self.summary = Summary(("A1",), 0, ())
        self.wrong: tuple[str, ...] = ()
        self.action: Action | None = Action(1, "tag key", "2025-09-01")
        self.results: dict[str, Any] = {}
        self.many = 1
        self.ranks_at_most = 0
        self.outcome = Outcome(1)
        self.owes = PendingWork()

    def __enter__(self) -> FakeCase:
        return self

    def __exit__(self, *_: object) -> None:
        self.calls.append(("close",))

    def add(
        self, sources: Sequence[str], overrides: Mapping[str, str], *, names: object = None, report: Report, stop: Stop
    ) -> Summary:
        self.calls.append(("add", tuple(sources), dict(overrides)))
        report(1, None, "[/]\x1b[31m")
        self.owes = PendingWork(1)
        return self.summary

    def analyse(self, everything: bool = False, *, report: Report, stop: Stop) -> Outcome:
        self.calls.append(("analyse", everything))
        return self.outcome

    def owed(self) -> PendingWork:
        return self.owes

    def search(
        self,
        pane: Pane,
        query: str = "",
        *,
        limit: int = 200,
        offset: int = 0,
        order: str = "",
        rank_all: bool = False,
    ) -> Results[Any]:
        self.calls.append(("search", pane, query, limit, offset))
        if "nothing" in query:
            return Results((), 0, ("`foo:` is no field; searched as words",), "no-fly zone")
        rows = ROWS[pane] * self.many
        return Results(rows[offset : offset + limit], len(rows), ranked_among=0 if rank_all else self.ranks_at_most)

    def article(self, name: str) -> Row[Article]:
        if name not in ARTICLES:
            raise NotFound(f"There is no article {name}.")
        found: Row[Article] = row(ARTICLES[name], name)
        return found

    def show(self, name: str) -> Row[Any]:
        for rows in ROWS.values():
            for each in rows:
                if each.id == name:
                    return self.article(name) if isinstance(each.value, Article) else each
        raise NotFound(f"Nothing has the id {name}.", "Ids stand in the first column of every list.")

    def compare(self, name: str, base: str = "") -> Comparison:
        if name != FACT.id:
            raise NotFound(f"There is no fact {name}.")
        return COMPARISON

    def article_cache(self) -> Selection:
        return selection("articles")

    def lineage(self) -> tuple[Lineage, ...]:
        return tuple(each for found in LINEAGE.values() for each in found)

    def matrix(self, query: str = "") -> Matrix:
        cell = Cell("supports", ("supports", "open"), 2, 1, True, -1, ROWS["positions"])
        other = Cell("open", ("open",), 2, 2, False, 0, (), unsure=True, contrary="opposes")
        return Matrix(("no-fly zone", "toll"), ("ARL", "EU"), {("no-fly zone", "ARL"): cell, ("toll", "EU"): other})

    def note(self, target: str, body: str) -> str:
        self.calls.append(("note", target, body))
        return "N1"

    def tag(self, targets: Sequence[str], name: str) -> None:
        self.calls.append(("tag", tuple(targets), name))

    def untag(self, targets: Sequence[str], name: str) -> None:
        self.calls.append(("untag", tuple(targets), name))

    def star(self, targets: Sequence[str], on: bool = True) -> None:
        self.calls.append(("star", tuple(targets), on))

    def correct(self, targets: Sequence[str], values: Mapping[str, Any]) -> str:
        self.calls.append(("correct", tuple(targets), dict(values)))
        return "outlet of [/] is now so"

    def respeak(self, quotes: Sequence[str], values: Mapping[str, str], whose: str = "") -> str:
        self.calls.append(("respeak", tuple(quotes), dict(values)))
        return ""

    def correct_people(self, people: Sequence[str], values: Mapping[str, str]) -> str:
        self.calls.append(("correct people", tuple(people), dict(values)))
        return "country of “Ann Poe” is DEU; 1 article is to be analysed again for it"

    def part_name(self, person: str, name: str) -> str:
        self.calls.append(("part", person, name))
        return f"“{name}” is somebody else"

    def rename_issues(self, labels: Sequence[str], new: str) -> str:
        self.calls.append(("rename", tuple(labels), new))
        return f"issue is now {new}"

    def revert(self, targets: Sequence[str], field: str) -> str:
        self.calls.append(("revert", tuple(targets), field))
        return "reverted"

    def compact(self) -> int:
        return 2_500_000

    def removal(self, ids: Sequence[str]) -> Removal:
        return Removal(len(ids), quotes=3, notes=1)

    def remove(self, ids: Sequence[str], *, report: Report, stop: Stop) -> Removal:
        self.calls.append(("remove", tuple(ids)))
        return self.removal(ids)

    def undo(self) -> Action | None:
        return self.action

    def redo(self) -> Action | None:
        return self.action

    def export(self, name: str, pane: Pane, stream: Any, query: str = "", **_how: object) -> int:
        FORMATS[name].write(selection(pane), stream)
        return len(ROWS[pane])

    def check(self, repair: bool = False) -> tuple[str, ...]:
        self.wrong = () if repair else self.wrong
        return self.wrong
