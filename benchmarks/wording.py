"""German sentences as they stand in directives: put together from parts, by a given random generator."""

import random
from typing import Final

from benchmarks.places import slug

SUBJECTS: Final = (
    "Kundenportal", "Online-Antrag", "Leistungspostfach", "Kurzarbeitergeld", "Eingliederungszuschuss", "Terminvergabe",
    "Berufsorientierung", "Bildungsgutschein", "Arbeitsuchendmeldung", "Veränderungsmitteilung", "Aktenplan",
    "Fachaufsicht", "Datenschutz", "Ausbildungsgeld", "Gründungszuschuss", "Vermittlungsbudget", "Kundenreaktion",
    "Rehabilitation", "Insolvenzgeld", "Auslandsvermittlung", "Statistikmeldung", "Maßnahmeabrechnung",
    "Beschäftigungschance", "Wissensdatenbank", "Terminerinnerung", "Postfachdienst", "Kindergeldantrag",
    "Weiterbildung", "Qualitätssicherung", "Arbeitsmarktzulassung", "Videoberatung", "Dokumentenablage",
)  # fmt: skip
_AIMS: Final = (
    "Weiterentwicklung der Prozesse im Themenfeld {0}",
    "Einführung des neuen Verfahrens {0} im Rechtskreis",
    "Aktualisierung der Arbeitshilfen zum Thema {0}",
    "Gemeinsame Aufgabenwahrnehmung im Bereich {0} und {1}",
    "Umstellung der Fachverfahren {0} und {1}",
    "Fachliche Hinweise und Verfahrensregelungen zum Thema {0}",
    "Organisatorische Regelungen zum Bereich {0} in den Dienststellen",
    "Erprobung und Flächeneinführung {0} sowie Anpassung {1}",
)
_BACKGROUND: Final = (
    "Die bisherigen Regelungen zum Thema {0} wurden im Rahmen der Fachaufsicht überprüft und an die geänderte "
    "Rechtslage angepasst.",
    "Die Bundesagentur für Arbeit (BA) verfolgt das Ziel, die Bearbeitung im Bereich {0} zu vereinheitlichen und den "
    "Kundinnen und Kunden verlässliche Auskünfte zu geben.",
    "Erfahrungen aus den Pilotdienststellen zeigen, dass Rückfragen zum Thema {0} durch klare Zuständigkeiten "
    "vermieden werden können.",
    "Mit dem neuen Release des Fachverfahrens stehen für {0} zusätzliche Funktionen zur Verfügung, die eine "
    "medienbruchfreie Bearbeitung ermöglichen.",
    "Vor diesem Hintergrund werden die Aufgaben zwischen den beteiligten Organisationseinheiten neu zugeordnet.",
    "Der Bundesrechnungshof hat im Bereich {0} Feststellungen getroffen, die eine Nachsteuerung erforderlich machen.",
    "Die Einzelheiten sind der BA-Intranetseite „{0}“ zu entnehmen, die fortlaufend aktualisiert wird.",
    "Den Dienststellen wird geraten, die regionalen Partner frühzeitig über die Änderungen zu informieren.",
    "Die fachlichen Hinweise sind Bestandteil dieser Weisung und ersetzen die bisherigen Arbeitshilfen im "
    "Themenfeld {0}.",
    "Eine Evaluation ist nach Abschluss der Einführungsphase vorgesehen; die Ergebnisse werden gesondert "
    "bekannt gegeben.",
)
_DUTIES: Final = (
    ("stellt", "stellen", "{when}sicher, dass Vorgänge aus dem Bereich {0} vollständig in der {1} dokumentiert "
     "werden."),
    ("wendet", "wenden", "{when}die aktualisierten {guide} im Themenfeld {0} an."),
    ("informiert", "informieren", "{when}die Führungskräfte und die örtlichen Personalvertretungen über die Änderungen "
     "im Verfahren {0}."),
    ("benennt", "benennen", "{when}eine verantwortliche Ansprechperson für das Thema {0} im zuständigen Bereich."),
    ("meldet", "melden", "{when}die Zahl der offenen Vorgänge im Bereich {0} über das Meldeportal an die Zentrale."),
    ("prüft", "prüfen", "{when}die laufenden Fälle im Bereich {0} auf Vollständigkeit und auf die Einhaltung der "
     "Vorgaben dieser Weisung."),
    ("schult", "schulen", "{when}alle Mitarbeiterinnen und Mitarbeiter, die mit dem Thema {0} befasst sind, anhand der "
     "{guide}."),
    ("bearbeitet", "bearbeiten", "{when}die eingehenden Anliegen zum Thema {0} ausschließlich in der {1}."),
    ("überwacht", "überwachen", "{when}die Umsetzung im Bereich {0} im Rahmen der Fachaufsicht und "
     "der Zielnachhaltung."),
    ("veranlasst", "veranlassen", "{when}die Umstellung der Regelwerke für {0} beim zuständigen Regionalen "
     "Infrastrukturmanagement."),
    ("richtet", "richten", "{when}für Anfragen zum Thema {0} ein gesondertes Funktionspostfach nach den {guide} ein."),
    ("passt", "passen", "{when}die dezentralen Arbeitsmittel im Bereich {0} an die neuen Vorgaben an."),
    ("nutzt", "nutzen", "{when}für Rückfragen im Bereich {0} das Formular, das in der {1} hinterlegt ist."),
    ("unterstützt", "unterstützen", "{when}die nachgeordneten Dienststellen bei der Einführung des Verfahrens {0}."),
    ("stimmt", "stimmen", "{when}die Zuständigkeiten im Bereich {0} mit den beteiligten Teams ab, um Doppelarbeit zu "
     "vermeiden."),
)  # fmt: skip
_MORE: Final = (
    "Die Umsetzung ist in geeigneter Weise zu dokumentieren.",
    "Abweichungen sind mit der fachlich zuständigen Stelle abzustimmen.",
    "Hierzu ist das im IM-Webshop hinterlegte Formular zu verwenden.",
    "Die örtlichen Besonderheiten sind dabei zu berücksichtigen.",
    "Ein Bericht über das Ergebnis ist nur auf Anforderung vorzulegen.",
    "Der Schutz personenbezogener Daten ist jederzeit zu gewährleisten.",
)
_SYSTEMS: Final = ("E-Akte", "Fachanwendung STEP", "Ablage des Kundenportals", "Anwendung VerBIS", "Falldatenbank")
_GUIDES: Final = ("Gesprächsleitfäden", "Arbeitshilfen", "fachlichen Hinweise", "Prozessbeschreibungen", "Vorlagen")
_ADDRESS: Final = "https://www.baintranet.de/{}/Seiten/{}.aspx"


