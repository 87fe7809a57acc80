"""A message pump that outlives a mistake in one of its handlers.

Textual ends a widget's loop, and with it the program, when a handler raises; here the app hears of it and goes on.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar, cast

from textual.message import Message
from textual.message_pump import MessagePump

P = TypeVar("P", bound=type[MessagePump])


class CrashHandler(Protocol):
    """An app that can be told what went wrong."""

    def crashed(self, error: BaseException) -> None:
        """Say so, keep the trace, and go on."""


def guarded(kind: P) -> P:
    """Decorate a screen or widget class whose handlers may raise; its subclasses are guarded too."""
    dispatch = kind._dispatch_message

    async def _dispatch_message(self: Any, message: Message) -> None:
        try:
            await dispatch(self, message)
        except Exception as error:  # whatever a handler raises: the desk stays open and says so
            cast("CrashHandler", self.app).crashed(error)

    kind._dispatch_message = _dispatch_message  # type: ignore[method-assign]
    return kind
