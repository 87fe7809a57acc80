"""Where countries and blocs stand, clause by clause.

A position is a predicate with a stance (`stances`), a subject that speaks for a country (`speakers`), and what the
predicate is about. Who says so comes from the quotes around it: words of the holder's own people are reported, words
put in its mouth by others are second-hand and never merged with its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis import countries
from workbench.analysis.issues import concepts
from workbench.analysis.lexicon import bodies
from workbench.analysis.people import is_role
from workbench.analysis.speakers import Cast, level, resolve
from workbench.analysis.stances import Reading, frames, lexicon, read
from workbench.model import Position, Quote, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

STRONG, WEAK, DISTANT = 0.8, 0.55, 0.85
"""Confidence of a lexicon reading, of a modal alone, and what is left of either when somebody else says so."""
TOPIC_WORDS = 14
TAKING_PART = "talks and meetings"
"""The topic of those who met or took part, no stance reported."""
MINE = frozenset("i we us me my our".split())
_LEAD = re.compile(r"^(?:that|no|not|to|for|on|in|with|of|about|the|a|an|any|whether|its|his|her|their)\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Holder:
    code: str
    speaker: str
    level: str
    own: Speaker


def positions(article_id: str, cast: Cast, quotes: Sequence[Quote]) -> tuple[Position, ...]:
    """The positions of one article, in text order, one for each holder of a compound subject."""
    out: dict[tuple[str, Span], Position] = {}
    for sentence in cast.doc.sents:
        readings = [reading for token in sentence if (reading := read(token))]
        inner = {about for r in readings for about in r.about if about != r.predicate}
        for reading in readings:
            if reading.predicate in inner and not _has_subject(reading.predicate):
                continue
            for position in _of(article_id, cast, quotes, reading):
                key = position.holder, position.clause
                if key not in out or out[key].confidence < position.confidence:
                    out[key] = position
    return _without_echoes(list(out.values()))


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "agent", "poss") for c in token.children)


def _of(article_id: str, cast: Cast, quotes: Sequence[Quote], reading: Reading) -> Iterator[Position]:
    quote = _innermost(quotes, reading.predicate)
    holders = _all_holders(cast, quote, reading)
    clause = _clause(cast.text, reading)
    topic = _topic(cast, reading)
    if not topic:
        return
    sentence = reading.predicate.sent
    evidence = _stripped(cast.text, Span(sentence.start_char, sentence.end_char))
    condition = _condition(reading)
    for holder in {h.code: h for h in reversed(holders)}.values():
        attribution, said_by = _attribution(holder, quote, reading)
        score = (STRONG if reading.strong else WEAK) * (DISTANT if attribution == "second_hand" else 1.0)
        yield Position(
            article_id,
            holder.code,
            countries.name(holder.code),
            reading.stance,
            evidence,
            clause,
            evidence.of(cast.text),
            topic,
            speaker=holder.speaker,
            level=holder.level,
            attribution=attribution,
            attributed_by=said_by,
            condition=condition,
            hedge=reading.hedge,
            confidence=round(score, 2),
        )


def _all_holders(cast: Cast, quote: Quote | None, reading: Reading) -> list[_Holder]:
    """Whoever the subject speaks for; of what must be done, or is done by nobody named, whoever says so."""
    if quote and _feared(quote):
        return []
    if reading.obliges:
        return _spoken_for(quote) if quote and quote.cue_text else []
    subjects = _subjects(cast, reading)
    holders = [h for subject in subjects for h in _holders(cast, subject, quote)]
    passive = any(s.dep_ == "nsubjpass" for s in subjects)
    if not holders and quote and passive and not reading.strong and reading.stance in ("committed", "ruled_out"):
        return _spoken_for(quote)
    return holders


def _feared(quote: Quote) -> bool:
    """Whether the quote tells of what its speaker fears: nobody's position."""
    words = {w.strip(",.").lower() for w in quote.cue_text.split()}
    return any(lexicon().get((word_class, _lemma(w))) == "concerned" for w in words for word_class in ("verb", "noun"))


