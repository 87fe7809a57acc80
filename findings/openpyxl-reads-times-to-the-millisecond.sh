#!/usr/bin/env bash
# openpyxl 3.1.5: a time in a cell comes back rounded to milliseconds, though the file has it to less than a microsecond.
#
# Expected: 10:00:00.363197, which XlsxWriter has written as 45901.41667087033 days. Seen: 10:00:00.363000. So times that
# order things, as those of notes made by a script, are told apart no more once they went through a spreadsheet: keep
# them as text, or order by something else too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q openpyxl==3.1.5 XlsxWriter 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import io
import re
import zipfile
from datetime import datetime

import xlsxwriter
from openpyxl import load_workbook

written = datetime(2025, 9, 1, 10, 0, 0, 363_197)
file = io.BytesIO()
with xlsxwriter.Workbook(file) as book:
    book.add_worksheet().write_datetime(0, 0, written, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss.000"}))
sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
(days,) = re.findall(r"<v>(.*?)</v>", sheet)
seconds = (float(days) - 45_901) * 86_400
read = load_workbook(file).active["A1"].value
print("in the file:", round(seconds - 36_000, 6), "s after ten; read:", read)
raise SystemExit(0 if read != written and abs(seconds - 36_000.363_197) < 0.000_002 else 1)
PY
