"""The law benchmark on its sample: that every engine is really asked, and that the figures mean what they say."""

from pathlib import Path

import pytest

from benchmarks.search.law import SAMPLE, Measured, interval, main, questions, report
from benchmarks.search.peers import PEERS
from benchmarks.search.sections import Section, on_their_own, read, written_apart


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
