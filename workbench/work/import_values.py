"""What a file says of a row beside what the case shows: which of its values are corrections.

A value that its maker marks as corrected is one. In tables, where people change cells by hand, so is another one that
differs from what is shown and from what the machine found; where many rows of a table differ so, it comes from another
analysis, and none of them is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.export.sanitizing import one_line
from workbench.model import ARTICLE_FIELDS, Article, Fact, Position, Quote, Speaker
from workbench.model.imported_marks import ImportedMark
from workbench.store.query.value_matching import UNNAMED
from workbench.views import Person, Row

MOST = 0.25
"""Where more of the rows of a table differ in a field, and are not marked as corrected, they come from elsewhere."""
FEW = 4
"""So many may always differ."""
FIELDS: dict[type, tuple[str, ...]] = {
    Article: ARTICLE_FIELDS,
    Quote: ("speakers",),
    Position: ("stance", "issue", "status"),
    Fact: ("gist", "status"),
    Person: ("role", "country"),
}
"""What can be corrected of a row by itself; whom people are is another thing."""
SPEAKER = ("name", "kind", "role", "country")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a row of which the file says something else than the case shows."""

    mark: ImportedMark
    row: Row[Any]
    field: str
    value: Any
    """As a correction takes it."""
    marked: bool
    how: str = ""

    @property
    def words(self) -> str:
        """`stance opposes, was supports`."""
        before = getattr(self.row.value, self.field)
        shown = [_in_words(each) for each in (self.value, before)]
        return f"{self.field.replace('_', ' ')} {shown[0] or 'empty'}, was {shown[1] or 'empty'}"


def differences(mark: ImportedMark, row: Row[Any], how: str = "") -> Iterator[Difference]:
    """What a mark says otherwise than the case, of what can be corrected."""
    for field in FIELDS.get(type(row.value), ()):
        marked = field in mark.edits
        if field == "issue" and "topic" in mark.edits and not marked:
            continue
        if field not in mark.values or not (marked or mark.form == "table"):
            continue
        shown = getattr(row.value, field)
        stated = mark.values[field]
        value = stated_speakers(stated, shown) if field == "speakers" else stated
        if value is None or not (marked or _says_it(field, value)) or _is_same(field, value, shown):
            continue
        if marked or field not in row.marks.edits:
            yield Difference(mark, row, field, value, marked, how)


def corrections(
    found: Sequence[Difference], compared: Mapping[str, int], everything: bool
) -> tuple[list[Difference], list[str]]:
    """Those differences that are corrections, and what is left, in words. `compared`: how many rows say each field."""
    unmarked = Counter(each.field for each in found if not each.marked)
    left = {
        field: count for field, count in unmarked.items()
        if count > max(FEW, MOST * compared.get(field, 0)) and not everything
    }  # fmt: skip
    said = [
        f"{field} differs in {count:,} of {compared.get(field, 0):,} rows and is not marked as corrected: it is left"
        " (it seems to come from another analysis)"
        for field, count in left.items()
    ]
    return [each for each in found if each.marked or each.field not in left], said


def _says_it(field: str, value: Any) -> bool:
    """Whether a value that is not marked says anything: an empty cell does not."""
    return bool(value)


def _in_words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return " and ".join(_speaker_in_words(each) for each in value) or "nobody"
    return one_line(str(value))


def _speaker_in_words(speaker: Speaker | Mapping[str, str]) -> str:
    name, kind, *more = _fields(speaker)
    rest = ", ".join(filter(None, more))
    return (name or kind) + (f" ({rest})" if rest else "")


def _fields(speaker: Speaker | Mapping[str, str]) -> list[str]:
    if isinstance(speaker, Speaker):
        return [getattr(speaker, name) for name in SPEAKER]
    return [str(speaker.get(name) or "") for name in SPEAKER]


def _is_same(field: str, value: Any, shown: Any) -> bool:
    if field == "speakers":
        return [list(map(one_line, _fields(each))) for each in value] == [
            list(map(one_line, _fields(each))) for each in shown
        ]
    if not isinstance(value, str):
        return True
    if field == "published_on" and _same_day(value, str(shown)):
        return True
    return one_line(value) == one_line(str(shown))


def _same_day(written: str, shown: str) -> bool:
    """Whether a day as a spreadsheet writes it may be the one that is shown: 21/08/2025, 8/21/25."""
    numbers = [int(each) for each in re.findall(r"\d+", written)]
    year, *rest = (int(each) for each in shown.split("-")) if re.fullmatch(r"\d+-\d+-\d+", shown) else (0,)
    return bool(rest) and sorted(numbers) in (sorted([year, *rest]), sorted([year % 100, *rest]))


def stated_speakers(stated: Any, shown: Sequence[Speaker]) -> list[dict[str, str]] | None:
    """The speakers that a file states, as a correction takes them; None where it states none that can be read.

    Of a table, which says how each is called, a speaker is the shown one that is called so; what the table has no
    column for is as shown.
    """
    if not isinstance(stated, list) or not all(isinstance(each, Mapping) for each in stated):
        return None
    return [_stated_speaker(each, shown[number] if number < len(shown) else None) for number, each in enumerate(stated)]


def _stated_speaker(stated: Mapping[str, Any], shown: Speaker | None) -> dict[str, str]:
    if "label" not in stated:
        return {name: str(stated.get(name) or "") for name in SPEAKER}
    label = one_line(str(stated["label"]))
    known = dict(zip(SPEAKER, _fields(shown), strict=True)) if shown else {}
    found = {**dict.fromkeys(SPEAKER, ""), **known, **{name: str(stated[name]) for name in SPEAKER if name in stated}}
    if shown and label == one_line(shown.label):
        return found
    if found["kind"] in UNNAMED and known.get("kind") in UNNAMED and "kind" not in stated:
        found["kind"] = "person"
    return {**found, "name": "" if label == found["kind"] else label}
