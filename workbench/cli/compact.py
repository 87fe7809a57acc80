"""Giving room back: a case without what the program can make again."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.case_access import open_case
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option


@click.command()
@case_option
def compact(case: Path | None) -> int:
    """Make the file of a case smaller: drop what can be made again, and give free room back to the disk.

    What the models said of each article, and the vectors of clauses and issues, are dropped. Nothing that you see or
    added is. The next `workbench analyse --all` takes as long as the first analysis did.

    \b
      workbench compact --case talks.db
    """
    with open_case(case) as desk:
        won = desk.compact()
        left = desk.path.stat().st_size
    say(f"{won / 1e6:,.1f} MB won; the case takes {left / 1e6:,.1f} MB now.")
    return 0
