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


@pytest.mark.parametrize(
    ("text", "mention", "names"),
    [
        (
            "Britain and France are ready to send troops to Ukraine. The two governments said so.",
            "The two governments",
            ["United Kingdom", "France"],
        ),
        (
            "Polish and Czech officials spoke of a pipeline through Austria. Both countries said it was late.",
            "Both countries",
            ["Poland", "Czechia"],
        ),
        (
            "The leaders of North and South Korea met in Panmunjom. China smiled. The two countries said yes.",
            "The two countries",
            ["North Korea", "South Korea"],
        ),
        ("Reports came from Japan. The two Koreas said no.", "The two Koreas", ["North Korea", "South Korea"]),
        (
            "The president of Chile and the king of Norway dined. Peru was absent. The two countries said little.",
            "The two countries",
            ["Chile", "Norway"],
        ),
        (
            "A war between Britain and the EU is over. Ireland is glad. The two sides said so.",
            "The two sides",
            ["United Kingdom", "European Union"],
        ),
        (
            "Chile blames Peru. Chile says Peru lies. Peru says Chile does. Brazil waits. The two countries said so.",
            "The two countries",
            ["Chile", "Peru"],
        ),
        (
            "President Ewa Nowak met President Luc Martin in May and met King Ivo Babic in June. The two said no.",
            "the two",
            ["Ewa Nowak", "Ivo Babic"],
        ),
        (
            "President Ewa Nowak called King Olav Berg. Chancellor Ivo Babic slept. The two leaders agreed, he said.",
            "The two leaders",
            ["Ewa Nowak", "Olav Berg"],
        ),
    ],
)
def test_those_who_are_counted_are_those_named_together(text: str, mention: str, names: list[str]) -> None:
    assert [s.name for s in speakers_of(text.replace("The two said", "the two said"), mention)] == names


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (
            "Britain spoke. France listened. Ukraine waits for both of them. The two governments said no.",
            "two governments",
        ),
        ("Talks between Israel and the rebels failed. Egypt had warned them. The two sides said no.", "two sides"),
        ("Peru, Chile and Brazil signed. The two countries said so.", "two countries"),
        ("In Peru it rained. In Chile it snowed. The two nations said so.", "two nations"),
        (
            "Vice President Joe Biden praised President Barack Obama. The two leaders of the story said so.",
            "two leaders",
        ),
        ("Peru is at war. The mayor and the bishop spoke. The two leaders said no.", "two leaders"),
    ],
)
def test_where_nothing_is_sure_a_group_has_no_name_and_no_country(text: str, mention: str) -> None:
    found = speakers_of(text.replace(" of the story", ""), f"The {mention}")
    assert [(s.name, s.kind, s.country) for s in found] == [(mention, "group", "")]


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
