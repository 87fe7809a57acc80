"""The desk in a browser: where it is served, and to whom.

The server is in `windows`, which needs the extra `serve`; it is imported when the command runs.
"""

from __future__ import annotations

import errno
import socket
from ipaddress import ip_address
from pathlib import Path

import click

from workbench.cli.common import case_option, opened
from workbench.cli.outcome import say
from workbench.errors import WorkbenchError

HOST, PORT = "127.0.0.1", 8765


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
def serve(case: Path | None, host: str, port: int) -> int:
    """Show the desk in a browser, until ^C. Each window is a desk of its own on the same case.

    What is added and exported is read and written on this machine, not on the one of the browser.

    \b
      workbench serve --case talks.db
      workbench serve --case talks.db --port 9000
    """
    try:
        from workbench.cli.windows import Windows
    except ImportError as error:
        raise WorkbenchError(
            f"The desk in a browser needs a package more ({error.name}).",
            "Install it: pip install 'analyst-workbench[serve]'.",
        ) from error

    with listening(host, port) as listener:
        with opened(case, create=True) as checked:  # what is wrong with the case is said here, not in every window
            path = checked.path.resolve()
        here = ip_address(listener.getsockname()[0])
        if not here.is_loopback:
            say(
                f"Warning: anyone who can reach {host} can read and change {path.name}, and read and write files "
                "through the desk as you can. There is no password."
            )
        print(address(socket.gethostname() if here.is_unspecified else host, listener), flush=True)
        say(f"{path.name} is served at this address; ^C ends it.")
        Windows(path, host, only_here=here.is_loopback).run(listener)
    return 0


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


def address(host: str, listener: socket.socket) -> str:
    """What to type into the browser."""
    port = listener.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
