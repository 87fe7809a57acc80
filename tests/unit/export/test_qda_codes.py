"""The codebook: families as categories, tags as a tree, no name twice."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

from workbench.export.qda_codes import LONGEST_NAME, Code, Codebook


def tag(name: str) -> Code:
    return Code("tag", name, name)


def built(*codes: Code) -> ElementTree.Element:
    codebook = Codebook()
    for code in codes:
        codebook.add(code)
    return ElementTree.fromstring(codebook.xml({"E1": ["00000000-0000-5000-8000-000000000000"]}))


def outline(element: ElementTree.Element) -> list[object]:
    """Names, the codable ones in capitals, each with those below it."""
    found: list[object] = []
    for each in element.findall("Code"):
        name = each.get("name", "")
        found.append(name.upper() if each.get("isCodable") == "true" else name)
        below = outline(each)
        found += [below] if below else []
    return found


def test_families_are_categories_in_a_fixed_order() -> None:
    found = built(tag("key"), Code("country", "ARL", "Arland"), Code("speaker", "E1", "Ann Poe", "role President"))
    assert outline(found) == ["Speakers", ["ANN POE"], "Countries", ["ARLAND"], "Tags", ["KEY"]]


def test_tags_are_a_tree_by_their_slashes() -> None:
    found = built(tag("talks/guarantees/air"), tag("talks/guarantees"), tag("a/b"), tag("v1.2"), tag("/x"), tag("y//"))
    assert outline(found) == [
        "Tags", ["/X", "a", ["A/B"], "talks", ["TALKS/GUARANTEES", ["TALKS/GUARANTEES/AIR"]], "V1.2", "Y//"],
    ]  # fmt: skip


def test_no_name_stands_twice() -> None:
    codes = [
        Code("speaker", "E1", "Arland"), Code("speaker", "E2", "arland"), Code("country", "ARL", "Arland"),
        Code("issue", "Tags", "Tags"), Code("stance", "open", "open"), tag("open"), tag("Open"), tag("open/air"),
    ]  # fmt: skip
    names = Counter(each.get("name", "").casefold() for each in built(*codes).iter("Code"))
    assert set(names.values()) == {1}
    assert {"arland", "arland (speaker)", "arland (country)", "tags (issue)", "open (tag)", "open (tag) 2"} <= set(
        names
    )


def test_the_order_of_the_codes_does_not_matter() -> None:
    codes = [tag("b"), tag("a/c"), Code("speaker", "E2", "Poe"), Code("speaker", "E1", "Poe")]
    assert ElementTree.tostring(built(*codes)) == ElementTree.tostring(built(*codes[::-1]))


def test_hostile_names_are_names() -> None:
    names = ["<b>&\"'", "\ufffe\x00", "x" * 40_000, "/".join("abcdefgh" * 500), "\ud83d"]
    found = built(*map(tag, names))
    given = [each.get("name", "") for each in found.iter("Code") if each.get("isCodable") == "true"]
    assert "<b>&\"'" in given
    assert all(1 <= len(name) <= LONGEST_NAME + 10 for name in given)


def test_a_code_says_what_is_known_and_which_notes_are_on_it() -> None:
    (code,) = [
        each for each in built(Code("speaker", "E1", "Ann", "role President")).iter("Code") if not each.findall("Code")
    ]
    assert code.findtext("Description") == "role President"
    assert [each.tag for each in code] == ["Description", "NoteRef"]
