"""Files that are there whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from workbench.errors import WorkbenchError


@contextmanager
def new_file(path: Path, *, encoding: str = "utf-8", force: bool = False) -> Iterator[IO[str]]:
    """A stream whose text becomes the file at `path` when the block ends well; `force` replaces one that is there."""
    path = path.expanduser().resolve()
    if path.is_dir():
        raise WorkbenchError(f"{path} is a folder.", "Name a file in it.")
    if path.exists() and not force:
        raise WorkbenchError(f"{path} is there already.", "Use --force to replace it, or give another name.")
    if path.exists() and not path.is_file():
        with path.open("w", encoding=encoding, newline="", errors="backslashreplace") as stream:
            yield stream
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding=encoding, newline="", errors="backslashreplace") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise WorkbenchError(f"{path} cannot be written: {error.strerror or error}.", "Nothing was changed.") from error
    finally:
        beside.unlink(missing_ok=True)
