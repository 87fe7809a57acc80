"""What articles are analysed by, put to use in this process and told."""

from __future__ import annotations

from workbench.config.analysis_settings import AnalysisSettings


def use_settings(settings: AnalysisSettings) -> str:
    """Let this process analyse by these settings; the version: this program with the analyst's words and persons."""
    from workbench.analysis import revision
    from workbench.analysis.entities.countries import code
    from workbench.analysis.knowledge import bodies, office_holders
    from workbench.analysis.knowledge.analyst_people import read_people
    from workbench.analysis.positions import stance_lexicon

    stance_lexicon.use_analyst_words(settings.stances)
    office_holders.use_analyst_people(read_people(settings.people, code).bearers)
    office_holders.use_known_people(settings.known_people)
    bodies.use_bodies(settings.known_people)
    return revision.version()
