"""Which article of the case a file means: by our id, its address, where it came from, its text, its title with outlet
and day, and last the words that are marked in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from workbench.analysis.text.typography import normalize_typography
from workbench.model.imported_marks import StatedArticle
from workbench.store import articles
from workbench.store.database import Database
from workbench.store.target_search import ArticleKeys, article_keys, articles_with, current_versions

TELLING = 48
"""So many characters of a text in a row tell it from others."""
SAMPLES = 5
HALF = 0.5
SHORT_TITLE = 3
"""A title of so few words may be anybody's."""


class ArticleFinder:
    """Finds the articles that are meant."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._texts: dict[str, str] = {}
        self._found: dict[StatedArticle, list[str]] = {}

    def text(self, article_id: str) -> str:
        """The text of an article."""
        if article_id not in self._texts:
            if len(self._texts) > 64:
                self._texts.clear()
            self._texts[article_id] = articles.text_of(self._db, article_id)
        return self._texts[article_id]

    def newest(self, ids: list[str]) -> list[str]:
        """Of versions of one article the newest; others as they are."""
        return current_versions(self._db, ids) or ids

    def find(self, stated: StatedArticle, words: Iterable[str] = ()) -> list[str]:
        """The articles that may be meant, mostly one; `words`: passages that are marked in it."""
        if stated not in self._found:
            self._found[stated] = self._by_what_is_known(stated)
        return self._found[stated] or self._by_passages(words)

    def _by_what_is_known(self, stated: StatedArticle) -> list[str]:
        if stated.id in self._ids:
            return [stated.id]
        ways: tuple[tuple[Callable[[ArticleKeys], str], str], ...] = (
            (lambda each: _address(each.url), _address(stated.url)),
            (lambda each: _address(each.source), _address(stated.url)),
            (lambda each: each.source, "" if stated.source == "-" else stated.source),
        )
        for key, wanted in ways:
            if wanted and (found := self._having(key, wanted)):
                return found
        named = self._by_title(stated) or self._by_file(stated)
        if not stated.text:
            return named
        found = self._by_text(stated.text) or self._by_samples(stated.text)
        if found:  # of copies, the one that is called so
            return [id for id in found if id in named] or found
        return [id for id in named if _overlap(stated.text, self.text(id)) > HALF]

    @cached_property
    def _keys(self) -> list[ArticleKeys]:
        return list(article_keys(self._db))

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(each.id for each in self._keys)

    @cached_property
    def _by_words(self) -> dict[str, list[str]]:
        """The text of every article without its typography -> its id."""
        found: dict[str, list[str]] = defaultdict(list)
        for id, text in articles.iter_texts(self._db):
            found[_bare(text)].append(id)
        return found

    def _having(self, key: Callable[[ArticleKeys], str], wanted: str) -> list[str]:
        return list(dict.fromkeys(each.id for each in self._keys if key(each) == wanted))

    def _by_text(self, text: str) -> list[str]:
        return self._by_words.get(_bare(text), [])

    def _by_title(self, stated: StatedArticle) -> list[str]:
        title = _bare(stated.title)
        if not title:
            return []
        found = [each for each in self._keys if _bare(each.title) == title]
        for name in ("outlet", "published_on"):
            if value := getattr(stated, name):
                found = [each for each in found if getattr(each, name) == value]
        told = bool(stated.outlet or stated.published_on) or len(title.split()) > SHORT_TITLE
        ids = list(dict.fromkeys(each.id for each in found))
        return ids if told or len(ids) == 1 else []

    def _by_file(self, stated: StatedArticle) -> list[str]:
        """By the name of the file, if one article alone has it."""
        for given in (stated.source, stated.title):
            name = _file(given)
            found = self._having(lambda each: _file(each.source), name) if name else []
            if len(found) == 1:
                return found
        return []

    def _by_samples(self, text: str) -> list[str]:
        """By stretches of its text, where those of one article alone are nearly all of them."""
        samples = list(_samples(text))
        counts: dict[str, int] = defaultdict(int)
        for sample in samples:
            for id in articles_with(self._db, sample):
                counts[id] += 1
        best = max(counts.values(), default=0)
        found = [id for id, count in counts.items() if count == best]
        return found if len(found) == 1 and 2 * best > len(samples) else []

    def _by_passages(self, words: Iterable[str]) -> list[str]:
        """The one article that has a passage, if it is long enough to tell."""
        for passage in words:
            if len(passage) >= TELLING:
                found = articles_with(self._db, passage)
                if len(found) == 1:
                    return found
        return []


def _samples(text: str) -> Iterator[str]:
    """Stretches of the longest lines of a text."""
    lines = sorted((line.strip() for line in text.split("\n")), key=len, reverse=True)
    for line in lines[:SAMPLES]:
        if len(line) >= TELLING:
            middle = max(0, len(line) // 2 - TELLING)
            yield line[middle : middle + 2 * TELLING]


def _overlap(one: str, other: str) -> float:
    """The part of the different words of the shorter text that the other has, too."""
    first, second = ({*_bare(text).split()} for text in (one, other))
    return len(first & second) / (min(len(first), len(second)) or 1)


def _bare(text: str) -> str:
    return normalize_typography(text).casefold()


def _address(address: str) -> str:
    """An address as it is compared: without protocol, fragment, `www.` and the last slash."""
    found = re.match(r"https?://(?:www\.)?([^#]*)", address.strip(), re.IGNORECASE)
    return found[1].rstrip("/") if found else ""


def _file(source: str) -> str:
    """The name of a file without its folders and its ending, casefolded; "" for what is none."""
    if source.startswith(("http://", "https://")):
        return ""
    name = source.replace("\\", "/").rpartition("/")[2]
    return re.sub(r"\.\w{1,5}$", "", name).casefold().strip()
