"""Where the attributions stand among other programs and people.

The others' figures were measured once with `score_quotes.py` and are kept here, since few of them run beside today's
libraries: regular expressions over quotation marks; the rules of the SFU's Gender Gap Tracker on CoreNLP's parse; the
first encoder of this project with nearest spans linked; textacy's `direct_quotations`; BBC Citron retrained on 100
articles; two annotators against each other. Figures of another part of the corpus than dev show the order of size only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rich.box import SIMPLE
from rich.table import Table

METRICS = ("exact", "token", "attr", "e2e")


@dataclass(frozen=True, slots=True)
class Peer:
    """F1 of all attributions on a part of PolNeAR; None where a figure was not taken."""

    name: str
    measured_on: str
    exact: float | None
    token: float | None
    attr: float | None
    e2e: float | None


PEERS = (
    Peer("regular expressions", "dev", 0.302, None, 0.307, 0.209),
    Peer("Gender Gap Tracker rules", "dev", 0.417, 0.650, 0.465, 0.389),
    Peer("encoder prototype", "dev", 0.679, 0.902, 0.787, 0.703),
    Peer("textacy direct_quotations", "test", 0.239, 0.387, 0.235, 0.210),
    Peer("BBC Citron, 100 articles", "test", 0.453, 0.684, 0.553, 0.508),
    Peer("two people", "train, 16 articles", 0.709, 0.907, 0.795, 0.746),
)


def table(result: Mapping[str, Any]) -> Table:
    """The peers, with this run's result as `score_quotes.score` gives it in the first row."""
    ours = Peer("this program", "dev", *(result[metric]["all"][2] for metric in METRICS))
    out = Table(title="F1 on PolNeAR beside others", title_justify="left", box=SIMPLE)
    for name in ("", "measured on"):
        out.add_column(name)
    for metric in METRICS:
        out.add_column(metric, justify="right")
    for peer in (ours, *PEERS):
        figures = (getattr(peer, metric) for metric in METRICS)
        out.add_row(peer.name, peer.measured_on, *("–" if f is None else f"{f:.3f}" for f in figures))
    return out
