"""What the analyst corrects and judges, laid over what the machine found. Each call is one undoable action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.store import corrections, person_corrections
from workbench.store.issues import pinned_positions, pinned_topics
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


def correct_people(case: CaseFile, people: Sequence[str], values: Mapping[str, str]) -> str:
    """Correct name, role, country or kind of people in all their quotes, or give them another name (`alias`), in
    articles to come too: one action; what was done, in words. Several that get one name are one from then on.
    """
    from workbench.work.lookups import lookup_tables

    return person_corrections.correct_people(case.db, people, values, lookup_tables())


def merge_people(case: CaseFile, people: Sequence[str]) -> str:
    """Let people be one: the one most quoted. What was done, in words."""
    return person_corrections.merge_people(case.db, people)


def part_name(case: CaseFile, person: str, name: str) -> str:
    """Let one of the names of somebody be somebody else's. What was done, in words."""
    return person_corrections.part_name(case.db, person, name)


def rename_issues(case: CaseFile, labels: Sequence[str], new: str) -> str:
    """Give issues another label: another issue's label, and several, merge; the same one pins it. Topics near those
    the analyst named come under the same label when articles are added.
    """
    return corrections.rename_issues(case.db, labels, new)


def pinned(case: CaseFile) -> frozenset[str]:
    """The labels of issues that the analyst named or pinned."""
    return frozenset((*pinned_positions(case.db).values(), *pinned_topics(case.db).values()))


def put_under(case: CaseFile, positions: Sequence[str], label: str) -> str:
    """Part positions from their issue: put them under one of their own, or another one."""
    return corrections.put_under(case.db, positions, label)


def judge(case: CaseFile, targets: Sequence[str], status: str) -> str:
    """Mark positions or facts as confirmed or rejected, or as the machine's suggestions again."""
    return corrections.judge(case.db, targets, status)


def revert(case: CaseFile, targets: Sequence[str], field: str) -> str:
    """Take edits of a field away, so that the machine's value shows again; of target "issue" the pin of a label;
    of people their `role` or `country`, or else whom their names lead to.
    """
    if targets and all(target.startswith("E") for target in targets):
        return person_corrections.revert_people(case.db, targets, field)
    return corrections.revert(case.db, targets, field)
