"""What an article was analysed by, told without loading any of it."""

from __future__ import annotations

import zlib

from workbench.analysis.knowledge import office_holders
from workbench.analysis.positions import stance_lexicon
from workbench.nlp import parser

REVISION = "11"
"""Raised whenever the analysis changes what it finds, so that a case knows what to analyse again."""


def version() -> str:
    """What `article.analysed_by` holds: revision, language model, and the analyst's own stance words and persons."""
    own = stance_lexicon.analyst_words() + office_holders.analyst_people()
    return f"{REVISION} {parser.version()}" + (f" {zlib.crc32(own.encode()):08x}" if own else "")
