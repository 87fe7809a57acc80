"""Tables carry all that the analyst needs of a row, and say what each column means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.golden.sample import ROWS, selection
from workbench.export.columns import COLUMNS, KINDS
from workbench.export.table_lines import table_lines
from workbench.model import PANES, Pane
from workbench.views import Marks

EVERYWHERE = "id starred tags note edited edits"
OF_ARTICLES = "outlet title published_on url source"
CARRIED: dict[Pane, str] = {
    "articles": OF_ARTICLES,
    "quotes": f"{OF_ARTICLES} article_id text cue sentence kind speakers roles countries names_from roles_from"
    " countries_from spans cue_span sentence_span confidence own as_told via",
    "positions": f"{OF_ARTICLES} article_id holder issue topic stance speaker text clause spans clause_span confidence"
    " status",
    "facts": f"{OF_ARTICLES} article_id gist text spans confidence differences missing_outlets credits status"
    " independent",
    "notes": f"{OF_ARTICLES} article_id target body written_at passage spans",
    "people": "name role country name_from role_from country_from aliases quotes positions",
}


@pytest.mark.parametrize("pane", PANES)
def test_a_table_carries_all_that_an_export_must(pane: Pane) -> None:
    assert {*EVERYWHERE.split(), *CARRIED[pane].split()} <= set(KINDS[pane])


@pytest.mark.parametrize("pane", PANES)
def test_a_line_has_a_value_for_every_column_and_a_meaning(pane: Pane) -> None:
    lines = list(table_lines(selection(pane)))
    assert lines
    for column in COLUMNS[pane]:
        assert column.about.endswith("."), column
        assert all(column.name in line for line in lines)


def test_where_things_stand_and_are_known_from_is_told() -> None:
    line = next(line for line in table_lines(selection("quotes")) if line["kind"] == "direct")
    assert (line["spans"], line["cue_span"], line["sentence_span"]) == (["25..49"], "51..55", "24..84")
    assert (line["names_from"], line["edits"]) == (["text"], ["speakers"])


def test_the_analysts_marks_are_in_every_table() -> None:
    marks = Marks(True, True, ("key",), "Ask.", ("title",))
    for pane in PANES:
        rows = [replace(row, marks=marks) for row in ROWS[pane]]
        for line in table_lines(replace(selection(pane), rows=rows)):
            assert [line[name] for name in ("starred", "tags", "note", "edited", "edits")] == [
                True, ["key"], "Ask.", True, ["title"],
            ]  # fmt: skip
