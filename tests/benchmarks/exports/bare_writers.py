"""What the library of each format does with data that is ready in memory, and nothing around it."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.export.columns import COLUMNS
from workbench.export.records import records
from workbench.export.table_lines import table_lines
from workbench.work import Case

Data = Any


@dataclass(frozen=True, slots=True)
class Bare:
    """A library, how its data is made ready, and how it writes that to a file."""

    library: str
    ready: Callable[[Case], Data]
    write: Callable[[Data, Path], None]


def _selection(case: Case) -> Any:
    return case.selection("quotes", case.search("quotes", limit=-1).rows)


def _records(case: Case) -> Data:
    return list(records(_selection(case), whole=True))


def _cells(case: Case) -> Data:
    """Lines as lists of text, numbers and truth values."""
    names = [column.name for column in COLUMNS["quotes"]]
    lines = ([line[name] for name in names] for line in table_lines(_selection(case)))
    return [["; ".join(cell) if isinstance(cell, list) else cell for cell in line] for line in lines]


def _document(name: str) -> Callable[[Case], Data]:
    """What a JSON format of ours has written, read again."""

    def ready(case: Case) -> Data:
        case.export(name, "quotes", stream := io.StringIO())
        return json.loads(stream.getvalue())

    return ready


def _write_lines(data: Data, path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for record in data:
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_json(data: Data, path: Path) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _write_csv(data: Data, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(data)


def _write_xlsx(data: Data, path: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for row, line in enumerate(data):
        for at, cell in enumerate(line):
            if cell != "":
                sheet.write(row, at, cell)
    book.close()


def _write_parquet(data: Data, path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist(data), path, compression="zstd")


def _texts(value: Any) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _all_texts(case: Case) -> Data:
    return [list(_texts(record)) for record in _records(case)]


def _write_html(data: Data, path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for texts in data:
            stream.write("<p>" + "".join(f"<span>{html.escape(text)}</span>" for text in texts) + "</p>\n")


def _write_by_template(data: Data, path: Path) -> None:
    from jinja2.sandbox import SandboxedEnvironment

    template = SandboxedEnvironment().from_string("{% for each in texts %}{{ each }} {% endfor %}\n")
    with path.open("w", encoding="utf-8") as stream:
        for texts in data:
            stream.write(template.render(texts=texts))


def _write_docx(data: Data, path: Path) -> None:
    from docx import Document

    document = Document()
    for texts in data:
        document.add_paragraph(texts[6]).add_run(" ".join(texts[:6]))
    document.save(str(path))


def _page(case: Case) -> Data:
    """As much of a page as three texts a quote make."""
    lines = (f"<p>{html.escape(texts[6])} <i>{html.escape(' '.join(texts[:6]))}</i></p>" for texts in _all_texts(case))
    return "<!doctype html>" + "".join(lines)


def _write_pdf(data: Data, path: Path) -> None:
    from weasyprint import HTML

    HTML(string=data).write_pdf(path)


def _project(case: Case) -> Data:
    """The files of a REFI-QDA project of ours, its XML parsed."""
    from xml.etree import ElementTree
    from zipfile import ZipFile

    case.export("qdpx", "quotes", stream := io.BytesIO())
    with ZipFile(stream) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return {name: ElementTree.fromstring(data) if name.endswith(".qde") else data for name, data in files.items()}


def _write_project(data: Data, path: Path) -> None:
    from xml.etree import ElementTree
    from zipfile import ZIP_DEFLATED, ZipFile

    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, file in data.items():
            archive.writestr(name, file if isinstance(file, bytes) else ElementTree.tostring(file))


BARE: dict[str, Bare] = {
    "jsonl": Bare("json", _records, _write_lines),
    "json": Bare("json", _records, _write_json),
    "csv": Bare("csv", _cells, _write_csv),
    "xlsx": Bare("XlsxWriter", _cells, _write_xlsx),
    "parquet": Bare("pyarrow", _records, _write_parquet),
    "html": Bare("html.escape", _all_texts, _write_html),
    "text": Bare("jinja2", _all_texts, _write_by_template),
    "docx": Bare("python-docx", _all_texts, _write_docx),
    "pdf": Bare("weasyprint", _page, _write_pdf),
    "w3c": Bare("json", _document("w3c"), _write_json),
    "csl": Bare("json", _document("csl"), _write_json),
    "qdpx": Bare("ElementTree", _project, _write_project),
}
"""By the name of the format."""
