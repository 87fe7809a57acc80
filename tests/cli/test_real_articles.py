"""The five real articles that are not shipped: what the texts say of themselves is what the case says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.work import Case
from workbench.work.browsing import EVERYTHING

CORPORA = os.environ.get("WORKBENCH_CORPORA")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPORA, reason="WORKBENCH_CORPORA does not name the folder of corpora"),
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.open(tmp_path_factory.mktemp("real") / "x.db") as opened:
        assert len(opened.add([str(Path(CORPORA or "", "seeds"))]).added) == 5
        opened.analyse()
        yield opened


def text_of(case: Case, start: str) -> str:
    rows = case.search("articles", limit=EVERYTHING).rows
    (row,) = [r for r in rows if Path(r.value.source).name.startswith(start)]
    return case.article(row.id).value.text


def test_a_second_add_changes_nothing(case: Case) -> None:
    summary = case.add([str(Path(CORPORA or "", "seeds"))])
    assert (summary.added, summary.known, summary.failures) == ((), 5, ())


def test_a_repeated_body_stands_once_and_the_headlines_after_it_are_gone(case: Case) -> None:
    text = text_of(case, "002")
    assert text.count("Allies gather in Washington") == 1
    assert "You may also like" not in text
    assert "La Liga" not in text


def test_a_repeated_title_stands_once(case: Case) -> None:
    assert text_of(case, "003").count("Possible US Air Role in Ukraine as Europe Prepares Ground Deployment") == 1


def test_dates_and_the_outlet_of_the_footer_are_read(case: Case) -> None:
    heads = {Path(r.head.source).name[:3]: r.head for r in case.search("articles", limit=EVERYTHING).rows if r.head}
    assert heads["001"].published_on == "2025-08-22"
    assert heads["003"].published_on == "2025-08-21"
    assert heads["004"].outlet == "Al Jazeera"
    assert heads["000"].published_on == heads["000"].outlet == ""


def test_the_panes_say_what_the_texts_say(case: Case) -> None:
    assert case.search("quotes", 'speaker:"Karoline Leavitt" "an option and a possibility"').total == 1
    assert {r.value.stance for r in case.search("positions", "country:USA ground troops", limit=EVERYTHING).rows} >= {
        "ruled_out"
    }
    assert any(len({p.article_id for p in r.value.phrasings}) == 5 for r in case.search("facts", limit=EVERYTHING).rows)
    assert case.check() == ()
