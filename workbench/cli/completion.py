"""Shell completion: the script of a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from workbench.cli.exit_codes import COMPLETION, NAME
from workbench.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of SHELL.

    \b
      workbench completion bash > ~/.local/share/bash-completion/completions/workbench
      workbench completion zsh > ~/.zfunc/_workbench
      workbench completion fish > ~/.config/fish/completions/workbench.fish
    """
    from workbench.cli.root import workbench

    made = get_completion_class(shell)
    if made is None:
        raise UsageError(f"There is no completion for {shell}.", f"There is for {', '.join(SHELLS)}.")
    click.echo(made(workbench, {}, NAME, COMPLETION).source())
