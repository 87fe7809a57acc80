"""Identifiers: the same for the same, another for another, valid for anybody."""

from __future__ import annotations

from uuid import UUID

from workbench.export.identifiers import guid, urn


def test_the_same_thing_has_the_same_identifier_in_every_export() -> None:
    assert guid("quote", "Q1") == guid("quote", "Q1") == "73bef3cd-6d03-50ea-8753-71d456623317"
    assert UUID(guid("quote", "Q1")).version == 5


def test_kind_and_key_tell_things_apart() -> None:
    assert len({guid("quote", "Q1"), guid("note", "Q1"), guid("quote", "Q", "1"), guid("quoteQ", "1")}) == 4


def test_as_an_address() -> None:
    assert urn("quote", "Q1") == f"urn:uuid:{guid('quote', 'Q1')}"


def test_half_a_surrogate_pair_is_no_obstacle() -> None:
    assert guid("tag", "\ud83d") != guid("tag", "\ud83e")
