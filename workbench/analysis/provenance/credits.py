"""The outlets that a text credits: "according to a report from ...", "... reported", "(...) —", "Source: ...".

One decision: a credited outlet is known by the words around its name together with the look of the name. After words
that only outlets follow ("the newspaper ...", "first reported by ...") almost any name will do; after words that
anybody may follow ("told ...", "according to ...") the name itself must be an outlet's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbench.analysis.entities import countries
from workbench.analysis.provenance.credit_scopes import CreditKind, CreditScopes, joined
from workbench.analysis.text.lexicon import agencies, media_words
from workbench.model import Lineage, Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PART = r"(?<!\w)[A-Z][\w&’'.-]{0,40}"
_OUTLET = rf"(?:[Tt]he\s+)?(?P<name>{_PART}(?:\s+(?:(?:of|for|de|des|du|der|di|da)\s+)?{_PART}){{0,5}})"
_OUTLET_IN_LINE = _OUTLET.replace(r"\s", r"[ \t]")
_PRESS = (
    r"(?:newspaper|daily|weekly|tabloid|broadsheet|broadcaster|magazine|news (?:agency|outlet|site|website|portal|"
    r"channel|service|wire)|wire service|(?:television|TV|radio) (?:channel|station|network))"
)
_SAYS = r"(?: has| had| have| first| earlier| also| later)*(?: (?:reported|reports|wrote|cited|quoted|revealed))\b"
_GIVEN_TO = (
    r"\b(?:told|reported by|quoted by|cited by|citing|published (?:by|in)|spoke (?:to|with)|speaking to|carried by|"
    r"(?:seen|obtained|reviewed|viewed|read|verified|conducted|written|compiled|produced) by|"
    r"(?:leaked|shown|sent|given|provided|passed) to|available to|shared with|quoting|"
    r"broadcast (?:by|on)|reported (?:in|on)|appeared in)"
)
_KNOWN_AS = r"[\"“‘]?(?:(?:an?|the) )?(?:[a-z][\w’'-]* ){0,2}"
_FROM = rf"(?:{_GIVEN_TO}|\b[Aa]ccording to|\binterview (?:with|to|in))"
_SOURCE_LINES = (re.compile(rf"^\W{{0,3}}(?:[Ss]ource|SOURCE|[Vv]ia)s?:[ \t]*{_OUTLET_IN_LINE}", re.MULTILINE),)
_DATELINES = (
    re.compile(
        rf"^(?:[A-Z][\w.’'-]{{0,30}}[ ,&]+(?:\d{{1,4}}[ ,]+){{0,2}}){{0,8}}\({_OUTLET}(?:/[A-Z]+)?\)\s*[-–—:]",
        re.MULTILINE,
    ),
)
_AFTER_PARAGRAPHS = (re.compile(rf"(?<=[.!?\"”’])\s\({_OUTLET}\)\.?$", re.MULTILINE),)
_STRONG_CUES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"\b[Aa]ccording to (?:an? |the )?(?:[\w’'-]+ ){{0,2}}?(?:story|article) (?:from|by|in|on|with) {_OUTLET}",
        rf"\b(?:first|originally|earlier) (?:reported|published|revealed) (?:by|in|on) {_OUTLET}",
        rf"\b{_PRESS} {_OUTLET},?(?:{_SAYS}| citing\b| quoting\b)",
        rf"{_FROM} (?:an? |the )?(?:[\w’'-]+ ){{0,3}}?{_PRESS} {_OUTLET}",
        rf"{_FROM} {_OUTLET} {_PRESS}\b",
    )
)
_WEAK_CUES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Aa]ccording to (?:an? |the )?(?:[\w’'-]+ ){{0,2}}?(?:report|interview|investigation)s? "
        rf"(?:from|by|in|on|with) {_OUTLET}",
        rf"\b(?:[Aa]ccording to|[Pp]er) {_KNOWN_AS}{_OUTLET}",
        rf"{_OUTLET}{_SAYS}",
        rf"\b(?:that|which) {_OUTLET} ha(?:s|d|ve) (?:seen|obtained|reviewed|viewed|read)\b",
        rf"{_GIVEN_TO} {_KNOWN_AS}{_OUTLET}",
        rf"\b(?:statement|this|said|speaking) (?:to|on|in) {_OUTLET}",
        rf"\ban? {_OUTLET}(?:[’']s)? (?:report|story|article|investigation|interview)\b",
        rf"\binterview (?:with|on|to|in|for) {_OUTLET}",
    )
)
_PATTERNS: tuple[tuple[Sequence[re.Pattern[str]], CreditKind, bool], ...] = (
    (_SOURCE_LINES, "source line", True),
    (_DATELINES, "dateline", True),
    (_AFTER_PARAGRAPHS, "after paragraph", False),
    (_STRONG_CUES, "sentence", True),
    (_WEAK_CUES, "sentence", False),
)
"""Cues, where they stand, and whether almost any name after them is an outlet's."""
_OTHER_BODIES = frozenset(
    """ministry bank university institute commission council department organization organisation nations office court
    secretary-general police parliament congress senate committee union centre center foundation association party
    network company group index""".split()
)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def find_credits(text: str, article_id: str) -> tuple[Lineage, ...]:
    """The outlets that an article credits, each once: the place where it does so first, and what all places are for."""
    found = _places(text)
    if not found:
        return ()
    scopes = CreditScopes(text, [span.start for span, (_, kind) in found.items() if kind == "dateline"])
    places: dict[str, list[tuple[Span, Span]]] = {}
    for span, (name, kind) in found.items():
        places.setdefault(name, []).append((span, scopes.passage(span, kind)))
    return tuple(
        _credit(article_id, name, own[0][0], joined(of for _, of in own), len(text)) for name, own in places.items()
    )


