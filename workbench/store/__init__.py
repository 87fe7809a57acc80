"""The case file: values to and from SQLite, its search, and the analyst's changes, which can be undone.

In: documents and articles, what the analysis found in them, what the analyst adds and corrects, and queries. Out: the
same values as they were, rows of lists with the analyst's edits laid over them, and what a query finds.

- `connection` opens a case and brings its schema up to date; `transactions` wraps every read and write.
- `articles`, `results` (with `entities`, `quotes`, `positions`, `clauses`), `issues`, `facts`, `lineage`, `versions`
  and `signatures` store what comes in and what is found; `rows` reads it back.
- `search` and `facets` read lists by a query of the package `query`; `vocabulary` and `highlights` read the rest.
- `notes`, `corrections`, `match_constraints`, `metadata_overrides` and `removal` are what the analyst changes, each
  change written down by `history`; `mark_anchors` and `mark_transfer` let marks follow what they lie on.
- `kept_output` has what the models said, which can be made again, and makes a case smaller.
- `pending_work` says what is to be analysed and compared again; `integrity` whether the file is whole.
"""

from workbench.store.connection import Store

__all__ = ["Store"]
