"""What many rows come to, as JSON-able records: the matrix, the coverage, who is quoted how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workbench.export.record_fields import Record
from workbench.model import OTHERS, Entity, Quote, Speaker
from workbench.views import Coverage, Matrix, Row

TELLING = ("same", "partial")
"""How an outlet has a fact."""


def matrix_record(matrix: Matrix) -> Record:
    """Issues by holders with the ids of the positions in each cell. `of_state` tells a country's own cell from that of
    the others of the country, who do not speak for it.
    """
    cells = [
        {
            "issue": issue,
            "holder": holder.removesuffix(OTHERS),
            "of_state": holder not in matrix.others,
            "stance": cell.stance,
            "stances": list(cell.stances),
            "contrary": cell.contrary,
            "unsure": cell.unsure,
            "outlets": cell.outlets,
            "independent": cell.independent,
            "disputed": cell.disputed,
            "moved": cell.moved,
            "positions": list(cell.ids),
        }
        for (issue, holder), cell in matrix.cells.items()
    ]
    return {
        "issues": list(matrix.issues),
        "folded": list(matrix.of_states().folded),
        "holders": [holder for holder in matrix.holders if holder not in matrix.others],
        "others": [holder.removesuffix(OTHERS) for holder in matrix.holders if holder in matrix.others],
        "cells": cells,
    }


def coverage_record(coverage: Coverage) -> Record:
    """Facts by outlets, and the passages that one outlet alone has."""
    alone = Counter(each.outlet for each in coverage.alone)
    outlets = [
        {
            "outlet": outlet,
            "source": coverage.source.get(outlet, 0),
            "facts": sum(coverage.told.get((row.id, outlet)) in TELLING for row in coverage.facts),
            "alone": alone[outlet],
        }
        for outlet in coverage.outlets
    ]
    facts = [
        {
            "id": row.id,
            "gist": row.value.gist,
            "told": {o: told for o in coverage.outlets if (told := coverage.told.get((row.id, o))) in TELLING},
            "perhaps": [o for o in coverage.outlets if coverage.told.get((row.id, o)) == "perhaps"],
            "left_out": [o for o in coverage.outlets if (row.id, o) not in coverage.told],
        }
        for row in coverage.facts
    ]
    passages = [
        {"outlet": a.outlet, "article_id": a.article_id, "start": a.span.start, "end": a.span.end, "text": a.text}
        for a in coverage.alone
    ]
    return {"outlets": outlets, "facts": facts, "alone": passages}


def speaker_records(rows: Iterable[Row[Quote]]) -> list[Record]:
    """Who is quoted in the rows, the most quoted first; the unnamed are told apart by how the texts call them."""
    said: dict[tuple[str, str], list[tuple[Speaker, Row[Quote]]]] = {}
    for row in rows:
        for speaker in row.value.speakers:
            said.setdefault((speaker.kind, speaker.label.casefold()), []).append((speaker, row))
    return sorted((_said_by(each) for each in said.values()), key=lambda r: (-r["quotes"], r["name"], r["mentions"]))


def _said_by(said: list[tuple[Speaker, Row[Quote]]]) -> Record:
    speakers = [speaker for speaker, _ in said]
    name, kind = speakers[0].name, speakers[0].kind
    return {
        "id": Entity(name, kind).id if name else "",
        "name": name,
        "kind": kind,
        "role": _usual(speaker.role for speaker in speakers),
        "country": _usual(speaker.country for speaker in speakers),
        "mentions": list(
            {each.mention_text.casefold(): each.mention_text for each in speakers if each.mention_text}.values()
        ),
        "quotes": len({row.id for _, row in said}),
        "articles": sorted({row.value.article_id for _, row in said}),
        "outlets": sorted({row.head.outlet for _, row in said if row.head} - {""}),
    }


def _usual(values: Iterable[str]) -> str:
    """The most frequent that is not empty; of equals the first."""
    return next((value for value, _ in Counter(v for v in values if v).most_common(1)), "")
