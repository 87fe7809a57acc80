"""From the mention of a speaker to who it is: a person, country, organisation, group, or nobody that can be named.

Every step rests on the article's own words: names and roles from `people`, nationality from `countries`, the rest from
the parse of the mention. A mention that joins several ("French and British officials") gives several speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.analysis.entities import countries, nicknames, spokespeople, unnamed_people
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.country_resolution import homes
from workbench.analysis.entities.honorifics import TITLES
from workbench.analysis.entities.office_levels import is_past
from workbench.analysis.entities.people import Person, people
from workbench.analysis.entities.pronouns import HE, SHE, Pronouns, pronouns
from workbench.analysis.text.lexicon import anonymous_heads, bodies, is_role
from workbench.model import Entity, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SINGULAR = HE | SHE
PLURAL = frozenset("they them their theirs themselves we us our".split())
AUTHOR = frozenset("i me my myself".split())
"""Outside quotation marks: whoever wrote the article."""
NEUTER = frozenset("it its itself".split())
INDEFINITE = frozenset("a an one another some several many few any two three four five other".split())
_LEADING = re.compile(
    r"^(?:(?:one|some|several|many|most|both|two|three|all) of\s+(?:the\s+)?|"
    r"(?:the|a|an|one|another|both|neither|either|nor|its|his|her|their|some|several|many)\s+)",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s?$")
_DATELINE = re.compile(r"[A-Z][A-Z .,/]{2,40}(?:\([^)\n]{1,30}\))?\s*[-–—]\s+")
_EDGE = " \t\n,;:.-–—“”„«»「」『』\"‘’'`()"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears in one article."""

    doc: Doc
    text: str
    """The document's, which it would put together anew each time."""
    people: tuple[Person, ...]
    countries: tuple[CountryMention, ...]
    pronouns: Pronouns
    homes: Mapping[str, str]
    """Name of a person in national office whose country is not said -> the country that it must be (`homes`)."""

    def countries_in(self, span: Span) -> list[CountryMention]:
        """The countries mentioned within a span."""
        return [c for c in self.countries if span.covers(c.span)]

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions overlaps the span."""
        return next((p for p in self.people if any(m.overlaps(span) for m in p.mentions)), None)


def cast(doc: Doc, known: Mapping[str, Entity] = MappingProxyType({})) -> Cast:
    """Read the persons and countries of a parsed article; `known` as in `people`."""
    text = doc.text
    found = tuple(countries.find(text))
    persons = people(doc, found, known)
    return Cast(doc, text, persons, found, pronouns(doc, text, persons), homes(doc, persons, found))


def entities(cast: Cast, speakers: Sequence[Speaker]) -> tuple[Entity, ...]:
    """The persons of the article and whoever else speaks in it by name, each once."""
    out = {}
    for person in cast.people:
        aliases = sorted({m.of(cast.text) for m in person.mentions} - {person.name})
        entity = Entity(person.name, "person", person.role, person.country, tuple(aliases))
        out[entity.id] = entity
    for speaker in speakers:
        if speaker.name and speaker.kind not in ("anonymous", "unknown"):
            entity = Entity(speaker.name, speaker.kind, speaker.role, speaker.country)
            out.setdefault(entity.id, entity)
    return tuple(out.values())


def resolve(
    cast: Cast, mention: Span, before: Sequence[Speaker] = (), inside: Sequence[Span] = ()
) -> tuple[Speaker, ...]:
    """Who a mention stands for. `before`: the speakers of the quote before; `inside`: the content, never searched."""
    tokens = cast.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if not tokens:
        return ()
    whole = list(tokens)
    while len(whole) > 1 and whole[0].tag_ == "IN" and whole[0].dep_ in ("prep", "agent", "ROOT"):
        whole = whole[1:]
    out: list[Speaker] = []
    for part in _conjuncts(whole):
        for speaker in _one(cast, part, before, inside):
            if all((speaker.name, speaker.country) != (s.name, s.country) or not s.name for s in out):
                out.append(speaker)
    return tuple(out)


def _conjuncts(tokens: list[Token]) -> list[list[Token]]:
    """The mention cut into the noun phrases that "and" or commas join."""
    root = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    heads = [root, *(t for t in root.conjuncts if t in tokens and t.pos_ in ("NOUN", "PROPN", "PRON"))]
    starts = sorted(
        max(tokens[0].i, min([h.left_edge.i, *(t.i for t in tokens if t.head == h and t.dep_ in ("det", "amod"))]))
        for h in heads
    )
    if len(heads) < 2:
        return [tokens]
    bounds = [tokens[0].i, *starts[1:], tokens[-1].i + 1]
    parts = [[t for t in tokens if a <= t.i < b] for a, b in zip(bounds, bounds[1:], strict=False)]
    return [part for part in (_stripped(p) for p in parts) if part]


def _stripped(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].pos_ in ("CCONJ", "PUNCT", "SPACE")):
        tokens = tokens[:-1]
    while tokens and (tokens[0].pos_ in ("CCONJ", "PUNCT", "SPACE")):
        tokens = tokens[1:]
    return tokens


def _one(cast: Cast, tokens: list[Token], before: Sequence[Speaker], inside: Sequence[Span]) -> Iterator[Speaker]:
    span = _bare_span(cast.text, Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
    text = span.of(cast.text)
    shown = [t for t in tokens if t.idx < span.start + len(nicknames.undescribed(text))]
    if tokens[0].lower_ in INDEFINITE and 0 < len(shown) < len(tokens) - 1:
        yield from _described(cast, shown, span, text)
        return
    if tokens[0].tag_ in ("WP", "WDT") and tokens[0].head.dep_ == "relcl":
        noun = tokens[0].head.head
        tokens = [t for t in noun.subtree if t.i <= noun.i]
        for speaker in _one(cast, tokens, before, inside):
            yield replace(speaker, mention=span, mention_text=text)
        return
    if text.lower() in AUTHOR:
        yield Speaker("", "unknown", "", "", span, text)
        return
    alone = tokens[0].text != "US" and (len(tokens) == 1 or (len(tokens) == 2 and tokens[0].tag_ != "PRP$"))
    if alone and tokens[0].lower_ in SINGULAR | PLURAL | NEUTER:
        yield from _pronoun(cast, tokens[0], span, text, before, inside)
        return
    if all(t.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$") for t in tokens):
        yield Speaker("", "unknown", "", "", span, text)
        return
    named = [p for p in cast.people for m in p.mentions if span.overlaps(m) and _is_head(cast, tokens, m)]
    if named:
        for person in dict.fromkeys(named):
            yield _person(person, span, text)
        return
    if tokens[0].lower_ in TITLES and len(tokens) > 1 and not any(is_role(t) for t in tokens):
        yield Speaker("", "unknown", "", "", span, text)
        return
    yield from _described(cast, tokens, span, text)


def _bare_span(text: str, span: Span) -> Span:
    """The span without the marks and blanks at its ends, and without a headline that ran into it."""
    start, end = max(span.start, text.rfind("\n", span.start, span.end) + 1), span.end
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and text[end - 1] not in ")" and not _closes(text[start:end]):
        end -= 1
    end += text[end : end + 1] in ('"', "”", "’") and not _closes(text[start:end]) and _closes(text[start : end + 1])
    return Span(start, end) if start < end else span


def _closes(text: str) -> bool:
    """Whether a text ends in the second mark of a pair: 'the call sign "Wolf"'."""
    last = text[-1]
    return text.count(last) % 2 == 0 if last in "\"'" else {"”": "“", "’": "‘"}.get(last, "\n") in text


def _is_head(cast: Cast, tokens: list[Token], mention: Span) -> bool:
    """Whether a name is what the mention is about, not part of a possessive or of a description."""
    named = [t for t in tokens if mention.start <= t.idx < mention.end] or tokens[:1]
    token = next((t for t in named if t.head not in named or t.head == t), named[0])
    if (token.dep_ in ("compound", "nmod", "amod") and token.head in tokens) or spokespeople.deputy_of(
        tokens, named[0]
    ):
        return False
    end = next((t for t in tokens if t.idx >= mention.end), None)
    if end is not None and end != tokens[-1] and (end.tag_ == "POS" or end.text in ("'s", "’s")):
        return False
    while token.head in tokens and token.head != token:
        if token.dep_ in ("pobj", "poss", "relcl", "acl", "dobj", "nsubj", "pcomp"):
            return False
        token = token.head
    return True


def _person(person: Person, mention: Span, text: str) -> Speaker:
    return Speaker(person.name, "person", person.role, person.country, mention, text)


def _described(cast: Cast, tokens: list[Token], span: Span, text: str) -> Iterator[Speaker]:
    """A mention without a name of its own: role, country, anonymous, organisation or group."""
    head = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[-1])
    head = _counted(head)
    nations = list(dict.fromkeys(c.code for c in _own_countries(cast, tokens, head, span)))
    bare = _bare(nicknames.undescribed(text) if tokens[0].lower_ in INDEFINITE else text)
    plural = head.tag_ in ("NNS", "NNPS")
    single = tokens[0].lower_ in INDEFINITE if is_role(head) else unnamed_people.is_single(head, tokens)
    lemma = head.lemma_.lower()
    whole = any(
        c.span.of(cast.text).strip(".") == bare.strip(".")
        for c in cast.countries_in(span)
        if c.form not in ("seat", "part")
    )
    if nations and whole and nations[0] not in COLLECTIVE:
        yield Speaker(countries.name(nations[0]), "country", "", nations[0], span, text)
    elif is_role(head) and not (plural or _is_body(head)) and (principal := _principal(cast, tokens, head)):
        yield from _proxy(cast, principal, head, bare, nations, span, text)
    elif is_role(head) and not (plural or _is_body(head)) and (person := _by_role(cast, lemma, nations, span, text)):
        yield _person(person, span, text)
    elif lemma in anonymous_heads() and not nations and not _names_something(tokens):
        yield Speaker("", "anonymous", "", "", span, text)
    elif plural and len(nations) > 1:
        for nation in nations:
            own = next(c for c in cast.countries_in(span) if c.code == nation)
            name = f"{own.span.of(cast.text)} {head.text}" if own.form == "demonym" else bare
            yield Speaker(name, "group", "", nation, span, text)
    elif single and not (plural or _is_body(head)):
        yield Speaker(
            "", "anonymous", unnamed_people.description(head, bare), nations[0] if nations else "", span, text
        )
    else:
        kind = _kind(head, tokens, plural)
        role = bare if kind == "person" and is_role(head) else ""
        yield Speaker(bare, kind, role, nations[0] if nations else "", span, text)


def _bare(text: str) -> str:
    return _POSSESSIVE.sub("", _LEADING.sub("", re.sub(r"\s+", " ", text)))


def _principal(cast: Cast, tokens: list[Token], head: Token) -> Person | None:
    """Whom somebody without a name speaks for or belongs to: X of "a spokesman for X", "X's lawyer"."""
    for token in tokens:
        person = cast.person_at(Span(token.idx, token.idx + len(token)))
        himself = person and head.lemma_.lower() in person.role.lower().split()
        if person and not himself and spokespeople.stands_for(tokens, head, [token.i]):
            return person
    return None


def _proxy(
    cast: Cast, principal: Person, head: Token, bare: str, nations: list[str], span: Span, text: str
) -> Iterator[Speaker]:
    """Who speaks for a principal: whoever the article names as that, else nobody that can be named."""
    named = re.search(r",\s+(?=[^,]+\Z)", text)
    apposed = named and cast.person_at(Span(span.start + named.end(), span.start + named.end() + 1))
    if named and apposed and apposed != principal:
        yield _person(replace(apposed, role=apposed.role or _bare(text[: named.start()])), span, text)
        return
    lemma = head.lemma_.lower()
    family = principal.last_name.lower()
    for person in cast.people:
        words = person.role.lower().replace("’", "'")
        if text.split()[0].lower() not in INDEFINITE and person != principal and lemma in words and family in words:
            yield _person(person, span, text)
            return
    said = nations or [c.code for c in cast.countries_in(span)]
    if not said and principal.role and lemma not in spokespeople.PRIVATE:
        said = [principal.country]
    yield Speaker("", "anonymous", bare, said[0] if said else "", span, text)


def _counted(head: Token) -> Token:
    """What is counted: the officials of "one of the officials"."""
    if head.lower_ in INDEFINITE | {"both", "most", "all"}:
        for child in head.children:
            inner = [c for c in child.children if c.dep_ == "pobj"] if child.lower_ == "of" else []
            if inner:
                return inner[0]
    return head


def _kind(head: Token, tokens: list[Token], plural: bool) -> SpeakerKind:
    if is_role(head) and not plural and head.pos_ == "NOUN" and not _is_body(head):
        return "person"
    if plural and head.pos_ == "NOUN":
        return "group"
    return "organisation" if head.pos_ == "PROPN" or _names_something(tokens) or _is_body(head) else "group"


DESCRIBING = frozenset("to on with who against about".split())
COLLECTIVE = frozenset(("EUR", "COW", "ALLIES"))
"""Holders that are many: who speaks for them keeps the text's own words as name."""


