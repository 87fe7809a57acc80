"""Somebody of a case: everybody who is named in its articles or speaks in them, once each."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import NOWHERE, KnownFrom, SpeakerKind


@dataclass(frozen=True, slots=True)
class Person:
    """A person, or an organisation, country or group that speaks, as the whole case knows them."""

    name: str
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    known_from: KnownFrom = NOWHERE
    quotes: int = 0
    positions: int = 0
    outlets: int = 0
    """How many outlets name them."""
    first: str = ""
    """The first day on which an article names them, and the last."""
    last: str = ""
