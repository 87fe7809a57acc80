"""The one-line parts of the desk: the tabs with their counts, the hints, and the footer made from the key table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from workbench.model import PANES, Pane
from workbench.tui.bindings import BY_ID, keys_of
from workbench.tui.footers import FOOTERS
from workbench.tui.plain import plain

Part = tuple[str, str]

_SHORT: dict[Pane, str] = {
    "articles": "Art", "quotes": "Quo", "positions": "Pos", "facts": "Facts", "notes": "Notes",
}  # fmt: skip


class Tabs(Widget):
    """The panes by number, each with how many rows it has for the search."""

    active: reactive[Pane] = reactive("articles")
    counts: reactive[dict[Pane, int]] = reactive(dict)

    class Pressed(Message):
        """A tab was clicked."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def render(self) -> Content:
        """All on one line; in a narrow place without the words that can be spared."""
        return Content.assemble(*(part for _, parts in self._tabs() for part in parts))

    def _tabs(self) -> list[tuple[Pane, list[Part]]]:
        for form in range(5):
            tabs = [(pane, self._tab(number, pane, form)) for number, pane in enumerate(PANES, 1)]
            if sum(cell_len(text) for _, parts in tabs for text, _ in parts) <= self.size.width:
                break
        return tabs

    def _tab(self, number: int, pane: Pane, form: int) -> list[Part]:
        """A tab; forms 1 and 2 stand closer, form 3 has short names, form 4 names only the active pane."""
        here = pane == self.active
        known = self.counts.get(pane)
        name = pane.capitalize() if form < 3 or here else _SHORT[pane] if form == 3 else ""
        figure = "" if known is None or (form == 4 and not here) else f"{known:,}"
        name += " " if figure else ""
        ground = (" reverse" if self.app.no_color else " on $block-cursor-background") if here else ""
        end = " " if form < 2 or here else ""
        return [
            (f" {number} ", f"$accent{ground}"),
            (name, f"bold $block-cursor-foreground{ground}" if here else "$foreground"),
            (f"{figure}{end}", f"$quiet{ground}"),
            (" " if form == 0 else "", ""),
        ]

    def starts(self) -> list[tuple[Pane, int]]:
        """Where each tab begins, in cells."""
        tabs = self._tabs()
        ends = accumulate((sum(cell_len(text) for text, _ in parts) for _, parts in tabs), initial=0)
        return [(pane, x) for (pane, _), x in zip(tabs, ends, strict=False)]

    def on_click(self, event: events.Click) -> None:
        """Which tab is under the pointer."""
        tabs = self._tabs()
        ends = accumulate(sum(cell_len(text) for text, _ in parts) for _, parts in tabs)
        for (pane, _), end in zip(tabs, ends, strict=True):
            if event.x < end:
                self.post_message(self.Pressed(pane))
                return


class Line(Static):
    """Text that is laid out anew only when it is another."""

    said: Content | None = None

    def say(self, content: Content) -> None:
        """Show this."""
        if content != self.said:
            self.said = content
            self.update(content)


class HintLine(Static):
    """What the search could not read, what may have been meant, or what is going on; gone when there is nothing."""

    def say(self, parts: Sequence[Part]) -> None:
        """Show a line made of (text, style); none hides it."""
        self.display = bool(parts)
        self.update(Content.assemble(*((plain(text).plain.replace("\n", " "), style) for text, style in parts)))


class KeyBar(Widget):
    """The footer: as many keys as there is room for, the most wanted first, help always."""

    context: reactive[str] = reactive("list")

    def __init__(self, context: str = "list", id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(KeyBar.context, context)

    def _entries(self) -> list[tuple[str, str, str]]:
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        entries = [self._named(self._entry(ids.split(), keymap)) for ids in FOOTERS[self.context]]
        last = self._entry(["app.help"], keymap)
        if self.context == "search":  # there a question mark is typed
            last = (keys_of("app.help", keymap)[-1], *last[1:])
        room = self.size.width - 1 - self._cells(last)
        kept = []
        for entry in entries:
            room -= self._cells(entry)
            if room < 0:
                break
            kept.append(entry)
        return [*kept, last]

    def _named(self, entry: tuple[str, str, str]) -> tuple[str, str, str]:
        """In ASCII the sign for Enter would be another key's."""
        plain_signs = getattr(getattr(self.app, "settings", None), "ascii", False)
        return (entry[0].replace("⏎", "enter"), *entry[1:]) if plain_signs else entry

    @staticmethod
    def _entry(ids: list[str], keymap: Mapping[str, str]) -> tuple[str, str, str]:
        label = "move" if len(ids) > 1 and ids[0].partition(".")[0] in {"list", "matrix", "reader"} else ""
        keys = "/".join(keys_of(id, keymap)[0] for id in ids)
        keys = keys if len(ids) < 3 else "".join(keys_of(id, keymap)[0] for id in ids)
        return keys, label or BY_ID[ids[0]].label or BY_ID[ids[0]].description, ids[-1]

    @staticmethod
    def _cells(entry: tuple[str, str, str]) -> int:
        return cell_len(entry[0]) + cell_len(entry[1]) + 3

    def render(self) -> Content:
        """Keys in one colour, words in another."""
        parts: list[Part] = [(" ", "")]
        for keys, label, _ in self._entries():
            parts += [(f"{keys} ", "bold $footer-key-foreground"), (f"{label}  ", "$quiet")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key would."""
        x = 1
        for entry in self._entries():
            x += self._cells(entry)
            if event.x < x:
                keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
                self.app.simulate_key(keymap.get(entry[2], BY_ID[entry[2]].keys).split(",")[0])
                return
