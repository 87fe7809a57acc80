"""The dialogs that the app itself opens, wherever one is."""

from __future__ import annotations

from typing import Any

from workbench.tui.bindings import BY_ID
from workbench.tui.goto_targets import CaseNames, Target, actions_of
from workbench.tui.scopes import scopes_at
from workbench.tui.screens.dialogs import Ask, Confirm
from workbench.tui.screens.goto_dialog import GoTo
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.text_sheet import TextSheet
from workbench.tui.wording import count

WorkbenchApp = Any
"""The app, which imports this module, so that this one cannot import it."""
_MESSAGES = "the messages"


def show_help(app: WorkbenchApp) -> None:
    """Every key, those of where one is first."""
    app.push_screen(HelpScreen(app.keymap, scopes_at(app).keys() - {"app", "desk"}, app.served))


def show_messages(app: WorkbenchApp) -> None:
    """What was said in this session."""
    if any(isinstance(screen, TextSheet) and screen.what == _MESSAGES for screen in app.screen_stack):
        return
    kept = app.messages
    about = f"{count(len(kept), 'message')} of this session, the newest first" if len(kept) else "Nothing yet."
    app.push_screen(TextSheet("Messages", about, kept.lines(), _MESSAGES))


def choose_theme(app: WorkbenchApp) -> None:
    """One of all themes."""

    def named(name: str | None) -> None:
        if name in app.available_themes:
            app.theme = name
        elif name:
            app.say(f"There is no theme called “{name}”.", "warning")

    app.push_screen(Ask("Which theme?", choices=sorted(app.available_themes)), named)


def confirm_leaving(app: WorkbenchApp) -> None:
    """Whether to quit although that cuts a job short."""

    def answered(yes: bool | None) -> None:
        if yes:
            app.desk.features.jobs.cancel()
            app.exit()

    app.push_screen(Confirm("Quit while a job is running?", "What is done is kept; the rest waits."), answered)


def go_to(app: WorkbenchApp, typed: str) -> None:
    """Where to go, and there."""
    spaces = scopes_at(app)
    app.names = app.names or CaseNames(app.case)

    def chosen(target: Target | None) -> None:
        if target is None:
            return
        if target.kind == "action":
            key = BY_ID[target.value]
            app.call_later(app.run_action, key.action, spaces[key.scope])
        else:
            app.desk.go_to(target)

    app.push_screen(GoTo(actions_of(spaces, app.keymap, app.served), app.names.targets, typed), chosen)
