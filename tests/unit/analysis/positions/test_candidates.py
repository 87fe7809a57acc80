"""Who could take a stand in a sentence."""

from __future__ import annotations

from tests.unit.analysis.reading import read_entities
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.positions.candidates import MAX_CANDIDATES, Candidate, CandidateFinder
from workbench.model import Span
from workbench.nlp import pipeline


def candidates(text: str, number: int = 0) -> dict[str, Candidate]:
    """The candidates of one sentence of a text, by holder."""
    read = pipeline.run_models(text)
    entities = read_entities(text)
    sentence = list(entities.doc.sents)[number]
    here = Span(sentence.start_char, sentence.end_char)
    quotes = find_quotes("A1", entities, read.attributions)
    near = [q for q in quotes if any(s.overlaps(here) for s in q.spans)]
    found = {c.holder: c for c in CandidateFinder(entities).find(sentence, near)}
    assert all(here.covers(mention) for c in found.values() for mention in c.mentions)
    return found


def test_countries_seats_and_blocs_are_candidates() -> None:
    found = candidates("The Kremlin and the European Union will meet Norwegian envoys in Chile.")
    assert {code: found[code].kinds & {"seat", "bloc", "demonym", "name"} for code in ("RUS", "EU", "NOR", "CHL")} == {
        "RUS": {"seat"}, "EU": {"bloc"}, "NOR": {"demonym"}, "CHL": {"name"},
    }  # fmt: skip


def test_whoever_stands_for_a_country_makes_it_one() -> None:
    text = "Norwegian Prime Minister Kari Dahl spoke in Oslo on Monday. She granted the ships a permanent exemption."
    (norway,) = candidates(text, 1).values()
    assert (norway.holder, norway.kinds) == ("NOR", {"pronoun"})
    assert [s.name for s in norway.speakers] == ["Kari Dahl"]


def test_a_country_whose_people_only_say_the_sentence_is_one_without_a_mention() -> None:
    text = '"It was a very bad idea. The plan will fail," Chilean Foreign Minister Ana Ruiz said.'
    chile = candidates(text, 0)["CHL"]
    assert (len(chile.quotes), chile.kinds, chile.mentions) == (1, {"quote"}, [])


def test_there_are_at_most_so_many() -> None:
    names = (
        "Norway Chile Kenya Japan Iran Iraq Peru Cuba Mali Chad Togo Oman Qatar Yemen Nepal India China Fiji".split()
    )
    more = "Spain Italy France Germany Poland Austria Hungary Greece Turkey Egypt Libya Sudan Ghana Benin".split()
    rest = "Brazil Mexico Canada Bolivia Ecuador Uruguay Paraguay Colombia Panama Haiti Jamaica".split()
    assert len(candidates(", ".join([*names, *more, *rest]) + " have signed the treaty.")) == MAX_CANDIDATES


def test_a_sentence_without_anybody_has_none() -> None:
    assert not candidates("It rained all day.")
