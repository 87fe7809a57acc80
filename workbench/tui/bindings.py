"""Every key of the desk in one table; help, footer, palette, README and remapping are made from it.

The design decision: a binding is known by its id ("desk.tag"), never by its key; remapping touches nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One action with its keys."""

    id: str
    """`scope.name`; the scope says where the key works."""
    keys: str
    action: str
    description: str
    group: str
    label: str = ""
    """What the footer says; empty: the description."""

    @property
    def scope(self) -> str:
        """Where it works."""
        return self.id.partition(".")[0]


SCOPES: dict[str, str] = {
    "app": "anywhere",
    "desk": "on the desk",
    "search": "in the search field",
    "list": "in a list",
    "sources": "in the sources",
    "matrix": "in the matrix",
    "reader": "in the reader",
    "diff": "in the phrasing diff",
    "split": "with two articles side by side",
    "sheet": "in a comparison or timeline",
    "text": "in output and messages",
    "dialog": "in a dialog",
}

KEYS: tuple[Key, ...] = (
    Key("app.help", "question_mark,f1", "help", "Show every key", "Look", "help"),
    Key("app.goto", "ctrl+p,colon", "goto", "Go to anything: article, speaker, country, action", "Look", "go to"),
    Key("app.theme", "ctrl+t", "next_theme", "Switch between dark and light", "Look", "theme"),
    Key("app.themes", "alt+t", "themes", "Choose a theme", "Look", "themes"),
    Key("app.messages", "ctrl+l", "messages", "Messages: all that was said in this session", "Look", "messages"),
    Key("app.tour", "f2", "tour", "Be shown round in six steps; again, leave it", "Look", "tour"),
    Key("app.skip", "f3", "skip", "On the tour: skip this step", "Look", "skip"),
    Key("app.suspend", "ctrl+z", "suspend", "Suspend: back to the shell; fg comes back", "Look", "suspend"),
    Key("app.how", "ctrl+c", "how_to_quit", "How to quit; where text is selected, copy it", "Look"),
    Key("app.quit", "q,ctrl+q", "leave", "Quit; everything is saved already", "Look", "quit"),
    # Search and filter
    Key("desk.search", "slash", "search", "Search all panes as you type", "Find", "search"),
    Key("desk.filter", "f", "filter", "Filter: go to the sources and pick one", "Find", "filter"),
    Key("desk.peel", "escape", "peel", "Take off one layer: selection, then filter, then search", "Find", "back"),
    Key("desk.question", "F", "question", "Edit the whole search, filters too, as text", "Find", "edit search"),
    Key("desk.save_search", "s", "save_search", "Save this search", "Find", "save search"),
    Key("desk.order", "o", "order", "The next order of the list", "Find", "order"),
    Key("desk.columns", "O", "columns", "Columns: show, hide, order by one", "Find", "columns"),
    Key("sources.forget", "delete,backspace", "forget", "Forget the saved search here", "Find", "forget"),
    Key("search.done", "enter", "done", "Go to the results, or take the suggestion", "Find", "results"),
    Key("search.take", "tab", "take", "Take what is offered: a field, a name, an earlier search", "Find", "complete"),
    Key("search.leave", "escape", "leave", "Back to the list, with the search as it was before", "Find", "back"),
    Key("search.down", "down", "down", "Down what is offered, else into the results", "Find", "results"),
    Key("search.up", "up", "up", "Up what is offered", "Find"),
    Key("search.rub", "backspace", "rub", "A character; at the beginning, the last filter as text", "Find"),
    # Going about
    Key("desk.articles", "1", "pane('articles')", "Articles", "Go", "articles"),
    Key("desk.quotes", "2", "pane('quotes')", "Quotes", "Go", "quotes"),
    Key("desk.positions", "3", "pane('positions')", "Positions", "Go", "positions"),
    Key("desk.facts", "4", "pane('facts')", "Facts", "Go", "facts"),
    Key("desk.notes", "5", "pane('notes')", "Notes", "Go", "notes"),
    Key("desk.people", "6", "pane('people')", "People", "Go", "people"),
    Key("desk.next", "tab", "next_part", "Next part of the desk", "Go", "next"),
    Key("desk.previous", "shift+tab", "previous_part", "Previous part of the desk", "Go", "previous"),
    Key("desk.jump", "apostrophe", "jump", "Jump: a letter over every part of the desk", "Go", "jump"),
    Key("desk.count", "0", "count", "A number for the next move: 05j is five down, 0120G row 120", "Go", "count"),
    Key("desk.quotes_of", "Q", "quotes_of", "The quotes of this person or speaker", "Go", "their quotes"),
    Key("desk.back", "H,alt+left", "back", "Back to where you were", "Go", "back"),
    Key("desk.forward", "L,alt+right", "forward", "Forward again", "Go", "forward"),
    Key("desk.diff", "d", "diff", "Compare the phrasings of the fact here", "Go", "diff"),
    Key("desk.beside", "S", "beside", "Two articles side by side, in step", "Go", "side by side"),
    Key("desk.coverage", "C", "coverage", "Coverage: which outlet reports which fact", "Go", "coverage"),
    Key("desk.sources", "D", "sources", "Descent: where the texts come from", "Go", "descent"),
    Key("desk.versions", "V", "versions", "Versions of this article: what changed", "Go", "versions"),
    # The analyst's own
    Key("desk.tag", "t", "tag", "Tag what is selected; a tag it has is taken off", "Mark", "tag"),
    Key("desk.note", "n,e", "note", "Write a note (in the reader: on the passage)", "Mark", "note"),
    Key("desk.star", "asterisk", "star", "Star, or take the star off", "Mark", "star"),
    Key("desk.correct", "c", "correct", "Correct what the machine found, of all that is selected", "Mark", "correct"),
    Key("desk.correct_speaker", "W", "correct_speaker", "Correct a speaker in all their quotes", "Mark", "speaker"),
    Key("desk.part_name", "P", "part_name", "Part a name from a person: it is somebody else's", "Mark", "part name"),
    Key("desk.remove", "delete", "remove", "Take the selected articles out of the case", "Mark", "take out"),
    Key("desk.undo", "u", "undo", "Undo", "Mark", "undo"),
    Key("desk.redo", "ctrl+r", "redo", "Redo", "Mark", "redo"),
    Key("desk.changes", "U", "changes", "Every change so far; go back to any of them", "Mark", "changes"),
    Key("desk.copy", "y", "copy", "Copy with its citation", "Mark", "copy"),
    Key("desk.bare", "Y", "bare", "Copy the bare words", "Mark", "copy bare"),
    # Positions
    Key("desk.confirm", "A", "judge('confirmed')", "Accept the position or fact: it is right", "Mark", "accept/reject"),
    Key("desk.reject", "X", "judge('rejected')", "Reject the position or fact", "Mark", "reject"),
    Key("desk.merge", "M", "merge", "Merge the selected facts, people or issues into one", "Mark", "merge"),
    Key("desk.firmer", "plus", "restance(1)", "Stance one step towards for", "Positions", "for/against"),
    Key("desk.weaker", "minus", "restance(-1)", "Stance one step towards against", "Positions", "weaker"),
    Key("desk.split", "i", "split", "Put under another issue, or one of its own", "Positions", "issue"),
    Key("desk.pin", "p", "pin", "Pin the issue: later articles come to it; again, let go", "Positions", "pin"),
    Key("desk.whose", "w", "whose", "Whose words: own, reported by others, anonymous, all", "Positions", "whose words"),
    Key("desk.others", "r", "others", "Also others of a country: opposition, rebels, firms", "Positions", "others"),
    Key("desk.pair", "b", "pair", "Compare this country with another", "Positions", "compare"),
    Key("desk.timeline", "T", "timeline", "One country on one issue, day by day", "Positions", "timeline"),
    Key("sheet.left", "h,left", "column(-1)", "In coverage, the previous outlet", "Positions", "outlet"),
    Key("sheet.right", "l,right", "column(1)", "In coverage, the next outlet", "Positions", "outlet"),
    Key("sheet.leave", "escape,backspace,q", "leave", "Back to the desk", "Positions", "back"),
    # In and out
    Key("desk.add", "a", "add", "Add articles: files or folders", "In and out", "add"),
    Key("desk.analyse", "R", "analyse", "Analyse what waits, or everything anew", "In and out", "analyse"),
    Key("desk.cancel", "ctrl+x", "cancel", "Stop the running job", "In and out", "stop"),
    Key("desk.export", "x", "export", "Export rows to a file", "In and out", "export"),
    Key("desk.import", "I", "import_marks", "Import tags, notes and corrections of a file", "In and out", "import"),
    Key("desk.outside", "E", "outside", "Open the article in browser, pager or editor", "In and out", "outside"),
    Key("desk.pipe", "vertical_line", "pipe", "Pipe rows into a command", "In and out", "pipe"),
    # The desk itself
    Key("desk.zoom", "z", "zoom", "This part over the whole desk, and back", "Desk", "zoom"),
    Key("desk.narrower", "less_than_sign", "resize(-1)", "This part smaller (or drag a border)", "Desk", "smaller"),
    Key("desk.wider", "greater_than_sign", "resize(1)", "This part larger", "Desk", "larger"),
    Key("desk.even", "equals_sign", "even", "The sizes as they were at first", "Desk", "even"),
    Key("desk.marks", "m", "marks", "Marks in the reader: which kinds are shown", "Desk", "marks"),
    # Lists
    Key("list.down", "j,down", "down", "Down", "Move", "down"),
    Key("list.up", "k,up", "up", "Up", "Move", "up"),
    Key("list.page_down", "ctrl+d,pagedown", "page_down", "Page down", "Move"),
    Key("list.page_up", "ctrl+u,pageup", "page_up", "Page up", "Move"),
    Key("list.top", "g,home", "top", "To the top", "Move"),
    Key("list.bottom", "G,end", "bottom", "To the bottom", "Move"),
    Key("list.open", "enter", "open", "Open: read it in its place", "Move", "open"),
    Key("list.select", "space", "select", "Select this row, and down", "Move", "select"),
    Key("list.range", "v", "range", "Select from here to where you move", "Move", "range"),
    Key("list.all", "ctrl+a", "all", "Select all rows that are loaded", "Move", "select all"),
    # Matrix
    Key("matrix.down", "j,down", "move(1, 0)", "Next issue", "Matrix", "down"),
    Key("matrix.up", "k,up", "move(-1, 0)", "Previous issue", "Matrix", "up"),
    Key("matrix.left", "h,left", "move(0, -1)", "Previous country; leftmost is the issue itself", "Matrix", "left"),
    Key("matrix.right", "l,right", "move(0, 1)", "Next country", "Matrix", "right"),
    Key("matrix.top", "g,home", "move(-9999, 0)", "First issue", "Matrix"),
    Key("matrix.bottom", "G,end", "move(9999, 0)", "Last issue", "Matrix"),
    Key("matrix.select", "space", "select", "Select this issue, and down", "Matrix", "select"),
    Key("matrix.open", "enter", "open", "Down to the evidence; on other (n), open or fold it", "Matrix", "evidence"),
    # Reader
    Key("reader.down", "j,down", "sentence(1)", "Next sentence", "Reader", "down"),
    Key("reader.up", "k,up", "sentence(-1)", "Previous sentence", "Reader", "up"),
    Key("reader.page_down", "ctrl+d,pagedown,space", "page(1)", "Page down", "Reader"),
    Key("reader.page_up", "ctrl+u,pageup", "page(-1)", "Page up", "Reader"),
    Key("reader.top", "g,home", "sentence(-99999)", "To the top", "Reader"),
    Key("reader.bottom", "G,end", "sentence(99999)", "To the bottom", "Reader"),
    Key("reader.next_match", "n", "match(1)", "Next match (while you search)", "Reader", "match"),
    Key("reader.previous_match", "N", "match(-1)", "Previous match", "Reader"),
    Key("reader.next_mark", "right_square_bracket", "mark(1)", "Next marked passage", "Reader", "mark"),
    Key("reader.previous_mark", "left_square_bracket", "mark(-1)", "Previous marked passage", "Reader", "mark"),
    Key("reader.next_word", "l,right", "word(1)", "Next word", "Reader", "word"),
    Key("reader.previous_word", "h,left", "word(-1)", "Previous word", "Reader", "word"),
    Key("reader.range", "v", "range", "Take in what lies between here and where you move", "Reader", "range"),
    Key("reader.quote", "quotation_mark", "quote", "Make a quote of the passage", "Reader", "quote"),
    Key("reader.open", "enter", "open", "To the row that stands on this passage", "Reader", "its row"),
    Key("reader.leave", "escape,backspace", "leave", "Back to the row", "Reader", "back"),
    # Diff
    Key("diff.next", "right_square_bracket", "difference(1)", "Next difference", "Diff", "difference"),
    Key("diff.previous", "left_square_bracket", "difference(-1)", "Previous difference", "Diff", "difference"),
    Key("diff.base_right", "right_parenthesis,right,l", "base(1)", "Next phrasing becomes the base", "Diff", "base"),
    Key("diff.base_left", "left_parenthesis,left,h", "base(-1)", "Previous phrasing becomes the base", "Diff", "base"),
    Key("diff.next_fact", "J", "fact(1)", "Next fact", "Diff", "fact"),
    Key("diff.previous_fact", "K", "fact(-1)", "Previous fact", "Diff", "fact"),
    Key("diff.inline", "i", "inline", "In running text, what each made of the base; or side by side", "Diff", "inline"),
    Key("diff.wrap", "w", "wrap", "Wrap long lines, or not", "Diff", "wrap"),
    Key("diff.down", "j,down", "scroll(1)", "Scroll down", "Diff"),
    Key("diff.up", "k,up", "scroll(-1)", "Scroll up", "Diff"),
    Key("diff.read", "enter", "read", "Read the base phrasing in its place", "Diff", "read"),
    Key("diff.perhaps", "p", "perhaps", "Read the passage of an outlet that perhaps has it", "Diff", "perhaps"),
    Key("diff.kind", "f", "kind", "Only one kind of difference, the next kind, all", "Diff", "kind"),
    Key("diff.confirm", "A", "judge('confirmed')", "Accept the fact as it is", "Diff", "accept/reject"),
    Key("diff.reject", "X", "judge('rejected')", "Reject the fact", "Diff", "reject"),
    Key("diff.part", "s", "part", "Part the base phrasing from the fact", "Diff", "part"),
    Key("diff.move", "m", "move", "Move the base phrasing to another fact", "Diff", "move"),
    Key("diff.copy", "y", "copy", "Copy the diff as a Markdown table", "Diff", "copy"),
    Key("diff.export", "x", "export", "Export the diff: Markdown, HTML, JSON", "Diff", "export"),
    Key("diff.leave", "escape,backspace,q", "leave", "Back to the desk", "Diff", "back"),
    # Two articles
    Key("split.other", "tab,shift+tab", "other", "The other article, at the same passage", "Side by side", "other"),
    Key("split.compare", "d", "compare", "Compare the phrasings of the fact here", "Side by side", "diff"),
    Key("split.another", "S", "another", "Another article on the right", "Side by side", "another"),
    Key("split.leave", "escape,backspace,q", "leave", "Back to the desk", "Side by side", "back"),
    # Texts
    Key("text.copy", "y", "copy", "Copy the whole text", "Texts", "copy all"),
    Key("text.leave", "escape,backspace,q", "leave", "Back to where you were", "Texts", "back"),
    # Dialogs
    Key("dialog.save", "ctrl+s", "save", "Save", "Dialogs", "save"),
    Key("dialog.cancel", "escape", "cancel", "Leave it as it was", "Dialogs", "cancel"),
)  # fmt: skip

