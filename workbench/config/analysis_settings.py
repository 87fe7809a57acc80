"""What of the analyst's own the analysis goes by: stance words, persons, and whether the tables are asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.config.settings import Settings, settings_path

CHARACTERS_AT_MOST = 5_000_000


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """What the use cases of an open case hand to the analysis."""

    stances: Mapping[str, str] = field(default_factory=dict)
    """As `Settings.stances` has them."""
    people: str = ""
    """The text of the analyst's table of persons."""
    known_people: bool = True
    """Whether what an article takes for granted is looked up."""


def people_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the analyst's table of persons is: `people.tsv` beside the settings."""
    return settings_path(environ).with_name("people.tsv")


def read_people_table(path: Path | None = None) -> tuple[str, str]:
    """The text of the analyst's table, "" if there is none; and why it cannot be read, "" if it can."""
    path = path or people_path()
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(CHARACTERS_AT_MOST + 1)
    except FileNotFoundError:
        return "", ""
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"it is not text in UTF-8 ({error})"
        return "", f"The persons in {path} are not used: {reason}."
    if len(text) > CHARACTERS_AT_MOST:
        return "", f"The persons in {path} are not used: the file is too long."
    return text, ""


def analysis_settings(settings: Settings) -> AnalysisSettings:
    """The settings of the analysis, with the table of persons that can be read."""
    return AnalysisSettings(settings.stances, read_people_table()[0], settings.known_people)
