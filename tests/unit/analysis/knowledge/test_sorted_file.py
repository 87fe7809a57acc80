"""Lines found in place in a sorted file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.knowledge.sorted_file import SortedFile

LINES = "# what it is: a\t0\nab\t1\nab\t2\nabc\t3\nbé\t4\nc\t\n"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> SortedFile:
    path = tmp_path_factory.mktemp("table") / "table.tsv"
    path.write_text(LINES, encoding="utf-8")
    return SortedFile(path)


@pytest.mark.parametrize(
    ("key", "found"), [("ab", ["1", "2"]), ("abc", ["3"]), ("bé", ["4"]), ("c", [""]), ("a", []), ("", []), ("z", [])]
)
def test_every_line_of_a_key_is_found(table: SortedFile, key: str, found: list[str]) -> None:
    assert list(table.find(key)) == found


def test_keys_that_begin_alike(table: SortedFile) -> None:
    assert list(table.keys("ab")) == ["ab", "abc"]
    assert list(table.keys("x")) == []


def test_the_order_may_be_of_something_made_of_the_key(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_text("zab\t1\nyac\t2\n", encoding="utf-8")
    table = SortedFile(path, order=lambda key: key[1:])
    assert list(table.find("yac")) == ["2"]
    assert list(table.keys("a")) == ["zab", "yac"]


@given(keys=st.lists(st.text(alphabet="abé ", min_size=1, max_size=4), max_size=20), asked=st.text(max_size=4))
def test_a_key_is_found_if_and_only_if_it_is_there(
    keys: list[str], asked: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "table.tsv"
    path.write_text("# header\n" + "".join(f"{key}\tx\n" for key in sorted(keys)), encoding="utf-8")
    table = SortedFile(path)
    for key in [*keys, asked]:
        assert len(list(table.find(key))) == keys.count(key)
