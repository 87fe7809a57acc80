"""Four themes of our own, for the evening and for paper, plain and of high contrast; and the colours that others lack.

Highlights are named by what they mean (`mark-quote`), so that every theme can carry them.
"""

from __future__ import annotations

from typing import Any

from rich.style import Style as Ink
from textual.app import App
from textual.style import Style
from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="workbench-dark",
    primary="#8db4d8",
    secondary="#b3a3d6",
    accent="#e3b172",
    warning="#dfc07a",
    error="#e28b88",
    success="#98c593",
    foreground="#d3d7de",
    background="#15181d",
    surface="#1a1e24",
    panel="#232830",
    dark=True,
    variables={
        "border": "#3a424e",
        "border-blurred": "#2c333c",
        "footer-key-foreground": "#e3b172",
        "input-selection-background": "#8db4d8 35%",
        "block-cursor-background": "#31465a",
        "block-cursor-foreground": "#eef2f6",
        "block-cursor-text-style": "none",
        "scrollbar": "#333b46",
        "scrollbar-background": "#1a1e24",
        "scrollbar-hover": "#465161",
        "scrollbar-active": "#8db4d8",
        "mark-quote": "#26384a",
        "mark-position": "#2c3d2e",
        "mark-fact": "#3a3348",
        "mark-note": "#4a3f24",
        "mark-proof": "#5c4725",
        "mark-proof-text": "#f8e6c6",
        "faint": "#4d5664",
        "quiet": "#8a93a1",
    },
)

LIGHT = Theme(
    name="workbench-light",
    primary="#2a5f8f",
    secondary="#6a4f9c",
    accent="#a3570f",
    warning="#8a6a00",
    error="#b3372f",
    success="#2f7a3a",
    foreground="#2a2e34",
    background="#f4f1ea",
    surface="#fbf9f4",
    panel="#e9e4d9",
    dark=False,
    variables={
        "border": "#bdb5a4",
        "border-blurred": "#d8d1c2",
        "footer-key-foreground": "#a3570f",
        "input-selection-background": "#2a5f8f 25%",
        "block-cursor-background": "#cfdfec",
        "block-cursor-foreground": "#14181d",
        "block-cursor-text-style": "none",
        "scrollbar": "#d3ccbd",
        "scrollbar-background": "#fbf9f4",
        "scrollbar-hover": "#bdb5a4",
        "scrollbar-active": "#2a5f8f",
        "mark-quote": "#d9e7f3",
        "mark-position": "#dcecd8",
        "mark-fact": "#e7dff2",
        "mark-note": "#f6e7bd",
        "mark-proof": "#f2d6a2",
        "mark-proof-text": "#3a2408",
        "faint": "#b4ac9c",
        "quiet": "#6d7280",
    },
)

CONTRAST_DARK = Theme(
    name="workbench-contrast-dark",
    primary="#8fd3ff",
    secondary="#d9b8ff",
    accent="#ffd75e",
    warning="#ffe08a",
    error="#ffc2be",
    success="#a6f0a0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "border": "#ffffff",
        "border-blurred": "#9a9a9a",
        "footer-key-foreground": "#ffd75e",
        "input-selection-background": "#ffffff 40%",
        "block-cursor-background": "#00305c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "scrollbar": "#9a9a9a",
        "scrollbar-background": "#000000",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffd75e",
        "mark-quote": "#003052",
        "mark-position": "#003a10",
        "mark-fact": "#3b1a52",
        "mark-note": "#4a3500",
        "mark-proof": "#ffd75e",
        "mark-proof-text": "#000000",
        "faint": "#b4b4b4",
        "quiet": "#d6d6d6",
    },
)

CONTRAST_LIGHT = Theme(
    name="workbench-contrast-light",
    primary="#003f7d",
    secondary="#4d1f86",
    accent="#7a2e00",
    warning="#5c4400",
    error="#8f0d0d",
    success="#00510f",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#ececec",
    dark=False,
    variables={
        "border": "#000000",
        "border-blurred": "#6a6a6a",
        "footer-key-foreground": "#7a2e00",
        "input-selection-background": "#003f7d 35%",
        "block-cursor-background": "#d4eaff",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "scrollbar": "#6a6a6a",
        "scrollbar-background": "#ffffff",
        "scrollbar-hover": "#000000",
        "scrollbar-active": "#003f7d",
        "mark-quote": "#d6ebff",
        "mark-position": "#d5f3d3",
        "mark-fact": "#ecdcff",
        "mark-note": "#ffeaa8",
        "mark-proof": "#3a2400",
        "mark-proof-text": "#ffffff",
        "faint": "#505050",
        "quiet": "#333333",
    },
)

THEMES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)


def names() -> tuple[str, ...]:
    """Every theme that can be set, ours first."""
    return (*(theme.name for theme in THEMES), *BUILTIN_THEMES)


_INKS = {
    "quiet": "$quiet",
    "faint": "$faint",
    "strong": "bold",
    "cue": "italic $quiet",
    "match": "bold underline $accent",
    "accent": "$accent",
    "good": "$success",
    "bad": "$error",
    "warn": "$warning",
    "head": "$quiet",
    "primary": "$primary",
    "cursor": "on $block-cursor-background",
    "selected": "on $panel",
    "mark-quote": "italic on $mark-quote",
    "mark-cue": "underline",
    "mark-speaker": "bold $primary",
    "mark-position": "on $mark-position",
    "mark-fact": "on $mark-fact",
    "mark-note": "bold on $mark-note",
    "mark-match": "bold underline $accent",
    "mark-caret": "on $panel",
    "mark-proof": "bold $mark-proof-text on $mark-proof",
}
"""Role -> how it looks. Not component classes, since Textual works those out anew with every change of focus."""

_WITHOUT_COLOUR = {
    "cursor": "reverse",
    "selected": "bold",
    "mark-position": "underline",
    "mark-fact": "underline",
    "mark-caret": "reverse",
    "mark-proof": "bold underline",
}
"""What would be a colour alone, where there is none."""

_KNOWN: dict[tuple[str, str, bool], dict[str, Ink]] = {}


def inks(app: App[Any]) -> dict[str, Ink]:
    """Role -> ink, in the theme that the app has now."""
    variables = app.theme_variables
    # for a moment the theme is new while the variables are the old ones
    known = app.theme, variables["background"], app.no_color
    if known not in _KNOWN:
        looks = _INKS | (_WITHOUT_COLOUR if app.no_color else {})
        _KNOWN[known] = {role: Style.parse(look, variables).rich_style for role, look in looks.items()}
    return _KNOWN[known]


def defaults(dark: bool) -> dict[str, str]:
    """Our own variables for the themes that are not ours."""
    ours = (DARK if dark else LIGHT).variables
    return {name: ours[name] for name in ours if name.startswith("mark-") or name in {"faint", "quiet"}}
