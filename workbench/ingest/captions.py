"""Captions: the credit of a picture goes; what the caption says of it stays, if that is a sentence.

Only a credit that no sentence has counts: "(Photo by ...)", "(Name/Agency)", "REUTERS/Name", "Photographer: ...". A
sentence under a picture is the outlet's word like any other. A "Source:" stands for a picture's where the line above it
reads like a caption.
"""

from __future__ import annotations

import re

from workbench.ingest.notices import has_speech_verb

_AGENCIES = frozenset((
    "AP Images", "AP Photos", "AP Photo", "AP", "A.P.", "The Associated Press", "Associated Press", "AFP",
    "Agence France-Presse", "Reuters", "REUTERS", "Getty Images", "Getty", "EPA-EFE", "EPA", "EFE", "Shutterstock",
    "Bloomberg News", "Bloomberg", "UPI", "PA Wire", "PA Images", "PA", "dpa", "DPA", "ANSA", "Anadolu Agency",
    "Anadolu", "NurPhoto", "Zuma Press", "ZUMA Press", "Zuma", "ZUMA", "Landov", "Corbis", "Alamy", "Sipa USA",
    "Sipa", "SIPA", "Rex Features", "Rex", "Xinhua", "Kyodo News", "Kyodo", "Yonhap", "TASS", "Sputnik", "Redux",
    "Magnum Photos", "Newscom", "Polaris", "Keystone", "Scanpix", "Ritzau Scanpix", "NTB", "Pool", "iStock",
    "Unsplash", "Wikimedia Commons", "Handout", "USA TODAY", "Screenshot",
))  # fmt: skip
_WORD = r"(?:(?:file )?photo(?:graph(?:er)?)?s?|pictures?|images?|illustrations?|graphics?|maps?|screenshot|video)"
_IN_BRACKETS = re.compile(rf"{_WORD}(?: credit)?(?: by\b|:| courtesy\b| from\b| via\b|/).*", re.I)
_LABELLED = re.compile(
    rf"(?:^|(?<=[.!?\"”’)] )|(?<= )(?=[A-Z]))(?:(?i:{_WORD})(?i: credit)?(?i: by| courtesy of|\s?:|\s?\.\.\.)"
    r"|Credit ?(?:\.\.\.|:)) ?(?=\w)"
)
_SLASHED = re.compile(r"(?:^|(?<=\s))(?:REUTERS|Reuters|AP Photo|AFP|EPA|AP) ?/ ?(?=\w)")
_PART = re.compile(r"(?:^|(?<=[.!?] )|(?<=\| ))(?=[^\n/|]{3,60} ?[/|])")
"""Where a credit without a word for it may begin: the line, a sentence, behind a bar."""
_JOINTS = re.compile(r" ?[/|—] ?|, ?(?:via )?| via | for ")
_NAME = re.compile(
    r"(?:[^\W\d_a-z]|d['’]|dpa$)[\w.'’-]*"
    r"(?: (?:[^\W\d_a-z][\w.'’-]*|(?:of|the|de|da|del|van|von|den|al|bin|for))){0,4}"
)
_LABEL = re.compile(rf"[*_\s\[(]*{_WORD}(?: caption)?\s*[:/|]", re.I)
_SOURCE = re.compile(r"[\[(*_\s]*(?i:sources?|credits?)[*_]*\s*:[*_]*\s*[^\W\d_a-z][^\n]{1,58}")
_STOP = re.compile(r"[.!?][\"”’')\]]*$")
_LONGEST = 500
_TAIL = 160
_REPEATED = 4


def credit_span(line: str) -> tuple[int, int]:
    """Where the credit of a picture stands in a line, with a caption that is no sentence; (0, 0) if there is none."""
    if len(line) > 2 * _LONGEST:
        return 0, 0
    start = len(line)
    for _ in range(_REPEATED):  # a page often has the credit twice
        before = _credit_at_end(line[:start].rstrip(" *_"))
        if before < 0:
            break
        start = before
    if start == len(line):
        return _credit_within(line)
    told = line[:start].rstrip()
    return (start if len(line) > _LONGEST or _STOP.search(told) or has_speech_verb(told) else 0), len(line)


def _credit_at_end(line: str) -> int:
    """Where the credit at the end of a line begins; -1 if it ends with none."""
    opening = line.rfind("(", max(0, len(line) - _TAIL)) if line.endswith(")") else -1
    if opening >= 0:
        inner = line[opening + 1 : -1]
        return opening if inner == "AP Photo" or _IN_BRACKETS.fullmatch(inner) or _is_credit(inner) else -1
    for shape, needs_agency in ((_LABELLED, False), (_SLASHED, False), (_PART, True)):
        for found in shape.finditer(line, max(0, len(line) - _TAIL)):
            if _are_names(line[found.end() :], needs_agency):
                return found.start()
    return -1


def _credit_within(line: str) -> tuple[int, int]:
    """A credit behind a bar, with text on both sides ("... | AP Photo Talks go on")."""
    bar = line.find(" | ", 10)
    if bar < 0:
        return 0, 0
    words = line[bar + 3 : bar + 3 + _TAIL].split(" ")
    for count in range(min(8, len(words) - 1), 0, -1):
        by = " ".join(words[:count])
        if (by in _AGENCIES or _is_credit(by)) and not words[count][:1].islower():
            return bar, bar + 3 + len(by) + 1
    return 0, 0


def _is_credit(words: str) -> bool:
    """Whether words are a name and an agency ("Jane Doe/Reuters", "AP/Jane Doe")."""
    parts = _JOINTS.split(words)
    known = [part for part in parts if part in _AGENCIES]
    return len(parts) > 1 and bool(known) and "/" in words and all(map(_NAME.fullmatch, parts))


def _are_names(words: str, needs_agency: bool) -> bool:
    parts = _JOINTS.split(words)
    if needs_agency and (len(parts) < 2 or parts[-1] not in _AGENCIES):
        return False
    return len(parts) <= 6 and all(map(_NAME.fullmatch, parts))


def reads_like_caption(line: str) -> bool:
    """Whether a line is what stands under a picture: labelled so, credited, or short and without a final stop."""
    if credit_span(line)[1] or _LABEL.match(line):
        return True
    return len(line) <= _LONGEST // 2 and not re.search(r"[.!?:;][\"”’')\]]*$", line)


def is_source_line(line: str) -> bool:
    """Whether a line says no more than where something is from ("Source: NATO")."""
    return bool(_SOURCE.fullmatch(line)) and len(line.split()) <= 7
