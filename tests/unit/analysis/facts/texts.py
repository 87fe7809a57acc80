"""Texts for the comparison of phrasings: any at all, and such as differ by a word or two."""

from __future__ import annotations

from hypothesis import strategies as st

TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from(["the", "river", "rose", "by", "two", "10", "metres", ",", "“", "”", "said", "will", "Peru"]),
    max_size=14,
).map(" ".join)
