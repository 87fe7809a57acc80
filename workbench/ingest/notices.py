"""Lines that a page puts between the paragraphs of an article, by kind: what is for the reader's finger, not the story.

One table, a kind and the shape of its lines. A shape begins where the line begins and says how far it goes; a line that
reads like a sentence of the story (it ends with a stop and somebody says something in it) is never one, whatever it
begins with.
"""

from __future__ import annotations

import re

MAX_LENGTH = 700
"""Characters; a notice of a newsletter can be a paragraph."""
MAX_PROMOTION_LENGTH = 200
READ_ALSO = (
    r"read (?:also|more|next|further|this)|also read|(?:see|watch|listen) also|also (?:see|watch)|see more"
    r"|(?:must|further|keep|continue) read(?:ing)?|(?:à )?lire aussi|lesen sie auch|mehr zum thema"
    r"|le[ae] también|leia também|leggi anche|читайте также|читайте також"
)
_SHARE = r"(?:share|tweet|e-?mail|print|facebook|twitter|linkedin|whats ?app|reddit|pinterest|comments?)"
_SHARED = (
    rf"(?:{_SHARE}|post|save|pin|copy|link|flipboard|telegram|messenger|more|x|pocket|on|by|via|to|this|the"
    r"|article|story|page|icon|sms|\d{1,5})"
)
_LETTER = (
    r"(?:newsletters?|e-?mails?|alerts?|inbox|briefing|updates|digest|podcasts?|(?:for )?free|our|account|unlimited"
    r"|today)"
)
_READ_ON = r"(?:(?:continue|keep|finish) reading|unlock|read (?:this|the full|more|on|all))"
_PAGES = r"(?:facebook|twitter|instagram|youtube|telegram|whats ?app|linkedin|tik ?tok|threads|bluesky|mastodon|x)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s+(?:[A-Z]{2,4}|\([A-Z]{2,4}\)))?"
_WHOSE = r"(?:this|our|the|your|these)"

