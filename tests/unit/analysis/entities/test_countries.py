"""The table of countries, and what the finder makes of sentences from many stories."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import country_codes
from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import FORMS, TABLE, find

_CODES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH
BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB
CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO
GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA
MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER
NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU
RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT
WLF WSM YEM ZAF ZMB ZWE
"""
ISO_3166 = frozenset(_CODES.split())


def said(text: str) -> list[str]:
    """The finds as "words=CODE/form"."""
    return [f"{m.span.of(text)}={m.code}/{m.form}" for m in find(text)]


def rows() -> list[list[str]]:
    lines = [x for x in TABLE.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


class TestTable:
    def test_has_every_country_and_territory_of_iso_3166_and_kosovo(self) -> None:
        listed = {row[1] for row in rows() if row[0] == "country"}
        assert listed == ISO_3166 | {"XKX"}

    def test_codes_are_unique(self) -> None:
        counts = Counter(row[1] for row in rows() if row[0] not in ("neither", "part"))
        assert [code for code, n in counts.items() if n > 1] == []

    def test_no_entry_stands_for_two(self) -> None:
        holders: dict[str, set[str]] = {}
        for kind, code, name, *columns in rows():
            entries = [] if kind == "neither" else [name, code]
            for entry in entries + [e for column in columns for e in column.split(";") if e]:
                holders.setdefault(entry.casefold(), set()).add(code)
        assert {entry: held for entry, held in holders.items() if len(held) > 1} == {}

    def test_every_row_has_every_column_and_no_stray_blanks(self) -> None:
        for row in rows():
            assert len(row) == 8
            entries = [entry for column in row for entry in column.split(";")]
            assert entries == [entry.strip() for entry in entries]

    @pytest.mark.parametrize("bloc", ["EU", "NATO", "UN", "G7", "AU", "LAS", "GCC", "EUR", "COW", "ALLIES"])
    def test_blocs_are_blocs(self, bloc: str) -> None:
        assert countries.is_bloc(bloc)
        assert countries.name(bloc) != ""

    def test_countries_and_other_words_are_no_blocs(self) -> None:
        assert not countries.is_bloc("FRA")
        assert not countries.is_bloc("nowhere")

    def test_every_entry_is_found_as_its_own_country_where_nothing_else_is_said(self) -> None:
        missed = []
        for kind, code, name, *columns in rows():
            entries = [name] + [e for column in columns for e in column.split(";") if e and not e.endswith("-")]
            for entry in entries if kind != "neither" and code != "ALLIES" else []:
                found = find(entry)
                if [(m.code, m.span.of(entry)) for m in found] != [(code, entry)]:
                    missed.append((entry, found))
        assert missed == []

    def test_what_only_looks_like_a_country_is_not_found(self) -> None:
        looks = [e for kind, _, _, *columns in rows() if kind == "neither" for e in columns[0].split(";")]
        assert len(looks) > 100
        assert [(e, country_codes(f"the {e} was")) for e in looks if country_codes(f"the {e} was")] == []


class TestNames:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("France", "FRA"), ("french", "FRA"), ("FRA", "FRA"), ("Ivory Coast", "CIV"), ("Burma", "MMR"),
            ("Türkiye", "TUR"), ("turkiye", "TUR"), ("DRC", "COD"), ("Czechia", "CZE"), ("the Netherlands", "NLD"),
            ("The Gambia", "GMB"), ("U.S.", "USA"), ("US", "USA"), ("eu", "EU"), ("Nato", "NATO"), ("Kosovo", "XKX"),
            ("Taiwan", "TWN"), ("Palestine", "PSE"), ("Ukraine’s", "UKR"), ("Côte d’Ivoire", "CIV"),
            ("  South\nKorea ", "KOR"),
            ("Niger", "NER"), ("Nigerian", "NGA"), ("Saint Lucia", "LCA"), ("St. Lucia", "LCA"), ("Holland", "NLD"),
        ],
    )  # fmt: skip
    def test_a_name_demonym_or_code_gives_its_code(self, text: str, code: str) -> None:
        assert countries.code(text) == code

    @pytest.mark.parametrize("text", ["", "us", "Atlantis", "Kremlin spokesman", "New Mexico", "'s", "Paris"])
    def test_anything_else_gives_none(self, text: str) -> None:
        assert countries.code(text) == ""

    def test_the_lookup_is_casefolded_and_covers_codes_and_demonyms(self) -> None:
        lookup = countries.codes()
        assert all(key == key.casefold() for key in lookup)
        assert (lookup["us"], lookup["deu"], lookup["finns"], lookup["african union"]) == ("USA", "DEU", "FIN", "AU")

    def test_a_code_has_a_name_and_an_unknown_one_is_its_own(self) -> None:
        assert countries.name("GBR") == "United Kingdom"
        assert countries.name("EUR") == "European countries"
        assert countries.name("QQQ") == "QQQ"


