"""Which of an article's names are one person's: full names first, then family and given names for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import honorifics, nicknames
from workbench.analysis.entities.name_parts import (
    given_part,
    is_family_name_of,
    is_one_name,
    is_same_person,
    last_name,
    normalize_name,
)
from workbench.analysis.entities.short_names import bearer, bearers_of, is_kin, is_taken_for_granted
from workbench.analysis.knowledge.names import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MentionsByName = dict[str, list[list["Token"]]]


def group_mentions(names: Sequence[tuple[str, list[Token]]]) -> MentionsByName:
    """Full name -> its mentions; `names` as the text has them, nicknames included.

    A short name goes to one of its bearers (`short_names`); with a title whose sex fits nobody it is a person of its
    own, and where it fits several alike it is left out.
    """
    called = {
        nick.casefold(): nicknames.remove_nickname(text) for text, _ in names if (nick := nicknames.find_nickname(text))
    }
    names = [(nicknames.remove_nickname(text), tokens) for text, tokens in names]
    short: MentionsByName = defaultdict(list)
    for text, tokens in names:
        if " " not in text:
            short[text].append(tokens)
    groups, counts = _by_full_name([(text, tokens) for text, tokens in names if " " in text], called, short)
    known = {name: honorifics.known_sex(name, mentions) for name, mentions in groups.items()}
    full = {name: tuple(mentions) for name, mentions in groups.items()}
    alone: MentionsByName = defaultdict(list)
    for text, mentions in short.items():
        owners = bearers_of(text, full)
        granted = bool(owners) and is_taken_for_granted(text, mentions, owners, full)
        for tokens in mentions:
            if sex := honorifics.title_sex(tokens):
                chosen = honorifics.bearer_of_title(owners, sex, known)
            elif granted or not owners:
                chosen = called.get(text.casefold(), "")
            else:
                chosen = bearer(text, tokens, owners, full, counts)
            if chosen is not None:
                (groups[chosen] if chosen else alone[text]).append(tokens)
    return groups | {n: m for text, found in alone.items() for n, m in _by_title(text, found).items()}


def _by_full_name(
    full: list[tuple[str, list[Token]]], called: Mapping[str, str], short: Collection[str]
) -> tuple[MentionsByName, Counter[str]]:
    """The mentions of each full name, its other forms and spellings with them, and how often each form stands."""
    spelt: dict[str, str] = {}
    for text, _ in full:
        spelt.setdefault(normalize_name(text), text)
    full = [(spelt[normalize_name(text)], tokens) for text, tokens in full]
    apart = {text for text, tokens in full if is_kin(tokens)}
    counts = Counter(text for text, _ in full)
    names, places = list(counts), _places_by_key(counts)
    alike = {text: [names[at] for at in sorted({at for key in _keys(text) for at in places[key]})] for text in names}
    longer = {text: _longer_name(text, alike[text], counts, apart, short) for text in names}
    groups: MentionsByName = defaultdict(list)
    for text, tokens in full:
        name = called.get(text.casefold()) or longer[text]
        groups[longer.get(name, name)].append(tokens)
    return groups, counts


def _places_by_key(names: Iterable[str]) -> Mapping[str, list[int]]:
    """Key -> the places of the names that have it: two without a key in common are not one person's."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for key in _keys(name):
            found[key].append(place)
    return found


def _keys(name: str) -> set[str]:
    """The words of a name, all of them in one, and the initials of given and family name, which a slip spares."""
    words, family = words_of(name), words_of(last_name(name))
    initials = (f"{given[:1]}.{family[-1][:1]}." for given in given_part(name)[:1] if family)
    return {*words, "".join(words), name.casefold().split()[-1], *initials}


def _longer_name(text: str, alike: Iterable[str], counts: Counter[str], apart: set[str], short: Collection[str]) -> str:
    """The first longer name that a full name is short for, or the spelling of it that the text has more; or itself.

    `alike`: the names that may be, in text order.
    """
    for name in alike:
        one = is_same_person(name, text) and not (name in apart or text in apart)
        if len(name) > len(text) and (is_family_name_of(text, name) or one):
            return name
        better = (counts[name], last_name(name) in short, text) > (counts[text], last_name(text) in short, name)
        plain = not {name, text} & apart and not is_same_person(name, text)
        if name != text and better and plain and is_one_name(name, text):
            return name
    return text


def _by_title(text: str, mentions: list[list[Token]]) -> MentionsByName:
    """The mentions of a family name that no full name goes with: with Mr and Mrs beside it, they are two."""
    if len({sex for m in mentions if (sex := honorifics.title_sex(m))}) < 2:
        return {text: mentions}
    parted: MentionsByName = defaultdict(list)
    for tokens in mentions:
        title = f"{tokens[0].nbor(-1).text} " if honorifics.title_sex(tokens) else ""
        parted[f"{title}{text}"].append(tokens)
    return dict(parted)
