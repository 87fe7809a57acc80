"""A query compiled for one pane: a condition in SQL, its bound values, and what full-text search ranks by.

Nothing a user typed becomes part of a statement: field values are bound, words go into bound FTS5 strings whose quotes
are doubled. Neighbouring words are joined into one MATCH, so that a list of words costs one look into the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from workbench.model import Pane
from workbench.store.database import Database
from workbench.store.query.date_ranges import date_range
from workbench.store.query.fields import (
    ARTICLE_CONDITIONS,
    FIELD_CONDITIONS,
    FIELD_VALUES,
    HAS_CONDITIONS,
    IN_ARTICLES,
    INDEXES,
    MARK_TARGETS,
    OLDER,
    WITH_MARK,
)
from workbench.store.query.language import Query
from workbench.store.query.nodes import And, Field, Near, Node, Not, Or, Words
from workbench.store.query.value_matching import field_values, resolve_values
from workbench.store.query.word_forms import WordForms, exact_expression
from workbench.store.serialization import json_array

CURRENT = f"t.article_id NOT IN ({OLDER})"
"""Rows that do not stand in an older version of an article."""
WITH_MARKS = "t.id IN (SELECT target FROM marked)"
"""Rows with marks: what the newest version has of an older one has its marks as well, so this is what it has not."""
_MARKS = {("is", "starred"), ("is", "edited"), ("has", "note"), ("has", "tag")}


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """What to put after WHERE; `match` is the FTS5 expression among it that rows are ranked by, or empty."""

    condition: str
    match: str
    values: dict[str, str]
    exact: str = ""
    """`match` as it was written, where that is not all: rows that have it come first."""


@dataclass(slots=True)
class ValueLookup:
    """The values that fields have in the case, read when first asked for."""

    db: Database
    codes: Mapping[str, str]
    known: dict[str, list[str]] = field(default_factory=dict)
    _forms: dict[str, WordForms] = field(default_factory=dict)

    def forms(self, index: str) -> WordForms:
        """The words of a full-text index."""
        if index not in self._forms:
            self._forms[index] = WordForms(self.db, index)
        return self._forms[index]

    def values_of(self, name: str) -> list[str]:
        """Every value of a field."""
        if name not in self.known:
            self.known[name] = field_values(self.db, name)
        return self.known[name]

    @property
    def has_older(self) -> bool:
        """Whether the case has older versions of an article."""
        if "version" not in self.known:
            row = self.db.execute("SELECT 1 FROM version WHERE NOT current LIMIT 1").fetchone()
            self.known["version"] = ["older"] if row else []
        return bool(self.known["version"])

    def resolve(self, term: Field) -> list[str]:
        """The values a term means."""
        return resolve_values(term, self.values_of(term.name), self.codes)


def compile_query(query: Query, pane: Pane, lookup: ValueLookup) -> CompiledQuery:
    """The query for one pane. Names of bound values begin with the pane's, so several can stand in one statement."""
    return _Compiler(query, pane, lookup).run()


def fts_expression(node: Node, written: Callable[[Words | Near], str]) -> str:
    """A node of words alone as an FTS5 expression, its words as `written` has them; empty if there is more in it."""
    match node:
        case Words() | Near():
            return written(node)
        case And() | Or():
            parts = [fts_expression(p, written) for p in node.parts]
            sign = " AND " if isinstance(node, And) else " OR "
            return f"({sign.join(parts)})" if all(parts) else ""
    return ""


