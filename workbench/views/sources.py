"""Where articles come from, as a tree, and what changed from one version of an article to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.model import Span
from workbench.views.lists import Head


@dataclass(frozen=True, slots=True)
class SentenceEdit:
    """A sentence that is not as it was in an earlier version; a side that has none has no span."""

    kind: Literal["added", "deleted", "edited"]
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class SourceTreeLine:
    """One line of the tree of sources: an article, or an outlet that is credited and not in the case, under what it
    comes from.
    """

    depth: int
    label: str
    relation: str = ""
    """credits, copies or rewrites what stands above it; "" for an origin."""
    share: float = 0.0
    head: Head | None = None
    span: Span | None = None
    """The passage that shows it."""
