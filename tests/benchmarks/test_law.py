"""The law benchmark on its sample: that every engine is really asked, and that the figures mean what they say."""

from pathlib import Path

import pytest

from benchmarks.search.law import SAMPLE, Measured, interval, main, questions, report
from benchmarks.search.peers import PEERS
from benchmarks.search.sections import Section, heading_alone, on_their_own, read, written_apart


def test_sections_lose_their_numbers_and_come_once(tmp_path: Path) -> None:
    body = "Ein langer Text über die Sache. " * 5
    (tmp_path / "a.md").write_text(
        f"# Gesetz (G)\n\n## § 1 Zuständigkeit und\n\n{body}\n\n## § 2 (weggefallen)\n\n{body}\n\n## § 3 Kurz\n\nNein.\n"
    )
    (tmp_path / "b.md").write_text(
        f"## Art 4 Doppelt\n\n{body}\n\n## § 5a Doppelt\n\n{body}\n\n### 2. Verfahren\n\n{body}\n"
    )
    assert {item.heading for item in read(tmp_path, 10)} == {"Zuständigkeit und", "Verfahren"}
    assert len(read(tmp_path, 1)) == 1


LAW = """---
Title: Gesetz über die Vermietung von Ruderbooten auf öffentlichen Gewässern und zur
  Änderung der Bootsordnung
jurabk: RuderG
layout: default
slug: ruderg

---

# Gesetz über die Vermietung von Ruderbooten auf öffentlichen Gewässern (RuderG)

Ausfertigungsdatum
:   1999-05-01

Fundstelle
:   BGBl I: 1999, 9999 und noch manches, damit hier mehr als hundert Zeichen stehen, obwohl es kein Abschnitt ist


## Eingangsformel

Auf Grund des § 1 des Bootsgesetzes, das zuletzt durch Artikel 9 des Gesetzes vom 1. Mai 1990 geändert worden ist:


## Erster Abschnitt - Allgemeine Vorschriften



### § 1 Pflichten der Bootsverleiher

(1) Wer Boote verleiht, prüft sie vom
23\\. Oktober an jeden Morgen und schreibt auf, was er gefunden hat:

1.  Löcher im Rumpf,


2.  gebrochene Riemen.



[^F777703_02_BJNR239600993BJNE006800311]
(2) Das Heft liegt am Steg aus.

    Amtlicher Hinweis: Hefte gibt es im Handel.
[^F777703_02_BJNR239600993BJNE006800311]:

### § 2

(weggefallen)


### § 3a Teilnahme an Wettfahrten

Teilnehmen darf, wer schwimmen kann, ein Boot gemietet hat und am Tag vorher nicht durch Lärm aufgefallen ist.


### (XXXX) §§ 4 bis 7



## Anlage 1 (zu § 3a Absatz 1) Größte Zahl der Ruderer

(Fundstelle: BGBl. I 1999, 9999)

*    *   Boot

    *   Ruderer, soweit nicht ein Kind mitfährt, das noch auf dem Schoß sitzen kann


*    *   klein

    *   2

## Anlage 2 (zu § 3a)

Diese Anlage hat keine eigene Überschrift und kann deshalb nicht gesucht werden, obwohl sie lang genug ist.
"""


def test_a_law_as_the_repository_writes_it(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "index.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "README.md").write_text(f"# Gesetze\n\n## Mitmachen\n\n{'Wer mag, hilft. ' * 20}\n", encoding="utf-8")
    found = {item.heading: item.body for item in read(tmp_path, 10)}
    assert set(found) == {"Pflichten der Bootsverleiher", "Teilnahme an Wettfahrten", "Größte Zahl der Ruderer"}
    duties = found["Pflichten der Bootsverleiher"]
    assert duties.startswith("(1) Wer Boote verleiht, prüft sie vom 23. Oktober an jeden Morgen")
    assert "Heft liegt am Steg aus. Amtlicher Hinweis" in duties
    assert "F777703" not in duties
    assert "2" in found["Größte Zahl der Ruderer"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("§ 12 Zuständigkeit", "Zuständigkeit"),
        ("§ 12a Rechtsbehelfe gegen die Heranziehung", "Rechtsbehelfe gegen die Heranziehung"),
        ("§§ 3 bis 7 (weggefallen)", "(weggefallen)"),
        ("§ 5", ""),
        ("Art 80 Rückkehr zum Verordnungsrang", "Rückkehr zum Verordnungsrang"),
        ("Artikel 1", ""),
        ("(XXXX) Art 12 bis 79", ""),
        ("Anlage (zu § 4) Analysen- und Messverfahren", "Analysen- und Messverfahren"),
        ("Anlage 1 (zu § 1 Absatz 2 Satz 1 Nummer 1)", ""),
        ("Vierter Teil, Schlußvorschriften", "Schlußvorschriften"),
        ("Zweiter Abschnitt - Ermittlung der Schädlichkeit", "Ermittlung der Schädlichkeit"),
        ("III. Verfahren", "Verfahren"),
        ("2. Verfahren", "Verfahren"),
        ("Anhang B Muster", "Muster"),
        ("Teilnahme am Verfahren", "Teilnahme am Verfahren"),
        ("Artenschutz im Garten", "Artenschutz im Garten"),
        ("Titelblatt", "Titelblatt"),
        ("§ 7 Abgabe der Meldung I. Instanz", "Abgabe der Meldung I. Instanz"),
    ],
)
def test_headings_lose_their_number_and_nothing_else(title: str, wanted: str) -> None:
    assert heading_alone(title) == wanted


def test_compounds_are_written_apart_by_words_of_the_texts() -> None:
    sections = [Section("x", "Die Leistung kommt in das Postfach. " * 5)]
    words = on_their_own(sections)
    assert written_apart("Leistungspostfach öffnen", words) == "Leistungs Postfach öffnen"
    assert written_apart("Postfach öffnen", words) is None


def test_halves_share_no_question() -> None:
    sections = read(SAMPLE, 100)
    tuning, reported = (questions(sections, 100, tuning)[0] for tuning in (True, False))
    assert len(tuning) + len(reported) == len(sections) == 20
    assert not {item.text for item in tuning} & {item.text for item in reported}


@pytest.mark.parametrize("name", PEERS)
def test_every_engine_finds_a_section_by_its_words(name: str, tmp_path: Path) -> None:
    sections = read(SAMPLE, 100)
    ask = PEERS[name](sections, tmp_path)
    wanted = next(number for number, item in enumerate(sections) if item.heading == "Fundsachen")
    assert ask("Gegenstände im Fundbüro, Eingang")[0] == wanted
    assert ask("xyzzy") == []


def test_bars_are_judged() -> None:
    def measured(name: str, rank: float, seconds: float) -> Measured:
        return Measured(name, [rank] * 4, [rank] * 4, [seconds] * 4, seconds)

    good = [measured("geltung", 1.0, 1.0), measured("Whoosh, Snowball", 0.5, 1.0)]
    bad = [measured("geltung", 0.5, 1.0), measured("Whoosh, Snowball", 0.5, 1.0)]
    assert report(good, 4)[1] and not report(bad, 4)[1]
    assert interval([1.0, 0.0], [1.0, 0.0]) == (1.0, 1.0)


def test_the_sample_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("sys.argv", ["law"])
    assert main(written.append) == 0
    assert all(name in written[0] for name in PEERS)
