"""What a page puts into an article goes, kind by kind; the sentences of the story stay."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE
from workbench.ingest.captions import credit_span
from workbench.ingest.cleaning import clean
from workbench.ingest.notices import notice_kind
from workbench.model import Span

NOTICES = {
    "advertisement": [
        "ADVERTISEMENT",
        "Advertisement Continue reading the main story",
        "Continue reading the main story",
        "Story Continued Below",
        "Article continues after advertisement",
        "Skip past newsletter promotion",
    ],
    "share": [
        "LISTEN TO ARTICLE 3:07 SHARE THIS ARTICLE Share Tweet Post Email",
        "Share on Facebook | Share on Twitter | Email",
        "Read or Share this story: https://elm.example/2aNv",
        "12 comments",
    ],
    "video": [
        "JUST WATCHED The lamp is lit Replay More Videos ... MUST WATCH The lamp is lit 01:40",
        "MUST WATCH Divers under the tower 02:15",
        "Play Video 2:01 How Port Elm kept its lamp – video",
        "Watch the full interview with Ines Calder on Port Elm Radio",
        "Harbour vote: what comes next Listen · 2:40 2:40",
    ],
    "picture": [
        "Enlarge this image toggle caption Mara Voss/AP Mara Voss/AP",
        "Hide caption",
        "Slideshow (13 Images)",
        "[image]",
        "Photo",
        "View gallery (8 photos)",
    ],
    "read on": [
        "Read more: Ten lamps that went out",
        "Read Next: Ten lamps that went out",
        "SEE ALSO: Mayor’s ‘dark tower’ joke angers the coast guard",
        "RELATED:Anger mounts in Port Elm",
        "More: Mayor will meet the coast guard in May",
        "More on the vote:Mayor hopes for a second lamp",
        "Related Coverage Coast guard welcomes the vote in Port Elm",
        "More On This... Key days of the lighthouse",
        "'Good riddance': readers on the dark tower Read more",
        "Click here to read more from the Elm Courier.",
        "WATCH:",
    ],
    "sign-up": [
        "Sign up for Daily Newsletters Manage Newsletters",
        "Sign up for The Harbour Briefing, our free newsletter.",
        "Get the stories you care about delivered to your inbox. By signing up, you agree to our Privacy Policy",
        "Daily harbour news delivered to your inbox: sign up for our newsletter",
        "Like what you're reading?Download the Elm Courier app for more",
    ],
    "follow": [
        "Follow us on Facebook and Twitter.",
        "Follow Mara Voss on Twitter",
        "Follow him on Twitter at @maravoss.",
        "Send tips to mara@elm.example.",
    ],
    "cookies": [
        "We use cookies to make this site better. Learn more in our policy.",
        "By continuing to use this site you agree to our Privacy Policy.",
        "Accept all cookies",
    ],
    "rights": [
        "Copyright © 2019 The Elm Courier, LLC. Click here for reprint permission.",
        "© 2018 Elm Features Syndicate",
        "Copyright 2019 Coastal Wire. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
    ],
    "paywall": [
        "You have read your three free articles this month. Make a free account to keep reading, or sign in.",
        "Already a subscriber? Log in",
        "Subscribe to continue reading.",
        "This article is for subscribers only.",
        "To continue reading, create a free account.",
    ],
    "stamp": [
        "This article is more than 5 months old",
        "Updated at 11:50 a.m. ET",
        "--Updated 10:05 a.m.",
        "4 min read",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in NOTICES.items() for line in lines])
def test_a_notice_is_known_by_its_kind_and_cut(kind: str, line: str) -> None:
    assert notice_kind(line) == kind
    assert clean(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}").text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in the afternoon.",
        "Sign up for the coast guard, the poster at the harbour said.",
        "“Follow us on the water,” the pilot told the fishermen.",
        "Subscribers to the fund were told to wait.",
        "More than 5 months old, the lamp was returned to the shop.",
        "Photos of the tower were shown to the council.",
        "The watch: four men and a dog.",
        "Click here, the page said, and the lamp goes out.",
        "Cookies were handed out at the harbour.",
        "You have read the law, the judge told the guard, and you have broken it.",
        "Copyright law protects the picture, the court ruled.",
        "MORE-THAN-EXPECTED RAIN",
        "Updated plans for the tower are due in May.",
        "Facebook and Twitter",
        "Register your boats to keep fishing, the ministry advised.",
    ],
)
def test_a_line_of_the_story_stays(line: str) -> None:
    assert notice_kind(line) == ""
    raw = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert clean(raw).text == raw


def test_players_in_a_row_and_within_a_line_go() -> None:
    player = "JUST WATCHED The lamp is lit Replay More Videos ... MUST WATCH The lamp is lit 01:40"
    assert clean(f"{FIRST}\n\n{player}\n\n{player}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"
    assert clean(f"{FIRST} {player} {THIRD}").text == f"{FIRST} {THIRD}"


def test_of_highlights_only_the_label_goes_since_they_state_facts() -> None:
    raw = f"{TITLE}\n\nStory highlights Council votes to keep the tower\n\nDivers go down in May\n\n{FIRST}"
    assert clean(raw).text == f"{TITLE}\n\nCouncil votes to keep the tower\n\nDivers go down in May\n\n{FIRST}"


def test_the_title_of_a_video_goes_wherever_it_stands_with_its_length() -> None:
    raw = f"{FIRST}\n\nDivers find the lamp\n\nDivers find the lamp 03:16\n\n{SECOND}\n\nThe ferry leaves at 7:30"
    assert clean(raw).text == f"{FIRST}\n\n{SECOND}\n\nThe ferry leaves at 7:30"


def test_a_box_of_links_behind_a_name_goes() -> None:
    box = "Calder Ines Maria CalderTower vote splits the town Fog costs Elm a summer 2020 boats: a list MORE"
    raw = f"Mayor {box} on Monday thanked the council. “MORE than I hoped,” she said."
    assert clean(raw).text == "Mayor Calder on Monday thanked the council. “MORE than I hoped,” she said."


@pytest.mark.parametrize(
    "line",
    [
        "(Photo by Mara Voss/Getty Images)",
        "Mara Voss/AFP/Getty Images Mara Voss/AFP/Getty Images",
        "The tower at dusk. (Photo: Mara Voss, AP)",
        "The tower at dusk. (Mara Voss/Reuters)",
        "The tower at dusk. REUTERS/Mara Voss/File Photo",
        "The tower at dusk. Photographer: Mara Voss/Bloomberg Photographer: Mara Voss/Bloomberg",
        "The tower at dusk. Mara Voss | AFP | Getty Images",
        "The tower at dusk. AP Photo/Mara Voss",
        "The tower at dusk. Credit: Mara Voss",
    ],
)
def test_the_credit_of_a_picture_goes_and_a_sentence_before_it_stays(line: str) -> None:
    start, end = credit_span(line)
    assert (line[:start].strip(), end) == ("The tower at dusk." if "dusk" in line else "", len(line))
    kept = "The tower at dusk.\n\n" if "dusk" in line else ""
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{kept}{SECOND}"


def test_a_caption_that_is_no_sentence_goes_with_its_credit() -> None:
    assert clean(f"{FIRST}\n\nInes Calder at the tower. x (AP Photo/Mara Voss)\n\n{SECOND}").text.count("Calder") == 1


def test_between_two_sentences_a_credit_leaves_a_line_end() -> None:
    raw = f"{TITLE}\n\nThe mayor spoke first. | Mara Voss/Getty Images Coast guard calls it a mistake.\n\n{FIRST}"
    assert clean(raw).text == f"{TITLE}\n\nThe mayor spoke first.\nCoast guard calls it a mistake.\n\n{FIRST}"


@pytest.mark.parametrize(
    "line",
    [
        "He took a photo: the lamp was lit.",
        "The mayor asked for boats and/or planes (left/right).",
        "It was an image by which the town was known.",
        "The report was first sent out by AP/Reuters, she said.",
        "Pictures: the council has none.",
    ],
)
def test_a_sentence_has_no_credit(line: str) -> None:
    assert credit_span(line) == (0, 0)


def test_offsets_lead_back_past_all_that_was_cut() -> None:
    lines = (TITLE, "Photo", f"{FIRST} (Photo by Mara Voss/Getty Images)", "READ MORE: x y z", SECOND, "")
    raw = "\r\n\r\n".join(lines)
    cleaned = clean(raw)
    assert cleaned.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    for words in (TITLE, FIRST, SECOND, "the mayor"):
        start = cleaned.text.index(words)
        assert cleaned.offsets.span_to_raw(Span(start, start + len(words))).of(raw) == words


@pytest.mark.parametrize("piece", ["share ", "A A/", "A ", "(", "Photo: A ", "/ AP ", " | AP", "copy ", "Credit: A "])
def test_no_line_takes_long(piece: str) -> None:
    line = (piece * 700)[:690]
    assert clean(f"{FIRST}\n\n{line}!x\n\n{BODY}").text.startswith(FIRST)
