"""The invented articles behind the fake case, with what an analysis would find in them; some are hostile on purpose."""

from __future__ import annotations

from typing import Any

from workbench.model import Article, Difference, Fact, Phrasing, Position, Quote, Reading, Span, Speaker

HOSTILE = "Talks [/resume] on [bold red]the deal[/] \x1b[31mred\x1b[0m \u202eevil\u202c [@click=app.quit]press[/] "
HOSTILE += "[type=x, v={'a[0]'}"

_TEXTS: list[tuple[str, str, str, str, str]] = [
    (
        "Coastal Wire", "2025-08-21", "Chiefs draw up options for Ukraine", "wire-1.txt",
        "Military chiefs from nine countries met in Washington on Thursday to draw up options for the security "
        "of Ukraine, officials said.\n\n"
        "The Pentagon said the papers would be handed to national security advisers for "
        "“appropriate consideration”.\n\n"
        "A source said European nations were expected to contribute “the lion’s share” of forces and resources.\n\n"
        "One option is deploying fighter jets to enforce a no-fly zone, reportedly with US help. "
        "President Donald Trump "
        "said: “There will be no American boots on the ground.” He left the door open to air support.\n\n"
        "French President Emmanuel Macron said France was ready to send troops once the fighting ended.",
    ),
    (
        "The Harbour Post", "2025-08-22", "Europe told to carry the load", "harbour.md",
        "European governments have been told to carry the load of any force in Ukraine.\n\n"
        "“Europe will have to take the lion’s share,” Vice President JD Vance said on television.\n\n"
        "Washington is exploring advanced air defence, more jets or even enforcing a no-fly zone.\n\n"
        "Germany’s chancellor, Friedrich Merz, said his country was open to taking part. His generals were less keen.",
    ),
    (
        "Translated Daily", "2025-08-22", "美国考虑禁飞区：欧洲将承担大部分责任", "daily.html",
        "Options mentioned include more planes or even imposing a US fighter ban over Ukraine.\n\n"
        "部长说：“我们不接受外国军队。” Moscow rejected any troops from NATO countries.\n\n"
        "Paris voiced support for a European-led force.",
    ),
    (
        "North Radio", "2025-08-20", "What a guarantee would need", "north.txt",
        "Tens of thousands of soldiers would be needed, the German army warned on Wednesday.\n\n"
        "Prime Minister Keir Starmer said Britain stood ready to put “boots on the ground and planes in the air”.\n\n"
        "Rome said it would send no soldiers but could help to clear mines.",
    ),
    (
        "Balkan Desk", "2025-08-21", "Paris ready to send troops, sources say", "balkan.txt",
        "France is ready to send troops to Ukraine once the fighting ceases, sources familiar with the talks said.\n\n"
        "Nobody in Kyiv would say how many. “Every soldier counts,” a Ukrainian official said.",
    ),
    (
        "Meridian Review", "2025-08-23", "The gap between a promise and a plan", "https://review.example/gap",
        "A promise is not a plan. The five capitals that speak of guarantees mean five different things by it.\n\n"
        "“A guarantee without soldiers is a letter,” Anna Lind of the Sound Institute said.\n\n"
        "NATO said it was engaged but would not lead.",
    ),
    ("", "", "", "broken.txt", f"{HOSTILE}\n\n“{HOSTILE},” [someone] said.\n\n{HOSTILE}"),
    (
        "Coastal Wire", "2025-08-23", "Kremlin calls foreign troops unacceptable", "wire-2.txt",
        "The Kremlin called any foreign troops in Ukraine “absolutely unacceptable” on Saturday.\n\n"
        "Russia said it would treat them as targets.",
    ),
]  # fmt: skip

ARTICLES: list[Article] = [
    Article(f"{n:064x}", source, text, title, outlet, "Mara Quist" if n == 1 else "", day, "en")
    for n, (outlet, day, title, source, text) in enumerate(_TEXTS)
]


def _span(number: int, words: str) -> Span:
    start = ARTICLES[number].text.index(words)
    return Span(start, start + len(words))


def _quote(
    number: int, words: str, cue: str, kind: Any, speaker: tuple[str, ...], via: str = "", sure: float = 0.9
) -> Quote:
    """A quote; `speaker` is (mention, name, kind, role, country)."""
    mention, name, of, role, country = speaker
    who = Speaker(name, of, role, country, _span(number, mention), mention)  # type: ignore[arg-type]
    return Quote(ARTICLES[number].id, kind, (_span(number, words),), words, (who,), _span(number, cue), cue, via, sure)


