"""Quotes: who said what, how sure the attribution is, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Quote
from workbench.tui import origin_wording, wording
from workbench.tui.panes.common import DATE, OUTLET, day, found_in, outlet, told_cell
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.columns import Cell, Column
from workbench.views import Row

COLUMNS = (
    Column(" ", 1, order="confidence", falls=True),
    Column("SPEAKER", 28, least=12, order="speaker", fits=True),
    Column("FROM", 4, keep=4, order="country"),
    Column("WHAT", order="text"),
    Column("KIND", 4, keep=3, order="kind"),
    OUTLET,
    DATE,
)
KINDS = (("dir mix ind", "direct, mixed, indirect"),)
"""The words of the column KIND, in full."""


def cells(row: Row[Quote]) -> Sequence[Cell]:
    """One quote."""
    quote = row.value
    said_by = wording.speakers(quote.speakers)
    named = any(speaker.name for speaker in quote.speakers)
    role = "match" if found_in(row, said_by) else "primary" if named else "quiet"
    via = [(f" via {one_line(quote.via)}", "quiet")] if quote.via else []
    countries = list(dict.fromkeys(speaker.country for speaker in quote.speakers if speaker.country))
    origins = {speaker.known_from.country for speaker in quote.speakers if speaker.country}
    country = "".join(countries[:1])
    more = "+" if len(countries) > 1 else "".join({origin_wording.presumed_sign(origin) for origin in origins})
    return (
        [(wording.certainty(quote.confidence), "quiet")],
        [(said_by, role), *via],
        [(one_line(country), "quiet"), (more, "quiet")],
        told_cell(row),
        [(wording.KIND_SHORT.get(quote.kind, ""), "quiet")],
        outlet(row.head),
        day(row.head),
    )
