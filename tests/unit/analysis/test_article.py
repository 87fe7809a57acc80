from __future__ import annotations

from dataclasses import replace

from tests.unit.analysis.reading import learned_positions, read_clauses, read_quotes
from workbench.analysis.article import analyse
from workbench.model import Article, Entity

ENGLISH = Article(
    "a" * 64,
    "article.txt",
    "Chilean President Rosa Vidal said on Monday that Chile rejects the treaty. “It is not safe,” she told Reuters.",
)
FRENCH = replace(
    ENGLISH,
    text="Le président a déclaré lundi que le pays ne signerait pas le traité. « Il n’est pas sûr », a-t-il ajouté. "
    "Le ministre des affaires étrangères avait proposé la semaine dernière une nouvelle réunion avec ses voisins.",
)


def test_one_article_gives_all_that_its_stages_find() -> None:
    found = analyse(ENGLISH)
    assert [e.name for e in found.entities] == ["Rosa Vidal"]
    assert [q.text for q in found.quotes] == [q.text for q in read_quotes(ENGLISH.text)]
    assert [p.stance for p in found.positions] == [p.stance for p in learned_positions(ENGLISH.text)]
    assert found.clauses == read_clauses(ENGLISH.text, ENGLISH.id)
    assert [c.origin for c in found.credits] == ["Reuters"]


def test_what_the_case_knows_of_a_person_completes_the_article() -> None:
    short = replace(ENGLISH, text="Vidal said that the mine would stay shut.")
    (person,) = analyse(short, {"Vidal": Entity("Rosa Vidal", "person", "President", "CHL")}).entities
    assert (person.name, person.role, person.country) == ("Rosa Vidal", "President", "CHL")


def test_a_text_in_another_language_is_left_alone_unless_it_is_said_to_be_english() -> None:
    assert (analyse(FRENCH).unanalysed, analyse(FRENCH).clauses) == ("fr", ())
    assert analyse(replace(FRENCH, language="en")).unanalysed == ""
