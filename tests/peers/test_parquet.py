"""Parquet files as pyarrow and DuckDB read them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.golden.sample import POST, ROWS, WIRE, row, selection
from workbench.errors import Stopped
from workbench.export.records import records
from workbench.export.selection import Selection
from workbench.model import PANES, Note, Pane, Quote, Span
from workbench.views import Marks

pyarrow = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")
from pyarrow import dataset, parquet  # noqa: E402

from workbench.export import parquet as written_as  # noqa: E402

pytestmark = pytest.mark.peers


def written(part: Selection) -> bytes:
    """The bytes of a file."""
    stream = io.BytesIO()
    written_as.write(part, stream)
    return stream.getvalue()


def read(part: Selection) -> Any:
    """The table that pyarrow reads."""
    return parquet.read_table(io.BytesIO(written(part)))


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two files of quotes: one with empty lists and nothing known, one with all."""
    bare = Quote(POST.id, "indirect", (), "Nothing.")
    parts = [replace(selection("quotes"), rows=[row(bare, None)]), selection("quotes")]
    paths = [tmp_path / f"{number}.parquet" for number in range(len(parts))]
    for path, part in zip(paths, parts, strict=True):
        path.write_bytes(written(part))
    return [str(path) for path in paths]


@pytest.fixture
def database() -> Iterator[Any]:
    with duckdb.connect() as connection:
        yield connection


def expected(value: Any, name: str = "") -> Any:
    """A record as it is read back: days and times are such, an empty day is none."""
    if name in ("published_on", "first", "last"):
        return date.fromisoformat(value) if value else None
    if name == "written_at":
        return datetime.fromisoformat(value).astimezone(UTC)
    if isinstance(value, dict):
        return {key: expected(each, key) for key, each in value.items()}
    return [expected(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("pane", PANES)
def test_every_record_is_read_as_it_is(pane: Pane) -> None:
    assert read(selection(pane)).to_pylist() == [expected(r) for r in records(selection(pane), whole=True)]


@pytest.mark.parametrize("pane", PANES)
def test_the_schema_does_not_depend_on_the_rows(pane: Pane) -> None:
    some, none = read(selection(pane)), read(replace(selection(pane), rows=()))
    assert none.num_rows == 0
    assert some.schema.equals(none.schema)
    assert not re.search(r"[(: ]null", str(none.schema.types).replace(" not null", ""))


def test_days_and_times_are_typed_and_columns_say_what_they_are() -> None:
    table = read(selection("notes"))
    assert table.schema.field("published_on").type == pyarrow.date32()
    assert table.schema.field("written_at").type == pyarrow.timestamp("us", tz="UTC")
    assert table.schema.field("body").metadata[b"description"] == b"What the analyst wrote."
    assert table.schema.metadata[b"case"] == b'Talks: "August"'
    file = parquet.ParquetFile(io.BytesIO(written(selection("notes"))))
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


@pytest.mark.parametrize("turn", [1, -1])
def test_files_go_together_in_any_order(files: list[str], turn: int, database: Any) -> None:
    found = dataset.dataset(files[::turn]).to_table()
    assert found.num_rows == 5

    rows = database.execute("SELECT id, spans, tags FROM read_parquet(?)", [files[::turn]]).fetchall()
    assert {id: (len(spans), tags) for id, spans, tags in rows}["Q2b9654c179"] == (1, ["#key", "a*b"])
    assert ([], []) in [(spans, tags) for _, spans, tags in rows]


def test_duckdb_asks_into_lists_and_structs(files: list[str], database: Any) -> None:
    sql = """SELECT speaker.country, speaker.known_from.name, published_on + 1
        FROM (SELECT unnest(speakers) AS speaker, published_on FROM read_parquet(?))
        WHERE speaker.name = 'Ann Poe' ORDER BY 3"""
    assert database.execute(sql, [files]).fetchall() == [
        ("ARL", "text", date(2025, 8, 22)), ("ARL", "text", date(2025, 8, 23)),
    ]  # fmt: skip


def test_duckdb_reads_times_with_their_zone(tmp_path: Path, database: Any) -> None:
    pytest.importorskip("pytz")
    path = tmp_path / "notes.parquet"
    path.write_bytes(written(selection("notes")))
    relation = database.sql(f"SELECT written_at FROM read_parquet('{path}') ORDER BY 1")

    assert relation.fetchall()[0][0] == datetime(2025, 9, 1, 10, tzinfo=UTC)


def test_a_table_made_of_an_empty_file_takes_every_row(files: list[str], database: Any) -> None:
    database.execute("CREATE TABLE quote AS SELECT * FROM read_parquet(?) WHERE false", [files[0]])
    database.execute("INSERT INTO quote SELECT * FROM read_parquet(?)", [files[1]])
    assert database.execute("SELECT count(*) FROM quote").fetchone() == (4,)


def test_any_text_is_written_and_offsets_count_as_before() -> None:
    text = "\ud800a\x00b\U00020bb7e\u0301\u202e=1+1"
    quote = Quote(WIRE.id, "direct", (Span(0, len(text)),), text)
    part = replace(
        selection("quotes"), rows=[row(quote, WIRE.id, Marks(note="\udfff"))], texts={WIRE.id: text}, query="\udc00"
    )
    (found,) = read(part).to_pylist()

    assert found["text"] == found["spans"][0]["text"] == "\ufffd" + text[1:]
    assert found["note"] == "\ufffd"


def test_a_day_that_is_none_is_null() -> None:
    notes = [Note("N1", "E1", "x", "some day"), Note("N2", "E1", "x", "2025-09-01T10:00:00")]
    found = read(replace(selection("notes"), rows=[row(note, None) for note in notes])).to_pylist()
    assert {each["id"]: each["written_at"] for each in found} == {
        "N1": None, "N2": datetime(2025, 9, 1, 10, tzinfo=UTC),
    }  # fmt: skip


def test_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written_as, "AT_ONCE", 1)
    monkeypatch.setattr(written_as, "BATCHES", 3)
    file = parquet.ParquetFile(io.BytesIO(written(selection("quotes"))))
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [3, 1]
    assert file.read().num_rows == len(ROWS["quotes"])


def test_the_same_rows_give_the_same_bytes() -> None:
    assert written(selection("facts")) == written(selection("facts"))


def test_it_is_stopped_between_two_rows() -> None:
    def stop() -> None:
        raise Stopped("Stopped.")

    with pytest.raises(Stopped):
        written(replace(selection("quotes"), on_row=stop))
