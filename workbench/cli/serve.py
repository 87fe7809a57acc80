"""The desk in a browser: where it is served, and to whom.

The server is in `web_server`, which needs the extra `serve`; it is imported when the command runs.
"""

from __future__ import annotations

import errno
import os
import secrets
import socket
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import click

from workbench.cli.case_access import open_case
from workbench.cli.desk import files_folder
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option
from workbench.errors import WorkbenchError

HOST, PORT = "127.0.0.1", 8765
TOKEN = "WORKBENCH_TOKEN"
"""The variable that may hold the token: other users of a machine see the words of a command, not its variables."""
SHORTEST = 16
"""The characters of a token at least."""


@click.command()
@case_option
@click.option("--host", default=HOST, show_default=True, help="The address to serve on.")
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar="N",
    help="The port; 0: a free one.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where its files are.  [default: NAME-files beside the case]",
)
@click.option(
    "--token",
    envvar=TOKEN,
    metavar="WORD",
    help=f"The secret of the address, better given as ${TOKEN}.  [default: a new one]",
)
def serve(case: Path | None, host: str, port: int, folder: Path | None, token: str | None) -> int:
    """Show the desk in a browser, until ^C. Each window is a desk of its own on the same case.

    It opens only by the whole address that is printed, with the token in it. From a browser no program is run, and
    articles are added from and exports written to one folder only, on this machine.

    \b
      workbench serve --case talks.db
      workbench serve --case talks.db --port 9000 --folder desk/
    """
    try:
        from workbench.cli.web_server import Windows
    except ImportError as error:
        raise WorkbenchError(
            f"The desk in a browser needs a package more ({error.name}).",
            "Install it: pip install 'analyst-workbench[serve]'.",
        ) from error

    secret = _secret(token)
    with listening(host, port) as listener:
        with open_case(case, create=True) as checked:  # what is wrong with the case is said here, not in every window
            path = checked.path.resolve()
        files = _made(folder or files_folder(path))
        here = ip_address(listener.getsockname()[0])
        if not here.is_loopback:
            say(
                f"Warning: others can reach {host}. Whoever has the address below can read and change all of "
                f"{path.name}, add what is in {files}, and write files there. The connection is not encrypted: who can "
                "listen to the network in between can learn the address."
            )
        print(address(socket.gethostname() if here.is_unspecified else host, listener, secret), flush=True)
        say(f"{path.name} is served at this address to whoever has all of it; ^C ends it.")
        say(f"Articles are added from {files}, and exports written there, only (--folder names another).")
        os.environ.pop(TOKEN, None)  # the desks need no secret
        Windows(path, files, host, secret, only_here=here.is_loopback).run(listener)
    return 0


def _secret(given: str | None) -> str:
    """The token: the analyst's if it is long enough, else one of our own."""
    if given is None:
        return secrets.token_urlsafe(32)
    if len(given) < SHORTEST:
        raise click.UsageError(
            f"The token must have {SHORTEST} characters or more; without --token a good one is made."
        )
    return given


def _made(folder: Path) -> Path:
    """The folder, made if it is not there, for the analyst alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WorkbenchError(f"{folder} cannot be the folder: {reason}.", "Name one with --folder.") from error
    return folder.resolve()


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on the first address of the host; a port that is in use is an error."""
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(place, family=family)
    except socket.gaierror as error:
        raise WorkbenchError(f"There is no host {host!r}.", f"Leave --host away for {HOST}.") from error
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: f"Port {port} of {host} is in use.",
            errno.EACCES: f"Port {port} may not be used by you.",
            errno.EADDRNOTAVAIL: f"{host} is not an address of this machine.",
        }
        reason = reasons.get(error.errno or 0, f"{host}, port {port}: {error.strerror}.")
        raise WorkbenchError(reason, "Give another: workbench serve --port N, or --port 0 for a free one.") from error


def address(host: str, listener: socket.socket, token: str) -> str:
    """What to open in the browser."""
    place = f"[{host}]" if ":" in host else host
    return f"http://{place}:{listener.getsockname()[1]}/?token={quote(token, safe='')}"
