"""Fields that a mapping of unknown make states."""

from __future__ import annotations

import pytest

from workbench.ingest.stated_fields import first_value, read_stated_fields, web_address


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"Headline": "Fog returns"}, {"title": "Fog returns"}),
        ({"source": "The Elm Courier"}, {"outlet": "The Elm Courier"}),
        ({"source": "https://elm.example/a"}, {"url": "https://elm.example/a"}),
        ({"authors": [{"name": "Mara Voss"}, "[[Tom Reed]]"]}, {"byline": "Mara Voss, Tom Reed"}),
        ({"Published On": "2025-03-04", "date": "2025-03-05"}, {"published_on": "2025-03-04"}),
        ({"title": 5, "lang": None}, {}),
    ],
)
def test_a_field_has_many_names(values: dict[str, object], fields: dict[str, str]) -> None:
    assert read_stated_fields(values) == fields


def test_an_address_is_on_the_web() -> None:
    assert web_address(" https://elm.example/a ") == "https://elm.example/a"
    assert web_address("javascript:x") == web_address("https://elm example") == ""


def test_blank_values_do_not_count() -> None:
    assert first_value(["", " ", "a", "b"]) == "a"
    assert first_value([]) == ""
