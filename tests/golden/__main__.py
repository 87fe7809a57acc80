"""`python -m tests.golden` writes the golden files of the exports anew."""

from __future__ import annotations

from tests.golden.test_exports import CASES, golden, written

for name, what in CASES:
    golden(name, what).write_bytes(written(name, what).encode())
