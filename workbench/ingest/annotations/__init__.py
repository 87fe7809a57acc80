"""What was marked elsewhere, on its way in: files of several formats -> what they say of things in a case.

In: a path. Out: a `MarksFile`, whose marks name their things by ids and by words, and where these stand by counts that
prove nothing (`anchoring` finds the place). A file is read whole or refused with a line that says why.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from workbench.errors import SourceError
from workbench.ingest.annotations.bounded_files import open_archive, refused
from workbench.model.imported_marks import MarksFile

READERS = {
    "jsonl": "records:read",
    "web annotations": "web_annotations:read",
    "csv": "csv:read",
    "xlsx": "xlsx:read",
    "qdpx": "refi_qda:read",
    "qdc": "refi_qda:read_codebook",
}
"""Format -> the module in this package and its function; its libraries are loaded when it reads."""
SUFFIXES = (".jsonl", ".json", ".jsonld", ".csv", ".tsv", ".xlsx", ".qdpx", ".qdc")
"""What the names of such files end in; what is in them decides."""
LINES = (".jsonl", ".ndjson")
_HEAD = 4_096


def read_marks(path: Path) -> MarksFile:
    """What a file says. Raises SourceError for a file that cannot be read whole, OSError where there is none."""
    module, _, function = READERS[format_of(path)].partition(":")
    found: MarksFile = getattr(import_module(f"workbench.ingest.annotations.{module}"), function)(path)
    return found


def format_of(path: Path) -> str:
    """Which format a file has, by what is in it; raises SourceError where it is none of these."""
    if not path.is_file():
        raise SourceError(
            f"{path.name}: There is no such file." if not path.exists() else f"{path.name}: It is no file."
        )
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _archive_format(path)
    if head.startswith(b"SQLite format 3"):
        raise refused(path.name, "It is a database.", "Of another case, import an export: workbench export jsonl.")
    begun = head.decode("utf-8-sig", "replace").lstrip()
    if not begun and path.suffix.lower() in LINES:  # of a pane in which there is nothing
        return "jsonl"
    if not begun:
        raise refused(path.name, "The file is empty.")
    if begun.startswith("<"):
        return "qdc"
    if begun[0] not in "{[":
        return "csv"
    return "jsonl" if path.suffix.lower() in LINES or _is_lines(begun) else "web annotations"


def _archive_format(path: Path) -> str:
    with open_archive(path) as archive:
        names = {name.lower() for name in archive.sizes}
    if any(name.endswith(".qde") for name in names):
        return "qdpx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        raise refused(path.name, "Spreadsheets of OpenDocument are not read.", "Save it as .xlsx or .csv.")
    raise refused(path.name, "It is an archive of neither a project (.qdpx) nor a spreadsheet (.xlsx).")


def _is_lines(begun: str) -> bool:
    """Whether the first line is a JSON value by itself."""
    import json

    first, _, rest = begun.partition("\n")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "id" in value and rest.lstrip().startswith("{")
