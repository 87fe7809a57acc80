"""The demonstration corpus is whole: every file reads as its format says, and shows what it is there to show."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

import frontmatter
import pytest

from workbench.config.data_folders import data_folder

SEEDS = sorted(data_folder("seeds").iterdir())


@dataclass(frozen=True, slots=True)
class Seed:
    file: str
    title: str
    outlet: str
    published_on: str
    url: str
    text: str


class Page(HTMLParser):
    """The meta tags of a page and the paragraphs of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.article: list[str] = []
        self.outside: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or ""] = given.get("content", "")
        elif tag != "link":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self._open and self._open[-1] == "p":
            self.article.append(data)
        elif "body" in self._open and data.strip():
            self.outside.append(data)


def seeds() -> list[Seed]:
    readers = {".md": markdown, ".txt": plain, ".html": page, ".jsonl": records}
    return [seed for path in SEEDS for seed in readers[path.suffix](path.name, path.read_text(encoding="utf-8"))]


def markdown(name: str, raw: str) -> list[Seed]:
    post = frontmatter.loads(raw)
    assert set(post.keys()) == {"title", "outlet", "date", "author", "url"}
    title, outlet, day, url = (str(post[key]) for key in ("title", "outlet", "date", "url"))
    return [Seed(name, title, outlet, day, url, post.content)]


def plain(name: str, raw: str) -> list[Seed]:
    header = re.match(r"date (\d{4}-\d\d-\d\d) *\nOutlet: (.+)\n(.+)\n\n", raw)
    assert header is not None
    return [Seed(name, header[3], header[2], header[1], "", raw[header.end() :])]


def page(name: str, raw: str) -> list[Seed]:
    parsed = Page()
    parsed.feed(raw)
    assert parsed.outside, "a page has boilerplate around its article"
    meta = parsed.meta
    day = meta["article:published_time"][:10]
    return [Seed(name, meta["og:title"], meta["og:site_name"], day, meta["og:url"], "\n".join(parsed.article))]


def records(name: str, raw: str) -> list[Seed]:
    found = [json.loads(line) for line in raw.splitlines()]
    assert all(set(r) == {"title", "outlet", "published_on", "url", "text"} for r in found)
    return [Seed(name, **r) for r in found]


def test_at_least_eight_articles_of_five_outlets_in_every_format() -> None:
    found = seeds()
    assert len(found) >= 8
    assert len({s.outlet for s in found}) >= 5
    assert {path.suffix for path in SEEDS} == {".md", ".txt", ".html", ".jsonl"}


@pytest.mark.parametrize("seed", seeds(), ids=lambda s: f"{s.file} {s.published_on}")
def test_an_article_is_short_dated_and_at_an_address_that_belongs_to_nobody(seed: Seed) -> None:
    assert 150 <= len(seed.text.split()) <= 350
    assert date(2025, 8, 19) <= date.fromisoformat(seed.published_on) <= date(2025, 8, 23)
    assert seed.title
    assert seed.url == "" or re.match(r"https://[a-z]+\.example/", seed.url)


@pytest.mark.parametrize("seed", seeds(), ids=lambda s: f"{s.file} {s.published_on}")
def test_every_quote_mark_has_its_fellow(seed: Seed) -> None:
    for paragraph in seed.text.split("\n"):
        left_open = paragraph.count("“") - paragraph.count("”")
        assert left_open in (0, 1)
        if left_open:  # a quote over several paragraphs: each opens anew
            following = seed.text.split(paragraph)[1].strip()
            assert following.startswith("“")


def test_one_outlet_copies_a_passage_of_the_wire_and_credits_it() -> None:
    wire = {p for s in seeds() if s.outlet == "Coastal Wire" for p in s.text.split("\n\n")}
    copies = [s for s in seeds() if s.outlet != "Coastal Wire" and wire & set(s.text.split("\n\n"))]
    assert [s.outlet for s in copies] == ["The Meridian Times"]
    assert copies[0].text.rstrip().endswith("*Source: Coastal Wire*")


@pytest.mark.parametrize(
    "wordings",
    [
        ("Roughly 10 countries", "Some 10 countries", "About a dozen countries"),
        ("this week", "from Tuesday to Thursday", "On August 21"),
        ("no-fly zone", "fighter ban"),
        ("soldiers’ union", "German military leaders"),
        ("“appropriate consideration”", "“consideration”"),
        ("are considering", "are ready to send troops"),
    ],
)
def test_one_thing_is_told_in_several_ways(wordings: tuple[str, ...]) -> None:
    outlets = [{s.outlet for s in seeds() if wording in s.text} for wording in wordings]
    assert all(outlets)
    assert len(set.union(*outlets)) >= 2
