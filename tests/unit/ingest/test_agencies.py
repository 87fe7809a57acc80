"""Credits of agencies: datelines, lines of their own, ends of texts, bylines."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND, read_article
from workbench.ingest.agencies import byline_credit, credit_at_end, credit_line, dateline_credit


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
    assert read_article(f"PORT ELM, March 4, 2025 (AP) - {FIRST}\n\n{SECOND}").published_on == "2025-03-04"
    assert read_article(f"PORT ELM, March 4 (AP) - {FIRST}\n\n{SECOND}").published_on == ""


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
    assert read_article(f"{BODY} (Yonhap)").text == BODY


def test_byline_credit() -> None:
    assert byline_credit("Mara Voss, AP") == "AP"
    assert byline_credit("Reuters Staff") == "Reuters"
    assert byline_credit("Mara Voss") == ""


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("The Associated Press contributed to this report.", "AP"),
        ("Elm News' Mara Voss and Reuters contributed to this report.", "Reuters"),
        ("Contributing: Mara Voss, The Elm Courier; Associated Press", "AP"),
        ("— With assistance by Tom Reed, and Mara Voss", ""),
        ("Mara Voss reported from Port Elm. Tom Reed contributed to this story.", ""),
        ("(Additional reporting by Mara Voss and Reuters)", "Reuters"),
    ],
)
def test_who_helped_with_the_report_is_not_its_origin(line: str, agencies: str) -> None:
    found = read_article(f"{BODY}\n\n{line}")
    assert (found.agency, found.contributors, found.text) == ("", agencies, BODY)
