"""Front matter → header, references, changes: what is taken, and what is reported."""

from datetime import date

import pytest

from geltung.model.records import Annex, Directive, HeaderVersion, Origin, Reference, ReferenceRecord, SourceNote
from geltung.parse.directive import parse_text
from tests.parse.documents import BODY, HEAD, broken, document, message, parsed, reported

FULL = """\
# yaml-language-server: $schema=../src/geltung/schemas/directive.schema.json
id: 202505010
kind: Weisung
title: >
  Herunterfahren E-Mails
  und mehr
issued: 2025-05-26
file_references: KPI4 – 6801.4/6901.4/1680/1542.2
valid_from: 2025-05-26
valid_until: 2026-12-31
scope:
  SGB II: nicht betroffen
  SGB III: Weisung
references:
  - id: "202404002"
    text: "Weisung 202404002 vom 03.04.2024 – Aufgaben: gemeinsam"
  - 202408001
changes:
  - kind: partial repeal
    target: "202412015"
    parts: [2.1, "#meldung"]
    effective: 2025-09-01
    words: wird mit Ablauf des 31.08.2025 aufgehoben
    confirmed: true
  - kind: extension
    target: HEGA 05/2014 – 07
    valid_until: bis auf Weiteres
earlier:
  - until: 2025-06-30
    valid_until: unbegrenzt
  - until: 2025-05-31
    title: Früherer Titel
    scope:
      SGB II: Weisung
annexes:
  - title: Anlage 1
    file: sources/anlage.pdf
source:
  file: sources/202505010.ocr.txt
  sha256: 80fdf2e3a1fab549d888b4dbc206cb6f60befdfe28e037ba5982f0c8c219019c
  uncertain:
    - field: file_references
      reason: Striche
  slips:
    - text: die Leitfäden
      reason: Artikel
    - text: Herunterfahren E-Mails
"""


def test_everything() -> None:
    directive = parsed(FULL)
    assert (directive.id, directive.kind, directive.issued) == ("202505010", "Weisung", date(2025, 5, 26))
    assert directive.title == "Herunterfahren E-Mails und mehr"
    assert directive.file_references == "KPI4 – 6801.4/6901.4/1680/1542.2"
    assert directive.references == (
        Reference("202404002", 16, "Weisung 202404002 vom 03.04.2024 – Aufgaben: gemeinsam"),
        Reference("202408001", 18, None),
    )
    assert directive.annexes == (Annex("Anlage 1", "sources/anlage.pdf", 37),)
    sha256 = "80fdf2e3a1fab549d888b4dbc206cb6f60befdfe28e037ba5982f0c8c219019c"
    assert directive.origin == Origin("sources/202505010.ocr.txt", sha256, 39)
    assert directive.line_of("valid_until") == 11
    assert directive.line_of("kind") == 4


def test_changes() -> None:
    first, second = parsed(FULL).changes
    assert (first.kind, first.target, first.line) == ("partial repeal", "202412015", 20)
    assert (first.parts, first.effective, first.confirmed) == (("2.1", "#meldung"), date(2025, 9, 1), True)
    assert first.words == "wird mit Ablauf des 31.08.2025 aufgehoben"
    assert (second.target, second.valid_until, second.open_ended) == ("HEGA 05/2014 – 07", None, True)


def test_earlier_headers_differ_only_in_what_they_state() -> None:
    day = date(2025, 5, 26)
    scope = ("nicht betroffen", "Weisung", None)
    assert parsed(FULL).headers == (
        HeaderVersion("Früherer Titel", day, None, ("Weisung", "Weisung", None), date(2025, 5, 31), 32),
        HeaderVersion("Herunterfahren E-Mails und mehr", day, None, scope, date(2025, 6, 30), 30),
        HeaderVersion("Herunterfahren E-Mails und mehr", day, date(2026, 12, 31), scope),
    )


def test_notes_stand_where_the_words_stand() -> None:
    directive = parsed(FULL)
    assert directive.notes == (
        SourceNote("slip", "Herunterfahren E-Mails", "", 5),
        SourceNote("uncertain", "KPI4 – 6801.4/6901.4/1680/1542.2", "Striche", 9),
        SourceNote("slip", "die Leitfäden", "Artikel", 60),
    )


@pytest.mark.parametrize("words", ["unbegrenzt", "bis auf Weiteres", "fortlaufend"])
def test_words_for_no_end_are_kept(words: str) -> None:
    directive = parsed(HEAD.replace("unbegrenzt", words))
    assert (directive.header.valid_until, directive.valid_until_words) == (None, words)


