"""The ranking against BM25F computed by hand from the texts, and the parts of a question against plain sets."""

from math import log
from pathlib import Path

import pytest

from geltung.search.engine import Engine, Reader
from geltung.search.ranking import But, Every, Phrase, Ranking, Some, Terms, terms_of
from geltung.search.weights import FIELDS, K1, LEAD_WORDS

TEXTS = [
    {"text": "haus hof hund", "heading": "haus"},
    {"text": "hund katze maus hund", "heading": ""},
    {"text": "katze hund", "heading": "hof"},
    {"text": "vogel", "heading": "vogel vogel"},
]
BOTH = ("text", "heading")


def analysis(text: str) -> list[tuple[int, tuple[tuple[str, float], ...]]]:
    """Words; "hund" has the part "tier"."""
    parts = {"hund": (("tier", 0.5),)}
    return [(position, ((word, 1.0), *parts.get(word, ()))) for position, word in enumerate(text.split())]


@pytest.fixture(scope="module")
def ranking(tmp_path_factory: pytest.TempPathFactory) -> Ranking:
    engine = Engine(tmp_path_factory.mktemp("ranking") / "index", analysis)
    documents = ({**item, "path": f"{number}", "place": b"", "passage": {}} for number, item in enumerate(TEXTS))
    return Ranking(Reader(engine.rebuild(documents)))


def terms(word: str, weight: float = 1.0, fields: tuple[str, ...] = BOTH) -> Terms:
    return Terms(((word, weight, fields),))


def counts(field: str, number: int) -> list[str]:
    """The words, by which the length of a text is measured."""
    return TEXTS[number][field].split()


def by_hand(word: str) -> dict[int, float]:
    """BM25F straight from its definition."""
    lengths = {field: [len(counts(field, number)) for number in range(len(TEXTS))] for field in BOTH}
    found: dict[int, float] = {}
    for number in range(len(TEXTS)):
        for field in BOTH:
            weight = FIELDS[field].lead * sum(w for _, ts in analysis(TEXTS[number][field]) for t, w in ts if t == word)
            if weight:
                having = [length for length in lengths[field] if length]
                share = FIELDS[field].length_share
                norm = 1 - share + share * lengths[field][number] / (sum(having) / len(having))
                found[number] = found.get(number, 0.0) + FIELDS[field].weight * weight / norm
    rarity = log(1 + (len(TEXTS) - len(found) + 0.5) / (len(found) + 0.5))
    return {number: rarity * count * (K1 + 1) / (count + K1) for number, count in found.items()}


@pytest.mark.parametrize("word", ["haus", "hof", "hund", "katze", "maus", "vogel", "tier", "fehlt"])
def test_scores_are_those_of_bm25f(ranking: Ranking, word: str) -> None:
    assert ranking.score(terms(word)) == pytest.approx(by_hand(word))


def test_the_first_words_count_more(tmp_path: Path) -> None:
    late = " ".join(["wort"] * LEAD_WORDS)
    texts = (f"hund {late}", f"{late} hund")
    documents = ({"text": text, "path": "", "place": b"", "passage": {}} for text in texts)
    ranking = Ranking(Reader(Engine(tmp_path / "index", analysis).rebuild(documents)))
    early, later = (ranking.score(terms("hund", fields=("text",)))[number] for number in (0, 1))
    assert early > later > 0


def test_weights_and_several_terms_add_up(ranking: Ranking) -> None:
    found = ranking.score(Some((terms("hund", 2.0), terms("hof"))))
    hund, hof = by_hand("hund"), by_hand("hof")
    assert found == pytest.approx({number: 2 * hund.get(number, 0) + hof.get(number, 0) for number in {*hund, *hof}})


def test_every_and_but(ranking: Ranking) -> None:
    both = Every((terms("hund"), terms("katze")), 0.5)
    assert ranking.score(both) == pytest.approx({
        number: 0.5 * (by_hand("hund")[number] + by_hand("katze")[number]) for number in (1, 2)
    })  # fmt: skip
    assert set(ranking.score(But(terms("hund"), terms("hof")))) == {1}
    assert set(ranking.score(But(None, terms("hund")))) == {3}


def test_a_phrase_is_words_that_follow_each_other(ranking: Ranking) -> None:
    assert set(ranking.score(Phrase(("hund", "katze"), BOTH))) == {1}
    assert set(ranking.score(Phrase(("katze", "hund"), BOTH))) == {2}
    assert set(ranking.score(Phrase(("hund", "katze", "maus", "hund"), BOTH))) == {1}
    assert ranking.score(Phrase(("haus", "hund"), BOTH)) == {}


def test_a_deleted_document_is_not_found(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "index", analysis)
    index = engine.rebuild({"text": text, "path": text, "place": b"", "passage": {}} for text in ("hund", "katze"))
    engine.update(index, ["hund"], [])
    ranking = Ranking(Reader(index.refresh()))
    assert len(ranking.score(Some((terms("hund"), terms("katze"))))) == 1
    assert len(ranking.score(But(None, terms("maus")))) == 1


def test_terms_of_a_question() -> None:
    question = But(Some((terms("a"), Phrase(("b", "c"), BOTH))), Every((terms("d"),)))
    assert list(terms_of(question)) == ["a", "b", "c"]
