"""The cases that the desk is measured on: made once, without the language models, and kept in a cache folder.

The texts are made of sentences about many made-up people and places, so that words are rare and frequent as they are in
news; quotes, positions and facts stand on real spans of them.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import platformdirs

from tests.benchmarks.speed.positions import ABOUT, DOING, HOLDERS, WHAT
from workbench.model import (
    STANCES,
    Analysis,
    Article,
    Difference,
    Document,
    Fact,
    Phrasing,
    Position,
    Quote,
    Reading,
    Span,
    Speaker,
)
from workbench.store import articles, results
from workbench.store.facts import write_fact
from workbench.store.issues import save_issues
from workbench.store.positions import load_positions
from workbench.store.transactions import writing
from workbench.work import Case
from workbench.work.article_analysis import version as analysis_version

FORM = 1
"""Raised when the cases are made in another way, so that old ones are not used."""
MANY = 100_000
SEED = 4
AT_ONCE = 2_000
"""How many articles are one transaction."""
POSITIONS_OF, FACTS_OF = 5, 20
"""Every fifth article has a position, every twentieth begins a fact that the two after it report too."""
STARTS = "ka lo mi ra te su vo ne pa di ga ho ze bri kla stu tro fen wal mar".split()
MIDDLES = "li ra no ve sha ti mo den rik lan sto ber gu wi ja".split()
ENDS = "n s r va ko dt l m ska ni ton berg ova ias mo".split()
OUTLETS = [f"{place} {kind}" for place in "Coastal Harbour Northern Valley Capital Island".split()
           for kind in "Wire Post Radio Courier Herald Monitor Gazette".split()]  # fmt: skip


def folder() -> Path:
    """Where what the benchmark makes is kept for the next time."""
    return Path(platformdirs.user_cache_dir("workbench-benchmarks"))


def made_once(name: str, fill: Callable[[Case], None]) -> Path:
    """The case of that name in the cache folder; filled if it is not there, and there whole or not at all."""
    path = folder() / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        for old in path.parent.glob(f"{unfinished.name}*"):
            old.unlink()
        with Case.open(unfinished) as case:
            fill(case)
        os.replace(unfinished, path)
    return path


def case_of(count: int) -> Path:
    """A case of so many articles, analysed as it seems; made if it is not there."""
    path = made_once(f"{count}-{FORM}.db", lambda case: _fill(case, count))
    with Case.open(path) as case:
        case.db.execute("UPDATE article SET analysed_by = ?1 WHERE analysed_by IS NOT ?1", [analysis_version(case)])
    return path


def _fill(case: Case, count: int) -> None:
    dice = random.Random(SEED)
    people = [_name(dice) + " " + _name(dice) for _ in range(2_000)]
    places = [_name(dice) for _ in range(10_000)]
    version = analysis_version(case)
    told: list[tuple[str, str, Span]] = []
    for first in range(0, count, AT_ONCE):
        with writing(case.db):
            for number in range(first, min(first + AT_ONCE, count)):
                told = told if number % FACTS_OF < 3 else []
                _add(case, number, version, dice, people, places, told)
    with writing(case.db):
        save_issues(case.db, {p.id: p.topic.rsplit(" ", 1)[0] for p in load_positions(case.db)})


def _name(dice: random.Random) -> str:
    return (dice.choice(STARTS) + dice.choice(MIDDLES) + dice.choice(ENDS)).capitalize()


def _often(dice: random.Random, among: Sequence[str]) -> str:
    """One of them, those at the front far more often."""
    return among[int(len(among) * dice.random() ** 3)]


def _add(case: Case, number: int, version: str, dice: random.Random, people: Sequence[str], places: Sequence[str],
         told: list[tuple[str, str, Span]]) -> None:  # fmt: skip
    title = f"{_often(dice, places)} {dice.choice(WHAT)}: {dice.choice(DOING)} {dice.choice(ABOUT)} {number}"
    speaker, said = _often(dice, people), f"{dice.choice(DOING)} {dice.choice(WHAT)} will not {dice.choice(ABOUT)} us"
    if not told or number % FACTS_OF == 0:
        told.clear()
        event = f"{dice.randint(2, 90)} {dice.choice(ABOUT)} crossed into {_often(dice, places)} on Monday"
    else:
        event = " ".join([str(dice.randint(2, 90)), *told[0][1].split()[1:]])
    text = title + "\n\n" + " ".join([f"{event}.", f"“{said},” {speaker} said.", *_sentences(dice, people, places)])
    document = Document(f"{number:06}.txt", text.encode(), "text/plain")
    day = f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    article = Article(document.id, document.source, text, title, _often(dice, OUTLETS), "", day, "en")
    articles.add(case.db, document, article)
    who = Speaker(speaker, "person", "", _often(dice, HOLDERS))
    quote = Quote(article.id, "direct", (_place(text, said),), said, (who,), confidence=0.9)
    found = tuple(_positions(article, dice)) if number % POSITIONS_OF == 0 else ()
    results.save_analysis(case.db, Analysis(article.id, quotes=(quote,), positions=found), version)
    if number % FACTS_OF < 3:
        told.append((article.id, event, _place(text, event)))
    if number % FACTS_OF == 2 and len(told) == 3:
        fact = _fact(told)
        write_fact(case.db, fact.id, fact)


def _sentences(dice: random.Random, people: Sequence[str], places: Sequence[str]) -> Iterator[str]:
    for _ in range(7):
        yield (
            f"In {_often(dice, places)} the talks on {dice.choice(DOING)} {dice.choice(WHAT)} went on as"
            f" {_often(dice, people)} left for {_often(dice, places)} with {dice.choice(ABOUT)}."
        )


def _positions(article: Article, dice: random.Random) -> Iterator[Position]:
    holder, stance = _often(dice, HOLDERS), dice.choice(list(STANCES))
    sentence = article.text.rsplit(". ", 1)[1]
    span = _place(article.text, sentence)
    topic = f"{dice.choice(DOING)} {dice.choice(WHAT)} for {dice.choice(ABOUT)}"
    yield Position(article.id, holder, holder, stance, span, span, sentence, topic, confidence=0.8)


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _fact(told: Sequence[tuple[str, str, Span]]) -> Fact:
    phrasings = tuple(Phrasing(id, span, words, confidence=0.9) for id, words, span in told)
    readings = tuple(Reading(id, words.split()[0], Span(span.start, span.start + len(words.split()[0])))
                     for id, words, span in told)  # fmt: skip
    return Fact(told[0][1], "event", phrasings, (Difference("number", readings),))
