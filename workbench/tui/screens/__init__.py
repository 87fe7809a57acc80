"""The screens: the desk, the phrasing diff, and the dialogs over them."""
