"""Two checkouts are compared turn by turn, each on its own code; no time decides here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import side_by_side
from tests.benchmarks.side_by_side import (
    WORDS_A_SECOND,
    Checkout,
    Figures,
    Row,
    article_sources,
    table,
    tried_twice,
    turn_about,
)

OURS, THEIRS = Checkout(Path("ours"), {}), Checkout(Path("theirs"), {})


def test_the_ratio_is_the_median_of_the_turns_ratios() -> None:
    row = Row("x", "s", (1.0, 4.0, 3.0), (1.0, 2.0, 2.0))
    assert row.ratios == (1.0, 2.0, 1.5)
    assert row.ratio == 1.5


@pytest.mark.parametrize(
    ("unit", "ours", "within"),
    [
        ("s", 0.5, True),
        ("s", 1.05, True),
        ("s", 1.06, False),
        (WORDS_A_SECOND, 2.0, True),
        (WORDS_A_SECOND, 0.96, True),
        (WORDS_A_SECOND, 0.95, False),
    ],
)
def test_only_what_is_more_than_five_percent_slower_is_not_within(unit: str, ours: float, within: bool) -> None:
    assert Row("x", unit, (ours,), (1.0,)).within is within


def test_the_table_has_medians_and_the_spread_of_the_ratios() -> None:
    rows = [
        Row("start", "s", (0.5, 0.75, 1.5), (0.5, 0.5, 0.5)),
        Row("analysis", WORDS_A_SECOND, (1500.0,), (1000.0,)),
    ]
    cells = [list(row) for row in zip(*(column.cells for column in table(rows, "").columns), strict=True)]
    assert cells == [
        ["start", "750.0 ms", "500.0 ms", "1.500", "1.00 to 3.00", "no"],
        ["analysis", "1,500 words/s", "1,000 words/s", "1.500", "1.50 to 1.50", "yes"],
    ]


def test_the_checkouts_take_turns() -> None:
    asked: list[Checkout] = []

    def figures(checkout: Checkout) -> Figures:
        asked.append(checkout)
        return {("number", "s"): float(len(asked)), ("twice", "s"): 2.0 * len(asked)}

    rows = list(turn_about(OURS, THEIRS, 2, figures))
    assert asked == [OURS, THEIRS, OURS, THEIRS]
    assert rows == [Row("number", "s", (1.0, 3.0), (2.0, 4.0)), Row("twice", "s", (2.0, 6.0), (4.0, 8.0))]


def test_a_desk_that_did_not_answer_is_measured_once_more() -> None:
    asked: list[Checkout] = []

    def late(checkout: Checkout) -> Figures:
        asked.append(checkout)
        if len(asked) != 2:
            raise TimeoutError
        return {("number", "s"): 1.0}

    assert tried_twice(late, OURS) == {("number", "s"): 1.0}
    with pytest.raises(TimeoutError):
        tried_twice(late, OURS)
    assert len(asked) == 4


def test_a_checkout_runs_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "workbench").mkdir()
    (tmp_path / "workbench" / "__init__.py").write_text("HERE = 1\n", encoding="utf-8")
    checkout = Checkout.at(tmp_path, {})
    assert checkout.python("-c", "import workbench; print(workbench.HERE)") == "1"


def test_a_folder_without_the_product_is_refused_before_another_one_is_measured(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="holds no workbench"):
        Checkout.at(tmp_path, {})


def test_of_the_stories_only_the_texts_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = tmp_path / "stories" / "dev" / "talks"
    story.mkdir(parents=True)
    for name in ("radio.txt", "gold_facts.jsonl"):
        (story / name).touch()
    monkeypatch.setattr(side_by_side, "data_folder", lambda name: Path(name))
    assert list(article_sources("")) == [Path("seeds")]
    assert list(article_sources(str(tmp_path))) == [Path("seeds"), story / "radio.txt"]
