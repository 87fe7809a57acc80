"""The part of the parse that is the same for the same word: kept instead of worked out again.

Part of speech, morphology and lemma depend, but for a handful of two-word patterns, on a word's spelling, tag and
relation alone. spaCy's own components say what they are, once for each such triple; they take a third of the parse
otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "attribute_cache"
MAX_ENTRIES = 200_000
"""So many triples are kept; then the memory starts anew."""
Key = tuple[int, int, int]


class AttributeCache:
    """A component in the place of the attribute ruler and the lemmatizer of a loaded pipeline."""

    def __init__(self, nlp: Language) -> None:
        from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
        from spacy.pipeline import AttributeRuler

        self.given, self.found = [ORTH, TAG, DEP], [TAG, DEP, POS, MORPH, LEMMA]
        self.known: dict[Key, Sequence[int]] = {}
        whole: Any = nlp.get_pipe("attribute_ruler")
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        longer = [p for p in whole.patterns if max(map(len, p["patterns"])) > 1]
        by_word, by_words = AttributeRuler(nlp.vocab), AttributeRuler(nlp.vocab)
        by_word.add_patterns([p for p in whole.patterns if p not in longer])
        by_words.add_patterns(longer)
        self.by_word: list[Callable[[Doc], Doc]] = [by_word, lemmatizer]
        self.by_words: Callable[[Doc], Doc] = by_words

    def __call__(self, doc: Doc) -> Doc:
        """Set what is known of each word; ask for what is not."""
        if len(self.known) > MAX_ENTRIES:
            self.known.clear()
        keys: list[Key] = list(map(tuple, doc.to_array(self.given).tolist()))
        missing = {key: None for key in keys if key not in self.known}
        if missing:
            self._learn(doc, list(missing))
        if not keys:
            return doc
        return self.by_words(_set_attributes(doc, self.found, [self.known[key] for key in keys]))

    def _learn(self, doc: Doc, keys: Sequence[Key]) -> None:
        from spacy.tokens import Doc as Document

        strings = doc.vocab.strings
        words = Document(doc.vocab, words=[strings[orth] for orth, _, _ in keys])
        _set_attributes(words, self.given[1:], [key[1:] for key in keys])
        for component in self.by_word:
            words = component(words)
        self.known |= dict(zip(keys, words.to_array(self.found).tolist(), strict=True))


def _set_attributes(doc: Doc, attributes: list[int], values: Sequence[Sequence[int]]) -> Doc:
    return doc.from_array(attributes, np.array(values, dtype=np.uint64))  # type: ignore[arg-type]


def install(nlp: Language) -> None:
    """Put the component in the place of those whose work it remembers."""
    from spacy.language import Language

    if not Language.has_factory(NAME):
        Language.factory(NAME, func=lambda nlp, name: AttributeCache(nlp))
    nlp.add_pipe(NAME, after="lemmatizer")
    for component in ("attribute_ruler", "lemmatizer"):
        nlp.disable_pipe(component)
