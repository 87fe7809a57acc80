"""The comparison of a case: one more article as if all were compared anew, and the analyst's ties."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from workbench.analysis import revision
from workbench.analysis.facts.article_signatures import clause_hash
from workbench.errors import NotFound, UsageError
from workbench.model import Fact
from workbench.views import Row
from workbench.work import Case, article_comparison, fact_matching

STORY = {
    "a": "Two passenger trains collided near Lyon on Monday, killing at least 12 people. "
    "The transport minister rejected calls for his resignation. Repairs will cost 40 million euros.",
    "b": "At least 12 people died when two passenger trains crashed near Lyon. "
    "The transport minister refused demands for his resignation.",
    "c": "Repair work is expected to cost about 40 million euros. Farmers in the south fear a dry summer. "
    "Two passenger trains crashed near Lyon on Monday.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in STORY.items():
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def case(folder: Path) -> Iterator[Case]:
    with Case.open(folder / "x.db") as made:
        made.add([str(folder)])
        made.analyse()
        yield made


def facts(case: Case) -> list[Row[Fact]]:
    return sorted(case.search("facts").rows, key=lambda row: row.id)


def told(case: Case) -> dict[str, Fact]:
    return {row.id: row.value for row in facts(case)}


def passages(case: Case) -> dict[str, list[str]]:
    return {id: [p.id for p in fact.phrasings] for id, fact in told(case).items()}


def near(case: Case) -> dict[str, set[str]]:
    return {id: {p.id for p in fact.perhaps} for id, fact in told(case).items()}


def about(case: Case, word: str) -> Row[Fact]:
    [found] = [row for row in facts(case) if word in row.value.gist]
    return found


@pytest.mark.parametrize("last", STORY)
def test_one_more_article_gives_what_comparing_all_gives(
    folder: Path, case: Case, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_comparison, "SMALL_CASE_CLAUSES", 0)
    monkeypatch.setattr(article_comparison, "GROWTH_LIMIT", 1.0)
    with Case.open(folder / "y.db") as other:
        other.add([str(folder / f"{name}.txt") for name in STORY if name != last])
        other.analyse()
        other.add([str(folder / f"{last}.txt")])
        other.analyse()
        assert passages(other) == passages(case)
        assert near(other) == near(case)


def test_the_positions_of_one_more_article_join_the_issues_there_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_comparison, "SMALL_CASE_CLAUSES", 0)
    monkeypatch.setattr(article_comparison, "GROWTH_LIMIT", 1.0)
    text = "France opposes a ban on ivory exports, President Emmanuel Macron said on Monday."
    with Case.open(folder / "y.db") as case:
        for name in ("one", "two"):
            (folder / f"{name}.txt").write_text(f"{text} That is the {name}.\n", encoding="utf-8")
            case.add([str(folder / f"{name}.txt")])
            case.analyse()
            if name == "one":
                case.db.execute("UPDATE issue SET label = 'elephants'")
        rows = case.search("positions").rows
        assert len({row.value.article_id for row in rows}) == 2
        assert {row.value.issue for row in rows} == {"elephants"}


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[tuple[int, int]]]:
    """The pairs of clauses that are judged, comparison by comparison; what did not come in or change is not."""
    monkeypatch.setattr(article_comparison, "SMALL_CASE_CLAUSES", 0)
    monkeypatch.setattr(article_comparison, "GROWTH_LIMIT", 1.0)
    found: list[Sequence[tuple[int, int]]] = []
    real = fact_matching.matching.match_scores

    def match_scores(pairs: Sequence[tuple[int, int]], *rest: Any) -> dict[tuple[int, int], float]:
        found.append(list(pairs))
        return real(pairs, *rest)

    monkeypatch.setattr(fact_matching.matching, "match_scores", match_scores)
    return found


def test_only_pairs_with_what_came_in_are_judged(
    folder: Path, case: Case, judged: list[Sequence[tuple[int, int]]]
) -> None:
    (folder / "d.txt").write_text("A lighthouse keeper sang to the gulls for 9 hours.\n", encoding="utf-8")
    case.add([str(folder / "d.txt")])
    case.analyse()
    [pairs] = judged
    new = clause_hash("A lighthouse keeper sang to the gulls for 9 hours.")
    assert all(new in pair for pair in pairs)


def test_no_pair_is_judged_again_when_everything_is_analysed_again_and_found_as_it_was(
    case: Case, judged: list[Sequence[tuple[int, int]]]
) -> None:
    before = told(case)
    assert case.analyse(everything=True).compared == len(STORY)
    assert (judged, told(case)) == ([[]], before)


def test_of_a_clause_that_is_read_otherwise_all_pairs_are_judged_again(
    case: Case, judged: list[Sequence[tuple[int, int]]]
) -> None:
    [start, features] = case.db.execute(
        "SELECT start, features FROM clause WHERE features LIKE '%collided%' AND features LIKE '%Monday%'"
    ).fetchone()
    text, terms, names, _, *others = json.loads(features)
    other = json.dumps([text, terms, names, ["7", "93"], *others])
    case.db.execute("UPDATE clause SET features = ? WHERE start = ? AND features = ?", [other, start, features])
    case.db.execute("UPDATE article SET analysed_by = analysed_by")  # as an analysis does that finds it
    article_comparison.compare(case.db)
    [pairs] = judged
    assert pairs
    assert all(clause_hash(text) in pair for pair in pairs)
    after = told(case)
    article_comparison.compare(case.db, everything=True)
    assert told(case) == after


def test_a_case_that_another_version_compared_is_compared_as_a_whole(
    case: Case, judged: list[Sequence[tuple[int, int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    article_comparison.compare(case.db)
    monkeypatch.setattr(revision, "COMPARISON", "another")
    for _ in range(2):
        article_comparison.compare(case.db)
    first, second, third = judged
    assert [bool(pairs) for pairs in (first, second, third)] == [False, True, False]


def test_another_revision_makes_facts_anew_of_what_was_judged(
    case: Case, judged: list[Sequence[tuple[int, int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = told(case)
    case.db.execute("UPDATE fact SET gist = 'as it was called before'")
    article_comparison.compare(case.db)
    assert told(case) != before
    monkeypatch.setattr(revision, "REVISION", "another")
    article_comparison.compare(case.db)
    assert (told(case), judged) == (before, [[], []])


def test_a_comparison_that_is_cut_short_is_made_up_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with Case.open(folder / "y.db") as other:
        other.add([str(folder)])
        with monkeypatch.context() as patched:
            patched.setattr(fact_matching, "_regroup", killed)
            with pytest.raises(KeyboardInterrupt):
                other.analyse()
        assert not facts(other)
        assert other.pending() == 0
        other.analyse()
        assert facts(other)


def test_merged_facts_are_one_until_it_is_undone_also_after_comparing_anew(case: Case) -> None:
    before = told(case)
    trains, resignation = about(case, "trains"), about(case, "resignation")
    merged = case.merge([trains.id, resignation.id])
    together = {*trains.value.phrasings, *resignation.value.phrasings}
    assert {p.id for p in case.fact(merged).value.phrasings} >= {p.id for p in together}
    article_comparison.compare(case.db, everything=True)
    assert {p.id for p in case.fact(merged).value.phrasings} >= {p.id for p in together}
    case.undo()
    assert told(case) == before
    case.redo()
    assert {p.id for p in case.fact(merged).value.phrasings} >= {p.id for p in together}


def test_a_parted_passage_is_not_of_the_fact_also_after_comparing_anew(case: Case) -> None:
    trains = about(case, "trains")
    gone = trains.value.phrasings[0]
    case.part(trains.id, [(gone.article_id, gone.span)])
    for _ in range(2):
        assert gone.id not in {p.id for f in told(case).values() for p in f.phrasings if "trains" in f.gist}
        article_comparison.compare(case.db, everything=True)


def test_a_moved_passage_is_of_the_other_fact(case: Case) -> None:
    trains, cost = about(case, "trains"), about(case, "million")
    moved = trains.value.phrasings[0]
    target = case.move(trains.id, (moved.article_id, moved.span), cost.id)
    assert moved.id in {p.id for p in case.fact(target).value.phrasings}
    assert "million" in case.fact(target).value.gist
    [label] = [a.label for a in case.actions()]
    assert "Two passenger trains" in label
    assert "Repair work" in label


def test_what_was_parted_can_be_put_together_again(case: Case) -> None:
    before = told(case)
    trains = about(case, "trains")
    gone = next(p for p in trains.value.phrasings)
    case.part(trains.id, [(gone.article_id, gone.span)])
    rest = about(case, "trains")
    case.move(rest.id, (rest.value.phrasings[0].article_id, rest.value.phrasings[0].span), about(case, "million").id)
    case.undo()
    case.undo()
    assert told(case) == before


def test_a_confirmed_fact_says_so_and_keeps_its_passages(case: Case) -> None:
    trains = about(case, "trains")
    case.judge([trains.id], "confirmed")
    assert [row.id for row in case.search("facts", "status:confirmed").rows] == [trains.id]
    case.db.execute("DELETE FROM likeness")
    fact_matching.regroup(case.db, [(trains.value.phrasings[0].article_id, trains.value.phrasings[0].span)])
    assert {p.id for p in case.fact(trains.id).value.phrasings} == {p.id for p in trains.value.phrasings}


def test_facts_that_are_not_there_are_named(case: Case) -> None:
    with pytest.raises(NotFound, match="no fact F123"):
        case.merge([about(case, "trains").id, "F123"])
    with pytest.raises(UsageError, match="two facts"):
        case.merge([about(case, "trains").id])


RETOLD = {
    "first": """Outlet: North Radio
