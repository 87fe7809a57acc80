"""The facade: every use case as a method of an open case.

Each method is a function of the module of its kind, which has its signature and says what it does; its first parameter
is the open case. This list says where each is. A module is imported when the first of its functions is called, so that
a command and the desk begin without what they may never use.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from workbench.work.case_file import CaseFile

MODULES = (
    "additions", "article_analysis", "browsing", "corrections", "exports", "fact_grouping", "imports", "integrity",
    "marks", "provenance", "removals", "tables", "undo_list",
)  # fmt: skip


class UseCases:
    """The functions of a module by their names; each imports the module when it is called."""

    def __init__(self, module: str) -> None:
        self._module = f"workbench.work.{module}"

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def use_case(case: CaseFile, *args: Any, **kwargs: Any) -> Any:
            return getattr(import_module(self._module), name)(case, *args, **kwargs)

        use_case.__name__ = name
        return use_case


if TYPE_CHECKING:
    from workbench.work import (
        additions,
        article_analysis,
        browsing,
        corrections,
        exports,
        fact_grouping,
        imports,
        integrity,
        marks,
        provenance,
        removals,
        tables,
        undo_list,
    )
else:
    (
        additions,
        article_analysis,
        browsing,
        corrections,
        exports,
        fact_grouping,
        imports,
        integrity,
        marks,
        provenance,
        removals,
        tables,
        undo_list,
    ) = map(UseCases, MODULES)


class Case(CaseFile):
    """One open case. Command line and TUI call nothing else."""

    # What comes in, and goes
    add = additions.add
    removal = removals.removal
    remove = removals.remove

    # What is found in it
    analyse = article_analysis.analyse
    pending = article_analysis.pending
    owed = article_analysis.owed

    # Lists, and single things
    search = browsing.search
    counts = browsing.counts
    facets = browsing.facets
    names = browsing.names
    vocabulary = browsing.vocabulary
    article = browsing.article
    quote = browsing.quote
    position = browsing.position
    fact = browsing.fact
    person = browsing.person
    first_place = browsing.first_place
    show = browsing.show
    document = browsing.document
    highlights = browsing.highlights
    state = browsing.state

    # Side by side
    matrix = tables.matrix
    agreements = tables.agreements
    compare = tables.compare
    coverage = tables.coverage

    # Where articles come from
    lineage = provenance.lineage
    descent = provenance.descent
    versions = provenance.versions
    edits = provenance.edits

    # What the analyst adds
    tag = marks.tag
    untag = marks.untag
    star = marks.star
    tags = marks.tags
    note = marks.note
    rewrite_note = marks.rewrite_note
    drop_note = marks.drop_note
    tag_passage = marks.tag_passage
    make_quote = marks.make_quote
    saved_searches = marks.saved_searches
    save_search = marks.save_search
    forget_search = marks.forget_search

    # What the analyst corrects and judges
    checked = corrections.checked
    correct = corrections.correct
    edit = corrections.edit
    respeak = corrections.respeak
    correct_people = corrections.correct_people
    merge_people = corrections.merge_people
    part_name = corrections.part_name
    rename_issues = corrections.rename_issues
    pinned = corrections.pinned
    put_under = corrections.put_under
    judge = corrections.judge
    revert = corrections.revert
    merge = fact_grouping.merge
    part = fact_grouping.part
    move = fact_grouping.move

    # Back and forth
    undo = undo_list.undo
    redo = undo_list.redo
    actions = undo_list.actions

    # What goes out
    export = exports.export
    selection = exports.selection
    article_cache = exports.article_cache

    # What comes in again
    import_annotations = imports.import_annotations

    # Whether it is whole, and no larger than it must be
    check = integrity.check
    compact = integrity.compact
