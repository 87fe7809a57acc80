"""The order of a list and its columns: by key, by a click on a head, in the dialog; how a case was left comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Hands, Open
from tests.tui.fake import FakeCase
from workbench.config import Settings
from workbench.tui import run
from workbench.tui.app import WorkbenchApp
from workbench.tui.desk_memory import DeskMemory
from workbench.tui.widgets.bars import Tabs


def outlets(hands: Hands) -> list[str]:
    return [row.head.outlet for row in hands.desk.view.rows.pages[0]]


def heads(hands: Hands) -> str:
    rows = hands.desk.view.rows
    return "".join(text for text, _ in rows.head_pieces(rows.room - 2))


def place_of(hands: Hands, title: str) -> tuple[int, int]:
    return 1 + heads(hands).index(title) + 1, 0


async def test_the_order_cycles_through_what_the_columns_show(open_desk: Open) -> None:
    async with open_desk() as hands:
        seen = []
        for _ in range(9):
            await hands.press("o")
            seen.append(hands.desk.state.now.order)
        assert seen[:5] == ["date", "title", "outlet", "source", ""]
        assert seen[5:] == seen[:4]


async def test_the_foot_says_by_what_the_rows_stand(open_desk: Open) -> None:
    async with open_desk() as hands:
        foot = hands.desk.query_one("#centre-part")
        assert "newest first" in str(foot.border_subtitle)
        await hands.press("slash", *"jets", "enter")
        assert "best first" in str(foot.border_subtitle)
        await hands.press("o")
        assert "by date" in str(foot.border_subtitle)


async def test_a_click_on_a_head_orders_by_it_and_another_turns_it_round(open_desk: Open) -> None:
    async with open_desk(size=(240, 40)) as hands:
        await hands.press("2")
        await hands.pilot.click("#quotes", offset=place_of(hands, "OUTLET"))
        await hands.settle()
        assert outlets(hands) == sorted(outlets(hands))
        assert "▲" in heads(hands)
        assert "by outlet" in str(hands.desk.query_one("#centre-part").border_subtitle)
        await hands.pilot.click("#quotes", offset=place_of(hands, "OUTLET"))
        await hands.settle()
        assert outlets(hands) == sorted(outlets(hands), reverse=True)
        assert "▼" in heads(hands)
        assert "turned round" in str(hands.desk.query_one("#centre-part").border_subtitle)


async def test_a_column_is_hidden_and_shown_and_gives_its_room_to_the_words(open_desk: Open) -> None:
    async with open_desk(size=(240, 40)) as hands:
        await hands.press("2")
        wide = heads(hands).index("OUTLET") - heads(hands).index("WHAT")
        await hands.press("O", *"jjjjj", "space")
        assert "OUTLET" not in heads(hands)
        assert heads(hands).index("DATE") - heads(hands).index("WHAT") > wide
        await hands.press("space")
        assert "OUTLET" in heads(hands)
        await hands.press("k", "k", "space")
        assert "WHAT" in heads(hands)
        await hands.press("j", "space", "j", "enter", "d", "escape")
        assert "KIND" in heads(hands)
        assert hands.desk.state.now.order == ""


async def test_the_dialog_orders_by_a_column_that_is_hidden_too(open_desk: Open) -> None:
    async with open_desk(size=(240, 40)) as hands:
        await hands.press("2", "O", *"jjjjj", "space", "enter", "enter")
        assert hands.desk.state.now.order == "-outlet"
        assert outlets(hands) == sorted(outlets(hands), reverse=True)


async def test_the_evidence_is_ordered_too(open_desk: Open) -> None:
    async with open_desk(size=(240, 40)) as hands:
        await hands.press("3", "o")
        dates = [row.head.published_on for row in hands.desk.view.rows.pages[0]]
        assert dates == sorted(dates, reverse=True)
        await hands.press("o")
        sure = [row.value.confidence for row in hands.desk.view.rows.pages[0]]
        assert sure == sorted(sure, reverse=True)
        await hands.press("o")
        assert outlets(hands) == sorted(outlets(hands), key=str.casefold)


@pytest.mark.parametrize("name", ["there.json", "new/folder/there.json"])
async def test_a_case_opens_as_it_was_left(open_desk: Open, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    async with open_desk(size=(160, 40), memory=DeskMemory(path)) as hands:
        await hands.press("slash", *"jets", "enter", "escape", "4", "2", "o", "O", "j", "j", "space", "escape")
        await hands.press("greater_than_sign", "f", "greater_than_sign", "enter", "escape", "n", *"half", "escape")
        width = hands.desk.query_one("#centre-part").size
        hands.app.remember()
    async with open_desk(size=(160, 40), memory=DeskMemory(path)) as hands:
        assert hands.desk.state.now.pane == "quotes"
        assert hands.desk.query_one(Tabs).active == "quotes"
        assert hands.desk.state.now.order == "date"
        assert "FROM" not in heads(hands)
        assert hands.desk.query_one("#centre-part").size == width
        assert "saved" not in hands.desk.view.sources.open_sections
        assert hands.desk.view.search_input.recent == ("jets",)
        assert "1 note begun and not saved: n on the same row" in hands.said
        assert hands.app.memory.drafts


async def test_what_cannot_be_kept_is_said_once(open_desk: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    async with open_desk(memory=DeskMemory(tmp_path / "file" / "there.json")) as hands:
        await hands.press("2")
        hands.app.remember()
        hands.app.remember()
        await hands.settle()
        assert hands.said.count("cannot be kept") == 1
        assert hands.app.is_running


@pytest.mark.parametrize(
    ("settings", "fleeting", "kept"),
    [(Settings(), False, True), (Settings(restore=False), False, False), (Settings(), True, False)],
)
def test_nothing_is_kept_of_a_fleeting_case_or_where_that_is_not_wanted(
    settings: Settings, fleeting: bool, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def arrange(app: WorkbenchApp) -> None:
        app.memory.drafts["Q1"] = "half"

    monkeypatch.setenv("WORKBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(WorkbenchApp, "run", arrange)
    run(FakeCase(), settings, fleeting=fleeting)  # type: ignore[arg-type]
    assert bool(list(tmp_path.glob("state/cases/*.json"))) is kept
