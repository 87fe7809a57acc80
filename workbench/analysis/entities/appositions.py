"""What stands beside a name: the role and the country that the words before or after it give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.analysis.entities import spokespeople
from workbench.analysis.entities.affiliations import Affiliation, affiliation, is_american_seat, joined_body, owner
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.honorifics import OFFICES_BY_TITLE, TITLES
from workbench.analysis.entities.name_parts import capitalize_name
from workbench.analysis.entities.person_mentions import NAME_TAGS, skip_age

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONNECTORS = frozenset("of and the for on to & - – ' 's ’s’ ’".split()) | {"’s"}
OFFICE_SUFFIXES = frozenset({"elect", "designate", "emeritus", "hopeful", "general", "pro"})
"""What may follow an office and belongs to it."""
MAX_ROLE_WORDS = 14
"""The longest role, in tokens, that is read beside a name."""
MAX_APPOSITION = 40
"""The longest apposition, in tokens, that is searched for an institution."""
_NAMING = frozenset("DET ADJ NOUN PROPN PART".split())
_CLOSING = frozenset((",", ".", ";", ":", "—", "“", "”", '"'))
SPEAKING = frozenset("spokesman spokeswoman spokesperson".split())
"""They are of what they speak for."""
_DASHES = frozenset("-‑–—")
_RESIDENT = re.compile(r"(?:[\w.]+ )?resident\b", re.IGNORECASE)
"""Where somebody lives tells less than whose they are."""
_DONE = re.compile(r"[-‑](\w*(?:led|ed|run|born))\b")
_NOWHERE = Affiliation("", "")
_LINKED = frozenset("based born raised".split())
_REPORTERS = frozenset("correspondent reporter bureau editor".split())
"""Where they work says nothing of whose they are."""


_KNOWING = frozenset("expert analyst specialist scholar watcher researcher historian observer".split())
RELATED = frozenset("ally rival partner enemy foe neighbour neighbor opponent critic friend adversary".split())
"""They are others than those whose they are."""


class Description(NamedTuple):
    """What stands beside a name: a role, and whose it makes its bearer."""

    role: str
    whose: Affiliation


def role_and_country(
    doc: Doc, mentions: Sequence[list[Token]], country_at: Mapping[int, CountryMention]
) -> Description:
    """The fullest role and the most frequent country that stand beside any mention; what is said goes before what the
    institutions beside it let one know.
    """
    found: list[Description] = []
    for mention in mentions:
        before = _role_before(doc, mention, country_at)
        office = before if before and before.role else None
        if office and not office.whose.country:
            office = Description(office.role, _country_behind(doc, mention, country_at))
        after = _role_after(doc, mention, country_at) or _institution_after(doc, mention)
        found += [d for d in (office or before, after) if d]
        if is_american_seat(doc[mention[-1].i + 1 : mention[-1].i + 1 + MAX_ROLE_WORDS].text):
            found.append(Description("", Affiliation("USA", "text")))
        if body := joined_body(doc[mention[-1].i : mention[-1].i + 1 + MAX_ROLE_WORDS].text[len(mention[-1]) :]):
            found.append(Description("", body))
    named = [d.role for d in found if d.role] or [role for m in mentions if (role := _office_of_title(m))]
    said = [d for d in found if d.whose.origin == "text"]
    own = Counter(d.whose for d in said if not _RESIDENT.match(d.role))
    known = Counter(d.whose for d in found if d.whose.origin == "known")
    lives = Counter(d.whose for d in said)
    whose = next((c.most_common(1)[0][0] for c in (own, known, lives) if c), _NOWHERE)
    return Description(capitalize_name(named[0] if named else ""), whose)


def _office_of_title(mention: list[Token]) -> str:
    """What the title beside a name makes of its bearer: a senator of "Sen."; "" where it says nothing."""
    return OFFICES_BY_TITLE.get(mention[0].nbor(-1).lower_, "") if mention[0].i else ""


def _role_before(doc: Doc, mention: list[Token], country_at: Mapping[int, CountryMention]) -> Description | None:
    """A role before the name: "French President", "Trump's special envoy to the Middle East,"."""
    at = mention[0].i - 1
    while at >= 0 and doc[at].lower_ in TITLES:
        at -= 1
    apposed = at >= 0 and doc[at].text == ","
    at -= apposed
    tokens: list[Token] = []
    while at >= 0 and len(tokens) < MAX_ROLE_WORDS:
        token = doc[at]
        word = token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[0].isalnum()
        part = word or token.lower_ in CONNECTORS | _LINKED or token.i in country_at
        owner = token.text[:1].isupper() and token.pos_ in NAME_TAGS and token.i not in country_at
        if owner and tokens and tokens[0].tag_ == "POS":
            tokens.insert(0, token)
            break
        if not part or (token.ent_type_ == "PERSON" and token.i not in country_at) or "\n" in token.text:
            break
        if at and token.text in _DASHES and token.nbor(-1).whitespace_:
            break  # "LONDON - President X"
        tokens.insert(0, token)
        at -= 1
    if tokens and not apposed and tokens[-1].tag_ in ("IN", "TO", "CC"):
        return None  # "the Saudi king on Trump's orders"
    led = at >= 0 and doc[at].tag_ in ("DT", "PRP$")
    if apposed and not led and not any(t.tag_ in ("DT", "POS", "PRP$", "NNP") for t in tokens):
        return None
    return _read_role(tokens if apposed else spokespeople.own_description(tokens, country_at), country_at)


def _country_behind(doc: Doc, mention: list[Token], country_at: Mapping[int, CountryMention]) -> Affiliation:
    """The country that is named with "of" behind an office and a name: "Foreign Minister Ana Ruiz of Chile"."""
    at = mention[-1].i + 1
    after = [t for t in doc[at : at + 3] if t.lower_ != "the"]
    if len(after) < 2 or after[0].lower_ != "of" or after[1].i not in country_at:
        return _NOWHERE
    country = country_at[after[1].i]
    past = next((t for t in doc[after[1].i :] if t.idx >= country.span.end), None)
    owns = past is not None and (past.tag_ == "POS" or past.pos_ in ("NOUN", "PROPN"))
    return Affiliation(country.code, "text") if country.form == "name" and not owns else _NOWHERE


def _role_after(doc: Doc, mention: list[Token], country_at: Mapping[int, CountryMention]) -> Description | None:
    """A role after the name: ", a researcher at King's College London,", "(UK)", "- US Secretary of State -"."""
    at = skip_age(doc, mention[-1].i + 1)
    if at >= len(doc) or doc[at].text not in (",", "(", "-", "–", "—"):
        return None
    closing = {"(": (")",), ",": (",", ".", ";", ":", "—")}.get(doc[at].text, (doc[at].text,))
    tokens: list[Token] = []
    for token in doc[at + 1 : at + 2 + MAX_ROLE_WORDS]:
        if token.text in closing or token.sent != mention[0].sent:
            break
        tokens.append(token)
    else:
        return None
    if _runs_on_as_heading(tokens):
        return None
    if doc[at].text == "(" and len(tokens) <= 3:
        nations = [country_at[t.i].code for t in tokens if t.i in country_at]
        return Description("", Affiliation(nations[0], "text")) if nations else None
    if not tokens or tokens[0].pos_ not in ("DET", "NOUN", "PROPN", "ADJ", "PRON") or tokens[0].tag_ == "WP":
        return None
    verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN")]
    before = next((i for i, t in enumerate(tokens) if t.lower_ in ("who", "which", "whose", "that")), len(tokens))
    tokens = tokens[:before]
    if (verbs and before == len(tokens) and any(t in tokens for t in verbs)) or not any(
        map(spokespeople.is_role_or_person, tokens)
    ):
        return None
    return _read_role(tokens, country_at)


def _institution_after(doc: Doc, mention: list[Token]) -> Description | None:
    """Whose somebody is by a long apposition: ", an expert on ... and head of ... at the Hudson Institute", or by what
    a name is joined to: "Sgt. Omar Haddad of the Hamas police".
    """
    at = skip_age(doc, mention[-1].i + 1)
    if at < len(doc) and doc[at].lower_ == "of":
        past = next((t.i for t in doc[at + 1 : at + 1 + MAX_ROLE_WORDS] if t.pos_ not in _NAMING), at + 1)
        whose = affiliation(doc[at:past].text)
        return Description("", whose) if whose else None
    following = doc[at : at + 1 + MAX_APPOSITION]
    if len(following) < 2 or following[0].text != "," or following[1].pos_ not in ("DET", "NOUN", "ADJ", "ADV", "PRON"):
        return None
    end = next((t.i for t in following[1:] if t.text in _CLOSING or t.sent != mention[0].sent), following.end)
    beside = doc[at + 1 : end]
    goes_on = following[1].tag_ == "PRP" or any(t.dep_ == "ROOT" for t in beside)  # "For Ms. Ruiz, it was ..."
    whose = None if goes_on or _runs_on_as_heading(list(beside)) else affiliation(beside.text)
    return Description("", whose) if whose else None


def _runs_on_as_heading(tokens: Sequence[Token]) -> bool:
    """Whether what follows a name is the rest of a heading: "Ruiz, First Lady Meet Queen in London"."""
    if not tokens or not (tokens[-1].is_space or tokens[-1].i + 1 == len(tokens[-1].doc) or tokens[-1].nbor().is_space):
        return False
    long = [t for t in tokens if len(t) > 3 and not t.is_space]
    return len(long) > 3 and all(t.text[:1].isupper() for t in long)


def _read_role(tokens: list[Token], country_at: Mapping[int, CountryMention]) -> Description | None:
    """What a phrase says that somebody is, or None when it names no role."""
    tokens = _after_conjunction(tokens)
    while tokens and (tokens[0].lower_ in CONNECTORS or tokens[0].pos_ == "DET" or tokens[0].tag_ == "PRP$"):
        tokens = tokens[1:]
    heads = [i for i, t in enumerate(tokens) if spokespeople.is_role_or_person(t) and t.tag_ not in ("NNS", "NNPS")]
    heads = [i for i in heads if not _modifies_noun(tokens, i)]
    if tokens and tokens[-1].tag_ == "POS" and (whose := _owner(tokens[-1], country_at)):
        return Description("", whose)
    if not heads:
        return None
    away = ("to",) if tokens[heads[0]].lemma_.lower() in SPEAKING else ("to", "for")
    cut = next((i for i, t in enumerate(tokens) if t.lower_ in away and i > heads[0]), len(tokens))
    nation, whose = _whose(tokens, tokens[:cut], country_at)
    kept = [t for i, t in enumerate(tokens) if not _is_left_out(tokens, i, nation, country_at)]
    while kept and (kept[0].lower_ in CONNECTORS or kept[0].pos_ in ("DET", "PUNCT")):
        kept = kept[1:]
    while kept and (kept[-1].lower_ in CONNECTORS or kept[-1].pos_ == "PUNCT"):
        kept = kept[:-1]
    role = "".join(t.text_with_ws for t in kept).strip()
    return Description(re.sub(r"\s+", " ", role), whose)


def _whose(
    tokens: Sequence[Token], own: Sequence[Token], country_at: Mapping[int, CountryMention]
) -> tuple[CountryMention | None, Affiliation]:
    """The country that a role makes its bearer's, and whose it makes them; `own`: the part of the role about them.

    "An official of Hamas in Cairo" is of the institution, not of the place.
    """
    named = next((t for t in own if t.i in country_at and not _is_agent_in_compound(t, country_at[t.i])), None)
    if named is not None and named.i + 1 < len(named.doc) and named.nbor().tag_ == "POS":  # "Iran's French ambassador"
        named = next((t for t in own if t.i in country_at and country_at[t.i].form == "demonym"), named)
    if named is not None and _is_related(named):
        return None, _NOWHERE
    nation = country_at[named.i] if named else None
    worked_on = nation is not None and _is_worked_on(tokens, nation)
    body = None
    if named is None or worked_on or _is_place(named):
        body = affiliation("".join(t.text_with_ws for t in tokens))
    if nation is None or body or worked_on:
        return None, body or _NOWHERE
    return nation, Affiliation(nation.code, "text")


def _owner(mark: Token, country_at: Mapping[int, CountryMention]) -> Affiliation | None:
    """Whose a name with nothing but an owner before it is: "France's Ana Ruiz", "the Hudson Institute's Ana Ruiz"."""
    if country := country_at.get(mark.i - 1):
        return Affiliation(country.code, "text")
    return owner(mark.doc[max(mark.sent.start, mark.i - MAX_ROLE_WORDS) : mark.i].text)


def _is_place(token: Token) -> bool:
    """Whether a country is only where something is: "in Cairo"."""
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at")


def _is_related(country: Token) -> bool:
    """Whether they are only called after a country: "Britain's biggest ally"."""
    return country.dep_ == "poss" and country.head.lemma_.lower() in RELATED


def _is_worked_on(tokens: Sequence[Token], nation: CountryMention) -> bool:
    """Whether a country is where a reporter works, or what an expert knows: "Tehran bureau chief", "Iran expert"."""
    if nation.form == "demonym":
        return False
    after = [t for t in tokens if t.idx >= nation.span.end]
    noun = next((t for t in after if t.lemma_.lower() in _KNOWING), None)
    knows = noun is not None and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in after[: after.index(noun)])
    return (nation.form == "name" and knows) or any(t.lemma_.lower() in _REPORTERS for t in tokens[-2:])


def _modifies_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun only says of what kind the next is: "reactor" in "a reactor facility"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and after.tag_ == "NN"
        and not spokespeople.is_role_or_person(after)
        and after.lower_ not in OFFICE_SUFFIXES
    )


def _is_agent_in_compound(token: Token, country: CountryMention) -> bool:
    """Whether a country only does something to what is named, or it to the country: of "the US-led coalition" are
    others, too, a "pro-Beijing" party need not be Chinese, and where somebody was born is not whose they are.
    """
    before = token.doc[max(0, token.i - 2) : token.i]
    if len(before) == 2 and before[1].text in ("-", "‑", "–") and before[0].lower_ in ("pro", "anti"):
        return True
    near = token.doc[token.i : token.i + 6]
    rest = near.text[max(0, country.span.end - near.start_char) :]
    done = _DONE.match(rest)
    return done is not None and done[1] not in ("based", "headquartered")


def _is_left_out(
    tokens: Sequence[Token], at: int, nation: CountryMention | None, country_at: Mapping[int, CountryMention]
) -> bool:
    """Whether a token is of the country's name and the role reads without it: not in "head of Iran's army"."""
    if nation is None or nation.form in ("seat", "part") or country_at.get(tokens[at].i) is not nation:
        return False
    inside = [i for i, t in enumerate(tokens) if country_at.get(t.i) is nation]
    if inside[-1] + 1 < len(tokens) and tokens[inside[-1] + 1].text in ("-", "‑"):
        return False
    if inside[-1] + 1 == len(tokens) or not any(t.pos_ != "DET" for t in tokens[: inside[0]]):
        return True
    after = tokens[inside[-1] + 1]
    return after.pos_ in ("NOUN", "PROPN", "ADJ") and bool(tokens[inside[-1]].whitespace_)


def _after_conjunction(tokens: list[Token]) -> list[Token]:
    """What stands after the last "and" that does not join two roles."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].lower_ in ("and", "&") and not any(map(spokespeople.is_role_or_person, tokens[:at])):
            return tokens[at + 1 :]
    return tokens
