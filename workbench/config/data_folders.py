"""Where the data folders `db/` and `seeds/` are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).parents[1]


def data_folder(name: Literal["db", "seeds"]) -> Path:
    """The data folder of that name; a wheel carries it as `workbench/_db` and `workbench/_seeds`."""
    shipped = PACKAGE / f"_{name}"
    return shipped if shipped.is_dir() else PACKAGE.parent / name
