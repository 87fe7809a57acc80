"""What the analyst corrects and judges, laid over what the machine found. Each call is one undoable action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.store import corrections
from workbench.store.issues import pinned_labels
from workbench.store.quotes import quotes_by_speaker
from workbench.work.case_file import CaseFile


def checked(case: CaseFile, field: str, value: Any) -> Any:
    """The value of a field as it is stored: countries and languages as codes, dates in ISO order.

    A UsageError says what would do for one that makes no sense. `field`: one of `correct`, or of a speaker.
    """
    from workbench.work.lookups import checked

    return checked(field, value)


def correct(case: CaseFile, targets: Sequence[str], values: Mapping[str, Any]) -> str:
    """Lay values of the analyst's over what the machine found in each target: one action; what was done, in words.

    Articles: names of ARTICLE_FIELDS, a str each. Quotes: `speakers`, a list of {name, kind, role, country}.
    Positions: `stance`, `issue` or `status`, a str each. Facts: `gist` or `status`, a str. The values are checked
    as by `checked`.
    """
    from workbench.work.lookups import lookup_tables

    return corrections.correct(case.db, targets, values, lookup_tables())


def edit(case: CaseFile, target: str, field: str, value: Any) -> str:
    """Correct one field of one thing; of target "issue" the label `field`, everywhere."""
    if target == "issue":
        return rename_issues(case, [field], value)
    return correct(case, [target], {field: value})


def respeak(case: CaseFile, quotes: Sequence[str], values: Mapping[str, str], whose: str = "") -> str:
    """Correct name, role, country or kind of a speaker in each of some quotes: one action; what was done, in words.

    The speaker called `whose`, else the one that all of them share, else of each quote its only one.
    """
    from workbench.work.lookups import lookup_tables

    return corrections.respeak(case.db, quotes, values, whose, lookup_tables())


def quotes_of(case: CaseFile, speaker: str) -> list[str]:
    """The ids of all quotes whose speaker has that very name."""
    return quotes_by_speaker(case.db, speaker)


def rename_issues(case: CaseFile, labels: Sequence[str], new: str) -> str:
    """Give issues another label: another issue's label, and several, merge; the same one pins it. Topics near those
    the analyst named come under the same label when articles are added.
    """
    return corrections.rename_issues(case.db, labels, new)


def pinned(case: CaseFile) -> frozenset[str]:
    """The labels of issues that the analyst named or pinned."""
    return frozenset(pinned_labels(case.db).values())


def put_under(case: CaseFile, positions: Sequence[str], label: str) -> str:
    """Part positions from their issue: put them under one of their own, or another one."""
    return corrections.put_under(case.db, positions, label)


def judge(case: CaseFile, targets: Sequence[str], status: str) -> str:
    """Mark positions or facts as confirmed or rejected, or as the machine's suggestions again."""
    return corrections.judge(case.db, targets, status)


def revert(case: CaseFile, targets: Sequence[str], field: str) -> str:
    """Take edits of a field away, so that the machine's value shows again; of target "issue" the pin of a label."""
    return corrections.revert(case.db, targets, field)
