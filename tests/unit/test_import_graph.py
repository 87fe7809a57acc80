"""The graph of imports has no circle, and no class of the desk stands on a tower of others."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import workbench
import workbench.tui

PACKAGE = Path(workbench.__file__).parent
MOST_ABOVE = 2


def modules() -> dict[str, Path]:
    """Every module of the package, by its dotted name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules that a module imports: at the top, in functions, and for the types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            named = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in known else node.module for name in named)


def circle(graph: dict[str, set[str]]) -> list[str]:
    """A circle in a graph, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_import_runs_in_a_circle() -> None:
    known = modules()
    graph = {name: {*imported(path, known)} - {name} for name, path in known.items()}
    assert len(graph) > 200
    assert not circle(graph), " imports ".join(reversed(circle(graph)))


def test_a_circle_would_be_seen() -> None:
    assert set(circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}


def classes_of_the_desk() -> list[type]:
    """Every class that is defined under `workbench.tui`."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(workbench.tui.__path__, "workbench.tui."):
        members = vars(importlib.import_module(module.name)).values()
        found |= {each for each in members if inspect.isclass(each) and each.__module__ == module.name}
    return sorted(found, key=lambda each: (each.__module__, each.__name__))


def above(kind: type) -> int:
    """How many classes of ours the longest chain above a class has."""
    ours = [base for base in kind.__bases__ if base.__module__.startswith("workbench.")]
    return max((1 + above(base) for base in ours), default=0)


def test_no_class_of_the_desk_has_a_long_chain_above_it() -> None:
    found = classes_of_the_desk()
    assert len(found) > 80
    assert {kind.__qualname__: above(kind) for kind in found if above(kind) > MOST_ABOVE} == {}
