"""Files and folders that are there whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any, Literal

from workbench.errors import WorkbenchError

MARKER = ".workbench-export"
"""The file by which a folder is known to be an export, which another may replace."""


def new_target(
    path: Path, form: Literal["text", "bytes", "folder"], *, encoding: str = "utf-8", force: bool = False
) -> AbstractContextManager[Any]:
    """What a format of that form writes into, to be found at `path` when the block ends well."""
    if form == "folder":
        return new_folder(path, force=force)
    return new_file(path, encoding=encoding if form == "text" else None, force=force)


@contextmanager
def new_file(path: Path, *, encoding: str | None = "utf-8", force: bool = False) -> Iterator[IO[Any]]:
    """A stream whose content becomes the file at `path` when the block ends well; of bytes without an `encoding`.
    `force` replaces a file that is there.
    """
    path = path.expanduser().resolve()
    if path.is_dir():
        raise WorkbenchError(f"{path} is a folder.", "Name a file in it.")
    if path.exists() and not force:
        raise WorkbenchError(f"{path} is there already.", "Use --force to replace it, or give another name.")
    if path.exists() and not path.is_file():
        with _opened(path, "w", encoding) as stream:
            yield stream
        return
    beside = _beside(path)
    try:
        with _opened(beside, "x", encoding) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """An empty folder that becomes the one at `path` when the block ends well; `force` replaces an older export,
    never a folder with anything else in it.
    """
    path = path.expanduser().resolve()
    taken = path.exists() and not (path.is_dir() and not any(path.iterdir()))
    if taken and not (force and (path / MARKER).is_file()):
        hint = "Use --force to replace it, or give another name." if (path / MARKER).is_file() else "Name a new folder."
        raise WorkbenchError(f"{path} is there already.", hint)
    beside = _beside(path)
    try:
        beside.mkdir()
        (beside / MARKER).touch()
        yield beside
        if path.is_dir():
            shutil.rmtree(path)
        beside.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _opened(path: Path, mode: str, encoding: str | None) -> IO[Any]:
    if encoding is None:
        return path.open(mode + "b")
    return path.open(mode, encoding=encoding, newline="", errors="backslashreplace")


def _not_written(path: Path, error: OSError) -> WorkbenchError:
    return WorkbenchError(f"{path} cannot be written: {error.strerror or error}.", "Nothing was changed.")
