"""What is copied, without a screen."""

from __future__ import annotations

from tests.unit.tui.features.ports import Ports, Selection
from workbench.model import Span
from workbench.tui.features.clipboard_copies import ClipboardCopies


def test_rows_are_copied_with_their_citation_or_bare() -> None:
    ports = Ports()
    row = ports.rows("quotes")[0]
    actions = ClipboardCopies(ports.host, Selection(row)).actions()
    actions["copy"]()
    actions["bare"]()
    (cited, _), (bare, _) = ports.host.copied
    assert row.head is not None
    assert row.head.outlet in cited
    assert row.head.outlet not in bare
    assert row.value.text in cited
    assert row.value.text in bare


def test_a_chosen_passage_goes_before_the_row() -> None:
    ports = Ports()
    article, selection = ports.rows("articles")[0], Selection(ports.rows("quotes")[0])
    article = ports.case.article(article.id)
    selection.passage = article, Span(0, 12)
    actions = ClipboardCopies(ports.host, selection).actions()
    actions["copy"]()
    actions["bare"]()
    (cited, what), (bare, _) = ports.host.copied
    assert bare == article.value.text[:12]
    assert cited.startswith(" ".join(bare.split()))
    assert what == "the passage"
