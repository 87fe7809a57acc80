"""The screens: the desk, the phrasing diff, and the dialogs over them."""

from pathlib import Path

STYLES = Path(__file__).parent.with_name("screens.tcss")
"""How all of them look, but for the desk: for their `CSS_PATH`."""
