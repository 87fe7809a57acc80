"""What the analyst corrects, on one thing or on many: each call is one action, and says in words what it did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.errors import NotFound, UsageError
from workbench.model import ARTICLE_FIELDS, STATUSES, Quote, Speaker, counted
from workbench.store.database import Database
from workbench.store.field_validation import (
    NO_TABLES,
    SPEAKER_FIELDS,
    LookupTables,
    field_label,
    quoted,
    shortened,
    single_line,
    stored_speaker,
    validate,
)
from workbench.store.history import RowChange, apply_changes
from workbench.store.mark_targets import KINDS, describe_targets, require_targets
from workbench.store.match_constraints import must_link_changes
from workbench.store.query.value_matching import UNNAMED
from workbench.store.rows import read_quotes
from workbench.store.serialization import json_array, storable, to_json
from workbench.store.transactions import writes

EDITABLE = {
    "article": ARTICLE_FIELDS,
    "quote": ("speakers",),
    "position": ("stance", "issue", "status"),
    "fact": ("gist", "status"),
}


@writes
def correct(db: Database, targets: Sequence[str], values: Mapping[str, Any], known: LookupTables = NO_TABLES) -> str:
    """Lay values of the analyst's over what the machine found in each target; what was done, "" if nothing was.

    Articles: names of ARTICLE_FIELDS, a str each. Quotes: `speakers`, a list of {name, kind, role, country}. Positions:
    `stance`, `issue` or `status`, a str each. Facts: `gist` or `status`, a str.
    """
    require_targets(db, targets)
    for kind in {KINDS[target[0]] for target in targets}:
        for field in values:
            if field not in EDITABLE.get(kind, ()):
                names = ", ".join(EDITABLE.get(kind, ())) or "none"
                raise UsageError(f"The {shortened(field)} of a {kind} cannot be edited.", f"These can: {names}.")
    stored = {field: validate(field, value, known) for field, value in values.items()}
    changes: list[RowChange] = [
        ("edit", {"target": target, "field": field}, None if _is_default(field, value) else {"value": to_json(value)})
        for target in targets
        for field, value in stored.items()
    ]
    return _apply(db, _label(db, targets, stored), changes)


def edit(db: Database, target: str, field: str, value: Any, known: LookupTables = NO_TABLES) -> str:
    """Correct one field of one thing. An issue everywhere: target "issue", field = its label as shown, value = the new
    one; the label of another issue merges the two.
    """
    if target == "issue":
        return rename_issues(db, [field], value)
    return correct(db, [target], {field: value}, known)


@writes
def respeak(
    db: Database, quotes: Sequence[str], values: Mapping[str, str], whose: str = "", known: LookupTables = NO_TABLES
) -> str:
    """Correct the name, role, country or kind of a speaker in each of some quotes; what was done, "" if nothing was.

    The speaker is the one called `whose`, else the one that all the quotes share, else of each quote its only one;
    quotes with several others are left alone, and that is said. A name that the case knows brings its role, country and
    kind along where none are given; the name "anonymous" or "unknown" is that kind of speaker.
    """
    require_targets(db, quotes, "quote")
    given = {name: validate(name, value, known) for name, value in values.items() if name in SPEAKER_FIELDS}
    given = (
        _unnamed_speaker(given)
        if given.get("name") in UNNAMED
        else {**_known_person(db, given.get("name", "")), **given}
    )
    found = read_quotes(db, "speakers", "id IN (SELECT value FROM json_each(?))", json_array(quotes))
    shared = {whose} if whose else _common_speakers(found.values())
    new = {id: _corrected_speakers(found[id].speakers, given, shared) for id in quotes}
    changed = {id: speakers for id, speakers in new.items() if speakers}
    changes: list[RowChange] = [
        ("edit", {"target": id, "field": "speakers"}, {"value": to_json(speakers)}) for id, speakers in changed.items()
    ]
    left = len(new) - len(changed)
    rest = f"; {counted(left, 'quote')} with several speakers left as it was" if left else ""
    return _apply(db, f"{_speaker_label(describe_targets(db, list(changed)), given)}{rest}", changes)


def _unnamed_speaker(given: Mapping[str, str]) -> dict[str, str]:
    return {"role": "", "country": "", **given, "name": "", "kind": given["name"]}


def _known_person(db: Database, name: str) -> dict[str, str]:
    """What the case knows of whoever has that name: the commonest role, country and kind; nothing of a new name."""
    sql = "SELECT role, country, kind FROM speakers WHERE name = ?"
    rows = db.execute(sql, [storable(name)]).fetchall() if name else []
    if not rows:
        return {}
    columns = zip(("role", "country", "kind"), zip(*rows, strict=True), strict=True)
    return {field: _commonest(values) for field, values in columns}


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def _common_speakers(quotes: Iterable[Quote]) -> set[str]:
    """The speakers that all the quotes have."""
    each = [{speaker.label for speaker in quote.speakers} for quote in quotes]
    return set.intersection(*each) if each else set()


def _corrected_speakers(
    speakers: Sequence[Speaker], given: Mapping[str, str], shared: set[str]
) -> list[dict[str, str]]:
    """The speakers of a quote once they are corrected, each once; nothing where it is not clear which is meant."""
    several = len(speakers) > 1
    if several and not any(speaker.label in shared for speaker in speakers):
        return []
    found = [
        _corrected_speaker(speaker, given if not several or speaker.label in shared else {})
        for speaker in speakers or (Speaker("", "unknown"),)
    ]
    return list({(one["name"], one["kind"]): one for one in reversed(found)}.values())[::-1]


def _corrected_speaker(speaker: Speaker, given: Mapping[str, str]) -> dict[str, str]:
    old: dict[str, str] = {name: getattr(speaker, name) for name in SPEAKER_FIELDS}
    new = {**old, **given}
    if given.get("name") and "kind" not in given and old["kind"] in UNNAMED:
        new["kind"] = "person"
    return stored_speaker(new)


def _speaker_label(of: str, given: Mapping[str, str]) -> str:
    more = ", ".join(given[name] for name in ("role", "country") if given.get(name))
    who = given.get("name") or (given.get("kind", "") if "name" in given else "")
    if who:
        return f"speaker of {of} is now {shortened(who)}{f' ({shortened(more)})' if more else ''}"
    return _fields_label(of, {f"speaker’s {name}": value for name, value in given.items()})


def _is_default(field: str, value: Any) -> bool:
    """Whether a value is what there is without an edit."""
    return (field, value) == ("status", STATUSES[0])


def _label(db: Database, targets: Sequence[str], values: Mapping[str, Any]) -> str:
    of = describe_targets(db, targets)
    if "speakers" in values:
        who = " and ".join(one["name"] or one["kind"] for one in values["speakers"]) or "nobody"
        return f"speaker of {of} is now {shortened(who)}"
    return _fields_label(of, {field_label(field): value for field, value in values.items()})


def _fields_label(of: str, values: Mapping[str, str]) -> str:
    """Which fields of something are now what."""
    if len(values) == 1:
        ((field, value),) = values.items()
        return f"{field} of {of} is now {shortened(value.replace('_', ' ') if field == 'stance' else value) or 'empty'}"
    *first, last = values
    return f"{', '.join(first)} and {last} of {of} corrected"


def _apply(db: Database, label: str, changes: Iterable[RowChange]) -> str:
    return label if apply_changes(db, label, changes) else ""


# Issues and judgements


@writes
def rename_issues(db: Database, labels: Sequence[str], new: str) -> str:
    """Pin what is shown under these labels to `new`: topics that are nowhere else, single positions of the others and
    those put there by hand; the same label pins it, several become one.
    """
    name = single_line("label", new)
    olds = [storable(label) for label in labels]
    keys = list(dict.fromkeys(key for old in olds for key in _shown_under(db, old)))
    changes: list[RowChange] = [("edit", {"target": t, "field": f}, {"value": to_json(name)}) for t, f in keys]
    if len(olds) > 1:
        return _apply(db, f"{counted(len(olds), 'issue')} merged into {quoted(name)}", changes)
    label = f"pin issue {quoted(name)}" if olds == [name] else f"issue {quoted(olds[0])} renamed {quoted(name)}"
    return _apply(db, label, changes)


@writes
def pin_topic(db: Database, topic: str, label: str) -> str:
    """Pin a topic to a label, wherever its positions are shown now."""
    value = {"value": to_json(single_line("label", label))}
    key = {"target": "topic", "field": storable(topic)}
    return _apply(db, f"pin {quoted(topic)} to issue {quoted(label)}", [("edit", key, value)])


def _shown_under(db: Database, label: str) -> list[tuple[str, str]]:
    own = db.execute("SELECT target FROM edit WHERE field = 'issue' AND value = ?", [to_json(label)])
    positions = {**dict.fromkeys(_positions_under(db, label)), **dict.fromkeys(target for (target,) in own)}
    keys = [("topic", topic) for topic in _topics_under(db, label)] + [(target, "issue") for target in positions]
    if not keys:
        raise NotFound(f"There is no issue {quoted(label)}.")
    return keys


def _topics_under(db: Database, label: str) -> list[str]:
    """The topics whose positions are all under a label."""
    rows = db.execute("SELECT topic FROM labels GROUP BY topic HAVING min(label = ?)", [label])
    return [topic for (topic,) in rows]


def _positions_under(db: Database, label: str) -> list[str]:
    """The positions under a label whose topic is elsewhere too, but those that were put elsewhere by hand."""
    rows = db.execute(
        "SELECT position_id FROM labels l WHERE label = ?"
        " AND EXISTS (SELECT 1 FROM labels o WHERE o.topic = l.topic AND o.label <> l.label)"
        " AND position_id NOT IN (SELECT target FROM edit WHERE field = 'issue' AND value <> ?)",
        [label, to_json(label)],
    )
    return [id for (id,) in rows]


def _pinned_of_several(db: Database, label: str) -> list[str]:
    """The positions put under a label whose topic is of several issues, as renaming one of them does."""
    rows = db.execute(
        "SELECT position_id FROM labels l JOIN edit e ON e.target = l.position_id AND e.field = 'issue' AND e.value = ?"
        " WHERE EXISTS (SELECT 1 FROM labels o WHERE o.topic = l.topic AND o.label <> l.label)",
        [to_json(label)],
    )
    return [id for (id,) in rows]


@writes
def put_under(db: Database, positions: Sequence[str], label: str) -> str:
    """Put positions under an issue of their own, or another one."""
    require_targets(db, positions, "position")
    value = {"value": to_json(single_line("label", label))}
    changes: list[RowChange] = [("edit", {"target": id, "field": "issue"}, value) for id in positions]
    return _apply(db, f"{describe_targets(db, positions)} under issue {quoted(label)}", changes)


@writes
def judge(db: Database, targets: Sequence[str], status: str) -> str:
    """Confirm or reject positions or facts, or leave them as the machine's suggestions again.

    The passages of a confirmed fact stay together.
    """
    facts = [id for id in targets if KINDS.get(id[:1]) == "fact"]
    require_targets(db, [id for id in targets if id not in facts], "position")
    require_targets(db, facts)
    value = None if _is_default("status", validate("status", status)) else {"value": to_json(status)}
    changes: list[RowChange] = [("edit", {"target": id, "field": "status"}, value) for id in targets]
    if status == "confirmed":
        changes += must_link_changes(db, facts)
    return _apply(db, f"{describe_targets(db, targets)} {status}", changes)


@writes
def revert(db: Database, targets: Sequence[str], field: str) -> str:
    """Take edits away, so that the machine's value shows again; of target "issue" the pins of a label's topics."""
    if list(targets) == ["issue"]:
        keys = [("topic", topic) for topic in _topics_under(db, storable(field))]
        keys += [(id, "issue") for id in _pinned_of_several(db, storable(field))]
        label = f"issue {quoted(field)} as the machine groups it"
    else:
        keys = [(target, storable(field)) for target in targets]
        label = f"{field_label(shortened(field))} of {describe_targets(db, targets)} as the machine has it"
    changes: list[RowChange] = [("edit", {"target": t, "field": f}, None) for t, f in keys]
    return _apply(db, label, changes)
