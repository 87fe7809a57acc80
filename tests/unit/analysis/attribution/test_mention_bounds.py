from __future__ import annotations

import pytest

from workbench.analysis.attribution.mention_bounds import trimmed_span
from workbench.model import Span


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("He cited the U.S. on Monday.", "the U.S", "the U.S."),
        ("So said Rep. Mark Hill, R-Wis.", "Rep. Mark Hill, R-Wis", "Rep. Mark Hill, R-Wis."),
        ("So said Harbour Corp. on Monday.", "Harbour Corp", "Harbour Corp."),
        ("So said Ana Ruiz.", "Ana Ruiz.", "Ana Ruiz"),
        ("Kim (L) spoke.", "Kim (L", "Kim (L)"),
        ("Kim (left of the gate) spoke.", "Kim (left", "Kim"),
        ("PARIS (AP) - Ana Ruiz spoke.", "PARIS (AP) - Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_a_mention_keeps_its_own_points_and_brackets(text: str, mention: str, expected: str) -> None:
    start = text.index(mention)
    assert trimmed_span(text, Span(start, start + len(mention))).of(text) == expected
