"""The JSON Schema (2020-12) of the records that `jsonl` and `json` write, of one pane or of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.export.record_schema import RECORDS, Field, ListOf, Scalar, Struct
from workbench.model import Pane

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
DAY = r"^(\d{4}-\d{2}-\d{2})?$"
SCALARS: dict[Scalar, Schema] = {
    "text": {"type": "string"},
    "day": {"type": "string", "pattern": DAY},
    "time": {"type": "string", "format": "date-time"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
}


def schema_of(pane: Pane | None = None) -> Schema:
    """The schema of a record of a pane, else of one of any."""
    records = RECORDS if pane is None else {pane: RECORDS[pane]}
    structs = {struct.name: struct for record in records.values() for struct in _structs(record)}
    chosen = [_reference(record) for record in records.values()]
    return {
        "$schema": DIALECT,
        "$id": f"urn:analyst-workbench:record:{pane or 'any'}",
        "title": f"A record of {pane or 'an export'}",
        **(chosen[0] if pane else {"anyOf": chosen}),
        "$defs": {name: _object(structs[name]) for name in sorted(structs)},
    }


def _structs(struct: Struct) -> Iterator[Struct]:
    """The struct and all within it."""
    yield struct
    for field in struct.fields.values():
        inner = field.type.of if isinstance(field.type, ListOf) else field.type
        if isinstance(inner, Struct):
            yield from _structs(inner)


def _object(struct: Struct) -> Schema:
    properties = {name: _property(field) for name, field in struct.fields.items()}
    return {"type": "object", "properties": properties, "required": list(struct.fields)}


def _property(field: Field) -> Schema:
    found = _type(field.type)
    if field.choices:
        found = {**found, "enum": list(field.choices)}
    if field.nullable:
        found = {"anyOf": [found, {"type": "null"}]}
    return {"description": field.about, **found}


def _type(of: Scalar | Struct | ListOf) -> Schema:
    if isinstance(of, ListOf):
        return {"type": "array", "items": _type(of.of)}
    return _reference(of) if isinstance(of, Struct) else dict(SCALARS[of])


def _reference(struct: Struct) -> Schema:
    return {"$ref": f"#/$defs/{struct.name}"}
