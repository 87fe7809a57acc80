"""The title of a text, and its copies."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, TITLE, read_article
from workbench.ingest.cleaning import clean


@pytest.mark.parametrize("again", [TITLE, f"Coast: {TITLE}", f"{TITLE} | The Elm Courier", TITLE.upper()])
def test_a_title_is_kept_once(again: str) -> None:
    assert clean(f"{TITLE}\n\n{again}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"


def test_the_plainer_title_is_the_one_kept() -> None:
    assert clean(f"Coast: {TITLE}\n{TITLE}\n\n{BODY}").text == f"{TITLE}\n\n{BODY}"


def test_a_known_title_is_not_taken_from_the_text() -> None:
    assert clean(f"{TITLE}\n\n{BODY}\n\n{TITLE}", TITLE).text == f"{TITLE}\n\n{BODY}"


def test_a_title_is_a_short_first_line_above_a_body() -> None:
    assert read_article(f"{TITLE}\n{BODY}").title == TITLE
    assert read_article(f"“Not now”\n{BODY}").title == ""
    assert read_article(f"The vote was close.\n{BODY}").title == ""
    assert read_article(f"MARA VOSS\n{BODY}").title == ""
    assert read_article(f"The tower at dusk. Photo: The Elm Courier\n{BODY}").title == ""
    assert read_article(f"PORT ELM— The council met on Monday and it ended well\n{BODY}").title == ""


@pytest.mark.parametrize(
    "title",
    [
        "Fog returns",
        "“We will pay for the lamp”",
        "The ‘dark tower’ is to be lit. Here’s what the vote means",
        "Who pays? Port Elm asks the coast guard",
        f"{TITLE}, and what the coast guard, the divers and two families who gave money for a new lamp say of it",
    ],
)
def test_a_short_first_line_set_off_by_an_empty_line_is_the_title(title: str) -> None:
    found = read_article(f"{title}\n\n{BODY}")
    assert (found.title, found.text) == (title, f"{title}\n\n{BODY}")


@pytest.mark.parametrize("line", ["MARA VOSS", "Mara Voss", "The vote was close.", "Opinion", "PORT ELM — It rained"])
def test_another_line_set_off_is_no_title(line: str) -> None:
    assert read_article(f"{line}\n\n{BODY}").title == ""
