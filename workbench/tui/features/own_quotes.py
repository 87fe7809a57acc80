"""Quotes of the analyst's own: a passage of the reader, with the speaker that they name."""

from __future__ import annotations

from workbench.model import QUOTE_KINDS, Article, Span, Speaker
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.features.case_forms import CaseForms, Offers, said_by
from workbench.tui.ports import Navigator, Selection
from workbench.tui.screens.form import Field, Form
from workbench.tui.widgets import text_layout
from workbench.views import Row

_QUOTE_MARKS = '"“”„«»‹›「」『』'
_NOBODY = Speaker("", "person")


class OwnQuotes:
    """Makes a quote of the passage in hand."""

    def __init__(self, gateway: CaseGateway, navigator: Navigator, selection: Selection, forms: CaseForms) -> None:
        self._gateway = gateway
        self._navigator = navigator
        self._selection = selection
        self._forms = forms

    def make(self) -> None:
        """Ask who said the passage in the reader, and make a quote of it."""
        place = self._selection.place
        if place is None or not self._gateway.writable():
            return
        row, passage = place
        span = text_layout.trimmed(row.value.text, passage)
        self._forms.with_offers(lambda offers: self._ask(row, span, offers))

    def _ask(self, row: Row[Article], span: Span, offers: Offers) -> None:
        text, id = row.value.text, row.id
        kind = kind_at(text, span)
        fields = [*self._forms.speaker([_NOBODY], offers), Field("quote", "how", kind, QUOTE_KINDS)]

        def given(changed: dict[str, str] | None) -> None:
            if changed is not None:
                speaker = said_by(_NOBODY, changed)
                speakers = [speaker] if speaker["name"] or speaker["kind"] != "person" else []
                how = changed.get("quote", kind)
                call = lambda: self._gateway.case.make_quote(id, span, how, speakers)  # noqa: E731
                self._gateway.change(call, "Quote made; u undoes it")

        self._navigator.open(Form("A quote of yours: who said this?", fields, span.of(text)), given)


def kind_at(text: str, span: Span) -> str:
    """Direct where a passage stands in quote marks, mixed where it has some in it, else indirect."""
    inside, around = span.of(text), text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    if any(mark in around for mark in _QUOTE_MARKS) or inside[:1] in _QUOTE_MARKS:
        return "direct"
    return "mixed" if any(mark in inside for mark in _QUOTE_MARKS) else "indirect"
