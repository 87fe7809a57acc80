"""The tree of a case's sources: origins, and beneath each what credits, copies or rewrites it.

One decision: an article stands once, under the one source that explains most of it: whose words it has, else whom it
credits, else whose structure it has. An origin is an article without a source, or a credited outlet that is not in the
case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from workbench.analysis.provenance.lineage import DEPENDENT_SHARE
from workbench.analysis.provenance.outlet_names import outlet_key, outlet_label
from workbench.model import Lineage
from workbench.views import Head, SourceTreeLine

KIND_RANK = {"copies": 0, "credits": 2, "rewrites": 3}
"""Which of several sources explains most of an article: the lower first."""
CREDITED_REWRITE_RANK = 1
"""That of a rewrite of an article whose outlet is credited, too."""


def build_source_tree(heads: Mapping[str, Head], sources: Iterable[Lineage]) -> tuple[SourceTreeLine, ...]:
    """The lines of the tree, origins with most beneath them first."""
    rows = [row for row in sources if row.article_id in heads]
    above = _sources(heads, rows)
    beneath: dict[str, list[str]] = defaultdict(list)
    for article, (node, _) in sorted(above.items(), key=lambda item: _age(heads[item[0]])):
        beneath[node].append(article)
    roots = sorted({*heads, *beneath} - above.keys(), key=lambda node: (-_size(node, beneath), node.casefold()))
    return tuple(line for root in roots for line in _tree_lines(root, 0, None, beneath, above, heads))


def _sources(heads: Mapping[str, Head], rows: Iterable[Lineage]) -> dict[str, tuple[str, Lineage]]:
    """Article -> its one source, an article's id or an outlet's name, and the row that shows it; without circles."""
    own: dict[str, str] = {}
    for id, head in sorted(heads.items(), key=lambda item: _age(item[1]), reverse=True):
        own[outlet_key(head.outlet)] = id
    found: dict[str, tuple[str, Lineage]] = {}
    credited = {(row.article_id, outlet_key(row.origin)) for row in rows if row.kind == "credits"}

    def rank(row: Lineage) -> tuple[int, float, int, str]:
        origin = heads.get(row.origin)
        agreed = row.kind == "rewrites" and origin and (row.article_id, outlet_key(origin.outlet)) in credited
        kind = CREDITED_REWRITE_RANK if agreed else KIND_RANK[row.kind]
        return kind, -row.share, row.span.start if row.span else 0, row.origin

    for row in sorted(rows, key=rank):
        if (row.kind == "copies" or row.passages is not None) and row.share < DEPENDENT_SHARE:
            continue
        if row.kind == "credits" and outlet_key(row.origin) == outlet_key(heads[row.article_id].outlet):
            continue
        node = own.get(outlet_key(row.origin), row.origin) if row.kind == "credits" else row.origin
        if row.article_id not in found and node != row.article_id and not _is_beneath(node, row.article_id, found):
            found[row.article_id] = (node, row)
    return found


def _is_beneath(node: str, article: str, above: Mapping[str, tuple[str, Lineage]]) -> bool:
    """Whether a node has an article above it already."""
    while node in above:
        node = above[node][0]
        if node == article:
            return True
    return False


def _age(head: Head) -> tuple[str, str]:
    return head.published_on or "9999", head.id


def _size(node: str, beneath: Mapping[str, list[str]]) -> int:
    return sum(1 + _size(each, beneath) for each in beneath.get(node, ()))


def _tree_lines(
    node: str,
    depth: int,
    row: Lineage | None,
    beneath: Mapping[str, list[str]],
    above: Mapping[str, tuple[str, Lineage]],
    heads: Mapping[str, Head],
) -> Iterator[SourceTreeLine]:
    head = heads.get(node)
    label = (head.outlet or head.title or outlet_label(head)) if head else node
    yield SourceTreeLine(
        depth, label, row.kind if row else "", row.share if row else 0.0, head, row.span if row else None
    )
    for each in beneath.get(node, ()):
        yield from _tree_lines(each, depth + 1, above[each][1], beneath, above, heads)
