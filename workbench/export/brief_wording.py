"""The English of the brief: how holders and speakers are called in a sentence, and the verbs that say where one stands.

A verb never takes the words of an article as its object (they may be a noun, a verb or half a clause): the sentence is
whole without them, and they follow behind a colon as a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.export.sanitizing import one_line
from workbench.model import Entity, Position

VERBS = {
    "committed": ("commits itself", "commit themselves"),
    "supports": ("is in favour", "are in favour"),
    "proposes": ("makes a proposal", "make a proposal"),
    "demands": ("makes a demand", "make a demand"),
    "open": ("leaves the door open", "leave the door open"),
    "considering": ("is weighing it", "are weighing it"),
    "expects": ("says what it expects", "say what they expect"),
    "engaged": ("takes part", "take part"),
    "unclear": ("does not say where it stands", "do not say where they stand"),
    "concerned": ("is concerned", "are concerned"),
    "opposes": ("is against it", "are against it"),
    "ruled_out": ("rules it out", "rule it out"),
}
"""Stance -> what one holder does, what several do."""
LONG = 40
"""A sentence of more words is quoted in part."""
_PAUSE = re.compile(r"(?<!\d)[,;:—–]\s|\s[—–-]\s|[.!?]\s")
_THE = re.compile(
    r"^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles|Holy See|Vatican|EU|UN|UK|US|UAE|[a-z])"
    r"|\b(?:Republic|Kingdom|Emirates|Islands|States|Union|Federation|League|Nations|Council|Commission)$"
    r"|\bRepublic of (?:the )?\w+$"
)


def subject_of(name: str) -> str:
    """A holder as a sentence begins with it: "The United States", "France", "The allies"."""
    words = one_line(name)
    called = f"the {words}" if _THE.search(words) and not words.lower().startswith("the ") else words
    return called[:1].upper() + called[1:]


def is_plural(name: str) -> bool:
    """Whether a holder is many: "allies", "European countries", but not "United States" or "Netherlands"."""
    return bool(re.search(r"\b[a-z]\w*s$", one_line(name)))


def with_article(name: str, text: str) -> str:
    """A name with the article that it mostly has in the text: "the Pentagon", "a dozen nations", "Reuters"."""
    words = one_line(name).strip('“”"‘’')
    if not words or (_THE.search(words) and words[0].isupper()):
        return f"the {words}" if words else words
    found = re.findall(rf"(?:\b(the|an?)\s+)?\b{re.escape(words)}\b", text, re.IGNORECASE)
    usual = max(set(found), key=found.count).lower() if found else ""
    return f"{usual} {words}" if usual == "the" or (usual and words[0].islower()) else words


def join_names(names: Iterable[str], most: int) -> str:
    """`A`, `A and B`, `A, B and others`."""
    each = list(dict.fromkeys(name for name in names if name))
    if len(each) > most:
        return f"{', '.join(each[:most])} and others"
    return " and ".join(part for part in (", ".join(each[:-1]), *each[-1:]) if part)


def name_with_role(name: str, people: Mapping[str, Entity], holder_code: str) -> str:
    """A person with role, and with the country where that is not the holder's; nothing for what is no person."""
    from workbench.analysis.entities import countries  # here: what only lists formats does not load the analysis

    known = people.get(one_line(name))
    if known is None:
        return ""
    country = countries.name(known.country) if known.country not in ("", holder_code) else ""
    about = ", ".join(one_line(part) for part in (known.role, country) if part)
    called = one_line(known.name)
    return f"{called} ({about})" if about else called


def passage_words(position: Position) -> str:
    """The sentence of a position; of a long one the clause with what stands around it up to the next pause."""
    text = position.text
    if len(text.split()) <= LONG:
        return _closed(one_line(text).removesuffix("."))
    start = max((m.end() for m in _PAUSE.finditer(text) if m.end() <= position.clause.start - position.evidence.start),
                default=0)  # fmt: skip
    past = position.clause.end - position.evidence.start
    ends = (m.start() for m in _PAUSE.finditer(text) if m.start() >= past)
    end = next((at for at in ends if text.count("“", start, at) <= text.count("”", start, at)), len(text))
    before, after = ("… " if start else ""), (" …" if text[end:].strip(' .”"') else "")
    return before + _closed(one_line(text[start:end]).removesuffix(".")) + after


def _closed(words: str) -> str:
    """The words with the straight mark that closes what they quote, where a sentence ends before it."""
    return words + '"' if words.count('"') % 2 else words


def drop_unpaired_marks(words: str) -> str:
    """The words without their quotation marks where one of a pair is missing."""
    single = len(re.findall(r"(?<!\w)['‘](?=\w)", words)) > len(re.findall(r"(?<=[\w.,])['’](?!\w)", words))
    double = words.count("“") != words.count("”") or words.count('"') % 2
    found = re.sub(r"[“”\"]", "", words) if double else words
    return re.sub(r"(?<!\w)['‘](?=\w)", "", found) if single else found


def in_quotation_marks(words: str) -> str:
    """Words in quotation marks; marks within become single ones."""
    return "“" + one_line(words).translate({ord("“"): "‘", ord("”"): "’"}) + "”"
