"""Adding, annotating, exporting: what is asked of the case, and the exit codes."""

from __future__ import annotations

import io
import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.cli.fake import FakeCase
from tests.golden.sample import ARTICLES, FACT, QUOTES, ROWS
from workbench.cli import remove
from workbench.model import Change, Changes, Failure, GivenMetadata, LostTarget, Outcome, Quote, Span, Speaker, Summary


def test_add_passes_on_what_was_given_and_analyses(case: FakeCase, run: Run) -> None:
    done = run("add", "a.txt", "-", "--outlet", "Wi\x1bre", "--date", "2025-08-21", "--case", "new.db")

    assert done.code == 0
    assert case.calls[:3] == [
        ("open", Path("new.db"), True),
        ("add", ("a.txt", "-"), {"outlet": "Wire", "published_on": "2025-08-21"}),
        ("analyse", False),
    ]
    assert (done.out, done.err) == ("", "1 added, 1 analysed.\n")


def test_add_without_analysis(case: FakeCase, run: Run) -> None:
    run("add", "a.txt", "--no-analysis")

    assert not [call for call in case.calls if call[0] == "analyse"]


def test_one_bad_source_is_told_and_fails_the_exit_code(case: FakeCase, run: Run) -> None:
    case.summary = Summary(("A1",), 2, (Failure("bad\x1b[2J.txt", "It is empty."),))
    done = run("add", "x", "--json")

    assert done.code == 1
    assert "Not added: bad[2J.txt: It is empty." in done.err
    assert "1 added, 2 known already, 1 failed, 1 analysed." in done.err
    assert json.loads(done.out)["failures"][0]["reason"] == "It is empty."


def test_nothing_found_fails_and_all_known_does_not(case: FakeCase, run: Run) -> None:
    case.summary = Summary()
    assert run("add", "x").code == 1
    case.summary = Summary(known=3)
    assert run("add", "x").code == 0