class TestFind:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tokyo and South Korea signed the pact; the DPRK fired two missiles.",
             ["Tokyo=JPN/capital", "South Korea=KOR/name", "DPRK=PRK/abbreviation"]),
            ("The Kremlin denied it, Downing Street would not comment and the Élysée called it grave.",
             ["Kremlin=RUS/seat", "Downing Street=GBR/seat", "Élysée=FRA/seat"]),
            ("Brussels fined the firm after the European Commission heard Belgium.",
             ["Brussels=EU/capital", "European Commission=EU/seat", "Belgium=BEL/name"]),
            ("A Briton, two Finns and a Frenchwoman were rescued by Danes.",
             ["Briton=GBR/demonym", "Finns=FIN/demonym", "Frenchwoman=FRA/demonym", "Danes=DNK/demonym"]),
            ("Emirati officials flew to the UAE from Saudi Arabia on a Saudi jet.",
             ["Emirati=ARE/demonym", "UAE=ARE/abbreviation", "Saudi Arabia=SAU/name", "Saudi=SAU/demonym"]),
            ("Peking became Beijing, Kiev became Kyiv and Burma became Myanmar.",
             ["Peking=CHN/capital", "Beijing=CHN/capital", "Kiev=UKR/capital", "Kyiv=UKR/capital",
              "Burma=MMR/name", "Myanmar=MMR/name"]),
            ("ECOWAS told Niger and Nigeria to reopen the border.",
             ["ECOWAS=ECOWAS/bloc", "Niger=NER/name", "Nigeria=NGA/name"]),
            ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea voted.",
             ["Guinea=GIN/name", "Guinea-Bissau=GNB/name", "Equatorial Guinea=GNQ/name", "Papua New Guinea=PNG/name"]),
            ("The Republic of Congo and the Democratic Republic of the Congo share a river; Congo has copper.",
             ["Republic of Congo=COG/name", "Democratic Republic of the Congo=COD/name", "Congo=COD/name"]),
            ("The Republic of Ireland asked Northern Ireland first.",
             ["Republic of Ireland=IRL/name", "Northern Ireland=GBR/part"]),
            ("Nato ministers met EU and African Union envoys at the U.N. in Addis Ababa.",
             ["Nato=NATO/bloc", "EU=EU/bloc", "African Union=AU/bloc", "U.N.=UN/bloc", "Addis Ababa=ETH/capital"]),
            ("The Planalto rang the Casa Rosada; Itamaraty and Mercosur stayed out of it.",
             ["Planalto=BRA/seat", "Casa Rosada=ARG/seat", "Itamaraty=BRA/seat", "Mercosur=MERCOSUR/bloc"]),
            ("A “coalition of the willing” with European leaders and Europeans at large.",
             ["coalition of the willing=COW/bloc", "European leaders=EUR/bloc", "Europeans=EUR/demonym"]),
            ("SOUTH AFRICA AND GHANA SIGN UP", ["SOUTH AFRICA=ZAF/name", "GHANA=GHA/name"]),
        ],
    )  # fmt: skip
    def test_names_forms_and_codes(self, text: str, expected: list[str]) -> None:
        assert said(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a US-led force", ["US=USA/abbreviation"]),
            ("the anti-French mood", ["French=FRA/demonym"]),
            ("a Franco-German brigade and Sino–Indian talks",
             ["Franco=FRA/demonym", "German=DEU/demonym", "Sino=CHN/demonym", "Indian=IND/demonym"]),
            ("Franco ruled alone", []),
            ("the U.S.-backed plan of the U.S", ["U.S.=USA/abbreviation", "U.S=USA/abbreviation"]),
            ("Côte d’Ivoire and the Quai d'Orsay", ["Côte d’Ivoire=CIV/name", "Quai d'Orsay=FRA/seat"]),
            ("Ukraine’s army, Mali's junta", ["Ukraine=UKR/name", "Mali=MLI/name"]),
            ("South\nKorea and New\u00a0Zealand", ["South\nKorea=KOR/name", "New\u00a0Zealand=NZL/name"]),
            ("met in Washington D.C to talk", ["Washington D.C=USA/capital"]),
            ("Turkish and Türkiye, Turkiye, Turkey",
             ["Turkish=TUR/demonym", "Türkiye=TUR/name", "Turkiye=TUR/name", "Turkey=TUR/name"]),
        ],
    )  # fmt: skip
    def test_spelling_does_not_matter(self, text: str, expected: list[str]) -> None:
        assert said(text) == expected


