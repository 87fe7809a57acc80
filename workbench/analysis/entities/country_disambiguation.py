"""When a word that names a country or capital names something else, by the words around it.

The design decision: each reason is one small test on a window of text before and after, never a parse, so that finding
countries stays fast and needs no model. What can be listed is in the table (`data/countries.tsv`), not here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.model import Span

_WINDOW_CHARACTERS = 40


class EntryContext(NamedTuple):
    """An entry of the table found in a text, and the mention before it."""

    text: str
    start: int
    end: int
    form: str
    code: str
    previous: Span | None
    previous_code: str

    @property
    def surface(self) -> str:
        """The words as they stand."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What leads up to them."""
        return self.text[max(0, self.start - _WINDOW_CHARACTERS) : self.start]

    @property
    def after(self) -> str:
        """What follows them."""
        return self.text[self.end : self.end + _WINDOW_CHARACTERS]


def is_not_country(context: EntryContext) -> bool:
    """Whether the entry means something other than its country, persons apart."""
    if context.form == "capital":
        return _in_longer_name(context)
    if context.form == "demonym" or context.surface in _LANGUAGES:
        return _is_language(context)
    if context.form == "seat":
        return _is_of_another(context)
    return _is_pronoun(context) or _is_somebodys_allies(context)


def georgia_is_american(text: str) -> bool:
    """Whether Georgia is the state, by the company it keeps in the whole text."""
    return len(set(_AMERICAN_GEORGIA.findall(text))) > len(set(_CAUCASIAN_GEORGIA.findall(text)))


def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


_LANGUAGES = word_set("English Welsh Catalan Basque Flemish Tibetan Chechen Baloch")
"""Of the parts of states."""
SURNAMES = frozenset({"Jordan", "Chad", "Georgia", "Holland", "Turk"})

DATES = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December"
)
NO_NAMES = DATES | word_set(
    "A About Above According Across After Against Alongside Although Amid Among An And Around As At Because Before "
    "Behind Beneath Besides Between Both But By Can Could Despite Did Do Does During East Either Even Ever Every "
    "Except For From Had Has Have How However If In Inside Instead Into Is Its Later Like Meanwhile Near Nearby "
    "Neighboring Neighbouring Neither Nor North Northern Not Now Of Off On Once Only Or Our Out Outside Over Perhaps "
    "Said Says Should Since So Some South Southern Still Tell That The Their Then These This Through Throughout To "
    "Today Toward Towards Under Unless Unlike Until Upon Via Was Were West Western What When Where Whether Which "
    "While Who Why Will With Within Without Would Yet"
)
OFFICES = word_set(
    "Aerospace Air Ambassador Armed Army Bureau Central Chancellor Chief Council Crown Defence Defense Deputy Embassy "
    "Energy Finance Foreign Government Governor Health High Interior Justice King Mayor Military Minister Ministry "
    "Navy Parliament Police President Prime Prince Queen Security Speaker State Supreme Trade"
)

NAME_AFTER = re.compile(r"[^\S\n](?P<word>[A-Z][a-zà-ÿ’'-]+)")
_COMPOUND_BEFORE = re.compile(
    r"(?:^|\W)(?:College|University|Institute|Radio|Dynamo|Olympique|Real|Greater|Central|Inner|Old|New|East|West|Fort|"
    r"Port|Mount|Lake|USS)\s$"
)
_LANGUAGE_BEFORE = re.compile(
    r"(?:^|\W)(?:in|into|from|speaks?|speaking|spoke|fluent|learn(?:ed|ing)?|broken)\s$", re.IGNORECASE
)
_LANGUAGE_AFTER = re.compile(r"[-‐‑–](?:language|speaking|speaker)|\s(?:language|speaker|translation|word for)\b")
_NO_NOUN_AFTER = re.compile(r"\s*(?:$|[.,;:!?)\]”\"’\n]|\s(?:but|on|at|to|that|as|for|with|by|when|while)\b)")
_WITH_US = re.compile(r"\b(?:LET|TELL|GIVE|JOIN|CONTACT|ABOUT|FOLLOW|HELP|EMAIL|CALL|SHOW|MAKE|LEAVE|BRING|TAKE)\s$")
_OWN = re.compile(
    r"(?<!\w)(?:his|her|my|your|our|political|congressional|parliamentary|party|conservative|liberal|longtime|long-time|"
    r"former|close|closest|coalition)\s$"
)
_OWNER = re.compile(r"(?<!\w)(?P<name>[A-Z]\w+)(?:[’'ʼ]s?)?\s$")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s|\n")
_AMERICAN_GEORGIA = re.compile(
    r"\b(?:Atlanta|Savannah|Macon|Fulton County|Kemp|Raffensperger|Warnock|Ossoff|Alabama|Florida|Tennessee|Carolina|"
    r"Arizona|Wisconsin|Michigan|Nevada|Pennsylvania|Electoral College)\b"
)
_CAUCASIAN_GEORGIA = re.compile(
    r"\b(?:Tbilisi|Georgians?|Abkhazia|Ossetia|Caucasus|Batumi|Black Sea|Armenia|Azerbaijan|Moldova|Ukraine|Russia|"
    r"Turkey|Türkiye|Saakashvili|Ivanishvili)\b"
)


def _in_longer_name(context: EntryContext) -> bool:
    """Whether a capital is part of a name the table does not have: "Kyiv School of Economics", "College London"."""
    if _COMPOUND_BEFORE.search(context.before):
        return True
    after = NAME_AFTER.match(context.after)
    return after is not None and after["word"] not in OFFICES | DATES and not in_headline(context)


def _is_language(context: EntryContext) -> bool:
    """Whether a demonym is a language: "said in Russian", "Spanish-language"."""
    if _LANGUAGE_AFTER.match(context.after):
        return True
    spoken = _LANGUAGE_BEFORE.search(context.before) and _NO_NOUN_AFTER.match(context.after)
    return bool(spoken) and not context.surface.endswith("s")


def _is_of_another(context: EntryContext) -> bool:
    """Whether an institution is that of the country named just before: "Ukraine's Security Council"."""
    if context.previous is None or context.previous_code in (context.code, "EUR") or context.code == "EU":
        return False
    between = context.text[context.previous.end : context.start]
    return re.fullmatch(r"(?:[’'ʼ]s?)?[^\S\n]", between) is not None


def _is_pronoun(context: EntryContext) -> bool:
    """Whether US is the word "us" in capitals."""
    return context.surface == "US" and _WITH_US.search(context.before) is not None


def _is_somebodys_allies(context: EntryContext) -> bool:
    """Whether the allies are those of a person or party, or no country is spoken of: "parents and allies"."""
    if context.surface.casefold() != "allies":
        return False
    between = context.text[context.previous.end : context.start] if context.previous else ""
    if owner := _OWNER.search(context.before):
        return context.previous is None or (len(between) > 3 and owner["name"] not in NO_NAMES)
    near = context.previous is not None and len(between) < 160 and not _SENTENCE_END.search(between)
    return _OWN.search(context.before) is not None or (context.surface == "allies" and not near)


def in_headline(context: EntryContext) -> bool:
    """Whether nearly every word of the line begins with a capital, so that capitals say nothing about names."""
    head = context.text[max(0, context.start - 120) : context.start].rpartition("\n")[2]
    tail = context.text[context.end : context.end + 120].partition("\n")[0]
    words = re.findall(r"[^\W\d_]{4,}", head + " " + tail)
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
