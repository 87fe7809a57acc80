"""Articles are read, and what is found in each is stored, in one transaction.

Who somebody is, other articles may tell. So articles that wait are read in portions: the persons and quotes of all
first, then the rest of each, once, with the persons that the case knows by then. Other processes may read; this one
stores, in the order of the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

from workbench.errors import NotFound
from workbench.model import Analysis, Article, Entity, KeptOutput, Report, Stop
from workbench.store import results
from workbench.store.entities import persons_by_article, persons_of
from workbench.store.kept_output import load_kept_output, save_kept_output
from workbench.store.people import corrected_people
from workbench.work.analysis_progress import AnalysisProgress
from workbench.work.browsing import article
from workbench.work.case_file import CaseFile
from workbench.work.workers import AnyTask, Broken, Task, Workforce

if TYPE_CHECKING:
    from workbench.analysis.entities.person_index import PersonIndex

PORTIONS = (200_000, 4_000_000)
"""So many characters are read together at first, some forty articles, so that something is soon there; and then, so
that little has to be read again for what later articles tell. The last article of a portion may go beyond."""


def known_persons(case: CaseFile, mentions: Mapping[str, Sequence[Entity]]) -> dict[str, Entity]:
    """The person that each name is in the whole case, as the analyst says, else as the articles do.

    `mentions`: the persons of each article.
    """
    from workbench.analysis.entities import person_linking

    linked = person_linking.link_people([e for own in mentions.values() for e in own])
    return person_linking.with_corrections(linked, corrected_people(case.db))


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Has the articles of a case read; one that breaks the analysis stops no other."""

    case: CaseFile
    version: str
    total: int
    """How many articles there are to read."""
    progress: AnalysisProgress
    workforce: Workforce
    report: Report
    stop: Stop

    def read(self, ids: Iterable[str], known: Mapping[str, Entity]) -> None:
        """Read articles, each by itself, with the persons that the case knows."""
        from workbench.analysis.entities.person_index import PersonIndex

        index = PersonIndex(known)
        self._finish(Task("finish", one, index.named_in(one.text), kept=kept) for one, kept in self._articles(ids))

    def read_together(
        self, ids: Sequence[str], settled: Mapping[str, Entity], soon: bool = True
    ) -> dict[str, Mapping[str, Entity]]:
        """Read articles with each other's persons; `settled`: those that the case knew before, `soon`: whether somebody
        waits for the first.

        What the case knew by then of the persons of each that was read.
        """
        from workbench.analysis.entities.person_index import PersonIndex

        before, told = PersonIndex(settled), dict[str, Mapping[str, Entity]]()
        for portion in _portions(self._articles(ids), PORTIONS if soon else PORTIONS[1:]):
            own = dict(self._begin(portion, before))
            known = known_persons(self.case, persons_by_article(self.case.db) | own)
            told |= dict.fromkeys(own, known)
            self._finish(self._tasks(own, before, known))
            if self.stop():
                break
        return told

    def _begin(
        self, articles: Iterable[tuple[Article, KeptOutput]], known: PersonIndex
    ) -> Iterator[tuple[str, list[Entity]]]:
        """The ids of articles with their persons; where there is nothing more to find, that is stored."""
        for found in self._do(Task("begin", one, known.named_in(one.text), kept=kept) for one, kept in articles):
            if found.unanalysed:
                self._store(found)
            else:
                save_kept_output(self.case.db, found.article_id, found.kept)
                self.progress.begun += 1
                yield found.article_id, persons_of(found)

    def _tasks(
        self, own: Mapping[str, Sequence[Entity]], before: PersonIndex, known: Mapping[str, Entity]
    ) -> Iterator[Task]:
        """What is left to do with articles that were begun: where `known` has more of their persons, with that."""
        from workbench.analysis.entities.person_index import PersonIndex
        from workbench.analysis.entities.person_linking import is_outdated

        now = PersonIndex(known)
        for one, kept in self._articles(own):
            begun_with = before.named_in(one.text)
            told = now.named_in(one.text) if is_outdated(own[one.id], known, begun_with) else begun_with
            yield Task("finish", one, told, as_begun=told is begun_with, kept=kept)

    def _finish(self, tasks: Iterable[Task]) -> None:
        """Find the rest and store all."""
        for found in self._do(tasks):
            self._store(found)

    def _do(self, tasks: Iterable[Task]) -> Iterator[Analysis]:
        """What is found by tasks, in their order; what breaks is noted."""
        for task, found in self.workforce.do(tasks, self.stop, self._show):
            if isinstance(found, Broken) and isinstance(task, Task):
                self.progress.broken.append(f"{task.article.source} ({found.reason})")
            elif isinstance(found, Analysis):
                yield found

    def _show(self, task: AnyTask) -> None:
        if isinstance(task, Task):
            self.report(self.progress.steps, self.total, task.article.title or task.article.source)

    def _articles(self, ids: Iterable[str]) -> Iterator[tuple[Article, KeptOutput]]:
        for id in ids:
            with suppress(NotFound):  # it was taken out meanwhile
                yield article(self.case, id).value, load_kept_output(self.case.db, id)

    def _store(self, found: Analysis) -> None:
        with suppress(NotFound):  # it was taken out meanwhile
            self.progress.add(found, results.save_analysis(self.case.db, found, self.version))


def _portions(
    articles: Iterator[tuple[Article, KeptOutput]], sizes: Sequence[int]
) -> Iterator[Iterator[tuple[Article, KeptOutput]]]:
    """The articles in portions, each of which has to be gone through before the next; the last of `sizes` goes on."""
    for size, first in zip(chain(sizes, repeat(sizes[-1])), articles, strict=False):
        yield chain([first], _up_to(size - len(first[0].text), articles))


def _up_to(left: int, articles: Iterator[tuple[Article, KeptOutput]]) -> Iterator[tuple[Article, KeptOutput]]:
    while left > 0 and (one := next(articles, None)):
        left -= len(one[0].text)
        yield one
