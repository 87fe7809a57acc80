"""The persons of a case by the words of their names, so that an article is read with those alone that it may name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from workbench.model import Entity

_WORD = re.compile(r"\w+")
_BRACKETS = str.maketrans("", "", "[]()")
"""They may stand within a name: "Obam[a]"."""


class PersonIndex:
    """Name -> the person that it is in the whole case, found by the last word of the name."""

    def __init__(self, known: Mapping[str, Entity]) -> None:
        self._known = known
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for name in known:
            self._names[_last_word(name)].append(name)

    def named_in(self, text: str) -> dict[str, Entity]:
        """The entries whose names may stand in a text, upper and lower case alike."""
        words = {"", *_words(text), *_words(text.translate(_BRACKETS))}
        return {name: self._known[name] for word in sorted(words & self._names.keys()) for name in self._names[word]}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _last_word(name: str) -> str:
    return next(reversed(_words(name)), "")
