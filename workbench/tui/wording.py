"""How values read on the screen: pure functions from the model to words, signs and pieces of a line.

A piece is a text and a role. Only the widgets know what a role looks like, and whatever is said in colour is said in
signs too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from workbench.model import STANCES, Article, Fact, Note, Pane, Position, Quote, Span, Speaker
from workbench.nlp.language_identification import language_name
from workbench.tui.sanitizing import one_line, spaced
from workbench.views import Head, Person, Row, quote_text

Piece = tuple[str, str]

KIND_SHORT = {"direct": "dir", "mixed": "mix", "indirect": "ind"}

_SIGNS = {
    "committed": "+++", "supports": "++", "proposes": "++", "demands": "++", "open": "~", "considering": "?",
    "expects": "?", "engaged": "·", "unclear": "·", "concerned": "-", "opposes": "--", "ruled_out": "✗",
}  # fmt: skip


def day(iso: str, *, whole: bool = False) -> str:
    """`21 Aug` of this year, `21 Aug 2025` of another one or where the `whole` is wanted; what is no date stays."""
    parsed = _date(iso)
    if parsed is None:
        return one_line(iso)[:10]
    year = f" {parsed.year}" if whole or parsed.year != this_year() else ""
    return f"{parsed.day} {parsed:%b}{year}"


def days(first: str, last: str) -> tuple[str, ...]:
    """`28 Aug – 2 Sep 2025`, `21–23 Aug 2025`, `21 Aug 2025`: from one day to another; then the same in fewer words."""
    begin, end = _date(first), _date(last)
    if begin is None or end is None or begin == end:
        return (day(last or first, whole=True),)
    if begin.year != end.year:
        return f"{day(first, whole=True)} – {day(last, whole=True)}", f"{begin.year}–{end.year}"
    start = f"{begin.day}–" if begin.month == end.month else f"{begin.day} {begin:%b} – "
    return f"{start}{day(last, whole=True)}", f"{start}{end.day} {end:%b}", f"{begin:%b}–{end:%b}"


def this_year() -> int:
    """The year that days are shown without."""
    return date.today().year


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 quote`, `2,000 quotes`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def count_rows(number: int, pane: Pane) -> str:
    """`1 quote`, `2,000 people`."""
    return count(number, "person", "people") if pane == "people" else count(number, pane[:-1])


def stance_sign(stance: str) -> str:
    """The sign of a stance, readable without colour."""
    return _SIGNS.get(stance, "·")


def stance_role(stance: str) -> str:
    """The role of a stance: good, bad, warn or quiet."""
    polarity, strength = STANCES.get(stance, (0, 0))
    if polarity > 0 and strength > 1:
        return "good"
    if polarity < 0:
        return "bad"
    return "warn" if strength else "quiet"


def side(stance: str) -> int:
    """-3, most against, to 3, most for."""
    polarity, strength = STANCES.get(stance, (0, 0))
    return polarity * strength


def judgement(status: str) -> str:
    """What the analyst says of a position: ` ✓ accepted`, ` ✗ rejected`, or nothing yet."""
    return {"confirmed": " ✓ accepted", "rejected": " ✗ rejected"}.get(status, "")


def stance_word(stance: str) -> str:
    """`ruled out`."""
    return one_line(stance.replace("_", " "))


def certainty(confidence: float) -> str:
    """`●` sure, `◐` likely, `○` weak."""
    return "●" if confidence >= 0.8 else "◐" if confidence >= 0.5 else "○"


def certainty_word(confidence: float) -> str:
    """The same in a word."""
    return "sure" if confidence >= 0.8 else "likely" if confidence >= 0.5 else "weak"


def speakers(found: tuple[Speaker, ...]) -> str:
    """The speakers of a quote as one label."""
    return one_line(" and ".join(s.label for s in found)) or "unknown"


def who(speaker: Speaker | Person) -> str:
    """A speaker in full: `Donald Trump (US president, USA)`; of the nameless, what they are."""
    about = [speaker.role, speaker.country] if speaker.name else [speaker.kind, speaker.role, speaker.country]
    said = ", ".join(one_line(part) for part in about if part)
    label = one_line(speaker.label if isinstance(speaker, Speaker) else speaker.name)
    return f"{label} ({said})" if said and said != label else label


def outlet(head: Head | None) -> str:
    """The outlet, or the name of the file where none is known."""
    if head is None:
        return ""
    return one_line(head.outlet) or file_name(head.source).rpartition(".")[0] or file_name(head.source)


def file_name(source: str) -> str:
    """The last part of a path or link."""
    return one_line(source.rstrip("/").rpartition("/")[2] or source)


def title(head: Head) -> str:
    """An article's title, or the name of its file."""
    return one_line(head.title) or file_name(head.source) or "untitled"


def unanalysed(head: Head | None) -> str:
    """`not analysed: French`; nothing for what was analysed, or waits."""
    return f"not analysed: {one_line(language_name(head.unanalysed))}" if head and head.unanalysed else ""