def _lemma(word: str) -> str:
    known = {lemma for _, lemma in lexicon()}
    for ending, instead in (
        ("", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ied", "y"),
    ):
        if word.endswith(ending) and (lemma := word[: len(word) - len(ending)] + instead) in known:
            return lemma
    return word


def _innermost(quotes: Sequence[Quote], token: Token) -> Quote | None:
    inside = [q for q in quotes if any(s.start <= token.idx < s.end for s in q.spans)]
    return min(inside, key=lambda q: sum(s.end - s.start for s in q.spans), default=None)


def _subjects(cast: Cast, reading: Reading) -> list[Token]:
    """The tokens that the stance belongs to: subjects, agents of passives, owners of nouns."""
    token = reading.predicate
    if token.pos_ == "NOUN":
        return [
            c for c in token.children if c.dep_ == "poss" or (_is_nation(cast, c) and c.dep_ in ("amod", "compound"))
        ]
    if reading.stance == "ruled_out" and reading.about and reading.about[0].dep_ in ("nsubj", "nsubjpass"):
        return []
    return _subjects_of(token)


def _subjects_of(token: Token, depth: int = 0) -> list[Token]:
    agents = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    if agents:
        return agents
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:
        antecedent = own[0].tag_ in ("WP", "WDT") or own[0].lower_ == "that"
        return [token.head] if antecedent and token.dep_ == "relcl" else own
    if depth < 4 and token.dep_ in ("conj", "xcomp", "advcl", "acl") and token.head != token:
        if token.dep_ == "acl":
            return [token.head]
        if _rejoins(token):
            return _subjects_of(token.head.head, depth + 1)
        return _subjects_of(token.head, depth + 1)
    return []


def _rejoins(token: Token) -> bool:
    """Whether a conjunct goes on the governing clause: "said they could send planes | but ruled out troops"."""
    first = token.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in first.children)
    return token.dep_ == "conj" and first.dep_ == "ccomp" and modal and token.tag_ in ("VBD", "VBZ", "VBP")


def _holders(cast: Cast, subject: Token, quote: Quote | None) -> list[_Holder]:
    """The countries a subject speaks for, its conjuncts included."""
    if subject.lower_ in MINE:
        return _spoken_for(quote)
    out = []
    for token in (subject, *subject.conjuncts, *_included(subject)):
        if not _acts(cast, token):
            continue
        span = _noun_phrase(token)
        if quote and token.lower_ in ("it", "they"):
            out += _spoken_for(quote)
            continue
        before = quote.speakers if quote else ()
        for speaker in resolve(cast, span, before):
            if speaker.country:
                about = f"{speaker.role} {speaker.mention_text}"
                out.append(_Holder(speaker.country, _label(speaker), level(about), speaker))
    return out


def _included(subject: Token) -> list[Token]:
    """The names of "leaders, including A, B and C"."""
    return [
        name
        for child in subject.children
        if child.lower_ in ("including", "among")
        for noun in child.children
        if noun.dep_ == "pobj"
        for name in (noun, *noun.conjuncts)
    ]


def _spoken_for(quote: Quote | None) -> list[_Holder]:
    if quote is None:
        return []
    return [_Holder(s.country, _label(s), level(f"{s.role} {s.mention_text}"), s) for s in quote.speakers if s.country]


def _label(speaker: Speaker) -> str:
    return "" if speaker.kind == "country" else speaker.label


def _acts(cast: Cast, token: Token) -> bool:
    """Whether a noun can hold a position: a person, a country, an office, a body of people; not "US support"."""
    if token.pos_ == "PRON":
        return token.lower_ in ("he", "she", "they", "it", "who")
    here = Span(token.idx, token.idx + len(token))
    if _is_nation(cast, token) or cast.person_at(here) or is_role(token) or token.lemma_.lower() in bodies():
        return True
    return any(c.form == "seat" and c.span.overlaps(here) for c in cast.countries)


def _is_nation(cast: Cast, token: Token) -> bool:
    return any(c.span.start <= token.idx < c.span.end for c in cast.countries)


def _noun_phrase(token: Token) -> Span:
    """The phrase around a noun without its clauses and its further conjuncts."""
    last = token
    for child in token.rights:
        if (
            child.dep_ in ("prep", "nmod", "compound") and child.lower_ in ("of", "from", "for")
        ) or child.dep_ == "compound":
            last = child.right_edge
    first = token.left_edge
    return Span(first.idx, max(last.idx + len(last), token.idx + len(token)))


