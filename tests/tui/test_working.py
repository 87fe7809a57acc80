"""Jobs beside the desk, adding, exporting, quitting, sizes, help, palette, settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import Open
from tests.tui.fake import FakeCase
from tests.tui.stories import ARTICLES, QUOTES
from workbench.config import Settings
from workbench.errors import UsageError
from workbench.export.formats import FORMATS, Format
from workbench.model import Change, Changes, LostTarget, Outcome
from workbench.tui import themes
from workbench.tui.app import WorkbenchApp
from workbench.tui.bindings import KEYS, SCOPES, Key, bindings, keys_table
from workbench.tui.file_export import Wanted, preview
from workbench.tui.screens.dialogs import Confirm, Dialog
from workbench.tui.screens.export_dialog import ExportDialog
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.sheets import Sheet
from workbench.tui.screens.split import SplitScreen
from workbench.tui.screens.text_sheet import TextSheet
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.matrix import MatrixView
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.row_list import RowList
from workbench.tui.widgets.search import SearchInput
from workbench.tui.widgets.sources import Sources


async def test_the_analysis_runs_beside_the_desk_and_is_stopped(open_desk: Open) -> None:
    case = FakeCase(waiting=4)
    case.gate.clear()
    async with open_desk(case, analyse=True, settle=False) as hands:
        jobs = hands.desk.features.jobs
        await hands.until(lambda: bool(jobs.running and jobs.running[0].progress[1]))
        await hands.pilot.press("2")
        await hands.until(lambda: hands.desk.view.rows.count == len(QUOTES))
        await hands.until(lambda: "analysing 0/4" in hands.screen_text())
        await hands.pilot.press("q")
        await hands.pilot.pause()
        assert isinstance(hands.app.screen, Confirm)
        await hands.pilot.press("escape")
        await hands.pilot.press("ctrl+x")
        case.gate.set()
        await hands.settle()
        assert not hands.desk.features.jobs.running
        assert case.waiting == 3


async def test_adding_sources_then_analyses_them(open_desk: Open) -> None:
    async with open_desk(FakeCase(empty=True, waiting=1)) as hands:
        await hands.press("a")
        assert "⏎ add" in hands.screen_text()
        await hands.write("news")
        await hands.press("enter")
        assert "1 article added, 1 known already" in hands.said
        assert "1 article analysed" in hands.said
        assert hands.desk.view.rows.count


async def test_analysing_anew_is_asked_first(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("R", "n")
        assert "analysed" not in hands.said
        await hands.press("R", "y")
        assert "8 articles analysed" in hands.said


async def test_what_an_analysis_left_alone_and_changed_is_said(open_desk: Open) -> None:
    case = FakeCase()
    found = (Change(QUOTES[0].article_id, QUOTES[0], None),)
    lost = (LostTarget("Q1", QUOTES[0].article_id, "words"),)
    case.outcome = Outcome(0, {"fr": 2, "de": 1}, Changes(8, 20, 5, found), lost)
    async with open_desk(case) as hands:
        await hands.press("R", "y")
        assert "3 articles not analysed: 2 in French, 1 in German" in hands.said
        assert "quotes 20 kept, 0 changed, 0 new, 1 gone; positions 5 kept" in hands.said
        assert "1 thing that you marked" in hands.said


async def test_an_article_in_another_language_says_so_in_the_list_the_reader_and_the_sources(open_desk: Open) -> None:
    case = FakeCase()
    case.unanalysed[ARTICLES[0].id] = "fr"
    async with open_desk(case, size=(160, 50)) as hands:
        await hands.press("1")
        shown = hands.screen_text()
        assert shown.count("not analysed: French") == 2
        assert "Not analysed" in shown


async def test_export_of_all_that_matches_and_of_the_selection(open_desk: Open, tmp_path: Path) -> None:
    async with open_desk() as hands:
        await hands.press("2", "x")
        assert isinstance(hands.app.screen, ExportDialog)
        await hands.press("enter")
        assert (tmp_path / "quotes.md").read_text().split() == [quote.id for quote in QUOTES]
        assert f"{len(QUOTES)} quotes written" in hands.said
        await hands.press("space", "x", "enter")
        assert "there already" in hands.screen_text()
        await hands.press("enter")
        assert (tmp_path / "quotes.md").read_text().split() == [QUOTES[0].id]


async def test_the_file_follows_the_format(open_desk: Open, tmp_path: Path) -> None:
    async with open_desk() as hands:
        await hands.press("x", "c", "enter")
        assert (tmp_path / "articles.csv").exists()
        assert hands.case.exports[-1][0] == "csv"


async def test_a_format_s_options_and_the_first_lines_are_there(open_desk: Open, tmp_path: Path) -> None:
    async with open_desk(size=(110, 40)) as hands:
        await hands.press("2", "x")
        assert "full · pandoc" in hands.screen_text()
        await hands.until(lambda: QUOTES[0].id in hands.screen_text())
        await hands.press("tab", "ctrl+u")
        await hands.write("pandok")
        await hands.press("enter")
        assert "cannot be 'pandok'" in hands.screen_text()
        await hands.press("ctrl+u")
        await hands.write("pandoc")
        await hands.press("enter")
        await hands.until(lambda: (tmp_path / "quotes.md").exists())
        assert hands.case.options[-1] == {"cite": "pandoc"}


async def test_a_preview_is_of_the_first_rows_and_says_what_is_wrong(tmp_path: Path) -> None:
    class Few:
        def export(self, name: str, pane: str, stream: Any, query: str, ids: list[str], **_how: object) -> int:
            if name == "html":
                stream.write("<!DOCTYPE html>\n<style>\np {}\n</style>\n<body>\n<h1>Quotes</h1>")
                return 1
            if name != "markdown":
                raise UsageError("The template has a mistake.")
            stream.write("---\ncount: 3\n---\n\n# Quotes\n" + " ".join(ids))
            return len(ids)

    wanted = Wanted("markdown", tmp_path, only_selected=False, overwrite=False)
    few: Any = Few()
    assert preview(few, wanted, "quotes", list("abcde")) == "# Quotes\na b c"
    assert preview(few, replace(wanted, format="html"), "quotes", ["a"]) == "<h1>Quotes</h1>"
    assert preview(few, replace(wanted, format="text"), "quotes", ["a"]) == "The template has a mistake."


async def test_all_panes_go_into_the_formats_that_take_them(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Format("whole", ".all", "All of it", "x:write", form="bytes", together=True)
    monkeypatch.setattr("workbench.export.formats.FORMATS", {"csv": FORMATS["csv"], "whole": whole})
    async with open_desk(size=(110, 40)) as hands:
        await hands.press("2", "x")
        assert "csv " in hands.screen_text()
        await hands.press("shift+tab", "down", "space")
        assert "A table for spreadsheets" not in hands.screen_text()
        assert "Not a file of text" in hands.screen_text()
        await hands.press("enter")
        await hands.until(lambda: (tmp_path / "quotes.all").exists())
        assert hands.case.exports[-1] == ("whole", "case", "", None)


async def test_an_export_that_cannot_be_written_is_a_toast(open_desk: Open, tmp_path: Path) -> None:
    async with open_desk() as hands:
        await hands.press("x", "tab", "tab", "ctrl+u")
        await hands.write("nowhere")
        await hands.press("left", *["left"] * 6)
        await hands.write("no/")
        await hands.press("enter")
        assert "There is no folder" in hands.screen_text()


async def test_quit(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.pilot.press("q")
        await hands.pilot.pause()
        assert not hands.app.is_running


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (99, 30), (120, 40), (200, 60), (20, 5)])
async def test_every_pane_at_every_size(open_desk: Open, size: tuple[int, int]) -> None:
    async with open_desk(size=size) as hands:
        for pane in "12345":
            await hands.press(pane, "enter", "escape", "escape")
        await hands.press("2")
        assert hands.screen_text()
        if size[0] >= 40:
            assert "Pentagon" in hands.screen_text()


async def test_growing_and_shrinking(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "j")
        for size in ((40, 12), (200, 60), (80, 24)):
            await hands.resize(*size)
            assert hands.desk.view.rows.cursor == 2
            assert "Donald" in hands.screen_text()


async def test_zoom_resize_and_going_round(open_desk: Open) -> None:
    async with open_desk(size=(160, 40)) as hands:
        width = hands.desk.view.reader.size.width
        await hands.press("less_than_sign")
        assert hands.desk.view.reader.size.width > width
        await hands.press("greater_than_sign", "z")
        assert not hands.desk.view.reader.region
        await hands.press("escape")
        assert hands.desk.view.reader.size.width == width
        seen = []
        for _ in range(3):
            await hands.press("tab")
            seen.append(hands.desk.state.now.part)
        assert seen == ["reader", "sources", "centre"]


async def test_help_lists_every_key(open_desk: Open) -> None:
    async with open_desk(size=(200, 200)) as hands:
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, HelpScreen)
        shown = {word for line in hands.screen_text().split("\n") for word in line.split()}
        assert all(word in shown for key in KEYS for word in key.description.split())
        await hands.press("escape")
        assert hands.app.screen is hands.desk


async def test_help_on_the_desk_begins_with_what_is_wanted_first(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("question_mark")
        assert "To begin with" in hands.screen_text()
        await hands.press("escape", "4", "enter", "question_mark")
        assert "To begin with" not in hands.screen_text()


async def test_the_palette_does_what_the_key_does(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+p")
        await hands.write("star or take")
        await hands.until(lambda: "Star, or take" in hands.screen_text())
        await hands.press("enter")
        await hands.until(lambda: bool(hands.case.starred))


async def test_keys_are_remapped_by_id(open_desk: Open) -> None:
    async with open_desk(settings=Settings(keys={"desk.star": "f9"})) as hands:
        await hands.press("asterisk")
        assert not hands.case.starred
        await hands.press("f9")
        assert hands.case.starred


async def test_both_themes(open_desk: Open) -> None:
    async with open_desk() as hands:
        themes._KNOWN.clear()
        hands.app.theme = "workbench-light"
        themes.inks(hands.app)
        await hands.settle()
        light = themes.LIGHT.variables["mark-quote"]
        assert themes.inks(hands.app)["mark-quote"].bgcolor.name == light
        await hands.press("ctrl+t")
        assert hands.app.theme == "workbench-dark"
        await hands.press("ctrl+t")
        assert hands.app.theme == "workbench-light"
        await hands.press("ctrl+t")
        assert hands.app.theme == "workbench-dark"


def test_every_binding_has_an_id_of_its_own_and_says_what_it_does() -> None:
    ids = [key.id for key in KEYS]
    assert len(set(ids)) == len(ids)
    assert all(key.description and key.scope in SCOPES for key in KEYS)
    assert [id for _, _, id in keys_table()] == ids
    assert all(binding.id and not binding.show for scope in SCOPES for binding in bindings(scope))


def test_no_key_means_two_things_in_one_place() -> None:
    places = [(key.scope, name) for key in KEYS for name in key.keys.split(",")]
    assert len(set(places)) == len(places)


SCOPE_CLASSES: dict[str, tuple[type, ...]] = {
    "app": (WorkbenchApp,), "search": (SearchInput,), "list": (LineList, RowList), "sources": (Sources,),
    "matrix": (MatrixView,), "reader": (Reader,), "sheet": (Sheet,), "split": (SplitScreen,), "dialog": (Dialog,),
    "text": (TextSheet,),
}  # fmt: skip


@pytest.mark.parametrize("key", [key for key in KEYS if key.scope in SCOPE_CLASSES], ids=lambda key: key.id)
def test_every_key_has_something_to_do(key: Key) -> None:
    name = f"action_{key.action.partition('(')[0]}"
    assert any(callable(getattr(each, name, None)) for each in SCOPE_CLASSES[key.scope]), name


async def test_every_key_of_the_desk_and_the_diff_has_something_to_do(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("4", "d")
        for scope, screen in (("desk", hands.desk), ("diff", hands.app.screen)):
            names = {key.action.partition("(")[0] for key in KEYS if key.scope == scope}
            assert {name for name in names if not callable(getattr(screen, f"action_{name}", None))} == set()
        assert {*hands.desk.features.actions()} == {k.action.partition("(")[0] for k in KEYS if k.scope == "desk"}
