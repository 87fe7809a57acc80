"""The use cases: the one place that joins the layers. Command line and TUI call nothing else.

A `Case` may be used from any thread: each thread has its own connection, and every change is one transaction. What is
slow to import (language model, extraction) is imported by the method that needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING, Any

from workbench.errors import NotFound, SourceError, UsageError, WorkbenchError
from workbench.model import (
    Action,
    Article,
    Document,
    Entity,
    Fact,
    Failure,
    Given,
    Lineage,
    Outcome,
    Owed,
    Pane,
    Position,
    Quote,
    Removal,
    Report,
    Span,
    Stop,
    Summary,
    article_id,
    never,
    no_report,
)
from workbench.store import (
    articles,
    comparison,
    corrections,
    facets,
    given_metadata,
    highlights,
    history,
    integrity,
    mark_anchors,
    match_constraints,
    notes,
    pending_work,
    people,
    removal,
    results,
    search,
    versions,
)
from workbench.store import names as names_in_case
from workbench.store.connection import Store
from workbench.store.transactions import state, writing
from workbench.views import (
    Agreement,
    Comparison,
    Coverage,
    Descent,
    Edit,
    Facet,
    Head,
    Highlight,
    Matrix,
    Results,
    Row,
    Vocabulary,
)
from workbench.views.missing_outlets import searched
from workbench.work.analysis_run import Run

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.export import Selection
    from workbench.ingest import Names

NO_WORDS: Mapping[str, str] = MappingProxyType({})
EVERYTHING = -1
"""A limit that is none, as SQLite has it."""
PANE_OF: dict[str, Pane] = {"A": "articles", "Q": "quotes", "P": "positions", "F": "facts", "N": "notes"}


class Case:
    """One open case."""

    def __init__(self, store: Store, stances: Mapping[str, str] = NO_WORDS, within: Path | None = None) -> None:
        self._store = store
        self._stances = stances
        self._within = str(within or "")

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, stances: Mapping[str, str] = NO_WORDS, within: Path | None = None
    ) -> Case:
        """Open the case at `path`; raises a CaseError when it cannot be used. `stances`: the analyst's stance words, as
        the settings have them; `within`: the only folder that articles are added from.
        """
        return cls(Store.open(path, create=create), stances, within)

    @property
    def path(self) -> Path:
        """Where the case is."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the case can only be read."""
        return self._store.read_only

    @property
    def _db(self) -> Database:
        return self._store.db

    def close(self) -> None:
        """Close every thread's connection."""
        self._store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What comes in

    def add(
        self,
        sources: Sequence[str],
        overrides: Mapping[str, str] | None = None,
        *,
        names: Names | None = None,
        report: Report = no_report,
        stop: Stop = never,
        stdin: Callable[[], bytes] = lambda: sys.stdin.buffer.read(),
    ) -> Summary:
        """Add files, folders, globs or `-`; what is known already stays. Does not analyse.

        `overrides` sets fields of ARTICLE_FIELDS for every article added, and of those known already where the analyst
        has not set them; they are checked first, as by `checked`. `names` (of `file_names`) reads the files' names.
        """
        from workbench import ingest

        given = {name: self.checked(name, value) for name, value in (overrides or {}).items()}
        names = names or ingest.Names()
        added: list[str] = []
        failures: list[Failure] = []
        known: list[str] = []
        total = ingest.estimate(sources, self._within)
        for done, item in enumerate(ingest.documents(sources, stdin, self._within), 1):
            if stop():
                break
            if isinstance(item, Failure):
                failures.append(item)
            elif articles.known(self._db, item.id):
                known.append(article_id(item.id))
            else:
                try:
                    article = ingest.article(item, given, names)
                except SourceError as error:
                    failures.append(Failure(item.source, str(error)))
                else:
                    if articles.add(self._db, item, article):
                        added.append(article.id)
                    else:
                        known.append(article.id)
            report(done, total, item.source)
        changed = given_metadata.give(self._db, known, given) if given and known else Given()
        return Summary(tuple(added), len(known), tuple(failures), names.unfitting, changed)

    def removal(self, ids: Sequence[str]) -> Removal:
        """What would go along if articles were taken out."""
        return removal.removal(self._db, ids)

    def remove(self, ids: Sequence[str], *, report: Report = no_report, stop: Stop = never) -> Removal:
        """Take articles out, as one action; what went along. What the others say is made anew without them."""
        with self._following(report, stop):
            return removal.remove(self._db, ids)

    def analyse(self, everything: bool = False, *, report: Report = no_report, stop: Stop = never) -> Outcome:
        """Analyse what waits (or everything), then group issues and match facts.

        An article that breaks the analysis stops no other: it is left waiting; a WorkbenchError at the end names it.
        """
        if everything:
            articles.wait_again(self._db)
        waiting = articles.pending(self._db, self._version())
        run = Run()
        self._analyse(waiting, self._settled(waiting), run, report, stop)
        uncompared = self._settle(run, len(waiting), report, stop, everything)
        if run.broken:
            raise WorkbenchError(
                f"{len(run.broken)} of {len(waiting)} articles could not be analysed: {'; '.join(run.broken[:3])}.",
                "They stay in the case, readable and searchable; the rest is analysed.",
            )
        return run.outcome(mark_anchors.lost(self._db), uncompared)

    def _settle(self, run: Run, total: int, report: Report, stop: Stop, everything: bool = False) -> int:
        """Do what is owed once articles are read, or went: names and comparison; how many were compared."""
        from workbench.work import article_comparison

        if pending_work.owed(self._db, "names") and not stop():
            report(run.done, total, "names")
            self._unify(run, report, stop)
        uncompared = len(pending_work.owed(self._db, "comparison"))
        if uncompared or comparison.undigested(self._db):
            report(run.done, total, "comparing articles")
            article_comparison.compare(self._db, everything)
        return uncompared

    def _settled(self, waiting: Sequence[str]) -> dict[str, Entity]:
        """The person that each name is in the articles whose names are settled: the same before and after a kill."""
        from workbench.analysis.entities import person_linking

        open_ = {*waiting, *pending_work.owed(self._db, "names")}
        return person_linking.unify(
            [e for id, own in people.by_article(self._db).items() if id not in open_ for e in own]
        )

    def _unify(self, run: Run, report: Report, stop: Stop) -> None:
        """Read again the articles that know less of their persons than the whole case does."""
        from workbench.analysis.entities import person_linking

        begun, found = pending_work.begun(self._db), people.by_article(self._db)
        known = person_linking.unify([e for own in found.values() for e in own])
        behind = [id for id, own in found.items() if person_linking.outdated(own, known)]
        self._analyse(behind, known, Run(run.changes), report, stop)
        if not stop():
            pending_work.done(self._db, "names", begun, behind)

    def _analyse(self, ids: Sequence[str], known: Mapping[str, Entity], run: Run, report: Report, stop: Stop) -> None:
        """Analyse these articles, each one transaction, with the persons that the case knows."""
        from workbench.analysis import article as analysis

        for id in ids:
            if stop():
                break
            try:
                article = self.article(id).value
            except NotFound:  # it was taken out meanwhile
                continue
            report(run.done + len(run.broken), len(ids), article.title or article.source)
            try:
                found = analysis.analyse(article, known)
            except Exception as error:  # whatever one text does to a parser, the others go on
                run.broken.append(f"{article.source} ({type(error).__name__}: {error})")
            else:
                with suppress(NotFound):
                    run.add(found, results.save(self._db, found, self._version()))

    def pending(self) -> int:
        """How many articles wait for their analysis."""
        return self.owed().unread

    def owed(self) -> Owed:
        """What waits: articles for their analysis, and what a kill, an edit or a removal left to be compared."""
        unread = articles.pending(self._db, self._version())
        return Owed(
            len(unread),
            len({*pending_work.owed(self._db, "names"), *pending_work.owed(self._db, "comparison")} - {*unread}),
        )

    def _version(self) -> str:
        """What an article is analysed by: this program with the analyst's stance words."""
        from workbench.analysis import revision
        from workbench.analysis.positions import stance_lexicon

        stance_lexicon.use(self._stances)
        return revision.version()

    # Reading

    def search(
        self, pane: Pane, query: str = "", *, limit: int = 200, offset: int = 0, order: str = ""
    ) -> Results[Any]:
        """A page of a pane's list. `order`: "" (relevance if there are words, else date), date, title, outlet,
        speaker, country, confidence, text, kind, told, differs, source; a minus before it turns it round.

        The rows of `articles` carry Article values with empty text; quotes, positions, facts and notes are whole.
        """
        return search.search(
            self._db, pane, query, limit=limit, offset=offset, order=order, country_codes=country_codes()
        )

    def counts(self, query: str = "") -> dict[Pane, int]:
        """How many rows each pane has for a query."""
        return search.counts(self._db, query, country_codes=country_codes())

    def facets(self, query: str = "") -> tuple[Facet, ...]:
        """The entries of the side tree for a query: outlet, country, speaker, tag, kind, stance, issue."""
        return facets.facets(self._db, query, country_codes=country_codes())

    def names(self) -> tuple[Facet, ...]:
        """All that has a name: outlet, country, speaker, issue, tag; of facts and articles the ids, with labels."""
        return names_in_case.names(self._db)

    def vocabulary(self) -> Vocabulary:
        """What a query may hold beside words: every field, and the values that it has in this case."""
        return names_in_case.vocabulary(self._db)

    def article(self, id: str) -> Row[Article]:
        """One article with its text. This and the next raise NotFound."""
        return self._get("articles", id)

    def quote(self, id: str) -> Row[Quote]:
        """One quote."""
        return self._get("quotes", id)

    def position(self, id: str) -> Row[Position]:
        """One position."""
        return self._get("positions", id)

    def fact(self, id: str) -> Row[Fact]:
        """One fact."""
        return self._get("facts", id)

    def show(self, id: str) -> Row[Any]:
        """Whatever has that id."""
        pane = PANE_OF.get(id[:1].upper())
        if pane is None:
            raise NotFound(
                f"Nothing has the id {id}.", "Ids start with A, Q, P, F or N; every list has them in --json."
            )
        return self._get(pane, id)

    def _get(self, pane: Pane, id: str) -> Row[Any]:
        return search.get(self._db, pane, id)

    def document(self, article_id: str) -> Document:
        """The bytes an article was taken from."""
        return articles.document(self._db, article_id)

    def highlights(self, article_id: str) -> tuple[Highlight, ...]:
        """Every span of the article that something stands on, by place."""
        return highlights.highlights(self._db, article_id)

    def matrix(self, query: str = "") -> Matrix:
        """Countries by issues for the positions that match; rejected ones only where the query asks for a status."""
        from workbench.analysis.positions.matrix import matrix
        from workbench.analysis.provenance.lineage import source_counter

        rows = self.search("positions", query, limit=EVERYTHING).rows
        if "status:" not in query:
            rows = tuple(row for row in rows if row.value.status != "rejected")
        heads = self._heads()
        return matrix(rows, self.pinned(), source_counter(self.lineage(), lambda id: heads[id].outlet))

    def agreements(self, table: Matrix, first: str, second: str) -> tuple[Agreement, ...]:
        """Where two holders of a matrix differ and agree."""
        from workbench.analysis.positions.matrix import agreements

        return agreements(table, first, second)

    def compare(self, fact_id: str, base: str = "") -> Comparison:
        """The phrasings of a fact side by side; `base` is the article whose column comes first."""
        from workbench.analysis.facts.side_by_side import compare_phrasings

        heads = self._heads()
        outlets = searched(heads.values())

        def text_of(id: str) -> str:
            return articles.get(self._db, id).text

        return compare_phrasings(self.fact(fact_id), heads, text_of, self.lineage(), outlets, base)

    def coverage(self, query: str = "") -> Coverage:
        """Facts by outlets for what matches; rejected facts only where the query asks for a status."""
        from workbench.analysis.facts.coverage import build_coverage

        rows = self.search("facts", query, limit=EVERYTHING, order="date").rows
        if "status:" not in query:
            rows = tuple(row for row in rows if row.value.status != "rejected")
        heads = {id: head for id, head in self._heads().items() if not head.superseded}
        if query:
            wanted = {row.id for row in self.search("articles", query, limit=EVERYTHING).rows}
            wanted |= {p.article_id for row in rows for p in row.value.phrasings}
            heads = {id: head for id, head in heads.items() if id in wanted}
        reported = {(article, span) for own in comparison.passages(self._db).values() for article, span, _ in own}
        reported |= {(passage.article_id, passage.span) for row in rows for passage in row.value.perhaps}
        return build_coverage(rows, heads, results.clauses(self._db), reported, self.lineage())

    def versions(self, article_id: str = "") -> tuple[tuple[Head, ...], ...]:
        """The versions of an article, or of every article that has several, the oldest first."""
        return tuple(map(tuple, versions.versions(self._db, article_id)))

    def edits(self, old: str, new: str) -> tuple[Edit, ...]:
        """What changed from one article to another, sentence by sentence."""
        from workbench.analysis.provenance.versions import sentence_edits

        return sentence_edits(articles.get(self._db, old).text, articles.get(self._db, new).text)

    def lineage(self) -> tuple[Lineage, ...]:
        """What every article credits, copies and rewrites."""
        from workbench.analysis.provenance.lineage import merge_credits

        return merge_credits(results.lineage(self._db))

    def descent(self) -> tuple[Descent, ...]:
        """The tree of the case's sources, line by line; older versions are left out."""
        from workbench.analysis.provenance.source_tree import build_source_tree

        heads = {id: head for id, head in self._heads().items() if not head.superseded}
        return build_source_tree(heads, self.lineage())

    def _heads(self) -> dict[str, Head]:
        return articles.heads(self._db)

    # The analyst's own

    def tag(self, targets: Sequence[str], name: str) -> None:
        """Put a tag on each target. This and the next are one undoable action each."""
        notes.tag(self._db, targets, name)

    def untag(self, targets: Sequence[str], name: str) -> None:
        """Take a tag off."""
        notes.untag(self._db, targets, name)

    def star(self, targets: Sequence[str], on: bool = True) -> None:
        """Star, or take the star off."""
        notes.star(self._db, targets, on)

    def note(self, target: str, body: str, span: Span | None = None) -> str:
        """Write a note; its id."""
        return notes.note(self._db, target, body, span)

    def tag_passage(self, article_id: str, span: Span, name: str) -> str:
        """Tag a passage: it becomes a note with that tag; the note's id."""
        return notes.tag_passage(self._db, article_id, span, name)

    def make_quote(self, article_id: str, span: Span, kind: str, speakers: Sequence[Mapping[str, str]]) -> str:
        """Make a quote of a passage; its id. It stays through every analysis."""
        from workbench.analysis.attribution.quote_framing import around
        from workbench.work.lookups import known

        direct = kind == "direct"
        return notes.quote(
            self._db, article_id, span, kind, speakers, lambda text: around(text, span, direct=direct), known()
        )

    def rewrite_note(self, id: str, body: str) -> None:
        """Change a note's words."""
        notes.rewrite_note(self._db, id, body)

    def drop_note(self, id: str) -> None:
        """Take a note away."""
        notes.drop_note(self._db, id)

    def checked(self, field: str, value: Any) -> Any:
        """The value of a field as it is stored: countries and languages as codes, dates in ISO order.

        A UsageError says what would do for one that makes no sense. `field`: one of `correct`, or of a speaker.
        """
        from workbench.work.lookups import checked

        return checked(field, value)

    def correct(self, targets: Sequence[str], values: Mapping[str, Any]) -> str:
        """Lay values of the analyst's over what the machine found in each target: one action; what was done, in words.

        Articles: names of ARTICLE_FIELDS, a str each. Quotes: `speakers`, a list of {name, kind, role, country}.
        Positions: `stance`, `issue` or `status`, a str each. Facts: `gist` or `status`, a str. The values are checked
        as by `checked`.
        """
        from workbench.work.lookups import known

        return corrections.correct(self._db, targets, values, known())

    def edit(self, target: str, field: str, value: Any) -> str:
        """Correct one field of one thing; of target "issue" the label `field`, everywhere."""
        if target == "issue":
            return self.rename_issues([field], value)
        return self.correct([target], {field: value})

    def respeak(self, quotes: Sequence[str], values: Mapping[str, str], whose: str = "") -> str:
        """Correct name, role, country or kind of a speaker in each of some quotes: one action; what was done, in words.

        The speaker called `whose`, else the one that all of them share, else of each quote its only one.
        """
        from workbench.work.lookups import known

        return corrections.respeak(self._db, quotes, values, whose, known())

    def quotes_of(self, speaker: str) -> list[str]:
        """The ids of all quotes whose speaker has that very name."""
        return people.quotes_of(self._db, speaker)

    def rename_issues(self, labels: Sequence[str], new: str) -> str:
        """Give issues another label: another issue's label, and several, merge; the same one pins it. Topics near those
        the analyst named come under the same label when articles are added.
        """
        return corrections.rename_issues(self._db, labels, new)

    def put_under(self, positions: Sequence[str], label: str) -> str:
        """Part positions from their issue: put them under one of their own, or another one."""
        return corrections.put_under(self._db, positions, label)

    def judge(self, targets: Sequence[str], status: str) -> str:
        """Mark positions or facts as confirmed or rejected, or as the machine's suggestions again."""
        return corrections.judge(self._db, targets, status)

    def merge(self, fact_ids: Sequence[str]) -> str:
        """Let facts be one; its id. This and the next two are one undoable action each, and hold when facts are made
        anew.
        """
        with self._retying():
            place = match_constraints.passages(self._db, fact_ids[0])[0]
            match_constraints.merge(self._db, fact_ids)
        return match_constraints.fact_at(self._db, place)

    def part(self, fact_id: str, passages: Sequence[tuple[str, Span]]) -> str:
        """Take passages (article and span) out of a fact; the id of what is left of it, "" if nothing is."""
        with self._retying():
            left = [place for place in match_constraints.passages(self._db, fact_id) if place not in passages]
            match_constraints.part(self._db, fact_id, passages)
        return next((id for place in left if (id := match_constraints.fact_at(self._db, place))), "")

    def move(self, fact_id: str, passage: tuple[str, Span], target: str) -> str:
        """Put a passage of a fact into another fact; the id of that."""
        with self._retying():
            match_constraints.move(self._db, fact_id, passage, target)
        return match_constraints.fact_at(self._db, passage)

    @contextmanager
    def _retying(self) -> Iterator[None]:
        """Make the facts anew whose ties change meanwhile, in the same transaction."""
        from workbench.work import article_comparison

        with writing(self._db):
            before = set(match_constraints.ties(self._db))
            yield
            changed = before ^ set(match_constraints.ties(self._db))
            if changed:
                article_comparison.regroup(self._db, {place for one, other, _ in changed for place in (one, other)})

    def pinned(self) -> frozenset[str]:
        """The labels of issues that the analyst named or pinned."""
        return frozenset(results.pins(self._db).values())

    def revert(self, targets: Sequence[str], field: str) -> str:
        """Take edits of a field away, so that the machine's value shows again; of target "issue" the pin of a label."""
        return corrections.revert(self._db, targets, field)

    def undo(self) -> Action | None:
        """Take the last action back; None if there is none."""
        return self._turn(history.undo)

    def redo(self) -> Action | None:
        """Do the last undone action again."""
        return self._turn(history.redo)

    def _turn(self, turn: Callable[[Database], Action | None]) -> Action | None:
        """Undo or redo; where articles come or go by that, what is owed for it is done."""
        with self._following(no_report, never), self._retying():
            return turn(self._db)

    @contextmanager
    def _following(self, report: Report, stop: Stop) -> Iterator[None]:
        """Where articles come or go meanwhile, let what the others say follow."""
        count, waiting = articles.count(self._db), {*articles.pending(self._db, self._version())}
        yield
        if articles.count(self._db) != count:
            again = [id for id in articles.pending(self._db, self._version()) if id not in waiting]
            run = Run()
            self._analyse(again, self._settled(again), run, report, stop)
            self._settle(run, len(again), report, stop)

    def actions(self) -> tuple[Action, ...]:
        """The undo list, newest first."""
        return tuple(history.actions(self._db))

    def saved_searches(self) -> dict[str, str]:
        """Name -> query."""
        return notes.saved_searches(self._db)

    def save_search(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        notes.save_search(self._db, name, query)

    def forget_search(self, name: str) -> None:
        """Drop a saved search."""
        notes.forget_search(self._db, name)

    def tags(self) -> tuple[str, ...]:
        """All tags in use, most frequent first."""
        return tuple(notes.tags(self._db))

    # What goes out

    def export(
        self, format_name: str, pane: Pane, stream: IO[str], query: str = "", ids: Sequence[str] | None = None
    ) -> int:
        """Write the rows of a pane that match (or those with the ids) to `stream`; how many there were.

        Raises NotFound for a format that does not exist, UsageError for one that does not write the pane.
        """
        from workbench import export

        chosen = export.FORMATS.get(format_name)
        if chosen is None:
            raise NotFound(f"There is no format {format_name!r}.", f"Known are: {', '.join(export.FORMATS)}.")
        if pane not in chosen.panes:
            raise UsageError(f"{format_name} is of {chosen.panes[0]}, not of {pane}.", f"Use --in {chosen.panes[0]}.")
        if ids is None:
            rows = self.search(pane, query, limit=EVERYTHING, order="date").rows
        else:
            rows = tuple(self._get(pane, id) for id in ids)
        chosen.write(self.selection(pane, rows, query), stream)
        return len(rows)

    def selection(self, pane: Pane, rows: Sequence[Row[Any]], query: str = "") -> Selection:
        """Rows of a pane with all that a file or a listing of them refers to."""
        from workbench.export import Selection, Shelf

        shelf = Shelf(self.article)
        found: dict[str, list[Lineage]] = {}
        outlets: list[str] = []
        if pane in ("articles", "facts", "positions"):
            for one in self.lineage():
                found.setdefault(one.article_id, []).append(one)
        if pane == "facts":
            outlets = searched(self._heads().values())
        entities = results.entities(self._db) if pane == "positions" else ()
        people = {each.name: each for each in entities if each.kind == "person"}
        return Selection(pane, rows, shelf.texts, self.path.name, query, shelf.heads, found, outlets, people)

    def check(self, repair: bool = False) -> tuple[str, ...]:
        """What is wrong with the case, a line each; empty if nothing is. `repair` mends what can be mended."""
        return integrity.repair(self._db) if repair else integrity.check(self._db)

    def state(self) -> int:
        """A number that changes whenever any process changed the case."""
        return state(self._db)


def country_codes() -> Mapping[str, str]:
    """Every name, demonym and code of a country or bloc, casefolded -> its code."""
    from workbench.analysis.entities import countries

    return countries.codes()


def file_names(pattern: str, sources: Sequence[str]) -> Names:
    """What reads the names of these files by a pattern (`{outlet}_{date}_{title}`); a UsageError if it fits none."""
    from workbench import ingest

    return ingest.Names(pattern, ingest.names_of(sources))
