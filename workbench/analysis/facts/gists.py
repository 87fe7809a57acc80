"""What stands for a fact in a list: the phrasing that tells it best to somebody who has read none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from heapq import nlargest

from workbench.model import Clause

SentenceOf = Callable[[Clause], str]
"""The sentence that holds a clause."""
SHORTEST, LONGEST = 5, 32
"""Words of a phrasing that tells enough, but not too much."""
LONGEST_SENTENCE = 45
"""Words of a sentence that may stand for a clause that does not stand alone."""
FEW = 5
"""Of how many phrasings the sentences are looked at, since each has to be read."""
_TRIMMED = " \t\n,;:–—-•*·"
_PLACE = r"[A-Z][\w.'’]+(?:[ ,/]+[A-Z][\w.'’]*)*"
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.'’]+(?:[ ,/]+[A-Z][\w.'’]*)*(?: \([\w ]+\))? ?[–—-]+"
    rf"|(?:{_PLACE} )?\((?:AP|AFP|CNN|DPA|PTI|TASS|UPI|Reuters|Bloomberg)\)(?: ?[–—-]+)?) (?=[\"“‘A-Z])"
)
_OPENINGS = (
    r"^(?:(?:and|but|or|so|then{more})\s+"
    r"|(?:likewise|meanwhile|however|moreover|furthermore|also|still|separately|in addition|earlier|later|even so"
    r"|instead|nevertheless|nonetheless|in fact|in turn|as a result|at the same time|for (?:example|instance)),\s+)+"
)
_OPENING = re.compile(_OPENINGS.format(more="|because|although|while|that|as"), re.IGNORECASE)
_OPENING_OF_SENTENCE = re.compile(_OPENINGS.format(more=""), re.IGNORECASE)
"""In a whole sentence a main clause follows what "although" begins."""
_CAPITAL = re.compile(r"[A-Z]")
_QUOTES = (("“", "”"), ('"', '"'))
_OPENS = re.compile(r"(?:^|(?<=[\s(\[—–-]))[“\"](?=\S)")
"""A quotation mark that opens, by what is around it."""
_GOES_ON = re.compile(
    r" ?(?:$|[.,;:!?…)\]\"”’']|(?:and|but|or|nor|so|yet|while|when|where|after|before|as|because|since|until|although"
    r"|though|if|unless|despite|which|who|whose|whom|that|to|in order|[a-z]+ing)\b)"
)
"""What may come behind a clause that is not cut: the end, a mark or what begins another."""
_WHOLE = re.compile(r"^[\"“'‘(\[]*[A-Z0-9].*[.!?…][\"”’')\]]*$", re.DOTALL)
"""A sentence of running text, from its capital to its stop."""


def choose_gist(clauses: Mapping[Clause, float], sentence_of: SentenceOf) -> str:
    """Of the clauses of a fact, each with how sure it is of the others, the one that tells it best, as a sentence.

    A clause that stands alone goes before one that does not, one of middling length before a fragment, one in sentence
    case before a headline; then the surest, then the first by its words. Of the first few, as long as they stand alone
    like the best, one that reads as a whole sentence goes before a headline without capitals and before what is cut.
    For one that does not stand alone, or is cut, its sentence is taken, unless that is very long.
    """
    best, *others = nlargest(FEW, clauses, key=lambda c: (_rank(c), clauses[c], -len(c.text), c.text))
    alike = [best, *(other for other in others if other.stands_alone == best.stands_alone)]
    read = ((clause, " ".join(sentence_of(clause).split())) for clause in alike)
    whole = (_told(clause, sentence) for clause, sentence in read if _WHOLE.match(sentence))
    found = next(filter(None, whole), "") or _told(best, " ".join(sentence_of(best).split())) or best.text
    return _as_sentence(found)


def _told(clause: Clause, sentence: str) -> str:
    """A clause where it stands alone and is not cut, else its sentence; nothing where that is very long."""
    text = " ".join(clause.text.split())
    if clause.stands_alone and _GOES_ON.match(sentence.partition(text)[2]):
        return text
    return sentence if len(sentence.split()) <= LONGEST_SENTENCE else ""


def _rank(clause: Clause) -> tuple[bool, bool, bool]:
    words = clause.text.split()
    return clause.stands_alone, SHORTEST <= len(words) <= LONGEST, not is_title_case(words)


def is_title_case(words: list[str]) -> bool:
    """Whether most words are capitalised, as in many headlines."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(bool(_CAPITAL.match(word)) for word in long) > 0.7 * len(long)


def _as_sentence(text: str) -> str:
    words = _DATELINE.sub("", " ".join(text.split()).strip(_TRIMMED))
    opening = _OPENING_OF_SENTENCE if _WHOLE.match(words) else _OPENING
    opened = _closed_quotes(opening.sub("", words) or words)
    return opened[:1].upper() + opened[1:]


def _closed_quotes(text: str) -> str:
    """The text without a mark that opens it and is not closed; any other that has no partner gets one. A straight mark
    and a curly one are partners.
    """
    if text.count('"') % 2 and text.count("“") != text.count("”"):
        return text
    for opening, closing in _QUOTES:
        marks = [mark for mark in text if mark in opening + closing]
        lone = len(marks) % 2 if opening == closing else marks.count(opening) - marks.count(closing)
        last = text.rfind(opening)
        if lone == 1 and last > 0 and closing not in text[last + 1 :] and _OPENS.match(text, last):
            text += closing
        elif lone == 1 and text.startswith(opening):
            text = text.removeprefix(opening)
        elif lone in (1, -1) and closing in text and opening not in text[: text.index(closing)]:
            text = opening + text
    return text
