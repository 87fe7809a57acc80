"""Articles of a canal and its barges, all that a case says of them, and what a kill leaves of a case.

The file of a case is copied before each commit, which is what a kill at that moment leaves on the disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.store.entities import load_entities
from workbench.work import Case

SHARED = (
    "Two barges collided on the canal near Tessen on Monday, injuring at least nine people. The harbour master "
    "rejected calls for his resignation and said that the crews had been warned twice of the fog that lay there. "
    "Divers searched the basin until the evening, while lorries carried the cargo of grain to a warehouse."
)
STORY = {
    "1": "Varga said on Monday that the lock gates would hold. He said the crews were ready. "
    "Norland opposes a toll on the canal.",
    "2": f"{SHARED} Chile supports a toll on the canal.",
    "3": "Hungarian Transport Minister Pal Varga said the gates were checked in spring. "
    "At least nine people were hurt when two barges collided near Tessen on Monday. Chile rejected the canal toll.",
    "4": f"{SHARED} Repairs will cost 40 million crowns, Varga said.",
    "5": "Repair work is expected to cost about 40 million crowns. Okafor said nothing was decided.",
    "6": "Mayor Ines Okafor said that repair work would cost about 40 million crowns.",
}
ARTICLES = len(STORY) + 2


def told(case: Case) -> dict[str, Any]:
    """All that an analysis says of a case, as it is shown."""
    lists = {pane: {row.id: row.value for row in case.search(pane, limit=-1).rows} for pane in ("quotes", "positions")}
    facts = {row.id: row.value for row in case.search("facts", limit=-1).rows}
    issues = {position.topic: position.issue for position in lists["positions"].values()}
    return {
        **lists, "facts": facts, "issues": issues, "lineage": {*case.lineage()}, "versions": case.versions(),
        "names": load_entities(case.db),
    }  # fmt: skip


def before_each_commit(case: Case, kept: Path, work: Callable[[], object]) -> list[Path]:
    """Do some work; what a kill before each commit of it, and after the last, leaves."""
    copies: list[Path] = []

    def keep(statement: str = "COMMIT") -> None:
        if statement == "COMMIT":
            copies.append(kept / f"{len(copies):03}.db")
            for end in ("", "-wal"):
                if (part := Path(f"{case.path}{end}")).exists():
                    shutil.copyfile(part, f"{copies[-1]}{end}")

    kept.mkdir()
    case.db.conn.set_trace_callback(keep)
    work()
    keep()
    case.db.conn.set_trace_callback(None)
    return copies


def resumed(path: Path, folder: Path) -> dict[str, Any]:
    """The next start on what was left: the same sources added again, then what is owed."""
    with Case.open(path) as case:
        assert case.check() == ()
        case.add([str(folder)])
        if case.owed():
            case.analyse()
        assert not case.owed()
        assert case.check() == ()
        return told(case)
