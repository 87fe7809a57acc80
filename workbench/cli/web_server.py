"""The server behind `workbench serve`: textual-serve's, with a page of our own, which asks nothing of another host.

The design decision: a window is a desk that acts as the analyst, so it is served only to who has the token of the
address, and only to a page that this server gave out. Neither alone would do: any user of this machine can connect to
it, and any page in the analyst's browser can ask for it with the analyst's cookies.
"""

from __future__ import annotations

import asyncio
import hmac
import os
import secrets
import shlex
import subprocess
import sys
from html import escape
from ipaddress import ip_address
from pathlib import Path
from socket import socket
from string import Template
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

PAGE = Path(__file__).with_name("page.html")
POLICY = "default-src 'self' 'unsafe-inline' data:; connect-src 'self' {socket}; frame-ancestors 'none'"
"""What the browser is told that the page may load: nothing from elsewhere."""
_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
_PATIENCE = 5.0
_CLOSED = "This desk opens by the whole address that `workbench serve` printed, with the token in it."


def command_of(case: Path, folder: Path) -> str:
    """The shell's line that opens the desk on a case, with this Python (`-P`: and no module that lies around here)."""
    words = [sys.executable, "-P", "-m", "workbench", str(case), "--served", str(folder)]
    return subprocess.list2cmdline(words) if os.name == "nt" else f"exec {shlex.join(words)}"


def is_here(name: str | None) -> bool:
    """Whether a host, by name or number, is this machine seen from itself."""
    try:
        return name == "localhost" or ip_address(name or "").is_loopback
    except ValueError:
        return False


def same(given: str | None, secret: str) -> bool:
    """Whether a secret was given; how long that takes to say tells nothing of it."""
    return hmac.compare_digest((given or "").encode("utf-8", "surrogatepass"), secret.encode())


class Windows(Server):
    """One case, a desk for every browser window."""

    def __init__(self, case: Path, folder: Path, host: str, token: str, *, only_here: bool) -> None:
        """`folder`: where its desks find and leave files; `token`: what opens the first page."""
        super().__init__(command_of(case, folder), host=host, title=case.name)
        self.only_here = only_here
        self.token = token
        self.cookie = "workbench"
        self.session = secrets.token_urlsafe(32)
        """What the browser shows from then on; the token itself it keeps nowhere."""
        self.page = Template(PAGE.read_text(encoding="utf-8"))
        self.open: set[asyncio.Task[Any]] = set()

    def run(self, listener: socket) -> None:
        """Serve until ^C."""
        self.cookie = f"workbench-{listener.getsockname()[1]}"  # the ports of a host share their cookies
        web.run_app(self._make_app(), sock=listener, print=None, access_log=None, shutdown_timeout=_PATIENCE)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse who has no token, and what a page of another site asks for, also under a name that it pointed here."""
        strange = self.only_here and not (is_here(request.url.host) or request.url.host == self.host)
        if strange or not self._asked_by_own_page(request):
            raise web.HTTPForbidden(text="This desk is for its own page only.")
        if not (same(request.cookies.get(self.cookie), self.session) or self._has_token(request)):
            raise web.HTTPForbidden(text=_CLOSED)
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    def _asked_by_own_page(self, request: web.Request) -> bool:
        """A browser says whose page asks for a web socket; of the rest it does so only where that is another's."""
        origin = request.headers.get("Origin")
        if origin is None:
            return request.path != "/ws"
        return origin in (f"http://{request.host}", f"https://{request.host}")

    def _has_token(self, request: web.Request) -> bool:
        """The token opens the page, nothing else."""
        return request.path == "/" and same(request.query.get("token"), self.token)

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
        socket = f"ws://{request.host}"
        text = self.page.substitute(title=escape(self.title), socket=escape(f"{socket}/ws"))
        policy = {"Content-Security-Policy": POLICY.format(socket=socket)}
        page = web.Response(text=text, content_type="text/html", headers=policy)
        page.set_cookie(self.cookie, self.session, httponly=True, samesite="Strict")
        return page

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A desk, for as long as its window is open."""
        window: asyncio.Task[Any] | None = asyncio.current_task()
        assert window is not None
        self.open.add(window)
        try:
            return await super().handle_websocket(request)
        finally:
            self.open.discard(window)
