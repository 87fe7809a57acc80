"""What was said in this session, to be read again: the toasts, whole, and when jobs began and ended."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

MOST = 500


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that was said."""

    at: datetime
    severity: str
    """information, warning or error."""
    text: str


class MessageLog:
    """The latest of them, in memory."""

    def __init__(self) -> None:
        self._kept: deque[Message] = deque(maxlen=MOST)

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, text: str, severity: str = "information") -> None:
        """Keep what is said now."""
        self._kept.append(Message(datetime.now(), severity, text))

    def lines(self) -> str:
        """A line for each, the newest first; what is no mere information says so."""
        newest = reversed(tuple(self._kept))  # a copy: threads add to it
        return "\n".join(f"{each.at:%H:%M:%S}  {_mark(each.severity)}{each.text}" for each in newest)


def _mark(severity: str) -> str:
    return "" if severity == "information" else f"{severity}: "
