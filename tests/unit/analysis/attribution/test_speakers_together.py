from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speakers_of

TEXT = "Polish President Ewa Nowak met French President Luc Martin and the driver Jan Kos. "


@pytest.mark.parametrize(
    ("sentence", "mention", "names"),
    [
        ("The two leaders said the border stays open.", "The two leaders", ["Ewa Nowak", "Luc Martin"]),
        ("The trio said the border stays open.", "The trio", ["Ewa Nowak", "Luc Martin", "Jan Kos"]),
        ("Both countries said the border stays open.", "Both countries", ["Poland", "France"]),
        ("The four leaders said the border stays open.", "The four leaders", ["four leaders"]),
    ],
)
def test_those_who_are_counted_are_those_named_before(sentence: str, mention: str, names: list[str]) -> None:
    assert [s.name for s in speakers_of(TEXT + sentence, mention)] == names


def test_where_something_happens_is_no_side() -> None:
    text = "Poland met France in Vietnam. Both sides said they would meet again."
    assert [s.country for s in speakers_of(text, "Both sides")] == ["POL", "FRA"]


def test_too_few_are_not_made_up() -> None:
    assert [s.kind for s in speakers_of("Jan Kos spoke. The two said no.", "The two")] != ["person", "person"]


def test_leaders_who_are_counted_before_they_are_named_are_whom_the_article_is_about() -> None:
    text = (
        "The pair signed a paper. President Ewa Nowak and President Luc Martin met in spring. Nowak was late. Martin"
        " waited. Nowak laughed. Martin left. President Ivo Babic called."
    )
    assert [s.name for s in speakers_of(text, "The pair")] == ["Ewa Nowak", "Luc Martin"]


def test_leaders_whom_nothing_tells_from_a_third_are_not_told() -> None:
    text = "The two leaders signed. President Ewa Nowak, President Luc Martin and President Ivo Babic met."
    assert "Ewa Nowak" not in [s.name for s in speakers_of(text, "The two leaders")]
