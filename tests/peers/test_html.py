"""The page in a real browser: search typed, filters chosen, and nothing asked for, refused or run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")

from tests.cli.browser import CHROMIUM, Browser, chromium
from tests.golden.sample import QUOTES, WIRE, row, selection, whole_case
from tests.unit.export.hostile import hostile_case
from workbench.export.formats import FORMATS
from workbench.export.selection import Selection
from workbench.views import Marks

pytestmark = [pytest.mark.peers, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]
TYPED = "search.value = {!r}; search.dispatchEvent(new Event('input', {{bubbles: true}}))"
CHOSEN = "(s => {{ s.value = {!r}; s.dispatchEvent(new Event('change', {{bubbles: true}})) }})(controls.elements.{})"
SEEN = "[...document.querySelectorAll('article')].filter(a => a.checkVisibility()).map(a => a.id).join(' ')"


@asynccontextmanager
async def opened(what: Selection, folder: Path) -> AsyncIterator[tuple[Browser, str]]:
    """The page of a selection in a browser, and its address."""
    page = folder / "page.html"
    with page.open("w", encoding="utf-8", newline="") as stream:
        FORMATS["html"].write(what, stream)
    async with chromium(folder / "profile") as browser:
        await browser.open(page.as_uri())
        await until(browser, "document.readyState === 'complete' && !!window.controls && !controls.hidden")
        yield browser, page.as_uri()


async def until(browser: Browser, script: str) -> None:
    """Wait until an expression holds in the page."""
    async with asyncio.timeout(60):
        while not await browser.evaluate(script):
            await asyncio.sleep(0.05)


async def seen(browser: Browser, true: Callable[[set[str]], bool]) -> set[str]:
    """The ids of the rows that show, once they are as they should be, else as they are at last."""
    found: set[str] = set()
    for _ in range(200):
        found = set((await browser.evaluate(SEEN)).split())
        if true(found):
            break
        await asyncio.sleep(0.05)
    return found


async def test_search_and_filters_hide_rows_and_nothing_is_requested(tmp_path: Path) -> None:
    direct, mixed, indirect = QUOTES[3].id, QUOTES[1].id, QUOTES[0].id
    async with opened(whole_case(), tmp_path) as (browser, address):
        every = await seen(browser, bool)
        assert {direct, mixed} <= every
        assert len(every) == await browser.evaluate("document.querySelectorAll('article').length")

        await browser.evaluate("search.focus()")
        for sign in "send TROOPS":
            await browser.press(sign)
        assert await seen(browser, lambda found: len(found) == 1) == {direct}
        assert await browser.evaluate("shown.textContent") == f"1 of {len(every)}"
        assert await browser.evaluate("document.querySelector('#positions').checkVisibility()") is False
        assert await browser.evaluate("CSS.highlights.get('found').size") == 2

        await browser.evaluate(TYPED.format('"chiefs may" again'))
        assert await seen(browser, lambda found: direct not in found) == {indirect}
        await browser.evaluate("document.querySelector('[type=reset]').click()")
        assert await seen(browser, lambda found: found == every) == every

        for field, value, wanted in (
            ("kind", "mixed quote", {mixed}), ("tag", "#key", {mixed}), ("tag", "corrected by hand", {direct}),
        ):  # fmt: skip
            await browser.evaluate(CHOSEN.format(value, field))
            assert await seen(browser, lambda found, wanted=wanted: found == wanted) == wanted
            await browser.evaluate("document.querySelector('[type=reset]').click()")
            await seen(browser, lambda found: found == every)

        await browser.evaluate(TYPED.format("=sum(a1)"))
        assert len(await seen(browser, lambda found: len(found) == 1)) == 1, "titles are searched in articles alone"
        await browser.evaluate("document.querySelector('[type=reset]').click()")
        await seen(browser, lambda found: found == every)

        await browser.evaluate(CHOSEN.format("Harbour | Post", "outlet"))
        await browser.evaluate(CHOSEN.format("Bo Li", "speaker"))
        assert await seen(browser, lambda found: len(found) == 1) == {indirect}

        await browser.evaluate("document.querySelector('.matrix a').click()")
        shown = await seen(browser, lambda found: found == every)
        assert shown == every, "a link to a row that a filter hides shows it"
        assert (browser.requested, browser.refused) == ([address], [])


async def test_hostile_words_are_words(tmp_path: Path) -> None:
    async with opened(hostile_case(), tmp_path) as (browser, address):
        await browser.evaluate("document.querySelectorAll('article *').forEach(e => e.click && !e.href && e.click())")
        assert await browser.evaluate("typeof window.hacked") == "undefined"
        assert await browser.evaluate("document.scripts.length") == 1
        strange = "img, iframe, object, embed, svg, math, base, link, article form, article input, [style], [onclick]"
        assert await browser.evaluate(f"document.querySelectorAll('{strange}').length") == 0
        schemes = "[...new Set([...document.links].map(a => a.protocol))].join()"
        assert set((await browser.evaluate(schemes)).split(",")) <= {"http:", "https:", "file:", ""}
        assert (browser.requested, browser.refused) == ([address], [])


async def test_the_policy_stops_a_script_that_is_not_ours(tmp_path: Path) -> None:
    async with opened(selection("quotes"), tmp_path) as (browser, _):
        await browser.evaluate(
            "(s => { s.textContent = 'window.hacked = 1'; document.body.append(s) })(document.createElement('script'));"
            "(i => { i.src = 'https://elsewhere.example/a.png'; document.body.append(i) })(new Image())"
        )
        await until_refused(browser, 2)
        assert await browser.evaluate("typeof window.hacked") == "undefined"
        assert all("Content Security Policy" in each for each in browser.refused)


async def until_refused(browser: Browser, times: int) -> None:
    """Wait until the policy of the page has refused something so often."""
    async with asyncio.timeout(60):
        while len(browser.refused) < times:
            await asyncio.sleep(0.05)


async def test_many_rows_are_searched(tmp_path: Path) -> None:
    rows = [row(replace(QUOTES[3].value, text=str(n), via=f"via{n}"), WIRE.id, Marks()) for n in range(5_000)]
    many = replace(selection("quotes"), rows=[replace(each, id=f"Q{n}") for n, each in enumerate(rows)])
    async with opened(many, tmp_path) as (browser, _):
        await browser.evaluate(TYPED.format("via4321"))
        assert await seen(browser, lambda found: len(found) == 1) == {"Q4321"}
