"""Bylines: names, without what pages print beside them: dates, jobs, places, addresses and handles."""

from __future__ import annotations

import re

from workbench.ingest.agencies import known_agencies
from workbench.ingest.characters import one_line
from workbench.ingest.dates import without_dates

_AROUND = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+|\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")
_BY = re.compile(r"^(?:story |report |words |written |text )?by:?\s+", re.I)
_JOINTS = re.compile(r"(\s*[;|•·]\s*|\s+[–—-]\s+|\s*,\s+(?:and\s+|with\s+)?|\s+(?:and|&|with)\s+)", re.I)
_JOB = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|staff|bureau|chief|analysts?|columnists?|contributors?|producers?"
    r"|journalists?|photographers?|anchors?|presenters?|desk|team|newsroom|admin(?:istrator)?|author|guest|intern|fellow"
    r"|professor|director|editorial|agenc(?:y|ies)|special to|opinion|politics|senior|deputy|updated|published|posted"
    r"|(?:photo(?:s|graphs?|graphy)?|pictures?|videos?|graphics?|illustrations?|edit(?:ed|ing)) by"
    r"|min(?:ute)?s? read|news service|wire services?)\b",
    re.I,
)
_MONTH = re.compile(
    r"(?<=\w )(?:January|February|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?$"
)
_PLACE = re.compile(r"\s+in\s+[A-Z].*$|\s*\([^()]*\)\s*$")
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b.*$|\d.*$")


def tidy_byline(value: str) -> str:
    """The names in a byline; its joints stay as they are printed."""
    line = _BY.sub("", one_line(_AROUND.sub(lambda found: found[1] or found[2] or "", without_dates(value[:2000]))))
    names: list[tuple[str, str]] = []
    joint, behind_job = "", False
    for number, piece in enumerate(_JOINTS.split(line)):
        if number % 2:
            joint = piece
            continue
        name = _name(piece)
        is_place = behind_job and joint.strip() in (",", ";") and len(name.split()) == 1  # "Ann Poe, Reporter, Rome"
        if name and not is_place:
            names.append((joint, name))
        behind_job = not name and bool(names)
    return "".join(name if not place else joint + name for place, (joint, name) in enumerate(names))


def _name(piece: str) -> str:
    """One name; empty if the piece is a job, a place or nothing."""
    if known_agencies(piece):
        return piece
    name = _PLACE.sub("", _TIME.sub("", _BY.sub("", piece)).strip()).strip(" ,.;:|*_'\"")
    if len(name.split()) > 2:
        name = _MONTH.sub("", name).strip(" ,")
    return "" if _JOB.search(name) or not any(map(str.isalpha, name)) else name
