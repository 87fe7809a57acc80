"""Where each action of the desk has something to do: the keys (by Textual's names) that lead there from the start."""

from __future__ import annotations

SCOPES: dict[str, tuple[str, ...]] = {
    "app": (), "desk": ("2",), "search": ("slash",), "list": ("2", "j", "j"), "sources": ("f", "j"),
    "matrix": ("3", "j", "l"), "reader": ("2", "enter", "j"), "diff": ("4", "enter"), "sheet": ("C",),
    "split": ("S", "enter"), "dialog": ("2", "n"), "text": ("2", "vertical_line", *"cat", "enter"),
}  # fmt: skip

PLACES: dict[str, tuple[str, ...]] = {
    "app.skip": ("f2",),
    "desk.even": ("greater_than_sign",),
    "desk.quotes": ("3",),
    "matrix.open": ("3",),
    "desk.peel": ("2", "space"),
    "desk.save_search": ("f", "j", "enter", "2"),
    "sources.forget": ("f", "j", "enter", "2", "s", "enter", "f", "G"),
    "search.take": ("slash", "o", "u", "t"),
    "search.down": ("slash", *"outlet", "colon"),
    "search.up": ("slash", *"outlet", "colon", "down", "down"),
    "search.rub": ("slash", "a"),
    "desk.back": ("2", "enter", "escape", "3", "enter", "enter"),
    "desk.forward": ("2", "enter", "escape", "3", "enter", "enter", "H"),
    "desk.diff": ("2", "j"),
    "desk.undo": ("2", "asterisk"),
    "desk.redo": ("2", "asterisk", "u"),
    "desk.changes": ("2", "asterisk"),
    "desk.confirm": ("3", "enter"),
    "desk.reject": ("3", "enter"),
    "desk.merge": ("4", "space", "space"),
    "desk.firmer": ("3", "enter"),
    "desk.weaker": ("3", "enter"),
    "desk.split": ("3", "enter"),
    "desk.pin": ("3",),
    "desk.whose": ("3",),
    "desk.pair": ("3", "l"),
    "desk.timeline": ("3", "l"),
    "list.up": ("2", "j", "j"),
    "list.page_up": ("2", "G"),
    "list.top": ("2", "G"),
    "matrix.up": ("3", "j"),
    "matrix.left": ("3", "l"),
    "matrix.top": ("3", "G"),
    "reader.up": ("2", "enter", "j"),
    "reader.page_up": ("2", "enter", "G"),
    "reader.top": ("2", "enter", "G"),
    "reader.next_match": ("slash", *"said", "enter", "enter"),
    "reader.previous_match": ("slash", *"said", "enter", "enter", "n"),
    "reader.quote": ("2", "enter", "j", "l"),
    "sheet.left": ("C", "l"),
    "diff.base_left": ("4", "enter", "right_parenthesis"),
    "diff.previous_fact": ("4", "enter", "J"),
    "diff.up": ("4", "enter", "j"),
}
"""Actions that have nothing to do where their scope's walk leads."""


def walk(id: str) -> tuple[str, ...]:
    """The keys to where an action has something to do."""
    return PLACES.get(id, SCOPES[id.partition(".")[0]])
