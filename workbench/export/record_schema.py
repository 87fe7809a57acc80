"""What each field of a record is: the one declaration that the published JSON Schema, the columns of Parquet files and
the explanations in spreadsheets are made of.

It says of `records.record`, as an export has it, which fields there are, in which order, and what they mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.model import DIFFERENCE_KINDS, QUOTE_KINDS, SPEAKER_KINDS, STANCES, STATUSES, Origin, Pane

Scalar = Literal["text", "day", "time", "whole", "number", "flag"]
"""`day` and `time`: ISO 8601, empty where it is not known; `whole` and `number`: numbers without and with decimals."""


@dataclass(frozen=True, slots=True)
class Struct:
    """An object with fields of its own."""

    name: str
    fields: Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of one type."""

    of: Scalar | Struct


@dataclass(frozen=True, slots=True)
class Field:
    """A field, which every record of its kind has."""

    about: str
    type: Scalar | Struct | ListOf = "text"
    choices: tuple[str, ...] = ()
    """The values it may have."""
    nullable: bool = False


OFFSETS = {
    "start": Field("Where it begins: code points of the article's text before it.", "whole"),
    "end": Field("Where it ends: code points of the article's text before its end.", "whole"),
}
SPAN = Struct("span", {**OFFSETS, "text": Field("The words there, cut from the article's text.")})
CONFIDENCE = Field("How sure the analysis is, from 0 to 1.", "number")
STATUS = Field("What the analyst says of it.", choices=STATUSES)
OUTLET = Field("The outlet that published the article; empty where it is not known.")
ARTICLE_ID = Field("The id of the article it stands in.")
TITLE = Field("The title of the article.")
SOURCE = Field("The file or address that the article was added from.")
PUBLISHED_ON = Field("The day on which the article was published; empty where it is not known.", "day")
URL = Field("Where the article is on the web; empty where it is not known.")
ARTICLE: dict[str, Field] = {
    "article_id": ARTICLE_ID,
    "source": SOURCE,
    "outlet": OUTLET,
    "title": TITLE,
    "published_on": PUBLISHED_ON,
    "url": URL,
}
MARKS: dict[str, Field] = {
    "tags": Field("The analyst's tags.", ListOf("text")),
    "note": Field("The analyst's notes on it, the oldest first, with blank lines between them."),
    "starred": Field("Whether the analyst starred it.", "flag"),
    "edited": Field("Whether the analyst corrected it.", "flag"),
    "edits": Field("The fields that the analyst corrected.", ListOf("text")),
}
_ORIGIN = (
    "the article (text), another article or the analyst (case), a table (known), the story around it (presumed);"
    " empty where there is nothing to know."
)
KNOWN_FROM = Struct(
    "known_from",
    {
        **{name: Field(f"What the {name} is known from: {_ORIGIN}", choices=get_args(Origin))
           for name in ("name", "role", "country")},
        "proof": Field("What a table says: an office and its years; empty where none was used."),
    },
)  # fmt: skip
WHO: dict[str, Field] = {
    "name": Field("The full name; empty where nobody is named."),
    "role": Field("The office or role."),
    "country": Field("The country or bloc that they speak for or belong to, as a code."),
    "kind": Field("What kind of speaker it is.", choices=SPEAKER_KINDS),
    "known_from": Field("Where name, role and country are known from.", KNOWN_FROM),
}
SPEAKER = Struct("speaker", {"mention": Field("Where the text names them.", SPAN, nullable=True), **WHO})
LINEAGE = Struct(
    "lineage",
    {
        "article_id": Field("The id of the article."),
        "kind": Field("What it does with the origin.", choices=("credits", "copies", "rewrites")),
        "origin": Field("The outlet that is credited, or the id of the article that is copied or rewritten."),
        "origin_outlet": Field("The outlet of the origin."),
        "share": Field("The part of the article that it has from there, from 0 to 1.", "number"),
        "span": Field("The passage that says so.", SPAN, nullable=True),
        "passages": Field("What the credit is for; null: all of the article.", ListOf(SPAN), nullable=True),
    },
)
PASSAGE: dict[str, Field] = {**ARTICLE, **OFFSETS, "text": Field("The words of the passage.")}
PHRASING = Struct(
    "phrasing",
    {
        **PASSAGE,
        "relation": Field("Whether it states all of the fact.", choices=("same", "partial")),
        "confidence": CONFIDENCE,
        "credits": Field("The outlets that it is credited to.", ListOf("text")),
    },
)
PERHAPS = Struct("perhaps", {**PASSAGE, "likeness": Field("How like the fact it is, from 0 to 1.", "number")})
READING = Struct(
    "reading",
    {
        "article_id": ARTICLE_ID,
        "outlet": OUTLET,
        **{name: Field(each.about, each.type, nullable=True) for name, each in OFFSETS.items()},
        "text": Field("What the phrasing says there; empty where it says nothing of it."),
    },
)
DIFFERENCE = Struct(
    "difference",
    {
        "kind": Field("What kind of difference it is.", choices=DIFFERENCE_KINDS),
        "readings": Field("What each phrasing has.", ListOf(READING)),
    },
)
RECORDS: dict[Pane, Struct] = {
    "articles": Struct(
        "article",
        {
            "id": Field("The id of the article."),
            "source": SOURCE,
            "outlet": OUTLET,
            "title": TITLE,
            "byline": Field("Who wrote it, as it says."),
            "published_on": PUBLISHED_ON,
            "language": Field("Its language, as a code (ISO 639-1)."),
            "unanalysed": Field("The language for which it was left alone; empty where it was analysed."),
            "agency": Field("The agency or outlet that it credits as a whole."),
            "url": URL,
            "words": Field("How many words its text has.", "whole"),
            "lineage": Field("Where its text comes from.", ListOf(LINEAGE)),
            **MARKS,
            "text": Field("The text, which all offsets count in."),
        },
    ),
    "quotes": Struct(
        "quote",
        {
            "id": Field("The id of the quote: the same in every export and after every analysis."),
            **ARTICLE,
            "kind": Field("Whether the words are the speaker's own, all, in part, or not.", choices=QUOTE_KINDS),
            "text": Field("What was said: the words of the spans, with “ … ” between them."),
            "spans": Field("Where these words stand.", ListOf(SPAN)),
            "cue": Field("The words that attribute it: “said”.", SPAN, nullable=True),
            "as_told": Field("What was said as the article tells it, the cue in brackets."),
            "sentence": Field("The whole sentence, or sentences, with cue and words.", SPAN, nullable=True),
            "speakers": Field("Who said it; empty where nobody is named.", ListOf(SPEAKER)),
            "via": Field("Who passed the words on."),
            "confidence": CONFIDENCE,
            "own": Field("Whether the analyst made it.", "flag"),
            **MARKS,
        },
    ),
    "positions": Struct(
        "position",
        {
            "id": Field("The id of the position."),
            **ARTICLE,
            "holder": Field("The country or bloc whose position it is, as a code."),
            "holder_name": Field("Its name."),
            "issue": Field("The issue that it was grouped under."),
            "topic": Field("What it is about, as the sentence has it."),
            "stance": Field("Where the holder stands.", choices=tuple(STANCES)),
            "polarity": Field("1 for, 0 neither, -1 against.", "whole"),
            "strength": Field("How strong the word is, from 0 to 3.", "whole"),
            "speaker": Field("Who states it."),
            "level": Field("Whether government, military or others of that country (non_government) hold it."),
            "attribution": Field("Who says so: reported, official_statement, anonymous_source, second_hand, ..."),
            "attributed_by": Field("Who attributes it, by name."),
            "condition": Field("What it depends on."),
            "hedge": Field("The word that weakens it."),
            "evidence": Field("The sentence that proves it.", SPAN),
            "clause": Field("The part of the sentence that states it.", SPAN),
            "confidence": CONFIDENCE,
            "event": Field("Its PLOVER type of event."),
            "target": Field("The country or bloc it is towards, as a code."),
            "status": STATUS,
            **MARKS,
        },
    ),
    "facts": Struct(
        "fact",
        {
            "id": Field("The id of the fact."),
            "gist": Field("What is reported."),
            "kind": Field("event, statement, position, option, pledge, expectation or state."),
            "phrasings": Field("The passages that report it.", ListOf(PHRASING)),
            "differences": Field("What differs between them.", ListOf(DIFFERENCE)),
            "missing_outlets": Field("The outlets that do not report it.", ListOf("text")),
            "perhaps": Field("Passages that may report it too.", ListOf(PERHAPS)),
            "outlets": Field("How many outlets report it.", "whole"),
            "independent": Field("How many independent sources it has.", "whole"),
            "status": STATUS,
            **MARKS,
        },
    ),
    "notes": Struct(
        "note",
        {
            "id": Field("The id of the note."),
            "target": Field("The id of what it is on."),
            **ARTICLE,
            "article_id": Field("The id of the article that it is in; null where it is in none.", nullable=True),
            "body": Field("What the analyst wrote."),
            "written_at": Field("When it was written, in UTC.", "time"),
            "span": Field("The passage it is on.", SPAN, nullable=True),
            **MARKS,
        },
    ),
    "people": Struct(
        "person",
        {
            "id": Field("The id of the person, organisation, country or group."),
            "name": WHO["name"],
            "aliases": Field("The other names they go by.", ListOf("text")),
            **{name: WHO[name] for name in ("role", "country", "kind", "known_from")},
            "quotes": Field("In how many quotes they speak.", "whole"),
            "positions": Field("How many positions they state.", "whole"),
            "outlets": Field("How many outlets name them.", "whole"),
            "first": Field("The first day on which an article names them.", "day"),
            "last": Field("The last day on which an article names them.", "day"),
            **MARKS,
        },
    ),
}
