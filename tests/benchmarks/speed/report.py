"""The figures of the speed benchmark as tables.

Seconds are CPU-seconds of one thread, and a ratio is to textacy on the same terms: parse within, or before.
"""

from __future__ import annotations

from rich.box import SIMPLE
from rich.table import Table

from tests.benchmarks.speed.measure import OURS, PEER, Footprint, Tally, Timing

NONE = "–"
NUMBERS = ("words/s", "ratio", "load s", "peak MB", "quotes", "marked", "unread")


def programs(timing: Timing, footprints: dict[str, Footprint]) -> Table:
    """Two rows for each program: with the parser pass, and on Docs parsed before."""
    table = _table("Whole analysis beside textacy's direct_quotations", ("program", "parse"), NUMBERS)
    for name, tally in ((OURS, timing.ours), (PEER, timing.peer)):
        if tally is not None:
            for parsed, parse in ((False, "within"), (True, "before")):
                table.add_row(name, parse, *_figures(timing, tally, footprints[name], parsed))
    return table


def stages(timing: Timing) -> Table:
    """Where the time of the whole analysis goes."""
    table = _table("The whole analysis by stage", ("stage",), ("CPU-s", "share", "words/s"))
    whole = sum(timing.stages.values())
    for name, spent in (*timing.stages.items(), ("all", whole)):
        speed = f"{timing.ours.words / spent:,.0f}" if spent else NONE
        table.add_row(name, f"{spent:.2f}", f"{spent / whole:.0%}" if whole else NONE, speed)
    return table


def _figures(timing: Timing, tally: Tally, found: Footprint, parsed: bool) -> list[str]:
    speed, peer = _speed(tally, parsed), _speed(timing.peer, parsed) if timing.peer else 0.0
    once = [f"{found.load:.1f}", f"{found.memory:,.0f}", str(tally.quotes), str(tally.marked), str(tally.unread)]
    return [f"{speed:,.0f}", f"{speed / peer:.3f}" if peer else NONE, *([NONE] * len(once) if parsed else once)]


def _speed(tally: Tally, parsed: bool) -> float:
    spent = tally.working + (0.0 if parsed else tally.parsing)
    return tally.words / spent if spent else 0.0


def _table(title: str, names: tuple[str, ...], numbers: tuple[str, ...]) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in names:
        table.add_column(name, no_wrap=True)
    for number in numbers:
        table.add_column(number, justify="right", no_wrap=True)
    return table
