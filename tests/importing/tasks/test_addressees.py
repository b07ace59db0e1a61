"""Headings, lead-ins and labels that name addressees, as administrations write them; what is not plain names none."""

import pytest

from tests.importing.records import known

READ = (
    ("Die Agenturen für Arbeit", "AA"),
    ("Die Agenturen für Arbeit:", "AA"),
    ("An alle Agenturen für Arbeit", "AA"),
    ("Alle Agenturen für Arbeit", "AA"),
    ("Sämtliche Agenturen für Arbeit", "AA"),
    ("Den Agenturen für Arbeit", "AA"),
    ("Agenturen für Arbeit (AA)", "AA"),
    ("Die Agenturen für Arbeit und die gemeinsamen Einrichtungen", "AA GE"),
    ("Die Agenturen für Arbeit sowie gemeinsame Einrichtungen", "AA GE"),
    ("Agenturen für Arbeit / gemeinsame Einrichtungen", "AA GE"),
    ("AA und gE", "AA GE"),
    ("AA/gE", "AA GE"),
    ("Jede Agentur für Arbeit", "AA"),
    ("Die Regionaldirektionen", "RD"),
    ("Die Regionaldirektionen (RD)", "RD"),
    ("Alle Regionaldirektionen und Agenturen für Arbeit", "RD AA"),
    ("Regionaldirektionen, Agenturen für Arbeit und Familienkassen", "RD AA FAMKA"),
    ("Aufträge an die Regionaldirektionen", "RD"),
    ("Auftrag für die Regionaldirektionen:", "RD"),
    ("Die Regionaldirektionen haben folgende Aufgaben:", "RD"),
    ("Folgende Aufträge ergehen an die Agenturen für Arbeit:", "AA"),
    ("Die Agenturen für Arbeit werden beauftragt:", "AA"),
    ("Die Agenturen für Arbeit werden gebeten,", "AA"),
    ("Für die Agenturen für Arbeit gilt:", "AA"),
    ("Für den Operativen Service", "OS"),
    ("Die Operativen Services", "OS"),
    ("Der Operative Service (OS)", "OS"),
    ("Zentrale", "ZENTRALE"),
    ("Die Zentrale der BA", "ZENTRALE"),
    ("Die Zentrale", "ZENTRALE"),
    ("Die Familienkassen", "FAMKA"),
    ("Familienkasse Direktion", "FAMKA-DIR"),
    ("Die Direktion der Familienkasse", "FAMKA-DIR"),
    ("Die Service Center", "SC"),
    ("Die Servicecenter", "SC"),
    ("Service-Center", "SC"),
    ("Die Service Center und Eingangszonen", "SC EZ"),
    ("Die Internen Services", "IS"),
    ("Der Interne Service", "IS"),
    ("Interne Services (IS)", "IS"),
    ("Der IT-Systemhaus", "IT-S"),
    ("Das IT-Systemhaus", "IT-S"),
    ("IT-Systemhaus der BA", "IT-S"),
    ("Die Zentrale Auslands- und Fachvermittlung", "ZAV"),
    ("ZAV", "ZAV"),
    ("Die ZAV (Zentrale Auslands- und Fachvermittlung)", "ZAV"),
    ("Zentrale Auslands- und Fachvermittlung (ZAV)", "ZAV"),
    ("Die Führungsakademie der BA (FBA)", "FBA"),
    ("Das BA-Service-Haus", "BA-SH"),
    ("Der BA-Service-Haus", "BA-SH"),
    ("BA-SH", "BA-SH"),
    ("Alle Dienststellen", "ALL"),
    ("Alle Dienststellen der BA", "ALL"),
    ("Sämtliche Dienststellen", "ALL"),
    ("An alle Dienststellen der Bundesagentur für Arbeit", "ALL"),
    ("Die gemeinsamen Einrichtungen (gE)", "GE"),
    ("Die Jobcenter (gE)", "GE"),
    ("gemeinsame Einrichtungen", "GE"),
    ("Die Agenturen für Arbeit (Arbeitgeber-Service)", "AA"),
    ("Agenturen für Arbeit, Eingangszonen", "AA EZ"),
    ("Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern", "AA"),
    ("Die Regionaldirektionen Nord und Hessen", "RD-N RD-H"),
    ("Regionaldirektion Bayern", "RD-BY"),
    ("Die Regionaldirektionen Bayern, Hessen und Nord", "RD-BY RD-H RD-N"),
    ("Die Agentur für Arbeit Halle", "AA-Halle"),
    ("Die Agenturen für Arbeit Halle und Kiel", "AA-Halle AA-Kiel"),
    ("a) Die Agenturen für Arbeit", "AA"),
    ("I. Agenturen für Arbeit", "AA"),
    ("(1) Die Agenturen für Arbeit", "AA"),
    ("→ Agenturen für Arbeit", "AA"),
    ("Verantwortlich: Agenturen für Arbeit", "AA"),
    ("Adressat: Agenturen für Arbeit", "AA"),
    ("Adressaten: Agenturen für Arbeit und Regionaldirektionen", "AA RD"),
    ("Zuständig: Operativer Service", "OS"),
    ("Einzelaufträge an die Agenturen für Arbeit", "AA"),
    ("Einzelauftrag für die Familienkassen", "FAMKA"),
    ("Arbeitsaufträge für die Agenturen für Arbeit:", "AA"),
    ("Maßnahmen der Agenturen für Arbeit", "AA"),
    ("Umsetzung durch die Agenturen für Arbeit", "AA"),
    ("Umsetzung in den Agenturen für Arbeit", "AA"),
    ("Durch die Agenturen für Arbeit ist Folgendes umzusetzen:", "AA"),
    ("Von den Agenturen für Arbeit ist zu veranlassen:", "AA"),
    ("Die Agenturen für Arbeit veranlassen Folgendes:", "AA"),
    ("Die Agenturen für Arbeit stellen Folgendes sicher:", "AA"),
)
NOT_PLAIN = (
    "Die örtlichen Agenturen für Arbeit",
    "Die Eingangszonen der Agenturen für Arbeit",
    "Die Dienststellen",
    "Die Agenturen für Arbeit – Eingangszone",
    "Die Geschäftsführungen der Agenturen für Arbeit",
    "Die Agenturen für Arbeit in Bayern",
    "Die Agenturen für Arbeit des RD-Bezirks Bayern",
    "3.1 Agenturen für Arbeit",
    "To do Agenturen für Arbeit",
)


def named(heading: str) -> set[str]:
    """The units that a heading names, or that a sentence begins with before its list."""
    units = known().units
    read = units.read(heading)
    if not read.known and heading.endswith((":", ",")) and (leading := units.leading(heading)):
        read = leading[0]
    return {item.unit or "?" for item in units.resolved(read.words)} if read.known else set()


@pytest.mark.parametrize(("heading", "units"), READ)
def test_a_heading_names_its_units(heading: str, units: str) -> None:
    assert named(heading) == set(units.split())


@pytest.mark.parametrize("heading", NOT_PLAIN)
def test_what_is_not_plain_is_asked(heading: str) -> None:
    assert named(heading) == set()
