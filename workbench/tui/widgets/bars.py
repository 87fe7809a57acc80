"""The one-line parts of the desk: the tabs with their counts, the hints, and the footer made from the key table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from workbench.tui.sanitizing import plain

Part = tuple[str, str]

_SHORT: dict[Pane, str] = {
    "articles": "Art", "quotes": "Quo", "positions": "Pos", "facts": "Facts", "notes": "Notes",
    "people": "Peo",
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the footer."""

    signs: tuple[str, ...]
    label: str
    presses: tuple[str, ...]
    """The keys by the names that the app knows: one for each sign."""

    @property
    def text(self) -> str:
        """Its keys as they are shown."""
        return ("/" if len(self.signs) < 3 else "").join(self.signs)

    @property
    def cells(self) -> int:
        """How wide it is, with what parts it from the next."""
        return cell_len(self.text) + cell_len(self.label) + 3

    def pressed_at(self, x: int) -> str:
        """The key that is meant by a click so far within it: the one under the pointer; beside them, the first."""
        end = 0
        for sign, press in zip(self.signs, self.presses, strict=False):
            end += cell_len(sign)
            if x < end:
                return press
            end += len(self.signs) < 3
        return self.presses[0]


class KeyBar(Widget):
    """The footer: as many keys as there is room for, the most wanted first, help always."""

    context: reactive[str] = reactive("list")

    def __init__(self, context: str = "list", id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(KeyBar.context, context)

    def _entries(self) -> list[Entry]:
        keymap: Mapping[str, str] = getattr(self.app, "keymap", {})
        entries = [self._entry(ids.split(), keymap) for ids in FOOTERS[self.context]]
        last = self._entry(["app.help"], keymap)
        if self.context == "search":  # there a question mark is typed
            last = Entry((keys_of("app.help", keymap)[-1],), last.label, last.presses[-1:])
        room = self.size.width - 1 - last.cells
        kept = []
        for entry in entries:
            room -= entry.cells
            if room < 0:
                break
            kept.append(entry)
        return [*kept, last]

    def _entry(self, ids: list[str], keymap: Mapping[str, str]) -> Entry:
        moves = len(ids) > 1 and ids[0].partition(".")[0] in {"list", "matrix", "reader"}
        label = "move" if moves else BY_ID[ids[0]].label or BY_ID[ids[0]].description
        plain_signs = getattr(getattr(self.app, "settings", None), "ascii", False)
        signs = [keys_of(id, keymap)[0] for id in ids]
        signs = [sign.replace("⏎", "enter") for sign in signs] if plain_signs else signs  # there it is another key's
        presses = [keymap.get(id, BY_ID[id].keys).split(",") for id in ids]
        return Entry(tuple(signs), label, tuple(each[0] for each in presses) if len(ids) > 1 else tuple(presses[0]))

    def render(self) -> Content:
        """Keys in one colour, words in another."""
        parts: list[Part] = [(" ", "")]
        for entry in self._entries():
            parts += [(f"{entry.text} ", "bold $footer-key-foreground"), (f"{entry.label}  ", "$quiet")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key would."""
        left = 1
        for entry in self._entries():
            if left <= event.x < left + entry.cells:
                self.app.simulate_key(entry.pressed_at(event.x - left))
                return
            left += entry.cells
