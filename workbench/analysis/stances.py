"""What a predicate says about where its subject stands: stance, what it is about, hedge.

The words are data (`stance_words`); this module knows the constructions: plain verbs with particles ("ruled out"),
light verbs with a noun ("expressed support for"), adjectives ("is open to"), judgements ("is off the table", which are
those of whoever speaks), modals ("will not send"), nouns with an owner ("its refusal to"), meetings and plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.analysis.predicates import SUBJECTS, circumstance, complements, complements_after, negated, passive
from workbench.analysis.stance_words import EVENTS, StanceWord, frames, lexicon
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED = {
    "committed": "ruled_out",
    "supports": "opposes",
    "proposes": "opposes",
    "open": "opposes",
    "considering": "ruled_out",
    "opposes": "open",
    "ruled_out": "open",
    "concerned": "supports",
    "expects": "concerned",
    "demands": "unclear",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One predicate read: the stance of its subject and the tokens that say what it is about."""

    predicate: Token
    stance: str
    about: tuple[Token, ...]
    """Heads of the complement; empty when the clause itself is what it is about."""
    hedge: str = ""
    by_speaker: bool = False
    """What must be done, or is unacceptable, is so to whoever speaks, not to the subject."""
    strong: bool = True
    """Read from a word of the lexicon; a modal alone is weaker."""
    strength: int = 0
    event: str = ""
    """PLOVER event, or ""."""
    owners: tuple[Token, ...] = ()
    """Whose stance it is, when not the subject's: "raised concern among allies"."""


def read(token: Token) -> Reading | None:
    """The stance a verb, copula or noun predicate gives, or None."""
    if token.pos_ in ("VERB", "AUX"):
        ways = (_judged, _called, _verb, _carried, _predicative, _working, _modal)
        return next((reading for way in ways if (reading := way(token))), None)
    return _noun(token) if token.pos_ == "NOUN" else None


