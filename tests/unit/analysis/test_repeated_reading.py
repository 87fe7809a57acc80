"""What is found in an article that was read before is what the models would have found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis import article as analysis
from workbench.model import Analysis, Article, Entity
from workbench.nlp import parser, pipeline, position_scorer
from workbench.nlp.pipeline import ModelOutput

STORY = (
    "LIMA — Brazil will not accept the deal, said President Carla Nunes on Monday.\n\n“It is too late,” she told"
    " Reuters, “and Peru knows it.”\n\nPeruvian officials said talks go on. \U0001f600 France backs them.\x07\n"
)
SENTENCES = (
    *STORY.splitlines(),
    "\U0001f1e7\U0001f1f7",
    "\x00\x1b[0m",
    "Nunes said so.",
    "\u2028",
    "U.S. troops left.",
)


def article_of(text: str) -> Article:
    return Article("D1", "story.txt", text=text, language="en")


def no_models(*_: object) -> ModelOutput:
    raise AssertionError("A model is run.")


def assert_same(text: str, found: Analysis) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "run_models", no_models)
        patch.setattr(position_scorer, "_sessions", no_models)
        again = analysis.analyse(article_of(text), kept=found.kept)
    assert again == found
    assert again.kept == found.kept


@pytest.mark.parametrize("text", ["", "\n", STORY, STORY * 8, "\x00\x07", "\U0001f600" * 50, "Nunes said " * 2000])
def test_without_a_model_the_same_is_found(text: str) -> None:
    assert_same(text, analysis.analyse(article_of(text)))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=12)
)
def test_so_it_is_for_any_text(parts: list[str]) -> None:
    text = " ".join(parts)
    assert_same(text, analysis.analyse(article_of(text)))


def test_of_a_text_beyond_the_limit_the_same_part_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "LIMIT", 200)
    assert_same(STORY, analysis.analyse(article_of(STORY)))


def test_names_that_become_known_need_no_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Nunes said on Monday that the dam would hold. She warned Peru."
    found = analysis.analyse(article_of(text))
    known = {"Nunes": Entity("Carla Nunes", "person", "president", "BRA")}
    expected = analysis.analyse(article_of(text), known)
    monkeypatch.setattr(pipeline, "run_models", no_models)
    assert analysis.analyse(article_of(text), known, found.kept) == expected
    assert {s.name for q in expected.quotes for s in q.speakers} == {"Carla Nunes"}
