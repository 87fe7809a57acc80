"""REFI-QDA projects: what goes in, where the words are, and that the same case gives the same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO, RawIOBase, StringIO

import pytest
from lxml import etree

from tests.golden.sample import QUOTES, ROWS, TEXTS, WIRE, selection, whole_case
from tests.unit.export.qda_projects import HOSTILE, SPACE, WORDS, case_of, hostile, read, written
from workbench.export.qdpx import write, write_codebook
from workbench.export.records import record
from workbench.export.sanitizing import plain
from workbench.export.selection import Selection
from workbench.model import Note, Span

AT = "2025-09-01T10:00:00Z"
ORDER = {
    "Project": ("Users", "CodeBook", "Variables", "Sources", "Notes", "Description"),
    "Code": ("Description", "NoteRef", "Code"),
    "TextSource": ("Description", "PlainTextSelection", "Coding", "NoteRef", "VariableValue"),
    "PlainTextSelection": ("Description", "Coding", "NoteRef"),
    "VariableValue": ("VariableRef", "TextValue", "DateValue"),
    "Note": ("PlainTextContent",),
}
"""What may stand in an element, in the order that the standard asks for."""
NEEDED = {
    "Project": ("name", "origin"),
    "Code": ("guid", "name", "isCodable"),
    "Variable": ("guid", "name", "typeOfVariable"),
    "PlainTextSelection": ("guid", "startPosition", "endPosition"),
    "Coding": ("guid",),
    "Note": ("guid", "name", "creationDateTime"),
    "TextSource": ("guid", "name", "plainTextPath"),
}


def attributes(data: bytes, name: str) -> list[dict[str, str]]:
    return [each.attrib for each in read(data).root.iter(SPACE + name)]


@pytest.mark.parametrize("before", HOSTILE.values(), ids=HOSTILE)
def test_a_selection_selects_the_words_in_the_text_that_is_sent(before: str) -> None:
    data = written(case_of(hostile(before)))
    (found,) = read(data).selections()
    assert found[0] == WORDS
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sent = archive.read(archive.namelist()[0])
    assert b"\r" not in sent
    assert not sent.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("before", HOSTILE.values(), ids=HOSTILE)
def test_selections_in_utf_16_for_peers_that_count_so(before: str) -> None:
    project = read(written(case_of(hostile(before)), {"offsets": "utf-16"}))
    (each,) = project.root.iter(f"{SPACE}PlainTextSelection")
    units = next(iter(project.texts.values())).encode("utf-16-le")
    start, end = (2 * int(each.get(name, "")) for name in ("startPosition", "endPosition"))
    assert units[start:end].decode("utf-16-le") == WORDS


def test_a_quote_is_coded_with_all_that_it_is() -> None:
    project = read(written(whole_case()))
    found = {
        words: (project.codes_of(each), each.findtext(f"{SPACE}Description", ""))
        for words, each in project.selections()
    }

    codes, memo = found["We will not send troops,"]
    assert codes == {"Ann Poe", "ARL", "direct", "starred", "changed by the analyst"}
    assert "As told: Ann Poe [said]: “We will not send troops,”" in memo.splitlines()
    assert 'Sentence: "We will not send troops," said President Ann Poe of Arland.' in memo.splitlines()
    assert found["the plan was “[nearly] ready” | and <b>bold</b>"][0] >= {
        "anonymous (no name)",
        "mixed",
        "#key",
        "a*b",
    }
    assert found["support a no-fly zone"][0] == {"ARL", "no-fly zone", "supports", "Ann Poe", "key"}
    assert found["Chiefs met on Thursday"][0] == {"Chiefs met <in> Washington"}
    assert "Part: 2 of 2" in found["meet again"][1].splitlines()


@pytest.mark.parametrize("each", QUOTES, ids=lambda row: row.id)
def test_nothing_that_a_quote_has_is_left_out(each: object) -> None:
    found = record(each, selection("quotes"))  # type: ignore[arg-type]
    data = written(replace(selection("quotes"), rows=(each,)))  # type: ignore[arg-type]
    whole = "\n".join(read(data).root.itertext()) + str([element.attrib for element in read(data).root.iter()])
    speakers = [words for who in found["speakers"] for words in (who["name"], who["role"], who["country"], who["kind"])]
    marks = [*found["tags"], *found["edits"], *found["note"].splitlines()]
    article = [found["outlet"], found["published_on"], found["url"], plain(found["title"])]
    said = [found["as_told"], found["via"], str(found["confidence"]), found["id"], (found["cue"] or {}).get("text", "")]
    assert [words for words in (*speakers, *marks, *article, *said) if words and words not in whole] == []


def test_the_same_case_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(whole_case())
    for pane, rows in ROWS.items():
        monkeypatch.setitem(ROWS, pane, rows[::-1])
    assert written(whole_case()) == before


def test_sources_have_names_of_their_own_and_variables() -> None:
    data = written(case_of(*(hostile(f"{number} ", 'A/b: "c"\n') for number in range(3)), hostile("", "CON")))
    names = [each["name"] for each in attributes(data, "TextSource")]
    assert len({name.casefold() for name in names}) == 4
    assert {"A b c", "CON _"} <= set(names)
    assert not set('/\\:"\n') & set("".join(names))

    source = next(each for each in read(written(whole_case())).root.iter(f"{SPACE}TextSource"))
    values = [
        each.findtext(f"{SPACE}{kind}Value")
        for each in source.iter(f"{SPACE}VariableValue")
        for kind in ("Text", "Date")
    ]
    assert {"Coastal Wire", "2025-08-21", "Chiefs meet [again]", WIRE.id} <= set(values)


def test_a_date_that_is_none_is_told_in_words() -> None:
    article, quote = hostile("")
    assert article.head
    late = replace(article, value=replace(article.value, published_on="August"))
    (source,) = read(written(case_of((late, quote)))).root.iter(f"{SPACE}TextSource")
    assert "Published: August" in source.findtext(f"{SPACE}Description", "").splitlines()
    assert not list(source.iter(f"{SPACE}DateValue"))


@pytest.mark.parametrize("case", [whole_case(), case_of(*(hostile(each, tags=("a/b",)) for each in HOSTILE.values()))])
def test_elements_are_in_the_order_of_the_standard_with_what_they_need(case: Selection) -> None:
    for element in read(written(case)).root.iter():
        name = element.tag.removeprefix(SPACE)
        inner = [each.tag.removeprefix(SPACE) for each in element]
        if name in ORDER:
            assert inner == sorted(inner, key=ORDER[name].index)
        assert set(NEEDED.get(name, ())) <= element.attrib.keys()
        assert all(element.attrib.values())


def test_every_reference_leads_somewhere_and_every_guid_is_of_one_thing() -> None:
    for data in (written(whole_case()), written(case_of(*map(hostile, HOSTILE.values())))):
        elements = list(read(data).root.iter())
        guids = [each.get("guid") for each in elements if each.get("guid")]
        assert len(set(guids)) == len(guids)
        assert {each.get("targetGUID") for each in elements} - {None} <= set(guids)
        paths = {each.get("plainTextPath", "")[11:-4] for each in elements if each.get("plainTextPath")}
        assert paths == read(data).texts.keys()


def test_notes_are_on_what_they_are_on() -> None:
    article, quote = hostile("\ufeff\r\n𠮷 ")
    start = quote.value.spans[0].start
    notes = (
        Note("N1", article.id, "on a passage <&>\x00", AT, Span(start, start + 2)),
        Note("N2", quote.id, "on a quote", AT),
        Note("N3", article.id, "on an article", "yesterday"),
        Note("N4", "E123", "on somebody", AT),
    )
    project = read(written(case_of((article, quote), notes=notes)))
    guids = {
        each.findtext(f"{SPACE}PlainTextContent") or project.texts[each.get("guid", "")]: each.get("guid")
        for each in project.root.iter(f"{SPACE}Note")
    }
    assert set(guids) == {"on a passage <&>", "on a quote", "on an article", "on somebody"}
    on = {
        words: [each.get("targetGUID") for each in element.findall(f"{SPACE}NoteRef")]
        for words, element in project.selections()
    }
    assert on == {"We": [guids["on a passage <&>"]], WORDS: [guids["on a quote"]]}
    (source,) = project.root.iter(f"{SPACE}TextSource")
    assert [each.get("targetGUID") for each in source.findall(f"{SPACE}NoteRef")] == [guids["on an article"]]
    passage = next(element for words, element in project.selections() if words == "We")
    assert passage.findtext(f"{SPACE}Description", "").endswith("on a passage <&>")
    assert all(each.get("creationDateTime", "").endswith("Z") for each in project.root.iter(f"{SPACE}Note"))


def test_one_pane_alone_brings_the_texts_that_it_stands_in() -> None:
    project = read(written(selection("facts")))
    assert sorted(project.texts.values()) == sorted(
        plain(TEXTS[id]) for id in {p.article_id for p in ROWS["facts"][0].value.phrasings}
    )
    assert {words for words, _ in project.selections()} == {
        "Chiefs met on Thursday",
        "Officials from three countries met this week",
    }


@pytest.mark.parametrize("pane", ROWS)
def test_a_selection_of_nothing_is_a_project(pane: str) -> None:
    empty = replace(selection(pane), rows=())  # type: ignore[arg-type]
    assert [each.tag.removeprefix(SPACE) for each in read(written(empty)).root][:3] == [
        "Users",
        "CodeBook",
        "Variables",
    ]


def test_a_quote_of_40000_characters_comes_whole() -> None:
    article, quote = hostile("x " * 10_000)
    whole = replace(quote, value=replace(quote.value, spans=(Span(0, len(article.value.text)),)))
    ((words, element),) = read(written(case_of((article, whole)))).selections()
    assert words == plain(article.value.text)
    assert len(element.get("name", "")) <= 60


def test_the_codebook_alone_has_the_codes_of_the_project() -> None:
    stream = StringIO()
    write_codebook(whole_case(), stream)
    space = "{urn:QDA-XML:codebook:1.0}"
    root = etree.fromstring(stream.getvalue().encode())
    assert [each.tag for each in root] == [f"{space}Codes"]
    codes = [dict(each.attrib) for each in root.iter(f"{space}Code")]
    assert codes == attributes(written(whole_case()), "Code")


def test_a_pipe_is_as_good_as_a_file() -> None:
    class Pipe(RawIOBase):
        data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    write(whole_case(), pipe)  # type: ignore[arg-type]
    assert len(read(pipe.data).texts) == len(read(written(whole_case())).texts)
