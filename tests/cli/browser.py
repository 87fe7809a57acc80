"""A headless Chromium, driven by its DevTools protocol: enough to open a page, press keys, and see what came of it."""

from __future__ import annotations

import asyncio
import base64
import itertools
import shutil
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
    "--window-size=1280,800",
)  # fmt: skip


class Browser:
    """One window of it, and what the page in it asked for and received."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        """The address of everything that the page asked for."""
        self.received = ""
        """What came through web sockets, as text."""
        self.refused: list[str] = []
        """What the page's policy forbade, and errors of its scripts."""

    async def listen(self) -> None:
        """Take in answers and events until the browser has gone."""
        async for message in self._socket:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said.get("result", {}))
            else:
                self._happened(said["method"], said["params"])

    def _happened(self, event: str, about: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self.requested.append(about["request"]["url"])
        elif event == "Network.webSocketCreated":
            self.requested.append(about["url"])
        elif event == "Network.webSocketFrameReceived":
            frame = about["response"]
            data = frame["payloadData"]
            text = base64.b64decode(data).decode("utf-8", "replace") if frame["opcode"] == 2 else data
            self.received += text
        elif event == "Log.entryAdded" and about["entry"]["level"] == "error":
            self.refused.append(about["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.refused.append(str(about["exceptionDetails"]))

    async def call(self, method: str, **words: Any) -> dict[str, Any]:
        """Ask the browser for something; its answer."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": words})
        return await self._answers[number]

    async def open(self, address: str) -> None:
        """Go to a page."""
        for part in ("Network", "Page", "Log", "Runtime"):
            await self.call(f"{part}.enable")
        await self.call("Page.navigate", url=address)

    async def permit(self, address: str, downloads: Path) -> None:
        """Let the page use the clipboard, and keep what it sends as files in a folder."""
        await self.call(
            "Browser.grantPermissions", origin=address, permissions=["clipboardReadWrite", "clipboardSanitizedWrite"]
        )
        await self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))

    async def press(self, sign: str) -> None:
        """A key that writes a sign; `\r` is enter."""
        key: dict[str, Any] = {"key": "Enter", "windowsVirtualKeyCode": 13} if sign == "\r" else {"key": sign}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=sign, **key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **key)

    async def evaluate(self, script: str) -> Any:
        """The value of an expression in the page."""
        return (await self.call("Runtime.evaluate", expression=script, awaitPromise=True))["result"].get("value")

    async def picture(self) -> bytes:
        """What the window shows, as a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


def lines_of(png: bytes) -> int:
    """How many different rows of pixels a PNG has; next to none if nothing is drawn."""
    data, at = b"", 8
    height = int.from_bytes(png[20:24], "big")
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + size]
        at += size + 12
    raw = zlib.decompress(data)
    row = len(raw) // height
    return len({raw[n : n + row] for n in range(0, len(raw), row)})


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Browser]:
    """A browser with a profile of its own in the folder, ended afterwards."""
    assert CHROMIUM
    words = [*_FLAGS, f"--user-data-dir={folder}", "about:blank"]
    null = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(CHROMIUM, *words, stdout=null, stderr=null)
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                page = next(each for each in await answer.json() if each["type"] == "page")
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                browser = Browser(socket)
                listening = asyncio.create_task(browser.listen())
                yield browser
                listening.cancel()
    finally:
        process.terminate()
        await process.wait()


async def _port(file: Path) -> int:
    """The port that the browser chose, once it has."""
    async with asyncio.timeout(60):
        while not (file.exists() and file.read_text().strip()):
            await asyncio.sleep(0.05)
    return int(file.read_text().split()[0])
