"""Markdown with footnotes: the text an analyst pastes into a report, and under it the proof of every line.

Words of articles, analysts and file names are escaped one by one before they meet any markup of ours, so that what
they contain (links, HTML, footnote marks) shows as it was written and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from workbench.export.records import Record, known_as, phrasing_record, record
from workbench.export.sanitizing import dumps, one_line, plain
from workbench.export.selection import Selection
from workbench.model import PANES, Pane, Quote, Span, Speaker
from workbench.views import Row, file_name, web_address

MARKUP = re.compile(r"[\\`*_\[\]<>&|~$^#{}@]|(?<==)=|=(?==)|(?<=%)%|%(?=%)")
AT_LINE_START = re.compile(r"^(\s*)([-+=:]|(?<!\d)\d+(?=[.)]))")
WEB_ADDRESS = re.compile(r"https?://[\w\-./?&=%+,;:@!$*'()#~]+")


class Markdown:
    """Grouped, quoted, footnoted."""

    name = "markdown"
    extension = ".md"
    description = "Text with a footnote for every line, for reports"
    encoding = "utf-8"
    panes = PANES

    def write(self, selection: Selection, stream: IO[str]) -> None:
        """Write front matter, the rows under their headings, and the footnotes."""
        page = Page()
        for heading, rows in GROUPS[selection.pane](selection.ordered(), selection):
            page.heading(heading)
            for row in rows:
                LINES[selection.pane](page, row, selection)
        stream.write(front_matter(selection))
        stream.write(f"# {selection.pane.capitalize()}: {escape(selection.case_name or 'case')}\n\n")
        stream.write("\n".join(page.blocks or ["Nothing matches.\n"]))
        stream.write("\n" + "\n".join(page.footnotes) if page.footnotes else "")


class Page:
    """The blocks written so far, and their footnotes."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.footnotes: list[str] = []

    def heading(self, text: str) -> None:
        self.blocks.append(f"## {text}\n")

    def quoted(self, lines: Iterable[str], mark: str) -> None:
        """A blockquote of paragraphs that are Markdown already."""
        self.blocks.append("\n>\n".join(f"> {line}" for line in list(lines) or [""]) + f" {mark}\n")

    def item(self, text: str, mark: str = "") -> None:
        self.blocks.append(f"- {at_line_start(text)} {mark}".rstrip() + "\n")

    def footnote(self, parts: Iterable[str], found: Record) -> str:
        """Add a footnote of sentences, with tags and note under it; its mark."""
        number = len(self.footnotes) + 1
        below = []
        if found["tags"]:
            below.append("Tags: " + ", ".join(escape(tag) for tag in found["tags"]) + "\n")
        if found["note"]:
            below += ["Note: " + paragraph for paragraph in _paragraphs(found["note"])[:1]]
            below += _paragraphs(found["note"])[1:]
        body = [at_line_start(" ".join(part for part in parts if part)) + "\n", *below]
        self.footnotes.append(f"[^{number}]: " + "\n    ".join(body))
        return f"[^{number}]"


def escape(text: str) -> str:
    """The words on one line, with nothing in them that Markdown, HTML or a note-taking program would act on."""
    return MARKUP.sub(r"\\\g<0>", one_line(text))


def at_line_start(line: str) -> str:
    """An escaped line that does not begin a list, a rule or a heading."""
    return AT_LINE_START.sub(lambda m: m[1] + (m[2] + "\\" if m[2].isdigit() else "\\" + m[2]), line)


def _paragraphs(text: str) -> list[str]:
    return [line + "\n" for line in _escaped(text)]


def _escaped(text: str) -> list[str]:
    """The lines of a text as Markdown that shows them."""
    return [at_line_start(escape(line)) for line in plain(text).split("\n") if line.strip()]


def front_matter(selection: Selection, kind: str = "") -> str:
    """Strings in JSON's form, which YAML reads as its own."""
    fields = {
        "case": selection.case_name,
        "query": selection.query,
        "kind": kind or selection.pane,
        "count": len(selection.rows),
    }
    return "---\n" + "".join(f"{name}: {dumps(value)}\n" for name, value in fields.items()) + "---\n\n"


# Footnotes


def _address(label: str, text: str) -> str:
    """A path or a web address; only the plainest of the latter becomes a link."""
    text = one_line(text)
    return f"{label}: <{text}>." if WEB_ADDRESS.fullmatch(text) else _named(label, text)


