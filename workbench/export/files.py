"""Files and folders that are there whole or not at all: written beside their place, then moved into it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
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
        try:
            with _opened(path, "w", encoding) as stream:
                yield stream
        except OSError as error:
            raise _not_written(path, error) from error
        return
    beside = _beside(path)
    try:
        with _opened(beside, "x", encoding) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists() and not force:
            raise WorkbenchError(f"{path} is there since a moment ago.", "Use --force to replace it.")
        beside.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def new_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """An empty folder that becomes the one at `path` when the block ends well. `force` replaces an older export, never
    another folder; in an export, what was put beside its files is kept, and where they were changed nothing is done.
    """
    path = path.expanduser().resolve()
    try:
        taken = path.exists() and not (path.is_dir() and not any(path.iterdir()))
        ours = (path / MARKER).is_file()
        if taken and not (force and ours):
            hint = "Use --force to replace it, or give another name." if ours else "Name a new folder."
            raise WorkbenchError(f"{path} is there already.", hint)
        kept = _beside_our_files(path) if taken else []
    except OSError as error:
        raise _not_written(path, error) from error
    beside = _beside(path)
    try:
        beside.mkdir()
        yield beside
        _list_files(beside)
        for name in kept:
            _keep(path, name, beside)
        if path.is_dir():
            path.rename(old := beside.with_suffix(".old"))
            beside.replace(path)
            shutil.rmtree(old, ignore_errors=True)
        else:
            beside.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _files_in(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.rglob("*")):
        if (each.is_symlink() or not each.is_dir()) and each != folder / MARKER:
            yield each.relative_to(folder)


def _list_files(folder: Path) -> None:
    """Write down which files an export has, with their content's digest."""
    lines = [f"{_digest(folder / name)}  {name.as_posix()}\n" for name in _files_in(folder)]
    (folder / MARKER).write_text("".join(lines), encoding="utf-8")


def _beside_our_files(folder: Path) -> list[Path]:
    """The files in an older export that are not of it. Raises WorkbenchError where one of its own was changed."""
    lines = (folder / MARKER).read_text(encoding="utf-8").splitlines()
    digests = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = []
    for name in _files_in(folder):
        digest = digests.get(name.as_posix())
        if digest is None:
            found.append(name)
        elif digest != _digest(folder / name):
            raise WorkbenchError(f"{folder / name} was changed since it was written.", "Name a new folder.")
    return found


def _keep(folder: Path, name: Path, new: Path) -> None:
    """Take a file of somebody else over into the new folder."""
    if os.path.lexists(new / name):
        raise WorkbenchError(f"{folder / name} was not written by an export.", "Name a new folder.")
    (new / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(folder / name, new / name, follow_symlinks=False)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _opened(path: Path, mode: str, encoding: str | None) -> IO[Any]:
    if encoding is None:
        return path.open(mode + "b")
    return path.open(mode, encoding=encoding, newline="", errors="backslashreplace")


def _not_written(path: Path, error: OSError) -> WorkbenchError:
    return WorkbenchError(f"{path} cannot be written: {error.strerror or error}.", "Nothing was changed.")
