"""Inline documents for the tests of the parser."""

from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, TaskVersion
from geltung.parse.directive import parse_text

HEAD = """\
id: "202505010"
title: Herunterfahren E-Mails
issued: 2025-05-26
valid_from: 2025-05-26
valid_until: unbegrenzt
"""

BODY = """\
Vorspann.

## 1. Ausgangssituation

Text.

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- wenden ab 01.07.2025 die Leitfäden an.
  {: #leitfaeden .task starts_on=2025-07-01 }
"""


def document(head: str = HEAD, body: str = BODY) -> str:
    """A file made of a head and a body."""
    return f"---\n{head}---\n{body}"


def parsed(head: str = HEAD, body: str = BODY) -> Directive:
    """The directive of a file in which nothing is wrong."""
    record, found = parse_text(document(head, body), "202505010.md")
    assert found == ()
    assert isinstance(record, Directive)
    return record


def broken(head: str = HEAD, body: str = BODY) -> tuple[Directive, tuple[Diagnostic, ...]]:
    """The directive of a file in which something is wrong, and what."""
    record, found = parse_text(document(head, body), "202505010.md")
    assert isinstance(record, Directive)
    return record, found


def reported(head: str = HEAD, body: str = BODY) -> list[tuple[str, int]]:
    """Codes and lines of what is wrong with a file."""
    found = broken(head, body)[1]
    assert all(item.directives == ("202505010",) and item.file == "202505010.md" for item in found)
    return [(item.code, item.line) for item in found]


def message(head: str = HEAD, body: str = BODY) -> str:
    """The message of the only thing that is wrong with a file."""
    (found,) = broken(head, body)[1]
    return found.message


def versions(body: str) -> tuple[TaskVersion, ...]:
    """The wordings of the only task of a body in which nothing is wrong."""
    (task,) = parsed(body=body).tasks
    return task.versions


def body_line(body: str, words: str, head: str = HEAD) -> int:
    """The line of the file on which words of a body stand."""
    text = document(head, body)
    return text.count("\n", 0, text.index(words, text.index("\n---\n"))) + 1
