"""Articles as sources of REFI-QDA: the text, its passages with their codes, and variables for where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from workbench.export.identifiers import guid
from workbench.export.names import UniqueNames, file_name
from workbench.export.qda_codes import Codebook
from workbench.export.qda_notes import NoteShelf
from workbench.export.qda_passages import CodedPassage, mark_codes, memo
from workbench.export.qda_text import PlainText
from workbench.export.qda_xml import coding, element, reference, text_element
from workbench.export.record_fields import Record, article_fields, head_of
from workbench.export.records import origin_words, record
from workbench.export.selection import Selection
from workbench.model import Span
from workbench.views import file_name as source_file

PROGRAM, ANALYST = guid("user", "program"), guid("user", "analyst")
USERS = ({"guid": PROGRAM, "name": "Analyst Workbench"}, {"guid": ANALYST, "name": "Analyst"})
EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that is known of sources."""

    name: str
    field: str
    """The field of an article's record."""
    type: str = "Text"

    @property
    def guid(self) -> str:
        """The same in every export."""
        return guid("variable", self.field)

    @property
    def attributes(self) -> dict[str, str]:
        """Those of its element."""
        return {"guid": self.guid, "name": self.name, "typeOfVariable": self.type}


VARIABLES = (
    Variable("Outlet", "outlet"),
    Variable("Published", "published_on", "Date"),
    Variable("Title", "title"),
    Variable("URL", "url"),
    Variable("Byline", "byline"),
    Variable("Agency", "agency"),
    Variable("Language", "language"),
    Variable("Article", "id"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it goes into a project."""

    guid: str
    text: str
    xml: str


class SourceWriter:
    """Makes sources of articles, one after the other; codes that it uses go into the codebook."""

    def __init__(self, codebook: Codebook, notes: NoteShelf, *, utf16: bool = False) -> None:
        self._codebook = codebook
        self._notes = notes
        self._utf16 = utf16
        self._names = UniqueNames()

    def source(self, article_id: str, passages: Iterable[CodedPassage], selection: Selection) -> Source:
        """The source of an article; its text and what is known of it are looked up in the selection."""
        identifier = guid("source", article_id)
        found = _article(article_id, selection)
        text = PlainText(selection.texts.get(article_id, ""), utf16=self._utf16)
        variables = {each.field: each for each in VARIABLES if _is_valid(each, found.get(each.field, ""))}
        attributes = {
            "guid": identifier,
            "name": self._names.unique(_name(found), article_id),
            "plainTextPath": f"internal://{identifier}.txt",
            "creatingUser": PROGRAM,
        }
        xml = element(
            "TextSource",
            attributes,
            text_element("Description", _description(found, variables)),
            *self._selections(passages, text),
            *self._codings(found, article_id),
            *(reference("NoteRef", note) for note in self._notes.on(article_id)),
            *(_value(variable, found[name]) for name, variable in variables.items()),
        )
        return Source(identifier, text.text, xml)

    def _selections(self, passages: Iterable[CodedPassage], text: PlainText) -> Iterator[str]:
        for passage in sorted(passages, key=lambda each: (each.span, each.item_id)):
            span = text.span(passage.span)
            if span.start < span.end:
                yield self._selection(passage, span, text)

    def _selection(self, passage: CodedPassage, span: Span, text: PlainText) -> str:
        key = passage.item_id, passage.span.start, passage.span.end
        user = ANALYST if passage.own else PROGRAM
        attributes = {
            "guid": guid("selection", *key),
            "name": text.excerpt(passage.span, EXCERPT),
            "startPosition": str(span.start),
            "endPosition": str(span.end),
            "creatingUser": user,
        }
        codings = []
        for code in passage.codes:
            self._codebook.add(code)
            codings.append(coding(guid("coding", *key, code.family, code.key), user, code.guid))
        notes = (reference("NoteRef", note) for note in self._notes.on(passage.item_id))
        return element("PlainTextSelection", attributes, text_element("Description", passage.memo), *codings, *notes)

    def _codings(self, found: Record, article_id: str) -> Iterator[str]:
        """The tags and the star of the article as a whole."""
        for code in mark_codes(found) if "tags" in found else ():
            self._codebook.add(code)
            yield coding(guid("coding", article_id, code.family, code.key), ANALYST, code.guid)


def _article(article_id: str, selection: Selection) -> Record:
    row = selection.articles.get(article_id)
    if row:
        found = record(row, selection)
        return {**found, "lineage": [origin_words(each) for each in found["lineage"]]}
    return {**article_fields(article_id, head_of(selection.heads, article_id)), "id": article_id}


def _description(found: Record, variables: Mapping[str, Variable]) -> str:
    """What is known of the article that no variable takes, such as a date that is none."""
    undated = {} if "published_on" in variables else {"published": found["published_on"]}
    return memo(undated | {name: each for name, each in found.items() if name not in variables})


def _name(found: Record) -> str:
    words = filter(None, (found["published_on"], found["outlet"], found["title"]))
    return file_name(" ".join(words) or source_file(found["source"]), found["id"])


def _is_valid(variable: Variable, value: str) -> bool:
    if variable.type == "Date":
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False
    return bool(value)


def _value(variable: Variable, value: str) -> str:
    return element(
        "VariableValue", {}, reference("VariableRef", variable.guid), text_element(f"{variable.type}Value", value)
    )
