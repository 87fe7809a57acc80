"""What may stand in a field that the analyst fills in, and how it is stored: one check for command line and desk.

What needs a table that the store does not have (countries, languages, dates as people write them) comes in as
`LookupTables`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from workbench.errors import UsageError
from workbench.model import ARTICLE_FIELDS, SPEAKER_KINDS, STANCES, STATUSES, Entity, SpeakerKind
from workbench.store.query.letter_folding import fold
from workbench.store.query.value_matching import UNNAMED, nearest_value
from workbench.store.serialization import one_line

SPEAKER_FIELDS = ("name", "role", "country", "kind")
FIELD_LABELS = {"published_on": "date", "url": "link", "speakers": "speaker"}
"""What a field is called where that is not its name."""
LABEL_LENGTH = 40


@dataclass(frozen=True, slots=True)
class LookupTables:
    """What a value is looked up in; without tables every country and language is taken as it is."""

    countries: Mapping[str, str] | None = None
    """Name, demonym or code, folded -> code."""
    languages: Mapping[str, str] | None = None
    """Name or code, folded -> code."""
    called: Callable[[str], str] = str
    """The name of a country's or language's code."""
    day: Callable[[str], str] = lambda text: ""
    """The ISO date that some words are, or ""."""


NO_TABLES = LookupTables()


def validate(field: str, value: Any, known: LookupTables = NO_TABLES) -> Any:
    """The value as it is stored; a UsageError with a line that says what would do for one that makes no sense.

    `field`: one that an edit has, or a field of a speaker; of `speakers` the value is a list of mappings.
    """
    if field == "speakers":
        return [validate_speaker(each, known) for each in value]
    text = single_line(field, value, empty=field in (*ARTICLE_FIELDS, *SPEAKER_FIELDS))
    check = _CHECKS.get(field)
    return check(text, known) if check and text else text


def validate_speaker(value: Mapping[str, Any], known: LookupTables = NO_TABLES) -> dict[str, str]:
    """A speaker as an edit stores it."""
    given = {name: validate(name, str(value.get(name) or ""), known) for name in SPEAKER_FIELDS}
    kind = given["kind"] or ("person" if given["name"] else "unknown")
    return stored_speaker({**given, "kind": kind})


def stored_speaker(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a speaker as an edit has them, with the id of whom they name."""
    name, kind = fields["name"], cast("SpeakerKind", fields["kind"])
    id = Entity(name, kind).id if name and kind not in UNNAMED else ""
    return {"name": name, "kind": kind, "role": fields["role"], "country": fields["country"], "id": id}


def single_line(field: str, value: Any, empty: bool = False) -> str:
    """A value as one line of text."""
    if not isinstance(value, str):
        raise UsageError(f"The {field_label(field)} must be text.")
    text = one_line(value)
    if not (text or empty):
        raise UsageError(f"The {field_label(field)} cannot be empty.")
    return text


def field_label(field: str) -> str:
    """What a field is called."""
    return FIELD_LABELS.get(field, field)


def shortened(text: str, most: int = LABEL_LENGTH) -> str:
    """A text on one line, cut where it is long."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def quoted(text: str) -> str:
    """A text as a name is given within a message."""
    return f"“{shortened(text)}”"


def _country(text: str, known: LookupTables) -> str:
    return _look_up(text, known.countries, known, "country or bloc", "Germany, German, DEU, DE or EU")


def _language(text: str, known: LookupTables) -> str:
    return _look_up(text, known.languages, known, "language", "en, fr or Ukrainian")


def _look_up(text: str, table: Mapping[str, str] | None, known: LookupTables, what: str, like: str) -> str:
    """The code of a name, or one that would do."""
    if table is None:
        return text
    plain = fold(text.replace("’", "'")).removeprefix("the ").removesuffix("'s").strip(" .")
    people = plain[:-1] if plain.endswith("s") and len(plain) > 4 else plain
    if code := table.get(plain) or table.get(plain.replace(".", "")) or table.get(people):
        return code
    near = table.get(nearest_value(plain, (name for name in table if len(name) > 3)))
    meant = f"Did you mean {known.called(near)} ({near})? " if near else ""
    raise UsageError(f"{quoted(text)} is no {what}.", f"{meant}Write it like {like}.")


def _date(text: str, known: LookupTables) -> str:
    found = known.day(text) or _iso(text)
    if not found:
        raise UsageError(f"{quoted(text)} is not a date.", "Write it as 2025-08-21.")
    return found


def _iso(text: str) -> str:
    """The date that is written in ISO order, with or without noughts."""
    parts = text.split("-")
    try:
        return date(*map(int, parts)).isoformat() if len(parts) == 3 and len(parts[0]) == 4 else ""
    except ValueError:
        return ""


def _one_of(what: str, names: Mapping[str, Any] | tuple[str, ...], word: str) -> Callable[[str, LookupTables], str]:
    def check(text: str, known: LookupTables) -> str:
        name = fold(text).replace(" ", "_")
        if name in names:
            return name
        near = nearest_value(name, names)
        meant = f"Did you mean {near}? " if near else ""
        raise UsageError(f"{quoted(text)} is not a {what}.", f"{meant}{word}: {', '.join(names)}.")

    return check


_CHECKS: dict[str, Callable[[str, LookupTables], str]] = {
    "country": _country,
    "language": _language,
    "published_on": _date,
    "kind": _one_of("kind of speaker", SPEAKER_KINDS, "Kinds"),
    "stance": _one_of("stance", STANCES, "Stances"),
    "status": _one_of("status", STATUSES, "There are"),
}
