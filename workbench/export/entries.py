"""Rows as documents for people show them: who, the words with what matters in them marked, and the evidence beneath.

HTML, PDF and DOCX are made of these values; what they say of a row is decided here, once. The words are still those of
the articles: a format sees to it that nothing in them acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from workbench.analysis.entities import countries
from workbench.export import evidence
from workbench.export.diffs import about, comparisons
from workbench.export.record_fields import Record, article_fields, article_label, day_words, mark_fields
from workbench.export.records import record
from workbench.export.sanitizing import one_line
from workbench.export.selection import Selection
from workbench.model import Span
from workbench.views import Comparison, Marks, Row, file_name, quote_text

Role = Literal["content", "cue", "speaker"]
Piece = tuple[str, Role | Literal[""]]
"""Words, and what they are in their sentence."""
NOBODY = "Nobody named"
NO_ISSUE = "No issue"


@dataclass(frozen=True, slots=True)
class Source:
    """The article that something stands in, as it is cited."""

    outlet: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    file: str = ""
    """The name of the file, where nothing else says which article it is."""

    @property
    def day(self) -> str:
        """The date in words, which stay on one line."""
        return day_words(self.date).replace(" ", "\xa0") or "undated"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row."""

    id: str
    kind: str
    """Of a quote direct, mixed or indirect; of a position its stance; else what kind of thing it is."""
    who: str
    """What it is headed with: the speakers, the holder, the name, the gist."""
    words: tuple[Piece, ...]
    evidence: tuple[str, ...]
    """Where it stands, how it is known, how sure it is, what the analyst changed: a clause each."""
    source: Source | None
    marks: Marks
    facets: Mapping[str, Sequence[str]]
    """What it is found by: `outlet`, `country`, `speaker`, `kind`, `tag` -> the values it has."""
    target: str = ""
    """The id of what a note is on."""
    comparison: Comparison | None = field(default=None, compare=False)
    """Of a fact: its phrasings side by side."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading: an article's, an issue's; all of the pane where there is none."""

    heading: str
    source: Source | None
    """The article that all of them stand in."""
    entries: Iterable[Entry]


def groups(part: Selection, issues: Sequence[str] = ()) -> Iterator[Group]:
    """The rows of a pane, each made when it is asked for: those of quotes by article, those of positions by issue,
    those named in `issues` first.
    """
    if part.pane == "positions":
        yield from _by_issue(part, issues)
    elif part.pane == "facts":
        yield Group("", None, map(_fact, comparisons(part)))
    elif part.pane == "quotes":
        for _, rows in groupby(part.ordered(), key=lambda row: row.value.article_id):
            first = next(rows)
            found = article_fields(first.value.article_id, first.head)
            yield Group("", source_of(found), (entry(row, part) for row in (first, *rows)))
    else:
        yield Group("", None, (entry(row, part) for row in part.ordered()))


def entry(row: Row[Any], part: Selection) -> Entry:
    """A row of any pane but facts."""
    found = record(row, part)
    return _MAKERS[part.pane](row, found)


def source_of(found: Record) -> Source | None:
    """The article of a record; None where it has none."""
    outlet, title, date, url = (one_line(found.get(name) or "") for name in ("outlet", "title", "published_on", "url"))
    file = "" if title or url else one_line(file_name(found.get("source") or ""))
    return Source(outlet, title, date, url, file) if outlet or title or date or url or file else None


def marked(text: str, start: int, roles: Sequence[tuple[Span, Role]]) -> tuple[Piece, ...]:
    """A stretch of text that begins at `start`, in pieces; of spans that overlap the first given holds."""
    within = Span(start, start + len(text))
    placed: list[tuple[Span, Role]] = []
    for span, role in roles:
        if span.start < span.end and span.overlaps(within) and not any(span.overlaps(other) for other, _ in placed):
            placed.append((span, role))
    found: list[Piece] = []
    at = start
    for span, role in sorted(placed, key=lambda each: each[0].start):
        first, past = max(span.start, start), min(span.end, within.end)
        found += [(text[at - start : first - start], ""), (text[first - start : past - start], role)]
        at = past
    return tuple(piece for piece in (*found, (text[at - start :], "")) if piece[0])


def _span(found: Record) -> Span:
    return Span(found["start"], found["end"])


