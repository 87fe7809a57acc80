"""Who articles name: persons, organisations and countries, and the speakers of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.model.ids import stable_id
from workbench.model.spans import Span

SpeakerKind = Literal["person", "organisation", "country", "group", "anonymous", "unknown"]
SPEAKER_KINDS: tuple[SpeakerKind, ...] = ("person", "organisation", "country", "group", "anonymous", "unknown")

Origin = Literal["", "text", "case", "known", "presumed"]
"""Where something about somebody is known from: the article says it; another article or the analyst does; a table does;
the story around makes it likely. "" where there is nothing to know."""


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """Where the name, the role and the country of somebody are known from."""

    role: Origin = ""
    country: Origin = ""
    proof: str = ""
    """What a table says: "Prime Minister of Japan 2012-2020"; "" where none is used."""
    name: Origin = "text"
    """`known` where the text has the family name alone."""


NOWHERE = KnownFrom()


def said_by_text(role: str, country: str) -> KnownFrom:
    """The origin of a role and a country that an article gives, as it does the name."""
    return KnownFrom("text" if role else "", "text" if country else "")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, country or bloc as the texts name it."""

    name: str
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    known_from: KnownFrom = NOWHERE
    settled: bool = False
    """Whether the analyst says so: then it goes over what an article says."""

    @property
    def id(self) -> str:
        """Stable: of kind and name."""
        return stable_id("E", self.kind, self.name.casefold())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who words are attributed to: the mention in the text and what it resolves to."""

    name: str
    """Full name; "" for unknown speakers and anonymous ones, but for who speaks for a body: "Navy spokesman"."""
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    mention: Span | None = None
    mention_text: str = ""
    known_from: KnownFrom = NOWHERE

    @property
    def label(self) -> str:
        """What a list shows: the name, else the mention, else the kind."""
        return self.name or self.mention_text or self.kind
