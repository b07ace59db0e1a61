"""One directive, reference record or task with everything that is known of it."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from geltung.corpus.corpus import effective_day
from geltung.corpus.registry import Registry
from geltung.corpus.sections import within_section
from geltung.model.records import Change, Directive, Record, ReferenceRecord, Task, TaskVersion
from geltung.model.terms import AREAS, EXTENSION
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.courses import phases, task_phases
from geltung.questions.errors import UnknownRecord
from geltung.questions.today import today
from geltung.questions.wordings import as_of
from geltung.store.records import load_records, load_units


class Shown(NamedTuple):
    """A record with its back links, which are computed and stand in no file. ``titles`` are those of cited records.

    ``intervals`` are (first, last or None, ended by), ``repealed_parts`` (part, day, by), ``changes`` what others do
    to it: (author, change, effective day). ``record`` is as it reads on the day, ``stated`` as its file states it.
    """

    record: Record
    cited_by: tuple[str, ...]
    changed_by: tuple[str, ...]
    titles: dict[str, tuple[str | None, str | None]]
    registry: Registry
    intervals: tuple[tuple[str, str | None, str | None], ...]
    repealed_parts: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[str, Change, date | None], ...]
    stated: Record | None = None

    def later(self, task: Task) -> tuple[TaskVersion, ...]:
        """The wordings of a task in the file that do not count yet, or never."""
        whole = self.stated.tasks if isinstance(self.stated, Directive) else ()
        versions = next((item.versions for item in whole if item.id == task.id), ())
        return versions[len(task.versions) :]

    def to_json(self) -> dict[str, Any]:
        """The object that schemas/show.schema.json describes."""
        links: dict[str, Any] = {"cited_by": list(self.cited_by), "changed_by": list(self.changed_by)}
        if isinstance(self.record, ReferenceRecord):
            return {**_reference_json(self.record), **links, "source": {"file": self.record.file, "line": 1}}
        if self.record.draft:
            links["draft"] = True
        return {**self._directive_json(self.record), **links, "source": {"file": self.record.file, "line": 1}}

    def task_json(self, task: Task) -> dict[str, Any]:
        """A task as ``tasks`` lists it, in the wording of the day."""
        text, *others = self._values(task.current).items()
        place = (("id", f"{self.record.id}#{task.id}"), text, ("section", task.section))
        return dict((*place, *others))

    def wording_json(self, version: TaskVersion) -> dict[str, Any]:
        """A wording of a task, named by its line."""
        return {"line": version.line, **self._values(version)}

    def _values(self, version: TaskVersion) -> dict[str, Any]:
        named = [item.unit for text in version.addressed for item in self.registry.addressees(text) if item.unit]
        return {
            "text": version.text,
            "addressees": list(dict.fromkeys(named)),
            "starts_on": _iso(version.starts_on),
            "due_on": _iso(version.due_on),
            "ends_on": _iso(version.ends_on),
            "recurrence": version.recurrence,
            "deadline_words": version.deadline_words,
            "uncertain": list(version.uncertain),
        }

    def _directive_json(self, directive: Directive) -> dict[str, Any]:
        return {
            "id": directive.id,
            "title": directive.title,
            "issued": _iso(directive.issued),
            "file_references": directive.file_references,
            "valid_from": _iso(directive.header.valid_from),
            "valid_until": _iso(directive.header.valid_until),
            "scope": dict(zip(AREAS, directive.header.scope, strict=True)),
            "references": [self._reference(item.id) for item in directive.references],
            "changes": _changes_json(directive),
            "abstract": directive.abstract,
            "sections": [{"number": item.number, "title": item.title} for item in directive.sections],
            "tasks": [self.task_json(task) for task in directive.tasks],
        }

    def _reference(self, id_: str) -> dict[str, Any]:
        issued, title = self.titles.get(id_, (None, None))
        return {"id": id_, "issued": issued, "title": title}


def _changes_json(directive: Directive) -> list[dict[str, Any]]:
    return [
        {
            "kind": change.kind,
            "target": change.target,
            "parts": list(change.parts),
            "effective": _iso(effective_day(directive, change)),
            "valid_until": _iso(change.valid_until) if change.kind == EXTENSION else None,
        }
        for change in directive.changes
    ]


def _reference_json(record: ReferenceRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title,
        "issued": _iso(record.issued),
        "file_references": None,
        "valid_from": None,
        "valid_until": None,
        "scope": dict.fromkeys(AREAS),
        "references": [],
        "changes": [],
        "abstract": "",
        "sections": [],
        "tasks": [],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@surviving_damage
def show(collection: Collection, id_: str, day: date | None = None) -> Shown:
    """The record with an id as it reads on a day, without one today in Germany.

    Raises UnknownRecord, naming the nearest ids, if there is none.
    """
    connection = collection.connection
    id_ = id_.encode(errors="replace").decode()  # a terminal may pass on bytes that are no Unicode
    records = load_records(connection, [id_])
    if not records and (known := _same_id(connection, id_)):
        return show(collection, known, day)
    if not records:
        raise UnknownRecord(f"Es gibt keine Weisung „{id_}“.{_nearest(connection, id_)}")
    cited_by = connection.execute(_CITED_BY, (id_,))
    rows = connection.execute(_CHANGED_BY, (id_,))
    changed_by = tuple(row[0] for row in rows)
    record = records[0]
    on = (day or today()).isoformat()
    return Shown(
        _as_of(collection, record, on),
        tuple(row[0] for row in cited_by),
        changed_by,
        _titles(connection, record, on),
        Registry(load_units(connection)),
        tuple(connection.execute(_INTERVALS, (id_,))),
        tuple(connection.execute(_REPEALED_PARTS, (id_,))),
        tuple(_changes_to(connection, id_, changed_by)),
        record,
    )


def _as_of(collection: Collection, record: Record, day: str) -> Record:
    if isinstance(record, ReferenceRecord) or record.draft:
        return record
    return as_of(record, phases(collection, record.id).get(record.id, ()), task_phases(collection, record.id), day)


_INTERVALS: Final = """
SELECT DISTINCT in_force_from, in_force_until, ended_by FROM directive_span
 WHERE directive = ? AND phase = 'in force' ORDER BY in_force_from"""
_TITLE: Final = """
SELECT issued, title, (SELECT shown FROM directive_span WHERE directive = :id
                        ORDER BY first > :day, CASE WHEN first > :day THEN first END, first DESC LIMIT 1)
  FROM directive WHERE id = :id"""
"""The title that counts on a day is that of the last phase begun by then, before all of them that of the first."""
_CITED_BY: Final = """
SELECT citation.directive FROM citation JOIN directive ON directive.id = citation.directive
 WHERE citation.target = ? AND NOT directive.is_draft ORDER BY citation.directive"""
_CHANGED_BY: Final = """
SELECT edge.author FROM edge JOIN directive ON directive.id = edge.author
 WHERE edge.target = ? AND NOT directive.is_draft ORDER BY edge.author"""
_REPEALED_PARTS: Final = "SELECT part, day, author FROM repeal WHERE target = ? AND part != '' ORDER BY day, part"


def _changes_to(
    connection: sqlite3.Connection, id_: str, authors: tuple[str, ...]
) -> Iterator[tuple[str, Change, date | None]]:
    for author in load_records(connection, authors):
        if isinstance(author, Directive):
            for change in author.changes:
                if change.target == id_:
                    yield author.id, change, effective_day(author, change)


@surviving_damage
def show_part(collection: Collection, id_: str, part: str, day: date | None = None) -> tuple[Shown, Task | None]:
    """A section of a directive, with nothing but its tasks, or a task of one.

    Raises UnknownRecord, naming the directive's tasks, if there is neither.
    """
    shown = show(collection, id_, day)
    if (section := _section(shown, part)) is not None:
        return section, None
    tasks = shown.record.tasks if isinstance(shown.record, Directive) else ()
    for task in tasks:
        if task.id == part:
            return shown, task
    names = ", ".join(f"#{task.id}" for task in tasks) or "keine"
    raise UnknownRecord(f"{id_} hat keinen Auftrag „#{part}“. Aufträge: {names}")


def _section(shown: Shown, number: str) -> Shown | None:
    record = shown.record
    if not isinstance(record, Directive):
        return None
    sections = tuple(item for item in record.sections if within_section(item.number, number))
    tasks = tuple(task for task in record.tasks if within_section(task.section, number))
    return shown._replace(record=replace(record, sections=sections, tasks=tasks)) if sections else None


def _same_id(connection: sqlite3.Connection, id_: str) -> str | None:
    """The one id that differs only in case, blanks and the kind of dash."""
    wanted = _folded(id_)
    found = [row[0] for row in connection.execute("SELECT id FROM directive") if _folded(row[0]) == wanted]
    return found[0] if len(found) == 1 and found[0] != id_ else None


def _folded(id_: str) -> str:
    return "".join(id_.casefold().replace("–", "-").replace("—", "-").split())


def _titles(connection: sqlite3.Connection, record: Record, day: str) -> dict[str, tuple[str | None, str | None]]:
    if isinstance(record, ReferenceRecord):
        return {}
    found: dict[str, tuple[str | None, str | None]] = {}
    for reference in record.references:
        row = connection.execute(_TITLE, {"id": reference.id, "day": day}).fetchone()
        if row:
            issued, title, shown = row
            found[reference.id] = (issued, json.loads(shown)[0] if shown else title)
    return found


def _nearest(connection: sqlite3.Connection, id_: str) -> str:
    import difflib

    ids = [row[0] for row in connection.execute("SELECT id FROM directive ORDER BY id")]
    near = difflib.get_close_matches(id_, ids, n=3, cutoff=0.5)
    return f" Ähnlich: {', '.join(near)}" if near else " „geltung list“ zeigt alle."
