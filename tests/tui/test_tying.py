"""Facts merged, parted, moved, judged and handed on; coverage, descent and versions: on a real case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import Open
from workbench.tui.screens.diff import DiffScreen
from workbench.tui.screens.sheets import Sheet
from workbench.work import Case

STORY = {
    "coastal wire": "Two passenger trains collided near Lyon on Monday, killing at least 12 people. "
    "The transport minister rejected calls for his resignation. Repair work will cost about 40 million euros.",
    "post": "At least 14 people died when two passenger trains crashed near Lyon. "
    "The transport minister refused demands for his resignation.",
    "radio": "Repair work is expected to cost about 40 million euros, according to Coastal Wire. "
    "Farmers in the south fear a dry summer and have asked the government for help.",
    "again": "Repair work is expected to cost about 60 million euros, according to Coastal Wire. "
    "Farmers in the south fear a dry summer and have asked the government for help.",
}
PAGE = "https://radio.example/trains"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "real.db") as made:
        for day, (name, text) in enumerate(STORY.items(), 1):
            file = tmp_path / f"{name}.txt"
            file.write_text(f"{text}\n", encoding="utf-8")
            page = {"url": PAGE} if name in ("radio", "again") else {}
            outlet = "Radio" if page else name.title()
            made.add([str(file)], {"outlet": outlet, "published_on": f"2024-05-0{day}", **page})
        made.analyse()
        yield made


def gists(case: Case) -> list[str]:
    return sorted(row.value.gist for row in case.search("facts").rows)


async def test_selected_facts_are_merged_and_it_is_undone(open_desk: Open, case: Case) -> None:
    before = gists(case)
    async with open_desk(case) as hands:
        await hands.press("4", "M")
        assert "Select the facts" in hands.said
        await hands.press("g", "space", "space", "M")
        assert "2 facts are one" in hands.said
        assert len(gists(case)) == len(before) - 1
        await hands.press("u")
        assert gists(case) == before


async def test_the_base_phrasing_is_parted_and_the_last_one_takes_the_fact_along(open_desk: Open, case: Case) -> None:
    before = gists(case)
    async with open_desk(case) as hands:
        await hands.press("4", "g", "enter", "s")
        assert "the fact is gone" in hands.said
        assert len(gists(case)) == len(before) - 1
        await hands.press("escape", "u")
        assert gists(case) == before


async def test_the_base_phrasing_is_moved_to_another_fact(open_desk: Open, case: Case) -> None:
    first, second = (row.id for row in case.search("facts").rows[:2])
    moved = case.fact(first).value.phrasings[0].id
    async with open_desk(case) as hands:
        await hands.press("4", "g", "enter", "m", "down", "enter")
        assert "this is the fact that has it now" in hands.said
        assert moved in {p.id for p in hands.app.screen.fact.value.phrasings}
        assert moved in {p.id for p in case.fact(second).value.phrasings}


async def test_a_fact_is_accepted_and_rejected(open_desk: Open, case: Case) -> None:
    async with open_desk(case) as hands:
        await hands.press("4", "g", "A")
        assert [row.value.status for row in case.search("facts", "status:confirmed").rows] == ["confirmed"]
        assert "✓" in hands.screen_text()
        await hands.press("enter", "X")
        assert "✗ rejected" in hands.screen_text()
        await hands.press("X")
        assert not case.search("facts", "status:rejected").rows


async def test_one_kind_of_difference_at_a_time(open_desk: Open, case: Case) -> None:
    async with open_desk(case) as hands:
        await hands.press("4", "g", "enter")
        screen = hands.app.screen
        assert isinstance(screen, DiffScreen)
        kinds = list(dict.fromkeys(d.kind for d in screen.differences))
        seen = []
        for _ in kinds:
            await hands.press("f")
            seen.append({d.kind for d in screen.differences})
        assert seen == [{kind} for kind in kinds]
        await hands.press("f")
        assert [d.kind for d in screen.differences] == [d.kind for d in screen.fact.value.differences]


async def test_a_diff_goes_to_a_file(open_desk: Open, case: Case, tmp_path: Path) -> None:
    async with open_desk(case) as hands:
        await hands.press("4", "g", "enter", "x", "enter")
        assert "1 fact written to" in hands.said
        assert "| Outlet | Date | Phrasing |" in (tmp_path / "facts.md").read_text(encoding="utf-8")


async def test_coverage_shows_who_reports_what_and_leads_to_the_diff(open_desk: Open, case: Case) -> None:
    async with open_desk(case) as hands:
        await hands.press("4", "C")
        assert isinstance(hands.app.screen, Sheet)
        shown = hands.screen_text()
        assert "COASTAL" in shown
        assert "2 of 3" in shown
        assert "alone" in shown
        await hands.press("enter")
        assert isinstance(hands.app.screen, DiffScreen)
        await hands.press("escape", "C", "G", "enter")
        assert hands.desk.state.now.part == "reader"
        assert "Farmers" in hands.screen_text()


async def test_descent_puts_who_credits_beneath_the_credited(open_desk: Open, case: Case) -> None:
    async with open_desk(case) as hands:
        await hands.press("1", "D")
        lines = [line for line in hands.screen_text().splitlines() if "◆" in line or "↞" in line]
        assert any("◆ Coastal Wire" in line for line in lines)
        assert any("↞ Radio" in line and "credits" in line for line in lines)
        await hands.press("enter")
        assert hands.desk.state.now.part == "reader"


async def test_versions_say_what_changed(open_desk: Open, case: Case) -> None:
    async with open_desk(case) as hands:
        await hands.press("1", "g")
        assert "v2" in hands.screen_text()
        await hands.press("V")
        shown = hands.screen_text()
        assert "~ edited" in shown
        assert "v1→v2" in shown
        await hands.press("enter")
        assert hands.desk.state.now.part == "reader"
        await hands.press("escape", "G", "V")
        assert "no other version" in hands.said
