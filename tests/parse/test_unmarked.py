"""T018: what the chapter of tasks lists must be marked as a task, however Markdown reads it."""

import pytest

from tests.parse.documents import message, reported

TOP = "## 3. Einzelaufträge\n\n"
SC = "### Die Service Center\n\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{TOP}{SC}- melden.\n",
        f"{TOP}{SC}    - melden.\n",
        f"{TOP}{SC}\t- melden.\n",
        f"{TOP}{SC}    1. melden.\n",
        f"{TOP}{SC}• melden.\n",
        f"{TOP}Es gilt:\n    - melden.\n",
        f"{TOP}- a\n  {{: #a .task addressee=AA }}\n\n{SC}    - melden.\n",
        f"{TOP}- Die SC\n    - tun.\n      {{: #b .task addressee=SC }}\n    - melden.\n",
        f"{TOP}### 3.1 Die SC\n\n- melden.\n",
        f"{TOP}{SC}melden.\n",
        f"{TOP}{SC}Sie melden.\n",
        f"{TOP}{SC}```\nmelden.\n```\n",
        f"{TOP}{SC}- a\n  {{: #a .task }}\n\nmelden.\n",
        f"## 3. Aufträge\n\n{SC}- melden.\n",
        f"## 2. Ziel\n\n### 2.1 Einzelaufträge\n\n{SC}- melden.\n",
    ],
)
def test_lists_without_mark(body: str) -> None:
    assert [code for code, _ in reported(body=body)] == ["T018"]
    assert "melden." in message(body=body)


@pytest.mark.parametrize(
    "body",
    [
        f"{TOP}{SC}- melden:\n  {{: #a .task }}\n    - dies\n    - das\n",
        f"{TOP}{SC}Die Zahlen – nur diese –\n– und keine anderen – werden gemeldet.\n{{: #a .task }}\n",
        f"{TOP}{SC}Es gilt:\n\n- melden.\n  {{: #a .task }}\n",
        f"{TOP}{SC}Den Service Centern wird empfohlen, zu melden.\n",
        f"{TOP}Die Aufträge folgen mit eigener Weisung.\n",
        f"{TOP}### 3.1 Allgemeines\n\nEs gibt dies.\n",
        f"{TOP}{SC}Entfällt\n",
        f"{TOP}{SC}melden bis zum\n2. Januar.\n{{: #a .task }}\n",
        "## 2. Auftrag und Ziel\n\n- dies\n\n    - das\n",
        f"{TOP}Entfällt\n\n## 4. Info\n\n    - dies\n",
        "## 2. Ziel\n\n### 2.1 Einzelaufträge\n\nEntfällt\n\n### 2.2 Info\n\n- dies\n",
    ],
)
def test_lists_that_are_none(body: str) -> None:
    assert reported(body=body) == []


def test_the_message_names_the_line_and_the_reason() -> None:
    body = f"{TOP}{SC}    - melden.\n    - prüfen.\n"
    assert len(reported(body=body)) == 1
    assert "eingerückt" in message(body=body)
