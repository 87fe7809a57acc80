"""Which characters stand within quotation marks.

Marks are paired within a paragraph: double marks of any style, and single marks where a paragraph has no double ones or
where they stand around those. A mark that is never closed runs to the end of its paragraph, as in quotations that go on
in the next one; a paragraph that only closes a mark left open before it is quoted from its start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.model import QuoteKind, Span

OPENING = r"(?:``|''|‘‘|’’|,,|<q>|[“\"„‟«»”「『〝＂‘'‚‹›`])"
"""A mark that may open a quotation, as a regular expression."""
CLOSING = r"(?:''|’’|‘‘|</q>|[”\"“«»」』〞〟＂’'‘›‹])"
"""A mark that may close one."""
DIRECT_SHARE = 0.9
_PARAGRAPH = re.compile(r"[^\n]+")
_PAIRS = {
    "“": ("”", '"', "“", "''"), "„": ("“", "”", '"', "‟", "''"), "”": ("”", '"'), "‟": ("”", "„"), '"': ('"',),
    "«": ("»",), "»": ("«", "»"), "「": ("」",), "『": ("』",), "〝": ("〞", "〟"), "＂": ("＂",), "<q>": ("</q>",),
    "``": ("''", '"', "”", "``"), "''": ("''", '"'), "‘‘": ("’’", "‘‘", "''"), "’’": ("’’", "''"),
    ",,": ("''", "’’", "‘‘", '"', "”", "“", ",,"),
}  # fmt: skip
_EITHER = frozenset(('"', "''", "”", "’’", "»", "＂", ",,"))
"""Marks that open in some texts and close in others."""
_MARK = re.compile(r"``|(?<!')''(?!')|‘‘|’’|,,(?=\w)|</?q>|[“”„‟\"«»「」『』〝〞〟＂]")
_OPEN_SINGLE = re.compile(r"(?<![\w’'‘`])[‘'‚‹›`](?=[\w$€£…(\[“\"„«])(?!\d\ds?\b|(?:em|til|tis|twas|n|cause|bout)\b)")
_CLOSES_SINGLE = {"‘": "’'", "'": "'’", "‚": "‘’'", "‹": "›", "›": "‹", "`": "'’"}
_CLOSE_SINGLE = re.compile(r"(?<=[\w.,!?…”\"»)\]])[’'‘›‹](?!\w)")
_PLURAL_OWNER = re.compile(
    r"(?<=s)[’'] (?!(?:and|or|but|said|says|in|on|of|at|to|for|by|with|from|as|is|was|are|were|had|has|have|he|she|"
    r"they|it|who|which|that|when|while|after|before|because|if|will|would|could|may)\b)[a-z]"
)
_SENTENCE_END = re.compile(r"[.!?…]\s+\Z")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(slots=True)
class _OpenQuotation:
    """A quotation that the paragraph before left open."""

    closers: tuple[str, ...] = ()
    unmarked: list[Span] = field(default_factory=list)
    """The paragraphs since then, which have no mark."""


def quoted_spans(text: str) -> list[Span]:
    """The stretches between quotation marks, without the marks, in text order."""
    out: list[Span] = []
    left = _OpenQuotation()
    for match in _PARAGRAPH.finditer(text):
        whole = Span(*match.span())
        marks = [m for m in _MARK.finditer(text, whole.start, whole.end) if m[0] != ",," or _can_open(m)]
        if not marks:
            left.unmarked.append(whole)
            out += _single_quoted(text, whole)
            continue
        goes_on = marks[0][0] in left.closers and not _can_open(marks[0])
        if goes_on:
            out = [s for s in out if not any(b.covers(s) for b in left.unmarked)] + left.unmarked
        found, closers = _double_quoted(marks, whole, left.closers if goes_on else ())
        out += _outer_spans(list(_single_quoted(text, whole)), found)
        left = _OpenQuotation(closers)
    return sorted(out)


def quote_kind(text: str, spans: tuple[Span, ...], marked: list[Span]) -> QuoteKind:
    """direct, mixed or indirect, by the share of the words that stand within quotation marks."""
    words = inside = 0
    for span in spans:
        near = [m for m in marked if m.overlaps(span)]
        for word in _WORD.finditer(text, span.start, span.end):
            words += 1
            inside += any(m.start <= word.start() < m.end for m in near)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * words else "mixed"


def with_marks(text: str, inner: Span) -> Span:
    """A quoted stretch and the marks around it, as far as they are there."""
    opening = _LAST_OPENING.search(text, max(0, inner.start - 4), inner.start)
    closing = _FIRST_CLOSING.match(text, inner.end)
    return Span(opening.start() if opening else inner.start, closing.end() if closing else inner.end)


_LAST_OPENING = re.compile(rf"{OPENING}\Z")
_FIRST_CLOSING = re.compile(CLOSING)


def _double_quoted(
    marks: list[re.Match[str]], whole: Span, closers: tuple[str, ...], *, nested: bool = True
) -> tuple[list[Span], tuple[str, ...]]:
    """The stretches between double marks, and what would close the one left open; `closers` is for one open before."""
    out = []
    carried, opened = closers, whole.start if closers else -1
    opener, depth = "", 0
    for mark in marks:
        inner = bool(opener) and mark[0] == opener not in _EITHER and _can_open(mark)
        if opened >= 0 and inner:
            depth += nested and not _SENTENCE_END.search(mark.string, opened, mark.start())
        elif opened >= 0 and mark[0] in closers and depth:
            depth -= 1
        elif opened >= 0 and mark[0] in closers:
            out.append(Span(opened, mark.start()))
            opened, opener, closers = -1, "", ()
        elif opened < 0 and mark[0] in _PAIRS and (mark[0] not in _EITHER or _can_open(mark)):
            opened, opener, closers = mark.end(), mark[0], _PAIRS[mark[0]]
    if depth:
        return _double_quoted(marks, whole, carried, nested=False)
    if opened >= 0:
        out.append(Span(opened, whole.end))
    return [s for s in out if s.start < s.end], closers


def _can_open(mark: re.Match[str]) -> bool:
    """Whether a mark stands where it can open: not at the end of a word with nothing after it."""
    text = mark.string
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return not (bool(before.strip()) and before not in "([{-–—/:" and not (after.isalnum() or after in "$€£[(“‘"))


def _single_quoted(text: str, whole: Span) -> Iterator[Span]:
    at = whole.start
    while opening := _OPEN_SINGLE.search(text, at, whole.end):
        closing = _closing(text, opening, whole.end)
        if not closing:
            return
        yield Span(opening.end(), closing.start())
        at = closing.end()


def _closing(text: str, opening: re.Match[str], end: int) -> re.Match[str] | None:
    """The mark that closes a single one: not the apostrophe of "the workers' pay" if a closing mark follows."""
    following = _OPEN_SINGLE.search(text, opening.end(), end)
    fitting = [
        m
        for m in _CLOSE_SINGLE.finditer(text, opening.end(), following.start() if following else end)
        if m[0] in _CLOSES_SINGLE[opening[0]]
    ]
    sure = (m for m in fitting if not _PLURAL_OWNER.match(text, m.start(), end))
    return next(sure, fitting[0] if fitting else None)


def _outer_spans(single: list[Span], double: list[Span]) -> list[Span]:
    """The double ones, and in their place the single ones that stand around them."""
    outer = [s for s in single if any(s.covers(d) for d in double)] if double else single
    return [d for d in double if not any(s.overlaps(d) for s in outer)] + outer
