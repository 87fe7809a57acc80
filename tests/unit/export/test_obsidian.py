"""A folder of notes: every link leads to a block that is there, and names are safe everywhere."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.golden.sample import WIRE, whole_case
from workbench.export.formats import FORMATS
from workbench.export.names import MOST_BYTES
from workbench.export.note_names import NoteNames, safe_name, tag

LINK = re.compile(r"\[\[([^\]|#]+)(?:#\^([^\]|]+))?(?:\|([^\]]*))?\]\]")


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("vault")
    FORMATS["obsidian"].write(whole_case(), folder)
    return {str(f.relative_to(folder))[:-3]: f.read_text(encoding="utf-8") for f in folder.rglob("*.md")}


def test_every_link_leads_to_a_note_and_a_block(notes: dict[str, str]) -> None:
    links = [found for text in notes.values() for found in LINK.findall(text)]
    assert len(links) > 20
    for path, block, _ in links:
        assert path in notes
        assert not block or f"\n\n^{block}\n" in notes[path]


def test_every_note_is_in_the_index(notes: dict[str, str]) -> None:
    listed = {path for path, _, _ in LINK.findall(notes["Index"])}
    assert listed == set(notes) - {"Index"}


def test_what_is_known_of_an_article_is_in_its_head(notes: dict[str, str]) -> None:
    text = notes["Articles/2025-08-21 Coastal Wire Chiefs meet again"]
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["outlet"] == "Coastal Wire"
    assert head["id"] == WIRE.id
    assert head["tags"] == ["front/page", "key"]


def test_a_quote_has_its_sentence_speaker_cue_place_and_marks(notes: dict[str, str]) -> None:
    text = notes["Articles/2025-08-21 Coastal Wire Chiefs meet again"]
    block = text.split("## Quotes")[1].split("\n\n^")[0]
    for part in ("[[Speakers/Ann Poe|Ann Poe]] (President, [[Countries/ARL|ARL]])", "direct", "cue “said”",
                 "Characters 25–49", "Confidence 0.91", "Corrected by hand", "★"):  # fmt: skip
        assert part in block
    assert "said President Ann Poe of Arland" in block


def test_markup_of_articles_stays_words(notes: dict[str, str]) -> None:
    for text in notes.values():
        page = MarkdownIt("commonmark").render(re.sub(r"\A---\n.*?---\n", "", text, flags=re.DOTALL))
        assert "<script" not in page
        assert 'evil.example"' not in page
        assert "\u202e" not in text
        assert "\x1b" not in text


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("CON", "CON _"),
        ("nul.txt", "nul txt"),
        ("What? A/B: [x] #1 | ^2", "What A B x 1 2"),
        ("ends with dots... ", "ends with dots"),
        ("../../etc", "etc"),
        ("\u202e\x00", "untitled"),
        ("Café", "Café"),
    ],
)
def test_names_are_safe(wish: str, name: str) -> None:
    assert safe_name(wish) == name


@given(st.lists(st.text(max_size=300), max_size=8))
def test_no_two_things_share_a_name_and_all_are_safe(wishes: list[str]) -> None:
    names = NoteNames()
    found = [names.name("Facts", str(at), wish) for at, wish in enumerate(wishes)]
    assert len({name.casefold() for name in found}) == len(wishes)
    assert found == [names.name("Facts", str(at), wish) for at, wish in enumerate(wishes)]
    for name in found:
        bare = name.removeprefix("Facts/")
        assert not re.search(r'[\\/:*?"<>|#^\[\]\x00-\x1f]', bare)
        assert bare == bare.strip(" .")
        assert len(bare.encode()) <= MOST_BYTES + 4


def test_tags_are_what_note_taking_programs_take() -> None:
    assert [tag("a b/c.d"), tag("2025"), tag("#key!"), tag("…")] == ["a-b/c-d", "_2025", "key", ""]
