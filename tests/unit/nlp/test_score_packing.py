"""What the scorer of positions says, packed and unpacked, is the same; other bytes are none."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from tests.unit.nlp.test_position_scorer import marks, query, window
from workbench.nlp import position_scorer
from workbench.nlp.position_scorer import HolderScore, ScoreMemory
from workbench.nlp.score_packing import pack, unpack

WINDOWS = [window(30), window(4)]
MARKS = [marks(30), marks(4)]
ASKED = [query(0, 2, 20, (3,)), query(1, 0, 4), query(0, 20, 28, (21,))]


def values(score: HolderScore) -> tuple[float, float, list[float], list[float]]:
    return score.takes_stand, score.is_core, score.stances.tolist(), score.about.tolist()


@pytest.fixture
def used() -> ScoreMemory:
    memory = ScoreMemory()
    position_scorer.load().score(WINDOWS, MARKS, ASKED, memory)
    return memory


def test_what_is_unpacked_is_what_was_packed(used: ScoreMemory) -> None:
    found = unpack(pack(used.used))
    assert found.keys() == used.used.keys()
    for key, own in used.used.items():
        assert [*map(values, found[key])] == [*map(values, own)]
    assert pack({}) == b""
    assert pack(found) == pack(used.used)


def test_a_window_that_is_known_is_not_read_again(used: ScoreMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    scorer, memory = position_scorer.load(), ScoreMemory(unpack(pack(used.used)))
    expected = [*map(values, scorer.score(WINDOWS, MARKS, ASKED))]

    def sessions(_: object) -> None:
        raise AssertionError("A model is opened.")

    monkeypatch.setattr(position_scorer, "_sessions", sessions)
    assert [*map(values, scorer.score(WINDOWS, MARKS, ASKED, memory))] == expected


def test_a_mark_or_a_question_that_is_another_is_not_known(used: ScoreMemory) -> None:
    scorer = position_scorer.load()
    other = [MARKS[0] * 0, MARKS[1]]
    for marked, asked in ((other, ASKED), (MARKS, [*ASKED[:2], query(0, 20, 28, (22,))])):
        memory = ScoreMemory(used.used)
        scorer.score(WINDOWS, marked, asked, memory)
        assert len(memory.used.keys() & used.used.keys()) == 1


def test_scores_of_other_lengths_are_no_answer(used: ScoreMemory) -> None:
    (key, own), *_ = used.used.items()
    memory = ScoreMemory({key: own[:1]})
    assert memory.recall(key, ASKED[::2]) is None


def test_bytes_that_do_not_hold_together_are_none(used: ScoreMemory) -> None:
    packed = pack(used.used)
    content = zlib.decompress(packed)
    assert unpack(b"") == unpack(b"x") == unpack(packed[:40]) == {}
    for cut in range(0, len(content), 7):
        assert unpack(zlib.compress(content[:cut])) == {}
    assert unpack(zlib.compress(content + b"x")) == {}
    huge = np.array([2**31, 2**31, 2**31], dtype="<u4").tobytes()
    assert unpack(zlib.compress(huge + content[12:])) == {}
    broken = bytearray(content)
    at = 12 + 4 * (2 + 3) + 8 * 2
    broken[at : at + 4] = np.array([np.nan], dtype="<f4").tobytes()
    assert unpack(zlib.compress(bytes(broken))) == {}
