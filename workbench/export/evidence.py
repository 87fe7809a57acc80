"""The evidence beneath a row, in clauses: where it stands, how it is known, how sure it is, what the analyst did.

The clauses are plain text; a format joins them, and the article that they rest on is cited beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from workbench.export.record_fields import Record
from workbench.export.records import origin_words
from workbench.export.sanitizing import count, one_line
from workbench.model import Origin, Quote, Speaker

ORIGINS: Mapping[Origin, str] = {
    "text": "from the article", "case": "from the case", "known": "looked up", "presumed": "presumed",
}  # fmt: skip
"""Where something about somebody is known from, as a sentence says it."""
_NOT_SAID = frozenset(("known", "presumed"))


def with_origin(value: str, origin: str) -> str:
    """A role or country, with a word where no article says it: `president, looked up`."""
    return f"{value}, {ORIGINS[cast('Origin', origin)]}" if value and origin in _NOT_SAID else value


def called(name: str, role: str, country: str) -> str:
    """A name with role and country."""
    found = {words.casefold(): words for each in (name, role, country) if (words := one_line(each))}
    return ", ".join(found.values())


def of_quote(quote: Quote, found: Record) -> Iterator[str]:
    """The clauses of a quote."""
    yield labelled("cue", in_marks(found["cue"]["text"] if found["cue"] else ""))
    yield labelled("via", found["via"])
    for speaker in quote.speakers:
        yield _origins(speaker, alone=len(quote.speakers) == 1)
    yield characters(*found["spans"])
    yield from of_analyst(found)
    yield from ("marked by hand",) if found["own"] else _sureness(found)
    yield found["id"]


def of_position(found: Record) -> Iterator[str]:
    """The clauses of a position."""
    yield labelled("speaker", found["speaker"])
    yield labelled("topic", found["topic"] if found["topic"] != found["issue"] else "")
    yield found["level"].replace("_", "-")
    yield found["attribution"].replace("_", " ")
    yield labelled("attributed by", found["attributed_by"])
    yield labelled("condition", in_marks(found["condition"]))
    yield labelled("hedge", in_marks(found["hedge"]))
    yield labelled("towards", found["target"])
    yield characters(found["clause"])
    yield from of_analyst(found)
    yield from _sureness(found)
    yield found["id"]


def of_article(found: Record) -> Iterator[str]:
    """The clauses of an article."""
    yield labelled("by", found["byline"])
    yield count(found["words"], "word")
    yield labelled("language", found["language"])
    yield labelled("agency", found["agency"])
    yield labelled("not analysed", found["unanalysed"])
    yield from map(origin_words, found["lineage"])
    yield from of_analyst(found)
    yield found["id"]


def of_person(found: Record) -> Iterator[str]:
    """The clauses of somebody."""
    origin = found["known_from"]
    yield labelled("also", "; ".join(found["aliases"]))
    yield labelled("role", ORIGINS.get(origin["role"], ""))
    yield labelled("country", ORIGINS.get(origin["country"], ""))
    yield in_marks(origin["proof"])
    yield ", ".join(count(found[what], what[:-1]) for what in ("quotes", "positions", "outlets"))
    yield " to ".join(dict.fromkeys(filter(None, (found["first"], found["last"]))))
    yield from of_analyst(found)
    yield found["id"]


def of_note(found: Record) -> Iterator[str]:
    """The clauses of a note."""
    yield characters(*([found["span"]] if found["span"] else []))
    yield f"written {found['written_at'][:10]}"
    yield found["id"]


def of_analyst(found: Record) -> Iterator[str]:
    """What the analyst decided about a row."""
    yield corrected(found)
    if found.get("status") in ("confirmed", "rejected"):
        yield f"{found['status']} by hand"


def corrected(found: Record) -> str:
    """Which fields the analyst corrected; nothing where there are none."""
    if not found["edited"]:
        return ""
    fields = ", ".join(field.replace("_", " ") for field in found["edits"])
    return "corrected by hand" + (f": {fields}" if fields else "")


def characters(*spans: Record) -> str:
    """Where in the article's text the spans are."""
    return "characters " + ", ".join(f"{span['start']}–{span['end']}" for span in spans) if spans else ""


def labelled(label: str, value: str) -> str:
    """A value with its label; nothing where there is no value."""
    return f"{label} {one_line(value)}" if one_line(value) else ""


def in_marks(text: str) -> str:
    """Words of others in quotation marks; nothing where there are none."""
    return f"“{one_line(text)}”" if one_line(text) else ""


def _sureness(found: Record) -> Sequence[str]:
    return (f"confidence {found['confidence']:.2f}",)


def _origins(speaker: Speaker, *, alone: bool) -> str:
    """Where name, role and country of a speaker are known from; of several, whose they are."""
    origin = speaker.known_from
    known = (("name", origin.name if speaker.name and origin.name != "text" else ""),
             ("role", origin.role if speaker.role else ""),
             ("country", origin.country if speaker.country else ""))  # fmt: skip
    said = [f"{what} {ORIGINS[each]}" for what, each in known if each in ORIGINS]
    if origin.proof:
        said.append(in_marks(origin.proof))
    whose = "" if alone or not said else f"{one_line(speaker.label)}: "
    return whose + ", ".join(said)
