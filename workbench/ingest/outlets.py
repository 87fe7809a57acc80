"""Outlets by the short names that files and feeds give them: `washpost`, `fox_news`, `nyt`.

A table of facts: the name that an outlet goes by, then what else it is called in a word. A cut-off name counts where it
is long and begins the name of one outlet only. What is no outlet's alone (`time`, `sun`) is not in it.
"""

from __future__ import annotations

import re
from functools import cache

_KNOWN = (
    "ABC News|abc", "ABC News (Australia)|abcau|abcnetau", "Al Arabiya", "Al Jazeera|aje|aljazeeraenglish",
    "Al-Monitor", "Anadolu Agency", "AFP|agencefrancepresse", "Associated Press|ap|apnews|theap", "Axios",
    "Balkan Insight|birn", "BBC News|bbc|bbcnews|bbcworld", "Bloomberg|bloombergnews", "Boston Globe",
    "Breitbart News|breitbart", "Business Insider|businessinsider", "BuzzFeed News|buzzfeed",
    "CBC News|cbc", "CBN News|cbn", "CBS News|cbs", "Chicago Tribune|chicagotrib", "China Daily",
    "Christian Science Monitor|csm|csmonitor", "CNBC", "CNN|cnncom|cnninternational", "CNS News|cnsnews|cns",
    "The Conversation", "CTV News|ctv", "Daily Beast|thedailybeast", "Daily Caller|dailycaller", "Daily Kos",
    "Daily Mail|dailymail|mailonline", "Daily Sabah", "Daily Telegraph", "The Daily Signal", "The Daily Wire",
    "Der Spiegel|spiegel", "Deutsche Welle|dw|dwnews", "The Diplomat", "The Economist",
    "El País|elpais", "The Epoch Times|epochtimes", "Euractiv", "Euronews", "The Federalist", "Financial Times|ft",
    "Forbes", "Foreign Affairs", "Foreign Policy", "Fox News|fox|foxnews", "France 24|france24", "Global News",
    "Global Times", "Globe and Mail|globeandmail", "The Guardian|guardian|guardianuk", "Haaretz",
    "The Hill|thehill", "The Hindu", "Hindustan Times", "Hot Air", "HuffPost|huffingtonpost|huffpo",
    "Hurriyet Daily News|hurriyet", "Indian Express", "Interfax", "The Intercept", "Irish Times", "ITV News|itv",
    "Japan Times", "The Jerusalem Post|jpost", "Kathimerini|ekathimerini", "Kyiv Independent", "Kyiv Post",
    "Kyodo News|kyodo", "Le Monde", "Los Angeles Times|latimes", "Meduza", "Middle East Eye", "The Moscow Times",
    "Mother Jones", "MSNBC", "The Nation", "National Post", "National Review", "NBC News|nbc",
    "New York Magazine|nymag", "New York Post|nypost", "The New York Times|nyt|nytimes|newyorktimes",
    "The New Yorker|newyorker", "Newsmax", "Newsweek", "Nikkei Asia|nikkei", "NPR|nationalpublicradio",
    "PBS NewsHour|pbs|newshour", "Politico", "Politico Europe|politicoeu", "ProPublica",
    "Radio Free Europe/Radio Liberty|rferl|rfe", "RealClearPolitics|rcp", "Reason Magazine|reasoncom", "Reuters",
    "RIA Novosti", "RT|rtcom|russiatoday", "RTÉ|rte", "Salon|saloncom", "The Scotsman", "Sky News",
    "Slate|slatecom", "South China Morning Post|scmp", "Sputnik|sputniknews", "Stars and Stripes", "Straits Times",
    "Sydney Morning Herald|smh", "TASS", "The Atlantic|theatlantic", "The Blaze|theblaze",
    "The Times|thetimes|timesuk|timesoflondon", "Time Magazine|timemagazine|timemag", "Times of India|toi",
    "Times of Israel", "Toronto Star", "Townhall|townhallcom", "TRT World|trt",
    "Ukrainska Pravda|pravdaua|ukrpravda", "Ukrinform", "UPI", "USA Today|usat|usatoday", "Vice News",
    "Voice of America|voa|voanews", "Vox|voxcom", "Wall Street Journal|wsj", "Washington Examiner|washexaminer",
    "Washington Post|washpost|wapo", "Washington Times|washtimes", "Xinhua", "Yahoo News|yahoo", "Yonhap",
)  # fmt: skip
_OUTLET_NOUNS = frozenset(
    "agency blog broadcasting bulletin chronicle courier daily desk dispatch examiner express gazette globe herald"
    " institute journal lantern ledger magazine mail mirror monitor network news observer online post press radio"
    " record register review sentinel standard star sun telegraph television times tribune tv voice weekly wire"
    " world".split()
)
_MIN_CUT_OFF = 10
_FUNCTION_WORDS = frozenset("a an and at by de del der die du el en for from in la le les of on the to und von".split())
_ACRONYM = 3


def slug_key(name: str) -> str:
    """A name as a key: letters and digits alone, in lower case, without "the"."""
    found = re.sub(r"[\W_]+", "", name.casefold())
    return found.removeprefix("the") if len(found) > _MIN_CUT_OFF else found


@cache
def _names() -> dict[str, str]:
    """Key -> the name that the outlet goes by."""
    table: dict[str, str] = {}
    for row in _KNOWN:
        name, *others = row.split("|")
        for key in (name, name.removeprefix("The "), *others):
            table.setdefault(slug_key(key), name)
    return table


def find_outlet(slug: str) -> str:
    """The outlet that a slug is the name of, known or cut off; nothing if it is no outlet's."""
    key = slug_key(slug)
    table = _names()
    if key in table or len(key) < _MIN_CUT_OFF:
        return table.get(key, "")
    begun = {name for known, name in table.items() if known.startswith(key)}
    return begun.pop() if len(begun) == 1 else ""


def looks_like_outlet(words: list[str]) -> bool:
    """Whether words end as names of outlets do: "coastal wire", "harbour post"."""
    return 2 <= len(words) <= 4 and words[-1] in _OUTLET_NOUNS and not any(word.isdigit() for word in words)


def slug_to_name(slug: str) -> str:
    """A slug as a name: "coastal-wire" is Coastal Wire, "bbc_world" BBC World."""
    words = [word for word in re.split(r"[\s_.+-]+", slug) if word]
    return " ".join(_word(word, number) for number, word in enumerate(words))


def _word(word: str, number: int) -> str:
    if not word.islower() or (number and word in _FUNCTION_WORDS):
        return word
    return word.upper() if len(word) <= _ACRONYM and not set(word) & set("aeiouy") else word[0].upper() + word[1:]