Date: 2024-03-01

Two passenger trains collided near Lyon on Monday, killing at least 12 people.
The transport minister rejected calls for his resignation.
Repairs to the railway line will cost 40 million euros.
The railway union announced a strike for Thursday.
Investigators found the data recorder of the second train.
The president postponed his visit to Canada.
The regional council opened a fund for the families of victims.""",
    "second": """Outlet: Harbour Post
Date: 2024-03-02

At least 12 people died when two passenger trains collided near Lyon on Monday.
Calls for his resignation were rejected by the transport minister.
It will cost 40 million euros to repair the railway line, it emerged.
A strike was announced by the railway union for Thursday.
The data recorder of the second train was found by investigators.
A visit to Canada was postponed by the president.
A fund for the families of victims was opened by the regional council.""",
}


@pytest.mark.parametrize("last", RETOLD)
def test_a_rewrite_is_found_whichever_comes_in_last(tmp_path: Path, last: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_comparison, "SMALL_CASE_CLAUSES", 0)
    monkeypatch.setattr(article_comparison, "GROWTH_LIMIT", 1.0)
    with Case.open(tmp_path / "x.db") as made:
        for name in sorted(RETOLD, key=lambda name: name == last):
            (tmp_path / f"{name}.txt").write_text(RETOLD[name] + "\n", encoding="utf-8")
            made.add([str(tmp_path / f"{name}.txt")])
            made.analyse()
        [row] = made.lineage()
        outlets = [made.article(id).value.outlet for id in (row.article_id, row.origin)]
        assert (row.kind, outlets) == ("rewrites", ["Harbour Post", "North Radio"])


DAY = {
    "Wire": "Two passenger trains collided near Lyon on Monday, killing at least 12 people.",
    "Post": "At least 12 people died when two passenger trains crashed near Lyon.",
    "Radio": "Rail passengers were among the dead in a week of accidents.",
    "Sun": "Farmers fear a dry summer for their wheat and apples.",
}
FRENCH = (
    "Les agriculteurs craignent un été sec. Le ministre des transports a refusé de démissionner après la collision de "
    "deux trains près de Lyon, qui a fait douze morts, selon les autorités locales. Les secours ont été envoyés sur "
    "place dans la nuit et une enquête a été ouverte par le parquet de la ville."
)


def put(folder: Path, outlet: str, text: str, name: str = "") -> str:
    path = folder / f"{name or outlet}.md"
    path.write_text(f"---\ntitle: {outlet} today\noutlet: {outlet}\nurl: https://{outlet}.example/x\n---\n{text}\n")
    return str(path)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.db") as made:
        made.add([put(tmp_path, outlet, text) for outlet, text in DAY.items()])
        made.analyse()
        yield made


def silent(case: Case) -> tuple[set[str], dict[str, str]]:
    """Of the fact of the crash, the outlets that are called missing, and the passages of those that have it perhaps."""
    found = case.compare(next(row.id for row in facts(case) if "Lyon" in row.value.gist))
    return set(found.missing_outlets), {head.outlet: passage.text for head, passage in found.perhaps}


def test_an_outlet_with_a_passage_near_a_fact_has_it_perhaps(day: Case) -> None:
    missing, perhaps = silent(day)
    assert missing == {"Sun"}
    assert set(perhaps) == {"Radio"}
    assert perhaps["Radio"] in DAY["Radio"]
    sheet = day.coverage()
    crash = next(row for row in sheet.facts if "Lyon" in row.value.gist)
    assert sheet.told[crash.id, "Radio"] == "perhaps"
    assert perhaps["Radio"] not in {each.text for each in sheet.alone}


def test_an_outlet_that_was_not_compared_is_not_called_missing(day: Case, tmp_path: Path) -> None:
    day.add([put(tmp_path, "Monde", FRENCH), put(tmp_path, "Sun", "The choir sang in the old hall.", "late")])
    assert "Sun" not in silent(day)[0]
    day.analyse()
    assert silent(day)[0] == {"Sun"}


def test_what_the_analyst_parted_is_not_perhaps(day: Case) -> None:
    crash = next(row for row in facts(day) if "Lyon" in row.value.gist)
    radio = crash.value.perhaps[0]
    there = next((row.id for row in facts(day) for p in row.value.phrasings if p.id == radio.id), "")
    assert there == ""
    gone = crash.value.phrasings[0]
    day.part(crash.id, [(gone.article_id, gone.span)])
    assert all(gone.id not in {p.id for p in row.value.perhaps} for row in facts(day))


def test_a_passage_of_an_older_version_is_perhaps_no_more(day: Case, tmp_path: Path) -> None:
    day.add([put(tmp_path, "Radio", "The choir sang in the old hall on Sunday night.", "newer")])
    day.analyse()
    assert silent(day) == ({"Radio", "Sun"}, {})
