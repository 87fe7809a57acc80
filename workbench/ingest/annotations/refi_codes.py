"""What codes and memos of a REFI-QDA project say: tags, stars and notes of its makers, or what we wrote into it.

A project of ours that went through another program comes back with codes for speakers, countries and stances, and with
memos that say what our records say. These are no tags and no notes of anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

OURS = "Analyst Workbench"
FAMILIES = frozenset(("Speakers", "Countries", "Issues", "Stances", "Kinds of quotes", "Facts", "Marks"))
"""The categories of our codebook whose codes say what our records say."""
MARKS, STARRED = "Marks", "starred"
ENOUGH = 3
"""So many of our categories tell a codebook of ours from another one."""
_MEMO = re.compile(r"\s*Id: ([AQPFNE][0-9a-f]{10})\n")
"""What the memo of a coded passage of ours begins with."""
_ABOUT = re.compile(r"\s*Words: \d+(?:\n|$)")
"""What that of an article begins with."""
_NOTE = "\nNote: "


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a project by their GUIDs."""

    tags: Mapping[str, str]
    starred: frozenset[str]
    ours: frozenset[str]
    """Codes that say what our records say."""

    def said(self, guids: Iterable[str], notes: Iterable[str]) -> Said:
        """What codes and notes of something say."""
        found, bodies, id = list(guids), [], ""
        for note in notes:
            memo = _MEMO.match(note)
            id = memo[1] if memo else id
            is_ours = memo or (self.ours and _ABOUT.match(note))
            bodies.append(note.partition(_NOTE)[2] if is_ours else note)
        return Said(
            tuple(dict.fromkeys(self.tags[guid] for guid in found if guid in self.tags)),
            any(guid in self.starred for guid in found),
            tuple(dict.fromkeys(filter(None, bodies))),
            id,
            bool(id) or any(guid in self.ours for guid in found),
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of something."""

    tags: tuple[str, ...] = ()
    starred: bool = False
    notes: tuple[str, ...] = ()
    id: str = ""
    """Our id of it, where a memo of ours has it."""
    ours: bool = False
    """Whether some of it is only what our records say."""

    def __bool__(self) -> bool:
        return bool(self.tags or self.starred or self.notes)


def codes_of(root: _Element) -> Codes:
    """The codes of a project or codebook."""
    top = list(_top_codes(root))
    known = [each for each in top if _name(each) in FAMILIES and each.get("isCodable") != "true"]
    ours = known if len(known) >= ENOUGH or (root.get("origin") or "").startswith(OURS) else []
    within = {guid_of(code): family for family in ours for code in family.iter(_CODE)}
    every = {guid_of(code): _name(code) for each in top for code in each.iter(_CODE)}
    starred = {g for g, family in within.items() if _name(family) == MARKS and every[g] == STARRED}
    tags = {guid: name for guid, name in every.items() if name and guid not in within}
    return Codes(tags, frozenset(starred), frozenset(within))


_CODE = "{*}Code"


def _top_codes(root: _Element) -> Iterator[_Element]:
    for codes in root.iter("{*}Codes"):
        yield from codes.iterchildren(_CODE)


def guid_of(element: _Element, attribute: str = "guid") -> str:
    """A GUID as it is compared."""
    return (element.get(attribute) or "").lower().strip("{}")


def _name(code: _Element) -> str:
    return " ".join((code.get("name") or "").split())
