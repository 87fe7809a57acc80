"""The values of the table of persons: who bears a name, and the terms of their offices."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("head_of_state", "head_of_government", "minister", "official", "legislator", "body_head", "politician")
"""What an office is; a politician holds none of a state."""


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office."""

    country: str
    """ISO 3166-1 alpha-3, or the short name of a bloc or body."""
    office: str
    """As a newspaper prints it, small letters but for names: "foreign minister"."""
    kind: str
    """One of `KINDS`."""
    start: str
    """Day or year, "" when not known."""
    end: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """One real person."""

    name: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    """By their start; terms of one office that touch or overlap are joined."""
