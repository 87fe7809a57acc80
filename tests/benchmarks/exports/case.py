"""The case that exports are measured on: many quotes, with all that quotes have; made once, kept in a cache folder."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.speed.positions import ABOUT, DOING, HOLDERS, WHAT
from tests.benchmarks.tui.cases import OUTLETS, made_once
from workbench.analysis.text.sentences import sentence_at
from workbench.model import Analysis, Article, Document, KnownFrom, Part, Quote, Span, Speaker
from workbench.store import articles, results
from workbench.store.transactions import writing
from workbench.work import Case

FORM = 2
"""Raised when the case is made in another way, so that old ones are not used."""
QUOTES_OF = 8
"""So many quotes an article has."""
TAGGED, NOTED, CORRECTED = 20, 50, 200
"""Every so many quotes have a tag, a note and a star, a correction."""
AT_ONCE = 500
ROLES = ("Foreign Minister", "President", "", "spokesman for the ministry of trade")
NAMES = ("Ana Boris Chen Dina Émile Farah".split(), "Ruiz Li Poe Ødegård Kaya".split())
CUES = ("said", "told reporters", "warned", "insisted")


def case_of(count: int) -> Path:
    """A case of so many quotes; made if it is not there."""
    return made_once(f"quotes-{count}-{FORM}.db", lambda case: _mark(case, _fill(case, count)))


def _fill(case: Case, count: int) -> list[str]:
    dice = random.Random(count)
    found: list[str] = []
    numbers = range(-(-count // QUOTES_OF))
    for first in range(0, len(numbers), AT_ONCE):
        with writing(case.db):
            for number in numbers[first : first + AT_ONCE]:
                text, quotes = _article(dice, number, min(QUOTES_OF, count - number * QUOTES_OF))
                document = Document(f"{number:06}.txt", text.encode(), "text/plain")
                day = f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
                article = Article(document.id, document.source, text, text.split("\n")[0], dice.choice(OUTLETS), "",
                                  day, "en", url=f"https://news.example/{day}/{number}.html")  # fmt: skip
                articles.add(case.db, document, article)
                whole = tuple(_quote(article, *each) for each in quotes)
                results.save_analysis(case.db, Analysis(article.id, quotes=whole), "benchmark")
                found += [quote.id for quote in whole]
    return found


Told = tuple[Span, Span, Span, str, str]
"""Content, cue and speaker, the speaker's role and country."""


def _article(dice: random.Random, number: int, quotes: int) -> tuple[str, list[Told]]:
    """A text, and where its quotes stand."""
    text, told = f"{dice.choice(WHAT).capitalize()}: {dice.choice(DOING)} {dice.choice(ABOUT)} {number}\n\n", []
    for _ in range(quotes):
        said = f"{dice.choice(DOING)} {dice.choice(WHAT)} will not {dice.choice(ABOUT)} us in {number % 90} more years"
        pieces = (
            *_sentences(dice),
            " “",
            said,
            ",” ",
            " ".join(map(dice.choice, NAMES)),
            " ",
            dice.choice(CUES),
            ".\n",
        )
        places = []
        for piece in pieces:
            places.append(Span(len(text), len(text) + len(piece)))
            text += piece
        told.append((places[-6], places[-2], places[-4], dice.choice(ROLES), dice.choice(HOLDERS)))
    return text, told


def _sentences(dice: random.Random) -> Iterator[str]:
    for _ in range(3):
        yield f"The talks on {dice.choice(DOING)} {dice.choice(WHAT)} went on — as ever — with {dice.choice(ABOUT)}."


def _quote(article: Article, content: Span, cue: Span, speaker: Span, role: str, country: str) -> Quote:
    text = article.text
    said, cued, name = content.of(text), cue.of(text), speaker.of(text)
    who = Speaker(name, "person", role, country, speaker, name, KnownFrom("text", "presumed"))
    told = (Part("content", content, said), Part("speaker", speaker, name), Part("cue", cue, cued))
    sentence = sentence_at(text, Span.around([content, cue]))
    return Quote(
        article.id, "direct", (content,), said, (who,), cue, cued, confidence=0.912, told=told, sentence=sentence
    )


def _mark(case: Case, quotes: list[str]) -> None:
    case.tag(quotes[::TAGGED], "key")
    for id in quotes[::NOTED]:
        case.note(id, "Ask the ministry whether this still holds.")
    case.star(quotes[::NOTED])
    with writing(case.db):
        who = [{"name": "Ana Ruiz", "kind": "person", "role": "Prime Minister", "country": "BRA"}]
        case.correct(quotes[::CORRECTED], {"speakers": who})