def title(rng: random.Random) -> str:
    """A title, without "Weisung N vom D –"."""
    return rng.choice(_AIMS).format(*rng.sample(SUBJECTS, 2))


def paragraph(rng: random.Random, sentences: int) -> str:
    """Background: text without dates and duties, now and then with a doubtful reading or a link."""
    text = " ".join(item.format(rng.choice(SUBJECTS)) for item in rng.sample(_BACKGROUND, sentences))
    if rng.random() < 0.03:
        text = text.replace("Regelungen", '==Regelungen=={: .uncertain reason="Ein- oder Mehrzahl nicht sicher" }', 1)
    if rng.random() < 0.15:
        text += f" Näheres steht in den {link(rng.choice(_GUIDES), rng)}."
    return text


def link(words: str, rng: random.Random) -> str:
    """A link into the intranet."""
    path = "/".join(f"{rng.randint(1, 40):03}" for _ in range(3))
    return f"[{words}]({_ADDRESS.format(path, slug(words.split()[-1]))})"


def duty(rng: random.Random, plural: bool, when: str) -> tuple[str, str]:
    """The words of a task and a short word for its id. ``when`` is "bis zum 30.06.2025" or the like, or empty."""
    singular, many, rest = rng.choice(_DUTIES)
    subject = rng.choice(SUBJECTS)
    guide = rng.choice(_GUIDES)
    guide = link(guide, rng) if rng.random() < 0.3 else guide
    words = rest.format(subject, rng.choice(_SYSTEMS), when=f"{when} " if when else "", guide=guide)
    text = f"{many if plural else singular} {words}"
    if rng.random() < 0.3:
        text += f" {rng.choice(_MORE)}"
    return text, slug(subject).lower()
