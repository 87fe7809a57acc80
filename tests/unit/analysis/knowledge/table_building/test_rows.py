"""Lines of the sources to rows that hold."""

from __future__ import annotations

from pathlib import Path

from workbench.analysis.knowledge.bearers import KINDS
from workbench.analysis.knowledge.table_building.rows import HAND, Row, drop_wrong, read_hand, read_rows

HEADER = "name\taliases\tcountry\toffice\tkind\tstart\tend\tsource\n"


def read(tmp_path: Path, *lines: str) -> list[Row]:
    """The rows of a record with these lines."""
    path = tmp_path / "record.tsv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return list(read_rows(path))


def test_what_cannot_be_is_dropped(tmp_path: Path) -> None:
    assert read(tmp_path, "Na\t\tFRA\tmayor\tofficial\t2001\t\tx", "Jane Doe\t\tFRA\tmayor\tduke\t2001\t\tx") == []
    assert (
        read(tmp_path, "Jane Doe\t\tFRA\tmayor\tofficial\tsoon\t\tx", "to the U.S.\t\tFRA\tmayor\tofficial\t\t\tx")
        == []
    )


def test_an_alias_that_is_another_persons_is_dropped(tmp_path: Path) -> None:
    [row] = read(tmp_path, "Jane Doe\tJane Q. Doe;Richard Roe;Jane\tFRA\tmayor\tofficial\t2001\t\tep2022")
    assert row.aliases == ("Jane Q. Doe",)


def test_states_that_are_no_more_go_under_their_heirs(tmp_path: Path) -> None:
    [row] = read(tmp_path, "Jane Doe\t\tSUN\tmayor\tofficial\t1990\t\tx")
    assert row.country == "RUS"


def test_rows_that_are_named_as_wrong_are_dropped(tmp_path: Path) -> None:
    (tmp_path / "wrong_rows.tsv").write_text("Jane Doe\tFRA\tmayor\nRichard Roe\tFRA\t*\n", encoding="utf-8")
    rows = [
        Row(n, (), "FRA", o, "official", "", "", "x") for n in ("Jane Doe", "Richard Roe") for o in ("mayor", "judge")
    ]
    assert [(r.name, r.office) for r in drop_wrong(rows, tmp_path)] == [("Jane Doe", "judge")]


def test_our_own_rows_are_well_formed() -> None:
    rows = list(read_hand(HAND))
    assert len(rows) > 1500
    assert all(
        row.kind in KINDS and row.office and (not row.end or row.start[: len(row.end)] <= row.end) for row in rows
    )
    assert len({(r.name, r.country, r.office, r.start) for r in rows}) == len(rows)
