"""The schemas of the data files that the site publishes under ``api/``."""

from collections.abc import Callable
from typing import Any, Final

from geltung.model.terms import AREAS, PHASES, STATES
from geltung.schemas.answers import SHOWN_TASK
from geltung.schemas.definitions import DRAFT
from geltung.schemas.parts import (
    DAY,
    OPTIONAL_DAY,
    OPTIONAL_TEXT,
    SCOPE,
    TEXT,
    TEXTS,
    Schema,
    closed,
    listing,
    one_of,
    said,
)

_FIRST: Final = said(DAY, "Erster Tag.")
_LAST: Final = said(OPTIONAL_DAY, "Letzter Tag, er zählt mit; null: offen.")
_ON: Final = said(OPTIONAL_DAY, "Tag, dessen Einheitenbeziehungen zählen; null: der gefragte Tag selbst.")
_AUDIENCE: Final = said(TEXT, "Schlüssel der Adressaten, verbindet mit „reach“.")
_LINE: Final = {"type": "integer", "minimum": 1}
_ADDRESS: Final = said(TEXT, "Seite, von der Wurzel der Website aus.")


def directives_schema() -> Schema:
    """api/directives.json"""
    entry = closed(
        id=said(TEXT, "Nummer der Weisung."),
        title=TEXT,
        issued=said(OPTIONAL_DAY, "Erlassdatum."),
        reference_record=said({"type": "boolean"}, "Nur durch Zitat bekannt; Geltung unbekannt."),
        in_force_from=said(OPTIONAL_DAY, "Erster Tag des letzten Geltungszeitraums."),
        in_force_until=said(OPTIONAL_DAY, "Letzter Tag dieses Zeitraums; null: offen."),
        ended_by=said(OPTIONAL_TEXT, "Nummer der Weisung, die sie aufhebt."),
        scope=SCOPE,
        page=_ADDRESS,
        data=said(TEXT, "Alles über die Weisung als JSON (Antwort von „geltung show“)."),
    )
    return _file("Weisungen", "Alle Weisungen und nur zitierte Weisungen.", directives=listing(entry))


def units_schema() -> Schema:
    """api/units.json"""
    relation = closed(unit=said(TEXT, "Kennung."), **{"from": OPTIONAL_DAY, "until": OPTIONAL_DAY})
    relations = listing(relation)
    entry = closed(
        id=said(TEXT, "Kennung."),
        name=TEXT,
        abbreviations=TEXTS,
        variants=said(TEXTS, "Andere Schreibweisen."),
        instance_of=said(relations, "Zählt zu; gibt Aufträge weiter."),
        part_of=said(relations, "Teil von; gibt Aufträge weiter."),
        reports_to=said(relations, "Berichtet an; gibt keine Aufträge weiter."),
        areas=said(listing(one_of(AREAS)), "Eigene Rechtskreise; leer: die der Klasse oder des Ganzen."),
        **{"from": OPTIONAL_DAY, "until": OPTIONAL_DAY},
        page=_ADDRESS,
        calendar=said(TEXT, "Kalender der Fristen (ICS)."),
        feed=said(TEXT, "Neues als Feed (Atom)."),
    )
    return _file("Einheiten", "Die Organisationseinheiten und ihre Beziehungen.", units=listing(entry))


def tasks_schema() -> Schema:
    """api/tasks.json"""
    stated = {name: schema for name, schema in SHOWN_TASK["properties"].items() if name not in ("id", "section")}
    wordings = said(listing(closed(line=_LINE, **stated)), "Alle Fassungen, die älteste zuerst.")
    entry = SHOWN_TASK | {
        "properties": {
            "directive": said(TEXT, "Nummer der Weisung."),
            **SHOWN_TASK["properties"],
            "wordings": wordings,
            "page": _ADDRESS,
        },
        "required": ["directive", *SHOWN_TASK["required"], "wordings", "page"],
    }
    about = (
        "Alle Einzelaufträge in der Fassung des Tages, an dem die Dateien erzeugt wurden, und alle ihre Fassungen. "
        "Welche an welchen Tagen gilt, steht in intervals.json."
    )
    return _file("Einzelaufträge", about, tasks=listing(entry))


def intervals_schema() -> Schema:
    """api/intervals.json"""
    directive = closed(
        directive=TEXT,
        first=_FIRST,
        last=_LAST,
        phase=said(one_of(PHASES), "Wie die Weisung in diesen Tagen steht."),
        in_force_from=OPTIONAL_DAY,
        in_force_until=OPTIONAL_DAY,
        ended_by=OPTIONAL_TEXT,
        scope=SCOPE,
    )
    task = closed(
        task=said(TEXT, "Nummer der Weisung, „#“ und Kennung des Auftrags."),
        first=_FIRST,
        last=_LAST,
        state=one_of(STATES),
        due_on=said(OPTIONAL_DAY, "Frist in diesen Tagen, bei wiederkehrenden Aufträgen die nächste."),
        recurrence=said(
            OPTIONAL_TEXT, "Nur wo in diesen Tagen noch weitere Termine folgen: die Wiederholungsregel (RFC 5545)."
        ),
        recurrence_start=said(OPTIONAL_DAY, "Beginn dieser Regel (DTSTART)."),
        line=said(_LINE, "Zeile der Fassung, die in diesen Tagen zählt; siehe „wordings“ in tasks.json."),
        audience=_AUDIENCE,
        relations_on=_ON,
    )
    application = closed(directive=TEXT, first=_FIRST, last=_LAST, audience=_AUDIENCE, relations_on=_ON)
    reach = closed(
        audience=_AUDIENCE,
        unit=said(TEXT, "Kennung der erreichten Einheit."),
        first=_FIRST,
        last=_LAST,
        via=said(TEXTS, "Kennungen vom Adressaten bis zur Einheit."),
        with_parts_only=said({"type": "boolean"}, "Nur auf Wunsch: Aufträge einzelner Mitglieder und Teile."),
    )
    return _file(
        "Zeiträume",
        "Was an welchen Tagen gilt und wen es erreicht: die Zeiträume, aus denen alle Antworten gelesen werden.",
        directives=said(listing(directive), "Wie die Weisungen stehen."),
        tasks=said(listing(task), "Zustände der Aufträge; an anderen Tagen werden sie nicht genannt."),
        applications=said(listing(application), "Wen eine geltende oder kommende Weisung betrifft."),
        reach=said(listing(reach), "Welche Einheiten die Adressaten eines Auftrags umfassen."),
    )


def index_schema() -> Schema:
    """api/index.json"""
    entry = closed(path=said(TEXT, "Von diesem Ordner aus."), described_by=said(TEXT, "JSON Schema."), about=TEXT)
    stand = said(DAY, "Tag, an dem die Dateien erzeugt wurden.")
    return _file("Verzeichnis", "Welche Daten es gibt.", as_of=stand, files=listing(entry))


def _file(title: str, description: str, **content: Any) -> Schema:  # noqa: ANN401
    schema = closed(**{"$schema": said(TEXT, "Dieses Schema."), **content})
    return {"$schema": DRAFT, "title": title, "description": description} | schema


DATA_FILES: Final[dict[str, Callable[[], Schema]]] = {
    "index": index_schema,
    "directives": directives_schema,
    "units": units_schema,
    "tasks": tasks_schema,
    "intervals": intervals_schema,
}
"""File under ``api/`` (without ".json") → its schema."""