class TestPeoples:
    """Who a country's people are called, one of them and many."""

    ALSO_MANY = frozenset(
        "Hellenic Greenlandic Icelandic Manx Kyrgyz Lao Basotho Batswana Malagasy Myanma Philippine Emaswati "
        "I-Kiribati Ni-Vanuatu Gagauz Gagauzian Abkhaz".split()
    )
    """Adjectives, and names that are the same for many."""

    @pytest.mark.parametrize(
        ("people", "code"),
        [
            ("Germans", "DEU"), ("Czechs", "CZE"), ("Poles", "POL"), ("Danes", "DNK"), ("Swedes", "SWE"),
            ("Finns", "FIN"), ("Spaniards", "ESP"), ("Turks", "TUR"), ("Filipinos", "PHL"), ("Iraqis", "IRQ"),
            ("French", "FRA"), ("Dutch", "NLD"), ("Irish", "IRL"), ("Swiss", "CHE"), ("Japanese", "JPN"),
            ("Turkmens", "TKM"), ("Burkinabes", "BFA"), ("Hungarians", "HUN"), ("Magyars", "HUN"), ("Britons", "GBR"),
            ("Slovenes", "SVN"),
        ],
    )  # fmt: skip
    def test_a_people_is_its_country(self, people: str, code: str) -> None:
        assert country_codes(f"The {people} signed it.") == [code]

    def test_every_people_that_has_a_plural_has_it_in_the_table(self) -> None:
        missing = []
        for kind, _, _, *columns in rows():
            names = columns[2].split(";") if kind in ("country", "part") else []
            for one in names:
                same = one.endswith(("s", "ese", "ish", "ch", "sh", "men", "women", "-")) or one in self.ALSO_MANY
                many = {one + "s", one + "es", one.replace("man", "men"), one.removesuffix("y") + "ies"} - {one}
                if one and not same and not many & set(names):
                    missing.append(one)
        assert missing == []


WORDS = st.sampled_from(
    ["US", "us", "U.S.", "Jordan", "Michael", "Georgia", "allies", "Kyiv", "’s", "'", "-", "\n", " ", ".", "South",
     "Korea", "Washington", "coalition of the willing",
     "\x00", "\u202e", "[/]", "İ", "ß", "\ud800", "Trump", "in", "Türkiye"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map("".join)))
@example("U.S." * 50)
def test_finds_are_spans_of_the_text_in_order(text: str) -> None:
    found = find(text)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    for mention in found:
        words = mention.span.of(text)
        assert words == words.strip() != ""
        assert mention.form in FORMS
        assert countries.name(mention.code) != mention.code or countries.is_bloc(mention.code)


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_code_never_fails(text: str) -> None:
    assert countries.code(text) in {"", *countries.codes().values()}