QUOTES: list[Quote] = [
    _quote(0, "“appropriate consideration”", "said", "mixed", ("The Pentagon", "Pentagon", "organisation", "", "USA")),
    _quote(
        0,
        "European nations were expected to contribute “the lion’s share” of forces and resources",
        "said",
        "mixed",
        ("A source", "", "anonymous", "", ""),
        "Coastal Wire",
        0.83,
    ),
    _quote(
        0,
        "“There will be no American boots on the ground.”",
        "said:",
        "direct",
        ("President Donald Trump", "Donald Trump", "person", "president", "USA"),
        sure=0.97,
    ),
    _quote(
        0,
        "France was ready to send troops once the fighting ended",
        "said",
        "indirect",
        ("French President Emmanuel Macron", "Emmanuel Macron", "person", "president", "FRA"),
        sure=0.78,
    ),
    _quote(
        1,
        "“Europe will have to take the lion’s share,”",
        "said",
        "direct",
        ("Vice President JD Vance", "JD Vance", "person", "vice president", "USA"),
        sure=0.95,
    ),
    _quote(
        1,
        "his country was open to taking part",
        "said",
        "indirect",
        ("Friedrich Merz", "Friedrich Merz", "person", "chancellor", "DEU"),
        sure=0.71,
    ),
    _quote(2, "“我们不接受外国军队。”", "说", "direct", ("部长", "", "anonymous", "", ""), sure=0.45),
    _quote(
        3,
        "“boots on the ground and planes in the air”",
        "said",
        "mixed",
        ("Prime Minister Keir Starmer", "Keir Starmer", "person", "prime minister", "GBR"),
        sure=0.92,
    ),
    _quote(
        3,
        "Tens of thousands of soldiers would be needed",
        "warned",
        "indirect",
        ("the German army", "Bundeswehr", "organisation", "", "DEU"),
        sure=0.66,
    ),
    _quote(
        4, "“Every soldier counts,”", "said", "direct", ("a Ukrainian official", "", "anonymous", "official", "UKR")
    ),
    _quote(
        5,
        "“A guarantee without soldiers is a letter,”",
        "said",
        "direct",
        ("Anna Lind of the Sound Institute", "Anna Lind", "person", "analyst", ""),
        sure=0.94,
    ),
    _quote(7, "“absolutely unacceptable”", "called", "mixed", ("The Kremlin", "Kremlin", "organisation", "", "RUS")),
    _quote(
        6, HOSTILE, "said", "direct", ("[someone]", "[bold]N[/]obody [/x]", "person", "[red]", "[b]"), "[/via]", 0.3
    ),
]


def _position(number: int, clause: str, holder: str, name: str, issue: str, stance: str, **more: Any) -> Position:
    span = _span(number, clause)
    return Position(ARTICLES[number].id, holder, name, stance, span, span, clause, issue.lower(), issue, **more)


_EUROPE, _OWN, _AIR, _SCOPE = (
    "European troops in Ukraine",
    "American ground troops",
    "Air support",
    "Scope of the US role",
)

