"""The stages in which a case grows, each measured on a copy of what the stage before left."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.scale.commands import Cost, add_on_the_desk, cost_of
from tests.benchmarks.side_by_side import Checkout, Figures

MORE = 10
"""So many articles are added to the case that there is."""
STAGES = {
    "add": "add the articles",
    "more": "add ten more",
    "again": "analyse all again",
    "desk": "one article to the screen, desk open",
}


@dataclass(frozen=True, slots=True)
class GrowingCase:
    """The cases of one checkout, in a folder of its own: `add.db` is what stage `add` left, and so on."""

    checkout: Checkout
    folder: Path
    files: Sequence[Path]
    """The articles: the first ones, MORE, and one for the desk."""

    def measured(self, stage: str) -> Figures:
        """The figures of a stage; an earlier one that was never done is done first."""
        path = self._begun(stage)
        what = STAGES[stage]
        if stage == "desk":
            return {(what, "s"): add_on_the_desk(self.checkout, path, self.files[-1])}
        words: dict[str, tuple[object, ...]] = {
            "add": ("add", *self.files[: -MORE - 1]),
            "more": ("add", *self.files[-MORE - 1 : -1]),
            "again": ("analyse", "--all"),
        }
        found = _figures(what, cost_of(self.checkout, *words[stage], "--case", path))
        shutil.move(path, self._left(stage))
        return found

    def _begun(self, stage: str) -> Path:
        """A case to do a stage on."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{stage}-begun.db"
        path.unlink(missing_ok=True)
        if stage != "add":
            before = [*STAGES][[*STAGES].index(stage) - 1]
            if not self._left(before).exists():
                self.measured(before)
            shutil.copyfile(self._left(before), path)
        return path

    def _left(self, stage: str) -> Path:
        return self.folder / f"{stage}.db"


def _figures(what: str, cost: Cost) -> Figures:
    return {
        (what, "s"): cost.wall,
        (what, "s CPU"): cost.cpu,
        (what, "MB, parent"): cost.parent,
        (what, "MB, a worker"): cost.worker,
        (what, "MB together"): cost.memory,
    }
