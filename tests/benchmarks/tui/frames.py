"""The frames in what a Textual program writes, and the figures of many times. Pure: what a test can hold.

A terminal that says it can (mode 2026) is sent every frame between two marks. A frame is there for the analyst when the
second mark is: its time is that of the read which brought it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

BEGIN, END = b"\x1b[?2026h", b"\x1b[?2026l"
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""What the program asks the terminal, and the terminal's answer: it can take whole frames."""
_ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b[ -/]*[0-~]", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One painting: when it was whole, and the text in it, line by line in the order of painting."""

    at: float
    text: str


@dataclass(slots=True)
class Stream:
    """What came from the program so far; `frames` are those that paint anything."""

    frames: list[Frame] = field(default_factory=list)
    _rest: bytes = b""

    def feed(self, at: float, data: bytes) -> bytes:
        """Take in what was read at a time; what the terminal has to answer."""
        self._rest += data
        answer = b""
        for asked, reply in ANSWERS.items():
            if asked in self._rest:
                answer, self._rest = reply, self._rest.replace(asked, b"")
        while END in self._rest:
            painted, self._rest = self._rest.split(END, 1)
            text = plain(painted.rpartition(BEGIN)[2])
            if text.strip():
                self.frames.append(Frame(at, text))
        return answer


def plain(painted: bytes) -> str:
    """The text of what was written, without what moves the cursor or colours."""
    return _ESCAPES.sub(b"", painted).decode("utf-8", "replace")


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest of the times that so many of all, as a share, are not above."""
    return sorted(times)[max(0, math.ceil(share * len(times)) - 1)]
