"""Where sentences end."""

import pytest

from geltung.importing.sentences import split_sentences, start_of_sentence

WHOLE = [
    "Die Weisung tritt mit Ablauf des 30. April 2026 außer Kraft.",
    "Die Weisung (vgl. Nr. 2.1) wird gem. Abs. 3 und Art. 17 DSGVO geändert.",
    "Ziffer 2 erhält folgende Fassung: „Neu. Alle Dienststellen melden.“",
    "Im 3. Quartal und im IV. Quartal 2026 wird berichtet, z. B. Zahlen.",
    "Die Meldung (siehe Anlage. Dort steht mehr) bleibt.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_full_stop_that_ends_no_sentence(text: str) -> None:
    assert split_sentences(text) == (text,)


SPLIT = [
    ("Sie gilt bis zum 30.06.2026. Danach endet sie.", 2),
    ("Es gilt Ziffer 3. Die Weisung bleibt.", 2),
    ("Das betrifft das SGB II. Die Familienkasse nicht.", 2),
    ("Meldung bis zum 15. Die Regionaldirektionen prüfen.", 2),
    ("Geht das? Ja! Es geht.", 3),
    ("Er sagt „Nein.“ Die Weisung bleibt. Ein „Rest ohne Ende.", 3),
]


@pytest.mark.parametrize(("text", "count"), SPLIT)
def test_the_sentences_of_a_text(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


def test_the_start_of_the_sentence_around_a_position() -> None:
    text = "Sie gilt bis zum 30. Juni 2026. Danach endet sie."
    assert start_of_sentence(text, text.index("Juni")) == 0
    assert start_of_sentence(text, text.index("endet")) == text.index("Danach")
