"""What a page has around an article: lists of links at its end, promotional lines within it, advertising labels.

A list of links is cut only behind a line that announces one ("You may also like") and only when nothing but headlines
follow to the end: a list without such a line may be the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.ingest.draft import Draft
from workbench.ingest.lines import Line, cut_lines, ends_sentence, is_headline, lines_of

_READ_ALSO = (
    r"read (?:also|more|next|further)|also read|(?:see|watch|listen) also|also (?:see|watch)"
    r"|(?:must|further|keep|continue) read(?:ing)?|(?:à )?lire aussi|lesen sie auch|mehr zum thema"
    r"|le[ae] también|leia também|leggi anche|читайте также|читайте також"
)
_THINGS = (
    r"(?:news|stories|story|headlines|articles?|posts?|videos?|reads?|reading|coverage|content|links|topics?|picks?"
    r"|for you)"
)
_ANNOUNCEMENTS = (
    _READ_ALSO,
    r"you (?:may|might|could|will)(?: also)? (?:like|love|enjoy|be interested in|want to read)(?: this| these)?",
    rf"(?:related|recommended|similar|suggested|sponsored|promoted|partner|trending)(?: {_THINGS})?",
    rf"(?:latest|top|other|popular|featured|breaking|editor'?s'?|today's|more) {_THINGS}",
    r"more (?:from|on|in|about|like) [^.?!]{1,60}",
    r"(?:most|what's|we're) (?:read|popular|viewed|shared|watched|commented|discussed|trending|reading)",
    r"trending (?:now|today)|what to (?:read|watch) next|up next|next up|don'?t miss|in case you missed it",
    r"(?:around|from) (?:the )?web|explore more(?: .{1,40})?|stories you may like|in other news",
)
_ANNOUNCES = re.compile(rf"^\W*(?:{'|'.join(_ANNOUNCEMENTS)})\W*$", re.I)
_ALWAYS = re.compile(rf"^[\[(*_\s]*(?:{_READ_ALSO})\s*[:|»>–—-][^\w\n]*\w", re.I)
_LOUD = re.compile(
    r"^\W*(?:(?:WATCH|LISTEN|RELATED|RECOMMENDED|DON'?T MISS)(?: [A-Z]+)?\s*[:|»>–—-]"
    r"|(?i:watch|listen|related|recommended)\s*\|)"
)
_LABEL = re.compile(
    r"^\W*(?:advertisement|advertising|(?:story|article) continues below(?: (?:this )?(?:ad|advertisement))?"
    r"|skip advertisement|scroll to continue(?: with content)?|share (?:this )?(?:article|story|post)"
    r"|listen to (?:this )?(?:article|story))\W*$",
    re.I,
)
_PROMOTION = 200


def drop_furniture(draft: Draft) -> Draft:
    """Leave out promotional lines, and the list of links at the end."""
    lines = lines_of(draft.text)
    body = [line for line in lines if not is_promotion(line.text)]
    if not body:
        return draft
    kept = set(body[: link_list(body)] or body)
    return cut_lines(draft, (line for line in lines if line not in kept))


def is_promotion(line: str) -> bool:
    """Whether a line within the text is not part of it ("ALSO READ | ...", "Advertisement")."""
    if len(line) > _PROMOTION:
        return False
    if _LABEL.match(line) or _ALWAYS.match(line):
        return True
    return bool(_LOUD.match(line)) and not ends_sentence(line)


def announces_links(line: str) -> bool:
    """Whether a line is the heading of a list of links."""
    return len(line) <= 90 and bool(_ANNOUNCES.match(line))


def link_list(lines: Sequence[Line]) -> int:
    """The number of the line where the list of links at the end begins; how many lines there are if there is none."""
    begin = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if announces_links(lines[number].text):
            begin = number
        elif not is_headline(lines[number].text):
            break
    return begin
