"""The commands on a real case, from the files that come in to the files that go out."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from workbench.model import PANES, Pane

WIRE = """Harbour ministers meet

date 2025-03-04

Harbour ministers met in Lisbon on Tuesday to discuss the price of salt.

"We will not pay more for salt," French President Emmanuel Macron said.

Germany opposes a tax on salt, officials said. The meeting lasted [three] hours.
"""
POST = """Salt talks drag on

date 2025-03-05

Harbour ministers gathered in Lisbon on Tuesday to talk about salt prices.

The meeting went on for four hours, a source said. Germany is against a salt tax.
"""


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of two articles, added and analysed once."""
    from workbench.cli import main

    folder = tmp_path_factory.mktemp("salt")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    path = folder / "salt.db"
    assert (
        main(["add", str(folder / "wire.txt"), "--case", str(path), "--outlet", "Coastal Wire", "--no-analysis"]) == 0
    )
    assert main(["add", str(folder / "post.txt"), "--case", str(path), "--outlet", "Harbour Post"]) == 0
    return path


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    """What a listing prints as JSON."""
    done = run(*arguments, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = json.loads(done.out)
    return found


def test_articles_have_what_was_given_and_what_was_found(analysed: Path, run: Run) -> None:
    found = {each["outlet"]: each for each in listed(run, "articles", "--case", str(analysed))}

    assert found.keys() == {"Coastal Wire", "Harbour Post"}
    assert found["Coastal Wire"]["published_on"] == "2025-03-04"
    assert found["Coastal Wire"]["source"].endswith("wire.txt")
    assert found["Coastal Wire"]["words"] > 20


@pytest.mark.parametrize("name", ["quotes", "positions"])
def test_spans_stand_in_the_article(name: str, analysed: Path, run: Run) -> None:
    rows = listed(run, name, "--case", str(analysed))
    assert rows
    for row in rows:
        text = json.loads(run("show", row["article_id"], "--json", "--case", str(analysed)).out)["text"]
        spans = row["spans"] if name == "quotes" else [row["evidence"], row["clause"]]
        for span in spans:
            assert text[span["start"] : span["end"]] == span["text"] != ""


def test_a_quote_has_its_speaker(analysed: Path, run: Run) -> None:
    found = listed(run, "quotes", "--case", str(analysed), "salt")
    direct = next(each for each in found if "We will not pay more" in each["text"])

    assert [(each["name"], each["country"]) for each in direct["speakers"]] == [("Emmanuel Macron", "FRA")]
    assert "Emmanuel Macron" in [each["name"] for each in listed(run, "speakers", "--case", str(analysed))]


@pytest.mark.parametrize("name", ["facts", "lineage", "speakers"])
def test_the_other_lists_answer(name: str, analysed: Path, run: Run) -> None:
    listed(run, name, "--case", str(analysed))
    assert run(name, "--case", str(analysed)).code == 0


def test_every_fact_can_be_compared(analysed: Path, run: Run) -> None:
    for fact in listed(run, "facts", "--case", str(analysed)):
        found = json.loads(run("diff", fact["id"], "--json", "--case", str(analysed)).out)
        assert len(found["columns"]) == len(fact["phrasings"])
        assert run("diff", fact["id"], "--case", str(analysed)).code == 0


def test_search_finds_and_shows_where(analysed: Path, run: Run) -> None:
    done = run("search", '"price of salt"', "--case", str(analysed), "--json")

    assert [each["outlet"] for each in json.loads(done.out)] == ["Coastal Wire"]
    assert "⟦" in json.loads(done.out)[0]["snippet"]


@pytest.mark.parametrize("query", ["(((", '"', "outlet:", "foo:bar", "NEAR(", "*", "a AND", "-", "date:x..y", "\\"])
def test_no_query_fails(query: str, analysed: Path, run: Run) -> None:
    assert run("quotes", "--case", str(analysed), "--json", "--", query).code == 0


@pytest.mark.parametrize("pane", ["articles", "quotes", "positions", "facts", "notes"])
@pytest.mark.parametrize("name", ["markdown", "csv", "jsonl"])
def test_every_pane_exports_in_every_format(name: str, pane: str, analysed: Path, run: Run) -> None:
    first = run("export", name, "--in", pane, "--case", str(analysed))

    assert first.code == 0, first.err
    assert run("export", name, "--in", pane, "--case", str(analysed)).out == first.out


def test_an_export_has_the_rows_of_the_list(analysed: Path, run: Run) -> None:
    listed_ids = {each["id"] for each in listed(run, "quotes", "country:FRA", "--case", str(analysed))}
    exported = run("export", "csv", "country:FRA", "--case", str(analysed)).out

    assert {each["id"] for each in csv.DictReader(io.StringIO(exported, newline=""))} == listed_ids != set()


@pytest.mark.parametrize("pane", PANES)
def test_every_record_is_as_the_published_schema_says(pane: Pane, analysed: Path, run: Run) -> None:
    schema = Draft202012Validator(json.loads(run("export", "--schema", pane).out))
    any_record = Draft202012Validator(json.loads(run("export", "--schema").out))
    exported = json.loads(run("export", "json", "--in", pane, "--case", str(analysed)).out)

    assert exported or pane == "notes"
    for record in exported:
        schema.validate(record)
        any_record.validate(record)


def test_an_exported_fact_names_its_outlets(analysed: Path, run: Run) -> None:
    exported = run("export", "jsonl", "--in", "facts", "--case", str(analysed)).out

    facts = sorted(listed(run, "facts", "--case", str(analysed)), key=lambda each: str(each["id"]))
    assert sorted(map(json.loads, exported.splitlines()), key=lambda each: str(each["id"])) == facts != []


def test_an_exported_article_can_be_added_elsewhere(analysed: Path, run: Run, tmp_path: Path) -> None:
    run("export", "jsonl", "--in", "articles", "-o", str(tmp_path / "all.jsonl"), "--case", str(analysed))
    assert run("add", str(tmp_path / "all.jsonl"), "--case", str(tmp_path / "z.db"), "--no-analysis").code == 0

    here, there = (
        {each["outlet"]: each for each in listed(run, "articles", "--case", str(path))}
        for path in (analysed, tmp_path / "z.db")
    )
    assert here.keys() == there.keys()
    assert all(here[name]["published_on"] == there[name]["published_on"] for name in here)


def test_adding_again_adds_nothing(analysed: Path, run: Run) -> None:
    done = run("add", str(analysed.parent / "wire.txt"), "--case", str(analysed))

    assert done.code == 0
    assert "0 added, 1 known already." in done.err


def test_one_bad_file_is_skipped_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    done = run(
        "add",
        str(tmp_path / "good.txt"),
        str(tmp_path / "empty.txt"),
        "--case",
        str(tmp_path / "x.db"),
        "--no-analysis",
    )

    assert done.code == 1
    assert "empty.txt" in done.err
    assert len(listed(run, "articles", "--case", str(tmp_path / "x.db"))) == 1


def test_notes_tags_stars_and_edits_are_there_until_undone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
    case = ("--case", str(tmp_path / "x.db"))
    run("add", str(tmp_path / "a.txt"), *case, "--no-analysis")
    (article,) = listed(run, "articles", *case)

    assert run("note", article["id"], "look [/] here", *case).code == 0
    assert run("tag", article["id"], "key", *case).code == 0
    assert run("star", article["id"], *case).code == 0
    assert run("edit", article["id"], "outlet", "New Name", *case).code == 0
    (marked,) = listed(run, "articles", "tag:key", "is:starred", *case)
    assert (marked["note"], marked["outlet"], marked["edited"]) == ("look [/] here", "New Name", True)
    assert [each["body"] for each in listed(run, "search", "look", "--in", "notes", *case)] == ["look [/] here"]
    for _ in range(4):
        assert run("undo", *case).code == 0
    assert listed(run, "articles", *case) == [article]
    assert run("undo", *case).code == 1
    assert run("redo", *case).code == 0


def test_ids_are_stable_on_another_case(analysed: Path, run: Run, tmp_path: Path) -> None:
    for name in ("wire", "post"):
        run("add", str(analysed.parent / f"{name}.txt"), "--case", str(tmp_path / "y.db"))

    for name in ("articles", "quotes", "positions", "facts"):
        ids = [
            sorted(each["id"] for each in listed(run, name, "--case", str(path)))
            for path in (analysed, tmp_path / "y.db")
        ]
        assert ids[0] == ids[1]


@pytest.mark.parametrize("command", [["show", "Q404"], ["diff", "F404"], ["tag", "Q404", "x"], ["note", "Q404", "x"]])
def test_an_id_that_is_not_there_is_a_failure(command: list[str], analysed: Path, run: Run) -> None:
    done = run(*command, "--case", str(analysed))

    assert (done.code, done.out) == (1, "")
    assert "404" in done.err


def test_what_is_no_case_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear Sir,\n" * 100)
    done = run("articles", "--case", str(path))

    assert done.code == 1
    assert len(done.err.splitlines()) <= 2
    assert path.read_bytes() == b"Dear Sir,\n" * 100


def test_the_case_is_whole(analysed: Path, run: Run) -> None:
    assert run("check", "--case", str(analysed)).code == 0


def test_interrupting_an_add_keeps_what_is_done(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(WIRE.replace("Lisbon", f"Lisbon {number}"), encoding="utf-8")
    case = tmp_path / "x.db"
    command = [sys.executable, "-m", "workbench", "add", str(tmp_path), "--case", str(case), "--no-analysis"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ, "PYTHONWARNINGS": ""})
    while not case.exists() and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=120)

    assert process.returncode in (130, 0), err
    check = subprocess.run([sys.executable, "-m", "workbench", "check", "--case", str(case)], check=False)
    assert check.returncode == 0
