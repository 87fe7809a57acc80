"""A case of real articles, told again and again with other names in them: words as frequent as they are in news.

The articles are those of `seeds/`, and of the dev stories where `WORKBENCH_CORPORA` is set. Nothing is analysed.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from workbench.config.data_folders import data_folder
from workbench.model import Article, Document
from workbench.store import articles
from workbench.store.transactions import writing
from workbench.work import Case

FORM = 1
"""Raised when the case is made in another way."""
SEED = 11
AT_ONCE = 1_000
_NAME = re.compile(r"(?<![.!?”\"] )(?<!\n)\b[A-Z][a-z]{3,}\b")
_STARTS = "ka lo mi ra te su vo ne pa di ga ho ze bri kla stu tro fen wal mar".split()
_MIDDLES = "li ra no ve sha ti mo den rik lan sto ber gu wi ja".split()
_ENDS = "n s r va ko dt l m ska ni ton berg ova ias mo".split()


def renamed_case(count: int) -> Path:
    """The case of so many articles, made if it is not there."""
    path = Path(platformdirs.user_cache_dir("workbench-benchmarks"), f"renamed-{count}-{FORM}.db")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        for old in path.parent.glob(f"{unfinished.name}*"):
            old.unlink()
        with Case.open(unfinished) as case:
            _fill(case, count, [file.read_text(encoding="utf-8", errors="replace") for file in _files()])
        os.replace(unfinished, path)
    return path


def _files() -> list[Path]:
    corpora = os.environ.get("WORKBENCH_CORPORA", "")
    stories = sorted(Path(corpora, "stories", "dev").glob("*/*.txt")) if corpora else []
    return [*sorted(data_folder("seeds").glob("*.txt")), *stories]


def _fill(case: Case, count: int, texts: Sequence[str]) -> None:
    dice = random.Random(SEED)
    for first in range(0, count, AT_ONCE):
        with writing(case.db):
            for number in range(first, min(first + AT_ONCE, count)):
                text = _renamed(texts[number % len(texts)], dice)
                document = Document(f"{number:07}.txt", text.encode(), "text/plain")
                title, outlet = text.split("\n", 1)[0][:120], f"{_name(dice)} Post"
                day = f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
                articles.add(
                    case.db, document, Article(document.id, document.source, text, title, outlet, "", day, "en")
                )


def _renamed(text: str, dice: random.Random) -> str:
    """Every name in the text as another, the same wherever it stands."""
    others: dict[str, str] = {}
    return _NAME.sub(lambda name: others.setdefault(name[0], _name(dice)), text)


def _name(dice: random.Random) -> str:
    return (dice.choice(_STARTS) + dice.choice(_MIDDLES) + dice.choice(_ENDS)).capitalize()
