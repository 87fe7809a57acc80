"""What an article says about itself is read; what it does not say stays empty."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, FIRST, TITLE, read_article, stated_fields
from workbench.errors import SourceError


def test_nothing_is_invented() -> None:
    assert stated_fields(read_article(BODY)) == {"language": "en"}


def test_an_outlet_does_not_credit_itself() -> None:
    assert read_article(f"PORT ELM (Reuters) - {FIRST}", outlet="Reuters").agency == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Der Rat der Stadt hat am Montag beschlossen, den alten Leuchtturm zu behalten, sagte die Bürgermeisterin.",
            "de",
        ),
        (
            "Le conseil a voté lundi pour garder le vieux phare, a déclaré la maire de la ville devant les habitants.",
            "fr",
        ),
        ("Elm 12", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read_article(text).language == language


def test_what_the_user_sets_wins() -> None:
    found = read_article(
        f"Title: {TITLE}\nOutlet: Elm\n2025-03-04\n\n{BODY}",
        title="T",
        outlet="O",
        published_on="2025-03-05",
        language="de",
    )
    assert stated_fields(found) == {"title": "T", "outlet": "O", "published_on": "2025-03-05", "language": "de"}


def test_a_byline_that_the_user_sets_stays_as_it_is() -> None:
    assert read_article(BODY, byline="Staff Writer, 4 March 2025").byline == "Staff Writer, 4 March 2025"


def test_a_value_that_cannot_be_set_is_refused() -> None:
    with pytest.raises(SourceError, match="is not a date"):
        read_article(BODY, published_on="yesterday")