POSITIONS: list[Position] = [
    _position(
        0,
        "France was ready to send troops once the fighting ended",
        "FRA",
        "France",
        _EUROPE,
        "committed",
        speaker="Emmanuel Macron",
        condition="once the fighting ended",
        confidence=0.86,
    ),
    _position(
        4,
        "France is ready to send troops to Ukraine once the fighting ceases",
        "FRA",
        "France",
        _EUROPE,
        "committed",
        attribution="anonymous_source",
        attributed_by="sources familiar with the talks",
        condition="once the fighting ceases",
        confidence=0.81,
    ),
    _position(
        2, "Paris voiced support for a European-led force", "FRA", "France", _EUROPE, "supports", confidence=0.77
    ),
    _position(
        1,
        "his country was open to taking part",
        "DEU",
        "Germany",
        _EUROPE,
        "open",
        speaker="Friedrich Merz",
        confidence=0.7,
    ),
    _position(
        3,
        "Tens of thousands of soldiers would be needed, the German army warned",
        "DEU",
        "Germany",
        _EUROPE,
        "concerned",
        level="military",
        confidence=0.6,
    ),
    _position(
        3,
        "Britain stood ready to put “boots on the ground and planes in the air”",
        "GBR",
        "United Kingdom",
        _EUROPE,
        "committed",
        speaker="Keir Starmer",
        confidence=0.9,
    ),
    _position(
        2, "Moscow rejected any troops from NATO countries", "RUS", "Russia", _EUROPE, "opposes", confidence=0.88
    ),
    _position(
        7,
        "The Kremlin called any foreign troops in Ukraine “absolutely unacceptable”",
        "RUS",
        "Russia",
        _EUROPE,
        "ruled_out",
        confidence=0.93,
    ),
    _position(3, "Rome said it would send no soldiers", "ITA", "Italy", _EUROPE, "ruled_out", confidence=0.83),
    _position(5, "NATO said it was engaged but would not lead", "NATO", "NATO", _EUROPE, "engaged", confidence=0.5),
    _position(
        0,
        "There will be no American boots on the ground",
        "USA",
        "United States",
        _OWN,
        "ruled_out",
        speaker="Donald Trump",
        confidence=0.96,
    ),
    _position(
        0,
        "He left the door open to air support",
        "USA",
        "United States",
        _AIR,
        "open",
        hedge="left the door open",
        confidence=0.72,
    ),
    _position(
        1,
        "Washington is exploring advanced air defence, more jets or even enforcing a no-fly zone",
        "USA",
        "United States",
        _AIR,
        "considering",
        hedge="exploring",
        confidence=0.75,
    ),
    _position(
        6,
        "[someone] said",
        "[b]",
        "[bold]Nowhere[/]",
        "[/issue] [red]x",
        "unclear",
        attributed_by="[/a]",
        condition="[if]",
        hedge="[/]",
        confidence=0.2,
    ),
]


def _phrasing(number: int, words: str) -> Phrasing:
    return Phrasing(ARTICLES[number].id, _span(number, words), words)


def _reading(phrasing: Phrasing, words: str) -> Reading:
    if not words:
        return Reading(phrasing.article_id)
    at = phrasing.text.index(words)
    return Reading(phrasing.article_id, words, Span(at, at + len(words)))


def _fact(gist: str, kind: str, phrasings: list[Phrasing], **differences: tuple[str, ...]) -> Fact:
    found = tuple(
        Difference(kind.replace("_", " "), tuple(map(_reading, phrasings, words)))
        for kind, words in differences.items()
    )
    return Fact(gist, kind, tuple(phrasings), found)


FACTS: list[Fact] = [
    _fact(
        "Option on the table: a no-fly zone",
        "option",
        [
            _phrasing(0, "One option is deploying fighter jets to enforce a no-fly zone, reportedly with US help"),
            _phrasing(1, "Washington is exploring advanced air defence, more jets or even enforcing a no-fly zone"),
            _phrasing(2, "Options mentioned include more planes or even imposing a US fighter ban over Ukraine"),
        ],
        label=("no-fly zone", "no-fly zone", "US fighter ban"),
        hedge=("reportedly", "exploring", "mentioned"),
        strength=("enforce", "enforcing", "imposing"),
        added=("", "advanced air defence", ""),
    ),
    _fact(
        "Europe is to carry the larger part",
        "expectation",
        [
            _phrasing(0, "European nations were expected to contribute “the lion’s share” of forces and resources"),
            _phrasing(1, "Europe will have to take the lion’s share"),
        ],
        attribution=("were expected", "will have to"),
        strength=("expected", "will have to"),
    ),
    _fact(
        "France is ready to send troops after the fighting",
        "pledge",
        [
            _phrasing(0, "France was ready to send troops once the fighting ended"),
            _phrasing(4, "France is ready to send troops to Ukraine once the fighting ceases"),
        ],
        wording=("ended", "ceases"),
    ),
    _fact(
        "Military chiefs met in Washington",
        "event",
        [_phrasing(0, "Military chiefs from nine countries met in Washington on Thursday")],
    ),
    _fact(
        "[/gist] of [bold]nothing[/]",
        "[red]",
        [_phrasing(6, "[someone] said"), _phrasing(6, "[type=x, v={'a[0]'}")],
        label=("[someone]", "[type=x"),
    ),
]
