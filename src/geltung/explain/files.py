"""F, G, S and D: the file itself, the glossary, the original, drafts."""

from typing import Final

from geltung.explain.explanation import Explanation as E

FILES: Final = (
    E(
        "F001",
        "Das Programm kann die Datei nicht öffnen, etwa weil die Leserechte fehlen oder ein Verweis ins Leere zeigt.",
        "Was in der Datei steht, fehlt in jeder Antwort.",
        "202501001.md ist ein Verweis auf eine Datei, die es nicht gibt.",
        "202501001.md ist eine gewöhnliche Datei, die alle lesen dürfen.",
        "words",
    ),
    E(
        "F002",
        "Die Datei ist nicht in UTF-8 gespeichert.",
        "Umlaute wären falsch, und eine falsch gelesene Weisung wäre schlimmer als eine, die fehlt.",
        "202501001.md ist in der Kodierung „Windows-1252“ gespeichert.",
        "202501001.md ist in der Kodierung „UTF-8“ gespeichert (in VS Code unten rechts: „Mit Codierung speichern“).",
        "words",
    ),
    E(
        "F003",
        "In der Datei steht ein unsichtbares Steuerzeichen, meist aus einer Kopie aus einem anderen Programm.",
        "Niemand sieht es, aber es zerreißt Wörter und Tage.",
        "Zwischen zwei Wörtern steht das unsichtbare Zeichen U+0007.",
        "Zwischen den Wörtern steht ein Leerzeichen.",
        "words",
    ),
    E(
        "F004",
        "Die Datei ist größer als 5 MB.",
        "So lang ist keine Weisung; meist ist eine PDF-Datei oder ein Bild unter falschem Namen abgelegt.",
        "202501001.md ist 6 MB groß, weil ein Bild hineinkopiert wurde.",
        "202501001.md enthält nur Text; das Bild liegt unter sources.",
        "words",
    ),
    E(
        "F005",
        "Die Datei ist ein Verweis (Symlink), der aus dem Ordner der Sammlung hinausführt.",
        "Was außerhalb liegt, ist nicht versioniert: Es könnte sich ändern, ohne dass es jemand merkt.",
        "202501001.md ist ein Verweis auf eine Datei außerhalb der Sammlung.",
        "202501001.md liegt selbst im Ordner der Sammlung.",
        "words",
    ),
    E(
        "F006",
        "Ein Ordner heißt wie eine Weisungsdatei.",
        "Sein Inhalt würde nicht gelesen, die Weisung fehlte in jeder Antwort.",
        "„202501001.md“ ist ein Ordner.",
        "„202501001.md“ ist eine Datei.",
        "words",
    ),
    E(
        "F007",
        "Die Datei ist leer.",
        "Vermutlich ist beim Speichern etwas verloren gegangen.",
        "202501001.md enthält nur Leerzeilen.",
        "202501001.md enthält Kopf und Wortlaut.",
        "words",
    ),
    E(
        "F008",
        "Die Datei beginnt nicht mit einem Kopf zwischen zwei Zeilen „---“.",
        "Ohne Kopf weiß das Programm weder Nummer noch Geltung; die Weisung fehlt in jeder Antwort.",
        "# Weisung 202501001\n\nKurz gesagt.\n",
        '---\nid: "202501001"\ntitle: Beispiel\nissued: 2025-01-15\nvalid_from: 2025-02-01\nvalid_until: unbegrenzt\n'
        "scope: {SGB II: nicht betroffen, SGB III: Weisung, Familienkasse: nicht betroffen}\n"
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME\n---\n\nKurz gesagt.\n",
        "file",
    ),
    E(
        "F009",
        "Der Kopf ist kein gültiges YAML, meist wegen eines Doppelpunkts im Titel oder falscher Einrückung.",
        "Der ganze Kopf ist unlesbar; die Weisung fehlt in jeder Antwort.",
        "title: Umbau: Teil 2",
        'title: "Umbau: Teil 2"',
    ),
    E(
        "F010",
        "Der Kopf benutzt Anker (&) oder Verweise (*) von YAML.",
        "Was hier steht, soll hier lesbar sein; außerdem ließen sich damit Dateien bauen, die den Rechner lahmlegen.",
        "title: &titel Beispiel\nfile_references: *titel",
        "title: Beispiel\nfile_references: KPI4 – 1000",
        without=("title",),
    ),
    E(
        "F011",
        "Ein Feld steht zweimal im Kopf.",
        "Nur das erste zählt; vielleicht war das zweite gemeint.",
        "title: Beispiel\ntitle: Beispiel, neue Fassung",
        "title: Beispiel, neue Fassung",
    ),
    E(
        "F012",
        "Ein Feld, das das Format nicht kennt, meist ein Tippfehler.",
        "Die Angabe bleibt ohne Wirkung.",
        "file_reference: KPI4 – 1000",
        "file_references: KPI4 – 1000",
    ),
    E(
        "F013",
        "Die Datei hat Zeilenenden von Windows (oder alten Macs) oder beginnt mit einer Byte-Reihenfolge-Marke.",
        "Sie wird gelesen; aber wer sie mit einem anderen Programm speichert, ändert scheinbar jede Zeile. "
        "„geltung format“ behebt es.",
        "202501001.md ist mit Zeilenenden „CRLF“ gespeichert.",
        "202501001.md ist mit Zeilenenden „LF“ gespeichert.",
        "words",
    ),
    E(
        "F014",
        "Eine Datei heißt wie eine Weisung, liegt aber in einem Unterordner oder hat eine andere Endung als „.md“.",
        "Das Programm liest sie nicht: Die Weisung fehlt in jeder Antwort, und niemand prüft sie.",
        "202501009.md liegt in einem Unterordner „2025“ der Sammlung.",
        "202501009.md liegt unmittelbar im Ordner der Sammlung.",
        "words",
    ),
)

