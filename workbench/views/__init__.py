"""What lists and panes show: values of `model` with their article, the analyst's marks, and the tables made of them.

The same rules hold as in `model`: frozen, offsets into the article's text unless a field says otherwise.
"""

from __future__ import annotations

from workbench.views.fact_tables import Column, Comparison, Coverage, Operation, SoleReport
from workbench.views.lists import Facet, Head, Highlight, Marks, Results, Row, Vocabulary, file_name, web_address
from workbench.views.matrix import Agreement, Cell, LazyRows, Matrix, Standing, confidence_of, joined_rows
from workbench.views.people import Person
from workbench.views.sources import SentenceEdit, SourceTreeLine

__all__ = [
    "Agreement",
    "Cell",
    "Column",
    "Comparison",
    "Coverage",
    "Facet",
    "Head",
    "Highlight",
    "LazyRows",
    "Marks",
    "Matrix",
    "Operation",
    "Person",
    "Results",
    "Row",
    "SentenceEdit",
    "SoleReport",
    "SourceTreeLine",
    "Standing",
    "Vocabulary",
    "confidence_of",
    "file_name",
    "joined_rows",
    "web_address",
]
