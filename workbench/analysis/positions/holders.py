"""Whose position a predicate gives: the countries and blocs that its subject, or whoever speaks, stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.attribution.speaker_countries import presumed_country
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.office_levels import ends_in_past_office, has_role, is_part_of_state, office_level
from workbench.analysis.positions.stance_lexicon import lemmas, lexicon
from workbench.analysis.positions.stance_readings import Reading
from workbench.analysis.text.lexicon import body_nouns, is_role, offices, roles
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, is_passive
from workbench.model import Quote, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

MINE = frozenset("i we us me my our".split())
ACTING_PRONOUNS = frozenset("he she they it who his her its their".split())
OWNING = frozenset("his her its their".split())
SPOKEN_PASSIVES = ("committed", "ruled_out", "open", "considering")
PLACING = frozenset("in at near from into across".split())
"""What stands after them is a place, and does nothing."""
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """A country or bloc as it acts in one clause."""

    code: str
    speaker: str
    """Who acts or speaks for it; "" when the text names the country itself."""
    level: str
    own: Speaker
    sure: bool = True
    """Whether the text says that they belong there."""


def holders(
    entities: ArticleEntities,
    quotes: Sequence[Quote],
    quote: Quote | None,
    reading: Reading,
    together: Sequence[Holder] = (),
) -> list[Holder]:
    """Whoever the subject speaks for; of what must be done, or is done by nobody named, whoever says so.

    `quote`: the innermost of the quotes that the predicate stands in; `together`: the last holders that acted jointly,
    who are "they" or "the two leaders".
    """
    if quote and (_cued(quote, "concerned") or (not reading.strong and _cued(quote, "expects", "demands"))):
        return []
    if reading.by_speaker and (owner := _owner_of_saying(reading.predicate)):
        return _of_phrase(entities, owner, None, ())
    if reading.by_speaker:
        return _spoken_for(entities, quote) if quote and quote.cue_text else []
    subjects = list(_subjects(entities, reading))
    found = [h for subject in subjects for h in _of_phrase(entities, subject, quote, together)]
    expected = reading.hedge.lower() in frames()["expected"]
    if is_passive(reading.predicate) and not reading.strong and not expected:
        suffering = [s for s in subjects if s.dep_ == "nsubjpass"]
        if any(_is_nation(entities, s) or s.pos_ == "PRON" or s.ent_type_ == "PERSON" for s in suffering):
            return []
        found = [h for h in found if h.level == "military"] if suffering else found
    own = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in reading.predicate.children)
    if not found and not own and (saying := _said_by(quotes, reading.predicate)):
        return _spoken_for(entities, saying)
    nobody = not subjects or any(s.dep_ == "nsubjpass" for s in subjects)
    spoken = nobody and not reading.strong and not expected and reading.stance in SPOKEN_PASSIVES
    if not found and quote and spoken and _is_speech(quote):
        return _spoken_for(entities, quote)
    return found


def _owner_of_saying(token: Token) -> Token | None:
    """Whose words a clause is: the minister's of "the minister's remarks that they must pay"."""
    for one in (token, *token.ancestors):
        noun = one.head
        if one.dep_ in ("acl", "ccomp", "relcl") and noun.lemma_.lower() in frames()["saying"]:
            return next((c for c in noun.children if c.dep_ == "poss"), None)
    return None


def _said_by(quotes: Sequence[Quote], token: Token) -> Quote | None:
    """The quote whose cue the predicate is: its source is the subject where the parse has none."""
    return next((q for q in quotes if q.cue and token.pos_ == "VERB" and q.cue.start <= token.idx < q.cue.end), None)


def _cued(quote: Quote, *stances: str) -> bool:
    """Whether the quote tells of what its speaker fears, hopes for or wants: nobody else's position."""
    words = {w.strip(",.").lower() for w in quote.cue_text.split()}
    said = (lexicon().get((word_class, _lemma(w))) for w in words for word_class in ("verb", "noun", "adj"))
    return any(word is not None and word.stance in stances for word in said)


def _is_speech(quote: Quote) -> bool:
    """Whether the speaker says it, and does not only know or see it."""
    words = {w.strip(",.").lower() for w in quote.cue_text.split()}
    return not words or "according" in words or any(_lemma(w, frames()["speech"]) in frames()["speech"] for w in words)


