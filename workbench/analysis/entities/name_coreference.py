"""Which of an article's names are one person's: full names first, then family and given names for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import honorifics, nicknames
from workbench.analysis.entities.name_parts import family_name_forms, is_family_name_of, is_same_person, normalize_name

if TYPE_CHECKING:
    from spacy.tokens import Token

MentionsByName = dict[str, list[list["Token"]]]
_KIN = frozenset("father son mother daughter grandfather grandson namesake uncle nephew brother cousin".split())


def group_mentions(names: Sequence[tuple[str, list[Token]]]) -> MentionsByName:
    """Full name -> its mentions; `names` as the text has them, nicknames included.

    A short name is the one that is named in full most often, of equals the first; with a title whose sex fits nobody
    it is a person of its own, and where it fits several alike it is left out.
    """
    called = {
        nick.casefold(): nicknames.remove_nickname(text) for text, _ in names if (nick := nicknames.find_nickname(text))
    }
    names = [(nicknames.remove_nickname(text), tokens) for text, tokens in names]
    full = [(text, tokens) for text, tokens in names if " " in text]
    spelt: dict[str, str] = {}
    for text, _ in full:
        spelt.setdefault(normalize_name(text), text)
    full = [(spelt[normalize_name(text)], tokens) for text, tokens in full]
    apart = {text for text, tokens in full if _is_kin(tokens)}
    counts = Counter(text for text, _ in full)
    groups: MentionsByName = defaultdict(list)
    for text, tokens in full:
        groups[called.get(text.casefold()) or _longer_name(text, counts, apart)].append(tokens)
    known = {name: honorifics.known_sex(name, mentions) for name, mentions in groups.items()}
    for text, tokens in names:
        if " " in text:
            continue
        owners = [n for n in known if text.casefold() in family_name_forms(n) or n.split()[0] == text]
        by_last = [n for n in owners if text.casefold() in family_name_forms(n)] or owners
        if sex := honorifics.title_sex(tokens):
            chosen = honorifics.bearer_of_title(by_last, sex, known)
        else:
            chosen = max(by_last, key=lambda n: counts[n], default=called.get(text.casefold(), ""))
        if chosen is not None:
            groups[chosen or text].append(tokens)
    alone = {text: groups.pop(text) for text in list(groups) if " " not in text}
    return dict(groups) | {n: m for text, found in alone.items() for n, m in _by_title(text, found).items()}


def _longer_name(text: str, counts: Counter[str], apart: set[str]) -> str:
    """The first longer name that a full name is short for, or itself."""
    for name in counts:
        one = is_same_person(name, text) and not (name in apart or text in apart)
        if len(name) > len(text) and (is_family_name_of(text, name) or one):
            return name
    return text


def _is_kin(tokens: list[Token]) -> bool:
    """Whether the name is of somebody's next of kin, who may bear the same: "his father, George Bush"."""
    doc, at, end = tokens[0].doc, tokens[0].i - 1, tokens[-1].i + 1
    at -= at >= 0 and doc[at].text == ","
    if at >= 1 and doc[at].lower_ in _KIN and any(c.dep_ == "poss" for c in doc[at].children):
        return True
    after = doc[end : end + 3]
    return len(after) == 3 and after[0].text == "," and after[1].tag_ == "PRP$" and after[2].lower_ in _KIN


def _by_title(text: str, mentions: list[list[Token]]) -> MentionsByName:
    """The mentions of a family name that no full name goes with: with Mr and Mrs beside it, they are two."""
    if len({sex for m in mentions if (sex := honorifics.title_sex(m))}) < 2:
        return {text: mentions}
    parted: MentionsByName = defaultdict(list)
    for tokens in mentions:
        title = f"{tokens[0].nbor(-1).text} " if honorifics.title_sex(tokens) else ""
        parted[f"{title}{text}"].append(tokens)
    return dict(parted)
