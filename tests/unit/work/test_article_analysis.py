"""Articles are analysed by themselves, then brought together; what stops or breaks is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.analysis import article as analysis
from workbench.analysis.article import Reading
from workbench.config.analysis_settings import AnalysisSettings
from workbench.errors import WorkbenchError
from workbench.model import Analysis, Position, Quote, Span, Speaker, Tally
from workbench.work import Case


def test_an_article_that_breaks_the_analysis_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Mayor Ana Ruiz said that dam {name} would hold.\n", encoding="utf-8")

    def finish(reading: Reading) -> Analysis:
        if reading.article.source.endswith("b.txt"):
            raise RecursionError("too deep")
        return reading.found

    monkeypatch.setattr(analysis, "finish", finish)
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
        asked = iter([False, False, False, True, True, True])  # twice by persons and quotes, once by the rest
        assert case.analyse(stop=lambda: next(asked)).analysed == 1
        assert case.pending() == 1
        assert case.analyse().analysed == 1


FRENCH = (
    "Le ministre des Transports a déclaré jeudi que le pont ne serait pas terminé avant le printemps prochain. "
    "« Nous avons besoin de temps », a-t-il ajouté devant les journalistes réunis au port de la ville.\n"
)


def test_an_article_in_another_language_is_kept_but_not_analysed(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "en.txt").write_text("Mayor Ana Ruiz said that the dam would hold.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path)])
        done = case.analyse()
        assert (done.analysed, done.unanalysed) == (1, {"fr": 1})
        assert case.pending() == 0
        row = case.search("articles", "journalistes").rows[0]
        assert row.head is not None
        assert (row.head.unanalysed, row.value.language) == ("fr", "fr")
        assert case.search("quotes", f"article:{row.id}").total == 0
        assert FRENCH.strip() in case.article(row.id).value.text
        assert case.analyse(everything=True).unanalysed == {"fr": 1}
        case.edit(row.id, "language", "en")
        assert case.pending() == 1
        assert case.analyse().analysed == 1
        assert case.search("articles", "unanalysed:fr").total == 0


def test_an_article_that_is_said_to_be_in_english_is_analysed(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "fr.txt")], {"language": "en"})
        assert case.analyse().unanalysed == {}


def test_a_page_that_only_states_english_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "fr.html").write_text(f'<html lang="en"><body><p>{FRENCH}</p></body></html>', encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "fr.html")])
        assert case.analyse().unanalysed == {"fr": 1}


def test_an_analysis_made_anew_says_what_changed_and_the_analysts_marks_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("The mayor said that the dam would hold for years.\n", encoding="utf-8")
    found = {"end": 36, "who": "Ann"}

    def finish(reading: Reading) -> Analysis:
        article, span = reading.article, Span(20, found["end"])  # type: ignore[arg-type]
        who = Speaker(str(found["who"]), "person")
        return Analysis(article.id, quotes=(Quote(article.id, "indirect", (span,), span.of(article.text), (who,)),))

    monkeypatch.setattr(analysis, "finish", finish)
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "a.txt")])
        assert case.analyse().changes.articles == 0
        old = case.search("quotes").rows[0]
        case.tag([old.id], "key")
        case.edit(old.id, "speakers", [{"name": "Cy"}])
        assert case.analyse(everything=True).changes.quotes == Tally(kept=1)
        found |= {"end": 46, "who": "Bo"}
        done = case.analyse(everything=True)
        assert (done.changes.quotes, done.lost) == (Tally(changed=1), ())
        change = done.changes.found[0]
        assert isinstance(change.before, Quote)
        assert isinstance(change.after, Quote)
        assert [c.speakers[0].name for c in (change.before, change.after)] == ["Ann", "Bo"]
        new = case.search("quotes", "tag:key").rows[0]
        assert new.id != old.id
        assert [s.name for s in new.value.speakers] == ["Cy"]
        assert case.check() == ()


def test_a_name_learnt_from_a_new_article_is_told_as_a_change_of_the_older(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text(
        "On Monday Nunes said that the dam would hold. She said it was safe.\n", encoding="utf-8"
    )
    (tmp_path / "full.txt").write_text("Brazilian President Carla Nunes said the road was shut.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "bare.txt")])
        assert case.analyse().changes.found == ()
        case.add([str(tmp_path / "full.txt")])
        changes = case.analyse().changes
        assert changes.articles == 1
        kinds = {type(c.thing): c.kind for c in changes.found}
        assert kinds == {Quote: "changed", Position: "new"}
        assert case.analyse(everything=True).changes.found == ()


def test_an_issue_that_the_analyst_named_draws_what_a_later_article_says(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Brazil opposes a tax on soy exports. Peru supports a new ferry to the islands.\n", encoding="utf-8"
    )
    (tmp_path / "two.txt").write_text("Chile rejected the export tax on soybeans.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "one.txt")])
        case.analyse()
        case.edit("issue", "tax on soy exports", "soy")
        assert case.matrix().pinned == {"soy"}
        case.add([str(tmp_path / "two.txt")])
        case.analyse()
        assert {holder for issue, holder in case.matrix().cells if issue == "soy"} == {"BRA", "CHL"}
        assert [a.verdict for a in case.agreements(case.matrix(), "BRA", "CHL")] == ["agree"]
        assert case.check() == ()


def test_the_analysts_stance_words_make_articles_wait_again(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Brazil spearheaded a tax on soy exports.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "one.txt")])
        case.analyse()
        assert {row.value.stance for row in case.search("positions").rows} <= {"supports", "committed"}
    with Case.open(tmp_path / "x.db", analysis=AnalysisSettings({"verb spearhead": "proposes 3"})) as case:
        assert case.pending() == 1
        case.analyse()
        (row,) = case.search("positions").rows
        assert (row.value.stance, row.value.strength) == ("proposes", 3)
    with Case.open(tmp_path / "x.db") as case:
        assert case.pending() == 1


def test_the_analysts_persons_go_over_the_table_and_make_articles_wait_again(tmp_path: Path) -> None:
    said = ("MBS said the talks would go on.", '"We will wait," said Angela Merkel in Germany.')
    text = "\n\n".join((*said, "The Hudson Institute said it would go on as before."))
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    rows = (
        "name\taliases\trole\tcountry",
        "Moritz Berg-Stahl\tMBS\tmayor of Graz\tAustria",
        "Angela Merkel\t\tpainter\tSweden",
    )
    people = "\n".join(rows)
    settings = [AnalysisSettings(people=people), AnalysisSettings(known_people=False), AnalysisSettings()]
    found = []
    for each in settings:
        with Case.open(tmp_path / "x.db", analysis=each) as case:
            case.add([str(tmp_path / "one.txt")])
            assert case.pending() == 1
            case.analyse()
            speakers = [s for row in case.search("quotes").rows for s in row.value.speakers]
            found.append({(s.name, s.role, s.country, s.known_from.country) for s in speakers})
    assert found[0] == {
        ("Moritz Berg-Stahl", "mayor of Graz", "AUT", "case"),
        ("Angela Merkel", "painter", "SWE", "case"),
        ("Hudson Institute", "", "USA", "known"),
    }
    assert not {known for *_, known in found[1]} & {"known", "case"}
    assert {("Angela Merkel", "DEU", "known"), ("Hudson Institute", "USA", "known")} <= {
        (name, country, known) for name, _, country, known in found[2]
    }
