"""What outlets are called: one key for all forms of a name, and a label for articles without an outlet."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.analysis.text.lexicon import agencies
from workbench.views import Head


def outlet_label(head: Head) -> str:
    """What an article's outlet is called: by its source where it has none."""
    return head.outlet or head.source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """What all forms of an outlet's name have in common: "The Guardian", "Guardian"; "AP", "Associated Press"."""
    plain = re.sub(r"^(?:the|www\.)\s*|\.(?:com|org|net|co\.\w\w)$", "", " ".join(name.split()).casefold())
    return _agency_keys().get(plain, plain)


@lru_cache(maxsize=1)
def _agency_keys() -> dict[str, str]:
    return {form.casefold(): name.casefold() for form, name in agencies().items()}
