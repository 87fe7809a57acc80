"""How a quote reads: its content among the words that make it a claim. The one place that decides it.

A quote that is not direct is never shown without its cue. On the screen what is not content looks otherwise; in plain
text it stands in brackets: `Ruiz [has ruled out] closing the port`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from workbench.model import Part, Quote, Role, Speaker

Piece = tuple[str, Role | Literal[""]]
"""Words, and whose they are: content, cue or speaker; "" for what stands between."""
APART = " … "
_PRONOUNS = frozenset(
    "i me my mine we us our you your he him his she her hers it its they them their theirs who whom whose which that"
    " himself herself itself themselves this these those".split()
)
_OWNERS = frozenset("my our your his her its their whose".split())
_NOBODY = frozenset("no none nobody neither few hardly not".split())
_AGAINST = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nobody|nothing|without|few|hardly|if|unless|whether|den(?:y|ies|ied|ying)"
    r"|refus\w+|declin\w+|reject\w+|retract\w+|withdr\w+|disavow\w*|stop\w* short)\b|n['’]t\b",
    re.I,
)
_OPENING = tuple("“\"„«‘'「")


def pieces(quote: Quote) -> list[Piece]:
    """The quote as it is told, in order: speaker, cue and content, with what joins them."""
    parts = _parts(quote)
    found: list[Piece] = []
    if quote.speakers and "speaker" not in [part.role for part in parts] and not _speaker_within(quote, parts):
        found += [(_labels(quote.speakers), "speaker"), (": " if parts[0].role == "content" else " ", "")]
    for before, part in zip((None, *parts), parts, strict=False):
        if before:
            found.append((_joint(before, part, quote), ""))
        found.append((_words(part, quote), part.role))
    return [piece for piece in found if piece[0]]


def _speaker_within(quote: Quote, parts: Sequence[Part]) -> bool:
    """Whether the content has the mention of a speaker in it."""
    named = [speaker.mention for speaker in quote.speakers if speaker.mention]
    return any(part.role == "content" and part.span.overlaps(mention) for part in parts for mention in named)


def in_column(quote: Quote) -> list[Piece]:
    """The same for a list that has the speaker in a column of its own; of a direct quote the words alone."""
    if bare(quote):
        return [(quote.text, "content")]
    found = pieces(quote)
    return found[2:] if found[0][1] == "speaker" and len(found) > 2 and found[2][1] == "cue" else found


def as_told(quote: Quote) -> str:
    """The clause with its cue, as plain text: what is not content, and not the speaker's name, in brackets."""
    return bracketed(pieces(quote))


def with_cue(quote: Quote, passage: str) -> str:
    """A passage of the content, which a search found, with its cue before it in brackets."""
    cue = [part.text for part in _parts(quote) if part.role == "cue"]
    return passage if bare(quote) or not cue else f"[{APART.join(cue)}] {passage}"


def words(quote: Quote) -> str:
    """What a plain list shows: a direct quote in quotation marks, any other as it is told."""
    return quoted(quote.text) if bare(quote) else as_told(quote)


def bracketed(found: Sequence[Piece]) -> str:
    """Pieces as plain text on one line."""
    text = "".join([f"[{text}]" if role == "cue" else text for text, role in found])
    return " ".join(text.replace(f"]{APART}[", APART).split())


def bare(quote: Quote) -> bool:
    """Whether the words can stand alone: they are the speaker's own, and nothing before them turns them."""
    cue = " ".join(part.text for part in _parts(quote) if part.role == "cue")
    return quote.kind == "direct" and not _AGAINST.search(cue)


def quoted(text: str) -> str:
    """The words in quotation marks, unless they begin with one."""
    return text if text.startswith(_OPENING) else f"“{text}”"


def _parts(quote: Quote) -> tuple[Part, ...]:
    """The parts; of a quote that was stored before there were any, cue and content."""
    if quote.told:
        return quote.told
    content = tuple(Part("content", span, "") for span in quote.spans[:1])
    cue = (Part("cue", quote.cue, quote.cue_text),) if quote.cue and quote.cue_text else ()
    return (*cue, *(Part("content", each.span, quote.text) for each in content))


def _joint(before: Part, part: Part, quote: Quote) -> str:
    """What stands between two parts: the punctuation that the text has there, else what makes sense of them."""
    if before.role == part.role:
        return APART
    if "content" not in (before.role, part.role):
        return "" if part.text[:1] in ("'", "’") else " "
    if before.role == "content":
        return "" if part.text[:1] in ("'", "’") else " "
    if before.span.end > part.span.start or (before.role == "speaker" and not _cued(quote)):
        return ": "
    return ", " if before.role == "speaker" else " "


def _cued(quote: Quote) -> bool:
    return "cue" in [part.role for part in _parts(quote)]


def _words(part: Part, quote: Quote) -> str:
    if part.role == "content" and quote.kind == "direct":
        return quoted(part.text)
    if part.role != "speaker":
        return part.text
    owner = part.text.casefold() in _OWNERS or part.text.endswith(("'s", "’s"))
    called = _called(part.text, quote.speakers)
    return called + ("’s" if owner and called.casefold() not in _PRONOUNS else "")


def _called(mention: str, speakers: Sequence[Speaker]) -> str:
    """The speakers by the words that the text has for them, or by name where those are not one."""
    words = mention.removesuffix("'s").removesuffix("’s")
    said = _folded(words)
    pronouns = {each for each in said & _PRONOUNS if each.upper() not in words or each == "i"}  # "US" is none
    if len(speakers) != 1:
        return _labels(speakers) if speakers and pronouns else words
    name = _folded(speakers[0].name)
    other = said == pronouns or (speakers[0].kind == "person" and not said <= name)
    return speakers[0].name if name and other and not said & _NOBODY else words


@lru_cache(maxsize=4096)
def _folded(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w'’-]+", words.casefold())) - {"the", "a", "an"}


def _labels(speakers: Sequence[Speaker]) -> str:
    return " and ".join(dict.fromkeys(speaker.label for speaker in speakers))
