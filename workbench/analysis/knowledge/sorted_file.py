"""A text file of sorted lines, looked up in place: what is asked for is read, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path


class SortedFile:
    """Lines of "key <tab> rest", sorted by what `order` makes of the key; those before the first begin with "#"."""

    def __init__(self, path: Path, order: Callable[[str], str] = str) -> None:
        self.path = path
        self.order = order

    def find(self, key: str) -> Iterator[str]:
        """What follows the key, of every line that has it."""
        for other, rest in self._lines(self.order(key)):
            if other != key:
                return
            yield rest

    def keys(self, prefix: str) -> Iterator[str]:
        """Every key, once, of which `order` makes something that begins with the prefix."""
        before = None
        for key, _ in self._lines(prefix):
            if not self.order(key).startswith(prefix):
                return
            if key != before:
                yield key
            before = key

    @cached_property
    def _bytes(self) -> mmap:
        with self.path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)

    def _lines(self, first: str) -> Iterator[tuple[str, str]]:
        """Key and rest of every line from the first on that is not before this."""
        data, at = self._bytes, self._start(first)
        while at < len(data):
            end = data.find(b"\n", at)
            key, _, rest = data[at:end].decode().partition("\t")
            yield key, rest
            at = end + 1

    def _start(self, first: str) -> int:
        data = self._bytes
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", 0, (low + high) // 2) + 1
            end = data.find(b"\n", start) + 1
            line = data[start:end]
            if line.startswith(b"#") or self.order(line.decode().partition("\t")[0]) < first:
                low = end
            else:
                high = start
        return low
