"""Mr, Mrs, Sir, Lady: which of several bearers of one family name a title can stand for.

The design decision: a title stands for the one bearer whom nothing in the text contradicts; where it fits two, it
stands for nobody. The evidence is titles, kin words and, only to choose between bearers of one name, the given name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.lexicon import given_name_sexes

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_TITLES = frozenset("mr sir lord mr. baron monsieur herr señor senor signor don".split())
SHE_TITLES = frozenset(
    "mrs ms miss dame lady mrs. ms. madam madame mme mme. frau señora senora signora baroness".split()
)
TITLES = HE_TITLES | SHE_TITLES | frozenset(
    "dr rev hon prof dr. rev. hon. prof. gen. col. sen. rep. gov. lt. sgt. capt. maj. adm.".split()
)  # fmt: skip
OFFICES_BY_TITLE = {
    "rep.": "representative", "sen.": "senator", "gov.": "governor", "gen.": "general", "col.": "colonel",
    "capt.": "captain", "lt.": "lieutenant", "maj.": "major", "adm.": "admiral", "sgt.": "sergeant",
    "prof.": "professor",
}  # fmt: skip
"""Titles that say what somebody is."""
_HE = HE_TITLES | frozenset(
    "king prince emperor sultan sheikh duke husband father son brother grandfather grandson uncle nephew widower "
    "spokesman chairman congressman businessman councilman assemblyman policeman".split()
)
_SHE = SHE_TITLES | frozenset(
    "queen princess empress duchess wife mother daughter sister grandmother granddaughter aunt niece widow "
    "spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman policewoman".split()
)


def title_sex(tokens: Sequence[Token]) -> str:
    """The sex that the title before a name gives it: he, she or ""."""
    before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
    return "he" if before in HE_TITLES else "she" if before in SHE_TITLES else ""


def known_sex(name: str, mentions: Iterable[Sequence[Token]]) -> str:
    """he, she or "": of a person named in full, by the words beside the name, else by the given name."""
    for tokens in mentions:
        if found := _sex_by_context(tokens):
            return found
    return given_sex(name)


def given_sex(name: str) -> str:
    """he, she or "": what the given name of a full name is nearly always."""
    return given_name_sexes().get(name.split()[0], "") if " " in name else ""


def bearer_of_title(owners: Sequence[str], sex: str, known: Mapping[str, str]) -> str | None:
    """Who of those with one family name a title stands for; "" for none of them, None where it fits two alike."""
    fitting = [n for n in owners if known[n] == sex] or [n for n in owners if not known[n]]
    return fitting[0] if len(fitting) == 1 else None if fitting else ""


def _sex_by_context(tokens: Sequence[Token]) -> str:
    doc, start, end = tokens[0].doc, tokens[0].i, tokens[-1].i + 1
    near = [doc[start - 1].lower_] if start else []
    if start > 1 and near == [","]:
        near = [doc[start - 2].lower_]
    after = doc[end : end + 3]
    if len(after) == 3 and after[0].text == "," and (after[1].tag_ == "PRP$" or after[1].lower_ in ("a", "the")):
        near.append(after[2].lower_)
    return next((sex for word in near for sex, words in (("he", _HE), ("she", _SHE)) if word in words), "")
