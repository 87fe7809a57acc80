"""Whether an article says that somebody is a private person, who only bears a name that an office holder has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.analysis.entities import countries
from workbench.analysis.entities.office_levels import is_outsider
from workbench.analysis.entities.office_titles import names_office
from workbench.analysis.text.lexicon import read_words, state_names
from workbench.model import Span

_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)?)\.?\s\Z")
_YEARS_OLD = re.compile(r"\b(\d{1,2})[\s-]year[\s-]old\s\Z")
_AGED = re.compile(r",\s(?:aged\s)?(\d{1,2})\b|\s\((\d{1,2})\)")
_COMES_FROM = re.compile(r",\s(?:of|from)\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)*)[,.]")
_LEADS_OTHERS = re.compile(
    r"\b(?:union|students?|gang|community|church|business|protest|youth|team|strike|labou?r) leader\b", re.IGNORECASE
)
_YOUNG = 30
"""Hardly anybody holds an office before they are so old."""


def is_private_person(text: str, role: str, mentions: Sequence[Span]) -> bool:
    """Whether a text says so by a role that is no office, a title before the name, an age, or a town after it.

    `role`: what the text calls them, or ""; `mentions`: where it names them.
    """
    if role and (_LEADS_OTHERS.search(role) or (is_outsider(role) and not names_office(role))):
        return True
    if any(_has_private_title(text, mention) for mention in mentions):
        return True
    return not role and any(_is_described_so(text, mention) for mention in mentions)


def _has_private_title(text: str, mention: Span) -> bool:
    before = text[max(0, mention.start - 30) : mention.start]
    if (old := _YEARS_OLD.search(before)) and int(old[1]) < _YOUNG:
        return True
    title = _BEFORE.search(before)
    return title is not None and title[1].lower() in _titles()


def _is_described_so(text: str, mention: Span) -> bool:
    """Whether an age or a town stands behind the name."""
    if _AGED.match(text, mention.end):
        return True
    town = _COMES_FROM.match(text, mention.end)
    return town is not None and town[1] not in state_names()["name"] and not countries.find(town[1])


@cache
def _titles() -> frozenset[str]:
    return read_words("private_titles.txt")