def _lemma(word: str, known: Collection[str] = ()) -> str:
    known = known or lemmas()
    endings = (("", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ied", "y"))
    for ending, instead in endings:
        if word.endswith(ending) and (lemma := word[: len(word) - len(ending)] + instead) in known:
            return lemma
    return word


def _subjects(entities: ArticleEntities, reading: Reading) -> Iterator[Token]:
    """The tokens that the stance belongs to: subjects, agents of passives, owners of nouns."""
    token = reading.predicate
    if reading.owners:
        yield from reading.owners
        return
    if token.pos_ == "NOUN":
        market = token.lemma_.lower() == "demand"  # "Chinese demand for steel"
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in OWNING and token.dep_ in ("dobj", "attr"):
                yield from _subjects_of(token.head)
            elif child.dep_ == "poss" or (
                _is_nation(entities, child) and child.dep_ in ("amod", "compound") and not market
            ):
                yield child
        return
    yield from _subjects_of(token)


def _subjects_of(token: Token, depth: int = 0) -> list[Token]:
    agents = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    if agents:
        return agents
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    own = own or [c for aux in token.children if aux.dep_ == "aux" for c in aux.children if c.dep_ == "nsubj"]
    if own:
        antecedent = own[0].tag_ in ("WP", "WDT") or own[0].lower_ == "that"
        placed = token.head.head.lower_ in PLACING or any(c.lower_ == "not" for c in token.head.children)
        if antecedent and token.dep_ == "relcl" and placed:
            return []
        return [token.head] if antecedent and token.dep_ == "relcl" else own
    if depth < _DEPTH and token.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp") and token.head != token:
        if token.dep_ == "acl":
            return [token.head]
        if token.dep_ == "pcomp" and token.head.dep_ != "prep":
            return []
        governor = token.head.head if token.dep_ == "pcomp" or _rejoins(token) else token.head
        controlled = governor.lemma_.lower() in frames()["object_control"]
        if controlled and any(c.dep_ == "dobj" and c.i < token.i for c in governor.children):
            return []
        return _subjects_of(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
    return []


def _rejoins(token: Token) -> bool:
    """Whether a conjunct goes on the governing clause: "said they could send planes | but ruled out troops"."""
    first = token.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in first.children)
    return token.dep_ == "conj" and first.dep_ == "ccomp" and modal and token.tag_ in ("VBD", "VBZ", "VBP")


def _of_phrase(
    entities: ArticleEntities, subject: Token, quote: Quote | None, together: Sequence[Holder]
) -> list[Holder]:
    """The countries a subject speaks for, its conjuncts included."""
    if subject.lower_ in MINE and subject.text != "US":
        return _spoken_for(entities, quote)
    out: list[Holder] = []
    for token in _members(subject):
        token = _owner_of_body(token)
        if together and _is_joint(token) and not (quote and len(quote.speakers) > 1):
            out += together
            continue
        if not _acts(entities, token):
            continue
        if quote and token.lower_ in ("it", "they", "its", "their"):
            out += _spoken_for(entities, quote)
            continue
        before = quote.speakers if quote else ()
        for speaker in resolve_speakers(entities, _noun_phrase(token), before):
            out += _held(entities, speaker)
    return out


def _is_joint(token: Token) -> bool:
    """Whether it is "they", "both sides", "the two leaders"."""
    if token.lower_ in ("they", "their"):
        return True
    counted = any(c.lower_ in ("two", "both") for c in token.children)
    return counted and token.tag_ == "NNS" and is_role(token) and not any(c.dep_ == "amod" for c in token.children)


def _owner_of_body(token: Token) -> Token:
    """Whose the body is: "his government" acts for his country."""
    owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
    return owner if owner is not None and token.lemma_.lower() in body_nouns() | {"country", "nation"} else token


def _members(subject: Token) -> Iterator[Token]:
    """The subject, what is joined to it, and the names of "leaders, including A, B and C"; each once."""
    tokens = [subject, *subject.conjuncts]
    named = [c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    tokens += [c for name in named for c in name.conjuncts]
    for child in subject.children:
        if child.lower_ in ("including", "among", "like"):
            tokens += [name for noun in child.children if noun.dep_ == "pobj" for name in (noun, *noun.conjuncts)]
    if subject.lemma_.lower() in frames()["participant"] and subject.dep_ in SUBJECTS:
        listed = [
            c for c in subject.head.children if c.dep_ in ("dobj", "attr") and subject.head.lemma_ in ("include", "be")
        ]
        tokens += [name for noun in listed for name in (noun, *noun.conjuncts)]
    yield from (t for t in dict.fromkeys(tokens) if not any(c.lower_ == "not" for c in t.children))


def _held(entities: ArticleEntities, speaker: Speaker) -> list[Holder]:
    """The holder that a speaker stands for; none if nothing says, or lets one conclude, where they belong."""
    code = speaker.country or presumed_country(entities, speaker)
    if not code:
        return []
    about = f"{speaker.role} {speaker.mention_text}"
    if (
        is_part_of_state(about)
        or _is_somebody_elses(entities, speaker, code)
        or (speaker.kind == "person" and _is_private(about))
    ):
        return []
    if speaker.kind == "country":
        return [Holder(code, "", "government", speaker)]
    return [Holder(code, speaker.label, _level(entities, speaker, about), speaker, bool(speaker.country))]


def _is_somebody_elses(entities: ArticleEntities, speaker: Speaker, code: str) -> bool:
    """Whether they are only called after the country: "American allies", "Cuba's critics"."""
    if speaker.mention is None or speaker.kind not in ("group", "organisation"):
        return False
    tokens = entities.doc.char_span(speaker.mention.start, speaker.mention.end, alignment_mode="expand")
    head = tokens.root if tokens else None
    if head is None or head.lemma_.lower() not in frames()["related"]:
        return False
    return not any(c.code == code and c.span.end > head.idx for c in entities.countries_in(speaker.mention))


def _level(entities: ArticleEntities, speaker: Speaker, about: str) -> str:
    """At what level they speak; a group or body that is called nothing known, and is no seat of government, at none."""
    person = next((p for p in entities.people if p.name == speaker.name), None)
    leads = (entities.text[max(0, m.start - 60) : m.start] for m in (person.mentions if person else ()))
    if any(map(ends_in_past_office, leads)):
        return "non_government"
    if speaker.kind == "person" and speaker.role and not has_role(about):
        return "non_government"
    body = speaker.kind in ("group", "organisation", "anonymous") and speaker.mention is not None
    if body and not has_role(about) and not any(w.removesuffix("s") in body_nouns() for w in about.lower().split()):
        named = entities.countries_in(speaker.mention) if speaker.mention else []
        if not any(c.form in ("seat", "bloc") for c in named):
            return "non_government"
    return office_level(about)


def is_of_state(entities: ArticleEntities, speaker: Speaker) -> bool:
    """Whether somebody speaks for a state as a whole, not for a part of it, a group within it or themselves."""
    about = f"{speaker.role} {speaker.mention_text}"
    return not is_part_of_state(about) and (
        speaker.kind == "country" or _level(entities, speaker, about) != "non_government"
    )


def _is_private(about: str) -> bool:
    """Whether somebody is described as a private person, and as nothing else."""
    words = {word.removesuffix("s") for word in about.lower().split()}
    known = words & roles().keys()
    return bool(words & offices()["private"]) and known <= offices()["private"]


def _spoken_for(entities: ArticleEntities, quote: Quote | None) -> list[Holder]:
    return [h for s in quote.speakers for h in _held(entities, s)] if quote else []


def _acts(entities: ArticleEntities, token: Token) -> bool:
    """Whether a noun can hold a position: a person, a country, an office, a body of people; not "US support"."""
    if token.pos_ == "PRON":
        return token.lower_ in ACTING_PRONOUNS
    here = Span(token.idx, token.idx + len(token))
    if _is_nation(entities, token) and any(c.lower_ in ("a", "an") for c in token.children):
        return False
    if (
        _is_nation(entities, token)
        or entities.person_at(here)
        or is_role(token)
        or token.lemma_.lower() in body_nouns()
    ):
        return True
    if token.tag_ == "NNPS" and any(_is_nation(entities, c) for c in token.children):
        return True
    return any(c.form == "seat" and c.span.overlaps(here) for c in entities.countries)


def _is_nation(entities: ArticleEntities, token: Token) -> bool:
    return any(c.span.start <= token.idx < c.span.end for c in entities.countries)


def _noun_phrase(token: Token) -> Span:
    """The phrase around a noun without its clauses and its further conjuncts."""
    last = token
    lemma = token.lemma_.lower()
    located = roles().get(lemma, "government") != "government" or lemma in body_nouns() | offices()["located"]
    for child in token.rights:
        named = child.dep_ in ("prep", "nmod", "compound") and child.lower_ in ("of", "from", "for")
        based = located and (child.lower_ == "in" or (child.dep_ == "acl" and child.lower_ == "based"))
        if named or based or child.dep_ == "compound":
            last = child.right_edge
    dashes = [t.i for t in token.doc[token.left_edge.i : token.i] if t.text in ("-", "–", "—") and t.whitespace_]
    first = token.doc[dashes[-1] + 1] if dashes else token.left_edge
    return Span(first.idx, max(last.idx + len(last), token.idx + len(token)))