def test_ctrl_c_stops_cleanly(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(sources: Any, overrides: Any, *, names: object, report: Any, stop: Any) -> Summary:
        assert not stop()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop()
        return Summary(("A1", "A2"))

    monkeypatch.setattr(case, "add", interrupted)
    before = signal.getsignal(signal.SIGINT)
    done = run("add", "x")

    assert done.code == 130
    assert "2 added." in done.err
    assert not [call for call in case.calls if call[0] == "analyse"]
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_twice_stops_at_once(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stubborn(*_: Any, **__: Any) -> Summary:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("not stopped")

    monkeypatch.setattr(case, "add", stubborn)

    assert run("add", "x").code == 130


def test_analyse_everything(case: FakeCase, run: Run) -> None:
    assert run("analyse", "--all").err == "1 analysed.\n"
    assert ("analyse", True) in case.calls


OLD = Quote("A1", "direct", (Span(0, 5),), "Chief", (Speaker("Ann", "person"),))
NEW = Quote("A1", "mixed", (Span(0, 5),), "Chief", (Speaker("Bo\x1b[2J", "person"),))


def test_what_is_not_analysed_is_told_with_its_language(case: FakeCase, run: Run) -> None:
    case.outcome = Outcome(2, {"de": 1, "fr": 2})
    assert run("add", "a.txt").err == "1 added, 2 analysed, 3 not analysed (2 in French, 1 in German).\n"
    assert json.loads(run("add", "a.txt", "--json").out)["unanalysed"] == {"de": 1, "fr": 2}
    case.outcome = Outcome(0, {"fr": 1})
    assert run("analyse").err == "1 not analysed (in French).\n"


def test_what_changed_is_told_listed_and_in_json(case: FakeCase, run: Run) -> None:
    article = next(iter(ARTICLES))
    found = (Change(article, OLD, NEW), Change(article, None, OLD), Change(article, NEW, None))
    case.outcome = Outcome(1, {}, Changes(1, 4, 2, found), (LostTarget("Q9", article, "gone [/] words"),))
    told = (
        "1 analysed.\n"
        "Against the last analysis: quotes 4 kept, 1 changed, 1 new, 1 gone; "
        "positions 2 kept, 0 changed, 0 new, 0 gone.\n"
        "1 thing that you marked cannot be found any more; the marks stay. analyse --changes lists them.\n"
    )
    assert run("analyse", "--all") == Ran(0, "", told)

    rows = [line.split("\t") for line in run("analyse", "--all", "--changes").out.splitlines()]
    assert [row[0] for row in rows] == ["change", "changed", "new", "gone", "marked, gone"]
    assert rows[1][3:] == ["Ann, direct", "Bo[2J, mixed", "Bo[2J: Chief"]
    assert [row[3:5] for row in rows[2:4]] == [["", "Ann"], ["Bo[2J", ""]]
    assert rows[4][5] == "gone [/] words"

    record = json.loads(run("analyse", "--json").out)
    assert record["quotes"] == {"kept": 4, "changed": 1, "new": 1, "gone": 1}
    assert [each["change"] for each in record["changes"]] == ["changed", "new", "gone"]
    assert record["changes"][0]["before"]["speaker"] == "Ann"
    assert record["lost"][0]["target"] == "Q9"


def test_that_nothing_changed_is_told_where_it_was_asked(case: FakeCase, run: Run) -> None:
    case.outcome = Outcome(1, {}, Changes(1, 4, 2))
    assert "4 kept" in run("analyse", "--all").err
    assert "kept" not in run("add", "a.txt").err


def test_check_says_what_is_wrong(case: FakeCase, run: Run) -> None:
    assert run("check").err == "The case is whole.\n"
    case.wrong = ("Two quotes have no article.",)
    done = run("check")
    assert (done.code, done.out) == (1, "Two quotes have no article.\n")
    assert json.loads(run("check", "--json").out) == list(case.wrong)
    assert run("check", "--repair").code == 0
    assert run("check").code == 0


A, P, Q, E = "A012345678f", "P012345678f", "Q012345678f", "E012345678f"
QUOTE_IDS, PEOPLE_IDS = (tuple(row.id for row in ROWS[pane]) for pane in ("quotes", "people"))


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        (["note", "Q1", "[/] look"], ("note", "Q1", "[/] look")),
        (["tag", "Q1", "key"], ("tag", ("Q1",), "key")),
        (["tag", "Q1", "key", "--remove"], ("untag", ("Q1",), "key")),
        (["star", "Q1", "F1"], ("star", ("Q1", "F1"), True)),
        (["star", "Q1", "--remove"], ("star", ("Q1",), False)),
        (["edit", A, "outlet", "Wire"], ("correct", (A,), {"outlet": "Wire"})),
        (["edit", A, A[:-1] + "2", A, "outlet", ""], ("correct", (A, A[:-1] + "2"), {"outlet": ""})),
        (["edit", P, "stance", "--revert"], ("revert", (P,), "stance")),
        (["edit", Q, "country", "--revert"], ("revert", (Q,), "speakers")),
        (["edit", Q, "speaker", "Bo"], ("respeak", (Q,), {"name": "Bo"})),
        (["edit", "outlet:wire", "troops", "speaker", "Bo"], ("respeak", QUOTE_IDS, {"name": "Bo"})),
        (["edit", "outlet:wire", "troops", "speaker", "Bo"], ("search", "quotes", "outlet:wire troops", 1000, 0)),
        (["edit", "x", "status", "rejected", "--in", "facts"], ("correct", (FACT.id,), {"status": "rejected"})),
        (["edit", "issue", "a", "b c", "d"], ("rename", ("a", "b c"), "d")),
        (["edit", "issue", "a", "--revert"], ("revert", ("issue",), "a")),
        (["edit", E, "country", "german"], ("correct people", (E,), {"country": "german"})),
        (["edit", E, E[:-1] + "2", "name", "Bo"], ("correct people", (E, E[:-1] + "2"), {"name": "Bo"})),
        (["edit", "--in", "people", "Poe", "role", "x"], ("correct people", PEOPLE_IDS, {"role": "x"})),
        (["edit", E, "alias", "Bob"], ("correct people", (E,), {"alias": "Bob"})),
        (["edit", E, "part", "Bob"], ("part", E, "Bob")),
        (["edit", E, "role", "--revert"], ("revert", (E,), "role")),
        (
            ["edit", Q, "speakers", '[{"name": "Bo"}]'],
            ("correct", (Q,), {"speakers": [{"name": "Bo", "kind": "person", "role": "", "country": ""}]}),
        ),
    ],
)
def test_annotations_reach_the_case(arguments: list[str], call: tuple[Any, ...], case: FakeCase, run: Run) -> None:
    assert run(*arguments).code == 0
    assert call in case.calls
    assert ("open", Path("workbench.db"), False) in case.calls


