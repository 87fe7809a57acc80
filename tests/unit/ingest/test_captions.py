"""The credit of a picture goes; the sentence before it stays."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import FIRST, SECOND
from workbench.ingest.captions import credit_span
from workbench.ingest.cleaning import clean


@pytest.mark.parametrize(
    "line",
    [
        "(Photo by Mara Voss/Getty Images)",
        "Mara Voss/AFP/Getty Images Mara Voss/AFP/Getty Images",
        "The tower at dusk. (Photo: Mara Voss, AP)",
        "The tower at dusk. (Mara Voss/Reuters)",
        "The tower at dusk. REUTERS/Mara Voss/File Photo",
        "The tower at dusk. Photographer: Mara Voss/Bloomberg Photographer: Mara Voss/Bloomberg",
        "The tower at dusk. Mara Voss | AFP | Getty Images",
        "The tower at dusk. AP Photo/Mara Voss",
        "The tower at dusk. Credit: Mara Voss",
    ],
)
def test_the_credit_of_a_picture_goes_and_a_sentence_before_it_stays(line: str) -> None:
    start, end = credit_span(line)
    assert (line[:start].strip(), end) == ("The tower at dusk." if "dusk" in line else "", len(line))
    kept = "The tower at dusk.\n\n" if "dusk" in line else ""
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{kept}{SECOND}"


def test_a_caption_that_is_no_sentence_goes_with_its_credit() -> None:
    assert clean(f"{FIRST}\n\nInes Calder at the tower. x (AP Photo/Mara Voss)\n\n{SECOND}").text.count("Calder") == 1


@pytest.mark.parametrize(
    "line",
    [
        "He took a photo: the lamp was lit.",
        "The mayor asked for boats and/or planes (left/right).",
        "It was an image by which the town was known.",
        "The report was first sent out by AP/Reuters, she said.",
        "Pictures: the council has none.",
    ],
)
def test_a_sentence_has_no_credit(line: str) -> None:
    assert credit_span(line) == (0, 0)
