"""The page about the rooms is true: all that it names is there, and every package is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import workbench

PACKAGE = Path(workbench.__file__).parent
ROOT = PACKAGE.parent
PAGE = (PACKAGE / "README.md").read_text(encoding="utf-8")
NAMED = sorted({*re.findall(r"`([\w./]*/[\w./]*|\w+\.(?:py|toml|md))`", PAGE)})
PACKAGES = sorted(path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*/__init__.py"))


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_there(name: str) -> None:
    assert (PACKAGE / name).exists() or (ROOT / name).exists()


def test_every_package_is_named() -> None:
    assert len(PACKAGES) > 15
    assert [package for package in PACKAGES if f"`{package}/`" not in PAGE] == []


def test_every_module_at_the_top_is_named() -> None:
    modules = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert [name for name in modules if f"`{name}`" not in PAGE] == []
