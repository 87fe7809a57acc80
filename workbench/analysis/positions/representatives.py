"""Whom a speaker represents: the country or bloc, and at what level they speak for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.analysis.attribution.speaker_countries import with_country
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.office_levels import ends_in_past_office, has_role, is_part_of_state, office_level
from workbench.analysis.text.lexicon import body_nouns, offices, roles
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Origin, Speaker

CERTAINTY: Mapping[Origin, float] = {"known": 0.95, "presumed": 0.8}
"""How sure a country is that the text does not give, beside one that it does."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A country or bloc as it acts in one clause."""

    code: str
    speaker: str
    """Who acts or speaks for it; "" when the text names the country itself."""
    level: str
    own: Speaker
    certainty: float = 1.0
    """How sure it is that they belong there."""


def holders_of_speaker(entities: ArticleEntities, speaker: Speaker) -> list[Holder]:
    """The holder that a speaker represents; none if nothing says, or lets one conclude, where they belong."""
    placed = with_country(entities, speaker)
    code, origin = placed.country, placed.known_from.country
    if not code:
        return []
    about = f"{speaker.role} {speaker.mention_text}"
    if (
        is_part_of_state(about)
        or _is_only_related(entities, speaker, code)
        or (speaker.kind == "person" and _is_private(about))
    ):
        return []
    if speaker.kind == "country":
        return [Holder(code, "", "government", speaker)]
    level = _level(entities, speaker, about)
    if level == "non_government" and origin in ("presumed", "known"):
        return []
    return [Holder(code, speaker.label, level, speaker, CERTAINTY.get(origin, 1.0))]


def speaks_for_state(entities: ArticleEntities, speaker: Speaker) -> bool:
    """Whether somebody speaks for a state as a whole, not for a part of it, a group within it or themselves."""
    about = f"{speaker.role} {speaker.mention_text}"
    return not is_part_of_state(about) and (
        speaker.kind == "country" or _level(entities, speaker, about) != "non_government"
    )


def _is_only_related(entities: ArticleEntities, speaker: Speaker, code: str) -> bool:
    """Whether they are only called after the country: "American allies", "Cuba's critics"."""
    if speaker.mention is None or speaker.kind not in ("group", "organisation"):
        return False
    tokens = tokens_at(entities.doc, speaker.mention)
    head = tokens.root if tokens else None
    if head is None or head.lemma_.lower() not in frames()["related"]:
        return False
    return not any(c.code == code and c.span.end > head.idx for c in entities.countries_in(speaker.mention))


def _level(entities: ArticleEntities, speaker: Speaker, about: str) -> str:
    """At what level they speak; a group or body that is called nothing known, and is no seat of government, at none."""
    person = next((p for p in entities.people if p.name == speaker.name), None)
    leads = (entities.text[max(0, m.start - 60) : m.start] for m in (person.mentions if person else ()))
    if any(map(ends_in_past_office, leads)):
        return "non_government"
    if speaker.kind == "person" and not has_role(about):
        return "non_government"
    body = speaker.kind in ("group", "organisation", "anonymous") and speaker.mention is not None
    if body and not has_role(about) and not any(w.removesuffix("s") in body_nouns() for w in about.lower().split()):
        named = entities.countries_in(speaker.mention) if speaker.mention else []
        if not any(c.form in ("seat", "bloc") for c in named):
            return "non_government"
    return office_level(about)


def _is_private(about: str) -> bool:
    """Whether somebody is described as a private person, and as nothing else."""
    words = {word.removesuffix("s") for word in about.lower().split()}
    known = words & roles().keys()
    return bool(words & offices()["private"]) and known <= offices()["private"]
