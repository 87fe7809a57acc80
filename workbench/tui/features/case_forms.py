"""The lines of forms that are about speakers and other fields of the case, and what is read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.model import SPEAKER_KINDS, STANCES, Quote, Speaker
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.sanitizing import one_line
from workbench.tui.screens.form import Field
from workbench.views import Person, Vocabulary

_LABELS = {"published_on": "date", "url": "link"}
_SPEAKER_FIELDS = ("name", "role", "country", "kind")
_PLACES = {"published_on": "2025-08-21", "language": "en", "country": "Germany, DEU, EU …"}
_VARIOUS = "(several; what is typed is for all)"
_OFFERED = {"name": "speaker", "agency": "outlet"}
"""The field of the query language whose values a field is completed from, where it has another name."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What fields are completed from: what the case has, the most frequent first, and countries and languages."""

    vocabulary: Vocabulary

    def of(self, field: str) -> tuple[str, ...] | Callable[[str], tuple[str, ...]]:
        """The values for a field, or what gives those that begin so."""
        if field in ("country", "language"):
            from workbench.work.lookups import countries_begun, languages_begun  # the desk starts without the store

            return countries_begun if field == "country" else languages_begun
        wanted = _OFFERED.get(field, field)
        values = (one_line(facet.value) for facet in self.vocabulary.values if facet.field == wanted)
        return tuple(dict.fromkeys(values))


class CaseForms:
    """Makes lines of forms that are completed from the case and checked by it."""

    def __init__(self, gateway: CaseGateway) -> None:
        self._gateway = gateway

    def with_offers(self, then: Callable[[Offers], None]) -> None:
        """Go on with what fields are completed from."""
        call = self._gateway.case.vocabulary
        self._gateway.ask("offers", call, lambda vocabulary: then(Offers(vocabulary)), opens=True)

    def field(self, name: str, values: Sequence[str], offers: Offers, which: str = "") -> Field:
        """A line of a form: what all rows have, or nothing where they differ."""
        same = len(set(values)) == 1
        choices = {"stance": tuple(STANCES), "kind": SPEAKER_KINDS}.get(name, ())
        return Field(
            f"{name}{which}",
            f"{_LABELS.get(name, name)}{which}",
            values[0] if same else "",
            choices=choices if same else (),
            offers=() if choices and same else choices or offers.of(name),
            placeholder=_PLACES.get(name, "") if same else _VARIOUS,
            check=lambda value: str(self._gateway.case.checked(name, value)),
        )

    def speaker(self, speakers: Sequence[Speaker | Person], offers: Offers, which: str = "") -> list[Field]:
        """The lines of a form for one speaker, or for several that are put right alike."""
        return [self.field(name, [_value(one, name) for one in speakers], offers, which) for name in _SPEAKER_FIELDS]


def first_speaker(quote: Quote) -> Speaker:
    """The first speaker of a quote, or nobody yet."""
    return next(iter(quote.speakers), Speaker("", "person"))


def said_by(speaker: Speaker, changed: dict[str, str], which: str = "") -> dict[str, str]:
    """A speaker as a form has changed it."""
    now = {"name": speaker.name, "role": speaker.role, "country": speaker.country, "kind": speaker.kind}
    new = {name: changed.get(f"{name}{which}", value) for name, value in now.items()}
    if f"name{which}" in changed and f"kind{which}" not in changed and new["kind"] in {"anonymous", "unknown"}:
        new["kind"] = "person"
    return new


def _value(speaker: Speaker | Person, name: str) -> str:
    if name == "name" and isinstance(speaker, Speaker):
        return speaker.name or speaker.mention_text
    return str(getattr(speaker, name))
