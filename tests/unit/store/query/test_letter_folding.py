"""Letters as people type them: every text has its spellings, and what is plain stays so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.store.query.letter_folding import MAX_SPELLINGS, as_indexed, fold, spellings


@given(st.text(max_size=30))
def test_every_text_has_its_spellings_itself_first(text: str) -> None:
    found = spellings(text, digraphs=True)
    assert found[0] == as_indexed(text)
    assert fold(text) in found
    assert len(found) <= MAX_SPELLINGS + 1


@given(st.text(max_size=30))
def test_what_is_plain_already_stays_so(text: str) -> None:
    assert fold(fold(text)) == fold(text)