def _clause(text: str, reading: Reading) -> Span:
    """From the subject, or the predicate, to the end of what it is about."""
    token = reading.predicate
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "poss", "aux", "auxpass", "neg")]
    first = min([token.i, *(c.left_edge.i for c in own)])
    last = max([token.i, *(a.right_edge.i for a in reading.about)])
    tokens = token.doc[first : last + 1]
    return _stripped(text, Span(tokens.start_char, tokens.end_char))


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n,;":
        start += 1
    while end > start and text[end - 1] in " \t\n,;":
        end -= 1
    return Span(start, end)


def _topic(cast: Cast, reading: Reading) -> str:
    """What the position is about, in the clause's own words, or ""; all mere taking part is about one thing."""
    if reading.stance == "engaged":
        return TAKING_PART
    heads = [a for a in reading.about if a != reading.predicate and a.pos_ != "PRON"]
    passive = [c for c in reading.predicate.children if c.dep_ == "nsubjpass"] if not reading.strong else []
    if passive and not heads:
        first, last = passive[0].left_edge.i, reading.predicate.right_edge.i
    elif heads:
        head = _unshelled(heads[0])
        first, last = head.left_edge.i, head.right_edge.i
    else:
        first, last = reading.predicate.i, reading.predicate.right_edge.i
    words: list[Token] = []
    for token in cast.doc[first : last + 1]:
        if words and (
            (token.dep_ in ("mark", "cc") and token.lower_ in frames()["conditional"]) or token.text in (";", "—")
        ):
            break
        words.append(token)
    text = "".join(t.text_with_ws for t in words[:TOPIC_WORDS])
    text = re.sub(r"\s+", " ", text).strip(' \t\n,.;:-–—“”"‘’')
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    while (shorter := _LEAD.sub("", text)) != text and shorter:
        text = shorter
    return text if concepts(text) else ""


def _unshelled(head: Token) -> Token:
    """ "the possibility of deploying troops" is about deploying troops."""
    if head.lemma_.lower() in frames()["shell"]:
        for child in head.children:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")] if child.dep_ == "prep" else []
            if inner:
                return inner[0]
    return head


def _condition(reading: Reading) -> str:
    """ "if a deal is reached", "once the fighting ceases": the clause that limits the position."""
    words = frames()["conditional"]
    for token in reading.predicate.subtree:
        if token.dep_ in ("mark", "advmod") and token.lower_ in words and token.head.dep_ == "advcl":
            first, last = token.head.left_edge.i, token.head.right_edge.i
            return re.sub(r"\s+", " ", token.doc[first : last + 1].text).strip(" ,.;")
    return ""


def _attribution(holder: _Holder, quote: Quote | None, reading: Reading) -> tuple[str, str]:
    """How the position is known, and who says so when it is not the holder."""
    if quote is None or holder.own in quote.speakers:
        official = holder.own.kind == "organisation" and reading.predicate.lemma_ in frames()["speech"]
        return ("official_statement" if official else "reported"), ""
    labels = ", ".join(s.label for s in quote.speakers)
    if any(s.country == holder.code for s in quote.speakers):
        return ("official_statement" if any(s.kind == "organisation" for s in quote.speakers) else "reported"), labels
    if not quote.speakers or all(s.kind in ("anonymous", "unknown") for s in quote.speakers):
        return ("anonymous_source" if quote.speakers else "reported"), labels
    if all(level(f"{s.role} {s.mention_text}") == "non_government" for s in quote.speakers):
        return "expert", labels
    return "second_hand", labels


def _without_echoes(found: list[Position]) -> tuple[Position, ...]:
    """One position for each holder and stretch: a reading within another of the same holder goes when it is weaker."""
    kept = []
    for position in found:
        rivals = [
            p for p in found if p is not position and p.holder == position.holder and p.clause.covers(position.clause)
        ]
        if any(p.confidence > position.confidence or p.stance == position.stance for p in rivals):
            continue
        if position.stance == "engaged" and any(
            p.holder == position.holder and p.evidence == position.evidence and p.stance != "engaged" for p in found
        ):
            continue
        kept.append(position)
    return tuple(sorted(kept, key=lambda p: (p.clause, p.holder)))