def test_reference_record() -> None:
    text = '---\nrecord: reference\nid: "202404002"\ntitle: Aufgaben\nissued: 2024-04-03\n---\n'
    record = ReferenceRecord("202404002", "Weisung", date(2024, 4, 3), "Aufgaben", "202404002.md")
    assert parse_text(text, "202404002.md") == (record, ())
    _, found = parse_text(text + "Text", "202404002.md")
    assert [(item.code, item.line) for item in found] == [("H002", 7)]


def test_a_misspelt_record_field_does_not_hide_a_directive() -> None:
    record, found = parse_text(document("record: refrence\n" + HEAD), "x.md")
    assert isinstance(record, Directive)
    assert [(item.code, item.line) for item in found] == [("F012", 2)]


@pytest.mark.parametrize("field", ["title", "issued", "valid_from", "valid_until"])
def test_missing_fields(field: str) -> None:
    lines = [line for line in HEAD.splitlines(keepends=True) if not line.startswith(field)]
    assert reported("".join(lines)) == [("H001", 1)]
    empty = "".join(f"{field}:\n" if line.startswith(field) else line for line in HEAD.splitlines(keepends=True))
    assert [code for code, _ in reported(empty)] == ["H001"]


def test_what_is_missing_is_none() -> None:
    directive, _ = broken('id: "202505010"\n')
    assert directive.issued is None
    assert directive.headers == (HeaderVersion("", None, None, (None, None, None)),)


def test_without_id_there_is_no_record() -> None:
    record, found = parse_text(document(HEAD.replace('id: "202505010"\n', "")), "x.md")
    assert record is None
    assert [item.code for item in found] == ["H001"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ('"202505010"', '"20250501"', "H002", 2, "neun Ziffern"),
        ('"202505010"', '"202513010"', "H002", 2, "neun Ziffern"),
        ('"202505010"', "a#b", "H002", 2, "ohne „#“"),
        ("issued: 2025-05-26", "issued: 26.05.2025", "H002", 4, "Vorschlag: issued: 2025-05-26."),
        ("issued: 2025-05-26", "issued: 26. Mai 2025", "H002", 4, "Vorschlag: issued: 2025-05-26."),
        ("issued: 2025-05-26", "issued: 2025-02-30", "H002", 4,
         "muss ein Tag des Kalenders sein; da steht „2025-02-30“, diesen Tag gibt es nicht."),
        ("issued: 2025-05-26", "issued: 31.06.2025", "H002", 4, "da steht „31.06.2025“, diesen Tag gibt es nicht."),
        ("issued: 2025-05-26", "issued: 2025-5-26", "H002", 4, "Vorschlag: issued: 2025-05-26."),
        ("unbegrenzt", "2026-13-01", "H002", 6, "muss ein Tag des Kalenders sein; da steht „2026-13-01“"),
        ("issued: 2025-05-26", "issued: [2025-05-26]", "H002", 4, "da steht eine Liste"),
        ("unbegrenzt", "Unbegrenzt", "H002", 6, "Vorschlag: valid_until: unbegrenzt."),
        ("unbegrenzt", "bis auf weiteres", "H002", 6, "Vorschlag: valid_until: bis auf Weiteres."),
        ("unbegrenzt", "31.12.2025", "H002", 6, "Vorschlag: valid_until: 2025-12-31."),
        ("valid_until", "valid_untill", "F012", 6, "Vorschlag: valid_until: …."),
        ("valid_until", "Farbe", "F012", 6, "Erlaubt sind draft, id, kind, title"),
    ],
)  # fmt: skip
def test_wrong_values(old: str, new: str, code: str, line: int, words: str) -> None:
    found = [item for item in parse_text(document(HEAD.replace(old, new, 1)), "x.md")[1] if item.code != "H001"]
    assert [(item.code, item.line) for item in found] == [(code, line)]
    assert words in found[0].message


