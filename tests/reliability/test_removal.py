"""Articles that are taken out: the rest says what it would say without them, after a kill at any step too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.story import STORY, before_each_commit, told
from workbench.work import Case


def ids_of(case: Case, *names: str) -> list[str]:
    """The articles of some files."""
    rows = case.search("articles", limit=-1).rows
    return [row.id for row in rows if Path(row.value.source).stem in names]


@pytest.mark.parametrize("names", [("4",), ("3",), ("1", "2")])
def test_the_rest_is_as_if_they_had_never_been_there(folder: Path, tmp_path: Path, names: tuple[str, ...]) -> None:
    with Case.open(tmp_path / "less.db") as case:
        case.add([str(folder / f"{name}.txt") for name in STORY if name not in names] + [str(folder / "*.jsonl")])
        case.analyse()
        less = told(case)
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        whole = told(case)
        case.remove(ids_of(case, *names))
        assert not case.owed()
        assert told(case) == less
        assert case.check() == ()
        case.undo()
        assert not case.owed()
        assert told(case) == whole
        case.redo()
        assert told(case) == less


def test_the_older_version_comes_back_when_the_newest_goes(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        older, newer = case.versions()[0]
        assert older.superseded
        case.remove([newer.id])
        assert case.versions() == ()
        left = case.article(older.id).head
        assert left is not None
        assert not left.superseded


def test_a_kill_at_any_step_of_a_removal_is_made_up_for(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        gone = ids_of(case, "2", "3")
        case.note(gone[0], "of mine")
        whole = told(case)
        copies, less = before_each_commit(case, tmp_path / "kept", lambda: case.remove(gone)), told(case)
    assert len(copies) > 2
    assert whole != less
    for copy in copies:
        with Case.open(copy) as case:
            assert case.check() == ()
            removed = "taken out" in case.actions()[0].label
            case.analyse()
            assert told(case) == (less if removed else whole), copy.name
            assert case.search("notes").total == (not removed)
            if removed:
                case.undo()
                assert told(case) == whole
                assert case.search("notes").total == 1


def test_a_kill_in_a_bulk_edit_leaves_all_or_nothing(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        quotes = [row.id for row in case.search("quotes", limit=-1).rows]
        assert len(quotes) > 3
        copies = before_each_commit(case, tmp_path / "kept", lambda: case.respeak(quotes, {"name": "Wen Ode"}))
    counts = set()
    for copy in copies:
        with Case.open(copy) as case:
            counts.add(case.search("quotes", 'speaker:"Wen Ode"').total)
    assert counts == {0, len(quotes)}


def test_marks_of_a_fact_follow_it_and_come_back(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        case.add([str(folder)])
        case.analyse()
        fact = max((row.value for row in case.search("facts").rows), key=lambda fact: len(fact.phrasings))
        assert len(fact.phrasings) > 2
        case.tag([fact.id], "key")
        case.remove([min(p.article_id for p in fact.phrasings)])
        [left] = case.search("facts", "tag:key").rows
        assert left.id != fact.id
        case.undo()
        assert [row.id for row in case.search("facts", "tag:key").rows] == [fact.id]


def test_adding_again_sets_what_is_given_and_says_so(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "whole.db") as case:
        first = case.add([str(folder / "1.txt"), str(folder / "2.txt")])
        case.correct([first.added[0]], {"title": "Mine"})
        again = case.add([str(folder / "1.txt"), str(folder / "2.txt")], {"outlet": "Lock Post", "title": "Theirs"})
        assert (again.added, again.known) == ((), 2)
        assert again.given.told(2) == "outlet set on both, title on 1; your title stays on 1"
        assert {row.value.outlet for row in case.search("articles").rows} == {"Lock Post"}
        case.undo()
        assert {row.value.outlet for row in case.search("articles").rows} == {""}
