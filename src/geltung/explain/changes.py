"""C: what a directive does to others."""

from typing import Final

from geltung.explain.explanation import Explanation as E


def change(kind: str, *fields: str, target: str = "202412001") -> str:
    """The front matter of one change."""
    return "\n".join(["changes:", f"  - kind: {kind}", f'    target: "{target}"', *(f"    {line}" for line in fields)])


def part(*fields: str) -> str:
    """The front matter of a partial repeal."""
    return change("partial repeal", 'parts: ["2.1"]', *fields)


_KEPT: Final = (
    "- melden die neuen Zahlen.\n  {: #neu .task }\n\n    > melden die Zahlen.\n    > {: .earlier until=2025-01-31 }\n"
)

CHANGES: Final = (
    E(
        "C001",
        "Geändert oder aufgehoben wird eine Weisung, die nicht in der Sammlung ist.",
        "Die Änderung bleibt vermerkt, aber ohne Wirkung. Ein Nachweis aus Nummer, Datum und Titel genügt.",
        change("repeal", target="202401001"),
        change("repeal"),
    ),
    E(
        "C002",
        "Die Weisung hebt sich selbst auf oder ändert sich selbst.",
        "Das bewirkt nichts; gemeint ist wohl eine andere Nummer.",
        change("repeal", target="202501001"),
        change("repeal"),
    ),
    E(
        "C003",
        "Den Abschnitt oder Auftrag, der geändert wird, gibt es in der anderen Weisung nicht.",
        "Die Änderung trifft nichts; was aufgehoben sein soll, gilt weiter.",
        change("partial repeal", 'parts: ["7"]'),
        change("partial repeal", 'parts: ["2.1"]'),
    ),
    E(
        "C004",
        "Weisungen heben sich gegenseitig auf.",
        "Dann gilt die zuletzt erlassene. Ob das gemeint ist, muss jemand am Original prüfen.",
        change("repeal", target="202501002"),
        "changes: []",
        given=(("second head", change("repeal", target="202501001")),),
    ),
    E(
        "C005",
        "Zwei Weisungen heben dieselbe zu verschiedenen Tagen auf.",
        "Der frühere Tag zählt. Bis zum späteren widersprechen sich die Texte.",
        change("repeal", "effective: 2025-03-01"),
        change("repeal", "effective: 2025-02-01"),
        given=(("second head", change("repeal")),),
    ),
    E(
        "C006",
        "Etwas wird aufgehoben, bevor es erlassen war.",
        "Nummer oder Tag sind wohl falsch abgeschrieben.",
        change("repeal", "effective: 2024-12-01"),
        change("repeal", "effective: 2025-02-01"),
    ),
    E(
        "C007",
        "Eine Änderung kommt nicht mehr zur Wirkung, weil ihre Weisung vorher selbst endet.",
        "Was aufgehoben sein sollte, gilt weiter.",
        "valid_until: 2025-02-28\n" + change("repeal", "effective: 2025-03-01"),
        "valid_until: 2025-02-28\n" + change("repeal", "effective: 2025-02-01"),
    ),
    E(
        "C008",
        "Verlängert wird eine Weisung, die schon aufgehoben ist.",
        "Was aufgehoben ist, lebt nicht wieder auf; die Verlängerung bleibt ohne Wirkung.",
        change("extension", "effective: 2025-03-01", "valid_until: 2027-12-31"),
        "changes: []",
        given=(("second head", change("repeal")),),
    ),
    E(
        "C009",
        "Zwischen dem Ende und der Verlängerung liegen Tage, an denen die Weisung nicht galt.",
        "An diesen Tagen galt nichts. Das steht so in den Antworten; vielleicht ist ein Tag falsch abgeschrieben.",
        change("extension", "effective: 2025-03-01", "valid_until: 2026-12-31"),
        change("extension", "effective: 2025-02-01", "valid_until: 2026-12-31"),
        given=(("older head", "valid_until: 2025-01-31"),),
    ),
    E(
        "C010",
        "Geändert wird ein Teil, der schon aufgehoben ist.",
        "Die Änderung bleibt ohne Wirkung.",
        "valid_from: 2025-02-01\n" + change("repeal"),
        "valid_from: 2025-06-01\n" + change("repeal"),
        "second head",
        given=(
            ("head", change("amendment", "parts: [title]", "effective: 2025-03-01")),
            ("older head", "earlier:\n  - until: 2025-02-28\n    title: Alter Titel"),
        ),
    ),
    E(
        "C011",
        "Eine Weisung ändert einen Text, aber die geänderte Datei bewahrt die frühere Fassung nicht.",
        "Für Tage vor der Änderung stünde der falsche Wortlaut in den Antworten.",
        "- melden die neuen Zahlen.\n  {: #neu .task }\n",
        _KEPT,
        "older task",
        given=(("head", change("amendment", 'parts: ["#neu"]', "effective: 2025-02-01")),),
    ),
    E(
        "C012",
        "Eine Datei bewahrt eine frühere Fassung, aber keine Weisung nennt die Änderung.",
        "Niemand weiß, wodurch der Text geändert wurde.",
        "changes: []",
        change("amendment", 'parts: ["#neu"]', "effective: 2025-02-01"),
        given=(("older task", _KEPT),),
    ),
    E(
        "C013",
        "Der Tag unter effective ist nicht der, den der Wortlaut nennt.",
        "effective ist der erste Tag des neuen Zustands: „mit Ablauf des 28.02.“ ist der 1. März. Nennt der Wortlaut "
        "keinen Tag, zählt „Gültig ab“ der Weisung.",
        part(
            "effective: 2025-02-28",
            "words: Ziffer 2.1 wird mit Ablauf des 28.02.2025 aufgehoben",
        ),
        part(
            "effective: 2025-03-01",
            "words: Ziffer 2.1 wird mit Ablauf des 28.02.2025 aufgehoben",
        ),
    ),
    E(
        "C014",
        "„zum …“ (oder „am …“) kann den Tag selbst oder den Tag danach meinen.",
        "Ein Tag Unterschied entscheidet, was gilt. Jemand muss es am Original prüfen und bestätigen.",
        part(
            "effective: 2025-03-01",
            "words: Ziffer 2.1 wird zum 28.02.2025 aufgehoben",
        ),
        part(
            "effective: 2025-03-01",
            "words: Ziffer 2.1 wird zum 28.02.2025 aufgehoben",
            "confirmed: true",
        ),
    ),
    E(
        "C015",
        "Die neue Weisung gilt schon, die alte noch nicht aufgehobene auch noch.",
        "In dieser Zeit gelten beide nebeneinander. Das kann gewollt sein; die Antworten nennen es.",
        "valid_from: 2025-02-01\n" + change("repeal", "effective: 2025-03-01"),
        "valid_from: 2025-02-01\n" + change("repeal", "effective: 2025-02-01"),
    ),
    E(
        "C016",
        "Eine Teilaufhebung nennt keine Teile.",
        "Niemand weiß, was aufgehoben ist; sie bleibt ohne Wirkung.",
        change("partial repeal"),
        change("partial repeal", 'parts: ["2.1"]'),
    ),
    E(
        "C017",
        "Eine Verlängerung nennt kein neues „Gültig bis“.",
        "Niemand weiß, wie lange verlängert ist; sie bleibt ohne Wirkung.",
        change("extension"),
        change("extension", "valid_until: 2027-12-31"),
    ),
    E(
        "C018",
        "Der Wortlaut nennt einen Tag, aber effective fehlt.",
        "Ohne effective zählt „Gültig ab“ dieser Weisung; der Wortlaut sagt etwas anderes.",
        part("words: Ziffer 2.1 wird mit Wirkung vom 01.03.2025 aufgehoben"),
        part(
            "effective: 2025-03-01",
            "words: Ziffer 2.1 wird mit Wirkung vom 01.03.2025 aufgehoben",
        ),
    ),
    E(
        "C019",
        "Dieselbe Änderung steht zweimal da.",
        "Vermutlich war beim zweiten Mal ein anderer Teil oder eine andere Weisung gemeint.",
        change("partial repeal", 'parts: ["2.1"]') + '\n  - kind: partial repeal\n    target: "202412001"\n'
        '    parts: ["2.1"]',
        change("partial repeal", 'parts: ["2.1"]'),
    ),
    E(
        "C020",
        "Die „Verlängerung“ endet früher, als die Weisung bisher galt.",
        "Sie zählt und verkürzt damit die Geltung. Gemeint ist wohl ein anderer Tag.",
        change("extension", "valid_until: 2025-12-31"),
        change("extension", "valid_until: 2027-12-31"),
    ),
    E(
        "C021",
        "Ein Eintrag unter changes berichtet nur, dass eine Weisung schon aufgehoben ist.",
        "Ein Bericht hebt nichts auf. Als Eintrag zählt er aber, und die Weisung endete durch den falschen Akt, "
        "vielleicht am falschen Tag.",
        part("words: Ziffer 2.1 ist bereits mit Ablauf des 31.12.2024 aufgehoben"),
        "changes: []",
    ),
    E(
        "C022",
        "Den Tag, den der Wortlaut einer Änderung nennt, gibt es nicht.",
        "Entweder ist er falsch abgeschrieben, oder das Original hat ein Versehen; ab wann die Änderung wirkt, muss "
        "jemand klären.",
        part("effective: 2025-03-01", "words: Ziffer 2.1 wird mit Ablauf des 29.02.2025 aufgehoben"),
        part("effective: 2025-03-01", "words: Ziffer 2.1 wird mit Ablauf des 28.02.2025 aufgehoben"),
    ),
    E(
        "C023",
        "Eine Aufhebung beendet einen Auftrag, bevor er beginnt oder seine Frist abläuft.",
        "Ab dem Tag der Aufhebung muss ihn niemand mehr erledigen. Vielleicht sollte nur ein Teil entfallen, oder der "
        "Auftrag muss in der neuen Weisung stehen.",
        change("repeal"),
        part(),
        given=(("older task", "- melden die Zahlen.\n  {: #zahlen .task due_on=2025-06-30 }\n"),),
    ),
)
