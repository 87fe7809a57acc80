"""The query language: text -> `Query`, without ever failing; and back.

    word  "a phrase"  prefix*  a NEAR b  NEAR(a b, 5)  AND OR NOT ( ) -word  field:value  field:"a value"

`parser` makes the tree; here the fields are checked, so that what reaches the search is known to make sense; everything
else is searched as words. Nothing here knows of tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.store.query.date_ranges import date_range
from workbench.store.query.nodes import And, Field, Near, Node, Not, Or, Words
from workbench.store.serialization import storable

FIELDS: dict[str, str] = {
    "outlet": "who published it",
    "speaker": "who said it; also anonymous, unknown",
    "person": "who it is, by a name or an alias: who says it, is quoted or named there",
    "from": "where role or country of the speaker are known from: text, case, known, presumed",
    "country": "of the speaker or of the holder of a position: a code, a bloc or a name",
    "kind": "direct, mixed, indirect; of a speaker: person, organisation, country, group; or the kind of a fact",
    "stance": "supports, opposes, ruled_out, ...",
    "issue": "what a position is about",
    "tag": "a tag of yours",
    "note": "words in a note of yours",
    "date": "2025-08-20, 2025-8, 2025, 2025-08-20..2025-08-22, ..2025-08, today, yesterday, 7d (or w, m, y)",
    "language": "ISO 639-1 code",
    "unanalysed": "the language for which an article was not analysed",
    "agency": "the agency the article credits",
    "attribution": "how a position is reported: own (its own words), anonymous_source, second_hand, ...",
    "differs": "what outlets tell differently of a fact: number, date, label, attribution, ...",
    "status": "of a position or fact: suggested, confirmed, rejected",
    "source": "part of the path or address",
    "is": "starred, edited; superseded: an older version",
    "has": "quote, position, fact, note, tag",
    "in": "title: the words stand in the article's title",
    "article": "the id of an article",
    "fact": "the id of a fact",
    "id": "an id",
}
"""Every field, with what its value is."""

CHOICES: dict[str, tuple[str, ...]] = {
    "is": ("starred", "edited", "superseded"),
    "has": ("quote", "position", "fact", "note", "tag"),
    "in": ("title",),
    "from": ("text", "case", "known", "presumed"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A field term of a query, with its place there: what can be taken out by itself."""

    text: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query, understood as far as it can be."""

    text: str
    tree: Node | None = None
    hints: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    in_title: bool = False
    words: tuple[Words, ...] = ()
    """The words and phrases that are searched for, in order."""
    fields: tuple[Field, ...] = ()


@lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """Read a query. Never raises."""
    clean = _clean(text)
    if not clean.strip():
        return Query(text)
    from workbench.store.query.parser import parse_tree  # the desk starts without the grammar

    tree, hints = parse_tree(clean)
    checked = _checked(tree, hints) if tree else None
    found = list(_walk(checked)) if checked else []
    in_title = any(isinstance(n, Field) and n.name == "in" for n in found)
    final = _without_in(checked) if checked else None
    return Query(
        text=text,
        tree=final,
        hints=tuple(dict.fromkeys(hints)),
        chips=tuple(_chips(clean, checked)),
        in_title=in_title,
        words=tuple(n for n in found if isinstance(n, Words)),
        fields=tuple(n for n in found if isinstance(n, Field) and n.name != "in"),
    )


def _clean(text: str) -> str:
    """The same length, without what SQLite cannot hold and without control characters."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in storable(text))


def _checked(node: Node, hints: list[str]) -> Node | None:
    """The node with its fields known to be right, the others as words; None if nothing is left."""
    match node:
        case Words():
            return node if has_words(node.text) else None
        case Near():
            parts = tuple(p for p in node.parts if has_words(p.text))
            return Near(parts, node.distance) if len(parts) > 1 else next(iter(parts), None)
        case Field():
            return _checked_field(node, hints)
        case Not(Field("in")):
            hints.append("in:title cannot be negated; it is left out.")
            return None
        case Not(Not(part)):
            return _checked(part, hints)
        case Not():
            left = _checked(node.part, hints)
            return Not(left) if left else None
        case And() | Or():
            return _joined(type(node), [_checked(p, hints) for p in node.parts])


def _joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    left = [p for p in parts if p is not None]
    return kind(tuple(left)) if len(left) > 1 else next(iter(left), None)


def has_words(text: str) -> bool:
    """Whether full-text search finds a word in it."""
    return any(c.isalnum() or unicodedata.category(c) in ("Co", "No", "Nl") for c in text)


