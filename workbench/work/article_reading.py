"""Articles are read, and what is found in each is stored, in one transaction.

Who somebody is, other articles may tell. So articles that wait are read in portions: the persons and quotes of all
first, then the rest of each, once, with the persons that the case knows by then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from workbench.errors import NotFound
from workbench.model import Analysis, Article, Entity, Report, Stop
from workbench.store import results
from workbench.store.entities import persons_by_article, persons_of
from workbench.store.people import corrected_people
from workbench.work.analysis_progress import AnalysisProgress
from workbench.work.browsing import article
from workbench.work.case_file import CaseFile

if TYPE_CHECKING:
    from workbench.analysis.article import Reading

Found = TypeVar("Found")
PORTION = 200_000
"""So many characters are read together, some forty articles; the last of them may go beyond."""


def known_persons(case: CaseFile, mentions: Mapping[str, Sequence[Entity]]) -> dict[str, Entity]:
    """The person that each name is in the whole case, as the analyst says, else as the articles do.

    `mentions`: the persons of each article.
    """
    from workbench.analysis.entities import person_linking

    linked = person_linking.link_people([e for own in mentions.values() for e in own])
    return person_linking.with_corrections(linked, corrected_people(case.db))


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Reads articles of a case; one that breaks the analysis stops no other."""

    case: CaseFile
    version: str
    total: int
    """How many articles there are to read."""
    progress: AnalysisProgress
    report: Report
    stop: Stop

    def read(self, ids: Sequence[str], known: Mapping[str, Entity]) -> None:
        """Read articles, each by itself, with the persons that the case knows."""
        for id in ids:
            if self.stop():
                break
            if begun := self._begin(id, known):
                self._finish(begun)

    def read_together(self, ids: Sequence[str], settled: Mapping[str, Entity]) -> frozenset[str]:
        """Read articles with each other's persons; `settled`: those that the case knew before.

        Which of them were read with all persons that the case knows by now: those of the last portion.
        """
        from workbench.analysis.entities.person_linking import is_outdated

        waiting, last = iter(ids), frozenset[str]()
        while begun := self._begin_portion(waiting, settled):
            own = {one.article.id: persons_of(one.found) for one in begun}
            last = frozenset(own)
            known = known_persons(self.case, persons_by_article(self.case.db) | own)
            while begun and not self.stop():
                reading = begun.popleft()
                self._finish(reading, known if is_outdated(own[reading.article.id], known) else None)
        return last

    def _begin_portion(self, waiting: Iterator[str], known: Mapping[str, Entity]) -> deque[Reading]:
        begun: deque[Reading] = deque()
        length = 0
        while length < PORTION and (id := next(waiting, "")) and not self.stop():
            if reading := self._begin(id, known):
                begun.append(reading)
                length += len(reading.article.text)
        return begun

    def _begin(self, id: str, known: Mapping[str, Entity]) -> Reading | None:
        """The persons and quotes of an article; None where there is nothing to go on with."""
        from workbench.analysis import article as analysis

        try:
            read = article(self.case, id).value
        except NotFound:  # it was taken out meanwhile
            return None
        begun = self._tried(read, lambda: analysis.begin(read, known))
        if isinstance(begun, Analysis):
            self._store(begun)
            return None
        return begun

    def _finish(self, reading: Reading, known: Mapping[str, Entity] | None = None) -> None:
        """Find the rest and store all; `known`: the persons to begin again with, where they are others."""
        from workbench.analysis import article as analysis

        def finish() -> Analysis:
            return analysis.finish(reading if known is None else analysis.begin_again(reading, known))

        if found := self._tried(reading.article, finish):
            self._store(found)

    def _tried(self, read: Article, step: Callable[[], Found]) -> Found | None:
        """What a step of the analysis of an article gives; None, and noted, where it breaks."""
        self.report(self.progress.done + len(self.progress.broken), self.total, read.title or read.source)
        try:
            return step()
        except Exception as error:  # whatever one text does to a parser, the others go on
            self.progress.broken.append(f"{read.source} ({type(error).__name__}: {error})")
            return None

    def _store(self, found: Analysis) -> None:
        with suppress(NotFound):  # it was taken out meanwhile
            self.progress.add(found, results.save_analysis(self.case.db, found, self.version))
