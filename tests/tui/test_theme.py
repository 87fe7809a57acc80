"""Themes: what is written can be read in each of ours, and without any colour."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorType
from rich.style import Style
from textual.theme import Theme

from tests.tui.conftest import Open
from workbench.config import Settings
from workbench.tui.themes import CONTRAST_DARK, CONTRAST_LIGHT, THEMES, inks
from workbench.tui.widgets.bars import Tabs

TEXT = ("", "quiet", "match", "accent", "good", "bad", "warn", "primary")
GROUNDS = ("", "cursor", "selected", "mark-quote", "mark-position", "mark-fact", "mark-note", "mark-caret")


def luminance(color: Color) -> float:
    """Relative luminance, by WCAG 2.2."""
    assert color.triplet is not None
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.triplet.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(style: Style) -> float:
    """Of text and ground, by WCAG 2.2: 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    dark, light = sorted((luminance(style.color), luminance(style.bgcolor)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_text_can_be_read_on_every_ground(open_desk: Open, theme: Theme) -> None:
    least = 7.0 if theme in (CONTRAST_DARK, CONTRAST_LIGHT) else 3.0
    async with open_desk(settings=Settings(theme=theme.name)) as hands:
        looks = inks(hands.app) | {"": Style.null()}
        base = hands.desk.view.rows.rich_style
        poor = {}
        for text in TEXT:
            for ground in GROUNDS if not text or least < 7 else ("", "cursor"):
                found = contrast(base + looks[ground] + looks[text])
                if found < (least if text else max(least, 4.5)):
                    poor[text, ground] = round(found, 1)
        proof = contrast(base + looks["mark-proof"])
        assert not poor
        assert proof >= max(least, 4.5)


async def test_without_colours_the_cursor_the_tab_and_the_proof_are_told_otherwise(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk() as hands:
        await hands.press("2", "j")
        rows = hands.desk.view.rows
        cursor = rows.render_line(rows.heads + 1)
        other = rows.render_line(rows.heads)
        assert all(segment.style.reverse for segment in cursor if segment.text.strip() and segment.style)
        assert not any(segment.style.reverse for segment in other if segment.style)
        tabs = hands.desk.query_one(Tabs).render()
        assert any("reverse" in str(span.style) for span in tabs.spans)
        assert inks(hands.app)["mark-proof"].underline
        shown = [segment for strip in hands.app.screen._compositor.render_strips() for segment in strip]
        for each in hands.app.get_line_filters():
            shown = each.apply(shown, hands.app.screen.background_colors[1])
        colours = {color.type for s in shown if s.style for color in (s.style.color, s.style.bgcolor) if color}
        assert colours <= {ColorType.DEFAULT}


async def test_the_theme_key_keeps_the_contrast(open_desk: Open) -> None:
    async with open_desk(settings=Settings(theme=CONTRAST_DARK.name)) as hands:
        await hands.press("ctrl+t")
        assert hands.app.theme == CONTRAST_LIGHT.name
        await hands.press("ctrl+t")
        assert hands.app.theme == CONTRAST_DARK.name
