"""T and U: tasks and organisational units."""

from typing import Final

from geltung.explain.explanation import Explanation as E


def task(words: str, attributes: str) -> str:
    """A task as it stands in the text."""
    return f"- {words}\n  {{: {attributes} }}\n"


TASKS: Final = (
    E(
        "T001",
        "Einem Auftrag fehlt die Kennung.",
        "Ohne Kennung fehlt der Auftrag in jeder Antwort. „geltung check --fix“ ergänzt eine.",
        task("melden die Zahlen.", ".task"),
        task("melden die Zahlen.", "#zahlen .task"),
        "task",
    ),
    E(
        "T002",
        "Zwei Aufträge einer Weisung haben dieselbe Kennung.",
        "Niemand wüsste, welcher gemeint ist, wenn einer geändert oder aufgehoben wird.",
        task("melden die Zahlen.", "#umsetzung .task"),
        task("melden die Zahlen.", "#zahlen .task"),
        "task",
    ),
    E(
        "T003",
        "Eine Kennung besteht nicht nur aus Kleinbuchstaben a bis z, Ziffern und Bindestrichen.",
        "Kennungen stehen in Verweisen und Adressen; andere Zeichen gehen dort verloren.",
        task("melden die Zahlen.", "#Zahlen_für_AA .task"),
        task("melden die Zahlen.", "#zahlen-fuer-aa .task"),
        "task",
    ),
    E(
        "T004",
        "Zu einem Auftrag steht nirgends, wen er angeht.",
        "Er erreicht niemanden und fehlt in jeder Antwort.",
        "Kurz gesagt.\n\n## 2. Auftrag und Ziel\n\nDie Zahlen sind zu melden.\n{: #zahlen .task }\n",
        'Kurz gesagt.\n\n## 2. Auftrag und Ziel\n\nDie Zahlen sind zu melden.\n{: #zahlen .task addressee="AA" }\n',
        "body",
    ),
    E(
        "T005",
        "Eine Angabe, die es bei Aufträgen nicht gibt, meist ein Tippfehler.",
        "Sie bleibt ohne Wirkung.",
        task("melden die Zahlen.", "#zahlen .task due=2025-06-30"),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-06-30"),
        "task",
    ),
    E(
        "T006",
        "Eine Angabe hat nicht die vorgesehene Form, etwa ein Tag in deutscher Schreibweise.",
        "Sie zählt nicht; es ist, als stünde sie nicht da.",
        task("melden die Zahlen.", "#zahlen .task due_on=30.06.2025"),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-06-30"),
        "task",
    ),
    E(
        "T007",
        "Im Wortlaut steht ein Tag, den keine Angabe nennt.",
        "Das Programm rät nicht, ob er eine Frist ist: Ohne Angabe hat der Auftrag keine. "
        "Ist er klar, ergänzt ihn „geltung check --fix“.",
        task("melden die Zahlen bis zum 30.06.2025.", "#zahlen .task"),
        task("melden die Zahlen bis zum 30.06.2025.", "#zahlen .task due_on=2025-06-30"),
        "task",
    ),
    E(
        "T008",
        "Die Frist liegt vor dem ersten Geltungstag der Weisung.",
        "Sie war abgelaufen, bevor sie jemand einhalten konnte; vielleicht ist ein Tag falsch abgeschrieben.",
        task("melden die Zahlen.", "#zahlen .task due_on=2025-01-20"),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-06-20"),
        "task",
    ),
    E(
        "T009",
        "Die Frist liegt hinter dem letzten Geltungstag der Weisung.",
        "Nach dem Ende wirkt der Auftrag nur noch nach. Vielleicht ist ein Tag falsch abgeschrieben.",
        task("melden die Zahlen.", "#zahlen .task due_on=2026-01-31"),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-11-30"),
        "task",
        given=(("head", "valid_until: 2025-12-31"),),
        along=("T016",),
    ),
    E(
        "T010",
        "Die Frist liegt vor dem Beginn des Auftrags.",
        "Beides zusammen kann nicht stimmen.",
        task("melden die Zahlen.", "#zahlen .task starts_on=2025-07-01 due_on=2025-06-30"),
        task("melden die Zahlen.", "#zahlen .task starts_on=2025-07-01 due_on=2025-12-31"),
        "task",
    ),
    E(
        "T011",
        "Die Wiederholungsregel ist unlesbar.",
        "Der Auftrag zählt nicht als wiederkehrend; nach dem ersten Termin wäre er erledigt.",
        task("melden die Zahlen.", '#zahlen .task due_on=2025-03-31 recurrence="jährlich"'),
        task("melden die Zahlen.", '#zahlen .task due_on=2025-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        "task",
    ),
    E(
        "T012",
        "Eine Frist „N Wochen vor …“ ist falsch ausgerechnet.",
        "N Wochen vor einem Tag sind 7 × N Tage davor; Wochenenden verschieben nichts.",
        task(
            "unterweisen alle 2 Wochen vor der Umstellung.",
            '#unterweisung .task due_on=2025-06-16 deadline_words="2 Wochen vor der Umstellung" anchor=2025-07-01',
        ),
        task(
            "unterweisen alle 2 Wochen vor der Umstellung.",
            '#unterweisung .task due_on=2025-06-17 deadline_words="2 Wochen vor der Umstellung" anchor=2025-07-01',
        ),
        "task",
    ),
    E(
        "T013",
        "Eine Angabe des Auftrags gibt das Original nicht sicher her.",
        "Der Hinweis erinnert daran und steht auch in den Antworten. Er bleibt, bis die Angabe geklärt ist.",
        task("melden die Zahlen.", '#zahlen .task due_on=2025-06-30 uncertain="due_on"'),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-06-30"),
        "task",
    ),
    E(
        "T014",
        "Eine Zeile in geschweiften Klammern steht dort, wo sie zu keinem Text gehört.",
        "Sie bleibt ohne Wirkung, der Auftrag fehlt. Bei einer Tabellenzeile gehören die Klammern an das Ende der "
        "letzten Zelle.",
        "- melden die Zahlen.\n\n{: #zahlen .task }\n",
        task("melden die Zahlen.", "#zahlen .task"),
        "task",
        along=("T018",),
    ),
    E(
        "T015",
        "Das Ende des Auftrags liegt vor seinem Beginn.",
        "So gälte er an keinem Tag.",
        task("melden die Zahlen.", "#zahlen .task starts_on=2025-07-01 ends_on=2025-06-30"),
        task("melden die Zahlen.", "#zahlen .task starts_on=2025-07-01 ends_on=2025-12-31"),
        "task",
    ),
    E(
        "T016",
        "Die Weisung endet, bevor die Frist des Auftrags abläuft.",
        "Der Auftrag wirkt bis zur Frist nach. Ob das gewollt ist, muss jemand entscheiden.",
        task("melden die Zahlen.", "#zahlen .task due_on=2026-01-31"),
        task("melden die Zahlen.", "#zahlen .task due_on=2025-11-30"),
        "task",
        given=(("head", "valid_until: 2025-12-31"),),
        along=("T009",),
    ),
    E(
        "T017",
        "Die Frist ist keiner der Tage, die die Wiederholungsregel nennt.",
        "Der erste Termin und die Regel widersprechen sich; eines ist falsch.",
        task("melden die Zahlen.", '#zahlen .task due_on=2025-03-30 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        task("melden die Zahlen.", '#zahlen .task due_on=2025-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        "task",
    ),
    E(
        "T018",
        "Unter „Einzelaufträge“ steht ein Punkt oder eine Tabellenzeile ohne Kennzeichnung.",
        "Er ist kein Auftrag und fehlt in jeder Antwort; vielleicht wurde die Zeile vergessen, oder der Punkt ist so "
        "weit eingerückt, dass Markdown ihn als Programmtext liest.",
        "- melden die Zahlen.\n",
        task("melden die Zahlen.", "#zahlen .task"),
        "task",
    ),
    E(
        "T019",
        "Ein Auftrag ordnet nichts an, er empfiehlt nur.",
        "Wer ihn in der Liste seiner Aufträge findet, hält ihn für eine Pflicht. Was nur empfohlen, geraten oder "
        "freigegeben wird, bleibt Text ohne Kennzeichnung.",
        task("wird empfohlen, ebenso zu verfahren.", "#verfahren .task"),
        "- wird empfohlen, ebenso zu verfahren.\n",
        "task",
    ),
    E(
        "T020",
        "Der Auftrag beginnt erst, wenn die Weisung nicht mehr gilt.",
        "Er kommt nie zum Tragen und steht in keiner Antwort. Eines von beiden ist wohl falsch.",
        task("melden die Zahlen.", "#zahlen .task starts_on=2026-01-01"),
        task("melden die Zahlen.", "#zahlen .task starts_on=2025-07-01"),
        "task",
        given=(("head", "valid_until: 2025-12-31"),),
    ),
    E(
        "U001",
        "Der Adressat ist keine bekannte Organisationseinheit.",
        "Der Auftrag erreicht niemanden; jede Antwort nennt das als Problem.",
        task("melden die Zahlen.", '#zahlen .task addressee="Zollamt"'),
        task("melden die Zahlen.", '#zahlen .task addressee="AA"'),
        "task",
    ),
    E(
        "U002",
        "Der Name passt auf mehrere Organisationseinheiten.",
        "Das Programm rät nicht; der Auftrag erreicht niemanden.",
        task("melden die Zahlen.", '#zahlen .task addressee="ID"'),
        task("melden die Zahlen.", '#zahlen .task addressee="ID-A"'),
        "task",
        given=(
            (
                "units",
                "  ID-A:\n    name: Innendienst\n    abbreviations: [ID]\n"
                "  ID-B:\n    name: Infodienst\n    abbreviations: [ID]\n",
            ),
        ),
        along=("U006",),
    ),
    E(
        "U003",
        "Eine Einheit ist nicht so angelegt, wie es das Format verlangt.",
        "Aufträge an sie kommen nicht an.",
        "  BIZ:\n    abbreviations: [BIZ]\n",
        "  BIZ:\n    name: Berufsinformationszentrum\n",
        "units",
    ),
    E(
        "U004",
        "Eine Beziehung führt zu einer Einheit, die es nicht gibt.",
        "Aufträge der gemeinten Einheit erreichen diese nicht.",
        "  BIZ:\n    name: Berufsinformationszentrum\n    part_of: Agentur\n",
        "  BIZ:\n    name: Berufsinformationszentrum\n    part_of: AA\n",
        "units",
    ),
    E(
        "U005",
        "Einheiten hängen im Kreis voneinander ab.",
        "Eine Einheit kann nicht Teil ihrer selbst sein; wen ein Auftrag erreicht, wäre nicht zu sagen.",
        "  X1:\n    name: Bereich\n    part_of: X2\n  X2:\n    name: Team\n    part_of: X1\n",
        "  X1:\n    name: Bereich\n  X2:\n    name: Team\n    part_of: X1\n",
        "units",
    ),
    E(
        "U006",
        "Zwei Einheiten tragen denselben Namen oder dieselbe Abkürzung.",
        "Wer nach dem Namen fragt, bekommt keine Antwort, weil das Programm nicht rät.",
        "  X1:\n    name: Bereich Nord\n    abbreviations: [BN]\n"
        "  X2:\n    name: Bereich Neu\n    abbreviations: [BN]\n",
        "  X1:\n    name: Bereich Nord\n    abbreviations: [BN]\n"
        "  X2:\n    name: Bereich Neu\n    abbreviations: [BNE]\n",
        "units",
    ),
    E(
        "U007",
        "Ein Auftrag nennt eine Einheit, deren Rechtskreis nach dem Kopf nicht betroffen ist.",
        "Der Adressat zählt. Aber eines von beiden ist wohl falsch.",
        task("melden die Zahlen.", '#zahlen .task addressee="GE"'),
        task("melden die Zahlen.", '#zahlen .task addressee="AA"'),
        "task",
    ),
    E(
        "U008",
        "In der Sammlung fehlt die Einheitendatei units.yml.",
        "Ohne sie erreicht kein Auftrag jemanden.",
        "Die Datei units.yml fehlt.",
        "Die Datei units.yml liegt im Ordner der Sammlung.",
        "words",
        along=("U001",),
    ),
    E(
        "U009",
        "Eine Klammer hinter dem Adressaten nimmt jemanden aus („ohne …“, „außer …“).",
        "Eine Klammer kann nur sagen, welcher Teil gemeint ist: Der Auftrag erreicht auch die Ausgenommenen.",
        task("melden die Zahlen.", '#zahlen .task addressee="AA (ohne Eingangszone)"'),
        task("melden die Zahlen.", '#zahlen .task addressee="AA (Eingangszone)"'),
        "task",
    ),
    E(
        "U010",
        "Der Adressat ist bekannt, erreicht aber niemanden: Die Einheit besteht dann nicht, oder in dem genannten "
        "Bezirk liegt keine solche Einheit.",
        "Der Auftrag stünde in keiner Antwort. Meist fehlt in units.yml etwas.",
        "  AA-N:\n    name: Agentur für Arbeit Neustadt\n    instance_of: AA\n    until: 2024-12-31\n",
        "  AA-N:\n    name: Agentur für Arbeit Neustadt\n    instance_of: AA\n",
        "units",
        given=(("task", "- melden die Zahlen.\n  {: #zahlen .task addressee=AA-N }\n"),),
    ),
)