def byline(row: Row[Article]) -> str:
    """What stands under a title: why there is nothing in it, outlet, day, author, length."""
    article, head = row.value, row.head
    known = [
        unanalysed(head),
        one_line(head.outlet if head else article.outlet),
        day(head.published_on if head else article.published_on, whole=True),
        one_line(article.byline),
        f"from {one_line(article.agency)}" if article.agency else "",
        f"with {one_line(article.contributors)}" if article.contributors else "",
        count(article.words, "word"),
    ]
    return " · ".join(part for part in known if part)


def kind_of(value: object) -> str:
    """The word for a value: article, quote, position, fact, note or person."""
    return type(value).__name__.lower()


def pane_of(value: object) -> str:
    """The pane that lists it."""
    return "people" if isinstance(value, Person) else kind_of(value) + "s"


def home(row: Row[Any]) -> tuple[str, Span | None]:
    """The article that proves a row, and where in it; of a person, who has many, none."""
    value = row.value
    if isinstance(value, Quote):
        return value.article_id, Span.around(value.spans) if value.spans else None
    if isinstance(value, Position):
        return value.article_id, value.clause
    if isinstance(value, Fact):
        return value.phrasings[0].article_id, value.phrasings[0].span
    if isinstance(value, Person):
        return "", None
    if isinstance(value, Note):
        return (row.head.id if row.head else ""), value.span
    return row.id, None


def words(row: Row[Any]) -> str:
    """What a row says, on one line."""
    value = row.value
    if isinstance(value, Note):
        return one_line(value.body)
    if isinstance(value, Fact):
        return one_line(value.gist)
    if isinstance(value, Person):
        return one_line(value.name)
    if isinstance(value, Article):
        return title(row.head) if row.head else one_line(value.title)
    if isinstance(value, Quote):
        return one_line(quote_text.words(value))
    return one_line(value.text)


def telling(found: Iterable[quote_text.Piece]) -> list[Piece]:
    """How a quote is told, in pieces of a line: what is not content is told apart."""
    return [(spaced(text), role if role == "cue" else "") for text, role in found]


def bare_words(row: Row[Any]) -> str:
    """What a row says, for pasting: of a direct quote the words without the marks around them."""
    value = row.value
    return one_line(value.text) if isinstance(value, Quote) and quote_text.bare(value) else words(row)


def about(rows: Sequence[Row[Any]]) -> str:
    """What some rows are called: one by its name, several by their number."""
    return named(rows[0]) if len(rows) == 1 else count(len(rows), kind_of(rows[0].value), pane_of(rows[0].value))


def described(done: str) -> str:
    """What a correction did, as a toast."""
    return f"{done[:1].upper()}{done[1:]}; u undoes it" if done else "Nothing to change: it is so already."


def named(row: Row[Any]) -> str:
    """What a row is called where one thing is spoken of: `Emmanuel Macron, “we are ready” (Harbour Post)`."""
    value, said = row.value, words(row)
    where = f" ({outlet(row.head)})" if row.head else ""
    if isinstance(value, Quote):
        if not quote_text.bare(value):
            return f"{brief(said, 72)}{where}"
        return f"{speakers(value.speakers)}, {quote_text.quoted(brief(one_line(value.text)))}{where}"
    if isinstance(value, Position):
        issue = one_line(value.issue or value.topic)
        return f"{one_line(value.holder_name)}{value.apart} on {issue}, {quote_text.quoted(brief(said))}{where}"
    if isinstance(value, Person):
        return said
    if isinstance(value, Note):
        return f"note {quote_text.quoted(brief(said))}"
    return f"{kind_of(value)} {quote_text.quoted(brief(said))}{where}"


def brief(text: str, most: int = 48) -> str:
    """The beginning of a text, for a title or a toast."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def citation(row: Row[Any], head: Head | None = None) -> str:
    """A row as it is pasted into a report: the words, who said them, and where they stand."""
    head = head or row.head
    span = home(row)[1]
    value = row.value
    if isinstance(value, Quote):
        who_said = " and ".join(who(s) for s in value.speakers) or "unknown speaker"
        said = f"{words(row)} — {who_said}{f', via {one_line(value.via)}' if value.via else ''}"
    elif isinstance(value, Position):
        issue = one_line(value.issue or value.topic)
        holder = f"{one_line(value.holder_name)}{value.apart}"
        said = f"{holder} on {issue}: {stance_word(value.stance)}. {quote_text.quoted(words(row))}"
    else:
        said = words(row)
    return f"{said} {source_line(head, span)}".strip()


def source_line(head: Head | None, span: Span | None = None) -> str:
    """Where words stand: outlet, title, day, address on the web and characters; with neither title nor address, the
    name of the file."""
    if head is None:
        return ""
    place = f"characters {span.start}–{span.end}" if span else ""
    called = f"“{one_line(head.title)}”" if head.title else ""
    file = "" if head.title or head.address else one_line(head.file)
    known = [one_line(head.outlet), called, day(head.published_on, whole=True), one_line(head.address), file]
    return f"[{', '.join(part for part in [*known, place] if part)}]"