def _cited(found: Record) -> str:
    """The address on the web, where there is one; the name of the file only where neither that nor a title says which
    article it is."""
    if address := found["url"] or web_address(found["source"]):
        return _address("Source", address)
    return "" if one_line(found["title"]) else _named("File", file_name(found["source"]))


def _where(found: Record) -> str:
    """Outlet, title and date of the article, as a citation begins."""
    outlet = f"*{escape(found['outlet'])}*" if one_line(found["outlet"]) else ""
    title = f"“{escape(found['title'])}”" if one_line(found["title"]) else ""
    parts = [part for part in (outlet, title, escape(found["published_on"])) if part]
    return ", ".join(parts) + "." if parts else ""


def _characters(*spans: Record) -> str:
    return "Characters " + ", ".join(f"{span['start']}–{span['end']}" for span in spans) + "." if spans else ""


def _named(label: str, value: str) -> str:
    return f"{label}: {escape(value)}." if one_line(value) else ""


def _sure(found: Record) -> str:
    corrected = " Corrected by hand." if found["edited"] else ""
    if found.get("status") in ("confirmed", "rejected"):
        corrected = f" {found['status'].capitalize()} by hand."
    if found.get("own"):
        return f"Marked by hand. {found['id']}."
    return f"Confidence {found['confidence']:.2f}. {found['id']}.{corrected}"


# Quotes, by speaker


def _speaker(name: str, role: str, country: str) -> str:
    bracket = ", ".join(escape(part) for part in (role, country) if one_line(part))
    return escape(name) + (f" ({bracket})" if bracket else "")


def _speakers(row: Row[Quote]) -> str:
    said = [_speaker(each.label, each.role, each.country) for each in row.value.speakers]
    return "; ".join(said) or "Nobody named"


