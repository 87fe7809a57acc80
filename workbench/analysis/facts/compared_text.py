"""One of two texts as it is compared with the other: its words, and what of it is left to compare.

One decision: what typed expressions (`typed_expressions.py`) account for is left to them, so nothing differs twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import CountryMention, Form
from workbench.analysis.facts.sources import COURTESY, SPEECH_VERBS
from workbench.analysis.facts.typed_expressions import Expression, find_expressions
from workbench.analysis.facts.word_alignment import Word, similarity, words
from workbench.analysis.text.words import FUNCTION_WORDS, stem
from workbench.model import Span

NEARLY_ALL = 0.75
"""How much two texts share that are the same but for little."""
_LONGEST_LABEL = 3
_DETAILED = 0.5
"""The similarity from which what one text has more is a detail."""
_LEAST_SHARED = 4
"""How many words of meaning two texts share, at the least, of which one has a detail of several words."""
_MAX_BETWEEN = 3
BEFORE_NOUNS = frozenset(
    """a an the this that these those his her its their our my your some many most several few all no of in on with for
    from between among against over under about by as and or than more other""".split()
)
"""Words after which a noun phrase stands."""
_BEFORE_VERBS = frozenset(
    """to will would could may might can shall must should not be been is are was were has have had do does did he she
    it they we who which i you""".split()
)
"""Words after which a verb stands."""
_PLURAL = frozenset("people men women children police staff media".split())
PLACE_PREPOSITIONS = {"in", "at", "near", "from", "outside", "inside", "across", "around", "towards", "toward"}
Neighbours = tuple[str, str]
"""The words before and after; "" at an end."""


class ComparedText:
    """One of two texts with its words, and the stretches that its typed expressions account for."""

    def __init__(self, text: str, other: str) -> None:
        self.words = words(text)
        self.text = text
        self.typed = [e.span for e in find_expressions(text) if _is_accounted_for(e, other)]
        self.spelled = {_bare(w.lower) for w in self.words}
        self.stems = {stem(w.lower) for w in self.words}
        self.length = sum(w.is_content for w in self.words)

    @cached_property
    def countries(self) -> tuple[CountryMention, ...]:
        """The countries that the text names."""
        return countries.find(self.text)

    def has(self, span: Span) -> bool:
        """Whether a stretch has a typed expression."""
        return any(t.overlaps(span) for t in self.typed)

    def content(self, span: Span) -> int:
        """How many words of meaning a stretch has."""
        return sum(w.is_content and span.covers(w.span) for w in self.words)

    def rest(self, span: Span, other: ComparedText, replaced: bool) -> list[Word]:
        """The content words of a stretch that are in no typed expression and that the other text has nowhere; where
        they are replaced, it may have another form of them.
        """
        inside = (w for w in self.words if w.is_content and span.covers(w.span) and w.lower not in COURTESY)
        near = replaced and similarity(self.text, other.text) >= NEARLY_ALL
        known, form = (other.spelled, _bare) if near else (other.stems, stem)
        new = (w for w in inside if form(w.lower) not in known)
        return [w for w in new if not any(t.overlaps(w.span) for t in self.typed)]

    def codes(self, found: Sequence[Word]) -> set[str]:
        """The countries among some words."""
        return {c.code for c in self.countries if any(c.span.overlaps(w.span) for w in found)}

    def _is_fuller_name(self, found: Sequence[Word]) -> bool:
        """Whether words belong to a name beside them."""
        place = around_words(found)
        before, after = self.text[: place.start].rstrip(), self.text[place.end :].lstrip()
        last = before[before.rfind(" ") + 1 :]
        return (last[:1].isupper() and last.lower() not in FUNCTION_WORDS) or after[:1].isupper()

    def forms(self, found: Sequence[Word]) -> set[Form]:
        """How countries are named among some words."""
        return {c.form for c in self.countries if any(c.span.overlaps(w.span) for w in found)}

    def proper(self, found: Sequence[Word]) -> bool:
        """Whether words are a name: all have a capital, which for one alone the start of the text does not explain."""
        alone = len(found) == 1 and found[0].span.start == 0 and not self.codes(found)
        return not alone and all(self.text[w.span.start].isupper() for w in found)

    def is_detail(self, found: Sequence[Word], other: ComparedText) -> bool:
        """Whether words that the other text lacks are a detail: it says all the rest, and they are no fuller name."""
        if similarity(self.text, other.text) < _DETAILED:
            return False
        extra = {w.span for w in found}
        rest = [w for w in self.words if w.is_content and w.span not in extra]
        shared = sum(stem(w.lower) in other.stems for w in rest)
        if shared < _LEAST_SHARED or shared < NEARLY_ALL * other.length:
            return False
        if len(found) == 1:
            return self._is_modifier(found[0], other) or self._is_place(found[0])
        if any(w.lower in SPEECH_VERBS for w in self.words if around_words(found).covers(w.span)):
            return False
        capital = all(self.text[w.span.start].isupper() for w in found)
        return rest[0].span < found[0].span and not (capital and self._is_fuller_name(found))

    def _is_place(self, word: Word) -> bool:
        return self.before(word.span) in PLACE_PREPOSITIONS and self.text[word.span.start].isupper()

    def _is_modifier(self, word: Word, other: ComparedText) -> bool:
        """Whether a word, no title or name before another, stands right before one that the other text has."""
        after = next((w for w in self.words if w.span.start >= word.span.end), None)
        nominal = after is not None and after.is_content and not after.lower.endswith("ing")
        alike = after is not None and nominal and stem(after.lower) in other.stems
        return alike and not self._is_fuller_name([word])

    def plain(self, found: Sequence[Word]) -> bool:
        """Whether words stand beside one another, none of them a name or a genitive."""
        letters = around_words(found).of(self.text)
        return letters.islower() and "'" not in letters and "’" not in letters and len(letters.split()) == len(found)

    def together(self, found: Sequence[Word]) -> bool:
        """Whether words are close together, with few others between them."""
        around = around_words(found)
        return sum(around.covers(w.span) for w in self.words) <= len(found) + _MAX_BETWEEN

    def before(self, span: Span) -> str:
        """The word before a stretch."""
        return next((w.lower for w in reversed(self.words) if w.span.end <= span.start), "")

    def around(self, found: Sequence[Word]) -> Neighbours:
        """The nearest words of meaning before and after some words."""
        place = around_words(found)
        before = next((w.lower for w in reversed(self.words) if w.is_content and w.span.end <= place.start), "")
        return before, next((w.lower for w in self.words if w.is_content and w.span.start >= place.end), "")

    def nominal(self, found: Sequence[Word]) -> bool:
        """Whether words look like a noun phrase: few, together, and not where or as a verb or an adverb would stand."""
        last, before = found[-1].lower, self.before(around_words(found))
        if len(found) > _LONGEST_LABEL or last.endswith(("ed", "ing", "ly")) or before in _BEFORE_VERBS:
            return False
        return before in BEFORE_NOUNS or before.endswith(("'s", "’s")) or is_plural(last) or not before


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=256)
def compared_text(text: str, other: str) -> ComparedText:
    """A text as it is compared with another."""
    return ComparedText(text, other)


def _is_accounted_for(expression: Expression, other: str) -> bool:
    """Whether an expression is no matter of wording: a quotation is only where it is cut short, a loaded word where the
    other text has another.
    """
    if expression.kind == "quotation":
        return _is_shortened_quotation(expression, other)
    if expression.kind == "detail":
        return False
    if expression.kind in ("label", "modifier") or (expression.kind == "strength" and expression.about != "saying"):
        return bool(_families(other).get((expression.kind, expression.about), frozenset()) - {expression.value})
    return True


@lru_cache(maxsize=256)
def _families(text: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """The values of a text's expressions, by kind and by what they are about."""
    out: dict[tuple[str, str], frozenset[str]] = {}
    for e in find_expressions(text):
        out[e.kind, e.about] = out.get((e.kind, e.about), frozenset()) | {e.value}
    return out


def _is_shortened_quotation(quotation: Expression, other: str) -> bool:
    theirs = [e.value for e in find_expressions(other) if e.kind == "quotation"]
    return quotation.value not in theirs and any(is_shortened(quotation.value, value) for value in theirs)


def around_words(found: Sequence[Word]) -> Span:
    """The stretch that words take."""
    return Span.around(w.span for w in found)


def is_plural(word: str) -> bool:
    """Whether a noun is in the plural, by its ending."""
    return (word.endswith("s") and not word.endswith("ss")) or word in _PLURAL


def is_shortened(a: str, b: str) -> bool:
    """Whether one quotation (as its value has it) is the other without some of its words at an end."""
    short, long = sorted((f" {a} ", f" {b} "), key=len)
    return short != long and short in long