def _quote(row: Row[Any], found: Record) -> Entry:
    speakers = row.value.speakers
    sentence = found["sentence"]
    if sentence:
        roles: list[Any] = [(_span(each), "content") for each in found["spans"]]
        roles += [(_span(found["cue"]), "cue")] if found["cue"] else []
        roles += [(_span(each["mention"]), "speaker") for each in found["speakers"] if each["mention"]]
        words: Sequence[Piece] = marked(sentence["text"], sentence["start"], roles)
    else:
        words = quote_text.pieces(row.value)
    who = "; ".join(evidence.called(each.label, each.role, countries.name(each.country)) for each in speakers)
    facets = {"kind": [f"{found['kind']} quote"], "speaker": [each.label for each in speakers],
              "country": [each.country for each in speakers]}  # fmt: skip
    return _made(row, found, found["kind"], who or NOBODY, words, evidence.of_quote(row.value, found), facets)


def _position(row: Row[Any], found: Record) -> Entry:
    proof = found["evidence"]
    words = marked(proof["text"], proof["start"], [(_span(found["clause"]), "content")])
    who = (found["holder_name"] or countries.name(found["holder"])) + row.value.apart
    stance = found["stance"].replace("_", " ")
    facets = {"kind": [f"position: {stance}"], "speaker": [found["speaker"]], "country": [found["holder"]]}
    return _made(row, found, stance, who, words, evidence.of_position(found), facets)


def _by_issue(part: Selection, order: Sequence[str]) -> Iterator[Group]:
    """The other issues by their size; of each, the entries of one holder together, the holders with most first."""
    place = {one_line(issue): number for number, issue in enumerate(order)}
    issues: dict[str, dict[str, list[Entry]]] = {}
    for row in part.ordered():
        made = entry(row, part)
        issue = one_line(row.value.issue or row.value.topic) or NO_ISSUE
        issues.setdefault(issue, {}).setdefault(made.who, []).append(made)
    size = {issue: sum(map(len, holders.values())) for issue, holders in issues.items()}
    for issue in sorted(issues, key=lambda issue: (place.get(issue, len(place)), -size[issue], issue)):
        by_size = sorted(issues[issue].items(), key=lambda item: (-len(item[1]), item[0]))
        yield Group(issue, None, [each for _, found in by_size for each in found])


def _fact(comparison: Comparison) -> Entry:
    row = comparison.fact
    fact, heads = row.value, [column.head for column in comparison.columns]
    found = {"status": fact.status, **mark_fields(row)}
    differing = [f"differs in {difference.kind}" for difference in fact.differences]
    facets = {"outlet": [article_label(head) for head in heads], "kind": [f"fact: {fact.kind}", *differing]}
    clauses = tuple(filter(None, (about(comparison), evidence.corrected(found), row.id)))
    return Entry(row.id, fact.kind, one_line(fact.gist) or row.id, (), clauses, None, row.marks,
                 _facets(found, facets), comparison=comparison)  # fmt: skip


def _article(row: Row[Any], found: Record) -> Entry:
    return _made(row, found, "article", "", (), evidence.of_article(found), {"kind": ["article"]})


def _person(row: Row[Any], found: Record) -> Entry:
    who = evidence.called(found["name"], found["role"], countries.name(found["country"]))
    facets = {"kind": [found["kind"]], "speaker": [found["name"]], "country": [found["country"]]}
    return _made(row, found, found["kind"], who, (), evidence.of_person(found), facets)


def _note(row: Row[Any], found: Record) -> Entry:
    span = found["span"]
    words: list[Piece] = [(span["text"], "content")] if span else []
    made = _made(row, found, "note", "", words, evidence.of_note(found), {"kind": ["note"]})
    return Entry(made.id, "note", "", made.words, made.evidence, made.source,
                 Marks(row.marks.starred, row.marks.edited, row.marks.tags, found["body"]), made.facets,
                 target=found["target"])  # fmt: skip


_MAKERS = {"articles": _article, "quotes": _quote, "positions": _position, "people": _person, "notes": _note}


def _made(
    row: Row[Any], found: Record, kind: str, who: str, words: Iterable[Piece], clauses: Iterable[str],
    facets: Mapping[str, Sequence[str]],
) -> Entry:  # fmt: skip
    return Entry(
        row.id, kind, one_line(who), tuple(words), tuple(filter(None, clauses)),
        source_of(found), row.marks, _facets(found, {"outlet": [found.get("outlet") or ""], **facets}),
    )  # fmt: skip


def _facets(found: Record, more: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    """What a row is found by, countries by their names."""
    values = {**more, "country": [countries.name(code) for code in more.get("country", ())], "tag": _marks_in(found)}
    return {name: list(dict.fromkeys(filter(None, map(one_line, each)))) for name, each in values.items()}


def _marks_in(found: Record) -> list[str]:
    said = {"★ starred": found["starred"], "✎ with a note": found["note"], "corrected by hand": found["edited"],
            "marked by hand": found.get("own"), "confirmed": found.get("status") == "confirmed",
            "rejected": found.get("status") == "rejected"}  # fmt: skip
    return [*found["tags"], *(name for name, is_so in said.items() if is_so)]
