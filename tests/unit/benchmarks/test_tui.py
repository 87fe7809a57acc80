"""The benchmark of the desk counts what it says it counts; no time decides here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.tui import cases
from tests.benchmarks.tui.frames import BEGIN, END, Stream, percentile, plain
from tests.benchmarks.tui.measure import Keys
from tests.benchmarks.tui.report import Row, rows_of_keys, table
from workbench.work import Case


def test_a_frame_is_there_when_its_end_is() -> None:
    stream = Stream()
    stream.feed(1.0, BEGIN + b"\x1b[1;1Hone")
    assert stream.frames == []
    stream.feed(2.0, b" two" + END[:3])
    assert stream.frames == []
    stream.feed(3.0, END[3:] + BEGIN + b"three" + END)
    assert [(frame.at, frame.text) for frame in stream.frames] == [(3.0, "one two"), (3.0, "three")]


def test_what_paints_nothing_is_no_frame() -> None:
    stream = Stream()
    stream.feed(1.0, b"before" + BEGIN + b"\x1b[5;7H\x1b[?25l" + END)
    assert stream.frames == []


def test_the_question_about_frames_is_answered_once_even_in_two_parts() -> None:
    stream = Stream()
    assert stream.feed(1.0, b"\x1b[?20") == b""
    assert stream.feed(2.0, b"26$p") == b"\x1b[?2026;2$y"
    assert stream.feed(3.0, b"more") == b""


def test_colours_and_titles_are_no_text() -> None:
    painted = b"\x1b[38;2;1;2;3mTalks\x1b[0m \x1b]0;title\x07go\x1bP+q\x1b\\ on \xe2\x80\x93\x1b(B"
    assert plain(painted) == "Talks go on –"


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 2), (0.75, 3), (0.95, 4), (1.0, 4)])
def test_a_percentile_is_one_of_the_times(share: float, value: float) -> None:
    assert percentile([4, 2, 1, 3], share) == value


def test_a_target_is_met_or_not_and_a_row_without_one_is_neither() -> None:
    assert [Row("x", "s", ours, 2.0, target).met for ours, target in ((1.0, 1.0), (1.1, 1.0), (1.0, None))] == [
        True, False, None,
    ]  # fmt: skip
    assert (Row("x", "s", 1.0, 2.0).ratio, Row("x", "s", 1.0).ratio) == (0.5, None)
    cells = [next(iter(column.cells)) for column in table([Row("x", "ms", 0.03, None, 0.05)], "").columns]
    assert cells == ["x", "30 ms", "–", "–", "≤ 50 ms", "yes"]


def test_keys_stand_beside_the_peers_of_their_kind_and_what_comes_late_is_said() -> None:
    ours, peer = Keys(cpu=1.0), Keys(cpu=3.0)
    ours.paint["letter in the search"] += [0.01, 0.03]
    ours.whole["letter in the search"] += [0.5]
    peer.paint["letter"] += [0.02]
    rows = {row.what: row for row in rows_of_keys(ours, peer)}
    assert (rows["letter in the search, p95"].ours, rows["letter in the search, p95"].peer) == (0.03, 0.02)
    assert rows["letter in the search, until all is there, p50"].ours == 0.5
    assert rows["all 2 keys, p50"].ours == 0.01


def test_a_case_has_all_kinds_of_rows_and_waits_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "folder", lambda: tmp_path)
    path = cases.case_of(40)
    with Case.open(path) as case:
        counts = case.counts()
        assert (counts["articles"], counts["quotes"], counts["positions"], counts["facts"]) == (40, 40, 8, 2)
        assert case.pending() == 0
        assert case.matrix().issues
        row = case.search("quotes", limit=1).rows[0]
        assert row.value.spans[0].of(case.article(row.value.article_id).value.text) == row.value.text
    assert cases.case_of(40) == path
    assert list(tmp_path.iterdir()) == [path]
