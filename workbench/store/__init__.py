"""Values to and from SQLite: the case file, its search, and the analyst's undoable changes."""

from workbench.store.connection import Store

__all__ = ["Store"]
