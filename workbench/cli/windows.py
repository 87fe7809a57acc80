"""The server behind `workbench serve`: textual-serve's, with a page of our own, which asks nothing of another host.

The design decision: a window is served only to a page that this server gave out. Otherwise any page in the same
browser could open the desk, and through it read and write the analyst's files.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
import sys
from html import escape
from ipaddress import ip_address
from pathlib import Path
from socket import socket
from string import Template
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

PAGE = Path(__file__).with_name("page.html")
POLICY = "default-src 'self' 'unsafe-inline' data:; connect-src 'self' ws:; frame-ancestors 'none'"
"""What the browser is told that the page may load: nothing from elsewhere."""
_PATIENCE = 5.0


def command_of(case: Path) -> str:
    """The shell's line that opens the desk on a case, with this Python (`-P`: and no module that lies around here)."""
    words = [sys.executable, "-P", "-m", "workbench", str(case)]
    return subprocess.list2cmdline(words) if os.name == "nt" else f"exec {shlex.join(words)}"


def is_here(name: str | None) -> bool:
    """Whether a host, by name or number, is this machine seen from itself."""
    try:
        return name == "localhost" or ip_address(name or "").is_loopback
    except ValueError:
        return False


class Windows(Server):
    """One case, a desk for every browser window."""

    def __init__(self, case: Path, host: str, *, only_here: bool) -> None:
        super().__init__(command_of(case), host=host, title=case.name)
        self.only_here = only_here
        self.page = Template(PAGE.read_text(encoding="utf-8"))
        self.open: set[asyncio.Task[Any]] = set()

    def run(self, listener: socket) -> None:
        """Serve until ^C."""
        web.run_app(self._make_app(), sock=listener, print=None, access_log=None, shutdown_timeout=_PATIENCE)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what a page of another site asks for, under its own name or under one that it pointed here."""
        origin = request.headers.get("Origin")
        strange = self.only_here and not (is_here(request.url.host) or request.url.host == self.host)
        if strange or (origin is not None and urlsplit(origin).netloc != request.host):
            raise web.HTTPForbidden(text="This desk is for its own page only.")
        return await handler(request)

    async def on_startup(self, app: web.Application) -> None:
        """The command has said where it is."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every desk that is open."""
        for window in self.open:
            window.cancel()
        if self.open:
            await asyncio.wait(self.open, timeout=_PATIENCE)

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page of a window."""
        text = self.page.substitute(title=escape(self.title), socket=escape(f"ws://{request.host}/ws"))
        return web.Response(text=text, content_type="text/html", headers={"Content-Security-Policy": POLICY})

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A desk, for as long as its window is open."""
        window: asyncio.Task[Any] | None = asyncio.current_task()
        assert window is not None
        self.open.add(window)
        try:
            return await super().handle_websocket(request)
        finally:
            self.open.discard(window)
