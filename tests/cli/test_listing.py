"""The lists: forms, limits, and what is said beside them."""

from __future__ import annotations

import csv
import json

import pytest

from tests.cli.conftest import Run
from tests.cli.fake import FakeCase
from tests.golden.sample import LATE, POST, QUOTES, ROWS, TEXTS, WIRE

LISTINGS = ("articles", "quotes", "people", "positions", "facts", "speakers", "lineage")


@pytest.mark.parametrize("name", LISTINGS)
def test_json_is_an_array_and_jsonl_the_same_line_by_line(name: str, case: FakeCase, run: Run) -> None:
    array = run(name, "--json")
    lines = run(name, "--jsonl")

    assert (array.code, lines.code) == (0, 0)
    assert json.loads(array.out) == [json.loads(line) for line in lines.out.splitlines()]
    assert len(json.loads(array.out)) > 0
    assert array.err == ""


@pytest.mark.parametrize("name", LISTINGS)
def test_a_pipe_gets_a_line_per_row(name: str, case: FakeCase, run: Run) -> None:
    done = run(name)
    header, *lines = done.out.splitlines()

    assert len(lines) == len(json.loads(run(name, "--json").out))
    assert {line.count("\t") for line in lines} == {header.count("\t")}


def test_json_has_spans_with_the_words_of_the_article(case: FakeCase, run: Run) -> None:
    for quote in json.loads(run("quotes", "--json").out):
        for span in quote["spans"]:
            assert TEXTS[quote["article_id"]][span["start"] : span["end"]] == span["text"]


def test_articles_count_their_words_and_carry_their_lineage(case: FakeCase, run: Run) -> None:
    found = {each["id"]: each for each in json.loads(run("articles", "--json").out)}

    assert found[WIRE.id]["words"] == len(WIRE.text.split())
    assert [each["kind"] for each in found[POST.id]["lineage"]] == ["credits", "copies"]


def test_facts_name_their_outlets_and_those_without(case: FakeCase, run: Run) -> None:
    (fact,) = json.loads(run("facts", "--json").out)

    assert {each["outlet"] for each in fact["phrasings"]} == {"Coastal Wire", "Harbour | Post"}
    assert fact["missing_outlets"] == ["North Radio"]


def test_people_say_where_role_and_country_are_known_from(case: FakeCase, run: Run) -> None:
    found = {each["name"]: each for each in json.loads(run("people", "--json").out)}

    fields = "id name aliases role country kind known_from quotes positions outlets first last".split()
    assert list(found["Bo Li"]) == [*fields, *"tags note starred edited edits".split()]
    assert found["Bo Li"]["known_from"] == {
        "name": "text", "role": "", "country": "known", "proof": "Minister of Arland 2020-",
    }  # fmt: skip
    rows = dict(line.split("\t")[1:4:2] for line in run("people").out.splitlines())
    assert (rows["Bo Li"], rows["Ann Poe"]) == ("ARL (known)", "ARL (presumed)")


def test_words_of_the_query_are_joined(case: FakeCase, run: Run) -> None:
    run("quotes", "outlet:wire", '"no-fly zone"', "NOT", "troops")

    assert case.calls[1][2] == 'outlet:wire "no-fly zone" NOT troops'


def test_json_has_no_limit_and_fetches_page_by_page(case: FakeCase, run: Run) -> None:
    case.many = 600

    assert len(json.loads(run("quotes", "--json").out)) == 600 * len(QUOTES)
    assert [call[4] for call in case.calls if call[0] == "search"] == [0, 1000, 2000]


def test_limit_limits(case: FakeCase, run: Run) -> None:
    case.many = 600

    assert len(json.loads(run("quotes", "--json", "--limit", "1500").out)) == 1500
    done = run("quotes", "--limit", "2")
    assert len(done.out.splitlines()) == 3
    assert "2 of 2400 quotes" in done.err


def test_a_terminal_gets_a_table_of_the_first_hundred(
    case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.many = 600
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    done = run("quotes")

    assert "100 of 2400 quotes" in done.err
    assert "“[nearly] ready” | and <b>bold</b>" in done.out
    assert "─" in done.out


def test_a_narrow_terminal_loses_no_word(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "40"}.items():
        monkeypatch.setenv(name, value)
    words = run("positions").out.split()

    assert set(["=Arland", "may", "be", "open", "to", "a", "fighter", "ban,", "*reportedly*."]) <= set(words)
    assert "2025-08-22" in words


def test_nothing_steers_the_terminal(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    for arguments in (["articles"], ["quotes"], ["show", LATE.id], ["articles", "--json"]):
        out = run(*arguments).out
        assert "\x1b[31m" not in out
        assert "\u202e" not in out


def test_what_could_not_be_parsed_and_what_was_meant_is_narrated(case: FakeCase, run: Run) -> None:
    done = run("facts", "foo:nothing", "--json")

    assert (done.code, json.loads(done.out)) == (0, [])
    assert "is no field" in done.err
    assert "Did you mean: no-fly zone" in done.err
    assert "Nothing matches 'foo:nothing'." in done.err


def test_search_shows_why_a_row_matched(case: FakeCase, run: Run) -> None:
    done = run("search", "troops", "--in", "quotes", "--json")

    assert "We will not send ⟦troops⟧" in [each["snippet"] for each in json.loads(done.out)]
    assert "⟦troops⟧" in run("search", "troops", "--in", "quotes").out
    assert run("search").code == 2


def test_what_is_not_ranked_is_said_where_not_all_is_wanted(case: FakeCase, run: Run) -> None:
    case.ranks_at_most = 2000

    assert "Ranked among the 2,000 added last of" in run("search", "troops", "--limit", "2").err
    assert "Ranked" not in run("search", "troops", "--limit", "2", "--rank-all").err
    assert "Ranked" not in run("search", "troops", "--json").err


def test_matrix_as_a_table_and_as_json(case: FakeCase, run: Run) -> None:
    assert run("positions", "--matrix").out.splitlines() == [
        "issue\tARL\tEU",
        "no-fly zone\tsupports 2 (1 source) ⇄ ↘\t.",
        "toll\t.\topen / opposes 2 weak",
    ]
    assert list(csv.reader(run("positions", "--matrix", "--csv").out.splitlines())) == [
        ["issue", "ARL", "EU"], ["no-fly zone", "supports 2 (1 source) ⇄ ↘", ""], ["toll", "", "open / opposes 2 weak"],
    ]  # fmt: skip
    found = json.loads(run("positions", "--matrix", "--json").out)
    assert found["cells"][0]["positions"] == [row.id for row in ROWS["positions"]]


def test_speakers_are_gathered_from_the_quotes_that_match(case: FakeCase, run: Run) -> None:
    found = json.loads(run("speakers", "country:ARL", "--json").out)

    assert found[0]["name"] == "Ann Poe"
    assert ("search", "quotes", "country:ARL", 1000, 0) in case.calls


def test_lineage_keeps_to_the_articles_that_match(case: FakeCase, run: Run) -> None:
    assert {each["article_id"] for each in json.loads(run("lineage", "x", "--json").out)} == {POST.id}
    assert json.loads(run("lineage", "nothing", "--json").out) == []
