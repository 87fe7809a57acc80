"""The peer: harlequin, a desk over a SQLite file that is made with the same Textual, in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.tui.cases import folder


def harlequin() -> Path | None:
    """The installed program; None, and why on stderr, if it cannot be installed."""
    place = folder() / "harlequin"
    program = place / "bin" / "harlequin"
    if not program.exists():
        print("Installing harlequin ...", file=sys.stderr)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
            install = [str(place / "bin" / "python"), "-m", "pip", "install", "-qqq", "harlequin"]
            subprocess.run(install, check=True, stdout=sys.stderr)
        except subprocess.CalledProcessError as error:
            print(f"harlequin cannot be installed ({error}): nothing to compare with.", file=sys.stderr)
            return None
    return program