@pytest.mark.parametrize(
    "arguments",
    [
        ["edit", A, "outlet"],
        ["edit", "outlet", "--revert"],
        ["edit", "some words", "status", "rejected"],
        ["edit", Q, "speakers", "Ann"],
        ["edit", Q, "speakers", '{"name": "x"}'],
        ["edit", Q, "speakers", "[" * 100_000],
        ["note", "Q1", " "],
        ["add", "x", "--date", "8/9/2025"],
        ["add", "x", "--language", "Elvish-ish"],
        ["quotes", "--limit", "0"],
        ["search", "x", "--in", "nowhere"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str], case: FakeCase, run: Run) -> None:
    done = run(*arguments)

    assert (done.code, done.out) == (2, "")
    assert done.err


def test_an_edit_says_what_it_did(case: FakeCase, run: Run) -> None:
    assert run("edit", A, "outlet", "Wire") == Ran(0, "", "Outlet of [/] is now so.\n")
    assert run("edit", Q, "speaker", "Bo") == Ran(0, "", "Nothing to change: it is so already.\n")
    nothing = run("edit", "nothing", "outlet", "Wire")
    assert (nothing.code, nothing.out) == (1, "")
    assert "Did you mean: no-fly zone" in nothing.err


def test_articles_are_taken_out_when_that_is_said(case: FakeCase, run: Run) -> None:
    told = "1 article with 3 quotes and 1 note of yours"
    done = run("remove", A)
    assert (done.code, done.out) == (2, "")
    assert f"{told} would go. " in done.err.replace("\n", " ")
    assert "--yes" in done.err
    assert not [call for call in case.calls if call[0] == "remove"]
    assert run("remove", A, "--yes") == Ran(0, "", f"{told} taken out; workbench undo brings it back.\n")
    assert ("remove", (A,)) in case.calls
    assert json.loads(run("remove", "outlet:wire", "--yes", "--json").out)["articles"] == len(ROWS["articles"])
    assert run("remove", "nothing", "--yes").code == 1
    assert run("remove", "--yes").code == 2


@pytest.mark.parametrize(("answer", "code", "gone"), [("y", 0, True), ("n", 1, False), ("", 1, False)])
def test_on_a_terminal_it_is_asked(
    case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch, answer: str, code: int, gone: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(remove, "_can_answer", lambda: True)
    monkeypatch.setattr("click.confirm", lambda text, **_: asked.append(text) or answer == "y")
    assert run("remove", A).code == code
    assert asked == ["Take out 1 article with 3 quotes and 1 note of yours?"]
    assert (("remove", (A,)) in case.calls) == gone


def test_add_says_what_was_set_on_what_is_known(case: FakeCase, run: Run) -> None:
    case.summary = Summary((), 2, given=GivenMetadata({"outlet": 2}, {"title": 1}))
    done = run("add", "a.txt", "--outlet", "Wire", "--json")
    assert "0 added, 2 known already: outlet set on both; your title stays on 1" in done.err
    assert json.loads(done.out)["given"] == {"set": {"outlet": 2}, "kept": {"title": 1}}


def test_a_note_from_standard_input(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"two\nlines \xff\n")))

    assert run("note", "Q1", "-").out == "N1\n"
    assert ("note", "Q1", "two\nlines \ufffd") in case.calls


def test_undo_and_redo_say_what_they_did(case: FakeCase, run: Run) -> None:
    assert run("undo").err == "Undone: tag key\n"
    assert run("redo").err == "Done again: tag key\n"
    case.action = None
    assert run("undo").code == 1


def test_export_to_stdout_and_to_a_file_are_the_same(case: FakeCase, run: Run, tmp_path: Path) -> None:
    printed = run("export", "jsonl")
    filed = run("export", "jsonl", "-o", "out.jsonl")

    assert printed.out == (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert len(printed.out.splitlines()) == len(QUOTES)
    assert filed.out == ""
    assert "4 quotes written to out.jsonl." in filed.err


def test_export_keeps_a_file_that_is_there(case: FakeCase, run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("mine")

    assert run("export", "md", "-o", "out.md").code == 1
    assert (tmp_path / "out.md").read_text() == "mine"
    assert run("export", "md", "-o", "out.md", "--force", "--in", "facts").code == 0
    assert "# Facts" in (tmp_path / "out.md").read_text()


def test_a_csv_file_tells_a_spreadsheet_its_encoding_and_a_pipe_nothing(
    case: FakeCase, run: Run, tmp_path: Path
) -> None:
    run("export", "csv", "-o", "out.csv")

    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert run("export", "csv").out.startswith("id,")


def test_a_format_that_is_not_there(case: FakeCase, run: Run) -> None:
    done = run("export", "odt")

    assert done.code == 1
    assert "markdown, csv, xlsx" in done.err


def test_a_full_disk_is_one_line(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **_how: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(case, "export", full)
    done = run("export", "csv", "-o", "out.csv")

    assert done.code == 1
    assert "No space left on device" in done.err
    assert not list(Path().glob("*.part"))
    assert not Path("out.csv").exists()


def test_compacting_says_what_it_won(case: FakeCase, run: Run) -> None:
    case.path.write_bytes(b"x" * 500_000)
    assert run("compact").err == "2.5 MB won; the case takes 0.5 MB now.\n"
