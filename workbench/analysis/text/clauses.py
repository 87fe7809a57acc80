"""Sentences into clauses that each state one thing: the unit that facts are matched on.

One decision: a clause is a contiguous stretch. Every token belongs to the nearest predicate above it that heads a
clause; what is said stays with the words that say who said it, and an inserted relative clause is inside the span of
the clause around it but none of its terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from workbench.analysis.entities import countries
from workbench.analysis.text.date_tense import tenses
from workbench.analysis.text.lexicon import roles
from workbench.analysis.text.predicate_lexicon import verb_classes
from workbench.analysis.text.quantities import Quantity, quantities
from workbench.analysis.text.words import FUNCTION_WORDS
from workbench.model import Clause, Span

Names = tuple[str, ...]

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
_CORE = _SUBJECTS | {"dobj", "attr", "acomp", "ccomp", "xcomp", "aux", "auxpass", "neg", "prt", "dative", "oprd"}
_SUBSTANCE = {"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "agent", "prt", "oprd", "nsubj", "nsubjpass", "advmod"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
_CONDITIONS = {"if", "unless", "should", "whether", "that", "until", "how", "why", "what"}
_NEGATIVE = {"no", "never", "neither", "nor", "nobody", "nothing", "none", "without"}
_NAMED = {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}
_RAISING = {"seem", "appear", "continue", "begin", "start", "need"}
_CLOSING = ".!?…\"'”’)]:"
_FEWEST = 3
"""Words that a clause needs; less stays with the clause around it."""


def clauses(doc: Doc, article_id: str) -> tuple[Clause, ...]:
    """The clauses of a parsed article, in order of their place; their spans may lie within one another."""
    context = _Context(doc, article_id)
    found: dict[Span, Clause] = {}
    for sentence in _sentences(doc):
        for head, owned in _split(sentence):
            if clause := context.clause(head, owned, sentence):
                found.setdefault(clause.span, clause)
        context.close_sentence()
    return tuple(found[span] for span in sorted(found))


def _sentences(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence; a line break ends one, and nothing else does within a line but a closing mark."""
    run: list[Token] = []
    known = doc.has_annotation("SENT_START")
    for token in doc:
        broken = token.is_space and "\n" in token.text
        if run and (broken or (known and token.is_sent_start and run[-1].text[-1] in _CLOSING)):
            yield run
            run = []
        if not token.is_space:
            run.append(token)
    if run:
        yield run


def _split(sentence: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """Each clause's head with the tokens that are its own."""
    if not sentence[0].doc.has_annotation("DEP"):
        return [(sentence[0], list(sentence))]
    inside = {t.i for t in sentence}
    roots = [t for t in sentence if t.head.i == t.i or t.head.i not in inside]
    heads = {t.i: t.i for t in roots}
    predicates = [t.i for t in roots if _is_predicate(t)]
    for root in roots:  # where the parser broke a sentence, a piece without a predicate goes with the next
        if predicates and not _is_predicate(root):
            heads[root.i] = next((i for i in predicates if i > root.i), predicates[-1])
    for token in sentence:
        if token.i not in heads and _heads_clause(token, inside):
            top = _top(token).i
            heads.setdefault(top, top)
    owners: dict[int, int] = {}
    groups: dict[int, list[Token]] = {}
    for token in sentence:
        groups.setdefault(_own(token, heads, owners), []).append(token)
    doc = sentence[0].doc
    return [(doc[i], tokens) for i, tokens in groups.items()]


def _top(token: Token) -> Token:
    """The token that a clause hangs by: what an apposition restates, or the "with" of "with X doing Y"."""
    hung = token.dep_ == "pcomp" or (token.dep_ == "acl" and token.head.dep_ == "appos")
    return token.head if hung else token


def _verb(head: Token) -> Token:
    """The predicate below the token that the clause hangs by."""
    if head.dep_ in ("appos", "prep"):
        return next((c for c in head.children if c.dep_ in ("acl", "pcomp") and _is_predicate(c)), head)
    return head


def _own(token: Token, heads: dict[int, int], owners: dict[int, int]) -> int:
    path = []
    while token.i not in owners and token.i not in heads:
        path.append(token.i)
        token = token.head
    owner = owners[token.i] if token.i in owners else heads[token.i]
    owners.update(dict.fromkeys(path, owner))
    return owner


def _heads_clause(token: Token, inside: set[int]) -> bool:
    if not _is_predicate(token) or sum(not t.is_punct and t.i in inside for t in token.subtree) < _FEWEST:
        return False
    dep = token.dep_
    if dep == "conj":
        return _conjoined(token)
    if dep in ("parataxis",) or (dep == "ccomp" and _own_subject(token) and _apart(token)):
        return token.head.lemma_.lower() not in verb_classes()["speech"]
    if dep == "advcl":
        return _adverbial(token)
    if dep in ("relcl", "acl"):
        return _set_off(token) and sum(not t.is_punct for t in token.subtree) > _FEWEST
    if dep == "pcomp":
        return token.head.lower_ == "with" and _own_subject(token) and _set_off(token)
    return False


def _is_predicate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _own_subject(token: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in token.children)


def _conjoined(token: Token) -> bool:
    """Whether a conjunct says something of its own, and leaves something to the conjunct before it."""
    if not any(c.dep_ in _SUBSTANCE for c in token.children):
        return False
    first = token.head
    return _is_predicate(first) and (
        _own_subject(token) or any(c.dep_ in _SUBSTANCE and first.i < c.i < token.i for c in first.children)
    )


def _adverbial(token: Token) -> bool:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i}
    marks |= {c.lower_ for c in token.children if c.dep_ == "aux" and c.i == token.left_edge.i}
    if marks & _CONDITIONS:
        return False
    return _own_subject(token) or (token.tag_ in ("VBG", "VBN") and _set_off(token))


