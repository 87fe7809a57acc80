"""The screen behind a dialog, dimmed: each style is dimmed once, not once for each piece of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

T = TypeVar("T")
_NONE = Style.null()


class Modal(ModalScreen[T]):
    """A screen over another, which stays in sight."""

    def render(self) -> RenderableType:
        """What is behind it."""
        ground = super().render()
        return Behind(ground.screen, ground.color) if isinstance(ground, BackgroundScreen) else ground


class Behind:
    """A screen under a veil of one colour; what is linked there cannot be pressed."""

    def __init__(self, screen: Screen[Any], veil: Color) -> None:
        self.screen, self.veil = screen, veil

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        """The lines of the screen."""
        known: dict[Style | None, Style] = {}
        for line in self.screen._compositor.render_strips():
            yield from self._dimmed(line, known)
            yield Segment.line()

    def _dimmed(self, line: Iterable[Segment], known: dict[Style | None, Style]) -> Iterator[Segment]:
        """A line in as few pieces as it has styles in a row."""
        text, here = "", _NONE
        for piece, style, control in line:
            if control:
                continue
            dim = known.get(style)
            if dim is None:
                dim = known[style] = self._under_veil(style or _NONE)
            if dim is here and (piece.isspace() or not text.isspace()):
                text += piece
                continue
            if text:
                yield Segment(text, here)
            text, here = piece, dim
        if text:
            yield Segment(text, here)

    def _under_veil(self, style: Style) -> Style:
        ink, ground = style.color, style.bgcolor
        dimmed = Style.from_color(
            (Color.from_rich_color(ink) + self.veil).rich_color if ink else None,
            (Color.from_rich_color(ground) + self.veil).rich_color if ground else None,
        )
        return style.clear_meta_and_links() + dimmed
