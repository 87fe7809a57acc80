"""What the scorer of positions said of an article's windows as bytes, and back.

Beside each window's key stand its scores. A case may come from anybody: bytes that do not hold together count as none.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.nlp.position_scorer import KEY, HolderScore, WindowScores, from_steps, to_steps

MOST_BYTES = 50_000_000
"""More than the scores of any article ever take."""


def pack(windows: Mapping[bytes, WindowScores]) -> bytes:
    """The scores of windows by their keys."""
    scores = [score for own in windows.values() for score in own]
    if not scores:
        return b""
    counts, lengths = [len(own) for own in windows.values()], [len(score.about) for score in scores]
    sizes = np.array([len(counts), len(lengths), len(scores[0].stances), *counts, *lengths], dtype="<u4")
    chances = np.array([(score.takes_stand, score.is_core) for score in scores], dtype="<f4")
    stances = np.array([score.stances for score in scores], dtype="<f2")
    about = to_steps(np.concatenate([score.about for score in scores]))
    return zlib.compress(b"".join([sizes.tobytes(), *windows, *(a.tobytes() for a in (chances, stances, about))]), 9)


def unpack(packed: bytes) -> dict[bytes, WindowScores]:
    """The scores that `pack` was given; of all other bytes, none."""
    try:
        return dict(_windows(zlib.decompressobj().decompress(packed, MOST_BYTES)))
    except (zlib.error, ValueError):
        return {}


def _windows(content: bytes) -> Iterator[tuple[bytes, WindowScores]]:
    windows, queries, names = np.frombuffer(content, "<u4", 3).tolist()
    sizes = np.frombuffer(content, "<u4", windows + queries, 12)
    counts, lengths = sizes[:windows].tolist(), sizes[windows:]
    keys, at = content[12 + sizes.nbytes :][: KEY * windows], 12 + sizes.nbytes + KEY * windows
    chances = np.frombuffer(content, "<f4", 2 * queries, at).reshape(queries, 2)
    stances = np.frombuffer(content, "<f2", names * queries, at + chances.nbytes).reshape(queries, names)
    about = from_steps(np.frombuffer(content, np.uint8, -1, at + chances.nbytes + stances.nbytes))
    if sum(counts) != queries or int(lengths.sum()) != len(about) or not (_likely(chances) and _likely(stances)):
        raise ValueError("The sizes do not add up, or something is no likelihood.")
    rows = zip(chances.tolist(), stances.astype(np.float32), np.split(about, np.cumsum(lengths[:-1])), strict=True)
    scores = (HolderScore(stand, core, said, words) for (stand, core), said, words in rows)
    for number, count in enumerate(counts):
        yield keys[KEY * number :][:KEY], tuple(islice(scores, count))


def _likely(chances: NDArray[np.floating[Any]]) -> bool:
    return bool(((chances >= 0) & (chances <= 1)).all())
