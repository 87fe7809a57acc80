"""What the name of a file says: outlet, day, title.

A name speaks only where it is read whole: an outlet that is known by that name, a full day, and what is left is a
title. Where several files of a folder are named alike, the others are read the same way. A pattern by hand
(`{outlet}_{date}_{title}`) is taken at its word.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workbench.errors import UsageError
from workbench.ingest.characters import one_line
from workbench.ingest.dates import find_date
from workbench.ingest.outlets import find_outlet, looks_like_outlet, slug_to_name
from workbench.ingest.stated_fields import Fields
from workbench.nlp.language_identification import language_code

FIELDS = {"outlet": "outlet", "date": "published_on", "title": "title", "byline": "byline", "agency": "agency",
          "language": "language"}  # fmt: skip
_SHAPES = {"date": r"\d{4}[-_.]?\d{2}[-_.]?\d{2}", "language": r"[A-Za-z]{2,3}"}
_PART = re.compile(r"\{(\w+)\}|(\*)")
_DAY = re.compile(r"(?<![0-9])(?P<y>(?:19|20)\d\d)(?P<sep>[-_.]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![0-9])")
_WORDS = re.compile(r"[^\W_]+")
_DAY_BEHIND = re.compile(r"(?P<outlet>[^\W\d][\w .-]*?)_(?P<day>\d{4}-\d\d-\d\d)(?P<rest>_.*)?")
_PLAIN = re.compile(r"[^\W\d]{3,30}")
_NUMBER = re.compile(r"[-_. ]?\(?\d{1,3}\)?")
_MIN_MAJORITY = 2
_MAX_SIBLINGS = 500
_GENERIC_NAMES = frozenset(
    "article articles story text notes note readme draft copy page document untitled news report".split()
)


@dataclass(frozen=True, slots=True)
class NamePattern:
    """How the user says that files are named."""

    text: str
    shape: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> NamePattern:
        """`{outlet}_{date}_{title}`, with `*` for what is to be passed over. Raises UsageError for anything else."""
        pieces: list[str] = []
        names: list[str] = []
        place = 0
        for part in _PART.finditer(text):
            name = part[1] or ""
            if name and name not in FIELDS:
                raise UsageError(
                    f"A name has no {{{name}}}.", f"Use {', '.join('{' + one + '}' for one in FIELDS)} and *."
                )
            if name in names:
                raise UsageError(f"{{{name}}} stands twice in the pattern.", "Use * for what is to be passed over.")
            if pieces and part.start() == place:
                raise UsageError("Two parts of the pattern touch.", "Put a sign between them: {outlet}_{date}.")
            names += [name] if name else []
            pieces.append(re.escape(text[place : part.start()]))
            pieces.append(f"(?P<{name}>{_SHAPES.get(name, '.+?')})" if name else ".*?")
            place = part.end()
        if not names:
            raise UsageError("The pattern names no field.", "Write it like {outlet}_{date}_{title}.")
        return cls(text, re.compile("".join(pieces) + re.escape(text[place:]), re.I | re.S))

    def read(self, source: str) -> Fields | None:
        """The fields that the name of a file has; None if it does not fit."""
        found = self.shape.fullmatch(stem(source))
        if found is None:
            return None
        fields = {FIELDS[name]: _value(name, value) for name, value in found.groupdict().items()}
        return fields if all(fields.values()) else None


def _value(name: str, value: str) -> str:
    if name == "language":
        return language_code(value)
    if name == "date":
        return find_date(re.sub(r"(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)", r"\1-\2-\3", value))
    if name == "outlet":
        return find_outlet(value) or slug_to_name(value)
    return _title(value) if name == "title" else value.replace("_", " ").strip()


def stem(source: str) -> str:
    """The name of a file without folder and suffix; empty for standard input."""
    name = re.sub(r"#\d+$", "", source.replace("\\", "/")).rpartition("/")[2]
    return "" if name == "-" else unicodedata.normalize("NFC", PurePath(name).stem)


class FileNames:
    """What the names of files say; made for one adding, since it remembers what stands beside each file."""

    def __init__(self, pattern: str = "", sources: Iterable[str] = ()) -> None:
        """`sources` are the names of all files to be read. Raises UsageError for a pattern that fits none of them."""
        self._pattern = NamePattern.of(pattern) if pattern else None
        self._beside: dict[tuple[str, str], tuple[str, ...]] = {}
        self.unfitting: tuple[str, ...] = ()
        """Files that the pattern does not fit."""
        if self._pattern:
            files = list(sources)
            self.unfitting = tuple(file for file in files if self._pattern.read(file) is None)
            if len(self.unfitting) == len(files):
                raise UsageError(f"The pattern {pattern} fits no file.", "Nothing was added. Compare it with a name.")

    def given(self, source: str) -> Fields:
        """What the name of a file says by the user's pattern, but for its title, which is a slug: it stands back."""
        fields = self._pattern.read(source) if self._pattern else None
        return {field: value for field, value in (fields or {}).items() if field != "title"}

    def read(self, source: str, title: str = "") -> Fields:
        """What it says where the text says nothing; `title` is that of the text."""
        if not stem(source):
            return {}
        fields = (self._pattern.read(source) or {}) if self._pattern else self._guess(source, title)
        return {field: value for field, value in fields.items() if field != "title" or "#" not in source}

    def _guess(self, source: str, title: str) -> Fields:
        fields = _read_alone(stem(source), title)
        return fields if "outlet" in fields else fields | _read_like_siblings(stem(source), self._others(source))

    def _others(self, source: str) -> tuple[str, ...]:
        key = (os.path.dirname(source), PurePath(source).suffix.lower())
        if key not in self._beside:
            self._beside[key] = _sibling_names(*key)
        return self._beside[key]


