"""The tree of sources on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.cli.exit_codes import say
from workbench.cli.output import console

if TYPE_CHECKING:
    from workbench.views import SourceTreeLine


def print_source_tree(lines: Sequence[SourceTreeLine]) -> None:
    """Print origins with what credits, copies or rewrites them beneath."""
    from rich.text import Text

    from workbench.export.sanitizing import one_line

    screen = console()
    for line in lines:
        share = f" {line.share:.0%}" if line.share else ""
        words = f"{line.relation}{share}  " if line.relation else ""
        about = f"  {line.head.published_on} {one_line(line.head.title)}" if line.head else "  (not in the case)"
        sign = "↞ " if line.relation else "◆ "
        text = Text("   " * line.depth + sign)
        text.append(words, style="yellow")
        text.append(one_line(line.label), style="bold")
        text.append(about, style="dim")
        screen.print(text, no_wrap=True, overflow="ellipsis")
    say("◆ origin, ↞ takes its text from what stands above it")
