from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from tests.benchmarks.quality import names
from tests.benchmarks.quality.score_names import ALL, KINDS, Labelled, compared, score

TEXT = "The World Bank's Ann Lee spoke in Laos to Lao farmers on Monday."


def marked(*found: tuple[str, str]) -> list[Labelled]:
    return [(TEXT.index(words), TEXT.index(words) + len(words), kind) for words, kind in found]


def test_an_article_and_a_genitive_make_no_difference() -> None:
    bare = compared(TEXT, marked(("World Bank", "ORG")))
    assert len(bare) == 1
    assert compared(TEXT, marked(("The World Bank's", "ORG"))) == bare
    assert compared(TEXT, marked(("World Bank's", "ORG"))) == bare
    assert compared(TEXT, marked(("Bank", "ORG"))) != bare


def test_places_have_one_kind_and_other_kinds_do_not_count() -> None:
    gold, system = marked(("Laos", "LOC"), ("Monday", "DATE")), marked(("Laos", "GPE"), ("Lao farmers", "MISC"))
    assert score([(TEXT, gold, system)])[ALL].f1 == 1


def test_the_ends_and_the_kind_have_to_be_right() -> None:
    gold = marked(("World Bank", "ORG"), ("Ann Lee", "PERSON"), ("Lao", "NORP"))
    system = marked(("World Bank", "PERSON"), ("Ann Lee", "PERSON"), ("Lao farmers", "NORP"))
    found = score([(TEXT, gold, system)])
    assert (found["PERSON"].precision, found["PERSON"].recall) == (0.5, 1)
    assert (found["ORG"].f1, found["NORP"].f1) == (0, 0)
    assert found[ALL].f1 == pytest.approx(1 / 3)


@given(st.text(alphabet="the s'’A\n", max_size=20))
def test_what_is_compared_is_part_of_what_was_found(text: str) -> None:
    for start, end, _ in compared(text, [(0, len(text), "ORG")]):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@dataclass(frozen=True)
class Named:
    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Reading:
    entities: tuple[Named, ...]


class Model:
    def tag(self, doc: Doc) -> Reading:
        assert doc.text == TEXT
        return Reading(tuple(Named(*found) for found in marked(("Ann Lee", "PERSON"), ("Laos", "LOC"))))


def test_both_systems_are_scored_and_stand_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names.tagger, "load", Model)
    articles = [("outlet", TEXT, marked(("Ann Lee", "PERSON"), ("Laos", "LOC"), ("Monday", "DATE")))]
    scores = {name: names.measured(articles, system) for name, system in names.SYSTEMS.items()}
    assert scores["this program"][ALL].f1 == 1
    assert scores["spaCy"]["LOC"].recall == 1
    table = names.table(scores)
    assert table.row_count == len(names.SYSTEMS) * (len(KINDS) + 1)
    assert [list(column.cells)[-2] for column in table.columns][:5] == [
        "all",
        "this program",
        "1.000",
        "1.000",
        "1.000",
    ]
