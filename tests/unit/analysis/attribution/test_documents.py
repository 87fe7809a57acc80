from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of, speakers_of


@pytest.mark.parametrize(
    ("sentence", "mention", "name", "kind"),
    [
        ("A White House statement said the tax would stay.", "A White House statement", "White House", "organisation"),
        (
            "A Norwegian government statement said the tax would stay.",
            "A Norwegian government statement",
            "Norwegian government",
            "organisation",
        ),
        ("A statement from Ana Ruiz said the tax would stay.", "A statement from Ana Ruiz", "Ana Ruiz", "person"),
        ("Ana Ruiz’s letter said the tax would stay.", "Ana Ruiz’s letter", "Ana Ruiz", "person"),
        (
            "A 2018 report by the Congressional Research Service found the tax unfair.",
            "A 2018 report by the Congressional Research Service",
            "Congressional Research Service",
            "organisation",
        ),
        (
            "A statement on the Ministry of Finance’s website said the tax would stay.",
            "A statement on the Ministry of Finance’s website",
            "Ministry of Finance",
            "organisation",
        ),
    ],
)
def test_a_paper_speaks_for_whoever_issued_it(sentence: str, mention: str, name: str, kind: str) -> None:
    speaker = speaker_of(sentence, mention)
    assert (speaker.name, speaker.kind, speaker.mention_text) == (name, kind, mention)


@pytest.mark.parametrize("mention", ["A report on Ana Ruiz", "A letter to Ana Ruiz", "Monday’s report"])
def test_a_paper_does_not_speak_for_what_it_is_about(mention: str) -> None:
    assert speaker_of(f"{mention} said the tax would stay.", mention).name != "Ana Ruiz"


def test_the_statement_is_the_one_spoken_of_before() -> None:
    text = "The tax would stay, the State Department said in a statement. The statement said no date was set."
    assert speaker_of(text, "The statement").name == "State Department"


def test_the_report_is_the_one_named_before() -> None:
    text = "A report by the Congressional Research Service is out. The report said the tax was unfair."
    assert speaker_of(text, "The report").name == "Congressional Research Service"


def test_the_statement_is_of_the_one_quoted_before() -> None:
    text = "Norway will wait. The statement said no date was set."
    before = speakers_of(text, "Norway")
    assert [s.name for s in speakers_of(text, "The statement", before)] == ["Norway"]
