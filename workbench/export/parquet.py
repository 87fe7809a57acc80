"""Parquet for data frames and databases: the records of one pane, in columns that never depend on the rows.

A file of empty lists has the same types as any other, so that files go together. Days are days, times are times in UTC;
one that is not known is null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from typing import IO, Any

import pyarrow
from pyarrow import parquet

from workbench.export.record_fields import Record
from workbench.export.record_schema import RECORDS, Field, ListOf, Scalar, Struct
from workbench.export.records import records
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Pane

AT_ONCE = 1_000
"""So many records are made columns of at a time."""
BATCHES = 20
"""So many times that are a row group."""
SCALARS: dict[Scalar, Any] = {
    "text": pyarrow.string(),
    "day": pyarrow.date32(),
    "time": pyarrow.timestamp("us", tz="UTC"),
    "whole": pyarrow.int64(),
    "number": pyarrow.float64(),
    "flag": pyarrow.bool_(),
}
Type = Scalar | Struct | ListOf
Convert = Callable[[Any], Any]
"""Makes of a value in a record what Arrow takes."""


def write(selection: Selection, stream: IO[bytes], options: Options = NO_OPTIONS) -> None:
    """Write the records of the selection's pane."""
    schema = arrow_schema(selection.pane)
    about = {"case": _text(selection.case_name), "query": _text(selection.query), "pane": selection.pane}
    convert = _converter(RECORDS[selection.pane])
    with parquet.ParquetWriter(stream, schema.with_metadata(about), compression="zstd") as writer:
        batches = (_batch(block, schema, convert) for block in _blocks(records(selection, whole=True), AT_ONCE))
        for group in _blocks(batches, BATCHES):
            writer.write_table(pyarrow.Table.from_batches(group, schema))


def arrow_schema(pane: Pane) -> Any:
    """The schema of the records of a pane; each column says what it is."""
    return pyarrow.schema([_field(name, field) for name, field in RECORDS[pane].fields.items()])


def _field(name: str, field: Field) -> Any:
    unknown = field.nullable or field.type in ("day", "time")
    return pyarrow.field(name, _type(field.type), unknown, {"description": field.about})


def _type(of: Type) -> Any:
    if isinstance(of, ListOf):
        return pyarrow.list_(pyarrow.field("item", _type(of.of), False))
    if isinstance(of, Struct):
        return pyarrow.struct([_field(name, field) for name, field in of.fields.items()])
    return SCALARS[of]


def _blocks(values: Iterable[Any], size: int) -> Iterator[list[Any]]:
    walk = iter(values)
    while block := list(islice(walk, size)):
        yield block


def _batch(block: list[Record], schema: Any, convert: Convert | None) -> Any:
    found = [convert(record) for record in block] if convert else block
    try:
        return pyarrow.RecordBatch.from_pylist(found, schema)
    except UnicodeEncodeError:  # lone surrogates, which UTF-8 does not have
        return pyarrow.RecordBatch.from_pylist(_text(found), schema)


def _converter(of: Type) -> Convert | None:
    """What converts values of a type; None where there is nothing to convert."""
    if isinstance(of, ListOf):
        each = _converter(of.of)
        return None if each is None else lambda values: [each(value) for value in values]
    if isinstance(of, Struct):
        found = {name: convert for name, field in of.fields.items() if (convert := _converter(field.type))}
        return _struct_converter(found) if found else None
    return CONVERTED.get(of)


def _struct_converter(converters: dict[str, Convert]) -> Convert:
    def convert(record: Record) -> Record:
        return {**record, **{name: convert(record[name]) for name, convert in converters.items()}}

    return convert


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _time(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


CONVERTED: dict[Scalar, Convert] = {"day": _day, "time": _time}


def _text(value: Any) -> Any:
    """The value with every lone surrogate in it replaced; offsets count as before."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_text(each) for each in value]
    return {name: _text(each) for name, each in value.items()} if isinstance(value, dict) else value