def _credit(article_id: str, name: str, span: Span, passages: tuple[Span, ...], length: int) -> Lineage:
    if passages == (Span(0, length),):
        return Lineage(article_id, "credits", name, span=span)
    share = sum(passage.end - passage.start for passage in passages) / length
    return Lineage(article_id, "credits", name, round(share, 3), span, passages)


def credited_outlets(text: str) -> list[tuple[Span, str]]:
    """Every place where a text credits an outlet, in text order; none within another."""
    return [(span, name) for span, (name, _) in _places(text).items()]


@lru_cache(maxsize=1)
def _places(text: str) -> Mapping[Span, tuple[str, CreditKind]]:
    """The same with the kind of each; an article is asked for its quotes and for its credits."""
    found: dict[Span, tuple[str, CreditKind]] = {}
    for patterns, kind, sure in _PATTERNS:
        for pattern in patterns:
            for match in pattern.finditer(text):
                name, span = _named_outlet(match)
                if _is_outlet(name, sure):
                    found.setdefault(span, (name, kind))
    kept, end = {}, 0
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if span.end > end:
            kept[span], end = found[span], span.end
    return kept


def up_to_sentence_end(name: str) -> str:
    """The part of a capitalised name before a full stop that ends a sentence; those of "St." and "U.S." do not."""
    return re.split(r"(?<=\w{3})\.\s", name, maxsplit=1)[0]


def _named_outlet(match: re.Match[str]) -> tuple[str, Span]:
    name = re.sub(r"(?:['’]s)$", "", up_to_sentence_end(match["name"])).rstrip(".,'’-")
    start = match.start("name")
    plain = " ".join(name.split())
    return agencies().get(plain, plain), Span(start, start + len(name))


def _is_outlet(name: str, sure: bool) -> bool:
    words = [w.lower() for w in _WORD.findall(name)]
    if name in agencies().values():
        return True
    if not words or words[0] in _DAYS or words[-1] in _DAYS or not _OTHER_BODIES.isdisjoint(words):
        return False
    if _has_press_word(words):
        return True
    return sure and len(name) > 1 and not countries.find(name) and not _is_person(name)


def _has_press_word(words: list[str]) -> bool:
    """A word that only outlets have anywhere in the name, one that others have too at its end; no such word alone."""
    kinds = media_words()
    if any(word in kinds["name"] for word in words):
        return True
    if len(words) == 1:
        return words[0] in kinds["alone"]
    return any(word in kinds["anywhere"] for word in words) or words[-1] in kinds["last"]


def _is_person(name: str) -> bool:
    """Two capitalised words and nothing of the press about them: rather a person than an outlet."""
    return len(name.split()) == 2 and not any(w.isupper() for w in name.split())
