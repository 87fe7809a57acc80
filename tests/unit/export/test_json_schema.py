"""The published schema says what records are, and refuses what they are not."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from tests.golden.sample import selection
from workbench.export.json_schema import schema_of
from workbench.export.record_schema import RECORDS, ListOf, Struct
from workbench.export.records import records
from workbench.model import PANES, Origin, Pane


def found(pane: Pane) -> list[dict[str, Any]]:
    """The records of the sample."""
    return list(records(selection(pane), whole=True))


def check(value: Any, of: Any, where: str) -> None:
    """The fields of a record are those declared, in that order, all the way down."""
    if isinstance(of, ListOf):
        for each in value:
            check(each, of.of, where)
    elif isinstance(of, Struct):
        assert list(value) == list(of.fields), where
        for name, field in of.fields.items():
            if value[name] is not None or not field.nullable:
                check(value[name], field.type, f"{where}.{name}")


@pytest.mark.parametrize("pane", PANES)
def test_every_field_of_a_record_is_declared(pane: Pane) -> None:
    assert found(pane)
    for record in found(pane):
        check(record, RECORDS[pane], pane)


@pytest.mark.parametrize("pane", PANES)
def test_records_are_valid(pane: Pane) -> None:
    for schema in (schema_of(pane), schema_of()):
        Draft202012Validator.check_schema(schema)
        for record in found(pane):
            Draft202012Validator(schema).validate(record)


@pytest.mark.parametrize(
    ("pane", "change"),
    [("quotes", {"kind": "shouted"}), ("quotes", {"spans": [{"start": 1}]}), ("quotes", {"cue": "said"}),
     ("articles", {"published_on": "21 August"}), ("notes", {"article_id": 5}), ("people", {"quotes": "two"}),
     ("positions", {"stance": "likes"}), ("facts", {"phrasings": None})],
)  # fmt: skip
def test_what_is_no_record_is_refused(pane: Pane, change: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema_of(pane))
    assert validator.is_valid(found(pane)[0])
    assert not validator.is_valid(found(pane)[0] | change)
    without = {name: value for name, value in found(pane)[0].items() if name not in change}
    assert not validator.is_valid(without)


def test_every_value_that_the_model_knows_is_among_the_choices() -> None:
    speaker = RECORDS["quotes"].fields["speakers"].type
    assert isinstance(speaker, ListOf)
    assert isinstance(speaker.of, Struct)
    known_from = speaker.of.fields["known_from"].type
    assert isinstance(known_from, Struct)
    assert set(known_from.fields["country"].choices) == set(get_args(Origin))


def test_a_field_says_what_it_is() -> None:
    schema = schema_of("quotes")
    properties = schema["$defs"]["quote"]["properties"]
    assert all(field["description"].endswith((".", "”.")) for field in properties.values())
    assert schema["$id"] == "urn:analyst-workbench:record:quotes"
