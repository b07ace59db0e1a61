"""The schemas of the JSON answers of ``geltung applies`` and ``geltung show``: exactly these keys, and no others."""

from typing import Final

from geltung.model.terms import AREAS, CHANGE_KINDS, MARKS, STATES
from geltung.parse.tasks import UNCERTAIN_NAMES
from geltung.schemas.definitions import DRAFT
from geltung.schemas.parts import (
    DAY,
    OPTIONAL_DAY,
    OPTIONAL_TEXT,
    SCOPE,
    SOURCE,
    TEXT,
    TEXTS,
    Schema,
    closed,
    listing,
    one_of,
    said,
)

_DIRECTIVE: Final = closed(
    id=said(TEXT, "Nummer der Weisung."),
    title=TEXT,
    in_force_from=said(OPTIONAL_DAY, "Erster Tag des Zeitraums, in dem sie am gefragten Tag gilt oder gelten wird."),
    in_force_until=said(OPTIONAL_DAY, "Letzter Tag dieses Zeitraums mit bekannten Aufhebungen; null: offen."),
    ended_by=said(OPTIONAL_TEXT, "Nummer der Weisung, die sie aufhebt."),
    scope=SCOPE,
    marks=said(listing(one_of(MARKS)), "Besonderheiten."),
)
_TASK: Final = closed(
    id=said(TEXT, "Nummer der Weisung, „#“ und Kennung des Auftrags."),
    directive=said(TEXT, "Nummer der Weisung."),
    state=said(one_of(STATES), "Zustand am gefragten Tag."),
    text=said(TEXT, "Wortlaut am gefragten Tag, ohne Auszeichnung."),
    section=said(TEXT, "Nummer des Abschnitts ohne Schlusspunkt; leer: vor dem ersten Abschnitt."),
    addressees=said(TEXTS, "Kennungen der Einheiten, an die der Auftrag gerichtet ist."),
    via=said(TEXTS, "Kennungen der Einheiten vom Adressaten bis zur gefragten Einheit."),
    starts_on=said(OPTIONAL_DAY, "Beginn, nur wenn er genannt ist."),
    due_on=said(OPTIONAL_DAY, "Frist, bei wiederkehrenden Aufträgen die nächste."),
    recurrence=said(OPTIONAL_TEXT, "Wiederholungsregel nach RFC 5545."),
    because=said(TEXT, "Begründung in einem Satz."),
    source=SOURCE,
)
_REPORTED: Final = listing(
    closed(
        code=said({"type": "string", "pattern": "^[A-Z][0-9]{3}$"}, "Kennung der Meldung."),
        message=TEXT,
        directives=said(TEXTS, "Nummern der betroffenen Weisungen."),
    )
)
SHOWN_TASK: Final = closed(
    id=said(TEXT, "Nummer der Weisung, „#“ und Kennung des Auftrags."),
    text=TEXT,
    section=TEXT,
    addressees=said(TEXTS, "Kennungen der Einheiten."),
    starts_on=OPTIONAL_DAY,
    due_on=OPTIONAL_DAY,
    ends_on=OPTIONAL_DAY,
    recurrence=OPTIONAL_TEXT,
    deadline_words=said(OPTIONAL_TEXT, "Frist in Worten."),
    uncertain=said(listing(one_of(UNCERTAIN_NAMES)), "Was das Original nicht sicher sagt."),
)


def applies_schema() -> Schema:
    """The answer of ``geltung applies --format json``."""
    schema = closed(
        date=said(DAY, "Der gefragte Tag."),
        unit=said({"anyOf": [closed(id=TEXT, name=TEXT), {"type": "null"}]}, "Die gefragte Einheit; null: keine."),
        area=said(one_of(AREAS, optional=True), "Der gefragte Rechtskreis; null: alle."),
        known_on=said(OPTIONAL_DAY, "Stand der Kenntnis; null: alles, was die Sammlung enthält."),
        directives=said(listing(_DIRECTIVE), "Weisungen, die gelten und die Einheit betreffen."),
        upcoming_directives=said(listing(_DIRECTIVE), "Erlassene Weisungen, die erst noch in Kraft treten."),
        tasks=said(listing(_TASK), "Aufträge, geordnet nach Zustand, Frist (ohne Frist zuletzt) und Nummer."),
        not_assessed=said(
            listing(closed(id=TEXT, title=TEXT, cited_by=said(TEXTS, "Nummern der Weisungen, die sie nennen."))),
            "Nur durch Bezüge bekannte Weisungen, deren Geltung hier niemand kennt.",
        ),
        conflicts=said(_REPORTED, "Widersprüche zwischen Weisungen, die diese Antwort berühren."),
        problems=said(_REPORTED, "Fehler in der Sammlung, derentwegen die Antwort unvollständig sein kann."),
    )
    title = "Antwort von „geltung applies“"
    return {"$schema": DRAFT, "title": title, "description": "Was an einem Tag für eine Einheit gilt."} | schema


def show_task_schema() -> Schema:
    """The answer of ``geltung show ID#TASK --format json``."""
    title = "Antwort von „geltung show“ für einen Auftrag"
    return {"$schema": DRAFT, "title": title, "description": "Ein Auftrag in seiner geltenden Fassung."} | SHOWN_TASK


def show_schema() -> Schema:
    """The answer of ``geltung show ID --format json``."""
    change = closed(
        kind=one_of(CHANGE_KINDS),
        target=said(TEXT, "Nummer der geänderten Weisung."),
        parts=said(TEXTS, "Betroffene Teile; leer: die ganze Weisung."),
        effective=said(OPTIONAL_DAY, "Erster Tag des neuen Zustands; null: unbekannt."),
        valid_until=said(OPTIONAL_DAY, "Neues Ende bei einer Verlängerung."),
    )
    schema = closed(
        id=TEXT,
        title=TEXT,
        issued=OPTIONAL_DAY,
        file_references=said(OPTIONAL_TEXT, "Geschäftszeichen."),
        valid_from=OPTIONAL_DAY,
        valid_until=said(OPTIONAL_DAY, "Gültig bis, wie die Weisung es nennt; null: ohne Ende oder unbekannt."),
        scope=SCOPE,
        references=said(listing(closed(id=TEXT, issued=OPTIONAL_DAY, title=OPTIONAL_TEXT)), "Bezug."),
        changes=said(listing(change), "Was die Weisung an anderen ändert."),
        abstract=said(TEXT, "Text vor dem ersten nummerierten Abschnitt."),
        sections=said(listing(closed(number=TEXT, title=TEXT)), "Nummerierte Abschnitte."),
        tasks=listing(SHOWN_TASK),
        cited_by=said(TEXTS, "Nummern der Weisungen, die sich auf diese beziehen."),
        changed_by=said(TEXTS, "Nummern der Weisungen, die diese aufheben, verlängern, ändern oder berichtigen."),
        source=SOURCE,
    )
    schema["properties"]["draft"] = said({"const": True}, "Nur bei einem Entwurf: Er zählt in keiner Antwort.")
    title = "Antwort von „geltung show“"
    return {"$schema": DRAFT, "title": title, "description": "Eine Weisung und was von ihr bekannt ist."} | schema
