"""Identifiers that the world over are nobody else's, made of ours: the same thing has the same one in every export.

They are UUIDs of version 5 (RFC 9562): of a namespace that is this program's, and a name.
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID, uuid5

NAMESPACE = UUID("78416fc9-5414-4885-b9c2-e06da8590ade")
"""This program's. With another one, what was exported before would not be known again."""


@lru_cache(maxsize=1 << 14)
def guid(kind: str, *key: object) -> str:
    """The UUID of something by its kind and what tells it from others of the kind."""
    name = "\x1f".join((kind, *map(str, key)))
    return str(uuid5(NAMESPACE, name.encode("utf-8", "backslashreplace").decode()))


def urn(kind: str, *key: object) -> str:
    """The same as an address: `urn:uuid:...`."""
    return f"urn:uuid:{guid(kind, *key)}"
