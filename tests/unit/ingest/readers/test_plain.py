"""Plain text, less its front matter."""

from __future__ import annotations

from tests.unit.ingest.readers.documents import FRONT
from tests.unit.ingest.texts import BODY
from workbench.ingest.readers import plain
from workbench.model import Document


def test_front_matter_is_read_above_any_text() -> None:
    text = FRONT.format("Lamp") + BODY
    found = plain.read(Document("a.txt", text.encode(), "text/plain", "utf-8"))
    assert (found.source_text, found.tracked.text, found.stated["title"]) == (text, BODY, "Lamp")
