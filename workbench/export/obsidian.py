"""A folder of linked notes for Obsidian: one for each article, speaker, country, issue and fact.

An article's note holds what was said in it, each row a block with a name of its own (`^Q…`) that the other notes link
to. Rows are written as they come, each into the notes that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.analysis.entities import countries
from workbench.export.evidence import with_origin
from workbench.export.fact_records import phrasing_record
from workbench.export.markdown_footnotes import article_reference, character_ranges, cited_address, confidence
from workbench.export.markdown_page import at_line_start, escape, escaped_lines
from workbench.export.note_names import NoteNames, tag
from workbench.export.record_fields import Record
from workbench.export.records import origin_words, record
from workbench.export.sanitizing import dumps, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Pane
from workbench.views import Row

INDEX = "Index"
FOLDERS = ("Articles", "Speakers", "Countries", "Issues", "Facts")
_NOT_IN_LINKS = re.compile(r"[\[\]|^#`*_~<>=$%\\]")


def write(selection: Selection, folder: Path, options: Options = NO_OPTIONS) -> None:
    """Write the notes into the folder."""
    vault = Vault(folder)
    vault.add(INDEX, "", [f"# {escape(selection.case_name or 'case')}"])
    if selection.query:
        vault.add(INDEX, "", [f"Of what matches: {escape(selection.query)}"])
    for part in selection.parts:
        for row in part.ordered():
            LINES[part.pane](vault, row, part)
    vault.close()


class Vault:
    """The notes of a folder; each begins when the first line is added to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = NoteNames()
        self._headings: dict[str, str] = {}
        """Note -> the heading that its last line stands under."""
        self._listed: dict[str, list[str]] = {}
        """Folder -> a line for each of its notes."""

    def article(self, id: str, selection: Selection) -> str:
        """The path of an article's note, which is begun."""
        row = selection.articles.get(id)
        if row is None:
            return self._note("Articles", id, id, {})
        value, marks = row.value, row.marks
        day = one_line(value.published_on)
        fields = {
            "aliases": [one_line(value.title)],
            "outlet": one_line(value.outlet),
            "date": day,
            "byline": value.byline,
            "url": value.url,
            "language": value.language,
            "id": id,
            "tags": [*map(tag, marks.tags)],
        }
        wish = " ".join(filter(None, (day, one_line(value.outlet), one_line(value.title))))
        return self._note("Articles", id, wish or id, fields)

    def speaker(self, name: str, role: str = "", country: str = "", aliases: list[str] | None = None) -> str:
        """The path of a speaker's note, which is begun."""
        fields = {"aliases": aliases or [], "role": role, "country": self.country(country) if country else ""}
        return self._note("Speakers", name, name, fields)

    def country(self, code: str) -> str:
        """The path of a country's note, which is begun."""
        return self._note("Countries", code, countries.name(code) or code, {"aliases": [code]})

    def country_link(self, code: str) -> str:
        """A link to a country's note, by its name."""
        return link(self.country(code), countries.name(code) or code)

    def issue(self, name: str) -> str:
        """The path of an issue's note, which is begun."""
        return self._note("Issues", name, name, {})

    def fact(self, id: str, gist: str, marks: Record) -> str:
        """The path of a fact's note, which is begun."""
        return self._note("Facts", id, gist or id, {"id": id, "tags": [*map(tag, marks["tags"])]})

    def _note(self, folder: str, thing: str, wish: str, fields: Mapping[str, Any]) -> str:
        path = self._names.name(folder, thing, wish)
        if path not in self._headings:
            self._headings[path] = ""
            given = {name: value for name, value in fields.items() if value and value != [""]}
            head = "".join(f"{name}: {_property(value)}\n" for name, value in given.items())
            self._write(path, (f"---\n{head}---\n\n" if head else "") + f"# {escape(wish)}\n")
            self._listed.setdefault(folder, []).append(f"- {link(path, wish)}")
        return path

    def close(self) -> None:
        """List all notes in the index."""
        for folder in FOLDERS:
            if lines := self._listed.get(folder):
                self.add(INDEX, folder, sorted(lines, key=str.casefold))

    def add(self, path: str, heading: str, lines: list[str]) -> None:
        """Lines at the end of a note, under a heading."""
        begins = heading and self._headings.get(path) != heading
        self._headings[path] = heading
        self._write(path, (f"\n## {heading}\n" if begins else "") + "\n" + "\n".join(lines) + "\n")

    def _write(self, path: str, text: str) -> None:
        file = self._folder / f"{path}.md"
        file.parent.mkdir(exist_ok=True)
        with file.open("a", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            stream.write(text)


def link(path: str, shown: str, block: str = "") -> str:
    """A link to a note, or to a block of it; what is shown may hold anything."""
    words = one_line(_NOT_IN_LINKS.sub("", one_line(shown)))
    return f"[[{path}{f'#^{block}' if block else ''}|{words or path.rpartition('/')[2]}]]"


def _property(value: Any) -> str:
    if isinstance(value, str) and "/" in value and value.partition("/")[0] in FOLDERS:
        return dumps(f"[[{value}]]")
    return dumps(value)


def _marks(found: Record) -> list[str]:
    """Tags, star and note of a row, as lines under it."""
    tags = [f"#{tag(each)}" for each in found["tags"] if tag(each)]
    star = ["★"] if found["starred"] else []
    return [" ".join([*star, *tags])] * bool(star or tags) + [f"Note: {line}" for line in escaped_lines(found["note"])]


def _article(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    lines = [article_reference(found), cited_address(found)]
    lines += [f"Lineage: {escape(origin_words(each))}." for each in found["lineage"]]
    vault.add(vault.article(row.id, selection), "", [line for line in [*lines, *_marks(found)] if line])


def _quote(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    article, who = vault.article(found["article_id"], selection), []
    sentence = found["sentence"]["text"] if found["sentence"] else found["as_told"]
    for speaker in found["speakers"]:
        about = ", ".join(_about_speaker(vault, speaker))
        name = speaker["name"]
        shown = link(vault.speaker(name, speaker["role"], speaker["country"]), name) if name else _unnamed(speaker)
        who.append(shown + (f" ({about})" if about else ""))
        if name:
            vault.add(vault.speaker(name), "Quotes", [_embedded(article, found, sentence)])
        elif speaker["country"]:
            vault.add(vault.country(speaker["country"]), "Quotes", [_embedded(article, found, sentence)])
    cue = f"cue “{escape(found['cue']['text'])}”, " if found["cue"] else ""
    via = f"via {escape(found['via'])}, " if found["via"] else ""
    about = f"{'; '.join(who) or 'Nobody named'} · {found['kind']}, {cue}{via}said: “{escape(found['text'])}”"
    proof = " ".join((character_ranges(*found["spans"]), confidence(found)))
    vault.add(article, "Quotes", [*_quoted(sentence), f"> {about}. {proof}", *_under(found), "", f"^{row.id}"])


def _about_speaker(vault: Vault, speaker: Record) -> Iterator[str]:
    known = speaker["known_from"]
    if speaker["role"]:
        yield with_origin(escape(speaker["role"]), known["role"])
    if speaker["country"]:
        yield with_origin(vault.country_link(speaker["country"]), known["country"])


def _unnamed(speaker: Record) -> str:
    return escape(speaker["mention"]["text"]) if speaker["mention"] else speaker["kind"].capitalize()


def _quoted(text: str) -> list[str]:
    return [f"> {line}\n>" for line in escaped_lines(text)] or [">"]


def _under(found: Record) -> list[str]:
    return [f"> {at_line_start(line)}" for line in _marks(found)]


def _embedded(article: str, found: Record, text: str) -> str:
    """A line of another note that leads to a block of an article's."""
    shown = ", ".join(filter(None, (one_line(found["outlet"]), found["published_on"]))) or found["article_id"]
    return f"- {escape(text)} ({link(article, shown, found['id'])})"


def _position(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    article, issue = vault.article(found["article_id"], selection), found["issue"] or found["topic"] or "No issue"
    holder = found["holder_name"] or found["holder"]
    whose = vault.country(found["holder"]) if found["holder"] else vault.speaker(holder)
    stance = found["stance"].replace("_", " ")
    line = f"{link(whose, holder)} {stance} {link(vault.issue(issue), issue)}"
    speaker = f", {link(vault.speaker(found['speaker']), found['speaker'])}" if found["speaker"] else ""
    about = f"{found['level'].replace('_', ' ')}, {found['attribution'].replace('_', ' ')}{speaker}"
    proof = " ".join((character_ranges(found["evidence"]), confidence(found)))
    lines = [*_quoted(found["evidence"]["text"]), f"> {line} · {about}. {proof}", *_under(found), "", f"^{row.id}"]
    vault.add(article, "Positions", lines)
    for note, words in ((whose, f"{stance} {link(vault.issue(issue), issue)}"),
                        (vault.issue(issue), f"{link(whose, holder)} {stance}")):  # fmt: skip
        text = _embedded(article, found, found["evidence"]["text"]).removeprefix("- ")
        vault.add(note, "Positions", [f"- {words}: {text}"])


def _fact(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    note = vault.fact(row.id, found["gist"], found)
    vault.add(note, "", [f"{found['kind'].capitalize()}. {found['independent']} independent.", *_marks(found)])
    for phrasing in selection.ordered_phrasings(row.value):
        told = phrasing_record(phrasing, selection.heads)
        article = vault.article(told["article_id"], selection)
        part = " States it in part." if told["relation"] == "partial" else ""
        shown = one_line(told["outlet"]) or told["article_id"]
        proof = f"{character_ranges(told)} Confidence {told['confidence']:.2f}.{part}"
        vault.add(
            note, "Phrasings", [f"- {link(article, shown)} {told['published_on']}: {escape(told['text'])}. {proof}"]
        )
        vault.add(article, "Facts", [f"- {link(note, found['gist'])}: {escape(told['text'])}"])
    for difference in found["differences"]:
        readings = "; ".join(_reading(each, selection) for each in difference["readings"])
        vault.add(note, "Differences", [f"- {escape(difference['kind'])}: {readings}"])
    silent = [f"- {escape(outlet)}" for outlet in found["missing_outlets"]]
    if silent:
        vault.add(note, "Not in", silent)
    for near in found["perhaps"]:
        where = link(vault.article(near["article_id"], selection), one_line(near["outlet"]) or near["article_id"])
        vault.add(note, "Perhaps in", [f"- {where}: {escape(near['text'])}. Likeness {near['likeness']:.2f}."])


def _reading(reading: Record, selection: Selection) -> str:
    head = selection.heads.get(reading["article_id"])
    outlet = escape(head.outlet) if head and head.outlet else reading["article_id"]
    return f"{outlet} “{escape(reading['text'])}”" if one_line(reading["text"]) else f"{outlet} (nothing)"


def _note(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    on = [f"> {escape(found['span']['text'])}"] if found["span"] else []
    body = [*on, *escaped_lines(found["body"]), f"{escape(found['written_at'])} · {escape(found['target'])}"]
    note = vault.article(found["article_id"], selection) if found["article_id"] else INDEX
    vault.add(note, "Notes", body)


def _person(vault: Vault, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    note = vault.speaker(found["name"], found["role"], found["country"], found["aliases"])
    about = [f"Role: {with_origin(escape(found['role']), found['known_from']['role'])}."] if found["role"] else []
    if found["country"]:
        country = with_origin(vault.country_link(found["country"]), found["known_from"]["country"])
        about.append(f"Country: {country}.")
    if about or _marks(found):
        vault.add(note, "About", [*about, *_marks(found)])


LINES: dict[Pane, Callable[[Vault, Any, Selection], None]] = {
    "articles": _article,
    "quotes": _quote,
    "positions": _position,
    "facts": _fact,
    "notes": _note,
    "people": _person,
}
