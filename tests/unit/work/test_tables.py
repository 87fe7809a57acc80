"""What is set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.analysis.positions.matrix import build_matrix
from workbench.analysis.provenance.lineage import source_numberer
from workbench.work import Case
from workbench.work.browsing import EVERYTHING

NEWS = {
    "Post": "Brazil opposes a tax on soy exports. France supports a ban on plastic bags. Peru supports a toll.",
    "Wire": "Brazil supports a tax on soy exports, AFP reported. Brazilian opposition parties demanded a toll.",
    "Sun": "Brazil said it is open to a tax on soy exports. France opposes a ban on plastic bags. Peru wants a toll.",
}
QUERIES = [
    "",
    "soy",
    "tax OR ban",
    "country:BRA",
    "outlet:Post",
    "status:rejected",
    "status:confirmed",
    "-soy",
    "nowhere",
]


def test_rejected_positions_leave_the_matrix(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Brazil opposes a tax on soy exports.\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "one.txt")])
        case.analyse()
        id = case.search("positions").rows[0].id
        case.judge([id], "rejected")
        assert not case.matrix().cells
        assert case.matrix("status:rejected").cells
        case.undo()
        assert case.matrix().cells


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """A case with positions of several outlets and days, some corrected, judged, put under another issue, pinned."""
    folder = tmp_path_factory.mktemp("news")
    with Case.open(folder / "x.db") as case:
        for day, (outlet, text) in enumerate(NEWS.items(), 1):
            path = folder / f"{outlet}.txt"
            path.write_text(f"{outlet} of the day\n\n{text}\n", encoding="utf-8")
            case.add([str(path)], {"outlet": outlet, "date": f"2024-03-0{day}"})
        case.analyse()
        first, second, third, fourth = [row.id for row in case.search("positions").rows][:4]
        case.judge([first], "rejected")
        case.judge([second], "confirmed")
        case.edit(third, "stance", "ruled_out")
        case.put_under([fourth], "levies")
        case.rename_issues([case.position(third).value.issue], "what is taxed")
        yield case


@pytest.mark.parametrize("query", QUERIES)
def test_the_matrix_is_that_of_the_rows_that_match(corrected: Case, query: str) -> None:
    case = corrected
    rows = case.search("positions", query, limit=EVERYTHING).rows
    rows = rows if "status:" in query else tuple(row for row in rows if row.value.status != "rejected")
    heads = {row.id: row.head for row in case.search("articles", limit=EVERYTHING).rows if row.head}
    numbered = source_numberer(case.lineage(), lambda id: heads[id].outlet)
    assert case.matrix(query) == build_matrix(rows, case.pinned(), numbered)


def test_the_evidence_of_a_cell_is_read_when_it_is_wanted(corrected: Case) -> None:
    cell = next(iter(corrected.matrix().cells.values()))
    assert [row.id for row in cell.rows] == [*cell.ids]
    assert all(row == corrected.position(row.id) for row in cell.rows)
