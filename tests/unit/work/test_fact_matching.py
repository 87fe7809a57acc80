"""Clauses that state the same are one fact, and what only looks like it is not."""

from __future__ import annotations

from pathlib import Path

from workbench.work import Case


def test_the_same_stand_in_other_words_is_one_fact_and_anothers_is_not(tmp_path: Path) -> None:
    texts = {
        "one.txt": "Peru ruled out foreign bases on the coast on Monday.",
        "two.txt": "Lima has ruled out that foreign bases will be built on the coast.",
        "three.txt": "Chile’s government has ruled out foreign bases on the coast.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path)])
        case.analyse()
        (fact,) = case.search("facts").rows
        sources = {Path(case.article(p.article_id).value.source).name for p in fact.value.phrasings}
        assert sources == {"one.txt", "two.txt"}
