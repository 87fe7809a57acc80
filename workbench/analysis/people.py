"""The persons of one article: full name, role and country as its own words give them, and every mention by name.

Nothing is looked up: "French President Emmanuel Macron" makes a person of role "President" and country FRA, and later
mentions by last name are the same person. What the article does not say stays empty.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.analysis.countries import CountryMention
from workbench.analysis.lexicon import agencies, roles
from workbench.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TITLES = frozenset(
    (
        "mr mrs ms miss dr sir dame lord lady rev hon prof mr. mrs. ms. dr. rev. hon. prof. gen. col. sen. "
        "rep. gov. lt. sgt. capt. maj. adm."
    ).split()
)
PARTICLES = frozenset("van von der den de del della di da dos du la le el al bin ibn ben ter ten".split())
CONNECTORS = frozenset("of and the for on to & - – ' 's ’s’ ’".split()) | {"’s"}
ROLE_WORDS = 14
"""The longest role, in tokens, that is read beside a name."""
NAME_TAGS = ("PROPN", "NOUN", "ADJ", "X")
"""What the tagger takes a capitalised family name for."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*$")


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article."""

    name: str
    mentions: tuple[Span, ...]
    role: str = ""
    country: str = ""

    @property
    def last_name(self) -> str:
        """The family name, with its particles."""
        return last_name(self.name)


def last_name(name: str) -> str:
    """The family name of a full name: from the first lower-case particle on, else the last word."""
    words = name.split()
    for at, word in enumerate(words[1:], 1):
        if word.lower() in PARTICLES and at < len(words) - 1:
            return " ".join(words[at:])
    return words[-1] if words else ""


def people(
    doc: Doc, countries: Sequence[CountryMention], known: Mapping[str, Entity] = MappingProxyType({})
) -> tuple[Person, ...]:
    """The persons named in the article, in order of first mention.

    `known`: the person that a name of this article is in the whole case, where other articles say more.
    """
    country_at = _by_token(doc, countries)
    names = list(_names(doc, country_at, known))
    groups = _group([(_text(tokens), tokens) for _, tokens in names])
    places: dict[str, list[int]] = defaultdict(list)
    for token in doc:
        places[token.text].append(token.i)
    found = []
    for name, mentions in groups.items():
        mentions = mentions + _missed(doc, name, groups, places)
        spans = sorted({Span(m[0].idx, m[-1].idx + len(m[-1])) for m in mentions})
        role, country = _described(doc, mentions, country_at)
        found.append(Person(name, tuple(spans), role, country))
    found = [_as_known(p, known) for p in found]
    return tuple(sorted((_inherit(p, found) for p in found), key=lambda p: p.mentions[0]))


def is_role(token: Token) -> bool:
    """Whether the token is a noun for what somebody is."""
    return token.lemma_.lower() in roles() or token.lower_ in roles()


def _by_token(doc: Doc, countries: Sequence[CountryMention]) -> dict[int, CountryMention]:
    out = {}
    for mention in countries:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        out.update({token.i: mention for token in span or ()})
    return out


def _with_particles(tokens: list[Token]) -> list[Token]:
    """The name with the family name that particles announce: "Ursula von | der Leyen"."""
    doc, at = tokens[0].doc, tokens[-1].i + 1
    end = at
    while end < len(doc) and doc[end].lower_ in PARTICLES and doc[end].text.islower():
        end += 1
    announced = end > at or tokens[-1].lower_ in PARTICLES
    if announced and end < len(doc) and doc[end].text[:1].isupper() and doc[end].text[:1].isalpha():
        return list(doc[tokens[0].i : end + 1])
    return tokens


def _text(tokens: Sequence[Token]) -> str:
    return re.sub(r"\s+", " ", tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)


def _names(
    doc: Doc, country_at: dict[int, CountryMention], known: Mapping[str, Entity]
) -> Iterator[tuple[Span, list[Token]]]:
    """Person names: those the recogniser finds or the case knows, and capitalised words after a title or a role."""
    taken: set[int] = set()
    for ent in doc.ents:
        if (
            ent.label_ == "PERSON"
            and ent.text not in agencies()
            and (tokens := _trim(_with_particles(list(ent)), country_at))
        ):
            taken |= {t.i for t in tokens}
            yield Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])), tokens
    for token in doc:
        if token.text in known and token.i not in taken and token.pos_ in NAME_TAGS and token.i not in country_at:
            taken.add(token.i)
            yield Span(token.idx, token.idx + len(token)), [token]
    for token in _taken_up(doc):
        if token.i not in taken and token.i not in country_at and not is_role(token):
            taken.add(token.i)
            yield Span(token.idx, token.idx + len(token)), [token]
    for tokens in _introduced(doc, country_at):
        if tokens[0].i not in taken:
            taken |= {t.i for t in tokens}
            yield Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])), tokens
    for token in doc[:-1]:
        follower = doc[token.i + 1]
        named = (is_role(token) and token.text[:1].isupper()) or token.lower_ in TITLES
        if not named or follower.i in taken or follower.ent_type_ in ("GPE", "NORP", "DATE"):
            continue
        tokens = _trim(list(_capitalised(doc, follower.i)), country_at)
        if tokens and tokens[0].i == follower.i and (len(tokens) > 1 or token.lower_ in TITLES):
            taken |= {t.i for t in tokens}
            yield Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])), tokens


def _taken_up(doc: Doc) -> Iterator[Token]:
    """One-word subjects that "he" or "she" takes up at the start of the next sentence; names, not common nouns."""
    sentences = list(doc.sents)
    within = {t.text for s in sentences for t in s[1:] if t.text.istitle() and t.nbor(-1).text not in ("\n", "“", '"')}
    for sentence, after in zip(sentences, sentences[1:], strict=False):
        first = next((t for t in after if not t.is_space), None)
        if first is None or first.lower_ not in ("he", "she"):
            continue
        for token in sentence:
            alone = token.pos_ in NAME_TAGS and token.text in within and not list(token.lefts)
            if alone and token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and _NAME.match(token.text):
                yield token


def _introduced(doc: Doc, country_at: dict[int, CountryMention]) -> Iterator[list[Token]]:
    """Two to four capitalised words that an apposition calls somebody: "Ana Ruiz, an analyst at the institute,"."""
    for token in doc:
        if (
            token.text != ","
            or token.i + 2 >= len(doc)
            or doc[token.i + 1].lower_ not in ("a", "an", "the", "his", "her")
        ):
            continue
        described = doc[token.i + 2 : token.i + 8]
        stop = next((i for i, t in enumerate(described) if t.pos_ in ("PUNCT", "VERB", "AUX", "ADP")), len(described))
        start = token.i
        while start > 0 and doc[start - 1].pos_ == "PROPN" and _NAME.match(doc[start - 1].text):
            start -= 1
        tokens = list(doc[start : token.i])
        if 2 <= len(tokens) <= 4 and any(is_role(t) and t.tag_ in ("NN", "NNP") for t in described[:stop]):
            tokens = _trim(tokens, country_at)
            if len(tokens) >= 2 and start >= 0 and (start == 0 or doc[start - 1].lower_ not in ("the", "of")):
                yield tokens


def _capitalised(doc: Doc, start: int) -> Iterator[Token]:
    for token in doc[start : start + 5]:
        if (token.pos_ != "PROPN" and token.lower_ not in PARTICLES) or not _NAME.match(token.text):
            return
        yield token


def _trim(tokens: list[Token], country_at: dict[int, CountryMention]) -> list[Token]:
    """Titles, roles, countries and possessives off both ends; empty when no name is left."""
    for at, token in enumerate(tokens):
        if "\n" in token.text:
            tokens = tokens[:at]
            break
    while tokens and (
        tokens[0].lower_ in TITLES
        or is_role(tokens[0])
        or tokens[0].i in country_at
        or not tokens[0].text[:1].isalpha()
    ):
        tokens = tokens[1:]
    while tokens and (
        not _NAME.match(tokens[-1].text) or tokens[-1].tag_ == "POS" or not tokens[-1].text[:1].isupper()
    ):
        tokens = tokens[:-1]
    if not tokens or any(t.i in country_at or (is_role(t) and len(tokens) > 3) for t in tokens):
        return []
    proper = tokens[0].text[:1].isupper() or tokens[0].lower_ in PARTICLES
    return tokens if proper and len(tokens) <= 6 and len(tokens[-1].text) > 1 else []


def _group(names: Sequence[tuple[str, list[Token]]]) -> dict[str, list[list[Token]]]:
    """Full name -> its mentions: a short name is the one that is named in full most often, of equals the first."""
    full = [(text, tokens) for text, tokens in names if " " in text]
    counts = Counter(text for text, _ in full)
    groups: dict[str, list[list[Token]]] = defaultdict(list)
    for text, tokens in full:
        longer = [n for n, _ in full if len(n) > len(text) and (n.endswith(f" {text}") or _same(n, text))]
        groups[longer[0] if longer else text].append(tokens)
    for text, tokens in names:
        if " " in text:
            continue
        owners = [n for n in groups if " " in n and text in (last_name(n), last_name(n).split()[-1], n.split()[0])]
        by_last = [n for n in owners if n.split()[0] != text] or owners
        groups[max(by_last, key=lambda n: counts[n]) if by_last else text].append(tokens)
    return dict(groups)


def _same(longer: str, shorter: str) -> bool:
    """Whether two full names are one: same first and last word ("Joseph R Biden", "Joseph Biden")."""
    a, b = longer.split(), shorter.split()
    return len(b) > 1 and a[0] == b[0] and a[-1] == b[-1]


def _missed(
    doc: Doc, name: str, groups: dict[str, list[list[Token]]], places: Mapping[str, Sequence[int]]
) -> list[list[Token]]:
    """Mentions by last name alone that the recogniser took for something else; `places`: where each word stands."""
    family = last_name(name).split()[-1]
    others = [n for n in groups if n != name and family in n.split()]
    if others or len(family) < 3:
        return []
    known = {t.i for mentions in groups.values() for m in mentions for t in m}
    return [
        [token]
        for token in (doc[i] for i in places.get(family, ()))
        if token.i not in known and token.pos_ in ("PROPN", "NOUN", "X", "ADJ")
        and not (token.i and doc[token.i - 1].pos_ == "PROPN" and doc[token.i - 1].text[:1].isupper()
                 and not is_role(doc[token.i - 1]))
    ]  # fmt: skip


def _described(doc: Doc, mentions: Sequence[list[Token]], country_at: dict[int, CountryMention]) -> tuple[str, str]:
    """The fullest role and the most frequent country that stand beside any mention."""
    found = [d for m in mentions for d in (_left(doc, m, country_at), _right(doc, m, country_at)) if d]
    named = [role for role, _ in found if role]
    nations = Counter(country for _, country in found if country)
    return (named[0] if named else ""), (nations.most_common(1)[0][0] if nations else "")


def _left(doc: Doc, mention: list[Token], country_at: dict[int, CountryMention]) -> tuple[str, str] | None:
    """A role before the name: "French President", "Trump's special envoy to the Middle East,"."""
    at = mention[0].i - 1
    while at >= 0 and doc[at].lower_ in TITLES:
        at -= 1
    apposed = at >= 0 and doc[at].text == ","
    at -= apposed
    tokens: list[Token] = []
    while at >= 0 and len(tokens) < ROLE_WORDS:
        token = doc[at]
        word = token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[0].isalnum()
        part = word or token.lower_ in CONNECTORS or token.i in country_at
        owner = token.text[:1].isupper() and token.pos_ in NAME_TAGS and token.i not in country_at
        if owner and tokens and tokens[0].tag_ == "POS":
            tokens.insert(0, token)
            break
        if not part or (token.ent_type_ == "PERSON" and token.i not in country_at) or "\n" in token.text:
            break
        tokens.insert(0, token)
        at -= 1
    led = at >= 0 and doc[at].tag_ in ("DT", "PRP$")
    if apposed and not led and not any(t.tag_ in ("DT", "POS", "PRP$", "NNP") for t in tokens):
        return None
    return _read_role(tokens, country_at)


def _right(doc: Doc, mention: list[Token], country_at: dict[int, CountryMention]) -> tuple[str, str] | None:
    """A role after the name: ", a researcher at King's College London,", "(UK)", "- US Secretary of State -"."""
    at = mention[-1].i + 1
    if at >= len(doc) or doc[at].text not in (",", "(", "-", "–", "—"):
        return None
    closing = {"(": (")",), ",": (",", ".", ";", ":", "—")}.get(doc[at].text, (doc[at].text,))
    tokens: list[Token] = []
    for token in doc[at + 1 : at + 2 + ROLE_WORDS]:
        if token.text in closing or token.sent != mention[0].sent:
            break
        tokens.append(token)
    else:
        return None
    if doc[at].text == "(" and len(tokens) <= 3:
        nations = [country_at[t.i].code for t in tokens if t.i in country_at]
        return ("", nations[0]) if nations else None
    if not tokens or tokens[0].pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "PRON") or tokens[0].tag_ == "WP":
        return None
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN")]
    before = next((i for i, t in enumerate(tokens) if t.lower_ in ("who", "which", "whose", "that")), len(tokens))
    tokens = tokens[:before]
    if (verbs and before == len(tokens) and any(t in tokens for t in verbs)) or not any(is_role(t) for t in tokens):
        return None
    return _read_role(tokens, country_at)


def _read_role(tokens: list[Token], country_at: dict[int, CountryMention]) -> tuple[str, str] | None:
    """(role, country) of a phrase that names what somebody is, or None when it names no role."""
    tokens = _after_conjunction(tokens)
    while tokens and (tokens[0].lower_ in CONNECTORS or tokens[0].pos_ == "DET"):
        tokens = tokens[1:]
    heads = [i for i, t in enumerate(tokens) if is_role(t) and t.tag_ not in ("NNS", "NNPS")]
    if not heads and tokens and tokens[-1].tag_ == "POS" and tokens[-1].i - 1 in country_at:
        return "", country_at[tokens[-1].i - 1].code
    if not heads:
        return None
    cut = next((i for i, t in enumerate(tokens) if t.lower_ in ("to", "for") and i > heads[0]), len(tokens))
    nation = next((country_at[t.i] for t in tokens[:cut] if t.i in country_at), None)
    kept = [t for t in tokens if nation is None or country_at.get(t.i) is not nation or nation.form in ("seat", "part")]
    while kept and (kept[0].lower_ in CONNECTORS or kept[0].pos_ in ("DET", "PUNCT")):
        kept = kept[1:]
    while kept and (kept[-1].lower_ in CONNECTORS or kept[-1].pos_ == "PUNCT"):
        kept = kept[:-1]
    role = "".join(t.text_with_ws for t in kept).strip()
    return re.sub(r"\s+", " ", role), nation.code if nation else ""


def _after_conjunction(tokens: list[Token]) -> list[Token]:
    """What stands after the last "and" that does not join two roles."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].lower_ in ("and", "&") and not any(is_role(t) for t in tokens[:at]):
            return tokens[at + 1 :]
    return tokens


def _as_known(person: Person, known: Mapping[str, Entity]) -> Person:
    """What this article says of a person, completed by what the case knows."""
    entity = known.get(person.name)
    if entity is None:
        return person
    return Person(entity.name, person.mentions, person.role or entity.role, person.country or entity.country)


def _inherit(person: Person, everybody: Iterable[Person]) -> Person:
    """A role of "Trump's special envoy" gives the envoy Trump's country."""
    if person.country or not person.role:
        return person
    for other in everybody:
        if other.country and re.match(rf"{re.escape(other.last_name)}['’]s\b", person.role):
            return replace(person, country=other.country)
    return person
