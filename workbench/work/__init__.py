"""The use cases: the one place that joins the layers. Command line and TUI call nothing else.

In: sources, queries, and what the analyst does. Out: values of `model` and `views`, and files. A `Case` may be used
from any thread: each thread has its own connection, and every change is one transaction.

`case` lists the use cases, which are kept by kind: `additions`, `removals`, `article_analysis` (with `article_reading`,
`analysis_version` and `analysis_progress`; `workers` has the processes that read articles), `browsing`, `tables`,
`provenance`, `marks`, `corrections` (with `lookups`), `fact_grouping`, `undo_list`, `exports`, `integrity`.
`article_comparison` brings analysed articles together, with `fact_matching` and `case_signatures`. What is slow to
import (language model, extraction, analysis) is imported by the function that needs it.
"""

from workbench.work.case import Case
from workbench.work.workforce_settings import WorkforceSettings

__all__ = ["Case", "WorkforceSettings"]
