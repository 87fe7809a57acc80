"""The analyst's own programs, pager, editor and browser: which they are, what they are given, and how they are run.

No shell is between: a command line from the settings or the environment is split into words, and what comes from an
article is one word of it, a link only if it is one to the web.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import urlsplit

from workbench.config import Settings
from workbench.model import Article, Span
from workbench.tui import wording
from workbench.tui.sanitizing import clean, one_line
from workbench.tui.widgets import text_layout
from workbench.views import Row

Kind = Literal["pager", "editor", "browser"]
Command = tuple[str, ...]

VARIABLES: dict[Kind, tuple[str, ...]] = {"pager": ("PAGER",), "editor": ("VISUAL", "EDITOR"), "browser": ("BROWSER",)}
_USUAL: dict[Kind, tuple[str, ...]] = {"pager": ("less", "more"), "editor": ("vi", "nano", "notepad"), "browser": ()}
_TAKE_A_LINE = frozenset("less more vi vim nvim view nano pico emacs emacsclient micro kak joe jed mg".split())
"""Programs that open a file at a line for `+N` before its name."""
_IN_THE_TERMINAL = frozenset("w3m lynx links links2 elinks www-browser".split())


def command_for(kind: Kind, settings: Settings, environ: Mapping[str, str], platform: str = sys.platform) -> Command:
    """The program to use, with its arguments: of the settings, else the environment, else the usual; or ()."""
    named = [getattr(settings, kind), *(environ.get(name, "") for name in VARIABLES[kind])]
    for line in named:
        if words := _words(line):
            return words
    usual = [*_USUAL[kind], *(_browsers(environ, platform) if kind == "browser" else ())]
    return next((_words(each) for each in usual if shutil.which(each.split()[0], path=environ.get("PATH"))), ())


def _words(line: str) -> Command:
    try:
        return tuple(shlex.split(line))
    except ValueError:
        return tuple(line.split())


def _browsers(environ: Mapping[str, str], platform: str) -> Iterator[str]:
    if platform == "darwin":
        yield "open"
    elif platform == "win32":
        yield "rundll32 url.dll,FileProtocolHandler"
    elif environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        yield "xdg-open"
    elif environ.get("WSL_DISTRO_NAME"):
        yield "wslview"


def called(command: Command) -> str:
    """The name of a command's program: `less`."""
    return Path(command[0]).name.removesuffix(".exe") if command else ""


def in_terminal(browser: Command) -> bool:
    """Whether a browser needs the terminal for itself."""
    return called(browser) in _IN_THE_TERMINAL


def at_line(command: Command, file: Path, line: int) -> Command:
    """The command to open a file, at a line where the program can."""
    return (*command, *([f"+{line}"] if called(command) in _TAKE_A_LINE else []), str(file))


def at_link(command: Command, link: str) -> Command:
    """The command to open a link, in place of `%s` if that is in it."""
    if any("%s" in word for word in command):
        return tuple(word.replace("%s", link) for word in command)
    return (*command, link)


def link_of(article: Article) -> str:
    """Where an article is on the web; "" if nowhere that may be opened."""
    for link in (article.url, article.source):
        try:
            parts = urlsplit(link)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and clean(link) == link and not re.search(r"\s", link):
            return link
    return ""


def document(row: Row[Article], subject: str = "", span: Span | None = None, width: int = 0) -> tuple[str, int]:
    """An article as a text file, and the line that a span begins on: a head of what is known, the subject, the text.

    Lines are wrapped to the width; with none a paragraph is a line.
    """
    article, text = row.value, clean(row.value.text)
    head = [wording.words(row), wording.byline(row), one_line(link_of(article) or article.source)]
    head += ["", *_wrapped(one_line(subject), width)] if subject else []
    head += ["-" * 72, ""]
    lines = (
        text_layout.wrap(text, width) if width else [(found.start(), found.end()) for found in re.finditer(r".*", text)]
    )
    place = text_layout.line_at(lines, span.start) if span and lines else 0
    line = len(head) + place + 1 if span else 1
    return "\n".join([*head, *(text[start:end].rstrip() for start, end in lines), ""]), line


def _wrapped(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in text_layout.wrap(text, width)] if width else [text]


def file_name(row: Row[Article]) -> str:
    """A name for a file of an article, from its title."""
    return (re.sub(r"\W+", "-", wording.words(row).removesuffix(".txt"))[:60].strip("-") or "article") + ".txt"


def in_front(command: Command) -> str:
    """Run a program that has the terminal for itself until it ends; what went wrong, or ""."""
    with _deaf():
        try:
            code = subprocess.run(command, env=_staying(os.environ)).returncode
        except OSError as error:
            return _not_started(command, error)
    return f"{called(command)} ended with code {code}." if code else ""


def _staying(environ: Mapping[str, str]) -> dict[str, str]:
    """An environment in which less does not end at once where a text fits on the screen (`-F`)."""
    return {**environ, "LESS": f"{environ.get('LESS', '')} -+F".strip()}


@contextmanager
def _deaf() -> Iterator[None]:
    """Keys that interrupt are for the program in front, not for us; what stops it stops us with it.

    They are caught, not ignored: who starts a program hands on what it ignores.
    """
    meanwhile: dict[str, Any] = {"SIGINT": lambda *_: None, "SIGQUIT": lambda *_: None, "SIGTSTP": signal.SIG_DFL}
    signals = {getattr(signal, name): handler for name, handler in meanwhile.items() if hasattr(signal, name)}
    before = {each: signal.signal(each, handler) for each, handler in signals.items()}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def beside(command: Sequence[str], failed: Callable[[str], object]) -> None:
    """Start a program that goes on by itself, after us too; if it fails while we are there, `failed` is told so."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        failed(_not_started(tuple(command), error))
        return

    def watch() -> None:
        if code := process.wait():
            failed(f"{called(tuple(command))} ended with code {code}.")

    Thread(target=watch, daemon=True).start()


def _not_started(command: Command, error: OSError) -> str:
    return f"{one_line(command[0])} cannot be started: {error.strerror or error}. The settings can name another."
