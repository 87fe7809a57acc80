"""A case opens in Datasette as it is, with search and facets."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from workbench.store import Store

from .conftest import fill

pytestmark = pytest.mark.peers


@pytest.fixture
async def client(tmp_path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        app = pytest.importorskip("datasette.app")
    with Store.open(tmp_path / "case.db") as store:
        fill(store.db)
    return app.Datasette([str(tmp_path / "case.db")]).client


@pytest.mark.parametrize(
    "path",
    ["", "/article", "/quote", "/position", "/fact", "/note", "/articles", "/quotes", "/positions", "/facts", "/notes",
     "/people", "/speakers"],
)  # fmt: skip
async def test_every_list_opens(client: Any, path: str) -> None:
    assert (await client.get(f"/case{path}")).status_code == 200


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [
        ("article", "toll", 2),
        ("quote", "brenn", 1),
        ("position", "sudria", 1),
        ("fact", "crowns", 1),
        ("quote", 'U.S. "x', 0),
    ],
)
async def test_tables_are_searched(client: Any, table: str, words: str, found: int) -> None:
    answer = await client.get(f"/case/{table}.json", params={"_search": words, "_shape": "objects"})
    assert len(answer.json()["rows"]) == found


@pytest.mark.parametrize(
    ("table", "column", "counts"),
    [("article", "outlet", 3), ("quotes", "outlet", 3), ("positions", "stance", 3), ("positions", "issue", 2)],
)
async def test_facets_count(client: Any, table: str, column: str, counts: int) -> None:
    answer = (await client.get(f"/case/{table}.json", params={"_facet": column})).json()
    assert len(answer["facet_results"][column]["results"]) == counts


async def test_a_case_that_is_read_only_opens_and_nothing_is_changed(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.chmod(0o444)
    before = path.read_bytes()

    assert (await client.get("/case/quotes")).status_code == 200
    refused = await client.get("/case.json", params={"sql": "delete from note"})
    assert refused.status_code == 400
    assert path.read_bytes() == before