OTHERS: Final = (
    E(
        "D001",
        "Die Datei ist ein Entwurf.",
        "Sie zählt in keiner Antwort. Der Hinweis erinnert daran, dass noch jemand entscheiden muss.",
        "draft: true",
        "kind: Weisung",
    ),
    E(
        "D002",
        "In der Prüfliste des Entwurfs sind Punkte noch nicht entschieden.",
        "Was ein Import offen gelassen hat, entscheidet ein Mensch: „geltung review 202501001.md“.",
        "202501001.md ist ein Entwurf, und in 202501001.review.yml steht ein Punkt mit „state: open“.",
        "Alle Punkte sind angenommen oder bearbeitet.",
        "words",
        along=("D001",),
    ),
    E(
        "D003",
        "Die Prüfliste neben dem Entwurf ist nicht lesbar, oder die Weisung zu ihr fehlt.",
        "Niemand weiß mehr, was noch offen ist.",
        "In 202501001.review.yml fehlt unter „points“ die Liste.",
        "202501001.review.yml steht so da, wie der Import sie geschrieben hat.",
        "words",
        along=("D001",),
    ),
    E(
        "D004",
        "Die Weisung ist kein Entwurf mehr, aber in ihrer Prüfliste sind Punkte noch nicht entschieden.",
        "Sie zählt in den Antworten, obwohl niemand entschieden hat, was der Import offen gelassen hat. „geltung "
        "review 202501001.md“ geht die Punkte durch.",
        "202501001.md ist ohne „draft: true“, und in 202501001.review.yml steht ein Punkt mit „state: open“.",
        "Alle Punkte sind angenommen oder bearbeitet.",
        "words",
    ),
    E(
        "G001",
        "Ein Eintrag des Glossars widerspricht sich oder hat nicht die vorgesehene Form.",
        "Die Suche könnte das Wort falsch verstehen.",
        "VCC:\n  long: Virtuelles Callcenter\n  unknown: true\n",
        "VCC:\n  unknown: true\n",
        "glossary",
    ),
    E(
        "S001",
        "Das Original (oder eine Anlage) liegt nicht dort, wo es der Kopf sagt.",
        "Maßgeblich ist der Originaltext; ohne ihn lässt sich die Abschrift nicht prüfen.",
        "source:\n  file: sources/nicht-da.pdf\n  sha256: SUMME",
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME",
    ),
    E(
        "S002",
        "Die Prüfsumme im Kopf ist nicht die der Originaldatei.",
        "Das Original wurde ausgetauscht oder verändert: Die Abschrift kann veraltet sein.",
        "source:\n  file: sources/202501001.txt\n"
        "  sha256: 0000000000000000000000000000000000000000000000000000000000000000",
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME",
    ),
    E(
        "S003",
        "Eine Stelle der Abschrift ist nicht sicher zu lesen.",
        "Wer sich auf sie verlässt, soll ins Original sehen. Der Hinweis bleibt, bis die Lesart geklärt ist.",
        'Der Status ist ==Rasu=={: .uncertain reason="Abkürzung nicht sicher" }.\n',
        "Der Status ist Rasu.\n",
        "body",
    ),
    E(
        "S004",
        "Die Abschrift bewahrt ein Versehen des Originals.",
        "So weiß jeder, dass der Fehler nicht beim Abschreiben entstanden ist. Der Hinweis darf bleiben.",
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME\n  slips:\n    - text: Kurz gesagt\n"
        "      reason: Ein Wort zu viel.",
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME",
    ),
    E(
        "S005",
        "Worte, die wörtlich im Text stehen müssten, stehen dort nicht.",
        "Die Begründung einer Frist oder ein Versehen lässt sich nicht mehr am Text nachsehen.",
        '- antworten unverzüglich.\n  {: #antwort .task deadline_words="sofort" }\n',
        '- antworten unverzüglich.\n  {: #antwort .task deadline_words="unverzüglich" }\n',
        "task",
    ),
)