def read_file_name(source: str, title: str = "") -> Fields:
    """What the name of one file says; `title` is that of the text."""
    return FileNames().read(source, title)


def _read_alone(name: str, title: str = "") -> Fields:
    """What one name says by itself."""
    if outlet := find_outlet(_without_number(name)):
        return {"outlet": outlet}
    found = _DAY.search(name)
    day = _iso(found) if found else ""
    if found is None or not day:
        return _read_outlet_first(name, title)
    before, after = name[: found.start()], name[found.end() :]
    if not before.strip("-_. "):
        return _read_after_day(day, after, title)
    outlet = find_outlet(before) or (slug_to_name(before.strip("-_. ")) if _is_title_start(after, title) else "")
    if not outlet or before[-1:] not in "-_. " or (after and after[0] not in "-_. "):
        return {}
    return {"outlet": outlet, "published_on": day, **_title_field(after)}


def _read_after_day(day: str, rest: str, title: str) -> Fields:
    """A name that begins with a day: nothing, an outlet and a title, or a title follow."""
    words = _WORDS.findall(rest)
    if rest and (rest[0] not in "-_. " or not any(word.isalpha() for word in words)):
        return {}
    for count in range(min(4, len(words)), 0, -1):
        left = " ".join(words[count:])
        if outlet := find_outlet(" ".join(words[:count])):
            return {"outlet": outlet, "published_on": day, **_title_field(left)}
        if _is_title_start(left, title):
            return {"outlet": slug_to_name(" ".join(words[:count])), "published_on": day}
    return {"published_on": day, **_title_field(rest)}


def _read_outlet_first(name: str, title: str) -> Fields:
    """`cnn_troops-to-leave`: a known outlet, and the title of the text or what an underscore sets off."""
    for found in re.finditer(r"[-_. ]+", name):
        outlet, rest = find_outlet(name[: found.start()]), name[found.end() :]
        if outlet and (
            _is_title_start(rest, title) or ("_" in found.group() and "_" not in rest and len(_WORDS.findall(rest)) > 1)
        ):
            return {"outlet": outlet, **_title_field(rest)}
    return {}


def _read_like_siblings(name: str, others: Sequence[str]) -> Fields:
    """What a name says that is made like most of those beside it."""
    plain = [other for other in others if not _DAY.search(other)]
    if name in plain and _is_majority(bool(find_outlet(_without_number(other))) for other in plain):
        word = _without_number(name)
        is_name = _PLAIN.fullmatch(word) and word.casefold() not in _GENERIC_NAMES
        return {"outlet": slug_to_name(word)} if is_name else {}
    dated = [other for other in others if _DAY.match(other)]
    if name in dated and _is_majority(bool(_read_outlet_after_day(other)) for other in dated):
        return _read_outlet_after_day(name)
    found = _DAY_BEHIND.fullmatch(name)
    if found and any("outlet" in _read_alone(other) for other in others if _DAY_BEHIND.fullmatch(other)):
        day = find_date(found["day"])
        return (
            {"outlet": slug_to_name(found["outlet"]), "published_on": day, **_title_field(found["rest"])} if day else {}
        )
    return {}


def _read_outlet_after_day(name: str) -> Fields:
    """The outlet behind a day: a known one, or words that end as names of outlets do; and the title behind it."""
    words = _WORDS.findall(name[found.end() :]) if (found := _DAY.match(name)) else []
    for count in range(1, min(4, len(words)) + 1):
        if (outlet := find_outlet(" ".join(words[:count]))) or looks_like_outlet(words[:count]):
            title = " ".join(words[count:])
            return {"outlet": outlet or slug_to_name(" ".join(words[:count])), "title": "", **_title_field(title)}
    return {}


def _sibling_names(folder: str, suffix: str) -> tuple[str, ...]:
    try:
        with os.scandir(folder or ".") as found:
            names = sorted(entry.name for entry, _ in zip(found, range(4 * _MAX_SIBLINGS), strict=False))
    except (OSError, ValueError):
        return ()
    return tuple(stem(name) for name in names if PurePath(name).suffix.lower() == suffix)[:_MAX_SIBLINGS]


def _is_majority(signs: Iterable[bool]) -> bool:
    """Several, and more than half."""
    found = list(signs)
    return sum(found) >= _MIN_MAJORITY and 2 * sum(found) > len(found)


def _without_number(name: str) -> str:
    return re.sub(rf"{_NUMBER.pattern}$", "", name) or name


def _is_title_start(rest: str, title: str) -> bool:
    """Whether what is left of a name is the title, or how it begins."""
    words = [word.casefold() for word in _WORDS.findall(rest)]
    own = [word.casefold() for word in _WORDS.findall(re.sub(r"['’]", "", title))]
    return bool(words) and own[: len(words)] == words and (len(words) >= 3 or len(words) == len(own))


def _title_field(rest: str) -> Fields:
    words = _WORDS.findall(rest)
    return {"title": _title(rest)} if len(words) >= 3 and not all(word.isdigit() for word in words) else {}


def _title(slug: str) -> str:
    words = one_line(re.sub(r"[-_+]+", " ", slug)).strip(" .")
    return words[:1].upper() + words[1:]


def _iso(found: re.Match[str]) -> str:
    return find_date(f"{found['y']}-{found['m']}-{found['d']}")