def _set_off(token: Token) -> bool:
    """Whether a comma or a dash stands before the clause (or before the noun that it is put to)."""
    edge = _top(token).left_edge.i
    return edge > 0 and token.doc[edge - 1].text in {",", "-", "–", "—", "--", ";", "("}


def _apart(token: Token) -> bool:
    return any(c.text in (";", ":", "—", "–") for c in token.head.children if c.is_punct)


class _Context:
    """What the clauses of one article share: names, countries, numbers by place, and who was spoken of last."""

    def __init__(self, doc: Doc, article_id: str) -> None:
        self.doc = doc
        self.text = doc.text
        self.article_id = article_id
        self.names = _names_at(doc)
        self.given = _given_names(doc)
        self.countries = {at: m.code for m in countries.find(self.text) for at in range(m.span.start, m.span.end)}
        self.quantities = quantities(self.text)
        self.next_quantity = 0
        self.person: Names = ()
        self.heard: Names = ()

    def close_sentence(self) -> None:
        """Pronouns of the next sentence may mean who was subject in this one."""
        self.person, self.heard = self.heard or self.person, ()

    def clause(self, head: Token, owned: Sequence[Token], sentence: Sequence[Token]) -> Clause | None:
        """The clause of a predicate, or nothing where its tokens have no word."""
        tokens = _trimmed(_essential(head, owned), whole=len(owned) == len(sentence))
        if not any(t.text.isalnum() for t in tokens):
            return None
        span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        verb = _verb(head)
        predicate = _predicate(verb)
        own = [t for t in owned if span.start <= t.idx < span.end]
        return Clause(
            article_id=self.article_id,
            span=span,
            text=span.of(self.text),
            terms=tuple(self._terms(own)),
            names=tuple(dict.fromkeys((*self._names(own), *self._inherited(verb)))),
            numbers=tuple(dict.fromkeys(q.value for q in self._quantities(own))),
            action=_action(predicate),
            negated=_negated(verb, predicate, own),
            kind=_kind(verb, predicate),
            tenses=self._tenses(span),
        )

    def _tenses(self, span: Span) -> str:
        dated = any(q.kind == "date" and q.span.overlaps(span) for q in self.quantities)
        return tenses(self.doc, span) if dated else ""

    def _terms(self, tokens: Iterable[Token]) -> Iterator[str]:
        last = ""
        for token in tokens:
            code = self.countries.get(token.idx, "")
            if code and code != last:
                yield code.lower()
            elif not code and token.i not in self.given and _is_content(token):
                yield (token.lemma_ or token.text).lower().strip("'’.")
            last = code

    def _names(self, tokens: Iterable[Token]) -> Iterator[str]:
        for token in tokens:
            if code := self.countries.get(token.idx):
                yield code
            elif name := self.names.get(token.i):
                yield name

    def _quantities(self, tokens: Sequence[Token]) -> list[Quantity]:
        starts = {t.idx for t in tokens}
        low, high = tokens[0].idx, tokens[-1].idx
        return [q for q in self.quantities if low <= q.span.start <= high and q.span.start in starts]

    def _inherited(self, head: Token) -> Names:
        """The names of a subject that stands elsewhere: shared, antecedent, or behind a pronoun."""
        subject = _subject(head)
        if subject is None:
            return ()
        found = tuple(dict.fromkeys(self._names(_phrase(subject))))
        if subject.lower_ in ("he", "she") and not found:
            found = self.person
        elif found and not self.heard and subject.ent_type_ == "PERSON":
            self.heard = found
        return found


def _is_content(token: Token) -> bool:
    if token.pos_ and token.pos_ not in _CONTENT:
        return False
    lemma = (token.lemma_ or token.text).lower().strip("'’.")
    return any(c.isalnum() for c in lemma) and lemma not in FUNCTION_WORDS and token.lower_ not in FUNCTION_WORDS


