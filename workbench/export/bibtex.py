"""BibLaTeX and BibTeX: an `@article` with `entrysubtype={newspaper}` for each article.

Titles and names of groups stand in double braces, or styles would lower their capitals and part them. BibLaTeX keeps
the day; BibTeX knows year and month, and the day goes into the note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from workbench.export.references import Author, Reference, references
from workbench.export.sanitizing import one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "pt": "portuguese",
    "nl": "dutch", "pl": "polish", "ru": "russian", "uk": "ukrainian", "tr": "turkish", "ar": "arabic",
}  # fmt: skip
"""ISO 639-1 -> as LaTeX calls it."""
_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
_PAIRED = {"{": r"\{", "}": r"\}"}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write an entry for each article."""
    classic = options.get("dialect") == "bibtex"
    for each in references(selection):
        fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(each, classic) if value)
        stream.write(f"@article{{{each.key},\n{fields}\n}}\n\n")


def _fields(found: Reference, classic: bool) -> Iterator[tuple[str, str]]:
    yield "entrysubtype", "newspaper"
    yield "author", " and ".join(map(_name, found.authors))
    yield "title", f"{{{_escaped(found.title)}}}" if found.title else ""
    yield "journal" if classic else "journaltitle", _escaped(found.outlet)
    day, note = found.published_on, _escaped(one_line(found.note))
    if classic:
        yield "year", day[:4]
        yield "month", _MONTHS[int(day[5:7]) - 1] if day[5:7].isdigit() and 1 <= int(day[5:7]) <= 12 else ""
        note = ". ".join(part for part in (day if len(day) == 10 else "", note) if part)
    else:
        yield "date", day
    yield "url", address(found.url)
    yield "urldate", found.accessed_on
    yield "langid", _LANGUAGES.get(found.language, "")
    yield "keywords", ", ".join(_escaped(tag.replace(",", ";")) for tag in found.tags)
    yield "note", note


def _name(author: Author) -> str:
    if not author.given:
        return f"{{{_escaped(author.family)}}}"
    return f"{_escaped(author.family)}, {_escaped(author.given)}"


def _escaped(text: str) -> str:
    """The text as TeX shows it. Braces are counted even where they are escaped, so that only those that come in pairs
    can stand as such.
    """
    if _in_pairs(text):
        return _SPECIAL.sub(lambda m: _PAIRED.get(m.group()) or _ESCAPED[m.group()], text)
    return _SPECIAL.sub(lambda m: _ESCAPED[m.group()], text)


def _in_pairs(text: str) -> bool:
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def address(url: str) -> str:
    """An address as the verbatim field `url` takes it: what would end the field is in percent form."""
    return re.sub(r"[\s{}\\]", lambda m: "".join(f"%{byte:02X}" for byte in m.group().encode()), url)
