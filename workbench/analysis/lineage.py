"""Where an article's text comes from: whom it credits, and whose words it has.

One decision: a credited outlet is known by the words around its name ("according to a report from ...", "... reported",
"(...) —", "Source: ...") together with the look of the name; only news agencies are a list. Copies are found by shared
runs of words in an inverted index, each article looked up among those before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.analysis import countries
from workbench.analysis.lexicon import agencies
from workbench.model import Lineage, Span

RUN = 8
"""Words in a run; a run that two articles share is more than a common phrase."""
LEAST_SHARE = 0.15
"""The part of the shorter article that must stand in the longer."""
LEAST_WORDS = 24
DEPENDENT = 0.3
"""The share from which an article is no source of its own."""
MOST = 8
"""A run that more earlier articles have is looked up in the first of them only."""

_Run = tuple[int, Span]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PART = r"(?<!\w)[A-Z][\w&’'.-]{0,40}"
_OUTLET = rf"(?:[Tt]he\s+)?(?P<name>{_PART}(?:\s+(?:(?:of|for|de|des|du|der|di|da)\s+)?{_PART}){{0,5}})"
_CREDITS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"\b[Aa]ccording to (?:an? |the )?(?:\w+ ){{0,2}}?(?:report|story|article|interview|investigation)s? "
        rf"(?:from|by|in|on|with) {_OUTLET}",
        rf"\b(?:first|originally|earlier) (?:reported|published|revealed) (?:by|in|on) {_OUTLET}",
        rf"^\W{{0,3}}(?:[Ss]ource|SOURCE|[Vv]ia)s?:\s*{_OUTLET}",
        rf"\bin an? (?:\w+ )?interview (?:with|on|to) {_OUTLET}",
        rf"^[^\n(]{{0,80}}\({_OUTLET}\)\s*[-–—]",
    )
)
_WEAK = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Aa]ccording to {_OUTLET}",
        rf"{_OUTLET}(?: has| had| first| earlier)* (?:reported|reports|wrote|cited|quoted|revealed)\b",
        rf"\b(?:told|reported by|quoted by|cited by|citing|published by|seen by|obtained by|spoke to|speaking to) "
        rf"{_OUTLET}",
        rf"\ban? {_OUTLET} (?:report|story|article|investigation|interview)\b",
    )
)
_MEDIA = frozenset(
    """times post news tv television radio journal press agency herald tribune broadcasting network daily gazette
    magazine wire media chronicle observer telegraph guardian mail mirror independent economist standard
    inquirer bulletin review bild newspaper weekly today bbc cnn cnbc msnbc nbc cbs abc npr pbs nhk rfi cbc rte
    zdf ard rai sky jazeera arabiya monde figaro spiegel zeitung pais politico axios""".split()
)
_NO_OUTLET = frozenset(
    """ministry bank university institute commission council department organization organisation nations office court
    secretary-general police parliament congress senate committee union centre center foundation""".split()
)


def credits(text: str, article_id: str) -> tuple[Lineage, ...]:  # noqa: A001
    """The outlets that an article credits, each once, where it does so first."""
    found: dict[str, Span] = {}
    for span, name in outlets(text):
        found.setdefault(name, span)
    return tuple(Lineage(article_id, "credits", name, span=span) for name, span in found.items())


def outlets(text: str) -> list[tuple[Span, str]]:
    """Every place where a text credits an outlet, in text order."""
    found = {}
    for patterns, sure in ((_CREDITS, True), (_WEAK, False)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                name, span = _outlet(match)
                if _is_outlet(name, sure):
                    found[span] = name
    return sorted(found.items())


def within_sentence(name: str) -> str:
    """The part of a capitalised name before a full stop that ends a sentence; those of "St." and "U.S." do not."""
    return re.split(r"(?<=\w{3})\.\s", name, maxsplit=1)[0]


def _outlet(match: re.Match[str]) -> tuple[str, Span]:
    name = re.sub(r"(?:['’]s)$", "", within_sentence(match["name"])).rstrip(".,'’-")
    start = match.start("name")
    plain = " ".join(name.split())
    return agencies().get(plain, plain), Span(start, start + len(name))


def _is_outlet(name: str, sure: bool) -> bool:
    words = {w.lower() for w in _WORD.findall(name)}
    if name in agencies().values() or words & _MEDIA:
        return True
    return sure and len(name) > 1 and not words & _NO_OUTLET and not countries.find(name) and not _is_person(name)


def _is_person(name: str) -> bool:
    """Two capitalised words and nothing of the press about them: rather a person than an outlet."""
    return len(name.split()) == 2 and not any(w.isupper() for w in name.split())


def copies(texts: Mapping[str, str], order: Mapping[str, str] | None = None) -> tuple[Lineage, ...]:
    """Articles that share passages: of each pair, the later (of one day, the longer) has them from the other.

    `order` gives the articles' dates.
    """
    dates = order or {}
    runs = {article: _runs(text) for article, text in texts.items()}
    places = sorted(texts, key=lambda a: (dates.get(a) or "9999", len(runs[a]), a))
    index: dict[int, list[str]] = {}
    out: list[Lineage] = []
    for article in places:
        out += _copied(article, runs, index)
        for run in dict.fromkeys(r for r, _ in runs[article]):
            index.setdefault(run, []).append(article)
    return tuple(sorted(out, key=lambda r: (r.article_id, -r.share, r.origin)))


def _runs(text: str) -> list[_Run]:
    """Every run of RUN words as a hash, with its place."""
    found = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    return [
        (hash(tuple(w for w, _, _ in found[n : n + RUN])), Span(found[n][1], found[n + RUN - 1][2]))
        for n in range(len(found) - RUN + 1)
    ]


def _copied(article: str, runs: Mapping[str, Sequence[_Run]], index: Mapping[int, list[str]]) -> Iterator[Lineage]:
    own = runs[article]
    hits: dict[str, list[int]] = {}
    for n, (run, _) in enumerate(own):
        for origin in index.get(run, ())[:MOST]:
            hits.setdefault(origin, []).append(n)
    for origin, at in hits.items():
        once = {own[n][0]: n for n in reversed(at)}  # an article may repeat itself
        words = _covered(sorted(once.values()))
        share, part = _covered(at) / (len(own) + RUN - 1), words / (len(runs[origin]) + RUN - 1)
        if words >= LEAST_WORDS and max(share, part) >= LEAST_SHARE:
            first, last = _longest(at)
            span = Span(own[first][1].start, own[last][1].end)
            yield Lineage(article, "copies", origin, round(min(share, 1.0), 3), span)


def _covered(at: Sequence[int]) -> int:
    """How many words the runs at these places cover."""
    total, end = 0, -1
    for n in at:
        total += n + RUN - max(n, end)
        end = n + RUN
    return total


def _longest(at: Sequence[int]) -> tuple[int, int]:
    """First and last place of the longest stretch without a gap."""
    best = start = (at[0], at[0])
    for n in at[1:]:
        start = (start[0], n) if n == start[1] + 1 else (n, n)
        if start[1] - start[0] > best[1] - best[0]:
            best = start
    return best


def independent(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> int:
    """How many sources are left when copies, and articles that credit the same origin, count once.

    With `outlets` (article -> outlet), the origin's own article is one with those that credit it.
    """
    return len({*same_source(article_ids, lineage, outlets).values()})


def same_source(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Article -> the number of its source, from 0 on; those that have one source share its number."""
    articles, rows = sorted(set(article_ids)), tuple(lineage)
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent.setdefault(above, above)
        return node

    for article, outlet in sorted((outlets or {}).items()):
        if outlet and article in articles and any(r.kind == "credits" and r.origin == outlet for r in rows):
            parent[root(f"@{outlet}")] = root(article)
    for row in rows:
        if row.article_id in articles and (row.kind == "credits" or row.share >= DEPENDENT):
            parent[root(row.article_id)] = root(f"@{row.origin}" if row.kind == "credits" else row.origin)
    numbers: dict[str, int] = {}
    return {article: numbers.setdefault(root(article), len(numbers)) for article in articles}