def _is_body(head: Token) -> bool:
    return head.lemma_.lower() in bodies()


def _own_countries(cast: Cast, tokens: list[Token], head: Token, span: Span) -> list[CountryMention]:
    """The countries that say where the speaker belongs: not those a mere description mentions."""
    cut = next(
        (t.idx for t in tokens if t.i > head.i and (t.lower_ in DESCRIBING or _acts_elsewhere(t))),
        span.end,
    )
    return cast.countries_in(Span(span.start, max(cut, head.idx + len(head))))


def _acts_elsewhere(token: Token) -> bool:
    """Whether what follows says where somebody works, not where they belong: "operating in", not "based in"."""
    return token.dep_ in ("acl", "relcl") and token.lower_ not in ("based", "headquartered")


def _names_something(tokens: list[Token]) -> bool:
    return any(
        (t.pos_ == "PROPN" and t.text[:1].isupper()) or t.ent_type_ in ("ORG", "PERSON", "GPE") for t in tokens[0:]
    )


def _by_role(cast: Cast, lemma: str, nations: list[str], span: Span, text: str) -> Person | None:
    """The person whose role the mention names: "the German chancellor", not the former one."""
    fitting = [
        p
        for p in cast.people
        if p.role and lemma in (w.lower() for w in re.findall(r"\w+(?:-\w+)*", p.role))
        and (not nations or not p.country or p.country in nations) and (is_past(p.role) or not is_past(text))
    ]  # fmt: skip
    exact = [p for p in fitting if p.country in nations] or fitting
    return max(exact, key=lambda p: _last_before(p, span.start), default=None)


def _last_before(person: Person, at: int) -> int:
    return max((m.start for m in person.mentions if m.start < at), default=-person.mentions[0].start)


def _pronoun(
    cast: Cast, token: Token, span: Span, text: str, before: Sequence[Speaker], inside: Sequence[Span]
) -> Iterator[Speaker]:
    if token.lower_ in SINGULAR:
        person = cast.pronouns.antecedent(token, {s.name for s in before}, inside)
        last = [s for s in before if s.kind == "person" and all(s.name != p.name for p in cast.people)]
        if len(last) == 1:
            yield replace(last[0], mention=span, mention_text=text)
        elif person:
            yield _person(person, span, text)
        else:
            yield Speaker("", "unknown", "", "", span, text)
        return
    wanted = (
        ("country", "organisation") if token.lower_ in NEUTER else ("group", "organisation", "country", "anonymous")
    )
    for speaker in before:
        if speaker.kind in wanted or (token.lower_ in PLURAL and len(before) > 1):
            yield Speaker(speaker.name, speaker.kind, speaker.role, speaker.country, span, text)
            if len(before) == 1:
                return
    if not before or not any(s.kind in wanted or len(before) > 1 for s in before):
        yield Speaker("", "unknown", "", "", span, text)
