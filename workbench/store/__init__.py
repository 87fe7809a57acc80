"""Values to and from SQLite: the case file, its search, and the analyst's undoable changes."""

from workbench.store.connect import Store

__all__ = ["Store"]
