"""What an analysis did, in words and as data: how much, what was left alone, and what is not as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.cli.exit_codes import say
from workbench.cli.output import table
from workbench.nlp.language_identification import describe_languages

if TYPE_CHECKING:
    from workbench.model import Change, Outcome, Position, Quote
    from workbench.work import Case

COLUMNS = ("change", "id", "outlet", "before", "after", "quote")


def counts(outcome: Outcome) -> list[str]:
    """How many were analysed and how many were not, and why; of what was analysed before, how many were compared."""
    left = sum(outcome.unanalysed.values())
    why = f"{left:,} not analysed ({describe_languages(outcome.unanalysed)})"
    compared = [f"{outcome.compared:,} compared with the others"] if outcome.compared and not outcome.analysed else []
    analysed = [f"{outcome.analysed:,} analysed"] if outcome.analysed or not (left or compared) else []
    return analysed + compared + ([why] if left else [])


def say_changes(outcome: Outcome, *, always: bool = False) -> None:
    """Say what is not as it was; where all is, only if `always`."""
    changes = outcome.changes
    if changes.found or (always and changes.articles):
        say(f"Against the last analysis: quotes {changes.quotes}; positions {changes.positions}.")
    if outcome.lost:
        things = "1 thing" if len(outcome.lost) == 1 else f"{len(outcome.lost):,} things"
        say(f"{things} that you marked cannot be found any more; the marks stay. analyse --changes lists them.")


def list_changes(desk: Case, outcome: Outcome) -> None:
    """A line for each quote and position that is not as it was, then for all that marks wait for."""
    table(COLUMNS, _rows(desk, outcome))


def _rows(desk: Case, outcome: Outcome) -> Iterator[list[str]]:
    outlets: dict[str, str] = {}

    def outlet(article_id: str) -> str:
        if article_id not in outlets:
            head = desk.article(article_id).head
            outlets[article_id] = (head.outlet or head.source) if head else ""
        return outlets[article_id]

    for change in outcome.changes.found:
        yield [change.kind, change.thing.id, outlet(change.article_id), *_sides(change), _words(change.thing)]
    for lost in outcome.lost:
        yield ["marked, gone", lost.target, outlet(lost.article_id), "", "", lost.text]


def _sides(change: Change) -> list[str]:
    """What it was and what it is, as far as the two differ."""
    before, after = (_said(each) if each else {} for each in (change.before, change.after))
    names = [name for name in after or before if before.get(name) != after.get(name)]
    if change.before and change.after:
        told = ({**_said(each), "words": _words(each)} for each in (change.before, change.after))
        return [", ".join(side[name] for name in names) for side in told]
    return [next(iter(side.values()), "") for side in (before, after)]


def _words(thing: Quote | Position) -> str:
    from workbench.model import Position
    from workbench.views import quote_text

    return thing.text if isinstance(thing, Position) else quote_text.words(thing)


def _said(thing: Quote | Position) -> dict[str, str]:
    """What two analyses of a thing may differ in."""
    from workbench.model import Quote

    if isinstance(thing, Quote):
        who = "; ".join(speaker.label for speaker in thing.speakers) or "nobody"
        what = "; ".join(speaker.kind for speaker in thing.speakers)
        return {"speaker": who, "speaker kind": what, "kind": thing.kind, "words": thing.text}
    return {
        "stance": f"{thing.holder}{thing.apart} {thing.stance}",
        "speaker": thing.speaker or "nobody",
        "words": thing.text,
    }


def record(outcome: Outcome) -> dict[str, object]:
    """The whole as JSON has it."""
    from dataclasses import asdict

    changes = outcome.changes
    return {
        "analysed": outcome.analysed,
        "unanalysed": dict(outcome.unanalysed),
        "compared": outcome.compared,
        "again": changes.articles,
        "quotes": asdict(changes.quotes),
        "positions": asdict(changes.positions),
        "changes": [_change_record(change) for change in changes.found],
        "lost": [asdict(each) for each in outcome.lost],
    }


def _change_record(change: Change) -> dict[str, object]:
    sides = {"before": change.before, "after": change.after}
    return {
        "change": change.kind,
        "article_id": change.article_id,
        **{name: {"id": thing.id, **_said(thing)} if thing else None for name, thing in sides.items()},
    }
