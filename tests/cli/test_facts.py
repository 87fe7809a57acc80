"""Coverage, versions and diffs on the command line: on a real case."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from workbench.work import Case

STORY = {
    "wire": ("", "Two passenger trains collided near Lyon on Monday, killing at least 12 people. Repairs will cost 40 "
             "million euros."),
    "post": ("", "At least 14 people died when two passenger trains crashed near Lyon."),
    "=evil|": ("https://x.example/a?utm_source=b", "Repair work is expected to cost about 40 million euros. Farmers in "
               "the south fear a dry summer <script>alert(1)</script> and ask for help."),
    "=evil| ": ("http://x.example/a", "Repair work is expected to cost about 60 million euros. Farmers in the south "
                "fear a dry summer <script>alert(1)</script> and ask for help."),
}  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("facts")
    with Case.open(folder / "x.db") as case:
        for number, (outlet, (url, text)) in enumerate(STORY.items(), 1):
            file = folder / f"{number}.txt"
            file.write_text(f"{text}\n", encoding="utf-8")
            case.add([str(file)], {"outlet": outlet.strip(), "published_on": f"2024-05-0{number}", "url": url})
        case.analyse()
    return folder / "x.db"


@pytest.fixture(scope="module")
def credited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wire, and a paper that has one of two things from it."""
    folder = tmp_path_factory.mktemp("credited")
    shared = "Two passenger trains collided near Lyon on Monday", "Repair work will cost about 40 million euros"
    with Case.open(folder / "x.db") as case:
        for outlet, text in (
            ("Reuters", f"{shared[0]}. {shared[1]}."),
            ("Post", f"{shared[0]}. {shared[1]}, Reuters reported."),
        ):
            (folder / outlet).with_suffix(".txt").write_text(f"{text}\n", encoding="utf-8")
            case.add([str((folder / outlet).with_suffix(".txt"))], {"outlet": outlet})
        case.analyse()
    return folder / "x.db"


def test_what_is_credited_is_dependent_and_the_rest_of_the_article_is_not(run: Run, credited: Path) -> None:
    rows = {row["gist"][:6]: row for row in json.loads(run("facts", "--json", "--case", str(credited)).out)}
    assert {gist: (row["outlets"], row["independent"]) for gist, row in rows.items()} == {
        "Two pa": (2, 2), "Repair": (2, 1),
    }  # fmt: skip
    assert [p["credits"] for p in rows["Repair"]["phrasings"] if p["outlet"] == "Post"] == [["Reuters"]]
    shown = run("diff", rows["Repair"]["id"], "--case", str(credited)).out
    assert "Post, from Reuters" in shown
    assert "Post, from" not in run("diff", rows["Two pa"]["id"], "--case", str(credited)).out
    [credit] = json.loads(run("lineage", "--json", "--case", str(credited)).out)
    assert [span["text"] for span in credit["passages"]] == [
        "Repair work will cost about 40 million euros, Reuters reported."
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_one_text_in_two_encodings_is_one_source_and_said_to_be(run: Run, tmp_path: Path, encoding: str) -> None:
    text = "Two passenger trains collided near Orléans on Monday. “It is over,” the café owner Zoë Müller said.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(text.encode(encoding))
    case = str(tmp_path / "x.db")
    assert "2 added (1 with the text of another)" in run("add", str(tmp_path), "--case", case).err
    rows = json.loads(run("facts", "--json", "--case", case).out)
    assert rows
    assert {(row["outlets"], row["independent"]) for row in rows} == {(2, 1)}


@pytest.fixture
def on(path: Path, run: Run) -> Callable[..., Ran]:
    return lambda *arguments: run(*arguments, "--case", str(path))


def test_coverage_as_a_table_json_and_csv(on: Callable[..., Ran]) -> None:
    table = on("coverage").out.splitlines()
    assert sorted(table[0].split("\t")[1:]) == ["=evil|", "post", "wire"]
    found = json.loads(on("coverage", "--json").out)
    assert {fact["gist"]: fact["left_out"] for fact in found["facts"]}
    assert all(fact["told"].keys() | set(fact["left_out"]) == {"wire", "post", "=evil|"} for fact in found["facts"])
    assert {each["outlet"] for each in found["alone"]} == {"=evil|"}
    rows = list(csv.reader(io.StringIO(on("coverage", "--csv").out)))
    assert "'=evil|" in rows[0]
    assert {cell for row in rows[1:] for cell in row[3:]} <= {"yes", "in part", ""}


def test_what_one_outlet_alone_has(on: Callable[..., Ran]) -> None:
    assert "Farmers in the south" in on("coverage", "--alone", "=EVIL|").out
    assert "nothing that only nobody has" in on("coverage", "--alone", "nobody").err


def test_versions_are_listed_and_compared(on: Callable[..., Ran]) -> None:
    found = json.loads(on("versions", "--json").out)
    assert [(row["version"], row["current"]) for row in found] == [(1, False), (2, True)]
    [change] = json.loads(on("versions", found[0]["id"], "--diff", "1", "2", "--json").out)
    assert (change["change"], "60 million" in change["after"]) == ("edited", True)
    failed = on("versions", found[0]["id"], "--diff", "1", "7")
    assert failed.code == 2
    assert "versions 1 to 2" in failed.err
    assert on("versions", "A404").code == 1


def test_diffs_of_what_matches_in_three_forms(on: Callable[..., Ran], tmp_path: Path) -> None:
    rows = json.loads(on("facts", "differs:number", "--json").out)
    assert rows
    assert all((row["outlets"], row["independent"]) == (2, 2) for row in rows)
    found = json.loads(on("export", "diff-json", "differs:number").out)
    assert {each["id"] for each in found} == {row["id"] for row in rows}
    assert found[0] == json.loads(on("diff", found[0]["id"], "--json").out)
    table = on("export", "diff", "million").out
    assert "=evil\\|" in table
    page = tmp_path / "facts.html"
    assert on("export", "diff", "-o", str(page)).code == 0
    assert "<script" not in page.read_text(encoding="utf-8")


def test_lineage_lists_rows_for_a_pipe(on: Callable[..., Ran]) -> None:
    assert on("lineage").out.splitlines()[0].split("\t")[:3] == ["article", "outlet", "kind"]