_SHAPES: tuple[tuple[str, str], ...] = (
    ("advertisement",
     r"(?:advertisement|advertising|sponsored(?: content)?|(?:story|article)(?: is)? continue[sd] (?:below|after)"
     r"(?: (?:this |the )?(?:ad|advertisement|video|newsletter|promotion))?|skip (?:past )?advertisement"
     r"|(?:skip past|after) newsletter promotion|scroll (?:down )?(?:to continue|for more)(?: with content"
     r"| reading)?)"
     r"(?:\W+continue reading(?: the main story)?)?|continue reading(?: the main story)?"),
    ("share",
     rf"(?=.*\b{_SHARE}\b)(?:{_SHARED}\W+)+{_SHARED}|share|read or share {_WHOSE} (?:story|article)(?:\W+http\S+)?"
     r"|listen to (?:this )?(?:article|story)(?:\W+\d{1,2}:\d{2})?(?:\W+share this article.{0,60})?"
     r"|(?:show|view|leave a|post a|no|\d{1,5}) comments?"),
    ("video",
     r"just watched\b.+\breplay more videos\b.*|must watch\b.{2,120}\d\d:\d\d|replay(?: more videos)?|(?:just"
     r"|must) watch(?:ed)?"
     r"|(?:play|now playing|video player is loading)(?: video)?(?: \d{1,2}:\d\d)?|play video\b.*"
     r"|watch the (?:latest|full) (?:video|interview)s?\b[^.]*"
     r"|[^.\n]{3,160}?\blisten\s*[·|•]\s*\d{1,2}:\d{2}(?:\s+\d{1,2}:\d{2})?|chat with us (?:in|on) .{2,30}"),
    ("picture",
     r"(?:enlarge this image\s*)?toggle caption\b.*|enlarge this image\b.*|(?:hide|show) caption(?:\s.*)?"
     r"|slideshow(?: \(\d+ images?\))?"
     r"|(?:view|open|see) (?:full |the )?(?:gallery|slideshow|image in fullscreen|photos"
     r"|fullscreen)(?: \(\d+ \w+\))?|\d{1,3} (?:photos|images)"
     r"|\[(?:image|photo|picture|video|audio|pull ?quote|embed|gallery|tweet|caption|map|chart)\b[^\]\n]{0,200}\]"
     r"|(?:photos?|videos?|images?|gallery|pictures|audio)"),
    ("read on",
     rf"(?:{READ_ALSO})\s*[:|»>–—-][^\w\n]*\w.*|read (?:more|next)|more on this(?: story)?\W{{2,}}\w.*"
     rf"|click for more\b.*"
     r"|(?:click|tap) here (?:for|to)\b.*|(?:watch|read|listen|related|see also|more)\s*:"
     r"|for more (?:on|from|news|stories|coverage)[^.]{2,80}, (?:click|visit|go to|see|follow|sign)\b.*"),
    ("sign-up",
     rf"(?:please )?(?:sign[ -]?up|subscribe)\b.*\b{_LETTER}\b.*|(?:sign[ -]?up|subscribe|manage newsletters"
     rf"|log ?in|sign in|register)"
     r"|newsletter sign[ -]?up\b.*|get .{2,160}\b(?:delivered|sent|straight) (?:\w+ ){0,4}(?:to )?your (?:inbox"
     r"|e-?mail|phone)\b.*"
     r"|by signing up,? you\b.*|(?:enter|your) e-?mail(?: address)?|thank you for (?:subscribing|signing up)\b.*"
     r"|you (?:will|may) receive e-?mails?\b.*|download (?:the|our) .{2,60}\bapp\b.*|get our (?:free )?(?:app"
     r"|newsletter)\b.*"),
    ("follow",
     rf"(?:follow|like|join|find|visit) (?:us|me|him|her|them) (?:on|at)\b.*|follow @\w+.*"
     rf"|follow .{{2,80}}\bon {_PAGES}(?:\W+(?:at\W+)?@?\S*)?"
     r"|send (?:us )?(?:your )?(?:tips|comments|pictures|photos|videos) to\b.*@.*"
     r"|(?:contact|e-?mail|write to) (?:the (?:author|reporter|writer)|us|me)\b.*@.*"),
    ("cookies",
     r"(?:we(?: and our \w+)?|(?:this|our) (?:web)?site)(?: also)? (?:use[sd]?|stores?"
     r"|keeps?) (?:\w+ ){0,3}cookies\b.*"
     r"|by (?:continuing|using|clicking|browsing)\b.{0,120}\b(?:cookies|privacy policy|terms of (?:use|service)"
     r"|cookie policy)\b.*"
     r"|(?:accept|reject|manage)(?: all)?(?: cookies| preferences| settings)?|(?:cookie|privacy) (?:policy"
     r"|notice|settings|preferences)"
     r"|we value your privacy\b.*|your privacy choices"),
    ("rights",
     r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright )?(?:19|20)\d\d\b.*"
     r"|.{0,160}\ball rights reserved\b.{0,120}"
     r"|this material may not be (?:published|broadcast|rewritten)\b.*|(?:reprinted|republished|used) (?:with"
     r"|by) permission\b.*"
     r"|content created by .{2,80}\bis available\b.*"),
    ("paywall",
     r"(?:this|the) (?:article|story|content|page) is (?:\w+ ){0,2}(?:for"
     r"|available to) (?:\w+ ){0,2}(?:subscribers|members|registered)\b.*"
     r"|(?:already|not yet|are you|become) a (?:\w+ )?subscriber\b.*|already a member\b.*"
     r"|(?:already )?have an account\W{1,3}(?:log|sign)\b.*"
     rf"|(?:subscribe|sign in|log ?in|register|(?:create|make) (?:an?"
     rf"|your) (?:free )?account)\b.{{0,60}}\b{_READ_ON}\b.*"
     rf"|to {_READ_ON}\b.{{0,40}}\b(?:subscribe|sign|log|register|create|join|this|account)\b.*"
     r"|you(?:['’]| ha)ve (?:read|reached|used|hit)\b.{0,60}\b(?:free (?:articles?|stories)|article limit"
     r"|(?:articles?|stories) (?:this|for the) month)\b.*"
     r"|you have \w+ free (?:articles?|stories) (?:left|remaining)\b.*|unlock (?:this|the) (?:article"
     r"|story)\b.*|subscribers? only"),
    ("stamp",
     r"this (?:article|story) is more than \d+ (?:day|week|month|year)s? old|\d{1,3} min(?:ute)?s? read"
     r"|(?:reading|read) time\W+\d+.{0,20}"
     rf"|(?:first |last )?(?:updated|published|posted)(?: at| on)?:? ?{_CLOCK}"),
)  # fmt: skip
_UNSTOPPED: tuple[tuple[str, str], ...] = (
    ("read on",
     rf"related coverage\b.+|.{{3,160}}[^\w\s] read more|.{{3,160}} read more|read {_WHOSE} (?:story|article"
     rf"|report) (?:in|at|on) .{{2,60}}"
     r"|(?:click|tap) here\b.*"),
    ("sign-up",
     r"(?:please )?(?:sign[ -]?up|subscribe) (?:for|to)\b.*|like what you(?:['’]re| are) reading\b.*"
     r"|.{3,120}\b(?:delivered|sent|straight) (?:\w+ ){0,3}(?:to )?your (?:inbox|e-?mail)\b.*"),
    ("video",
     r"watch (?:the )?(?:latest|full|live)\b.*"),
)  # fmt: skip
"""The shapes of lines that are no notice when they end as a sentence does."""


