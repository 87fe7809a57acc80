"""Small texts of this project's own, and strategies that break texts the way the world does."""

from __future__ import annotations

from hypothesis import strategies as st

from workbench.ingest import build_article
from workbench.model import ARTICLE_FIELDS, Article, Document

TITLE = "Harbour town votes to keep its old lighthouse"
FIRST = (
    "The council of Port Elm voted on Monday to keep the lighthouse, which has stood dark for eleven "
    "years and which the coast guard had wanted to pull down before the winter."
)
SECOND = (
    "“We will pay for the lamp ourselves,” the mayor, Ines Calder, told the meeting. She said the repair "
    "would cost less than the demolition and that two families had already given money."
)
THIRD = (
    "The coast guard said it would study the decision. A spokesman declined to say whether the tower was "
    "safe to enter, but divers are to look at its foundations in May."
)
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"

PIECES = (
    TITLE,
    f"Coast: {TITLE}",
    FIRST,
    SECOND,
    THIRD,
    "You may also like",
    "Read more",
    "ALSO READ | Ten lamps that went out",
    "Boats for sale",
    "date 2025-03-04 ",
    "Source: The Elm Courier",
    "*Source: The Elm Courier*",
    "(AP)",
    "By Mara Voss",
    "Published: 4 March 2025",
    "March 4, 2025",
    "Title: A quiet vote",
    "Advertisement",
    "- Reuters",
    "More from the coast",
    "KYIV, March 4 (AP) - The port",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0c",
    " ",
    "\t",
    "\xa0",
    "\x00",
    "\x1b[31m",
    "[/]",
    "\u202e",
    "\u200b",
    "\u200d",
    "\u200c",
    "ش",
    "\ufeff",
    "\ue000",
    "\ud800",
    "\x9b",
    "x",
    ".",
    "“",
    "*",
    "---\n",
)

patchwork = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
pages = st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join)
anything = st.one_of(patchwork, pages, st.text(st.characters(codec=None), max_size=200))

words = st.sampled_from(
    "The by more related you read also watch source date may like troops said He “No,” 2025-03-04 Reuters (AP)".split()
)
sentences = st.lists(words, min_size=6, max_size=25).map(lambda chosen: f"So {' '.join(chosen)} it was.")
"""Sentences out of the very words that the rules look for."""


def read_article(text: str, media_type: str = "text/plain", **overrides: str) -> Article:
    """The article in a document of this text."""
    return build_article(Document("elm.txt", text.encode("utf-8", "surrogatepass"), media_type, "utf-8"), overrides)


def stated_fields(found: Article) -> dict[str, str]:
    """The fields of an article that have a value."""
    return {name: value for name in ARTICLE_FIELDS if (value := getattr(found, name))}
