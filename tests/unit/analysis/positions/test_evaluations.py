"""What a speaker calls something else."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_stances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepalese officials said a new quota was out of the question.", ("NPL", "ruled_out")),
        ("Ghana’s minister said a joint patrol would not pose a problem.", ("GHA", "open")),
        ("Peru called the plan unacceptable.", ("PER", "ruled_out")),
        ("Peru described the ferry as a breakthrough.", ("PER", "supports")),
        ("Oman is against the toll.", ("OMN", "opposes")),
        ("Kenya is in favour of the ferry.", ("KEN", "supports")),
    ],
)
def test_what_one_calls_it_is_a_stance(text: str, expected: tuple[str, str]) -> None:
    assert expected in read_stances(text)
