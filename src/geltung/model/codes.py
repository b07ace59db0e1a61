"""All diagnostic codes: stable, with their severity and a German title. Never reuse a code for something else."""

from typing import Final

from geltung.model.diagnostics import ERROR, NOTICE, WARNING, Diagnostic

CODES: Final[dict[str, tuple[str, str]]] = {
    # F – the file itself
    "F001": (ERROR, "Datei nicht lesbar"),
    "F002": (ERROR, "Datei nicht in UTF-8"),
    "F003": (ERROR, "unzulässiges Steuerzeichen"),
    "F004": (ERROR, "Datei zu groß"),
    "F005": (ERROR, "Verweis (Symlink) aus dem Ordner hinaus"),
    "F006": (ERROR, "Ordner statt Datei"),
    "F007": (ERROR, "leere Datei"),
    "F008": (ERROR, "kein Kopf (Front Matter)"),
    "F009": (ERROR, "Kopf ist kein gültiges YAML"),
    "F010": (ERROR, "YAML-Anker und -Aliasse sind nicht erlaubt"),
    "F011": (ERROR, "Schlüssel doppelt"),
    "F012": (WARNING, "unbekannter Schlüssel"),
    "F013": (NOTICE, "fremde Zeilenenden oder BOM"),
    "F014": (NOTICE, "Datei wird nicht gelesen"),
    # H – header fields
    "H001": (ERROR, "Pflichtfeld fehlt"),
    "H002": (ERROR, "Wert hat die falsche Form"),
    "H003": (ERROR, "Nummer und Dateiname widersprechen sich"),
    "H004": (WARNING, "Nummer und Datum widersprechen sich"),
    "H005": (ERROR, "Gültig bis liegt vor Gültig ab"),
    "H006": (WARNING, "Rechtskreis nicht angegeben"),
    "H007": (ERROR, "Nummer doppelt vergeben"),
    "H008": (NOTICE, "nachträglich erlassen"),
    "H009": (WARNING, "keine Originaldatei angegeben"),
    "H010": (WARNING, "Abschnittsnummer doppelt"),
    "H011": (WARNING, "Überschrift des Titels im Wortlaut"),
    "H012": (WARNING, "HTML im Wortlaut"),
    # R – references
    "R001": (WARNING, "Bezug auf unbekannte Weisung"),
    "R002": (ERROR, "Bezug auf sich selbst"),
    "R003": (WARNING, "Bezug und Datensatz widersprechen sich"),
    "R004": (WARNING, "Bezug doppelt"),
    # C – changes to other directives
    "C001": (WARNING, "Änderung an unbekannter Weisung"),
    "C002": (ERROR, "Änderung an sich selbst"),
    "C003": (ERROR, "Teil nicht gefunden"),
    "C004": (WARNING, "Weisungen heben sich gegenseitig auf"),
    "C005": (WARNING, "widersprüchliche Aufhebungen"),
    "C006": (WARNING, "Aufhebung vor dem Erlass"),
    "C007": (WARNING, "Änderung ging ins Leere"),
    "C008": (WARNING, "Verlängerung einer aufgehobenen Weisung"),
    "C009": (WARNING, "Geltungslücke vor der Verlängerung"),
    "C010": (WARNING, "Änderung eines aufgehobenen Teils"),
    "C011": (WARNING, "Änderung ohne frühere Fassung"),
    "C012": (WARNING, "frühere Fassung ohne Änderung"),
    "C013": (WARNING, "Wirksamkeitstag und Wortlaut widersprechen sich"),
    "C014": (WARNING, "„zum …“ oder „am …“ bitte bestätigen"),
    "C015": (WARNING, "alte und neue Weisung gelten nebeneinander"),
    "C016": (ERROR, "Teilaufhebung ohne Teile"),
    "C017": (ERROR, "Verlängerung ohne neues Gültig bis"),
    "C018": (WARNING, "Tag im Wortlaut, aber kein effective"),
    "C019": (WARNING, "Änderung doppelt"),
    "C020": (WARNING, "Verlängerung verkürzt die Geltung"),
    "C021": (WARNING, "Bericht einer Aufhebung als Aufhebung eingetragen"),
    "C022": (WARNING, "Tag im Wortlaut gibt es nicht"),
    "C023": (WARNING, "Aufhebung vor Beginn oder Frist eines Auftrags"),
    # T – tasks
    "T001": (ERROR, "Auftrag ohne Kennung"),
    "T002": (ERROR, "Auftragskennung doppelt"),
    "T003": (ERROR, "Auftragskennung hat die falsche Form"),
    "T004": (ERROR, "Auftrag ohne Adressat"),
    "T005": (WARNING, "unbekanntes Attribut"),
    "T006": (ERROR, "Attribut hat die falsche Form"),
    "T007": (WARNING, "Datum im Wortlaut ohne Attribut"),
    "T008": (WARNING, "Frist vor Beginn der Geltung"),
    "T009": (WARNING, "Frist nach Ende der Geltung"),
    "T010": (WARNING, "Frist vor Beginn des Auftrags"),
    "T011": (ERROR, "Wiederholungsregel unlesbar"),
    "T012": (WARNING, "relative Frist falsch berechnet"),
    "T013": (NOTICE, "Angabe unsicher"),
    "T014": (ERROR, "Attributliste gehört zu keinem Text"),
    "T015": (WARNING, "Ende vor Beginn des Auftrags"),
    "T016": (WARNING, "Auftrag wirkt nach"),
    "T017": (WARNING, "Frist trifft die Wiederholungsregel nicht"),
    "T018": (WARNING, "Auftragsliste ohne Kennzeichnung"),
    "T019": (WARNING, "Empfehlung als Auftrag"),
    "T020": (WARNING, "Auftrag beginnt nach dem Ende der Geltung"),
    # U – units
    "U001": (ERROR, "unbekannte Organisationseinheit"),
    "U002": (ERROR, "mehrdeutige Organisationseinheit"),
    "U003": (ERROR, "Einheit fehlerhaft angelegt"),
    "U004": (ERROR, "Beziehung zu unbekannter Einheit"),
    "U005": (ERROR, "Einheiten hängen im Kreis voneinander ab"),
    "U006": (WARNING, "Name mehrfach vergeben"),
    "U007": (WARNING, "Adressat und Rechtskreis widersprechen sich"),
    "U008": (ERROR, "keine Einheitendatei"),
    "U009": (WARNING, "Ausnahme im Adressaten"),
    "U010": (WARNING, "Auftrag erreicht niemanden"),
    # D – drafts
    "D001": (NOTICE, "Entwurf"),
    "D002": (NOTICE, "offene Punkte in der Prüfliste"),
    "D003": (WARNING, "Prüfliste nicht lesbar"),
    "D004": (WARNING, "offene Punkte, aber kein Entwurf"),
    # G – the glossary
    "G001": (ERROR, "Glossareintrag fehlerhaft"),
    # S – faithfulness to the source
    "S001": (ERROR, "Originaldatei fehlt"),
    "S002": (ERROR, "Prüfsumme des Originals stimmt nicht"),
    "S003": (NOTICE, "Lesart unsicher"),
    "S004": (NOTICE, "Versehen des Originals"),
    "S005": (WARNING, "angegebene Stelle steht nicht im Text"),
}


def finding(
    file: str, line: int, code: str, message: str, directives: tuple[str, ...] = (), task: str | None = None
) -> Diagnostic:
    """A diagnostic with the severity that its code has."""
    return Diagnostic(file, line, code, CODES[code][0], message, directives, task)
