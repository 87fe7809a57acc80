"""Two themes of our own, one for the evening and one for paper, and the colours that other themes lack.

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

THEMES = (DARK, LIGHT)


def names() -> tuple[str, ...]:
    """Every theme that can be set, ours first."""
    return (*(theme.name for theme in THEMES), *BUILTIN_THEMES)


_INKS = {
    "quiet": "$quiet",
    "faint": "$faint",
    "strong": "bold",
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

_KNOWN: dict[tuple[str, str], dict[str, Ink]] = {}


def inks(app: App[Any]) -> dict[str, Ink]:
    """Role -> ink, in the theme that the app has now."""
    variables = app.theme_variables
    known = app.theme, variables["background"]  # for a moment the theme is new while the variables are the old ones
    if known not in _KNOWN:
        _KNOWN[known] = {role: Style.parse(look, variables).rich_style for role, look in _INKS.items()}
    return _KNOWN[known]


def defaults(dark: bool) -> dict[str, str]:
    """Our own variables for the themes that are not ours."""
    ours = (DARK if dark else LIGHT).variables
    return {name: ours[name] for name in ours if name.startswith("mark-") or name in {"faint", "quiet"}}
