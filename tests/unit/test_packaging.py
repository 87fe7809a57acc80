"""`db/` and `seeds/` are found in a checkout and in an installed wheel alike."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbench.config.data_folders import data_folder

ROOT = Path(__file__).parents[2]
MAKE_A_CASE = """
import sys
from pathlib import Path
import workbench
from workbench.config.data_folders import data_folder
from workbench.work import Case
assert Path(workbench.__file__).is_relative_to(sys.argv[1]), workbench.__file__
with Case.open(Path(sys.argv[1], "new.db")) as case:
    print(len(case.add([str(data_folder("seeds"))]).added))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this tree, unpacked as an installer would."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place / "dist")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = (place / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def test_the_checkout_has_its_data_beside_the_package() -> None:
    assert data_folder("db") == ROOT / "db"
    assert data_folder("seeds") == ROOT / "seeds"


def test_the_wheel_carries_all_of_the_data(unpacked: Path) -> None:
    for name in ("db", "seeds"):
        here = {p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*") if p.is_file()}
        there = {
            p.relative_to(unpacked / "workbench" / f"_{name}") for p in (unpacked / "workbench" / f"_{name}").rglob("*")
        }
        assert {p for p in here if "__pycache__" not in p.parts} <= there
    models = unpacked / "workbench" / "nlp" / "models"
    for weights in ("tagger/model.onnx", "positions/encoder.onnx", "positions/head.onnx"):
        assert (models / weights).stat().st_size > 500_000


def test_the_wheel_makes_a_case_of_its_own_seeds(unpacked: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAKE_A_CASE, str(unpacked)],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 8


def test_users_and_tests_have_the_same_packages() -> None:
    run, dev = (pins(ROOT / ".ci" / f"lock-{name}.txt") for name in ("run", "dev"))
    assert run.items() <= dev.items()
    assert {"pytest", "mypy", "ruff"} <= dev.keys() - run.keys()


def pins(lock: Path) -> dict[str, str]:
    """Package and marker -> version, as a lock has them."""
    found = re.findall(r"^([a-z0-9.-]+)==([^ ;]+)( ; .*?)? \\$", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {name + marker: version for name, version, marker in found}
