"""Use cases that join the layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.analysis import article as analysis
from workbench.errors import WorkbenchError
from workbench.model import Analysis, Article
from workbench.work import Case


def test_an_article_that_breaks_the_analysis_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Mayor Ana Ruiz said that dam {name} would hold.\n", encoding="utf-8")

    def analyse(article: Article, known: object) -> Analysis:
        if article.source.endswith("b.txt"):
            raise RecursionError("too deep")
        return Analysis(article.id)

    monkeypatch.setattr(analysis, "analyse", analyse)
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / f"{name}.txt") for name in ("a", "b", "c")])
        with pytest.raises(WorkbenchError, match=r"1 of 3 .*b\.txt \(RecursionError: too deep\)"):
            case.analyse()
        assert case.pending() == 1
        assert case.check() == ()


def test_a_bare_name_gets_what_another_article_says_of_the_person(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(
        "On Monday Nunes said that the dam would hold. She said it was safe.\n", encoding="utf-8"
    )
    (tmp_path / "full.txt").write_text("Brazilian President Carla Nunes said the road was shut.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "bare.txt"), str(tmp_path / "full.txt")])
        case.analyse()
        said = {(s.name, s.country) for r in case.search("quotes").rows for s in r.value.speakers}
        assert said == {("Carla Nunes", "BRA")}


def test_a_stopped_analysis_goes_on_where_it_was(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Mayor Ana Ruiz said that dam {name} would hold.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path)])
        asked = iter([False, True, True, True])
        assert case.analyse(stop=lambda: next(asked)) == 1
        assert case.pending() == 1
        assert case.analyse() == 1