BY_ID: dict[str, Key] = {key.id: key for key in KEYS}

SERVED: dict[str, str] = {"desk.pipe": "", "desk.outside": "Open the article's page on the web"}
"""What an action is in a browser, where no program is run; empty: it is not offered there."""

_SIGNS = {
    "question_mark": "?", "slash": "/", "asterisk": "*", "less_than_sign": "<", "greater_than_sign": ">", "enter": "⏎",
    "escape": "esc", "left_square_bracket": "[", "right_square_bracket": "]", "left_parenthesis": "(",
    "right_parenthesis": ")", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "colon": ":", "vertical_line": "|", "apostrophe": "'", "quotation_mark": '"',
    "plus": "+", "minus": "-", "equals_sign": "=",
    "delete": "del", "backspace": "bksp", "pagedown": "pgdn", "pageup": "pgup",
}  # fmt: skip


def offered(served: bool = False) -> list[Key]:
    """The actions that are offered, in the order of help: in a terminal all of them."""
    if not served:
        return list(KEYS)
    found = (replace(key, description=SERVED.get(key.id, key.description)) for key in KEYS)
    return [key for key in found if key.description]


def bindings(scope: str) -> list[BindingType]:
    """The bindings of a scope, for a widget's or screen's BINDINGS."""
    from textual.binding import Binding  # here, so that the command line can list the keys without Textual

    return [Binding(key.keys, key.action, key.description, id=key.id, show=False) for key in KEYS if key.scope == scope]


def sign(key: str) -> str:
    """A key as people write it: `^p`, `?`, `⏎`."""
    *modifiers, name = key.strip().split("+")
    shown = _SIGNS.get(name, name)
    if modifiers == ["ctrl"]:
        return f"^{shown}"
    return "+".join([*modifiers, shown])


def keys_of(id: str, keymap: Mapping[str, str] | None = None) -> list[str]:
    """The keys of a binding as they are now, in the form people write."""
    return [sign(key) for key in (keymap or {}).get(id, BY_ID[id].keys).split(",")]


def keys_table(keymap: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Every binding as (keys, description, id), in the order of help."""
    return [("  ".join(keys_of(key.id, keymap)), key.description, key.id) for key in KEYS]