def _checked_field(field: Field, hints: list[str]) -> Node | None:
    if field.name not in FIELDS:
        from rapidfuzz import process

        close = process.extractOne(field.name, list(FIELDS), score_cutoff=70)
        advice = f"did you mean {close[0]}:?" if close else "searched as words."
        hints.append(f'There is no field "{field.name}:"; {advice}')
        return _as_words(field, f"{field.name}:{field.value}")
    if not field.value.strip("*"):
        hints.append(f"{field.name}: waits for a value ({FIELDS[field.name]}).")
        return None
    if field.name == "date" and date_range(field.value) is None:
        hints.append(f'"{field.value}" is not a date; write {FIELDS["date"]}.')
        return _as_words(field, field.value)
    if field.name in CHOICES:
        return _checked_choice(field, hints)
    return field


def _checked_choice(field: Field, hints: list[str]) -> Node | None:
    value = field.value.lower()
    found = next((c for c in CHOICES[field.name] if value in (c, c + "s")), None)
    if found is None:
        hints.append(f"{field.name}: takes {', '.join(CHOICES[field.name])}; {field.value} is searched as a word.")
        return _as_words(field, field.value)
    return Field(field.name, found, field.exact, field.start, field.end)


def _as_words(field: Field, text: str) -> Node | None:
    return Words(text, False, field.start, field.end) if has_words(text) else None


def _walk(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case And() | Or() | Near():
            for part in node.parts:
                yield from _walk(part)
        case Not():
            yield from _walk(node.part)


def _without_in(node: Node) -> Node | None:
    match node:
        case Field("in"):
            return None
        case Not():
            part = _without_in(node.part)
            return Not(part) if part else None
        case And() | Or():
            return _joined(type(node), [_without_in(p) for p in node.parts])
    return node


def _chips(text: str, tree: Node | None) -> Iterator[Chip]:
    for part in tree.parts if isinstance(tree, And) else (tree,):
        match part:
            case Field():
                yield _chip(text, part, part.start, "")
            case Not(Field() as field):
                before = text[: field.start].rstrip()
                if before.endswith(("-", "NOT")):
                    yield _chip(text, field, len(before) - (1 if before.endswith("-") else 3), "not ")


def _chip(text: str, field: Field, start: int, sign: str) -> Chip:
    return Chip(text[start : field.end], start, field.end, f"{sign}{field.name}: {field.value}")


def chips(text: str) -> list[Chip]:
    """The field terms that hold for the whole query, each with its place."""
    return list(parse(text).chips)


def as_typed(text: str) -> str:
    """The query while it is being typed: a word of three letters or more at its end may go on."""
    last = parse(text).words[-1:]
    growing = last and last[0].end == len(text) and not last[0].prefix and len(text) > 2 and text[-3:].isalnum()
    return f"{text}*" if growing else text


def _quotable(value: str) -> str:
    return " ".join(re.sub(r'["“”]', " ", value).split())


def term(field: str, value: str) -> str:
    """A field term, quoted so that it means exactly this value."""
    plain = field in CHOICES or field in ("date", "id", "article", "fact")
    return f"{field}:{value}" if plain else f'{field}:"{_quotable(value)}"'


def render(query: Query) -> str:
    """The query as it was understood, in the language itself."""
    text = _render(query.tree, top=True) if query.tree else ""
    return f"{text} in:title".strip() if query.in_title else text


def _render(node: Node, top: bool = False) -> str:
    match node:
        case Words():
            return _render_words(node)
        case Near():
            return f"NEAR({' '.join(map(_render_words, node.parts))}, {node.distance})"
        case Field():
            bare = re.fullmatch(r'[^\s()"“”]+', node.value) and not node.exact
            return f"{node.name}:{node.value}" if bare else f'{node.name}:"{node.value}"'
        case Not():
            return "-" + _render(node.part)
        case And():
            text = " ".join(map(_render, node.parts))
        case Or():
            text = " OR ".join(map(_render, node.parts))
    return text if top else f"({text})"


_OPERATOR = re.compile(r"(AND|OR|NOT|NEAR(/\d+)?)$|-|[A-Za-z_]+:")


def _render_words(words: Words) -> str:
    plain = not words.exact and not re.search(r'[\s()"“”]', words.text) and not _OPERATOR.match(words.text)
    return (words.text if plain else f'"{words.text}"') + "*" * words.prefix
