"""What is set side by side."""

from __future__ import annotations

from pathlib import Path

from workbench.work import Case


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