def _by_speaker(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    return _grouped(rows, lambda row: "; ".join(_heading_of(each) for each in row.value.speakers) or "Nobody named")


def _heading_of(speaker: Speaker) -> str:
    """The unnamed stand together, whatever the texts call them."""
    return escape(speaker.name) or speaker.kind.capitalize()


def _grouped(rows: list[Row[Any]], name: Callable[[Any], str]) -> Iterator[tuple[str, list[Row[Any]]]]:
    groups: dict[str, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    yield from sorted(groups.items(), key=lambda group: group[0].casefold())


def _quote(page: Page, row: Row[Quote], selection: Selection) -> None:
    found = record(row, selection)
    cue = f", “{escape(found['cue']['text'])}”" if found["cue"] else ""
    parts = (
        f"{_speakers(row)}.",
        _where(found),
        _characters(*found["spans"]),
        f"{found['kind'].capitalize()}{cue}.",
        _named("Via", found["via"]),
        _sure(found),
        _cited(found),
    )
    page.quoted(_in_sentence(row.value, found), page.footnote(parts, found))


def _in_sentence(quote: Quote, found: Record) -> list[str]:
    """The paragraphs of the sentence that a quote stands in, with its content marked; without one, how it is told."""
    if not found["sentence"]:
        return _escaped(found["as_told"])
    start, text = found["sentence"]["start"], found["sentence"]["text"]
    lines, at = [], start
    for line in text.split("\n"):
        here = Span(at, at + len(line))
        lines.append(at_line_start(_marked(line, [s for s in quote.spans if s.overlaps(here)], at)))
        at += len(line) + 1
    return [line for line in lines if line]


def _marked(line: str, contents: Iterable[Span], start: int) -> str:
    """A line that begins at `start`, with the contents in it in bold."""
    out, at = "", 0
    for span in contents:
        first, past = max(span.start - start, at), min(span.end - start, len(line))
        before, said = line[at:first], line[first:past]
        bold = f"**{escape(said)}**" if one_line(said) else ""
        out += _spaced(before) + " " * said[:1].isspace() + bold + " " * said[-1:].isspace()
        at = past
    return (out + _spaced(line[at:])).strip()


def _spaced(text: str) -> str:
    """The words escaped, with a blank where there was one at an end."""
    return " " * text[:1].isspace() + escape(text) + " " * (text[-1:].isspace() and bool(text.strip()))


# Positions, by issue


def _by_issue(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    return _grouped(rows, lambda row: escape(row.value.issue or row.value.topic) or "No issue")


def proof_of(found: Record) -> tuple[str, ...]:
    """The footnote of a position: who, where, how it is known."""
    by = _named("Attributed by", found["attributed_by"])
    return (
        _named("Speaker", found["speaker"]),
        _where(found),
        _characters(found["evidence"]),
        f"{found['level'].replace('_', ' ').capitalize()}; {found['attribution'].replace('_', ' ')}.",
        by,
        _named("Condition", found["condition"]),
        _named("Hedge", found["hedge"]),
        _sure(found),
        _cited(found),
    )


def _position(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    holder = _speaker(found["holder_name"] or found["holder"], "", found["holder"])
    text = f"**{holder}**, {found['stance'].replace('_', ' ')}: {escape(found['evidence']['text'])}"
    page.item(text, page.footnote(proof_of(found), found))


# Facts, each under its own heading


def _by_itself(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    for row in rows:
        yield escape(row.value.gist) or row.id, [row]


def _fact(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    page.blocks.append(_fact_line(found))
    for phrasing in selection.ordered_phrasings(row.value):
        told = phrasing_record(phrasing, selection.heads)
        partly = "States it in part." if told["relation"] == "partial" else ""
        sure = f"Confidence {told['confidence']:.2f}."
        parts = (_where(told), _characters(told), partly, sure, _cited(told))
        mark = page.footnote(parts, {"tags": [], "note": ""})
        page.item(f"{escape(_called(phrasing.article_id, selection))}: {escape(told['text'])}", mark)
    for difference in found["differences"]:
        said = [
            f"{escape(_called(each['article_id'], selection))} {_words(each['text'])}"
            for each in difference["readings"]
        ]
        page.item(f"Differs in {escape(difference['kind'])}: " + "; ".join(said))
    if found["missing_outlets"]:
        page.item("Not in " + ", ".join(escape(outlet) for outlet in found["missing_outlets"]))
    for near in found["perhaps"]:
        likeness = f"Likeness {near['likeness']:.2f}."
        proof = (_where(near), _characters(near), likeness, _address("Source", near["source"]))
        mark = page.footnote(proof, {"tags": [], "note": ""})
        page.item(f"Perhaps in {escape(_called(near['article_id'], selection))}: {escape(near['text'])}", mark)


def _called(article_id: str, selection: Selection) -> str:
    head = selection.heads.get(article_id)
    return known_as(head) if head else article_id


def _fact_line(found: Record) -> str:
    """Kind and id of a fact, with what the analyst put on it."""
    line = f"{escape(found['kind']).capitalize()}, {found['id']}."
    if found["tags"]:
        line += " Tags: " + ", ".join(escape(tag) for tag in found["tags"]) + "."
    return "\n".join([line + "\n", *_paragraphs(found["note"])])


def _words(text: str) -> str:
    return f"“{escape(text)}”" if one_line(text) else "(nothing)"


# Articles and notes, in one list


def _together(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    if rows:
        yield selection.pane.capitalize(), rows


def _article(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    origins = [f"{each['kind']} {each['origin_outlet'] or each['origin']}" for each in found["lineage"]]
    parts = (
        _named("By", found["byline"]),
        _named("Language", found["language"]),
        f"{found['words']} words.",
        _named("Lineage", "; ".join(origins)),
        _cited(found),
        f"{found['id']}.",
    )
    page.item(_where(found) or found["id"], page.footnote(parts, found))


def _note(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    span = found["span"]
    passage = f"On “{escape(span['text'])}”." if span else ""
    parts = (passage, _where(found), _characters(*([span] if span else [])), _cited(found))
    written = f"Written {escape(found['written_at'])} on {escape(found['target'])}."
    page.quoted(_escaped(found["body"]), page.footnote((*parts, written), found))


Groups = Callable[[list[Row[Any]], Selection], Iterator[tuple[str, list[Row[Any]]]]]
GROUPS: dict[Pane, Groups] = {
    "articles": _together,
    "quotes": _by_speaker,
    "positions": _by_issue,
    "facts": _by_itself,
    "notes": _together,
}
LINES: dict[Pane, Callable[[Page, Any, Selection], None]] = {
    "articles": _article,
    "quotes": _quote,
    "positions": _position,
    "facts": _fact,
    "notes": _note,
}
