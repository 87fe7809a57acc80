#!/usr/bin/env bash
# Textual 8.2.8 beside rich 15.0.0: the words that an editor puts into a quotation in brackets vanish on the screen.
#
# Expected: text in brackets that names no style is shown as it is, or at least both libraries of one house treat the same
# markup alike. Seen: Static hides "[Lind]", "[Ms Lind]" and "[Farhaven-based]" without a sign, so a speaker's name is gone; rich
# shows these three. "[sic]" both hide, and "[10 percent]" both show. Static(text, markup=False) shows everything.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q textual==8.2.8 rich==15.0.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import asyncio

from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import Static

QUOTES = (  # the quotation, whether Textual shows its brackets, whether rich does
    ("He [Lind] said so.", False, True),
    ("Then [Ms Lind] left.", False, True),
    ("The [Farhaven-based] firm closed.", False, True),
    ("The wall [sic] is safe.", False, False),
    ("It rose by [10 percent].", True, True),
)


class Quotes(App[None]):
    def compose(self) -> ComposeResult:
        for quote, _, _ in QUOTES:
            yield Static(quote)
            yield Static(quote, markup=False)


async def shown() -> list[str]:
    app = Quotes()
    async with app.run_test() as pilot:
        await pilot.pause()
        return [static.render_line(0).text.rstrip() for static in app.query(Static)]


lines = asyncio.run(shown())
for (quote, in_textual, in_rich), marked, plain in zip(QUOTES, lines[::2], lines[1::2], strict=True):
    rich = Text.from_markup(quote).plain
    print(f"{quote!r}: Textual {marked!r}, with markup=False {plain!r}, rich {rich!r}")
    assert plain == quote, plain
    assert (marked == quote, rich == quote) == (in_textual, in_rich), (marked, rich)
PY