@pytest.mark.parametrize(
    ("lines", "code", "line", "words"),
    [
        ("scope: Weisung\n", "H002", 7, "eingerückter Zeilen"),
        ("scope:\n  SGB II: Nicht betroffen\n", "H002", 8, "Vorschlag: SGB II: nicht betroffen."),
        ("scope:\n  SGB IV: Weisung\n", "F012", 8, "Wirkung. Erlaubt sind SGB II, SGB III, Familienkasse."),
        ("scope:\n  SGB 3: Weisung\n", "F012", 8, "Vorschlag: SGB III: …."),
        ("scope:\n  sgb2: Weisung\n", "F012", 8, "Vorschlag: SGB II: …."),
        ("scope:\n  SGB lll: Weisung\n", "F012", 8, "Erlaubt sind"),
        ("scope:\n  Familenkasse: Weisung\n", "F012", 8, "Vorschlag: Familienkasse: …."),
        ("references: 202404002\n", "H002", 7, "eine Liste"),
        ("references:\n  -\n", "H002", 8, "leerer Eintrag"),
        ("references:\n  - text: x\n", "H001", 8, "„id“"),
        ("changes:\n  - target: 202404002\n", "H001", 8, "„kind“"),
        ("changes:\n  - kind: Aufhebung\n    target: 202404002\n", "H002", 8, "Vorschlag: kind: repeal."),
        ("changes:\n  - kind: Teilaufhebung\n    target: 202404002\n", "H002", 8, "Vorschlag: kind: partial repeal."),
        ("changes:\n  - kind: verlängerung\n    target: 202404002\n", "H002", 8, "Vorschlag: kind: extension."),
        ("changes:\n  - kind: repea\n    target: 202404002\n", "H002", 8, "Vorschlag: kind: repeal."),
        ("changes:\n  - kind: repeal\n    target: A\n    parts: [2]\n", "H002", 10, "Vorschlag: kind: partial repeal"),
        ("changes:\n  - kind: repeal\n    target: A\n    valid_until: 2025-01-01\n", "H002", 10, "kind: extension"),
        ("changes:\n  - kind: repeal\n    target: A\n    confirmed: ja\n", "H002", 10, "„true“ oder „false“"),
        ("changes:\n  - kind: partial repeal\n    target: A\n", "C016", 8, "fehlen parts"),
        ("changes:\n  - kind: extension\n    target: A\n", "C017", 8, "fehlt valid_until"),
        ("changes:\n  - kind: amendment\n    target: A\n    parts: [2.1.]\n", "H002", 10, "ohne Schlusspunkt"),
        ("earlier:\n  - title: x\n", "H001", 8, "„until“"),
        ("earlier:\n  - until: 2025-01-01\n  - until: 2025-01-01\n", "H002", 9, "Zeile 8"),
        ("annexes:\n  - file: a.pdf\n", "H001", 8, "„title“"),
        ("annexes:\n  - title: A\n    file: ../a.pdf\n", "H002", 9, "ohne „..“"),
        ("source:\n  file: /etc/passwd\n  sha256: " + "0" * 64 + "\n", "H002", 8, "Ordner der Sammlung"),
        ("source:\n  file: a.txt\n  sha256: abc\n", "H002", 9, "64 Ziffern"),
        ("source:\n  file: a.txt\n", "H001", 8, "„sha256“"),
        ("source:\n  file: a\n  sha256: " + "0" * 64 + "\n  slips:\n    - text: fehlt\n", "S005", 11, "„fehlt“"),
        ("source:\n  file: a\n  sha256: " + "0" * 64 + "\n  uncertain:\n    - field: tite\n      reason: x\n",
         "H002", 11, "Vorschlag: field: title."),
    ],
)  # fmt: skip
def test_wrong_entries(lines: str, code: str, line: int, words: str) -> None:
    assert reported(HEAD + lines) == [(code, line)]
    assert words in message(HEAD + lines)


def test_parts_that_are_no_list_do_not_widen_a_change() -> None:
    (change,) = broken(HEAD + "changes:\n  - kind: amendment\n    target: A\n    parts: 2.1\n")[0].changes
    assert change.parts == ("2.1",)


@pytest.mark.parametrize(
    "lines", ["references:\n", "references: []\n", "changes:\nscope:\nsource:\nannexes:\nearlier:\n"]
)
def test_empty_fields_count_as_not_stated(lines: str) -> None:
    directive = parsed(HEAD + lines)
    assert (directive.references, directive.changes, directive.origin) == ((), (), None)


def test_yaml_that_cannot_be_read() -> None:
    record, found = parse_text(document(HEAD.replace("title: ", "title: Umbau: ")), "x.md")
    assert record is None
    assert [(item.code, item.line) for item in found] == [("F009", 3)]
    assert "„title: Umbau: Herunterfahren E-Mails“" in found[0].message


@pytest.mark.parametrize(
    ("line", "code"),
    [("kind: &a Weisung\n", "F010"), ("kind: !!str Weisung\n", "F009"), ("title: zweiter\n", "F011")],
)
def test_yaml_that_is_not_allowed(line: str, code: str) -> None:
    directive, found = broken(HEAD + line)
    assert [(item.code, item.line) for item in found] == [(code, 7)]
    assert directive.title == "Herunterfahren E-Mails"


def test_an_alias_is_no_value() -> None:
    directive, found = broken(HEAD.replace("issued: 2025-05-26", "issued: *x"))
    assert [item.code for item in found] == ["F010"]
    assert directive.issued is None


def test_no_front_matter() -> None:
    record, found = parse_text(BODY, "x.md")
    assert record is None
    assert [(item.code, item.line) for item in found] == [("F008", 1)]
