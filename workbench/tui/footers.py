"""Which keys the footer shows where, the most wanted first."""

from __future__ import annotations

FOOTERS: dict[str, tuple[str, ...]] = {
    "list": (
        "list.down list.up", "list.open", "desk.search", "desk.filter", "desk.diff", "desk.tag", "desk.note",
        "desk.star", "desk.correct", "desk.export", "desk.undo",
    ),
    "matrix": (
        "matrix.down matrix.up matrix.left matrix.right", "matrix.open", "desk.pair", "desk.timeline", "desk.whose",
        "desk.others", "desk.correct", "desk.pin", "desk.search", "desk.filter", "desk.export", "desk.undo",
        "desk.zoom",
    ),
    "evidence": (
        "list.down list.up", "list.open", "desk.confirm desk.reject", "desk.firmer desk.weaker", "desk.split",
        "desk.correct", "desk.timeline", "desk.tag", "desk.note", "desk.undo",
    ),
    "people": (
        "list.down list.up", "list.open", "desk.quotes_of", "desk.correct", "desk.merge", "desk.part_name",
        "desk.search", "desk.filter", "desk.tag", "desk.note", "desk.star", "desk.export", "desk.undo",
    ),
    "text": ("list.down list.up", "text.copy", "text.leave"),
    "sheet": ("list.down list.up", "list.open", "sheet.leave"),
    "coverage": ("list.down list.up", "sheet.left sheet.right", "list.open", "sheet.leave"),
    "reader": (
        "reader.down reader.up", "reader.open", "reader.next_mark", "reader.next_match", "reader.leave", "desk.note",
        "desk.tag", "desk.diff", "desk.copy", "desk.zoom",
    ),
    "sources": ("list.down list.up", "list.open", "desk.peel", "desk.search", "desk.add", "desk.analyse"),
    "search": ("search.done", "search.take", "search.leave"),
    "split": (
        "reader.down reader.up", "reader.next_mark", "split.other", "split.compare", "split.another",
        "reader.open", "split.leave",
    ),
    "diff": (
        "diff.previous diff.next", "diff.base_left diff.base_right", "diff.next_fact diff.previous_fact", "diff.inline",
        "diff.kind", "diff.read", "diff.copy", "diff.export", "diff.leave", "diff.confirm diff.reject", "diff.part",
        "diff.move", "diff.wrap",
    ),
}  # fmt: skip
"""Context -> ids of bindings; those in one string share an entry."""
