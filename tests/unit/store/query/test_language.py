"""The query language: what a text means, and that every text means something."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.store.query import FIELDS, as_typed, chips, parse, render
from workbench.store.query.nodes import And, Field, Near, Node, Not, Or, Words
from workbench.store.query.parser import MAX_TERMS


def plain(node: Node | None) -> object:
    """A tree without places, as nested tuples."""
    match node:
        case Words():
            return node.text + "*" * node.prefix
        case Near():
            return ("NEAR", node.distance, *map(plain, node.parts))
        case Field():
            return (node.name, node.value)
        case And() | Or():
            return (type(node).__name__, *map(plain, node.parts))
        case Not():
            return ("Not", plain(node.part))
    return None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", None),
        ("causeway", "causeway"),
        ("a b", ("And", "a", "b")),
        ("a AND b", ("And", "a", "b")),
        ("a and b", ("And", "a", "and", "b")),
        ("a b OR c", ("Or", ("And", "a", "b"), "c")),
        ("a (b OR c)", ("And", "a", ("Or", "b", "c"))),
        ("a -b", ("And", "a", ("Not", "b"))),
        ("a NOT b", ("And", "a", ("Not", "b"))),
        ("-(a b)", ("Not", ("And", "a", "b"))),
        ("NOT NOT a", "a"),
        ('"a b"', "a b"),
        ("“a b”", "a b"),
        ('"a b"*', "a b*"),
        ("min*", "min*"),
        ("a NEAR b", ("NEAR", 10, "a", "b")),
        ("a NEAR/3 b", ("NEAR", 3, "a", "b")),
        ('NEAR(a "b c", 5)', ("NEAR", 5, "a", "b c")),
        ("foreign-ministry", "foreign-ministry"),
        ("U.S. AT&T it's 50%", ("And", "U.S.", "AT&T", "it's", "50%")),
        ("% - … a", "a"),
        ('outlet:"Harbour Post"', ("outlet", "Harbour Post")),
        ("OUTLET:post", ("outlet", "post")),
        ("-speaker:rell", ("Not", ("speaker", "rell"))),
        ("has:quotes", ("has", "quote")),
        ("date:2025-08..", ("date", "2025-08..")),
    ],
)
def test_what_a_query_means(text: str, meaning: object) -> None:
    query = parse(text)
    assert plain(query.tree) == meaning
    assert query.hints == ()


@pytest.mark.parametrize(
    ("text", "meaning", "hint"),
    [
        ("(a b", ("And", "a", "b"), "bracket"),
        ("a)", "a", "bracket"),
        ("a OR", "a", "OR"),
        ("AND", None, "AND"),
        ("a OR OR b -c", ("And", "a", "b", ("Not", "c")), "OR"),
        ("outlet:x (a", ("And", ("outlet", "x"), "a"), "bracket"),
        ("spaeker:rell", "spaeker:rell", "did you mean speaker:?"),
        ("zzz:rell", "zzz:rell", 'no field "zzz:"'),
        ("date:soon", "soon", "not a date"),
        ("date:2025-13", "2025-13", "not a date"),
        ("is:read", "read", "starred, edited"),
        ("speaker:", None, "who said it"),
    ],
)
def test_what_cannot_be_read_is_searched_as_words_with_a_hint(text: str, meaning: object, hint: str) -> None:
    query = parse(text)
    assert plain(query.tree) == meaning
    assert any(hint in h for h in query.hints)


def test_an_open_quote_goes_to_the_end() -> None:
    assert plain(parse('a "b c').tree) == ("And", "a", "b c")
    assert plain(parse('outlet:"Harbour P').tree) == ("outlet", "Harbour P")


def test_in_title_is_no_condition_of_its_own() -> None:
    query = parse("toll in:title")
    assert (plain(query.tree), query.in_title) == ("toll", True)
    assert [c.label for c in query.chips] == ["in: title"]


def test_a_paragraph_is_cut_and_says_so() -> None:
    query = parse("word " * 1000)
    assert isinstance(query.tree, And)
    assert len(query.tree.parts) < 1000
    assert "Only the first" in query.hints[0]


def test_chips_are_the_terms_that_hold_for_the_whole() -> None:
    text = 'toll outlet:"Harbour Post" -speaker:rell NOT tag:x (issue:a OR b)'
    found = chips(text)
    assert [c.label for c in found] == ["outlet: Harbour Post", "not speaker: rell", "not tag: x"]
    assert [text[c.start : c.end] for c in found] == ['outlet:"Harbour Post"', "-speaker:rell", "NOT tag:x"]
    assert chips("outlet:x OR tag:y") == []


def test_the_word_being_typed_may_go_on() -> None:
    assert as_typed("toll caus") == "toll caus*"
    for whole in ("", "to", "toll ca", "toll ", '"toll"', "outlet:post", "caus*", "toll AND"):
        assert as_typed(whole) == whole


PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR", "NEAR(", "NEAR/2", "(", ")", '"', "“", "”", "-", "*", ":", "..", " ", "a", "b", "toll"]
    + [f"{name}:" for name in FIELDS]
    + ["\x00", "\ud800", "\u202e", "\ue000", "ß", "接受", "😀", "{", "}", "^", "+", ",", "'", "%", "\\", "rowid"]
)
LISTS = st.lists(PIECES, max_size=25)
TEXTS = st.one_of(st.text(max_size=60), LISTS.map("".join), LISTS.map(" ".join))


@given(TEXTS)
@example("(" * 5000)
@example("-" * 100 + "a")
@example("NOT " * 2000 + "a")
@example('"' * 999)
@settings(max_examples=150, deadline=None)
def test_no_text_fails_and_every_place_is_true(text: str) -> None:
    query = parse(text)
    for chip in query.chips:
        assert [c.label for c in chips(chip.text)] == [chip.label]
    assert parse(render(query)).hints == () or not render(query)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_query_says_again_what_it_means(text: str) -> None:
    query = parse(text)
    assert plain(parse(render(query)).tree) == plain(query.tree)


def test_a_query_of_any_size_is_bounded_and_says_so() -> None:
    near = parse("NEAR(" + " ".join(f"a{n}" for n in range(400)) + ", 5)")
    assert "Only the first 150 words of the query are used." in near.hints
    assert len(near.words) == MAX_TERMS

    long = parse("NEAR(" + "word " * 50_000 + ")")
    assert "Only the first 10,000 characters of the query are used." in long.hints
    assert len(long.words) <= MAX_TERMS
