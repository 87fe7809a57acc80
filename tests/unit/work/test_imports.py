"""What comes in again lands on the right things, once, and as one change."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import SourceError, Stopped
from workbench.export.formats import FORMATS
from workbench.ingest.annotations.anchoring import NOT_THERE
from workbench.model import PANES, Pane, Span
from workbench.store.database import Database
from workbench.work import Case
from workbench.work import import_marks as marks_module
from workbench.work.import_targets import NO_ARTICLE, SEVERAL

STORIES = {
    "one.txt": (
        "𠮷 BRASILIA. Brazil opposes a tax on soy exports. “We will not pay,” said the Brazilian minister Ana Lima on"
        " Monday. Ana Lima said that Brazil supports open markets.\n\n"
        "Peru's president, Rosa Quispe, said that Lima would talk. A source said the talks were “nearly over”.\n"
    ),
    "two.txt": (
        "Brazil is against a tax on soy exports, minister Ana Lima said. “It is unfair,” said Joe Roe of the growers'"
        " union. Peru supports the tax. The talks go on in May.\n"
    ),
}


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Case.open(folder / "base.db") as case:
        case.add([str(folder / name) for name in STORIES])
        case.analyse()
        case.compact()
    return folder / "base.db"


@pytest.fixture
def new_case(analysed: Path, tmp_path: Path) -> Iterator[Callable[[], Case]]:
    """Makes cases of the same articles, without marks."""
    opened: list[Case] = []

    def make() -> Case:
        path = tmp_path / f"{len(opened)}.db"
        path.write_bytes(analysed.read_bytes())
        opened.append(Case.open(path))
        return opened[-1]

    yield make
    for case in opened:
        case.close()


def rows(case: Case, pane: Pane) -> list[Any]:
    return sorted(case.search(pane, limit=-1).rows, key=lambda row: row.id)


def exported(case: Case, format_name: str, folder: Path) -> list[Path]:
    """All of the case in a format, in files."""
    chosen, found = FORMATS[format_name], []
    folder.mkdir(exist_ok=True)
    for what in ("case",) if chosen.together else PANES:
        out: Any = io.BytesIO() if chosen.form == "bytes" else io.StringIO(newline="")
        case.export(format_name, what, out)  # type: ignore[arg-type]
        data = out.getvalue() if chosen.form == "bytes" else out.getvalue().encode(chosen.encoding)
        found.append(folder / f"{what}{chosen.extension}")
        found[-1].write_bytes(data)
    return found


def said(case: Case, folder: Path) -> str:
    """All that the case says, in JSON lines."""
    return "".join(path.read_text() for path in exported(case, "jsonl", folder))


def laid_over(case: Case) -> dict[str, list[Any]]:
    """The analyst's tables."""
    tables = ("note", "tag", "star", "edit", "own_quote", "tie")
    return {each: case.db.execute(f"SELECT * FROM {each} ORDER BY 1").fetchall() for each in tables}


def mark_all(case: Case) -> None:
    """Put something of every kind on a case."""
    quotes, positions, people = rows(case, "quotes"), rows(case, "positions"), rows(case, "people")
    articles, facts = rows(case, "articles"), rows(case, "facts")
    for some in (quotes, positions, people, articles, facts):
        if some:
            case.tag([some[0].id], "key")
            case.star([some[-1].id])
            case.note(some[0].id, "=A note\n\nof two paragraphs")
            case.note(some[0].id, "and another")
    case.tag([quotes[0].id, quotes[1].id], "a; b")
    case.tag([quotes[0].id], "nested/code.x")
    noted = case.note(articles[0].id, "on a passage", Span(2, 20))
    case.tag([noted], "passage")
    case.tag_passage(articles[1].id, Span(0, 19), "seen")
    case.make_quote(articles[0].id, Span(14, 34), "indirect", [{"name": "Al Bo", "kind": "person", "country": "PER"}])
    case.make_quote(articles[1].id, Span(7, 30), "direct", [{"name": "", "kind": "anonymous"}])
    case.respeak([quotes[1].id], {"name": "Somebody Else", "role": "envoy", "country": "Norwegian"})
    case.correct([quotes[2].id], {"speakers": [{"name": "A; B", "kind": "person"}, {"name": "", "kind": "unknown"}]})
    case.correct([positions[0].id], {"stance": "considering"})
    case.put_under([positions[1].id], "an issue of mine")
    case.judge([positions[0].id], "rejected")
    case.rename_issues([case.position(positions[-1].id).value.issue], "pinned")
    case.correct([articles[1].id], {"outlet": "The Post", "title": "-A title", "published_on": "2025-08-21"})
    if facts:
        case.correct([facts[0].id], {"gist": "Another gist"})
        case.judge([facts[0].id], "confirmed")
    case.db.execute("UPDATE note SET written_at = '2025-09-01T10:00:' || (10 + rowid) || '+00:00'")
    named = {row.value.name: row.id for row in people}
    case.correct_people([named["Ana Lima"]], {"name": "Anna Lima", "role": "first minister"})
    case.correct_people([named["Joe Roe"]], {"country": "PER", "alias": "J. Roe"})


