"""The tables' columns as plain data, and statements made from them, so that nothing else imports SQLModel.

``COLUMNS`` is what tables.py defines; a test compares the two.
"""

from typing import Final

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "file": ("path", "stat", "digest", "record_id", "kind", "record", "diagnostics"),
    "unit": ("id", "position", "name", "areas", "record"),
    "unit_key": ("key", "unit"),
    "directive": ("id", "path", "is_reference", "title", "issued", "line", "is_draft"),
    "edge": ("author", "target"),
    "citation": ("directive", "target"),
    "repeal": ("target", "day", "author", "part"),
    "directive_span": (
        "id", "directive", "first", "last", "phase", "in_force_from", "in_force_until", "ended_by",
        "sgb2", "sgb3", "famka", "header", "shown",
    ),
    "wording": ("id", "task", "directive", "recurrence", "begins_on", "line", "shown"),
    "task_span": ("directive", "audience", "first", "last", "reach_on", "place", "open_rule", "wording", "span"),
    "application": ("directive", "audience", "first", "last", "reach_on", "span"),
    "audience": ("id", "key"),
    "reach": ("unit", "on_request", "audience", "first", "last", "via", "because"),
    "report": ("origin", "first", "last", "code", "message", "directives", "scope"),
}  # fmt: skip
"""Table → the columns that are written; ids that SQLite numbers itself are left out."""

OWNED: Final = {
    "directive": "id",
    "edge": "author",
    "citation": "directive",
    "repeal": "author",
    "directive_span": "directive",
    "wording": "directive",
    "task_span": "directive",
    "application": "directive",
    "report": "origin",
}
"""Tables whose rows belong to one directive, and the column that says to which."""


def insert(table: str) -> str:
    """INSERT for one row of a table, values in the order of :data:`COLUMNS`."""
    columns = COLUMNS[table]
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def replace(table: str) -> str:
    """The same, replacing a row with the same primary key."""
    return insert(table).replace("INSERT", "INSERT OR REPLACE", 1)


def delete_owned(table: str) -> str:
    """DELETE of the rows that belong to one directive."""
    return f"DELETE FROM {table} WHERE {OWNED[table]} = ?"
