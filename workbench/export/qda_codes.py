"""The codebook of REFI-QDA: codes for speakers, countries, issues, stances, kinds, facts, tags and marks, by family.

Peers know codes by their names and take one of a name they have for that one, so no name stands twice in a codebook.
Families, and the parts of tags such as `talks/guarantees`, are categories: nothing is coded with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.export.identifiers import guid
from workbench.export.names import UniqueNames, shortened
from workbench.export.qda_xml import attribute_text, element, reference, text_element

LONGEST_NAME = 200
DEEPEST_TAG = 6


@dataclass(frozen=True, slots=True)
class Family:
    """Codes of one kind."""

    title: str
    one: str
    """What one of them is called."""
    colour: str


FAMILIES = {
    "speaker": Family("Speakers", "speaker", "#4E79A7"),
    "country": Family("Countries", "country", "#59A14F"),
    "issue": Family("Issues", "issue", "#B07AA1"),
    "stance": Family("Stances", "stance", "#F28E2B"),
    "kind": Family("Kinds of quotes", "kind", "#76B7B2"),
    "fact": Family("Facts", "fact", "#9C755F"),
    "tag": Family("Tags", "tag", "#EDC948"),
    "mark": Family("Marks", "mark", "#E15759"),
}


@dataclass(frozen=True, slots=True)
class Code:
    """Something that passages are coded with."""

    family: str
    """A key of FAMILIES."""
    key: str
    """What tells it from others of the family."""
    name: str = field(compare=False)
    description: str = field(default="", compare=False)

    @property
    def guid(self) -> str:
        """The same in every export."""
        return guid("code", self.family, self.key)


class Codebook:
    """The codes that were used, each once; what is said first of one stays."""

    def __init__(self) -> None:
        self._codes: dict[str, dict[str, Code]] = {family: {} for family in FAMILIES}
        self._names = UniqueNames()

    def add(self, code: Code) -> None:
        """Take a code in."""
        self._codes[code.family].setdefault(code.key, code)

    def xml(self, notes: Mapping[str, Sequence[str]] | None = None) -> str:
        """The element `Codes`; `notes` has the GUIDs of the notes on what has that key."""
        used = [family for family in FAMILIES if self._codes[family]] or ["tag"]
        titles = {family: self._names.unique(FAMILIES[family].title) for family in used}
        return element("Codes", {}, *(self._family(family, titles[family], notes or {}) for family in used))

    def _family(self, family: str, title: str, notes: Mapping[str, Sequence[str]]) -> str:
        codes = self._codes[family]
        ordered = sorted(codes.values(), key=lambda code: (code.name.casefold(), code.key))
        below = self._tags(codes) if family == "tag" else (self._code(code, notes) for code in ordered)
        return element("Code", _category(guid("family", family), title), *below)

    def _code(self, code: Code, notes: Mapping[str, Sequence[str]], *below: str) -> str:
        family = FAMILIES[code.family]
        name = self._names.unique(shortened(attribute_text(code.name), LONGEST_NAME) or family.one, family.one)
        attributes = {"guid": code.guid, "name": name, "isCodable": "true", "color": family.colour}
        references = (reference("NoteRef", note) for note in notes.get(code.key, ()))
        return element("Code", attributes, text_element("Description", code.description), *references, *below)

    def _tags(self, codes: Mapping[str, Code]) -> Iterator[str]:
        """Tags below what their slashes say they belong to."""
        below: dict[str, set[str]] = {}
        for tag in codes:
            path = ["", *_categories(tag), tag]
            for above, name in zip(path, path[1:], strict=False):
                below.setdefault(above, set()).add(name)

        def node(name: str) -> str:
            inner = map(node, sorted(below.get(name, ())))
            if name in codes:
                return self._code(codes[name], {}, *inner)
            title = self._names.unique(shortened(attribute_text(name), LONGEST_NAME) or "tag", "tags")
            return element("Code", _category(guid("tags", name), title), *inner)

        return map(node, sorted(below.get("", ())))


def _category(identifier: str, title: str) -> dict[str, str]:
    return {"guid": identifier, "name": title, "isCodable": "false"}


def _categories(tag: str) -> list[str]:
    """`a` and `a/b` of the tag `a/b/c`."""
    parts = tag.split("/")
    if len(parts) > DEEPEST_TAG or not all(part.strip() for part in parts):
        return []
    return ["/".join(parts[:number]) for number in range(1, len(parts))]
