"""`python -m tests.benchmarks.quality WHAT`: the analysis on corpora.

WHAT is quotes, names, pronouns, positions, facts, planted, differences or stories. `differences` takes the file of
labels. `stories` takes the split that is meant, and `--readme` to write its table.

WORKBENCH_CORPORA names the folder that holds them; tests/benchmarks/README.md says where each is published.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

WHAT = ("quotes", "names", "pronouns", "positions", "facts", "planted", "differences", "stories")


def main() -> int:
    """Run the benchmark that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in WHAT:
        print(__doc__, file=sys.stderr)
        return 2
    folder = os.environ.get("WORKBENCH_CORPORA")
    if not folder:
        print("Set WORKBENCH_CORPORA to the folder of corpora (see tests/benchmarks/README.md).", file=sys.stderr)
        return 1
    importlib.import_module(f"tests.benchmarks.quality.{sys.argv[1]}").main(Path(folder), *sys.argv[2:])
    return 0


if __name__ == "__main__":
    sys.exit(main())
