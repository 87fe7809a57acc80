"""What fills a case and keeps it whole: add, analyse, check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli import analysis_report
from workbench.cli.case_access import open_case, say_owed
from workbench.cli.exit_codes import INTERRUPTED, say
from workbench.cli.options import WORDS, case_option, jobs_option, json_option
from workbench.cli.output import json_array, one_record
from workbench.cli.progress import Interruption, job
from workbench.export.sanitizing import one_line
from workbench.model import Outcome

if TYPE_CHECKING:
    from workbench.model import Summary
    from workbench.work import Case

SHOWN = 20


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--outlet", type=WORDS, help="Who published them.")
@click.option("--date", "published_on", type=WORDS, metavar="YYYY-MM-DD", help="When they were published.")
@click.option("--title", type=WORDS, help="Their title.")
@click.option("--byline", type=WORDS, help="Who wrote them.")
@click.option("--language", type=WORDS, metavar="CODE", help="Their language: en, fr, ...")
@click.option("--agency", type=WORDS, help="The agency that they credit.")
@click.option("--url", type=WORDS, help="Where they are on the web.")
@click.option("--name-pattern", type=WORDS, metavar="PATTERN", help="How files are named: {outlet}_{date}_{title}.")
@click.option("--no-analysis", is_flag=True, help="Only add; analyse later.")
@jobs_option
@json_option
@case_option
def add(
    sources: tuple[str, ...], name_pattern: str | None, no_analysis: bool, jobs: int, as_json: bool, case: Path | None,
    **overrides: str | None,
) -> int:  # fmt: skip
    """Add articles to a case and analyse them. The case is made if it is not there.

    A SOURCE is a file (text, Markdown, HTML, JSONL), a folder, a glob, or - for standard input. What the case has
    already stays. The options set what holds for every article added, and for those known already where you have not
    corrected it. Outlet, day and title that a text does not give are read from its file's name: by themselves where
    they are plain, else by --name-pattern, whose parts are {outlet}, {date}, {title}, {byline}, {agency}, {language}
    and * for what is passed over.

    \b
      workbench add articles/ --case talks.db
      workbench add story.txt --outlet "Coastal Wire" --date 2025-08-21
      workbench add clips/ --name-pattern "{outlet}_{date}_{title}"
      workbench add - --no-analysis < story.html
    """
    from workbench.work.lookups import checked

    given = {name: checked(name, value) for name, value in overrides.items() if value is not None}
    from workbench.work.additions import file_names

    names = file_names(name_pattern, sources) if name_pattern else None
    with open_case(case, create=True, jobs=jobs) as desk:
        with job("Adding") as (bar, stop):
            summary = desk.add(sources, given, names=names, report=bar, stop=stop)
        outcome = Outcome()
        if not stop.asked and not no_analysis and desk.owed():
            outcome, stop = _analyse(desk)
    if as_json:
        one_record(_summary_record(summary, outcome))
    _say_summary(summary, outcome)
    if stop.asked:
        return INTERRUPTED
    return 1 if summary.failures or not (summary.added or summary.known) else 0


def _analyse(desk: Case, everything: bool = False) -> tuple[Outcome, Interruption]:
    with job("Analysing") as (bar, stop):
        return desk.analyse(everything, report=bar, stop=stop), stop


def _summary_record(summary: Summary, outcome: Outcome) -> dict[str, object]:
    failures = [{"source": failure.source, "reason": failure.reason} for failure in summary.failures]
    given = {"set": dict(summary.given.set), "kept": dict(summary.given.kept)}
    found = {
        "added": list(summary.added),
        "repeated": summary.repeated,
        "known": summary.known,
        "given": given,
        "failures": failures,
    }
    return {**found, "unfitting": list(summary.unfitting), **analysis_report.record(outcome)}


def _repeated(summary: Summary) -> str:
    return f" ({summary.repeated} with the text of another)" if summary.repeated else ""


def _known(summary: Summary) -> str:
    """How many were known already, and what was set on them."""
    given = summary.given.told(summary.known)
    return f"{summary.known} known already{f': {given}' if given else ''}"


def _say_summary(summary: Summary, outcome: Outcome) -> None:
    _say_some([f"Not added: {one_line(failure.source)}: {failure.reason}" for failure in summary.failures])
    _say_some([f"The pattern does not fit the name: {one_line(name)}" for name in summary.unfitting])
    parts = [f"{len(summary.added)} added{_repeated(summary)}"]
    parts += [_known(summary)] if summary.known else []
    parts += [f"{len(summary.failures)} failed"] if summary.failures else []
    parts += analysis_report.counts(outcome) if outcome != Outcome() else []
    say(", ".join(parts) + ".")
    analysis_report.say_changes(outcome)


def _say_some(lines: list[str]) -> None:
    for line in lines[:SHOWN]:
        say(line)
    if len(lines) > SHOWN:
        say(f"... and {len(lines) - SHOWN} more.")


@click.command()
@click.option("--all", "everything", is_flag=True, help="Everything again, not only what waits.")
@click.option("--changes", is_flag=True, help="List the quotes and positions that are not as they were.")
@jobs_option
@json_option
@case_option
def analyse(everything: bool, changes: bool, jobs: int, as_json: bool, case: Path | None) -> int:
    """Analyse the articles that wait for it. Your notes, tags and corrections stay.

    An article that is clearly not in English is not analysed; it can be read and searched. If it is in English after
    all, say so and analyse again: workbench edit ID language en.

    \b
      workbench analyse
      workbench analyse --all --changes --case talks.db
    """
    with open_case(case, jobs=jobs) as desk:
        outcome, stop = _analyse(desk, everything)
        if as_json:
            one_record(analysis_report.record(outcome))
        elif changes:
            analysis_report.list_changes(desk, outcome)
    say(", ".join(analysis_report.counts(outcome)) + ".")
    analysis_report.say_changes(outcome, always=everything)
    return INTERRUPTED if stop.asked else 0


@click.command()
@click.option("--repair", is_flag=True, help="Rebuild what can be rebuilt.")
@json_option
@case_option
def check(repair: bool, as_json: bool, case: Path | None) -> int:
    """Check that a case is whole: a line for each thing that is wrong with it.

    \b
      workbench check --case talks.db
      workbench check --repair
    """
    with open_case(case) as desk:
        wrong = desk.check()
        left = desk.check(repair=True) if repair and wrong else wrong
        owed = desk.owed()
    if as_json:
        json_array(left)
    else:
        for line in wrong:
            print(one_line(line))
    say(_verdict(len(wrong), len(left), repair))
    say_owed(owed)
    return 1 if left else 0


def _verdict(wrong: int, left: int, repaired: bool) -> str:
    if not wrong:
        return "The case is whole."
    if repaired:
        return f"{wrong - left} of {wrong} repaired."
    return f"{wrong} wrong. workbench check --repair rebuilds what can be rebuilt."
