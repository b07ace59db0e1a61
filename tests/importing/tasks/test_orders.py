"""Which sentences order something, whom, and where a paragraph with several orders is divided."""

import pytest

from geltung.importing.tasks.orders import order_of, pieces_of, responsible
from tests.importing.records import known

UNITS = known().units


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("Die Agenturen für Arbeit werden gebeten, die Zahlen zu melden.", "Die Agenturen für Arbeit"),
        ("Ich bitte die Regionaldirektionen, die Zahlen zu melden.", "Regionaldirektionen"),
        ("Bis zum 01.06.2026 melden die Agenturen für Arbeit die Zahlen.", "Agenturen für Arbeit"),
        ("Die Vordrucke sind von den Agenturen für Arbeit bis zum 01.06.2026 zu vernichten.", "Agenturen für Arbeit"),
        ("Hierzu nutzen die Service Center das Formular.", "Service Center"),
        ("Sie benennen bis zum 14.08.2026 eine Person.", None),
        ("Anträge, die vor dem 01.08.2026 gestellt wurden, bearbeiten sie bis zum 30.09.2026.", None),
        ("Anschließend informieren sie die Agenturen für Arbeit.", None),
        ("Zudem ist der Leitfaden zu beachten.", None),
        ("Sie haben die Listen zu prüfen.", None),
        ("Es wird gebeten, die Zahlen zu melden.", None),
    ],
)
def test_an_order(sentence: str, whom: str | None) -> None:
    order = order_of(sentence, UNITS)
    assert order is not None and (order.whom.words if order.whom else None) == whom


@pytest.mark.parametrize(
    "sentence",
    [
        "Das betrifft auch Teilzeit.",
        "Die Liste liegt im Intranet.",
        "Dabei beachten sie die Vorgaben.",
        "Die Agenturen für Arbeit sind informiert.",
        "Die Agenturen für Arbeit erhalten die Liste.",
        "Sie können das Formular nutzen.",
        "Die Regionaldirektionen sind nicht betroffen.",
        "Weitere Informationen sind im Intranet zu finden.",
        "Hierfür ist die Vorlage zu verwenden.",
    ],
)
def test_no_order(sentence: str) -> None:
    assert order_of(sentence, UNITS) is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Die Service Center melden die Zahlen und berichten bis zum 01.06.2026.", 1),
        ("Die Service Center melden. Sie prüfen die Listen. Das gilt auch im Mai. Außerdem informieren sie.", 3),
        ("Die Zahl steigt. Die Service Center melden die Zahlen. Die Liste liegt bei.", 1),
        ("Die Zahl steigt. Die Liste liegt bei.", 0),
    ],
)
def test_a_paragraph_is_divided_before_each_order(text: str, pieces: int) -> None:
    found = pieces_of(text, UNITS)
    assert len(found) == pieces
    assert not pieces or " ".join(piece.text for piece in found) == text


@pytest.mark.parametrize(
    ("text", "bare", "unit"),
    [
        ("Die Zahlen werden gemeldet (verantwortlich: Operative Services).", False, "Operative Services"),
        ("Die Listen sind zu prüfen. Zuständig sind die Agenturen für Arbeit.", False, "Agenturen für Arbeit"),
        ("Die Listen sind zu prüfen (Agenturen für Arbeit).", True, "Agenturen für Arbeit"),
        ("Die Listen sind zu prüfen (Agenturen für Arbeit).", False, None),
        ("Die Listen sind zu prüfen (siehe Anlage).", True, None),
    ],
)
def test_who_stands_at_the_end(text: str, bare: bool, unit: str | None) -> None:
    found = responsible(text, UNITS, bare=bare)
    assert (found.words if found else None) == unit
