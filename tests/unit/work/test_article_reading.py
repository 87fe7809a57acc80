"""Articles that come together are read with each other's persons, each to its end once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from workbench.analysis import article as analysis
from workbench.analysis.article import Reading
from workbench.model import Analysis
from workbench.nlp import pipeline
from workbench.nlp.pipeline import ModelOutput
from workbench.store.entities import persons_by_article, persons_of
from workbench.work import Case, article_reading

STORY = {
    "bare": "On Monday Nunes said that the dam would hold. She said it was safe.\n",
    "full": "Brazilian President Carla Nunes said the road was shut.\n",
    "none": "The road was shut on Monday.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in STORY.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the models ran, and how often an article was read to its end."""
    count: Counter[str] = Counter()
    run, finish = pipeline.run_models, analysis.finish

    def counted_run(text: str) -> ModelOutput:
        count["models"] += 1
        return run(text)

    def counted_finish(reading: Reading) -> Analysis:
        count["finished"] += 1
        return finish(reading)

    monkeypatch.setattr(pipeline, "run_models", counted_run)
    monkeypatch.setattr(analysis, "finish", counted_finish)
    return count


def names_of_speakers(case: Case) -> set[str]:
    return {s.name for row in case.search("quotes").rows for s in row.value.speakers}


def test_an_article_whose_persons_another_tells_is_read_to_its_end_once(folder: Path, steps: Counter[str]) -> None:
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        assert case.analyse().analysed == len(STORY)
        assert names_of_speakers(case) == {"Carla Nunes"}
    assert steps == {"models": len(STORY), "finished": len(STORY)}


def test_what_a_later_portion_tells_reaches_the_articles_of_an_earlier_one(
    folder: Path, steps: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_reading, "PORTIONS", (1, 1))
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        case.analyse()
        assert names_of_speakers(case) == {"Carla Nunes"}
        assert not case.owed()
    assert steps["finished"] == len(STORY) + 1


def test_an_article_that_was_told_all_is_not_read_again_when_one_more_tells_nothing_of_its_persons(
    folder: Path, steps: Counter[str]
) -> None:
    sided = "Republican presidential candidate Carl Hale said the dam would hold.\n"
    (folder / "party.txt").write_text(sided, encoding="utf-8")
    (folder / "country.txt").write_text("American senator Carl Hale said the road was shut.\n", encoding="utf-8")
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "party.txt"), str(folder / "country.txt")])
        case.analyse()
        steps.clear()
        case.add([str(folder / "none.txt")])
        case.analyse()
    assert steps["finished"] == 1


def test_what_an_article_that_goes_kept_apart_reaches_those_that_stay(folder: Path) -> None:
    (folder / "other.txt").write_text("Chilean Minister Otto Nunes said nothing.\n", encoding="utf-8")
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        case.analyse()
        assert names_of_speakers(case) == {"Nunes", "Carla Nunes", "Otto Nunes"}
        [gone] = [row.id for row in case.search("articles").rows if row.value.source.endswith("other.txt")]
        case.remove([gone])
        assert names_of_speakers(case) == {"Carla Nunes"}


def test_persons_are_linked_before_they_are_stored_as_after(folder: Path) -> None:
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "full.txt")])
        case.analyse()
        [(id, stored)] = persons_by_article(case.db).items()
        assert persons_of(analysis.analyse(case.article(id).value)) == stored


def test_when_everything_is_analysed_again_no_article_is_read_to_its_end_twice(
    folder: Path, steps: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_reading, "PORTIONS", (1, 10_000))
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        case.analyse()
        assert steps.pop("finished") == len(STORY) + 1
        case.analyse(everything=True)
        assert names_of_speakers(case) == {"Carla Nunes"}
    assert steps["finished"] == len(STORY)


def test_articles_are_analysed_again_without_the_models(folder: Path, steps: Counter[str]) -> None:
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        case.analyse()
        found = [row.value for pane in ("quotes", "positions", "people") for row in case.search(pane).rows]
        steps.clear()
        outcome = case.analyse(everything=True)
        again = [row.value for pane in ("quotes", "positions", "people") for row in case.search(pane).rows]
    assert (steps["models"], outcome.analysed, again) == (0, len(STORY), found)


def test_after_compacting_articles_are_analysed_by_the_models(folder: Path, steps: Counter[str]) -> None:
    with Case.open(folder / "x.db") as case:
        case.add([str(folder / "*.txt")])
        case.analyse()
        assert case.compact() >= 0
        case.analyse(everything=True)
        assert names_of_speakers(case) == {"Carla Nunes"}
    assert steps["models"] == 2 * len(STORY)
