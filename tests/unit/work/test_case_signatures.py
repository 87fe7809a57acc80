"""The vectors of a case's clauses: kept, read some at a time, each made once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from workbench.nlp.clause_encoder import DIMENSIONS, ClauseInSentence
from workbench.store import signatures
from workbench.work import Case
from workbench.work.case_signatures import CaseSignatures, clause_table

TEXT = "The harbour crane fell on a van. Divers found two old anchors. The mayor closed the north quay."


def test_clauses_keep_their_vectors_however_many_are_read_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def encode(sentences: Sequence[ClauseInSentence]) -> list[bytes]:
        asked.append(len(sentences))
        vectors = np.random.default_rng(len(asked)).normal(size=(len(sentences), DIMENSIONS))
        return [row.astype("<f2").tobytes() for row in vectors]

    (tmp_path / "one.txt").write_text(f"{TEXT}\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "one.txt")])
        case.analyse()
        known = CaseSignatures.read(case.db)
        case.db.execute("DELETE FROM wording")
        first = clause_table(case.db, known, encode)
        case.db.execute("DELETE FROM wording WHERE number = (SELECT min(number) FROM wording)")
        monkeypatch.setattr(signatures, "VECTORS_AT_ONCE", 1)
        again = clause_table(case.db, known, encode)
    assert asked == [len(first.hashes), 1]
    assert len(first.hashes) > 2
    gone = int(np.argmin(first.hashes))
    kept = np.arange(len(first.hashes)) != gone
    assert np.array_equal(first.vectors[kept], again.vectors[kept])
    assert not np.array_equal(first.vectors[gone], again.vectors[gone])
