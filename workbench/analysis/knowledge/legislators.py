"""Whose parliament somebody sits in, by how the press writes it: "R-Texas", "Democrat of Ohio", "MSP"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from workbench.analysis.text.lexicon import read_lines

_MEMBERS = {
    "MEP": "EU",
    "MEPs": "EU",
    "TD": "IRL",
    "TDs": "IRL",
    "MSP": "GBR",
    "MSPs": "GBR",
    "MK": "ISR",
    "MKs": "ISR",
}
"""Short forms for members of one parliament."""
_MEMBER = re.compile(rf"(?<![\w.&-])({'|'.join(_MEMBERS)})s?(?![\w&-]| Bank| Ameritrade| Securities)")
_PARTY_OF = r"(?:Republicans?|Democrats?|Independents?) (?:of|from) "
_TITLE_OF = (
    r"(?:Sens?\.?|Reps?\.?|Senators?|Representatives?|Congress(?:man|woman|men|women)) "
    r"(?:[A-Z][\w.'’-]* ){1,4}(?:of|from) "
)


def us_legislator(text: str) -> str:
    """The state for which somebody sits in the US Congress, as a text about them writes it; else ""."""
    found = _dashed().search(text) or _named().search(text)
    return _states().get(_plain(found["state"]), "") if found else ""


def legislator_country(text: str) -> str:
    """The country or union in whose parliament somebody sits: "R-Texas" USA, "MEP" EU, "TD" IRL, "MSP" GBR; else ""."""
    found = _MEMBER.search(text)
    return "USA" if us_legislator(text) else _MEMBERS[found[1]] if found else ""


def us_state(name: str) -> str:
    """The state's full name by its name, short form or postal code ("Calif.", "CA"); else ""."""
    return _states().get(_plain(name), "")


def _plain(form: str) -> str:
    """A form without points, blanks and case; postal codes keep their capitals, as "in" and "or" are words."""
    bare = re.sub(r"[.\s]", "", form)
    return bare if len(bare) == 2 and bare.isupper() and "." not in form else bare.casefold()


@cache
def _states() -> Mapping[str, str]:
    states: dict[str, str] = {}
    for line in read_lines("us_states.tsv"):
        name, short, postal = line.split("\t")
        states |= {_plain(form): name for form in (name, *filter(None, short.split(";")), postal)}
    return states


@cache
def _dashed() -> re.Pattern[str]:
    """ "R-Texas", "(D-Calif.)", "R-TX", "D-NY12"."""
    return re.compile(rf"(?<![\w-])[RDI]\.?[-‐‑–—](?P<state>{_alternatives(postal=True)})(?![a-z])", re.ASCII)


@cache
def _named() -> re.Pattern[str]:
    """ "Republican of Florida", "Sen. Jane Doe of Ohio"."""
    return re.compile(rf"\b(?:{_PARTY_OF}|{_TITLE_OF})(?P<state>{_alternatives(postal=False)})(?!\w)")


def _alternatives(*, postal: bool) -> str:
    forms = []
    for line in read_lines("us_states.tsv"):
        name, short, code = line.split("\t")
        forms += [name, name.upper(), *filter(None, short.split(";")), *([code] if postal else [])]
    spelt = (re.escape(form).replace(r"\.", r"\.?").replace(r"\ ", r"\s?") for form in forms)
    return "|".join(sorted(spelt, key=len, reverse=True))
