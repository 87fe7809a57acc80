from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.fake import FakeCase
from workbench.cli import main
from workbench.work import Case


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCase:
    """A fake case that is opened whatever the path, in a folder of its own with a workbench.db."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "workbench.db"
    path.touch()
    fake = FakeCase(path)

    def opened(where: Path, *, create: bool = True, analysis: object = None, workforce: object = None) -> FakeCase:
        fake.calls.append(("open", where, create))
        return fake

    monkeypatch.setattr(Case, "open", opened)
    return fake
