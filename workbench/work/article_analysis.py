"""Articles are analysed, each by itself; then their names, issues, facts and lineage are brought together.

What is slow to import (the language model, the analysis) is imported by the function that needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.model import Entity, Outcome, PendingWork, Report, Stop, never, no_report
from workbench.store import articles, mark_anchors
from workbench.store.entities import persons_by_article
from workbench.store.pending_work import current_revision, mark_done, pending_articles
from workbench.store.signatures import articles_to_sign
from workbench.store.transactions import patience
from workbench.work.analysis_progress import AnalysisProgress
from workbench.work.analysis_version import use_settings
from workbench.work.article_reading import ArticleReader, known_persons
from workbench.work.case_file import CaseFile
from workbench.work.workers import Workforce


def analyse(case: CaseFile, everything: bool = False, *, report: Report = no_report, stop: Stop = never) -> Outcome:
    """Analyse what waits (or everything), then group issues and match facts.

    An article that breaks the analysis stops no other: it is left waiting; a WorkbenchError at the end names it.
    """
    if everything:
        articles.mark_all_pending(case.db)
    waiting = articles.pending(case.db, version(case))
    progress = AnalysisProgress()
    with patience(case.db):
        uncompared = _read(case, waiting, progress, report, stop, everything)
    if progress.broken:
        raise WorkbenchError(
            f"{len(progress.broken)} of {len(waiting)} articles could not be analysed:"
            f" {'; '.join(progress.broken[:3])}.",
            "They stay in the case, readable and searchable; the rest is analysed.",
        )
    return progress.outcome(mark_anchors.lost_marks(case.db), uncompared)


def owed(case: CaseFile) -> PendingWork:
    """What waits: articles for their analysis, and what a kill, an edit or a removal left to be compared."""
    unread = articles.pending(case.db, version(case))
    uncompared = {
        *pending_articles(case.db, "names"),
        *pending_articles(case.db, "comparison"),
    }
    return PendingWork(len(unread), len(uncompared - {*unread}))


def pending(case: CaseFile) -> int:
    """How many articles wait for their analysis."""
    return owed(case).unread


@contextmanager
def following(case: CaseFile, report: Report, stop: Stop) -> Iterator[None]:
    """Where articles come or go meanwhile, let what the others say follow."""
    count, waiting = articles.count(case.db), {*articles.pending(case.db, version(case))}
    yield
    if articles.count(case.db) != count:
        again = [id for id in articles.pending(case.db, version(case)) if id not in waiting]
        with patience(case.db):
            _read(case, again, AnalysisProgress(), report, stop)


def version(case: CaseFile) -> str:
    """What an article is analysed by: this program with the analyst's stance words and persons."""
    return use_settings(case.analysis)


def _read(
    case: CaseFile,
    waiting: Sequence[str],
    progress: AnalysisProgress,
    report: Report,
    stop: Stop,
    everything: bool = False,
) -> int:
    """Read these articles, then do what is pending: names and comparison; how many were compared."""
    from workbench.work import article_comparison

    analysed_by = version(case)
    with Workforce(case.workforce, case.analysis, analysed_by) as workforce:
        reader = ArticleReader(case, analysed_by, len(waiting), progress, workforce, report, stop)
        settled = _settled(case, waiting)
        told = reader.read_together(waiting, settled, soon=not everything)
        if pending_articles(case.db, "names") and not stop():
            report(progress.done, len(waiting), "names")
            _link_persons(reader, told, settled)
        uncompared = len(pending_articles(case.db, "comparison"))
        if uncompared or articles_to_sign(case.db):
            report(progress.done, len(waiting), "comparing articles")
            article_comparison.compare(case.db, encode=workforce.encode, renew=everything)
    return uncompared


def _settled(case: CaseFile, waiting: Sequence[str]) -> dict[str, Entity]:
    """The person that each name is in the articles whose names are settled: the same before and after a kill."""
    open_ = {*waiting, *pending_articles(case.db, "names")}
    return known_persons(case, {id: own for id, own in persons_by_article(case.db).items() if id not in open_})


def _link_persons(reader: ArticleReader, told: dict[str, Mapping[str, Entity]], settled: Mapping[str, Entity]) -> None:
    """Read again the articles that know less of their persons than the whole case does; not those that were read last.

    `told`: what the case knew when an article was read; of those whose names are settled that is `settled`, unless
    articles are gone: without them more may be known of a name.
    """
    from workbench.analysis.entities.person_linking import is_outdated

    db = reader.case.db
    begun, found = current_revision(db), persons_by_article(db)
    known, last = known_persons(reader.case, found), next(reversed(told.values()), None)
    owed = {*pending_articles(db, "names")}
    known_before = {} if owed - {*articles.ids(db)} else settled
    before = {id: told.get(id, {} if id in owed else known_before) for id in found}
    behind = [id for id, own in found.items() if before[id] is not last and is_outdated(own, known, before[id])]
    again = replace(reader, total=len(behind), progress=AnalysisProgress(reader.progress.changes))
    again.read(behind, known)
    if not reader.stop():
        mark_done(db, "names", begun, behind)
