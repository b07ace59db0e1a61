"""The schemas of the JSON answers of ``geltung applies`` and ``geltung show``: exactly these keys, and no others."""

from typing import Any, Final

from geltung.model.terms import AREAS, CHANGE_KINDS, FORCES, MARKS, STATES
from geltung.parse.tasks import UNCERTAIN_NAMES
from geltung.schemas.definitions import DAY_PATTERN, DRAFT

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_OPTIONAL_TEXT: Final[Schema] = {"type": ["string", "null"]}
_DAY: Final[Schema] = {"type": "string", "pattern": DAY_PATTERN}
_OPTIONAL_DAY: Final[Schema] = {"type": ["string", "null"], "pattern": DAY_PATTERN}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}


def _said(schema: Schema, description: str) -> Schema:
    return {"description": description} | schema


def _object(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _one_of(values: tuple[str, ...], *, optional: bool = False) -> Schema:
    return {"enum": [*values, None] if optional else list(values)}


_SCOPE: Final = _said(
    {
        "type": "object",
        "properties": {area: _one_of(FORCES, optional=True) for area in AREAS},
        "required": list(AREAS),
        "additionalProperties": False,
    },
    "Was die Weisung für jeden Rechtskreis ist; null: nicht angegeben.",
)
_SOURCE: Final = _said(
    _object(
        file=_said(_TEXT, "Datei, vom Ordner der Sammlung aus."),
        line=_said({"type": "integer", "minimum": 1}, "Zeile, von 1 an."),
    ),
    "Wo es steht.",
)
_DIRECTIVE: Final = _object(
    id=_said(_TEXT, "Nummer der Weisung."),
    title=_TEXT,
    in_force_from=_said(_OPTIONAL_DAY, "Erster Tag des Zeitraums, in dem sie am gefragten Tag gilt oder gelten wird."),
    in_force_until=_said(_OPTIONAL_DAY, "Letzter Tag dieses Zeitraums mit bekannten Aufhebungen; null: offen."),
    ended_by=_said(_OPTIONAL_TEXT, "Nummer der Weisung, die sie aufhebt."),
    scope=_SCOPE,
    marks=_said(_list(_one_of(MARKS)), "Besonderheiten."),
)
_TASK: Final = _object(
    id=_said(_TEXT, "Nummer der Weisung, „#“ und Kennung des Auftrags."),
    directive=_said(_TEXT, "Nummer der Weisung."),
    state=_said(_one_of(STATES), "Zustand am gefragten Tag."),
    text=_said(_TEXT, "Wortlaut am gefragten Tag, ohne Auszeichnung."),
    section=_said(_TEXT, "Nummer des Abschnitts ohne Schlusspunkt; leer: vor dem ersten Abschnitt."),
    addressees=_said(_TEXTS, "Kennungen der Einheiten, an die der Auftrag gerichtet ist."),
    via=_said(_TEXTS, "Kennungen der Einheiten vom Adressaten bis zur gefragten Einheit."),
    starts_on=_said(_OPTIONAL_DAY, "Beginn, nur wenn er genannt ist."),
    due_on=_said(_OPTIONAL_DAY, "Frist, bei wiederkehrenden Aufträgen die nächste."),
    recurrence=_said(_OPTIONAL_TEXT, "Wiederholungsregel nach RFC 5545."),
    because=_said(_TEXT, "Begründung in einem Satz."),
    source=_SOURCE,
)
_REPORTED: Final = _list(
    _object(
        code=_said({"type": "string", "pattern": "^[A-Z][0-9]{3}$"}, "Kennung der Meldung."),
        message=_TEXT,
        directives=_said(_TEXTS, "Nummern der betroffenen Weisungen."),
    )
)


def applies_schema() -> Schema:
    """The answer of ``geltung applies --format json``."""
    schema = _object(
        date=_said(_DAY, "Der gefragte Tag."),
        unit=_said({"anyOf": [_object(id=_TEXT, name=_TEXT), {"type": "null"}]}, "Die gefragte Einheit; null: keine."),
        area=_said(_one_of(AREAS, optional=True), "Der gefragte Rechtskreis; null: alle."),
        known_on=_said(_OPTIONAL_DAY, "Stand der Kenntnis; null: alles, was die Sammlung enthält."),
        directives=_said(_list(_DIRECTIVE), "Weisungen, die gelten und die Einheit betreffen."),
        upcoming_directives=_said(_list(_DIRECTIVE), "Erlassene Weisungen, die erst noch in Kraft treten."),
        tasks=_said(_list(_TASK), "Aufträge, geordnet nach Zustand, Frist (ohne Frist zuletzt) und Nummer."),
        not_assessed=_said(
            _list(_object(id=_TEXT, title=_TEXT, cited_by=_said(_TEXTS, "Nummern der Weisungen, die sie nennen."))),
            "Nur durch Bezüge bekannte Weisungen, deren Geltung hier niemand kennt.",
        ),
        conflicts=_said(_REPORTED, "Widersprüche zwischen Weisungen, die diese Antwort berühren."),
        problems=_said(_REPORTED, "Fehler in der Sammlung, derentwegen die Antwort unvollständig sein kann."),
    )
    title = "Antwort von „geltung applies“"
    return {"$schema": DRAFT, "title": title, "description": "Was an einem Tag für eine Einheit gilt."} | schema


def show_schema() -> Schema:
    """The answer of ``geltung show ID --format json``."""
    change = _object(
        kind=_one_of(CHANGE_KINDS),
        target=_said(_TEXT, "Nummer der geänderten Weisung."),
        parts=_said(_TEXTS, "Betroffene Teile; leer: die ganze Weisung."),
        effective=_said(_OPTIONAL_DAY, "Erster Tag des neuen Zustands; null: unbekannt."),
        valid_until=_said(_OPTIONAL_DAY, "Neues Ende bei einer Verlängerung."),
    )
    task = _object(
        id=_said(_TEXT, "Nummer der Weisung, „#“ und Kennung des Auftrags."),
        text=_TEXT,
        section=_TEXT,
        addressees=_said(_TEXTS, "Kennungen der Einheiten."),
        starts_on=_OPTIONAL_DAY,
        due_on=_OPTIONAL_DAY,
        ends_on=_OPTIONAL_DAY,
        recurrence=_OPTIONAL_TEXT,
        deadline_words=_said(_OPTIONAL_TEXT, "Frist in Worten."),
        uncertain=_said(_list(_one_of(UNCERTAIN_NAMES)), "Was das Original nicht sicher sagt."),
    )
    schema = _object(
        id=_TEXT,
        title=_TEXT,
        issued=_OPTIONAL_DAY,
        file_references=_said(_OPTIONAL_TEXT, "Geschäftszeichen."),
        valid_from=_OPTIONAL_DAY,
        valid_until=_said(_OPTIONAL_DAY, "Gültig bis, wie die Weisung es nennt; null: ohne Ende oder unbekannt."),
        scope=_SCOPE,
        references=_said(_list(_object(id=_TEXT, issued=_OPTIONAL_DAY, title=_OPTIONAL_TEXT)), "Bezug."),
        changes=_said(_list(change), "Was die Weisung an anderen ändert."),
        abstract=_said(_TEXT, "Text vor dem ersten nummerierten Abschnitt."),
        sections=_said(_list(_object(number=_TEXT, title=_TEXT)), "Nummerierte Abschnitte."),
        tasks=_list(task),
        cited_by=_said(_TEXTS, "Nummern der Weisungen, die sich auf diese beziehen."),
        changed_by=_said(_TEXTS, "Nummern der Weisungen, die diese aufheben, verlängern, ändern oder berichtigen."),
        source=_SOURCE,
    )
    schema["properties"]["draft"] = _said({"const": True}, "Nur bei einem Entwurf: Er zählt in keiner Antwort.")
    title = "Antwort von „geltung show“"
    return {"$schema": DRAFT, "title": title, "description": "Eine Weisung und was von ihr bekannt ist."} | schema
