"""What the name of a file says, by itself, beside others, and by a pattern of the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.ingest.texts import BODY, TITLE
from workbench.errors import UsageError
from workbench.ingest import FileNames, build_article
from workbench.ingest.file_names import NamePattern, read_file_name
from workbench.model import Document


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("washpost_2016-09-10_harbour-keeps-its-lamp.txt", ("Washington Post", "2016-09-10", "Harbour keeps its lamp")),
        ("2016-09-10-nyt-harbour-keeps-its-lamp.txt", ("The New York Times", "2016-09-10", "Harbour keeps its lamp")),
        ("20160910_reuters_lamp.html", ("Reuters", "2016-09-10", "")),
        ("bbc_news.md", ("BBC News", "", "")),
        ("fox2.txt", ("Fox News", "", "")),
        ("christianscien.txt", ("Christian Science Monitor", "", "")),
        ("cnn_harbour-keeps-lamp.txt", ("CNN", "", "Harbour keeps lamp")),
        ("2016-09-10.txt", ("", "2016-09-10", "")),
        ("2016-09-10-harbour-keeps-its-lamp.txt", ("", "2016-09-10", "Harbour keeps its lamp")),
    ],
)
def test_a_name_that_is_read_whole(name: str, fields: tuple[str, str, str]) -> None:
    known = read_file_name(f"/somewhere/{name}")
    assert tuple(known.get(field, "") for field in ("outlet", "published_on", "title")) == fields


@pytest.mark.parametrize(
    "name",
    [
        "story.txt", "npr-fires-its-host.txt", "meeting-2016-09-10.txt", "20160910_101500.txt", "2016-13-10.txt", "-",
        "scan_20160910.txt", "washington.txt", "00412.txt", "#3", "", "\ufffd\ufffd.txt", "post.txt", "a/b/",
    ],
)  # fmt: skip
def test_a_name_that_is_not_says_nothing(name: str) -> None:
    assert read_file_name(name) == {}


def test_the_title_of_the_text_shows_where_the_outlet_ends() -> None:
    known = read_file_name("2025-03-04-coastal-wire-harbour-town-votes.txt", TITLE)
    assert known == {"outlet": "Coastal Wire", "published_on": "2025-03-04"}


def files(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).write_text(f"{TITLE}\n\n{BODY}\n")
    return [str(folder / name) for name in names]


def test_several_files_named_alike_are_read_alike(tmp_path: Path) -> None:
    found = files(tmp_path, "2025-08-22-coastal-wire-chiefs.txt", "2025-08-20-balkan-desk-troops.txt", "cnn.txt")
    names = FileNames()
    assert [names.read(source).get("outlet") for source in found] == ["Coastal Wire", "Balkan Desk", "CNN"]


def test_an_outlet_that_nobody_knows_follows_those_beside_it(tmp_path: Path) -> None:
    found = files(tmp_path, "cnn.txt", "reuters.txt", "fox.txt", "elmcourier.txt", "notes.txt")
    assert [FileNames().read(source).get("outlet") for source in found[2:]] == ["Fox News", "Elmcourier", None]
    found = files(tmp_path, "washpost_2016-09-10_lamp.txt", "elm-courier_2016-09-11_lamp.txt")
    assert FileNames().read(found[1]) == {"outlet": "Elm Courier", "published_on": "2016-09-11"}


def test_one_such_file_alone_says_nothing_of_its_outlet(tmp_path: Path) -> None:
    (found,) = files(tmp_path, "elmcourier.txt")
    assert FileNames().read(found) == {}


def test_the_text_goes_before_the_name_and_the_user_before_both(tmp_path: Path) -> None:
    (source,) = files(tmp_path, "washpost_2016-09-10_quite-another-title.txt")
    data = f"Outlet: The Elm Courier\n\n{TITLE}\n\n{BODY}".encode()
    document = Document(source, data, "text/plain", "utf-8")
    found = build_article(document, {})
    assert (found.outlet, found.published_on, found.title) == ("The Elm Courier", "2016-09-10", TITLE)
    assert build_article(document, {"outlet": "Port Elm Radio"}).outlet == "Port Elm Radio"
    by_hand = build_article(document, {}, FileNames("{outlet}_{date}_{title}", [source]))
    assert (by_hand.outlet, by_hand.published_on, by_hand.title) == ("Washington Post", "2016-09-10", TITLE)


def test_a_known_outlet_in_the_name_goes_before_a_credited_source() -> None:
    document = Document("cnn.txt", f"{BODY}\nSource: The Elm Courier".encode(), "text/plain", "utf-8")
    found = build_article(document, {})
    assert (found.outlet, found.agency) == ("CNN", "The Elm Courier")


def test_a_pattern_by_hand() -> None:
    read = NamePattern.of("{outlet}_{date}_{title}").read
    assert read("in/elm-courier_20250304_a-quiet-vote.txt") == {
        "outlet": "Elm Courier",
        "published_on": "2025-03-04",
        "title": "A quiet vote",
    }
    assert read("elm-courier_2025-13-04_a-quiet-vote.txt") is None
    assert read("elm-courier.txt") is None
    assert NamePattern.of("*-{date}-{outlet}").read("x17-2025.03.04-nyt.txt") == {
        "published_on": "2025-03-04",
        "outlet": "The New York Times",
    }


@pytest.mark.parametrize("pattern", ["{outlet}{date}", "{colour}_{date}", "plain", "", "{date}_{date}", "*"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(UsageError):
        NamePattern.of(pattern)


def test_a_pattern_that_fits_no_file_is_refused_and_files_that_do_not_fit_are_named() -> None:
    with pytest.raises(UsageError, match="fits no file"):
        FileNames("{outlet}_{date}", ["a.txt", "b.txt"])
    assert FileNames("{outlet}_{date}", ["cnn_2025-03-04.txt", "b.txt"]).unfitting == ("b.txt",)