@pytest.mark.parametrize("format_name", [name for name in ("jsonl", "csv", "xlsx", "w3c", "qdpx") if name in FORMATS])
def test_what_goes_out_comes_in_equal_and_once(format_name: str, new_case: Callable[[], Case], tmp_path: Path) -> None:
    one, two = new_case(), new_case()
    mark_all(one)
    files = exported(one, format_name, tmp_path / "out")
    before = laid_over(two)

    done = two.import_annotations(files)

    assert done.unplaced == ()
    assert done.left == ()
    assert said(two, tmp_path / "two") == said(one, tmp_path / "one")
    assert len(two.actions()) == 1
    assert two.check() == ()

    again = two.import_annotations(files)
    assert (again.changes, again.label, len(two.actions())) == ((), "", 1)
    after = laid_over(two)
    two.undo()
    assert laid_over(two) == before
    two.redo()
    assert laid_over(two) == after


def test_who_is_another_kind_of_somebody_takes_the_notes_along(new_case: Callable[[], Case], tmp_path: Path) -> None:
    one, two = new_case(), new_case()
    (rosa,) = (row.id for row in rows(one, "people") if row.value.name == "Rosa Quispe")
    one.note(rosa, "Who is she?")
    one.correct_people([rosa], {"kind": "organisation"})
    done = two.import_annotations(exported(one, "jsonl", tmp_path / "out"))
    assert done.unplaced == ()
    (row,) = (row for row in rows(two, "people") if row.value.name == "Rosa Quispe")
    assert (row.value.kind, row.marks.note, row.marks.edits) == ("organisation", "Who is she?", ("name",))


def test_a_dry_run_lists_what_would_be_and_does_nothing(new_case: Callable[[], Case], tmp_path: Path) -> None:
    one, two = new_case(), new_case()
    mark_all(one)
    files, before = exported(one, "jsonl", tmp_path / "out"), laid_over(two)
    would = two.import_annotations(files, dry_run=True)
    assert (laid_over(two), two.actions()) == (before, ())
    assert {each.what for each in would.changes} == {"tag", "star", "note", "correction", "own quote"}
    did = two.import_annotations(files)
    assert [(each.what, each.said) for each in did.changes] == [(each.what, each.said) for each in would.changes]


