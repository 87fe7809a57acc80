"""Facts: what is joined, what stays apart, and that the order of the articles changes nothing."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.unit.analysis.reading import read_clauses
from workbench.analysis.facts.fact_assembly import GroupedPassage, PassageGroup, build_fact, find_facts
from workbench.analysis.facts.match_features import clause_profile
from workbench.model import Clause, Fact

STORY = {
    "A1": "Two passenger trains collided near Lyon on Monday, killing at least 12 people. "
    "The transport minister rejected calls for his resignation. Repairs will cost 40 million euros.",
    "A2": "At least 12 people died when two passenger trains crashed near Lyon. "
    "The union called for a strike at all stations. The transport minister refused demands for his resignation.",
    "A3": "Farmers in the south fear a dry summer. Repair work is expected to cost about 40 million euros.",
}


def found(articles: dict[str, str]) -> list[Clause]:
    return [c for id, text in articles.items() for c in read_clauses(text, id)]


def facts(articles: dict[str, str]) -> tuple[Fact, ...]:
    return find_facts(found(articles), {}, {})


def members(fact: Fact) -> set[str]:
    return {p.article_id for p in fact.phrasings}


def with_word(facts: tuple[Fact, ...], word: str) -> list[Fact]:
    return [f for f in facts if any(word in p.text for p in f.phrasings)]


def test_the_same_event_in_other_words_is_one_fact() -> None:
    [crash] = with_word(facts(STORY), "trains")
    assert members(crash) == {"A1", "A2"}


def test_a_fact_has_its_gist_from_a_phrasing_and_its_differences() -> None:
    [cost] = with_word(facts(STORY), "million")
    assert members(cost) == {"A1", "A3"}
    assert cost.gist.casefold() in {p.text.casefold() for p in cost.phrasings}
    assert {"hedge", "number"} <= {d.kind for d in cost.differences}


def test_differences_stay_as_long_as_nothing_that_they_depend_on_changes() -> None:
    texts = ("The company will cut 400 jobs.", "The company will cut 300 jobs.")
    clauses = [replace(c, article_id=f"A{n}") for n, text in enumerate(texts) for c in read_clauses(text, "A")]
    profiles = {n: clause_profile(c, {}) for n, c in enumerate(clauses)}
    passages = tuple(GroupedPassage(c.article_id, c.span, 1.0, n) for n, c in enumerate(clauses))
    words = {(c.article_id, c.span): c.text for c in clauses}

    def built(standing: Fact | None = None, fresh: tuple[int, ...] = ()) -> Fact:
        group = PassageGroup(0, passages)
        return build_fact(group, words, profiles, {}, {}, lambda clause: clause.text, standing, fresh)

    known = replace(built(), differences=())
    assert built().differences
    assert built(known).differences == ()
    assert built(known, (1,)).differences == built().differences
    fewer = replace(known, phrasings=known.phrasings[:1])
    assert built(fewer).differences == built().differences


def test_the_event_and_the_reaction_are_two_facts() -> None:
    joined = facts(STORY)
    assert not set(map(id, with_word(joined, "trains"))) & set(map(id, with_word(joined, "resignation")))


def test_what_one_article_alone_states_is_no_fact() -> None:
    assert with_word(facts(STORY), "strike") == []
    assert with_word(facts(STORY), "Farmers") == []


def test_names_alone_do_not_join() -> None:
    articles = {
        "A1": "Angela Merkel met Emmanuel Macron and Mario Draghi in Paris.",
        "A2": "Emmanuel Macron and Mario Draghi praised a book about the youth of Angela Merkel.",
    }
    assert facts(articles) == ()


def test_phrasings_stand_by_date() -> None:
    joined = find_facts(found(STORY), {"A1": "2024-05-02", "A2": "2024-05-01"}, {})
    [crash] = with_word(joined, "trains")
    assert [p.article_id for p in crash.phrasings] == ["A2", "A1"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    pieces = found(STORY)
    expected = find_facts(pieces, {}, {})
    random.Random(0).shuffle(pieces)
    assert find_facts(pieces, {}, {}) == expected


def test_a_copied_sentence_is_one_fact_of_all_articles() -> None:
    sentence = "The volcano on the island erupted for the third time this year."
    articles = {f"A{n}": sentence for n in range(30)}
    [fact] = facts(articles)
    assert len(members(fact)) == 30
    assert fact.differences == ()


def test_a_restatement_within_one_article_is_no_fact() -> None:
    text = "The bank raised its rates by a quarter point. The bank raised rates by a quarter point."
    assert facts({"A1": text}) == ()


def test_without_clauses_there_are_no_facts() -> None:
    assert find_facts([], {}, {}) == ()
