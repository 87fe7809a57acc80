"""Whom `person:` means, as SQL: `{v}` stands for the list of values."""

from __future__ import annotations

NAMES_OF_PEOPLE = (
    "SELECT person_id AS id, name FROM entity WHERE person_id IN ({people})"
    " UNION SELECT id, name FROM person WHERE id IN ({people})"
)
"""People with the names that the machine calls them by, as positions have them, and their own."""
PEOPLE = (
    "SELECT id FROM person WHERE name IN {v} OR id IN {v}"
    " UNION SELECT n.person_id FROM alias a JOIN entity n ON n.id = a.entity_id WHERE a.name IN {v}"
    " AND a.name NOT IN (SELECT name FROM person)"
    " UNION SELECT json_extract(value, '$.id') FROM edit"
    " WHERE field = 'person' AND json_extract(value, '$.called') IN {v}"
)
"""People by a name, an alias that is nobody's name, or an id."""
