"""Differences between phrasings, each named, and what to mark."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.facts.texts import TEXT
from workbench.analysis.facts.differences import MAX_ALIGNED, compared_phrasings, find_differences, mark_differences
from workbench.analysis.text.date_tense import date_tenses
from workbench.model import DIFFERENCE_KINDS, Phrasing, Span
from workbench.nlp.parser import parse


def phrase(article: str, text: str, start: int = 0) -> Phrasing:
    return Phrasing(article, Span(start, start + len(text)), text)


def kinds(*texts: str) -> set[str]:
    return {d.kind for d in find_differences([phrase(f"A{n}", t) for n, t in enumerate(texts)])}


BASE = "The company will cut 400 jobs at its plant in Ghent on Friday."


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ("The company will cut 300 jobs at its plant in Ghent on Friday.", "number"),
        ("The company will cut about 400 jobs at its plant in Ghent on Friday.", "number"),
        ("The company will cut 400 jobs at its plant in Ghent on Monday.", "date"),
        ("The company will cut 400 jobs at its plant in Bruges on Friday.", "place"),
        ("The company could cut 400 jobs at its plant in Ghent on Friday.", "hedge"),
        ("The company will reportedly cut 400 jobs at its plant in Ghent on Friday.", "hedge"),
        ("The company will not cut 400 jobs at its plant in Ghent on Friday.", "negation"),
        ("According to officials, the company will cut 400 jobs at its plant in Ghent on Friday.", "attribution"),
        ("The company will cut 400 jobs at its “plant in Ghent” on Friday.", "quotation"),
        ("The company will slash 400 jobs at its plant in Ghent on Friday.", "wording"),
        ("The company will cut 400 jobs at its struggling steel plant in Ghent on Friday.", "added"),
        ("The company will cut 400 jobs at its plant on Friday.", "left out"),
        ("The conglomerate will cut 400 jobs at its plant in Ghent on Friday.", "label"),
    ],
)
def test_each_kind_alone(other: str, kind: str) -> None:
    found = kinds(BASE, other)
    mirrored = {"left out": "added", "added": "left out"}.get(kind, kind)
    assert found in ({kind}, {mirrored})


SAID = "The engineers approved the bridge, Maria Lopez said."


@pytest.mark.parametrize(
    ("other", "there"),
    [
        ("The engineers approved the bridge, an official said.", "an official"),
        ("The engineers approved the bridge, the city council said.", "the city council"),
        ("The engineers approved the bridge.", ""),
    ],
)
def test_another_actor_an_unnamed_one_and_none(other: str, there: str) -> None:
    [found] = find_differences([phrase("A1", SAID), phrase("A2", other)])
    assert (found.kind, [r.text for r in found.readings]) == ("attribution", ["Maria Lopez", there])


def test_one_outlet_does_not_differ_from_itself() -> None:
    one, other = "The engineers say 400 jobs go in May", "The mayor said 300 jobs go in May"
    assert kinds(one, other) >= {"number"}
    assert find_differences([phrase("A1", one), phrase("A1", other, 200)]) == ()


def test_an_outlet_that_says_so_elsewhere_is_not_silent() -> None:
    texts = ("The bridge reportedly fell in Ghent", "The bridge fell in Ghent", "The bridge in Ghent fell down")
    [found] = [
        d
        for d in find_differences([phrase(*p) for p in zip(("A1", "A1", "A2"), texts, (0, 99, 0), strict=True)])
        if d.kind == "hedge"
    ]
    assert [(r.article_id, r.text) for r in found.readings] == [("A1", "reportedly"), ("A2", "")]


def test_what_each_outlet_says_in_one_of_its_phrasings_is_no_difference() -> None:
    told, plain = "The “old bridge” of Ghent fell on Friday", "The bridge of Ghent fell on Friday"
    phrasings = [phrase("A1", told), phrase("A1", plain, 99), phrase("A2", told), phrase("A2", plain, 99)]
    assert "quotation" not in {d.kind for d in find_differences(phrasings)}


def test_a_detail_that_an_outlet_tells_in_other_words_elsewhere_is_not_left_out() -> None:
    told = phrase("A1", "The ships left the port of Ghent, particularly after the fire on the bridge")
    silent = phrase("A2", "A storm sank ships on their way to Ghent")
    elsewhere = phrase("A2", "They went in the wake of a fire on a bridge in Ghent", 99)
    detail = {"added", "left out"}
    assert detail & {d.kind for d in find_differences([told, silent])}
    assert not detail & {d.kind for d in find_differences([told, silent, elsewhere])}


def test_active_and_passive_is_voice() -> None:
    one, other = "The council approved the bridge on Friday", "The bridge was approved by the council on Friday"
    [found] = find_differences([phrase("A1", one), phrase("A2", other)])
    assert (found.kind, [r.text for r in found.readings]) == ("voice", ["approved", "was approved"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. defense budget rose 5 percent.", "The US defence budget rose 5%."),
        ("He said “it’s ten years’ work” in London.", 'He said "it is 10 years\' work" in London.'),
        ("Talks began Aug. 21 at 3 p.m. there.", "Talks began 21 August at 15:00 there."),
        ("They didn't organise the march, she said.", "They did not organize the march, she said."),
    ],
)
def test_typography_and_spelling_are_no_difference(one: str, other: str) -> None:
    assert find_differences([phrase("A1", one), phrase("A2", other)]) == ()


def test_days_are_those_of_the_articles() -> None:
    told = [phrase("A1", "They met on Tuesday in Rome"), phrase("A2", "They met on Aug. 19 in Rome")]
    assert find_differences(told, {"A1": "2025-08-21", "A2": "2025-08-20"}) == ()
    [found] = find_differences(told, {"A1": "2025-08-28", "A2": "2025-08-20"})
    assert found.kind == "date"
    same = [phrase("A1", "They meet this week"), phrase("A2", "They meet this week")]
    assert [d.kind for d in find_differences(same, {"A1": "2025-08-21", "A2": "2025-09-20"})] == ["date"]


def test_a_quotation_cut_short_is_one_difference() -> None:
    one = "She said: “The bridge is safe and opens before the end of the year.”"
    [found] = find_differences([phrase("A1", one), phrase("A2", "She said: “The bridge is safe.”")])
    assert found.kind == "quotation"


def test_strength_of_the_verb() -> None:
    assert "strength" in kinds("The minister said prices were too high", "The minister warned prices were too high")


def test_names_and_labels() -> None:
    assert "name" in kinds("The prize went to Alice Munro last night", "The prize went to Margaret Atwood last night")
    assert kinds("The train to Kyiv was late again", "The train to Kiev was late again") == {"label"}


def test_who_is_cited_is_an_attribution() -> None:
    found = find_differences(
        [
            phrase("A1", "The dam is safe, according to the Water Ministry."),
            phrase("A2", "The dam is safe, a spokesman said."),
            phrase("A3", "The dam is safe."),
        ]
    )
    [attribution] = [d for d in found if d.kind == "attribution"]
    assert [r.text for r in attribution.readings] == ["the Water Ministry", "a spokesman", ""]


def test_readings_index_the_article() -> None:
    article = "Headline here. Prices rose by 5 per cent in May."
    one = Phrasing("A1", Span(15, len(article)), article[15:])
    two = phrase("A2", "Prices rose by 7 per cent in May.")
    found = find_differences([one, two])
    readings = [r for d in found for r in d.readings if r.article_id == "A1"]
    assert readings
    assert all(r.span and r.span.of(article) == r.text for r in readings)


def test_what_one_more_wording_says_changes_nothing_where_enough_are_compared() -> None:
    many = [
        phrase(f"A{n:02}", f"The company will cut {400 + n // 2} jobs at its plant.") for n in range(2 * MAX_ALIGNED)
    ]
    rare = phrase("B", "The company will not cut 9 jobs.")
    assert rare not in compared_phrasings([*many, rare])
    assert find_differences([*many, rare]) == find_differences(many) != ()


def test_what_an_outlet_says_in_a_wording_of_its_own_counts_where_its_other_wording_is_compared() -> None:
    many = [phrase(f"A{n:02}", f"The company will cut {400 + n} jobs at its plant.") for n in range(MAX_ALIGNED)]
    again = phrase("A07", "The firm will cut 9 jobs.", 100)
    assert again in compared_phrasings([*many, again])


def test_the_same_words_have_no_differences() -> None:
    assert kinds(BASE, BASE, BASE) == set()
    assert mark_differences(BASE, BASE) == ()


def test_words_in_another_order_are_neither_added_nor_left_out() -> None:
    found = kinds("On Friday the company will cut 400 jobs in Ghent", BASE.replace(" at its plant", ""))
    assert found == set()


def test_unlike_phrasings_stand_unmarked() -> None:
    a, b = "Snow closed every mountain pass", "Drivers were told to stay at home in the Alps"
    assert mark_differences(a, b) == ()
    assert "wording" in kinds(a, b)


def test_marks_carry_their_kind() -> None:
    other = "The firm will axe 300 jobs at its plant in Ghent on Friday."
    found = {span.of(other): kind for span, kind in mark_differences(BASE, other)}
    assert found["300"] == "number"
    assert "" in found.values() or "label" in found.values()


def test_the_order_of_the_phrasings_changes_nothing() -> None:
    texts = [BASE, BASE.replace("400", "300"), BASE.replace("will", "may"), "Jobs at the plant in Ghent are at risk."]
    phrasings = [phrase(f"A{n}", t) for n, t in enumerate(texts)]
    expected = find_differences(phrasings)
    random.Random(1).shuffle(phrasings)
    assert find_differences(phrasings) == expected


@settings(max_examples=60)
@given(TEXT, TEXT, st.integers(0, 1000))
def test_spans_equal_their_text(a: str, b: str, start: int) -> None:
    one, two = phrase("A1", a), phrase("A2", b, start)
    for difference in find_differences([one, two]):
        assert difference.kind in DIFFERENCE_KINDS
        for reading in difference.readings:
            if reading.span:
                text, offset = (a, 0) if reading.article_id == "A1" else (b, start)
                assert text[reading.span.start - offset : reading.span.end - offset] == reading.text
    found = mark_differences(a, b)
    assert all(0 <= s.start < s.end <= len(b) for s, _ in found)
    assert all(x.end <= y.start for (x, _), (y, _) in zip(found, found[1:], strict=False))


def told(article: str, text: str) -> Phrasing:
    span = Span(0, len(text))
    return Phrasing(article, span, text, tenses=date_tenses(parse(text), span))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The envoy sailed to Oslo on Monday.", "The envoy set out for Oslo on Monday."),
        ("The ferry went back to its port on Friday.", "The ferry was in its port again on Friday."),
        ("The envoy will sail on Monday.", "The envoy plans to sail on Monday."),
        ("Talks in Oslo on Friday", "Talks will be held in Oslo on Friday."),
    ],
)
def test_a_weekday_is_no_difference_where_both_mean_the_same_day(one: str, other: str) -> None:
    found = find_differences([told("A1", one), told("A2", other)], {"A1": "2025-08-20", "A2": "2025-08-20"})
    assert "date" not in {d.kind for d in found}


def test_a_weekday_told_and_one_planned_are_two_days() -> None:
    phrasings = [told("A1", "The envoy sailed on Monday."), told("A2", "The envoy will sail on Monday.")]
    assert "date" in {d.kind for d in find_differences(phrasings, {"A1": "2025-08-20", "A2": "2025-08-20"})}
    assert "date" not in {d.kind for d in find_differences(phrasings, {"A1": "2025-08-20", "A2": "2025-08-17"})}


@pytest.mark.parametrize("other", ["50 000", "50\u202f000", "50.000", "50'000", "50\u2009000"])
def test_thousands_written_otherwise_are_no_difference(other: str) -> None:
    one = "The port shipped 50,000 crates of figs on Tuesday."
    assert kinds(one, one.replace("50,000", other)) == set()
    assert mark_differences(one, one.replace("50,000", other)) == ()
    assert kinds(one, one.replace("50,000", other.replace("5", "6"))) == {"number"}


def test_an_amount_that_may_be_two_differs_from_neither_and_from_a_third() -> None:
    one = "The port shipped 1.250 crates of figs."
    assert kinds(one, one.replace("1.250", "1,250")) == set()
    assert kinds(one, one.replace("1.250", "1.25")) == set()
    assert kinds(one, one.replace("1.250", "2,250")) == {"number"}


def test_a_heading_and_a_text_that_say_both_differ_from_no_outlet_that_says_one() -> None:
    heading, text = "The bridge will fall in Ghent", "The bridge in Ghent could fall on Friday"
    told = [
        phrase("A1", heading),
        phrase("A1", text, 99),
        phrase("A2", heading),
        phrase("A3", text),
        phrase("A3", heading, 99),
    ]
    assert "hedge" not in {d.kind for d in find_differences(told)}
    assert "hedge" in {d.kind for d in find_differences([phrase("A1", heading), phrase("A2", text)])}


def test_wording_is_named_where_little_is_reworded() -> None:
    one, much = "The old bridge in Ghent was mended on Friday", "Rust had been seen there"
    found = find_differences([phrase("A1", one), phrase("A2", one.replace("mended", "patched")), phrase("A3", much)])
    assert [r.text for d in found if d.kind == "wording" for r in d.readings] == ["mended", "patched"]


def test_what_is_told_in_other_words_altogether_is_named_so_where_nothing_else_is() -> None:
    one, other = "Rust sank the bridge", "A river crossing came down"
    [found] = find_differences([phrase("A1", one), phrase("A2", other)])
    assert (found.kind, {r.text for r in found.readings}) == ("wording", {one, other})


def test_an_article_that_words_it_twice_has_no_other_wording() -> None:
    one, other = "The old bridge in Ghent fell on Friday", "The old bridge in Ghent collapsed on Friday"
    found = find_differences([phrase("A1", one), phrase("A1", other, 99), phrase("A2", one)])
    assert found == ()


def test_the_dead_and_the_hurt_are_counted_apart() -> None:
    told = "A fire in the old mill of Ghent killed 14 people and injured 50"
    silent = "A fire broke out in the old mill of Ghent on Friday"
    found = find_differences([phrase("A1", told), phrase("A2", silent)])
    assert sorted(r.text for d in found for r in d.readings if r.text) == ["14", "50"]


def test_his_country_is_no_other_name() -> None:
    one, other = "She said the country would rebuild the old bridge", "She said Peru would rebuild the old bridge"
    assert kinds(one, other) <= {"wording"}


def test_an_outlet_does_not_lack_what_another_of_its_phrasings_has() -> None:
    one, other = (
        "The company will cut 400 jobs at its struggling plant in Ghent",
        "The company will cut 400 jobs at its plant in Ghent",
    )
    told = [phrase("A1", one), phrase("A2", other)]
    assert {d.kind for d in find_differences(told)} & {"added", "left out"}
    again = phrase("A2", "It is struggling", 200)
    assert not {d.kind for d in find_differences([*told, again])} & {"added", "left out"}


def test_a_country_and_its_adjective_are_no_other_wording() -> None:
    one = "A bomb went off outside the embassy in Lebanon's capital on Friday"
    assert kinds(one, one.replace("Lebanon's", "the Lebanese")) == set()
