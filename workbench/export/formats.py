"""The registry of formats: what each is, and the function that writes it.

Listing them loads none of them: a format's module, with the libraries that it stands on, is imported when it writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from workbench.errors import MissingPackage, UsageError
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import PANES, Pane

Form = Literal["text", "bytes", "folder"]
"""What a format writes into: a stream of text (its line ends untranslated), one of bytes, or an empty folder."""
WHOLE: Literal["case"] = "case"
"""What is written where several panes go into one file."""
CITED: tuple[Pane, ...] = ("articles", "quotes", "positions", "facts", "notes")
"""Panes whose rows stand in articles that can be cited."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be chosen about a format."""

    name: str
    help: str
    choices: tuple[str, ...] = ()
    """The values it may have, the usual one first; none: any text."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a selection."""

    name: str
    """What it is called on the command line and in the dialog."""
    extension: str
    """What its files' names end in, with the dot; of folders nothing."""
    description: str
    """What it is good for, in one line."""
    writer: str
    """The module in this package and its function, `module:function`; `write(selection, out, options)`."""
    panes: tuple[Pane, ...] = PANES
    """What it can write."""
    proof: str = ""
    """The programs and libraries that read its files back in the tests."""
    form: Form = "text"
    together: bool = False
    """Whether several panes go into one file: the rows of the others are in the selection's `others`."""
    encoding: str = "utf-8"
    """The encoding of text in its files (a stream may have another)."""
    options: tuple[Option, ...] = ()
    package: str = ""
    """The extra of this program that brings what it stands on, where that is not there always."""

    @property
    def default(self) -> Pane | Literal["case"]:
        """What is written where nothing is said."""
        return WHOLE if self.together else "quotes" if self.panes == PANES else self.panes[0]

    def checked(self, options: Options) -> Options:
        """The options as they are. Raises UsageError for one that this format does not have, or a value it may not
        have.
        """
        known = {option.name: option for option in self.options}
        for name, value in options.items():
            if name not in known:
                has = f"It has {', '.join(f'--{each}' for each in known)}." if known else "It has no options."
                raise UsageError(f"{self.name} has no option --{name}.", has)
            if known[name].choices and value not in known[name].choices:
                raise UsageError(f"--{name} cannot be {value!r}.", f"It is one of {', '.join(known[name].choices)}.")
        return options

    def write(self, selection: Selection, out: Any, options: Options = NO_OPTIONS) -> None:
        """Write the selection into a stream or folder of its form. Raises MissingPackage without its extra."""
        module, _, function = self.writer.partition(":")
        try:
            write = getattr(import_module(f"workbench.export.{module}"), function)
        except ImportError as error:
            if not self.package:
                raise
            raise MissingPackage(
                f"{self.name} needs the package {error.name}.", f"Install analyst-workbench[{self.package}]."
            ) from error
        write(selection, out, options)


CITE = Option("cite", "What a footnote says of the article: all of it, or a key that pandoc --citeproc fills in.",
              ("full", "pandoc"))  # fmt: skip
TEMPLATE = Option("template", "A file in Jinja's language that is used in place of our own (--show-template).")
OFFSETS = Option("offsets", "What positions count: the programs differ where a text has emoji or rare characters.",
                 ("code-points", "utf-16"))  # fmt: skip
FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("markdown", ".md", "Text with a footnote for every line, for reports", "markdown:write",
               proof="markdown-it-py, pandoc", options=(CITE,)),
        Format("csv", ".csv", "A table for spreadsheets; cells cannot run as formulas", "csv:write",
               proof="csv", encoding="utf-8-sig"),
        Format("xlsx", ".xlsx", "A workbook: a sheet per kind, dates as dates, filters, what each column means",
               "xlsx:write", proof="openpyxl, LibreOffice", form="bytes", together=True),
        Format("parquet", ".parquet", "Typed columns for data frames and databases", "parquet:write",
               proof="pyarrow, DuckDB", form="bytes", package="parquet"),
        Format("jsonl", ".jsonl", "A JSON record per line, for programs", "jsonl:write",
               proof="json, jsonschema"),
        Format("json", ".json", "The same records as one JSON array", "jsonl:write_array", proof="json, jsonschema"),
        Format("html", ".html", "One page to search and filter, with matrix and columns, for the browser or to print",
               "html:write", proof="chromium", together=True),
        Format("docx", ".docx", "A Word document with headings, matrix and real footnotes, for reports", "docx:write",
               proof="python-docx, LibreOffice, pandoc", form="bytes", together=True),
        Format("pdf", ".pdf", "The same set for print, with the evidence beneath each line", "pdf:write",
               proof="pypdfium2", form="bytes", together=True, package="pdf"),
        Format("brief", ".md", "Where each country stands, with footnotes", "brief_files:write_markdown",
               ("positions",), "markdown-it-py"),
        Format("brief-html", ".html", "The same as a page, for the browser or to print", "brief_files:write_html",
               ("positions",), "lxml"),
        Format("diff", ".md", "Phrasings beside each other as Markdown tables, what differs in bold",
               "diffs:write_markdown", ("facts",), "markdown-it-py"),
        Format("diff-html", ".html", "The same as a page in colour, for the browser or to print", "diff_page:write",
               ("facts",), "lxml"),
        Format("diff-json", ".json", "The same as JSON: what `workbench diff --json` prints, for every fact",
               "diffs:write_json", ("facts",), "json"),
        Format("text", ".txt", "Plain text for a mail, or what a template of yours makes", "templates:write",
               proof="jinja2", options=(TEMPLATE,)),
        Format("obsidian", "", "A folder of linked notes on articles, speakers, countries, issues, facts",
               "obsidian:write",
               proof="PyYAML, markdown-it-py", form="folder", together=True),
        Format("csl", ".json", "References for Zotero and pandoc, day and all", "csl:write", CITED,
               "citeproc-py, pandoc"),
        Format("bibtex", ".bib", "References for BibLaTeX, or for BibTeX", "bibtex:write", CITED,
               "bibtexparser, pandoc", options=(Option("dialect", "Whose fields.", ("biblatex", "bibtex")),)),
        Format("ris", ".ris", "References for every reference manager", "ris:write", CITED, "rispy, pandoc"),
        Format("w3c", ".jsonld", "W3C Web Annotations, for annotation clients and linked data", "w3c:write",
               proof="pyld", together=True),
        Format("qdpx", ".qdpx", "A REFI-QDA project: NVivo, MAXQDA, ATLAS.ti, QualCoder", "qdpx:write",
               proof="xmlschema", form="bytes", together=True, options=(OFFSETS,)),
        Format("qdc", ".qdc", "The codebook of that alone", "qdpx:write_codebook", proof="lxml", together=True),
    )
}  # fmt: skip
