"""The nodes of a query's tree."""

from __future__ import annotations

from dataclasses import dataclass

NEAR_DISTANCE = 10


@dataclass(frozen=True, slots=True)
class Words:
    """A word or phrase; `prefix` if the last word goes on, `exact` if it was quoted."""

    text: str
    prefix: bool = False
    start: int = 0
    end: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words within so many words of each other."""

    parts: tuple[Words, ...]
    distance: int = NEAR_DISTANCE


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its value; `exact` if the value was quoted."""

    name: str
    value: str
    exact: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What it is not."""

    part: Node


Node = Words | Near | Field | And | Or | Not
