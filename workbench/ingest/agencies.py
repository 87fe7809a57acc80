"""News agencies, and the shapes in which articles credit them.

Only a credit counts: a dateline ("KYIV, Aug 21 (Reuters) -"), a line of its own or the very end of the text ("(AP)", "-
AFP"), a byline. "According to a report from Reuters" is a sentence of the article and no credit. Only a dateline with
its date shows by its shape alone that the name is an agency's; elsewhere it must be a known one.
"""

from __future__ import annotations

import re

_KNOWN = (
    "AAP|Australian Associated Press", "AFP|Agence France-Presse|Agence France Presse", "AGERPRES|Agerpres",
    "ANI|Asian News International", "ANP", "ANSA", "AP|The Associated Press|Associated Press|The AP", "APA",
    "Anadolu|Anadolu Agency|AA|Anadolu Ajansı", "Antara|ANTARA", "BNS|Baltic News Service", "BTA", "Belga|BELGA",
    "Bernama|BERNAMA", "Bloomberg|Bloomberg News", "CP|The Canadian Press|Canadian Press", "ČTK|CTK",
    "DPA|dpa|dpa International|Deutsche Presse-Agentur", "EFE|Agencia EFE", "ELTA", "Europa Press", "HINA|Hina",
    "IANS|Indo-Asian News Service", "IRNA", "Interfax", "Interfax-Ukraine", "Jiji Press|Jiji|JIJI", "KCNA",
    "Kyodo|Kyodo News|KYODO", "LETA", "Lusa", "MTI", "NTB", "PA|PA Media|Press Association|The Press Association",
    "PAP", "PTI|Press Trust of India", "RIA Novosti|RIA|Ria Novosti", "Reuters|REUTERS|Thomson Reuters|Reuters Staff",
    "Ritzau", "SPA|Saudi Press Agency", "STA", "STT", "Sputnik", "TASS|Tass|ITAR-TASS", "TT", "Tanjug|TANJUG",
    "UNI|United News of India", "UNIAN", "UPI|United Press International", "Ukrinform", "VNA|Vietnam News Agency",
    "WAM", "Xinhua|XINHUA|Xinhua News Agency", "Yonhap|YONHAP|Yonhap News Agency",
)  # fmt: skip
"""The usual name, then others."""
_NAMES = {name: names[0] for names in (known.split("|") for known in _KNOWN) for name in names}
_JOINTS = re.compile(r"\s*[/,;&+|]\s*|\s+(?:and|with)\s+|\s+[–—-]\s+")
_AGENCIES = re.compile(r"\s+(?:news )?agenc(?:y|ies)$", re.I)
_DATELINE = re.compile(
    r"^[A-Z][^()!?\n]{1,60}?(?P<date>,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*(?P<year>\d{4}))?)?"
    r"\s*[,:]?\s*\((?P<by>[^()\n]{2,40})\)\s*[-–—:]"
)
_MAX_PLACE_WORDS = 4
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:of |de |del )?[^\W\d_a-z][\w'’.-]*){0,3}")
_SHOUTED = re.compile(r"^(?:[A-Z'’.-]{3,}[\s,/]*)+")
_INPUTS = re.compile(
    r"^[\[(*_\s]*(?:with\s+)?(?:agency\s+)?(?:inputs?|files|reporting|material)\s+(?:from|by)\s+"
    r"(?P<by>[^.()\n]{2,60}?)[\s.)\]*_]*$",
    re.I,
)
_ALONE = re.compile(
    r"^[\s*_]*(?:[\[(](?P<in>[^()\[\]\n]{2,40})[)\]]|[–—-]+\s*(?P<dash>[^–—\n]{2,40}?)|(?P<bare>[^\n]{2,40}?))"
    r"\.?[\s*_]*$"
)
_AT_END = re.compile(r"(?<=[.!?\"”’])\s+(?:\((?P<in>[^()\n]{2,40})\)|[–—-]{1,2}\s?(?P<dash>[^–—\n.]{2,40}))\.?$")
_CONTRIBUTED = re.compile(
    r"^\W*(?:(?P<by>[^.\n][^\n]{1,300}?) contributed (?:reporting |material )?(?:to|for) this (?:report|story|article)"
    r"|(?:contributing|contributors?|with assistance (?:by|from)|additional (?:reporting|material) (?:by|from))\s?:?\s"
    r"(?P<with>[^\n]{2,200}?))\W*$",
    re.I,
)


def known_agencies(names: str) -> str:
    """The agencies in a credit ("AP/AFP", "Reuters, PTI") by their usual names; nothing unless all are known."""
    found = [_NAMES.get(_AGENCIES.sub("", name.strip(" *_"))) for name in _JOINTS.split(names.strip())]
    return ", ".join(dict.fromkeys(name for name in found if name)) if all(found) else ""


def dateline_credit(line: str) -> tuple[str, str]:
    """The agency in a dateline and its date as printed (with a year); empty where there is none."""
    found = _DATELINE.match(line)
    if found is None:
        return "", ""
    agency = known_agencies(found["by"])
    if found["date"]:
        agency = agency or (found["by"].strip() if _NAME.fullmatch(found["by"].strip()) else "")
    elif len(line[: found.start("by")].split()) > _MAX_PLACE_WORDS and not _SHOUTED.match(line):
        return "", ""
    return agency, found["date"].strip(" ,") if agency and found["year"] else ""


def credit_line(line: str) -> str:
    """The agencies that a line of its own credits, or nothing."""
    found = _INPUTS.match(line)
    if found:
        return known_agencies(found["by"])
    found = _ALONE.match(line)
    return known_agencies(found["in"] or found["dash"] or found["bare"]) if found else ""


def credit_at_end(line: str) -> tuple[str, int]:
    """The agencies credited behind the last sentence of a line, and where that credit begins."""
    found = _AT_END.search(line, max(0, len(line) - 60))
    agency = known_agencies(found["in"] or found["dash"]) if found else ""
    return (agency, found.start()) if found and agency else ("", len(line))


def byline_credit(byline: str) -> str:
    """The agency in a byline ("Reuters", "Jane Doe, AP"), or nothing."""
    parts = [known_agencies(part) for part in _JOINTS.split(byline.strip())]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def contributors(line: str) -> tuple[bool, str]:
    """Whether a line of its own says who helped with the report, and the agencies among them."""
    found = _CONTRIBUTED.match(line)
    if found is None:
        return False, ""
    names = re.split(r"\s*[,;]\s*|,?\s+and\s+", found["by"] or found["with"])
    return True, ", ".join(
        dict.fromkeys(filter(None, (known_agencies(re.sub(r"^the ", "", n, flags=re.I)) for n in names)))
    )
