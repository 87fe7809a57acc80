#!/usr/bin/env bash
# XlsxWriter 3.3.1: write_string() of a text that begins with "<r>" and ends with "</r>" writes it into the file as XML.
#
# Expected: write_string() writes a string, whatever is in it. Seen: the text is taken for rich text that write_rich_string()
# has made, and is not escaped: "<r><t>x</t></r>" becomes "x", and "<r>&</r>" a file that no program opens. The call returns
# 0. It is so with and without constant_memory. write_rich_string(cell, "<", "r>&</r>") in two pieces keeps the text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q xlsxwriter==3.3.1 openpyxl==3.1.5 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import io
from xml.etree.ElementTree import ParseError

import openpyxl
import xlsxwriter


def read_back(text, constant_memory, pieces=False):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"constant_memory": constant_memory})
    sheet, bold = book.add_worksheet(), book.add_format()
    if pieces:
        result = sheet.write_rich_string("A1", bold, text[:1], bold, text[1:])
    else:
        result = sheet.write_string("A1", text)
    book.close()
    assert result == 0
    try:
        return openpyxl.load_workbook(stream).active["A1"].value
    except ParseError as error:
        return f"not opened: {error}"


for constant_memory in (False, True):
    for text in ("<r><t>x</t></r>", "<r>&</r>"):
        found, kept = read_back(text, constant_memory), read_back(text, constant_memory, pieces=True)
        print(f"constant_memory {constant_memory}: {text!r} -> {found!r}; in two pieces {kept!r}")
        assert found != text and kept == text
assert read_back("<r><t>x</t></r>", False) == "x"
assert read_back("<r>&</r>", True).startswith("not opened")
PY
