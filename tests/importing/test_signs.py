"""Which texts look as if a bad recognition had read them."""

from pathlib import Path

import pytest

from geltung.importing.signs import looks_damaged

ROOT = Path(__file__).parents[2]
CLEAN = (Path(__file__).parent / "repair" / "clean_sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", ["202505010", "202509011"])
def test_the_real_sources_are_damaged_and_their_transcriptions_are_not(name: str) -> None:
    source = (ROOT / "directives" / "sources" / f"{name}.ocr.txt").read_text(encoding="utf-8")
    finished = (ROOT / "directives" / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert looks_damaged(source.splitlines())
    assert not looks_damaged(finished.splitlines())


def test_clean_text_is_not_damaged() -> None:
    assert not looks_damaged(CLEAN)


def test_lost_umlauts_are_seen_without_any_known_sign() -> None:
    table = str.maketrans("äöüÄÖÜß", "aouAOUs")
    assert looks_damaged([line.translate(table) for line in CLEAN[25:60]])


def test_transcribed_umlauts_and_english_are_not_damage() -> None:
    table = {ord(a): b for a, b in zip("äöüÄÖÜß", ["ae", "oe", "ue", "Ae", "Oe", "Ue", "ss"], strict=True)}
    assert not looks_damaged([line.translate(table) for line in CLEAN])
    assert not looks_damaged(["The agencies shall read the directive and report on it."] * 30)


def test_signs_without_a_meaning_are_damage() -> None:
    assert looks_damaged(["Die Gr\ufffd\ufffde der Stelle"])
