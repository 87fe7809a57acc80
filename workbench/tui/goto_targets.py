"""Go to anything: what can be gone to, and which of it somebody means by a few letters.

Words that stand in a name (or begin one of its words) come first, then names that are only like them (rapidfuzz).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from workbench.tui.bindings import keys_of, offered
from workbench.tui.sanitizing import one_line
from workbench.views import Facet

if TYPE_CHECKING:
    from workbench.work import Case

SIGNS = {">": ("action",), "@": ("speaker",), "#": ("tag",)}
"""A first letter that keeps to some kinds."""
AT_MOST = 60
_ALIKE = 78
_CHUNK = 2_000
_FIRST = {"action": 0, "saved": 1, "country": 2, "outlet": 2, "tag": 2, "issue": 3, "speaker": 3, "fact": 4,
          "article": 5}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to go to."""

    kind: str
    """action, saved, country, outlet, tag, issue, speaker, fact or article"""
    label: str
    value: str
    """A query value, an id, or of an action the id of its binding."""
    detail: str = ""
    """How often, or the key of an action."""

    @property
    def folded(self) -> str:
        """What is looked into: the label, and the code of a country."""
        return f"{self.label} {self.value}".casefold() if self.kind == "country" else self.label.casefold()


def targets_of(names: Iterable[Facet], saved: Mapping[str, str]) -> list[Target]:
    """The targets of a case."""
    found = [Target("saved", one_line(name), query) for name, query in saved.items()]
    for facet in names:
        count = f"{facet.count:,}" if facet.count else ""
        detail = f"{one_line(facet.value)}  {count}" if facet.field == "country" else count
        found.append(Target(facet.field, one_line(facet.label or facet.value), facet.value, detail))
    return found


class CaseNames:
    """The targets of a case, gathered anew only when the case is another."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: tuple[int, list[Target]] | None = None

    def targets(self) -> list[Target]:
        """All of them; for a thread, since it asks the case."""
        state = self._case.state()
        if self._known is None or self._known[0] != state:
            self._known = state, targets_of(self._case.names(), self._case.saved_searches())
        return self._known[1]


def actions_of(scopes: Iterable[str], keymap: Mapping[str, str], served: bool = False) -> list[Target]:
    """The actions of some scopes, each with its first key; `served`: those of a desk in a browser."""
    wanted = set(scopes)
    return [
        Target("action", key.description, key.id, keys_of(key.id, keymap)[0])
        for key in offered(served)
        if key.scope in wanted and key.id != "app.goto"
    ]


VI = {word: "app.quit" for word in ("q", "q!", "wq", "wq!", "x", "x!", "qa", "qa!", "wqa", "quit", "exit")} | {
    "h": "app.help", "help": "app.help",
}  # fmt: skip
"""What fingers type after a colon, and the action it means."""


class Finder:
    """Looks for targets; the letters of all labels are folded once."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self.targets = list(targets)
        self.folded = [target.folded for target in self.targets]

    def find(self, typed: str) -> list[Target]:
        """The best of what is meant, best first; everything short of articles and facts where nothing is typed."""
        if meant := [t for t in self.targets if t.kind == "action" and t.value == VI.get(typed.strip())]:
            return meant
        kinds = SIGNS.get(typed[:1], ())
        words = typed[1:] if kinds else typed
        words = " ".join(words.casefold().split())
        places = range(len(self.targets))
        if kinds:
            places_of_kind = [i for i in places if self.targets[i].kind in kinds]
            return self._best(words, places_of_kind) if words else [self.targets[i] for i in places_of_kind]
        if not words:
            return [target for target in self.targets if target.kind not in ("article", "fact", "issue")][:AT_MOST]
        return self._best(words, places)

    def _best(self, words: str, places: Sequence[int]) -> list[Target]:
        said = list(self._said(words, places))
        if len(said) < AT_MOST // 4:
            known = {i for _, i in said}
            said += [(score, i) for score, i in self._alike(words, places) if i not in known]
        said.sort(key=lambda pair: (-pair[0], _FIRST[self.targets[pair[1]].kind], self.folded[pair[1]]))
        return [self.targets[i] for _, i in said[:AT_MOST]]

    def _said(self, words: str, places: Sequence[int]) -> Iterator[tuple[float, int]]:
        """Labels with all the words in them: 200 where the label is they, less the later and the longer it is."""
        each = words.split()
        for i in places:
            label = self.folded[i]
            if all(word in label for word in each):
                exact = self.targets[i].label.casefold() == words
                yield 200.0 if exact else _score(label, words, each), i

    def _alike(self, words: str, places: Sequence[int]) -> Iterator[tuple[float, int]]:
        """Labels that are like the words; in pieces, so that the screen can paint between them."""
        if len(words) < 3:
            return
        for start in range(0, len(places), _CHUNK):
            part = places[start : start + _CHUNK]
            labels = [self.folded[i] for i in part]
            found = process.extract(words, labels, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=AT_MOST)
            yield from ((score - len(label) / 10, part[place]) for label, score, place in found)


def _score(label: str, words: str, each: Sequence[str]) -> float:
    spaced = f" {label}"
    begins = sum(f" {word}" in spaced for word in each) / len(each)
    first = 20.0 if label.startswith(words) else 0.0
    return 110.0 + 30.0 * begins + first + 20.0 * len(words) / len(label)
