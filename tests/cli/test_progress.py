"""The bar: only for somebody who looks, only when it takes a while, and never markup."""

from __future__ import annotations

import io

import pytest

from workbench.cli import progress
from workbench.cli.progress import job


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def reported(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, patience: float) -> str:
    """What a short job leaves on stderr."""
    monkeypatch.setattr("sys.stderr", stderr)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    with job("Adding") as (bar, stop):
        for done in range(3):
            bar(done, None if done == 0 else 3, "wire [/] [bold]x\x1b[2J\u202e.txt")
        assert not stop()
    return stderr.getvalue()


def test_a_long_job_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = reported(monkeypatch, Terminal(), patience=0.0)

    assert "Adding" in shown
    assert "2/3" in shown
    assert "wire [/] [bold]x[2J.txt" in shown
    assert "\x1b[2J" not in shown


def test_a_short_job_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reported(monkeypatch, Terminal(), patience=3600.0) == ""


def test_a_log_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reported(monkeypatch, io.StringIO(), patience=0.0) == ""
