"""The screen behind a dialog, dimmed: each style is dimmed once, not once for each piece of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

from workbench.tui.screens import STYLES
from workbench.tui.widgets.columns import joined_pieces

T = TypeVar("T")


class Modal(ModalScreen[T]):
    """A screen over another, which stays in sight."""

    CSS_PATH = STYLES

    def render(self) -> RenderableType:
        """What is behind it."""
        ground = super().render()
        return DimmedScreen(ground.screen, ground.color) if isinstance(ground, BackgroundScreen) else ground


class DimmedScreen:
    """A screen under a veil of one colour; what is linked there cannot be pressed."""

    def __init__(self, screen: Screen[Any], veil: Color) -> None:
        self.screen, self.veil = screen, veil

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The lines of the screen."""
        known: dict[Style | None, Style] = {}
        for line in self.screen._compositor.render_strips():
            dimmed = ((text, self._dimmed(style, known)) for text, style, control in line if not control)
            yield from (Segment(text, style) for text, style in joined_pieces(dimmed))
            yield Segment.line()

    def _dimmed(self, style: Style | None, known: dict[Style | None, Style]) -> Style:
        found = known.get(style)
        if found is None:
            found = known[style] = self._under_veil(style or Style.null())
        return found

    def _under_veil(self, style: Style) -> Style:
        ink, ground = style.color, style.bgcolor
        dimmed = Style.from_color(
            (Color.from_rich_color(ink) + self.veil).rich_color if ink else None,
            (Color.from_rich_color(ground) + self.veil).rich_color if ground else None,
        )
        return style.clear_meta_and_links() + dimmed
