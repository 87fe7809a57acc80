"""How the app looks: its themes, what passes between a painted line and the terminal, and between dark and light."""

from __future__ import annotations

from collections.abc import Sequence

from rich.terminal_theme import TerminalTheme
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor

from workbench.config import Settings
from workbench.tui.ascii import Ascii
from workbench.tui.themes import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, THEMES, defaults


class ReadOnce(Stylesheet):
    """Textual's, but it does not read all rules again where no colour is another, as when the app has just begun."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._now, self._read_with = variables, variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Other colours."""
        if variables != self._now:
            self._now = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """Read the rules again, where that makes a difference."""
        if self._read_with != self._now:
            self._read_with = self._now
            super().reparse()


class Themed(App[None]):
    """Themes."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._ansi: tuple[str, TerminalTheme] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        if settings.theme in self.available_themes:
            self.set_reactive(App.theme, settings.theme)
        self.stylesheet = ReadOnce(variables=self.get_css_variables())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, but no greys where no colours are wanted; and ours where only ASCII may be shown."""
        found = [NoColor() if isinstance(each, Monochrome) else each for each in super().get_line_filters()]
        found = [each for each in found if not isinstance(each, ANSIToTruecolor)]
        return [*found, Ascii()] if self.settings.ascii else found

    @property
    def ansi_theme(self) -> TerminalTheme:
        """Textual's, looked up once for a theme: it is asked for with every line that is painted."""
        if self._ansi is None or self._ansi[0] != self.theme:
            self._ansi = self.theme, super().ansi_theme
        return self._ansi[1]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours for the themes that lack them."""
        return defaults(self.current_theme.dark)

    def action_next_theme(self) -> None:
        """Between dark and light, of the contrast that one has."""
        contrasting = self.theme in (CONTRAST_DARK.name, CONTRAST_LIGHT.name)
        dark, light = (CONTRAST_DARK, CONTRAST_LIGHT) if contrasting else (DARK, LIGHT)
        self.theme = light.name if self.current_theme.dark else dark.name
