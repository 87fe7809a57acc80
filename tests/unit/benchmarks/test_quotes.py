"""What the quotes benchmark tells of the program's rows, on a gold document of three attributions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.quality import peers, quotes
from tests.benchmarks.quality import score_quotes as scorer
from workbench.model import Quote, Span, Speaker

TEXT = "Ann Lee said that the talks go on. The mayor warned that prices rise. It was said that rain came."
CONTENTS = ("the talks go on", "prices rise", "rain came")
SOURCES = ("Ann Lee", "The mayor", "")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def gold(tmp_path: Path) -> dict[str, Any]:
    lines = []
    for n, (content, source) in enumerate(zip(CONTENTS, SOURCES, strict=True)):
        parts = [("Content", content), *([("Source", source)] if source else [])]
        for role, words in parts:
            lines.append(f"T{n}{role == 'Source':d}\t{role} {span(words).start} {span(words).end}\t{words}")
        ids = " ".join(f"{role}:T{n}{role == 'Source':d}" for role, _ in parts)
        lines.append(f"E{n}\t{ids}")
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "story_ann.ann").write_text("\n".join(lines), encoding="utf-8")
    return dict(scorer.load_gold(str(tmp_path), str(tmp_path)))


def rows(*said: tuple[str, str, float]) -> list[dict[str, Any]]:
    out = []
    for content, source, confidence in said:
        speakers = (Speaker(source, "person", "", "", span(source), source),) if source else ()
        quote = Quote("story", "indirect", (span(content),), content, speakers, confidence=confidence)
        out.append(quotes.row("story", quote, [span(content)]))
    return out


def result(gold: dict[str, Any], said: list[dict[str, Any]]) -> tuple[dict[str, Any], list[tuple[float, bool]]]:
    first = {name: found[1]["ann"] for name, found in gold.items()}
    system = quotes.attributions(said, gold)
    return scorer.score(gold, first, system, quotes.OPTIONS), quotes.judged(said, first, system)


def test_a_row_is_right_with_its_content_and_its_speaker(gold: dict[str, Any]) -> None:
    said = rows(
        ("the talks go on", "Ann Lee", 0.9),
        ("prices rise", "Ann Lee", 0.8),
        ("rain came", "", 0.7),
        ("It was said", "", 0.2),
    )
    _, judged = result(gold, said)
    assert judged == [(0.9, True), (0.8, False), (0.7, True), (0.2, False)]


def test_what_is_right_by_row_is_what_the_scorer_counts(gold: dict[str, Any]) -> None:
    said = rows(("the talks go on", "Ann Lee", 0.9), ("prices rise", "", 0.8), ("rain came", "The mayor", 0.7))
    figures, judged = result(gold, said)
    assert figures["e2e"]["all"][0] == pytest.approx(sum(right for _, right in judged) / len(judged), abs=1e-4)
    assert sum(right for _, right in judged) == 1


def test_the_peers_stand_below_this_run(gold: dict[str, Any]) -> None:
    figures, _ = result(gold, rows(("the talks go on", "Ann Lee", 0.9)))
    table = peers.table(figures)
    ours, *others = zip(*(column.cells for column in table.columns), strict=True)
    assert ours == ("this program", "dev", "0.500", "0.667", "0.500", "0.500")
    assert [row[0] for row in others] == [peer.name for peer in peers.PEERS]
