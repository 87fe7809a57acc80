"""The columns of tables, pane by pane: what CSV and spreadsheets have, with what each holds and means.

What a column means is said by the field of the record that it shows, or here where it shows a part of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.export import record_schema
from workbench.export.record_schema import KNOWN_FROM, RECORDS, WHO
from workbench.model import Pane

Kind = Literal["id", "text", "title", "long", "list", "link", "day", "time", "whole", "number", "flag"]
"""`title` and `long` are sentences, which wrap; `list` several values, joined by semicolons in a cell."""
ARTICLE: dict[str, Kind] = {
    "outlet": "text", "published_on": "day", "title": "title", "url": "link", "source": "text", "article_id": "id",
}  # fmt: skip
MARKS: dict[str, Kind] = {
    "starred": "flag", "tags": "list", "note": "long", "edited": "flag", "edits": "list",
}  # fmt: skip
KINDS: dict[Pane, dict[str, Kind]] = {
    "articles": {
        "id": "id", "outlet": "text", "published_on": "day", "title": "title", "byline": "text", "language": "text",
        "unanalysed": "text", "agency": "text", "words": "whole", "lineage": "list", "source": "text", "url": "link",
        **MARKS,
    },
    "quotes": {
        "id": "id", "speakers": "list", "roles": "list", "countries": "list", "speaker_kinds": "list",
        "as_told": "long", "text": "long", "kind": "text", "cue": "text", "via": "text", "sentence": "long",
        **ARTICLE,
        "names_from": "list", "roles_from": "list", "countries_from": "list", "proofs": "list",
        "spans": "list", "cue_span": "text", "sentence_span": "text", "confidence": "number", "own": "flag",
        **MARKS,
    },
    "positions": {
        "id": "id", "holder": "text", "holder_name": "text", "issue": "text", "topic": "text", "stance": "text",
        "polarity": "whole", "strength": "whole", "speaker": "text", "level": "text", "attribution": "text",
        "attributed_by": "text", "condition": "text", "hedge": "text", "event": "text", "target": "text",
        "text": "long", "clause": "long",
        **ARTICLE,
        "spans": "text", "clause_span": "text", "confidence": "number", "status": "text",
        **MARKS,
    },
    "facts": {
        "id": "id", "gist": "long", "fact_kind": "text", "text": "long", "relation": "text", "credits": "list",
        **ARTICLE,
        "spans": "text", "confidence": "number", "differences": "list", "missing_outlets": "list", "perhaps": "list",
        "outlets": "whole", "independent": "whole", "status": "text",
        **MARKS,
    },
    "notes": {
        "id": "id", "target": "id", "body": "long", "written_at": "time", "passage": "long",
        **ARTICLE,
        "spans": "text",
        **MARKS,
    },
    "people": {
        "id": "id", "name": "text", "role": "text", "country": "text", "kind": "text", "name_from": "text",
        "role_from": "text", "country_from": "text", "proof": "text", "aliases": "list", "quotes": "whole",
        "positions": "whole", "outlets": "whole", "first": "day", "last": "day",
        **MARKS,
    },
}  # fmt: skip
_PLACE = "as code points of the article's text: from..to."
_EACH = "A value for each speaker, in the same order."
ABOUT: dict[str, str] = {
    **{f"{name}_from": KNOWN_FROM.fields[name].about for name in ("name", "role", "country")},
    "proof": KNOWN_FROM.fields["proof"].about,
    "speakers": "Who said it: the name, else how the text calls them; empty where nobody is named.",
    **{plural: f"{WHO[name].about} {_EACH}" for plural, name in
       (("roles", "role"), ("countries", "country"), ("speaker_kinds", "kind"))},
    **{f"{plural}_from": f"{KNOWN_FROM.fields[name].about} {_EACH}" for plural, name in
       (("names", "name"), ("roles", "role"), ("countries", "country"))},
    "proofs": f"{KNOWN_FROM.fields['proof'].about} {_EACH}",
    "spans": f"Where the words stand, {_PLACE}",
    "cue_span": f"Where the cue stands, {_PLACE}",
    "sentence_span": f"Where the sentence stands, {_PLACE}",
    "clause_span": f"Where the clause stands, {_PLACE}",
    "fact_kind": RECORDS["facts"].fields["kind"].about,
    "relation": "Whether this passage states all of the fact (same) or not (partial).",
    "credits": "The outlets that this passage is credited to.",
    "passage": RECORDS["notes"].fields["span"].about,
}  # fmt: skip
"""What columns mean that are no field of a record, or only a part of one."""
ABOUT_OF: dict[Pane, dict[str, str]] = {
    "positions": {"text": RECORDS["positions"].fields["evidence"].about},
    "facts": {
        "text": "The words of this passage.",
        "confidence": "How sure it is that this passage reports the fact, from 0 to 1.",
        "differences": "What kinds of difference there are between the passages.",
    },
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells hold, and what they mean."""

    name: str
    kind: Kind
    about: str


def _columns(pane: Pane) -> tuple[Column, ...]:
    fields = {**record_schema.ARTICLE, **RECORDS[pane].fields}
    about = {**{name: field.about for name, field in fields.items()}, **ABOUT, **ABOUT_OF.get(pane, {})}
    return tuple(Column(name, kind, about[name]) for name, kind in KINDS[pane].items())


COLUMNS: dict[Pane, tuple[Column, ...]] = {pane: _columns(pane) for pane in KINDS}
