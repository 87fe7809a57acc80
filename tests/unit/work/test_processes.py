"""However many processes read, a case has the same in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability.story import STORY
from workbench.config.analysis_settings import AnalysisSettings
from workbench.export.formats import FORMATS
from workbench.work import Case, WorkforceSettings
from workbench.work.analysis_version import use_settings
from workbench.work.workers import workforce

SETTINGS = AnalysisSettings(
    {"verb spearhead": "proposes 3"}, "name\taliases\trole\tcountry\nMoritz Berg-Stahl\tMBS\tmayor of Graz\tAustria\n"
)
OWN = "Brazil spearheaded a tax on soy exports.\n\nMBS said the talks would go on.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {**STORY, "own": OWN}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    yield folder
    use_settings(AnalysisSettings())


def exports(folder: Path, jobs: int) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """All that a case exports, by format and pane, and its positions on soy with its speakers."""
    path = folder.parent / str(jobs) / "x.db"
    with Case.open(path, analysis=SETTINGS, workforce=WorkforceSettings(jobs)) as case:
        case.add([str(folder)])
        case.analyse()
        files = {}
        for name, each in FORMATS.items():
            for pane in each.panes if each.form == "text" else ():
                case.export(name, pane, stream := io.StringIO())
                files[f"{name} {pane}"] = stream.getvalue()
        own = {(p.value.holder, p.value.stance) for p in case.search("positions", "soy").rows}
        return files, own | {(s.name, s.country) for q in case.search("quotes").rows for s in q.value.speakers}


def test_two_processes_find_what_one_finds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workforce, "PAYS_FROM", 1)
    (one, own), (two, _) = exports(folder, 1), exports(folder, 2)
    assert {("BRA", "proposes"), ("Moritz Berg-Stahl", "AUT"), ("Pal Varga", "HUN")} <= own
    assert {name for name in one if one[name] != two[name]} == set()
