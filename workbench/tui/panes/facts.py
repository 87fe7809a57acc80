"""Facts: what is reported, by how many, and in which ways the reports differ."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import Fact
from workbench.tui import wording
from workbench.tui.panes.common import said
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.columns import Cell, Column
from workbench.views import Row

COLUMNS = (
    Column("FACT", order="text"),
    Column("KIND", 11, keep=3, order="kind"),
    Column("TOLD BY", 7, keep=1, right=True, order="told", falls=True),
    Column("DIFFER IN", 60, least=16, keep=2, order="differs", falls=True, fits=True),
)


def cells(row: Row[Fact]) -> Sequence[Cell]:
    """One fact."""
    fact = row.value
    articles = len({phrasing.article_id for phrasing in fact.phrasings})
    kinds = " · ".join(dict.fromkeys(one_line(difference.kind) for difference in fact.differences))
    dots = "●" * min(articles, 4)
    return (
        said(row, fact.gist),
        [(one_line(fact.kind), "quiet")],
        [(wording.judgement(fact.status)[1:2], "accent"), (f" {dots}", "faint"), (f" {articles}", "primary")],
        [(kinds, "accent")],
    )
