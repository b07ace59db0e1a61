"""H and R: header fields and references."""

from typing import Final

from geltung.explain.explanation import Explanation as E

HEADS: Final = (
    E(
        "H001",
        "Ein Pflichtfeld fehlt.",
        "Ohne Nummer, Titel, Erlasstag und Geltung lässt sich nicht sagen, ab wann was gilt.",
        "issued: 2025-01-15",
        "title: Beispiel\nissued: 2025-01-15",
        without=("title",),
    ),
    E(
        "H002",
        "Ein Wert hat nicht die vorgesehene Form, etwa ein Tag in deutscher Schreibweise.",
        "Der Wert zählt nicht; es ist, als stünde er nicht da.",
        "valid_until: 31.12.2025",
        "valid_until: 2025-12-31",
    ),
    E(
        "H003",
        "Der Dateiname ist nicht die Nummer der Weisung.",
        "Wer die Datei sucht, findet sie nicht, und eine Nummer kann doppelt vergeben werden.",
        'id: "202501007"',
        'id: "202501001"',
    ),
    E(
        "H004",
        "Die Nummer nennt einen anderen Monat als der Erlasstag.",
        "Eines von beiden ist falsch abgeschrieben. Vom Erlasstag hängt ab, welche von zwei Weisungen die spätere ist.",
        "issued: 2025-03-15\nvalid_from: 2025-04-01",
        "issued: 2025-01-15\nvalid_from: 2025-04-01",
    ),
    E(
        "H005",
        "„Gültig bis“ liegt vor „Gültig ab“.",
        "So gälte die Weisung an keinem Tag.",
        "valid_from: 2025-02-01\nvalid_until: 2025-01-31",
        "valid_from: 2025-02-01\nvalid_until: 2026-01-31",
    ),
    E(
        "H006",
        "Für einen Rechtskreis steht keine Zeile da.",
        "Er gilt als unbekannt, nicht als „nicht betroffen“, und die Antworten sagen das dazu.",
        "scope:\n  SGB II: nicht betroffen\n  SGB III: Weisung",
        "scope:\n  SGB II: nicht betroffen\n  SGB III: Weisung\n  Familienkasse: nicht betroffen",
    ),
    E(
        "H007",
        "Zwei Dateien tragen dieselbe Nummer.",
        "Nur eine zählt; was die andere sagt, fehlt in jeder Antwort.",
        'Eine zweite Datei „kopie.md“ hat im Kopf id: "202501001".',
        "Jede Nummer steht nur in einer Datei.",
        "words",
    ),
    E(
        "H008",
        "Die Weisung wurde erst nach ihrem ersten Geltungstag erlassen.",
        "Das kommt vor; die Antworten sagen dann „nachträglich erlassen“. Es kann aber auch ein Schreibfehler sein.",
        "issued: 2025-01-15\nvalid_from: 2025-01-01",
        "issued: 2025-01-15\nvalid_from: 2025-01-15",
    ),
    E(
        "H009",
        "Im Kopf steht nicht, wovon die Datei eine Abschrift ist.",
        "Maßgeblich ist der Originaltext; ohne Angabe lässt sich die Abschrift nicht prüfen.",
        "kind: Weisung",
        "source:\n  file: sources/202501001.txt\n  sha256: SUMME",
        without=("source",),
    ),
    E(
        "H010",
        "Eine Abschnittsnummer kommt zweimal vor.",
        "„Ziffer 2 wird aufgehoben“ wäre nicht eindeutig.",
        "Kurz gesagt.\n\n## 2. Ziel\n\nEs wird besser.\n\n## 2. Weg\n\nSo wird es.\n",
        "Kurz gesagt.\n\n## 2. Ziel\n\nEs wird besser.\n\n## 3. Weg\n\nSo wird es.\n",
        "body",
    ),
    E(
        "R001",
        "Der Bezug nennt eine Weisung, die nicht in der Sammlung ist.",
        "Wer nachsehen will, findet nichts. Ein Nachweis aus Nummer, Datum und Titel genügt.",
        'references:\n  - "202401001"',
        'references:\n  - "202412001"',
    ),
    E(
        "R002",
        "Die Weisung nimmt auf sich selbst Bezug.",
        "Gemeint ist wohl eine andere Nummer.",
        'references:\n  - "202501001"',
        'references:\n  - "202412001"',
    ),
    E(
        "R003",
        "Datum oder Titel im Bezug passen nicht zu der genannten Weisung.",
        "Entweder ist die Nummer falsch oder die Abschrift; die Leser landen bei der falschen Weisung.",
        'references:\n  - id: "202412001"\n    text: Weisung 202412001 vom 11.12.2024 – Titel der 202412001',
        'references:\n  - id: "202412001"\n    text: Weisung 202412001 vom 10.12.2024 – Titel der 202412001',
    ),
    E(
        "R004",
        "Dieselbe Weisung steht zweimal unter Bezug.",
        "Vermutlich war beim zweiten Mal eine andere Nummer gemeint.",
        'references:\n  - "202412001"\n  - "202412001"',
        'references:\n  - "202412001"',
    ),
)
