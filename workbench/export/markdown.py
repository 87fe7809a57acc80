"""Markdown with footnotes: the text an analyst pastes into a report, and under it the proof of every line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from workbench.export.evidence import with_origin
from workbench.export.fact_records import phrasing_record
from workbench.export.markdown_footnotes import (
    PandocCitations,
    article_reference,
    character_ranges,
    cited_address,
    confidence,
    labelled,
    position_footnote,
    source_link,
)
from workbench.export.markdown_page import Page, at_line_start, escape, escaped_lines, front_matter, paragraphs
from workbench.export.record_fields import Record, article_label
from workbench.export.records import origin_words, record
from workbench.export.sanitizing import count, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Pane, Quote, Span, Speaker
from workbench.views import Row


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write front matter, the rows under their headings, and the footnotes."""
    citations = PandocCitations(selection) if options.get("cite") == "pandoc" else None
    page = Page(citations.cite if citations else article_reference)
    for heading, rows in GROUPS[selection.pane](list(selection.ordered()), selection):
        page.heading(heading)
        for row in rows:
            LINES[selection.pane](page, row, selection)
    stream.write(front_matter(selection, more={"references": citations.references} if citations else None))
    stream.write(f"# {selection.pane.capitalize()}: {escape(selection.case_name or 'case')}\n\n")
    stream.write("\n".join(page.blocks or ["Nothing matches.\n"]))
    stream.write("\n" + "\n".join(page.footnotes) if page.footnotes else "")


# Quotes, by speaker


def _speaker(name: str, role: str, country: str) -> str:
    bracket = ", ".join(escape(part) for part in (role, country) if one_line(part))
    return escape(name) + (f" ({bracket})" if bracket else "")


def _speakers(row: Row[Quote]) -> str:
    return "; ".join(map(_speaker_of_quote, row.value.speakers)) or "Nobody named"


def _speaker_of_quote(speaker: Speaker) -> str:
    """Who says a quote, with a word on what no article says of them."""
    origin = speaker.known_from
    role, country = (
        with_origin(value, known) for value, known in ((speaker.role, origin.role), (speaker.country, origin.country))
    )
    return _speaker(speaker.label, role, country)


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
        page.cite(found),
        character_ranges(*found["spans"]),
        f"{found['kind'].capitalize()}{cue}.",
        labelled("Via", found["via"]),
        confidence(found),
        cited_address(found),
    )
    page.quoted(_sentence(row.value, found), page.footnote(parts, found))


def _sentence(quote: Quote, found: Record) -> list[str]:
    """The paragraphs of the sentence that a quote stands in, with its content marked; without one, how it is told."""
    if not found["sentence"]:
        return escaped_lines(found["as_told"])
    start, text = found["sentence"]["start"], found["sentence"]["text"]
    lines, at = [], start
    for line in text.split("\n"):
        here = Span(at, at + len(line))
        lines.append(at_line_start(_bold_contents(line, [s for s in quote.spans if s.overlaps(here)], at)))
        at += len(line) + 1
    return [line for line in lines if line]


def _bold_contents(line: str, contents: Iterable[Span], start: int) -> str:
    """A line that begins at `start`, with the contents in it in bold."""
    out, at = "", 0
    for span in contents:
        first, past = max(span.start - start, at), min(span.end - start, len(line))
        before, said = line[at:first], line[first:past]
        bold = f"**{escape(said)}**" if one_line(said) else ""
        out += _escaped_with_blanks(before) + " " * said[:1].isspace() + bold + " " * said[-1:].isspace()
        at = past
    return (out + _escaped_with_blanks(line[at:])).strip()


def _escaped_with_blanks(text: str) -> str:
    """The words escaped, with a blank where there was one at an end."""
    return " " * text[:1].isspace() + escape(text) + " " * (text[-1:].isspace() and bool(text.strip()))


# Positions, by issue