def _names_at(doc: Doc) -> dict[int, str]:
    """The first token of each name -> the name: of a person the last, else the whole without article and possessive."""
    out = {}
    for entity in doc.ents:
        if entity.label_ not in _NAMED:
            continue
        words = [t for t in entity if t.pos_ in ("PROPN", "NOUN", "ADJ", "NUM", "X") and t.text[:1].isalnum()]
        if words:
            name = words[-1].text if entity.label_ == "PERSON" else " ".join(t.text for t in words)
            out[entity[0].i] = name.removesuffix("'s").removesuffix("’s").strip(".")
    inside = {t.i for e in doc.ents for t in e}
    for token in doc:
        if token.i not in inside and _looks_like_a_name(token):
            out.setdefault(token.i, token.text)
    return out


def _looks_like_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and len(token) > 3 and token.text[0].isupper() and token.lower_ not in roles()


def _given_names(doc: Doc) -> set[int]:
    """The tokens of persons' names before the last name."""
    persons = [[t for t in e if t.pos_ == "PROPN"] for e in doc.ents if e.label_ == "PERSON"]
    return {t.i for person in persons for t in person[:-1]}


def _essential(head: Token, owned: Sequence[Token]) -> list[Token]:
    """From the first to the last stretch that has the predicate or one of its arguments in it."""
    runs: list[list[Token]] = []
    for token in owned:
        gap = runs and any(not t.is_punct and not t.is_space for t in token.doc[runs[-1][-1].i + 1 : token.i])
        if runs and not gap:
            runs[-1].append(token)
        else:
            runs.append([token])
    verb = _verb(head)
    core = {head.i, verb.i} | {c.i for c in verb.children if c.dep_ in _CORE}
    kept = [n for n, run in enumerate(runs) if any(t.i in core for t in run)]
    return [t for run in runs[kept[0] : kept[-1] + 1] for t in run]


def _trimmed(tokens: Sequence[Token], whole: bool) -> list[Token]:
    """Without the conjunctions, commas and dashes at its ends; a whole sentence stays as it is."""
    out = list(tokens)
    if whole:
        return out
    while out and (out[0].dep_ == "cc" or out[0].text in ",;:—–-.)") and len(out) > 1:
        out.pop(0)
    while out and (out[-1].dep_ == "cc" or out[-1].text in ",;:—–-(“") and len(out) > 1:
        out.pop()
    return out


def _subject(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in _SUBJECTS and child.lower_ not in ("who", "which", "that"):
            return child
    if head.dep_ in ("relcl", "acl"):
        return head.head
    if head.dep_ in ("conj", "advcl", "xcomp") and head.head.i != head.i and _is_predicate(head.head):
        return _subject(head.head)
    return None


def _phrase(noun: Token) -> list[Token]:
    """A noun phrase without the clauses hung on it."""
    out = [noun]
    for child in noun.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "punct", "cc"):
            out += _phrase(child)
    return sorted(out, key=lambda t: t.i)


def _predicate(head: Token) -> Token:
    """The verb that carries the content: what is said, not the saying."""
    speech = verb_classes()["speech"]
    carriers = speech | verb_classes()["expectation"] | _RAISING
    token = head
    while token.lemma_.lower() in carriers:
        below = [c for c in token.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and token.lemma_ not in speech)]
        if not below:
            break
        token = below[0]
    return token


def _action(predicate: Token) -> str:
    lemma = predicate.lemma_.lower()
    if lemma == "be":
        below = next((c for c in predicate.children if c.dep_ in ("acomp", "attr")), None)
        return below.lemma_.lower() if below is not None else lemma
    particle = next((c.lower_ for c in predicate.children if c.dep_ == "prt"), "")
    if lemma in verb_classes()["light"]:
        below = next((c for c in predicate.children if c.dep_ == "dobj"), None)
        return below.lemma_.lower() if below is not None else lemma
    return f"{lemma} {particle}".strip()


def _negated(head: Token, predicate: Token, own: Sequence[Token]) -> bool:
    if any(c.dep_ == "neg" for t in (head, predicate) for c in t.children):
        return True
    return any(t.lower_ in _NEGATIVE and not _within_name(t) for t in own)


def _within_name(token: Token) -> bool:
    """The "no" of "no-fly zone" denies nothing."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-"


def _is_option(predicate: Token) -> bool:
    subjects = [c for c in predicate.children if c.dep_ in _SUBJECTS]
    return any(c.lemma_.lower() in ("option", "possibility", "scenario") for c in subjects)


def _kind(head: Token, predicate: Token) -> str:
    classes = verb_classes()
    lemma, top = predicate.lemma_.lower(), head.lemma_.lower()
    stated = {lemma, _action(predicate).replace(" ", "_")}
    stated |= {f"{lemma}_{c.lower_}" for c in predicate.children if c.dep_ == "prep"}
    modals = {c.lower_ for c in predicate.children if c.dep_ == "aux"}
    if lemma in classes["pledge"]:
        return "pledge"
    if stated & classes["position"]:
        return "position"
    if modals & {"could", "may", "might"} or lemma in classes["option"] or _is_option(predicate):
        return "option"
    if top in classes["expectation"] or modals & {"will", "would", "shall", "'ll", "’ll"}:
        return "expectation"
    if top in classes["speech"]:
        return "statement"
    return "state" if lemma in classes["state"] else "event"
