"""Changes that can be planted in a sentence, one of a kind each, and rewrites that change nothing.

A planter takes a sentence and a source of chance and gives the changed sentence with the stretch to be named, in the
new sentence or, where something is gone, in the old one; None where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from workbench.model import Span


class Plant(NamedTuple):
    """A changed sentence, and where the change is: in the new text, or in the old one."""

    text: str
    span: Span
    in_new: bool = True


Planter = Callable[[str, Random], Plant | None]

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
SPANS = ("last week", "this week", "next week", "last month", "next month", "this month", "last year", "next year")
PLACES = "Lisbon Nairobi Peru Oslo Manila Ghana Quito Norway Warsaw Bolivia Dakar Jordan".split()
PEOPLE = ("Maria Svensson", "Peter Okafor", "Lena Hartmann", "Samuel Ortiz", "Ivana Petrova", "Daniel Mensah")
BODIES = ("the farmers' union", "the opposition", "the central bank", "local prosecutors", "the health ministry")
ANONYMOUS = ("an official", "a source", "officials", "sources", "a person familiar with the matter")
SYNONYMS = {
    "troops": "forces", "police": "officers", "lawmakers": "parliamentarians", "protesters": "demonstrators",
    "talks": "negotiations", "militants": "insurgents", "deal": "accord", "residents": "inhabitants",
    "premier": "prime minister", "refugees": "displaced people", "Kyiv": "Kiev", "Beijing": "Peking",
    "Burma": "Myanmar", "Turkey": "Türkiye", "capital": "main city", "doctors": "physicians", "teachers": "educators",
    "students": "pupils", "company": "firm", "cars": "vehicles", "lawyers": "attorneys",
    "border": "frontier", "budget": "spending plan", "children": "youngsters", "farmers": "growers",
    "soldiers": "servicemen", "fighters": "combatants", "citizens": "nationals", "workers": "employees",
}  # fmt: skip
HEDGES = {
    "will": ("could", "is expected to", "may"), "would": ("might", "could"), "could": ("will",), "may": ("will",),
    "might": ("will",),
}  # fmt: skip
STRONGER = ("claimed", "warned", "insisted", "admitted")
DETAILS = (
    ", after a long quarrel", ", despite heavy rain in the north", ", which drew little attention",
    ", in front of cheering supporters", ", to the surprise of many observers",
)  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,$€£-])(\d{1,3}(?:,\d{3})*)(?![\w.,:%-]|\s?(?:per cent|percent|st|nd|rd|th|a\.m|p\.m|am|pm))"
)
_NAME = r"[A-Z][a-z]+(?: [A-Z][a-z'’-]+)+"
_WHO = rf"(?P<who>{_NAME}|[Tt]he [a-z]+(?: [a-z]+)?|[Oo]fficials|[Pp]olice)"
_FIRST = re.compile(rf"{_WHO} (?:said|says)(?: that)? (?=[a-z])")
_FINALLY = re.compile(rf", {_WHO} (?:said|says)(?=\.$)")
_REST = r"(?P<rest>(?:,? (?:on|in|at|after|last|near|during|who|which|for|to)\b.*)?\.)$"
_LAST = re.compile(r"[.!?]?[”\"’']?\s*$")


def _swap(text: str, span: Span, new: str) -> Plant:
    return Plant(text[: span.start] + new + text[span.end :], Span(span.start, span.start + len(new)))


def _one(found: Sequence[re.Match[str]], chance: Random) -> re.Match[str] | None:
    return chance.choice(found) if found else None


def number(text: str, chance: Random) -> Plant | None:
    """Another amount, or the same one rounded."""
    found = [m for m in _NUMBER.finditer(text) if not 1900 <= int(m[1].replace(",", "")) <= 2100]
    months = "|".join(month[:3] for month in MONTHS)
    found = [m for m in found if not re.search(rf"(?:{months})[a-z]*\.? $", text[: m.start()])]
    found = [m for m in found if not re.match(rf" (?:(?:{months})|\w+ (?:ago|later|earlier|before))", text[m.end() :])]
    match = _one(found, chance)
    if match is None:
        return None
    if chance.random() < 0.3 and not re.search(
        r"(?:about|around|over|than|roughly|nearly|to|at least) $", text[: match.start()]
    ):
        return _swap(text, Span(*match.span()), f"roughly {match[0]}")
    value = int(match[1].replace(",", ""))
    return _swap(text, Span(*match.span()), f"{value + max(2, value // 3):,}")


def date(text: str, chance: Random) -> Plant | None:
    """Another day, month or week."""
    names = (*DAYS, *MONTHS, *SPANS)
    match = _one(list(re.finditer(rf"\b(?:{'|'.join(names)})\b", text)), chance)
    if match is None:
        return None
    pool = next(pool for pool in (DAYS, MONTHS, SPANS) if match[0] in pool)
    other = chance.choice([name for name in pool if name != match[0]])
    return _swap(text, Span(*match.span()), other)


def place(text: str, chance: Random) -> Plant | None:
    """Another place after "in", "near" or "from"."""
    match = _one(list(re.finditer(r"\b(?:in|at|near|from) ([A-Z][a-z]{3,})(?=[ ,.](?![A-Z]))", text)), chance)
    known = {*DAYS, *MONTHS, "May"}
    if match is None or match[1] in known or "ccording to" in text[: match.start()]:
        return None
    return _swap(text, Span(*match.span(1)), chance.choice([p for p in PLACES if p != match[1]]))


def name(text: str, chance: Random) -> Plant | None:
    """Another person."""
    match = _one(list(re.finditer(rf"\b{_NAME}(?= (?:was|is|won|met|had|visited|will)\b)", text)), chance)
    return _swap(text, Span(*match.span()), chance.choice(PEOPLE)) if match else None


def label(text: str, chance: Random) -> Plant | None:
    """Another noun for the same thing."""
    match = _one(list(re.finditer(rf"(?<![\w-])(?:{'|'.join(SYNONYMS)})(?![\w-])", text)), chance)
    return _swap(text, Span(*match.span()), SYNONYMS[match[0]]) if match else None


def hedge(text: str, chance: Random) -> Plant | None:
    """More or less certain."""
    match = _one(list(re.finditer(rf"(?<= )(?:{'|'.join(HEDGES)})(?= (?!not\b)[a-z])", text)), chance)
    return _swap(text, Span(*match.span()), chance.choice(HEDGES[match[0]])) if match else None


def strength(text: str, chance: Random) -> Plant | None:
    """A stronger verb of saying."""
    match = _one(list(re.finditer(r"(?<=[a-z] )said(?= (?:that|the|it|he|she|they|[A-Z]))", text)), chance)
    return _swap(text, Span(*match.span()), chance.choice(STRONGER)) if match else None


def other_actor(text: str, chance: Random) -> Plant | None:
    """Another one who says so."""
    match = _said(text)
    if match is None:
        return None
    who = chance.choice([b for b in (*BODIES, *PEOPLE) if b.lower() not in match["who"].lower()])
    return _swap(text, Span(*match.span("who")), _begun(who) if match.start() == 0 else who)


def anonymised(text: str, chance: Random) -> Plant | None:
    """A named source becomes an unnamed one."""
    match = _said(text)
    if match is None or not re.fullmatch(_NAME, match["who"]):
        return None
    who = chance.choice(ANONYMOUS)
    return _swap(text, Span(*match.span("who")), _begun(who) if match.start() == 0 else who)


def attribution_lost(text: str, chance: Random) -> Plant | None:
    """What somebody said as a fact."""
    match = _said(text)
    if match is None:
        return None
    rest = _begun(text[match.end() :]) if match.start() == 0 else text[: match.start()] + text[match.end() :]
    return Plant(rest, Span(*match.span("who")), in_new=False)


def _said(text: str) -> re.Match[str] | None:
    return _FIRST.match(text) or (None if re.search(r"[“”\"]", text) else _FINALLY.search(text))


def _begun(text: str) -> str:
    return text[0].upper() + text[1:]


def attribution_gained(text: str, chance: Random) -> Plant | None:
    """A fact as what somebody said."""
    if re.search(r"\b(?:said|says|told|according|reported|announced)\b|[“\"]", text) or not re.match(
        r"(?:The|A|An|In|On) ", text
    ):
        return None
    who = chance.choice((*BODIES, *PEOPLE))
    start = "According to "
    return Plant(f"{start}{who}, {text[0].lower()}{text[1:]}", Span(len(start), len(start) + len(who)))


def negation(text: str, chance: Random) -> Plant | None:
    """The opposite."""
    match = _one(
        list(re.finditer(r"(?<= )(?:will|is|are|was|were|can|should|has|have)(?= (?!not|n't|been)[a-z])", text)), chance
    )
    if match is None or re.search(r"\b(?:not|never|no)\b|n['’]t", text):
        return None
    plant = _swap(text, Span(*match.span()), f"{match[0]} not")
    return Plant(plant.text, Span(plant.span.end - 3, plant.span.end))


def paraphrased(text: str, chance: Random) -> Plant | None:
    """Quoted words without their marks."""
    match = re.search(r"(?<= )[“\"](?P<said>[^“”\"]{12,}?)[,.]?[”\"]", text)
    if match is None or len(match["said"].split()) < 3:
        return None
    return Plant(text[: match.start()] + match["said"] + text[match.end() :], Span(*match.span()), in_new=False)


def cut_short(text: str, chance: Random) -> Plant | None:
    """A quotation without its end."""
    match = re.search(r"[“\"](?P<said>[^“”\"]{20,}?)[,.]?[”\"]", text)
    if match is None or len(match["said"].split()) < 7:
        return None
    kept = " ".join(match["said"].split()[: len(match["said"].split()) // 2])
    opening, closing = text[match.start()], text[match.end() - 1]
    return _swap(text, Span(*match.span()), f"{opening}{kept}{closing}")


def added(text: str, chance: Random) -> Plant | None:
    """A detail more."""
    ending = _LAST.search(text)
    if ending is None or re.search(r"[“”\"]", text):
        return None
    detail = chance.choice(DETAILS)
    return Plant(
        text[: ending.start()] + detail + text[ending.start() :], Span(ending.start() + 2, ending.start() + len(detail))
    )


def left_out(text: str, chance: Random) -> Plant | None:
    """A detail less."""
    match = re.search(r", (?:which|who|while|after|as|because|despite|including|before) [^,“”\"]{15,}(?=[.]$)", text)
    if match is None or match.start() < 40:
        return None
    return Plant(text[: match.start()] + text[match.end() :], Span(match.start() + 2, match.end()), in_new=False)


def voice(text: str, chance: Random) -> Plant | None:
    """Active for passive, or the other way round."""
    match = re.match(
        r"(?P<whom>(?:The|A|An) [a-z]+(?: [a-z]+){0,3}) (?P<be>was|were|is being|has been) (?P<verb>[a-z]+ed) by "
        r"(?P<who>(?:the |an? )?[A-Za-z]+(?: [A-Z][a-z]+)*)" + _REST,
        text,
    )
    if match:
        who, whom = match["who"], match["whom"]
        new = f"{who[0].upper()}{who[1:]} {match['verb']} {whom[0].lower()}{whom[1:]}"
        return Plant(new + match["rest"], Span(len(who) + 1, len(who) + 1 + len(match["verb"])))
    match = re.match(
        rf"(?P<who>{_NAME}|(?:The|A|An) [a-z]+(?: [a-z]+)?) (?P<verb>(?!need|want|seem)[a-z]{{3,}}ed) "
        r"(?P<whom>(?:the|a|an) [a-z]+(?: [a-z]+)?)" + _REST,
        text,
    )
    if match is None:
        return None
    who, whom = match["who"], match["whom"]
    who = who if re.fullmatch(_NAME, who) else who[0].lower() + who[1:]
    start = f"{whom[0].upper()}{whom[1:]} "
    new = f"{start}was {match['verb']} by {who}"
    return Plant(new + match["rest"], Span(len(start), len(start) + 4 + len(match["verb"])))


PLANTERS: dict[str, tuple[str, Planter]] = {
    "number": ("number", number), "date": ("date", date), "place": ("place", place), "name": ("name", name),
    "label": ("label", label), "hedge": ("hedge", hedge), "strength": ("strength", strength),
    "other actor": ("attribution", other_actor), "anonymised": ("attribution", anonymised),
    "attribution lost": ("attribution", attribution_lost), "attribution gained": ("attribution", attribution_gained),
    "negation": ("negation", negation),
    "paraphrased": ("quotation", paraphrased), "cut short": ("quotation", cut_short),
    "detail more": ("added", added), "detail less": ("left out", left_out), "voice": ("voice", voice),
}  # fmt: skip
"""What is planted -> the kind it should be called, and how it is planted."""

_NUMERALS = "two three four five six seven eight nine ten eleven twelve".split()
_HARMLESS: tuple[tuple[str, str], ...] = (
    (r"(\d) ?%", r"\1 per cent"), (r"(\d) per ?cent\b", r"\1%"), (r"\bU\.S\.(?= )", "US"), (r"\bU\.N\.(?= )", "UN"),
    (r"“([^“”]*)”", r'"\1"'), (r"’", "'"), (r"\bdid not\b", "didn't"), (r"\bis not\b", "isn't"),
    (r"\bdoesn['’]t\b", "does not"), (r"\bit['’]s\b", "it is"), (r"\borganization", "organisation"),
    (r"\bcolor\b", "colour"), (r"\bdefense\b", "defence"), (r"\bcenter\b", "centre"), (r"\bprogram\b", "programme"),
    (r"\blabor\b", "labour"), (r"\brecogniz", "recognis"), 
    (r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. (\d{1,2})\b", r"\2 \1."),
    (r"\b(January|August|October|December) (\d{1,2})\b(?!,? \d)", r"\2 \1"), (r" – ", " - "), (r" — ", " – "),
    (r", (and|but) ", r" \1 "), (r" ", "  "),
)  # fmt: skip


def harmless(text: str, chance: Random, most: int = 2) -> str:
    """The text with a few rewrites that change nothing."""
    rules = [*_HARMLESS, *((rf"(?<![\w-]){word}\b(?= [a-z]+s\b)", str(n)) for n, word in enumerate(_NUMERALS, 2))]
    chance.shuffle(rules)
    done = 0
    for pattern, new in rules:
        if done == most:
            break
        changed = re.sub(pattern, new, text, count=1)
        done += changed != text
        text = changed
    return text
