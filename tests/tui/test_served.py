"""The desk in a browser: it runs no program, offers none, and touches the files of one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open
from workbench.tui.bindings import offered
from workbench.tui.screens.choice_dialog import Choose
from workbench.tui.screens.export_dialog import ExportDialog
from workbench.tui.screens.form import Form
from workbench.tui.screens.help import HelpScreen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


async def test_no_command_is_run(open_desk: Open, folder: Path) -> None:
    async with open_desk(served=folder) as hands:
        await hands.press("2", "vertical_line")
        assert not isinstance(hands.app.screen, Form)
        assert "From a browser no program is run" in hands.said
        hands.desk.features.later.export_and_pipe.pipe(f"touch {folder / 'made'}", "jsonl", None)
        await hands.settle()
    assert not (folder / "made").exists()


async def test_pager_and_editor_are_closed(open_desk: Open, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PAGER", "EDITOR", "VISUAL", "BROWSER"):
        monkeypatch.setenv(name, f"touch {folder / 'made'}")
    async with open_desk(served=folder) as hands:
        await hands.press("E")
        assert isinstance(hands.app.screen, Choose)
        assert {way.letter: way.closed for way in hands.app.screen.ways if way.letter != "b"} == {"p": True, "e": True}
        assert "not from a browser" in hands.screen_text()
        await hands.press("p", "e", "escape")
        hands.desk.features.later.external_viewers.lend(("touch", str(folder / "made")))
        await hands.settle()
        assert "From a browser no program is run" in hands.said
    assert not (folder / "made").exists()


async def helped(open_desk: Open, folder: Path | None) -> list[str]:
    """What help says that keys do."""
    async with open_desk(served=folder) as hands:
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, HelpScreen)
        return [words for _, lines in hands.app.screen._blocks() for _, words in lines]


async def test_what_cannot_be_done_is_not_offered(open_desk: Open, folder: Path) -> None:
    assert "desk.pipe" in {key.id for key in offered()}
    assert "desk.pipe" not in {key.id for key in offered(served=True)}
    assert not any("pager" in words or "Pipe rows" in words for words in await helped(open_desk, folder))
    assert any("Pipe rows" in words for words in await helped(open_desk, None))
    async with open_desk(served=folder) as hands:
        await hands.press("ctrl+p")
        await hands.write(">pipe rows")
        assert "Pipe rows" not in hands.screen_text()


@pytest.mark.parametrize("typed", ["/etc/passwd", "../secret.txt", "-"])
async def test_nothing_is_added_from_elsewhere(open_desk: Open, folder: Path, typed: str) -> None:
    async with open_desk(served=folder) as hands:
        await hands.press("a")
        await hands.write(typed)
        await hands.press("enter")
        assert f"Here articles are added from {folder} only." in hands.said
        assert not hands.desk.features.jobs.running


async def test_an_export_goes_into_the_folder_only(open_desk: Open, folder: Path, tmp_path: Path) -> None:
    async with open_desk(served=folder) as hands:
        await hands.press("x")
        dialog = hands.app.screen
        assert isinstance(dialog, ExportDialog)
        line = dialog.query_one("#file")
        assert line.value.startswith(str(folder))  # type: ignore[attr-defined]
        ending = dialog.format.extension
        for name in (str(tmp_path / f"out{ending}"), f"../out{ending}", ".bashrc", "case.db"):
            line.value = name  # type: ignore[attr-defined]
            await hands.press("enter")
            assert hands.app.screen is dialog
        line.value = f"out{ending}"  # type: ignore[attr-defined]
        await hands.press("enter")
        assert hands.app.screen is hands.desk
    assert [each.name for each in folder.iterdir()] == [f"out{ending}"]
    assert not list(tmp_path.glob("out*"))
