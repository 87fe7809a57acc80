"""Whom a passage names as its source, and whether two passages name the same one.

One decision: a source is the words after "according to", before a verb of saying, or after one at the end; its value
are the stems of them. Who is named more fully is the same one; a pronoun is somebody whom only the article could name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.analysis.entities import countries
from workbench.analysis.facts.word_alignment import words
from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, stem
from workbench.model import Span
from workbench.nlp import quotation_marks

SOMEBODY = ""
"""The value of a source that is a pronoun."""
_PRONOUNS = frozenset("he she they it we i you who one others".split())
COURTESY = frozenset("mr mrs ms miss dr sir lord lady dame madam mme prof the".split())
"""Words before a name that say nothing of who it is."""
_OFFICES = frozenset(
    map(
        stem,
        """president minister premier chancellor secretary king queen prince pope governor mayor senator chairman
        spokesman spokeswoman spokesperson ambassador chief head director commander general leader adviser""".split(),
    )
)
"""Stems by which one person is called without a name."""
_HEADS = dict.fromkeys("chairman chairwoman chair chief boss leader".split(), "head")
"""What whoever is at the head of something is called."""
_TITLED = _OFFICES | frozenset(map(stem, "prime vice deputy former acting".split()))
"""Stems that a title before a name has."""
_SEVERAL_WORDS = (
    "officials sources authorities ministry government media police agency army union statement report person people"
    " prosecutors analysts experts"
)
_SEVERAL = frozenset(map(stem, _SEVERAL_WORDS.split()))
"""Stems of what is no person, or nobody in particular."""
_UNTELLING = frozenset(
    map(
        stem,
        """senior top powerful influential leading prominent veteran longtime outspoken respected unnamed anonymous
        unidentified one two three several many country nation""".split(),
    )
)
"""Stems of adjectives, counts and degrees that say of a source how great it is, not which."""
_STATES = frozenset(map(stem, "country nation kingdom island".split()))
"""Stems that alone may mean any state."""
_CITING = {"citing", "quoting"}
_SOURCES = frozenset(
    """official officials source sources spokesman spokeswoman spokesperson spokespeople authorities police analyst
    analysts expert experts witness witnesses diplomat diplomats report reports ministry government statement
    people he she they aide aides adviser advisers leaders media""".split()
)
_SAYING = frozenset(
    """said says say told stated added reported reports confirmed suggested indicated warned stressed claimed
    announced noted insisted argued revealed disclosed maintained affirmed reiterated declared clarified
    explained replied warn warns insist insists argue argues confirm confirms announce announces signalled signaled
    vowed pledged""".split()
)
_CUES = _SAYING | _CITING | {"according"}
SPEECH_VERBS = frozenset(
    "said says say told added warned claimed insisted argued noted replied explained admitted stressed".split()
)
"""Verbs whose subject says something, whatever it is called."""
_AUXILIARIES = frozenset(
    "has have had also later earlier then reportedly repeatedly again previously recently first himself herself".split()
)
_CLAUSAL = frozenset("did does do is was were are has had have will would could should can may might not".split())
"""Words that what is said has, and who says it has not."""
_BEFORE_NOUNS = frozenset(
    "a an the this that its his her their our my your of to in on for over at by with from".split()
)
"""Words after which a form of a verb of saying is none."""
_RELATIVE = frozenset("who which whom what whose".split())
_BREAKS = _RELATIVE | frozenset(
    "that and but as while though although after before because since when where if".split()
)
_PREPOSITIONS = frozenset("on in at to of with during from by for after before".split())
_TITLES = frozenset("sen gen rep gov mr mrs ms dr col lt capt sgt cmdr adm maj st jr".split())
"""Words that a full stop does not end."""
_UNSOURCED = _SAYING | frozenset(
    """saying telling adding warning claiming announcing stressing insisting arguing speaking statement claims claim
    announces warns confirms denies denied asked asks calls called wrote writes tweeted tweets i we our my us""".split()
)
"""Words by which somebody speaks in a passage, whoever it is."""
_FIRST_PERSON = frozenset("i me my we us our".split())
_HYPHENS = frozenset("-‐‑")
_MARKS = frozenset('"“”‘«»')
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_OCCASIONS = frozenset("statement interview tweet email letter speech briefing".split())
_BEFORE_OCCASIONS = frozenset("on in a an the at late early".split())
_LONGEST_SOURCE = 10
_INVERTED = 6


def find_sources(text: str) -> Iterator[tuple[str, Span]]:
    """Who is named as a source in a passage: a value that `is_same_source` compares, and the words."""
    if _CUES.isdisjoint(w.lower for w in words(text)):
        return
    tokens = list(TOKEN.finditer(text))
    low = [t.group().lower() for t in tokens]
    taken = 0
    for n, word in enumerate(low):
        if word == "to" and n and low[n - 1] == "according":
            run = _forward(low, n + 1, _LONGEST_SOURCE)
        elif word in _CITING:
            run = _forward(low, n + 1, _LONGEST_SOURCE)
            run = run if _is_source(tokens, run) else range(0)
        elif word in _SAYING and not _is_noun(low, n) and not _is_deed(low, n):
            run = _sayer(tokens, low, n, taken)
        else:
            continue
        if run:
            taken = run.stop
            yield _source(tokens, run)


def is_same_source(a: str, b: str) -> bool:
    """Whether two sources are, or may be, one: one is named more fully than the other, with another adjective or title,
    by its initials, or only by an office.
    """
    if not (a and b):
        return a == b
    one, other = _telling(a), _telling(b)
    if _lands(one).isdisjoint(_lands(other)) and not (_lands(one) and _lands(other)):
        one, other = one - _lands(one) or one, other - _lands(other) or other
    if one <= other or other <= one or _initials(a) == b or a == _initials(b):
        return True
    if (a in _STATES and b.isupper()) or (b in _STATES and a.isupper()):
        return True
    by_office = [value.split()[-1] in _OFFICES or value.split()[0] in _OFFICES for value in (a, b)]
    return by_office[0] != by_office[1] and (one | other).isdisjoint(_SEVERAL)


def _telling(value: str) -> set[str]:
    """The stems that say who a source is."""
    stems = set(value.split()) - COURTESY
    return stems - _UNTELLING or stems


def _lands(stems: set[str]) -> set[str]:
    """The codes of countries among them."""
    return {s for s in stems if s.isupper()}


def _initials(value: str) -> str:
    stems = value.split()
    return "".join(s[0] for s in stems) if len(stems) > 1 else ""


def source_of(words: str) -> str:
    """The value of a source that is named by these words."""
    return _value(t.group().lower() for t in TOKEN.finditer(words))


def is_quoted(text: str) -> bool:
    """Whether a passage begins or ends within a quotation that may go on: who says it may stand outside."""
    bare = text.strip(" \n,.;:!?")
    return bare[:1] in _MARKS or (bare[-1:] in _MARKS and not _MARKS & {*bare[:-1]})


def is_spoken(text: str) -> bool:
    """Whether somebody speaks in a passage, though it may not say who: in the first person or with a verb of saying."""
    return any(t.group().lower().partition("’")[0].partition("'")[0] in _UNSOURCED for t in TOKEN.finditer(text))


def is_first_person(text: str) -> bool:
    """Whether whoever speaks in a passage says "I" or "we" outside of quotation marks: all of it is quoted."""
    quoted = quotation_marks.quoted_spans(text)
    found = (t for t in TOKEN.finditer(text) if t.group().partition("’")[0].partition("'")[0].lower() in _FIRST_PERSON)
    return any(t.group() != "US" and not any(q.start <= t.start() < q.end for q in quoted) for t in found)


def _without_occasion(low: Sequence[str], run: range) -> range:
    """A source without when or by what it said so: "the mayor on Monday", "the bank in a statement"."""
    cut = next((n for n, word in enumerate(low) if n and word in _DAYS | _OCCASIONS), len(low))
    start = cut
    while 1 < start < len(low) and low[start - 1] in _BEFORE_OCCASIONS:
        start -= 1
    return run if cut < len(low) and low[cut] in _OCCASIONS and low[start] not in _PREPOSITIONS else run[:start]


def _sayer(tokens: list[re.Match[str]], low: list[str], verb: int, taken: int) -> range:
    run = _without_clause(tokens, low, _backward(tokens, low, verb, taken), taken)
    if run.start and low[run.start - 1] in _RELATIVE - {"what"}:
        return range(0)
    if _is_source(tokens, run, low[verb] in SPEECH_VERBS):
        return range(0) if _is_clausal(low, run) else run
    run = _forward(low, verb + 1, _INVERTED) if _stands_alone(low, verb) else range(0)
    if not run or low[run.start] in _PREPOSITIONS or _is_clausal(low, run):
        return range(0)
    return run if _is_source(tokens, run) else range(0)


def _without_clause(tokens: list[re.Match[str]], low: list[str], run: range, taken: int) -> range:
    """Of words that are a clause of the one who speaks, "that represents miners", the words before: "the union"."""
    relative = run.start - 1
    verbal = run and tokens[run.start].group().islower() and low[run.start].endswith("s") and len(run) > 1
    if not verbal or relative <= taken or low[relative] != "that" or low[run.start] in _SOURCES:
        return run
    before = _backward(tokens, low, relative, taken)
    return run if _UNSOURCED & {*low[before.start : before.stop]} else before or run


def _is_clausal(low: list[str], run: range) -> bool:
    return any(low[n] in _CLAUSAL or low[n].endswith(("n't", "n’t")) for n in run)


def _is_noun(low: list[str], verb: int) -> bool:
    """Whether what looks like a verb of saying stands where a noun would; after "Ban-on" it does not."""
    return verb > 0 and low[verb - 1] in _BEFORE_NOUNS and low[max(0, verb - 2)] not in "-‐‑"


def _is_deed(low: list[str], verb: int) -> bool:
    """Whether nothing is said: lives or responsibility are claimed, something is insisted on, or declared to be so."""
    after = low[verb + 1 : verb + 7]
    if low[verb] == "claimed":
        return bool(after) and (after[0][0].isdecimal() or after[0] in ("responsibility", "the"))
    return (low[verb] == "insisted" and after[:1] == ["on"]) or (low[verb] == "declared" and "to" in after)


def _forward(low: list[str], start: int, longest: int) -> range:
    stop = start
    while stop < min(len(low), start + longest) and low[stop] not in _BREAKS:
        inner = stop > start and ((low[stop] == "." and low[stop - 1] in _TITLES) or low[stop] in _HYPHENS)
        if not (low[stop][0].isalnum() or inner):
            break
        stop += 1
    return range(start, stop)


def _backward(tokens: list[re.Match[str]], low: list[str], verb: int, taken: int) -> range:
    stop = verb
    while stop > taken and low[stop - 1] in _AUXILIARIES:
        stop -= 1
    start = stop
    while start > max(taken, stop - _LONGEST_SOURCE) and _belongs_to_next(tokens, low, start - 1):
        start -= 1
    return range(start, stop)


def _belongs_to_next(tokens: list[re.Match[str]], low: list[str], place: int) -> bool:
    """Whether a token belongs to the words after it: a word that breaks nothing, or a hyphen within one."""
    if low[place] in "'’" and place:
        return tokens[place - 1].end() == tokens[place].start() and tokens[place - 1].group()[-1] in "sSxXzZ"
    if low[place] in _HYPHENS or low[place] == ".":
        near = tokens[max(0, place - 1) : place + 2]
        within = len(near) == 3 and near[0].end() == near[1].start() and near[0].group()[0].isalpha()
        return within and (near[1].end() == near[2].start() if low[place] != "." else len(near[0].group()) < 5)
    return low[place][0].isalnum() and low[place] not in _BREAKS


def _stands_alone(low: list[str], verb: int) -> bool:
    return verb > 0 and not low[verb - 1][0].isalnum()


def _is_source(tokens: list[re.Match[str]], run: range, says: bool = False) -> bool:
    """Whether words name somebody: by their look, or before a verb that only somebody can be the subject of."""
    found = [tokens[n].group() for n in run]
    if any(w.lower() in _SOURCES or (w[0].isupper() and w.lower() not in FUNCTION_WORDS) for w in found):
        return True
    return says and any(w[0].isalpha() and w.lower() not in FUNCTION_WORDS for w in found)


def _source(tokens: Sequence[re.Match[str]], run: range) -> tuple[str, Span]:
    run = _without_occasion([tokens[n].group().lower() for n in run], run)
    value = _value(tokens[n].group().lower() for n in run)
    return value, Span(tokens[run[0]].start(), tokens[run[-1]].end())


def _value(words: Iterable[str]) -> str:
    """The stems of a source's words: of who has a name without the title before it, of a country the code."""
    spoken = [w for w in words if w not in _PRONOUNS]
    if spoken and not {"of", "for"} & {*spoken} and stem(spoken[-1]) not in _OFFICES:
        spoken = [w for w in spoken if stem(w) not in _TITLED or w.endswith(("'s", "’s"))]
    named = [
        countries.code(w) or _HEADS.get(w) or stem(w) for w in spoken if w[0].isalnum() and w not in FUNCTION_WORDS
    ]
    return " ".join(named) or SOMEBODY
