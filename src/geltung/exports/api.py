"""The collection as JSON for other programs: directives, units, tasks and the intervals that all answers come from."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from geltung.exports import addresses
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import OPEN_END_ISO
from geltung.model.records import Directive, Record
from geltung.model.terms import AREAS, STATES
from geltung.questions.collection import Collection
from geltung.questions.courses import phases, task_phases
from geltung.questions.listing import list_directives, list_units, unit_json
from geltung.questions.show import Shown
from geltung.questions.statements import DUE_OF_PLACE, STATE_OF_PLACE, TASK_OF_PLACE
from geltung.questions.wordings import as_of
from geltung.schemas.data_files import DATA_FILES
from geltung.schemas.export import rendered
from geltung.store.database import reading

Json = dict[str, Any]

_SCHEMAS: Final = "schemas"


def api(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """All data files and their schemas. ``today`` is the day whose titles and wordings count."""
    with reading(collection.connection):
        shown = list(_shown(collection, today))
        yield _file("index", {"as_of": today.isoformat(), "files": list(_index())})
        yield _file("directives", {"directives": _directives(collection, shown)})
        yield _file("units", {"units": _units(collection)})
        yield _file("tasks", {"tasks": list(_tasks(shown, collection.corpus().records))})
        yield _file("intervals", _intervals(collection))
    for item in shown:
        yield GeneratedFile(_data_of(item.record.id), _encoded(item.to_json()) + "\n")
    for name in (*(f"api-{name}" for name in DATA_FILES), "show"):
        schema = f"{name}.schema.json"
        yield GeneratedFile(f"{addresses.DATA}/{_SCHEMAS}/{schema}", rendered(schema))


def _index() -> Iterator[Json]:
    for name, schema in DATA_FILES.items():
        if name != "index":
            path = f"{_SCHEMAS}/api-{name}.schema.json"
            yield {"path": f"{name}.json", "described_by": path, "about": schema()["description"]}
    about = "Eine Weisung mit allem, was von ihr bekannt ist."
    yield {"path": "directives/{id}.json", "described_by": f"{_SCHEMAS}/show.schema.json", "about": about}


def _file(name: str, content: Json) -> GeneratedFile:
    schema = f"{_SCHEMAS}/api-{name}.schema.json"
    return GeneratedFile(f"{addresses.DATA}/{name}.json", _encoded({"$schema": schema, **content}) + "\n")


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _data_of(id_: str) -> str:
    return f"{addresses.DATA}/directives/{addresses.slug(id_)}.json"


def _shown(collection: Collection, today: date) -> Iterator[Shown]:
    """Every record as ``geltung show`` answers it, from what is in memory anyway."""
    corpus = collection.corpus()
    day, found, duties = today.isoformat(), phases(collection), task_phases(collection)
    records = {
        id_: as_of(record, found.get(id_, ()), duties, day) if isinstance(record, Directive) else record
        for id_, record in corpus.records.items()
    }
    titles: dict[str, tuple[str | None, str | None]] = {
        id_: (record.issued.isoformat() if record.issued else None, record.title) for id_, record in records.items()
    }
    authors: dict[str, list[str]] = {}
    for author, target in collection.connection.execute("SELECT author, target FROM edge ORDER BY author"):
        if author in corpus.records:
            authors.setdefault(target, []).append(author)
    for id_, record in sorted(records.items()):
        cited_by = corpus.cited_by.get(id_, ())
        changed_by = tuple(authors.get(id_, ()))
        yield Shown(record, cited_by, changed_by, titles, corpus.registry, (), (), ())


def _directives(collection: Collection, shown: Iterable[Shown]) -> list[Json]:
    records = {item.record.id: item.record for item in shown}
    return [
        {
            **item.to_json(),
            "title": records[item.id].title,
            "page": addresses.directive_page(item.id),
            "data": _data_of(item.id),
        }
        for item in list_directives(collection)
        if item.id in records
    ]


def _units(collection: Collection) -> list[Json]:
    return [
        {
            **unit_json(unit),
            "page": addresses.unit_page(unit.id),
            "calendar": addresses.calendar(unit.id),
            "feed": addresses.feed(unit.id),
        }
        for unit in list_units(collection)
    ]


def _tasks(shown: Iterable[Shown], records: Mapping[str, Record]) -> Iterator[Json]:
    for item in shown:
        page = addresses.directive_page(item.record.id)
        whole = records[item.record.id]
        if not isinstance(item.record, Directive) or not isinstance(whole, Directive):
            continue
        for task, stated in zip(item.record.tasks, whole.tasks, strict=True):
            address = f"{page}#{addresses.task_anchor(task.id)}"
            wordings = [item.wording_json(version) for version in stated.versions if version.present]
            yield {"directive": item.record.id, **item.task_json(task), "wordings": wordings, "page": address}


def _intervals(collection: Collection) -> Json:
    execute = collection.connection.execute
    directives = execute(
        "SELECT directive, first, last, phase, in_force_from, in_force_until, ended_by, sgb2, sgb3, famka"
        " FROM directive_span ORDER BY directive, first"
    )
    tasks = execute(
        "SELECT place, first, last, open_rule, recurrence, begins_on, key, reach_on, line FROM task_span"
        " JOIN wording ON wording.id = task_span.wording JOIN audience ON audience.id = task_span.audience"
        " ORDER BY task_span.directive, wording.id, first, key"
    )
    applications = execute(
        "SELECT directive, first, last, key, reach_on FROM application JOIN audience ON audience.id = audience"
        " ORDER BY directive, first, key"
    )
    reach = execute(
        "SELECT key, unit, first, last, via, on_request FROM reach JOIN audience ON audience.id = audience"
        " ORDER BY key, unit, first"
    )
    return {
        "directives": [_directive_interval(*row) for row in directives],
        "tasks": [_task_interval(*row) for row in tasks],
        "applications": [
            {"directive": id_, "first": first, "last": _closed(last), "audience": key, "relations_on": on}
            for id_, first, last, key, on in applications
        ],
        "reach": [
            {
                "audience": key, "unit": unit, "first": first, "last": _closed(last), "via": json.loads(via),
                "with_parts_only": bool(on_request),
            }
            for key, unit, first, last, via, on_request in reach
        ],
    }  # fmt: skip


def _directive_interval(
    id_: str, first: str, last: str, phase: str, begin: str | None, end: str | None, by: str | None, *scope: str | None
) -> Json:
    return {
        "directive": id_,
        "first": first,
        "last": _closed(last),
        "phase": phase,
        "in_force_from": begin,
        "in_force_until": end,
        "ended_by": by,
        "scope": dict(zip(AREAS, scope, strict=True)),
    }


def _task_interval(
    place: str,
    first: str,
    last: str,
    open_rule: bool,
    rule: str | None,
    begin: str | None,
    key: str,
    on: str | None,
    line: int,
) -> Json:
    return {
        "task": place[TASK_OF_PLACE],
        "first": first,
        "last": _closed(last),
        "state": STATES[int(place[STATE_OF_PLACE])],
        "due_on": _closed(place[DUE_OF_PLACE]),
        "recurrence": rule if open_rule else None,
        "recurrence_start": begin if open_rule else None,
        "line": line,
        "audience": key,
        "relations_on": on,
    }


def _closed(day: str) -> str | None:
    """A day; None for the open end."""
    return None if day == OPEN_END_ISO else day
