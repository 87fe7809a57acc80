"""What hands do out of habit: keys of shells and of vi, a click on the footer, Tab in a path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import Hands, Open
from tests.tui.fake import FakeCase
from workbench.tui.app import WorkbenchApp
from workbench.tui.features.matrix_comparisons import holder_meant
from workbench.tui.file_access import Within
from workbench.tui.path_completion import completions
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.sheets import Sheet
from workbench.tui.widgets.bars import KeyBar, Tabs
from workbench.tui.widgets.search import Completions


async def test_escape_takes_a_search_off_in_one_press(open_desk: Open) -> None:
    async with open_desk() as hands:
        for keys in (("escape",), ("enter", "escape")):
            await hands.press("slash")
            await hands.write("troops")
            await hands.press(*keys)
            assert hands.desk.state.now.question.query == ""
            assert hands.desk.focused is hands.desk.view.rows


async def test_escape_in_the_field_brings_back_the_search_that_was_there(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("slash")
        await hands.write("kind:direct troops")
        await hands.press("enter", "slash")
        await hands.write(" jets")
        await hands.press("escape")
        assert hands.desk.state.now.question.query == "kind:direct troops"


@pytest.mark.parametrize("word", ["q", "q!", "wq", "x", "qa"])
async def test_the_words_of_vi_quit(word: str, open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("colon")
        await hands.burst(*({"!": "exclamation_mark"}.get(c, c) for c in word), "enter")
        if hands.app.is_running:
            await hands.settle()
        assert not hands.app.is_running


async def test_help_after_a_colon_is_help(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("colon", *"help", "enter")
        assert isinstance(hands.app.screen, HelpScreen)


async def test_enter_takes_what_is_typed_not_what_was_listed_before(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("colon")
        hands.app.screen.query_one("#wanted").value = "starmer"
        hands.app.screen.action_save()
        await hands.settle()
        assert hands.desk.state.now.question.chips == ('speaker:"Keir Starmer"',)


async def test_control_c_says_how_to_quit(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+c")
        assert "To quit, press q, or ^q in a dialog." in hands.said
        assert hands.app.is_running


async def test_suspending_goes_to_the_shell_where_there_is_one(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk() as hands:
        await hands.press("ctrl+z")
        assert "no shell" in hands.said
        sent: list[str] = []
        monkeypatch.setattr(WorkbenchApp, "action_suspend_process", lambda self: sent.append("stop"))
        monkeypatch.setattr(type(hands.app._driver), "can_suspend", property(lambda self: True))
        await hands.press("ctrl+z")
        assert sent == ["stop"]
        monkeypatch.setattr(WorkbenchApp, "is_web", property(lambda self: True))
        await hands.press("ctrl+z")
        assert sent == ["stop"]
        assert "browser" in hands.said


async def on_footer(hands: Hands, words: str, inside: int = 0) -> None:
    bar = hands.app.screen.query_one(KeyBar)
    await hands.pilot.click(bar, offset=(str(bar.render()).index(words) + inside, 0))
    await hands.settle()


async def test_a_click_on_the_footer_does_what_the_key_does(open_desk: Open) -> None:
    async with open_desk(size=(160, 40)) as hands:
        await on_footer(hands, "j/k move")
        assert hands.desk.view.rows.cursor == 1
        await on_footer(hands, "j/k move", 2)
        assert hands.desk.view.rows.cursor == 0
        await hands.press("4")
        await on_footer(hands, "diff", 1)
        assert isinstance(hands.app.screen, DiffScreen)
        await on_footer(hands, "[/] difference")
        assert hands.app.screen.in_hand == len(hands.app.screen.differences) - 1
        await on_footer(hands, "esc back")
        assert hands.app.screen is hands.desk
        await on_footer(hands, "? help")
        assert isinstance(hands.app.screen, HelpScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_what_is_offered_covers_no_counts(size: tuple[int, int], open_desk: Open) -> None:
    async with open_desk(size=size) as hands:
        await hands.press("slash", *"outlet", "colon")
        offers, tabs, sources = hands.desk.query_one(Completions), hands.desk.query_one(Tabs), hands.desk.view.sources
        assert offers.display
        assert not offers.region.overlaps(tabs.region)
        assert not offers.region.overlaps(sources.region)


async def test_toasts_name_what_they_are_about(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("2", "j", "j", "asterisk")
        assert "Starred: Donald Trump, “There will be no American boots" in hands.said
        assert "(Coastal Wire)" in hands.said
        await hands.press("j", "asterisk")
        assert "Emmanuel Macron" in hands.said.splitlines()[-1]
        assert "[said]" in hands.said.splitlines()[-1]
        await hands.press("1", "asterisk", "3", "enter", "asterisk")
        assert "Starred: article “" in hands.said
        assert not any(row.id in hands.said for row in hands.desk.view.rows.pages[0])


# Another country, by its name


CALLED = {"FRA": "France", "DEU": "Germany", "GBR": "United Kingdom", "USA": "United States", "EU": "EU"}


@pytest.mark.parametrize(
    ("typed", "code"),
    [("France", "FRA"), ("fra", "FRA"), ("France (FRA)", "FRA"), ("ger", "DEU"), ("kingdom", "GBR"), ("eu", "EU"),
     ("United", ""), ("Spain", ""), ("", "")],
)  # fmt: skip
def test_a_country_is_meant_by_name_code_or_a_part_that_is_its_alone(typed: str, code: str) -> None:
    assert holder_meant(typed, CALLED) == code


async def test_comparing_offers_names(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("3", "b")
        assert "Germany (DEU)" in hands.screen_text()
        await hands.write("germany")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Sheet)
        assert "Germany" in hands.app.screen.heading


# Adding


def test_a_path_is_completed_as_in_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("story-one.txt", "story-two.txt", "stories/a.txt", ".hidden", "[b]old.txt", "über.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    here = f"{tmp_path}/"
    assert completions(f"{here}sto") == (
        f"{here}stor",
        f"{here}stories/",
        f"{here}story-one.txt",
        f"{here}story-two.txt",
    )
    assert completions(f"{here}story-o") == (f"{here}story-one.txt",)
    assert completions(f"{here}story-one.txt") == ()
    assert completions(f"{here}h") == ()
    assert completions(f"{here}.h") == (f"{here}.hidden",)
    assert completions(f"{here}[") == (f"{here}[b]old.txt",)
    assert completions(here) == ()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completions("ü") == ("über.txt",)
    assert completions("~/stories/") == ()
    assert completions("~/sto")[0] == "~/stor"


@pytest.mark.parametrize("typed", ["", "/nowhere/at/all", "~nobody-here/x", "a\0b", "*/x", "/" * 9000 + "x"])
def test_a_path_that_leads_nowhere_offers_nothing(typed: str) -> None:
    assert completions(typed) == ()


def test_a_served_desk_completes_within_its_folder_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.txt").touch()
    (tmp_path / "secret.txt").touch()
    place = Within(tmp_path / "in").source
    assert completions("st", place) == ("story.txt",)
    assert completions("../se", place) == ()
    assert completions(f"{tmp_path}/se", place) == ()


class Adding(FakeCase):
    """Remembers what was added."""

    given: tuple[Any, Any] | None = None

    def add(self, sources: Any, overrides: Any = None, **more: Any) -> Any:
        self.given = list(sources), dict(overrides or {})
        return super().add(sources, overrides, **more)


async def test_adding_completes_the_path_and_takes_outlet_and_date(open_desk: Open, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").touch()
    case = Adding()
    async with open_desk(case) as hands:
        await hands.press("a")
        await hands.write("ne")
        await hands.press("tab")
        await hands.write("o")
        await hands.press("tab", "tab")
        await hands.write("coas")
        await hands.press("tab", "tab")
        await hands.write("2016-13-40")
        await hands.press("enter")
        assert "2016-13-40" in hands.screen_text()
        assert case.given is None
        await hands.press("ctrl+u")
        await hands.write("2016-09-10")
        await hands.press("enter")
        assert case.given == (["news/one.txt"], {"outlet": "Coastal Wire", "published_on": "2016-09-10"})


async def test_adding_without_more_leaves_all_to_the_articles(open_desk: Open) -> None:
    case = Adding()
    async with open_desk(case) as hands:
        await hands.press("a", "enter")
        assert "nothing typed yet" in hands.screen_text()
        await hands.write("news/*.html")
        await hands.press("enter")
        assert case.given == (["news/*.html"], {})
