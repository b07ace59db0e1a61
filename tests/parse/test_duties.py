"""What obliges, what only recommends or permits, and the words for having no tasks."""

import pytest

from geltung.parse.duties import force, permits, says_no_tasks
from tests.parse.documents import reported


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den gemeinsamen Einrichtungen wird empfohlen, ebenso zu verfahren.", "recommendation"),
        ("wird empfohlen, ebenso zu verfahren.", "recommendation"),
        ("Empfohlen wird die Nutzung der Liste.", "recommendation"),
        ("Es wird, soweit möglich, geraten, früh zu beginnen.", "recommendation"),
        ("Die Vorlagen sind zur Nutzung freigegeben.", "recommendation"),
        ("melden die Zahlen. Es wird empfohlen, die Liste zu nutzen.", "duty"),
        ("Es wird empfohlen, die Liste zu nutzen. Die Zahlen sind zu melden.", "partly"),
        ("melden die Zahlen und es wird empfohlen, die Liste zu nutzen.", "partly"),
        ("nutzen die freigegebenen Vorlagen.", "duty"),
        ("werden die freigegebenen Vorlagen nutzen.", "duty"),
        ("melden, ob das Verfahren empfohlen wird.", "duty"),
        ("empfehlen den Kunden das Verfahren.", "duty"),
        ("stellen sicher, dass nur Vorlagen genutzt werden, die freigegeben sind.", "duty"),
    ],
)
def test_force(text: str, expected: str) -> None:
    assert force(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("können das Formular nutzen.", True),
        ("dürfen bis zum 30.06.2026 das alte Formular nutzen.", True),
        ("Die Nutzung ist gestattet.", True),
        ("dürfen das Formular nicht mehr nutzen.", False),
        ("können nur das neue Formular nutzen.", False),
        ("melden, ob sie liefern können.", False),
        ("melden die Zahlen.", False),
    ],
)
def test_permits(text: str, expected: bool) -> None:
    assert permits(text) is expected


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("Entfällt.", True),
        ("entfallt", True),
        ("-", True),
        ("Keine", True),
        ("Keine gesonderten Einzelaufträge.", True),
        ("Es werden keine Einzelaufträge erteilt.", True),
        ("keine Vorschüsse mehr zahlen.", False),
        ("- melden", False),
        ("Entfällt ab 01.06.2026 für die Service Center.", False),
    ],
)
def test_the_words_for_no_tasks(words: str, none: bool) -> None:
    assert says_no_tasks(words) is none


@pytest.mark.parametrize("text", ["Entfällt.", "wird empfohlen, ebenso zu verfahren."])
def test_such_items_need_no_mark(text: str) -> None:
    assert reported(body=f"## 3. Einzelaufträge\n\n- {text}\n") == []
