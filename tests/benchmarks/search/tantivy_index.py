"""The same texts in a tantivy index, searched as the workbench does: what a list shows of the 50 best, and how many."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path

import tantivy

ROWS = 50
FIELDS = {"title": 8.0, "text": 1.0, "outlet": 4.0, "byline": 2.0}
"""Weights as the workbench has them."""
HEAP = 200_000_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, stored=True)
    builder.add_text_field("exact_outlet", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("published_on", stored=True, tokenizer_name="raw")
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    return builder.build()


def made(case: Path) -> tantivy.Index:
    """The index of a case's articles, made beside it if it is not there."""
    folder = case.with_suffix(".tantivy")
    if folder.exists():
        return tantivy.Index.open(str(folder))
    unfinished = folder.with_suffix(".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    index = tantivy.Index(_schema(), path=str(unfinished))
    writer = index.writer(HEAP, num_threads=1)
    rows = sqlite3.connect(case).execute("SELECT id, title, text, outlet, byline, outlet, published_on FROM article")
    names = ("id", "title", "text", "outlet", "byline", "exact_outlet", "published_on")
    for row in rows:
        writer.add_document(tantivy.Document(**dict(zip(names, row, strict=True))))
    writer.commit()
    writer.wait_merging_threads()
    unfinished.rename(folder)
    return tantivy.Index.open(str(folder))


class Tantivy:
    """Searches the index."""

    def __init__(self, case: Path) -> None:
        self._index = made(case)
        self._searcher = self._index.searcher()
        self._schema = self._index.schema

    def ids(self, question: str) -> int:
        """Rank and count; how many match."""
        return int(self._searcher.search(self._query(question), ROWS).count)

    def rows(self, question: str) -> int:
        """Rank, count, and read what a list shows of each row with the passage that matches; how many match."""
        query = self._query(question)
        found = self._searcher.search(query, ROWS)
        passages = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "text")
        for _, address in found.hits:
            document = self._searcher.doc(address)
            _ = (document["id"], document["title"], document["outlet"], document["published_on"])
            passages.snippet_from_doc(document).to_html()
        return int(found.count)

    def _query(self, question: str) -> tantivy.Query:
        outlet = re.search(r'outlet:"([^"]*)"', question)
        words = question.replace(outlet[0], "").strip() if outlet else question
        if words.endswith("*"):
            anywhere = [tantivy.Query.regex_query(self._schema, field, f"{words[:-1]}.*") for field in FIELDS]
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in anywhere])
        query = self._index.parse_query(words, list(FIELDS), field_boosts=FIELDS, conjunction_by_default=True)
        if outlet is None:
            return query
        within = tantivy.Query.term_query(self._schema, "exact_outlet", outlet[1])
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, within)])