def test_a_fault_in_the_middle_leaves_nothing(
    new_case: Callable[[], Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = new_case(), new_case()
    mark_all(one)
    files, before = exported(one, "jsonl", tmp_path / "out"), laid_over(two)
    calls = iter(range(9))
    with pytest.raises(Stopped):
        two.import_annotations(files, stop=lambda: next(calls) == 8)
    assert laid_over(two) == before

    def broken(db: Database, targets: Any, name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(marks_module.notes, "tag", broken)
    with pytest.raises(ZeroDivisionError):
        two.import_annotations(files)
    assert (laid_over(two), two.actions()) == (before, ())


def test_one_broken_file_among_several_stops_all(new_case: Callable[[], Case], tmp_path: Path) -> None:
    one, two = new_case(), new_case()
    mark_all(one)
    files = exported(one, "jsonl", tmp_path / "out")
    files[-1].write_bytes(files[-1].read_bytes()[:-10])
    with pytest.raises(SourceError, match="cut off"):
        two.import_annotations(files)
    assert two.actions() == ()


def test_annotations_of_another_case_are_told_and_left(new_case: Callable[[], Case], tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("“Nobody here has it,” said Zed Zee of Arland in a speech.", encoding="utf-8")
    with Case.open(tmp_path / "other.db") as other:
        other.add([str(tmp_path / "other.txt")])
        other.analyse()
        other.tag([row.id for row in rows(other, "quotes")], "key")
        files = exported(other, "jsonl", tmp_path / "out")
    case = new_case()
    done = case.import_annotations(files)
    assert done.changes == ()
    assert {each.reason for each in done.unplaced} == {NO_ARTICLE}


def test_an_article_that_came_another_way_is_known_by_its_text(new_case: Callable[[], Case], tmp_path: Path) -> None:
    one = new_case()
    mark_all(one)
    name, text = "one.txt", STORIES["one.txt"]
    (tmp_path / "other-name.md").write_text(f"---\ntitle: Brazil and soy\n---\n\n{text}", encoding="utf-8")
    with Case.open(tmp_path / "same.db") as same:
        same.add([str(tmp_path / "other-name.md")])
        same.analyse()
        (article,) = rows(same, "articles")
        own = [row for row in rows(one, "quotes") if row.value.own and row.head.file == name]
        (line,) = [_line(exported(one, "jsonl", tmp_path / "out"), row.id) for row in own]
        (tmp_path / "marks.jsonl").write_text(line, encoding="utf-8")
        stated = json.dumps({"id": "", "article_id": "", "lineage": [], "text": text, "tags": ["whole"]})
        (tmp_path / "article.jsonl").write_text(stated, encoding="utf-8")
        done = same.import_annotations([tmp_path / "article.jsonl"])
        assert [(each.what, each.target) for each in done.changes] == [("tag", article.id)]


def test_of_copies_none_is_meant_unless_it_is_named(new_case: Callable[[], Case], tmp_path: Path) -> None:
    case = new_case()
    copy = tmp_path / "copy.md"
    copy.write_text(f"---\ntitle: A copy of it\noutlet: Copy Post\n---\n\n{STORIES['two.txt']}", encoding="utf-8")
    case.add([str(copy)])
    named = next(row.id for row in rows(case, "articles") if row.value.outlet == "Copy Post")
    words = {"id": "", "spans": [{"text": "Peru supports the tax"}], "speakers": [], "own": True, "kind": "indirect"}
    for more, target in (({}, ""), ({"title": "A copy of it", "outlet": "Copy Post"}, named)):
        (tmp_path / "q.jsonl").write_text(json.dumps(words | more), encoding="utf-8")
        done = case.import_annotations([tmp_path / "q.jsonl"], dry_run=True)
        assert [each.words for each in done.changes] == (["Peru supports the tax"] if target else [])
        assert len(done.unplaced) == (not target)
    stated = {"id": "", "lineage": [], "text": STORIES["two.txt"], "tags": ["whole"]}
    for more, reasons in (({}, [SEVERAL]), ({"title": "A copy of it"}, [])):
        (tmp_path / "a.jsonl").write_text(json.dumps(stated | more), encoding="utf-8")
        assert [each.reason for each in case.import_annotations([tmp_path / "a.jsonl"]).unplaced] == reasons


def test_of_versions_the_newest_is_meant(tmp_path: Path) -> None:
    address = "https://post.example/soy"
    for day, more in (("2025-08-20", ""), ("2025-08-22", "\n\nPeru said more later in the day.\n")):
        text = f"---\nurl: {address}\ndate: {day}\ntitle: Soy\n---\n\n{STORIES['one.txt']}{more}"
        (tmp_path / f"{day}.md").write_text(text, encoding="utf-8")
    with Case.open(tmp_path / "v.db") as case:
        case.add([str(tmp_path / "2025-08-20.md"), str(tmp_path / "2025-08-22.md")])
        case.analyse()
        newest = next(row.id for row in rows(case, "articles") if row.value.published_on == "2025-08-22")
        done = case.import_annotations([annotations(tmp_path, {"exact": "BRASILIA. Brazil"}, url=address)])
        assert done.unplaced == ()
        assert case.show(done.changes[-1].target).value.target == newest


def test_a_file_of_the_same_name_with_another_text_is_another(new_case: Callable[[], Case], tmp_path: Path) -> None:
    case = new_case()
    stated = {"id": "", "lineage": [], "source": "x/one.txt", "text": "Something else altogether here.", "tags": ["no"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(stated), encoding="utf-8")
    assert [each.reason for each in case.import_annotations([tmp_path / "a.jsonl"]).unplaced] == [NO_ARTICLE]


def _line(files: list[Path], id: str) -> str:
    lines = (line for path in files for line in path.read_text().splitlines())
    return next(line for line in lines if json.loads(line)["id"] == id)


# Other programs' passages


def annotations(folder: Path, *selected: dict[str, Any], url: str = "") -> Path:
    path = folder / "annotations.json"
    found = [{"type": "Annotation", "target": {"source": url, "selector": {"type": "TextQuoteSelector", **each}},
              "body": [{"purpose": "tagging", "value": "soy"}]} for each in selected]  # fmt: skip
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def test_a_passage_that_is_a_quote_is_the_quote_another_a_note(new_case: Callable[[], Case], tmp_path: Path) -> None:
    case = new_case()
    article = next(row for row in rows(case, "articles") if row.head.file == "one.txt")
    case.correct([article.id], {"url": "https://post.example/soy"})
    quote = next(row for row in rows(case, "quotes") if row.value.text.startswith("We will not pay"))
    path = annotations(
        tmp_path, {"exact": '"We will not pay,"'}, {"exact": "BRASILIA.  Brazil opposes a tax"}, {"exact": "not in it"},
        url="http://www.post.example/soy/#p1",
    )  # fmt: skip
    done = case.import_annotations([path])
    assert case.quote(quote.id).marks.tags == ("soy",)
    (note,) = [row for row in rows(case, "notes") if row.marks.tags == ("soy",)]
    assert note.value.body == "BRASILIA. Brazil opposes a tax"
    assert (note.value.target, [each.reason for each in done.unplaced]) == (article.id, [NOT_THERE])
    assert case.import_annotations([path]).changes == ()


# Tables that people have changed


def table(folder: Path, *lines: str) -> Path:
    path = folder / "table.csv"
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def test_a_cell_that_was_changed_by_hand_is_a_correction(new_case: Callable[[], Case], tmp_path: Path) -> None:
    case = new_case()
    first, second, *_ = rows(case, "quotes")
    who = first.value.speakers[0].label if first.value.speakers else ""
    path = table(
        tmp_path, "id,speakers,roles,countries", f"{first.id},Ann Poe,envoy,French", f"{second.id},,,",
        f"Q0123456789,{who},,",
    )  # fmt: skip
    case.import_annotations([path])
    (speaker,) = case.quote(first.id).value.speakers
    assert (speaker.name, speaker.role, speaker.country) == ("Ann Poe", "envoy", "FRA")
    assert case.quote(second.id).value.speakers == second.value.speakers
    assert case.import_annotations([path]).changes == ()


def test_a_value_that_makes_no_sense_is_told_and_the_rest_comes_in(
    new_case: Callable[[], Case], tmp_path: Path
) -> None:
    case = new_case()
    row = rows(case, "positions")[0]
    path = table(tmp_path, "id,holder,stance,edits,tags", f"{row.id},{row.value.holder},furious,stance,key")
    done = case.import_annotations([path])
    assert "is not a stance" in done.unplaced[0].reason
    assert case.position(row.id).marks.tags == ("key",)


def test_a_table_of_another_analysis_corrects_nothing_by_itself(new_case: Callable[[], Case], tmp_path: Path) -> None:
    case = new_case()
    found = [row.id for row in rows(case, "quotes")]
    lines = [f"{id},Other {n}" for n, id in enumerate(found)]
    path = table(tmp_path, "id,speakers", *lines)
    done = case.import_annotations([path])
    assert done.changes == ()
    assert f"speakers differs in {len(found)} of {len(found)} rows" in done.left[0]
    assert len(case.import_annotations([path], corrections="all").changes) == len(found)


def test_a_gist_that_another_analysis_chose_is_no_correction_but_words_of_the_analyst_are(
    new_case: Callable[[], Case], tmp_path: Path
) -> None:
    case = new_case()
    fact = rows(case, "facts")[0]
    path = table(tmp_path, "id,gist", f"{fact.id},the talks were “nearly over”.")
    assert case.import_annotations([path]).changes == ()
    assert len(case.import_annotations([path], corrections="all", dry_run=True).changes) == 1

    case.import_annotations([table(tmp_path, "id,gist", f"{fact.id},Two countries quarrel over soy")])
    assert case.fact(fact.id).value.gist == "Two countries quarrel over soy"


def test_a_correction_made_since_stays_where_the_file_has_what_the_machine_found(
    new_case: Callable[[], Case], tmp_path: Path
) -> None:
    case = new_case()
    files = exported(case, "csv", tmp_path / "out")
    row = rows(case, "positions")[0]
    case.correct([row.id], {"stance": "considering"})
    assert case.import_annotations(files).changes == ()
    assert case.position(row.id).value.stance == "considering"
