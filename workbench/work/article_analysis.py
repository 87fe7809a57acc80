"""Articles are analysed, each by itself; then their names, issues, facts and lineage are brought together.

What is slow to import (the language model, the analysis) is imported by the function that needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from workbench.errors import NotFound, WorkbenchError
from workbench.model import Entity, Outcome, PendingWork, Report, Stop, never, no_report
from workbench.store import articles, mark_anchors, results
from workbench.store.entities import persons_by_article
from workbench.store.pending_work import current_revision, mark_done, pending_articles
from workbench.store.people import corrected_people
from workbench.store.signatures import articles_without_signature
from workbench.work.analysis_progress import AnalysisProgress
from workbench.work.browsing import article
from workbench.work.case_file import CaseFile


def analyse(case: CaseFile, everything: bool = False, *, report: Report = no_report, stop: Stop = never) -> Outcome:
    """Analyse what waits (or everything), then group issues and match facts.

    An article that breaks the analysis stops no other: it is left waiting; a WorkbenchError at the end names it.
    """
    from workbench.nlp.pipeline import outputs_kept

    if everything:
        articles.mark_all_pending(case.db)
    waiting = articles.pending(case.db, version(case))
    progress = AnalysisProgress()
    with outputs_kept():
        _analyse(case, waiting, _settled(case, waiting), progress, report, stop)
        uncompared = _bring_together(case, progress, len(waiting), report, stop, everything)
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
        progress = AnalysisProgress()
        _analyse(case, again, _settled(case, again), progress, report, stop)
        _bring_together(case, progress, len(again), report, stop)


def version(case: CaseFile) -> str:
    """What an article is analysed by: this program with the analyst's stance words and persons."""
    from workbench.analysis import revision
    from workbench.analysis.entities.countries import code
    from workbench.analysis.knowledge import bodies, office_holders
    from workbench.analysis.knowledge.analyst_people import read_people
    from workbench.analysis.positions import stance_lexicon

    stance_lexicon.use_analyst_words(case.analysis.stances)
    office_holders.use_analyst_people(read_people(case.analysis.people, code).bearers)
    office_holders.use_known_people(case.analysis.known_people)
    bodies.use_bodies(case.analysis.known_people)
    return revision.version()


def _bring_together(
    case: CaseFile, progress: AnalysisProgress, total: int, report: Report, stop: Stop, everything: bool = False
) -> int:
    """Do what is pending once articles are read, or went: names and comparison; how many were compared."""
    from workbench.work import article_comparison

    if pending_articles(case.db, "names") and not stop():
        report(progress.done, total, "names")
        _link_persons(case, progress, report, stop)
    uncompared = len(pending_articles(case.db, "comparison"))
    if uncompared or articles_without_signature(case.db):
        report(progress.done, total, "comparing articles")
        article_comparison.compare(case.db, everything)
    return uncompared


def _settled(case: CaseFile, waiting: Sequence[str]) -> dict[str, Entity]:
    """The person that each name is in the articles whose names are settled: the same before and after a kill."""
    open_ = {*waiting, *pending_articles(case.db, "names")}
    return _known(case, [e for id, own in persons_by_article(case.db).items() if id not in open_ for e in own])


def _known(case: CaseFile, mentions: Sequence[Entity]) -> dict[str, Entity]:
    """The person that each name is in the whole case, as the analyst says, else as the articles do."""
    from workbench.analysis.entities import person_linking

    return person_linking.with_corrections(person_linking.link_people(mentions), corrected_people(case.db))


def _link_persons(case: CaseFile, progress: AnalysisProgress, report: Report, stop: Stop) -> None:
    """Read again the articles that know less of their persons than the whole case does."""
    from workbench.analysis.entities import person_linking

    begun, found = current_revision(case.db), persons_by_article(case.db)
    known = _known(case, [e for own in found.values() for e in own])
    behind = [id for id, own in found.items() if person_linking.is_outdated(own, known)]
    _analyse(case, behind, known, AnalysisProgress(progress.changes), report, stop)
    if not stop():
        mark_done(case.db, "names", begun, behind)


def _analyse(
    case: CaseFile,
    ids: Sequence[str],
    known: Mapping[str, Entity],
    progress: AnalysisProgress,
    report: Report,
    stop: Stop,
) -> None:
    """Analyse these articles, each one transaction, with the persons that the case knows."""
    from workbench.analysis import article as analysis

    for id in ids:
        if stop():
            break
        try:
            read = article(case, id).value
        except NotFound:  # it was taken out meanwhile
            continue
        report(progress.done + len(progress.broken), len(ids), read.title or read.source)
        try:
            found = analysis.analyse(read, known)
        except Exception as error:  # whatever one text does to a parser, the others go on
            progress.broken.append(f"{read.source} ({type(error).__name__}: {error})")
        else:
            with suppress(NotFound):
                progress.add(found, results.save_analysis(case.db, found, version(case)))
