"""What an article was analysed by, told without loading any of it."""

from __future__ import annotations

import zlib

from workbench.analysis.knowledge import office_holders
from workbench.analysis.positions import stance_lexicon
from workbench.analysis.text.lexicon import DATA
from workbench.nlp import parser

REVISION = "12"
"""Raised whenever the analysis changes what it finds, so that a case knows what to analyse again."""

COMPARISON = "1"
"""Raised whenever it is judged otherwise which clauses state the same, or how positions are grouped and issues named;
facts are made anew of the same judgements with every REVISION.
"""


def comparison_version() -> str:
    """What a case was compared by: this, with the weights of facts and issues."""
    weights = b"".join((DATA / name).read_bytes() for name in ("match.json", "issues.json"))
    return f"{COMPARISON} {zlib.crc32(weights):08x}"


def version() -> str:
    """What `article.analysed_by` holds: revision, language model, and the analyst's own stance words and persons."""
    own = stance_lexicon.analyst_words() + office_holders.analyst_people()
    return f"{REVISION} {parser.version()}" + (f" {zlib.crc32(own.encode()):08x}" if own else "")
