"""What an article says about itself is read; what it does not say stays empty."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE, anything
from workbench.errors import SourceError
from workbench.ingest import build_article
from workbench.ingest.agencies import byline_credit, credit_at_end, credit_line, dateline_credit
from workbench.ingest.dates import date_in_url, date_line, find_date
from workbench.model import ARTICLE_FIELDS, Article, Document

TYPES = ("text/plain", "text/markdown", "application/json", "text/html")


def read(text: str, media_type: str = "text/plain", **overrides: str) -> Article:
    return build_article(Document("elm.txt", text.encode("utf-8", "surrogatepass"), media_type, "utf-8"), overrides)


def fields(found: Article) -> dict[str, str]:
    return {name: value for name in ARTICLE_FIELDS if (value := getattr(found, name))}


def test_nothing_is_invented() -> None:
    assert fields(read(BODY)) == {"language": "en"}


def test_a_date_before_the_first_words_is_read_and_taken_out() -> None:
    found = read(f" date 2025-03-04 {FIRST}\n\n{SECOND}")
    assert (found.published_on, found.text) == ("2025-03-04", f"{FIRST}\n\n{SECOND}")


def test_the_title_may_stand_behind_that_date() -> None:
    found = read(f" date 2025-03-04 {TITLE}\n\nCoast: {TITLE}\n\n{BODY}")
    assert (found.title, found.published_on, found.text) == (TITLE, "2025-03-04", f"{TITLE}\n\n{BODY}")


@pytest.mark.parametrize(
    "footer", ["*Source: The Elm Courier*", "Source: The Elm Courier", "(Source: The Elm Courier)"]
)
def test_a_source_at_the_end_is_the_origin_and_for_want_of_another_the_outlet(footer: str) -> None:
    found = read(f"{BODY}\n{footer}\n")
    assert (found.outlet, found.agency, found.text) == ("The Elm Courier", "The Elm Courier", BODY)


def test_such_a_source_is_not_the_outlet_where_there_is_one() -> None:
    found = read(f"Outlet: Port Elm Radio\n\n{BODY}\n*Source: The Elm Courier*")
    assert (found.outlet, found.agency, found.text) == ("Port Elm Radio", "The Elm Courier", BODY)


def test_header_lines_are_read_and_taken_out() -> None:
    found = read(f"Title: {TITLE}\nBy Mara Voss and Tom Reed\nPublished: 4 March 2025, 10:30 GMT\n\n{BODY}")
    assert fields(found) == {
        "title": TITLE,
        "byline": "Mara Voss and Tom Reed",
        "published_on": "2025-03-04",
        "language": "en",
    }
    assert found.text == f"{TITLE}\n\n{BODY}"


def test_an_address_above_the_text_is_read() -> None:
    found = read(f"https://elm.example/2025/03/04/lamp\n\n{BODY}")
    assert (found.url, found.published_on, found.text) == ("https://elm.example/2025/03/04/lamp", "2025-03-04", BODY)


def test_a_header_ends_where_the_body_begins() -> None:
    raw = f"{FIRST}\n\nBy Mara Voss\n\n{SECOND}"
    found = read(raw)
    assert (found.byline, found.text) == ("", raw)


def test_a_header_value_that_is_not_understood_stays_in_the_text() -> None:
    raw = f"Published: the other day\n\n{BODY}"
    found = read(raw)
    assert (found.published_on, found.text) == ("", raw)


@pytest.mark.parametrize("footer", ["(Reuters)", "- Reuters", "— REUTERS", "(With inputs from Reuters)", "Reuters"])
def test_an_agency_at_the_end_is_credited(footer: str) -> None:
    found = read(f"{BODY}\n\n{footer}")
    assert (found.agency, found.outlet, found.text) == ("Reuters", "", BODY)


def test_a_report_that_is_mentioned_is_no_credit() -> None:
    assert read(f"{BODY}\n\nAccording to a report from Reuters, the lamp is old.").agency == ""


def test_an_outlet_does_not_credit_itself() -> None:
    assert read(f"PORT ELM (Reuters) - {FIRST}", outlet="Reuters").agency == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("WASHINGTON, Aug 21 (Reuters) - The senate met.", ("Reuters", "")),
        ("WASHINGTON, Aug. 21, 2025 (Reuters) - The senate met.", ("Reuters", "Aug. 21, 2025")),
        ("KYIV, Ukraine (AP) — The senate met.", ("AP", "")),
        ("PORT ELM, March 4 (Coastal Wire) - The senate met.", ("Coastal Wire", "")),
        ("The European Union (EU) - which has 27 members - met.", ("", "")),
        ("NATO (a pact) - The senate met.", ("", "")),
        ("The senate met.", ("", "")),
    ],
)
def test_dateline(line: str, expected: tuple[str, str]) -> None:
    assert dateline_credit(line) == expected


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert read(f"PORT ELM, March 4, 2025 (AP) - {FIRST}\n\n{SECOND}").published_on == "2025-03-04"
    assert read(f"PORT ELM, March 4 (AP) - {FIRST}\n\n{SECOND}").published_on == ""


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(AP/AFP)", "AP, AFP"),
        ("(pap)", ""),
        ("(see above)", ""),
        ("With inputs from agencies", ""),
        ("*Xinhua*", "Xinhua"),
    ],
)
def test_credit_line(line: str, agency: str) -> None:
    assert credit_line(line) == agency


def test_credit_behind_the_last_sentence() -> None:
    assert credit_at_end("The lamp is lit. - Bernama") == ("Bernama", 16)
    assert credit_at_end("The lamp was bought by the firm (AP)") == ("", 36)
    assert read(f"{BODY} (Yonhap)").text == BODY


def test_byline_credit() -> None:
    assert byline_credit("Mara Voss, AP") == "AP"
    assert byline_credit("Reuters Staff") == "Reuters"
    assert byline_credit("Mara Voss") == ""


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-03-04T10:00:00Z", "2025-03-04"),
        ("2025/3/4", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("March 4, 2025", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:00:00 +0000", "2025-03-04"),
        ("4th of March 2025", "2025-03-04"),
        ("Sept. 9, 2025", "2025-09-09"),
        ("2025-02-30", ""),
        ("04/03/2025", ""),
        ("March 4", ""),
        ("soon", ""),
    ],
)
def test_find_date(value: str, iso: str) -> None:
    assert find_date(value) == iso


def test_a_line_is_a_date_only_if_it_is_nothing_else() -> None:
    assert date_line("Published on Tuesday, March 4, 2025 at 10:30 am GMT") == "2025-03-04"
    assert date_line("The vote of March 4, 2025") == ""


def test_date_of_address() -> None:
    assert date_in_url("https://elm.example/2025/03/04/lamp") == "2025-03-04"
    assert date_in_url("https://elm.example/2025/lamp-03-04") == ""


def test_a_title_is_a_short_first_line_above_a_body() -> None:
    assert read(f"{TITLE}\n{BODY}").title == TITLE
    assert read(f"“Not now”\n{BODY}").title == ""
    assert read(f"The vote was close.\n{BODY}").title == ""
    assert read(f"MARA VOSS\n{BODY}").title == ""
    assert read(f"The tower at dusk. Photo: The Elm Courier\n{BODY}").title == ""
    assert read(f"PORT ELM— The council met on Monday and it ended well\n{BODY}").title == ""


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
    assert read(text).language == language


def test_what_the_user_sets_wins() -> None:
    found = read(
        f"Title: {TITLE}\nOutlet: Elm\n2025-03-04\n\n{BODY}",
        title="T",
        outlet="O",
        published_on="2025-03-05",
        language="de",
    )
    assert fields(found) == {"title": "T", "outlet": "O", "published_on": "2025-03-05", "language": "de"}


def test_a_byline_that_the_user_sets_stays_as_it_is() -> None:
    assert read(BODY, byline="Staff Writer, 4 March 2025").byline == "Staff Writer, 4 March 2025"


def test_a_value_that_cannot_be_set_is_refused() -> None:
    with pytest.raises(SourceError, match="is not a date"):
        read(BODY, published_on="yesterday")


@pytest.mark.parametrize("text", ["", " \n", "\x00\x1b\u202e", "***", "Source: AP", "date 2025-03-04"])
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(SourceError):
        read(text)


@settings(max_examples=120, deadline=None)
@given(anything, st.sampled_from(TYPES))
def test_any_text_gives_an_article_or_a_source_error(text: str, media_type: str) -> None:
    try:
        found = read(text, media_type)
    except SourceError:
        return
    assert found.text
    assert all(re.sub("[\u200c\u200d]", "", value).isprintable() for value in fields(found).values())


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(TYPES), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "nonsense"]))
def test_any_bytes_give_an_article_or_a_source_error(data: bytes, media_type: str, encoding: str) -> None:
    with contextlib.suppress(SourceError):
        assert build_article(Document("x", data, media_type, encoding), {}).text


def test_the_same_bytes_give_the_same_id() -> None:
    assert read(THIRD).id == read(THIRD).id != read(FIRST).id


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
    found = read(f"{title}\n\n{BODY}")
    assert (found.title, found.text) == (title, f"{title}\n\n{BODY}")


@pytest.mark.parametrize("line", ["MARA VOSS", "Mara Voss", "The vote was close.", "Opinion", "PORT ELM — It rained"])
def test_another_line_set_off_is_no_title(line: str) -> None:
    assert read(f"{line}\n\n{BODY}").title == ""


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
    found = read(text)
    assert (found.outlet, found.agency) == ("", "")
    assert "NATO" not in found.text
    assert SECOND in found.text


def test_so_it_is_below_an_image_of_markdown() -> None:
    found = read(f"![The tower](tower.png)\n*Source: NATO*\n\n{BODY}", "text/markdown")
    assert (found.outlet, found.text) == ("", BODY)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("The Associated Press contributed to this report.", "AP"),
        ("Elm News' Mara Voss and Reuters contributed to this report.", "Reuters"),
        ("Contributing: Mara Voss, The Elm Courier; Associated Press", "AP"),
        ("— With assistance by Tom Reed, and Mara Voss", ""),
        ("Mara Voss reported from Port Elm. Tom Reed contributed to this story.", ""),
    ],
)
def test_who_helped_with_the_report_is_a_credit(line: str, agency: str) -> None:
    found = read(f"{BODY}\n\n{line}")
    assert (found.agency, found.text) == (agency, BODY)


def test_names_above_a_line_of_an_outlet_are_its_byline() -> None:
    found = read(f"{TITLE}\n\nMara Voss and Tom Reed\n\nUSA TODAY\n\n{BODY}")
    assert (found.byline, found.outlet, found.text) == ("Mara Voss and Tom Reed", "USA Today", f"{TITLE}\n\n{BODY}")
    found = read(f"{TITLE}\n\nMara Voss\n\nAssociated Press\n\n{BODY}")
    assert (found.byline, found.agency, found.outlet) == ("Mara Voss", "AP", "")


def test_names_alone_below_a_title_stay_in_the_text() -> None:
    raw = f"{TITLE}\n\nMara Voss and Tom Reed\n\n{BODY}"
    assert (read(raw).byline, read(raw).text) == ("", raw)
