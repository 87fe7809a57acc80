"""HTML: the article in a page, by trafilatura, its day and authors by what the page declares.

A page of very many tags is read in a child process that is ended when its time is up: extraction takes quadratic time
on hostile pages and cannot be interrupted from outside on every platform. Other pages cannot take long and are read
here.
"""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
from typing import Any

from workbench.errors import SourceError
from workbench.ingest.charset import decode, detect_charset
from workbench.ingest.readers.page_elements import prepare_tree
from workbench.ingest.readers.page_metadata import declared_authors, publication_date
from workbench.ingest.readers.result import ReadResult
from workbench.model import Document

MAX_TAGS_HERE = 8000
"""Tags up to which a page is read in this process; starting another takes a second."""
MAX_LENGTH = 10 * 1024 * 1024
TIME_LIMIT = 30.0
MIN_WORDS = 10
"""Words; what is shorter is a menu or a notice that trafilatura took for want of an article."""

_SILENT = logging.NullHandler()
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,8})|(?P<dec>[0-9]{1,10}))(?:;|(?![0-9a-fA-F]))")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_FIELDS = {"title": "title", "author": "byline", "sitename": "outlet", "date": "published_on", "url": "url"}


def read(document: Document) -> ReadResult:
    """The article in a page and what the page states about it."""
    page = strip_control_characters(decode(document.data, document.encoding))
    if len(page) > MAX_LENGTH:
        raise SourceError(
            f"The page is too large ({len(page) / 2**20:.0f} MB; the limit is {MAX_LENGTH // 2**20} MB).",
            "Save its text as a file.",
        )
    found = extract(page) if page.count("<") <= MAX_TAGS_HERE else extract_in_child_process(page)
    if len(found.get("text", "").split()) < MIN_WORDS:
        raise SourceError("No article found in the page.", "Save its text as a .txt file and add that.")
    return ReadResult.of(found["text"], {field: value for key, field in _FIELDS.items() if (value := found.get(key))})


def page_charset(data: bytes) -> str:
    """The character set of a page: UTF-8 if it is, else what the page declares, else a guess."""
    detected = detect_charset(data)
    declared = _META.search(data[:4096])
    if detected.startswith("utf") or not declared:
        return detected
    name = declared[1].decode("ascii")
    try:
        data.decode(name)
    except (LookupError, UnicodeError):
        return detected
    return name.lower()


def strip_control_characters(page: str) -> str:
    """A page without control characters, written out or as references: one `&#27;` makes trafilatura find nothing."""
    return _DECLARATION.sub("", _CONTROL.sub("", _REFERENCE.sub(_reference, page)))


def extract(page: str) -> dict[str, str]:
    """What trafilatura finds: text, title, author, sitename, date, url; empty if there is no article."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(_SILENT)  # they would write on the terminal
    params = {"original_date": True, "extensive_search": False}
    try:
        root = trafilatura.load_html(page)
        if root is None:
            return {}
        prepare_tree(root)
        found = trafilatura.bare_extraction(
            root, with_metadata=True, include_comments=False, date_extraction_params=params
        )
        if not isinstance(found, trafilatura.settings.Document):
            return {}
        values: dict[str, Any] = found.as_dict()
        values["date"] = publication_date(root, values.get("date") or "")
        values["author"] = declared_authors(root) or values.get("author")
    except Exception as error:  # whatever a parser of foreign pages raises, it is the page that cannot be read
        raise SourceError("The page cannot be read as HTML.", "Save its text as a .txt file and add that.") from error
    return {key: values[key] for key in ("text", *_FIELDS) if isinstance(values.get(key), str)}


def extract_in_child_process(page: str, seconds: float = TIME_LIMIT) -> dict[str, str]:
    """The same in a child process, ended when its time is up."""
    command = [sys.executable, "-c", f"from {__name__} import main; main()"]
    try:
        done = subprocess.run(
            command, input=page.encode("utf-8", "replace"), capture_output=True, timeout=seconds, check=True
        )
        found: dict[str, str] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"The page took more than {seconds:.0f} seconds to read.", "Save its text as a .txt file and add that."
        ) from error
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise SourceError("The page cannot be read as HTML.", "Save its text as a .txt file and add that.") from error
    return found


def main() -> None:
    """In the child: a page from standard input, what was found to standard output."""
    json.dump(extract(sys.stdin.buffer.read().decode("utf-8", "replace")), sys.stdout)


def _reference(found: re.Match[str]) -> str:
    code = int(found["hex"], 16) if found["hex"] else int(found["dec"])
    if 0x80 <= code <= 0x9F:  # as browsers do: the numbers of Windows' quote marks and dashes
        return bytes([code]).decode("cp1252", "ignore")
    kept = (
        code in (9, 10, 13)
        or 0x20 <= code < 0x7F
        or 0xA0 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0xFFFF < code <= 0x10FFFF
    )
    return found.group() if kept else ""