def _compiled(shapes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"[^\w\n]{{0,12}}?(?:{shape})[^\w\n]*", re.I)) for kind, shape in shapes)


_KINDS = _compiled(_SHAPES)
_UNSTOPPED_KINDS = _compiled(_UNSTOPPED)
_LOUD = re.compile(
    r"\W*(?:(?:WATCH|LISTEN|RELATED|RECOMMENDED|DON'?T MISS|READ|MORE|SEE ALSO|PHOTOS|GALLERY|VIDEO)(?: [A-Z]+)?"
    r"(?:\s*[:|»>]|\s+[–—-])\s?\S|(?i:watch|listen|related|recommended)\s*\|"
    r"|(?:Related|More|Watch|Photos|Read)\s?:\s?[A-ZÀ-Þ'‘“\"\d])"
)
_GLUED = re.compile(r"\W*(?:More|Related|Read|Watch|Opinion)(?: on [\w ’'.-]{2,40})?:[^\W\d]")
_SAYS = re.compile(
    r"\b(?:said|says|say|told|tells|asked|asks|according|added|adds|wrote|writes|warn(?:ed|s)|claim(?:ed|s)"
    r"|announced|reported"
    r"|argue[ds]|insist(?:ed|s)|urge[ds]|denied|denies|complained|advised|promised|order(?:ed|s)|explained"
    r"|testified)\b", re.I,
)  # fmt: skip
_STOP = re.compile(r"[.!?…][\"”’')\]]*$")


def notice_kind(line: str) -> str:
    """The kind of notice that a line is ("share", "sign-up", ...), or nothing."""
    line = line.strip(" *_")
    if not line or len(line) > MAX_LENGTH:
        return ""
    stopped = bool(_STOP.search(line))
    if stopped and has_speech_verb(line):
        return ""
    kinds = _KINDS if stopped else (*_KINDS, *_UNSTOPPED_KINDS)
    kind = next((kind for kind, shape in kinds if shape.fullmatch(line)), "")
    return kind or ("read on" if _is_promotion(line) else "")


def has_speech_verb(line: str) -> bool:
    """Whether somebody says something in a line, as in a sentence of a story."""
    return bool(_SAYS.search(line))


def _is_promotion(line: str) -> bool:
    """Whether it is a headline of another article behind a word that says so."""
    return (
        len(line) <= MAX_PROMOTION_LENGTH
        and not line.endswith((".", ","))
        and bool(_GLUED.match(line) or _LOUD.match(line))
    )
