"""Lines above and below the body are read as fields and taken out."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE, read_article, stated_fields


def test_a_date_before_the_first_words_is_read_and_taken_out() -> None:
    found = read_article(f" date 2025-03-04 {FIRST}\n\n{SECOND}")
    assert (found.published_on, found.text) == ("2025-03-04", f"{FIRST}\n\n{SECOND}")


def test_the_title_may_stand_behind_that_date() -> None:
    found = read_article(f" date 2025-03-04 {TITLE}\n\nCoast: {TITLE}\n\n{BODY}")
    assert (found.title, found.published_on, found.text) == (TITLE, "2025-03-04", f"{TITLE}\n\n{BODY}")


@pytest.mark.parametrize(
    "footer", ["*Source: The Elm Courier*", "Source: The Elm Courier", "(Source: The Elm Courier)"]
)
def test_a_source_at_the_end_is_the_origin_and_for_want_of_another_the_outlet(footer: str) -> None:
    found = read_article(f"{BODY}\n{footer}\n")
    assert (found.outlet, found.agency, found.text) == ("The Elm Courier", "The Elm Courier", BODY)


def test_such_a_source_is_not_the_outlet_where_there_is_one() -> None:
    found = read_article(f"Outlet: Port Elm Radio\n\n{BODY}\n*Source: The Elm Courier*")
    assert (found.outlet, found.agency, found.text) == ("Port Elm Radio", "The Elm Courier", BODY)


def test_header_lines_are_read_and_taken_out() -> None:
    found = read_article(f"Title: {TITLE}\nBy Mara Voss and Tom Reed\nPublished: 4 March 2025, 10:30 GMT\n\n{BODY}")
    assert stated_fields(found) == {
        "title": TITLE,
        "byline": "Mara Voss and Tom Reed",
        "published_on": "2025-03-04",
        "language": "en",
    }
    assert found.text == f"{TITLE}\n\n{BODY}"


def test_an_address_above_the_text_is_read() -> None:
    found = read_article(f"https://elm.example/2025/03/04/lamp\n\n{BODY}")
    assert (found.url, found.published_on, found.text) == ("https://elm.example/2025/03/04/lamp", "2025-03-04", BODY)


def test_a_header_ends_where_the_body_begins() -> None:
    raw = f"{FIRST}\n\nBy Mara Voss\n\n{SECOND}"
    found = read_article(raw)
    assert (found.byline, found.text) == ("", raw)


def test_a_header_value_that_is_not_understood_stays_in_the_text() -> None:
    raw = f"Published: the other day\n\n{BODY}"
    found = read_article(raw)
    assert (found.published_on, found.text) == ("", raw)


@pytest.mark.parametrize("footer", ["(Reuters)", "- Reuters", "— REUTERS", "(With inputs from Reuters)", "Reuters"])
def test_an_agency_at_the_end_is_credited(footer: str) -> None:
    found = read_article(f"{BODY}\n\n{footer}")
    assert (found.agency, found.outlet, found.text) == ("Reuters", "", BODY)


def test_a_report_that_is_mentioned_is_no_credit() -> None:
    assert read_article(f"{BODY}\n\nAccording to a report from Reuters, the lamp is old.").agency == ""


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\nBoats at the harbour on Monday\n\nSource: NATO",
        f"{BODY}\n\nPicture: the tower at dusk\nSource: NATO",
        f"{BODY}\n\nA map of the coast. (Photo: Mara Voss)\nCredit: NATO",
        f"{FIRST}\n\nBoats at the harbour on Monday\nSource: NATO\n\n{SECOND}\n\n{THIRD}",
    ],
)
def test_a_source_under_a_picture_is_the_credit_of_the_picture(text: str) -> None:
    found = read_article(text)
    assert (found.outlet, found.agency) == ("", "")
    assert "NATO" not in found.text
    assert SECOND in found.text


def test_so_it_is_below_an_image_of_markdown() -> None:
    found = read_article(f"![The tower](tower.png)\n*Source: NATO*\n\n{BODY}", "text/markdown")
    assert (found.outlet, found.text) == ("", BODY)


def test_names_above_a_line_of_an_outlet_are_its_byline() -> None:
    found = read_article(f"{TITLE}\n\nMara Voss and Tom Reed\n\nUSA TODAY\n\n{BODY}")
    assert (found.byline, found.outlet, found.text) == ("Mara Voss and Tom Reed", "USA Today", f"{TITLE}\n\n{BODY}")
    found = read_article(f"{TITLE}\n\nMara Voss\n\nAssociated Press\n\n{BODY}")
    assert (found.byline, found.agency, found.outlet) == ("Mara Voss", "AP", "")


def test_names_alone_below_a_title_stay_in_the_text() -> None:
    raw = f"{TITLE}\n\nMara Voss and Tom Reed\n\n{BODY}"
    assert (read_article(raw).byline, read_article(raw).text) == ("", raw)
