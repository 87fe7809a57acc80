"""Whose words a paper holds: the White House's in "a White House statement", Ana Ruiz's in "a letter from Ana Ruiz".

A report on somebody, a letter to somebody, and what somebody only saw or obtained speak for nobody of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import body_nouns
from workbench.analysis.text.predicates import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

DOCUMENT_NOUNS = frozenset(
    """letter statement text message note email e-mail post tweet memo memorandum draft report document paper petition
    communique communiqué release declaration reply answer response reaction comment remark words speech testimony
    verdict ruling transcript translation excerpt passage interview conversation q&a""".split()
)
"""What holds the words of whoever it is of."""
_OTHER_DOCUMENTS = frozenset(
    """readout bulletin advisory dispatch filing posting blog op-ed editorial cable study investigation assessment
    analysis website site page account feed video recording summary affidavit indictment notice announcement""".split()
)
_INQUIRIES = frozenset("report study investigation assessment analysis account video recording paper draft".split())
"""They may be named after what they are about."""
_OWN_WORDS = frozenset("statement words remark comment testimony speech declaration message".split())
_COME_BACK_TO = frozenset("statement letter tweet message memo report post release note email study".split())
_SITES = frozenset("website site page account feed blog twitter facebook".split())
_ISSUED = frozenset("issue release publish post send sign write deliver author produce prepare compile share".split())
_PRESS_WORDS = frozenset("press news media written joint video official public brief".split())
_PLATFORMS = frozenset("twitter facebook instagram youtube telegram".split())
_MAX_BACK = 600
_MAX_NAMED = 4
"""So many tokens before a paper are searched for where it was named before, and so many such places are looked at."""


def is_document(noun: str) -> bool:
    """Whether a noun is for something that holds words."""
    return noun in DOCUMENT_NOUNS | _OTHER_DOCUMENTS


def issuer(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The words for whose paper a mention names, none where it is nobody's; `head`: the noun of the mention."""
    if not is_document(head.lemma_.lower()) or head.tag_ == "NNP":
        return []
    inside = set(tokens)
    for found in chain([_owner(head)], _named_behind(head), [_named_before(head)]):
        if found and inside.issuperset(found) and not all(t.ent_type_ in ("DATE", "TIME") for t in found):
            return found
    return []


def earlier_issuer(head: Token) -> list[Token]:
    """The words for whose paper one is that a text comes back to: "the statement" after "said in a statement"."""
    lemma = head.lemma_.lower()
    if lemma not in _COME_BACK_TO:
        return []
    before = reversed(head.doc[max(0, head.i - _MAX_BACK) : head.i])
    for token in islice((t for t in before if t.lemma_.lower() == lemma and t.pos_ == "NOUN"), _MAX_NAMED):
        if found := issuer(list(token.subtree), token) or _whoever_spoke_in(token):
            return found
    return []


def _whoever_spoke_in(paper: Token) -> list[Token]:
    """The subject of "said in a statement"."""
    link = paper.head
    if paper.dep_ != "pobj" or link.lower_ not in ("in", "via", "through") or link.head.pos_ != "VERB":
        return []
    subject = next((c for c in link.head.children if c.dep_ == "nsubj"), None)
    return _phrase(subject) if subject is not None else []


def _owner(head: Token) -> list[Token]:
    owner = next((c for c in head.children if c.dep_ == "poss"), None)
    return _phrase(owner) if owner is not None else []


def _named_before(head: Token) -> list[Token]:
    """The name before a paper: "Treasury Department" of "a new Treasury Department press release"."""
    words = list(head.doc[head.left_edge.i : head.i])
    between = _PLATFORMS if head.lemma_.lower() in _INQUIRIES else _PRESS_WORDS | _PLATFORMS
    while words and words[-1].lower_ in between:
        words.pop()
    while words and not (words[0].text[:1].isupper() and words[0].pos_ in ("PROPN", "ADJ")):
        words = words[1:]
    body = bool(words) and words[-1].lemma_.lower() in body_nouns()
    named = body or any(t.ent_type_ in ("ORG", "GPE", "FAC") for t in words)
    person = any(t.ent_type_ == "PERSON" for t in words) and head.lemma_.lower() not in _INQUIRIES
    return words if named or person else []


def _named_behind(head: Token) -> Iterator[list[Token]]:
    """The names that "by", "from" or "on the site of" bring in, and who "sent" it."""
    of_own = ("of",) if head.lemma_.lower() in _OWN_WORDS else ()
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", *of_own):
            yield _object(child)
        elif child.dep_ == "prep" and child.lower_ in ("on", "at"):
            yield _site_owner(child)
        elif child.dep_ in ("acl", "relcl") and child.lemma_.lower() in _ISSUED:
            subject = next((c for c in child.children if c.dep_ in SUBJECTS and c.tag_ not in ("WDT", "WP")), None)
            if subject is not None:
                yield _phrase(subject)
            for link in child.children:
                if link.lower_ in ("by", "from"):
                    yield _object(link)
                elif link.lower_ in ("on", "to", "at"):
                    yield _site_owner(link)


def _object(link: Token) -> list[Token]:
    found = next((c for c in link.children if c.dep_ == "pobj"), None)
    return _phrase(found) if found is not None else []


def _site_owner(link: Token) -> list[Token]:
    """Whose site something stands on: "on the ministry's website"."""
    site = next((c for c in link.children if c.dep_ == "pobj"), None)
    if site is None or site.lemma_.lower() not in _SITES:
        return []
    return _owner(site) or _named_before(site)


def _phrase(token: Token) -> list[Token]:
    words = list(token.subtree)
    while words and (words[-1].tag_ == "POS" or words[-1].is_punct or words[-1].is_space):
        words.pop()
    while words and (words[0].is_punct or words[0].is_space):
        words = words[1:]
    return words