def _keys(token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    for child in token.children:
        when = child.dep_ == "prep" and any(circumstance(child, noun) for noun in child.children)
        if child.dep_ in ("prt", "prep", "acomp", "advmod", "oprd", "dobj", "xcomp") and not when:
            yield f"{lemma}_{child.lemma_.lower()}"
    if negated(token):
        yield f"{lemma}_not"
    if any(c.dep_ in ("xcomp", "ccomp") for c in token.children):
        yield f"{lemma}_to"
    yield lemma


def _word(word_class: str, lemma: str) -> StanceWord | None:
    return lexicon().get((word_class, lemma))


def _reading(
    token: Token,
    word: StanceWord,
    about: tuple[Token, ...],
    denied: bool = False,
    *,
    hedge: str | None = None,
    by_speaker: bool = False,
    strong: bool = True,
) -> Reading:
    """The reading of a word, turned round when it is denied."""
    stance, strength, event = word.stance, word.strength, word.event
    if denied:
        stance = NEGATED.get(stance, "unclear")
        strength, event = STANCES[stance][1], EVENTS.get(stance, "")
    return Reading(token, stance, about, _hedge(token) if hedge is None else hedge, by_speaker, strong, strength, event)


def _plain(stance: str) -> StanceWord:
    return StanceWord(stance, STANCES[stance][1], EVENTS.get(stance, ""))


def _judged(token: Token) -> Reading | None:
    """ "is off the table", "remains an option", "is essential", "need to do more": what the speaker thinks of it."""
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    if token.lemma_.lower() in frames()["needing"] and not passive(token):
        todo = next((c for c in token.children if c.dep_ == "xcomp" and _has_to(c)), None)
        if todo is not None and not any(c.dep_ == "dobj" for c in token.children):
            return _reading(token, _plain("demands"), (todo,), negated(token), by_speaker=True, strong=False)
        return None
    word = next((w for key in _judgements(token) if (w := _word("said", key))), None)
    if word is None or token.lemma_.lower() not in frames()["copula"]:
        return None
    denied = negated(token) and not any(k.endswith("_not") for k in _judgements(token))
    about = tuple(c for c in token.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and c.i > token.i)
    return _reading(token, word, about if subject.pos_ == "PRON" and about else (subject,), denied, by_speaker=True)


def _called(token: Token) -> Reading | None:
    """ "called the plan unacceptable", "described it as a breakthrough", "a move that Oslo deems wrong"."""
    if token.lemma_.lower() not in frames()["calling"] or passive(token):
        return None
    names = [c for c in token.children if c.dep_ in ("oprd", "acomp", "attr")]
    names += [g for c in token.children if c.lower_ == "as" for g in c.children]
    names += [g for c in token.children if c.dep_ == "ccomp" for g in (c, *c.children) if c.pos_ in ("ADJ", "NOUN")]
    word = next((w for n in names if (w := _word("said", n.lemma_.lower()))), None)
    things = tuple(c for c in token.children if c.dep_ == "dobj") or tuple(
        g for c in token.children if c.dep_ == "ccomp" for g in c.children if g.dep_ == "nsubj"
    )
    if not things and token.dep_ == "relcl":
        things = (token.head,)
    return _reading(token, word, things, negated(token)) if word and things else None


def _judgements(token: Token) -> Iterator[str]:
    """The keys of what a copula calls its subject; "pose a problem" counts when it is denied."""
    denied = negated(token)
    modals = [c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"]
    for child in token.children:
        if child.dep_ in ("acomp", "attr", "oprd") or (child.dep_ == "dobj" and token.lemma_.lower() == "pose"):
            lemmas = [child.lemma_.lower(), *(c.lemma_.lower() for c in child.conjuncts)]
            yield from (f"{modal}_{lemma}" for modal in modals for lemma in lemmas)
            for lemma in lemmas:
                yield f"{lemma}_not" if denied and _word("said", f"{lemma}_not") else lemma
        if (child.dep_ in ("prep", "advmod", "prt") and token.pos_ == "AUX") or child.lower_ in ("off", "on", "out"):
            for noun in child.subtree:
                yield f"{child.lower_}_{noun.lemma_.lower()}"


def _has_to(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _verb(token: Token) -> Reading | None:
    alone = not any(c.dep_ == "aux" for c in token.children)
    participle = token.tag_ == "VBN" and token.dep_ in ("acl", "advcl") and alone
    is_passive = passive(token) or participle
    agent = any(c.dep_ == "agent" for c in token.children)
    if is_passive and not agent:
        return None
    for key in _keys(token):
        word = _word("verb", key)
        if not word or _means_otherwise(token, key):
            continue
        about = tuple(
            a for a in complements(token) if f"{token.lemma_.lower()}_{a.lemma_.lower()}" != key
        ) or complements(token)
        if word.stance == "ruled_out" and about[:1] and about[0].lemma_.lower() in frames()["silence"]:
            return None
        if is_passive and agent:
            subjects = tuple(c for c in token.children if c.dep_ == "nsubjpass" and c.tag_ not in ("WP", "WDT"))
            about = subjects or ((token.head,) if token.dep_ in ("acl", "relcl") else about)
        if not about and word.stance != "engaged":
            return None
        denied = (negated(token) and not key.endswith("_not")) or any(
            c.dep_ == "det" and c.lower_ == "no" for a in about for c in a.children
        )
        if word.stance == "committed" and about and about[0].dep_ in ("xcomp", "ccomp"):
            denied = denied != negated(about[0])
        modals = {c.lower_ for c in token.children if c.dep_ == "aux"}
        if denied and word.stance in ("engaged", "demands", "opposes", "concerned", "expects"):
            refused = word.stance == "engaged" and modals & frames()["willing"]
            if refused:
                return _reading(token, _plain("ruled_out"), (token,), strong=False)
            if word.stance in ("engaged", "demands") or any(c.lower_ == "never" for c in token.children):
                return None
        if modals & frames()["obliging"] or (modals & frames()["willing"] and key in frames()["acts"]):
            return None
        if modals & frames()["uncertain"]:
            weakened = STANCES[word.stance][0] > 0 and word.stance != "demands" and not denied
            return _reading(token, _plain("open"), about, strong=False) if weakened else None
        return _reading(token, word, about, denied)
    return None


def _means_otherwise(token: Token, key: str) -> bool:
    """Whether the complement gives a verb another sense: "sought to portray", "announced that he", "considers it"."""
    words = frames()
    if key in words["with_agent"] and not any(c.dep_ == "agent" for c in token.children):
        return True
    if key in words["without_object"] and any(c.dep_ == "dobj" for c in token.children):
        return True
    if key in words["with_object"] and any(c.dep_ in ("xcomp", "ccomp") for c in token.children):
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_ in ("have", "be") for c in token.children)
    done = perfect or token.tag_ in ("VBD", "VBZ", "VBP")
    if key in words["acts"] and not done:
        return True
    if key in words["with_own_subject"]:
        clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp")]
        return not any(g.dep_ in SUBJECTS for c in clauses for g in c.children)
    if key in words["with_own_clause"]:
        return any(c.dep_ == "ccomp" and any(g.dep_ in SUBJECTS for g in c.children) for c in token.children)
    return key == "consider" and (token.dep_ == "prep" or any(c.dep_ in ("ccomp", "oprd") for c in token.children))


def _carried(token: Token) -> Reading | None:
    """ "expressed support for", "signalled openness to", "has a plan to"."""
    if token.lemma_.lower() not in frames()["carrier"] or any(c.dep_ == "dative" for c in token.children):
        return None
    for child in token.children:
        noun = child if child.dep_ in ("dobj", "attr") else None
        word = _noun_word(noun) if noun is not None else None
        if noun is None or word is None:
            continue
        if (owners := _among(token, noun)) or token.lemma_.lower() in frames()["causing"]:
            clauses = tuple(c for t in (token, noun) for c in t.children if c.dep_ in ("ccomp", "acl", "relcl"))
            subject = clauses or complements(noun)
            return replace(_reading(token, word, subject), owners=owners) if owners and subject else None
        about = complements(noun) or complements_after(token, noun) or _governing(token)
        owned = any(c.dep_ == "poss" and c.left_edge.pos_ != "PRON" for c in noun.children)
        if about and not owned:
            return _reading(token, word, about, negated(token) or negated(noun))
    return None


def _among(token: Token, noun: Token) -> tuple[Token, ...]:
    """Those in whom something raised it: "raising concerns | in Kyiv and among allies"."""
    places = [c for t in (noun, token) for c in t.children if c.dep_ == "prep" and c.i > noun.i]
    places += [c for p in places for c in p.conjuncts]
    named = [n for p in places if p.lower_ in ("in", "among", "amongst") for n in p.children if n.dep_ == "pobj"]
    return tuple(named) if token.lemma_.lower() in frames()["causing"] | {"raise"} else ()


def _governing(token: Token) -> tuple[Token, ...]:
    """What the governing clause is about: "both endorsed the force, while Berlin | expressed cautious support"."""
    beside = token.dep_ in ("advcl", "conj") and token.head.pos_ == "VERB"
    return complements(token.head) if beside and any(c.dep_ == "nsubj" for c in token.children) else ()


def _predicative(token: Token) -> Reading | None:
    """ "is open to", "remains opposed to", "is committed to", "is expected to"."""
    for child in token.children:
        adjective = child if child.dep_ in ("acomp", "attr", "oprd") else None
        word = (
            _word("adj", adjective.lemma_.lower()) or _word("adj", adjective.lower_) if adjective is not None else None
        )
        if adjective is not None and word:
            about = complements(adjective) or complements(token)
            about = tuple(a for a in about if a != adjective)
            return _reading(token, word, about, negated(token)) if about else None
    denied = negated(token)
    if token.lemma_.lower() in frames()["copula"] and (leaning := _leaning(token)):
        word, about = leaning
        return _reading(token, word, about, denied)
    if not passive(token):
        return None
    if (word := _word("adj", token.lower_)) and (about := complements(token)):
        return _reading(token, word, about, denied)
    if token.lower_ in frames()["expected"] and (about := complements(token)):
        denied = denied or any(map(negated, about))
        inner = next((w for key in _keys(about[0]) if (w := _word("verb", key))), None)
        stance = "engaged" if inner and inner.stance == "engaged" else "committed"
        return _reading(token, _plain(stance), about, denied, hedge=token.text, strong=False)
    return None


def _leaning(token: Token) -> tuple[StanceWord, tuple[Token, ...]] | None:
    """ "is against the deal", "is in favour of talks"."""
    for child in token.children:
        nouns = tuple(n for n in child.children if n.dep_ in ("pobj", "pcomp")) if child.dep_ == "prep" else ()
        if nouns and (word := _word("adj", child.lower_)):
            return word, nouns
        for noun in nouns:
            word = _word("adj", f"{child.lower_}_{noun.lower_}")
            if word and (about := complements(noun)):
                return word, about
    return None


def _working(token: Token) -> Reading | None:
    """ "launched a mediation effort", "returned for talks", "drew up options": at it, no stance reported."""
    words, lemma = frames(), token.lemma_.lower()
    if passive(token) or negated(token) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children):
        return None
    direct = [c for c in token.children if c.dep_ == "dobj"]
    towards = [n for c in token.children if c.lower_ in ("for", "to") for n in c.children if n.dep_ == "pobj"]
    if lemma in words["meets"]:
        for noun in (*direct, *towards):
            if _is_of(noun, words["meeting"]):
                return _reading(token, _plain("engaged"), (), strong=False)
    if lemma == "include" and _is_participant(token):
        return _reading(token, _plain("engaged"), (), strong=False)
    if lemma in words["plans"] and (plans := tuple(n for n in direct if _is_of(n, words["plan"]))):
        return _reading(token, _plain("engaged"), _purposes(plans), strong=False)
    return None


def _purposes(plans: tuple[Token, ...]) -> tuple[Token, ...]:
    """What plans are for; nothing where they only wait to be considered."""
    found = [
        g for n in plans for c in n.children if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp")
    ]
    return tuple(t for t in found if t.lemma_.lower() not in frames()["handling"])


def _is_participant(token: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in frames()["participant"] for c in token.children)


def _is_of(noun: Token, lemmas: frozenset[str]) -> bool:
    return noun.lemma_.lower() in lemmas or any(
        c.dep_ in ("compound", "nmod") and c.lemma_.lower() in lemmas for c in noun.children
    )


def _modal(token: Token) -> Reading | None:
    """ "will send", "would not deploy", "could provide", "must lead"."""
    words = frames()
    modal = next((c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"), "")
    modal = {"’ll": "will", "'ll": "will", "wo": "will", "’d": "would", "'d": "would", "ca": "can"}.get(modal, modal)
    if not modal or token.lemma_.lower() in words["involuntary"] | words["speech"]:
        return None
    if modal in words["obliging"]:
        return _reading(token, _plain("demands"), (token,), negated(token), hedge=modal, by_speaker=True, strong=False)
    if modal in words["willing"]:
        hedge = "" if modal in ("will", "shall") else modal
        return _reading(token, _plain("committed"), (token,), negated(token), hedge=hedge, strong=False)
    if modal in words["uncertain"] and not negated(token):
        return _reading(token, _plain("open"), (token,), hedge=modal, strong=False)
    return None


def _noun(token: Token) -> Reading | None:
    """ "Trump's pledge to", "the US refusal to": only with an owner, whom the caller looks for."""
    word = _noun_word(token)
    about = complements(token) if word else ()
    return _reading(token, word, about, negated(token), hedge="") if word and about else None


def _noun_word(noun: Token) -> StanceWord | None:
    """What a noun says, with its preposition where that decides: a call for something, not a call with somebody."""
    lemma = noun.lemma_.lower()
    on_something = any(c.dep_ == "prep" and c.lower_ in ("on", "of", "for") for c in noun.children)
    if lemma in frames()["with_to"] and on_something and not any(c.dep_ in ("acl", "xcomp") for c in noun.children):
        return None
    keys = [f"{lemma}_{c.lower_}" for c in noun.children if c.dep_ == "prep"] + [lemma]
    return next((word for key in keys if (word := _word("noun", key))), None)


def _hedge(token: Token) -> str:
    words = frames()["hedge"]
    found = [t.text for t in (*token.children, token) if t.lower_ in words and t.dep_ in ("aux", "advmod")]
    return " ".join(dict.fromkeys(found))
