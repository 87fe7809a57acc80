"""Lines for the reader of a page go, kind by kind; the sentences of the story stay."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import FIRST, SECOND, TITLE
from workbench.ingest.cleaning import clean
from workbench.ingest.notices import notice_kind

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


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ | Ten lamps that went out",
        "Read more: Ten lamps that went out.",
        "WATCH: The lamp is lit",
        "[Read also: Ten lamps that went out]",
        "Advertisement",
        "Story continues below advertisement",
    ],
)
def test_a_promotional_line_is_cut(line: str) -> None:
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "line",
    [
        "Watch: that was all the guard had to do, she said.",
        "Read more books, the mayor told the school.",
        "More from the sea than from the land, the report says, the danger comes.",
        "Source: the mayor would not say who had told her.",
        "By Tuesday the lamp was lit again",
        "(The lamp was bought in Leith.)",
    ],
)
def test_a_line_of_the_body_that_looks_a_little_like_it_stays(line: str) -> None:
    raw = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert clean(raw).text == raw
