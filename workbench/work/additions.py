"""What comes in: files, folders and pasted text become articles of the case. Nothing is analysed here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.errors import SourceError
from workbench.model import Failure, GivenMetadata, Report, Stop, Summary, article_id, never, no_report
from workbench.store import articles, metadata_overrides
from workbench.store.transactions import patience
from workbench.work.case_file import CaseFile

if TYPE_CHECKING:
    from workbench.ingest import FileNames


def add(
    case: CaseFile,
    sources: Sequence[str],
    overrides: Mapping[str, str] | None = None,
    *,
    names: FileNames | None = None,
    report: Report = no_report,
    stop: Stop = never,
    stdin: Callable[[], bytes] = lambda: sys.stdin.buffer.read(),
) -> Summary:
    """Add files, folders, globs or `-`; what is known already stays. Does not analyse.

    `overrides` sets fields of ARTICLE_FIELDS for every article added, and of those known already where the analyst
    has not set them; they are checked first, as by `checked`. `names` (of `file_names`) reads the files' names.
    """
    from workbench import ingest
    from workbench.work.lookups import checked

    given = {name: checked(name, value) for name, value in (overrides or {}).items()}
    names = names or ingest.FileNames()
    added: list[str] = []
    failures: list[Failure] = []
    known: list[str] = []
    total = ingest.estimate_count(sources, case.within)
    with patience(case.db):
        for done, item in enumerate(ingest.read_documents(sources, stdin, case.within), 1):
            if stop():
                break
            if isinstance(item, Failure):
                failures.append(item)
            elif articles.has_document(case.db, item.id):
                known.append(article_id(item.id))
            else:
                try:
                    article = ingest.build_article(item, given, names)
                except SourceError as error:
                    failures.append(Failure(item.source, str(error)))
                else:
                    new = articles.add(case.db, item, article)
                    (added if new else known).append(article.id)
            report(done, total, item.source)
    changed = metadata_overrides.override_metadata(case.db, known, given) if given and known else GivenMetadata()
    repeated = articles.count_repeated_texts(case.db, added) if added else 0
    return Summary(tuple(added), len(known), tuple(failures), names.unfitting, changed, repeated)


def file_names(pattern: str, sources: Sequence[str]) -> FileNames:
    """What reads the names of these files by a pattern (`{outlet}_{date}_{title}`); a UsageError if it fits none."""
    from workbench import ingest

    return ingest.FileNames(pattern, ingest.source_names(sources))