class _Compiler:
    def __init__(self, query: Query, pane: Pane, lookup: ValueLookup) -> None:
        self.query = query
        self.pane = pane
        self.lookup = lookup
        self.values: dict[str, str] = {}

    def run(self) -> CompiledQuery:
        found = self.compile_tree()
        if self.pane not in ("quotes", "positions") or not self.lookup.has_older or self.asks_for_older:
            return found
        shown = f"({CURRENT} OR {WITH_MARKS})" if self.asks_for_marks else CURRENT
        return CompiledQuery(" AND ".join(filter(None, (found.condition, shown))), found.match, found.values)

    @property
    def asks_for_older(self) -> bool:
        """Whether the query names an article, a row, or older versions."""
        return any(f.name in ("id", "article") or f.value == "superseded" for f in self.query.fields)

    @property
    def asks_for_marks(self) -> bool:
        """Whether the query is for what the analyst has put on rows: none of that is hidden."""
        return any(f.name in ("tag", "note") or (f.name, f.value) in _MARKS for f in self.query.fields)

    def compile_tree(self) -> CompiledQuery:
        """What the query says."""
        if self.query.tree is None:
            return CompiledQuery("", "", {})
        parts = self.query.tree.parts if isinstance(self.query.tree, And) else (self.query.tree,)
        words = [p for p in parts if only_words(p)]
        rest = [self.condition(p) for p in parts if not only_words(p)]
        match, written = (
            self.columns(" AND ".join(fts_expression(p, way) for p in words)) for way in (self.forms, exact_expression)
        )
        if match and self.ranks:
            return CompiledQuery(" AND ".join(rest), match, self.values, written if written != match else "")
        return CompiledQuery(" AND ".join([*([self.matches(match)] if match else []), *rest]), "", self.values)

    @property
    def ranks(self) -> bool:
        """Whether the words are looked for in the pane's own index."""
        return self.pane == "articles" or not self.query.in_title

    def bind(self, value: str) -> str:
        name = f"{self.pane}{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    @property
    def index(self) -> str:
        """The index in which the words are looked for."""
        return INDEXES[self.pane] if self.ranks else "article_fts"

    @property
    def forms(self) -> Callable[[Words | Near], str]:
        """Words in all the forms that the index has."""
        return self.lookup.forms(self.index).expression

    def columns(self, words: str) -> str:
        return f"{{title edited}} : ({words})" if words and self.query.in_title else words

    def matches(self, words: str) -> str:
        """Rows that full-text search finds."""
        found = f"SELECT rowid FROM {self.index} WHERE {self.index} MATCH {self.bind(words)}"
        if self.ranks:
            return f"t.rowid IN ({found})"
        return self.inside(f"SELECT id FROM head WHERE rowid IN ({found})")

    def inside(self, articles: str) -> str:
        return IN_ARTICLES[self.pane].format(articles=articles)

    def condition(self, node: Node) -> str:
        if only_words(node):
            return self.matches(self.columns(fts_expression(node, self.forms)))
        match node:
            case Not():
                return f"NOT ({self.condition(node.part)})"
            case And() | Or():
                return self.joined(node)
            case Field():
                return f"({self.field(node)})"
        raise AssertionError(node)

    def joined(self, node: And | Or) -> str:
        sign = " AND " if isinstance(node, And) else " OR "
        words = [fts_expression(p, self.forms) for p in node.parts if only_words(p)]
        found = [self.matches(self.columns(sign.join(words)))] if words else []
        return f"({sign.join([*found, *(self.condition(p) for p in node.parts if not only_words(p))])})"

    def field(self, term: Field) -> str:
        if term.name == "id":
            return f"t.id = {self.bind(term.value)}"
        if term.name == "is" and term.value == "superseded":
            return self.inside(MARK_TARGETS[term.value])
        if term.name in ("is", "tag", "note") or (term.name == "has" and term.value in ("note", "tag")):
            return self.marked(term)
        if term.name == "has":
            return HAS_CONDITIONS[self.pane][term.value]
        own = FIELD_CONDITIONS[self.pane].get(term.name)
        if own:
            return own.format_map(self.bound(term, own))
        return self.inside(ARTICLE_CONDITIONS[term.name].format_map(self.bound(term, ARTICLE_CONDITIONS[term.name])))

    def marked(self, term: Field) -> str:
        if term.name == "note" and self.pane == "notes":
            return f"t.rowid IN (SELECT rowid FROM note_fts WHERE note_fts MATCH {self.bind(self.in_notes(term))})"
        name = {"is": term.value, "has": f"has {term.value}"}.get(term.name, term.name)
        return WITH_MARK[self.pane].format(targets=MARK_TARGETS[name].format_map(self.bound(term, MARK_TARGETS[name])))

    def in_notes(self, term: Field) -> str:
        """The words of a `note:` in all forms."""
        words = Words(term.value.rstrip("*"), term.value.endswith("*"), exact=term.exact)
        return self.lookup.forms("note_fts").expression(words)

    def bound(self, term: Field, template: str) -> dict[str, str]:
        """What stands for the placeholders of a template, each value bound once."""
        places: dict[str, str] = {}
        if "{v}" in template and term.name in FIELD_VALUES:
            places["v"] = f"(SELECT value FROM json_each({self.bind(json_array(self.lookup.resolve(term)))}))"
        if "{one}" in template:
            places["one"] = self.bind(self.in_notes(term) if term.name == "note" else term.value)
        if "{low}" in template:
            low, high = date_range(term.value) or ("", "")
            places |= {"low": self.bind(low), "high": self.bind(high)}
        return places


def only_words(node: Node) -> bool:
    """Whether full-text search alone finds what the node says."""
    return bool(fts_expression(node, exact_expression))


def unmatched_fields(fields: Iterable[Field], lookup: ValueLookup) -> list[Field]:
    """The terms whose value nothing in the case has."""
    return [f for f in fields if f.name in FIELD_VALUES and not lookup.resolve(f)]
