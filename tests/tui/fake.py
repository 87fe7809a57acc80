"""A case in memory with a dozen invented articles: what the desk is tested and pictured with.

Its search knows plain words and `field:value`; that is all the desk needs of a query language.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BufferedIOBase
from pathlib import Path
from typing import IO, Any

from tests.tui.stories import ARTICLES, FACTS, POSITIONS, QUOTES
from workbench.errors import NotFound
from workbench.model import (
    PANES,
    STANCES,
    Action,
    Article,
    Document,
    Entity,
    Fact,
    KnownFrom,
    Note,
    Outcome,
    Pane,
    PendingWork,
    Position,
    Quote,
    Removal,
    Report,
    Span,
    Speaker,
    Stop,
    Summary,
    never,
    no_report,
)
from workbench.store.query import CHOICES, FIELDS
from workbench.views import (
    Cell,
    Column,
    Comparison,
    Facet,
    Head,
    Highlight,
    Marks,
    Matrix,
    Person,
    Results,
    Row,
    Vocabulary,
)
from workbench.work import Case

_TERM = re.compile(r'(-?)(\w+):(?:"([^"]*)"|(\S+))')


class FakeCase(Case):
    """The same calls as a case, over values."""

    def __init__(self, *, empty: bool = False, waiting: int = 0, read_only: bool = False) -> None:
        self.locked = read_only
        self.empty = empty
        self.waiting = waiting
        self.gate = threading.Event()
        self.gate.set()
        self.tagged: dict[str, list[str]] = {}
        self.starred: set[str] = set()
        self.gone: set[str] = set()
        self.notes: dict[str, Note] = {}
        self.edits: dict[tuple[str, str], Any] = {}
        self.saved: dict[str, str] = {"ground troops": "troops", "what Paris says": "country:FRA"}
        self.done: list[tuple[str, Callable[[], None], Callable[[], None]]] = []
        self.undone: list[tuple[str, Callable[[], None], Callable[[], None]]] = []
        self.version = 0
        self.exports: list[tuple[str, str, str, Sequence[str] | None]] = []
        self.options: list[object] = []
        self.broken: Exception | None = None
        self.ranks_at_most = 0
        self.outcome = Outcome()
        self.unanalysed: dict[str, str] = {}
        self.made: list[tuple[str, Span, str, Sequence[Mapping[str, str]]]] = []

    @property
    def path(self) -> Path:
        return Path("guarantees.db")

    @property
    def read_only(self) -> bool:
        return self.locked

    def close(self) -> None:
        """Nothing to close."""

    # What comes in

    def add(self, sources: Sequence[str], overrides: Mapping[str, str] | None = None, *, report: Report = no_report,
            stop: Stop = never) -> Summary:  # fmt: skip
        self.empty = False
        report(1, 1, "added")
        return Summary(added=(ARTICLES[0].id,), known=1)

    def analyse(self, everything: bool = False, *, report: Report = no_report, stop: Stop = never) -> Outcome:
        total = len(ARTICLES) if everything else self.waiting
        for number in range(total):
            if stop():
                return Outcome(number)
            report(number, total, ARTICLES[number].title)
            self.gate.wait()
            self.waiting = max(0, self.waiting - 1)
        return replace(self.outcome, analysed=total)

    def owed(self) -> PendingWork:
        return PendingWork(self.waiting)

    # Reading

    def _rows(self, pane: Pane) -> list[Row[Any]]:
        if self.empty:
            return []
        if pane == "articles":
            return [self._row(a) for a in ARTICLES if a.id not in self.gone]
        if pane == "quotes":
            return [self._row(q) for q in QUOTES]
        if pane == "positions":
            return [self._row(p) for p in POSITIONS]
        if pane == "facts":
            return [self._row(f) for f in FACTS]
        if pane == "people":
            return [self.person(id) for id in self._speaking() if self.edits.get((id, "merged")) is None]
        return [self._row(n) for n in self.notes.values()]

    def _speaking(self) -> dict[str, list[Quote]]:
        """The quotes of everybody who is named, by their ids, the most quoted first."""
        said: dict[str, list[Quote]] = {}
        for row in self._rows("quotes"):
            for speaker in row.value.speakers:
                if speaker.name:
                    said.setdefault(Entity(speaker.name, speaker.kind).id, []).append(row.value)
        return dict(sorted(said.items(), key=lambda item: -len(item[1])))

    def person(self, id: str) -> Row[Person]:
        quotes = self._speaking()[id]
        one = next(s for s in quotes[0].speakers if s.name and Entity(s.name, s.kind).id == id)
        known_from = KnownFrom("text", "presumed" if one.country == "FRA" else "text")
        heads = [head for quote in quotes if (head := self._head_of(quote))]
        days = sorted(head.published_on for head in heads if head.published_on)
        outlets, alias = len({head.outlet for head in heads}), one.name.split()[-1]
        who = Person(one.name, one.kind, one.role, one.country, (alias,) if alias != one.name else (), known_from,
                     len(quotes), 0, outlets, *(days[:1] or [""]), *(days[-1:] or [""]))  # fmt: skip
        new = {
            field: self.edits[id, field] for field in ("name", "role", "country", "kind") if (id, field) in self.edits
        }
        return Row(id, replace(who, **new), None, self._marks(id))

    def first_place(self, person: str) -> tuple[str, Span | None]:
        quote = self._speaking()[person][0]
        return quote.article_id, Span.around(quote.spans)

    def correct_people(self, people: Sequence[str], values: Mapping[str, str]) -> str:
        new = {(id, field): value for id in people for field, value in values.items()}
        return self._lay(f"{' and '.join(values)} of {len(people)} people", new)

    def merge_people(self, people: Sequence[str]) -> str:
        return self._lay(f"{len(people)} people are one", {(id, "merged"): people[0] for id in people[1:]})

    def part_name(self, person: str, name: str) -> str:
        return self._lay(f"{name} is somebody else", {(person, "parted"): name})

    def _row(self, value: Any) -> Row[Any]:
        id = value.id
        for field in ("title", "outlet", "byline", "published_on", "stance", "issue", "status", "gist"):
            if (id, field) in self.edits:
                value = replace(value, **{field: self.edits[id, field]})
        if (id, "speakers") in self.edits:
            value = replace(value, speakers=tuple(Speaker(**s) for s in self.edits[id, "speakers"]))
        if isinstance(value, Position) and ("issue", value.issue) in self.edits:
            value = replace(value, issue=self.edits["issue", value.issue])
        return Row(id, value, self._head_of(value), self._marks(id))

    def _marks(self, id: str) -> Marks:
        bodies = "\n\n".join(n.body for n in self.notes.values() if n.target == id and n.span is None)
        edited = any(target == id for target, _ in self.edits)
        return Marks(id in self.starred, edited, tuple(self.tagged.get(id, ())), bodies)

    def _head_of(self, value: Any) -> Head | None:
        if isinstance(value, Fact):
            return None
        id = value.id if isinstance(value, Article) else getattr(value, "article_id", "")
        if isinstance(value, Note):
            target = self._value(value.target)
            id = target.id if isinstance(target, Article) else getattr(target, "article_id", "")
        article = next((a for a in ARTICLES if a.id == id), None)
        if article is None:
            return None
        edits = {f: self.edits[id, f] for f in ("title", "outlet", "published_on") if (id, f) in self.edits}
        article = replace(article, **edits)
        left = self.unanalysed.get(id, "")
        return Head(id, article.source, article.title, article.outlet, article.published_on, left)

    def _value(self, id: str) -> Any:
        everything: list[Any] = [*ARTICLES, *QUOTES, *POSITIONS, *FACTS, *self.notes.values()]
        for value in everything:
            if value.id == id:
                return value
        raise NotFound(f"There is nothing with the id {id}.")

    def _matching(self, pane: Pane, query: str) -> list[Row[Any]]:
        terms = [(minus, field, quoted or bare) for minus, field, quoted, bare in _TERM.findall(query)]
        words = [w.strip('"()').casefold() for w in _TERM.sub(" ", query).split()]
        found = []
        for row in self._rows(pane):
            fields = _fields(row)
            if any((value in fields.get(field, ())) == bool(minus) for minus, field, value in terms):
                continue
            text = _text(row)
            if all(_has(text, word) for word in words):
                found.append(replace(row, snippet=_snippet(text, words)))
        return found

    def search(
        self,
        pane: Pane,
        query: str = "",
        *,
        limit: int = 200,
        offset: int = 0,
        order: str = "",
        rank_all: bool = False,
    ) -> Results[Any]:
        if self.broken:
            raise self.broken
        rows = self._matching(pane, query)
        if order.endswith("outlet"):
            rows.sort(key=lambda r: r.head.outlet if r.head else "", reverse=order.startswith("-"))
        elif order != "":
            rows.sort(key=lambda r: r.head.published_on if r.head else "", reverse=order.startswith("-"))
        suggestion = "no-fly zone" if "zne" in query else ""
        hints = ("“(” has no end: read as words",) if "(" in query else ()
        page = rows[offset : offset + limit]
        if pane == "articles":
            page = [replace(r, value=replace(r.value, text="")) for r in page]
        ranked = bool(query) and not order
        among = 0 if rank_all or not ranked else self.ranks_at_most
        page = page[::-1] if among else page
        return Results(tuple(page), len(rows), hints, suggestion, ranked=ranked, ranked_among=among)

    def counts(self, query: str = "") -> dict[Pane, int]:
        return {pane: len(self._matching(pane, query)) for pane in PANES}

    def facets(self, query: str = "") -> tuple[Facet, ...]:
        seen: Counter[tuple[str, str]] = Counter()
        for pane in ("articles", "quotes", "positions"):
            for row in self._matching(pane, query):
                fields = _fields(row)
                for field in {"articles": ("outlet", "tag"), "quotes": ("speaker", "country", "kind", "tag"),
                              "positions": ("stance", "issue", "tag")}[pane]:  # fmt: skip
                    seen.update((field, value) for value in set(fields.get(field, ())))
        left = [Facet("unanalysed", value, n, "French") for value, n in Counter(self.unanalysed.values()).items()]
        return (*(Facet(field, value, n) for (field, value), n in seen.most_common()), *left)

    def names(self) -> tuple[Facet, ...]:
        named = [f for f in self.facets() if f.field in ("outlet", "country", "speaker", "issue", "tag")]
        facts = [Facet("fact", fact.id, len(fact.phrasings), fact.gist) for fact in FACTS]
        return (*named, *facts, *(Facet("article", a.id, 0, a.title) for a in ARTICLES))

    def vocabulary(self) -> Vocabulary:
        return Vocabulary(FIELDS, (*(Facet("is", value, 0) for value in CHOICES["is"]), *self.facets()))

    def article(self, id: str) -> Row[Article]:
        row = self._row(self._value(id))
        if not isinstance(row.value, Article):
            raise NotFound(f"{id} is no article.")
        return row

    def quote(self, id: str) -> Row[Quote]:
        return self._row(self._value(id))

    def position(self, id: str) -> Row[Position]:
        return self._row(self._value(id))

    def fact(self, id: str) -> Row[Fact]:
        return self._row(self._value(id))

    def show(self, id: str) -> Row[Any]:
        return self._row(self._value(id))

    def document(self, article_id: str) -> Document:
        return Document("x", b"", "text/plain")

    def highlights(self, article_id: str) -> tuple[Highlight, ...]:
        found = []
        for quote in QUOTES:
            if quote.article_id == article_id:
                found += [Highlight(span, "quote", quote.id) for span in quote.spans]
                found += [Highlight(quote.cue, "cue", quote.id)] if quote.cue else []
                found += [Highlight(s.mention, "speaker", quote.id) for s in quote.speakers if s.mention]
        found += [Highlight(p.clause, "position", p.id) for p in POSITIONS if p.article_id == article_id]
        found += [Highlight(p.span, "fact", f.id) for f in FACTS for p in f.phrasings if p.article_id == article_id]
        found += [Highlight(n.span, "note", n.id) for n in self.notes.values() if n.span and n.target == article_id]
        return tuple(sorted(found, key=lambda h: h.span))

    def matrix(self, query: str = "") -> Matrix:
        rows = [r for r in self._matching("positions", query) if r.value.status != "rejected"]
        issues = tuple(dict.fromkeys(r.value.issue for r in rows))
        holders = tuple(dict.fromkeys(r.value.holder for r in rows))
        cells = {}
        for issue in issues:
            for holder in holders:
                here = [r for r in rows if (r.value.issue, r.value.holder) == (issue, holder)]
                if here:
                    cells[issue, holder] = _cell(here)
        pinned = frozenset(new for (target, _), new in self.edits.items() if target == "issue")
        return Matrix(issues, holders, cells, pinned)

    def compare(self, fact_id: str, base: str = "") -> Comparison:
        fact = self.fact(fact_id)
        phrasings = sorted(fact.value.phrasings, key=lambda p: p.article_id != base)
        columns = []
        for phrasing in phrasings:
            row = self.article(phrasing.article_id)
            assert row.head
            text = row.value.text
            start = text.rfind("\n", 0, phrasing.span.start) + 1
            end = text.find("\n", phrasing.span.end)
            marks = tuple(
                (Span(r.span.start, r.span.end), d.kind)
                for d in fact.value.differences
                for r in d.readings
                if r.article_id == phrasing.article_id and r.span
            )
            columns.append(Column(phrasing, row.head, marks, text[start : end if end > 0 else len(text)]))
        told = {c.head.outlet for c in columns}
        missing = tuple(dict.fromkeys(a.outlet for a in ARTICLES if a.outlet and a.outlet not in told))
        return Comparison(fact, tuple(columns), missing, max(1, len(told) - 1))

    # The analyst's own

    def _do(self, label: str, do: Callable[[], None], undo: Callable[[], None]) -> None:
        do()
        self.version += 1
        self.done.append((label, do, undo))
        self.undone.clear()

    def tag(self, targets: Sequence[str], name: str) -> None:
        before = {t: list(self.tagged.get(t, ())) for t in targets}
        self._do(
            f"tag {name}",
            lambda: self.tagged.update({t: [*before[t], name] for t in targets}),
            lambda: self.tagged.update(before),
        )

    def untag(self, targets: Sequence[str], name: str) -> None:
        before = {t: list(self.tagged.get(t, ())) for t in targets}
        self._do(
            f"untag {name}",
            lambda: self.tagged.update({t: [x for x in before[t] if x != name] for t in targets}),
            lambda: self.tagged.update(before),
        )

    def star(self, targets: Sequence[str], on: bool = True) -> None:
        change = set(targets)
        before = set(self.starred)
        after = before | change if on else before - change
        self._do("star", lambda: setattr(self, "starred", set(after)), lambda: setattr(self, "starred", set(before)))

    def note(self, target: str, body: str, span: Span | None = None) -> str:
        note = Note(f"N{len(self.done):010d}", target, body, "2025-08-23T10:00:00", span)
        self._do("note", lambda: self.notes.update({note.id: note}), lambda: self.notes.pop(note.id, None) and None)
        return note.id

    def tag_passage(self, article_id: str, span: Span, name: str) -> str:
        id = self.note(article_id, span.of(self.article(article_id).value.text), span)
        self.tagged.setdefault(id, []).append(name)
        return id

    def make_quote(self, article_id: str, span: Span, kind: str, speakers: Sequence[Mapping[str, str]]) -> str:
        self.made.append((article_id, span, kind, speakers))
        return "Qmade"

    def rewrite_note(self, id: str, body: str) -> None:
        old = self.notes[id]
        self._do("note", lambda: self.notes.update({id: replace(old, body=body)}), lambda: self.notes.update({id: old}))

    def drop_note(self, id: str) -> None:
        old = self.notes[id]
        self._do("note", lambda: self.notes.pop(id, None) and None, lambda: self.notes.update({id: old}))

    def _lay(self, label: str, values: Mapping[tuple[str, str], Any]) -> str:
        """Lay values over the rows, as one change."""
        before = {key: self.edits[key] for key in values if key in self.edits}

        def undo() -> None:
            for key in values:
                self.edits.pop(key, None)
            self.edits.update(before)

        self._do(label, lambda: self.edits.update(values), undo)
        return label

    def correct(self, targets: Sequence[str], values: Mapping[str, Any]) -> str:
        new = {(target, field): value for target in targets for field, value in values.items()}
        return self._lay(f"{' and '.join(values)} of {len(targets)} rows", new)

    def respeak(self, quotes: Sequence[str], values: Mapping[str, str], whose: str = "") -> str:
        new = {}
        for id in quotes:
            speakers = self._row(self._value(id)).value.speakers or (Speaker("", "unknown"),)
            kept = [{"name": s.name, "role": s.role, "country": s.country, "kind": s.kind} for s in speakers]
            new[id, "speakers"] = [one | dict(values) if whose in ("", one["name"]) else one for one in kept]
        return self._lay(f"speaker of {len(quotes)} quotes is now {values.get('name')}", new)

    def rename_issues(self, labels: Sequence[str], new: str) -> str:
        return self._lay(f"{len(labels)} issues merged into {new}", {("issue", label): new for label in labels})

    def judge(self, targets: Sequence[str], status: str) -> str:
        return self._lay(status, {(id, "status"): status for id in targets})

    def removal(self, ids: Sequence[str]) -> Removal:
        return Removal(len(ids), quotes=3, notes=1)

    def remove(self, ids: Sequence[str], *, report: Report = no_report, stop: Stop = never) -> Removal:
        before, gone = self.gone, self.gone | set(ids)
        self._do("taken out", lambda: setattr(self, "gone", gone), lambda: setattr(self, "gone", before))
        return self.removal(ids)

    def put_under(self, positions: Sequence[str], label: str) -> str:
        return self._lay(f"under {label}", {(id, "issue"): label for id in positions})

    def revert(self, targets: Sequence[str], field: str) -> str:
        for target in targets:
            self.edits.pop((target, field), None)
        return "reverted"

    def undo(self) -> Action | None:
        if not self.done:
            return None
        entry = self.done.pop()
        entry[2]()
        self.undone.append(entry)
        return Action(len(self.done), entry[0], "", True)

    def redo(self) -> Action | None:
        if not self.undone:
            return None
        entry = self.undone.pop()
        entry[1]()
        self.done.append(entry)
        return Action(len(self.done), entry[0], "")

    def actions(self) -> tuple[Action, ...]:
        labels = [label for label, _, _ in [*self.done, *reversed(self.undone)]]
        return tuple(Action(i, label, "", i >= len(self.done)) for i, label in enumerate(labels))[::-1]

    def saved_searches(self) -> dict[str, str]:
        return dict(self.saved)

    def save_search(self, name: str, query: str) -> None:
        self.saved[name] = query

    def forget_search(self, name: str) -> None:
        self.saved.pop(name, None)

    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag for tags in self.tagged.values() for tag in tags))

    # What goes out

    def export(
        self,
        format_name: str,
        pane: Pane,
        stream: IO[str],
        query: str = "",
        ids: Sequence[str] | None = None,
        **how: object,
    ) -> int:
        rows = [r for r in self._matching(pane, query) if ids is None or r.id in ids]
        self.exports.append((format_name, pane, query, ids))
        self.options.append(how.get("options"))
        lines = "".join(f"{row.id}\n" for row in rows)
        stream.write(lines.encode() if isinstance(stream, BufferedIOBase) else lines)
        return len(rows)

    def check(self, repair: bool = False) -> tuple[str, ...]:
        return ()

    def state(self) -> int:
        return 0


def _cell(rows: list[Row[Position]]) -> Cell:
    stances = tuple(dict.fromkeys(r.value.stance for r in rows))
    strongest = max(stances, key=lambda s: STANCES[s][1])
    polarities = {STANCES[s][0] for s in stances} - {0}
    outlets = len({r.head.outlet for r in rows if r.head})
    ordered = tuple(sorted(rows, key=lambda r: (r.head.published_on, r.head.outlet) if r.head else ("", "")))
    first, last = ordered[0].value.stance, ordered[-1].value.stance
    moved = (STANCES[last][0] > STANCES[first][0]) - (STANCES[last][0] < STANCES[first][0])
    name = next((r.value.holder_name for r in ordered if r.value.holder_name), "")
    return Cell(strongest, stances, outlets, outlets, len(polarities) > 1, moved, ordered, holder_name=name)


def _has(text: str, word: str) -> bool:
    """Whether a word, or with a star one that begins so, stands in a text."""
    end = r"\w*" if word.endswith("*") else ""
    return bool(re.search(rf"(?<!\w){re.escape(word.rstrip('*'))}{end}(?!\w)", text, re.IGNORECASE))


def _fields(row: Row[Any]) -> dict[str, tuple[str, ...]]:
    value = row.value
    fields: dict[str, tuple[str, ...]] = {"tag": row.marks.tags}
    if row.head:
        fields["outlet"] = (row.head.outlet,)
    if isinstance(value, Person):
        fields |= {"person": (value.name,), "country": (value.country,), "kind": (value.kind,)}
    if isinstance(value, Quote):
        fields["person"] = tuple(s.name for s in value.speakers)
        fields["speaker"] = tuple(s.label for s in value.speakers)
        fields["country"] = tuple(s.country for s in value.speakers if s.country)
        fields["kind"] = (value.kind,)
    if isinstance(value, Position):
        fields |= {"country": (value.holder,), "stance": (value.stance,), "issue": (value.issue,)}
    return fields


def _text(row: Row[Any]) -> str:
    value = row.value
    if isinstance(value, Article):
        return f"{value.title}. {value.text}"
    if isinstance(value, Quote):
        return value.text + " " + " ".join(s.label for s in value.speakers)
    if isinstance(value, Person):
        return " ".join((value.name, value.role, *value.aliases))
    if isinstance(value, Fact):
        return value.gist + " " + " ".join(p.text for p in value.phrasings)
    return value.body if isinstance(value, Note) else f"{value.text} {value.issue}"


def _snippet(text: str, words: list[str]) -> str:
    at = text.casefold().find(words[0]) if words and words[0] else -1
    if at < 0:
        return ""
    end = at + len(words[0])
    start = max(0, at - 40)
    lead = "…" if start else ""
    return f"{lead}{text[start:at]}\ue000{text[at:end]}\ue001{text[end : end + 80]}"
