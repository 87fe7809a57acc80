"""Which keys an analyst gives to actions: what cannot be is left out, with the reason; the rest is as Textual wants it.

The actions come from above as values (`tui.bindings.KEYS`), so that the settings stay beneath the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from workbench.config.key_names import NO_KEY, canonical, did_you_mean, nearest, nearest_key

Problems = list[tuple[str, str]]
"""Ids with what is wrong with them."""


class BoundAction(Protocol):
    """An action with its keys."""

    @property
    def id(self) -> str:
        """`scope.name`."""

    @property
    def keys(self) -> str:
        """Its keys by default, comma-separated."""

    @property
    def description(self) -> str:
        """What it does."""

    @property
    def scope(self) -> str:
        """Where it works."""


def remap_keys(given: Mapping[str, Any], actions: Sequence[BoundAction]) -> tuple[dict[str, str], Problems]:
    """The keys that differ from the usual ones, and what is wrong; without `actions` only the types are checked."""
    known = {action.id: action for action in actions}
    found: Problems = []
    good: dict[str, str] = {}
    for id, value in _flat(given):
        reason = _reason(id, value, known)
        if reason:
            found.append((id, reason))
        else:
            good[id] = _canonical(value) if known else value
    for id, other, key in _clashes(good, known):
        found.append((id, f"“{key}” is {other} already ({known[other].description}){_stays(known[id])}"))
        del good[id]
    return {id: keys for id, keys in good.items() if id not in known or keys != _canonical(known[id].keys)}, found


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Ids with their keys; `desk.tag = "t"` without quotes around the id is a table in a table, and meant the same."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _reason(id: str, value: Any, known: Mapping[str, BoundAction]) -> str:
    """What is wrong with the keys of an id; "" if nothing is."""
    if known and id not in known:
        return f"there is no action called “{id}”{_meant(id, known)}; `workbench keys` lists them"
    stays = _stays(known[id]) if known else ""
    if not isinstance(value, str):
        return f'the keys of “{id}” must be a string like "t,ctrl+t"{stays}'
    wrong = next((key for key in value.split(",") if not _exists(key)), None) if known else None
    if wrong is None:
        return ""
    if not wrong.strip():
        return f'a key of “{id}” is empty ("comma" is the comma, "{NO_KEY}" leaves an action without a key){stays}'
    return f"there is no key called “{wrong.strip()}”{did_you_mean(nearest_key(wrong))}{stays}"


def _exists(key: str) -> bool:
    return key.strip() == NO_KEY or bool(canonical(key))


def _canonical(keys: str) -> str:
    """Keys under their own names, each once."""
    return ",".join(dict.fromkeys(canonical(key) or NO_KEY for key in keys.split(",")))


def _stays(action: BoundAction) -> str:
    return f"; {action.id} stays on {action.keys}"


def _meant(id: str, known: Mapping[str, BoundAction]) -> str:
    tail = "." + id.rpartition(".")[2]
    return did_you_mean(nearest(id, known) or next((each for each in known if each.endswith(tail)), ""))


def _clashes(good: Mapping[str, str], known: Mapping[str, BoundAction]) -> Iterator[tuple[str, str, str]]:
    """Remapped actions with another of their scope on the same key; the caller takes each out of `good`."""
    while clash := _clash(good, known):
        yield clash


def _clash(good: Mapping[str, str], known: Mapping[str, BoundAction]) -> tuple[str, str, str] | None:
    seen: dict[tuple[str, str], str] = {}
    for id in [*(id for id in known if id not in good), *(id for id in good if id in known)]:
        for key in (good.get(id) or _canonical(known[id].keys)).split(","):
            other = seen.setdefault((known[id].scope, key), id)
            if other != id and key != NO_KEY and id in good:
                return id, other, key
    return None
