"""A message pump that outlives a mistake in one of its handlers.

Textual ends a widget's loop, and with it the program, when a handler raises; here the app hears of it and goes on.
"""

from __future__ import annotations

from typing import Protocol, cast

from textual.message import Message
from textual.message_pump import MessagePump


class Hears(Protocol):
    """An app that can be told what went wrong."""

    def crashed(self, error: BaseException) -> None:
        """Say so, keep the trace, and go on."""


class Guarded(MessagePump):
    """To be the first base of a screen or widget."""

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # whatever a handler raises: the desk stays open and says so
            cast("Hears", self.app).crashed(error)
