"""`python -m tests.golden` writes the golden files of the exports anew."""

from __future__ import annotations

from tests.golden.test_exports import CASES, golden, written

for name, pane in CASES:
    golden(name, pane).write_bytes(written(name, pane).encode())
