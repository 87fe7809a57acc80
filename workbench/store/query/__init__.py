"""The query language: what an analyst types, understood, and compiled to SQL.

In: the text of a query. Out: a `Query` (`language`, on the tree that `parser` makes), and for one pane a condition with
its bound values and an FTS5 expression (`compiler`; `fields`, `person_conditions` and `span_overlaps` say what every
field means). Values and words that are meant are found among those that the case has: `value_matching`, `word_forms`,
`letter_folding`, `date_ranges`; `suggestions` says what was meant where nothing is found.
"""

from workbench.store.query.language import CHOICES, FIELDS, Chip, Query, as_typed, chips, parse, render, term

__all__ = ["CHOICES", "FIELDS", "Chip", "Query", "as_typed", "chips", "parse", "render", "term"]
