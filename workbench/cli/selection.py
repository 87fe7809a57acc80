"""The things that a command is about: given by their ids, or by a query that they match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.cli.matching_rows import matching_rows
from workbench.errors import NotFound, UsageError

if TYPE_CHECKING:
    from workbench.model import Pane
    from workbench.views import Results
    from workbench.work import Case

_ID = re.compile(r"[AQPFNE][0-9a-f]{10}")


def selected_ids(desk: Case, words: Sequence[str], pane: Pane | None) -> list[str]:
    """The ids that are given, each once, or those of all rows of a pane that match the words; raises NotFound for none.

    `pane`: None where only ids will do.
    """
    if all(map(_ID.fullmatch, words)):
        return list(dict.fromkeys(words))
    query = " ".join(words)
    if pane is None:
        raise UsageError(f"{query!r} is no id.", "Of this field a QUERY needs --in positions or --in facts.")
    pages: list[Results[Any]] = []
    found = [row.id for row in matching_rows(desk, pane, query, on_first_page=pages.append)]
    if not found:
        meant = pages[0].suggestion
        raise NotFound(f"Nothing among the {pane} matches {query!r}.", f"Did you mean: {meant}" if meant else "")
    return found