def _by_issue(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    return _grouped(rows, lambda row: escape(row.value.issue or row.value.topic) or "No issue")


def _position(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    holder = _speaker(found["holder_name"] or found["holder"], "", found["holder"]) + row.value.apart
    text = f"**{holder}**, {found['stance'].replace('_', ' ')}: {escape(found['evidence']['text'])}"
    page.item(text, page.footnote(position_footnote(found, page.cite), found))


# Facts, each under its own heading


def _each_alone(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    for row in rows:
        yield escape(row.value.gist) or row.id, [row]


def _fact(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    page.blocks.append(_fact_line(found))
    for phrasing in selection.ordered_phrasings(row.value):
        told = phrasing_record(phrasing, selection.heads)
        partly = "States it in part." if told["relation"] == "partial" else ""
        sure = f"Confidence {told['confidence']:.2f}."
        parts = (page.cite(told), character_ranges(told), partly, sure, cited_address(told))
        mark = page.footnote(parts, {"tags": [], "note": ""})
        page.item(f"{escape(_label_of(phrasing.article_id, selection))}: {escape(told['text'])}", mark)
    for difference in found["differences"]:
        said = [
            f"{escape(_label_of(each['article_id'], selection))} {_quoted_reading(each['text'])}"
            for each in difference["readings"]
        ]
        page.item(f"Differs in {escape(difference['kind'])}: " + "; ".join(said))
    if found["missing_outlets"]:
        page.item("Not in " + ", ".join(escape(outlet) for outlet in found["missing_outlets"]))
    for near in found["perhaps"]:
        likeness = f"Likeness {near['likeness']:.2f}."
        proof = (page.cite(near), character_ranges(near), likeness, source_link("Source", near["source"]))
        mark = page.footnote(proof, {"tags": [], "note": ""})
        page.item(f"Perhaps in {escape(_label_of(near['article_id'], selection))}: {escape(near['text'])}", mark)


def _label_of(article_id: str, selection: Selection) -> str:
    head = selection.heads.get(article_id)
    return article_label(head) if head else article_id


def _fact_line(found: Record) -> str:
    """Kind and id of a fact, with what the analyst put on it."""
    line = f"{escape(found['kind']).capitalize()}, {found['id']}."
    if found["tags"]:
        line += " Tags: " + ", ".join(escape(tag) for tag in found["tags"]) + "."
    return "\n".join([line + "\n", *paragraphs(found["note"])])


def _quoted_reading(text: str) -> str:
    return f"“{escape(text)}”" if one_line(text) else "(nothing)"


# Articles, notes and people, in one list


def _in_one_list(rows: list[Row[Any]], selection: Selection) -> Iterator[tuple[str, list[Row[Any]]]]:
    if rows:
        yield selection.pane.capitalize(), rows


def _article(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    origins = [origin_words(each) for each in found["lineage"]]
    parts = (
        labelled("By", found["byline"]),
        labelled("Language", found["language"]),
        f"{found['words']} words.",
        labelled("Lineage", "; ".join(origins)),
        cited_address(found),
        f"{found['id']}.",
    )
    page.item(page.cite(found) or found["id"], page.footnote(parts, found))


def _note(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    span = found["span"]
    passage = f"On “{escape(span['text'])}”." if span else ""
    parts = (passage, page.cite(found), character_ranges(*([span] if span else [])), cited_address(found))
    written = f"Written {escape(found['written_at'])} on {escape(found['target'])}."
    page.quoted(escaped_lines(found["body"]), page.footnote((*parts, written), found))


def _person(page: Page, row: Row[Any], selection: Selection) -> None:
    found = record(row, selection)
    origin, days = found["known_from"], list(dict.fromkeys(filter(None, (found["first"], found["last"]))))
    parts = (
        labelled("Also", "; ".join(found["aliases"])),
        labelled("Role from", origin["role"]),
        labelled("Country from", origin["country"]),
        labelled("Known", origin["proof"]),
        ", ".join(count(found[what], what[:-1]) for what in ("quotes", "positions", "outlets")) + ".",
        labelled("Days", " to ".join(days)),
        f"{found['kind'].capitalize()}, {row.id}.",
    )
    page.item(_speaker(found["name"], found["role"], found["country"]), page.footnote(parts, found))


Groups = Callable[[list[Row[Any]], Selection], Iterator[tuple[str, list[Row[Any]]]]]
GROUPS: dict[Pane, Groups] = {
    "articles": _in_one_list,
    "quotes": _by_speaker,
    "positions": _by_issue,
    "facts": _each_alone,
    "notes": _in_one_list,
    "people": _in_one_list,
}
LINES: dict[Pane, Callable[[Page, Any, Selection], None]] = {
    "articles": _article,
    "quotes": _quote,
    "positions": _position,
    "facts": _fact,
    "notes": _note,
    "people": _person,
}
