"""What the search bar holds: free text and chips, and the one query they make.

Chips are query terms (`outlet:"Coastal Wire"`); the query is nothing but all of them and the text, so that every
list, the export and the command line mean the same by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from workbench.tui.sanitizing import MATCH_END, MATCH_START

_TERM = re.compile(r'(?<!\S)-?[a-z]+:(?:"[^"]*"|[^\s"()]+)(?!\S)')
_LOGIC = re.compile(r"[()]|\b(?:OR|AND|NOT|NEAR)\b")
_LAST = re.compile(r'^(?:[^"]|"[^"]*")*?(?<![^\s(])(\w[\w’\'-]*\w)$')
_WORDS = re.compile(r'"([^"]*)"|([^\s"()]+)')
_MARKED = re.compile(f"{MATCH_START}([^{MATCH_END}]*){MATCH_END}")


@dataclass(frozen=True, slots=True)
class Question:
    """What the analyst asks of all panes at once."""

    text: str = ""
    chips: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The whole, in the query language."""
        text = self.text.strip()
        if self.chips and _LOGIC.search(text):
            text = f"({text})"
        return " ".join([*self.chips, text]).strip()

    def toggled(self, chip: str) -> Question:
        """With the chip added, or taken off if it was there."""
        if chip in self.chips:
            return replace(self, chips=tuple(c for c in self.chips if c != chip))
        return replace(self, chips=(*self.chips, chip))

    def begun(self) -> Question:
        """With the last word taken for the beginning of one, where it is a bare word of two letters or more."""
        word = _LAST.search(self.text.rstrip())
        if word is None or _LOGIC.fullmatch(word[1]):
            return self
        return replace(self, text=f"{self.text.rstrip()}*")

    def folded(self) -> Question:
        """With the `field:value` terms of the text made chips, where the text is a plain list of terms."""
        if _LOGIC.search(self.text):
            return self
        found = [term for term in _TERM.findall(self.text) if term not in self.chips]
        rest = " ".join(_TERM.sub(" ", self.text).split())
        return Question(rest, (*self.chips, *found))


def term(field: str, value: str) -> str:
    """A filter in the query language."""
    bare = re.fullmatch(r"[\w.-]+", value) and not _LOGIC.fullmatch(value)
    return f"{field}:{value}" if bare else '{}:"{}"'.format(field, value.replace('"', " "))


def chip_label(chip: str) -> str:
    """A chip as it is shown."""
    return chip.replace('"', "")


def words_of(text: str) -> list[str]:
    """The words and phrases that a query looks for, lower case; fields, operators and what is excluded left out."""
    found = []
    for phrase, word in _WORDS.findall(_TERM.sub(" ", text)):
        wanted = phrase or word
        if word and (word.startswith("-") or ":" in word or _LOGIC.fullmatch(word)):
            continue
        found.append(" ".join(wanted.casefold().split()))
    return [word for word in found if word.strip("*")]


def matcher(text: str, snippets: Iterable[str] = (), forms: Iterable[str] = ()) -> re.Pattern[str] | None:
    """A pattern for what a query finds in a text: its words, their `forms`, and those that the snippets show."""
    parts = {_pattern(word) for word in (*words_of(text), *forms)}
    if not parts:
        return None
    for snippet in snippets:
        parts |= {_pattern(form.casefold()) for form in _MARKED.findall(snippet) if form.strip()}
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)


def _pattern(word: str) -> str:
    stem = word.rstrip("*")
    body = r"\s+".join(re.escape(part) for part in stem.split()) or re.escape(stem)
    before = r"\b" if stem[:1].isalnum() and stem.isascii() else ""
    after = r"\w*" if word.endswith("*") else r"\b" if stem[-1:].isalnum() and stem.isascii() else ""
    return f"{before}{body}{after}"
