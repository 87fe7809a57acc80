"""The lists that a case is read in."""

from __future__ import annotations

from typing import Literal

Pane = Literal["articles", "quotes", "positions", "facts", "notes", "people"]
PANES: tuple[Pane, ...] = ("articles", "quotes", "positions", "facts", "notes", "people")
