"""Imports from the desk, without a screen: shown first, then done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.unit.tui.features.ports import Ports
from workbench.model.imported_marks import Imported, ImportedChange, Unplaced
from workbench.tui.features.mark_imports import SHOWN, MarkImports
from workbench.tui.file_access import Anywhere, Within

CHANGES = tuple(ImportedChange(f"row {n}", "tag", "Q1", f"#key{n}", "We\nagree") for n in range(SHOWN + 2))
FOUND = Imported(CHANGES, 1, (Unplaced("row 99", "it is not here"),), (), "import of q.csv: 10 tags")


class Jobs:
    """Runs at once."""

    def start(self, job: Any, call: Callable[[], object], then: Callable[[object], None]) -> None:
        then(call())


def imports(ports: Ports, found: Imported) -> tuple[MarkImports, list[tuple[Any, bool]]]:
    calls: list[tuple[Any, bool]] = []

    def import_annotations(files: Any, *, dry_run: bool, report: Any, stop: Any) -> Imported:
        calls.append((files, dry_run))
        return found

    ports.case.import_annotations = import_annotations  # type: ignore[attr-defined]
    ports.host.files = Anywhere()
    return MarkImports(ports.gateway, ports.host, ports.navigator, Jobs()), calls  # type: ignore[arg-type]


def test_it_is_shown_then_done_and_said() -> None:
    ports = Ports()
    feature, calls = imports(ports, FOUND)
    ports.navigator.answers = [{"source": "q.csv"}, True]
    feature.ask()
    assert calls == [(["q.csv"], True), (["q.csv"], False)]
    question = ports.navigator.opened[1]
    assert question.heading == "Import 10 tags?"
    assert question.text.splitlines()[0] == "tag: #key0 — We agree"
    assert question.text.splitlines()[SHOWN:] == [
        "… and 2 more; ^l has them all", "1 could not be placed: ^l says why",
    ]  # fmt: skip
    assert ports.host.said == ["10 tags imported; 1 was there already; u undoes it"]
    assert ports.shown == 1


def test_who_says_no_changes_nothing() -> None:
    ports = Ports()
    feature, calls = imports(ports, FOUND)
    ports.navigator.answers = [{"source": "q.csv"}, False]
    feature.ask()
    assert [dry for _, dry in calls] == [True]
    assert (ports.host.said, ports.shown) == ([], 0)


def test_where_nothing_would_be_done_that_is_said() -> None:
    ports = Ports()
    feature, _ = imports(ports, Imported((), 3, ()))
    ports.navigator.answers = [{"source": "q.csv"}]
    feature.ask()
    assert ports.host.said == ["Nothing would be imported; 3 were there already."]
    assert len(ports.navigator.opened) == 1


def test_in_a_browser_files_of_one_folder_are_read(tmp_path: Any) -> None:
    ports = Ports()
    feature, calls = imports(ports, FOUND)
    ports.host.files = Within(tmp_path)
    feature.try_out("../secret.csv")
    assert calls == []
    assert "only" in ports.host.said[0]


def test_a_case_that_cannot_be_written_is_not_asked_about() -> None:
    ports = Ports(read_only=True)
    feature, calls = imports(ports, FOUND)
    feature.ask()
    assert (calls, ports.navigator.opened) == ([], [])
