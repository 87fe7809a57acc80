"""`python -m tests.benchmarks.speed`: how fast an article is analysed, beside textacy's `direct_quotations`.

Reads PolNeAR dev where WORKBENCH_CORPORA names the folder of corpora, and otherwise the articles of `seeds/`.
textacy is in the `bench` extra; without it the program is measured alone.
"""

from __future__ import annotations

import os
from pathlib import Path

from rich.console import Console

from tests.benchmarks.speed import measure, report
from workbench.config.data_folders import data_folder


def main() -> None:
    """Measure and print both tables."""
    name, texts = articles(os.environ.get("WORKBENCH_CORPORA", ""))
    peer = measure.has_peer()
    programs = (measure.OURS, measure.PEER) if peer else (measure.OURS,)
    footprints = {program: measure.alone(measure.footprint, program, texts) for program in programs}
    timing = measure.alone(measure.timing, texts, peer)
    console = Console()
    console.print(f"{name}: {len(texts)} articles, {timing.ours.words:,} words; one thread, CPU time")
    console.print(report.programs(timing, footprints), report.stages(timing))
    if not peer:
        console.print("textacy is not installed (the bench extra has it): nothing to compare with.")


def articles(corpora: str) -> tuple[str, list[str]]:
    """What the articles are, and their texts."""
    polnear = Path(corpora, "polnear", "dev", "text")
    if corpora and polnear.is_dir():
        return "PolNeAR dev", [p.read_bytes().decode("utf-8") for p in sorted(polnear.glob("*.txt"))]
    return "seeds", texts_in(data_folder("seeds"))


def texts_in(*sources: Path) -> list[str]:
    """The texts of the articles in files and folders."""
    from workbench.ingest import build_article, read_documents
    from workbench.model import Failure

    found = read_documents([str(source) for source in sources], bytes)
    return [build_article(d, {}).text for d in found if not isinstance(d, Failure)]


if __name__ == "__main__":
    main()
