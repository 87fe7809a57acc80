"""Completing the path of a file or folder, as a shell does."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import takewhile

from workbench.errors import UsageError

_LOOKED_AT = 5_000
"""Entries of a folder that are gone through."""


def completions(typed: str, place: Callable[[str], str] = os.path.expanduser) -> tuple[str, ...]:
    """What could be meant by the beginning of a path: first what all have in common where that is more, then each, in
    order; a folder ends in a slash. Nothing for a path that ends in one, and hidden files only after a dot. `place`
    says where a folder is, or raises UsageError where one may not look."""
    folder, begun = os.path.split(typed)
    if not begun:
        return ()
    try:
        with os.scandir(place(folder or ".")) as entries:
            found = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name
                for _, entry in zip(range(_LOOKED_AT), entries, strict=False)
                if entry.name.startswith(begun)
            )
    except (OSError, RuntimeError, ValueError, UsageError):  # no such folder, no such user, a zero in the name
        return ()
    common = "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*found, strict=False)))
    whole = [common, *found] if len(found) > 1 and len(common) > len(begun) else found
    return tuple(os.path.join(folder, name) for name in whole if name != begun)
